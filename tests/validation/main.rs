//! The model beside published figures and independent programs, row by row; one run serves all
//! tests.

mod document;
mod files;
mod misses;
mod programs;
mod published;
#[path = "../docs/wrap.rs"]
mod wrap;

use std::sync::LazyLock;

use skyrack::validation::{TableResult, Validation, embedded, validate};

static EMBEDDED: LazyLock<Validation> = LazyLock::new(|| validate(&embedded(), None));

/// The result of one column.
fn result(table: &str, column: &str) -> &'static TableResult {
    let mut found = EMBEDDED.tables.iter().filter(|one| one.table == table && one.column == column);
    found.next().unwrap_or_else(|| panic!("no column `{column}` of `{table}`"))
}

/// Median, 95 % and largest error of a column stay at or below these, and no row is lost.
#[track_caller]
fn errors_of(table: &str, column: &str, rows: usize, most: [f64; 3]) {
    let got = result(table, column);
    assert_eq!(got.rows, rows, "{table}, {column}: rows");
    for (error, most, name) in
        [(got.median, most[0], "median"), (got.p95, most[1], "95 %"), (got.max, most[2], "max")]
    {
        assert!(error <= most, "{table}, {column}: {name} {error} above {most}");
    }
}
