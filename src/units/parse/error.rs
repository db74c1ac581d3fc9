//! What can be wrong with the text of a quantity, and where.

use std::ops::Range;

use thiserror::Error;

/// A fault in the text of a quantity.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{fault}")]
pub struct UnitError {
    /// Bytes of the text that are at fault.
    pub span: Range<usize>,
    /// Their fault.
    pub fault: UnitFault,
}

/// The fault.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum UnitFault {
    /// Nothing is written.
    #[error("expected a number with its unit, found an empty text")]
    Empty,
    /// It does not begin with a number.
    #[error("expected a number, found `{found}`")]
    NotANumber {
        /// The text found.
        found: String,
    },
    /// Digits are grouped by commas, or a comma is used as the decimal sign.
    #[error("a number has no comma: `{found}`")]
    Comma {
        /// The number as written.
        found: String,
        /// The number read with grouping commas.
        meant: String,
    },
    /// The number, or its product with the unit, cannot be held.
    #[error("`{found}` is beyond what can be computed with")]
    Size {
        /// The text found.
        found: String,
    },
    /// No such unit.
    #[error("unknown unit `{found}`")]
    UnknownUnit {
        /// The word found.
        found: String,
        /// The known unit nearest to it.
        nearest: Option<String>,
    },
    /// A currency stands without its year.
    #[error("money names its price year: `{found}`")]
    MoneyWithoutYear {
        /// The word found.
        found: String,
        /// The whole text with the year filled in.
        meant: String,
    },
    /// A currency has a year that cannot be meant.
    #[error("a price year is between 1950 and 2100, found `{found}`")]
    Year {
        /// The digits found.
        found: String,
    },
    /// Two currencies or two price years in one unit.
    #[error("one unit holds money of two kinds: `{first}` and `{second}`")]
    MixedMoney {
        /// The first money unit.
        first: String,
        /// The other money unit.
        second: String,
    },
    /// A power beyond the range of exponents.
    #[error("the power in `{found}` is out of range")]
    Power {
        /// The text found.
        found: String,
    },
    /// Parentheses nested too deep.
    #[error("parentheses are nested more than {limit} deep")]
    Depth {
        /// How deep they may be.
        limit: usize,
    },
    /// A parenthesis that is not closed.
    #[error("this parenthesis is not closed")]
    Unclosed,
    /// Something that does not belong into a unit.
    #[error("expected a unit, found `{found}`")]
    Unexpected {
        /// The text found.
        found: String,
    },
    /// The unit ends where another is expected.
    #[error("the unit ends too early")]
    Truncated,
    /// Not a calendar day.
    #[error("expected a day such as `2027-01-01`, found `{found}`")]
    Date {
        /// The text found.
        found: String,
    },
    /// A number stands where a quantity with a dimension is wanted.
    #[error("expected {expected} with its unit, found the number `{found}`")]
    MissingUnit {
        /// The dimension wanted, in words.
        expected: String,
        /// The number found.
        found: String,
    },
    /// A quantity of another dimension.
    #[error("expected {expected}, found {found_words}: `{found}`")]
    Dimension {
        /// The dimension wanted, in words.
        expected: String,
        /// The dimension found, in words.
        found_words: String,
        /// The text found.
        found: String,
    },
}
