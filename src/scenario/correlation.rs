//! Correlations between uncertain inputs: `correlations = [{ inputs = ["a", "b"], rank = 0.5 }]`.

use super::error::{Fault, ScenarioError};
use super::read::Spot;
use super::syntax::{Content, Field, Node};
use super::tables::{Tables, nearest_path};
use super::{Correlation, Place, Text};
use std::sync::Arc;

const KEY: &str = "correlations";
const EXAMPLE: &str = "write, for instance, `correlations = [{ inputs = [\"array.price\", \"battery.price\"], rank = 0.6 }]`";

/// Reads the list; each pair of the inputs of an entry gets its rank.
pub(super) fn read(
    text: &Arc<Text>,
    node: &Node,
    tables: &Tables<'_>,
    errors: &mut Vec<ScenarioError>,
) -> Vec<Spot<Correlation>> {
    let place = |node: &Node| Place { text: Arc::clone(text), span: node.span.clone() };
    let fault = |node: &Node, wanted: &str| {
        let wanted = wanted.to_owned();
        let fault = Fault::Type { key: KEY.to_owned(), wanted, found: node.words() };
        ScenarioError::new(fault, Some(place(node))).key(KEY).help(EXAMPLE)
    };
    let Content::List(items) = &node.content else {
        errors.push(fault(node, "a list of tables"));
        return Vec::new();
    };
    let mut found = Vec::new();
    for item in items {
        let Content::Table(fields) = &item.content else {
            errors.push(fault(item, "a table with `inputs` and `rank`"));
            continue;
        };
        let reason = |reason: &str| {
            let fault = Fault::Spread { key: KEY.to_owned(), reason: reason.to_owned() };
            ScenarioError::new(fault, Some(place(item))).key(KEY).help(EXAMPLE)
        };
        if let Some(other) = fields.iter().find(|field| !["inputs", "rank"].contains(&&*field.name))
        {
            errors.push(reason(&format!(
                "an entry has `inputs` and `rank`, and no `{}`",
                other.name
            )));
            continue;
        }
        let rank = match value(fields, "rank").map(|node| &node.content) {
            Some(Content::Number(number)) => number.parse::<f64>().ok(),
            _ => None,
        };
        let Some(rank) = rank.filter(|rank| rank.abs() < 1.0) else {
            errors.push(reason("`rank` is a number above -1 and below 1"));
            continue;
        };
        let Some(Content::List(paths)) = value(fields, "inputs").map(|node| &node.content) else {
            errors.push(reason("`inputs` is a list of at least two inputs"));
            continue;
        };
        let mut known: Vec<&'static str> = Vec::new();
        for path in paths {
            let Content::Text(path_text, _) = &path.content else {
                errors.push(fault(path, "a list of inputs in quotes"));
                continue;
            };
            match tables.input(path_text) {
                Some(key) => known.push(key.path),
                None => errors.push(unknown(path_text, place(path), tables)),
            }
        }
        if paths.len() < 2 {
            errors.push(reason("`inputs` is a list of at least two inputs"));
        }
        for (at, one) in known.iter().enumerate() {
            for other in known[at + 1..].iter().filter(|other| *other != one) {
                found.push(Spot {
                    value: Correlation { pair: (one, other), rank },
                    place: place(item),
                });
            }
        }
    }
    found
}

fn value<'n>(fields: &'n [Field], name: &str) -> Option<&'n Node> {
    fields.iter().find(|field| field.name == name).map(|field| &field.node)
}

fn unknown(path: &str, place: Place, tables: &Tables<'_>) -> ScenarioError {
    let span = place.span.clone();
    let error =
        ScenarioError::new(Fault::UnknownKey { key: path.to_owned() }, Some(place)).key(KEY);
    match nearest_path(path, tables.inputs.iter().map(|key| key.path)) {
        Some(near) => error
            .label(format!("did you mean `{near}`?"))
            .help("write")
            .patch(span, format!("\"{near}\"")),
        None => error.label("no such input").help("`skyrack inputs` lists all keys"),
    }
}

/// The correlations of all layers, the later of a pair last stated.
pub(super) fn merged<'c>(layers: impl Iterator<Item = &'c Spot<Correlation>>) -> Vec<Correlation> {
    let mut merged: Vec<Correlation> = Vec::new();
    for Spot { value, .. } in layers {
        merged.retain(|other| !same(other.pair, value.pair));
        merged.push(*value);
    }
    merged
}

fn same(one: (&str, &str), other: (&str, &str)) -> bool {
    one == other || one == (other.1, other.0)
}

#[cfg(test)]
mod tests {
    use crate::scenario::{Tables, load};

    struct One(&'static str);

    impl crate::scenario::Files for One {
        fn read(&self, path: &std::path::Path) -> std::io::Result<Vec<u8>> {
            if path.ends_with("my.toml") {
                return Ok(self.0.as_bytes().to_vec());
            }
            Err(std::io::ErrorKind::NotFound.into())
        }
    }

    #[test]
    fn pairs_of_an_entry_are_read_and_written_back() {
        let text = "based_on = \"reference-2026\"\ncorrelations = [{ inputs = [\"array.price\", \"battery.price\", \"it.price\"], rank = 0.25 }]\n";
        let scenario = load("my.toml", &[], &One(text), &Tables::builtin()).unwrap();
        assert_eq!(scenario.correlations.len(), 3);
        assert_eq!(scenario.correlations[0].pair, ("array.price", "battery.price"));
        assert!(
            crate::scenario::write(&scenario)
                .contains("{ inputs = [\"array.price\", \"it.price\"], rank = 0.25 }")
        );
    }

    #[test]
    fn faults_say_what_to_write() {
        for (text, wanted) in [
            ("correlations = 3", "a list of tables"),
            ("correlations = [{ inputs = [\"array.price\"], rank = 0.5 }]", "at least two"),
            ("correlations = [{ inputs = [\"array.price\", \"it.price\"], rank = 1 }]", "below 1"),
            (
                "correlations = [{ inputs = [\"array.prize\", \"it.price\"], rank = 0.1 }]",
                "array.prize",
            ),
        ] {
            let text = format!("based_on = \"reference-2026\"\n{text}\n");
            let errors = load("my.toml", &[], &One(text.leak()), &Tables::builtin()).unwrap_err();
            assert!(errors.to_string().contains(wanted), "{errors}");
        }
    }
}
