//! Results as text, Markdown, CSV and JSON: the one place where quantities become text.

pub mod head;
#[cfg(feature = "charts")]
pub mod pictures;
pub mod run;
pub mod table;
