//! The page of the documents is fresh.

use super::{EMBEDDED, wrap};
use skyrack::validation::document;

#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads and rewrites the project's own page")]
fn val_document_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/validation.md");
    let page = wrap::wrapped(&document(&EMBEDDED));
    if std::env::var("UPDATE_EXPECT").is_ok() {
        std::fs::write(path, &page).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == page,
        "docs/validation.md is old: UPDATE_EXPECT=1 cargo test --test validation"
    );
}
