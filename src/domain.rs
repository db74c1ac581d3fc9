//! The range a model is valid in, and the error of a value outside it.

use thiserror::Error;

/// A value outside the range of a model.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[error("{quantity} is {value} {unit}, outside {low} to {high} {unit}")]
#[non_exhaustive]
pub struct DomainError {
    /// Name of the quantity.
    pub quantity: &'static str,
    /// The value, in `unit`.
    pub value: f64,
    /// Unit of the three numbers.
    pub unit: &'static str,
    /// Lowest value allowed.
    pub low: f64,
    /// Highest value allowed.
    pub high: f64,
}

/// Gives `value` back if it lies in `low..=high`.
///
/// # Errors
/// [`DomainError`] if it does not, or is not a number.
pub fn within(
    quantity: &'static str,
    unit: &'static str,
    (low, high): (f64, f64),
    value: f64,
) -> Result<f64, DomainError> {
    if value >= low && value <= high {
        Ok(value)
    } else {
        Err(DomainError { quantity, value, unit, low, high })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_names_value_unit_and_range() {
        let error = within("sink temperature", "K", (0.0, 299.0), 300.0).unwrap_err();
        assert_eq!(error.to_string(), "sink temperature is 300 K, outside 0 to 299 K");
    }

    #[test]
    fn not_a_number_is_outside_every_range() {
        assert!(within("emissivity", "1", (0.0, 1.0), f64::NAN).is_err());
    }
}
