//! Metrics and inputs alike: what a path stands for, and a value that is typed for it.

use crate::catalog::Catalog;
use crate::system::inputs::{INPUTS, Input, input, is_emission};
use crate::system::metrics::{METRICS, Metric, metric};
use crate::system::value::Form;
use crate::units::Sort;
use crate::units::format::with_price_year;
use crate::units::parse::parse_quantity;

/// Paths that are offered for a part of one.
const SUGGESTED: usize = 4;

/// Meaning of a path.
#[derive(Debug, Clone, Copy)]
pub enum Quantity {
    /// A computed metric.
    Metric(&'static Metric),
    /// An input of the scenario.
    Input(&'static Input),
}

impl Quantity {
    /// The path.
    pub const fn path(&self) -> &'static str {
        match self {
            Self::Metric(metric) => metric.path,
            Self::Input(input) => input.path,
        }
    }

    /// The unit that it is shown in; money without its year.
    pub const fn unit(&self) -> &'static str {
        match self {
            Self::Metric(metric) => metric.unit,
            Self::Input(input) => input.unit,
        }
    }

    /// Meaning, in a sentence.
    pub fn meaning(&self) -> &'static str {
        match self {
            Self::Metric(metric) => metric.meaning.trim(),
            Self::Input(input) => input.meaning.trim(),
        }
    }
}

/// Meaning of a path: the metric, else the input.
pub fn quantity(path: &str) -> Option<Quantity> {
    metric(path).map(Quantity::Metric).or_else(|| input(path).map(Quantity::Input))
}

/// A path that neither a metric nor an input has, with what to type instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct UnknownPath(pub String);

/// A value that could stand for a quantity, with its unit.
pub fn example(quantity: &Quantity, price_year: u16) -> String {
    match with_price_year(quantity.unit(), price_year).as_str() {
        "1" => "1".to_owned(),
        unit => format!("1 {unit}"),
    }
}

/// Reads a value of a quantity, with its unit or bare in the unit of the table; money of another
/// year or currency is converted as in a scenario file.
///
/// # Errors
/// The fault, in words.
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
    let sort = sort.unwrap_or_else(|| match parsed.sort() {
        Sort::Emission if !is_emission(quantity.path()) => Sort::Plain,
        sort => sort,
    });
    let base = parsed.expect(&exponents, sort, text).map_err(|error| error.to_string())?;
    let Some(money) = parsed.money() else { return Ok(base) };
    let factor = Catalog::builtin().prices().factor(money, price_year, exponents[8]);
    factor.map(|factor| base * factor).map_err(|error| error.to_string())
}

/// The metric or input with this path.
///
/// # Errors
/// [`UnknownPath`] with the nearest path.
pub fn known(path: &str) -> Result<Quantity, UnknownPath> {
    if let Some(found) = quantity(path) {
        return Ok(found);
    }
    if let Some(group) = Catalog::builtin().group(path) {
        let inputs: Vec<String> = group.inputs().iter().map(|input| format!("`{input}`")).collect();
        return Err(UnknownPath(format!(
            "error[unknown-metric]: `{path}` names an entry of the catalog \
             and has no number of its own\n  = help: it fills {}\n",
            inputs.join(", ")
        )));
    }
    let help = match nearest(path) {
        _ if is_table(path) => format!(
            "  = help: `{path}` is a table: `skyrack metrics {path}.` lists its metrics, `skyrack \
             inputs {path}.` its inputs\n"
        ),
        Some(known) => format!("  = help: did you mean `{known}`?\n"),
        None => containing(path),
    };
    Err(UnknownPath(format!(
        "error[unknown-metric]: there is no metric or input `{path}`\n{help}  \
         = note: `skyrack metrics` and `skyrack inputs` list them\n"
    )))
}

/// The path that a text is nearest to, where one is near.
pub(super) fn nearest(path: &str) -> Option<&'static str> {
    let paths =
        METRICS.iter().map(|metric| metric.path).chain(INPUTS.iter().map(|input| input.path));
    let nearest = paths
        .map(|known| (strsim::damerau_levenshtein(path, known), known))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, known)| *distance <= known.len() / 2);
    nearest.map(|(_, known)| known)
}

/// Whether a text is the first part of paths.
fn is_table(text: &str) -> bool {
    let mut paths =
        METRICS.iter().map(|metric| metric.path).chain(INPUTS.iter().map(|input| input.path));
    paths.any(|path| path.split_once('.').is_some_and(|(table, _)| table == text))
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
        "  = help: type a path, such as `ratio.cost`; `skyrack metrics --search WORDS` \
         looks for one, and so does `skyrack inputs`\n"
            .to_owned()
    } else {
        format!("  = help: paths that contain it: {}\n", found.join(", "))
    }
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
