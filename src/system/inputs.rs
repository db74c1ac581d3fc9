//! The table of inputs: one line makes the field of [`Case`], the key in scenario files, its unit, range, default
//! and sentence, and the getter and setter that studies use.

use super::value::Kind;
use crate::units::Exponents;

/// One input, as text sees it.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    /// Key in scenario files, such as `orbit.altitude`.
    pub path: &'static str,
    /// What text it is written as.
    pub kind: Kind,
    /// Its dimension.
    pub exponents: Exponents,
    /// Unit that it is shown in; money without its year.
    pub unit: &'static str,
    /// Lowest value allowed, in `unit`.
    pub low: f64,
    /// Highest value allowed, in `unit`.
    pub high: f64,
    /// Where the default comes from: `kind.id.quantity` of a catalog row.
    pub default: &'static str,
    /// What it is, in a sentence.
    pub meaning: &'static str,
    /// Whether a fix may change it unless the scenario says otherwise.
    pub free: bool,
    /// Reads it from a case, in base units.
    pub get: fn(&Case) -> f64,
    /// Sets it in a case, in base units.
    pub set: fn(&mut Case, f64),
}

/// The values of one case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Case {}
