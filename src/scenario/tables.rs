//! What a scenario file may say: the inputs, the pins and the catalog references, as its reader
//! sees them.

use crate::catalog::Catalog;
use crate::system::decisions::Decision;
use crate::system::inputs::INPUTS;
use crate::system::metrics::METRICS;
use crate::system::pins::PINS;
use crate::system::value::Form;
use crate::units::format::{format_digits, with_price_year};
use crate::units::parse::{format_date, parse_unit};
use crate::units::{Exponents, Sort};

/// One key that takes a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Key {
    /// Path, such as `orbit.altitude`.
    pub path: &'static str,
    /// Form of its text.
    pub form: Form,
    /// Its dimension.
    pub exponents: Exponents,
    /// Sort among quantities of its dimension.
    pub sort: Sort,
    /// Unit that it is shown in; money without its year.
    pub unit: &'static str,
    /// Lowest value allowed, in `unit`; days since J2000.0 of a date.
    pub low: f64,
    /// Highest value allowed, in the same.
    pub high: f64,
    /// Address of the default; empty for a pin.
    pub default: &'static str,
    /// Meaning, in a sentence.
    pub meaning: &'static str,
    /// Whether it is a number of things of which there are no parts.
    pub is_whole: bool,
    /// Whether a fix may change it unless the scenario says otherwise.
    pub free: bool,
    /// The decision that `"auto"` leaves open.
    pub decision: Option<Decision>,
}

const DAY_SECONDS: f64 = 86_400.0;
/// Digits of a value in a message.
const SHOWN_DIGITS: usize = 6;

impl Key {
    /// The range allowed, in base units.
    pub fn range(&self) -> (f64, f64) {
        match self.form {
            Form::Quantity => match parse_unit(self.unit) {
                Ok(unit) => (unit.to_base(self.low), unit.to_base(self.high)),
                Err(_) => (self.low, self.high),
            },
            Form::Date => (self.low * DAY_SECONDS, self.high * DAY_SECONDS),
            Form::Choice(_) => (self.low, self.high),
        }
    }

    /// A value in base units as text that a reader understands, to six digits.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small position")]
    pub fn text(&self, base: f64, price_year: u16) -> String {
        match self.form {
            Form::Quantity => format_digits(base, self.unit, price_year, SHOWN_DIGITS),
            Form::Date => format_date(base),
            Form::Choice(names) => {
                let at = base.max(0.0) as usize;
                names.get(at).or(names.last()).map_or_else(String::new, |name| (*name).to_owned())
            }
        }
    }

    /// The unit with the price year after money; empty without unit.
    pub fn shown_unit(&self, price_year: u16) -> String {
        if self.unit == "1" { String::new() } else { with_price_year(self.unit, price_year) }
    }

    /// First part of the path.
    pub fn table(&self) -> &'static str {
        self.path.split_once('.').map_or("", |(table, _)| table)
    }
}

/// The tables that scenario files are read against.
#[derive(Debug)]
pub struct Tables<'c> {
    /// The inputs, in the order of the documents.
    pub inputs: Vec<Key>,
    /// Metrics that can be pinned.
    pub pins: Vec<Key>,
    /// Paths that the model computes.
    pub computed: Vec<&'static str>,
    /// Defaults, references, prices.
    pub catalog: &'c Catalog,
}

impl Tables<'static> {
    /// The tables of the model with the embedded catalog.
    pub fn builtin() -> Self {
        let inputs = INPUTS.iter().map(|input| Key {
            path: input.path,
            form: input.form,
            exponents: input.exponents,
            sort: input.sort,
            unit: input.unit,
            low: input.low,
            high: input.high,
            default: input.default,
            meaning: input.meaning.trim(),
            is_whole: input.is_whole(),
            free: input.free,
            decision: input.decision,
        });
        let meaning = |path: &str| {
            METRICS
                .iter()
                .find(|metric| metric.path == path)
                .map_or("", |metric| metric.meaning.trim())
        };
        let pins = PINS.iter().map(|pin| Key {
            path: pin.path,
            form: Form::Quantity,
            exponents: pin.exponents,
            sort: pin.sort,
            unit: pin.unit,
            low: pin.low,
            high: pin.high,
            default: "",
            meaning: meaning(pin.path),
            is_whole: false,
            free: false,
            decision: None,
        });
        Self {
            inputs: inputs.collect(),
            pins: pins.collect(),
            computed: METRICS.iter().map(|metric| metric.path).collect(),
            catalog: Catalog::builtin(),
        }
    }
}

impl Tables<'_> {
    /// The input with this path.
    pub fn input(&self, path: &str) -> Option<&Key> {
        self.inputs.iter().find(|key| key.path == path)
    }

    /// The pin with this path.
    pub fn pin(&self, path: &str) -> Option<&Key> {
        self.pins.iter().find(|key| key.path == path)
    }

    /// Every key that a table of a scenario may hold: inputs and references.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let inputs = self.inputs.iter().map(|key| key.path);
        inputs.chain(self.catalog.groups().iter().map(|group| group.key.as_str()))
    }
}

/// The candidate nearest to a text, if one is near: at most a third of the letters differ.
pub fn nearest<'n>(text: &str, candidates: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let lower = text.to_lowercase();
    let length = text.chars().count();
    let ranked = candidates.filter_map(|known| {
        let distance = strsim::damerau_levenshtein(&lower, &known.to_lowercase());
        (distance * 3 <= length.max(known.chars().count()).max(3)).then_some((distance, known))
    });
    ranked.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

/// The path nearest to a text: as a whole, else by its last part.
pub fn nearest_path<'n>(
    text: &str,
    paths: impl Iterator<Item = &'n str> + Clone,
) -> Option<&'n str> {
    let last = |path: &'n str| path.rsplit_once('.').map_or(path, |(_, name)| name);
    let name = text.rsplit_once('.').map_or(text, |(_, name)| name);
    let whole = nearest(text, paths.clone());
    whole.or_else(|| {
        let near = nearest(name, paths.clone().map(last))?;
        let mut paths = paths;
        paths.find(|path| last(path) == near)
    })
}
