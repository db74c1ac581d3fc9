//! Heat that plates get from the Earth and the Sun over one orbit.

use std::f64::consts::{FRAC_1_PI, PI};

use crate::numeric::quadrature::GaussLegendre;
use crate::physics::albedo::{Lit, two_sided_at};
use crate::physics::view_factor::{Surface, orbit_mean, two_sides_to_sphere};
use crate::units::{Angle, Ratio, fraction};

/// How the radiator is kept along the orbit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attitude {
    /// Two faces; the panel holds the Sun line and the local vertical, so that no face sees the
    /// Sun.
    EdgeOn,
    /// Two faces, one down and one up.
    Nadir,
    /// Two faces, along and against the orbit normal.
    OrbitNormal,
    /// One face: the back of the Sun-facing array.
    ArrayBack,
}

/// Factors of a plate, summed over the faces that radiate and averaged over an orbit.
///
/// Heat absorbed per panel area is emissivity × Earth infrared × `infrared_factor` + absorptance ×
/// irradiance × (`solar_factor` + albedo × `albedo_factor`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlateLoads {
    /// View factor to the Earth.
    pub infrared_factor: Ratio,
    /// Albedo factor.
    pub albedo_factor: Ratio,
    /// Cosine of direct sunlight, zero in shadow.
    pub solar_factor: Ratio,
}

/// Nodes over the sunlit part of half an orbit.
const SUNLIT: GaussLegendre<6> = GaussLegendre::new();

/// Loads of a radiator panel, mean over an orbit.
///
/// # Model
/// ```text
/// infrared = Σ F̄,   albedo = Σ F̄_a,   summed over the faces that radiate
/// solar:  EdgeOn, ArrayBack 0;  OrbitNormal |sin β| (1 − u_s/π);  Nadir (cos β / π) (2 − sin u_s)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | F̄, `F̄_a` | orbit means of view factor and albedo factor of one face | 1 |
/// | β | angle of the Sun above the orbit plane | deg |
/// | `u_s` | half the arc of the orbit in shadow | deg |
///
/// # Assumes
/// The attitude is kept without error; a panel edge-on to the Sun gets no sunlight. As
/// [`plate_to_earth`](crate::physics::view_factor::plate_to_earth) and
/// [`albedo_factor`](crate::physics::albedo::albedo_factor).
///
/// # Valid for
/// Any angle; `radius_ratio`, the orbit radius over the Earth radius, below 1 is taken as 1.
///
/// # References
/// As [`albedo_factor`](crate::physics::albedo::albedo_factor); the solar terms are integrals of |n
/// · s| over the sunlit arc.
pub fn radiator_loads(
    radius_ratio: Ratio,
    attitude: Attitude,
    beta: Angle,
    shadow_half_arc: Angle,
) -> PlateLoads {
    let lit = Lit::from(radius_ratio.base());
    let (sin_beta, cos_beta) = libm::sincos(beta.base());
    let sky = Sky { sin_beta, cos_beta: cos_beta.abs(), shadow: shadow_half_arc.base() };
    sky.radiator(radius_ratio.base(), &lit, attitude)
}

/// Loads of front and back of a Sun-facing array, mean over the sunlit part of an orbit.
///
/// # Model
/// ```text
/// mean over |u| < π − u_s of F(θ) + F(π − θ) and F_a(θ) + F_a(π − θ),  cos θ = cos β cos u; solar 1
/// ```
/// Symbols as in [`radiator_loads`]; u is the angle along the orbit from the place nearest the Sun.
///
/// # Assumes
/// As [`radiator_loads`].
///
/// # Valid for
/// As [`radiator_loads`].
///
/// # References
/// As [`radiator_loads`].
pub fn array_loads(radius_ratio: Ratio, beta: Angle, shadow_half_arc: Angle) -> PlateLoads {
    let lit = Lit::from(radius_ratio.base());
    let (sin_beta, cos_beta) = libm::sincos(beta.base());
    let sky = Sky { sin_beta, cos_beta: cos_beta.abs(), shadow: shadow_half_arc.base() };
    sky.array(radius_ratio.base(), &lit)
}

/// Sun angle and shadow of one orbit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sky {
    pub(super) sin_beta: f64,
    pub(super) cos_beta: f64,
    /// Half the arc in shadow.
    pub(super) shadow: f64,
}

impl Sky {
    /// [`radiator_loads`] in plain numbers.
    pub(super) fn radiator(&self, ratio: f64, lit: &Lit, attitude: Attitude) -> PlateLoads {
        let ratio = ratio.max(1.0);
        let infrared = |surface| orbit_mean(ratio, self.cos_beta, surface);
        let albedo = |surface| lit.mean(surface, self.sin_beta, self.cos_beta);
        let (infrared, albedo, solar) = match attitude {
            Attitude::EdgeOn => {
                (2.0 * infrared(Surface::EdgeOnRadial), 2.0 * albedo(Surface::EdgeOnRadial), 0.0)
            }
            Attitude::Nadir => (
                infrared(Surface::Nadir),
                albedo(Surface::Nadir),
                self.cos_beta * FRAC_1_PI * (2.0 - libm::sin(self.shadow)),
            ),
            Attitude::OrbitNormal => (
                2.0 * infrared(Surface::OrbitNormal),
                lit.mean_across_both(self.sin_beta, self.cos_beta),
                self.sin_beta.abs() * (1.0 - self.shadow * FRAC_1_PI),
            ),
            Attitude::ArrayBack => (infrared(Surface::AntiSun), albedo(Surface::AntiSun), 0.0),
        };
        PlateLoads {
            infrared_factor: fraction(infrared),
            albedo_factor: fraction(albedo),
            solar_factor: fraction(solar),
        }
    }

    /// [`array_loads`] in plain numbers.
    pub(super) fn array(&self, ratio: f64, lit: &Lit) -> PlateLoads {
        let ratio = ratio.max(1.0);
        let reach = PI - self.shadow;
        let (mut infrared, mut albedo) = (0.0, 0.0);
        for node in &SUNLIT.nodes {
            let cos_sun = self.cos_beta * libm::cos(reach * node.place);
            infrared += node.weight * two_sides_to_sphere(ratio, cos_sun);
            albedo += node.weight * two_sided_at(lit, cos_sun);
        }
        PlateLoads {
            infrared_factor: fraction(infrared),
            albedo_factor: fraction(albedo),
            solar_factor: fraction(1.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::degree;

    const RATIO: Ratio = fraction(1.0 + 650.0 / 6_371.0);

    fn deg(angle: f64) -> Angle {
        Angle::new::<degree>(angle)
    }

    /// Half the arc in the shadow of a cylinder at 650 km.
    fn cylinder(beta: f64) -> Angle {
        let edge = (1.0 - 1.0 / (RATIO * RATIO).base()).sqrt();
        (fraction(edge) / deg(beta).cos()).acos()
    }

    #[test]
    fn edge_on_panel_emits_from_two_faces_and_absorbs_on_two() {
        let loads = radiator_loads(RATIO, Attitude::EdgeOn, deg(75.0), cylinder(75.0));
        assert!((loads.infrared_factor.base() - 2.0 * 0.240_573_864_3).abs() < 1e-9);
        assert!((loads.albedo_factor.base() - 2.0 * 0.021_035_166_32).abs() < 1e-4);
        assert!(loads.solar_factor.base().abs() < 1e-15);
    }

    #[test]
    fn panel_along_the_orbit_normal_agrees_with_an_independent_integration() {
        let loads = radiator_loads(RATIO, Attitude::OrbitNormal, deg(60.0), cylinder(60.0));
        assert!((loads.albedo_factor.base() - 0.051_042_510_71 - 0.027_047_614_16).abs() < 1e-4);
        assert!((loads.solar_factor.base() - 0.709_659_705_9).abs() < 4e-3);
    }

    #[test]
    fn level_panel_agrees_with_an_independent_integration() {
        let loads = radiator_loads(RATIO, Attitude::Nadir, deg(60.0), cylinder(60.0));
        assert!((loads.infrared_factor.base() - 0.823_412_136_9).abs() < 1e-9);
        assert!((loads.solar_factor.base() - 0.073_646_896_58 - 0.159_167_569_1).abs() < 4e-3);
    }

    #[test]
    fn array_without_shadow_is_the_sum_of_front_and_back() {
        let loads = array_loads(RATIO, deg(75.0), deg(0.0));
        assert!((loads.infrared_factor.base() - 2.0 * 0.244_687_919_7).abs() < 1e-4);
        assert!((loads.albedo_factor.base() - 0.027_508_550_64 - 0.014_402_545_86).abs() < 3e-4);
    }
}
