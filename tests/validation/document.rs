//! The pages of the documents are fresh.

use super::{EMBEDDED, wrap};
use skyrack::validation::document;
use skyrack::validation::flown::flown_document;

#[track_caller]
#[expect(clippy::disallowed_methods, reason = "the test reads and rewrites the project's own page")]
fn is_fresh(name: &str, page: &str) {
    let path = format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"));
    let page = wrap::wrapped(page);
    if std::env::var("UPDATE_EXPECT").is_ok() {
        assert!(std::fs::write(&path, &page).is_ok(), "{path} cannot be written");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "docs/{name} is old: UPDATE_EXPECT=1 cargo test --test validation");
}

#[test]
fn val_document_is_fresh() {
    is_fresh("validation.md", &document(&EMBEDDED));
}

#[test]
fn val_page_of_flown_hardware_is_fresh() {
    is_fresh("flown-hardware.md", &flown_document(&EMBEDDED));
}
