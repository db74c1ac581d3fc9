//! `inputs` and `metrics`: the two tables of the model.

use super::{nothing_fits, nothing_found};
use crate::cli::args::{Format, ListingArguments};
use crate::cli::output::{result, width};
use crate::cli::{Answer, Failure};
use skyrack::catalog::Catalog;
use skyrack::report::head::text as json_text;
use skyrack::report::search::Words;
use skyrack::report::table::{csv, markdown, text};
use skyrack::report::tables::{
    Listed, Sieve, input_texts, inputs_json, inputs_table, metric_texts, metrics_json,
    metrics_table,
};
use skyrack::studies::table::Table;
use skyrack::system::inputs::INPUTS;
use skyrack::system::metrics::METRICS;

/// Runs `inputs`.
///
/// # Errors
/// [`Failure`] if nothing fits the filter or the words.
pub fn inputs(arguments: &ListingArguments) -> Result<Answer, Failure> {
    let catalog = Catalog::builtin();
    let words = Words::new(&arguments.search);
    let sieve = Sieve { filter: arguments.filter.as_deref().unwrap_or(""), words: &words };
    print(
        (arguments.format, "input", sieve),
        INPUTS.iter().map(|input| (input.path, input.meaning, input_texts(catalog, input))),
        || inputs_table(catalog, sieve),
        || inputs_json(catalog, sieve),
    )
}

/// Runs `metrics`.
///
/// # Errors
/// [`Failure`] if nothing fits the filter or the words.
pub fn metrics(arguments: &ListingArguments) -> Result<Answer, Failure> {
    let words = Words::new(&arguments.search);
    let sieve = Sieve { filter: arguments.filter.as_deref().unwrap_or(""), words: &words };
    print(
        (arguments.format, "metric", sieve),
        METRICS.iter().map(|metric| (metric.path, metric.meaning, metric_texts(metric))),
        || metrics_table(sieve),
        || metrics_json(sieve),
    )
}

fn print<'n>(
    (format, what, sieve): (Format, &str, Sieve<'_>),
    known: impl Iterator<Item = (&'n str, &'n str, Vec<&'n str>)> + Clone,
    table: impl Fn() -> Table,
    json: impl Fn() -> Vec<Listed>,
) -> Result<Answer, Failure> {
    let rows = table();
    if rows.rows.is_empty() {
        let kept = known.clone().filter(|(path, meaning, _)| sieve.fits(path, meaning));
        let kept: Vec<Vec<&str>> = kept.map(|(.., texts)| texts).collect();
        return Err(if kept.is_empty() {
            nothing_fits(what, sieve.filter, known.map(|(path, ..)| path))
        } else {
            nothing_found(what, sieve.words, &kept)
        });
    }
    result(&match format {
        Format::Text => text(&rows, width()),
        Format::Json => json_text(&json()),
        Format::Csv => csv(&rows),
        Format::Markdown => markdown(&rows),
    })?;
    Ok(Answer::Yes)
}
