//! The chip.

use super::metrics;
use crate::units::Temperature;

metrics! {
    /// The chip.
    ChipMetrics chip, with m, case, e;

    /// Chip temperature at full load.
    temperature: Temperature, in "K", "Chip temperature" = e.one()?.design.chip_temperature,
        "`coolant.temperature` plus half of `coolant.rise` plus `it.chip_power` times \
         `it.junction_resistance`.";
}
