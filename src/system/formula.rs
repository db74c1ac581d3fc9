//! Formulas of the tables: arithmetic over paths, evaluated for explanations, ledgers and tests.
//!
//! A formula is in base units. `array.area * array.yield` reads the two metrics; names of
//! [`FORMULA_CONSTANTS`](super::metrics::FORMULA_CONSTANTS) stand for constants; functions are those of the
//! `exmex` crate (`sqrt`, `exp`, `ln`, `ceil`, `floor`, `min`, `max`). Text that begins with `~` is a sentence.

use exmex::FlatEx;
use exmex::prelude::*;
use thiserror::Error;

use super::metrics::FORMULA_CONSTANTS;

/// A formula of the tables that cannot be read: a defect of the table.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the formula `{formula}` cannot be read: {reason}")]
#[non_exhaustive]
pub struct FormulaError {
    /// The formula.
    pub formula: String,
    /// What the reader said.
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

/// Writes each path and constant in braces, as the reader of expressions wants names.
fn braced(formula: &str) -> String {
    let mut out = String::with_capacity(formula.len() + 32);
    let mut rest = formula;
    while let Some(start) = rest.find(|c: char| c.is_ascii_lowercase()) {
        let boundary = rest[..start].ends_with(|c: char| c.is_ascii_digit() || c == '.');
        let length = rest[start..]
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'))
            .unwrap_or(rest.len() - start);
        let word = &rest[start..start + length];
        out.push_str(&rest[..start]);
        let named = !boundary
            && (word.contains('.') || FORMULA_CONSTANTS.iter().any(|(name, _)| *name == word));
        if named {
            out.push('{');
            out.push_str(word);
            out.push('}');
        } else {
            out.push_str(word);
        }
        rest = &rest[start + length..];
    }
    out.push_str(rest);
    out
}

/// The value of a formula in base units; `None` where it is a sentence or one of its paths has no value.
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
    let defect = |reason: &dyn std::fmt::Display| FormulaError {
        formula: formula.to_owned(),
        reason: reason.to_string(),
    };
    let expression = FlatEx::<f64>::parse(&braced(formula)).map_err(|error| defect(&error))?;
    let mut values = Vec::with_capacity(expression.var_names().len());
    for name in expression.var_names() {
        let constant = FORMULA_CONSTANTS
            .iter()
            .find(|(constant, _)| constant == name)
            .map(|(_, value)| *value);
        let Some(value) = constant.or_else(|| lookup(name)) else { return Ok(None) };
        values.push(value);
    }
    expression.eval(&values).map(Some).map_err(|error| defect(&error))
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
        assert_eq!(value("sqrt(a.b) * max(1, a.c_d) ^ 2 - 15", given), Ok(Some(3.0)));
        assert_eq!(value("min(a.b, a.c_d) / year * year", given), Ok(Some(3.0)));
    }

    #[test]
    fn a_missing_path_gives_nothing_and_bad_text_an_error() {
        assert_eq!(value("a.b + x.y", given), Ok(None));
        assert!(value("a.b + * 2", given).is_err());
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
