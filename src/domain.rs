//! The range a model is valid in, and the error of a value outside it.

use std::ops::RangeInclusive;

use thiserror::Error;

use crate::units::NamedUnit;

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

/// Gives `value` back if it lies within `limits`, which are numbers in the unit `U`.
///
/// The unit is a type, so that the value is a quantity that it measures:
///
/// ```text
/// within::<kilometer>("altitude", 200.0..=40_000.0, altitude)?
/// ```
///
/// # Errors
/// [`DomainError`] if it does not, or is not a number.
pub fn within<U: NamedUnit>(
    quantity: &'static str,
    limits: RangeInclusive<f64>,
    value: U::Quantity,
) -> Result<U::Quantity, DomainError> {
    let number = U::number(value);
    if limits.contains(&number) {
        return Ok(value);
    }
    let (low, high) = limits.into_inner();
    Err(DomainError { quantity, value: number, unit: U::SYMBOL, low, high })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{Length, Temperature, fraction, kelvin, kilometer, meter, unity};

    #[test]
    fn the_message_names_value_unit_and_range() {
        let sink = Temperature::new::<kelvin>(300.0);
        let error = within::<kelvin>("sink temperature", 0.0..=299.0, sink).unwrap_err();
        assert_eq!(error.to_string(), "sink temperature is 300 K, outside 0 to 299 K");
    }

    #[test]
    fn limits_are_numbers_in_the_unit() {
        let altitude = Length::new::<meter>(250_000.0);
        assert_eq!(within::<kilometer>("altitude", 200.0..=40_000.0, altitude), Ok(altitude));
        let error = within::<meter>("altitude", 200.0..=40_000.0, altitude).unwrap_err();
        assert_eq!(error.to_string(), "altitude is 250000 m, outside 200 to 40000 m");
    }

    #[test]
    fn not_a_number_is_outside_every_range() {
        assert!(within::<unity>("emissivity", 0.0..=1.0, fraction(f64::NAN)).is_err());
    }
}
