//! Depth of discharge that lasts a number of cycles.

use skyrack::charts::{Lines, Measure, Scale, Series};
use skyrack::physics::battery::{Battery, BatteryParameters};
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::system::design::battery_parameters;
use skyrack::units::{count, fraction};

use super::reference::scenario;
use super::{curve, dashed, dots, figure, picture, ratios};

/// Cycles to 80 % of the capacity, and their depth in percent: the table of openSimSES.
const TESTED: [(f64, f64); 7] = [
    (400_000.0, 2.5),
    (200_000.0, 5.0),
    (40_000.0, 10.0),
    (10_000.0, 25.0),
    (4_000.0, 50.0),
    (3_000.0, 80.0),
    (3_000.0, 100.0),
];
const YEARS: f64 = 5.0;

pub(crate) fn depth_of_discharge() -> Lines {
    let cycles = ratios((1e3, 4e5), 105);
    let subject = scenario("reference-2026");
    let usual = battery_parameters(&subject.case);
    let weak = BatteryParameters { cycles_at_reference: count(15_000.0), ..usual };
    let dawn = subject.value("environment.eclipse_count").unwrap() * YEARS;
    let noon = orbits_at_noon(&subject) * YEARS;
    figure(
        picture(
            "battery",
            "With a shadow in each revolution cycle life, not the limit, sets the depth of \
             discharge",
            "Deepest discharge that lasts a number of cycles; limit of 60 %, slope 1.43; orbits at \
             650 km over five years",
            "skyrack: power law of cycle life; dots: cycles to 80 % of the capacity in openSimSES, \
             cells of 2003 for cars, which gave the slope alone",
        ),
        (Measure::new("Cycles in the life", ""), Measure::new("Depth of discharge", "%")),
        (Scale::Log, Scale::Log),
        vec![
            curve("30 000 cycles at 40 %", &cycles, |count| percent(usual, count)),
            dashed(curve("15 000 cycles at 40 %", &cycles, |count| percent(weak, count))),
            place("dawn-dusk, 5 years", dawn, usual),
            dots("cells tested", TESTED),
            place("noon-midnight, 5 years", noon, usual),
        ],
    )
}

fn place(name: &str, cycles: f64, battery: BatteryParameters) -> Series {
    curve(name, &[cycles], |count| percent(battery, count))
}

fn percent(parameters: BatteryParameters, cycles: f64) -> f64 {
    let battery = Battery::new(parameters).unwrap();
    100.0 * battery.depth_of_discharge(fraction(cycles)).0.base()
}

/// Shadows of a year where the orbit crosses the equator at noon.
fn orbits_at_noon(subject: &EvaluatedScenario) -> f64 {
    let mut case = subject.case;
    case.orbit.ltan = 2.0 * case.orbit.ltan;
    let outcome = subject.model.clone().evaluate(&case);
    outcome.metrics().environment().eclipse_count().unwrap().base()
}
