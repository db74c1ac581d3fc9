//! Correlations between uncertain inputs: `correlations = [{ inputs = ["a", "b"], rank = 0.5 }]`.

use super::error::{Fault, ScenarioError};
use super::spot::Spot;
use super::syntax::{Content, Field, TomlNode};
use super::tables::{Tables, nearest_path};
use super::{Correlation, SourcePlace, SourceText};
use std::sync::Arc;

const KEY: &str = "correlations";
const EXAMPLE: &str = "write, for instance, `correlations = [{ inputs = [\"array.price\", \
    \"battery.price\"], rank = 0.6 }]`";

/// Reads the list; each pair of the inputs of an entry gets its rank.
pub(super) fn read(
    text: &Arc<SourceText>,
    node: &TomlNode,
    tables: &Tables<'_>,
    errors: &mut Vec<ScenarioError>,
) -> Vec<Spot<Correlation>> {
    let reader = CorrelationReader { text, tables };
    let Content::List(items) = &node.content else {
        errors.push(reader.wrong_type(node, "a list of tables"));
        return Vec::new();
    };
    let mut found = Vec::new();
    for item in items {
        match &item.content {
            Content::Table(fields) => {
                let pairs = reader.entry(item, fields, errors);
                let place = || reader.place(item);
                found.extend(pairs.into_iter().map(|value| Spot { value, place: place() }));
            }
            _ => errors.push(reader.wrong_type(item, "a table with `inputs` and `rank`")),
        }
    }
    found
}

struct CorrelationReader<'r> {
    text: &'r Arc<SourceText>,
    tables: &'r Tables<'r>,
}

impl CorrelationReader<'_> {
    fn place(&self, node: &TomlNode) -> SourcePlace {
        SourcePlace { text: Arc::clone(self.text), span: node.span.clone() }
    }

    fn wrong_type(&self, node: &TomlNode, wanted: &str) -> ScenarioError {
        let wanted = wanted.to_owned();
        let fault = Fault::Type { key: KEY.to_owned(), wanted, found: node.words() };
        ScenarioError::new(fault, Some(self.place(node))).key(KEY).help(EXAMPLE)
    }

    fn unfit(&self, item: &TomlNode, reason: &str) -> ScenarioError {
        let fault = Fault::Spread { key: KEY.to_owned(), reason: reason.to_owned() };
        ScenarioError::new(fault, Some(self.place(item))).key(KEY).help(EXAMPLE)
    }

    /// The pairs of one entry.
    fn entry(
        &self,
        item: &TomlNode,
        fields: &[Field],
        errors: &mut Vec<ScenarioError>,
    ) -> Vec<Correlation> {
        if let Some(other) = fields.iter().find(|field| !["inputs", "rank"].contains(&&*field.name))
        {
            let reason = format!("an entry has `inputs` and `rank`, and no `{}`", other.name);
            errors.push(self.unfit(item, &reason));
            return Vec::new();
        }
        let rank = match value(fields, "rank").map(|node| &node.content) {
            Some(Content::Number(number)) => number.parse::<f64>().ok(),
            _ => None,
        };
        let Some(rank) = rank.filter(|rank| rank.abs() < 1.0) else {
            errors.push(self.unfit(item, "`rank` is a number above -1 and below 1"));
            return Vec::new();
        };
        let paths = match value(fields, "inputs").map(|node| &node.content) {
            Some(Content::List(paths)) if paths.len() > 1 => paths,
            _ => {
                errors.push(self.unfit(item, "`inputs` is a list of at least two inputs"));
                return Vec::new();
            }
        };
        let mut known: Vec<&'static str> = Vec::new();
        for path in paths {
            let Content::Text(name, _) = &path.content else {
                errors.push(self.wrong_type(path, "a list of inputs in quotes"));
                continue;
            };
            match self.tables.input(name) {
                Some(key) => known.push(key.path),
                None => errors.push(unknown(name, self.place(path), self.tables)),
            }
        }
        if (1..known.len()).any(|at| known[..at].contains(&known[at])) {
            errors.push(self.unfit(item, "an input is named twice"));
            return Vec::new();
        }
        let pairs = known
            .iter()
            .enumerate()
            .flat_map(|(at, one)| known[at + 1..].iter().map(move |other| (*one, *other)));
        pairs.map(|pair| Correlation { pair, rank }).collect()
    }
}

fn value<'n>(fields: &'n [Field], name: &str) -> Option<&'n TomlNode> {
    fields.iter().find(|field| field.name == name).map(|field| &field.node)
}

fn unknown(path: &str, place: SourcePlace, tables: &Tables<'_>) -> ScenarioError {
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
        let text = "based_on = \"reference-2026\"\ncorrelations = [{ inputs = [\"array.price\", \
            \"battery.price\", \"it.price\"], rank = 0.25 }]\n";
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
