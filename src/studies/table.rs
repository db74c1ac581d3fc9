//! Tables: named columns with units, the one shape in which studies hand results to reports and
//! charts.

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

/// Unit of a column and how its cells are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Heading.
    pub name: String,
    /// Unit of the numbers, shown in the heading; empty for words and for numbers that carry their
    /// own unit.
    pub unit: String,
}

impl Column {
    /// A column of words.
    pub fn words(name: &str) -> Self {
        Self { name: name.to_owned(), unit: String::new() }
    }

    /// A column of numbers in one unit.
    pub fn numbers(name: &str, unit: &str) -> Self {
        Self { name: name.to_owned(), unit: unit.to_owned() }
    }
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number in the unit of its column.
    Number(f64),
    /// A number that carries its unit, in a column of mixed units.
    Quantity {
        /// The number in `unit`.
        value: f64,
        /// Its unit.
        unit: String,
    },
    /// There is no such number.
    Missing,
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number, or nothing.
    pub fn number(value: Option<f64>) -> Self {
        value.map_or(Self::Missing, Self::Number)
    }

    /// A number with its unit, or nothing.
    pub fn quantity(value: Option<f64>, unit: &str) -> Self {
        value.map_or(Self::Missing, |value| Self::Quantity { value, unit: unit.to_owned() })
    }
}

/// A number with its unit in a row.
#[derive(Serialize)]
struct WithUnit<'a> {
    value: f64,
    unit: &'a str,
}

/// A row as an object keyed by column; a missing number is null.
struct TableRow<'t> {
    columns: &'t [Column],
    cells: &'t [Cell],
}

impl Serialize for TableRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            let (name, unit) = (&column.name, column.unit.as_str());
            match cell {
                Cell::Text(text) => row.serialize_entry(name, text)?,
                Cell::Number(value) if unit.is_empty() => row.serialize_entry(name, value)?,
                Cell::Number(value) => {
                    row.serialize_entry(name, &WithUnit { value: *value, unit })?;
                }
                Cell::Quantity { value, unit } => {
                    row.serialize_entry(name, &WithUnit { value: *value, unit })?;
                }
                Cell::Missing => row.serialize_entry(name, &())?,
            }
        }
        row.end()
    }
}

/// The rows alone, without title.
impl Serialize for Table {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.rows.len()))?;
        for cells in &self.rows {
            rows.serialize_element(&TableRow { columns: &self.columns, cells })?;
        }
        rows.end()
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Title.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has one cell per column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// An empty table.
    pub fn new(title: impl Into<String>, columns: Vec<Column>) -> Self {
        Self { title: title.into(), columns, rows: Vec::new() }
    }

    /// Adds a row; cells beyond the columns are dropped, missing ones filled.
    pub fn push(&mut self, mut row: Vec<Cell>) {
        row.resize(self.columns.len(), Cell::Missing);
        self.rows.push(row);
    }
}
