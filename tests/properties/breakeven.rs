//! Roots of a metric in one input, on metrics whose roots are known.

use crate::common::{self, default_case};
use skyrack::scenario::open;
use skyrack::studies::breakeven::{Breakeven, breakeven};
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::system::inputs::{Case, input};
use skyrack::system::metrics::metric;
use skyrack::units::format::in_unit;

/// Where a function of the altitude in meters meets a target from 200 to 1 200 km.
fn found(target: f64, metric: impl Fn(f64) -> Option<f64>) -> Breakeven {
    let altitude = input("orbit.altitude").unwrap();
    let read = |case: &Case| metric((altitude.get)(case));
    breakeven(&default_case(), altitude, (2.0e5, 1.2e6), target, read)
}

/// Roots in the altitude from 200 to 1 200 km of a function of the altitude in meters.
fn roots(metric: impl Fn(f64) -> f64) -> Vec<f64> {
    found(0.0, |h| Some(metric(h))).roots
}

fn near(found: &[f64], wanted: &[f64]) {
    assert_eq!(found.len(), wanted.len(), "{found:?}");
    for (found, wanted) in found.iter().zip(wanted) {
        assert!((found - wanted).abs() < 1.0e-6 * wanted, "{found} is not {wanted}");
    }
}

#[test]
fn prop_every_crossing_is_found() {
    near(&roots(|h| (h - 3.0e5) * (h - 7.1e5)), &[3.0e5, 7.1e5]);
    assert!(roots(|h| h).is_empty());
}

#[test]
fn prop_a_jump_over_the_target_is_no_root_and_has_its_values_on_both_sides() {
    let step = |h: f64| if h < 5.55e5 { -1.0 } else { 2.0 };
    for slope in [0.0, 1.0e-6, -1.0e-6] {
        let found = found(0.0, |h| Some(step(h) + slope * (h - 5.55e5)));
        assert!(found.roots.is_empty(), "{found:?}");
        let [jump] = found.jumps[..] else { panic!("{found:?}") };
        near(&[jump.at, -jump.below, jump.above], &[5.55e5, 1.0, 2.0]);
    }
    let back = found(0.0, |h| Some(-step(h)));
    assert!(back.jumps.len() == 1 && back.jumps[0].below > 0.0, "{back:?}");
}

#[test]
fn prop_a_jump_onto_the_target_meets_it() {
    for (low, high) in [(-1.0, 0.0), (0.0, 1.0)] {
        let found = found(0.0, |h| Some(if h < 5.55e5 { low } else { high }));
        assert!(found.jumps.is_empty() && found.plateaus.len() == 1, "{found:?}");
    }
}

#[test]
fn prop_steep_is_no_jump_and_a_pole_is_no_root() {
    let steep = found(0.0, |h| Some((1.0e-2 * (h - 5.55e5)).tanh()));
    near(&steep.roots, &[5.55e5]);
    let root = found(0.0, |h| Some((h - 5.55e5).cbrt()));
    near(&root.roots, &[5.55e5]);
    let pole = found(0.0, |h| Some(1.0 / (h - 5.55e5)));
    assert!(pole.roots.is_empty(), "{pole:?}");
}

#[test]
fn prop_cost_over_size_jumps_over_a_target_that_it_never_meets() {
    let scenario = open("reference-2026", &["satellite.array_power=0 kW".to_owned()]).unwrap();
    let subject = EvaluatedScenario::new(scenario).unwrap();
    let size = input("satellite.it_power").unwrap();
    let cost = metric("orbit.cost_per_it_energy").unwrap();
    let mut model = subject.model.clone();
    let mut read = |case: &Case| (cost.get)(&model.evaluate(case));
    let target = 30_000.0 * (cost.get)(&subject.evaluation).unwrap()
        / in_unit((cost.get)(&subject.evaluation).unwrap(), cost.unit);
    let found = breakeven(&subject.case, size, (5.0e3, 4.0e5), target, &mut read);
    assert!(found.jumps.len() >= 3, "{found:?}");
    for jump in &found.jumps {
        assert!((jump.below < target) != (jump.above < target), "{jump:?}");
        let beside = read(&common::with(&subject.case, size.path, jump.at.next_down())).unwrap();
        near(&[beside], &[jump.below]);
    }
    for root in &found.roots {
        let there = read(&common::with(&subject.case, size.path, *root)).unwrap();
        near(&[there], &[target]);
    }
}

#[test]
fn prop_a_stretch_on_target_is_given_by_its_ends() {
    near(&roots(|h| (h - 9.0e5).max(0.0) - (4.0e5 - h).max(0.0)), &[4.0e5, 9.0e5]);
    near(&roots(|h| (h - 8.0e5).max(0.0)), &[2.0e5, 8.0e5]);
}

#[test]
fn prop_a_scan_point_on_target_is_one_root() {
    let middle = 2.0e5 + 1.0e6 * 256.0 / 512.0;
    near(&roots(|h| h - middle), &[middle]);
}

#[test]
fn prop_a_stretch_that_jitters_by_rounding_is_one_stretch() {
    let jitter = |h: f64| 1.0 + f64::EPSILON * f64::from(u8::from(h.to_bits().is_multiple_of(2)));
    let flat = |h: f64| jitter(h) * if h < 5.0e5 { h / 5.0e5 } else { (h / 9.0e5).max(1.0) };
    let found = found(1.0, |h| Some(flat(h)));
    near(&found.roots, &[5.0e5, 9.0e5]);
    assert_eq!(found.plateaus, [(found.roots[0], found.roots[1])]);
    assert_eq!(found.meetings(), [(found.roots[0], Some(found.roots[1]))]);
}

#[test]
fn prop_a_stretch_ends_where_the_metric_does() {
    let found = found(0.0, |h| (h < 8.0e5).then(|| (h - 6.0e5).min(0.0) * (h - 3.0e5)));
    near(&found.roots, &[3.0e5, 6.0e5, 8.0e5]);
    let [one, (from, Some(to))] = found.meetings()[..] else { panic!("{found:?}") };
    assert_eq!(one, (found.roots[0], None));
    near(&[from, to], &[6.0e5, 8.0e5]);
}
