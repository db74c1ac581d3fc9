//! A remark that says why owning the rocket pays or does not.

use super::notes::remark;
use crate::scenario::Remark;
use crate::studies::evaluated::EvaluatedScenario;
use crate::units::format::format_number;

/// What limits the flights, and from which size of program owning pays; none where control of no
/// company is bought.
pub(super) fn owned(subject: &EvaluatedScenario) -> Option<Remark> {
    let shown = |path: &str| subject.shown(path);
    let value = shown("rocket.net_present_value")?;
    let (flown, fleet) = (shown("rocket.program_flights")?, shown("launch.expected_count")?);
    let verdict = if value >= 0.0 { "owning the rocket pays" } else { "owning does not pay" };
    let text = format!(
        "{verdict}: the program flies {} times within the horizon, {}; {}; {}",
        format_number(flown, 4),
        limit(flown, fleet),
        size(shown("rocket.breakeven_power")),
        control(shown("rocket.breakeven_control")),
    );
    Some(remark("owning", "rocket.net_present_value", text))
}

fn limit(flown: f64, fleet: f64) -> String {
    let fleet = format_number(fleet, 4);
    if flown + 0.5 < fleet.parse().unwrap_or(0.0) {
        format!("as often as it can, where its fleet takes {fleet} flights")
    } else {
        format!("as its fleet takes {fleet} flights and is renewed; no other flight is counted")
    }
}

fn size(power: Option<f64>) -> String {
    match power {
        None => "no program is large enough at this cadence".to_owned(),
        Some(0.0) => "flights for others pay for it alone".to_owned(),
        Some(power) => format!("owning pays from a program of {} kW on", format_number(power, 3)),
    }
}

fn control(price: Option<f64>) -> String {
    price.map_or_else(
        || "here not even with control for free".to_owned(),
        |price| format!("here up to {} MUSD for control", format_number(price, 4)),
    )
}
