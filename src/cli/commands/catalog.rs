//! `catalog`: the sourced parameters.

use crate::catalog::Catalog;
use crate::cli::args::{Catalog as Arguments, Format};
use crate::cli::output::{result, width};
use crate::cli::{Answer, Failure};
use crate::report::head::text as json_text;
use crate::report::table::{csv, json, markdown, text};
use crate::report::tables::{catalog_entry, catalog_ids, catalog_kinds, scenarios_table};

/// Runs the verb.
///
/// # Errors
/// [`Failure::Input`] for an unknown kind or entry.
pub fn catalog(arguments: &Arguments) -> Result<Answer, Failure> {
    let catalog = Catalog::builtin();
    let table = match (arguments.kind.as_deref(), arguments.id.as_deref()) {
        (None, _) => catalog_kinds(catalog),
        (Some("scenarios"), _) => scenarios_table(),
        (Some(kind), id) => {
            if !catalog.kinds().any(|known| known == kind) {
                return Err(unknown("kind", kind, catalog.kinds().chain(["scenarios"])));
            }
            match id {
                None => catalog_ids(catalog, kind),
                Some(id) if catalog.entry(kind, id).next().is_none() => {
                    return Err(unknown(
                        "entry",
                        id,
                        catalog.ids(kind).into_iter().map(|(id, _)| id),
                    ));
                }
                Some(id) => catalog_entry(catalog, kind, id),
            }
        }
    };
    result(&match arguments.format {
        Format::Text => text(&table, width()),
        Format::Json => json_text(&json(&table)),
        Format::Csv => csv(&table),
        Format::Markdown => markdown(&table),
    })?;
    Ok(Answer::Yes)
}

fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    let known: Vec<&str> = known.collect();
    let nearest = known
        .iter()
        .min_by_key(|other| strsim::damerau_levenshtein(name, other))
        .copied()
        .unwrap_or_default();
    Failure::Input(format!(
        "error[catalog]: there is no {what} `{name}`\n  = help: did you mean `{nearest}`?\n  = note: known are {}\n",
        known.join(", ")
    ))
}
