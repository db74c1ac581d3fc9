//! Roots of a metric in one input.

use super::head::{head, quantity, title};
use super::table::{DIGITS, text as table_text, wrap};
use crate::studies::breakeven::Breakeven;
use crate::studies::subject::{Subject, in_unit};
use crate::studies::table::{Cell, Column, Table};
use crate::studies::tally::failing;
use crate::system::inputs::Input;
use crate::system::metrics::Metric;
use crate::units::format::{format_number, with_price_year};
use serde_json::{Value, json};

/// What was asked.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The scenario.
    pub subject: &'a Subject,
    /// The input that is varied.
    pub input: &'static Input,
    /// Its range, in base units.
    pub range: (f64, f64),
    /// The metric.
    pub metric: &'static Metric,
    /// What it should be, in base units.
    pub target: f64,
}

impl Question<'_> {
    /// Names of the gates that fail where the input has this value, joined by `+`; empty where all hold.
    fn failing_at(&self, root: f64) -> String {
        let mut case = self.subject.case;
        (self.input.set)(&mut case, root);
        failing(&self.subject.model.clone().evaluate(&case))
    }

    /// The same for a stretch: of its two ends and its middle, each gate once.
    fn failing_on(&self, (from, to): (f64, Option<f64>)) -> String {
        let Some(to) = to else { return self.failing_at(from) };
        let mut names: Vec<String> = Vec::new();
        for place in [from, 0.5 * (from + to), to] {
            let failing = self.failing_at(place);
            for name in failing.split('+').filter(|name| !name.is_empty()) {
                if !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            }
        }
        names.join("+")
    }

    fn input_text(&self, base: f64) -> String {
        self.text(base, self.input.unit)
    }

    fn metric_text(&self, base: f64) -> String {
        self.text(base, self.metric.unit)
    }

    fn text(&self, base: f64, unit: &str) -> String {
        let number = format_number(in_unit(base, unit), DIGITS + 2);
        match with_price_year(unit, self.subject.scenario.price_year).as_str() {
            "1" => number,
            unit => format!("{number} {unit}"),
        }
    }
}

/// Where the target is met as a table; a stretch on it has a second end.
pub fn breakeven_table(question: &Question<'_>, found: &Breakeven) -> Table {
    let year = question.subject.scenario.price_year;
    let unit = with_price_year(question.input.unit, year);
    let has_stretch = !found.plateaus.is_empty();
    let mut columns = vec![Column::numbers(question.input.path, &unit)];
    columns.extend(has_stretch.then(|| Column::numbers("to", &unit)));
    columns
        .push(Column::numbers(question.metric.path, &with_price_year(question.metric.unit, year)));
    columns.push(Column::words("failing gates"));
    let mut table = Table::new("break-even", columns);
    let shown = |base: f64| in_unit(base, question.input.unit);
    for (from, to) in found.meetings() {
        let mut row = vec![Cell::Number(shown(from))];
        row.extend(has_stretch.then(|| Cell::number(to.map(shown))));
        row.push(Cell::Number(in_unit(question.target, question.metric.unit)));
        row.push(Cell::text(question.failing_on((from, to))));
        table.push(row);
    }
    table
}

/// What is said where there is no root: the range, its ends, and where the metric does not exist.
fn without_roots(question: &Question<'_>, found: &Breakeven) -> Vec<(&'static str, String)> {
    let (metric, input) = (question.metric.path, question.input.path);
    let target = question.metric_text(question.target);
    let text = |value: f64| question.input_text(value);
    let (least, most) = question.range;
    let range = format!("from {} to {}", text(least), text(most));
    let mut lines = vec![("", format!("none: `{metric}` is never {target} for `{input}` {range}"))];
    if let Some(number) = found.still() {
        let line =
            format!("`{input}` moves nothing here: {} all along", question.metric_text(number));
        return [lines, vec![("  ", line)]].concat();
    }
    for (name, end) in [("low", found.low), ("high", found.high), ("nearest", found.nearest)] {
        if let Some((value, number)) = end {
            let line = format!("{name}: {} at {}", question.metric_text(number), text(value));
            lines.push(("  ", line));
        }
    }
    let gap = 1.0e-9 * (most - least).abs();
    if let Some((value, _)) = found.low.filter(|(value, _)| *value > least + gap) {
        lines.push(("  ", format!("below about {} it does not exist", text(value))));
    }
    if let Some((value, _)) = found.high.filter(|(value, _)| *value < most - gap) {
        lines.push(("  ", format!("above about {} it does not exist", text(value))));
    }
    lines
}

/// The answer in words, with the roots or with the limits where there are none.
pub fn breakeven_text(question: &Question<'_>, found: &Breakeven, width: usize) -> String {
    let (metric, input) = (question.metric.path, question.input.path);
    let target = question.metric_text(question.target);
    let mut out = format!("{}\n", title(&question.subject.scenario));
    let mut say = |indent: &str, text: String| {
        for line in wrap(&text, width) {
            out.push_str(&format!("{indent}{line}\n"));
        }
    };
    let now =
        question.subject.value(input).map_or_else(String::new, |value| question.input_text(value));
    let meetings = found.meetings();
    match meetings.as_slice() {
        [] => {
            for (indent, line) in without_roots(question, found) {
                say(indent, line);
            }
        }
        [meeting] => {
            let failing = question.failing_on(*meeting);
            let fails = if failing.is_empty() {
                String::new()
            } else {
                format!("; there this gate fails: {failing}")
            };
            let place = match *meeting {
                (root, None) => format!("at `{input}` = {}", question.input_text(root)),
                (from, Some(to)) => format!(
                    "all along `{input}` from {} to {}",
                    question.input_text(from),
                    question.input_text(to)
                ),
            };
            say("", format!("`{metric}` is {target} {place} (now {now}){fails}"));
        }
        all => {
            let places = if found.plateaus.is_empty() { "values" } else { "values and stretches" };
            say(
                "",
                format!(
                    "`{metric}` is {target} at {} {places} of `{input}` (now {now})",
                    all.len()
                ),
            );
        }
    }
    if meetings.len() > 1 {
        out.push_str(&table_text(&breakeven_table(question, found), width));
    }
    out
}

/// The answer as JSON.
pub fn breakeven_json(question: &Question<'_>, found: &Breakeven) -> Value {
    let year = question.subject.scenario.price_year;
    let mut result = head(question.subject);
    let input = |base: f64| quantity(Some(base), question.input.unit, year);
    let metric = |base: f64| quantity(Some(base), question.metric.unit, year);
    let end = |end: Option<(f64, f64)>| {
        end.map(|(value, number)| json!({ "input": input(value), "metric": metric(number) }))
    };
    result.insert("vary".to_owned(), json!({ "path": question.input.path, "low": input(question.range.0), "high": input(question.range.1) }));
    result.insert(
        "target".to_owned(),
        json!({ "path": question.metric.path, "value": metric(question.target) }),
    );
    result.insert(
        "roots".to_owned(),
        Value::Array(found.roots.iter().map(|root| input(*root)).collect()),
    );
    result.insert(
        "failing_gates".to_owned(),
        Value::Array(found.roots.iter().map(|root| json!(question.failing_at(*root))).collect()),
    );
    let stretch = |(from, to): &(f64, f64)| json!({ "from": input(*from), "to": input(*to) });
    result.insert("stretches".to_owned(), found.plateaus.iter().map(stretch).collect());
    result.insert(
        "limits".to_owned(),
        json!({ "low": end(found.low), "high": end(found.high), "nearest": end(found.nearest) }),
    );
    Value::Object(result)
}
