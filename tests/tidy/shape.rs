//! Modules, names and lines: no circle among neighbors, one thing for a type name, short files and
//! functions, 100 columns.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{
    code_of, files_below, module_path, named_paths, read, root, sources, without_tests, word,
};

/// Which module uses which of its neighbors, by their full paths.
fn neighbors() -> BTreeMap<String, BTreeSet<String>> {
    let files: Vec<(String, String)> =
        sources().into_iter().filter(|(file, _)| !file.ends_with("tests.rs")).collect();
    let modules: BTreeSet<String> =
        files.iter().map(|(file, _)| module_path(file).join("::")).collect();
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in &files {
        let own = module_path(file);
        for path in named_paths(&own, &code_of(text)) {
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
        for name in code_of(&text).lines().filter_map(defined_type) {
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

/// Lines that a file may have, its tests included.
const LINES: usize = 500;

#[test]
fn tidy_files_are_short() {
    let mut own = files_below(&root().join("src"), ".rs");
    own.retain(|path| !path.starts_with(root().join("src/physics/data")));
    let others = ["tests", "examples", "benches"];
    own.extend(others.map(|at| files_below(&root().join(at), ".rs")).concat());
    assert!(own.len() > 300, "{}", own.len());
    for path in own {
        let lines = read(&path).lines().count();
        assert!(lines <= LINES, "{} has {lines} lines; split it", path.display());
    }
}

#[test]
fn tidy_functions_are_short() {
    for (file, text) in sources() {
        if file.ends_with("tests.rs") {
            continue;
        }
        let mut open: Option<(&str, &str, usize)> = None;
        for (number, line) in without_tests(&text).lines().enumerate() {
            let body = line.trim_start();
            let indent = &line[..line.len() - body.len()];
            let is_function = body.contains("fn ")
                && !body.starts_with("//")
                && ["fn ", "pub ", "pub(", "const fn "].iter().any(|start| body.starts_with(start));
            if is_function && open.is_none() {
                open = Some((indent, body, number));
            }
            if let Some((indent, name, start)) = open
                && (line == format!("{indent}}}") || number == start && line.ends_with(['}', ';']))
            {
                let lines = number - start + 1;
                assert!(lines <= 60, "{file}: `{name}` has {lines} lines; split it");
                open = None;
            }
        }
    }
}
