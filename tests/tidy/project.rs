//! The project around the code: citations, paths, scenarios.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use super::code::{files_below, read, root, sources};

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
