//! Tests of the emissions of both sides.
#![cfg(test)]

use super::*;
use crate::units::{
    gram_per_kilowatt_hour, kilogram, kilogram_per_kilowatt, kilowatt, kilowatt_hour, per_year,
    tonne, year,
};

fn years(value: f64) -> Time {
    Time::new::<year>(value)
}

fn close(got: f64, want: f64, relative: f64) -> bool {
    (got - want).abs() <= relative * got.abs().max(want.abs())
}

fn course() -> FleetCourse {
    FleetCourse {
        launched: Mass::new::<kilogram>(54.0),
        dry: Mass::new::<kilogram>(50.0),
        computer_mass: Mass::new::<kilogram>(5.0),
        computers: Power::new::<kilowatt>(1.2),
        life: years(5.0),
        computer_life: years(5.0),
        replenishment: Frequency::from_base(0.0),
        relaunched: Frequency::from_base(0.0),
        failure_rate: fraction(0.0),
        carried: Mass::new::<kilogram>(10_000.0),
        payload: Mass::new::<kilogram>(10_000.0),
        horizon: years(5.0),
    }
}

fn intensity() -> OrbitIntensity {
    OrbitIntensity {
        launch: Mass::new::<tonne>(280.0),
        manufacture: fraction(80.0),
        computers: SpecificMass::new::<kilogram_per_kilowatt>(300.0),
        reentry: fraction(119.2),
    }
}

fn kilograms(mass: Mass) -> f64 {
    mass.get::<kilogram>()
}

fn ground() -> GroundInventory {
    GroundInventory {
        power: EmissionPerEnergy::new::<gram_per_kilowatt_hour>(369.0),
        solar: SolarEmission::NONE,
        pue: fraction(1.2),
        utilization: fraction(0.8),
        availability: fraction(0.98),
        building: SpecificMass::new::<kilogram_per_kilowatt>(1000.0),
        building_life: years(15.0),
        computers: SpecificMass::new::<kilogram_per_kilowatt>(300.0),
        computer_life: years(5.0),
        failure_rate: Frequency::new::<per_year>(0.045),
    }
}

#[test]
fn thirty_kilograms_at_31_are_21_grams_per_kilowatt_hour() {
    let fleet = FleetCourse { launched: Mass::new::<kilogram>(30.0), ..course() };
    let intensity = OrbitIntensity { launch: Mass::new::<tonne>(310.0), ..intensity() };
    let launch = orbit_emission(&orbit_inventory(&fleet), &intensity).launch;
    let energy = available_energy(Power::new::<kilowatt>(1.0), fraction(1.0), years(5.0));
    let per_energy: EmissionPerEnergy = launch / energy;
    assert!((per_energy.get::<gram_per_kilowatt_hour>() - 21.2).abs() < 0.05);
    assert!(close(energy.get::<kilowatt_hour>(), 43_800.0, 1e-12));
}

#[test]
fn parts_of_orbit_are_mass_times_intensity() {
    let emission = orbit_emission(&orbit_inventory(&course()), &intensity());
    assert!(close(kilograms(emission.launch), 54.0 * 28.0, 1e-12));
    assert!(close(kilograms(emission.manufacture), 45.0 * 80.0, 1e-12));
    assert!(close(kilograms(emission.computers), 360.0, 1e-12));
    assert!(close(kilograms(emission.reentry), 50.0 * 119.2, 1e-12));
}

#[test]
fn one_launch_in_five_that_fails_asks_for_a_quarter_more_of_all_but_reentry() {
    let failing = FleetCourse { failure_rate: fraction(0.2), ..course() };
    let (sure, failing) = (orbit_inventory(&course()), orbit_inventory(&failing));
    assert!(close(failing.launches.base(), 1.25 * sure.launches.base(), 1e-12));
    assert!(close(failing.platform_mass.base(), 1.25 * sure.platform_mass.base(), 1e-12));
    assert!(close(failing.computers.base(), 1.25 * sure.computers.base(), 1e-12));
    assert_eq!(failing.reentry_mass, sure.reentry_mass);
    assert_eq!(failing.launched_mass, sure.launched_mass);
}

#[test]
fn nine_percent_bought_again_each_year_are_45_percent_more_in_five_years() {
    let share = Frequency::new::<per_year>(0.09);
    let bought = FleetCourse { replenishment: share, ..course() };
    let again = FleetCourse { relaunched: share, ..bought };
    assert_eq!(orbit_inventory(&bought).launches, orbit_inventory(&course()).launches);
    assert_eq!(orbit_inventory(&bought).computers, orbit_inventory(&again).computers);
    let (once, again) = (orbit_inventory(&course()), orbit_inventory(&again));
    assert!(close(again.launches.base(), 1.45 * once.launches.base(), 1e-12));
    assert!(close(again.platform_mass.base(), 1.45 * once.platform_mass.base(), 1e-12));
    assert!(close(again.computers.base(), 1.45 * once.computers.base(), 1e-12));
    assert!(close(again.reentry_mass.base(), 1.45 * once.reentry_mass.base(), 1e-12));
}

#[test]
fn computers_that_live_half_as_long_are_made_launched_and_burnt_twice() {
    let renewed = FleetCourse { computer_life: years(2.5), ..course() };
    let (once, twice) = (orbit_inventory(&course()), orbit_inventory(&renewed));
    assert!(close(kilograms(twice.launched_mass), 59.0, 1e-12));
    assert!(close(kilograms(twice.reentry_mass), 55.0, 1e-12));
    assert!(close(twice.computers.base(), 2.0 * once.computers.base(), 1e-12));
    assert_eq!(twice.platform_mass, once.platform_mass);
}

#[test]
fn three_lives_count_three_times() {
    let long = FleetCourse { horizon: years(15.0), ..course() };
    let (one, three) = (orbit_inventory(&course()), orbit_inventory(&long));
    assert!(close(three.launched_mass.base(), 3.0 * one.launched_mass.base(), 1e-12));
    assert!(close(three.launches.base(), 3.0 * one.launches.base(), 1e-12));
    assert!(close(three.computers.base(), 3.0 * one.computers.base(), 1e-12));
}

#[test]
fn reentry_is_apart_from_the_rest() {
    let inventory = orbit_inventory(&course());
    let emission = orbit_emission(&inventory, &intensity());
    let no_oxides = OrbitIntensity { reentry: fraction(0.0), ..intensity() };
    let without = orbit_emission(&inventory, &no_oxides);
    assert!(emission.reentry.base() > 0.0);
    let rest = OrbitEmission { reentry: without.reentry, ..emission };
    assert_eq!(rest, without);
}

#[test]
fn ground_power_is_the_grid_times_pue_and_utilization() {
    let emission = ground_emission(&ground());
    let grams = |part: EmissionPerEnergy| part.get::<gram_per_kilowatt_hour>();
    assert!(close(grams(emission.power), 369.0 * 1.2 * 0.8, 1e-12));
    assert!(close(grams(emission.building), 1.0e6 / 15.0 / (8760.0 * 0.98), 1e-12));
    assert!(close(grams(emission.computers), 3.0e5 * 0.245 / (8760.0 * 0.98), 1e-12));
    assert!(close(
        emission.total().base(),
        (emission.power + emission.building + emission.computers).base(),
        1e-15
    ));
}

#[test]
fn six_watts_of_panels_and_35_watt_hours_of_storage_for_a_watt_emit_78_grams() {
    let plant = SolarInventory {
        field: Power::new::<kilowatt>(6.0),
        field_carbon: SpecificMass::new::<kilogram_per_kilowatt>(2628.0),
        field_life: years(30.0),
        storage: Energy::new::<kilowatt_hour>(35.0),
        storage_carbon: EmissionPerEnergy::new::<gram_per_kilowatt_hour>(90_800.0),
        storage_life: years(20.0),
        load: Power::new::<kilowatt>(1.0),
    };
    let made = solar_emission(&plant);
    let grams = |part: EmissionPerEnergy| part.get::<gram_per_kilowatt_hour>();
    assert!(close(grams(made.field), 60.0, 1e-12), "{made:?}");
    assert!(close(grams(made.storage), 35.0 * 90_800.0 / 20.0 / 8760.0, 1e-12), "{made:?}");
    let site = ground_emission(&GroundInventory { solar: made, ..ground() });
    assert!(close(grams(site.field), 60.0 * 1.2 * 0.8, 1e-12));
    let rise = site.total() - ground_emission(&ground()).total();
    assert!(close(grams(rise), grams(made.field + made.storage) * 0.96, 1e-12));
}

#[test]
fn the_same_computers_weigh_the_same_on_both_sides() {
    let ground = GroundInventory {
        failure_rate: Frequency::from_base(0.0),
        availability: fraction(0.95),
        ..ground()
    };
    let one = Power::new::<kilowatt>(1.0);
    let orbit = orbit_inventory(&FleetCourse { computers: one, ..course() });
    let energy = available_energy(one, ground.availability, years(5.0));
    let in_orbit: EmissionPerEnergy = orbit_emission(&orbit, &intensity()).computers / energy;
    assert!(close(ground_emission(&ground).computers.base(), in_orbit.base(), 1e-13));
}

#[test]
fn one_gigawatt_leaves_1300_t_of_alumina_a_year() {
    let intensity = UpperAirIntensity {
        soot_per_launch: Mass::new::<tonne>(11.5),
        alumina: fraction(0.12),
        nitrogen_oxides: fraction(0.4),
    };
    let left = upper_air(fraction(4500.0), Mass::new::<tonne>(10_800.0), &intensity);
    assert!((left.alumina.get::<tonne>() - 1296.0).abs() < 1e-9);
    assert!((left.soot.get::<tonne>() - 51_750.0).abs() < 1e-9);
    assert!((left.nitrogen_oxides.get::<tonne>() - 4320.0).abs() < 1e-9);
}
