//! Formulas that belong to one author alone, as their publications state them.
//!
//! They are not part of the model and nothing in it calls them. They stand here so that a published
//! number can be traced to the author's own arithmetic, shortcuts included; the model's number is
//! compared beside it.

pub mod dirty_bits;
pub mod forethought;
pub mod mccalip;
pub mod nanjangud;
pub mod otps;
pub mod ratios;
pub mod research_viewer;
pub mod semianalysis;
pub mod starcloud;
pub mod suncatcher;
pub mod turyshev;
