//! Tables as text, Markdown and CSV.

use crate::studies::table::{Cell, Column, Table};
use crate::units::format::{TYPED_DIGITS, format_number};

/// Significant digits that people read.
pub const DIGITS: usize = 4;

fn heading(column: &Column) -> String {
    if column.unit.is_empty() {
        column.name.clone()
    } else {
        format!("{} [{}]", column.name, column.unit)
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(value) => format_number(*value, DIGITS),
        Cell::Quantity { value, unit } if unit == "1" => format_number(*value, DIGITS),
        Cell::Quantity { value, unit } => format!("{} {unit}", format_number(*value, DIGITS)),
        Cell::Missing => "none".to_owned(),
    }
}

/// A number in its unit as it is typed.
pub fn typed(number: f64, unit: &str) -> String {
    let number = format_number(number, TYPED_DIGITS);
    if unit == "1" { number } else { format!("{number} {unit}") }
}

fn is_numeric(table: &Table, column: usize) -> bool {
    let cells = || table.rows.iter().map(|row| &row[column]);
    let numbers =
        cells().filter(|cell| matches!(cell, Cell::Number(_) | Cell::Quantity { .. })).count();
    let words = cells().filter(|cell| matches!(cell, Cell::Text(text) if !text.is_empty())).count();
    !table.columns[column].unit.is_empty() || numbers > words
}

/// Words of a text; a flag that can be typed, such as `--set orbit.altitude='800 km'`, is one word.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match words.last_mut() {
            Some(last)
                if last == "--set"
                    || last.starts_with("--set ") && last.matches('\'').count() == 1 =>
            {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

/// Splits words into lines of at most `width` characters where that is possible.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words(text) {
        let line = lines.last_mut().map_or(0, |line| line.chars().count());
        if line > 0 && line + 1 + word.chars().count() > width {
            lines.push(word);
        } else if let Some(last) = lines.last_mut() {
            if line > 0 {
                last.push(' ');
            }
            last.push_str(&word);
        }
    }
    lines
}

/// The table as aligned text; columns of words wrap where the lines would be wider than `width`.
pub fn text(table: &Table, width: usize) -> String {
    let cells: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(shown).collect()).collect();
    let headings: Vec<String> = table.columns.iter().map(heading).collect();
    let numeric: Vec<bool> = (0..headings.len()).map(|column| is_numeric(table, column)).collect();
    let widths = widths(&headings, &cells, &numeric, width);
    let mut out = String::new();
    for row in std::iter::once(&headings).chain(&cells) {
        let wrapped: Vec<Vec<String>> = row
            .iter()
            .enumerate()
            .map(|(column, cell)| {
                if numeric[column] || cell.chars().count() <= widths[column] {
                    vec![cell.clone()]
                } else {
                    wrap_indented(cell, widths[column])
                }
            })
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(1);
        for part in 0..height {
            let mut written = String::new();
            for (column, lines) in wrapped.iter().enumerate() {
                let cell = lines.get(part).map_or("", String::as_str);
                let fill = " ".repeat(widths[column].saturating_sub(cell.chars().count()));
                if numeric[column] {
                    written.push_str(&fill);
                    written.push_str(cell);
                } else {
                    written.push_str(cell);
                    written.push_str(&fill);
                }
                written.push_str("  ");
            }
            out.push_str(written.trim_end());
            out.push('\n');
        }
    }
    out
}

/// No column of words is made narrower than this many characters.
const LEAST_WIDTH: usize = 18;

/// Widths of the columns: as wide as their cells, or, where the whole would be too wide, the widest
/// columns of words as narrow as their longest word allows.
fn widths(
    headings: &[String],
    cells: &[Vec<String>],
    numeric: &[bool],
    width: usize,
) -> Vec<usize> {
    let rows = || cells.iter().map(Vec::as_slice).chain(std::iter::once(headings));
    let longest = |column: usize, length: fn(&str) -> usize| {
        rows().map(|row| length(&row[column])).max().unwrap_or(0)
    };
    let whole = |text: &str| text.chars().count();
    let one_word = |text: &str| {
        let indent = text.chars().count() - text.trim_start().chars().count();
        words(text).iter().map(|word| word.chars().count()).max().map_or(0, |word| word + indent)
    };
    let mut widths: Vec<usize> = (0..headings.len()).map(|column| longest(column, whole)).collect();
    let least: Vec<usize> = (0..headings.len())
        .map(|column| {
            let readable = longest(column, one_word).max(widths[column].min(LEAST_WIDTH));
            if numeric[column] { widths[column] } else { readable }
        })
        .collect();
    let gaps = 2 * headings.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > width {
        let narrower = (0..widths.len()).filter(|&column| widths[column] > least[column]);
        let Some(column) = narrower.max_by_key(|&column| widths[column]) else { break };
        widths[column] -= 1;
    }
    widths
}

/// As [`wrap`], with the indent of the text kept on every line.
fn wrap_indented(text: &str, width: usize) -> Vec<String> {
    let indent = text.len() - text.trim_start().len();
    let lines = wrap(text, width.saturating_sub(indent));
    lines.into_iter().map(|line| format!("{}{line}", " ".repeat(indent))).collect()
}

/// The table in Markdown.
pub fn markdown(table: &Table) -> String {
    let escaped = |text: String| text.replace('|', "\\|");
    let row = |cells: Vec<String>| {
        format!("| {} |\n", cells.into_iter().map(escaped).collect::<Vec<_>>().join(" | "))
    };
    let mut out = row(table.columns.iter().map(heading).collect());
    let rules = (0..table.columns.len())
        .map(|column| if is_numeric(table, column) { "---:" } else { "---" });
    out.push_str(&format!("|{}|\n", rules.collect::<Vec<_>>().join("|")));
    for cells in &table.rows {
        out.push_str(&row(cells.iter().map(shown).collect()));
    }
    out
}

/// The table as CSV: numbers in full, units in the headings; a column of mixed units gets a second
/// column for them.
pub fn csv(table: &Table) -> String {
    let mixed: Vec<bool> = (0..table.columns.len())
        .map(|column| table.rows.iter().any(|row| matches!(row[column], Cell::Quantity { .. })))
        .collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut record = Vec::new();
    for (column, mixed) in table.columns.iter().zip(&mixed) {
        record.push(heading(column));
        if *mixed {
            record.push(format!("{} unit", column.name));
        }
    }
    let mut written = writer.write_record(&record).is_ok();
    for row in &table.rows {
        let mut record = Vec::new();
        for (cell, mixed) in row.iter().zip(&mixed) {
            let (value, unit) = match cell {
                Cell::Text(text) => (text.clone(), String::new()),
                Cell::Number(value) => (value.to_string(), String::new()),
                Cell::Quantity { value, unit } => (value.to_string(), unit.clone()),
                Cell::Missing => (String::new(), String::new()),
            };
            record.push(value);
            if *mixed {
                record.push(unit);
            }
        }
        written &= writer.write_record(&record).is_ok();
    }
    debug_assert!(written, "writing into memory does not fail");
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_that_can_be_typed_is_not_broken() {
        let text = "type --set orbit.altitude='800 km' (now 650) and look";
        assert_eq!(wrap(text, 20), ["type", "--set orbit.altitude='800 km'", "(now 650) and look"]);
        assert_eq!(wrap("the day's mean of it", 10), ["the day's", "mean of it"]);
    }
}
