//! Public functions of physics, economics and numerics are called by a run, or listed with their
//! use.
//!
//! The compiler is asked: library and program are checked as one crate (`--cfg whole`), without
//! validation, and it names what nothing calls. `src/validation/library.csv` is the list, and the
//! counts of the validation take from it which rows speak for a run.
#![allow(clippy::unwrap_used, reason = "a test that cannot read the project fails")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

const ROOMS: [&str; 3] = ["src/physics", "src/economics", "src/numeric"];

#[expect(clippy::disallowed_methods, reason = "tests read the project's own files")]
fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// What the compiler says of the whole program, a JSON object each.
fn messages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["rustc", "--bin", "skyrack", "--profile", "check", "--locked", "--offline"])
        .args(["--no-default-features", "--features", "cli", "--message-format", "json"])
        .args(["--", "--cfg", "whole"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The type whose block of methods a line stands in.
fn type_of(text: &str, line: usize) -> Option<&str> {
    let above: Vec<&str> = text.lines().take(line).collect();
    let block = above.iter().rfind(|line| line.starts_with("impl") || **line == "}")?;
    let name = block.strip_prefix("impl")?.trim_start_matches(|c| c != ' ').trim_start();
    name.split(|c: char| !c.is_alphanumeric()).next()
}

/// The path of a public function that starts at a line of a file; `None` for what is not one.
fn path_of(file: &str, line: usize, name: &str) -> Option<String> {
    let text = read(file);
    let is_public = ["pub fn ", "pub const fn "]
        .iter()
        .any(|start| text.lines().nth(line - 1).unwrap().trim_start().starts_with(start));
    let module = file.strip_prefix("src/")?.strip_suffix(".rs")?.replace('/', "::");
    let owner = type_of(&text, line).map_or_else(String::new, |owner| format!("::{owner}"));
    is_public.then(|| format!("{module}{owner}::{name}"))
}

/// Public functions that nothing calls, as the compiler names them.
fn uncalled() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for message in messages() {
        if message["message"]["code"]["code"] != "dead_code" {
            continue;
        }
        for span in message["message"]["spans"].as_array().unwrap() {
            let file = span["file_name"].as_str().unwrap();
            if span["is_primary"] != true || !ROOMS.iter().any(|room| file.starts_with(room)) {
                continue;
            }
            let place = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
            let column =
                |key: &str| usize::try_from(span["text"][0][key].as_u64().unwrap()).unwrap();
            let words: Vec<char> = span["text"][0]["text"].as_str().unwrap().chars().collect();
            let name = &words[column("highlight_start") - 1..column("highlight_end") - 1];
            let name: String = name.iter().collect();
            found.extend(path_of(file, place("line_start"), &name));
        }
    }
    found
}

#[test]
fn public_functions_are_called_by_a_run_or_listed_with_their_use() {
    let text = read("src/validation/library.csv");
    let mut listed = BTreeSet::new();
    for line in text.lines().skip(1) {
        let (function, reason) = line.split_once(',').unwrap();
        assert!(reason.trim_matches('"').len() > 8, "{function}: no use is named");
        assert!(listed.insert(function.to_owned()), "{function} stands twice");
    }
    let uncalled = uncalled();
    assert!(!uncalled.is_empty(), "the compiler named nothing");
    let new: Vec<&String> = uncalled.difference(&listed).collect();
    let old: Vec<&String> = listed.difference(&uncalled).collect();
    assert!(
        new.is_empty() && old.is_empty(),
        "no run calls {new:#?}: use, delete or list them in src/validation/library.csv; \
         a run calls, or the library lacks, {old:#?}: take them off the list"
    );
}

#[test]
fn models_named_by_the_validation_exist() {
    let page = read("docs/validation.md");
    let spans = page.split('`').skip(1).step_by(2);
    let models: BTreeSet<&str> = spans
        .filter(|span| ROOMS.iter().any(|room| span.starts_with(&format!("{}::", &room[4..]))))
        .collect();
    assert!(models.len() > 60, "{}", models.len());
    for model in models {
        let (path, name) = model.rsplit_once("::").unwrap();
        let module = path.split("::").take(2).collect::<Vec<_>>().join("/");
        let mut text = read(&format!("src/{module}.rs"));
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(&module);
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                text += &read(&format!("src/{module}/{}", entry.file_name().display()));
            }
        }
        let defined = ["fn ", "struct "].map(|word| format!("{word}{name}"));
        assert!(defined.iter().any(|one| text.contains(one)), "there is no `{model}`");
    }
}
