//! Conditions on metrics: `ratio.cost<1`, `radiation.dose=1000 rad`.

use super::Failure;
use skyrack::catalog::Catalog;
use skyrack::studies::explain::{Quantity, quantity};
use skyrack::studies::subject::{Subject, in_unit};
use skyrack::system::inputs::INPUTS;
use skyrack::system::metrics::METRICS;
use skyrack::system::value::Form;
use skyrack::units::format::{format_number, with_price_year};
use skyrack::units::parse::parse_quantity;

/// Paths that are offered for a part of one.
const SUGGESTED: usize = 4;

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
        let found = found.map(|(at, sign, relation)| {
            (text[..at].trim(), relation, text[at + sign.len()..].trim())
        });
        let Some((path, relation, right)) = found.filter(|(path, ..)| !path.is_empty()) else {
            return Err(usage(text, "expected `METRIC<VALUE`", "ratio.cost<1"));
        };
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
            let sign = RELATIONS.iter().find(|(_, relation)| *relation == self.relation);
            let sign = sign.map_or("<", |(sign, _)| sign);
            let example = match self.quantity {
                Quantity::Input(input) if input.form != Form::Quantity => "ratio.cost<1".to_owned(),
                ref known => format!("{}{sign}{}", known.path(), example(known, price_year)),
            };
            usage(&self.text, &why, &example)
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

/// A value that could stand for a quantity, with its unit.
pub fn example(quantity: &Quantity, price_year: u16) -> String {
    match with_price_year(quantity.unit(), price_year).as_str() {
        "1" => "1".to_owned(),
        unit => format!("1 {unit}"),
    }
}

/// Reads a value of a quantity, with its unit or bare in the unit of the table; money of another year or currency is
/// converted as in a scenario file.
///
/// # Errors
/// What is wrong, in words.
pub fn value_of(quantity: &Quantity, text: &str, price_year: u16) -> Result<f64, String> {
    let (exponents, sort) = match quantity {
        Quantity::Input(input) if input.form != Form::Quantity => {
            return Err(format!("`{}` is no number that could be compared", input.path));
        }
        Quantity::Metric(metric) => (metric.exponents, None),
        Quantity::Input(input) => (input.exponents, Some(input.sort)),
    };
    let mut parsed = parse_quantity(text).map_err(|error| error.to_string())?;
    if parsed.unit.is_none() && quantity.unit() != "1" {
        let whole = format!("{text} {}", with_price_year(quantity.unit(), price_year));
        parsed = parse_quantity(&whole).map_err(|error| error.to_string())?;
    }
    let sort = sort.unwrap_or_else(|| parsed.sort());
    let base = parsed.expect(&exponents, sort, text).map_err(|error| error.to_string())?;
    let Some(money) = parsed.money() else { return Ok(base) };
    let factor = Catalog::builtin().prices().factor(money, price_year, exponents[8]);
    factor.map(|factor| base * factor).map_err(|error| error.to_string())
}

/// The metric or input with this path.
///
/// # Errors
/// [`Failure::Input`] with the nearest path.
pub fn known(path: &str) -> Result<Quantity, Failure> {
    if let Some(found) = quantity(path) {
        return Ok(found);
    }
    if let Some(group) = Catalog::builtin().group(path) {
        return Err(Failure::Input(format!(
            "error[unknown-metric]: `{path}` names an entry of the catalog and has no number of its own\n  = help: it fills {}\n",
            group.inputs().iter().map(|input| format!("`{input}`")).collect::<Vec<_>>().join(", ")
        )));
    }
    let paths =
        METRICS.iter().map(|metric| metric.path).chain(INPUTS.iter().map(|input| input.path));
    let nearest = paths
        .map(|known| (strsim::damerau_levenshtein(path, known), known))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, known)| *distance <= known.len() / 2);
    let help = match nearest {
        Some((_, known)) => format!("  = help: did you mean `{known}`?\n"),
        None => containing(path),
    };
    Err(Failure::Input(format!(
        "error[unknown-metric]: there is no metric or input `{path}`\n{help}  = note: `skyrack metrics` and `skyrack inputs` list them\n"
    )))
}

/// What to type where no path is near: some that contain the text, else a search.
fn containing(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let paths =
        METRICS.iter().map(|metric| metric.path).chain(INPUTS.iter().map(|input| input.path));
    let found: Vec<String> = paths
        .filter(|path| !lower.is_empty() && path.contains(&lower))
        .take(SUGGESTED)
        .map(|path| format!("`{path}`"))
        .collect();
    if found.is_empty() {
        "  = help: type a path, such as `ratio.cost`; `skyrack metrics --search WORDS` looks for one, and so does `skyrack inputs`\n".to_owned()
    } else {
        format!("  = help: paths that contain it: {}\n", found.join(", "))
    }
}

fn usage(text: &str, why: &str, example: &str) -> Failure {
    Failure::Input(format!(
        "error[condition]: `{text}`: {why}\n  = help: type `--require '{example}'`\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_of_another_year_or_currency_is_converted() {
        let price = known("launch.price").unwrap();
        let in_dollars = value_of(&price, "1000 USD2026/kg", 2026).unwrap();
        assert_eq!(value_of(&price, "1000", 2026), Ok(in_dollars));
        assert!(value_of(&price, "1000 USD2020/kg", 2026).unwrap() > 1.1 * in_dollars);
        assert!(value_of(&price, "1000 EUR2026/kg", 2026).unwrap() > 1.01 * in_dollars);
        assert!(value_of(&price, "1000 USD1800/kg", 2026).is_err());
    }
}
