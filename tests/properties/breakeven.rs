//! Roots of a metric in one input, on metrics whose roots are known.

use crate::common::default_case;
use skyrack::studies::breakeven::{Breakeven, breakeven};
use skyrack::system::inputs::{Case, input};

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
    near(&roots(|h| if h < 5.55e5 { -1.0 } else { 2.0 }), &[5.55e5]);
    assert!(roots(|h| h).is_empty());
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
