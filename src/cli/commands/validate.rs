//! `validate`: the model against published tables and independent programs.

use crate::cli::args::{Format, ValidateArguments};
use crate::cli::output::{result, talk, width};
use crate::cli::{Answer, Failure};
use skyrack::report::head::text as json_text;
use skyrack::report::table::{csv, markdown, text};
use skyrack::studies::head::ProgramVersion;
use skyrack::studies::table::Table;
use skyrack::validation::page::{level_table, missed_table, skipped_table, table};
use skyrack::validation::{DataFile, Validation, ValidationAnswer, embedded, validate as check};
use std::path::Path;

/// Runs the verb; the answer is no if a row is missed or a file cannot be judged.
///
/// # Errors
/// [`Failure::Input`] if the folder cannot be read or has nothing to check.
pub fn validate(arguments: &ValidateArguments) -> Result<Answer, Failure> {
    let files = match &arguments.data {
        Some(folder) => read_folder(folder)?,
        None => embedded(),
    };
    let validation = check(&files, arguments.filter.as_deref());
    if validation.tables.is_empty() && validation.skipped.iter().all(|skipped| !skipped.failed) {
        return Err(nothing(arguments));
    }
    result(&match arguments.format {
        Format::Text => page(&validation, |table| text(table, width())),
        Format::Markdown => page(&validation, markdown),
        Format::Csv => csv(&table(&validation)),
        Format::Json => json_text(&ValidationAnswer {
            program: ProgramVersion::default(),
            validation: &validation,
        }),
    })?;
    let failed = validation.skipped.iter().filter(|skipped| skipped.failed).count();
    if validation.missed.is_empty() && failed == 0 {
        return Ok(Answer::Yes);
    }
    talk(&format!("{} rows missed, {failed} files failed\n", validation.missed.len()));
    Ok(Answer::No)
}

fn page(validation: &Validation, show: impl Fn(&Table) -> String) -> String {
    let tables = [
        table(validation),
        level_table(validation),
        missed_table(validation),
        skipped_table(validation),
    ];
    let shown: Vec<String> = tables
        .iter()
        .filter(|table| !table.rows.is_empty())
        .map(|table| format!("{}\n\n{}", table.title, show(table)))
        .collect();
    shown.join("\n")
}

/// The files of a folder, by name; a file that is not text is read as far as it is.
fn read_folder(folder: &Path) -> Result<Vec<DataFile>, Failure> {
    let cannot = |error: std::io::Error| {
        Failure::Input(format!(
            "error[data]: cannot read `{}`: {error}\n  = help: `--data` names a folder with tables \
                such as eclipse_year_2027.csv\n",
            folder.display()
        ))
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.is_file() {
            let content =
                String::from_utf8_lossy(&std::fs::read(&path).map_err(cannot)?).into_owned();
            let name = path
                .file_name()
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            files.push(DataFile { name, content });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn nothing(arguments: &ValidateArguments) -> Failure {
    let place = arguments.data.as_ref().map_or_else(
        || "the embedded tables".to_owned(),
        |folder| format!("`{}`", folder.display()),
    );
    let filter = arguments
        .filter
        .as_ref()
        .map_or_else(String::new, |filter| format!(" that `--filter {filter}` keeps"));
    Failure::Input(format!(
        "error[data]: nothing to check in {place}{filter}\n  = help: tables are known by their \
            names, such as eclipse_year_2027.csv; `skyrack validate` lists them\n"
    ))
}
