//! Expressions of the tables of metrics as they are printed against the same as compiled.

use crate::common::{check, default_case, gap, lookup, pinned_cases, shipped_cases};
use proptest::prelude::*;
use skyrack::system::evaluation::Evaluation;
use skyrack::system::evaluator::Evaluator;
use skyrack::system::formula;
use skyrack::system::inputs::Case;
use skyrack::system::metrics::METRICS;

/// Checks that each expression gives, as it is printed, what it gives as it is compiled, none where
/// it gives none, and counts those that give a number. A sentence in place of an expression starts
/// with `~`.
fn formulas(case: &Case, evaluation: &Evaluation) -> Result<usize, String> {
    let mut checked = 0;
    for metric in METRICS {
        let printed =
            formula::value(metric.formula, |path| lookup(case, evaluation, path)).unwrap();
        let compiled = (metric.get)(evaluation);
        if metric.formula.starts_with('~') {
            continue;
        }
        let is_same = match (printed, compiled) {
            (Some(printed), Some(compiled)) => gap(printed, compiled) <= 1.0e-12,
            (None, None) => true,
            _ => false,
        };
        if !is_same {
            return Err(format!("{}: {printed:?}, compiled {compiled:?}", metric.path));
        }
        checked += usize::from(compiled.is_some());
    }
    Ok(checked)
}

#[test]
fn prop_every_formula_gives_its_metric() {
    let case = default_case();
    let evaluation = Evaluator::new(&case).evaluate(&case);
    let checked = formulas(&case, &evaluation);
    assert!(checked.as_ref().is_ok_and(|checked| *checked > 85), "{checked:?}");
}

#[test]
fn prop_every_formula_gives_its_metric_in_every_scenario() {
    for (name, case) in shipped_cases() {
        let checked = formulas(&case, &Evaluator::new(&case).evaluate(&case));
        assert!(checked.as_ref().is_ok_and(|checked| *checked > 80), "{name}: {checked:?}");
    }
}

#[test]
fn prop_every_formula_gives_its_metric_in_random_cases() {
    check(2_000, pinned_cases(), |random| {
        let evaluation = Evaluator::new(&random.case).evaluate(&random.case);
        let checked = formulas(&random.case, &evaluation);
        prop_assert!(checked.is_ok(), "{}", checked.unwrap_err());
        Ok(())
    });
}
