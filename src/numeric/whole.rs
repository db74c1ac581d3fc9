//! Whole numbers from quotients that rounding left a little beside a whole one.

/// Rounding of a quotient that does not make another whole.
const ROUNDING: f64 = 1.0e-12;

/// The whole number that the number is, up to rounding.
fn near(number: f64) -> Option<f64> {
    let whole = number.round();
    ((number - whole).abs() <= ROUNDING * number.abs()).then_some(whole)
}

/// Whole number at or above a positive one.
pub fn whole_at_least(number: f64) -> f64 {
    near(number).unwrap_or(number.ceil())
}

/// Whole number at or below a positive one.
pub fn whole_at_most(number: f64) -> f64 {
    near(number).unwrap_or(number.floor())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_makes_no_other_whole() {
        for (number, above, below) in [
            (0.3 / 0.1, 3.0, 3.0),
            (1.1 * 1.1 / 0.11, 11.0, 11.0),
            (2.5, 3.0, 2.0),
            (0.0, 0.0, 0.0),
            (5.0e15, 5.0e15, 5.0e15),
        ] {
            assert!((whole_at_least(number) - above).abs() < 0.5, "{number}");
            assert!((whole_at_most(number) - below).abs() < 0.5, "{number}");
        }
    }
}
