//! Explanations: formula, numbers, sources, down to the inputs.

use super::table::{typed, wrap};
use crate::studies::decisions::DesignChoice;
use crate::studies::explain::{Explained, Explanation, NumberOrigin};
use crate::studies::table::{Cell, Column, Table};
use crate::units::format::format_number;

/// Digits of a number in a sentence.
const DIGITS: usize = 4;

/// The explanation as an indented tree.
pub fn explain_text(explanation: &Explanation, width: usize) -> String {
    let mut out = String::new();
    for row in &explanation.rows {
        let indent = "  ".repeat(row.depth);
        let mut line = |extra: &str, text: &str| {
            let room = width.saturating_sub(indent.len() + extra.len()).max(30);
            for part in wrap(text, room) {
                out.push_str(&format!("{indent}{extra}{part}\n"));
            }
        };
        let chosen = row.choice.as_ref().map(|choice| typed(choice.typed, &choice.unit));
        line("", &format!("{} = {}", row.path, chosen.as_ref().unwrap_or(&row.shown)));
        for text in said(row) {
            line("    ", &text);
        }
    }
    if explanation.rows.iter().any(has_formula) {
        out.push_str(BASE_UNITS);
    }
    out
}

/// In which units formulas and numbers are.
const BASE_UNITS: &str = "\nformulas are in base units (SI, USD of the price year); \
                          numbers are shown in the units of the tables\n";

fn has_formula(row: &Explained) -> bool {
    matches!(row.value, NumberOrigin::Metric { formula, .. } if !formula.starts_with('~'))
}

/// What is said of a row below its value.
fn said(row: &Explained) -> Vec<String> {
    let mut said = found(row);
    if let Some(choice) = row.choice.as_ref().filter(|_| !row.repeated) {
        said.push(format!("automatic: {}", choice.rule));
        said.extend(next_best(choice));
    }
    said
}

/// What the next best choice would cost.
fn next_best(choice: &DesignChoice) -> Option<String> {
    let next = choice.next_best?;
    let value = typed(next.typed, &choice.unit);
    let dearer = format_number(100.0 * next.dearer_by, DIGITS);
    Some(format!("next best: {value}, with which computing in orbit costs {dearer} % more"))
}

fn found(row: &Explained) -> Vec<String> {
    let meaning = row.meaning.to_owned();
    match &row.value {
        NumberOrigin::Metric { .. } if row.repeated => vec!["explained above".to_owned()],
        NumberOrigin::Metric { formula, numbers, .. } => match formula.strip_prefix('~') {
            Some(sentence) => vec![meaning, sentence.trim().to_owned()],
            None => vec![meaning, format!("= {formula}"), format!("= {numbers}")],
        },
        NumberOrigin::Input { source, .. } => vec![meaning, format!("[{source}]")],
    }
}

/// The explanation as a table.
pub fn explain_table(explanation: &Explanation) -> Table {
    let columns =
        ["depth", "path", "value", "formula or source", "meaning"].map(Column::words).to_vec();
    let mut table = Table::new("explanation", columns);
    for row in &explanation.rows {
        let how = match &row.value {
            NumberOrigin::Metric { formula, .. } => (*formula).to_owned(),
            NumberOrigin::Input { source, .. } => source.clone(),
        };
        table.push(vec![
            Cell::text(row.depth.to_string()),
            Cell::text(row.path),
            Cell::text(row.shown.clone()),
            Cell::text(how),
            Cell::text(row.meaning),
        ]);
    }
    table
}
