//! Cases that the properties start from.

use skyrack::catalog::Catalog;
use skyrack::system::evaluate::Evaluation;
use skyrack::system::inputs::{Case, input};
use skyrack::system::metrics::metric;
use skyrack::system::value::Kind;

/// The case of the catalog's defaults in 2027.
pub(crate) fn default_case() -> Case {
    let catalog = Catalog::builtin();
    Case::from_values(|input| match input.kind {
        Kind::Quantity => catalog.value(input.default, 2026).unwrap().nominal,
        Kind::Choice(names) => {
            let text = catalog.row(input.default).and_then(|row| row.text()).unwrap();
            names.iter().position(|name| *name == text).unwrap() as f64
        }
        Kind::Date => 9_862.0 * 86_400.0,
    })
}

/// Value of a metric, else of an input, in base units.
pub(crate) fn lookup(case: &Case, evaluation: &Evaluation, path: &str) -> Option<f64> {
    metric(path)
        .and_then(|metric| (metric.get)(&evaluation.outcome))
        .or_else(|| input(path).map(|input| (input.get)(case)))
}
