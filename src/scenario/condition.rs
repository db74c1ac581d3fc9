//! Conditions on metrics: `ratio.cost<1`, `radiation.dose=1000 rad`.

use super::quantity::{Quantity, UnknownPath, example, known, value_of};
use crate::system::value::Form;
use crate::units::format::{format_number, in_unit, with_price_year};

/// Digits of a number in a sentence.
const DIGITS: usize = 6;
/// Relative difference up to which a number is equal to a value.
const EQUAL: f64 = 1.0e-9;

/// How a metric is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `>=`
    AtLeast,
    /// `=`
    Equal,
}

const RELATIONS: &[(&str, Relation)] = &[
    ("<=", Relation::AtMost),
    (">=", Relation::AtLeast),
    ("<", Relation::Below),
    (">", Relation::Above),
    ("=", Relation::Equal),
];

/// A metric against a value.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The metric or input.
    pub quantity: Quantity,
    /// How it is compared.
    pub relation: Relation,
    /// The value in base units.
    pub value: f64,
    /// The condition as it was written.
    pub text: String,
}

/// Why a condition cannot be read, with what to type.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConditionError {
    /// No metric or input has the path.
    #[error(transparent)]
    Unknown(#[from] UnknownPath),
    /// The text is no condition, or its value does not fit.
    #[error("error[condition]: `{text}`: {why}\n  = help: type `--require '{example}'`\n")]
    Unread {
        /// The text.
        text: String,
        /// The fault.
        why: String,
        /// A condition that can be read.
        example: String,
    },
}

impl Condition {
    /// Reads a condition; the value carries its unit, or is taken in the unit of the table where it
    /// is bare, money in the price year.
    ///
    /// # Errors
    /// [`ConditionError`] that says what to type.
    pub fn parse(text: &str, price_year: u16) -> Result<Self, ConditionError> {
        let unread = |why: &str, example: String| ConditionError::Unread {
            text: text.to_owned(),
            why: why.to_owned(),
            example,
        };
        let Some((path, (sign, relation), right)) = split(text) else {
            return Err(unread("expected `METRIC<VALUE`", "ratio.cost<1".to_owned()));
        };
        let quantity = known(path)?;
        let value = value_of(&quantity, right, price_year)
            .map_err(|why| unread(&why, typed(&quantity, sign, price_year)))?;
        Ok(Self { quantity, relation, value, text: text.to_owned() })
    }

    /// Whether it holds for a number in base units; one that does not exist meets no condition.
    pub fn holds(&self, actual: Option<f64>) -> bool {
        actual.is_some_and(|actual| match self.relation {
            Relation::Below => actual < self.value,
            Relation::AtMost => actual <= self.value,
            Relation::Above => actual > self.value,
            Relation::AtLeast => actual >= self.value,
            Relation::Equal => (actual - self.value).abs() <= EQUAL * self.value.abs(),
        })
    }

    /// The condition with the number that stands against it, in base units.
    pub fn sentence(&self, actual: Option<f64>, price_year: u16) -> String {
        let (text, path, unit) = (&self.text, self.quantity.path(), self.quantity.unit());
        let Some(base) = actual else {
            return format!("`{text}`: `{path}` does not exist for this scenario");
        };
        let number = format_number(in_unit(base, unit), DIGITS);
        match with_price_year(unit, price_year).as_str() {
            "1" => format!("`{text}`: `{path}` is {number}"),
            unit => format!("`{text}`: `{path}` is {number} {unit}"),
        }
    }
}

/// Path, sign and right side of a condition.
fn split(text: &str) -> Option<(&str, (&'static str, Relation), &str)> {
    let found = RELATIONS
        .iter()
        .filter_map(|(sign, relation)| Some((text.find(sign)?, *sign, *relation)))
        .min_by_key(|(at, sign, _)| (*at, 9 - sign.len()));
    let (at, sign, relation) = found?;
    let path = text[..at].trim();
    let right = text[at + sign.len()..].trim();
    (!path.is_empty()).then_some((path, (sign, relation), right))
}

/// A condition on a quantity that can be typed.
fn typed(quantity: &Quantity, sign: &str, price_year: u16) -> String {
    match quantity {
        Quantity::Input(input) if input.form != Form::Quantity => "ratio.cost<1".to_owned(),
        known => format!("{}{sign}{}", known.path(), example(known, price_year)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_sign_at_the_first_place_counts() {
        let condition = Condition::parse("ratio.cost <= 2", 2026).unwrap();
        assert_eq!(condition.relation, Relation::AtMost);
        assert!(condition.holds(Some(2.0)) && !condition.holds(Some(2.1)));
        assert!(!condition.holds(None));
    }

    #[test]
    fn a_bare_value_has_the_unit_of_the_table() {
        let bare = Condition::parse("orbit.altitude>650", 2026).unwrap();
        let whole = Condition::parse("orbit.altitude>650 km", 2026).unwrap();
        assert_eq!(bare.value.to_bits(), whole.value.to_bits());
        let refused = Condition::parse("orbit.altitude>650 kg", 2026).unwrap_err();
        assert!(refused.to_string().contains("--require 'orbit.altitude>1 km'"), "{refused}");
    }
}
