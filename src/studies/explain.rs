//! How a metric comes about: its formula, the numbers in it, and the way down to the inputs.

mod rows;

pub use rows::{Explained, Explanation, NumberOrigin, explained};

pub use crate::scenario::quantity::{Quantity, quantity};

use crate::system::budget::parts_of;
use crate::system::formula;
use crate::system::inputs::input;
use crate::system::verdict::gate;

/// One line of an explanation.
#[derive(Debug, Clone, Copy)]
pub struct ExplainStep {
    /// The quantity that is explained.
    pub quantity: Quantity,
    /// Steps down from the metric that was asked for.
    pub depth: usize,
    /// Whether it was explained further up, so that its own parts are left out here.
    pub is_repeated: bool,
}

/// The metric and all that it depends on, each above its parts, down to the inputs or to `deepest`
/// steps.
///
/// A gate, such as `gate.heat`, is explained by its value and its limit. A part that appeared
/// before is listed again without its own parts. An input and a metric of the same path are told
/// apart by where they stand: a metric whose sentence names its own path means the input.
pub fn explain(path: &str, deepest: usize) -> Vec<ExplainStep> {
    let (mut steps, mut seen) = (Vec::new(), Vec::new());
    let of_gate = gate(path).map(|rule| rule.paths.to_vec());
    for top in of_gate.unwrap_or_else(|| vec![path]).into_iter().filter_map(quantity) {
        follow(top, 0, deepest, &mut seen, &mut steps);
    }
    steps
}

/// How far down an explanation can be followed within so many lines, one step at least, and how
/// many there are in all.
pub fn depth_within(path: &str, most: usize) -> (usize, usize) {
    let all = explain(path, usize::MAX);
    let deepest = all.iter().map(|step| step.depth).max().unwrap_or(0);
    let fits = |depth: &usize| explain(path, *depth).len() <= most;
    let depth = (2..=deepest).take_while(fits).last().unwrap_or(1.min(deepest));
    (depth, all.len())
}

fn follow(
    quantity: Quantity,
    depth: usize,
    deepest: usize,
    seen: &mut Vec<&'static str>,
    steps: &mut Vec<ExplainStep>,
) {
    let Quantity::Metric(metric) = quantity else {
        steps.push(ExplainStep { quantity, depth, is_repeated: false });
        return;
    };
    let is_repeated = seen.contains(&metric.path);
    steps.push(ExplainStep { quantity, depth, is_repeated });
    if is_repeated || depth >= deepest {
        return;
    }
    seen.push(metric.path);
    let mut parts = formula::paths(metric.formula);
    // a sentence may leave what is added up to the ledger
    if formula::is_sentence(metric.formula) {
        parts.extend(parts_of(metric.path));
    }
    for part in parts {
        let next = if part == metric.path {
            input(part).map(Quantity::Input)
        } else {
            self::quantity(part)
        };
        if let Some(next) = next {
            follow(next, depth + 1, deepest, seen, steps);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::open;
    use crate::studies::evaluated::EvaluatedScenario;
    use crate::system::metrics::METRICS;
    use crate::system::verdict::GATES;

    #[test]
    fn every_path_of_every_formula_is_known() {
        for metric in METRICS {
            for path in formula::paths(metric.formula) {
                assert!(
                    quantity(path).is_some(),
                    "`{}` names `{path}`, which is neither metric nor input",
                    metric.path
                );
            }
        }
    }

    #[test]
    fn every_metric_leads_down_to_inputs() {
        for metric in METRICS {
            let steps = explain(metric.path, usize::MAX);
            let reached = steps.iter().any(|step| matches!(step.quantity, Quantity::Input(_)));
            assert!(reached, "`{}` reaches no input", metric.path);
        }
    }

    #[test]
    fn a_gate_is_explained_by_its_value_and_its_limit() {
        for rule in &GATES {
            let steps = explain(&format!("gate.{}", rule.name), 0);
            let tops: Vec<&str> = steps.iter().map(|step| step.quantity.path()).collect();
            assert_eq!(tops, rule.paths, "{}", rule.name);
        }
        let subject = EvaluatedScenario::new(open("reference-2026", &[]).unwrap()).unwrap();
        for rule in &GATES {
            let own = [rule.value, rule.limit].map(|of| of(&subject.evaluation));
            assert_eq!(own, rule.paths.map(|path| subject.value(path)), "{}", rule.name);
        }
    }

    #[test]
    fn the_depth_within_some_lines_is_the_deepest_that_fits() {
        for metric in METRICS {
            let (depth, all) = depth_within(metric.path, 40);
            assert_eq!(all, explain(metric.path, usize::MAX).len());
            assert!(depth <= 1 || explain(metric.path, depth).len() <= 40, "{}", metric.path);
            let next = explain(metric.path, depth + 1).len();
            assert!(next > 40 || next == all, "{}", metric.path);
        }
        assert_eq!(depth_within("launch.price", 40), (0, 1));
    }

    #[test]
    fn an_unknown_path_has_no_explanation() {
        assert!(explain("no.such", 9).is_empty());
    }
}
