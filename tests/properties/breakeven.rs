//! Roots of a metric in one input, on metrics whose roots are known.

use crate::common::default_case;
use skyrack::studies::breakeven::breakeven;
use skyrack::system::inputs::{Case, input};

/// Roots in the altitude from 200 to 1 200 km of a function of the altitude in meters.
fn roots(metric: impl Fn(f64) -> f64) -> Vec<f64> {
    let altitude = input("orbit.altitude").unwrap();
    let read = |case: &Case| Some(metric((altitude.get)(case)));
    breakeven(&default_case(), altitude, (2.0e5, 1.2e6), 0.0, read).roots
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
