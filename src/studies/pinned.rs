//! Pinned quantities beside the model's own values.

use super::evaluated::EvaluatedScenario;
use crate::system::metrics::metric;
use crate::system::pins::{PINS, Pin};
use crate::units::format::{in_unit, with_price_year};
use serde::Serialize;

/// A pinned quantity beside the model's own value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PinState {
    /// Path of the metric.
    pub path: &'static str,
    /// The pinned value, in `unit`.
    pub pinned: f64,
    /// Value of the model without this pin and with the others, in `unit`.
    #[serde(rename = "model")]
    pub own: Option<f64>,
    /// The unit, money with its year.
    pub unit: String,
}

/// Each pin of a scenario with the value that the model would give.
pub fn pins(subject: &EvaluatedScenario) -> Vec<PinState> {
    let mut model = subject.model.clone();
    let state = |pin: &'static Pin| {
        let pinned = (pin.get)(&subject.case.pins)?;
        let mut free = subject.case;
        (pin.set)(&mut free.pins, None);
        let outcome = model.evaluate(&free);
        let own = metric(pin.path).and_then(|metric| (metric.get)(&outcome));
        Some(PinState {
            path: pin.path,
            pinned: in_unit(pinned, pin.unit),
            own: own.map(|base| in_unit(base, pin.unit)),
            unit: with_price_year(pin.unit, subject.scenario.price_year),
        })
    };
    PINS.iter().filter_map(state).collect()
}
