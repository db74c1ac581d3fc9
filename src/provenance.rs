//! Where a number comes from, and how far to trust it.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// How a number became known, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Counted, metered, flown or tested.
    Measured,
    /// Arithmetic on other rows; the formula stands in the note.
    Derived,
    /// Data sheet or user guide.
    VendorSpec,
    /// Published price or tariff.
    ListPrice,
    /// Model of a third party, press estimate, coefficient from literature.
    AnalystEstimate,
    /// Announced, filed or promised, not shown.
    CompanyTarget,
    /// Engineering judgement without a source.
    Assumption,
}

impl Confidence {
    /// All of them, best first.
    pub const ALL: [Self; 7] = [
        Self::Measured,
        Self::Derived,
        Self::VendorSpec,
        Self::ListPrice,
        Self::AnalystEstimate,
        Self::CompanyTarget,
        Self::Assumption,
    ];

    /// Its word in the catalog.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Derived => "derived",
            Self::VendorSpec => "vendor_spec",
            Self::ListPrice => "list_price",
            Self::AnalystEstimate => "analyst_estimate",
            Self::CompanyTarget => "company_target",
            Self::Assumption => "assumption",
        }
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A word that is no [`Confidence`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown confidence `{0}`")]
pub struct UnknownConfidence(String);

impl FromStr for Confidence {
    type Err = UnknownConfidence;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|confidence| confidence.word() == word);
        known.ok_or_else(|| UnknownConfidence(word.to_owned()))
    }
}

/// A document that a number was read in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Title, and whose it is.
    pub title: String,
    /// Address, if it has one.
    pub url: String,
    /// Day, month or year of it, as precise as known.
    pub date: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_back() {
        for confidence in Confidence::ALL {
            assert_eq!(confidence.to_string().parse(), Ok(confidence));
        }
        assert_eq!(
            "rumor".parse::<Confidence>().unwrap_err().to_string(),
            "unknown confidence `rumor`"
        );
    }

    #[test]
    fn measured_is_trusted_before_assumed() {
        assert!(Confidence::Measured < Confidence::Assumption);
    }
}
