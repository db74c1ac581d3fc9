//! View factors: plate to Earth, and plate to plate.

pub(in crate::physics) mod rings;

use std::f64::consts::FRAC_1_PI;

use crate::numeric::elementary::ln;
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

/// A rectangle that begins at the line in which it meets another plate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EdgeRectangle {
    /// Length of its edge on the line.
    pub edge: Length,
    /// How far it reaches from the line.
    pub depth: Length,
}

/// View factor from one rectangle to another at right angles whose edges share a line and their
/// middles a point of it.
///
/// # Model
/// ```text
/// F = 2/(b c) [S((a + b)/2) − S((a − b)/2)]
/// S(y) = g(y, c² + d²) − g(y, c²) − g(y, d²) + g(y, 0), with the sign that makes it positive
/// g(y, q) = 1/(2π) { y √q atan(y/√q) − ¼ (q − y²) ln(q + y²) }
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | F | view factor from the first rectangle to the second | 1 |
/// | b, c | edge and depth of the first rectangle | m |
/// | a, d | edge and depth of the second rectangle | m |
///
/// # Assumes
/// Diffuse surfaces, nothing between them.
///
/// # Valid for
/// Positive lengths; with a depth or an edge of zero (or less) the factor is zero. Rounding takes
/// about 1e-16 times the square of the longest over the shortest side.
///
/// # References
/// \[EhlertSmith1993\], not read; \[Howell\] C-15, not read. The form was integrated and compared
/// with quadrature; for equal edges it is that of \[Tnsolver\], `orthoplate2plate`, which gives
/// \[Howell\] C-14 as its source
pub fn perpendicular_rectangles(first: EdgeRectangle, second: EdgeRectangle) -> Ratio {
    // all lengths over the first edge
    let [depth, edge, reach] =
        [first.depth, second.edge, second.depth].map(|length| (length / first.edge).base());
    let exists = [depth, edge, reach].into_iter().all(|side| side > 0.0 && side.is_finite());
    let ends = (0.5 * (edge + 1.0), 0.5 * (edge - 1.0));
    let factor = 2.0 / depth * exchange(ends, depth, reach);
    fraction(if exists { factor.clamp(0.0, 1.0) } else { 0.0 })
}

/// S(far) − S(near) of [`perpendicular_rectangles`], from the depths of both plates. What two
/// plates exchange is the sum of it over the distances along the line between their ends.
fn exchange((far, near): (f64, f64), first: f64, second: f64) -> f64 {
    let (square, other_square) = (first * first, second * second);
    let both = square + other_square;
    let diagonal = both.sqrt();
    let arcs = |y: f64| {
        let [one, other] = [first, second].map(|depth| depth * libm::atan(y / depth));
        y * (one + other - diagonal * libm::atan(y / diagonal))
    };
    let (far2, near2) = (far * far, near * near);
    let [one, other, all] =
        [square, other_square, both].map(|depth2| (depth2 + far2) / (depth2 + near2));
    // y² ln of (q + y²) y² / ((c² + y²)(d² + y²)), which is near to one
    // where y is long: what it lacks to one keeps the digits
    let rest = |y2: f64| {
        let lacks = square / (square + y2) * (other_square / (other_square + y2));
        y2 * libm::log1p(-lacks.min(1.0 - f64::EPSILON))
    };
    let logarithms =
        square * ln(all / one) + other_square * ln(all / other) + rest(near2) - rest(far2);
    FRAC_1_PI * (0.5 * (arcs(far) - arcs(near)) + 0.125 * logarithms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{degree, meter};

    fn factor(altitude_km: f64, tilt_deg: f64) -> f64 {
        let ratio = fraction(1.0 + altitude_km / 6_371.0);
        plate_to_earth(ratio, Angle::new::<degree>(tilt_deg)).base()
    }

    /// Of plates whose edges and depths are in meters.
    fn view(first: (f64, f64), second: (f64, f64)) -> f64 {
        let [first, second] = [first, second].map(|(edge, depth)| EdgeRectangle {
            edge: Length::new::<meter>(edge),
            depth: Length::new::<meter>(depth),
        });
        perpendicular_rectangles(first, second).base()
    }

    fn rectangle(width: f64, first: f64, second: f64) -> f64 {
        view((width, first), (width, second))
    }

    /// The form of equal edges, from their depths over the edge.
    fn equal_edges(w: f64, h: f64) -> f64 {
        let (w2, h2) = (w * w, h * h);
        let both = w2 + h2;
        let diagonal = both.sqrt();
        let arcs = w * libm::atan(1.0 / w) + h * libm::atan(1.0 / h)
            - diagonal * libm::atan(1.0 / diagonal);
        let logarithms = libm::log((1.0 + w2) * (1.0 + h2) / (1.0 + both))
            + w2 * libm::log(w2 * (1.0 + both) / ((1.0 + w2) * both))
            + h2 * libm::log(h2 * (1.0 + both) / ((1.0 + h2) * both));
        (arcs + 0.25 * logarithms) * FRAC_1_PI / w
    }

    /// Nodes and weights of Gauss and Legendre on 0 to 1, by Newton's steps.
    fn gauss(n: i32) -> Vec<(f64, f64)> {
        let legendre = |x: f64| {
            let (mut last, mut now) = (1.0, x);
            for k in 1..n {
                let k = f64::from(k);
                (last, now) = (now, ((2.0 * k + 1.0) * x * now - k * last) / (k + 1.0));
            }
            (now, f64::from(n) * (x * now - last) / (x * x - 1.0))
        };
        let node = |i: i32| {
            let start = std::f64::consts::PI * (f64::from(i) + 0.75) / (f64::from(n) + 0.5);
            let mut x = libm::cos(start);
            for _ in 0..50 {
                let (value, slope) = legendre(x);
                x -= value / slope;
            }
            let (_, slope) = legendre(x);
            (0.5 * (1.0 + x), 1.0 / ((1.0 - x * x) * slope * slope))
        };
        (0..n).map(node).collect()
    }

    /// View factor by quadrature: what a point of the first plate sees of a plate at right angles
    /// has a closed form in the distances to its corners; over the first plate it is summed.
    fn by_quadrature(first: (f64, f64), second: (f64, f64), offset: f64) -> f64 {
        let corner = |z: f64, y: f64, reach: f64| {
            let slant = (z * z + reach * reach).sqrt();
            libm::atan(y / z) - z / slant * libm::atan(y / slant)
        };
        let (side, half, nodes) = (0.5 * first.0, 0.5 * second.0, gauss(32));
        // the factor jumps on the line where the other plate ends
        let ends = [-side, offset - half, offset + half, side].map(|end| end.clamp(-side, side));
        let mut sum = 0.0;
        for (deep, weight) in &nodes {
            // the square draws the points to the line
            let z = first.1 * deep * deep;
            for piece in ends.windows(2) {
                for (along, other) in &nodes {
                    let share = (piece[1] - piece[0]) / first.0;
                    // the points are drawn to both ends of the piece
                    let place = along * along * (3.0 - 2.0 * along);
                    let y = piece[0] + place * (piece[1] - piece[0]);
                    let bunched = 6.0 * along * (1.0 - along) * share;
                    let seen = corner(z, offset + half - y, second.1)
                        - corner(z, offset - half - y, second.1);
                    sum += weight * other * 2.0 * deep * bunched * seen;
                }
            }
        }
        0.5 * FRAC_1_PI * sum
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
        for (first, second) in [((2.0, 0.7), (2.0, 5.0)), ((10.6, 5.3), (39.1, 3.26))] {
            let (forth, back) = (view(first, second), view(second, first));
            let gap = forth * first.0 * first.1 - back * second.0 * second.1;
            assert!(gap.abs() < 1e-12, "{first:?} {second:?}: {gap}");
        }
    }

    #[test]
    fn a_radiator_sees_0_2203_of_the_half_array_that_it_stands_on() {
        let got = view((10.60, 5.30), (39.1, 3.26));
        assert!((got - 0.2203).abs() < 0.0007, "{got}");
    }

    #[test]
    fn plates_of_different_lengths_agree_with_quadrature() {
        for first in [(10.6, 5.3), (1.0, 1.0), (4.0, 0.5), (2.0, 9.0), (0.3, 2.0)] {
            for second in [(39.1, 3.26), (1.0, 1.0), (0.2, 3.0), (9.0, 0.4), (10.6, 7.0)] {
                let (got, want) = (view(first, second), by_quadrature(first, second, 0.0));
                assert!((got / want - 1.0).abs() < 2e-4, "{first:?} {second:?}: {got} {want}");
            }
        }
    }

    #[test]
    fn plates_apart_along_the_line_are_the_same_sum() {
        for offset in [0.0, 0.4, 1.5, 3.0, 12.0] {
            let (first, second) = ((2.0, 1.2), (3.0, 0.8));
            let (far, near) = (0.5 * (first.0 + second.0), 0.5 * (first.0 - second.0));
            let sides = [(offset + far, offset + near), (offset - far, offset - near)];
            let got: f64 = sides.map(|ends| exchange(ends, first.1, second.1)).iter().sum();
            let got = got / (first.0 * first.1);
            let want = by_quadrature(first, second, offset);
            assert!((got - want).abs() < 2e-4 * want + 1e-9, "{offset}: {got} {want}");
        }
    }

    #[test]
    fn equal_edges_follow_their_own_form() {
        for (w, h) in [(1.0, 1.0), (0.3, 0.08), (7.0, 0.5), (0.02, 3.0)] {
            let (got, want) = (rectangle(1.0, w, h), equal_edges(w, h));
            assert!((got - want).abs() < 1e-12, "{w} {h}: {got} {want}");
        }
    }

    #[test]
    fn a_longer_or_deeper_plate_is_seen_more_and_all_of_it_by_half() {
        let mut before = 0.0;
        for length in [0.1, 0.5, 1.0, 2.0, 10.0, 100.0, 1e4] {
            let now = view((1.0, 0.5), (length, length));
            assert!(now > before, "{length}: {now}");
            before = now;
        }
        assert!((before - 0.5).abs() < 1e-4, "{before}");
    }

    #[test]
    fn a_narrow_strip_at_the_corner_sees_half_its_sky() {
        assert!((rectangle(1.0, 1e-6, 1e3) - 0.5).abs() < 1e-3);
        assert!(rectangle(1.0, 0.0, 1.0).abs() < 1e-15);
        assert!(rectangle(0.0, 1.0, 1.0).abs() < 1e-15);
    }
}
