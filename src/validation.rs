//! The model beside published tables and independent programs, row by row.
//!
//! Each reference file has one adapter (see `tables`) and each published record one line (see
//! `records`) that say which inputs are read, which model is called, which column is judged and how
//! far it may be off. A row that is missed stays a row: it is listed with its gap and, where it is
//! known, the reason.

mod bench;
pub mod flown;
mod known;
mod library;
pub mod page;
mod read;
mod records;
mod tables;

pub use flown::FlownRow;
pub use known::{KnownMiss, known_misses};
pub use library::{LibraryFunction, library_functions};
pub use page::{document, level_table, missed_table, skipped_table, table};

use crate::studies::head::ProgramVersion;
use bench::Bench;
use read::Sheet;
use serde::Serialize;
use serde_json::Value;
use tables::{Adapter, Judge};

/// A reference file: its name without folder, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFile {
    /// Name by which the adapter is found, such as `eclipse_year_2027.csv`.
    pub name: String,
    /// Text of the file.
    pub content: String,
}

/// How one column of one table compares.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TableResult {
    /// Name of the reference file without ending, or identity of the published record.
    #[serde(rename = "name")]
    pub table: String,
    /// Column judged, with the class of rows where the tolerance depends on it.
    pub column: String,
    /// 0 arithmetic of an author's own formula, 1 a published number from the model, 2 an
    /// independent program, 3 flight or plant data.
    pub level: u8,
    /// A run calls the function that is judged; else it is library alone.
    #[serde(rename = "called_by_run")]
    pub is_called_by_run: bool,
    /// Rows judged.
    pub rows: usize,
    /// Rows within the tolerance.
    pub within: usize,
    /// Median error, in `unit`.
    pub median: f64,
    /// Error that 95 % of the rows do not exceed.
    pub p95: f64,
    /// Largest error.
    pub max: f64,
    /// Unit of the errors; `rel` where they are shares of the reference.
    pub unit: String,
    /// Tolerance, in words.
    pub tolerance: String,
}

/// A row outside its tolerance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MissedRow {
    /// Table, as in [`TableResult`].
    pub table: String,
    /// Column, as in [`TableResult`].
    pub column: String,
    /// The inputs that identify the row.
    pub row: String,
    /// What the model gives; not a number where it gives nothing.
    pub got: f64,
    /// The reference.
    pub want: f64,
    /// How far `got` may be from `want`, in their unit.
    pub tolerance: f64,
    /// Why, where it is known.
    pub reason: Option<String>,
}

/// A file or record that was not judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Name of the file, or identity of the record.
    pub name: String,
    /// Why.
    pub why: String,
    /// It should have been judged: a column is missing, a number cannot be read. Else it is merely
    /// unknown.
    pub failed: bool,
}

/// Everything that one validation found.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Validation {
    /// One entry per column of a table, in the order of the files.
    pub tables: Vec<TableResult>,
    /// Every row outside its tolerance.
    pub missed: Vec<MissedRow>,
    /// Files and records that were not judged.
    pub skipped: Vec<Skipped>,
    /// Every row of hardware that flew, in the order of the files.
    #[serde(skip)]
    pub flown: Vec<FlownRow>,
}

/// A validation as programs read it; what is no number is null.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValidationAnswer<'v> {
    /// The program.
    #[serde(flatten)]
    pub program: ProgramVersion,
    /// The result.
    #[serde(flatten)]
    pub validation: &'v Validation,
}

impl Validation {
    /// No row missed and no file failed.
    pub fn all_within(&self) -> bool {
        self.missed.is_empty() && self.skipped.iter().all(|entry| !entry.failed)
    }
}

/// The reference files embedded in the project.
pub fn embedded() -> Vec<DataFile> {
    tables::EMBEDDED
        .iter()
        .map(|(name, content)| DataFile {
            name: (*name).to_owned(),
            content: (*content).to_owned(),
        })
        .collect()
}

/// Compares the model with reference files; `filter` keeps the tables, columns and records whose
/// name contains it, whatever the case.
///
/// Any content is accepted: a file that cannot be read is listed with what is wrong.
pub fn validate(files: &[DataFile], filter: Option<&str>) -> Validation {
    let filter = Filter(filter.map(str::to_lowercase));
    let mut validation = Validation::default();
    for file in files {
        let table = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
        if file.name == records::FILE {
            records::judge(&file.content, &filter, &mut validation);
        } else if let Some(adapter) = tables::adapter(&file.name) {
            if filter.keeps(table) || adapter.columns.iter().any(|column| filter.keeps(column.name))
            {
                judge_table(adapter, table, file, &filter, &mut validation);
            }
        } else if filter.keeps(&file.name) {
            let why = if tables::NO_MODEL.contains(&file.name.as_str()) {
                "no model yet"
            } else {
                "unknown file"
            };
            validation.skipped.push(Skipped {
                name: file.name.clone(),
                why: why.to_owned(),
                failed: false,
            });
        }
    }
    known::explain(&mut validation.missed);
    validation
}

/// Which tables and records are wanted.
struct Filter(Option<String>);

impl Filter {
    fn keeps(&self, name: &str) -> bool {
        self.0.as_ref().is_none_or(|part| name.to_lowercase().contains(part))
    }
}

fn judge_table(
    adapter: &'static Adapter,
    table: &str,
    file: &DataFile,
    filter: &Filter,
    validation: &mut Validation,
) {
    let keeps_all = filter.keeps(table);
    let mut bench = Bench::new(adapter.columns, |name| keeps_all || filter.keeps(name));
    let outcome = match adapter.judge {
        Judge::Csv(judge) => Sheet::read(&file.content, adapter.inputs).and_then(|sheet| {
            let context = tables::Context::default();
            sheet.rows().try_for_each(|row| judge(&row, &context, &mut bench))
        }),
        Judge::Json(judge) => serde_json::from_str::<Value>(&file.content)
            .map_err(|error| read::Trouble::new(format!("no JSON: {error}")))
            .and_then(|value| judge(&value, &mut bench)),
    };
    match outcome {
        Ok(()) => bench.finish(table, validation),
        Err(trouble) => validation.skipped.push(Skipped {
            name: file.name.clone(),
            why: trouble.to_string(),
            failed: true,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_with_an_adapter_is_embedded_and_every_column_is_judged() {
        let validation = validate(&embedded(), None);
        for adapter in tables::adapters() {
            assert!(tables::EMBEDDED.iter().any(|(name, _)| *name == adapter.file));
            let stem = adapter.file.rsplit_once('.').map_or(adapter.file, |(stem, _)| stem);
            for column in adapter.columns {
                let mut judged = validation
                    .tables
                    .iter()
                    .filter(|one| one.table == stem && one.column == column.name);
                assert!(judged.next().is_some(), "{}: `{}` has no row", adapter.file, column.name);
            }
        }
    }

    #[test]
    fn every_line_of_records_has_its_record() {
        let validation = validate(&embedded(), None);
        for line in records::lines() {
            assert!(validation.tables.iter().any(|one| one.table == line.id), "{}", line.id);
        }
    }
}
