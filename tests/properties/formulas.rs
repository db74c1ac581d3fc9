//! Formulas of the table of metrics against the evaluation.

use crate::common::{default_case, lookup};
use skyrack::system::environment::Model;
use skyrack::system::formula;
use skyrack::system::metrics::METRICS;

#[test]
fn prop_every_formula_gives_its_metric() {
    let case = default_case();
    let evaluation = Model::new(&case).evaluate(&case);
    let mut checked = 0;
    for metric in METRICS {
        let by_formula =
            formula::value(metric.formula, |path| lookup(&case, &evaluation, path)).unwrap();
        if let (Some(by_formula), Some(value)) = (by_formula, (metric.get)(&evaluation.outcome)) {
            let gap = (by_formula - value).abs() / value.abs().max(1e-300);
            assert!(gap < 1e-9, "{}: formula {by_formula:e}, evaluation {value:e}", metric.path);
            checked += 1;
        }
    }
    assert!(checked > 90, "only {checked} formulas were checked");
}
