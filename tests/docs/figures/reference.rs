//! What figures are drawn from beside functions: rows of reference tables, scenarios that ship,
//! units of the axes.

use std::collections::BTreeMap;

use skyrack::scenario::open;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::units::Temperature;

use crate::{read, root};

const FREEZING: f64 = 273.15;

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

    /// Whether columns have these numbers.
    pub(crate) fn has(&self, wanted: &[(&str, f64)]) -> bool {
        wanted.iter().all(|&(column, number)| self.is_at(column, number))
    }
}

/// Rows of a table of `src/validation/data`.
pub(crate) fn rows(name: &str) -> Vec<Row> {
    let text = read(&root().join(format!("src/validation/data/{name}.csv")));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| Row(row.unwrap())).collect()
}

/// Points from left to right.
pub(crate) fn sorted(points: impl IntoIterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = points.into_iter().collect();
    points.sort_by(|left, right| left.0.total_cmp(&right.0));
    points
}

/// A scenario that ships, evaluated.
pub(crate) fn scenario(name: &str) -> EvaluatedScenario {
    EvaluatedScenario::new(open(name, &[]).unwrap()).unwrap()
}

/// A temperature on the scale of Celsius.
pub(crate) fn celsius(value: f64) -> Temperature {
    Temperature::from_base(value + FREEZING)
}

/// Degrees Celsius of a temperature in kelvin.
pub(crate) fn degrees(kelvin: f64) -> f64 {
    kelvin - FREEZING
}
