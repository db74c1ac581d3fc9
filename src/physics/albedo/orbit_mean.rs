//! Albedo factors averaged over a circular orbit.

use std::f64::consts::{FRAC_1_PI, FRAC_PI_2, PI};

use crate::numeric::elementary::arc_cosine;
use crate::numeric::quadrature::GaussLegendre;
use crate::physics::view_factor::Surface;
use crate::physics::view_factor::rings::{Ring, rings};
use crate::units::{Angle, Ratio, fraction};

/// Nodes over the visible cap in an orbit mean.
const CAP: GaussLegendre<6> = GaussLegendre::new();
/// Nodes over a quarter turn of azimuth.
const QUARTER: GaussLegendre<6> = GaussLegendre::new();
/// Places on half an orbit: the midpoint rule, which is the best for a periodic function.
const NODES: usize = 16;

/// Albedo factor of one face, averaged over an orbit: mean flux is albedo × solar irradiance × this
/// factor.
///
/// # Model
/// ```text
/// F̄_a = (1/2π) ∮ F_a(u) du,   cos z = cos β cos u
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `F̄_a`, `F_a` | orbit mean and momentary [`albedo_factor`](super::albedo_factor) | 1 |
/// | u | angle along the orbit from the place nearest the Sun | deg |
/// | z | zenith angle of the Sun at the satellite | deg |
/// | β | angle of the Sun above the orbit plane | deg |
///
/// # Assumes
/// As [`albedo_factor`](super::albedo_factor); the face keeps its [`Surface`] also in the Earth's
/// shadow.
///
/// # Valid for
/// Any angle; a ratio below 1 is taken as 1. Within 3e-4 of an exact integration.
///
/// # References
/// As [`albedo_factor`](super::albedo_factor).
pub fn orbit_mean_albedo_factor(radius_ratio: Ratio, beta: Angle, surface: Surface) -> Ratio {
    let (sin_beta, cos_beta) = libm::sincos(beta.base());
    fraction(Lit::from(radius_ratio.base()).mean(surface, sin_beta, cos_beta.abs()))
}

/// The visible cap of one orbit radius, ready for means over the orbit.
#[derive(Debug, Clone, Copy)]
pub(in crate::physics) struct Lit {
    rings: [Ring; 6],
    /// Cosine of the zenith angle of the Sun from which all visible ground is dark.
    dark: f64,
}

impl Lit {
    /// Rings of the cap seen from an orbit radius in Earth radii.
    pub(in crate::physics) fn from(ratio: f64) -> Self {
        let ratio = ratio.max(1.0);
        Self { rings: rings(ratio, &CAP), dark: -(1.0 - 1.0 / (ratio * ratio)).sqrt() }
    }

    /// Orbit mean of the albedo factor of one face.
    pub(in crate::physics) fn mean(&self, surface: Surface, sin_beta: f64, cos_beta: f64) -> f64 {
        match surface {
            Surface::Zenith => 0.0,
            Surface::OrbitNormal => self.mean_across(sin_beta, cos_beta),
            Surface::AntiOrbitNormal => self.mean_across(-sin_beta, cos_beta),
            Surface::Nadir => self.mean_over_places(cos_beta, below),
            Surface::EdgeOnRadial => self.mean_over_places(cos_beta, edge_on),
            Surface::AntiSun => self.mean_over_places(cos_beta, away_from_sun),
            Surface::SunFacing => self.mean_over_places(cos_beta, towards_sun),
        }
    }

    /// Mean of a face whose place to Sun and nadir follows from the Sun's zenith angle alone.
    fn mean_over_places(&self, cos_beta: f64, face: fn(&Ring, f64, f64) -> f64) -> f64 {
        let sum: f64 = COSINES
            .iter()
            .map(|cosine| cos_beta * cosine)
            .filter(|cos_sun| *cos_sun > self.dark)
            .map(|cos_sun| self.at(cos_sun, face))
            .sum();
        sum / NODES as f64
    }

    /// Factor at one zenith angle of the Sun.
    fn at(&self, cos_sun: f64, face: fn(&Ring, f64, f64) -> f64) -> f64 {
        let sin_sun = (1.0 - cos_sun * cos_sun).max(0.0).sqrt();
        self.rings.iter().map(|ring| ring.weight * face(ring, cos_sun, sin_sun)).sum()
    }

    /// Mean of a face along the orbit normal.
    ///
    /// The ground at one azimuth from the orbit normal turns with the orbit, so that its mean
    /// illumination is the mean of the positive part of p + q cos u, which has a closed form.
    fn mean_across(&self, sin_beta: f64, cos_beta: f64) -> f64 {
        self.sum_across(cos_beta, |aside, q| {
            let p = sin_beta * aside;
            if p >= q {
                p
            } else if p <= -q {
                0.0
            } else {
                let cosine = -p / q;
                (p * arc_cosine(cosine) + q * (1.0 - cosine * cosine).sqrt()) * FRAC_1_PI
            }
        })
    }

    /// Sum of the means of the two faces along and against the orbit normal.
    pub(in crate::physics) fn mean_across_both(&self, sin_beta: f64, cos_beta: f64) -> f64 {
        self.sum_across(cos_beta, |aside, q| {
            let p = sin_beta.abs() * aside;
            if p >= q {
                p
            } else {
                let sine = p / q;
                let arc = FRAC_PI_2 - arc_cosine(sine);
                2.0 * FRAC_1_PI * (p * arc + q * (1.0 - sine * sine).sqrt())
            }
        })
    }

    /// Integral over the cap of `light` from the part of the ground's normal along the orbit normal
    /// and the amplitude of its part along the Sun.
    fn sum_across(&self, cos_beta: f64, light: impl Fn(f64, f64) -> f64) -> f64 {
        let mut sum = 0.0;
        for ring in &self.rings {
            for (node, cosine) in QUARTER.nodes.iter().zip(&QUARTER_COSINES) {
                let aside = ring.sin_ground * cosine;
                let swing = cos_beta * (1.0 - aside * aside).sqrt();
                sum += ring.weight * ring.sin_nadir * cosine * node.weight * light(aside, swing);
            }
        }
        sum * PI
    }
}

/// Sum over both faces of a plate that faces the Sun, at one zenith angle of the Sun.
pub(in crate::physics) fn two_sided_at(lit: &Lit, cos_sun: f64) -> f64 {
    if cos_sun <= lit.dark { 0.0 } else { lit.at(cos_sun, both_sides) }
}

/// Integral over a ring for a face towards the nadir.
fn below(ring: &Ring, cos_sun: f64, sin_sun: f64) -> f64 {
    let (a, b) = (ring.cos_ground * cos_sun, ring.sin_ground * sin_sun);
    let lit = Arc::positive(a, b);
    2.0 * ring.cos_nadir * (a * lit.angle + b * lit.sine)
}

/// Integral over a ring for one face of a plate that holds the Sun line and the vertical.
fn edge_on(ring: &Ring, cos_sun: f64, sin_sun: f64) -> f64 {
    let (a, b) = (ring.cos_ground * cos_sun, ring.sin_ground * sin_sun);
    let light = if a >= b {
        2.0 * a
    } else if a <= -b {
        0.0
    } else {
        0.5 * (a + b) * (a + b) / b
    };
    ring.sin_nadir * light
}

/// Integral over a ring for a face that looks away from the Sun.
fn away_from_sun(ring: &Ring, cos_sun: f64, sin_sun: f64) -> f64 {
    let (lit, bright) = across_sun(ring, cos_sun, sin_sun);
    lit - bright
}

/// Integral over a ring for a face that looks at the Sun.
fn towards_sun(ring: &Ring, cos_sun: f64, sin_sun: f64) -> f64 {
    let (_, bright) = across_sun(ring, cos_sun, sin_sun);
    -bright
}

/// Integral over a ring for both faces of a plate that faces the Sun.
fn both_sides(ring: &Ring, cos_sun: f64, sin_sun: f64) -> f64 {
    let (lit, bright) = across_sun(ring, cos_sun, sin_sun);
    lit - 2.0 * bright
}

/// Integral of light times projection on the dark face of a plate across the Sun line, over the lit
/// arc of a ring, and over that part of it that the bright face sees (where the projection is
/// negative).
fn across_sun(ring: &Ring, cos_sun: f64, sin_sun: f64) -> (f64, f64) {
    let (a, b) = (ring.cos_ground * cos_sun, ring.sin_ground * sin_sun);
    let (c, d) = (ring.cos_nadir * cos_sun, ring.sin_nadir * sin_sun);
    let lit = Arc::positive(a, b);
    if lit.angle <= 0.0 {
        return (0.0, 0.0);
    }
    // (a + b cos φ)(c − d cos φ) from −angle to angle
    let until = |arc: &Arc| {
        2.0 * (a * c * arc.angle + (b * c - a * d) * arc.sine
            - 0.5 * b * d * (arc.angle + arc.sine * arc.cosine))
    };
    let whole = until(&lit);
    let seen = Arc::positive(-c, d);
    (whole, if seen.angle < lit.angle { until(&seen) } else { whole })
}

/// Half an arc about azimuth zero, with its sine and cosine.
struct Arc {
    angle: f64,
    sine: f64,
    cosine: f64,
}

impl Arc {
    /// The arc on which `level + swing` cos φ is positive, for a swing of zero or more.
    fn positive(level: f64, swing: f64) -> Self {
        if level >= swing {
            Self { angle: PI, sine: 0.0, cosine: -1.0 }
        } else if level <= -swing {
            Self { angle: 0.0, sine: 0.0, cosine: 1.0 }
        } else {
            let cosine = -level / swing;
            Self { angle: arc_cosine(cosine), sine: (1.0 - cosine * cosine).sqrt(), cosine }
        }
    }
}

/// Cosines of the azimuths from the orbit normal at the nodes of [`QUARTER`].
static QUARTER_COSINES: [f64; 6] = quarter_cosines();

const fn quarter_cosines() -> [f64; 6] {
    let mut cosines = [0.0; 6];
    let mut index = 0;
    while index < 6 {
        cosines[index] = cosine_of(FRAC_PI_2 * QUARTER.nodes[index].place);
        index += 1;
    }
    cosines
}

/// Cosines of the places on half an orbit.
static COSINES: [f64; NODES] = cosines();

/// cos((k + ½) π / n).
const fn cosines() -> [f64; NODES] {
    let mut cosines = [0.0; NODES];
    let mut index = 0;
    while index < NODES {
        cosines[index] = cosine_of((index as f64 + 0.5) * PI / NODES as f64);
        index += 1;
    }
    cosines
}

/// Cosine of 0 to π by its series about π/2, for a constant table.
const fn cosine_of(angle: f64) -> f64 {
    let x = FRAC_PI_2 - angle;
    let square = x * x;
    let (mut term, mut sum) = (x, x);
    let mut k = 1.0;
    while k < 12.0 {
        term *= -square / ((2.0 * k) * (2.0 * k + 1.0));
        sum += term;
        k += 1.0;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::degree;

    fn mean(altitude_km: f64, beta: f64, surface: Surface) -> f64 {
        let ratio = fraction(1.0 + altitude_km / 6_371.0);
        orbit_mean_albedo_factor(ratio, Angle::new::<degree>(beta), surface).base()
    }

    #[test]
    fn the_table_of_places_holds_cosines() {
        for (index, cosine) in COSINES.iter().enumerate() {
            let want = libm::cos((index as f64 + 0.5) * PI / NODES as f64);
            assert!((cosine - want).abs() < 1e-15);
        }
    }

    #[test]
    fn means_agree_with_an_independent_integration() {
        for (altitude, beta, surface, want) in [
            (400.0, 0.0, Surface::Nadir, 0.281_242_745_7),
            (400.0, 0.0, Surface::AntiSun, 0.223_176_970_9),
            (400.0, 0.0, Surface::SunFacing, 0.014_554_163_54),
            (650.0, 75.0, Surface::EdgeOnRadial, 0.021_035_166_32),
            (650.0, 60.0, Surface::OrbitNormal, 0.051_042_510_71),
            (650.0, 60.0, Surface::AntiOrbitNormal, 0.027_047_614_16),
            (1_200.0, 90.0, Surface::Nadir, 0.037_987_472_81),
        ] {
            let got = mean(altitude, beta, surface);
            assert!((got - want).abs() < 3e-4, "{altitude} {beta} {surface:?}: {got} {want}");
        }
    }

    #[test]
    fn both_sides_are_the_sum_of_the_faces() {
        let lit = Lit::from(1.1);
        for cos_sun in [0.9, 0.4, 0.0, -0.2] {
            let sum = lit.at(cos_sun, away_from_sun) + lit.at(cos_sun, towards_sun);
            assert!((two_sided_at(&lit, cos_sun) - sum).abs() < 1e-14);
        }
    }

    #[test]
    fn a_mirrored_orbit_swaps_the_faces_along_its_normal() {
        let (here, there) =
            (mean(650.0, 40.0, Surface::OrbitNormal), mean(650.0, -40.0, Surface::AntiOrbitNormal));
        assert!((here - there).abs() < 1e-15);
    }
}
