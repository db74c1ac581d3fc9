//! Modules, names and lines: no circle among neighbors, one thing for a type name, 100 columns.

use std::collections::{BTreeMap, BTreeSet};

use super::{files_below, leaves, read, root, sources, word};

/// The code of a file without comments and without its tests at the end; `mod tests;` ends nothing.
fn code_before_tests(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let code = text[..end].split("#![cfg(test)]").next().unwrap_or(text);
    let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

/// The path of the module that a file holds: `units/parse.rs` is `units`, `parse`.
fn module_path(file: &str) -> Vec<&str> {
    file.trim_end_matches(".rs").split('/').collect()
}

/// Every path that code of a module names from the root of the crate, or by `super`.
fn named_paths(own: &[&str], code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (word, base) in [("crate::", 0), ("super::", own.len() - 1)] {
        for (at, _) in code.match_indices(word) {
            if code[..at].ends_with("super::") {
                continue;
            }
            let end = code[at..].find([';', ')', '<', ' ', ',']).map_or(code.len(), |end| at + end);
            let braced = code[at..end].contains('{') || code[..at].trim_end().ends_with("use");
            let end = if braced { code[at..].find(';').map_or(end, |end| at + end) } else { end };
            for leaf in leaves(&code[at + word.len()..end]) {
                let up = leaf.matches("super::").count();
                let mut path: Vec<String> =
                    own[..base.saturating_sub(up)].iter().map(|part| (*part).to_owned()).collect();
                path.extend(leaf.replace("super::", "").split("::").map(str::to_owned));
                found.push(path);
            }
        }
    }
    found
}

/// Which module uses which of its neighbors, by their full paths.
fn neighbors() -> BTreeMap<String, BTreeSet<String>> {
    let files: Vec<(String, String)> =
        sources().into_iter().filter(|(file, _)| !file.ends_with("tests.rs")).collect();
    let modules: BTreeSet<String> =
        files.iter().map(|(file, _)| module_path(file).join("::")).collect();
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in &files {
        let own = module_path(file);
        for path in named_paths(&own, &code_before_tests(text)) {
            let shared = own.iter().zip(&path).take_while(|(own, other)| *own == other).count();
            if shared < own.len() && shared < path.len() {
                let other = path[..=shared].join("::");
                if modules.contains(&other) {
                    used.entry(own[..=shared].join("::")).or_default().insert(other);
                }
            }
        }
    }
    used
}

/// All that a module reaches through its neighbors.
fn reached(used: &BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(next) = open.pop() {
        for other in used.get(&next).into_iter().flatten() {
            if found.insert(other.clone()) {
                open.push(other.clone());
            }
        }
    }
    found
}

#[test]
fn tidy_neighbors_make_no_circle() {
    let used = neighbors();
    assert!(used["units::format"].contains("units::parse"), "{:?}", used["units::format"]);
    assert!(used.values().map(BTreeSet::len).sum::<usize>() > 300);
    let circle: Vec<&String> =
        used.keys().filter(|&module| reached(&used, module).contains(module)).collect();
    assert!(circle.is_empty(), "these modules use each other in a circle: {circle:#?}");
}

/// The name of the type that a line defines; a type of a trait or of its implementation is none.
fn defined_type(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace().peekable();
    words.next_if(|word| word.starts_with("pub"));
    words.next_if(|word| word.ends_with(')'));
    let keyword = words.next()?;
    let is_type = ["struct", "enum", "trait", "union"].contains(&keyword)
        || keyword == "type" && !line.starts_with(' ');
    let name = word(words.next()?);
    (is_type && name.starts_with(|c: char| c.is_ascii_uppercase())).then_some(name)
}

#[test]
fn tidy_a_type_name_stands_for_one_thing() {
    let mut defined: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, text) in sources().into_iter().filter(|(file, _)| !file.ends_with("tests.rs")) {
        for name in code_before_tests(&text).lines().filter_map(defined_type) {
            defined.entry(name.to_owned()).or_default().push(file.clone());
        }
    }
    assert!(defined.len() > 500 && defined.contains_key("Evaluation"), "{}", defined.len());
    defined.retain(|_, files| files.len() > 1);
    assert!(defined.is_empty(), "these names stand for two things: {defined:#?}");
}

/// Columns that a line may have.
const COLUMNS: usize = 100;

/// Whether a line has no place to break: a row of a table in Markdown, an equation, an address, a
/// name that is longer than the rest of its line.
fn has_no_break(line: &str, is_equation: bool) -> bool {
    let text = line.trim_start();
    let is_doc = text.starts_with("///") || text.starts_with("//!");
    let is_row = is_doc && text[3..].trim_start().starts_with('|') && text.ends_with('|');
    is_row || is_doc && is_equation || text.contains("https://") || !text.contains(' ')
}

#[test]
fn tidy_lines_have_at_most_100_columns() {
    let mut own = files_below(&root().join("src"), ".rs");
    own.retain(|path| !path.starts_with(root().join("src/physics/data")));
    own.extend(
        ["tests", "examples", "benches"].map(|at| files_below(&root().join(at), ".rs")).concat(),
    );
    assert!(own.len() > 300, "{}", own.len());
    let mut long = Vec::new();
    for path in own {
        let mut is_equation = false;
        for (number, line) in read(&path).lines().enumerate() {
            is_equation ^= line.contains("```");
            if line.chars().count() > COLUMNS && !has_no_break(line, is_equation) {
                long.push(format!("{}:{}", path.display(), number + 1));
            }
        }
    }
    assert!(long.is_empty(), "these lines have more than {COLUMNS} columns: {long:#?}");
}
