//! Models: typed signatures, documented equations, named numbers, rows and constants that are used.

use std::collections::BTreeSet;

use skyrack::catalog::{Catalog, Row};
use skyrack::economics::launch::PriceBasis;
use skyrack::system::inputs::INPUTS;
use skyrack::system::value::Choice;

use super::code::{code_of, files_below, module_of, read, root, sources, without_tests};

#[test]
fn tidy_no_bare_numbers_in_public_signatures_of_physics_and_economics() {
    for (file, text) in sources() {
        if !matches!(module_of(&file), "physics" | "economics") || file.ends_with("tests.rs") {
            continue;
        }
        let code = without_tests(&text);
        for (start, _) in code.match_indices("pub fn ") {
            let end = code[start..].find(['{', ';']).map_or(code.len(), |end| start + end);
            let signature = &code[start..end];
            assert!(!signature.contains("f64"), "{file}: `{}`", signature.trim());
        }
    }
}

/// Public functions of a file, each with its documentation in one line.
fn documented_functions(code: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut doc: Vec<&str> = Vec::new();
    for line in code.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("///") {
            doc.push(text.trim());
        } else if ["pub fn ", "pub const fn "].iter().any(|start| line.starts_with(start)) {
            found.push((line.to_owned(), doc.join(" ")));
            doc.clear();
        } else if !line.starts_with("#[") && !line.ends_with(")]") {
            doc.clear();
        }
    }
    found
}

/// Whether a function only makes or opens a value: it takes no number that a model could change.
fn is_plain(signature: &str) -> bool {
    let makes = ["-> Self", "-> Result<Self"].iter().any(|result| signature.contains(result));
    signature.starts_with("pub const fn ")
        || makes
        || ["(&self)", "(self)", "()"].iter().any(|open| signature.contains(open))
}

#[test]
fn tidy_models_state_equation_range_and_source() {
    let (mut models, mut bare) = (0, Vec::new());
    for (file, text) in sources() {
        if !matches!(module_of(&file), "physics" | "economics") || file.ends_with("tests.rs") {
            continue;
        }
        for (signature, doc) in documented_functions(&without_tests(&text)) {
            let is_model = doc.contains("# Model");
            for section in ["# Valid for", "# References"] {
                assert!(
                    !is_model || doc.contains(section),
                    "{file}: `{signature}`: no `{section}`"
                );
            }
            if !(is_model || doc.contains("[`") || is_plain(&signature)) {
                bare.push(format!("{file}: {signature}"));
            }
            models += usize::from(is_model);
        }
    }
    assert!(models > 100, "{models}");
    assert!(bare.is_empty(), "neither `# Model` nor a link to a function that has it: {bare:#?}");
}

/// Numbers of algebra: small whole numbers and their halves.
fn is_algebra(number: f64) -> bool {
    number.abs() <= 10.0 && (2.0 * number).fract() == 0.0
}

/// The numbers with a decimal point in a line.
fn literals(line: &str) -> Vec<f64> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
    line.split(|c: char| !is_part(c))
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('.'))
        .filter_map(|word| word.replace('_', "").parse().ok())
        .collect()
}

#[test]
fn tidy_no_loose_numbers_in_system_and_economics() {
    for (file, text) in sources() {
        let is_table = ["system/inputs/", "system/metrics/", "system/pins.rs"];
        let is_table = is_table.iter().any(|table| file.starts_with(table));
        let is_ours = matches!(module_of(&file), "system" | "economics");
        if !is_ours || file.ends_with("tests.rs") || is_table {
            continue;
        }
        let mut is_constant = false;
        for line in code_of(&text).lines().map(str::trim) {
            let begins = ["const ", "pub const ", "pub(super) const ", "static ", "pub static "];
            is_constant |=
                begins.iter().any(|word| line.starts_with(word)) && !line.contains("fn ");
            let is_named = is_constant || line.contains("within::<");
            is_constant &= !line.ends_with(';');
            for number in literals(line.split("//").next().unwrap_or("")) {
                assert!(
                    is_named || is_algebra(number),
                    "{file}: {number} in `{line}` is a parameter; give it a name or a catalog row"
                );
            }
        }
    }
}

#[test]
fn tidy_constants_are_used() {
    let all: String = sources()
        .iter()
        .filter(|(file, _)| file != "constants.rs")
        .map(|(_, text)| code_of(text))
        .collect();
    let table = read(&root().join("src/constants.rs"));
    let mut seen = 0;
    for line in table.lines().map(str::trim) {
        let Some((name, _)) = line.split_once(": ") else { continue };
        if name.len() > 2 && name.chars().all(|c| c.is_ascii_uppercase() || c == '_' || c == '2') {
            assert!(all.contains(name), "constants.rs: nothing uses `{name}`");
            seen += 1;
        }
    }
    assert!(seen >= 10, "{seen}");
}

/// Rows of the kind `model` that wait for their part of the cost model; no other row may lie idle.
const WAITING: [&str; 2] = ["lead_", "satellite_series"];

#[test]
fn tidy_every_row_of_the_model_is_used() {
    let catalog = Catalog::builtin();
    let mut used: BTreeSet<String> = INPUTS.iter().map(|input| input.default.to_owned()).collect();
    for group in catalog.groups() {
        for id in group.ids(catalog) {
            for path in group.inputs() {
                for basis in PriceBasis::NAMES {
                    if let Some(filled) = group.filled(catalog, id, path, basis) {
                        used.insert(filled.numerator.address());
                        used.extend(filled.denominator.map(Row::address));
                    }
                }
            }
        }
    }
    let mut named: String = sources().iter().map(|(_, text)| code_of(text)).collect();
    for scenario in files_below(&root().join("scenarios"), ".toml") {
        named.push_str(&read(&scenario));
    }
    let of_the_model = catalog.rows().iter().filter(|row| row.kind == "model");
    let idle: Vec<String> = of_the_model
        .filter(|row| !WAITING.iter().any(|id| row.id.starts_with(id)))
        .map(Row::address)
        .filter(|address| !used.contains(address) && !named.contains(address))
        .collect();
    assert!(idle.is_empty(), "nothing reads {idle:#?}; use them or remove them");
}
