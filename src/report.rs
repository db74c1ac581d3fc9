//! Results as text, Markdown, CSV and JSON: the one place where quantities become text.

pub mod breakeven;
pub mod bridge;
pub mod cashflow;
pub mod claims;
pub mod compare;
mod design_changes;
pub mod designs;
#[cfg(feature = "diagnostics")]
pub mod diagnostics;
pub mod explain;
pub mod head;
#[cfg(feature = "charts")]
pub mod pictures;
pub mod resolved;
pub mod rows;
pub mod run;
pub mod sample;
pub mod schema;
pub mod search;
#[cfg(feature = "charts")]
pub mod sensitivity_pictures;
pub mod studies;
#[cfg(feature = "charts")]
pub mod study_pictures;
mod swings;
pub mod table;
pub mod tables;
