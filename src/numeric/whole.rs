//! Whole numbers from quotients that rounding left a little beside a whole one.

/// Rounding of a quotient that does not make another whole.
const ROUNDING: f64 = 1.0e-12;

/// Whole number at or above a positive one.
pub fn whole_at_least(number: f64) -> f64 {
    (number * (1.0 - ROUNDING)).ceil()
}

/// Whole number at or below a positive one.
pub fn whole_at_most(number: f64) -> f64 {
    (number * (1.0 + ROUNDING)).floor()
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
        ] {
            assert!((whole_at_least(number) - above).abs() < 0.5, "{number}");
            assert!((whole_at_most(number) - below).abs() < 0.5, "{number}");
        }
    }
}
