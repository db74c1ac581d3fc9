//! The heat pump.

use super::metrics;
use crate::units::TemperatureInterval;

metrics! {
    /// The heat pump.
    HeatPumpMetrics heat_pump, with m, case, e;

    /// By how much the heat pump makes the coolant of the panels warmer, stated or chosen.
    lift: TemperatureInterval, in "K", "Lift of the heat pump" = e.case.heat_pump.lift,
        "`heat_pump.lift` as stated; where it is automatic, the lift with which \
         `orbit.cost_per_it_energy` is least, zero where none pays.";
}
