//! The values that each decision may take, and where the search begins.

use crate::physics::environment::Environment;
use crate::physics::heat_transport::hottest_coolant;
use crate::system::choices::Upkeep;
use crate::system::decisions::Decision;
use crate::system::environment::Surroundings;
use crate::system::inputs::{Case, input};
use crate::system::satellites::{ChipDose, terminals_needed};
use crate::units::{
    Count, Length, TemperatureInterval, Time, YEAR_SECONDS, fraction, kilometer, millimeter,
};

/// Steps of the share of the panels under louvers, and of the share of the computers in shadow.
const TENTHS: usize = 10;
const TWENTIETHS: usize = 20;
/// Spare computers on board per working one.
const COMPUTER_SPARES: &[f64] = &[0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0];
/// Spare satellites per working one.
const SATELLITE_SPARES: &[f64] = &[0.0, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2, 0.5];
/// Probabilities that a section of the panels is whole at the end of the life.
const SURVIVALS: &[f64] = &[
    0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.875, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.985,
    0.99, 0.995, 0.998, 0.999,
];
/// Where the search for it begins.
const USUAL_SURVIVAL: f64 = 0.95;
/// Shares of the computers at work in shadow, and of the panels under louvers.
pub(super) const SHARES: [f64; TWENTIETHS + 1] = shares();
pub(super) const LOUVERS: [f64; TENTHS + 1] = shares();
/// Lifts of a heat pump, in kelvin; the first is none.
pub(super) const LIFTS: &[f64] =
    &[0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 60.0, 80.0, 100.0];
/// Thicknesses of a shield, in millimeters.
const SHIELDS: &[f64] = &[
    1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0,
    16.0, 18.0, 20.0, 22.0, 25.0, 28.0, 30.0, 35.0, 40.0, 45.0, 50.0, 60.0, 70.0, 80.0, 100.0,
    120.0, 150.0, 200.0, 300.0, 500.0,
];
/// Altitudes of separation, in kilometers.
const SEPARATIONS: [f64; 14] = [
    250.0, 300.0, 350.0, 400.0, 450.0, 500.0, 550.0, 600.0, 700.0, 800.0, 1_000.0, 1_500.0,
    5_000.0, 20_000.0,
];
/// Rungs of the life of a satellite, and the step between them.
const LIVES: usize = 120;
const LIFE_STEP: f64 = 0.25 * YEAR_SECONDS;

/// Shares from none to all at equal steps.
const fn shares<const N: usize>() -> [f64; N] {
    let mut all = [0.0; N];
    let mut at = 0;
    while at < N {
        all[at] = at as f64 / (N - 1) as f64;
        at += 1;
    }
    all
}

/// The values of one decision, from low to high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ladder {
    decision: Decision,
}

impl Ladder {
    /// The ladder of a decision; none where a rule or the search for the size decides.
    pub(super) const fn of(decision: Decision) -> Option<Self> {
        match decision {
            Decision::Size
            | Decision::PerLaunch
            | Decision::CoolantTemperature
            | Decision::ArrayArea
            | Decision::Terminals => None,
            _ => Some(Self { decision }),
        }
    }

    /// Whether it is that of spare satellites.
    pub(super) const fn is_of_spares(self) -> bool {
        matches!(self.decision, Decision::SatelliteSpares)
    }

    /// Whether every rung is told apart before the size is searched.
    pub(super) const fn is_searched_whole(self) -> bool {
        matches!(
            self.decision,
            Decision::EclipseShare | Decision::Lift | Decision::Louvers | Decision::Raising
        )
    }

    /// Number of rungs.
    const fn len(self) -> usize {
        match self.decision {
            Decision::EclipseShare => SHARES.len(),
            Decision::Raising => SEPARATIONS.len() + 1,
            Decision::Lift => LIFTS.len(),
            Decision::Louvers => LOUVERS.len(),
            Decision::Armor => SURVIVALS.len(),
            Decision::Shield => SHIELDS.len(),
            Decision::ComputerSpares => COMPUTER_SPARES.len(),
            Decision::SatelliteSpares => SATELLITE_SPARES.len(),
            _ => LIVES,
        }
    }

    /// Value of a rung in base units.
    fn value(self, case: &Case, rung: usize) -> f64 {
        match self.decision {
            Decision::EclipseShare => SHARES[rung],
            Decision::Raising => separation(case, rung).base(),
            Decision::Lift => LIFTS[rung],
            Decision::Louvers => LOUVERS[rung],
            Decision::Armor => SURVIVALS[rung],
            Decision::Shield => shield(case, rung).base(),
            Decision::ComputerSpares => COMPUTER_SPARES[rung],
            Decision::SatelliteSpares => SATELLITE_SPARES[rung],
            _ => ((rung + 1) as f64 * LIFE_STEP).min(longest_life(case).base()),
        }
    }

    /// Value of a case in base units.
    pub(super) fn read(self, case: &Case) -> f64 {
        match self.decision {
            Decision::EclipseShare => case.it.eclipse_share.base(),
            Decision::Raising => case.separation().base(),
            Decision::Lift => case.heat_pump.lift.base(),
            Decision::Louvers => case.radiator.louvers.base(),
            Decision::Armor => case.armor.survival.base(),
            Decision::Shield => case.shielding.thickness.base(),
            Decision::ComputerSpares => case.it.spares.base(),
            Decision::SatelliteSpares => case.fleet.spares.base(),
            _ => case.satellite.life.base(),
        }
    }

    /// The lowest rung that is not below the value of the case.
    pub(super) fn rung(self, case: &Case) -> usize {
        let now = self.read(case);
        (0..self.len()).find(|rung| self.value(case, *rung) >= now).unwrap_or(self.len() - 1)
    }

    /// The case with the next other value up or down, and its rung; none at the end of the ladder.
    /// Rungs of one value count as one: no shield is thinner than the structure.
    pub(super) fn moved(
        self,
        case: &Case,
        rung: usize,
        next: fn(usize) -> Option<usize>,
    ) -> Option<(usize, Case)> {
        let mut rung = rung;
        loop {
            rung = next(rung).filter(|rung| *rung < self.len())?;
            let value = self.value(case, rung);
            if value.to_bits() != self.read(case).to_bits() {
                return Some((rung, self.with(case, value)));
            }
        }
    }

    /// A case with the value that another has.
    pub(super) fn with_value_of(self, case: &Case, other: &Case) -> Case {
        self.with(case, self.read(other))
    }

    /// A case with this value.
    pub(super) fn with(self, case: &Case, value: f64) -> Case {
        let mut next = *case;
        match self.decision {
            Decision::EclipseShare => next.it.eclipse_share = fraction(value),
            Decision::Raising => next.launch.separation_altitude = Length::from_base(value),
            Decision::Lift => next.heat_pump.lift = TemperatureInterval::from_base(value),
            Decision::Louvers => next.radiator.louvers = fraction(value),
            Decision::Armor => next.armor.survival = fraction(value),
            Decision::Shield => next.shielding.thickness = Length::from_base(value),
            Decision::ComputerSpares => next.it.spares = fraction(value),
            Decision::SatelliteSpares => next.fleet.spares = fraction(value),
            _ => next.satellite.life = Time::from_base(value),
        }
        next
    }
}

/// The altitude of separation of a rung; that of the working orbit at the end of the ladder, and
/// where the payload to it is stated.
pub(super) fn separation(case: &Case, rung: usize) -> Length {
    let altitude = SEPARATIONS.get(rung).map(|altitude| Length::new::<kilometer>(*altitude));
    case.separation_at(altitude.unwrap_or(case.orbit.altitude))
}

/// The rungs of other altitudes of separation than that of a case, from low to high.
pub(super) fn other_separations(case: &Case) -> impl Iterator<Item = usize> + use<'_> {
    let own = case.separation();
    let mut before = own;
    (0..=SEPARATIONS.len()).filter(move |rung| {
        let altitude = separation(case, *rung);
        let is_new = altitude != own && altitude != before;
        before = altitude;
        is_new
    })
}

/// A case from another altitude of separation.
pub(super) fn with_separation(case: &Case, rung: usize) -> Case {
    let mut next = *case;
    next.launch.separation_altitude = separation(case, rung);
    next
}

/// A shield of a rung; one that structure gives costs nothing.
fn shield(case: &Case, rung: usize) -> Length {
    Length::new::<millimeter>(SHIELDS[rung]).larger(case.shielding.structure_thickness)
}

/// The longest life that is of use: that of the mission, and of the computers where nobody renews
/// them.
fn longest_life(case: &Case) -> Time {
    match case.fleet.upkeep {
        Upkeep::Retire => case.mission.life.smaller(case.it.life),
        Upkeep::Renew => case.mission.life,
    }
}

/// Where the search begins: what a rule decides, and a middle rung of what is searched.
pub(super) fn started(case: &Case, surroundings: &Surroundings) -> Case {
    let mut start = *case;
    let open = case.open;
    if open.has(Decision::Raising) {
        start.launch.separation_altitude = case.orbit.altitude;
    }
    if open.has(Decision::CoolantTemperature) {
        start.coolant.temperature = coolant_temperature(case);
    }
    if open.has(Decision::Terminals) {
        start.link.terminals = terminals_needed(case, surroundings);
    }
    if open.has(Decision::Life) {
        start.satellite.life = longest_life(case);
    }
    if open.has(Decision::Armor) {
        start.armor.survival = fraction(USUAL_SURVIVAL);
    }
    if open.has(Decision::ComputerSpares) {
        start.it.spares = fraction(COMPUTER_SPARES[3]);
    }
    if open.has(Decision::SatelliteSpares) {
        start.fleet.spares = fraction(SATELLITE_SPARES[4]);
    }
    if open.has(Decision::Lift) {
        start = with_lift(&start, LIFTS[0]);
    }
    if open.has(Decision::Louvers) {
        start = with_louvers(&start, LOUVERS[0]);
    }
    if open.has(Decision::ArrayArea) {
        start.array.oversize = fraction(1.0);
    }
    if open.has(Decision::PerLaunch) {
        start.satellite.per_launch = Count::from_base(0.0);
    }
    if open.has(Decision::EclipseShare) {
        start.it.eclipse_share = fraction(1.0);
    }
    if open.has(Decision::Shield) {
        start.shielding.thickness = thinnest_shield(&start, &surroundings.environment);
    }
    start
}

/// Whether a decision is open of which not every rung is told apart.
pub(super) fn are_steps_open(case: &Case) -> bool {
    stepped(case).next().is_some()
}

/// Whether one of them changes what gates allow, and not the armor alone, which is told apart on
/// shared launches.
pub(super) fn are_gates_moved(case: &Case) -> bool {
    stepped(case).any(|ladder| ladder.decision != Decision::Armor)
}

/// The ladders that are open and moved step by step.
pub(super) fn stepped(case: &Case) -> impl Iterator<Item = Ladder> {
    let open = Decision::ALL.into_iter().filter(|decision| case.open.has(*decision));
    open.filter_map(Ladder::of).filter(|ladder| !ladder.is_searched_whole())
}

/// A case with what is moved step by step as another has it.
pub(super) fn with_moved(case: &Case, other: &Case) -> Case {
    stepped(case).fold(*case, |case, ladder| ladder.with_value_of(&case, other))
}

/// The same with this share of the computers at work in shadow.
pub(super) fn with_share(case: &Case, share: f64) -> Case {
    let mut next = *case;
    next.it.eclipse_share = fraction(share);
    next
}

/// The same with louvers on this share of the panels.
pub(super) fn with_louvers(case: &Case, share: f64) -> Case {
    let mut next = *case;
    next.radiator.louvers = fraction(share);
    next
}

/// The same with a heat pump of this lift.
pub(super) fn with_lift(case: &Case, lift: f64) -> Case {
    let mut next = *case;
    next.heat_pump.lift = TemperatureInterval::from_base(lift);
    next
}

/// The hottest coolant that the chips bear.
fn coolant_temperature(case: &Case) -> crate::units::Temperature {
    let hottest = hottest_coolant(
        case.it.chip_temperature_limit,
        case.coolant.chip_margin,
        case.coolant.rise,
        case.it.junction_resistance * case.it.chip_power,
    );
    let range =
        input("coolant.temperature").map_or((0.0, f64::MAX), |input| (input.low, input.high));
    crate::units::Temperature::from_base(hottest.base().clamp(range.0, range.1))
}

/// The thinnest shield behind which the computers stand the dose of their mission; the thickest
/// where none does.
fn thinnest_shield(case: &Case, environment: &Environment) -> Length {
    let stands = |rung: &usize| {
        let mut shielded = *case;
        shielded.shielding.thickness = shield(case, *rung);
        ChipDose::new(&shielded, environment).mission <= case.it.dose_limit
    };
    let rung = (0..SHIELDS.len()).find(stands).unwrap_or(SHIELDS.len() - 1);
    shield(case, rung)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::open;

    #[test]
    fn a_shield_as_thick_as_the_structure_grows_to_the_next_thickness() {
        let mut case = open("reference-2026", &[]).unwrap().nominal();
        case.shielding.structure_thickness = Length::new::<millimeter>(10.0);
        case.shielding.thickness = case.shielding.structure_thickness;
        let ladder = Ladder::of(Decision::Shield).unwrap();
        let up = |rung: usize| Some(rung + 1);
        let (rung, thicker) = ladder.moved(&case, ladder.rung(&case), up).unwrap();
        assert!((thicker.shielding.thickness.get::<millimeter>() - 11.0).abs() < 1e-9);
        let (_, back) = ladder.moved(&thicker, rung, |rung| rung.checked_sub(1)).unwrap();
        assert_eq!(back.shielding.thickness, case.shielding.thickness);
        assert!(ladder.moved(&back, ladder.rung(&back), |rung| rung.checked_sub(1)).is_none());
    }
}
