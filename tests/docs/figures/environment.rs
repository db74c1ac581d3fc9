//! Heat that a radiator panel absorbs in four attitudes.

use std::f64::consts::PI;

use skyrack::charts::{Lines, Measure, Scale};
use skyrack::constants::{ASTRONOMICAL_UNIT, EARTH_MEAN_RADIUS, SOLAR_CONSTANT};
use skyrack::physics::eclipse::{EclipseGeometry, shadow};
use skyrack::physics::environment::{Attitude, PlateLoads, radiator_loads};
use skyrack::physics::orbit::keplerian_period;
use skyrack::units::{Angle, Length, Ratio, degree, kilometer, watt_per_square_meter};

use super::reference::{Row, rows, sorted};
use super::{curve, dots, figure, picture, places};

/// Altitude above the mean radius, in kilometers.
const ALTITUDE: f64 = 650.0;
/// Surface and surroundings that the subtitle names.
const EMISSIVITY: f64 = 0.91;
const ABSORPTANCE: f64 = 0.18;
const INFRARED: f64 = 237.0;
const ALBEDO: f64 = 0.3;

/// Attitudes and the faces of the reference that make one up.
const ATTITUDES: [(&str, Attitude, &[&str]); 4] = [
    ("along the orbit normal", Attitude::OrbitNormal, &["orbit_normal", "anti_orbit_normal"]),
    ("one face down, one up", Attitude::Nadir, &["nadir", "zenith"]),
    ("edge-on to Sun and Earth", Attitude::EdgeOn, &["edge_on_radial", "edge_on_radial"]),
    ("back of the array, one face", Attitude::ArrayBack, &["anti_sun"]),
];

pub(crate) fn absorbed_by_attitude() -> Lines {
    let angles = places((0.0, 90.0), 181);
    let mut series: Vec<_> = ATTITUDES
        .iter()
        .map(|&(name, attitude, _)| curve(name, &angles, |beta| absorbed(&loads(attitude, beta))))
        .collect();
    let rows = rows("orbit_average_factors");
    let stated = ATTITUDES.iter().flat_map(|(_, _, faces)| stated(&rows, faces));
    series.push(dots("quadrature", sorted(stated)));
    figure(
        picture(
            "environment",
            "In a dawn-dusk orbit a radiator edge-on to the Sun absorbs a third of one along the \
             orbit normal",
            "Orbit mean at 650 km per panel area; absorptance 0.18, emissivity 0.91, Earth 237 \
             W/m2, albedo 0.3, Sun 1361 W/m2",
            "skyrack: physics::environment::radiator_loads; dots: factors of a quadrature with \
             NumPy at 144 places of the orbit",
        ),
        (
            Measure::new("Beta, angle of the Sun above the orbit plane", "deg"),
            Measure::new("Absorbed heat", "W/m2"),
        ),
        (Scale::Linear, Scale::Linear),
        series,
    )
}

fn loads(attitude: Attitude, beta: f64) -> PlateLoads {
    let beta = Angle::new::<degree>(beta);
    let radius = EARTH_MEAN_RADIUS + Length::new::<kilometer>(ALTITUDE);
    let geometry = EclipseGeometry {
        orbit_radius: radius,
        shadow_radius: EARTH_MEAN_RADIUS,
        beta,
        sun_distance: ASTRONOMICAL_UNIT,
        period: keplerian_period(radius),
    };
    let dark = 1.0 - shadow(&geometry).illumination(geometry.period).base();
    let ratio: Ratio = radius / EARTH_MEAN_RADIUS;
    radiator_loads(ratio, attitude, beta, Angle::from_base(PI * dark))
}

/// Watts per square meter of panel.
fn absorbed(loads: &PlateLoads) -> f64 {
    let PlateLoads { infrared_factor, albedo_factor, solar_factor } = *loads;
    heat(infrared_factor.base(), albedo_factor.base(), solar_factor.base())
}

fn heat(infrared: f64, albedo: f64, direct: f64) -> f64 {
    let sunlight = SOLAR_CONSTANT.get::<watt_per_square_meter>();
    EMISSIVITY * INFRARED * infrared + ABSORPTANCE * sunlight * (direct + ALBEDO * albedo)
}

/// The same of the reference, at angles for which it has all faces.
fn stated(rows: &[Row], faces: &[&str]) -> Vec<(f64, f64)> {
    let of = |beta: f64, face: &str| {
        let here = |row: &&Row| row.is_at("alt_km", ALTITUDE) && row.is_at("beta_deg", beta);
        let row = rows.iter().filter(here).find(|row| row.text("surface") == face)?;
        let direct = row.number("mean_direct_sun_cos");
        Some(heat(row.number("mean_F_ir"), row.number("mean_Fa_albedo"), direct))
    };
    let angles = [0.0, 30.0, 60.0, 75.0, 90.0];
    let whole = |beta: f64| faces.iter().map(|face| of(beta, face)).sum::<Option<f64>>();
    angles.into_iter().filter_map(|beta| Some((beta, whole(beta)?))).collect()
}
