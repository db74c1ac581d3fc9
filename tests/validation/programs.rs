//! Errors against independent programs over their grids: what is reached, which is tighter than
//! what is allowed.

use super::{EMBEDDED, errors_of};

#[test]
fn val_orekit_sun_synchronous_inclination() {
    errors_of("sso_inclination", "kepler_period_s_brahe", 13, [1e-9, 1e-9, 1e-9]);
    errors_of("sso_inclination", "sso_inc_deg_j2_brahe", 13, [2e-5, 1e-4, 1e-4]);
    errors_of("sso_inclination", "sso_inc_deg_orekit_eh", 13, [3e-5, 1e-4, 1e-4]);
}

#[test]
fn val_orekit_node_rate_and_nodal_period() {
    let rate = "raan_rate_deg_day_orekit_eh, 45 to 140 deg";
    errors_of("nodal_rate", rate, 62, [2e-6, 5e-6, 5e-6]);
    errors_of("nodal_rate", "nodal_period_s_orekit_eh, below 2000 km", 54, [0.003, 0.008, 0.008]);
    let full_forces = "raan_rate_deg_day_orekit_num_20x20_sun_moon";
    errors_of("nodal_rate_numerical", full_forces, 5, [2e-4, 6e-4, 6e-4]);
}

#[test]
fn val_orekit_sun_place_and_distance() {
    errors_of("sun_position", "ra_mod_deg_orekit_geometric", 61, [0.003, 0.004, 0.005]);
    errors_of("sun_position", "dec_mod_deg_orekit_geometric", 61, [0.0005, 0.0015, 0.002]);
    errors_of("sun_position", "dist_au_orekit_de440", 61, [2.5e-5, 4e-5, 4e-5]);
    errors_of("sun_position", "eot_min_skyfield", 61, [0.01, 0.015, 0.02]);
}

#[test]
fn val_orekit_shadow_of_one_orbit() {
    errors_of("beta_eclipse_one_orbit", "beta_deg_orekit", 528, [0.0015, 0.004, 0.004]);
    errors_of("beta_eclipse_one_orbit", "shadow_s_orekit_sphere", 380, [0.4, 0.6, 0.6]);
    errors_of("beta_eclipse_one_orbit", "umbra_s_orekit_sphere", 380, [0.4, 0.6, 0.6]);
    errors_of(
        "beta_eclipse_one_orbit",
        "shadow_s_orekit_sphere, up to 600 s",
        132,
        [0.1, 0.5, 1.0],
    );
}

#[test]
fn val_orekit_shadow_of_the_year_on_a_sphere() {
    let fraction = "mean_sunlight_fraction_sphere";
    let all = |class: &str| format!("{fraction}, {class}");
    errors_of("eclipse_year_2027", &all("sun-synchronous"), 20, [1e-4, 7e-4, 1e-3]);
    errors_of("eclipse_year_2027", &all("drifting"), 13, [5e-5, 3e-4, 3e-4]);
    errors_of("eclipse_year_2027", "max_shadow_s_sphere, 8:00 to 12:00", 12, [2.0, 3.0, 3.0]);
    errors_of("eclipse_year_2027", "max_shadow_s_sphere, dawn-dusk", 8, [6.0, 16.0, 16.0]);
}

#[test]
fn val_orekit_shadow_of_the_year_on_the_ellipsoid() {
    let fraction = "mean_sunlight_fraction_wgs84, sun-synchronous";
    errors_of("eclipse_year_2027", fraction, 20, [1e-3, 3e-3, 3e-3]);
    let fraction = "mean_sunlight_fraction_wgs84, drifting";
    errors_of("eclipse_year_2027", fraction, 13, [3e-4, 6e-4, 6e-4]);
    errors_of("eclipse_year_2027", "shadow_days_wgs84, sun-synchronous", 20, [0.0, 2.0, 3.0]);
}

#[test]
fn val_brahe_sunlight_on_an_array() {
    errors_of("array_irradiance_2027", "mean_irradiance_W_m2", 16, [6e-4, 0.002, 0.002]);
    errors_of("array_irradiance_2027", "month", 176, [6e-4, 0.003, 0.005]);
}

#[test]
fn val_pvlib_irradiance() {
    errors_of("solar_irradiance_2027", "irr_pvlib_nrel_W_m2", 35, [6e-5, 1e-4, 1e-4]);
}

#[test]
fn val_quadrature_view_and_albedo_factors() {
    errors_of("view_factor_plate_earth", "F_quadrature", 71, [1e-10, 1e-10, 1e-10]);
    errors_of("albedo_factor_plate", "Fa_quadrature", 150, [2e-6, 3e-5, 3e-5]);
    errors_of("orbit_average_factors", "mean_F_ir", 66, [1e-10, 2e-6, 1e-5]);
    errors_of("orbit_average_factors", "mean_Fa_albedo", 66, [2e-5, 1e-4, 2e-4]);
}

#[test]
fn val_scipy_plates_fins_and_radiators() {
    errors_of("plate_temperature", "T_plate_K", 249, [1e-9, 1e-9, 1e-9]);
    errors_of("fin_efficiency_rect", "eta_bvp", 68, [1e-6, 3e-6, 3e-6]);
    errors_of("fin_efficiency_rect", "eta_quadrature", 68, [1e-10, 1e-10, 1e-10]);
    errors_of("fin_optimum", "Nc_opt", 1, [1e-6, 1e-6, 1e-6]);
    errors_of("radiator_area", "area_m2_fluid_integral", 64, [1e-9, 1e-9, 1e-9]);
}

#[test]
fn val_pymsis_density() {
    errors_of("density_global_mean", "rho_nrlmsise00_kg_m3", 27, [1e-6, 1e-6, 1e-6]);
    errors_of("density_global_mean", "rho_nrlmsis21_kg_m3", 27, [0.13, 0.15, 0.15]);
}

#[test]
fn val_orekit_decay() {
    let integrated = "delta_a_m_orekit, integrated, from 300 m";
    errors_of("drag_decay_orekit", integrated, 7, [0.001, 0.002, 0.002]);
    let small = "delta_a_m_orekit, integrated, below 300 m";
    errors_of("drag_decay_orekit", small, 22, [0.001, 0.002, 0.002]);
    let same = "years_to_300_km, same density, up to 400 km";
    errors_of("orbit_lifetime_to_300km", same, 6, [1e-5, 1e-5, 1e-5]);
}

#[test]
fn val_quadrature_optical_terminals() {
    errors_of("pointing_jitter_loss", "mean_gain_quadrature", 8, [1e-9, 1e-9, 1e-9]);
    errors_of("truncated_gaussian_gain", "efficiency_opt_quadrature", 3, [1e-9, 1e-9, 1e-9]);
    errors_of("ook_ber", "q_factor", 3, [1e-9, 1e-9, 1e-9]);
}

#[test]
fn val_numpy_financial_flows() {
    errors_of("npv_irr", "npv", 60, [1e-15, 1e-15, 1e-15]);
    errors_of("npv_irr", "all_real_irr", 13, [1e-13, 1e-13, 1e-13]);
    errors_of("annuity", "crf_numpy_financial_pmt", 54, [2e-10, 5e-10, 5e-10]);
}

#[test]
fn val_levels_are_counted_apart() {
    let rows = |level: u8| -> usize {
        EMBEDDED.tables.iter().filter(|one| one.level == level).map(|one| one.rows).sum()
    };
    assert!(rows(2) > 4_500, "independent programs: {}", rows(2));
    assert!(rows(1) >= 17, "published figures: {}", rows(1));
    assert!(rows(0) > 6_500, "arithmetic: {}", rows(0));
}

#[test]
fn val_scipy_storage_through_the_longest_shadow() {
    errors_of("battery_shadow", "shadow_s", 5, [0.002, 0.005, 0.005]);
    errors_of("battery_shadow", "energy_kWh", 5, [0.002, 0.005, 0.005]);
    errors_of("battery_shadow", "charge_factor", 5, [0.002, 0.005, 0.005]);
}

#[test]
fn val_scipy_spirals() {
    errors_of("spiral_thrust", "propellant_kg", 6, [1e-6, 5e-6, 5e-6]);
    errors_of("spiral_thrust", "time_d", 6, [1e-6, 5e-6, 5e-6]);
    errors_of("spiral_thrust", "reached_deg", 1, [0.001, 0.001, 0.001]);
}

#[test]
fn val_scipy_heat_chain_and_booms() {
    errors_of("heat_chain", "area_m2", 6, [5e-4, 0.005, 0.005]);
    errors_of("boom_modes", "mass_kg", 6, [1e-6, 3e-5, 3e-5]);
}
