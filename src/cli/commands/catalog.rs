//! `catalog`: the sourced parameters.

use super::nothing_found;
use crate::cli::args::{CatalogArguments as Arguments, Format};
use crate::cli::output::{result, width};
use crate::cli::{Answer, Failure};
use skyrack::catalog::Catalog;
use skyrack::report::head::text as json_text;
use skyrack::report::search::Words;
use skyrack::report::table::{csv, markdown, text, wrap};
use skyrack::report::tables::{
    catalog_entry, catalog_ids, catalog_kinds, catalog_search, row_texts, scenario_texts,
    scenarios_table, within,
};
use skyrack::scenario::EMBEDDED;
use skyrack::scenario::tables::nearest;
use skyrack::studies::table::{Cell, Table};

/// Runs the verb.
///
/// # Errors
/// [`Failure::Input`] for an unknown kind or entry, and for words that no row holds.
pub fn catalog(arguments: &Arguments) -> Result<Answer, Failure> {
    let catalog = Catalog::builtin();
    let place = (arguments.kind.as_deref(), arguments.id.as_deref());
    let words = Words::new(&arguments.search);
    let listed = listed(catalog, place)?;
    let table = if words.is_empty() { listed } else { found(catalog, place, &words)? };
    result(&match arguments.format {
        Format::Text => text(&table, width()),
        Format::Json => json_text(&table),
        Format::Csv => csv(&table),
        Format::Markdown => markdown(&table),
    })?;
    Ok(Answer::Yes)
}

/// The kinds, the entries of a kind, or the rows of an entry.
fn listed(
    catalog: &'static Catalog,
    place: (Option<&str>, Option<&str>),
) -> Result<Table, Failure> {
    let (kind, id) = match place {
        (None, _) => return Ok(catalog_kinds(catalog)),
        (Some("scenarios"), id) => return scenarios(id),
        (Some(kind), id) => (kind, id),
    };
    if !catalog.kinds().any(|known| known == kind) {
        return Err(unknown("kind", kind, catalog.kinds().chain(["scenarios"])));
    }
    match id {
        None => Ok(catalog_ids(catalog, kind)),
        Some(id) if catalog.entry(kind, id).next().is_none() => {
            Err(unknown("entry", id, catalog.ids(kind).into_iter().map(|(id, _)| id)))
        }
        Some(id) => Ok(catalog_entry(catalog, kind, id)),
    }
}

/// The rows that hold every word.
fn found(
    catalog: &'static Catalog,
    place: (Option<&str>, Option<&str>),
    words: &Words,
) -> Result<Table, Failure> {
    let table = catalog_search(catalog, place, words);
    if table.rows.is_empty() {
        let scenarios = EMBEDDED.iter().filter(|_| place.0.is_none_or(|kind| kind == "scenarios"));
        let texts = within(catalog, place).map(row_texts);
        let texts = texts.chain(scenarios.map(|(name, text)| scenario_texts(name, text)));
        return Err(nothing_found("row of the catalog", words, &texts.collect::<Vec<_>>()));
    }
    Ok(table)
}

/// All built-in scenarios, or the one of this name.
fn scenarios(id: Option<&str>) -> Result<Table, Failure> {
    let mut table = scenarios_table();
    let Some(id) = id else { return Ok(table) };
    table.rows.retain(|row| matches!(&row[0], Cell::Text(name) if name == id));
    if table.rows.is_empty() {
        return Err(unknown("scenario", id, EMBEDDED.iter().map(|(name, _)| *name)));
    }
    Ok(table)
}

fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    let known: Vec<&str> = known.collect();
    let near = nearest(name, known.iter().copied()).or_else(|| {
        let word = |known: &&str| nearest(name, known.split(['_', '/', '-'])).is_some();
        known.iter().copied().find(word)
    });
    let help = near.map_or_else(String::new, |near| format!("  = help: did you mean `{near}`?\n"));
    let listed = wrap(&known.join(", "), 80).join("\n            ");
    Failure::Input(format!(
        "error[catalog]: there is no {what} `{name}`\n{help}  = note: known are\n            \
            {listed}\n"
    ))
}
