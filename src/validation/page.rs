//! Results of a validation as tables and the page of the documents.

use std::fmt::Write as _;

use super::bench::BenchColumn as Judged;
use super::{TableResult, Validation, bench, library_functions, records, tables};
use crate::studies::table::{Cell, Column, Table};
use crate::units::format::format_number;

/// Names of the levels of evidence.
const LEVELS: [&str; 4] = [
    "arithmetic of an author's own formula, or the model's own data read back",
    "a published number from the model",
    "an independent program",
    "flight or plant data",
];

/// What is said of rows that judge functions which no run calls.
const LIBRARY: &str = "functions that no run calls";

/// Every column judged with its errors; arithmetic of published figures is one line per author.
pub fn table(validation: &Validation) -> Table {
    let mut table = Table::new(
        "validation",
        vec![
            Column::words("table"),
            Column::words("column"),
            Column::words("level"),
            Column::words("rows"),
            Column::words("within"),
            Column::words("median"),
            Column::words("95 %"),
            Column::words("max"),
            Column::words("unit"),
            Column::words("tolerance"),
        ],
    );
    for result in &folded(validation) {
        let error = |value: f64| Cell::number(Some(value).filter(|value| value.is_finite()));
        table.push(vec![
            Cell::text(&result.table),
            Cell::text(&result.column),
            Cell::Number(f64::from(result.level)),
            Cell::Number(result.rows as f64),
            Cell::Number(result.within as f64),
            error(result.median),
            error(result.p95),
            error(result.max),
            Cell::text(&result.unit),
            Cell::text(&result.tolerance),
        ]);
    }
    table
}

/// Two significant digits, enough for an error.
fn short(value: f64) -> String {
    if value.is_finite() { format_number(value, 2) } else { "none".to_owned() }
}

/// The results with level 0 of the published records in one line per author.
fn folded(validation: &Validation) -> Vec<TableResult> {
    let mut list: Vec<TableResult> = Vec::new();
    for result in &validation.tables {
        let is_arithmetic = result.level == 0 && records::is_record(&result.table);
        if !is_arithmetic {
            list.push(result.clone());
            continue;
        }
        let author = result.table.split('-').next().unwrap_or_default();
        let name = format!("published, {author}");
        match list.iter_mut().find(|other| other.table == name) {
            Some(sum) => {
                sum.rows += result.rows;
                sum.within += result.within;
                sum.median = sum.median.max(result.median);
                sum.p95 = sum.p95.max(result.p95);
                sum.max = sum.max.max(result.max);
            }
            None => list.push(TableResult {
                table: name,
                column: "printed figures".to_owned(),
                tolerance: "as printed".to_owned(),
                ..result.clone()
            }),
        }
    }
    for sum in &mut list {
        if sum.tolerance == "as printed" {
            let author = sum.table.trim_start_matches("published, ");
            let mut errors: Vec<f64> = validation
                .tables
                .iter()
                .filter(|other| other.level == 0 && records::is_record(&other.table))
                .filter(|other| other.table.split('-').next() == Some(author))
                .map(|other| other.max)
                .collect();
            errors.sort_by(f64::total_cmp);
            sum.median = bench::quantile(&errors, 0.5);
            sum.p95 = bench::quantile(&errors, 0.95);
        }
    }
    list
}

/// Rows and hits per level; level 0 is no validation of the model.
pub fn level_table(validation: &Validation) -> Table {
    let mut table = Table::new(
        "levels",
        vec![
            Column::words("level"),
            Column::words("what it is compared with"),
            Column::words("rows"),
            Column::words("within"),
        ],
    );
    for (level, name, (rows, within)) in levels(validation) {
        table.push(vec![
            Cell::Number(f64::from(level)),
            Cell::text(name),
            Cell::Number(rows as f64),
            Cell::Number(within as f64),
        ]);
    }
    table
}

/// Rows and hits of each level: first of what a run calls, then of functions that are library
/// alone.
fn levels(validation: &Validation) -> Vec<(u8, String, (usize, usize))> {
    let mut found = Vec::new();
    for (level, name) in (0..).zip(LEVELS) {
        found.push((level, name.to_owned(), counts(validation, level, true)));
        let apart = counts(validation, level, false);
        if apart.0 > 0 {
            found.push((level, format!("{name}; {LIBRARY}"), apart));
        }
    }
    found
}

fn counts(validation: &Validation, level: u8, by_run: bool) -> (usize, usize) {
    validation
        .tables
        .iter()
        .filter(|result| result.level == level && result.is_called_by_run == by_run)
        .filter(|result| result.tolerance != bench::NOT_JUDGED)
        .fold((0, 0), |(rows, within), result| (rows + result.rows, within + result.within))
}

/// Every row outside its tolerance.
pub fn missed_table(validation: &Validation) -> Table {
    let mut table = Table::new(
        "missed rows",
        vec![
            Column::words("table"),
            Column::words("column"),
            Column::words("row"),
            Column::words("got"),
            Column::words("want"),
            Column::words("tolerance"),
            Column::words("reason"),
        ],
    );
    let mut before = None;
    for row in &validation.missed {
        // a reason that many rows share is told once
        let reason = row.reason.as_deref().unwrap_or("not known");
        let shown = if before == Some(reason) { "as above" } else { reason };
        before = Some(reason);
        let number = |value: f64| Cell::number(Some(value).filter(|value| value.is_finite()));
        table.push(vec![
            Cell::text(&row.table),
            Cell::text(&row.column),
            Cell::text(&row.row),
            number(row.got),
            number(row.want),
            number(row.tolerance),
            Cell::text(shown),
        ]);
    }
    table
}

/// Files and records that were not judged.
pub fn skipped_table(validation: &Validation) -> Table {
    let mut table = Table::new(
        "not judged",
        vec![Column::words("name"), Column::words("failed"), Column::words("why")],
    );
    for entry in &validation.skipped {
        let failed = if entry.failed { "yes" } else { "no" };
        table.push(vec![Cell::text(&entry.name), Cell::text(failed), Cell::text(&entry.why)]);
    }
    table
}

/// The page `docs/validation.md` of the embedded files.
pub fn document(validation: &Validation) -> String {
    let mut page = String::from(HEAD);
    for (level, name, (rows, within)) in levels(validation) {
        line(&mut page, &[&level.to_string(), &name, &rows.to_string(), &within.to_string()]);
    }
    missed_part(validation, &mut page);
    page.push_str("\n## Tables of independent programs\n");
    for adapter in tables::adapters() {
        adapter_part(adapter, validation, &mut page);
    }
    records_part(validation, &mut page);
    library_part(&mut page);
    page
}

const HEAD: &str = "# Validation

Generated by `UPDATE_EXPECT=1 cargo test --test validation`; `skyrack validate` prints the same \
results. Each table names
the program that made it, the function of the model that is called, the column that is judged and \
what is allowed. An error
is the distance from the reference in the unit given, or `rel` where it is a share of the \
reference. A row that is missed stays a row, with its
gap and the reason.

Level 0 is arithmetic and counts for nothing in favor of the model; level 3 is flown hardware at \
its published rating, in bands that were stated first.
Rows of functions that no run calls are counted apart and marked *library*: they say nothing of a \
run. [The list](#functions-that-no-run-calls) says what
these functions are for.

| level | what it is compared with | rows | within |
| --- | --- | --- | --- |
";

fn line(page: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    page.push_str("| ");
    page.push_str(&cells.join(" | "));
    page.push_str(" |\n");
}

fn missed_part(validation: &Validation, page: &mut String) {
    page.push_str("\n## Missed rows\n\n");
    if validation.missed.is_empty() {
        page.push_str("None.\n");
        return;
    }
    page.push_str("| table | column | row | got | want | off by | reason |\n");
    page.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
    for row in &validation.missed {
        let reason = row.reason.as_deref().unwrap_or("not known");
        let number = |value: f64| {
            if value.is_finite() { format_number(value, 5) } else { "none".to_owned() }
        };
        let (got, want) = (number(row.got), number(row.want));
        let off = number(row.got - row.want);
        line(page, &[&row.table, &row.column, &row.row, &got, &want, &off, reason]);
    }
}

fn adapter_part(adapter: &tables::Adapter, validation: &Validation, page: &mut String) {
    let stem = adapter.file.rsplit_once('.').map_or(adapter.file, |(stem, _)| stem);
    let _ = write!(page, "\n### {stem}\n\nMade with {}.", adapter.source);
    if !adapter.inputs.is_empty() {
        let _ = write!(page, " Inputs: `{}`.", adapter.inputs.join("`, `"));
    }
    if !adapter.remark.is_empty() {
        let _ = write!(page, " {}", adapter.remark);
    }
    page.push_str(
        "\n\n| column | model | level | rows | within | median | 95 % | max | unit | tolerance |\n",
    );
    page.push_str("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for column in adapter.columns {
        let judged =
            validation.tables.iter().find(|one| one.table == stem && one.column == column.name);
        if let Some(result) = judged {
            result_line(page, column, result);
        }
    }
}

fn result_line(page: &mut String, column: &Judged, result: &TableResult) {
    line(
        page,
        &[
            &result.column,
            &marked(&format!("`{}`", column.model), result),
            &result.level.to_string(),
            &result.rows.to_string(),
            &result.within.to_string(),
            &short(result.median),
            &short(result.p95),
            &short(result.max),
            &result.unit,
            &result.tolerance,
        ],
    );
}

/// The model called, with a mark where no run calls it.
fn marked(model: &str, result: &TableResult) -> String {
    let mark = if result.is_called_by_run { "" } else { " *library*" };
    format!("{model}{mark}")
}

/// The functions that no run calls, each with its use.
fn library_part(page: &mut String) {
    page.push_str("\n## Functions that no run calls\n\n");
    page.push_str(
        "Public functions of physics, economics and numerics for whoever uses the library.\n\n",
    );
    page.push_str("| function | what it is for |\n| --- | --- |\n");
    for function in library_functions() {
        line(page, &[&format!("`{}`", function.path), &function.purpose]);
    }
}

fn records_part(validation: &Validation, page: &mut String) {
    page.push_str(
        "\n## Published figures\n\nRecords of `published.json`, with the tolerance of the digits \
            printed. Level 1 comes from the model, level 0 \
         from the author's own formula in `src/published`.\n\n",
    );
    page.push_str("| record | output | computed by | level | error | tolerance |\n");
    page.push_str("| --- | --- | --- | --- | --- | --- |\n");
    for entry in records::lines() {
        for result in validation.tables.iter().filter(|result| result.table == entry.id) {
            let level = result.level.to_string();
            let model = if result.level < entry.level { "arithmetic" } else { entry.model };
            let model = marked(model, result);
            let error = short(result.max);
            line(page, &[entry.id, &result.column, &model, &level, &error, &result.tolerance]);
        }
    }
}
