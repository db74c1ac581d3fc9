//! What the documents claim: links, paths, commands, dependencies, modules and terms exist.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::cli::args::Arguments;
use clap::Parser as _;
use skyrack::catalog::Catalog;
use skyrack::system::inputs::{INPUTS, input};
use skyrack::system::metrics::{METRICS, metric};

use crate::shell::{arguments, words};
use crate::wrap::{COLUMNS, words as words_of, wrapped};
use crate::{documents, read, root};

/// Files with one of these endings below a folder of the project.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|other| other == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// All code without its in-file tests, and all scenarios.
pub(crate) fn code_and_scenarios() -> String {
    let code = files("src", "rs").into_iter().filter(|path| !path.ends_with("tests.rs"));
    let code = code.map(|path| read(&path).split("#[cfg(test)]").next().unwrap_or("").to_owned());
    let scenarios = files("scenarios", "toml").into_iter().map(|path| read(&path));
    code.chain(scenarios).collect()
}

fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().into_owned()
}

/// Text between single backticks, outside fenced blocks.
fn spans(page: &str) -> Vec<String> {
    let mut is_fenced = false;
    let mut prose = String::new();
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            is_fenced = !is_fenced;
        } else if !is_fenced {
            prose.push_str(line);
            prose.push('\n');
        }
    }
    prose.split('`').skip(1).step_by(2).map(|span| span.replace('\n', " ")).collect()
}

/// Lines of fenced blocks that a reader would type: those that begin with `$`.
fn typed(page: &str) -> Vec<String> {
    let mut is_shell = false;
    let mut lines = Vec::new();
    for line in page.lines() {
        if let Some(language) = line.trim_start().strip_prefix("```") {
            is_shell = language == "console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| is_shell) {
            lines.push(command.to_owned());
        }
    }
    lines
}

#[test]
fn docs_links_lead_somewhere() {
    let mut links = 0;
    for path in documents() {
        let page = read(&path);
        for part in page.split("](").skip(1) {
            let Some((target, _)) = part.split_once(')') else { continue };
            let target = target.split('#').next().unwrap_or("");
            if target.is_empty() || target.starts_with("http") || target.contains(' ') {
                continue;
            }
            let file = path.parent().unwrap().join(target);
            assert!(file.exists(), "{}: the link to `{target}` leads nowhere", name(&path));
            links += 1;
        }
    }
    assert!(links > 30, "{links}");
}

#[test]
fn docs_paths_exist() {
    let mut checked = 0;
    for path in documents() {
        for span in spans(&read(&path)) {
            let is_path = ["src/", "tests/", "docs/", "scenarios/", ".ci/"]
                .iter()
                .any(|start| span.starts_with(start));
            if !is_path || span.contains(['*', ' ', '<', '{']) || span.contains("NAME") {
                continue;
            }
            let span = span.split(':').next().unwrap_or("");
            assert!(root().join(span).exists(), "{}: there is no `{span}`", name(&path));
            checked += 1;
        }
    }
    assert!(checked > 30, "{checked}");
}

#[test]
fn docs_the_library_example_is_the_one_that_is_tested() {
    let readme = read(&root().join("README.md"));
    let (_, rest) = readme.split_once("```rust\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let documented: String =
        example.lines().map(|line| format!("//! {line}").trim_end().to_owned() + "\n").collect();
    assert!(read(&root().join("src/lib.rs")).contains(&documented), "{documented}");
}

#[test]
fn docs_commands_can_be_typed() {
    let gate = read(&root().join(".ci/run"));
    let mut checked = 0;
    for path in documents() {
        let page = read(&path);
        let spoken = spans(&page).into_iter().filter(|span| {
            span.starts_with("skyrack ")
                || span.starts_with("cargo ")
                || span.starts_with(".ci/run ")
        });
        for command in typed(&page).into_iter().chain(spoken) {
            let place = name(&path);
            if let Some(arguments) = arguments(&command) {
                if arguments.is_empty() {
                    continue;
                }
                let line = std::iter::once("skyrack".to_owned()).chain(arguments);
                if let Err(error) = Arguments::try_parse_from(line) {
                    let is_help = !error.use_stderr();
                    assert!(is_help, "{place}: `{command}` is refused: {error}");
                }
            } else {
                let words = words(&command);
                let mut words = words.iter().skip_while(|word| word.contains('='));
                match words.next().map(String::as_str) {
                    Some("cargo") => {
                        const KNOWN: [&str; 8] =
                            ["test", "build", "fmt", "clippy", "doc", "bench", "install", "run"];
                        let verb = words.next().map_or("", String::as_str);
                        assert!(KNOWN.contains(&verb), "{place}: `{command}`");
                    }
                    Some(".ci/run") => {
                        for stage in words {
                            let stage = format!("{stage}()");
                            assert!(gate.contains(&stage), "{place}: no stage in `{command}`");
                        }
                    }
                    Some("git" | "cd") => {}
                    _ => panic!("{place}: what is `{command}`?"),
                }
            }
            checked += 1;
        }
    }
    assert!(checked > 25, "{checked}");
}

#[test]
fn docs_paths_of_the_tables_are_known() {
    let families: BTreeSet<&str> = INPUTS
        .iter()
        .map(|input| input.path)
        .chain(METRICS.iter().map(|metric| metric.path))
        .filter_map(|path| path.split('.').next())
        .collect();
    let groups = Catalog::builtin().groups();
    let kinds: BTreeSet<&str> = Catalog::builtin().kinds().collect();
    let mut checked = 0;
    for path in documents() {
        for span in spans(&read(&path)) {
            let is_word =
                |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_');
            let parts: Vec<&str> = span.split('.').collect();
            if parts.len() < 2 || !span.chars().all(is_word) {
                continue;
            }
            let place = name(&path);
            if parts.len() == 3
                && kinds.contains(parts[0])
                && Catalog::builtin().ids(parts[0]).iter().any(|(id, _)| *id == parts[1])
            {
                assert!(Catalog::builtin().row(&span).is_some(), "{place}: no row `{span}`");
            } else if parts.len() == 2 && families.contains(parts[0]) && !is_file(parts[1]) {
                let is_known = input(&span).is_some()
                    || metric(&span).is_some()
                    || groups.iter().any(|group| group.key == span);
                assert!(is_known, "{place}: neither input nor metric: `{span}`");
            } else {
                continue;
            }
            checked += 1;
        }
    }
    assert!(checked > 100, "{checked}");
}

fn is_file(ending: &str) -> bool {
    ["csv", "md", "rs", "toml", "json", "png", "py"].contains(&ending)
}

/// Whether a line is one word behind its marker, so that it has no place to break.
fn is_one_word(line: &str) -> bool {
    words_of(line.trim_start().trim_start_matches("- ")).len() < 2
}

/// Tables, headings, comments, pictures and what a command printed are as long as they are.
#[test]
fn docs_lines_have_at_most_100_columns() {
    let mut lines = 0;
    for path in documents() {
        let page = wrapped(&read(&path));
        let (mut is_code, mut is_output, mut before) = (false, false, "");
        for (number, line) in page.lines().enumerate() {
            if line.trim_start().starts_with("```") {
                is_code = !is_code;
                is_output = is_code && before.starts_with("<!-- output");
            }
            let is_free = ["|", "#", "<!--", "!["].iter().any(|start| line.starts_with(start));
            let may_be_long = is_output || !is_code && (is_free || is_one_word(line));
            let columns = line.chars().count();
            assert!(
                may_be_long || columns <= COLUMNS,
                "{}, line {}: {columns} columns",
                name(&path),
                number + 1
            );
            (before, lines) = (line, lines + 1);
        }
    }
    assert!(lines > 3_000, "{lines}");
}

#[test]
fn docs_every_dependency_has_a_reason() {
    let manifest: toml::Table = toml::from_str(&read(&root().join("Cargo.toml"))).unwrap();
    let page = read(&root().join("CONTRIBUTING.md"));
    for table in ["dependencies", "build-dependencies", "dev-dependencies"] {
        for package in manifest[table].as_table().unwrap().keys() {
            let row = format!("| `{package}` |");
            assert!(page.contains(&row), "CONTRIBUTING.md gives no reason for `{package}`");
        }
    }
}

#[test]
fn docs_architecture_maps_every_module() {
    let page = read(&root().join("ARCHITECTURE.md"));
    assert!(page.lines().count() < 200, "ARCHITECTURE.md has {} lines", page.lines().count());
    for path in files("src", "rs") {
        let below = path.strip_prefix(root().join("src")).unwrap();
        let parts: Vec<&str> = below.iter().map(|part| part.to_str().unwrap()).collect();
        let [top, file] = parts.as_slice() else { continue };
        let stem = file.trim_end_matches(".rs");
        if stem == "tests" || *top == "commands" {
            continue;
        }
        let line = page.lines().find(|line| line.starts_with(&format!("| `{top}` |")));
        let line = line.unwrap_or_else(|| panic!("ARCHITECTURE.md has no row for `{top}`"));
        assert!(line.contains(&format!("`{stem}`")), "ARCHITECTURE.md: `{top}` lacks `{stem}`");
    }
}

#[test]
fn docs_models_have_their_pages_in_the_index() {
    let index = read(&root().join("docs/model/README.md"));
    for path in files("docs/model", "md") {
        let file = path.file_name().unwrap().to_str().unwrap();
        assert!(
            file == "README.md" || index.contains(&format!("({file})")),
            "{file} is not listed"
        );
    }
    for folder in ["physics", "economics"] {
        for path in files(&format!("src/{folder}"), "rs") {
            let stem = path.file_stem().unwrap().to_str().unwrap();
            let is_top = path.parent().unwrap().ends_with(folder);
            if is_top && stem != "table" {
                let module = format!("`{folder}::{stem}`");
                assert!(index.contains(&module), "docs/model/README.md: no page for {module}");
            }
        }
    }
}

#[test]
fn docs_terms_of_the_nomenclature_are_in_use() {
    let code = code_and_scenarios();
    let page = read(&root().join("docs/nomenclature.md"));
    let mut checked = 0;
    for row in page.lines().filter(|line| line.starts_with("| `")) {
        let cell = row.split('|').nth(1).unwrap_or("");
        for term in cell.split('`').skip(1).step_by(2) {
            assert!(code.contains(term), "docs/nomenclature.md: nothing is called `{term}`");
            checked += 1;
        }
    }
    assert!(checked > 60, "{checked}");
}
