//! The coolant loop.

use super::metrics;
use crate::units::{MassRate, Temperature};

metrics! {
    /// The coolant loop.
    CoolantMetrics coolant, with m, case, e;

    /// Mean coolant temperature in the cold plates, and without a heat pump in the panels, stated
    /// or chosen.
    temperature: Temperature, in "K", "Coolant temperature" = e.case.coolant.temperature,
        "`coolant.temperature` as stated; where it is automatic, `it.chip_temperature_limit` less \
         `coolant.chip_margin`, half of `coolant.rise` and `it.junction_resistance` times \
         `it.chip_power`.";

    /// Coolant flow of the whole scenario.
    flow: MassRate, in "kg/s", "Coolant flow" = e.one()?.coolant_flow,
        "`radiator.heat` over the heat that the coolant takes up per mass: \
         `coolant.specific_heat` times `coolant.rise` plus `coolant.boiling`.";

    /// Lowest temperature of the coolant while the computers work, in the orbit with the longest
    /// shadow.
    lowest: Temperature, in "K", "Lowest coolant temperature" = e.one()?.coolant_lowest,
        "Coolant that leaves the panels at the end of `environment.eclipse_max` of the period of \
         `orbit.altitude`, cooled from `coolant.temperature` plus `heat_pump.lift` less half of \
         `coolant.rise` by the heat that `it.eclipse_share` of the computers leaves of \
         `radiator.heat` beside what the panels emit, with the sink of \
         `environment.earth_infrared_hot` and `environment.sink_temperature`; stored in \
         `it.specific_heat` times the mass of `it.specific_mass` and `it.spares`, in \
         `radiator.specific_heat` times `mass.radiator_panels`, and in the coolant of \
         `coolant.loop_time`; with \
         `radiator.net_flux`, `radiator.panel_area`, `radiator.film`, `it.chip_power`, \
         `it.accelerator_power`, `it.junction_resistance`, `satellite.it_power` and \
         `radiator.attitude`; in shadow the share `radiator.louvers` emits \
         `radiator.louver_closed` in place of `radiator.louver_open`.";
}
