//! Conditions on metrics: `ratio.cost<1`, `radiation.dose=1000 rad`.

use super::Failure;
use crate::studies::explain::{Quantity, quantity};
use crate::studies::subject::{Subject, in_unit};
use crate::system::inputs::INPUTS;
use crate::system::metrics::METRICS;
use crate::units::format::{dimension_words, format_number, with_price_year};
use crate::units::parse::parse_quantity;

/// How a metric is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `>=`
    AtLeast,
    /// `=`
    Equal,
}

const RELATIONS: &[(&str, Relation)] = &[
    ("<=", Relation::AtMost),
    (">=", Relation::AtLeast),
    ("<", Relation::Below),
    (">", Relation::Above),
    ("=", Relation::Equal),
];

/// A metric against a value.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The metric or input.
    pub quantity: Quantity,
    /// How it is compared.
    pub relation: Relation,
    /// The value in base units.
    pub value: f64,
    text: String,
    right: String,
}

impl Condition {
    /// Reads a condition; the value carries its unit, or is taken in the unit of the table where it is bare.
    ///
    /// # Errors
    /// [`Failure::Input`] that says what to type.
    pub fn parse(text: &str) -> Result<Self, Failure> {
        let found = RELATIONS
            .iter()
            .filter_map(|(sign, relation)| Some((text.find(sign)?, *sign, *relation)))
            .min_by_key(|(at, sign, _)| (*at, 9 - sign.len()));
        let Some((at, sign, relation)) = found else {
            return Err(usage(text, "expected `METRIC<VALUE`", "'ratio.cost<1'"));
        };
        let path = text[..at].trim();
        let right = text[at + sign.len()..].trim();
        let quantity = known(path)?;
        Ok(Self {
            quantity,
            relation,
            value: f64::NAN,
            text: text.to_owned(),
            right: right.to_owned(),
        })
    }

    /// Reads the value once the price year is known.
    ///
    /// # Errors
    /// [`Failure::Input`] that says what to type.
    pub fn in_year(mut self, price_year: u16) -> Result<Self, Failure> {
        self.value = value_of(&self.quantity, &self.right, price_year).map_err(|why| {
            let unit = with_price_year(self.quantity.unit(), price_year);
            usage(&self.text, &why, &format!("'{}={} {unit}'", self.quantity.path(), 1))
        })?;
        Ok(self)
    }

    /// Whether it holds, and a sentence with the numbers.
    pub fn judge(&self, subject: &Subject) -> (bool, String) {
        let year = subject.scenario.price_year;
        let unit = self.quantity.unit();
        let shown = |base: f64| match with_price_year(unit, year).as_str() {
            "1" => format_number(in_unit(base, unit), 6),
            unit_of_year => format!("{} {unit_of_year}", format_number(in_unit(base, unit), 6)),
        };
        let Some(actual) = subject.value(self.quantity.path()) else {
            return (
                false,
                format!(
                    "`{}`: `{}` does not exist for this scenario",
                    self.text,
                    self.quantity.path()
                ),
            );
        };
        let holds = match self.relation {
            Relation::Below => actual < self.value,
            Relation::AtMost => actual <= self.value,
            Relation::Above => actual > self.value,
            Relation::AtLeast => actual >= self.value,
            Relation::Equal => (actual - self.value).abs() <= 1.0e-9 * self.value.abs(),
        };
        (holds, format!("`{}`: `{}` is {}", self.text, self.quantity.path(), shown(actual)))
    }
}

/// Reads a value of a quantity, with its unit or bare in the unit of the table.
///
/// # Errors
/// What is wrong, in words.
pub fn value_of(quantity: &Quantity, text: &str, price_year: u16) -> Result<f64, String> {
    let exponents = match quantity {
        Quantity::Metric(metric) => metric.exponents,
        Quantity::Input(input) => input.exponents,
    };
    let shown = with_price_year(quantity.unit(), price_year);
    let whole = if text.parse::<f64>().is_ok() && quantity.unit() != "1" {
        format!("{text} {shown}")
    } else {
        text.to_owned()
    };
    let parsed = parse_quantity(&whole).map_err(|error| error.to_string())?;
    if parsed.exponents != exponents {
        return Err(format!(
            "expected {}, found {}: `{text}`",
            dimension_words(&exponents),
            dimension_words(&parsed.exponents)
        ));
    }
    if let Some(year) = parsed.price_year
        && year != price_year
    {
        return Err(format!(
            "money here is of {price_year}, the price year of the scenario, not of {year}"
        ));
    }
    Ok(parsed.value_base)
}

/// The metric or input with this path.
///
/// # Errors
/// [`Failure::Input`] with the nearest path.
pub fn known(path: &str) -> Result<Quantity, Failure> {
    if let Some(found) = quantity(path) {
        return Ok(found);
    }
    let paths =
        METRICS.iter().map(|metric| metric.path).chain(INPUTS.iter().map(|input| input.path));
    let nearest = paths
        .map(|known| (strsim::damerau_levenshtein(path, known), known))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, known)| *distance <= known.len() / 2);
    let help = nearest
        .map_or_else(String::new, |(_, known)| format!("  = help: did you mean `{known}`?\n"));
    Err(Failure::Input(format!(
        "error[unknown-metric]: there is no metric or input `{path}`\n{help}  = note: `skyrack metrics` and `skyrack inputs` list them\n"
    )))
}

fn usage(text: &str, why: &str, example: &str) -> Failure {
    Failure::Input(format!("error[condition]: `{text}`: {why}\n  = help: type {example}\n"))
}
