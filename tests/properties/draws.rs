//! Random draws: the column of an input depends on nothing but seed, method, index and its stream.

use crate::common::check;
use proptest::prelude::*;
use skyrack::scenario::{Scenario, open};
use skyrack::studies::draw::{Block, Draw};
use skyrack::studies::points::{Method, REPLICATES};
use skyrack::studies::uncertain::Selection;
use std::collections::BTreeMap;

/// Points of a design that are compared.
const POINTS: usize = 40;

const METHODS: [Method; 3] =
    [Method::MonteCarlo, Method::LatinHypercube { samples: 1_000 }, Method::Sobol];

/// Drawn values, bit for bit, of each uncertain input in one design.
fn columns(draw: &Draw, replicate: u64, first: u64) -> BTreeMap<&'static str, Vec<u64>> {
    let mut block = Block::default();
    draw.fill(replicate, first, POINTS, &mut block);
    let bits = |at| block.column(at).iter().map(|value| value.to_bits()).collect();
    let inputs = draw.uncertainty.inputs.iter().enumerate();
    inputs.map(|(at, uncertain)| (uncertain.input().path, bits(at))).collect()
}

fn drawn(scenario: &Scenario, without: &[&str], method: Method, independent: bool) -> Draw {
    let without = without.iter().map(|path| (*path).to_owned()).collect();
    let selection = Selection { without, independent, ..Selection::default() };
    Draw::new(scenario, &selection, method, 7).unwrap()
}

fn paths(draw: &Draw) -> Vec<&'static str> {
    draw.uncertainty.inputs.iter().map(|uncertain| uncertain.input().path).collect()
}

/// Inputs that go together with no other, and the first of those that one draw moves.
fn alone(draw: &Draw) -> Vec<&'static str> {
    let (inputs, links) = (&draw.uncertainty.inputs, &draw.uncertainty.links);
    let is_alone = |at: usize| {
        inputs[at].stream == usize::from(inputs[at].input().stream)
            && links.iter().all(|link| link.pair.0 != at && link.pair.1 != at)
    };
    let inputs = paths(draw).into_iter().enumerate();
    inputs.filter(|(at, _)| is_alone(*at)).map(|(_, path)| path).collect()
}

#[test]
fn prop_an_input_keeps_its_draws_when_others_are_dropped() {
    let scenario = open("reference-2026", &[]).unwrap();
    let wholes = METHODS.map(|method| drawn(&scenario, &[], method, true));
    let count = paths(&wholes[0]).len();
    assert!(count > 100);
    let dropped = prop::collection::btree_set(0..count, 1..count / 2);
    check(40, (dropped, 0..REPLICATES, 0..80_u64), |(dropped, replicate, first)| {
        for (method, whole) in METHODS.into_iter().zip(&wholes) {
            let without: Vec<&str> = dropped.iter().map(|at| paths(whole)[*at]).collect();
            let part = columns(&drawn(&scenario, &without, method, true), replicate, first);
            let mut all = columns(whole, replicate, first);
            all.retain(|path, _| !without.contains(path));
            prop_assert_eq!(&part, &all, "{:?}", method);
        }
        Ok(())
    });
}

#[test]
fn each_uncertain_input_dropped_alone_leaves_the_draws_of_all_others() {
    let scenario = open("reference-2026", &[]).unwrap();
    for method in METHODS {
        let whole = drawn(&scenario, &[], method, true);
        let all = columns(&whole, 3, 11);
        for gone in paths(&whole) {
            let part = columns(&drawn(&scenario, &[gone], method, true), 3, 11);
            assert_eq!(part.len() + 1, all.len());
            for (path, column) in part {
                assert_eq!(column, all[path], "{path} without {gone}, {method:?}");
            }
        }
    }
}

#[test]
fn inputs_that_go_together_do_not_move_those_that_stand_alone() {
    let scenario = open("reference-2026", &[]).unwrap();
    for method in METHODS {
        let (tied, free) =
            (drawn(&scenario, &[], method, false), drawn(&scenario, &[], method, true));
        let alone = alone(&tied);
        assert!(alone.len() > 20 && alone.len() < paths(&tied).len());
        let (tied, free) = (columns(&tied, 2, 5), columns(&free, 2, 5));
        for path in alone {
            assert_eq!(tied[path], free[path], "{path}, {method:?}");
        }
    }
}

#[test]
fn an_input_with_a_spread_of_its_own_leaves_the_draws_of_all_others() {
    let spread = "orbit.altitude={ value = \"600 km\", low = \"550 km\", high = \"650 km\", \
                  shape = \"uniform\" }";
    let more = open("reference-2026", &[spread.to_owned()]).unwrap();
    let few = open("reference-2026", &["orbit.altitude=600 km".to_owned()]).unwrap();
    for method in METHODS {
        let before = columns(&drawn(&few, &[], method, true), 1, 3);
        let mut after = columns(&drawn(&more, &[], method, true), 1, 3);
        assert!(after.remove("orbit.altitude").is_some() && !before.contains_key("orbit.altitude"));
        assert_eq!(after, before, "{method:?}");
    }
}
