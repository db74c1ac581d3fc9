//! The external ledger: what both sides leave to others over the horizon, by mass and by energy.

use super::super::choices::EmissionRecord;
use super::super::design::Design;
use super::super::inputs::Case;
use super::super::metrics::Outcome;
use crate::economics::emissions::{
    FleetCourse, GroundInventory, OrbitEmission, OrbitIntensity, SolarEmission, SolarInventory,
    UpperAirIntensity, available_energy, ground_emission, orbit_emission, orbit_inventory,
    solar_emission, upper_air,
};
use crate::economics::terrestrial::Supply;
use crate::units::{EmissionPerEnergy, Energy, Mass, Ratio, fraction};

/// Writes what the orbital side leaves into the outcome; after its availability and its launches.
pub(super) fn orbit(
    case: &Case,
    design: &Design,
    n_satellites: Ratio,
    payload: Option<Mass>,
    outcome: &mut Outcome,
) {
    let (Some(payload), Some(fill)) = (payload, outcome.launch_fill) else { return };
    let (Some(availability), Some(life)) = (outcome.orbit_availability, outcome.orbit_life) else {
        return;
    };
    let masses = &design.masses;
    let whole = fraction(1.0);
    let inventory = orbit_inventory(&FleetCourse {
        launched: masses.launched * n_satellites,
        dry: masses.dry * n_satellites,
        computer_mass: masses.computers * n_satellites,
        computers: design.loads.it * (whole + case.it_spares) * n_satellites,
        life,
        computer_life: outcome.orbit_computer_life.unwrap_or(life),
        replenishment: case.replenishment,
        relaunched: case.replenishment * case.replenishment_launched,
        failure_rate: case.launch_failure_rate,
        carried: payload * fill,
        horizon: case.horizon,
    });
    let emission = orbit_emission(
        &inventory,
        &OrbitIntensity {
            launch: case.launch_carbon,
            manufacture: case.manufacture_carbon,
            computers: case.it_embodied,
            reentry: case.reentry_carbon,
        },
    );
    let left = upper_air(
        inventory.launches,
        inventory.reentry_mass,
        &UpperAirIntensity {
            soot_per_launch: case.black_carbon,
            alumina: case.reentry_alumina,
            nitrogen_oxides: case.reentry_nitrogen_oxides,
        },
    );
    let energy: Energy = available_energy(case.it_power, availability, case.horizon);
    outcome.external_launched_mass = Some(inventory.launched_mass);
    outcome.external_launches = Some(inventory.launches);
    outcome.external_reentry_mass = Some(inventory.reentry_mass);
    outcome.external_black_carbon = (case.emissions == EmissionRecord::Known).then_some(left.soot);
    outcome.external_launch_carbon_per_mass = Some(emission.launch / inventory.launched_mass);
    outcome.external_alumina = Some(left.alumina);
    outcome.external_nitrogen_oxides = Some(left.nitrogen_oxides);
    report_carbon(&emission, energy, outcome);
}

/// Writes the two totals and their parts; they are never mixed.
fn report_carbon(emission: &OrbitEmission, energy: Energy, outcome: &mut Outcome) {
    outcome.external_orbit_energy = Some(energy);
    outcome.external_launch_carbon = Some(emission.launch);
    outcome.external_manufacture_carbon = Some(emission.manufacture);
    outcome.external_computers_carbon = Some(emission.computers);
    outcome.external_reentry_carbon = Some(emission.reentry);
    outcome.carbon_orbit = Some(emission.without_reentry() / energy);
    outcome.carbon_orbit_reentry = Some(emission.with_reentry() / energy);
}

/// Writes what the ground side leaves into the outcome; `bought` is the share of its energy that panels and storage leave.
pub(super) fn ground(case: &Case, supply: &Supply, bought: Ratio, outcome: &mut Outcome) {
    let power: EmissionPerEnergy =
        if supply.solar.is_some() { case.backup_carbon * bought } else { case.grid_carbon };
    let solar = supply.solar.map_or(SolarEmission::NONE, |plant| {
        solar_emission(&SolarInventory {
            field: plant.field,
            field_carbon: case.solar_carbon,
            field_life: plant.field_life,
            storage: plant.storage,
            storage_carbon: case.storage_carbon,
            storage_life: plant.storage_life,
            load: super::ground::mean_power(case),
        })
    });
    let emission = ground_emission(&GroundInventory {
        power,
        solar,
        pue: case.pue,
        utilization: case.utilization,
        availability: case.ground_availability,
        building: case.building_carbon,
        building_life: case.facility_life,
        computers: case.it_embodied,
        computer_life: case.it_life,
        failure_rate: case.ground_failure_rate,
    });
    let energy: Energy = available_energy(case.it_power, case.ground_availability, case.horizon);
    outcome.external_ground_energy = Some(energy);
    outcome.ground_power_carbon = Some(power);
    outcome.ground_supply_carbon = Some(power + solar.field + solar.storage);
    outcome.external_ground_power_carbon = Some(emission.power * energy);
    outcome.external_ground_solar_carbon = Some(emission.field * energy);
    outcome.external_ground_storage_carbon = Some(emission.storage * energy);
    outcome.external_ground_building_carbon = Some(emission.building * energy);
    outcome.external_ground_computers_carbon = Some(emission.computers * energy);
    outcome.external_ground_water = Some(case.water_use * case.utilization * energy);
    outcome.carbon_ground = Some(emission.total());
}
