//! Time in the Earth's umbra and penumbra.

use std::f64::consts::PI;

use crate::constants::{EARTH_RADIUS, SUN_RADIUS};
use crate::numeric::interpolate::linear_held;
use crate::units::{Angle, Length, Ratio, Time, fraction, kilometer};

/// What decides how long an orbit is in shadow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EclipseGeometry {
    /// Radius of the orbit.
    pub orbit_radius: Length,
    /// Radius of the sphere that casts the shadow; see [`shadow_radius`].
    pub shadow_radius: Length,
    /// Angle of the Sun above the orbit plane.
    pub beta: Angle,
    /// Distance of the Sun.
    pub sun_distance: Length,
    /// Time from one orbit midnight to the next.
    pub period: Time,
}

/// Time in shadow during one orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shadow {
    /// The Sun is wholly hidden.
    pub umbra: Time,
    /// Any part of the Sun is hidden: umbra and penumbra.
    pub shadow: Time,
}

impl Shadow {
    /// Share of the Sun's light over an orbit: the penumbra counts half.
    pub fn illumination(&self, period: Time) -> Ratio {
        fraction(1.0) - (self.umbra + self.shadow) / (period * 2.0)
    }
}

/// Time in the umbra and in the whole shadow during one circular orbit.
///
/// # Model
/// ```text
/// ψ_u = asin(R/r) − asin((R_s − R)/d),   ψ_p = asin(R/r) + asin((R_s + R)/d)
/// t = (T/π) acos(cos ψ / cos β)   where |β| < ψ, else 0
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `ψ_u`, `ψ_p` | angle from the anti-Sun line at which umbra and penumbra end | deg |
/// | R, r | radius of the shadow sphere and of the orbit | m |
/// | `R_s`, d | radius and distance of the Sun | m |
/// | t, T | time in shadow, time between orbit midnights | s |
/// | β | angle of the Sun above the orbit plane | deg |
///
/// A point at angle ψ from the axis is in the umbra cone where r sin(ψ + α) ≤ R with sin α = (`R_s` − R)/d, hence the
/// closed form.
///
/// # Assumes
/// A spherical Earth without air (no refraction), a circular orbit, a Sun that stands still during the orbit.
///
/// # Valid for
/// Orbits outside the sphere; a radius inside it is taken as touching it. Within 1 s of independent programs on
/// the same sphere for shadows above 600 s, 10 s for grazing ones.
///
/// # References
/// Geometry of the two tangent cones, derived in docs/model/orbit.md.
pub fn shadow(geometry: &EclipseGeometry) -> Shadow {
    let cones = Cones::of(geometry.orbit_radius, geometry.shadow_radius);
    let (umbra, penumbra) = cones.edges(1.0 / geometry.sun_distance.base());
    let cos_beta = geometry.beta.cos().base();
    let time = |edge: f64| geometry.period * (half_angle(edge, cos_beta) / PI);
    Shadow { umbra: time(umbra), shadow: time(penumbra) }
}

/// Angle of the Sun above the orbit plane from which an orbit is free of shadow.
///
/// # Model
/// ```text
/// β_c = ψ_p = asin(R/r) + asin((R_s + R)/d)
/// ```
/// Symbols as in [`shadow`].
///
/// # Assumes
/// As [`shadow`].
///
/// # Valid for
/// As [`shadow`].
///
/// # References
/// As [`shadow`].
pub fn critical_beta(orbit_radius: Length, shadow_radius: Length, sun_distance: Length) -> Angle {
    let (_, penumbra) = Cones::of(orbit_radius, shadow_radius).edges(1.0 / sun_distance.base());
    fraction(penumbra).acos()
}

/// Radius of the sphere that casts nearly the shadow of the oblate Earth.
///
/// # Model
/// ```text
/// R = 6 378.137 km up to i' = 30°,  6 371 km at 53°,  6 360 km from 75°,  straight between
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | R | radius of the shadow sphere | km |
/// | i' | inclination, or 180° minus it where that is less | deg |
///
/// The edge of the shadow is set by the Earth's limb below the place where the orbit enters it: the equator for low
/// inclination, high latitudes for polar orbits.
///
/// # Assumes
/// One sphere for all seasons and local times. The year's sunlit fraction is then within 0.0022 of an ellipsoid's for
/// sun-synchronous orbits and 0.003 for others, the longest shadow within 8 s (dawn-dusk 30 s).
///
/// # Valid for
/// Any inclination; the supports were chosen on orbits of 400 to 2000 km.
///
/// # References
/// \[Orekit13\], eclipses of 2027 with the WGS84 ellipsoid
pub fn shadow_radius(inclination: Angle) -> Length {
    let inclination_deg = inclination.base() * (180.0 / PI);
    let effective_deg = inclination_deg.min(180.0 - inclination_deg);
    let radius_km = linear_held(
        &[30.0, 53.0, 75.0],
        &[EARTH_RADIUS.get::<kilometer>(), 6_371.0, 6_360.0],
        effective_deg,
    );
    Length::new::<kilometer>(radius_km)
}

/// The two tangent cones of Sun and Earth as one orbit meets them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cones {
    /// Sine and cosine of the Earth's angular radius.
    sine: f64,
    cosine: f64,
    /// Radius of the shadow sphere, m.
    radius_m: f64,
}

impl Cones {
    pub(super) fn of(orbit_radius: Length, shadow_radius: Length) -> Self {
        let sine = (shadow_radius / orbit_radius).base().min(1.0);
        Self { sine, cosine: (1.0 - sine * sine).sqrt(), radius_m: shadow_radius.base() }
    }

    /// Cosines of the angles from the anti-Sun line at which umbra and penumbra end.
    pub(super) fn edges(&self, inverse_sun_distance: f64) -> (f64, f64) {
        let umbra = (SUN_RADIUS.base() - self.radius_m) * inverse_sun_distance;
        let penumbra = (SUN_RADIUS.base() + self.radius_m) * inverse_sun_distance;
        let cosine_of = |sine: f64| (1.0 - sine * sine).sqrt();
        (
            self.cosine * cosine_of(umbra) + self.sine * umbra,
            self.cosine * cosine_of(penumbra) - self.sine * penumbra,
        )
    }
}

/// Half the angle along the orbit that lies within `edge` of the anti-Sun line; zero where none does.
pub(super) fn half_angle(edge: f64, cos_beta: f64) -> f64 {
    let inside = edge < cos_beta;
    if inside { libm::acos((edge / cos_beta).max(-1.0)) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constants::ASTRONOMICAL_UNIT;
    use crate::units::{degree, second};

    fn at(altitude_km: f64, beta_deg: f64, period_s: f64, distance_au: f64) -> EclipseGeometry {
        EclipseGeometry {
            orbit_radius: EARTH_RADIUS + Length::new::<kilometer>(altitude_km),
            shadow_radius: EARTH_RADIUS,
            beta: Angle::new::<degree>(beta_deg),
            sun_distance: ASTRONOMICAL_UNIT * distance_au,
            period: Time::new::<second>(period_s),
        }
    }

    #[test]
    fn shadow_of_an_08_00_orbit_agrees_with_independent_programs() {
        let got = shadow(&at(400.0, -48.530_423_46, 5_553.624_271, 0.983_343_340_9));
        assert!((got.umbra.get::<second>() - 1_814.807).abs() < 0.1, "{got:?}");
        assert!((got.shadow.get::<second>() - 1_842.448).abs() < 0.1, "{got:?}");
    }

    #[test]
    fn no_shadow_above_the_critical_angle() {
        let distance = ASTRONOMICAL_UNIT;
        let radius = EARTH_RADIUS + Length::new::<kilometer>(650.0);
        let critical = critical_beta(radius, EARTH_RADIUS, distance).get::<degree>();
        assert!((critical - 65.44).abs() < 0.02, "{critical}");
        let free = shadow(&at(650.0, critical + 1e-6, 5_863.7, 1.0));
        assert!(free.shadow.base() <= 0.0 && free.umbra.base() <= 0.0);
        let grazing = shadow(&at(650.0, critical - 0.01, 5_863.7, 1.0));
        assert!(grazing.shadow.get::<second>() > 20.0 && grazing.umbra.base() <= 0.0);
    }

    #[test]
    fn a_point_sun_at_infinity_casts_a_cylinder() {
        let mut geometry = at(650.0, 0.0, 5_863.7, 1e9);
        let got = shadow(&geometry);
        let half = libm::asin((EARTH_RADIUS / geometry.orbit_radius).base());
        assert!((got.umbra.get::<second>() - 5_863.7 * half / PI).abs() < 1e-3);
        geometry.beta = Angle::new::<degree>(90.0);
        assert!(shadow(&geometry).shadow.base() <= 0.0);
    }

    #[test]
    fn the_shadow_sphere_shrinks_towards_the_poles() {
        let radius = |deg: f64| shadow_radius(Angle::new::<degree>(deg)).get::<kilometer>();
        assert!((radius(0.0) - 6_378.137).abs() < 1e-9);
        assert!((radius(53.0) - 6_371.0).abs() < 1e-9);
        assert!((radius(127.0) - 6_371.0).abs() < 1e-9);
        assert!((radius(97.6) - 6_360.0).abs() < 1e-9);
        assert!((radius(64.0) - 6_365.5).abs() < 1e-9);
    }
}
