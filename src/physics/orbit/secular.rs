//! Slow motion of a circular orbit in the field of an oblate Earth.

use std::f64::consts::{PI, TAU};

use crate::constants::{EARTH_J2, EARTH_J4, EARTH_J6, EARTH_MU, EARTH_RADIUS};
use crate::domain::DomainError;
use crate::physics::sun::mean_sun_rate;
use crate::units::{Angle, AngularVelocity, Length, Time, kilometer};

/// Period of a circular orbit about a point mass.
///
/// # Model
/// ```text
/// T = 2π √(a³/μ)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | T | period | s |
/// | a | semi-major axis | m |
/// | μ | geocentric gravitational constant | m³/s² |
///
/// # Assumes
/// Only the Earth's central attraction.
///
/// # Valid for
/// Positive semi-major axes.
///
/// # References
/// Kepler's third law.
pub fn keplerian_period(semi_major_axis: Length) -> Time {
    Time::from_base(TAU / mean_motion(semi_major_axis))
}

/// Rate of the ascending node from the first-order term of the Earth's oblateness.
///
/// # Model
/// ```text
/// dΩ/dt = −(3/2) n J2 (R_e/a)² cos i
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | dΩ/dt | rate of the node | 1/s |
/// | n | mean motion √(μ/a³) | 1/s |
/// | J2 | second zonal harmonic | 1 |
/// | a, i, `R_e` | semi-major axis, inclination, equatorial radius of the Earth | m, deg, m |
///
/// # Assumes
/// J2², J4 and all other harmonics are left out: up to 0.25 % from 45 to 140 degrees, 0.9 % at 10
/// degrees.
///
/// # Valid for
/// Circular orbits above the atmosphere; where more accuracy is needed take [`node_rate`].
///
/// # References
/// \[Orekit13\], first-order part of ommD in `EcksteinHechlerPropagator`
pub fn node_rate_j2(semi_major_axis: Length, inclination: Angle) -> AngularVelocity {
    let first_order = -1.5 * EARTH_J2.base() * closeness_squared(semi_major_axis);
    AngularVelocity::from_base(
        mean_motion(semi_major_axis) * first_order * inclination.cos().base(),
    )
}

/// Rate of the ascending node with the second order of J2 and with J4 and J6.
///
/// # Model
/// ```text
/// dΩ/dt = n cos i [ (3/2) g2 − (9/4) g2² (5/2 − (19/6) s²) + (15/16) g4 (7 s² − 4)
///             + (105/32) g6 (2 − 9 s² + (33/4) s⁴) ]
/// g_k = −J_k (R_e/a)^k,  s = sin i
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | dΩ/dt | rate of the node | 1/s |
/// | n | mean motion √(μ/a³) of the mean semi-major axis | 1/s |
/// | `J_k` | zonal harmonics of degree 2, 4, 6 | 1 |
/// | a, i, `R_e` | mean semi-major axis, inclination, equatorial radius of the Earth | m, deg, m |
///
/// # Assumes
/// A circular mean orbit; no Sun, Moon, drag or tesseral harmonics (together 6e-4 of the rate in
/// low orbits).
///
/// # Valid for
/// Circular orbits above the atmosphere.
///
/// # References
/// \[Orekit13\], ommD in `EcksteinHechlerPropagator`
pub fn node_rate(semi_major_axis: Length, inclination: Angle) -> AngularVelocity {
    let zonals = Zonals::at(semi_major_axis);
    AngularVelocity::from_base(zonals.node_rate_per_s(inclination.cos().base()))
}

/// Time from one ascending node to the next, from the first-order term of the Earth's oblateness.
///
/// # Model
/// ```text
/// T_n = T [1 − (3/2) J2 (R_e/a)² (4 cos² i − 1)]
/// ```
/// Symbols as in [`node_rate_j2`]; T is the [`keplerian_period`].
///
/// # Assumes
/// As [`node_rate_j2`].
///
/// # Valid for
/// As [`node_rate_j2`].
///
/// # References
/// \[Orekit13\], rdl in `EcksteinHechlerPropagator`
pub fn nodal_period_j2(semi_major_axis: Length, inclination: Angle) -> Time {
    let cosine = inclination.cos().base();
    let first_order = 1.5 * EARTH_J2.base() * closeness_squared(semi_major_axis);
    keplerian_period(semi_major_axis) * (1.0 - first_order * (4.0 * cosine * cosine - 1.0))
}

/// Time from one ascending node to the next, with the second order of J2 and with J4 and J6.
///
/// # Model
/// ```text
/// T_n = T / [ 1 − (3/2) g2 (3 − 4 s²) + (9/4) g2² (9 − (263/12) s² + (341/24) s⁴)
///             + (15/16) g4 (8 − 31 s² + (49/2) s⁴)
///             + (105/32) g6 (−10/3 + 25 s² − (195/4) s⁴ + (55/2) s⁶) ]
/// ```
/// Symbols as in [`node_rate`]; T is the [`keplerian_period`].
///
/// # Assumes
/// As [`node_rate`].
///
/// # Valid for
/// As [`node_rate`].
///
/// # References
/// \[Orekit13\], aMD in `EcksteinHechlerPropagator`
pub fn nodal_period(semi_major_axis: Length, inclination: Angle) -> Time {
    let zonals = Zonals::at(semi_major_axis);
    Time::from_base(TAU / zonals.nodal_motion_per_s(inclination.cos().base()))
}

/// Mean distance from the center of the Earth of an orbit whose mean semi-major axis is `a`.
///
/// # Model
/// ```text
/// r = a [1 + (3/4) J2 (R_e/a)² (3 sin² i − 2)]
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | r | radius, mean over the orbit | m |
/// | a, i, `R_e` | mean semi-major axis, inclination, equatorial radius of the Earth | m, deg, m |
///
/// The bulge adds to the attraction over the equator and lowers an equatorial orbit of given period
/// by 10 km; a polar one flies 5 km higher. Derived in docs/model/orbit.md.
///
/// # Assumes
/// First order in J2; the swing of some kilometers about this mean is left out.
///
/// # Valid for
/// As [`node_rate`].
///
/// # References
/// \[Orekit13\], mean of rda − ex cos α − ey sin α in `EcksteinHechlerPropagator`
pub fn mean_radius(semi_major_axis: Length, inclination: Angle) -> Length {
    let sine = inclination.sin().base();
    let first_order = 0.75 * EARTH_J2.base() * closeness_squared(semi_major_axis);
    semi_major_axis * (1.0 + first_order * (3.0 * sine * sine - 2.0))
}

/// Inclination at which the node keeps pace with the Sun, from the first-order term of the Earth's
/// oblateness.
///
/// # Model
/// ```text
/// cos i = −ω_s / [(3/2) n J2 (R_e/a)²]
/// ```
/// Symbols as in [`node_rate_j2`]; `ω_s` is once round in a tropical year.
///
/// # Assumes
/// As [`node_rate_j2`]; the result is 0.016 to 0.023 degrees low up to 2000 km.
///
/// # Valid for
/// Up to 5974 km, where the inclination reaches 180 degrees.
///
/// # Errors
/// [`DomainError`] above that altitude.
///
/// # References
/// As [`node_rate_j2`].
pub fn sun_synchronous_inclination_j2(semi_major_axis: Length) -> Result<Angle, DomainError> {
    let cosine = sun_synchronous_cosine_j2(semi_major_axis);
    if cosine >= -1.0 {
        Ok(Angle::from_base(libm::acos(cosine)))
    } else {
        Err(too_high(semi_major_axis))
    }
}

/// Inclination at which the node keeps pace with the Sun.
///
/// # Model
/// [`node_rate`] set equal to once round in a tropical year and solved for cos i by Newton's
/// method.
///
/// # Assumes
/// As [`node_rate`].
///
/// # Valid for
/// Up to 5974 km. The first-order inclination reaches 180 degrees there, this one 8 km higher;
/// between the two the orbit is refused.
///
/// # Errors
/// [`DomainError`] above that altitude: no such orbit exists.
///
/// # References
/// As [`node_rate`].
pub fn sun_synchronous_inclination(semi_major_axis: Length) -> Result<Angle, DomainError> {
    let zonals = Zonals::at(semi_major_axis);
    let wanted = mean_sun_rate().base();
    let mut cosine = sun_synchronous_cosine_j2(semi_major_axis);
    let exists = cosine >= -1.0 && zonals.node_rate_per_s(-1.0) >= wanted;
    if !exists {
        return Err(too_high(semi_major_axis));
    }
    for _ in 0..6 {
        let nudge = 1e-6;
        let slope = (zonals.node_rate_per_s(cosine + nudge)
            - zonals.node_rate_per_s(cosine - nudge))
            / (2.0 * nudge);
        let miss = zonals.node_rate_per_s(cosine) - wanted;
        cosine = (cosine - miss / slope).clamp(-1.0, 0.0);
    }
    Ok(Angle::from_base(libm::acos(cosine)))
}

/// The refusal of an altitude; the highest one allowed follows from [`node_rate_j2`] at 180
/// degrees.
fn too_high(semi_major_axis: Length) -> DomainError {
    let reach = -sun_synchronous_cosine_j2(semi_major_axis);
    let highest = semi_major_axis * libm::pow(reach, -2.0 / 7.0) - EARTH_RADIUS;
    DomainError {
        quantity: "altitude of a sun-synchronous orbit",
        value: (semi_major_axis - EARTH_RADIUS).get::<kilometer>(),
        unit: "km",
        low: 200.0,
        high: libm::floor(highest.get::<kilometer>()),
    }
}

fn sun_synchronous_cosine_j2(semi_major_axis: Length) -> f64 {
    let per_cosine = node_rate_j2(semi_major_axis, Angle::from_base(PI));
    -(mean_sun_rate() / per_cosine).base()
}

fn mean_motion(semi_major_axis: Length) -> f64 {
    (EARTH_MU / (semi_major_axis * semi_major_axis * semi_major_axis)).base().sqrt()
}

fn closeness_squared(semi_major_axis: Length) -> f64 {
    let closeness = (EARTH_RADIUS / semi_major_axis).base();
    closeness * closeness
}

/// Mean motion and zonal harmonics scaled to an orbit.
struct Zonals {
    motion: f64,
    g2: f64,
    g4: f64,
    g6: f64,
}

impl Zonals {
    fn at(semi_major_axis: Length) -> Self {
        let square = closeness_squared(semi_major_axis);
        Self {
            motion: mean_motion(semi_major_axis),
            g2: -EARTH_J2.base() * square,
            g4: -EARTH_J4.base() * square * square,
            g6: -EARTH_J6.base() * square * square * square,
        }
    }

    /// Rate of the node.
    fn node_rate_per_s(&self, cosine: f64) -> f64 {
        let s2 = 1.0 - cosine * cosine;
        let Self { motion, g2, g4, g6 } = self;
        motion
            * cosine
            * (1.5 * g2 - 2.25 * g2 * g2 * (2.5 - 19.0 / 6.0 * s2)
                + 0.9375 * g4 * (7.0 * s2 - 4.0)
                + 3.28125 * g6 * (2.0 - 9.0 * s2 + 8.25 * s2 * s2))
    }

    /// Rate of the angle from the ascending node.
    fn nodal_motion_per_s(&self, cosine: f64) -> f64 {
        let s2 = 1.0 - cosine * cosine;
        let s4 = s2 * s2;
        let Self { motion, g2, g4, g6 } = self;
        motion
            * (1.0 - 1.5 * g2 * (3.0 - 4.0 * s2)
                + 2.25 * g2 * g2 * (9.0 - 263.0 / 12.0 * s2 + 341.0 / 24.0 * s4)
                + 15.0 / 16.0 * g4 * (8.0 - 31.0 * s2 + 24.5 * s4)
                + 105.0 / 32.0 * g6 * (-10.0 / 3.0 + 25.0 * s2 - 48.75 * s4 + 27.5 * s4 * s2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{degree, degree_per_day, second};

    fn axis(altitude_km: f64) -> Length {
        EARTH_RADIUS + Length::new::<kilometer>(altitude_km)
    }

    #[test]
    fn period_at_650_km_is_97_7_minutes() {
        assert!((keplerian_period(axis(650.0)).get::<second>() - 5_863.694_137).abs() < 1e-5);
    }

    #[test]
    fn node_rate_agrees_with_an_independent_program() {
        for (altitude, inclination, j2, full) in [
            (400.0, 28.5, -7.077_424_423, -7.111_930_149),
            (550.0, 53.0, -4.489_193_492, -4.489_146_129),
            (600.0, 98.0, 1.012_348_44, 1.010_104_948),
        ] {
            let inclination = Angle::new::<degree>(inclination);
            let got = node_rate_j2(axis(altitude), inclination).get::<degree_per_day>();
            assert!((got / j2 - 1.0_f64).abs() < 1e-7, "{got} {j2}");
            let got = node_rate(axis(altitude), inclination).get::<degree_per_day>();
            assert!((got / full - 1.0_f64).abs() < 1e-5, "{got} {full}");
        }
    }

    #[test]
    fn nodal_period_agrees_with_an_independent_program() {
        let got = nodal_period(axis(400.0), Angle::new::<degree>(28.5)).get::<second>();
        assert!((got - 5_536.922_439).abs() < 2e-3, "{got}");
        let got = nodal_period_j2(axis(400.0), Angle::new::<degree>(28.5)).get::<second>();
        assert!((got - 5_536.922_439).abs() < 0.1, "{got}");
    }

    #[test]
    fn sun_synchronous_inclination_at_650_km_is_98_004_degrees() {
        let full = sun_synchronous_inclination(axis(650.0)).unwrap().get::<degree>();
        assert!((full - 98.003_689_59).abs() < 1e-4, "{full}");
        let first = sun_synchronous_inclination_j2(axis(650.0)).unwrap().get::<degree>();
        assert!((first - 97.986_002_38).abs() < 1e-4, "{first}");
    }

    #[test]
    fn no_node_keeps_pace_with_the_sun_above_5974_km() {
        assert!(sun_synchronous_inclination(axis(5_900.0)).is_ok());
        let error = sun_synchronous_inclination(axis(6_000.0)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "altitude of a sun-synchronous orbit is 6000 km, outside 200 to 5974 km"
        );
        assert!(sun_synchronous_inclination_j2(axis(6_000.0)).is_err());
    }

    #[test]
    fn equatorial_radius_balances_the_attraction_of_the_bulge() {
        // n_sidereal² r³ = μ (1 + 3/2 J2 (R/r)²) for a circular equatorial orbit
        let semi_major_axis = axis(400.0);
        let level = Angle::from_base(0.0);
        let radius = mean_radius(semi_major_axis, level);
        let motion = TAU / nodal_period_j2(semi_major_axis, level).base()
            + node_rate_j2(semi_major_axis, level).base();
        let bulge = 1.5 * EARTH_J2.base() * (EARTH_RADIUS / radius).base().powi(2);
        let balance = motion * motion * radius.base().powi(3) / (EARTH_MU.base() * (1.0 + bulge));
        let second_order = (EARTH_J2.base() * closeness_squared(semi_major_axis)).powi(2);
        assert!((balance - 1.0).abs() < 30.0 * second_order, "{balance}");
    }
}
