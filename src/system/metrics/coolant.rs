//! The coolant loop.

use super::metrics;
use crate::units::{MassRate, Temperature};

metrics! {
    /// The coolant loop.
    CoolantMetrics coolant, with m, case, e;

    /// Mean coolant temperature in the radiator panels, stated or chosen.
    temperature: Temperature, in "K", "Coolant temperature" = e.case.coolant.temperature,
        "`coolant.temperature` as stated; where it is automatic, `it.chip_temperature_limit` less \
         `coolant.chip_margin`, half of `coolant.rise` and `it.junction_resistance` times \
         `it.chip_power`.";

    /// Coolant flow of the whole scenario.
    flow: MassRate, in "kg/s", "Coolant flow" = e.one()?.coolant_flow,
        "`radiator.heat` over the heat that the coolant takes up per mass: \
         `coolant.specific_heat` times `coolant.rise` plus `coolant.boiling`.";
}
