//! Invariants of the code that the compiler does not see: layers, sizes, names, citations,
//! licenses, traces.
#![allow(clippy::unwrap_used, reason = "a test that cannot read the project fails")]

#[path = "tidy/code.rs"]
mod code;
#[path = "tidy/layers.rs"]
mod layers;
#[path = "tidy/models.rs"]
mod models;
#[path = "tidy/packages.rs"]
mod packages;
#[path = "tidy/project.rs"]
mod project;
#[path = "tidy/shape.rs"]
mod shape;
#[path = "tidy/tests_check.rs"]
mod tests_check;
