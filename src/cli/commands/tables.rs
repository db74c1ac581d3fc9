//! `inputs` and `metrics`: the two tables of the model.

use crate::catalog::Catalog;
use crate::cli::args::{Format, Listing};
use crate::cli::output::{result, width};
use crate::cli::{Answer, Failure};
use crate::report::head::text as json_text;
use crate::report::table::{csv, markdown, text};
use crate::report::tables::{inputs_json, inputs_table, metrics_json, metrics_table};
use crate::studies::table::Table;
use serde_json::Value;

/// Runs `inputs`.
///
/// # Errors
/// [`Failure::ClosedPipe`] if the reader is gone.
pub fn inputs(arguments: &Listing) -> Result<Answer, Failure> {
    let filter = arguments.filter.as_deref().unwrap_or("");
    print(
        arguments.format,
        || inputs_table(Catalog::builtin(), filter),
        || inputs_json(Catalog::builtin(), filter),
    )
}

/// Runs `metrics`.
///
/// # Errors
/// [`Failure::ClosedPipe`] if the reader is gone.
pub fn metrics(arguments: &Listing) -> Result<Answer, Failure> {
    let filter = arguments.filter.as_deref().unwrap_or("");
    print(arguments.format, || metrics_table(filter), || metrics_json(filter))
}

fn print(
    format: Format,
    table: impl Fn() -> Table,
    json: impl Fn() -> Value,
) -> Result<Answer, Failure> {
    result(&match format {
        Format::Text => text(&table(), width()),
        Format::Json => json_text(&json()),
        Format::Csv => csv(&table()),
        Format::Markdown => markdown(&table()),
    })?;
    Ok(Answer::Yes)
}
