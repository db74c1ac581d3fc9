//! Every resolved input with its value, unit, origin and source.

use crate::provenance::Confidence;
use crate::scenario::Resolved;
use crate::studies::decisions::typed_choices;
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::head::Head;
use crate::studies::origin::{origin, source};
use crate::studies::shown::as_map;
use crate::system::decisions::Decision;
use crate::system::value::Form;
use crate::units::format::{in_unit, with_price_year};
use serde::Serialize;
use std::borrow::Cow;

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
    /// What was chosen in few digits, with which the design is the same; none where nothing was.
    #[serde(skip)]
    pub typed: Option<f64>,
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

/// The inputs of a scenario, as `skyrack inputs SCENARIO` lists them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResolvedInputs {
    /// Program, scenario, digests and price year.
    #[serde(flatten)]
    pub head: Head,
    /// The inputs by their paths, in the order of the table.
    #[serde(serialize_with = "as_map")]
    pub inputs: Vec<(&'static str, InputValue)>,
}

/// Every input of a scenario, what the rules of design chose among them.
pub fn resolved_inputs(subject: &EvaluatedScenario) -> ResolvedInputs {
    ResolvedInputs { head: Head::of(&subject.scenario), inputs: inputs(subject) }
}

/// Every input by its path, in the order of the table.
pub(super) fn inputs(subject: &EvaluatedScenario) -> Vec<(&'static str, InputValue)> {
    let year = subject.scenario.price_year;
    let typed = typed_choices(subject);
    let read = |resolved: &Resolved| {
        let path = resolved.key.path;
        let typed = typed.iter().find(|(other, _)| *other == path).map(|(_, typed)| *typed);
        (path, InputValue { typed, ..input(&sized(subject, resolved), year) })
    };
    subject.scenario.inputs.iter().map(read).collect()
}

/// The input; number and power of satellites follow from each other, so that both are chosen where
/// one is left open.
fn sized<'r>(subject: &EvaluatedScenario, resolved: &'r Resolved) -> Cow<'r, Resolved> {
    let is_size = matches!(resolved.key.path, "satellite.count" | "satellite.it_power");
    let chosen = subject.value(resolved.key.path);
    match chosen.filter(|_| is_size && subject.case.open.has(Decision::Size)) {
        None => Cow::Borrowed(resolved),
        Some(value) => {
            let mut sized = resolved.clone();
            (sized.amount.value, sized.amount.is_auto) = (value, true);
            Cow::Owned(sized)
        }
    }
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
        typed: None,
        unit,
        auto: resolved.amount.is_auto,
        assumption: resolved.confidence == Some(Confidence::Assumption),
        origin: origin(resolved),
        source: source(resolved),
    }
}
