//! An explanation with the numbers of one scenario.

use super::{ExplainStep, Quantity, quantity};
use crate::provenance::Confidence;
use crate::scenario::Resolved;
use crate::studies::decisions::{DesignChoice, choices};
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::head::Head;
use crate::studies::origin::{origin, rows};
use crate::studies::run::Written;
use crate::studies::shown::Shown;
use crate::system::formula;
use crate::system::inputs::Input;
use crate::system::metrics::Metric;
use crate::system::value::Form;
use crate::units::format::{format_number, in_unit, readable, readable_unit, with_price_year};
use serde::Serialize;

/// Significant digits that people read.
const DIGITS: usize = 4;

/// How a metric of one scenario comes about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// Program, scenario, digests and price year.
    #[serde(flatten)]
    pub head: Head,
    /// What is explained, each above its parts.
    pub rows: Vec<Explained>,
}

/// One line of an explanation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explained {
    /// Path of the metric or input.
    pub path: &'static str,
    /// Steps down from the metric that was asked for.
    pub depth: usize,
    /// Whether it was explained further up.
    pub repeated: bool,
    /// Meaning, in a sentence.
    pub meaning: &'static str,
    /// How the rules of design chose it, where the scenario leaves it open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice: Option<DesignChoice>,
    /// Its value and where that comes from.
    #[serde(flatten)]
    pub value: NumberOrigin,
    /// The value as people read it.
    #[serde(skip)]
    pub shown: String,
}

/// Where a number comes from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum NumberOrigin {
    /// A formula.
    Metric {
        /// The value.
        #[serde(flatten)]
        value: Shown,
        /// The formula over other paths, or `~` and a sentence.
        formula: &'static str,
        /// The same with the numbers of the scenario.
        numbers: String,
    },
    /// A stated value.
    Input {
        /// The value.
        value: Option<Written>,
        /// Its unit; none of a word or day.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// Where it was read.
        source: String,
        /// How far to trust it, if a catalog row says so.
        confidence: Option<&'static str>,
    },
}

/// The steps of an explanation with the numbers of a scenario.
pub fn explained(subject: &EvaluatedScenario, steps: &[ExplainStep]) -> Explanation {
    let open = |step: &ExplainStep| {
        let resolved = subject.scenario.input(step.quantity.path());
        resolved.is_some_and(|resolved| resolved.amount.is_auto)
    };
    let choices = if steps.iter().any(open) { choices(subject) } else { Vec::new() };
    Explanation {
        head: Head::of(&subject.scenario),
        rows: steps.iter().map(|step| row(subject, step, &choices)).collect(),
    }
}

fn row(subject: &EvaluatedScenario, step: &ExplainStep, choices: &[DesignChoice]) -> Explained {
    let value = match step.quantity {
        Quantity::Metric(metric) => NumberOrigin::Metric {
            value: Shown::of(metric, subject.value(metric.path), subject.scenario.price_year),
            formula: metric.formula,
            numbers: with_numbers(subject, metric),
        },
        Quantity::Input(input) => stated(subject, input),
    };
    Explained {
        path: step.quantity.path(),
        depth: step.depth,
        repeated: step.is_repeated,
        meaning: step.quantity.meaning(),
        choice: choices.iter().find(|choice| choice.path == step.quantity.path()).cloned(),
        value,
        shown: shown(subject, &step.quantity),
    }
}

fn stated(subject: &EvaluatedScenario, input: &Input) -> NumberOrigin {
    let year = subject.scenario.price_year;
    let resolved = subject.scenario.input(input.path);
    let (value, unit) = if input.form == Form::Quantity {
        let number = in_unit((input.get)(&subject.design), input.unit);
        let number = number.is_finite().then_some(Written::Number(number));
        (number, Some(with_price_year(input.unit, year)))
    } else {
        (Some(Written::Word(written(subject, input))), None)
    };
    NumberOrigin::Input {
        value,
        unit,
        source: resolved.map_or_else(String::new, source),
        confidence: resolved.and_then(|one| one.confidence).map(Confidence::word),
    }
}

/// A value with its unit, as people read it.
fn shown(subject: &EvaluatedScenario, quantity: &Quantity) -> String {
    let metric = match quantity {
        Quantity::Input(input) => return written(subject, input),
        Quantity::Metric(metric) => metric,
    };
    let Some(value) = subject.shown(metric.path) else { return "none".to_owned() };
    let unit = readable_unit(value, metric.unit);
    let number = format_number(readable(value, metric.unit, unit), DIGITS);
    match with_price_year(unit, subject.scenario.price_year).as_str() {
        "1" => number,
        unit => format!("{number} {unit}"),
    }
}

/// An input's value: as written where it is a word or a day, else the number with its unit.
fn written(subject: &EvaluatedScenario, input: &Input) -> String {
    let year = subject.scenario.price_year;
    let Some(resolved) = subject.scenario.input(input.path) else { return String::new() };
    match input.form {
        Form::Quantity => resolved.key.text(resolved.amount.value, year),
        Form::Choice(_) | Form::Date => resolved.written.clone(),
    }
}

/// The formula with the numbers of this scenario in place of the paths.
fn with_numbers(subject: &EvaluatedScenario, metric: &Metric) -> String {
    let mut text = metric.formula.to_owned();
    let mut paths = formula::paths(metric.formula);
    paths.sort_by_key(|path| std::cmp::Reverse(path.len()));
    for (position, path) in paths.iter().enumerate() {
        text = replace_path(&text, path, &format!("\u{1}{position}\u{2}"));
    }
    for (position, path) in paths.iter().enumerate() {
        let number = quantity(path).map_or_else(String::new, |found| shown(subject, &found));
        text = text.replace(&format!("\u{1}{position}\u{2}"), &number);
    }
    text
}

/// Replaces a path where it stands as a whole word.
fn replace_path(text: &str, path: &str, by: &str) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(path) {
        let (before, after) = (&rest[..at], &rest[at + path.len()..]);
        out.push_str(before);
        let is_whole = !before.ends_with(is_word) && !after.starts_with(is_word);
        out.push_str(if is_whole { by } else { path });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Where an input's value comes from, in one line.
fn source(resolved: &Resolved) -> String {
    let is_assumed = resolved.confidence == Some(Confidence::Assumption);
    let mark = if is_assumed { "ASSUMPTION, " } else { "" };
    let mut text = format!("{mark}{}", origin(resolved));
    for row in rows(resolved) {
        text.push_str(&format!("; {row}"));
    }
    if let Some(source) = &resolved.amount.source {
        text.push_str(&format!("; {source}"));
    }
    if let Some(date) = &resolved.amount.date {
        text.push_str(&format!(", {date}"));
    }
    text
}
