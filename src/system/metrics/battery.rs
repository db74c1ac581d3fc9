//! The battery.

use super::metrics;
use crate::units::{Energy, Mass, Ratio};

metrics! {
    /// The battery.
    BatteryMetrics battery, with m, case, e;

    /// Depth of discharge in the longest eclipse at end of life.
    depth_of_discharge: Ratio, in "1", "Battery depth of discharge" = e.one()?.design.depth,
        "`battery.reference_depth` times the ratio of `battery.cycles` to the cycles needed \
         (`environment.eclipse_count` times `satellite.life`, at least one), to the power of \
         one over `battery.cycle_exponent`; at most `battery.depth_limit`.";

    /// Nameplate energy of the batteries at beginning of life.
    energy: Energy, in "kWh", "Battery energy" = e.all(|one| one.battery_energy)?,
        "Bus power in eclipse, `power.bus` less `power.eclipse_saving`, times \
         `environment.eclipse_max`, over `battery.depth_of_discharge` times \
         `battery.end_of_life_capacity` times the square root of \
         `battery.round_trip_efficiency`.";

    /// Mass of active material alone that stores the energy of the batteries.
    mass_bound: Mass, in "kg", "Battery mass bound" =
        m.battery().energy()? / case.battery.chemistry_bound;

    /// Mass of the batteries.
    mass: Mass, in "kg", "Battery mass" = m.battery().energy()? / case.battery.specific_energy;
}
