//! `inputs` and `metrics`: the two tables of the model.

use super::nothing_fits;
use crate::catalog::Catalog;
use crate::cli::args::{Format, Listing};
use crate::cli::output::{result, width};
use crate::cli::{Answer, Failure};
use crate::report::head::text as json_text;
use crate::report::table::{csv, markdown, text};
use crate::report::tables::{inputs_json, inputs_table, metrics_json, metrics_table};
use crate::studies::table::Table;
use crate::system::inputs::INPUTS;
use crate::system::metrics::METRICS;
use serde_json::Value;

/// Runs `inputs`.
///
/// # Errors
/// [`Failure`] if nothing fits the filter.
pub fn inputs(arguments: &Listing) -> Result<Answer, Failure> {
    let filter = arguments.filter.as_deref().unwrap_or("");
    let known = INPUTS.iter().map(|input| input.path);
    print(
        (arguments.format, "input", filter),
        known,
        || inputs_table(Catalog::builtin(), filter),
        || inputs_json(Catalog::builtin(), filter),
    )
}

/// Runs `metrics`.
///
/// # Errors
/// [`Failure`] if nothing fits the filter.
pub fn metrics(arguments: &Listing) -> Result<Answer, Failure> {
    let filter = arguments.filter.as_deref().unwrap_or("");
    let known = METRICS.iter().map(|metric| metric.path);
    print(
        (arguments.format, "metric", filter),
        known,
        || metrics_table(filter),
        || metrics_json(filter),
    )
}

fn print<'n>(
    (format, what, filter): (Format, &str, &str),
    known: impl Iterator<Item = &'n str> + Clone,
    table: impl Fn() -> Table,
    json: impl Fn() -> Value,
) -> Result<Answer, Failure> {
    let rows = table();
    if rows.rows.is_empty() {
        return Err(nothing_fits(what, filter, known));
    }
    result(&match format {
        Format::Text => text(&rows, width()),
        Format::Json => json_text(&json()),
        Format::Csv => csv(&rows),
        Format::Markdown => markdown(&rows),
    })?;
    Ok(Answer::Yes)
}
