//! Greenhouse gases per IT energy.

use super::metrics;
use crate::units::{EmissionPerEnergy, Money};

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

    /// Present cost of the greenhouse gases of the orbital side, paid when they are caused.
    orbit_cost: Money, in "MUSD", "Orbit cost of carbon" = e.priced().and(e.cost())?.carbon,
        "`finance.carbon_price` times what making and launching emit, due at each start without \
         the interest of a lead (`orbit.asset_life`, `orbit.computer_life`, `finance.horizon`, \
         `orbit.discount_rate`), and what is made and launched again by \
         `fleet.replenishment` and `fleet.replenishment_launched` at `orbit.annuity`; a start \
         emits as `external.manufacture_carbon`, `external.computers_carbon` and \
         `external.launch_carbon` say per satellite.";

    /// Present cost of the greenhouse gases of the ground side, paid when they are caused.
    ground_cost: Money, in "MUSD", "Ground cost of carbon" = e.ground.carbon,
        "`finance.carbon_price` times what making emits (`ground.embodied_carbon`, \
         `it.embodied_carbon`, `ground.solar_carbon`, `ground.storage_carbon`), due at each start \
         without the interest of a lead (`ground.facility_life`, `it.life`, `ground.solar_life`, \
         `ground.storage_life`, `finance.horizon`, `ground.discount_rate`), and what power \
         and `ground.failure_rate` emit each year at `ground.annuity`: `ground.power_carbon`, \
         `ground.pue`, `it.utilization`, `ground.availability`, `it.power`, `ground.solar_power`, \
         `ground.storage_energy`.";
}
