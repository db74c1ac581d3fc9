//! Scenario files: TOML with units becomes a case, with the origin of every value.
//!
//! [`open`] reads a file or a scenario of the program with everything that it is based on, and
//! gives one [`Resolved`] value per input, or all faults at once as [`ScenarioErrors`]. The rules
//! are in `docs/scenario-files.md`. The file system is touched in [`source`] only.

mod chain;
pub mod comparison;
pub mod condition;
mod correlation;
mod decided;
pub mod error;
mod lacking;
mod prices;
pub mod quantity;
mod read;
mod reference;
mod resolve;
mod set;
mod setting;
pub mod source;
mod spot;
mod spread;
mod stated_soot;
mod syntax;
pub mod tables;
mod value;
mod write;

use crate::provenance::Confidence;
use crate::system::inputs::Case;
use crate::system::pins::PINS;

pub use error::{Fault, Patch, ScenarioError, ScenarioErrors, SourcePlace, SourceText};
pub use source::{Disk, EMBEDDED, Files};
pub use tables::{Key, Tables};
pub use write::write;

/// Price year of a scenario that states none.
pub const PRICE_YEAR: u16 = 2026;

/// Shape of a distribution between low and high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Low, value and high are the 5 %, 50 % and 95 % points of one smooth distribution: what is
    /// taken where no shape is stated.
    Triplet,
    /// From low to high, most often the value.
    Triangular,
    /// Anywhere from low to high.
    Uniform,
    /// Low and high are the 5 % and 95 % points.
    Normal,
    /// Low and high are the 5 % and 95 % points; never below zero.
    Lognormal,
    /// From low to high, most often the value, with thinner ends than a triangle.
    Pert,
}

impl Shape {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Triplet, Self::Triangular, Self::Uniform, Self::Normal, Self::Lognormal, Self::Pert];

    /// Its word in scenario files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Triplet => "triplet",
            Self::Triangular => "triangular",
            Self::Uniform => "uniform",
            Self::Normal => "normal",
            Self::Lognormal => "lognormal",
            Self::Pert => "pert",
        }
    }
}

/// A value in base units with what is known of its spread and source.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// The value in base units: position of a choice, seconds since J2000.0 of a day.
    pub value: f64,
    /// Low and high in base units.
    pub spread: Option<(f64, f64)>,
    /// Shape between them, if the scenario states one; the spread of a catalog row has none.
    pub shape: Option<Shape>,
    /// Where it was read.
    pub source: Option<String>,
    /// Day, month or year of that.
    pub date: Option<String>,
    /// Whether the rules of design decide it; the value is then the default.
    pub is_auto: bool,
    /// Whether it is a rate in prices of the day.
    pub is_nominal: bool,
}

impl Amount {
    /// A value without spread or source.
    pub const fn certain(value: f64) -> Self {
        Self {
            value,
            spread: None,
            shape: None,
            source: None,
            date: None,
            is_auto: false,
            is_nominal: false,
        }
    }
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The default of the input: a catalog row.
    Default {
        /// `kind.id.quantity`.
        address: String,
    },
    /// A reference such as `launch.vehicle = "falcon9"`.
    Catalog {
        /// The reference as written.
        reference: String,
        /// `kind.id.quantity`, or two of them with ` / ` between.
        address: String,
    },
    /// A line of a scenario file.
    File {
        /// Name of the file or of the scenario in the program.
        name: String,
        /// The line, from one.
        line: usize,
    },
    /// A `--set` on the command line.
    Set,
    /// Another input, from which it is made: the two prices of a launch go together.
    Follows {
        /// Path of that input.
        path: &'static str,
    },
}

/// One input with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// The input.
    pub key: Key,
    /// Its value.
    pub amount: Amount,
    /// Where it comes from.
    pub origin: Origin,
    /// The value as written, in a file or in the catalog.
    pub written: String,
    /// How far to trust it, if a catalog row says so.
    pub confidence: Option<Confidence>,
}

/// A derived quantity that the scenario fixes.
#[derive(Debug, Clone, PartialEq)]
pub struct Pinned {
    /// The metric.
    pub key: Key,
    /// The value.
    pub amount: Amount,
    /// Where it comes from.
    pub origin: Origin,
    /// The value as written.
    pub written: String,
}

/// A claim that a scenario file states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedClaim {
    /// The claim, in words.
    pub name: String,
    /// The condition under which it holds, such as `ratio.cost < 1`.
    pub condition: String,
    /// Where the condition stands.
    pub place: SourcePlace,
}

impl StatedClaim {
    /// A fault in these bytes of the condition, as a message that points there.
    pub fn fault(&self, span: std::ops::Range<usize>, why: &str, help: &str) -> ScenarioError {
        let quoted = self.place.text.content.get(self.place.span.clone()).unwrap_or("");
        let start = self.place.span.start + quoted.find(&self.condition).unwrap_or(0);
        let span = start + span.start..start + span.end;
        let place = SourcePlace { text: self.place.text.clone(), span };
        let fault = Fault::Claim { name: self.name.clone(), why: why.to_owned() };
        ScenarioError::new(fault, Some(place)).help(help)
    }
}

/// A rank correlation between two inputs that a scenario states.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// Paths of the inputs.
    pub pair: (&'static str, &'static str),
    /// Spearman's rank correlation.
    pub rank: f64,
}

/// Something that a reader of the result should know.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Remark {
    /// A short word for the kind of remark.
    pub code: &'static str,
    /// Path that it is about.
    pub path: String,
    /// The remark.
    pub text: String,
}

/// A scenario with everything filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Its title, or the name of its file.
    pub title: String,
    /// The file, or the name in the program.
    pub file: String,
    /// SHA-256 of [`write()`].
    pub digest: String,
    /// Changes of `--set`, sorted.
    pub set: Vec<String>,
    /// Year of every money output.
    pub price_year: u16,
    /// One value per input, in the order of the table.
    pub inputs: Vec<Resolved>,
    /// Pins, in the order of their table.
    pub pins: Vec<Pinned>,
    /// Inputs that a fix may change.
    pub free: Vec<&'static str>,
    /// How uncertain inputs go together.
    pub correlations: Vec<Correlation>,
    /// Claims of the file that was asked for; they change no result.
    pub claims: Vec<StatedClaim>,
    /// Remarks on the reading.
    pub notes: Vec<Remark>,
}

impl Scenario {
    /// The value of an input.
    pub fn input(&self, path: &str) -> Option<&Resolved> {
        self.inputs.iter().find(|resolved| resolved.key.path == path)
    }

    /// The case of the stated values.
    pub fn nominal(&self) -> Case {
        let mut at = 0;
        let mut case = Case::from_values(|input| {
            let next = self.inputs.get(at).filter(|resolved| resolved.key.path == input.path);
            at += 1;
            let resolved = next.or_else(|| self.input(input.path));
            resolved.map_or(input.low, |resolved| resolved.amount.value)
        });
        for pin in PINS {
            let value = self.pins.iter().find(|pinned| pinned.key.path == pin.path);
            (pin.set)(&mut case.pins, value.map(|pinned| pinned.amount.value));
        }
        for resolved in self.inputs.iter().filter(|resolved| resolved.amount.is_auto) {
            if let Some(decision) = resolved.key.decision {
                case.open.open(decision);
            }
        }
        for resolved in self.inputs.iter().filter(|resolved| resolved.amount.is_nominal) {
            case.nominal.mark(resolved.key.path);
        }
        case
    }
}

/// Reads a file, or a scenario of the program, with the overrides of `set` on top.
///
/// # Errors
/// All faults of the scenario, of what it is based on, and of the overrides.
pub fn open(scenario: &str, set: &[String]) -> Result<Scenario, ScenarioErrors> {
    load(scenario, set, &Disk, &Tables::builtin())
}

/// As [`open`], with other files and tables.
///
/// # Errors
/// All faults of the scenario, of what it is based on, and of the overrides.
pub fn load(
    scenario: &str,
    set: &[String],
    files: &dyn Files,
    tables: &Tables<'_>,
) -> Result<Scenario, ScenarioErrors> {
    let mut errors = Vec::new();
    let mut chain = chain::read(scenario, files, tables, &mut errors);
    let mut overrides = Vec::new();
    for argument in set {
        match set::read(argument, tables) {
            Ok(one) => overrides.push(one),
            Err(error) => errors.push(*error),
        }
    }
    // A key beside a catalog reference wins, and a launch site beside its vehicle, whatever the
    // order of the arguments.
    overrides.sort_by_key(|(_, document)| {
        document.references.first().map_or(usize::MAX, |entry| tables.catalog.place(&entry.path))
    });
    for (text, document) in overrides {
        chain.push(text, document);
    }
    let resolved = resolve::resolve(&chain, tables, &mut errors);
    match resolved {
        Some(resolved) if errors.is_empty() => {
            let mut set = set.to_vec();
            set.sort();
            Ok(Scenario { set, ..resolved })
        }
        _ => Err(ScenarioErrors::sorted(errors, &chain.order())),
    }
}

#[cfg(test)]
mod tests;
