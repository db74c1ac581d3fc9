//! The price on greenhouse gases in the page of emissions.

use super::wrap::wrapped;
use skyrack::scenario::open;
use skyrack::studies::decisions::chosen;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::units::format::format_number;

/// Price of the example, in USD/kg.
const PRICE: f64 = 0.2;

/// Cost of greenhouse gases per IT energy of a side, and its undiscounted mean over the horizon.
fn per_energy(subject: &EvaluatedScenario, side: &str) -> (f64, f64) {
    let shown = |path: &str| subject.shown(path).unwrap();
    let share =
        shown(&format!("carbon.{side}_cost")) * 1.0e6 / shown(&format!("{side}.present_cost"));
    let priced = share * shown(&format!("{side}.cost_per_it_energy"));
    (priced, shown(&format!("carbon.{side}")))
}

/// The paragraph with the numbers of the reference as it is designed without a price.
pub(crate) fn carbon_price() -> String {
    let free = EvaluatedScenario::new(open("reference-2026", &[]).unwrap()).unwrap();
    let mut set = chosen(&free);
    set.push(format!("finance.carbon_price={PRICE} USD2026/kg"));
    let subject = EvaluatedScenario::new(open("reference-2026", &set).unwrap()).unwrap();
    let [(orbit, mean), (ground, mean_ground)] =
        ["orbit", "ground"].map(|side| per_energy(&subject, side));
    let number = |value: f64| format_number(value, 3);
    wrapped(&format!(
        "In `reference-2026` {PRICE} USD/kg add {} USD/MWh in orbit and {} on the ground. The \
         undiscounted means over the horizon are {} and {} g/kWh, at that price {} and {} USD/MWh: \
         most is emitted before the energy is delivered.\n",
        number(orbit),
        number(ground),
        number(mean),
        number(mean_ground),
        number(PRICE * mean),
        number(PRICE * mean_ground),
    ))
}
