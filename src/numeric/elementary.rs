//! Elementary functions for inner loops, without branches so that they become vector code.

use std::f64::consts::PI;

/// Arc cosine of 0 to 1, to 2.2e-8; a number above 1 counts as 1.
///
/// After \[Abramowitz1972\], 4.4.46, not read: √(1 − x) times a polynomial of degree 7.
#[inline]
pub fn arc_cosine_of_positive(x: f64) -> f64 {
    let x = if x < 1.0 { x } else { 1.0 };
    let high = -0.017_088_125_6 + x * (0.006_670_090_1 - 0.001_262_491_1 * x);
    let middle = -0.050_174_304_6 + x * (0.030_891_881_0 + x * high);
    let polynomial = 1.570_796_305_0 + x * (-0.214_598_801_6 + x * (0.088_978_987_4 + x * middle));
    (1.0 - x).sqrt() * polynomial
}

/// Arc cosine of −1 to 1, to 2.2e-8; numbers beyond count as the ends.
#[inline]
pub fn arc_cosine(x: f64) -> f64 {
    let arc = arc_cosine_of_positive(x.abs());
    if x < 0.0 { PI - arc } else { arc }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arc_cosine_is_good_to_2_2e_8() {
        for step in -1_000..=1_000 {
            let x = f64::from(step) / 1_000.0;
            let error = arc_cosine(x) - libm::acos(x);
            assert!(error.abs() < 2.2e-8, "{x}: {error}");
        }
    }

    #[test]
    fn numbers_beyond_one_count_as_one() {
        assert!(arc_cosine(1.5).abs() < 1e-15);
        assert!((arc_cosine(-1.5) - PI).abs() < 1e-15);
    }
}
