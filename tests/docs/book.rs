//! The documents as a book: the summary, which `mdbook` reads, and the page of contents.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::{documents, read, root};

fn docs() -> PathBuf {
    root().join("docs")
}

fn is_page(target: &str) -> bool {
    Path::new(target).extension().is_some_and(|ending| ending == "md")
}

/// Targets of the links of a page below `docs` that are pages.
fn linked(page: &str) -> Vec<String> {
    let text = read(&docs().join(page));
    let targets = text.split("](").skip(1).filter_map(|part| part.split_once(')'));
    let targets = targets.map(|(target, _)| target);
    targets.filter(|target| is_page(target)).map(str::to_owned).collect()
}

/// Pages below `docs` as links from there.
fn pages() -> Vec<String> {
    let below = documents().into_iter().filter_map(|path| {
        let below = path.strip_prefix(docs()).ok()?;
        Some(below.to_str().unwrap().replace('\\', "/"))
    });
    below.filter(|page| page != "SUMMARY.md").collect()
}

#[test]
fn docs_the_book_has_every_page_once_and_no_dead_one() {
    let pages = pages();
    let mut listed: BTreeMap<String, usize> = BTreeMap::new();
    for target in linked("SUMMARY.md") {
        assert!(pages.contains(&target), "docs/SUMMARY.md: there is no page `{target}`");
        *listed.entry(target).or_default() += 1;
    }
    for page in &pages {
        assert_eq!(listed.get(page), Some(&1), "docs/SUMMARY.md does not list `{page}` once");
    }
    assert!(pages.len() > 30, "{}", pages.len());
}

#[test]
fn docs_the_page_of_contents_names_every_page_of_its_folder() {
    let listed = linked("README.md");
    for page in pages().iter().filter(|page| !page.contains('/') && *page != "README.md") {
        assert!(listed.contains(page), "docs/README.md does not list `{page}`");
    }
}

#[test]
fn docs_links_to_the_page_of_a_folder_are_led_to_its_index_in_the_book() {
    let book = read(&root().join("book.toml"));
    for page in pages().iter().filter(|page| page.ends_with("README.md")) {
        let redirect = format!("\"/{}\" = \"index.html\"", page.replace(".md", ".html"));
        assert!(book.contains(&redirect), "book.toml lacks {redirect}");
    }
}

#[test]
fn docs_links_of_the_book_stay_in_the_book() {
    for page in pages() {
        let depth = page.matches('/').count();
        for part in read(&docs().join(&page)).split("](").skip(1) {
            let leaves = part.starts_with(&"../".repeat(depth + 1));
            let target = part.split(')').next().unwrap_or("");
            assert!(!leaves, "docs/{page}: the book does not hold `{target}`");
        }
    }
}
