//! Sourced parameters: records embedded in the program, and lookup by address.
//!
//! A row says one quantity of one thing, with low, nominal and high value, price year, source,
//! date, confidence and note. Its address is `kind.id.quantity`, such as
//! `launch_vehicles.falcon9.price_per_launch`; the kind is the name of the file. [`prices`]
//! converts money between years, [`groups`] says what a reference such as `launch.vehicle =
//! "falcon9"` fills.

pub mod groups;
pub mod prices;
mod read;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::provenance::{Confidence, Source};
use crate::units::parse::{MoneyBasis, Unit};
use crate::units::{Exponents, Sort};

pub use groups::{Filling, ReferenceGroup};
pub use prices::{PriceError, PriceIndex};
pub use read::CatalogError;

/// The embedded files of rows: kind and text.
pub const FILES: [(&str, &str); 8] = [
    ("compute", include_str!("catalog/data/compute.csv")),
    ("environment", include_str!("catalog/data/environment.csv")),
    ("finance", include_str!("catalog/data/finance.csv")),
    ("launch_vehicles", include_str!("catalog/data/launch_vehicles.csv")),
    ("model", include_str!("catalog/data/model.csv")),
    ("platforms", include_str!("catalog/data/platforms.csv")),
    ("regions", include_str!("catalog/data/regions.csv")),
    ("subsystems", include_str!("catalog/data/subsystems.csv")),
];
const PRICE_INDEX: &str = include_str!("catalog/data/price_index.csv");
const GROUPS: &str = include_str!("catalog/data/groups.csv");

/// Value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Stated {
    /// A number with its spread, in the unit of the row.
    Number {
        /// Lowest of the sources or of judgement.
        low: f64,
        /// The value taken.
        nominal: f64,
        /// Highest of the sources or of judgement.
        high: f64,
        /// The unit, parsed.
        unit: Unit,
    },
    /// Words: a choice, a day, a remark.
    Text(String),
}

/// One sourced parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Name of the file, such as `launch_vehicles`.
    pub kind: &'static str,
    /// Subject, such as `falcon9`.
    pub id: String,
    /// That in words.
    pub name: String,
    /// Which quantity of it.
    pub quantity: String,
    /// Unit as written; money without its year.
    pub unit: String,
    /// Value and spread.
    pub stated: Stated,
    /// Year of the money.
    pub currency_year: Option<u16>,
    /// Where it was read.
    pub source: Source,
    /// How it became known.
    pub confidence: Confidence,
    /// Page, formula, or what else to know.
    pub note: String,
    /// Whether it is a rate in prices of the day.
    pub is_nominal: bool,
}

/// A value with its spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Lowest.
    pub low: f64,
    /// The value taken.
    pub nominal: f64,
    /// Highest.
    pub high: f64,
}

impl Row {
    /// `kind.id.quantity`.
    pub fn address(&self) -> String {
        format!("{}.{}.{}", self.kind, self.id, self.quantity)
    }

    /// Its dimension; none for words.
    pub fn exponents(&self) -> Option<Exponents> {
        match &self.stated {
            Stated::Number { unit, .. } => Some(unit.exponents()),
            Stated::Text(_) => None,
        }
    }

    /// Whether it holds such a quantity.
    pub fn measures(&self, exponents: &Exponents, sort: Sort) -> bool {
        match &self.stated {
            Stated::Number { unit, .. } => unit.measures(exponents, sort),
            Stated::Text(_) => false,
        }
    }

    /// Its words, if it holds words.
    pub fn text(&self) -> Option<&str> {
        match &self.stated {
            Stated::Number { .. } => None,
            Stated::Text(text) => Some(text),
        }
    }

    /// Currency and year of its money, if it holds money.
    pub fn price_basis(&self) -> Option<MoneyBasis> {
        match &self.stated {
            Stated::Number { unit, .. } => {
                let money = unit.money?;
                Some(MoneyBasis { year: money.year.or(self.currency_year), ..money })
            }
            Stated::Text(_) => None,
        }
    }
}

/// Why an address gives no value.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LookupError {
    /// No row there.
    #[error("the catalog has no row `{address}`")]
    NoRow {
        /// The address.
        address: String,
    },
    /// A row of words where a number is wanted.
    #[error("the catalog row `{address}` holds words, not a number")]
    Words {
        /// The address.
        address: String,
    },
    /// Its money cannot be converted.
    #[error("the catalog row `{address}`: {error}")]
    Price {
        /// The address.
        address: String,
        /// Why.
        error: PriceError,
    },
}

/// The rows, the price index and the groups.
#[derive(Debug)]
pub struct Catalog {
    rows: Vec<Row>,
    by_address: BTreeMap<String, usize>,
    prices: PriceIndex,
    groups: Vec<ReferenceGroup>,
    digest: String,
}

impl Catalog {
    /// The catalog embedded in the program.
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Catalog> = OnceLock::new();
        BUILTIN.get_or_init(|| Self::from_text(&FILES, PRICE_INDEX, GROUPS).0)
    }

    /// Reads the files of rows, the price index and the groups. What cannot be read is left out and
    /// listed.
    pub fn from_text(
        files: &[(&'static str, &str)],
        price_index: &str,
        groups: &str,
    ) -> (Self, Vec<CatalogError>) {
        let mut errors = Vec::new();
        let mut rows = Vec::new();
        for (kind, text) in files {
            read::rows(kind, text, &mut rows, &mut errors);
        }
        let by_address: BTreeMap<String, usize> =
            rows.iter().enumerate().map(|(at, row)| (row.address(), at)).collect();
        let rate = by_address.get("finance.fx_eur.rate").and_then(|&at| rows.get(at));
        let prices = read::price_index(price_index, rate, &mut errors);
        let digest = digest(files, price_index, groups);
        let groups = read::groups(groups, &mut errors);
        (Self { rows, by_address, prices, groups, digest }, errors)
    }

    /// All rows, file by file.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row at `kind.id.quantity`.
    pub fn row(&self, address: &str) -> Option<&Row> {
        self.by_address.get(address).and_then(|&at| self.rows.get(at))
    }

    /// The names of the files.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        let mut kinds: Vec<&'static str> = self.rows.iter().map(|row| row.kind).collect();
        kinds.dedup();
        kinds.into_iter()
    }

    /// The ids of a kind with their names, in the order of the file, each once.
    pub fn ids<'c>(&'c self, kind: &str) -> Vec<(&'c str, &'c str)> {
        let mut ids: Vec<(&str, &str)> = Vec::new();
        for row in self.rows.iter().filter(|row| row.kind == kind) {
            if !ids.iter().any(|(id, _)| *id == row.id) {
                ids.push((&row.id, &row.name));
            }
        }
        ids
    }

    /// The rows of one id.
    pub fn entry<'c>(&'c self, kind: &'c str, id: &'c str) -> impl Iterator<Item = &'c Row> {
        self.rows.iter().filter(move |row| row.kind == kind && row.id == id)
    }

    /// The price index.
    pub fn prices(&self) -> &PriceIndex {
        &self.prices
    }

    /// Inputs that references fill.
    pub fn groups(&self) -> &[ReferenceGroup] {
        &self.groups
    }

    /// The group of a key such as `launch.vehicle`.
    pub fn group(&self, key: &str) -> Option<&ReferenceGroup> {
        self.groups.iter().find(|group| group.key == key)
    }

    /// Place of a group in the table; beyond the last where there is none.
    pub fn place(&self, key: &str) -> usize {
        let place = self.groups.iter().position(|group| group.key == key);
        place.unwrap_or(self.groups.len())
    }

    /// SHA-256 over the embedded bytes, `sha256:` and 64 digits.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Value and spread of a row in base units, money in dollars of `price_year`.
    ///
    /// # Errors
    /// [`LookupError`] if there is no such row, it holds words, or its money has no index.
    pub fn value(&self, address: &str, price_year: u16) -> Result<Spread, LookupError> {
        let row =
            self.row(address).ok_or_else(|| LookupError::NoRow { address: address.to_owned() })?;
        let Stated::Number { low, nominal, high, unit } = &row.stated else {
            return Err(LookupError::Words { address: address.to_owned() });
        };
        let factor = match row.price_basis() {
            Some(basis) => self.prices.factor(basis, price_year, unit.exponents()[8]),
            None => Ok(1.0),
        };
        let factor =
            factor.map_err(|error| LookupError::Price { address: address.to_owned(), error })?;
        let convert = |value: f64| unit.to_base(value) * factor;
        Ok(Spread { low: convert(*low), nominal: convert(*nominal), high: convert(*high) })
    }
}

fn digest(files: &[(&'static str, &str)], price_index: &str, groups: &str) -> String {
    let mut hasher = Sha256::new();
    for (_, text) in files {
        hasher.update(text.as_bytes());
    }
    hasher.update(price_index.as_bytes());
    hasher.update(groups.as_bytes());
    hex_digest(&hasher.finalize())
}

/// `sha256:` and the digits.
pub(crate) fn hex_digest(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::from("sha256:");
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests;
