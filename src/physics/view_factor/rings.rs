//! The cap of the Earth that a plate sees, cut into rings about the nadir.

use std::f64::consts::FRAC_1_PI;

use crate::numeric::quadrature::GaussLegendre;

/// A ring of the ground at one distance from the point below the plate.
///
/// Directions use the zenith and an azimuth φ about it, so that the normal of the ground at azimuth
/// φ is (`sin_ground` cos φ, `sin_ground` sin φ, `cos_ground`) and the direction from the plate to
/// that ground is (`sin_nadir` cos φ, `sin_nadir` sin φ, −`cos_nadir`).
#[derive(Debug, Clone, Copy)]
pub(in crate::physics) struct Ring {
    /// Cosine and sine of the angle at the center of the Earth.
    pub cos_ground: f64,
    pub sin_ground: f64,
    /// Cosine and sine of the angle from the nadir as seen from the plate.
    pub cos_nadir: f64,
    pub sin_nadir: f64,
    /// Solid angle per azimuth over π.
    pub weight: f64,
}

/// Rings of the visible cap for Gauss-Legendre integration, from the orbit radius in Earth radii.
///
/// With the slant distance D = h cosh w the integrand is smooth both below a low orbit and at the
/// limb; a rule in the angle would need many more nodes.
pub(in crate::physics) fn rings<const N: usize>(ratio: f64, rule: &GaussLegendre<N>) -> [Ring; N] {
    // a plate on the ground is taken as 6 m above it
    let ratio = ratio.max(1.0 + 1e-6);
    let height = ratio - 1.0;
    let limb = ((ratio + 1.0) / height).sqrt();
    let reach = libm::log(limb + (2.0 / height).sqrt());
    rule.nodes.map(|node| {
        let grown = libm::exp(reach * node.place);
        let (cosh, sinh) = (0.5 * (grown + 1.0 / grown), 0.5 * (grown - 1.0 / grown));
        let distance = height * cosh;
        let half_square = height * height * sinh * sinh / (4.0 * ratio);
        let cos_ground = 1.0 - 2.0 * half_square;
        let sin_ground = 2.0 * (half_square * (1.0 - half_square).max(0.0)).sqrt();
        let emission = ((ratio * cos_ground - 1.0) / distance).max(0.0);
        Ring {
            cos_ground,
            sin_ground,
            cos_nadir: (ratio - cos_ground) / distance,
            sin_nadir: sin_ground / distance,
            weight: node.weight * reach * emission * height * sinh / (distance * ratio) * FRAC_1_PI,
        }
    })
}

#[cfg(test)]
mod tests {
    use std::f64::consts::PI;

    use super::*;

    #[test]
    fn rings_sum_to_the_view_factor_of_a_plate_facing_down() {
        const RULE: GaussLegendre<6> = GaussLegendre::new();
        for ratio in [1.03, 1.1, 1.3, 6.6] {
            let sum: f64 =
                rings(ratio, &RULE).iter().map(|r| 2.0 * PI * r.weight * r.cos_nadir).sum();
            assert!((sum * ratio * ratio - 1.0).abs() < 1e-4, "{ratio}: {sum}");
        }
    }
}
