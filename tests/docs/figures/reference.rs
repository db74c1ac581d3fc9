//! What figures are drawn from beside functions: rows of reference tables, scenarios that ship, units of the axes.

use std::collections::BTreeMap;

use skyrack::scenario::open;
use skyrack::studies::subject::Subject;
use skyrack::units::Temperature;

const FREEZING: f64 = 273.15;

/// A row of a reference table.
pub(crate) struct Row(BTreeMap<String, String>);

impl Row {
    /// The number in a column.
    pub(crate) fn number(&self, column: &str) -> f64 {
        self.0[column].parse().unwrap()
    }

    /// Whether columns have these numbers.
    pub(crate) fn has(&self, wanted: &[(&str, f64)]) -> bool {
        wanted.iter().all(|&(column, value)| (self.number(column) - value).abs() < 1e-9)
    }
}

/// Rows of a table under `src/studies/validate/data`.
pub(crate) fn rows(table: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.deserialize().map(|row| Row(row.unwrap())).collect()
}

/// A scenario that ships, evaluated.
pub(crate) fn scenario(name: &str) -> Subject {
    Subject::new(open(name, &[]).unwrap()).unwrap()
}

/// A temperature on the scale of Celsius.
pub(crate) fn celsius(value: f64) -> Temperature {
    Temperature::from_base(value + FREEZING)
}

/// Degrees Celsius of a temperature in kelvin.
pub(crate) fn degrees(kelvin: f64) -> f64 {
    kelvin - FREEZING
}
