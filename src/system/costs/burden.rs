//! External effects of both sides over the horizon, by mass and by energy.

use super::lives::Lives;
use crate::economics::emissions::{
    FleetCourse, GroundEmission, GroundInventory, OrbitEmission, OrbitIntensity, OrbitInventory,
    SolarEmission, SolarInventory, UpperAir, UpperAirIntensity, available_energy, ground_emission,
    orbit_emission, orbit_inventory, solar_emission, upper_air,
};
use crate::economics::terrestrial::{SolarSupply, Supply};
use crate::system::choices::{EmissionRecord, PowerSupply};
use crate::system::inputs::Case;
use crate::system::satellites::{Satellite, Satellites};
use crate::units::{EmissionPerEnergy, Energy, Mass, Power, Ratio, fraction};

/// External effects of the orbital side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrbitBurden {
    /// Launched, manufactured and burnt masses.
    pub inventory: OrbitInventory,
    /// Greenhouse gases.
    pub carbon: OrbitEmission,
    /// Masses left in the upper air.
    pub upper_air: UpperAir,
    /// Black carbon of the launches; none where nobody knows it.
    pub soot: Option<Mass>,
    /// IT energy available over the horizon, not discounted.
    pub energy: Energy,
}

/// Course of the fleet over the horizon.
pub(super) struct Course<'a> {
    pub(super) satellites: &'a Satellites,
    pub(super) one: &'a Satellite,
    pub(super) lives: &'a Lives,
    pub(super) availability: Ratio,
    /// Mass that a launch carries.
    pub(super) carried: Mass,
    /// Mass that it may carry.
    pub(super) payload: Mass,
}

impl OrbitBurden {
    pub(super) fn new(case: &Case, course: &Course<'_>) -> Self {
        let inventory = orbit_inventory(&fleet_course(case, course));
        let carbon = orbit_emission(
            &inventory,
            &OrbitIntensity {
                launch: case.launch.carbon,
                manufacture: case.satellite.embodied_carbon,
                computers: case.it.embodied_carbon,
                reentry: case.satellite.reentry_carbon,
            },
        );
        let upper_air = upper_air(
            inventory.launches,
            inventory.reentry_mass,
            &UpperAirIntensity {
                soot_per_launch: case.launch.black_carbon,
                alumina: case.satellite.reentry_alumina,
                nitrogen_oxides: case.satellite.reentry_nitrogen_oxides,
            },
        );
        let is_known = case.launch.emissions == EmissionRecord::Known;
        Self {
            inventory,
            carbon,
            upper_air,
            soot: is_known.then_some(upper_air.soot),
            energy: available_energy(case.it.power, course.availability, case.finance.horizon),
        }
    }
}

fn fleet_course(case: &Case, course: &Course<'_>) -> FleetCourse {
    let (design, all) = (&course.one.design, course.satellites.all());
    let masses = &design.masses;
    FleetCourse {
        launched: masses.launched * all,
        dry: masses.dry * all,
        computer_mass: masses.computers * all,
        computers: design.loads.it * (fraction(1.0) + case.it.spares) * all,
        life: course.lives.satellite,
        computer_life: course.lives.computers,
        replenishment: case.fleet.replenishment,
        relaunched: case.fleet.replenishment * case.fleet.replenishment_launched,
        failure_rate: case.launch.failure_rate,
        carried: course.carried,
        payload: course.payload,
        horizon: case.finance.horizon,
    }
}

/// External effects of the ground side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroundBurden {
    /// Greenhouse gases of what is bought or burnt, per energy of the site.
    pub power_carbon: EmissionPerEnergy,
    /// The same with making solar panels and storage.
    pub supply_carbon: EmissionPerEnergy,
    /// Greenhouse gases per IT energy.
    pub carbon: GroundEmission,
    /// IT energy available over the horizon, not discounted.
    pub energy: Energy,
}

impl GroundBurden {
    /// `unserved` is the share of the site's energy that panels and storage leave, `load` its mean
    /// power.
    pub(super) fn new(case: &Case, supply: &Supply, unserved: Ratio, load: Power) -> Self {
        let ground = &case.ground;
        let power_carbon: EmissionPerEnergy = match ground.supply {
            PowerSupply::Grid => ground.carbon_intensity,
            PowerSupply::Own => ground.fuel_carbon * ground.heat_rate,
            PowerSupply::Solar => ground.backup_carbon * unserved,
        };
        let solar =
            supply.solar.map_or(SolarEmission::NONE, |plant| solar_carbon(case, &plant, load));
        Self {
            power_carbon,
            supply_carbon: power_carbon + solar.field + solar.storage,
            carbon: ground_emission(&GroundInventory {
                power: power_carbon,
                solar,
                pue: ground.pue,
                utilization: case.it.utilization,
                availability: ground.availability,
                building: ground.embodied_carbon,
                building_life: ground.facility_life,
                computers: case.it.embodied_carbon,
                computer_life: case.it.life,
                failure_rate: ground.failure_rate,
            }),
            energy: available_energy(case.it.power, ground.availability, case.finance.horizon),
        }
    }
}

fn solar_carbon(case: &Case, plant: &SolarSupply, load: Power) -> SolarEmission {
    solar_emission(&SolarInventory {
        field: plant.field,
        field_carbon: case.ground.solar_carbon,
        field_life: plant.field_life,
        storage: plant.storage,
        storage_carbon: case.ground.storage_carbon,
        storage_life: plant.storage_life,
        load,
    })
}
