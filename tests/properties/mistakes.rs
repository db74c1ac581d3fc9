//! Mistakes of published calculators, each as a test that this model does not make it.

use crate::common::{default_case, gap, the, value, with};
use skyrack::catalog::Catalog;
use skyrack::constants::EARTH_MEAN_RADIUS;
use skyrack::economics::learning::{mean_unit_factor, price_factor};
use skyrack::physics::atmosphere::{SolarActivity, density};
use skyrack::physics::environment::{Attitude, Environment};
use skyrack::physics::radiator::ideal_flux;
use skyrack::physics::view_factor::plate_to_earth;
use skyrack::scenario::open;
use skyrack::system::evaluation::Evaluation;
use skyrack::system::evaluator::Evaluator;
use skyrack::system::inputs::Case;
use skyrack::units::{
    Angle, Frequency, Length, Temperature, Time, degree, fraction, hour, kilometer,
};

const HOUR: f64 = 3_600.0;
const DAY: f64 = 24.0 * HOUR;
const KILOMETER: f64 = 1_000.0;

fn evaluate(case: &Case) -> Evaluation {
    Evaluator::new(case).evaluate(case)
}

/// A metric of a case in base units.
fn of(case: &Case, path: &str) -> f64 {
    value(&evaluate(case), path).unwrap_or_else(|| panic!("{path} does not exist"))
}

fn named(scenario: &str, set: &[&str]) -> Case {
    let set: Vec<String> = set.iter().map(|text| (*text).to_owned()).collect();
    open(scenario, &set).unwrap().nominal()
}

fn at(altitude_km: f64) -> Case {
    with(&default_case(), "orbit.altitude", altitude_km * KILOMETER)
}

/// A case at an altitude with cells that particles do not wear.
fn hardy(altitude_km: f64) -> Case {
    with(&at(altitude_km), "array.fluence_limit", 1.0e20)
}

/// A metric before and after an input is multiplied.
fn when_scaled(input: &str, factor: f64, metric: &str) -> (f64, f64) {
    let case = default_case();
    let scaled = with(&case, input, factor * (the(input).get)(&case));
    (of(&case, metric), of(&scaled, metric))
}

fn environment(case: &Case) -> Environment {
    *Evaluator::new(case).environment().unwrap()
}

// ---- heat and environment

#[test]
fn prop_power_becomes_heat() {
    let case = default_case();
    let left = of(&case, "power.radiated") + of(&case, "power.jet");
    let electric = of(&case, "power.bus") + of(&case, "power.battery_loss");
    assert!(gap(of(&case, "radiator.heat"), electric - left) < 1e-12);
    assert!(of(&case, "radiator.heat") > of(&case, "power.it"));
}

#[test]
fn prop_each_orbit_has_its_own_sink_temperature() {
    let [low, high, far] =
        [400.0, 1_200.0, 5_000.0].map(|km| of(&hardy(km), "environment.sink_temperature"));
    assert!(low > high + 5.0 && high > far + 5.0, "{low} {high} {far}");
    let noon = with(&at(550.0), "orbit.ltan", 12.0 * HOUR);
    let dawn = of(&at(550.0), "environment.sink_temperature");
    assert!((of(&noon, "environment.sink_temperature") - dawn).abs() > 1.0);
}

#[test]
fn prop_a_panel_that_emits_from_two_faces_absorbs_on_two() {
    let mut case = at(550.0);
    case.radiator.attitude = Attitude::EdgeOn;
    let ratio = fraction(1.0) + case.orbit.altitude / EARTH_MEAN_RADIUS;
    let one_face = plate_to_earth(ratio, Angle::new::<degree>(90.0)).base();
    let both = environment(&case).hot.infrared_factor.base();
    assert!((both - 2.0 * one_face).abs() < 0.01, "{both} on both faces, {one_face} on one");
    assert!(gap(of(&case, "radiator.faces"), 2.0) < 1e-15);
}

#[test]
fn prop_a_plate_edge_on_at_550_km_sees_a_quarter_of_its_sky_filled_by_the_earth() {
    let ratio = fraction(1.0 + 550.0 / 6_371.0);
    let factor = plate_to_earth(ratio, Angle::new::<degree>(90.0)).base();
    assert!((factor - 0.2578).abs() < 5e-5, "{factor}, not 0.021");
}

#[test]
fn prop_the_radiator_is_colder_than_the_chip() {
    let case = default_case();
    let chip = of(&case, "chip.temperature");
    let coolant = (the("coolant.temperature").get)(&case);
    let root = of(&case, "radiator.root_temperature");
    let surface = of(&case, "radiator.temperature");
    assert!(chip > coolant + 10.0, "{chip} {coolant}");
    assert!(coolant > root && root > surface, "{coolant} {root} {surface}");
}

#[test]
fn prop_radiator_area_goes_with_power_and_not_with_its_fourth_root() {
    let (one, two) = when_scaled("it.power", 2.0, "radiator.panel_area");
    assert!((two / one - 2.0).abs() < 0.01, "{}", two / one);
}

#[test]
fn prop_array_area_goes_with_power() {
    let (one, two) = when_scaled("it.power", 2.0, "array.area");
    assert!((two / one - 2.0).abs() < 0.01, "{}", two / one);
}

#[test]
fn prop_radiator_mass_depends_on_its_temperature() {
    let case = default_case();
    let hotter = with(&case, "coolant.temperature", case.coolant.temperature.base() + 40.0);
    let cold = of(&case, "mass.radiator_panels");
    let hot = of(&hotter, "mass.radiator_panels");
    assert!(hot < 0.7 * cold, "{cold} kg, 40 K hotter {hot} kg");
}

#[test]
fn prop_coatings_are_those_of_the_end_of_life() {
    let catalog = Catalog::builtin();
    let address = the("radiator.absorptance").default;
    assert!(address.ends_with("_eol"), "{address}");
    let new = catalog.value(&address.replace("_eol", "_bol"), 2026).unwrap().nominal;
    let old = catalog.value(address, 2026).unwrap().nominal;
    assert!(old > new, "{old} {new}");
    let noon = with(&at(550.0), "orbit.ltan", 12.0 * HOUR);
    let fresh = with(&noon, "radiator.absorptance", new);
    assert!(of(&noon, "radiator.panel_area") > of(&fresh, "radiator.panel_area"));
}

#[test]
fn prop_fins_and_film_cost_flux() {
    let case = default_case();
    assert!(of(&case, "radiator.fin_effectiveness") < 1.0);
    let without = with(&case, "radiator.fin_length", 0.0);
    assert!(of(&case, "radiator.net_flux") < of(&without, "radiator.net_flux"));
    let perfect = 2.0 * ideal_flux(Temperature::from_base(case.coolant.temperature.base())).base();
    assert!(gap(of(&case, "radiator.bound"), perfect) < 1e-12);
    assert!(of(&case, "radiator.net_flux") < 0.9 * perfect);
}

#[test]
fn prop_pumps_take_power_and_give_heat() {
    let (once, twice) = when_scaled("coolant.pressure_drop", 2.0, "power.pumps");
    assert!(once > 0.0 && (twice / once - 2.0).abs() < 0.05, "{once} {twice}");
    let (before, after) = when_scaled("coolant.pressure_drop", 2.0, "radiator.heat");
    assert!(after - before > 0.99 * (twice - once), "{before} {after}");
}

// ---- orbit and power

#[test]
fn prop_dawn_dusk_at_550_km_is_lit_95_percent_of_the_year_and_not_98() {
    let lit = of(&at(550.0), "environment.sunlit_fraction");
    assert!((lit - 0.953).abs() < 0.002, "{lit}");
}

#[test]
fn prop_dawn_dusk_at_550_km_has_three_months_of_eclipses() {
    for ltan in [6.0, 18.0] {
        let case = with(&at(550.0), "orbit.ltan", ltan * HOUR);
        let days = of(&case, "environment.eclipse_days") / DAY;
        assert!((94.0..=101.0).contains(&days), "{days} days");
    }
}

#[test]
fn prop_a_day_of_the_eclipse_season_has_fifteen_eclipses_and_not_one() {
    let case = at(550.0);
    let a_day =
        of(&case, "environment.eclipse_count") * DAY / of(&case, "environment.eclipse_days");
    assert!((14.0..=15.5).contains(&a_day), "{a_day}");
}

#[test]
fn prop_the_orbit_changes_sunlight_heat_and_drag() {
    let dawn = at(550.0);
    let inclined = named("starlink-shell", &[]);
    let lit = [&dawn, &inclined].map(|case| of(case, "environment.sunlit_fraction"));
    assert!(lit[0] - lit[1] > 0.2, "{lit:?}");
    for path in ["environment.sink_temperature", "radiation.dose", "launch.payload"] {
        assert!(gap(of(&dawn, path), of(&inclined, path)) > 0.01, "{path}");
    }
}

#[test]
fn prop_the_earth_does_not_shade_half_of_every_orbit() {
    let noon = of(&with(&at(550.0), "orbit.ltan", 12.0 * HOUR), "environment.sunlit_fraction");
    let high = of(&with(&at(5_000.0), "orbit.ltan", 12.0 * HOUR), "environment.sunlit_fraction");
    assert!((noon - 0.63).abs() < 0.02 && high > 0.8, "{noon} {high}");
}

#[test]
fn prop_the_battery_carries_the_whole_load_through_the_longest_shadow() {
    let case = at(550.0);
    let usable = of(&case, "battery.energy")
        * of(&case, "battery.depth_of_discharge")
        * (the("battery.end_of_life_capacity").get)(&case);
    let needed = of(&case, "power.bus") * of(&case, "environment.eclipse_max");
    assert!(usable >= needed, "{usable} {needed}");
    assert!(of(&case, "environment.eclipse_max") > 15.0 * 60.0);
}

#[test]
fn prop_the_battery_is_not_drained_to_nothing() {
    for name in ["reference-2026", "starlink-shell", "optimistic-2035"] {
        let depth = of(&named(name, &[]), "battery.depth_of_discharge");
        assert!(depth < 0.85, "{name}: {depth}");
    }
    let (few, many) = when_scaled("mission.life", 3.0, "battery.depth_of_discharge");
    assert!(many < few, "{few} {many}");
}

#[test]
fn prop_a_battery_pack_is_heavier_than_its_cells() {
    let catalog = Catalog::builtin();
    let address = the("battery.specific_energy").default;
    assert!(address.ends_with("_pack"), "{address}");
    let pack = catalog.value(address, 2026).unwrap().nominal;
    let cell = catalog.value("subsystems.battery_li.cell_specific_energy", 2026).unwrap().nominal;
    assert!(pack < cell, "{pack} {cell}");
}

#[test]
fn prop_fade_of_the_array_is_paid_once() {
    let faster = |path| when_scaled("array.degradation", 2.0, path);
    let (before, after) = faster("array.power_bol");
    assert!(after > before);
    for path in ["array.power_eol", "orbit.availability", "power.bus", "orbit.asset_life"] {
        let (before, after) = faster(path);
        assert!(gap(before, after) < 0.005, "{path}: {before} {after}");
    }
}

#[test]
fn prop_the_air_gets_thinner_above_800_km() {
    let at = |km: f64| density(Length::new::<kilometer>(km), SolarActivity::Moderate).unwrap();
    let [low, middle, high] = [800.0, 1_000.0, 1_400.0].map(|km| at(km).value.base());
    assert!(low > 2.0 * middle && middle > 2.0 * high, "{low:e} {middle:e} {high:e}");
}

#[test]
fn prop_drag_slows_the_whole_launched_mass_with_array_and_radiators() {
    let case = at(400.0);
    let change = of(&case, "propulsion.drag_make_up") * of(&case, "mass.launched");
    assert!(gap(change, of(&case, "propulsion.drag_force")) < 1e-9);
    let (small, large) = when_scaled("radiator.area_factor", 2.0, "propulsion.drag_force");
    assert!(large > 1.2 * small, "{small} {large}");
}

// ---- units

#[test]
fn prop_a_learning_rate_counts_by_doubling_and_not_by_year() {
    let rate = fraction(0.2);
    for (experience, factor) in [(1.0, 1.0), (2.0, 0.8), (4.0, 0.64), (8.0, 0.512)] {
        assert!(gap(price_factor(rate, fraction(experience)).base(), factor) < 1e-12);
    }
}

#[test]
fn prop_a_batch_costs_its_mean_unit_and_not_its_last() {
    let rate = fraction(0.15);
    let mean = mean_unit_factor(rate, 0, 100).base();
    let last = price_factor(rate, fraction(100.0)).base();
    assert!(mean > 1.2 * last, "{mean} {last}");
}

#[test]
fn prop_a_kilowatt_is_a_kilowatt_of_computers_on_both_sides() {
    let case = default_case();
    let it = (the("it.power").get)(&case);
    for side in ["orbit", "ground"] {
        let capex = of(&case, &format!("{side}.capex"));
        assert!(gap(of(&case, &format!("{side}.capex_per_it_power")), capex / it) < 1e-12);
    }
    assert!(gap(of(&case, "mass.per_it_power"), of(&case, "mass.launched") / it) < 1e-12);
    let (before, after) = when_scaled("satellite.housekeeping", 2.0, "power.it");
    assert!(gap(before, after) < 1e-15);
}

#[test]
fn prop_the_facility_is_counted_by_its_overhead_once() {
    let (before, after) = when_scaled("ground.pue", 1.2, "ground.electricity_cost");
    assert!(gap(after, 1.2 * before) < 1e-12);
    let (before, after) = when_scaled("ground.pue", 1.2, "ground.capex");
    assert!(gap(before, after) < 1e-15);
}

#[test]
fn prop_one_accelerator_costs_what_one_accelerator_costs() {
    let case = default_case();
    let price = (the("it.price").get)(&case) * (the("it.accelerator_power").get)(&case);
    assert!((2.0e4..1.2e5).contains(&price), "{price} USD for one with its share of the rack");
}

// ---- money

#[test]
fn prop_computers_are_paid_on_both_sides_at_one_price() {
    let case = default_case();
    let (orbit, ground) = (of(&case, "cost.computers"), of(&case, "ground.computers_cost"));
    assert!(orbit >= ground && ground > 0.0, "{orbit} {ground}");
    let mut none = case;
    (none.it.spares, none.fleet.spares) = (fraction(0.0), fraction(0.0));
    assert!(gap(of(&none, "cost.computers"), ground) < 1e-12);
}

#[test]
fn prop_later_money_counts_less() {
    let case = default_case();
    let horizon = (the("finance.horizon").get)(&case);
    for side in ["orbit", "ground"] {
        assert!(of(&case, &format!("{side}.annuity")) < 0.9 * horizon);
    }
}

#[test]
fn prop_a_building_of_thirty_years_is_not_written_off_in_five() {
    let years = |count: f64| Time::new::<hour>(8_766.0 * count);
    let mut case = default_case();
    (case.ground.facility_life, case.finance.horizon) = (years(30.0), years(5.0));
    let share = of(&case, "ground.facility_purchase_factor");
    assert!((5.0 / 30.0..0.7).contains(&share), "{share}");
}

#[test]
fn prop_spares_are_not_free() {
    for input in ["fleet.spares", "it.spares"] {
        let case = with(&default_case(), input, 0.1);
        let more = with(&case, input, 0.5);
        for path in ["cost.computers", "orbit.capex", "orbit.present_cost"] {
            assert!(of(&more, path) > 1.001 * of(&case, path), "{input}: {path}");
        }
    }
}

#[test]
fn prop_what_fails_in_orbit_lowers_the_output_and_is_not_paid_again() {
    let (before, after) = when_scaled("it.failure_rate", 2.0, "orbit.availability");
    assert!(after < before, "{before} {after}");
    let (before, after) = when_scaled("it.failure_rate", 2.0, "orbit.present_cost");
    assert!(gap(before, after) < 1e-15);
}

#[test]
fn prop_without_failures_nothing_is_lost_and_spares_add_nothing() {
    let mut case = default_case();
    for path in ["it.failure_rate", "fleet.failure_rate", "it.spares", "fleet.spares"] {
        case = with(&case, path, 0.0);
    }
    let ideal = of(&case, "radiation.availability") * (1.0 - of(&case, "orbit.eclipse_loss"));
    assert_eq!(of(&case, "orbit.availability").to_bits(), ideal.to_bits());
    let spared = with(&with(&case, "it.spares", 0.2), "fleet.spares", 0.5);
    assert!(gap(of(&spared, "orbit.availability"), ideal) < 1e-15);
}

#[test]
fn prop_every_spare_satellite_that_is_paid_for_counts() {
    // one working satellite: any share of spares is one whole satellite, and its price and its help
    // are the same
    let limit = (the("satellite.it_power_limit").get)(&default_case());
    let one = with(&default_case(), "it.power", limit);
    let few = with(&one, "fleet.spares", 0.05);
    let more = with(&one, "fleet.spares", 1.0);
    for path in ["satellite.spares", "orbit.capex", "orbit.availability"] {
        assert!(gap(of(&few, path), of(&more, path)) < 1e-15, "{path}");
    }
    let none = with(&one, "fleet.spares", 0.0);
    assert!(of(&none, "orbit.availability") < of(&few, "orbit.availability"));
}

#[test]
fn prop_early_failures_cost_less_over_a_life_than_late_ones() {
    for path in ["it.failure_shape", "fleet.failure_shape"] {
        let at = |shape: f64| of(&with(&default_case(), path, shape), "orbit.availability");
        assert!(at(0.5) > at(1.0) && at(1.0) > at(2.0), "{path}");
    }
}

#[test]
fn prop_a_hot_spare_takes_power_and_gives_heat() {
    let cold = with(&default_case(), "it.spares", 0.2);
    let hot = with(&cold, "it.spare_power", 0.3);
    let spares = of(&hot, "power.spares");
    assert!(gap(spares, 0.06 * of(&hot, "power.it")) < 1e-12);
    assert!(of(&hot, "power.bus") - of(&cold, "power.bus") > spares);
    assert!(of(&hot, "radiator.heat") - of(&cold, "radiator.heat") > spares);
    assert!(of(&cold, "power.spares") == 0.0);
}

#[test]
fn prop_what_fails_on_the_ground_is_replaced_and_the_output_stays() {
    let (before, after) = when_scaled("ground.failure_rate", 2.0, "ground.repair_cost");
    assert!(gap(after, 2.0 * before) < 1e-12);
    let (before, after) = when_scaled("ground.failure_rate", 2.0, "ground.availability");
    assert!(gap(before, after) < 1e-15);
}

#[test]
fn prop_a_launch_price_that_is_given_is_the_price_that_is_used() {
    for set in [
        ["launch.vehicle=starship_v3", "launch.price=123 USD2026/kg"],
        ["launch.price=123 USD2026/kg", "launch.vehicle=starship_v3"],
    ] {
        let case = named("reference-2026", &set);
        let paid =
            of(&case, "launch.price_per_launch") / (the("launch.reference_payload").get)(&case);
        assert!(gap(paid, 123.0) < 1e-12, "{set:?}: {paid}");
    }
}

#[test]
fn prop_both_sides_are_credited_with_what_they_deliver() {
    let case = default_case();
    for (side, pin) in [("orbit", true), ("ground", false)] {
        let path = format!("{side}.cost_per_it_energy");
        let mut half = case;
        let now = of(&case, &format!("{side}.availability"));
        if pin {
            half.pins.availability = Some(fraction(0.5 * now));
        } else {
            half.ground.availability = fraction(0.5 * now);
            half.ground.electricity_price = case.ground.electricity_price * 2.0;
            half.ground.water_price = case.ground.water_price * 2.0;
        }
        assert!(gap(of(&half, &path), 2.0 * of(&case, &path)) < 1e-12, "{side}");
    }
}

#[test]
fn prop_utilization_changes_bills_and_no_denominator() {
    let (before, after) = when_scaled("it.utilization", 0.5, "orbit.cost_per_it_energy");
    assert!(gap(before, after) < 1e-15);
    let (before, after) = when_scaled("it.utilization", 0.5, "ground.electricity_cost");
    assert!(gap(after, 0.5 * before) < 1e-12);
}

#[test]
fn prop_size_and_altitude_of_the_satellites_change_the_cost() {
    let (before, after) = when_scaled("satellite.it_power_limit", 0.25, "orbit.capex");
    assert!(gap(before, after) > 0.01, "{before} {after}");
    let (before, after) = when_scaled("orbit.altitude", 1.8, "orbit.capex");
    assert!(gap(before, after) > 0.001, "{before} {after}");
}

#[test]
fn prop_list_price_and_cost_of_the_owner_are_two_prices() {
    let price = |basis: &str| {
        let case = named("falcon9", &[&format!("launch.price_basis={basis}")]);
        (the("launch.price").get)(&case)
    };
    assert!(price("list") > 1.2 * price("internal"), "{} {}", price("list"), price("internal"));
}

#[test]
fn prop_a_price_to_low_orbit_is_not_the_price_to_a_sun_synchronous_one() {
    let case = default_case();
    let low = (the("launch.payload_low_orbit").get)(&case);
    assert!(of(&case, "launch.payload") < 0.9 * low);
    assert!(of(&case, "launch.price_per_mass") > 1.1 * (the("launch.price").get)(&case));
}

#[test]
fn prop_expected_failures_of_launches_are_paid() {
    let (before, after) = when_scaled("launch.failure_rate", 3.0, "launch.cost");
    assert!(after > before, "{before} {after}");
}

// ---- software

#[test]
fn prop_a_value_out_of_range_is_refused_and_not_clamped() {
    for set in ["orbit.altitude=100 km", "array.cell_efficiency=0.95", "ground.pue=0.9"] {
        assert!(open("reference-2026", &[set.to_owned()]).is_err(), "{set}");
    }
}

#[test]
fn prop_a_yearly_share_is_not_a_rate_per_second() {
    let case = default_case();
    let rate = case.array.degradation / Frequency::from_base(1.0 / (365.25 * DAY));
    assert!((0.001..0.2).contains(&rate.base()), "{}", rate.base());
}
