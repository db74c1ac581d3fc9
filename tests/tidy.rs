//! Invariants of the code that the compiler does not see: layers, sizes, citations, licenses, traces.
#![allow(clippy::unwrap_used, reason = "a test that cannot read the project fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

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

fn sources() -> Vec<(String, String)> {
    files_below(&root().join("src"), ".rs")
        .into_iter()
        .map(|path| {
            let name =
                path.strip_prefix(root().join("src")).unwrap().to_string_lossy().into_owned();
            (name, read(&path))
        })
        .collect()
}

/// The code of a file without its in-file tests.
fn without_tests(text: &str) -> &str {
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
    ("published", 5),
    ("charts", 6),
    ("report", 6),
    ("cli", 7),
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
        let code = without_tests(&text);
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
        let most = if matches!(file.as_str(), "system/metrics.rs" | "system/inputs.rs") {
            700
        } else {
            500
        };
        assert!(lines <= most, "{file} has {lines} lines before its tests; split it");
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
                && key.chars().all(|c| c.is_ascii_alphanumeric())
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
        let text = read(&path);
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

#[test]
fn tidy_licenses_allow_any_use() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
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
