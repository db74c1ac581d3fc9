//! Rows that are known to be missed, and why.

use super::MissedRow;

/// The list: table, column, part of the row's label (empty for all rows), reason.
const LIST: &str = include_str!("data/known_misses.csv");

/// One entry of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownMiss {
    /// Table.
    pub table: String,
    /// Column.
    pub column: String,
    /// Part of the label of each row that is missed; empty for all rows.
    pub row: String,
    /// Why it is missed.
    pub reason: String,
}

impl KnownMiss {
    /// The entry is about this row.
    pub fn is_about(&self, missed: &MissedRow) -> bool {
        self.table == missed.table && self.column == missed.column && missed.row.contains(&self.row)
    }
}

/// Every known miss, in the order of the list.
pub fn known_misses() -> Vec<KnownMiss> {
    csv::Reader::from_reader(LIST.as_bytes())
        .records()
        .filter_map(Result::ok)
        .map(|record| {
            let cell = |index: usize| record.get(index).unwrap_or("").to_owned();
            KnownMiss { table: cell(0), column: cell(1), row: cell(2), reason: cell(3) }
        })
        .collect()
}

/// Adds the reasons that are known.
pub(super) fn explain(missed: &mut [MissedRow]) {
    if missed.is_empty() {
        return;
    }
    let known = known_misses();
    for row in missed.iter_mut().filter(|row| row.reason.is_none()) {
        row.reason =
            known.iter().find(|entry| entry.is_about(row)).map(|entry| entry.reason.clone());
    }
}
