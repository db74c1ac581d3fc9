//! View factors: plate to Earth, and plate to plate.

pub(in crate::physics) mod rings;

use std::f64::consts::{FRAC_1_PI, PI};

use crate::units::{Angle, Length, Ratio, fraction};

/// How one face of a plate is kept along a circular orbit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// Faces the Earth.
    Nadir,
    /// Faces away from the Earth.
    Zenith,
    /// Faces the Sun.
    SunFacing,
    /// Faces away from the Sun.
    AntiSun,
    /// Stands on edge: its plane holds the Sun line and the local vertical.
    EdgeOnRadial,
    /// Faces along the orbit normal r × v.
    OrbitNormal,
    /// Faces against the orbit normal.
    AntiOrbitNormal,
}

/// View factor of a small flat plate to a sphere, from the orbit radius in units of the sphere's
/// radius.
///
/// # Model
/// ```text
/// cos θ ≥ 1/H :   F = cos θ / H²
/// |cos θ| < 1/H : F = 1/2 − (1/π) asin(√(H²−1) / (H sin θ))
///                     + [cos θ acos(−√(H²−1) cot θ) − √(H²−1) √(1 − H² cos² θ)] / (π H²)
/// cos θ ≤ −1/H :  F = 0
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | F | view factor of one face | 1 |
/// | H | orbit radius over Earth radius | 1 |
/// | θ | angle between the outward normal and the nadir | deg |
///
/// # Assumes
/// A sphere that emits the same everywhere and in all directions; a plate small against its height.
///
/// # Valid for
/// H from 1; a plate below the surface is taken as on it.
///
/// # References
/// After \[Cunningham1961\], not read; the closed form was checked against quadrature and ray
/// tracing (docs/model/environment.md)
pub fn plate_to_earth(radius_ratio: Ratio, tilt: Angle) -> Ratio {
    fraction(plate_to_sphere(radius_ratio.base().max(1.0), libm::cos(tilt.base())))
}

/// [`plate_to_earth`] in plain numbers.
fn plate_to_sphere(ratio: f64, cos_tilt: f64) -> f64 {
    let square = ratio * ratio;
    let across = ratio * cos_tilt;
    if across >= 1.0 {
        return cos_tilt / square;
    }
    if across <= -1.0 {
        return 0.0;
    }
    let sin_tilt = (1.0 - cos_tilt * cos_tilt).sqrt();
    let height = (square - 1.0).sqrt();
    let seen = libm::asin((height / (ratio * sin_tilt)).clamp(-1.0, 1.0));
    let turned = libm::acos((-height * cos_tilt / sin_tilt).clamp(-1.0, 1.0));
    let rim = height * (1.0 - across * across).sqrt();
    0.5 - seen * FRAC_1_PI + (cos_tilt * turned - rim) * FRAC_1_PI / square
}

/// View factor of one face to the Earth, averaged over a circular orbit.
///
/// # Model
/// ```text
/// F̄ = (1/2π) ∮ F(θ(u)) du
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | F̄, F | orbit mean and momentary [`plate_to_earth`] | 1 |
/// | θ | tilt of the face; that of a face away from the Sun has cos θ = cos β cos u | deg |
/// | β, u | angle of the Sun above the orbit plane, angle along the orbit from the place nearest the Sun | deg |
///
/// # Assumes
/// As [`plate_to_earth`].
///
/// # Valid for
/// As [`plate_to_earth`]; faces to and from the Sun within 1e-4 of an exact integration, others
/// exact.
///
/// # References
/// As [`plate_to_earth`].
pub fn orbit_mean_to_earth(radius_ratio: Ratio, beta: Angle, surface: Surface) -> Ratio {
    let ratio = radius_ratio.base().max(1.0);
    fraction(orbit_mean(ratio, libm::cos(beta.base()), surface))
}

/// [`orbit_mean_to_earth`] in plain numbers.
pub(in crate::physics) fn orbit_mean(ratio: f64, cos_beta: f64, surface: Surface) -> f64 {
    match surface {
        Surface::Nadir => plate_to_sphere(ratio, 1.0),
        Surface::Zenith => 0.0,
        Surface::EdgeOnRadial | Surface::OrbitNormal | Surface::AntiOrbitNormal => {
            plate_to_sphere(ratio, 0.0)
        }
        Surface::SunFacing | Surface::AntiSun => {
            // over a whole orbit either face sees what the other does
            let sum: f64 = EIGHTHS.iter().map(|c| two_sides_to_sphere(ratio, cos_beta * c)).sum();
            0.5 * sum / EIGHTHS.len() as f64
        }
    }
}

/// Cosines of the midpoints of eight parts of a quarter orbit.
static EIGHTHS: [f64; 8] = [
    0.995_184_726_672_196_9,
    0.956_940_335_732_208_8,
    0.881_921_264_348_355,
    0.773_010_453_362_736_9,
    0.634_393_284_163_645_5,
    0.471_396_736_825_997_64,
    0.290_284_677_254_462_33,
    0.098_017_140_329_560_6,
];

/// Sum of the view factors of both faces of a plate.
pub(in crate::physics) fn two_sides_to_sphere(ratio: f64, cos_tilt: f64) -> f64 {
    let square = ratio * ratio;
    let across = ratio * cos_tilt;
    if across.abs() >= 1.0 {
        return cos_tilt.abs() / square;
    }
    let sin_tilt = (1.0 - cos_tilt * cos_tilt).sqrt();
    let height = (square - 1.0).sqrt();
    let seen = libm::asin((height / (ratio * sin_tilt)).clamp(-1.0, 1.0));
    let turned = libm::asin((height * cos_tilt / sin_tilt).clamp(-1.0, 1.0));
    let rim = height * (1.0 - across * across).sqrt();
    1.0 - 2.0 * FRAC_1_PI * (seen - (cos_tilt * turned - rim) / square)
}

/// View factor from one rectangle to another at right angles that shares an edge with it.
///
/// # Model
/// ```text
/// F = 1/(π W) { W atan(1/W) + H atan(1/H) − √(H²+W²) atan(1/√(H²+W²))
///     + ¼ ln[ (1+W²)(1+H²)/(1+W²+H²) · (W²(1+W²+H²)/((1+W²)(W²+H²)))^W² · (H²(1+W²+H²)/((1+H²)(W²+H²)))^H² ] }
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | F | view factor from the first rectangle to the second | 1 |
/// | W, H | depth of the first and of the second rectangle over the length of the shared edge | 1 |
///
/// # Assumes
/// Diffuse surfaces, nothing between them.
///
/// # Valid for
/// Positive lengths; with a depth or an edge of zero (or less) the factor is zero.
///
/// # References
/// \[Tnsolver\], `orthoplate2plate`, which gives \[Howell\] C-14 as its source
pub fn perpendicular_rectangles(
    width_shared: Length,
    first_depth: Length,
    second_depth: Length,
) -> Ratio {
    let first = (first_depth / width_shared).base();
    let second = (second_depth / width_shared).base();
    let positive = first > 0.0 && second > 0.0 && first.is_finite() && second.is_finite();
    fraction(if positive { rectangles(first, second) } else { 0.0 })
}

/// [`perpendicular_rectangles`] in plain numbers.
fn rectangles(w: f64, h: f64) -> f64 {
    let (w2, h2) = (w * w, h * h);
    let both = w2 + h2;
    let diagonal = both.sqrt();
    let arcs =
        w * libm::atan(1.0 / w) + h * libm::atan(1.0 / h) - diagonal * libm::atan(1.0 / diagonal);
    let logarithms = libm::log((1.0 + w2) * (1.0 + h2) / (1.0 + both))
        + w2 * libm::log(w2 * (1.0 + both) / ((1.0 + w2) * both))
        + h2 * libm::log(h2 * (1.0 + both) / ((1.0 + h2) * both));
    ((arcs + 0.25 * logarithms) / (PI * w)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{degree, meter};

    fn factor(altitude_km: f64, tilt_deg: f64) -> f64 {
        let ratio = fraction(1.0 + altitude_km / 6_371.0);
        plate_to_earth(ratio, Angle::new::<degree>(tilt_deg)).base()
    }

    fn rectangle(width: f64, first: f64, second: f64) -> f64 {
        let [width, first, second] = [width, first, second].map(Length::new::<meter>);
        perpendicular_rectangles(width, first, second).base()
    }

    #[test]
    fn edge_on_plate_at_550_km_sees_0_2578() {
        assert!((factor(550.0, 90.0) - 0.2578).abs() < 5e-5, "{}", factor(550.0, 90.0));
    }

    #[test]
    fn plates_at_300_km_agree_with_quadrature() {
        for (tilt, want) in [
            (0.0, 0.912_080_832_1),
            (30.0, 0.797_633_441_8),
            (75.0, 0.438_209_725),
            (105.0, 0.202_145_835),
        ] {
            let got = factor(300.0, tilt);
            assert!((got - want).abs() < 1e-9, "{tilt}: {got} {want}");
        }
    }

    #[test]
    fn the_branches_meet() {
        for altitude in [200.0, 650.0, 35_786.0] {
            let ratio = 1.0 + altitude / 6_371.0;
            let edge = 1.0 / ratio;
            for sign in [1.0, -1.0] {
                let inside = plate_to_sphere(ratio, sign * edge * (1.0 - 1e-12));
                let outside = plate_to_sphere(ratio, sign * edge);
                assert!((inside - outside).abs() < 1e-9, "{altitude} {inside} {outside}");
            }
        }
    }

    #[test]
    fn plate_on_the_ground_facing_down_sees_only_ground() {
        assert!((factor(0.0, 0.0) - 1.0).abs() < 1e-15);
        assert!((factor(0.0, 90.0) - 0.5).abs() < 1e-9);
        assert!(factor(0.0, 180.0).abs() < 1e-15);
    }

    #[test]
    fn both_sides_are_the_sum_of_the_faces() {
        for cosine in [-0.95, -0.4, 0.0, 0.2, 0.7] {
            let sum = plate_to_sphere(1.1, cosine) + plate_to_sphere(1.1, -cosine);
            assert!((two_sides_to_sphere(1.1, cosine) - sum).abs() < 1e-14, "{cosine}");
        }
    }

    #[test]
    fn orbit_means_agree_with_an_independent_integration() {
        for (altitude, beta, want) in [
            (400.0, 0.0, 0.356_612_857_3),
            (650.0, 60.0, 0.256_478_873_7),
            (1_200.0, 30.0, 0.236_710_604_4),
        ] {
            let ratio = fraction(1.0 + altitude / 6_371.0);
            let beta = Angle::new::<degree>(beta);
            let got = orbit_mean_to_earth(ratio, beta, Surface::AntiSun).base();
            assert!((got - want).abs() < 1e-4, "{altitude}: {got} {want}");
        }
    }

    #[test]
    fn adjoining_squares_exchange_0_20004() {
        assert!((rectangle(1.0, 1.0, 1.0) - 0.200_04).abs() < 5e-6);
        assert!((rectangle(3.0, 3.0, 3.0) - rectangle(1.0, 1.0, 1.0)).abs() < 1e-14);
    }

    #[test]
    fn rectangles_are_reciprocal() {
        let (forth, back) = (rectangle(2.0, 0.7, 5.0), rectangle(2.0, 5.0, 0.7));
        assert!((forth * 0.7 - back * 5.0).abs() < 1e-14);
    }

    #[test]
    fn a_narrow_strip_at_the_corner_sees_half_its_sky() {
        assert!((rectangle(1.0, 1e-6, 1e3) - 0.5).abs() < 1e-3);
        assert!(rectangle(1.0, 0.0, 1.0).abs() < 1e-15);
        assert!(rectangle(0.0, 1.0, 1.0).abs() < 1e-15);
    }
}
