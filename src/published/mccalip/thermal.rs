//! The panel as one isothermal plate, array on one side and radiator on the other.

use super::{Inputs, orbital};

const SUNLIGHT_W_M2: f64 = 1361.0;
const EARTH_INFRARED_W_M2: f64 = 237.0;
const ALBEDO: f64 = 0.3;
const SPACE_K: f64 = 3.0;
const EARTH_RADIUS_KM: f64 = 6371.0;
const STEFAN_BOLTZMANN: f64 = 5.67e-8;
const ICE_K: f64 = 273.15;
const VIEW_POINTS: u32 = 72;
const VIEW_FLOOR: f64 = 0.05;

named_numbers! {
    /// The panel as one isothermal plate.
    Thermal {
        /// Angle of the Earth's radius seen from the orbit.
        earth_angular_radius_deg,
        /// View factor of a face towards the nadir.
        vf_nadir_max,
        /// View factor of the array side.
        vf_side_a,
        /// View factor of the radiator side.
        vf_side_b,
        /// Sum of both.
        vf_total,
        /// Panel area.
        available_area_m2,
        /// Sunlight on it.
        incident_solar_w,
        /// Electricity.
        power_generated_w,
        /// Sunlight absorbed, less electricity.
        q_solar_waste_w,
        /// Infrared of the Earth.
        q_earth_ir_w,
        /// Albedo.
        q_albedo_w,
        /// Electricity, back as heat.
        q_heat_loop_w,
        /// All heat.
        total_heat_in_w,
        /// Emissivities of both sides.
        total_emissivity,
        /// Their mean.
        effective_emissivity,
        /// Temperature of the panel.
        eq_temp_k,
        /// Temperature of the panel.
        eq_temp_c,
        /// Emission of the array side.
        q_rad_a_w,
        /// Emission of the radiator side.
        q_rad_b_w,
        /// Sum of both.
        radiative_capacity_w,
        /// Temperature that the radiator may have.
        radiator_limit_temp_c,
        /// Temperature that the radiator may have.
        radiator_limit_temp_k,
        /// Distance to it.
        temp_margin_k,
        /// Distance over the limit in degrees Celsius.
        margin_pct,
        /// 1 if the panel stays below the limit.
        area_sufficient,
        /// Area at the limit.
        area_required_m2,
    }
}

/// The heat of the panel.
pub fn thermal(inputs: &Inputs) -> Thermal {
    let area = orbital(inputs).array_area_km2 * 1e6;
    let view_a = side_view(inputs);
    let view_b = view_a;
    let nadir = nadir_view(inputs);
    let electricity = SUNLIGHT_W_M2 * inputs.pv_efficiency * area;
    let waste = SUNLIGHT_W_M2 * inputs.solar_absorptivity * area - electricity;
    let earth = EARTH_INFRARED_W_M2
        * (view_a * inputs.emissivity_pv + view_b * inputs.emissivity_radiator)
        * area;
    let cos_beta = libm::cos(inputs.beta_angle_deg.to_radians());
    let albedo = SUNLIGHT_W_M2 * ALBEDO * view_a * cos_beta * inputs.solar_absorptivity * area;
    let heat = waste + earth + albedo + electricity;
    let emissivity = inputs.emissivity_pv + inputs.emissivity_radiator;
    let space = SPACE_K.powi(4);
    let temperature = libm::pow(heat / (STEFAN_BOLTZMANN * area * emissivity) + space, 0.25);
    let emitted = |share: f64| STEFAN_BOLTZMANN * area * share * (temperature.powi(4) - space);
    let limit_c = inputs.max_die_temp_c - inputs.die_to_radiator_drop_k;
    let limit_k = limit_c + ICE_K;
    let margin = limit_c - (temperature - ICE_K);
    Thermal {
        earth_angular_radius_deg: libm::asin(
            EARTH_RADIUS_KM / (EARTH_RADIUS_KM + inputs.orbital_altitude_km),
        )
        .to_degrees(),
        vf_nadir_max: nadir,
        vf_side_a: view_a,
        vf_side_b: view_b,
        vf_total: view_a + view_b,
        available_area_m2: area,
        incident_solar_w: SUNLIGHT_W_M2 * area,
        power_generated_w: electricity,
        q_solar_waste_w: waste,
        q_earth_ir_w: earth,
        q_albedo_w: albedo,
        q_heat_loop_w: electricity,
        total_heat_in_w: heat,
        total_emissivity: emissivity,
        effective_emissivity: emissivity / 2.0,
        eq_temp_k: temperature,
        eq_temp_c: temperature - ICE_K,
        q_rad_a_w: emitted(inputs.emissivity_pv),
        q_rad_b_w: emitted(inputs.emissivity_radiator),
        radiative_capacity_w: emitted(inputs.emissivity_pv) + emitted(inputs.emissivity_radiator),
        radiator_limit_temp_c: limit_c,
        radiator_limit_temp_k: limit_k,
        temp_margin_k: margin,
        margin_pct: 100.0 * margin / limit_c,
        area_sufficient: f64::from(u8::from(temperature - ICE_K <= limit_c)),
        area_required_m2: heat / (STEFAN_BOLTZMANN * emissivity * (limit_k.powi(4) - space)),
    }
}

fn nadir_view(inputs: &Inputs) -> f64 {
    let sine = EARTH_RADIUS_KM / (EARTH_RADIUS_KM + inputs.orbital_altitude_km);
    sine * sine
}

/// View factor of either side: cosine of the tilt, never less than the floor, mean over the points
/// of the orbit. Half of the points take the floor, and the cosines of the others add up to the
/// cotangent of half a step.
fn side_view(inputs: &Inputs) -> f64 {
    let half_step = std::f64::consts::PI / f64::from(VIEW_POINTS);
    let cosines = libm::cos(inputs.beta_angle_deg.to_radians()).abs() / libm::tan(half_step);
    nadir_view(inputs) * (VIEW_FLOOR / 2.0 + cosines / f64::from(VIEW_POINTS))
}
