//! Command lines of the documents: split as a shell does, and run with the program of this build.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::root;

/// Words of a command line; quotes hold words together.
pub(crate) fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quote = None;
    let mut is_open = false;
    for letter in line.chars() {
        match (quote, letter) {
            (Some(mark), _) if mark == letter => quote = None,
            (None, '\'' | '"') => (quote, is_open) = (Some(letter), true),
            (None, ' ') => {
                if is_open {
                    words.push(std::mem::take(&mut word));
                }
                is_open = false;
            }
            _ => {
                word.push(letter);
                is_open = true;
            }
        }
    }
    if is_open {
        words.push(word);
    }
    words
}

/// Arguments of our program in a command line, up to a pipe or redirection; `None` where the line
/// calls something else.
pub(crate) fn arguments(line: &str) -> Option<Vec<String>> {
    let words = words(line.strip_prefix("$ ").unwrap_or(line));
    let end = words.iter().position(|word| matches!(word.as_str(), "|" | ">" | "&&" | "#"));
    let words = &words[..end.unwrap_or(words.len())];
    let called = match words.first()?.as_str() {
        "skyrack" => 1,
        "cargo" if words.get(1).is_some_and(|word| word == "run") => {
            words.iter().position(|word| word == "--")? + 1
        }
        _ => return None,
    };
    Some(words[called..].to_vec())
}

/// A folder with the scenarios in it, in which the commands of one page run.
pub(crate) struct Room {
    folder: PathBuf,
}

impl Room {
    /// A new folder; what an earlier run left there is gone.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docs").join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).unwrap();
        }
        copy(&root().join("scenarios"), &folder.join("scenarios"));
        Self { folder }
    }

    /// Writes a file that a page shows.
    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.join(name), text).unwrap();
    }

    /// What a command prints to stdout; where its input is refused, what it prints to stderr.
    pub(crate) fn run(&self, line: &str) -> String {
        let arguments = arguments(line).unwrap_or_else(|| panic!("`{line}` does not call skyrack"));
        let output = Command::new(env!("CARGO_BIN_EXE_skyrack"))
            .args(&arguments)
            .current_dir(&self.folder)
            .env_remove("COLUMNS")
            .env("NO_COLOR", "1")
            .output()
            .unwrap();
        let said = if output.status.code() == Some(2) { output.stderr } else { output.stdout };
        let text = String::from_utf8(said).unwrap();
        assert_ne!(output.status.code(), Some(101), "`{line}`: {text}");
        text
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn words_are_split_as_in_a_shell() {
    assert_eq!(
        words("run x --set orbit.altitude='800 km' \"a b\""),
        ["run", "x", "--set", "orbit.altitude=800 km", "a b"]
    );
    assert_eq!(arguments("$ cargo run --release -- run a.toml | head").unwrap(), ["run", "a.toml"]);
    assert_eq!(arguments("cargo test"), None);
}
