//! Greenhouse gases per IT energy.

use super::metrics;
use crate::units::EmissionPerEnergy;

metrics! {
    /// Greenhouse gases per IT energy.
    CarbonMetrics carbon, with m, case, e;

    /// Greenhouse gases of launch and manufacture per IT energy in orbit, without re-entry.
    orbit: EmissionPerEnergy, in "g/kWh", "Orbit carbon per IT energy" =
        (m.external().launch_carbon()? + m.external().manufacture_carbon()? +
            m.external().computers_carbon()?) / m.external().orbit_energy()?;

    /// Greenhouse gases of launch and manufacture per IT energy in orbit, with nitrogen oxides of
    /// re-entry.
    orbit_with_reentry: EmissionPerEnergy, in "g/kWh", "Orbit carbon with re-entry" =
        (m.external().launch_carbon()? + m.external().manufacture_carbon()? +
            m.external().computers_carbon()? + m.external().reentry_carbon()?) /
            m.external().orbit_energy()?;

    /// Greenhouse gases of electricity, building and computers per IT energy on the ground.
    ground: EmissionPerEnergy, in "g/kWh", "Ground carbon per IT energy" =
        e.ground.burden.carbon.total(),
        "`ground.supply_carbon` times `ground.pue` times `it.utilization`, plus \
         `ground.embodied_carbon` over `ground.facility_life` and `it.embodied_carbon` times \
         the sum of 1 / `it.life` and `ground.failure_rate`, both over the 8 760 h of a year \
         times `ground.availability`.";
}
