//! Overrides from the command line: `orbit.altitude=650 km`.

use std::sync::Arc;

use super::error::{Fault, ScenarioError, SourcePlace, SourceText};
use super::read::{Document, Entry, price_year, unknown_key, unknown_pin};
use super::syntax::{Content, TomlNode, inline};
use super::tables::Tables;

/// How an argument is called in messages.
pub(super) const NAME: &str = "--set";

/// Reads one argument; it states one thing.
pub(super) fn read(
    argument: &str,
    tables: &Tables<'_>,
) -> Result<(Arc<SourceText>, Document), Box<ScenarioError>> {
    let text = Arc::new(SourceText { name: NAME.to_owned(), content: argument.to_owned() });
    let place = |span| Some(SourcePlace { text: Arc::clone(&text), span });
    let Some((key, value)) = argument.split_once('=').filter(|(key, _)| !key.trim().is_empty())
    else {
        let fault = Fault::Set { found: argument.to_owned() };
        let error = ScenarioError::new(fault, place(0..argument.len()))
            .label("a key, `=`, and a value")
            .help("write, for instance, `--set orbit.altitude='800 km'`");
        return Err(Box::new(error));
    };
    let path = key.trim();
    let key_start = key.len() - key.trim_start().len();
    let key_span = key_start..key_start + path.len();
    let node = node(&text, argument.len() - value.len())?;
    let mut document = Document::default();
    let entry =
        |path: &str| Entry { path: path.to_owned(), node: node.clone(), text: Arc::clone(&text) };
    if matches!(path, "schema" | "title" | "based_on" | "free" | "correlations") {
        let fault = Fault::NotSettable { key: path.to_owned() };
        let error = ScenarioError::new(fault, place(key_span)).key(path).label("not an input");
        return Err(Box::new(error));
    }
    if path == "price_year" {
        document.price_year = Some(price_year(&text, &node)?);
    } else if let Some(pin) = path.strip_prefix("pin.") {
        let pin = pin.trim_matches('"');
        if tables.pin(pin).is_none() {
            let mut error =
                unknown_pin(pin, SourcePlace { text: Arc::clone(&text), span: key_span }, tables);
            if let Some(patch) = &mut error.patch {
                patch.replacement = format!("pin.{}", patch.replacement.trim_matches('"'));
            }
            return Err(Box::new(error));
        }
        document.pins.push(entry(pin));
    } else if tables.input(path).is_some() {
        document.inputs.push(entry(path));
    } else if tables.catalog.group(path).is_some() {
        document.references.push(entry(path));
    } else {
        return Err(Box::new(unknown_key(
            path,
            SourcePlace { text: Arc::clone(&text), span: key_span },
            &node,
            tables,
        )));
    }
    Ok((text, document))
}

/// The value: a table as in TOML, anything else as text, with or without quotes.
fn node(text: &Arc<SourceText>, start: usize) -> Result<TomlNode, Box<ScenarioError>> {
    let value = &text.content[start..];
    let trimmed = value.trim();
    let from = start + (value.len() - value.trim_start().len());
    if trimmed.starts_with(['{', '[']) {
        return inline(text, from);
    }
    let span = from..from + trimmed.len();
    let bare =
        ['"', '\''].iter().find_map(|&quote| trimmed.strip_prefix(quote)?.strip_suffix(quote));
    let (inner, at) = bare.map_or((trimmed, from), |inner| (inner, from + 1));
    Ok(TomlNode { content: Content::Text(inner.to_owned(), Some(at)), span })
}
