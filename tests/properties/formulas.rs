//! Formulas of the table of metrics against the evaluation.

use skyrack::catalog::Catalog;
use skyrack::system::environment::Model;
use skyrack::system::formula;
use skyrack::system::inputs::{Case, INPUTS};
use skyrack::system::metrics::METRICS;
use skyrack::system::value::Kind;

#[test]
fn show() {
    let catalog = Catalog::builtin();
    let case = Case::from_values(|input| match input.kind {
        Kind::Quantity => catalog.value(input.default, 2026).unwrap_or_else(|e| panic!("{}: {e:?}", input.path)).nominal,
        Kind::Choice(names) => {
            let text = catalog.row(input.default).and_then(|row| row.text()).unwrap_or("");
            names.iter().position(|name| *name == text).unwrap_or_else(|| panic!("{}", input.path)) as f64
        }
        Kind::Date => 9_862.0 * 86_400.0,
    });
    let mut model = Model::new(&case);
    let evaluation = model.evaluate(&case);
    let lookup = |path: &str| {
        METRICS.iter().find(|m| m.path == path).and_then(|m| (m.get)(&evaluation.outcome))
            .or_else(|| INPUTS.iter().find(|i| i.path == path).map(|i| (i.get)(&case)))
    };
    for metric in METRICS {
        let unit = skyrack::units::format::display_unit(metric.unit);
        let value = (metric.get)(&evaluation.outcome);
        let by = formula::value(metric.formula, lookup).unwrap_or_else(|e| panic!("{e}"));
        let off = match (value, by) { (Some(a), Some(b)) => (a-b).abs()/a.abs().max(1e-300), _ => 0.0 };
        println!("{:32} {:>14} {:10} {:?}", metric.path, value.map_or("none".into(), |v| format!("{:.5}", unit.as_ref().map_or(f64::NAN, |u| u.from_base(v)))), metric.unit, if off > 1e-9 { format!("OFF {off:e}") } else { String::new() });
    }
    for (g, r) in evaluation.gates.iter().zip(&skyrack::system::verdict::GATES) { println!("{} {:?}", r.name, g); }
    for n in evaluation.notes.iter() { println!("{n:?}"); }
    panic!("shown");
}
