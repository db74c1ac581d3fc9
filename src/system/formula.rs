//! Formulas of the tables: arithmetic over paths, evaluated for explanations, ledgers and tests.
//!
//! A formula is in base units. `array.area * array.yield` reads the two metrics; names of
//! [`FORMULA_CONSTANTS`] stand for constants; functions are `sqrt`, `exp`, `ln`, `ceil`, `floor`
//! (both forgive rounding) of one and `min`, `max` of several. Text that begins with `~` is a
//! sentence.

use std::iter::Peekable;
use std::str::Chars;
use thiserror::Error;

use super::metrics::FORMULA_CONSTANTS;
use crate::numeric::whole::{whole_at_least, whole_at_most};

/// A formula of the tables that cannot be read: a defect of the table.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the formula `{formula}` cannot be read: {reason}")]
#[non_exhaustive]
pub struct FormulaError {
    /// The formula.
    pub formula: String,
    /// Message of the reader.
    pub reason: String,
}

/// Whether the text is a sentence and not arithmetic.
pub fn is_sentence(formula: &str) -> bool {
    formula.starts_with('~')
}

/// The paths that a formula or sentence names, in order of appearance, each once.
pub fn paths(formula: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let candidates: Vec<&str> = if is_sentence(formula) {
        formula.split('`').skip(1).step_by(2).collect()
    } else {
        words(formula).collect()
    };
    for word in candidates {
        if word.contains('.')
            && word.starts_with(|c: char| c.is_ascii_lowercase())
            && !found.contains(&word)
        {
            found.push(word);
        }
    }
    found
}

fn words(formula: &str) -> impl Iterator<Item = &str> {
    formula
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'))
        .filter(|word| !word.is_empty())
}

/// The value of a formula in base units; `None` where it is a sentence or one of its paths has no
/// value.
///
/// # Errors
/// [`FormulaError`] if the formula is not arithmetic that can be read.
pub fn value(
    formula: &str,
    lookup: impl Fn(&str) -> Option<f64>,
) -> Result<Option<f64>, FormulaError> {
    if is_sentence(formula) {
        return Ok(None);
    }
    let mut reader = FormulaReader { text: formula.chars().peekable(), lookup: &lookup, depth: 0 };
    let value = reader.sum().and_then(|value| match reader.peek() {
        None => Ok(value),
        Some(rest) => Err(ReadStop::Reason(format!("`{rest}` is not expected"))),
    });
    match value {
        Ok(value) => Ok(Some(value)),
        Err(ReadStop::Missing) => Ok(None),
        Err(ReadStop::Reason(reason)) => Err(FormulaError { formula: formula.to_owned(), reason }),
    }
}

/// Why reading stops.
enum ReadStop {
    /// A path has no value.
    Missing,
    /// The text is not arithmetic.
    Reason(String),
}

/// Parentheses, signs and powers may be nested this deep.
const DEPTH_LIMIT: usize = 64;

struct FormulaReader<'a, L> {
    text: Peekable<Chars<'a>>,
    lookup: &'a L,
    depth: usize,
}

impl<L: Fn(&str) -> Option<f64>> FormulaReader<'_, L> {
    fn peek(&mut self) -> Option<char> {
        while self.text.next_if(|c| c.is_whitespace()).is_some() {}
        self.text.peek().copied()
    }

    fn take(&mut self, wanted: char) -> bool {
        self.peek() == Some(wanted) && self.text.next().is_some()
    }

    fn sum(&mut self) -> Result<f64, ReadStop> {
        let mut value = self.product()?;
        loop {
            if self.take('+') {
                value += self.product()?;
            } else if self.take('-') {
                value -= self.product()?;
            } else {
                return Ok(value);
            }
        }
    }

    fn product(&mut self) -> Result<f64, ReadStop> {
        let mut value = self.signed()?;
        loop {
            if self.take('*') {
                value *= self.signed()?;
            } else if self.take('/') {
                value /= self.signed()?;
            } else {
                return Ok(value);
            }
        }
    }

    /// Every way down passes here, so that the depth is counted here.
    fn signed(&mut self) -> Result<f64, ReadStop> {
        if self.depth == DEPTH_LIMIT {
            return Err(ReadStop::Reason(format!("it is nested deeper than {DEPTH_LIMIT}")));
        }
        self.depth += 1;
        let value = if self.take('-') { self.signed().map(|value| -value) } else { self.power() };
        self.depth -= 1;
        value
    }

    fn power(&mut self) -> Result<f64, ReadStop> {
        let base = self.atom()?;
        if self.take('^') { Ok(libm::pow(base, self.signed()?)) } else { Ok(base) }
    }

    fn atom(&mut self) -> Result<f64, ReadStop> {
        if self.take('(') {
            let value = self.sum()?;
            return if self.take(')') {
                Ok(value)
            } else {
                Err(ReadStop::Reason("a `)` is missing".to_owned()))
            };
        }
        let mut word = String::new();
        self.peek();
        while let Some(c) =
            self.text.next_if(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
        {
            word.push(c);
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return word.parse().map_err(|_| ReadStop::Reason(format!("`{word}` is not a number")));
        }
        if self.take('(') {
            return self.call(&word);
        }
        let constant =
            FORMULA_CONSTANTS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
        match constant.or_else(|| (self.lookup)(&word)) {
            Some(value) => Ok(value),
            None if word.contains('.') => Err(ReadStop::Missing),
            None => Err(ReadStop::Reason(format!("`{word}` is not known"))),
        }
    }

    fn call(&mut self, name: &str) -> Result<f64, ReadStop> {
        let mut value = self.sum()?;
        let several: Option<fn(f64, f64) -> f64> = match name {
            "min" => Some(f64::min),
            "max" => Some(f64::max),
            _ => None,
        };
        while let Some(fold) = several
            && self.take(',')
        {
            value = fold(value, self.sum()?);
        }
        let value = match name {
            "min" | "max" => value,
            "sqrt" => value.sqrt(),
            "exp" => libm::exp(value),
            "ln" => libm::log(value),
            "ceil" => whole_at_least(value),
            "floor" => whole_at_most(value),
            _ => return Err(ReadStop::Reason(format!("`{name}` is not a function"))),
        };
        if self.take(')') {
            Ok(value)
        } else {
            Err(ReadStop::Reason("a `)` is missing".to_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(path: &str) -> Option<f64> {
        match path {
            "a.b" => Some(4.0),
            "a.c_d" => Some(3.0),
            _ => None,
        }
    }

    #[test]
    fn arithmetic_over_paths_is_evaluated() {
        assert_eq!(value("min(9, 2 * (a.b / max(1, -a.c_d))^(1 / 2))", given), Ok(Some(4.0)));
        assert_eq!(value("sqrt(a.b) * max(1, a.c_d) ^ 2 - 1.5 * 10", given), Ok(Some(3.0)));
        assert_eq!(value("min(a.b, a.c_d) / year * year", given), Ok(Some(3.0)));
    }

    #[test]
    fn a_missing_path_gives_nothing_and_bad_text_an_error() {
        assert_eq!(value("a.b + x.y", given), Ok(None));
        assert!(value("a.b + * 2", given).is_err());
        for deep in ["(", "-", "2^", "sqrt("] {
            assert!(value(&deep.repeat(100_000), given).is_err(), "{deep}");
        }
    }

    #[test]
    fn paths_are_found_in_formulas_and_sentences() {
        assert_eq!(paths("ceil(it.power / a.b) + it.power"), ["it.power", "a.b"]);
        assert_eq!(
            paths("~ mean of `a.b` over 365.25 d by `radiator.attitude`"),
            ["a.b", "radiator.attitude"]
        );
    }
}
