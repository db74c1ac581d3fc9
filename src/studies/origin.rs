//! Where the value of an input comes from, in words.

use crate::catalog::Catalog;
use crate::scenario::{Origin, Resolved};

/// What stated the value: a default of the catalog, a reference, a line of a file, a flag.
pub fn origin(resolved: &Resolved) -> String {
    match &resolved.origin {
        Origin::Default { address } => format!("default {address}"),
        Origin::Catalog { reference, address } => format!("{reference}: {address}"),
        Origin::File { name, line } => format!("{name}:{line}"),
        Origin::Set => "--set".to_owned(),
        Origin::Follows { path } => format!("from {path}"),
    }
}

/// The source with its date: of the catalog's row, else the one that the scenario states.
pub fn source(resolved: &Resolved) -> Option<String> {
    let rows = rows(resolved);
    let stated = resolved.amount.source.clone().map(|source| match &resolved.amount.date {
        Some(date) => format!("{source}, {date}"),
        None => source,
    });
    let all: Vec<String> = rows.into_iter().chain(stated).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// Source and date of each row that the value was read from; a source that two rows share once.
pub fn rows(resolved: &Resolved) -> Vec<String> {
    let address = match &resolved.origin {
        Origin::Default { address } | Origin::Catalog { address, .. } => address,
        Origin::File { .. } | Origin::Set | Origin::Follows { .. } => return Vec::new(),
    };
    let mut sources: Vec<String> = Vec::new();
    let mut last = "";
    for row in address.split(" / ").filter_map(|part| Catalog::builtin().row(part)) {
        if row.source.title != last {
            sources.push(format!("{}, {}", row.source.title, row.source.date));
        }
        last = &row.source.title;
    }
    sources
}
