//! The inputs of a scenario: value, unit, origin, source, and what the rules of design chose.

use super::search::Words;
use super::table::typed;
use crate::studies::run::{InputValue, ResolvedInputs, Written};
use crate::studies::table::{Cell, Column, Table};
use crate::system::inputs::{Input, input};
use crate::units::format::format_number;

/// Significant digits that people read.
const DIGITS: usize = 6;

/// What is said about an input of a scenario, for a search.
pub fn resolved_texts<'i>((path, value): &'i (&'static str, InputValue)) -> Vec<&'i str> {
    let mut texts = vec![*path, value.unit.as_str(), meaning(path), value.origin.as_str()];
    texts.extend(value.source.as_deref());
    texts
}

/// The sentence that says what an input is.
pub fn meaning(path: &str) -> &'static str {
    input(path).map_or("", |input: &Input| input.meaning)
}

/// Keeps the inputs whose path or sentence contains a text and whose texts hold all words.
pub fn keep(answer: &mut ResolvedInputs, filter: &str, words: &Words) {
    let filter = filter.to_lowercase();
    answer.inputs.retain(|row| {
        let fits = [row.0, meaning(row.0)].iter().any(|text| text.to_lowercase().contains(&filter));
        fits && words.stand_in(&resolved_texts(row))
    });
}

/// The inputs for a terminal: where a value is from is who stated it, without the address in the
/// catalog, and the source.
pub fn resolved_lines(answer: &ResolvedInputs) -> Table {
    let columns = ["input", "value", "from"].map(Column::words).to_vec();
    let mut table = Table::new("inputs of the scenario", columns);
    for (path, value) in &answer.inputs {
        let source = value.source.as_ref().map_or_else(String::new, |source| format!("; {source}"));
        let from = format!("{}{source}", without_address(&value.origin));
        table.push([*path, &chosen(value), &from].map(Cell::text).to_vec());
    }
    table
}

fn without_address(origin: &str) -> &str {
    if origin.starts_with("default ") {
        return "default";
    }
    origin.split_once(": ").map_or(origin, |(reference, _)| reference)
}

/// The inputs for documents: a value that the rules of design chose as `auto: 335.1 K`.
pub fn resolved_table(answer: &ResolvedInputs) -> Table {
    let columns = ["input", "value", "origin", "source"].map(Column::words).to_vec();
    let mut table = Table::new("inputs of the scenario", columns);
    for (path, value) in &answer.inputs {
        let mut row = vec![Cell::text(*path), Cell::text(chosen(value))];
        row.extend(where_from(value));
        table.push(row);
    }
    table
}

/// The inputs for spreadsheets: numbers in full, their units beside them, `auto` in a column.
pub fn resolved_rows(answer: &ResolvedInputs) -> Table {
    let columns = ["input", "value", "chosen", "origin", "source"].map(Column::words).to_vec();
    let mut table = Table::new("inputs of the scenario", columns);
    for (path, value) in &answer.inputs {
        let number = match &value.value {
            Written::Number(number) => Cell::quantity(Some(*number), &value.unit),
            Written::Word(word) => Cell::text(word.as_str()),
        };
        let chosen = Cell::text(if value.auto { "auto" } else { "" });
        let mut row = vec![Cell::text(*path), number, chosen];
        row.extend(where_from(value));
        table.push(row);
    }
    table
}

fn where_from(value: &InputValue) -> [Cell; 2] {
    let source = value.source.as_deref().unwrap_or("");
    [Cell::text(value.origin.as_str()), Cell::text(source)]
}

/// The value, and that the rules of design chose it; then in the digits that give the same design
/// when they are typed.
fn chosen(value: &InputValue) -> String {
    let auto = if value.auto { "auto: " } else { "" };
    let shown = match (&value.value, value.typed) {
        (Written::Word(word), _) => word.clone(),
        (Written::Number(_), Some(number)) => typed(number, &value.unit),
        (Written::Number(number), None) if value.unit == "1" => format_number(*number, DIGITS),
        (Written::Number(number), None) => {
            format!("{} {}", format_number(*number, DIGITS), value.unit)
        }
    };
    format!("{auto}{shown}")
}
