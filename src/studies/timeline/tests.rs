//! Tests of timelines.

use super::*;
use crate::scenario::open;
use crate::studies::uncertain::Selection;
use std::sync::atomic::{AtomicBool, AtomicU64};

/// Two years of the present flow, a thousand tonnes each.
const STOCK: Stock = Stock { start: 2.0, limit: 100.0, yearly: 1.0e6 };

#[test]
fn a_known_share_of_crossings_is_found_and_the_rest_never_crosses() {
    let years: Vec<Option<i32>> =
        (0..1_000).map(|at| (at % 100 < 31).then_some(2_030 + at % 21)).collect();
    let found = parity(2_027, 2_060, &years);
    assert_eq!((found.crossed, found.samples), (310, 1_000));
    assert!((found.share.0 - 0.31).abs() < 1e-15);
    assert!(found.share.1.0 < 0.31 && found.share.1.1 > 0.31);
    assert_eq!(found.median, None, "fewer than half cross, so the median of all is never");
    assert!((2_038..=2_042).contains(&found.median_of_crossed.unwrap()));
    assert_eq!(found.years.iter().map(|(_, count)| count).sum::<usize>(), 310);
}

#[test]
fn where_all_cross_both_medians_agree() {
    let found = parity(2_030, 2_040, &[Some(2_031), Some(2_033), Some(2_039)]);
    assert_eq!((found.median, found.median_of_crossed), (Some(2_033), Some(2_033)));
    assert_eq!(parity(2_030, 2_040, &[None, None]).median_of_crossed, None);
}

#[test]
fn experience_adds_up_and_stops_growing_at_its_limit() {
    let still = experience(10.0, 0.0, (5.0, 100.0));
    assert!((still.total - 3.0).abs() < 1e-12 && (still.flow - 1.0).abs() < 1e-12);
    let capped = experience(40.0, 1.0, (1.0, 8.0));
    assert!((capped.flow - 8.0).abs() < 1e-9);
    let risen = 7.0 / std::f64::consts::LN_2;
    assert!((capped.total - (1.0 + risen + 8.0 * 37.0)).abs() < 1e-6, "{capped:?}");
}

#[test]
fn lighter_arrays_weigh_less_by_area_and_by_power() {
    let start = open("reference-2026", &[]).unwrap().nominal();
    let mut case = start;
    let place = TRENDS.iter().position(|trend| trend.inputs[0] == "array.specific_power");
    let mut rates = [0.0; TRENDS.len()];
    rates[place.unwrap()] = 0.05;
    age(&mut case, 10.0, &rates, &STOCK);
    let grown = case.array.specific_power / start.array.specific_power;
    let fallen = case.array.areal_mass / start.array.areal_mass;
    assert!((grown.base() - 1.05_f64.powi(10)).abs() < 1e-12);
    assert!(((grown * fallen).base() - 1.0).abs() < 1e-12);
}

#[test]
fn an_input_at_the_end_of_its_range_is_listed() {
    let mut case =
        open("reference-2026", &["array.specific_power=400 W/kg".to_owned()]).unwrap().nominal();
    let mut rates = [0.0; TRENDS.len()];
    assert!(held(&[age(&mut case, 30.0, &rates, &STOCK)]).is_empty());
    let place = TRENDS.iter().position(|trend| trend.inputs[0] == "array.specific_power");
    rates[place.unwrap()] = 1.0;
    let mask = age(&mut case, 30.0, &rates, &STOCK);
    let found = held(&[mask, 0, mask]);
    assert_eq!(found, [Held { path: "array.specific_power", samples: 2 }]);
    let high = input("array.specific_power").unwrap();
    let unit = display_unit(high.unit).unwrap();
    assert!(((high.get)(&case) / unit.to_base(high.high) - 1.0).abs() < 1e-12);
}

#[test]
fn a_price_learned_before_the_first_year_learns_on_from_there() {
    let case = |set: &[String]| open("reference-2026", set).unwrap().nominal();
    let later = case(&["launch.cumulative_mass=1000000 t".to_owned()]);
    assert!((STOCK.of_launch(&case(&[])) - STOCK.start).abs() < 1e-12);
    assert!((STOCK.of_launch(&later) - 1_000.0).abs() < 1e-9);
    let fallen = |start: Case| {
        let mut aged = start;
        let rates = TRENDS.map(|trend| if trend.inputs[0].ends_with("price") { 0.2 } else { 0.0 });
        age(&mut aged, 1.0, &rates, &STOCK);
        (aged.launch.flight_price / start.launch.flight_price).base()
    };
    let doublings = |more: f64| 0.8_f64.powf((1.0 + more).log2());
    assert!((fallen(case(&[])) - doublings(1.0 / 2.0)).abs() < 1e-9);
    assert!((fallen(later) - doublings(1.0 / 1_000.0)).abs() < 1e-9);
}

#[test]
fn more_learning_never_makes_orbit_dearer() {
    let cost = |learning: f64, rate: f64, years: f64| {
        let set = [format!("fleet.learning_rate={learning}"), "fleet.priced_unit=1".to_owned()];
        let base = open("optimistic-2035", &set).unwrap().nominal();
        let rates = TRENDS.map(|trend| match trend.course {
            TrendForm::Learning => rate,
            TrendForm::Flow => 0.2,
            TrendForm::Growth => 0.0,
        });
        let (year, _) = aged(&mut Evaluator::new(&base), &base, years, (&rates, &STOCK));
        year.orbit.unwrap()
    };
    for years in [0.0, 3.0, 20.0] {
        let by_fleet = [0.0, 0.02, 0.1, 0.25].map(|learning| cost(learning, 0.1, years));
        let by_mass = [0.0, 0.05, 0.1, 0.2].map(|rate| cost(0.1, rate, years));
        for costs in [by_fleet, by_mass] {
            let falls = |pair: &[f64]| pair[1] <= pair[0] * (1.0 + 1e-9);
            assert!(costs.windows(2).all(falls), "{years}: {costs:?}");
        }
    }
}

#[test]
fn a_gate_that_keeps_cheap_samples_from_crossing_is_named() {
    let year = |ratio: f64, fails: u16| Year {
        ratio: Some(ratio),
        orbit: None,
        ground: None,
        launch_price: 0.0,
        ramp: None,
        fails,
    };
    let found = [
        vec![year(1.2, 0), year(0.9, 0)],
        vec![year(1.2, 0), year(0.9, 0b10)],
        vec![year(0.8, 0b100), year(0.7, 0b110)],
        vec![year(1.2, 0b1), year(1.1, 0b1)],
    ];
    let crossings: Vec<Option<i32>> = found.iter().map(|years| crossing(2_030, years)).collect();
    assert_eq!(crossings, [Some(2_031), None, None, None]);
    let kept = kept(&found, &crossings);
    assert_eq!((kept.samples, kept.gates), (2, vec![(GATES[1].name, 2), (GATES[2].name, 1)]));
}

#[test]
fn without_years_a_case_does_not_age() {
    let case = open("reference-2026", &[]).unwrap().nominal();
    let mut aged = case;
    age(&mut aged, 0.0, &[0.2; TRENDS.len()], &STOCK);
    assert_eq!(aged, case);
}

#[test]
fn prices_fall_and_shares_of_crossings_never_do() {
    let scenario = open("optimistic-2035", &[]).unwrap();
    let selection = Selection { without: vec!["orbit".to_owned()], ..Selection::default() };
    let draw = Draw::new(&scenario, &selection, Method::Sobol, 1).unwrap();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    let (stop, done) = (AtomicBool::new(false), AtomicU64::new(0));
    let workers = Workers { pool: &pool, stop: &stop, done: &done };
    let found = timeline(&draw, (2_035, 2_050), (128, 2026), &workers).unwrap();
    for pair in found.rows.windows(2) {
        assert!(pair[1].crossed >= pair[0].crossed);
        let price = |row: &TimelineYear| row.launch_price.unwrap().points[1];
        assert!(price(&pair[1]) <= price(&pair[0]));
    }
    assert!((found.rows.last().unwrap().crossed - found.parity.share.0).abs() < 1e-12);
}
