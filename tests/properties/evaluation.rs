//! An evaluation is finite, adds up, repeats itself, and shows what was pinned, whatever the case.

use crate::common::{any_cases, check, gap, pinned_cases, value};
use proptest::prelude::*;
use skyrack::system::budget::ledgers;
use skyrack::system::evaluation::Evaluation;
use skyrack::system::evaluator::Evaluator;
use skyrack::system::inputs::Case;
use skyrack::system::metrics::METRICS;
use skyrack::system::notes::Note;
use skyrack::system::pins::PINS;
use skyrack::system::verdict::{GATES, binding, is_feasible};

fn evaluate(case: &Case) -> Evaluation {
    Evaluator::new(case).evaluate(case)
}

#[test]
fn prop_every_metric_that_exists_is_finite() {
    check(4_000, pinned_cases(), |random| {
        let evaluation = evaluate(&random.case);
        for metric in METRICS {
            if let Some(value) = (metric.get)(&evaluation) {
                prop_assert!(value.is_finite(), "{} is {value}", metric.path);
            }
        }
        for (rule, gate) in GATES.iter().zip(&evaluation.gates) {
            for number in [gate.value, gate.limit, gate.margin].into_iter().flatten() {
                prop_assert!(number.is_finite(), "gate {}: {gate:?}", rule.name);
            }
            let counted = gate.margin.is_some_and(|margin| margin >= -1.0e-12);
            let unlaunched = rule.name == "build" && gate.value.is_none() && gate.limit.is_some();
            prop_assert_eq!(gate.ok, counted || unlaunched, "gate {}: {:?}", rule.name, gate);
            let is_explained =
                !is_feasible(&evaluation.gates) || evaluation.notes.has(Note::NoWork);
            prop_assert!(!unlaunched || is_explained, "nothing says why nothing is launched");
        }
        prop_assert!(binding(&evaluation.gates) < GATES.len());
        Ok(())
    });
}

#[test]
fn prop_what_cannot_be_negative_is_not() {
    let signed = [
        "environment.beta_min",
        "environment.beta_max",
        "breakeven.launch_price_signed",
        "launch.velocity",
        "mass.pin_difference",
        "radiator.heat",
        "power.bus",
        "orbit.net_present_value",
        "orbit.value_of_earlier_power",
        "orbit.magnitude",
        "rocket.net_present_value",
        "rocket.rate_of_return",
        "ground.net_present_value",
    ];
    check(2_000, any_cases(), |random| {
        let evaluation = evaluate(&random.case);
        for metric in METRICS.iter().filter(|metric| !signed.contains(&metric.path)) {
            if let Some(value) = (metric.get)(&evaluation) {
                prop_assert!(value >= 0.0, "{} is {value}", metric.path);
            }
        }
        Ok(())
    });
}

#[test]
fn prop_every_ledger_adds_up() {
    check(2_000, pinned_cases(), |random| {
        let evaluation = evaluate(&random.case);
        let ledgers = ledgers(|path| crate::common::lookup(&random.case, &evaluation, path));
        for ledger in ledgers.unwrap() {
            prop_assert!(ledger.residual < 1.0e-9, "{}: {:e}", ledger.name, ledger.residual);
        }
        Ok(())
    });
}

#[test]
fn prop_the_same_case_gives_the_same_bits_whatever_came_before() {
    check(1_000, (pinned_cases(), pinned_cases()), |(first, second)| {
        let fresh = evaluate(&first.case);
        let mut model = Evaluator::new(&second.case);
        let other = model.evaluate(&second.case);
        prop_assert!(model.evaluate(&first.case) == fresh, "after another case");
        prop_assert!(model.evaluate(&second.case) == other, "after going back");
        prop_assert!(model.clone().evaluate(&first.case) == fresh, "in a copy");
        Ok(())
    });
}

#[test]
fn prop_a_pinned_value_is_what_the_outcome_shows() {
    check(2_000, pinned_cases(), |random| {
        let evaluation = evaluate(&random.case);
        for pin in PINS {
            let Some(pinned) = (pin.get)(&random.case.pins) else { continue };
            if let Some(shown) = value(&evaluation, pin.path) {
                prop_assert!(gap(shown, pinned) < 1.0e-12, "{}: {shown} {pinned}", pin.path);
            }
        }
        Ok(())
    });
}

#[test]
fn prop_a_design_that_closes_has_every_number() {
    check(2_000, any_cases(), |random| {
        let evaluation = evaluate(&random.case);
        // no gate asks for work, and where none is done nothing has a cost
        if is_feasible(&evaluation.gates) && !evaluation.notes.has(Note::NoWork) {
            for metric in METRICS {
                let may_miss = metric.path == "breakeven.launch_price"
                    || metric.path.starts_with("ratio.")
                    || metric.path.starts_with("rocket.")
                    || metric.path == "breakeven.ratio_at_free_launch"
                    || metric.path == "orbit.lifetime"
                    || metric.path == "orbit.magnitude"
                    || metric.path == "external.black_carbon"
                    || metric.path == "downlink.radio_capacity"
                    || metric.path == "downlink.station_share"
                    || metric.path.starts_with("array.damage_")
                    || metric.path == "propulsion.drag_force";
                let exists = (metric.get)(&evaluation).is_some();
                prop_assert!(exists || may_miss, "{} does not exist", metric.path);
            }
        }
        Ok(())
    });
}
