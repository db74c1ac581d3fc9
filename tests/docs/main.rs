//! Documents: what is printed in them is what the program prints, generated pages are fresh, links
//! lead somewhere.
//!
//! `UPDATE_EXPECT=1 cargo test --test docs` rewrites what is out of date.
#![allow(clippy::unwrap_used, reason = "a test that cannot read the project fails")]

mod book;
mod carbon;
mod claims;
mod data;
#[path = "../../src/cli"]
#[allow(dead_code, unreachable_pub, reason = "the program reads what this test only parses")]
mod cli {
    pub(crate) mod args;
}
mod disagree;
mod figures;
mod keys;
mod outputs;
mod pages;
mod pictures;
mod references;
mod shell;
mod wrap;

use std::path::{Path, PathBuf};

/// Folder of the project.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Text of a file of the project.
#[expect(clippy::disallowed_methods, reason = "tests read the project's own files")]
pub(crate) fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Whether expected text is to be rewritten.
pub(crate) fn updates() -> bool {
    std::env::var_os("UPDATE_EXPECT").is_some()
}

/// Every page of the documents: the ones at the top and those below `docs`.
pub(crate) fn documents() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join("docs")];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                found.push(path);
            }
        }
    }
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
        found.push(root().join(name));
    }
    found.sort();
    found
}

/// Compares a page with what it should be; rewrites it where that is asked.
pub(crate) fn check(path: &Path, fresh: &str) {
    let old = if path.exists() { read(path) } else { String::new() };
    if old == fresh {
        return;
    }
    if updates() {
        std::fs::write(path, fresh).unwrap();
        return;
    }
    let line = old.lines().zip(fresh.lines()).position(|(old, fresh)| old != fresh);
    let at = line.unwrap_or_else(|| old.lines().count().min(fresh.lines().count()));
    panic!(
        "{} is out of date in line {}: `{}` should be `{}`; UPDATE_EXPECT=1 cargo test --test docs \
         rewrites it",
        path.display(),
        at + 1,
        old.lines().nth(at).unwrap_or(""),
        fresh.lines().nth(at).unwrap_or("")
    );
}

#[test]
fn docs_pages_show_what_the_program_prints() {
    for path in documents() {
        let page = read(&path);
        let fresh = if page.contains("<!-- output") || page.contains("<!-- generated: ") {
            let place = path.strip_prefix(root()).unwrap().to_string_lossy();
            let room = shell::Room::new(&place.replace(['/', '.'], "-"));
            pages::refreshed(&outputs::refreshed(&page, &room))
        } else {
            page
        };
        check(&path, &wrap::wrapped(&fresh));
    }
}
