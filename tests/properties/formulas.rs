//! Formulas of the table of metrics against the evaluation.

use crate::common::{check, default_case, gap, lookup, pinned_cases, shipped_cases};
use proptest::prelude::*;
use skyrack::system::environment::Model;
use skyrack::system::evaluate::Evaluation;
use skyrack::system::formula;
use skyrack::system::inputs::Case;
use skyrack::system::metrics::METRICS;
use skyrack::system::pins::pin;

/// The large number that a small difference is taken from, where a formula cannot be better than its rounding.
fn difference_of(path: &str) -> &'static str {
    match path {
        "mass.propellant" => "mass.dry",
        "mass.launched" => "mass.pin_difference",
        _ => "",
    }
}

/// Checks every formula whose metric is not pinned, and counts them.
fn formulas(case: &Case, evaluation: &Evaluation) -> Result<usize, String> {
    let mut checked = 0;
    for metric in METRICS {
        if pin(metric.path).is_some_and(|pin| (pin.get)(&case.pins).is_some()) {
            continue;
        }
        let by_formula =
            formula::value(metric.formula, |path| lookup(case, evaluation, path)).unwrap();
        if let (Some(by_formula), Some(value)) = (by_formula, (metric.get)(&evaluation.outcome)) {
            let large = lookup(case, evaluation, difference_of(metric.path)).unwrap_or(0.0);
            let rounding = (by_formula - value).abs() <= 1.0e-14 * large.abs();
            if gap(by_formula, value) > 1.0e-9 && !rounding {
                return Err(format!(
                    "{}: formula {by_formula:e}, evaluation {value:e}",
                    metric.path
                ));
            }
            checked += 1;
        }
    }
    Ok(checked)
}

#[test]
fn prop_every_formula_gives_its_metric() {
    let case = default_case();
    let evaluation = Model::new(&case).evaluate(&case);
    let checked = formulas(&case, &evaluation);
    assert!(checked.as_ref().is_ok_and(|checked| *checked > 90), "{checked:?}");
}

#[test]
fn prop_every_formula_gives_its_metric_in_every_scenario() {
    for (name, case) in shipped_cases() {
        let checked = formulas(&case, &Model::new(&case).evaluate(&case));
        assert!(checked.as_ref().is_ok_and(|checked| *checked > 80), "{name}: {checked:?}");
    }
}

#[test]
fn prop_every_formula_gives_its_metric_in_random_cases() {
    check(2_000, pinned_cases(), |random| {
        let evaluation = Model::new(&random.case).evaluate(&random.case);
        let checked = formulas(&random.case, &evaluation);
        prop_assert!(checked.is_ok(), "{}", checked.unwrap_err());
        Ok(())
    });
}
