//! Numbers of few digits near to another, which are shown to be typed.

use crate::units::format::{TYPED_DIGITS, format_number};

/// Digits of a value that is typed: at first, and where fewer do not hold at most.
const DIGITS: std::ops::RangeInclusive<i32> = 4..=16;

/// On which side of a number others lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FarSide {
    /// Above it.
    Above,
    /// Below it.
    Below,
}

/// Numbers on one side of a number, two for each count of digits, of the fewest digits first.
pub(super) fn beside(number: f64, side: FarSide) -> impl Iterator<Item = f64> {
    let away = if side == FarSide::Above { 1.0 } else { -1.0 };
    DIGITS.flat_map(move |digits| {
        let step = digits - 1 - first_place(number);
        let whole = libm::ceil(away * scaled(number, step));
        [whole, whole + 1.0].map(|whole| scaled(away * whole, -step))
    })
}

/// Numbers around a number: for each count of digits the nearest, then the next above and below.
pub(super) fn around(number: f64) -> impl Iterator<Item = f64> {
    DIGITS.flat_map(move |digits| {
        let step = digits - 1 - first_place(number);
        let shifted = scaled(number, step);
        let beside = [libm::round(shifted), libm::ceil(shifted), libm::floor(shifted)];
        beside.map(|whole| scaled(whole, -step))
    })
}

/// A number once it was written and read.
pub(super) fn written(number: f64) -> f64 {
    format_number(number, TYPED_DIGITS).parse().unwrap_or(number)
}

/// Place of the first digit of a number: 0 for ones, 1 for tens.
#[expect(clippy::cast_possible_truncation, reason = "exponents are small")]
fn first_place(number: f64) -> i32 {
    if number == 0.0 { 0 } else { libm::floor(libm::log10(number.abs())) as i32 }
}

/// A number times a power of ten.
fn scaled(number: f64, places: i32) -> f64 {
    let power = libm::pow(10.0, f64::from(places.abs()));
    if places < 0 { number / power } else { number * power }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_number_of_few_digits_comes_first() {
        for (number, first) in [
            (1000.0 / 9.0, [111.1, 111.2, 111.1]),
            (333.15, [333.2, 333.2, 333.1]),
            (0.7, [0.7, 0.7, 0.7]),
            (0.0, [0.0, 0.0, 0.0]),
            (11.0, [11.0, 11.0, 11.0]),
        ] {
            let got: Vec<f64> = around(number).take(3).map(written).collect();
            let is_near = got.iter().zip(&first).all(|(got, want)| (got - want).abs() < 1e-9);
            assert!(is_near, "{number}: {got:?}");
        }
    }

    #[test]
    fn numbers_beside_lie_on_their_side() {
        for number in [8.123_456, 0.000_012_345_6, 1234.5] {
            assert!(
                beside(number, FarSide::Above).all(|other| written(other) >= number * 0.999_999_9)
            );
            assert!(beside(number, FarSide::Above).take(4).all(|other| other >= number));
            assert!(beside(number, FarSide::Below).take(4).all(|other| other <= number));
        }
    }
}
