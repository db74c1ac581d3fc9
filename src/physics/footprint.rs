//! Indicators of what a fleet takes of orbit and sky: cross-section, area times time, distance
//! between satellites, brightness. They have no common unit and are never added.

use crate::constants::{EARTH_RADIUS, SUN_MAGNITUDE};
use crate::units::{Angle, Area, Length, Ratio};
use std::f64::consts::PI;

/// Mean cross-section of thin panels that turn any way.
///
/// # Model
/// ```text
/// A = S / 4 = F / 2
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | A | mean area seen from all directions | m² |
/// | S, F | surface of the panels, area of one face | m² |
///
/// # Assumes
/// Panels do not hide one another; the body is small beside them.
///
/// # Valid for
/// Any area.
///
/// # References
/// Cauchy's theorem: the mean projection of a convex body is a quarter of its surface
pub fn mean_cross_section(faces: Area) -> Area {
    faces / 2.0
}

/// Mean distance between satellites that are spread over their shell.
///
/// # Model
/// ```text
/// d = √(4 π (R_e + h)² / n)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | d | side of the square that each satellite has to itself | km |
/// | h, n | altitude, satellites | km, 1 |
///
/// # Assumes
/// Satellites at one altitude, evenly spread. A cluster or a single plane is denser.
///
/// # Valid for
/// At least one satellite.
///
/// # References
/// Spherical geometry
pub fn shell_spacing(altitude: Length, satellites: Ratio) -> Length {
    let radius: Length = EARTH_RADIUS + altitude;
    radius * (4.0 * PI / satellites.base()).sqrt()
}

/// A satellite as a sphere that scatters sunlight evenly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DiffuseSphere {
    /// Cross-section.
    pub cross_section: Area,
    /// Share of the sunlight that it scatters.
    pub reflectance: Ratio,
    /// Distance of the observer.
    pub range: Length,
    /// Angle between Sun and observer as seen from it.
    pub phase_angle: Angle,
}

/// Visual magnitude of a sunlit satellite; less is brighter. `None` where no light comes.
///
/// # Model
/// ```text
/// m = m_s − 2.5 log10( (2 / 3) ρ A / (π R²) · ((π − φ) cos φ + sin φ) / π )
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | m, `m_s` | magnitude of the satellite and of the Sun, −26.74 | mag |
/// | ρ, A | share of sunlight scattered, cross-section | 1, m² |
/// | R | distance of the observer | m |
/// | φ | phase angle, Sun to observer as seen from the satellite | radian |
///
/// # Assumes
/// A Lambert sphere at 1 au, no glint, no light from the Earth, no air in between. A flat panel can
/// be several magnitudes brighter in a glint and unseen edge-on. Measured scatter about this model
/// is 0.6 mag for satellites of one kind.
///
/// # Valid for
/// Phase angles 0 to 180 deg, ranges far above the size. An indicator: hold it against magnitude 7,
/// the limit that astronomers ask for.
///
/// # References
/// \[Romero2026\], abstract, for the model and its scatter; two thirds is the integral of Lambert's
/// law over a sphere; \[Mallama2025\], abstract, for the limit
pub fn apparent_magnitude(sphere: &DiffuseSphere) -> Option<Ratio> {
    let angle = sphere.phase_angle.base();
    let lit = ((PI - angle) * libm::cos(angle) + libm::sin(angle)) / PI;
    let area: Ratio = sphere.cross_section * sphere.reflectance / (sphere.range * sphere.range);
    let light = 2.0 / 3.0 * area.base() * lit / PI;
    (light > 0.0 && light.is_finite())
        .then(|| SUN_MAGNITUDE - Ratio::from_base(2.5 * libm::log10(light)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{degree, fraction, kilometer, square_meter};

    fn sphere() -> DiffuseSphere {
        DiffuseSphere {
            cross_section: Area::new::<square_meter>(1.0),
            reflectance: fraction(1.0),
            range: Length::new::<kilometer>(1000.0),
            phase_angle: Angle::new::<degree>(90.0),
        }
    }

    fn magnitude(sphere: DiffuseSphere) -> f64 {
        apparent_magnitude(&sphere).map_or(f64::NAN, Ratio::base)
    }

    #[test]
    fn a_white_square_meter_at_1000_km_and_half_phase_is_of_magnitude_6() {
        // 6.0 - 2.5 log10(area x albedo) is the rule of thumb of observers.
        assert!((magnitude(sphere()) - 6.19).abs() < 0.01, "{}", magnitude(sphere()));
    }

    #[test]
    fn ten_times_the_area_is_two_and_a_half_magnitudes_and_ten_times_the_range_is_five() {
        let large = DiffuseSphere { cross_section: Area::new::<square_meter>(10.0), ..sphere() };
        let far = DiffuseSphere { range: Length::new::<kilometer>(10_000.0), ..sphere() };
        assert!((magnitude(sphere()) - magnitude(large) - 2.5).abs() < 1e-12);
        assert!((magnitude(far) - magnitude(sphere()) - 5.0).abs() < 1e-12);
    }

    #[test]
    fn half_phase_has_one_part_in_pi_of_the_light_of_full_phase() {
        let full = DiffuseSphere { phase_angle: Angle::from_base(0.0), ..sphere() };
        let gap = magnitude(sphere()) - magnitude(full);
        assert!((gap - 2.5 * libm::log10(PI)).abs() < 1e-12);
    }

    #[test]
    fn without_light_there_is_no_magnitude() {
        assert_eq!(
            apparent_magnitude(&DiffuseSphere { reflectance: fraction(0.0), ..sphere() }),
            None
        );
        let nothing = DiffuseSphere { cross_section: Area::from_base(0.0), ..sphere() };
        assert_eq!(apparent_magnitude(&nothing), None);
        let behind = DiffuseSphere { phase_angle: Angle::new::<degree>(180.0), ..sphere() };
        assert!(apparent_magnitude(&behind).is_none_or(|faint| faint.base() > 40.0));
    }

    #[test]
    fn ten_thousand_satellites_at_550_km_have_246_km_each() {
        let spacing = shell_spacing(Length::new::<kilometer>(550.0), fraction(10_000.0));
        assert!((spacing.get::<kilometer>() - 245.6).abs() < 0.1, "{}", spacing.base());
    }
}
