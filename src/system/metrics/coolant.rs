//! The coolant loop.

use super::metrics;
use crate::units::MassRate;

metrics! {
    /// The coolant loop.
    CoolantMetrics coolant, with m, case, e;

    /// Coolant flow of the whole scenario.
    flow: MassRate, in "kg/s", "Coolant flow" = e.one()?.coolant_flow,
        "`radiator.heat` over the heat that the coolant takes up per mass: \
         `coolant.specific_heat` times `coolant.rise` plus `coolant.boiling`.";
}
