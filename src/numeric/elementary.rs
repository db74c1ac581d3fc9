//! Elementary functions for inner loops, without branches so that they become vector code.

use std::f64::consts::{LOG2_E, PI};

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

/// One and a half times 2^52: a number added to it is rounded to a whole one in the last bits.
const ROUNDS: f64 = 6_755_399_441_055_744.0;
/// The natural logarithm of two in two parts, the first so short that its product with an exponent
/// is exact.
const LN_2: (f64, f64) = (0.693_147_180_369_123_8, 1.908_214_929_270_587_8e-10);
/// Exponents of e between which its power is a normal number.
const NORMAL_POWERS: (f64, f64) = (-708.0, 709.0);
/// Bits of the square root of one half, of one, and of the fraction of a number.
const ROOT_HALF: u64 = std::f64::consts::FRAC_1_SQRT_2.to_bits();
const ONE: u64 = 1.0_f64.to_bits();
const FRACTION: u64 = (1 << 52) - 1;
/// Exponent of one as it is stored.
const BIAS: u64 = 1_023;

/// Parts of x = k ln 2 + r, r at most half of ln 2 in size: e^r − 1, and 2^k.
#[inline]
fn power_parts(x: f64) -> (f64, f64) {
    let x = if x > NORMAL_POWERS.1 { NORMAL_POWERS.1 } else { x };
    let x = if x < NORMAL_POWERS.0 { NORMAL_POWERS.0 } else { x };
    let turned = x * LOG2_E + ROUNDS;
    let k = turned - ROUNDS;
    let r = (x - k * LN_2.0) - k * LN_2.1;
    // Taylor's series to r^13, whose rest is below 1e-17
    let last = 1.0 / 39_916_800.0 + r * (1.0 / 479_001_600.0 + r * (1.0 / 6_227_020_800.0));
    let high = 1.0 / 40_320.0 + r * (1.0 / 362_880.0 + r * (1.0 / 3_628_800.0 + r * last));
    let middle = 1.0 / 120.0 + r * (1.0 / 720.0 + r * (1.0 / 5_040.0 + r * high));
    let low = 1.0 / 6.0 + r * (1.0 / 24.0 + r * middle);
    let less_one = r + r * r * (0.5 + r * low);
    (less_one, f64::from_bits(turned.to_bits().wrapping_add(BIAS) << 52))
}

/// e^x to 4e-16 of it; zero below −708 and e^709 above 709.
#[inline]
pub fn exp(x: f64) -> f64 {
    let (less_one, scale) = power_parts(x);
    if x < NORMAL_POWERS.0 { 0.0 } else { scale + scale * less_one }
}

/// e^x − 1 to 1e-15 of it; as [`exp`] at the ends.
#[inline]
pub fn exp_m1(x: f64) -> f64 {
    let (less_one, scale) = power_parts(x);
    (scale - 1.0) + scale * less_one
}

/// Natural logarithm of a positive normal number, to 4e-16 of it and of one.
///
/// The number is m 2^k, m from √½ to √2; ln m is twice the series of the inverse hyperbolic tangent
/// at (m − 1)/(m + 1).
#[inline]
pub fn ln(x: f64) -> f64 {
    let bits = x.to_bits().wrapping_add(ONE - ROOT_HALF);
    let whole = f64::from_bits((bits >> 52) | ROUNDS.to_bits()) - (ROUNDS + BIAS as f64);
    let m = f64::from_bits((bits & FRACTION) + ROOT_HALF);
    let s = (m - 1.0) / (m + 1.0);
    let z = s * s;
    let last = 1.0 / 17.0 + z * (1.0 / 19.0 + z * (1.0 / 21.0 + z * (1.0 / 23.0)));
    let high = 1.0 / 11.0 + z * (1.0 / 13.0 + z * (1.0 / 15.0 + z * last));
    let low = z * (1.0 / 3.0 + z * (1.0 / 5.0 + z * (1.0 / 7.0 + z * (1.0 / 9.0 + z * high))));
    whole * LN_2.0 + (2.0 * (s + s * low) + whole * LN_2.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_and_logarithms_are_those_of_libm() {
        for step in -100_000..=100_000 {
            let x = f64::from(step) * 7.087e-3;
            let (power, less_one) = (libm::exp(x), libm::expm1(x));
            let error = if x < -708.0 { exp(x) } else { exp(x) / power - 1.0 };
            assert!(error.abs() < 4.5e-16, "e^{x}: {error}");
            assert!((exp_m1(x) - less_one).abs() <= 1e-15 * less_one.abs(), "e^{x} - 1");
            let number = libm::exp(0.999 * x);
            let (got, want) = (ln(number), libm::log(number));
            assert!((got - want).abs() <= 4.5e-16 * want.abs().max(1.0), "ln {number}");
        }
        for tiny in [1e-300, 1e-20, 1e-9, -1e-9, -1e-20] {
            assert!((exp_m1(tiny) / libm::expm1(tiny) - 1.0).abs() < 4.5e-16);
        }
        for beside in [1.0 + 1e-12, 1.0 - 1e-12] {
            assert!((ln(beside) / libm::log(beside) - 1.0).abs() < 4.5e-16);
        }
    }

    #[test]
    fn powers_beyond_normal_numbers_are_zero_or_the_largest() {
        assert!(exp(-709.0) <= 0.0 && exp(f64::NEG_INFINITY) <= 0.0);
        assert!((exp(1e9) / libm::exp(709.0) - 1.0).abs() < 1e-15);
        assert!((exp_m1(-1e9) + 1.0).abs() < 1e-15 && exp_m1(0.0).abs() <= 0.0);
    }

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
