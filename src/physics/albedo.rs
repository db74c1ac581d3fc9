//! Sunlight that the Earth reflects onto a plate.

mod orbit_mean;

pub use orbit_mean::orbit_mean_albedo_factor;
pub(in crate::physics) use orbit_mean::{Lit, two_sided_at};

use crate::numeric::quadrature::GaussLegendre;
use crate::physics::view_factor::rings::{Ring, rings};
use crate::units::{Angle, Ratio, fraction};

/// Nodes of one integration over the visible cap.
const CAP: GaussLegendre<24> = GaussLegendre::new();

/// Albedo factor of one face of a plate: its flux is albedo × solar irradiance × this factor.
///
/// # Model
/// ```text
/// F_a = (1/π) ∫ max(0, cos z') max(0, n·l) dω   over the visible cap
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `F_a` | albedo factor | 1 |
/// | z' | zenith angle of the Sun at the ground | deg |
/// | n, l | outward normal, direction to the ground | – |
/// | ω | solid angle of the ground | sr |
///
/// The azimuth is integrated in closed form over the arc that is both lit and seen, the distance
/// from the point below by Gauss-Legendre quadrature. `tilt` is the angle of the normal from the
/// nadir, `azimuth` that of the normal about the nadir from the Sun's side, `sun_zenith` the Sun's
/// zenith angle below the plate, `radius_ratio` the orbit radius over the Earth radius.
///
/// # Assumes
/// A spherical Earth that reflects as a Lambert surface of one albedo; parallel sunlight; no
/// twilight.
///
/// # Valid for
/// Any angle; a ratio below 1 is taken as 1.
///
/// # References
/// Definition of diffuse reflection; derived in docs/model/environment.md.
pub fn albedo_factor(radius_ratio: Ratio, tilt: Angle, azimuth: Angle, sun_zenith: Angle) -> Ratio {
    let (sin_sun, cos_sun) = libm::sincos(sun_zenith.base());
    let (sin_tilt, cos_tilt) = libm::sincos(tilt.base());
    let plate = TiltedFace { cos_tilt, sin_tilt, azimuth: libm::acos(libm::cos(azimuth.base())) };
    let sum: f64 = rings(radius_ratio.base(), &CAP)
        .iter()
        .map(|ring| ring.weight * plate.lit_arc(ring, cos_sun, sin_sun.abs()))
        .sum();
    fraction(sum)
}

/// One face: tilt from the nadir, azimuth from the Sun's side in 0 to π.
struct TiltedFace {
    cos_tilt: f64,
    sin_tilt: f64,
    azimuth: f64,
}

impl TiltedFace {
    /// Integral over the azimuth φ of max(0, a + b cos φ) max(0, c + d cos(φ − azimuth)).
    fn lit_arc(&self, ring: &Ring, cos_sun: f64, sin_sun: f64) -> f64 {
        let (a, b) = (ring.cos_ground * cos_sun, ring.sin_ground * sin_sun);
        let (mut c, d) = (ring.cos_nadir * self.cos_tilt, ring.sin_nadir * self.sin_tilt);
        let mut middle = self.azimuth;
        let d = if d < 0.0 {
            middle += std::f64::consts::PI;
            -d
        } else {
            d
        };
        if d <= 0.0 {
            c = c.max(0.0);
        }
        let (lit, seen) = (half_arc(a, b), half_arc(c, d));
        let mut sum = 0.0;
        for turn in [-1.0, 0.0, 1.0] {
            let center = middle + turn * std::f64::consts::TAU;
            let from = (center - seen).max(-lit);
            let to = (center + seen).min(lit);
            if to > from {
                let at = |phi: f64| {
                    a * c * phi
                        + b * c * libm::sin(phi)
                        + a * d * libm::sin(phi - middle)
                        + b * d
                            * (0.25 * libm::sin(2.0 * phi - middle) + 0.5 * phi * libm::cos(middle))
                };
                sum += at(to) - at(from);
            }
        }
        sum
    }
}

/// Half the arc about φ = 0 on which `level + swing` cos φ is positive.
fn half_arc(level: f64, swing: f64) -> f64 {
    if level >= swing.abs() {
        std::f64::consts::PI
    } else if level <= -swing {
        0.0
    } else {
        libm::acos(-level / swing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::physics::view_factor::plate_to_earth;
    use crate::units::degree;

    fn factor(altitude_km: f64, tilt: f64, azimuth: f64, zenith: f64) -> f64 {
        let [tilt, azimuth, zenith] = [tilt, azimuth, zenith].map(Angle::new::<degree>);
        albedo_factor(fraction(1.0 + altitude_km / 6_371.0), tilt, azimuth, zenith).base()
    }

    #[test]
    fn factors_agree_with_an_independent_integration() {
        for (altitude, tilt, azimuth, zenith, want) in [
            (400.0, 0.0, 0.0, 75.0, 0.228_237_694_4),
            (400.0, 45.0, 90.0, 30.0, 0.569_369_189_7),
            (400.0, 45.0, 180.0, 60.0, 0.304_147_396_9),
            (400.0, 90.0, 0.0, 90.0, 0.023_631_979_28),
            (400.0, 135.0, 90.0, 90.0, 0.001_047_778_224),
            (650.0, 45.0, 0.0, 100.0, 0.003_242_410_872),
        ] {
            let got = factor(altitude, tilt, azimuth, zenith);
            assert!(
                (got - want).abs() < 2e-5,
                "{altitude} {tilt} {azimuth} {zenith}: {got} {want}"
            );
        }
    }

    #[test]
    fn far_away_the_face_sees_a_full_earth() {
        // a Lambert sphere at opposition sends 2/3 of what a flat white disk would
        let ratio = fraction(1e4);
        let level = Angle::from_base(0.0);
        let share = albedo_factor(ratio, level, level, level) / plate_to_earth(ratio, level);
        assert!((share.base() - 2.0 / 3.0).abs() < 1e-3, "{share:?}");
    }

    #[test]
    fn night_and_zenith_are_dark() {
        assert!(factor(650.0, 0.0, 0.0, 130.0).abs() < 1e-15);
        assert!(factor(650.0, 180.0, 0.0, 0.0).abs() < 1e-15);
    }

    #[test]
    fn azimuth_is_even_and_periodic() {
        for azimuth in [-60.0, 300.0, 420.0] {
            let (got, want) = (factor(650.0, 70.0, azimuth, 80.0), factor(650.0, 70.0, 60.0, 80.0));
            assert!((got - want).abs() < 1e-12, "{azimuth}");
        }
    }
}
