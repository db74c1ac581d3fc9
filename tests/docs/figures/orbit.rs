//! Time in shadow over the angle of the Sun above the orbit plane.

use skyrack::charts::{Lines, Measure, Scale, Series};
use skyrack::constants::{ASTRONOMICAL_UNIT, EARTH_RADIUS};
use skyrack::physics::eclipse::{EclipseGeometry, critical_beta, shadow};
use skyrack::physics::orbit::keplerian_period;
use skyrack::units::{Angle, Length, degree, kilometer, minute};

use super::reference::{rows, sorted};
use super::{curve, dots, figure, picture, places};

/// Altitudes shown, in kilometers.
const ALTITUDES: [f64; 4] = [400.0, 650.0, 1_200.0, 2_000.0];
/// Least distance of two dots of one altitude, in degrees; the table has hundreds of rows.
const APART: f64 = 6.0;
/// Seconds in a minute.
const MINUTE: f64 = 60.0;

pub(crate) fn shadow_over_beta() -> Lines {
    let mut series: Vec<_> = ALTITUDES.iter().map(|&altitude| minutes(altitude)).collect();
    series.push(dots("Orekit", sorted(ALTITUDES.iter().flat_map(|&altitude| stated(altitude)))));
    figure(
        picture(
            "orbit",
            "With the Sun in its plane a low orbit is dark for some 35 minutes; altitude sets the \
             angle that ends it",
            "Umbra and penumbra of one circular orbit, Earth a sphere of the equatorial radius, \
             Sun at 1 au",
            "skyrack: physics::eclipse::shadow; dots: Orekit 13.1.9, EclipseDetector, orbits of 0 \
             to 105 deg inclination in 2027",
        ),
        (
            Measure::new("Beta, angle of the Sun above the orbit plane", "deg"),
            Measure::new("Shadow per orbit", "min"),
        ),
        (Scale::Linear, Scale::Linear),
        series,
    )
}

/// The curve of an altitude, as far as there is shadow.
fn minutes(altitude: f64) -> Series {
    let radius = EARTH_RADIUS + Length::new::<kilometer>(altitude);
    let end = critical_beta(radius, EARTH_RADIUS, ASTRONOMICAL_UNIT).get::<degree>();
    // close to its end the shadow falls steeply
    let angles: Vec<f64> =
        places((0.0, 1.0), 201).into_iter().map(|x| end * (1.0 - (1.0 - x) * (1.0 - x))).collect();
    let name = format!("{altitude:.0} km, dark below {end:.0} deg");
    curve(&name, &angles, |beta| in_shadow(altitude, beta))
}

/// Minutes in umbra and penumbra.
fn in_shadow(altitude: f64, beta: f64) -> f64 {
    let orbit_radius = EARTH_RADIUS + Length::new::<kilometer>(altitude);
    let geometry = EclipseGeometry {
        orbit_radius,
        shadow_radius: EARTH_RADIUS,
        beta: Angle::new::<degree>(beta),
        sun_distance: ASTRONOMICAL_UNIT,
        period: keplerian_period(orbit_radius),
    };
    shadow(&geometry).shadow.get::<minute>()
}

/// Minutes of the reference, thinned out.
fn stated(altitude: f64) -> Vec<(f64, f64)> {
    let rows = rows("beta_eclipse_one_orbit").into_iter();
    let all = rows.filter(|row| row.is_at("alt_km", altitude)).map(|row| {
        (row.number("beta_deg_orekit").abs(), row.number("shadow_s_orekit_sphere") / MINUTE)
    });
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for point in sorted(all) {
        if kept.last().is_none_or(|last| point.0 - last.0 >= APART) {
            kept.push(point);
        }
    }
    kept
}
