//! Explanations: formula, numbers, sources, down to the inputs.

use super::head::{head, quantity, readable};
use super::table::{DIGITS, wrap};
use crate::catalog::Catalog;
use crate::provenance::Confidence;
use crate::scenario::{Origin, Resolved};
use crate::studies::explain::{Quantity, Step};
use crate::studies::subject::Subject;
use crate::studies::table::{Cell, Column, Table};
use crate::system::formula;
use crate::system::inputs::Input;
use crate::system::metrics::Metric;
use crate::system::value::Form;
use crate::units::format::format_number;
use serde_json::{Value, json};

/// A value with its unit, as people read it.
fn shown(subject: &Subject, quantity: &Quantity) -> String {
    let year = subject.scenario.price_year;
    match quantity {
        Quantity::Input(input) => written(subject, input),
        Quantity::Metric(metric) => subject.value(metric.path).map_or_else(
            || "none".to_owned(),
            |base| match readable(base, metric.unit, year) {
                (value, unit) if unit == "1" => format_number(value, DIGITS),
                (value, unit) => format!("{} {unit}", format_number(value, DIGITS)),
            },
        ),
    }
}

/// An input's value: as written where it is a word or a day, else the number with its unit.
fn written(subject: &Subject, input: &Input) -> String {
    let year = subject.scenario.price_year;
    let Some(resolved) = subject.scenario.input(input.path) else { return String::new() };
    match input.form {
        Form::Quantity => resolved.key.text(resolved.amount.value, year),
        Form::Choice(_) | Form::Date => resolved.written.clone(),
    }
}

/// The formula with the numbers of this scenario in place of the paths.
fn with_numbers(subject: &Subject, metric: &Metric) -> String {
    let mut text = metric.formula.to_owned();
    let mut paths = formula::paths(metric.formula);
    paths.sort_by_key(|path| std::cmp::Reverse(path.len()));
    for (position, path) in paths.iter().enumerate() {
        text = replace_path(&text, path, &format!("\u{1}{position}\u{2}"));
    }
    for (position, path) in paths.iter().enumerate() {
        let number = crate::studies::explain::quantity(path)
            .map_or_else(String::new, |found| shown(subject, &found));
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
pub fn source(resolved: &Resolved) -> String {
    let origin = match &resolved.origin {
        Origin::Default { address } => format!("default {address}{}", row_source(address)),
        Origin::Catalog { reference, address } => {
            format!("{reference}: {address}{}", row_source(address))
        }
        Origin::File { name, line } => format!("{name}:{line}"),
        Origin::Set => "--set".to_owned(),
    };
    let source =
        resolved.amount.source.as_deref().map_or_else(String::new, |source| format!("; {source}"));
    let date = resolved.amount.date.as_deref().map_or_else(String::new, |date| format!(", {date}"));
    let mark =
        if resolved.confidence == Some(Confidence::Assumption) { "ASSUMPTION, " } else { "" };
    format!("{mark}{origin}{source}{date}")
}

/// Source and date of the row at the front of an address, and of the one it is divided by.
fn row_source(address: &str) -> String {
    let mut text = String::new();
    let mut last = "";
    for part in address.split(" / ") {
        let Some(row) = Catalog::builtin().row(part) else { continue };
        if row.source.title != last {
            text.push_str(&format!("; {}, {}", row.source.title, row.source.date));
        }
        last = &row.source.title;
    }
    text
}

/// The explanation as an indented tree.
pub fn explain_text(subject: &Subject, steps: &[Step], width: usize) -> String {
    let mut out = String::new();
    for step in steps {
        let indent = "  ".repeat(step.depth);
        let mut line = |extra: &str, text: &str| {
            let room = width.saturating_sub(indent.len() + extra.len()).max(30);
            for part in wrap(text, room) {
                out.push_str(&format!("{indent}{extra}{part}\n"));
            }
        };
        line("", &format!("{} = {}", step.quantity.path(), shown(subject, &step.quantity)));
        match step.quantity {
            Quantity::Metric(_) if step.is_repeated => line("    ", "explained above"),
            Quantity::Metric(metric) => {
                line("    ", metric.meaning.trim());
                if let Some(sentence) = metric.formula.strip_prefix('~') {
                    line("    ", sentence.trim());
                } else {
                    line("    ", &format!("= {}", metric.formula));
                    line("    ", &format!("= {}", with_numbers(subject, metric)));
                }
            }
            Quantity::Input(input) => {
                line("    ", input.meaning.trim());
                if let Some(resolved) = subject.scenario.input(input.path) {
                    line("    ", &format!("[{}]", source(resolved)));
                }
            }
        }
    }
    if steps.iter().any(|step| matches!(step.quantity, Quantity::Metric(metric) if !metric.formula.starts_with('~'))) {
        out.push_str("\nformulas are in base units (SI, USD of the price year); numbers are shown in the units of the tables\n");
    }
    out
}

/// The explanation as a table.
pub fn explain_table(subject: &Subject, steps: &[Step]) -> Table {
    let columns =
        ["depth", "path", "value", "formula or source", "meaning"].map(Column::words).to_vec();
    let mut table = Table::new("explanation", columns);
    for step in steps {
        let how = match step.quantity {
            Quantity::Metric(metric) => metric.formula.to_owned(),
            Quantity::Input(input) => {
                subject.scenario.input(input.path).map_or_else(String::new, source)
            }
        };
        table.push(vec![
            Cell::text(step.depth.to_string()),
            Cell::text(step.quantity.path()),
            Cell::text(shown(subject, &step.quantity)),
            Cell::text(how),
            Cell::text(step.quantity.meaning()),
        ]);
    }
    table
}

/// The explanation as JSON.
pub fn explain_json(subject: &Subject, steps: &[Step]) -> Value {
    let mut result = head(subject);
    let rows: Vec<Value> = steps
        .iter()
        .map(|step| {
            let year = subject.scenario.price_year;
            let mut row = json!({ "path": step.quantity.path(), "depth": step.depth, "repeated": step.is_repeated, "meaning": step.quantity.meaning() });
            let value = quantity(subject.value(step.quantity.path()), step.quantity.unit(), year);
            match step.quantity {
                Quantity::Metric(metric) => {
                    row["kind"] = json!("metric");
                    row["value"] = value["value"].clone();
                    row["unit"] = value["unit"].clone();
                    row["formula"] = json!(metric.formula);
                    row["numbers"] = json!(with_numbers(subject, metric));
                }
                Quantity::Input(input) => {
                    row["kind"] = json!("input");
                    if input.form == Form::Quantity {
                        let base = (input.get)(&subject.case);
                        let value = quantity(Some(base), input.unit, year);
                        row["value"] = value["value"].clone();
                        row["unit"] = value["unit"].clone();
                    } else {
                        row["value"] = json!(written(subject, input));
                    }
                    if let Some(resolved) = subject.scenario.input(input.path) {
                        row["source"] = json!(source(resolved));
                        row["confidence"] = json!(resolved.confidence.map(Confidence::word));
                    }
                }
            }
            row
        })
        .collect();
    result.insert("rows".to_owned(), Value::Array(rows));
    Value::Object(result)
}
