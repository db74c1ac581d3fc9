//! Results as text, Markdown, CSV and JSON: the one place where quantities become text.

pub mod head;
pub mod run;
pub mod table;
