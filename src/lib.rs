//! skyrack says whether an orbital data center closes, in power, heat, mass, launch, data and
//! money, and what the same computing costs on the ground.
//!
//! A scenario is a built-in name or a file, with changes as `KEY=VALUE`; an
//! [`EvaluatedScenario`] is a scenario with its evaluation, and a [`Run`] all that `skyrack run`
//! says of it:
//!
//! ```
//! use skyrack::scenario::open;
//! use skyrack::studies::evaluated::EvaluatedScenario;
//! use skyrack::studies::run::run;
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let higher = "orbit.altitude=800 km".to_owned();
//!     let said = run(&EvaluatedScenario::new(open("reference-2026", &[higher])?)?)?;
//!     let ratio = said.shown("ratio.cost").ok_or("no cost in orbit")?;
//!     println!("orbit costs {ratio:.1} times the ground. {}", said.verdict.text);
//!     println!("{}", serde_json::to_string_pretty(&said)?); // the JSON of `skyrack run`
//!     Ok(())
//! }
//! ```
//!
//! A value is read by the path of its metric or input, in the unit of its table ([`shown`]) or in
//! base units ([`value`]). A study that needs no gates, fixes or ledgers reads the evaluated
//! scenario alone. The folder `examples` has a sweep, a chart of one's own and physics
//! without a scenario. Functions that no run calls are listed with their use in docs/validation.md.
//!
//! # Features
//!
//! | feature | what it adds |
//! | --- | --- |
//! | `charts` | `charts` as PNG, and the pictures of [`report`] |
//! | `diagnostics` | `report::diagnostics`: errors of a scenario file that point into it |
//! | `validation` | `validation` against reference tables, and `published` formulas of others |
//! | `parquet` | samples as Parquet |
//! | `cli` | what the program needs; nothing for a library |
//!
//! The defaults are those of the program; a library takes `default-features = false` and what it
//! needs.
//!
//! # Layers
//!
//! Lowest first: [`units`], [`constants`], [`domain`], [`numeric`]; [`physics`]; [`economics`];
//! [`system`]; [`catalog`], [`scenario`]; [`studies`]; `charts`, [`report`]; `published`,
//! `validation`. A module uses lower layers only.
//!
//! [`EvaluatedScenario`]: studies::evaluated::EvaluatedScenario
//! [`Run`]: studies::run::Run
//! [`shown`]: studies::evaluated::EvaluatedScenario::shown
//! [`value`]: studies::evaluated::EvaluatedScenario::value
//! [`system`]: mod@system

#[macro_use]
extern crate uom;

pub mod constants;
pub mod domain;
pub mod numeric;
pub mod provenance;
pub mod units;

pub mod physics;

pub mod economics;

pub mod system;

pub mod catalog;
pub mod scenario;

pub mod studies;

#[cfg(feature = "charts")]
pub mod charts;
pub mod report;

#[cfg(feature = "validation")]
pub mod published;
#[cfg(feature = "validation")]
pub mod validation;
