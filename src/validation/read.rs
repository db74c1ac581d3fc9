//! Reference files as text: tables with named columns and records with named values.

use std::collections::BTreeMap;

use serde_json::Value;
use thiserror::Error;

/// Why a file or record cannot be judged.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0}")]
pub(super) struct Trouble(String);

impl Trouble {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

/// Key of a row in a list.
pub(super) trait Labeled {
    /// The identifying inputs.
    fn label(&self) -> String;
}

impl Labeled for str {
    fn label(&self) -> String {
        self.to_owned()
    }
}

/// A table with one line of headings.
pub(super) struct Sheet {
    columns: BTreeMap<String, usize>,
    records: Vec<csv::StringRecord>,
    inputs: &'static [&'static str],
}

impl Sheet {
    /// Reads a table; the inputs are those columns that identify a row, and all of them must be
    /// there.
    pub(super) fn read(text: &str, inputs: &'static [&'static str]) -> Result<Self, Trouble> {
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let headings = reader.headers().map_err(|error| Trouble::new(error.to_string()))?;
        let columns: BTreeMap<String, usize> =
            headings.iter().enumerate().map(|(index, name)| (name.to_owned(), index)).collect();
        let records = reader
            .records()
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| Trouble::new(error.to_string()))?;
        if let Some(missing) = inputs.iter().find(|name| !columns.contains_key(**name)) {
            return Err(missing_column(missing));
        }
        if records.is_empty() {
            return Err(Trouble::new("no rows"));
        }
        Ok(Self { columns, records, inputs })
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = SheetRow<'_>> {
        (0..self.records.len()).map(|index| SheetRow { sheet: self, index })
    }
}

fn missing_column(name: &str) -> Trouble {
    Trouble::new(format!("column `{name}` is missing"))
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(super) struct SheetRow<'a> {
    sheet: &'a Sheet,
    index: usize,
}

impl<'a> SheetRow<'a> {
    /// Cell of a column.
    pub(super) fn text(&self, column: &str) -> Result<&'a str, Trouble> {
        let place = self.sheet.columns.get(column).ok_or_else(|| missing_column(column))?;
        Ok(self.sheet.records[self.index].get(*place).unwrap_or(""))
    }

    /// Number of a column.
    pub(super) fn number(&self, column: &str) -> Result<f64, Trouble> {
        self.optional(column)?.ok_or_else(|| self.unreadable(column, ""))
    }

    /// Number of a column, or nothing where the cell is empty.
    pub(super) fn optional(&self, column: &str) -> Result<Option<f64>, Trouble> {
        let text = self.text(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        let number = text.parse().ok().filter(|number: &f64| number.is_finite());
        number.map(Some).ok_or_else(|| self.unreadable(column, text))
    }

    fn unreadable(&self, column: &str, text: &str) -> Trouble {
        // the first row stands below the headings
        Trouble::new(format!("line {}: `{column}` is no number: `{text}`", self.index + 2))
    }

    /// What the row says is not possible.
    pub(super) fn impossible(&self, what: impl std::fmt::Display) -> Trouble {
        Trouble::new(format!("line {}: {what}", self.index + 2))
    }
}

impl Labeled for SheetRow<'_> {
    fn label(&self) -> String {
        let cells: Vec<String> = self
            .sheet
            .inputs
            .iter()
            .map(|name| (name, self.text(name).unwrap_or("")))
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| format!("{name} {text}"))
            .collect();
        cells.join(", ")
    }
}

/// Entry of a JSON object.
pub(super) fn entry<'a>(value: &'a Value, key: &str) -> Result<&'a Value, Trouble> {
    value.get(key).ok_or_else(|| Trouble::new(format!("`{key}` is missing")))
}

/// Number in a JSON object.
pub(super) fn number(value: &Value, key: &str) -> Result<f64, Trouble> {
    entry(value, key)?.as_f64().ok_or_else(|| Trouble::new(format!("`{key}` is no number")))
}

/// Numbers in a JSON array.
pub(super) fn numbers(value: &Value, key: &str) -> Result<Vec<f64>, Trouble> {
    let list = list(value, key)?;
    let numbers: Option<Vec<f64>> = list.iter().map(Value::as_f64).collect();
    numbers.ok_or_else(|| Trouble::new(format!("`{key}` holds something that is no number")))
}

/// JSON array in an object.
pub(super) fn list<'a>(value: &'a Value, key: &str) -> Result<&'a [Value], Trouble> {
    let list = entry(value, key)?.as_array();
    list.map(Vec::as_slice).ok_or_else(|| Trouble::new(format!("`{key}` is no list")))
}

/// Text in a JSON object.
pub(super) fn text<'a>(value: &'a Value, key: &str) -> Result<&'a str, Trouble> {
    entry(value, key)?.as_str().ok_or_else(|| Trouble::new(format!("`{key}` is no text")))
}
