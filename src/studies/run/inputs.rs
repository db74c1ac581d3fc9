//! Every resolved input with its value, unit, origin and source.

use crate::provenance::Confidence;
use crate::scenario::{Resolved, Scenario};
use crate::studies::origin::{origin, source};
use crate::system::value::Form;
use crate::units::format::{in_unit, with_price_year};
use serde::Serialize;

/// A value as it is written: a number in its unit, or a word or day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Written {
    /// A number.
    Number(f64),
    /// A word of a choice, or a day such as `2027-01-01`.
    Word(String),
}

impl Written {
    /// The number, if it is one.
    pub const fn number(&self) -> Option<f64> {
        match self {
            Self::Number(value) => Some(*value),
            Self::Word(_) => None,
        }
    }
}

/// One input of a scenario.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InputValue {
    /// Its value in `unit`.
    pub value: Written,
    /// The unit, money with its year; `word` or `day` where it is no number.
    pub unit: String,
    /// Whether the rules of design chose the value, as the scenario leaves it open.
    pub auto: bool,
    /// Whether it rests on engineering judgement without a source.
    pub assumption: bool,
    /// What stated it: a default of the catalog, a reference, a line of a file, `--set`.
    pub origin: String,
    /// Where the number was read, with the date of that; none if nobody said.
    pub source: Option<String>,
}

/// Every input by its path, in the order of the table.
pub(super) fn inputs(scenario: &Scenario) -> Vec<(&'static str, InputValue)> {
    let year = scenario.price_year;
    let inputs = scenario.inputs.iter();
    inputs.map(|resolved| (resolved.key.path, input(resolved, year))).collect()
}

fn input(resolved: &Resolved, price_year: u16) -> InputValue {
    let (key, base) = (&resolved.key, resolved.amount.value);
    let word = || Written::Word(key.text(base, price_year));
    let (value, unit) = match key.form {
        Form::Quantity => {
            (Written::Number(in_unit(base, key.unit)), with_price_year(key.unit, price_year))
        }
        Form::Choice(_) => (word(), "word".to_owned()),
        Form::Date => (word(), "day".to_owned()),
    };
    InputValue {
        value,
        unit,
        auto: resolved.amount.is_auto,
        assumption: resolved.confidence == Some(Confidence::Assumption),
        origin: origin(resolved),
        source: source(resolved),
    }
}
