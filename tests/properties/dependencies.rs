//! Inputs and metrics: every input is alive, and an explanation leads from a metric to every input
//! that moves it.

use crate::common::{default_case, gap, lifted_case, range, shipped_cases, the, with};
use skyrack::scenario::{EMBEDDED, open};
use skyrack::studies::explain::{Quantity, explain};
use skyrack::system::evaluation::Evaluation;
use skyrack::system::evaluator::Evaluator;
use skyrack::system::inputs::{Case, INPUTS, Input};
use skyrack::system::metrics::METRICS;
use skyrack::system::pins::Pins;
use skyrack::system::value::Form;
use std::collections::{BTreeMap, BTreeSet};

/// Other values of an input: every other choice, else some steps to either side within the range.
pub(crate) fn others(input: &Input, now: f64) -> Vec<f64> {
    let (low, high) = range(input);
    let candidates: Vec<f64> = match input.form {
        Form::Choice(names) => (0..names.len()).map(|position| position as f64).collect(),
        Form::Date => vec![now + 86_400.0 * 30.0, now + 86_400.0 * 500.0],
        Form::Quantity if now == 0.0 => [1.0e-3, 0.1, 1.0].map(|share| share * high).to_vec(),
        Form::Quantity => vec![now * 1.03, now * 0.97, now * 1.5, now * 0.5, low, high],
    };
    candidates
        .into_iter()
        .map(|value| value.clamp(low, high))
        .filter(|value| value.to_bits() != now.to_bits())
        .collect()
}

/// Metrics that exist in two evaluations and differ by more than rounding.
fn moved(one: &Evaluation, other: &Evaluation) -> impl Iterator<Item = &'static str> {
    METRICS
        .iter()
        .filter(move |metric| {
            let both = (metric.get)(one).zip((metric.get)(other));
            both.is_some_and(|(one, other)| gap(one, other) > 1.0e-12)
        })
        .map(|metric| metric.path)
}

fn without_pins(case: &Case) -> Case {
    Case { pins: Pins::default(), ..*case }
}

/// Whether another choice makes the catalog fill in other values.
fn moves_by_reading(path: &str) -> bool {
    let Form::Choice(names) = the(path).form else { return false };
    EMBEDDED.iter().any(|(scenario, _)| {
        let outcomes = names.iter().filter_map(|name| {
            let case = open(scenario, &[format!("{path}={name}")]).ok()?.nominal();
            Some(Evaluator::new(&case).evaluate(&case))
        });
        let outcomes: Vec<_> = outcomes.collect();
        outcomes.windows(2).any(|pair| pair[0] != pair[1])
    })
}

#[test]
fn prop_every_input_moves_something_in_a_shipped_scenario() {
    let mut dead: BTreeSet<&str> = INPUTS.iter().map(|input| input.path).collect();
    for (_, case) in shipped_cases() {
        let mut model = Evaluator::new(&case);
        let before = model.evaluate(&case);
        dead.retain(|path| {
            let input = the(path);
            others(input, (input.get)(&case))
                .into_iter()
                .all(|value| model.evaluate(&with(&case, path, value)) == before)
        });
    }
    dead.retain(|path| !moves_by_reading(path));
    assert!(dead.is_empty(), "these inputs move nothing in any scenario: {dead:?}");
}

#[test]
fn prop_an_explanation_reaches_every_input_that_moves_a_metric() {
    let mut missing: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let reached: BTreeMap<&str, BTreeSet<&str>> = METRICS
        .iter()
        .map(|metric| {
            let inputs = explain(metric.path, usize::MAX).into_iter().filter_map(|step| match step
                .quantity
            {
                Quantity::Input(input) => Some(input.path),
                Quantity::Metric(_) => None,
            });
            (metric.path, inputs.collect())
        })
        .collect();
    let cases = shipped_cases().into_iter().map(|(_, case)| without_pins(&case));
    let inclined = with(&default_case(), "orbit.plane", 1.0);
    for case in cases.chain([default_case(), inclined, lifted_case()]) {
        let mut model = Evaluator::new(&case);
        let before = model.evaluate(&case);
        for input in INPUTS {
            for value in others(input, (input.get)(&case)) {
                let after = model.evaluate(&with(&case, input.path, value));
                for metric in moved(&before, &after) {
                    if !reached[metric].contains(input.path) {
                        missing.entry(metric).or_default().insert(input.path);
                    }
                }
            }
        }
    }
    let list: Vec<String> =
        missing.iter().map(|(metric, inputs)| format!("{metric} <- {inputs:?}")).collect();
    assert!(list.is_empty(), "explanations that miss an input:\n{}", list.join("\n"));
}
