//! Stages of an evaluation: each input moves the stage of its mark and none before, and what is
//! kept is what would be found anew.

use crate::common::{check, default_case, lifted_case, pinned_cases, shipped_cases, with};
use crate::dependencies::others;
use proptest::prelude::*;
use skyrack::system::environment::Surroundings;
use skyrack::system::evaluation::Flight;
use skyrack::system::evaluator::Evaluator;
use skyrack::system::inputs::{Case, INPUTS, Stage};
use skyrack::system::pins::PINS;
use std::collections::BTreeMap;

/// What each stage but the last gives.
struct Stages {
    surroundings: Option<Surroundings>,
    flight: Flight,
}

fn stages(case: &Case, model: &Evaluator) -> Stages {
    let surroundings = Surroundings::new(case, model.year()).ok();
    Stages { surroundings, flight: Flight::new(case, surroundings.as_ref()) }
}

/// The first stage that differs.
fn first_moved(one: &Stages, other: &Stages) -> Stage {
    let [here, there] = [one, other].map(|stages| stages.surroundings);
    let orbits = [here, there].map(|around| around.map(|around| around.environment));
    if orbits[0] != orbits[1] {
        Stage::Orbit
    } else if here != there {
        Stage::Launch
    } else if format!("{:?}", one.flight) != format!("{:?}", other.flight) {
        Stage::Satellites
    } else {
        Stage::Costs
    }
}

#[test]
fn prop_each_input_moves_the_stage_of_its_mark_and_none_before() {
    let mut earliest: BTreeMap<&str, Stage> = BTreeMap::new();
    let cases = shipped_cases().into_iter().map(|(_, case)| case);
    let inclined = with(&default_case(), "orbit.plane", 1.0);
    let in_parts = with(&default_case(), "satellite.launches", 2.0);
    for case in cases.chain([default_case(), inclined, lifted_case(), in_parts]) {
        let model = Evaluator::new(&case);
        let before = stages(&case, &model);
        for input in INPUTS {
            for value in others(input, (input.get)(&case)) {
                let after = stages(&with(&case, input.path, value), &model);
                let stage = earliest.entry(input.path).or_insert(Stage::Costs);
                *stage = first_moved(&before, &after).min(*stage);
            }
        }
    }
    let wrong: Vec<String> = INPUTS
        .iter()
        .filter(|input| earliest[input.path] != input.stage)
        .map(|input| {
            format!("{} is {:?}, moves {:?}", input.path, input.stage, earliest[input.path])
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn prop_a_model_that_went_through_other_cases_evaluates_as_a_new_one() {
    let places = 0..INPUTS.len() + PINS.len();
    let pair = (pinned_cases(), pinned_cases(), proptest::collection::vec(places, 1..6));
    check(1_000, pair, |(one, other, picked)| {
        let mut case = one.case;
        let mut model = Evaluator::new(&case);
        for at in picked {
            if let Some(input) = INPUTS.get(at) {
                (input.set)(&mut case, (input.get)(&other.case));
            } else {
                let pin = &PINS[at - INPUTS.len()];
                (pin.set)(&mut case.pins, (pin.get)(&other.case.pins));
            }
            let kept = model.evaluate(&case);
            prop_assert_eq!(
                format!("{kept:?}"),
                format!("{:?}", Evaluator::new(&case).evaluate(&case))
            );
        }
        Ok(())
    });
}
