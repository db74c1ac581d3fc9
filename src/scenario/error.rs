//! What can be wrong with a scenario, where, and what to type instead.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use thiserror::Error;

use crate::catalog::{LookupError, PriceError};
use crate::units::parse::{UnitError, UnitFault};

/// A text that was read: a file, a scenario of the program, or an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// How it is called in messages.
    pub name: String,
    /// Its text.
    pub content: String,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourcePlace {
    /// The text.
    pub text: Arc<SourceText>,
    /// Bytes of the piece.
    pub span: Range<usize>,
}

impl SourcePlace {
    /// Line, from one.
    pub fn line(&self) -> usize {
        1 + self.before().matches('\n').count()
    }

    /// Column in characters, from one.
    pub fn column(&self) -> usize {
        let before = self.before();
        let line = before.rfind('\n').map_or(before, |at| &before[at + 1..]);
        1 + line.chars().count()
    }

    fn before(&self) -> &str {
        let content = &self.text.content;
        let mut end = self.span.start.min(content.len());
        while !content.is_char_boundary(end) {
            end -= 1;
        }
        &content[..end]
    }
}

/// A change of the text that mends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    /// Bytes to replace.
    pub span: Range<usize>,
    /// Replacement.
    pub replacement: String,
}

/// One fault of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{fault}")]
pub struct ScenarioError {
    /// The fault.
    pub fault: Fault,
    /// Where; nothing if no text was found.
    pub place: Option<SourcePlace>,
    /// The key it belongs to.
    pub key: Option<String>,
    /// A few words beside the piece.
    pub label: String,
    /// Further notes.
    pub notes: Vec<String>,
    /// Help, in a sentence; a line that can be typed where possible.
    pub help: Option<String>,
    /// The same as a change of the text.
    pub patch: Option<Patch>,
}

impl ScenarioError {
    /// A fault without more to say.
    pub fn new(fault: Fault, place: Option<SourcePlace>) -> Self {
        Self {
            fault,
            place,
            key: None,
            label: String::new(),
            notes: Vec::new(),
            help: None,
            patch: None,
        }
    }

    pub(super) fn key(mut self, key: &str) -> Self {
        self.key = Some(key.to_owned());
        self
    }

    pub(super) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    pub(super) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(super) fn patch(mut self, span: Range<usize>, replacement: impl Into<String>) -> Self {
        self.patch = Some(Patch { span, replacement: replacement.into() });
        self
    }
}

/// Paths in words.
fn quoted(paths: &[&str]) -> String {
    let paths: Vec<String> = paths.iter().map(|path| format!("`{path}`")).collect();
    match paths.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => paths.concat(),
    }
}

/// The fault.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Fault {
    /// No such file and no such scenario in the program.
    #[error("no scenario `{name}`")]
    NoScenario {
        /// The name asked for.
        name: String,
    },
    /// The file is there and cannot be read.
    #[error("cannot read `{name}`: {reason}")]
    Unreadable {
        /// The file.
        name: String,
        /// Message of the system.
        reason: String,
    },
    /// Bytes that are no UTF-8 text.
    #[error("the file is not UTF-8 text")]
    NotUtf8,
    /// Not TOML.
    #[error("this is not TOML: {message}")]
    Toml {
        /// Message of the parser.
        message: String,
    },
    /// A key or table stands twice.
    #[error("`{key}` stands twice")]
    Duplicate {
        /// The key.
        key: String,
    },
    /// A value without quotes around it.
    #[error("a value that is no plain number stands in quotes: `{value}`")]
    Unquoted {
        /// The value.
        value: String,
    },
    /// Nothing is stated.
    #[error("the scenario states nothing")]
    Empty,
    /// A claim that cannot be judged.
    #[error("the claim \"{name}\" cannot be judged: {why}")]
    Claim {
        /// The claim, in words.
        name: String,
        /// The fault.
        why: String,
    },
    /// A key that nothing is known of.
    #[error("unknown key `{key}`")]
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A table that nothing is known of.
    #[error("unknown table `{table}`")]
    UnknownTable {
        /// The table.
        table: String,
    },
    /// A key of something that the model computes.
    #[error("`{key}` is computed by the model, not an input")]
    Computed {
        /// The key.
        key: String,
    },
    /// An entry of the catalog without a value that the case needs.
    #[error("the catalog has no {} for `{key} = \"{id}\"`", quoted(paths))]
    Lacks {
        /// The key of the reference.
        key: String,
        /// The entry.
        id: String,
        /// Inputs that it lacks.
        paths: Vec<&'static str>,
    },
    /// Two prices of the same launch.
    #[error("`launch.flight_price` and `launch.price` both state the price of a launch")]
    BothPrices,
    /// A fault in the text of a quantity.
    #[error("{0}")]
    Unit(UnitFault),
    /// A value of the wrong type of TOML.
    #[error("`{key}` is {wanted}, found {found}")]
    Type {
        /// The key.
        key: String,
        /// The type wanted, with its article.
        wanted: String,
        /// The type found, with its article.
        found: &'static str,
    },
    /// A value outside its range.
    #[error("`{key}` is {value}, outside {low} to {high}")]
    Range {
        /// The key.
        key: String,
        /// The value with its unit.
        value: String,
        /// The lowest allowed.
        low: String,
        /// The highest allowed.
        high: String,
    },
    /// A part of a thing that is counted.
    #[error("`{key}` is a whole number, and {value} is none")]
    Whole {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
    },
    /// A word that is no choice of the key.
    #[error("`{found}` is no choice of `{key}`")]
    Choice {
        /// The key.
        key: String,
        /// The word found.
        found: String,
    },
    /// Low, value and high are not in order.
    #[error("`{key}` has low {low}, value {value}, high {high}, which are not in order")]
    Order {
        /// The key.
        key: String,
        /// The low value.
        low: String,
        /// The value.
        value: String,
        /// The high value.
        high: String,
    },
    /// A spread that is not whole.
    #[error("`{key}`: {reason}")]
    Spread {
        /// The key.
        key: String,
        /// The part that is missing or does not fit.
        reason: String,
    },
    /// No such entry in the catalog.
    #[error("the catalog has no `{id}` for `{key}`")]
    Reference {
        /// The key.
        key: String,
        /// The id asked for.
        id: String,
    },
    /// A catalog row does not give a usable value.
    #[error("`{key}`: {error}")]
    Lookup {
        /// The key.
        key: String,
        /// Why.
        error: LookupError,
    },
    /// Money that cannot be converted.
    #[error("{0}")]
    Price(PriceError),
    /// A key of `[pin]` that cannot be pinned.
    #[error("`{path}` cannot be pinned")]
    Pin {
        /// The path.
        path: String,
    },
    /// An entry of `free` that is no input.
    #[error("`{path}` in `free` is no input")]
    Free {
        /// The path.
        path: String,
    },
    /// A `schema` number that this program does not know.
    #[error("schema {found} is not known, only 1")]
    Schema {
        /// The number found.
        found: String,
    },
    /// A `price_year` that cannot be.
    #[error("`price_year` is a year such as `2026`, found {found}")]
    PriceYear {
        /// The text found.
        found: String,
    },
    /// The parent is not found.
    #[error("`based_on` names no scenario: `{name}`")]
    NoParent {
        /// The name.
        name: String,
    },
    /// A scenario is based on itself.
    #[error("scenarios are based on each other in a circle")]
    Cycle,
    /// A `--set` without `=` or key.
    #[error("`--set` takes PATH=VALUE, found `{found}`")]
    Set {
        /// The argument.
        found: String,
    },
    /// A key that only a file may hold.
    #[error("`{key}` stands in a scenario file, not in `--set`")]
    NotSettable {
        /// The key.
        key: String,
    },
}

impl Fault {
    /// A short word for the rule that is broken.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoScenario { .. } | Self::Unreadable { .. } => "file",
            Self::NotUtf8 => "encoding",
            Self::Toml { .. } => "toml",
            Self::Duplicate { .. } => "duplicate-key",
            Self::Unquoted { .. } => "quotes",
            Self::Empty => "empty",
            Self::Claim { .. } => "claim",
            Self::UnknownKey { .. } => "unknown-key",
            Self::UnknownTable { .. } => "unknown-table",
            Self::Computed { .. } => "computed",
            Self::Unit(fault) => unit_code(fault),
            Self::Type { .. } => "type",
            Self::Range { .. } | Self::Whole { .. } => "range",
            Self::Choice { .. } => "choice",
            Self::Order { .. } | Self::Spread { .. } => "spread",
            Self::Reference { .. } | Self::Lookup { .. } | Self::Lacks { .. } => "catalog",
            Self::BothPrices => "prices",
            Self::Price(_) | Self::PriceYear { .. } => "price-year",
            Self::Pin { .. } => "pin",
            Self::Free { .. } => "free",
            Self::Schema { .. } => "schema",
            Self::NoParent { .. } => "based-on",
            Self::Cycle => "cycle",
            Self::Set { .. } | Self::NotSettable { .. } => "set",
        }
    }
}

const fn unit_code(fault: &UnitFault) -> &'static str {
    match fault {
        UnitFault::MissingUnit { .. } => "unit-missing",
        UnitFault::Dimension { .. } => "dimension",
        UnitFault::MoneyWithoutYear { .. } => "money-year",
        UnitFault::Date { .. } => "date",
        UnitFault::Empty
        | UnitFault::NotANumber { .. }
        | UnitFault::Comma { .. }
        | UnitFault::Size { .. } => "number",
        _ => "unit",
    }
}

impl From<UnitError> for Fault {
    fn from(error: UnitError) -> Self {
        Self::Unit(error.fault)
    }
}

/// All faults of a scenario and its parents, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioErrors(pub Vec<ScenarioError>);

impl ScenarioErrors {
    /// Sorted by text and position, each fault of a place once.
    pub(super) fn sorted(mut errors: Vec<ScenarioError>, order: &[Arc<SourceText>]) -> Self {
        let rank = |error: &ScenarioError| {
            error.place.as_ref().map_or((0, 0), |place| {
                let text = order.iter().position(|text| Arc::ptr_eq(text, &place.text));
                (1 + text.unwrap_or(order.len()), place.span.start)
            })
        };
        errors.sort_by_key(rank);
        errors.dedup();
        Self(errors)
    }
}

impl fmt::Display for ScenarioErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, error) in self.0.iter().enumerate() {
            if at > 0 {
                writeln!(f)?;
            }
            if let Some(place) = &error.place {
                write!(f, "{}:{}:{}: ", place.text.name, place.line(), place.column())?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ScenarioErrors {}
