//! The entry of the catalog that a reference names.

use super::error::{Fault, ScenarioError};
use super::read::{Entry, list};
use super::syntax::Content;
use super::tables::nearest;
use super::value::{typed, wrong_type};
use crate::catalog::{Catalog, ReferenceGroup};

/// A reference with the layer that it stands in.
pub(super) struct Reference<'r> {
    pub(super) group: &'r ReferenceGroup,
    pub(super) id: String,
    pub(super) rank: usize,
    pub(super) entry: &'r Entry,
}

/// The shortest id in which a text stands as a word: `fluid_ammonia` for `ammonia`.
fn containing<'c>(text: &str, ids: &[&'c str]) -> Option<&'c str> {
    let text = text.to_lowercase();
    let holds = |id: &&&str| !text.is_empty() && format!("_{id}_").contains(&format!("_{text}_"));
    ids.iter().filter(holds).min_by_key(|id| id.len()).copied()
}

/// The id that a reference names.
pub(super) fn reference_id(
    entry: &Entry,
    group: &ReferenceGroup,
    catalog: &Catalog,
) -> Result<String, Box<ScenarioError>> {
    let Content::Text(id, _) = &entry.node.content else {
        return Err(Box::new(wrong_type(
            entry,
            &entry.path,
            "the name of a catalog entry",
            &entry.node,
        )));
    };
    let ids = group.ids(catalog);
    if ids.contains(&id.as_str()) {
        return Ok(id.clone());
    }
    let fault = Fault::Reference { key: entry.path.clone(), id: id.clone() };
    let error = ScenarioError::new(fault, Some(entry.place())).key(&entry.path);
    let error = match containing(id, &ids).or_else(|| nearest(id, ids.iter().copied())) {
        Some(near) => error
            .label(format!("did you mean `{near}`?"))
            .help("write")
            .patch(entry.node.span.clone(), typed(entry, near))
            .note(format!("`skyrack catalog {}` lists the entries", group.kind)),
        None => error.label("no such entry").note(format!(
            "entries for `{}`: {}",
            entry.path,
            list(ids.into_iter())
        )),
    };
    Err(Box::new(error))
}
