//! Arithmetic on both sides of a sign, as claims state it: `600e9 USD2026 / ground.capex <= 2`.

use super::quantity::quantity;
use crate::catalog::Catalog;
use crate::system::formula;
use crate::units::parse::parse_quantity;
use std::ops::Range;

/// Factors of the base units with which two sides are asked again: sides of one kind change alike.
const SCALES: [f64; 10] = [1.1, 1.3, 1.7, 1.9, 2.3, 2.9, 3.1, 3.7, 4.1, 4.3];
/// Relative difference up to which two numbers are equal.
const EQUAL: f64 = 1.0e-9;
/// Signs, the longer ones first.
const SIGNS: [&str; 5] = ["<=", ">=", "<", ">", "="];

/// A piece of a side: text that stays, or a number with its unit.
#[derive(Debug, Clone, PartialEq)]
enum SidePiece {
    Text(String),
    Number { base: f64, exponents: [i8; 10] },
}

/// Two formulas over metrics, inputs and stated numbers, and how they are compared.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoSides {
    left: Vec<SidePiece>,
    right: Vec<SidePiece>,
    sign: &'static str,
    /// Its paths, each once.
    pub paths: Vec<String>,
}

/// Why a comparison cannot be read: the bytes of its text at fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{why}")]
pub struct TwoSidesFault {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// The fault.
    pub why: String,
    /// What to type.
    pub help: String,
}

impl TwoSidesFault {
    fn new(span: Range<usize>, why: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, why: why.into(), help: help.into() }
    }
}

/// Numbers of both sides in base units, and whether they meet the sign.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ComparedSides {
    /// Left side; none where something in it does not exist.
    pub left: Option<f64>,
    /// Right side.
    pub right: Option<f64>,
    /// Whether it holds.
    pub holds: bool,
}

impl TwoSides {
    /// Reads a text; money of another year or currency is converted to the price year.
    ///
    /// # Errors
    /// [`TwoSidesFault`] with the bytes at fault.
    pub fn parse(text: &str, price_year: u16) -> Result<Self, TwoSidesFault> {
        let found = SIGNS.iter().filter_map(|sign| Some((text.find(sign)?, *sign)));
        let Some((at, sign)) = found.min_by_key(|(at, sign)| (*at, 9 - sign.len())) else {
            let help = "write a sign: `launch.years_to_build <= 4 yr`";
            return Err(TwoSidesFault::new(0..text.len(), "there is no `<`, `>` or `=`", help));
        };
        let after = at + sign.len();
        let left = side(text, 0..at, price_year)?;
        let right = side(text, after..text.len(), price_year)?;
        let mut paths: Vec<String> = Vec::new();
        for path in formula::paths(&text[..at]).into_iter().chain(formula::paths(&text[after..])) {
            if !paths.iter().any(|known| known == path) {
                paths.push(path.to_owned());
            }
        }
        let whole = Self { left, right, sign, paths };
        whole.readable(text, at)?;
        Ok(whole)
    }

    /// Whether both sides are arithmetic, tried with all paths at one.
    fn readable(&self, text: &str, at: usize) -> Result<(), TwoSidesFault> {
        let sides = [(&self.left, 0..at), (&self.right, at + self.sign.len()..text.len())];
        for (pieces, span) in sides {
            let help = "write sums, products, powers and functions such as `min(a, b)`";
            let one = |path: &str| (!path.is_empty()).then_some(1.0);
            match formula::value(&written(pieces, &[1.0; 10]), one) {
                Ok(Some(_)) => {}
                Ok(None) => return Err(TwoSidesFault::new(span, "an operand is missing", help)),
                Err(error) => return Err(TwoSidesFault::new(span, error.reason, help)),
            }
        }
        Ok(())
    }

    /// Compares, with the value of each path in base units.
    ///
    /// # Errors
    /// Words where the sides are of different kinds.
    pub fn compare(&self, value: impl Fn(&str) -> Option<f64>) -> Result<ComparedSides, String> {
        let sides = |scales: &[f64; 10]| {
            let scaled = |path: &str| Some(value(path)? * scale(&exponents(path)?, scales));
            let of = |pieces: &[SidePiece]| formula::value(&written(pieces, scales), scaled);
            Ok((of(&self.left)?, of(&self.right)?))
        };
        let fault = |error: formula::FormulaError| error.reason;
        let (left, right) = sides(&[1.0; 10]).map_err(fault)?;
        let (other_left, other_right) = sides(&SCALES).map_err(fault)?;
        let growth = |one: Option<f64>, other: Option<f64>| one.zip(other).map(|(a, b)| b / a);
        let growths = growth(left, other_left).zip(growth(right, other_right));
        if growths.is_some_and(|(one, other)| (one / other - 1.0).abs() > EQUAL) {
            return Err("the two sides are not of one kind, or a sum in them is not".to_owned());
        }
        let holds = left.zip(right).is_some_and(|(left, right)| meets(left, self.sign, right));
        Ok(ComparedSides { left, right, holds })
    }
}

fn meets(left: f64, sign: &str, right: f64) -> bool {
    match sign {
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        ">=" => left >= right,
        _ => (left - right).abs() <= EQUAL * right.abs(),
    }
}

fn scale(exponents: &[i8; 10], scales: &[f64; 10]) -> f64 {
    let powers = exponents.iter().zip(scales);
    powers.fold(1.0, |product, (power, scale)| product * libm::pow(*scale, f64::from(*power)))
}

/// Exponents of what a path stands for.
fn exponents(path: &str) -> Option<[i8; 10]> {
    use super::quantity::Quantity;
    Some(match quantity(path)? {
        Quantity::Metric(metric) => metric.exponents,
        Quantity::Input(input) => input.exponents,
    })
}

/// The formula with its numbers in base units.
fn written(pieces: &[SidePiece], scales: &[f64; 10]) -> String {
    let text = pieces.iter().map(|piece| match piece {
        SidePiece::Text(text) => text.clone(),
        SidePiece::Number { base, exponents } => format!("({})", base * scale(exponents, scales)),
    });
    text.collect()
}

/// The pieces of one side.
fn side(text: &str, span: Range<usize>, price_year: u16) -> Result<Vec<SidePiece>, TwoSidesFault> {
    let (mut pieces, mut at) = (Vec::new(), span.start);
    if text[span.clone()].trim().is_empty() {
        let help = "write a number or a path on both sides";
        return Err(TwoSidesFault::new(span, "one side is empty", help));
    }
    while at < span.end {
        let rest = &text[at..span.end];
        let length = if rest.starts_with(|c: char| c.is_ascii_digit()) {
            let length = number_length(rest);
            pieces.push(number(text, at..at + length, price_year)?);
            length
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let length = run(rest, |c| c.is_ascii_alphanumeric() || c == '_' || c == '.');
            known(text, at..at + length)?;
            pieces.push(SidePiece::Text(rest[..length].to_owned()));
            length
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            pieces.push(SidePiece::Text(rest[..length].to_owned()));
            length
        };
        at += length;
    }
    Ok(pieces)
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// Bytes of a number and of the unit behind it, in which no space stands.
fn number_length(text: &str) -> usize {
    let mut length = run(text, |c| c.is_ascii_digit() || c == '.' || c == '_');
    if let Some(rest) = text[length..].strip_prefix(['e', 'E']) {
        let sign = usize::from(rest.starts_with(['+', '-']));
        let digits = run(&rest[sign..], |c| c.is_ascii_digit());
        length += if digits > 0 { 1 + sign + digits } else { 0 };
    }
    let spaces = run(&text[length..], |c| c == ' ');
    let unit = &text[length + spaces..];
    let is_unit = unit.starts_with(|c: char| c.is_ascii_alphabetic() || c == '%');
    let letters = run(unit, |c| c.is_ascii_alphanumeric() || matches!(c, '%' | '/' | '-'));
    if is_unit { length + spaces + letters } else { length }
}

fn number(text: &str, span: Range<usize>, price_year: u16) -> Result<SidePiece, TwoSidesFault> {
    let fault = |why: String| {
        let help = "write a number with a unit, such as `12 GW` or `13e9 USD2026`, and spaces \
            around `*` and `/`";
        TwoSidesFault::new(span.clone(), why, help)
    };
    let parsed = parse_quantity(&text[span.clone()]).map_err(|error| fault(error.to_string()))?;
    let prices = Catalog::builtin().prices();
    let factor = parsed.money().map_or(Ok(1.0), |money| {
        prices.factor(money, price_year, parsed.exponents[8]).map_err(|error| error.to_string())
    });
    let base = parsed.value_base * factor.map_err(fault)?;
    Ok(SidePiece::Number { base, exponents: parsed.exponents })
}

/// Whether a word is a path or a function.
fn known(text: &str, span: Range<usize>) -> Result<(), TwoSidesFault> {
    let word = &text[span.clone()];
    if !word.contains('.') || quantity(word).is_some() {
        return Ok(());
    }
    let help = super::quantity::nearest(word).map_or_else(
        || "`skyrack metrics` and `skyrack inputs` list them".to_owned(),
        |known| format!("did you mean `{known}`?"),
    );
    Err(TwoSidesFault::new(span, format!("there is no metric or input `{word}`"), help))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(text: &str) -> Result<ComparedSides, String> {
        let values = |path: &str| match path {
            "ground.capex" => Some(45.3e6),
            "it.power" => Some(1e6),
            "ratio.cost" => Some(20.0),
            _ => None,
        };
        TwoSides::parse(text, 2026).unwrap().compare(values)
    }

    #[test]
    fn sides_are_arithmetic_with_units() {
        assert!(compared("600e9 USD2026 / (ground.capex / it.power) >= 13 GW").unwrap().holds);
        assert!(!compared("600e9 USD2026 / (ground.capex / it.power) >= 14 GW").unwrap().holds);
        assert!(compared("600e3 MUSD2026 / 13e3 MUSD2026 > 2 * ratio.cost").unwrap().holds);
        let missing = compared("launch.count + 1 > 0").unwrap();
        assert!(!missing.holds && missing.left.is_none());
    }

    #[test]
    fn sides_of_different_kinds_are_refused() {
        assert!(compared("ground.capex / it.power < 40").is_err());
        assert!(compared("ground.capex + it.power < 40 USD2026").is_err());
        assert!(compared("ground.capex * 2 < 40 MUSD2026 * 3").is_ok());
    }

    #[test]
    fn a_fault_points_at_its_bytes() {
        let at = |text: &str| {
            let fault = TwoSides::parse(text, 2026).unwrap_err();
            text[fault.span].to_owned()
        };
        assert_eq!(at("ratio.cots * 2 < 3"), "ratio.cots");
        assert_eq!(at("ratio.cost * 2 < 3 furlongs"), "3 furlongs");
        assert_eq!(at("ratio.cost * < 3").trim(), "ratio.cost *");
        assert_eq!(at("ratio.cost * 2"), "ratio.cost * 2");
        assert_eq!(at("ratio.cost * 2 < "), " ");
    }
}
