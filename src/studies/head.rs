//! Head of every result: version, scenario, digests, price year.

use crate::catalog::Catalog;
use crate::scenario::Scenario;
use serde::Serialize;

/// Number of the scenario and JSON contract.
pub const SCHEMA: u32 = 1;

/// The program that made a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ProgramVersion {
    /// Version of the program.
    pub skyrack: &'static str,
    /// Number of the contract.
    pub schema: u32,
}

impl Default for ProgramVersion {
    fn default() -> Self {
        Self { skyrack: env!("CARGO_PKG_VERSION"), schema: SCHEMA }
    }
}

/// Which scenario a result is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScenarioName {
    /// Its title.
    pub title: String,
    /// The file, or the name in the program.
    pub file: String,
    /// Changes on top of it.
    pub set: Vec<String>,
    /// Digest of its canonical text.
    pub digest: String,
}

impl ScenarioName {
    /// The name of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            title: scenario.title.clone(),
            file: scenario.file.clone(),
            set: scenario.set.clone(),
            digest: scenario.digest.clone(),
        }
    }
}

/// The head of a result about one scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The program.
    #[serde(flatten)]
    pub program: ProgramVersion,
    /// The scenario.
    pub scenario: ScenarioName,
    /// Digest of the catalog.
    pub catalog_digest: &'static str,
    /// Year of every money output.
    pub price_year: u16,
}

impl Head {
    /// The head of results about a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            program: ProgramVersion::default(),
            scenario: ScenarioName::of(scenario),
            catalog_digest: Catalog::builtin().digest(),
            price_year: scenario.price_year,
        }
    }
}
