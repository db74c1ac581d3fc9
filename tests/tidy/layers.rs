//! Layers: arrows point down, physics and economics are apart, reports only read, files and text
//! are touched at the edges.

use std::collections::BTreeSet;

use super::code::{blocks, calls, code_of, module_of, module_path, named_paths, sources, word};

const LAYERS: &[(&str, u8)] = &[
    ("units", 0),
    ("constants", 0),
    ("provenance", 0),
    ("domain", 0),
    ("numeric", 0),
    ("physics", 1),
    ("economics", 2),
    ("system", 3),
    ("catalog", 4),
    ("scenario", 4),
    ("studies", 5),
    ("charts", 6),
    ("report", 6),
    ("published", 7),
    ("validation", 7),
    ("cli", 8),
];

fn layer(module: &str) -> Option<u8> {
    LAYERS.iter().find(|(name, _)| *name == module).map(|(_, layer)| *layer)
}

#[test]
fn tidy_layers_point_down() {
    let mut arrows = 0;
    for (file, text) in sources() {
        let Some(own) = layer(module_of(&file)) else { continue };
        for path in named_paths(&module_path(&file), &code_of(&text)) {
            if let Some(other) = layer(&path[0]) {
                assert!(other <= own, "{file}: `{}` is a higher layer", path.join("::"));
                arrows += usize::from(other < own);
            }
        }
    }
    assert!(arrows > 1_000, "{arrows}");
}

#[test]
fn paths_in_braces_and_above_are_seen() {
    let named = |code: &str| named_paths(&["studies", "run"], code);
    let code = "use crate::{report::Table, units};\nuse super::super::charts::Lines;\n";
    let paths: Vec<String> = named(code).iter().map(|path| path.join("::")).collect();
    assert_eq!(paths, ["report::Table", "units", "charts::Lines"]);
}

#[test]
fn tidy_physics_does_not_know_money_and_economics_does_not_know_physics() {
    for (file, text) in sources() {
        let code = code_of(&text);
        if module_of(&file) == "physics" {
            assert!(!code.contains("Money"), "{file}: physics never sees money");
        }
        if module_of(&file) == "economics" {
            for word in ["crate::physics", "Temperature", "Angle"] {
                assert!(!code.contains(word), "{file}: economics never sees `{word}`");
            }
        }
    }
}

/// The files that may touch the file system or the environment.
const EDGES: [&str; 3] = ["scenario/source.rs", "cli/output.rs", "cli/commands/validate.rs"];

#[test]
fn tidy_only_the_edges_read_print_and_remember() {
    for (file, text) in sources() {
        let code = code_of(&text);
        for word in ["std::fs", "std::env", "println!", "print!(", "SystemTime", "Instant"] {
            assert!(
                !code.contains(word) || EDGES.contains(&file.as_str()),
                "{file}: `{word}` belongs to {EDGES:?}"
            );
        }
        let is_deep = layer(module_of(&file)).is_some_and(|layer| layer < 4);
        for word in ["OnceLock", "LazyLock", "Mutex", "RefCell", "thread_local", "static mut"] {
            assert!(!(is_deep && code.contains(word)), "{file}: `{word}` keeps global state");
        }
    }
}

#[test]
fn tidy_text_becomes_quantities_at_the_edges() {
    for (file, text) in sources() {
        let may_read = ["units", "catalog", "scenario", "cli"].contains(&module_of(&file));
        let code = code_of(&text);
        assert!(may_read || !code.contains("units::parse"), "{file}: text is read elsewhere");
        if matches!(module_of(&file), "physics" | "economics") {
            assert!(!code.contains("format!("), "{file}: a model makes no text");
        }
    }
}

/// Tables of `system` that a report may read; the rest of `system` computes.
const TABLES: [&str; 9] =
    ["budget", "choices", "formula", "inputs", "metrics", "notes", "pins", "value", "verdict"];
/// Layers that a report has no business with: what they compute, a study hands over.
const COMPUTING: [&str; 3] = ["physics", "economics", "published"];
/// Modules of `system` that evaluate or design.
const MODEL: [&str; 5] = ["costs", "designer", "environment", "evaluate", "evaluator"];

/// Names that a file takes from the modules that evaluate or design, and the fields of the studies
/// that hold an evaluator: whoever names one of them calls the model.
fn model_names(file: &str, code: &str, fields: &BTreeSet<String>) -> BTreeSet<String> {
    let paths = named_paths(&module_path(file), code);
    let from_model = paths.into_iter().filter(|path| {
        path[0] == "system" && path.get(1).is_some_and(|name| MODEL.contains(&name.as_str()))
    });
    from_model.filter_map(|path| path.last().cloned()).chain(fields.iter().cloned()).collect()
}

/// Fields of the studies that hold an evaluator, as code reads them: `.model`.
fn evaluator_fields(studies: &[(String, String)]) -> BTreeSet<String> {
    let lines = studies.iter().flat_map(|(_, code)| code.lines());
    let field = |line: &str| {
        let (name, kind) = line.trim().trim_start_matches("pub ").split_once(": ")?;
        let is_name = name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        let kind = kind.trim_end_matches(',').trim_start_matches("&'a ").trim_start_matches('&');
        (is_name && kind == "Evaluator").then(|| format!(".{name}"))
    };
    lines.filter_map(field).collect()
}

/// Whether a text uses a name as a whole word.
fn names(text: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.match_indices(name).any(|(at, _)| {
        let ends = !text[at + name.len()..].starts_with(is_part);
        ends && (name.starts_with('.') || !text[..at].ends_with(is_part))
    })
}

/// Free functions of the studies that call the model, themselves or through others.
fn computing_functions(
    studies: &[(String, String)],
    fields: &BTreeSet<String>,
) -> BTreeSet<String> {
    let mut functions: Vec<(String, &str, bool)> = Vec::new();
    for (file, code) in studies {
        let model = model_names(file, code, fields);
        for (name, text) in
            blocks(code, "fn ").into_iter().filter(|(_, text)| !text.starts_with(' '))
        {
            let computes = model.iter().any(|name| names(text, name));
            functions.push((word(&name).to_owned(), text, computes));
        }
    }
    let mut found: BTreeSet<String> = BTreeSet::new();
    loop {
        let more: Vec<String> = functions
            .iter()
            .filter(|(name, ..)| !found.contains(name))
            .filter(|(_, text, computes)| *computes || found.iter().any(|name| calls(text, name)))
            .map(|(name, ..)| name.clone())
            .collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

/// The studies without their tests.
fn studies() -> Vec<(String, String)> {
    let own = |file: &str| module_of(file) == "studies" && !file.ends_with("tests.rs");
    let studies = sources().into_iter().filter(|(file, _)| own(file));
    studies.map(|(file, text)| (file, code_of(&text))).collect()
}

/// The types of studies that reports and charts read, whose files import tables and no model.
fn types_that_reports_read(fields: &BTreeSet<String>) -> BTreeSet<String> {
    let mut types = BTreeSet::new();
    let reports = sources().into_iter().filter(|(file, _)| file != "charts.rs");
    for (file, text) in reports.filter(|(file, _)| ["report", "charts"].contains(&module_of(file)))
    {
        let code = code_of(&text);
        for field in fields {
            assert!(!names(&code, field), "{file}: `{field}` is the model");
        }
        for parts in named_paths(&module_path(&file), &code) {
            let path = parts.join("::");
            assert!(!COMPUTING.contains(&parts[0].as_str()), "{file}: `{path}` computes");
            let is_table = parts.get(1).is_some_and(|table| TABLES.contains(&table.as_str()));
            assert!(parts[0] != "system" || is_table, "{file}: `{path}` is no table of the system");
            assert!(path != "scenario::open", "{file}: a report reads no scenario");
            if parts[0] == "studies" {
                let item = parts.iter().find(|part| part.starts_with(char::is_uppercase));
                let constant = parts.last().filter(|name| name.to_uppercase() == **name);
                let item = item.or(constant);
                let item = item.unwrap_or_else(|| panic!("{file}: `{path}` is no type of a study"));
                types.insert(item.clone());
            }
        }
    }
    types
}

#[test]
fn tidy_reports_and_charts_only_read() {
    let studies = studies();
    let fields = evaluator_fields(&studies);
    assert!(fields.contains(".model"), "{fields:?}");
    let types = types_that_reports_read(&fields);
    assert!(types.contains("Run") && types.len() > 30, "{types:?}");
    let computing = computing_functions(&studies, &fields);
    assert!(computing.contains("run") && computing.contains("shield_advice"), "{computing:?}");
    for (file, code) in &studies {
        let model = model_names(file, code, &fields);
        for (name, text) in blocks(code, "impl") {
            let name = name.trim_start_matches("<'a>").rsplit(" for ").next().unwrap_or("").trim();
            if !types.contains(word(name)) || word(name) == "EvaluatedScenario" {
                continue;
            }
            let call = model.iter().find(|own| names(text, own));
            let call = call.or_else(|| computing.iter().find(|own| calls(text, own)));
            assert_eq!(
                call,
                None,
                "{file}: a method of `{}` computes, and reports read it",
                word(name)
            );
        }
    }
}
