//! Invariants of the code that the compiler does not see: layers, sizes, names, citations,
//! licenses, traces.
#![allow(clippy::unwrap_used, reason = "a test that cannot read the project fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use skyrack::catalog::{Catalog, Row};
use skyrack::economics::launch::PriceBasis;
use skyrack::system::inputs::INPUTS;
use skyrack::system::value::Choice;

#[path = "tidy/shape.rs"]
mod shape;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[expect(clippy::disallowed_methods, reason = "tests read the project's own files")]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// Every source file but the made tables, which are numbers.
fn sources() -> Vec<(String, String)> {
    files_below(&root().join("src"), ".rs")
        .into_iter()
        .filter(|path| !path.starts_with(root().join("src/physics/data")))
        .map(|path| {
            let name =
                path.strip_prefix(root().join("src")).unwrap().to_string_lossy().into_owned();
            (name, read(&path))
        })
        .collect()
}

/// The code of a file without tests and comments.
fn code_of(text: &str) -> String {
    let code = without_tests(text).lines().filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

/// The text of a file without its in-file tests; of a file for tests alone, its heading.
fn without_tests(text: &str) -> &str {
    let text = text.split("#![cfg(test)]").next().unwrap_or(text);
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

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

fn module_of(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or(file)
}

/// Names of the modules that follow `crate::` in the code.
fn crate_modules_used(text: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for part in line.split("crate::").skip(1) {
            let name: String =
                part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            used.insert(name);
        }
    }
    used
}

#[test]
fn tidy_layers_point_down() {
    for (file, text) in sources() {
        let Some(own) = layer(module_of(&file)) else { continue };
        for used in crate_modules_used(without_tests(&text)) {
            if let Some(other) = layer(&used) {
                assert!(other <= own, "{file}: `{used}` is a higher layer; see ARCHITECTURE.md");
            }
        }
    }
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

#[test]
fn tidy_files_are_short() {
    for (file, text) in sources() {
        let lines = without_tests(&text).lines().count();
        assert!(lines <= 500, "{file} has {lines} lines before its tests; split it");
    }
}

#[test]
fn tidy_models_state_equation_range_and_source() {
    for (file, text) in sources() {
        if !matches!(module_of(&file), "physics" | "economics") || file.ends_with("tests.rs") {
            continue;
        }
        let code = without_tests(&text);
        let is_model_file = code.contains("# Model");
        let has_functions = code.contains("pub fn ");
        assert!(
            is_model_file || !has_functions || code.contains("see `") || code.contains("[`"),
            "{file}: no `# Model` section"
        );
        for (start, _) in code.match_indices("# Model") {
            let end = code[start..].find("pub ").map_or(code.len(), |end| start + end);
            for section in ["# Valid for", "# References"] {
                assert!(
                    code[start..end].contains(section),
                    "{file}: a `# Model` without `{section}`"
                );
            }
        }
    }
}

#[test]
fn tidy_citations_stand_in_the_bibliography_and_are_used() {
    let bibliography = read(&root().join("docs/references.bib"));
    let known: BTreeSet<&str> = bibliography
        .lines()
        .filter(|line| line.starts_with('@'))
        .filter_map(|line| line.split(['{', ',']).nth(1))
        .collect();
    let mut cited = BTreeMap::new();
    for (file, text) in sources() {
        for part in text.split("\\[").skip(1) {
            if let Some((key, _)) = part.split_once("\\]")
                && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            {
                cited.insert(key.to_owned(), file.clone());
            }
        }
    }
    for constant in skyrack::constants::CONSTANTS {
        cited.insert(constant.source.to_owned(), "constants.rs".to_owned());
    }
    for page in files_below(&root().join("docs"), ".md") {
        let text = read(&page);
        for key in &known {
            if text.contains(&format!("[{key}]")) {
                cited.insert((*key).to_owned(), page.to_string_lossy().into_owned());
            }
        }
    }
    for (key, file) in &cited {
        assert!(known.contains(key.as_str()), "{file}: `{key}` is not in docs/references.bib");
    }
    for key in known {
        assert!(cited.contains_key(key), "docs/references.bib: nothing cites `{key}`");
    }
}

#[test]
fn tidy_no_path_of_one_machine() {
    let listed = Command::new("git").args(["ls-files"]).current_dir(root()).output();
    let Ok(listed) = listed else { return };
    for name in String::from_utf8_lossy(&listed.stdout).lines() {
        let is_text = [".rs", ".md", ".toml", ".csv", ".json", ".py", ".bib"]
            .iter()
            .any(|ending| name.ends_with(ending));
        let path = root().join(name);
        if !is_text || !path.exists() {
            continue;
        }
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        for trace in [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/")] {
            assert!(!text.contains(trace), "{name} names `{trace}`");
        }
    }
}

const LICENSES: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Zlib",
    "Unicode-3.0",
    "ISC",
    "BSL-1.0",
    "Unlicense",
    "MPL-2.0",
    "CC0-1.0",
    "0BSD",
];

/// What cargo says of the packages, without asking the network; an error names what is not at hand.
fn metadata(arguments: &[&str]) -> Result<serde_json::Value, String> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(arguments)
        .current_dir(root())
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
}

/// The platform that this compiler builds for.
fn host() -> String {
    let version = Command::new("rustc").arg("-vV").output().unwrap();
    let text = String::from_utf8_lossy(&version.stdout).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("host: "));
    line.unwrap_or_else(|| panic!("rustc -vV names no host: {text}")).to_owned()
}

#[test]
fn tidy_licenses_allow_any_use() {
    let metadata = metadata(&[]).or_else(|_| metadata(&["--filter-platform", &host()])).unwrap();
    for package in metadata["packages"].as_array().unwrap() {
        let license = package["license"].as_str().unwrap_or("none");
        let choices = license.split(" OR ").flat_map(|choice| choice.split('/'));
        let fits = choices.into_iter().any(|choice| {
            choice.split(" AND ").all(|part| {
                let part = part.trim().trim_matches(['(', ')']);
                let part = part.split(" WITH ").next().unwrap_or(part);
                LICENSES.contains(&part)
            })
        });
        assert!(fits, "{} has the license `{license}`", package["name"]);
    }
}

#[test]
fn tidy_duplicates_are_known() {
    const KNOWN: [&str; 5] = ["getrandom", "miniz_oxide", "rand", "rand_core", "syn"];
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--duplicates", "--depth", "0", "--prefix", "none", "--locked", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "cargo tree: {}", String::from_utf8_lossy(&output.stderr));
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, rest) in listed.lines().filter_map(|line| line.split_once(' ')) {
        versions.entry(name).or_default().insert(rest.split(' ').next().unwrap_or(rest));
    }
    for (name, versions) in versions {
        assert!(
            versions.len() == 1 || KNOWN.contains(&name),
            "{name} is built in the versions {versions:?}"
        );
    }
}

#[test]
fn tidy_entries_of_the_bibliography_are_whole() {
    let bibliography = read(&root().join("docs/references.bib"));
    let mut keys = BTreeSet::new();
    for entry in bibliography.split("\n@").map(|entry| entry.trim_start_matches('@')) {
        let key = entry.split(['{', ',']).nth(1).unwrap_or("");
        let (open, shut) = (entry.matches('{').count(), entry.matches('}').count());
        assert!(open == shut && entry.trim_end().ends_with('}'), "`{key}`: braces do not match");
        assert!(keys.insert(key.to_owned()), "`{key}` stands twice");
        let says = |field: &str| {
            entry.lines().any(|line| {
                line.trim().strip_prefix(field).is_some_and(|rest| rest.trim().starts_with('='))
            })
        };
        assert!(says("title"), "`{key}` has no title");
        let can_be_found = ["url", "doi", "eprint", "year", "note"].iter().any(|field| says(field));
        assert!(can_be_found, "`{key}` cannot be found");
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

#[test]
fn tidy_tests_can_fail() {
    let mut tests = 0;
    let own = files_below(&root().join("tests"), ".rs");
    let own = own.into_iter().map(|path| (path.display().to_string(), read(&path)));
    for (file, text) in sources().into_iter().chain(own) {
        for mark in [concat!("#[", "ignore"), concat!("#[", "should_panic")] {
            assert!(!text.contains(mark), "{file}: {mark}");
        }
        for body in text.split(concat!("#[", "test]\n")).skip(1) {
            let end = body.find("\n    }\n").or_else(|| body.find("\n}\n")).unwrap_or(body.len());
            let end = if body.starts_with("fn") { body.find("\n}\n").unwrap_or(end) } else { end };
            let asks = [
                "assert",
                "panic!",
                "unwrap",
                "expect(",
                "near(",
                "close(",
                "check",
                "compare(",
                "golden_named(",
                "prop_",
                "errors_of(",
            ];
            let name = body.lines().next().unwrap_or("").trim();
            assert!(
                asks.iter().any(|word| body[..end].contains(word)),
                "{file}: `{name}` asks nothing"
            );
            tests += 1;
        }
    }
    assert!(tests > 300, "{tests}");
}

#[test]
fn tidy_scenarios_say_what_whose_and_what_to_look_for() {
    for path in files_below(&root().join("scenarios"), ".toml") {
        let text = read(&path);
        let mut lines = text.lines();
        for start in ["# What it is: ", "# Whose: ", "# What to look for: "] {
            let line = lines.next().unwrap_or("");
            assert!(line.starts_with(start), "{}: `{line}`", path.display());
        }
    }
}

/// Tables of `system` that a report may read; the rest of `system` computes.
const TABLES: [&str; 9] =
    ["budget", "choices", "formula", "inputs", "metrics", "notes", "pins", "value", "verdict"];
/// Layers that a report has no business with: what they compute, a study hands over.
const COMPUTING: [&str; 3] = ["physics", "economics", "published"];
/// Marks of code that calls the model.
const CALLS: [&str; 5] = ["evaluate(", "evaluate::", "Evaluator", ".model", ".environment()"];

/// Splits at commas outside of braces.
fn parts(list: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Every path that a text such as `a::{b, c::{d as e}}` names.
fn leaves(text: &str) -> Vec<String> {
    let text = text.trim();
    let Some((before, list)) = text.split_once('{') else {
        return vec![text.split(" as ").next().unwrap_or(text).trim().to_owned()];
    };
    let mut depth = 1;
    let is_end = |c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0
    };
    let end = list.find(is_end).unwrap_or(list.len());
    let inner = parts(&list[..end]).into_iter().flat_map(leaves);
    inner.map(|leaf| format!("{before}{leaf}")).collect()
}

/// Every path below `crate::` in a piece of code, those in braces spelled out.
fn crate_paths(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for (at, word) in code.match_indices("crate::") {
        let rest = &code[at + word.len()..];
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ':' | '*');
        let plain = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let end = if rest[plain..].starts_with('{') {
            rest.find(';').unwrap_or(rest.len())
        } else {
            plain
        };
        paths.extend(leaves(&rest[..end]));
    }
    paths
}

/// Functions of a file and the blocks of its types: name, and the text down to the closing brace.
fn blocks<'t>(code: &'t str, keyword: &str) -> Vec<(String, &'t str)> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in code.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let body = line.trim_start();
        let indent = &line[..line.len() - body.len()];
        let own = body.trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ");
        let own = own.trim_start_matches("pub ").trim_start_matches("const ");
        let Some(name) = own.strip_prefix(keyword) else { continue };
        let end =
            code[start..].find(&format!("\n{indent}}}")).map_or(code.len(), |end| start + end);
        let one_line = line.trim_end().ends_with('}') && line.contains('{');
        let end = if one_line { at } else { end };
        found.push((name.to_owned(), &code[start..end]));
    }
    found
}

/// The word that a text begins with.
fn word(text: &str) -> &str {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap_or("")
}

/// Whether a text calls the free function `name`.
fn calls(text: &str, name: &str) -> bool {
    text.match_indices(&format!("{name}(")).any(|(at, _)| {
        let before = text[..at].chars().next_back().unwrap_or(' ');
        !(before.is_ascii_alphanumeric()
            || matches!(before, '_' | '.' | ':')
            || text[..at].ends_with("fn "))
    })
}

/// Free functions of the studies that call the model, themselves or through others.
fn computing_functions(studies: &[(String, String)]) -> BTreeSet<String> {
    let functions: Vec<(String, &str)> = studies
        .iter()
        .flat_map(|(_, code)| blocks(code, "fn "))
        .filter(|(_, text)| !text.starts_with(' '))
        .map(|(name, text)| (word(&name).to_owned(), text))
        .collect();
    let mut found: BTreeSet<String> = BTreeSet::new();
    loop {
        let more: Vec<String> = functions
            .iter()
            .filter(|(name, _)| !found.contains(name))
            .filter(|(_, text)| {
                CALLS.iter().any(|call| text.contains(call))
                    || found.iter().any(|name| calls(text, name))
            })
            .map(|(name, _)| name.clone())
            .collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

#[test]
fn tidy_reports_and_charts_only_read() {
    let mut types = BTreeSet::new();
    for (file, text) in sources() {
        if !matches!(module_of(&file), "report" | "charts") || file == "charts.rs" {
            continue;
        }
        let code = code_of(&text);
        for call in CALLS.iter().chain(&["EvaluatedScenario::new", "scenario::open"]) {
            assert!(
                !code.contains(call),
                "{file}: `{call}` computes; a study hands over what it gave"
            );
        }
        for path in crate_paths(&code) {
            let parts: Vec<&str> = path.split("::").collect();
            assert!(!COMPUTING.contains(&parts[0]), "{file}: `{path}` computes");
            assert!(
                parts[0] != "system" || parts.get(1).is_some_and(|table| TABLES.contains(table)),
                "{file}: `{path}` is no table of the system"
            );
            if parts[0] == "studies" {
                let item = parts.iter().find(|part| part.starts_with(char::is_uppercase));
                let item = item.unwrap_or_else(|| panic!("{file}: `{path}` is no type of a study"));
                types.insert((*item).to_owned());
            }
        }
    }
    assert!(types.contains("Run") && types.len() > 30, "{types:?}");
    let studies: Vec<(String, String)> = sources()
        .into_iter()
        .filter(|(file, _)| module_of(file) == "studies" && !file.ends_with("tests.rs"))
        .map(|(file, text)| (file, code_of(&text)))
        .collect();
    let computing = computing_functions(&studies);
    assert!(computing.contains("run") && computing.contains("shield_advice"), "{computing:?}");
    for (file, code) in &studies {
        for (name, text) in blocks(code, "impl") {
            let name = name.trim_start_matches("<'a>").rsplit(" for ").next().unwrap_or("").trim();
            if !types.contains(word(name)) || word(name) == "EvaluatedScenario" {
                continue;
            }
            let call =
                CALLS.iter().find(|call| text.contains(*call)).map(|call| (*call).to_owned());
            let call = call.or_else(|| computing.iter().find(|own| calls(text, own)).cloned());
            assert_eq!(
                call,
                None,
                "{file}: a method of `{}` computes, and reports read it",
                word(name)
            );
        }
    }
}
