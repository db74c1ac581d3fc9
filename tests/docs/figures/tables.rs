//! Rows of the reference tables that figures show beside the model.

use std::collections::BTreeMap;

use crate::{read, root};

/// A row of a reference table.
pub(crate) struct Row(BTreeMap<String, String>);

impl Row {
    /// Text of a column.
    pub(crate) fn text(&self, column: &str) -> &str {
        self.0.get(column).unwrap_or_else(|| panic!("no column `{column}`"))
    }

    /// Number of a column.
    pub(crate) fn number(&self, column: &str) -> f64 {
        self.text(column).parse().unwrap_or_else(|_| panic!("`{}`", self.text(column)))
    }

    /// Whether the number of a column is this one.
    pub(crate) fn is_at(&self, column: &str, number: f64) -> bool {
        (self.number(column) - number).abs() < 1e-9
    }
}

/// Rows of a table of `src/studies/validate/data`.
pub(crate) fn reference(name: &str) -> Vec<Row> {
    let text = read(&root().join(format!("src/studies/validate/data/{name}.csv")));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| Row(row.unwrap())).collect()
}

/// Points from left to right.
pub(crate) fn sorted(points: impl IntoIterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = points.into_iter().collect();
    points.sort_by(|left, right| left.0.total_cmp(&right.0));
    points
}
