//! Tests: each of them asks something.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{files_below, read, root, sources};

/// The functions of a text, each with its body and whether it is a test.
fn functions(text: &str) -> Vec<(String, String, bool)> {
    let mut found = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let body = line.trim_start();
        let own = ["pub(super) ", "pub(crate) ", "pub ", "const "]
            .iter()
            .fold(body, |own, word| own.strip_prefix(word).unwrap_or(own));
        let Some(rest) = own.strip_prefix("fn ") else { continue };
        let name = rest.split(['(', '<']).next().unwrap_or("").to_owned();
        let end = format!("{}}}", &line[..line.len() - body.len()]);
        let after = lines[at + 1..].iter().take_while(|line| **line != end);
        let inner = if line.ends_with('}') { Vec::new() } else { after.copied().collect() };
        let text = [vec![*line], inner].concat().join("\n");
        let above = lines[..at].iter().rev().take_while(|line| line.trim().starts_with('#'));
        let is_test = above.into_iter().any(|line| line.trim() == concat!("#[", "test]"));
        found.push((name, text, is_test));
    }
    found
}

/// Marks of a body that fails where something does not hold.
const ASKS: [&str; 3] = ["assert", "panic!(", "return Err("];

/// Names of the functions that a text calls, as functions, methods or values.
fn called(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).collect()
}

/// A function that is no test: the file that it stands in, and its body.
type SharedCheck = (String, String);

/// Functions that tests share, by their names, and which of them ask something.
struct SharedChecks {
    bodies: BTreeMap<String, Vec<SharedCheck>>,
    asking: BTreeSet<SharedCheck>,
}

impl SharedChecks {
    fn new(bodies: BTreeMap<String, Vec<SharedCheck>>) -> Self {
        let mut shared = Self { bodies, asking: BTreeSet::new() };
        loop {
            let all = shared.bodies.values().flatten();
            let more: Vec<SharedCheck> = all
                .filter(|check| !shared.asking.contains(*check))
                .filter(|(file, body)| shared.ask(file, body))
                .cloned()
                .collect();
            if more.is_empty() {
                return shared;
            }
            shared.asking.extend(more);
        }
    }

    /// Whether a body of a file asks something, itself or through a shared one: those of its file,
    /// else all of their name.
    fn ask(&self, file: &str, body: &str) -> bool {
        let asks_by = |name: &str| {
            let all = self.bodies.get(name)?;
            let own: Vec<&SharedCheck> = all.iter().filter(|(of, _)| of == file).collect();
            let named = if own.is_empty() { all.iter().collect() } else { own };
            named.iter().all(|check| self.asking.contains(*check)).then_some(())
        };
        let is_own = ASKS.iter().any(|word| body.contains(word));
        let inner = body.split_once('\n').map_or("", |(_, inner)| inner);
        is_own || called(inner).into_iter().any(|name| asks_by(name).is_some())
    }
}

#[test]
fn tidy_tests_can_fail() {
    let own = files_below(&root().join("tests"), ".rs");
    let own = own.into_iter().map(|path| (path.display().to_string(), read(&path)));
    let mut bodies: BTreeMap<String, Vec<SharedCheck>> = BTreeMap::new();
    let mut tests = Vec::new();
    for (file, text) in sources().into_iter().chain(own) {
        for mark in [concat!("#[", "ignore"), concat!("#[", "should_panic")] {
            assert!(!text.contains(mark), "{file}: {mark}");
        }
        let is_of_tests = file.contains("tests");
        let start = if is_of_tests { 0 } else { text.find("mod tests {").unwrap_or(text.len()) };
        for (name, body, is_test) in functions(&text[start..]) {
            if is_test {
                tests.push((file.clone(), name, body));
            } else {
                bodies.entry(name).or_default().push((file.clone(), body));
            }
        }
    }
    let shared = SharedChecks::new(bodies);
    let idle: Vec<String> = tests
        .iter()
        .filter(|(file, _, body)| !shared.ask(file, body))
        .map(|(file, name, _)| format!("{file}: {name}"))
        .collect();
    assert!(idle.is_empty(), "these tests ask nothing: {idle:#?}");
    assert!(tests.len() > 900, "{}", tests.len());
}
