//! The chip.

use super::metrics;
use crate::units::{Temperature, TemperatureInterval};

metrics! {
    /// The chip.
    ChipMetrics chip, with m, case, e;

    /// Chip temperature at full load.
    temperature: Temperature, in "K", "Chip temperature" = e.one()?.design.chip_temperature,
        "`coolant.temperature` plus half of `coolant.rise` plus `it.chip_power` times \
         `it.junction_resistance`.";

    /// Fall of temperature of the chips from sunlight to the end of the longest shadow, once per
    /// orbit.
    swing: TemperatureInterval, in "K", "Chip temperature swing" = e.one()?.chip_swing,
        "`coolant.temperature` plus `heat_pump.lift` less half of `coolant.rise` and \
         `coolant.lowest`, plus (1 - `it.eclipse_share`) times the sum of `coolant.rise` and \
         `it.chip_power` times `it.junction_resistance`.";
}
