//! Time in the Earth's umbra and penumbra.

pub mod listing;

use std::f64::consts::PI;

use crate::constants::{EARTH_FLATTENING, EARTH_MEAN_RADIUS, EARTH_RADIUS, SUN_RADIUS};
use crate::numeric::interpolate::linear_held;
use crate::units::{Angle, Length, Ratio, Time, fraction, kilometer};

/// Geometry that decides the shadow of an orbit.
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
    /// Share of the Sun's light over an orbit: the penumbra counts half. See [`shadow`] for model,
    /// range and references.
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
/// A point at angle ψ from the axis is in the umbra cone where r sin(ψ + α) ≤ R with sin α = (`R_s`
/// − R)/d, hence the closed form.
///
/// # Assumes
/// A spherical Earth without air (no refraction), a circular orbit, a Sun that stands still during
/// the orbit.
///
/// # Valid for
/// Orbits outside the sphere; a radius inside it is taken as touching it. Within 1 s of independent
/// programs on the same sphere for shadows above 600 s, 10 s for grazing ones.
///
/// # References
/// Geometry of the two tangent cones, derived in docs/model/orbit.md.
pub fn shadow(geometry: &EclipseGeometry) -> Shadow {
    let (umbra, penumbra) = edges(
        geometry.shadow_radius.base(),
        1.0 / geometry.orbit_radius.base(),
        1.0 / geometry.sun_distance.base(),
    );
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
    let (_, penumbra) =
        edges(shadow_radius.base(), 1.0 / orbit_radius.base(), 1.0 / sun_distance.base());
    fraction(penumbra).acos()
}

/// Radius of the oblate Earth at the limb where an orbit enters and leaves its shadow.
///
/// # Model
/// ```text
/// R = R_e (1 − f e_z²),   e_z² = (k² cos² u + t² sin² u) / sin² ψ
/// k = tan β (cos i − sin δ sin β),   t² = [sin² i cos² δ − (sin β − cos i sin δ)²] / cos² β
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | R, `R_e`, f | radius at the limb, equatorial radius, flattening | m, m, 1 |
/// | `e_z` | sine of the latitude of the limb, mean square of entry and exit | 1 |
/// | i, β, δ | inclination, Sun above the orbit plane, declination of the Sun | deg |
/// | u, ψ | half the arc in shadow, angle from the anti-Sun line at its end, both for a sphere of mean radius | deg |
///
/// A sphere of this radius in place of the ellipsoid gives the same shadow to first order in f: the
/// ellipsoid's outline along the Sun line has this radius in the direction of the satellite.
/// Derived in docs/model/orbit.md.
///
/// # Assumes
/// First order in the flattening (the second is below 0.1 km); entry and exit share one mean.
///
/// # Valid for
/// Any orbit outside the Earth; where there is no shadow, the limb nearest the orbit.
///
/// # References
/// Outline of an ellipsoid of revolution, derived in docs/model/orbit.md; [`EARTH_FLATTENING`].
pub fn limb_radius(
    orbit_radius: Length,
    inclination: Angle,
    declination: Angle,
    beta: Angle,
) -> Length {
    let limb = Limb::of(orbit_radius, inclination);
    Length::from_base(limb.radius_m(beta.sin().base(), declination.sin().base()))
}

/// Radius of the one sphere that casts nearly the shadow of the oblate Earth.
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
/// The edge of the shadow is set by the Earth's limb where the orbit enters it: the equator for low
/// inclination, high latitudes for polar orbits. A shortcut for single orbits; a year takes
/// [`limb_radius`] day by day.
///
/// # Assumes
/// One sphere for all seasons and local times. Shadows above 1500 s are then within 13 s of an
/// ellipsoid's.
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

/// The limb of the oblate Earth as one orbit meets it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limb {
    cos_inclination: f64,
    /// Square of the sine of the angular radius of a sphere of mean radius.
    sine_squared: f64,
}

impl Limb {
    pub(super) fn of(orbit_radius: Length, inclination: Angle) -> Self {
        let sine = (EARTH_MEAN_RADIUS / orbit_radius).base().min(1.0);
        Self { cos_inclination: inclination.cos().base(), sine_squared: sine * sine }
    }

    /// Radius at the limb from the sines of the Sun's angle above the plane and of its declination.
    #[inline]
    pub(super) fn radius_m(&self, sin_beta: f64, sin_declination: f64) -> f64 {
        let Self { cos_inclination, sine_squared } = self;
        let cos_beta_squared = 1.0 - sin_beta * sin_beta;
        let per_cos_squared = 1.0 / if cos_beta_squared > 1e-9 { cos_beta_squared } else { 1e-9 };
        let k = sin_beta * (cos_inclination - sin_declination * sin_beta);
        let offset = sin_beta - cos_inclination * sin_declination;
        let t_squared = (1.0 - cos_inclination * cos_inclination)
            * (1.0 - sin_declination * sin_declination)
            - offset * offset;
        let cos_u_squared = (1.0 - sine_squared) * per_cos_squared;
        let cos_u_squared = if cos_u_squared < 1.0 { cos_u_squared } else { 1.0 };
        let latitude = (k * k * cos_u_squared + t_squared * (1.0 - cos_u_squared))
            * (per_cos_squared / sine_squared);
        let latitude = if latitude < 1.0 { latitude } else { 1.0 };
        EARTH_RADIUS.base() * (1.0 - EARTH_FLATTENING.base() * latitude)
    }
}

/// Cosines of the angles from the anti-Sun line at which umbra and penumbra end.
///
/// `per_orbit_radius` and `per_sun_distance` are 1 m over those lengths.
#[inline]
pub(super) fn edges(radius_m: f64, per_orbit_radius: f64, per_sun_distance: f64) -> (f64, f64) {
    let sine = radius_m * per_orbit_radius;
    let sine = if sine < 1.0 { sine } else { 1.0 };
    let cosine = (1.0 - sine * sine).sqrt();
    let umbra = (SUN_RADIUS.base() - radius_m) * per_sun_distance;
    let penumbra = (SUN_RADIUS.base() + radius_m) * per_sun_distance;
    // the cones open by 0.0047; the next term of the cosine is below 1e-10
    (
        cosine * (1.0 - 0.5 * umbra * umbra) + sine * umbra,
        cosine * (1.0 - 0.5 * penumbra * penumbra) - sine * penumbra,
    )
}

/// Half the angle along the orbit that lies within `edge` of the anti-Sun line; zero where none
/// does.
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
    fn the_limb_of_a_noon_orbit_at_equinox_is_at_the_latitude_of_its_entry() {
        // polar orbit through noon: entry and exit lie in the plane, 90° minus ψ from the poles of
        // the orbit
        let orbit = EARTH_MEAN_RADIUS * 1.1;
        let radius = limb_radius(
            orbit,
            Angle::new::<degree>(90.0),
            Angle::from_base(0.0),
            Angle::from_base(0.0),
        );
        let polar = EARTH_RADIUS * (1.0 - EARTH_FLATTENING.base());
        assert!(((radius - polar) / EARTH_RADIUS).base().abs() < 1e-12);
    }

    #[test]
    fn the_limb_of_an_equatorial_orbit_is_at_the_equator() {
        let level = Angle::from_base(0.0);
        let radius = limb_radius(EARTH_RADIUS * 1.1, level, level, level);
        assert!(((radius - EARTH_RADIUS) / EARTH_RADIUS).base().abs() < 1e-12);
        // at solstice the outline along the Sun line is entered slightly off the equator
        let tilted = Angle::new::<degree>(23.4);
        let radius = limb_radius(EARTH_RADIUS * 1.1, level, tilted, tilted);
        assert!(radius < EARTH_RADIUS && radius > EARTH_RADIUS * 0.9998);
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
