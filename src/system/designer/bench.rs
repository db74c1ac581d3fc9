//! The bench: closes and prices one design after another, and counts.

use super::failures::KnownFailures;
use super::screen::{SizeEffect, Sized};
use super::standing::DesignStanding;
use crate::economics::launch::{Sharing, Stowed, Vehicle, fit};
use crate::physics::environment::{Attitude, Environment};
use crate::system::costs::{self, GroundSide};
use crate::system::decisions::{Decision, OpenDecisions};
use crate::system::design::{Design, Sizes};
use crate::system::environment::Surroundings;
use crate::system::evaluate::{priced_after, priced_beside};
use crate::system::evaluation::Flight;
use crate::system::inputs::Case;
use crate::system::notes::Note;
use crate::system::satellites::{stowed_volume, terminals_needed};
use crate::units::{Count, Length, Money, Power, Ratio, fraction};

/// Arrays that are tried for one radiator.
const MOST_ARRAYS: u8 = 30;
/// Relative tolerance of the array that carries a radiator.
const ROUNDING: f64 = 1.0e-10;
/// Largest array over what power needs.
const LARGEST_ARRAY: f64 = 100.0;

/// A design that was priced.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trial {
    pub(super) case: Case,
    pub(super) standing: DesignStanding,
    /// Satellites that one launch takes.
    pub(super) per_launch: f64,
    /// Share of a launch that one takes.
    pub(super) of_launch: f64,
}

impl Trial {
    pub(super) fn or_better(self, other: Self) -> Self {
        if other.standing.beats(&self.standing) { other } else { self }
    }
}

/// What is known of satellites that were closed.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::large_enum_variant, reason = "of the stack, and there for one trial")]
enum KnownSatellites {
    /// All of them.
    Flight(Flight),
    /// One of them and its IT power.
    Design(Power, Result<Design, Note>),
}

/// Satellites that were closed, not priced.
#[derive(Debug, Clone, Copy)]
pub(super) struct Closed {
    pub(super) case: Case,
    known: KnownSatellites,
    /// Whole satellites that one launch takes; zero where not even one.
    pub(super) fits: f64,
    /// Share of a launch that one takes.
    pub(super) share: f64,
}

impl Closed {
    /// The same satellites with as many spare ones as another case has.
    pub(super) fn with_spares_of(&self, case: &Case) -> Self {
        let one = match &self.known {
            KnownSatellites::Flight(flight) => {
                let all = flight.satellites.as_ref();
                all.and_then(|all| Some((all.capacity, Ok(all.one.as_ref()?.design))))
            }
            KnownSatellites::Design(power, design) => Some((*power, *design)),
        };
        let mut next = *self;
        next.case.fleet.spares = case.fleet.spares;
        if let Some((power, design)) = one {
            next.known = KnownSatellites::Design(power, design);
        }
        next
    }
}

fn has_radiator_on_array(case: &Case) -> bool {
    case.radiator.attitude == Attitude::ArrayBack
}

/// Where designs are tried.
pub(super) struct DesignBench<'b> {
    environment: &'b Environment,
    /// Those of the case that was asked for last.
    surroundings: Surroundings,
    /// Where launches leave its satellites.
    separation: Length,
    ground: GroundSide,
    open: OpenDecisions,
    closed: u32,
    priced: u32,
    /// Violation of a gate that counts as none.
    allowed: f64,
    /// Whether satellites have one optical terminal less than the work needs.
    is_short_of_terminals: bool,
    /// How cost and mass follow size, as it was told last.
    size_effect: Option<SizeEffect>,
    /// What failures leave.
    failures: KnownFailures,
    /// Whether a design fell too cold in shadow since that was asked last.
    has_cooled: bool,
}

impl<'b> DesignBench<'b> {
    pub(super) fn new(case: &Case, surroundings: &'b Surroundings) -> Self {
        Self {
            environment: &surroundings.environment,
            surroundings: Surroundings::of(case, surroundings.environment),
            separation: case.separation(),
            ground: costs::ground(case),
            open: case.open,
            closed: 0,
            priced: 0,
            allowed: 0.0,
            is_short_of_terminals: false,
            size_effect: None,
            failures: KnownFailures::NONE,
            has_cooled: false,
        }
    }

    /// Takes the surroundings of a case: designs differ in where launches leave their satellites.
    fn move_to(&mut self, case: &Case) {
        if case.separation() != self.separation {
            self.separation = case.separation();
            self.surroundings = Surroundings::of(case, *self.environment);
        }
    }

    pub(super) const fn closed(&self) -> u32 {
        self.closed
    }

    pub(super) const fn priced(&self) -> u32 {
        self.priced
    }

    pub(super) const fn open(&self) -> OpenDecisions {
        self.open
    }

    /// Takes violations up to a bound as none.
    pub(super) const fn allow(&mut self, violation: f64) {
        self.allowed = violation;
    }

    pub(super) const fn allowed(&self) -> f64 {
        self.allowed
    }

    /// From now on satellites have one optical terminal less than the work needs.
    pub(super) const fn leave_out_a_terminal(&mut self) {
        self.is_short_of_terminals = true;
    }

    /// How cost and mass follow size, with what one more launch costs.
    pub(super) fn size_effect(&self, case: &Case, per_launch: f64) -> SizeEffect {
        let flat = || SizeEffect::at_one_size(per_launch, !Self::is_dedicated(case));
        self.size_effect.map_or_else(flat, |known| known.nearby(per_launch))
    }

    pub(super) const fn keep_size_effect(&mut self, effect: SizeEffect) {
        self.size_effect = Some(effect);
    }

    pub(super) const fn is_open(&self, decision: Decision) -> bool {
        self.open.has(decision)
    }

    /// Closes the satellites of a case.
    pub(super) fn close(&mut self, case: &Case) -> Closed {
        self.closed += 1;
        self.move_to(case);
        let case = self.with_array(&self.with_terminals(case));
        let flight = Flight::new(&case, Some(&self.surroundings));
        let one = flight.satellite().map(|one| one.design);
        let (fits, share) = one.as_ref().map_or((0.0, f64::INFINITY), |one| self.fit(&case, one));
        Closed { case, known: KnownSatellites::Flight(flight), fits, share }
    }

    /// Closes satellites that differ from those before in size alone.
    pub(super) fn resize(&mut self, case: &Case, sizes: &mut Sizes<'_>) -> Closed {
        self.closed += 1;
        self.move_to(case);
        let power: Power = case.it.power / case.satellite.count.number();
        let design = sizes.close(power);
        let (fits, share) =
            design.as_ref().map_or((0.0, f64::INFINITY), |design| self.fit(case, design));
        Closed { case: *case, known: KnownSatellites::Design(power, design), fits, share }
    }

    /// Satellites that one launch takes, and the share of it that one takes; where a satellite
    /// takes several, all of them count as one.
    fn fit(&self, case: &Case, design: &Design) -> (f64, f64) {
        let Some(payload) = self.surroundings.lift.payload else { return (0.0, f64::INFINITY) };
        let stowed = Stowed { mass: design.masses.launched, volume: stowed_volume(case, design) };
        let vehicle = Vehicle {
            payload,
            volume: case.launch.fairing_volume * case.launch.packing_share,
            price: Money::from_base(0.0),
            failure_rate: case.launch.failure_rate,
            cadence: case.launch.cadence,
            most: case.most_per_launch(),
            parts: case.launches_of_one(),
        };
        let share = (stowed.mass / vehicle.payload).larger(stowed.volume / vehicle.volume);
        (fit(&stowed, &vehicle).satellites() as f64, (share / vehicle.parts).base())
    }

    /// Satellites of a case at any size; none where more than their size differs, as the number of
    /// terminals may follow from it, or where there are none.
    pub(super) fn sizes<'s>(&mut self, case: &'s Case) -> Option<Sizes<'s>>
    where
        'b: 's,
    {
        let terminals_follow = self.do_terminals_follow(case);
        let array_follows = self.is_open(Decision::ArrayArea) && has_radiator_on_array(case);
        let is_stated = case.satellite.array_power.base() > 0.0;
        let is_alike = !terminals_follow && !array_follows && !is_stated;
        self.move_to(case);
        let way = &self.surroundings.way;
        is_alike.then(|| Sizes::new(case, self.environment, way).ok()).flatten()
    }

    /// Whether the number of terminals follows from the size of a satellite.
    pub(super) fn do_terminals_follow(&self, case: &Case) -> bool {
        self.is_open(Decision::Terminals) && case.it.interconnect_need.base() > 0.0
    }

    /// The case with as many optical terminals as the work needs.
    fn with_terminals(&self, case: &Case) -> Case {
        let mut next = *case;
        if self.is_open(Decision::Terminals) {
            let needed = terminals_needed(case, &self.surroundings);
            let left_out = f64::from(u8::from(self.is_short_of_terminals));
            next.link.terminals = Count::from_base((needed.base() - left_out).max(0.0));
        }
        next
    }

    /// The case with an array whose back is as large as the radiator on it.
    fn with_array(&self, case: &Case) -> Case {
        let mut next = *case;
        if !self.is_open(Decision::ArrayArea) || !has_radiator_on_array(case) {
            return next;
        }
        next.array.oversize = fraction(1.0);
        for _ in 0..MOST_ARRAYS {
            let flight = Flight::new(&next, Some(&self.surroundings));
            let Some(one) = flight.satellite().map(|one| one.design) else { break };
            let covered: Ratio = one.panel_on_array / one.array_area;
            let larger = next.array.oversize * covered * (1.0 + ROUNDING);
            let larger = larger.larger(fraction(1.0)).smaller(fraction(LARGEST_ARRAY));
            if (larger - next.array.oversize).base().abs() <= ROUNDING * larger.base() {
                break;
            }
            next.array.oversize = larger;
        }
        next
    }

    /// Whether a design fell too cold in shadow since that was last taken up.
    pub(super) const fn has_cooled(&self) -> bool {
        self.has_cooled
    }

    /// Whether a design fell too cold in shadow since this was asked last.
    pub(super) const fn take_cooled(&mut self) -> bool {
        let has_cooled = self.has_cooled;
        self.has_cooled = false;
        has_cooled
    }

    /// Lowest coolant over its freezing point, and swing of the chips over its limit, of a design.
    pub(super) fn coolness(&mut self, case: &Case) -> Option<(f64, f64)> {
        self.closed += 1;
        self.move_to(case);
        let flight = Flight::new(case, Some(&self.surroundings));
        let one = flight.satellite()?;
        let above = one.coolant_lowest.base() - case.coolant.freezing.base();
        Some((above, one.chip_swing.base() - case.it.chip_swing_limit.base()))
    }

    /// Prices satellites that were closed.
    pub(super) fn price(&mut self, closed: &Closed) -> Trial {
        self.priced += 1;
        self.move_to(&closed.case);
        let flight = match &closed.known {
            KnownSatellites::Flight(flight) => *flight,
            KnownSatellites::Design(power, design) => {
                Flight::around(&closed.case, &self.surroundings, (*power, design))
            }
        };
        let left = self.failures.left(&closed.case, &flight);
        let evaluation = priced_after(&closed.case, &flight, &self.ground, left);
        self.has_cooled |= !evaluation.keeps_warm_in_shadow();
        Trial {
            case: closed.case,
            standing: DesignStanding::of(&evaluation).within(self.allowed),
            per_launch: closed.fits,
            of_launch: closed.share,
        }
    }

    /// A design at one size.
    pub(super) fn sized(&mut self, case: &Case) -> Sized {
        let closed = self.close(case);
        self.sized_as(&closed, case.launch.sharing)
    }

    /// A design at one size, and the same with whole launches where they are shared, with shared
    /// ones where they are whole.
    pub(super) fn sized_both_ways(&mut self, case: &Case) -> (Sized, Sized) {
        let closed = self.close(case);
        self.sold_both_ways(&closed)
    }

    /// A design at one size, and what one more launch costs; without a cost where a gate fails.
    pub(super) fn sold(&mut self, closed: &Closed) -> (Sized, f64) {
        let (mut one, resold) = self.sold_both_ways(closed);
        let per_launch = (one.cost - resold.cost) / (one.paid - resold.paid);
        if !one.holds {
            one.cost = f64::INFINITY;
        }
        (one, per_launch)
    }

    fn sold_both_ways(&mut self, closed: &Closed) -> (Sized, Sized) {
        let sharing = closed.case.launch.sharing;
        let is_dedicated = Self::is_dedicated(&closed.case);
        let other = if is_dedicated { Sharing::Shared } else { Sharing::Dedicated };
        (self.sized_as(closed, sharing), self.sized_as(closed, other))
    }

    /// At one size with launches this way.
    fn sized_as(&mut self, closed: &Closed, sharing: Sharing) -> Sized {
        let mut closed = *closed;
        closed.case.launch.sharing = sharing;
        let standing = self.price(&closed).standing;
        let DesignStanding { cost, launches, satellites: total, .. } = standing;
        let count = closed.case.satellite.count.base();
        let whole = launches / closed.case.launches_of_one().base();
        let paid = if Self::is_dedicated(&closed.case) { whole } else { total * closed.share };
        let holds = standing.is_feasible();
        Sized { count, total, share: closed.share, cost, paid, holds }
    }

    /// How a design stands with no violation allowed.
    pub(super) fn standing_of(&mut self, trial: &Trial) -> DesignStanding {
        if self.allowed <= 0.0 {
            return trial.standing;
        }
        self.move_to(&trial.case);
        let flight = Flight::new(&trial.case, Some(&self.surroundings));
        DesignStanding::of(&priced_beside(&trial.case, &flight, &self.ground))
    }

    /// Closes and prices.
    pub(super) fn tried(&mut self, case: &Case) -> Trial {
        let closed = self.close(case);
        self.price(&closed)
    }

    /// Whether launches are whole.
    pub(super) const fn is_dedicated(case: &Case) -> bool {
        matches!(case.launch.sharing, Sharing::Dedicated)
    }
}
