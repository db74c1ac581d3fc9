//! The records of published figures: each names its inputs, and a line here says what they are
//! compared with.

mod authors;
mod companies;
mod economics;
mod peer;
mod spacecraft;

use serde_json::Value;

use super::bench::ReferenceTolerance;
use super::library::is_called_by_run;
use super::read::{self, Trouble};
use super::{Filter, MissedRow, Skipped, TableResult, Validation};
use crate::scenario::{Tables, load};
use crate::system::evaluation::Evaluation;
use crate::system::evaluator::Evaluator;
use crate::system::metrics::metric;
use crate::units::{Length, kilometer};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Name of the file of records.
pub(super) const FILE: &str = "published.json";

/// What a line computes of its record.
type Computed = Result<Vec<Got>, Trouble>;

/// What is compared with one record.
pub(super) struct PublishedFigure {
    /// Identity of the record.
    pub(super) id: &'static str,
    /// Level of evidence of its outputs.
    pub(super) level: u8,
    /// The function called.
    pub(super) model: &'static str,
    /// Calls it.
    compare: fn(&Record<'_>) -> Computed,
}

const fn line(
    id: &'static str,
    level: u8,
    model: &'static str,
    compare: fn(&Record<'_>) -> Computed,
) -> PublishedFigure {
    PublishedFigure { id, level, model, compare }
}

/// Every line.
pub(super) fn lines() -> impl Iterator<Item = &'static PublishedFigure> {
    [authors::LINES, spacecraft::LINES, economics::LINES, companies::LINES, peer::LINES]
        .into_iter()
        .flatten()
}

/// A table of results is that of a published record.
pub(super) fn is_record(table: &str) -> bool {
    lines().any(|line| line.id == table)
}

/// What the project gives for one output of a record.
struct Got {
    output: &'static str,
    unit: &'static str,
    value: f64,
    /// Arithmetic of the author beside outputs of the model.
    is_arithmetic: bool,
}

const fn got(output: &'static str, unit: &'static str, value: f64) -> Got {
    Got { output, unit, value, is_arithmetic: false }
}

const fn arithmetic(output: &'static str, unit: &'static str, value: f64) -> Got {
    Got { output, unit, value, is_arithmetic: true }
}

/// One record.
struct Record<'a> {
    value: &'a Value,
}

impl Record<'_> {
    /// An input, which must be stated in this unit.
    fn input(&self, name: &str, unit: &str) -> Result<f64, Trouble> {
        let inputs = read::entry(self.value, "inputs")?;
        let input =
            inputs.get(name).ok_or_else(|| Trouble::new(format!("input `{name}` is missing")))?;
        stated(input, name, unit)
    }
}

/// The value of an input or output, which must have this unit.
fn stated(value: &Value, name: &str, unit: &str) -> Result<f64, Trouble> {
    let given = read::text(value, "unit")?;
    if given != unit {
        return Err(Trouble::new(format!("`{name}` is in `{given}`, expected `{unit}`")));
    }
    read::number(value, "value")
}

/// Judges every record of a file.
pub(super) fn judge(content: &str, filter: &Filter, validation: &mut Validation) {
    let parsed: Result<Value, _> = serde_json::from_str(content);
    let list = match &parsed {
        Ok(Value::Array(list)) => list.as_slice(),
        Ok(_) => return failed(validation, FILE, "no list of records"),
        Err(error) => return failed(validation, FILE, &format!("no JSON: {error}")),
    };
    for value in list {
        let Some(id) = value.get("id").and_then(Value::as_str) else {
            failed(validation, FILE, "a record without `id`");
            continue;
        };
        if !filter.keeps(id) {
            continue;
        }
        match lines().find(|line| line.id == id) {
            Some(line) => {
                if let Err(trouble) = judge_record(line, value, validation) {
                    failed(validation, id, &trouble.to_string());
                }
            }
            None => validation.skipped.push(Skipped {
                name: id.to_owned(),
                why: "unknown record".to_owned(),
                failed: false,
            }),
        }
    }
}

fn failed(validation: &mut Validation, name: &str, why: &str) {
    validation.skipped.push(Skipped { name: name.to_owned(), why: why.to_owned(), failed: true });
}

fn judge_record(
    line: &PublishedFigure,
    value: &Value,
    validation: &mut Validation,
) -> Result<(), Trouble> {
    let outputs = read::entry(value, "outputs")?;
    let outputs = outputs.as_object().ok_or_else(|| Trouble::new("`outputs` is no object"))?;
    let given = (line.compare)(&Record { value })?;
    let mut results = Vec::new();
    for (name, output) in outputs {
        let Some(got) = given.iter().find(|got| got.output == name) else {
            return Err(Trouble::new(format!("nothing to compare output `{name}` with")));
        };
        let want = stated(output, name, got.unit)?;
        let most = read::number(output, "tolerance_rel")?;
        results.push((got, want, ReferenceTolerance::Relative(most)));
    }
    for (got, want, tolerance) in results {
        let level = if got.is_arithmetic { 0 } else { line.level };
        let error = tolerance.error(got.value, want, want);
        let is_within = tolerance.allows(error);
        validation.tables.push(TableResult {
            table: line.id.to_owned(),
            column: got.output.to_owned(),
            level,
            is_called_by_run: got.is_arithmetic || is_called_by_run(line.model),
            rows: 1,
            within: usize::from(is_within),
            median: error,
            p95: error,
            max: error,
            unit: tolerance.unit(got.unit),
            tolerance: tolerance.words(got.unit),
        });
        if !is_within {
            validation.missed.push(MissedRow {
                table: line.id.to_owned(),
                column: got.output.to_owned(),
                row: format!("in {}", got.unit),
                got: got.value,
                want,
                tolerance: tolerance.reach(want),
                reason: None,
            });
        }
    }
    Ok(())
}

/// Every metric of a scenario of the project.
fn outcome(scenario: &str) -> Result<Evaluation, Trouble> {
    changed_outcome(scenario, &[])
}

/// Every metric of a scenario of the project with changes on top.
pub(super) fn changed_outcome(scenario: &str, set: &[String]) -> Result<Evaluation, Trouble> {
    let no_files: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
    let read = load(scenario, set, &no_files, &Tables::builtin());
    let read = read.map_err(|_| Trouble::new(format!("scenario `{scenario}` has errors")))?;
    let case = read.nominal();
    Ok(Evaluator::new(&case).evaluate(&case))
}

/// A metric in base units.
fn metric_of(outcome: &Evaluation, path: &str) -> Result<f64, Trouble> {
    let value = metric(path).and_then(|metric| (metric.get)(outcome));
    value.ok_or_else(|| Trouble::new(format!("metric `{path}` does not exist here")))
}

fn kilometers(value: f64) -> Length {
    Length::new::<kilometer>(value)
}
