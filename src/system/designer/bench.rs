//! The bench: closes and prices one design after another, and counts.

use super::ladder::Ladder;
use super::standing::Standing;
use crate::economics::launch::{Sharing, Stowed, Vehicle, fit};
use crate::physics::environment::Environment;
use crate::system::costs::{self, GroundSide};
use crate::system::decisions::{Decision, OpenDecisions};
use crate::system::evaluate::priced_beside;
use crate::system::evaluation::Flight;
use crate::system::inputs::Case;
use crate::system::satellites::terminals_needed;
use crate::units::Money;

/// A design that was priced.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trial {
    pub(super) case: Case,
    pub(super) standing: Standing,
    /// Satellites that one launch takes.
    pub(super) per_launch: f64,
}

impl Trial {
    pub(super) fn or_better(self, other: Self) -> Self {
        if other.standing.beats(&self.standing) { other } else { self }
    }
}

/// Satellites that were closed, not priced.
#[derive(Debug, Clone, Copy)]
pub(super) struct Closed {
    case: Case,
    flight: Flight,
    /// Whole satellites that one launch takes; zero where not even one.
    pub(super) fits: f64,
    /// Share of a launch that one takes.
    pub(super) share: f64,
}

/// Where designs are tried.
pub(super) struct Bench<'b> {
    environment: &'b Environment,
    ground: GroundSide,
    open: OpenDecisions,
    closed: u32,
    priced: u32,
}

impl<'b> Bench<'b> {
    pub(super) fn new(case: &Case, environment: &'b Environment) -> Self {
        let ground = costs::ground(case);
        Self { environment, ground, open: case.open, closed: 0, priced: 0 }
    }

    pub(super) const fn closed(&self) -> u32 {
        self.closed
    }

    pub(super) const fn priced(&self) -> u32 {
        self.priced
    }

    pub(super) const fn is_open(&self, decision: Decision) -> bool {
        self.open.has(decision)
    }

    /// Closes the satellites of a case.
    pub(super) fn close(&mut self, case: &Case) -> Closed {
        self.closed += 1;
        let case = &self.with_terminals(case);
        let flight = Flight::new(case, Some(self.environment));
        let of_launch = flight.satellites.as_ref().and_then(|satellites| {
            let one = satellites.one.as_ref()?;
            let stowed = Stowed { mass: one.design.masses.launched, volume: one.stowed };
            let vehicle = Vehicle {
                payload: satellites.payload?,
                volume: case.launch.fairing_volume * case.launch.packing_share,
                price: Money::from_base(0.0),
                failure_rate: case.launch.failure_rate,
                cadence: case.launch.cadence,
            };
            let share = (stowed.mass / vehicle.payload).larger(stowed.volume / vehicle.volume);
            Some((fit(&stowed, &vehicle).satellites() as f64, share.base()))
        });
        let (fits, share) = of_launch.unwrap_or((0.0, f64::INFINITY));
        Closed { case: *case, flight, fits, share }
    }

    /// The case with as many optical terminals as the work needs.
    fn with_terminals(&self, case: &Case) -> Case {
        let mut next = *case;
        if self.is_open(Decision::Terminals) {
            next.link.terminals = terminals_needed(case, self.environment);
        }
        next
    }

    /// Prices satellites that were closed.
    pub(super) fn price(&mut self, closed: &Closed) -> Trial {
        self.priced += 1;
        let evaluation = priced_beside(&closed.case, &closed.flight, &self.ground);
        Trial { case: closed.case, standing: Standing::of(&evaluation), per_launch: closed.fits }
    }

    /// Closes and prices.
    pub(super) fn tried(&mut self, case: &Case) -> Trial {
        let closed = self.close(case);
        self.price(&closed)
    }

    /// Goes up the ladder of one decision while that is better, else down.
    pub(super) fn climbed(&mut self, best: Trial, decision: Decision) -> Trial {
        let Some(ladder) = Ladder::of(decision) else { return best };
        let up = self.climbed_towards(best, ladder, |rung| Some(rung + 1));
        if up.standing == best.standing {
            return self.climbed_towards(best, ladder, |rung| rung.checked_sub(1));
        }
        up
    }

    fn climbed_towards(
        &mut self,
        mut best: Trial,
        ladder: Ladder,
        next: fn(usize) -> Option<usize>,
    ) -> Trial {
        let mut rung = ladder.rung(&best.case);
        while let Some(beside) = next(rung) {
            let Some(case) = ladder.moved(&best.case, beside) else { break };
            let trial = self.sized_near(&case, &best);
            if !trial.standing.beats(&best.standing) {
                break;
            }
            (best, rung) = (trial, beside);
        }
        best
    }

    /// Whether launches are whole.
    pub(super) const fn is_dedicated(case: &Case) -> bool {
        matches!(case.launch.sharing, Sharing::Dedicated)
    }
}
