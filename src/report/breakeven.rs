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

/// The roots as a table.
pub fn breakeven_table(question: &Question<'_>, found: &Breakeven) -> Table {
    let year = question.subject.scenario.price_year;
    let columns = vec![
        Column::numbers(question.input.path, &with_price_year(question.input.unit, year)),
        Column::numbers(question.metric.path, &with_price_year(question.metric.unit, year)),
        Column::words("failing gates"),
    ];
    let mut table = Table::new("break-even", columns);
    for root in &found.roots {
        table.push(vec![
            Cell::Number(in_unit(*root, question.input.unit)),
            Cell::Number(in_unit(question.target, question.metric.unit)),
            Cell::text(question.failing_at(*root)),
        ]);
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
    match found.roots.as_slice() {
        [] => {
            for (indent, line) in without_roots(question, found) {
                say(indent, line);
            }
        }
        [root] => {
            let failing = question.failing_at(*root);
            let fails = if failing.is_empty() {
                String::new()
            } else {
                format!("; there this gate fails: {failing}")
            };
            say(
                "",
                format!(
                    "`{metric}` is {target} at `{input}` = {} (now {now}){fails}",
                    question.input_text(*root)
                ),
            );
        }
        roots => say(
            "",
            format!("`{metric}` is {target} at {} values of `{input}` (now {now})", roots.len()),
        ),
    }
    if found.roots.len() > 1 {
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
    result.insert(
        "limits".to_owned(),
        json!({ "low": end(found.low), "high": end(found.high), "nearest": end(found.nearest) }),
    );
    Value::Object(result)
}
