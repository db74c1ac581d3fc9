//! `inputs` and `metrics`: the two tables of the model, and the inputs of a scenario.

use super::{nothing_fits, nothing_found, subject_of};
use crate::cli::args::{Format, InputsArguments, ListingArguments};
use crate::cli::output::{result, width};
use crate::cli::{Answer, Failure};
use skyrack::catalog::Catalog;
use skyrack::report::head::text as json_text;
use skyrack::report::resolved::{
    keep, meaning, resolved_lines, resolved_rows, resolved_table, resolved_texts,
};
use skyrack::report::search::Words;
use skyrack::report::table::{csv, markdown, text};
use skyrack::report::tables::{
    Listed, Sieve, input_texts, inputs_json, inputs_table, metric_texts, metrics_json,
    metrics_table,
};
use skyrack::scenario::EMBEDDED;
use skyrack::studies::run::resolved_inputs;
use skyrack::studies::table::Table;
use skyrack::system::inputs::INPUTS;
use skyrack::system::metrics::METRICS;
use std::path::Path;

/// Runs `inputs`.
///
/// # Errors
/// [`Failure`] if the scenario cannot be read, or nothing fits the filter or the words.
pub fn inputs(arguments: &InputsArguments) -> Result<Answer, Failure> {
    let (first, second) = (arguments.scenario.as_deref(), arguments.filter.as_deref());
    let is_built_in = |text: &str| EMBEDDED.iter().any(|(name, _)| *name == text);
    let is_scenario =
        |text: &&str| second.is_some() || is_built_in(text) || Path::new(text).is_file();
    if let Some(scenario) = first.filter(is_scenario) {
        return of_scenario(arguments, scenario, second.unwrap_or(""));
    }
    if !arguments.changes.set.is_empty() || arguments.changes.freeze {
        return Err(Failure::Input(
            "error[usage]: `--set` and `--freeze` change a scenario, and none is named\n  = help: \
             type `skyrack inputs reference-2026 --set orbit.altitude='800 km'`\n"
                .to_owned(),
        ));
    }
    of_model(arguments, first.unwrap_or(""))
}

/// The inputs of a scenario.
fn of_scenario(
    arguments: &InputsArguments,
    scenario: &str,
    filter: &str,
) -> Result<Answer, Failure> {
    let all = resolved_inputs(&subject_of(scenario, &arguments.changes)?);
    let words = Words::new(&arguments.search);
    let mut kept = all.clone();
    keep(&mut kept, filter, &words);
    if kept.inputs.is_empty() {
        let sieve = Sieve { filter, words: &words };
        let known = all.inputs.iter().map(|row| (row.0, meaning(row.0), resolved_texts(row)));
        return Err(nothing("input", sieve, known));
    }
    result(&match arguments.format {
        Format::Text => text(&resolved_lines(&kept), width()),
        Format::Json => json_text(&kept),
        Format::Csv => csv(&resolved_rows(&kept)),
        Format::Markdown => markdown(&resolved_table(&kept)),
    })?;
    Ok(Answer::Yes)
}

/// The inputs of the model.
fn of_model(arguments: &InputsArguments, filter: &str) -> Result<Answer, Failure> {
    let catalog = Catalog::builtin();
    let words = Words::new(&arguments.search);
    let sieve = Sieve { filter, words: &words };
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
        return Err(nothing(what, sieve, known));
    }
    result(&match format {
        Format::Text => text(&rows, width()),
        Format::Json => json_text(&json()),
        Format::Csv => csv(&rows),
        Format::Markdown => markdown(&rows),
    })?;
    Ok(Answer::Yes)
}

/// Why no row is kept.
fn nothing<'n>(
    what: &str,
    sieve: Sieve<'_>,
    known: impl Iterator<Item = (&'n str, &'n str, Vec<&'n str>)> + Clone,
) -> Failure {
    let kept = known.clone().filter(|(path, meaning, _)| sieve.fits(path, meaning));
    let kept: Vec<Vec<&str>> = kept.map(|(.., texts)| texts).collect();
    if kept.is_empty() {
        nothing_fits(what, sieve.filter, known.map(|(path, ..)| path))
    } else {
        nothing_found(what, sieve.words, &kept)
    }
}
