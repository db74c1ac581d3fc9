//! A gap shared out among what differs.

use crate::common::{default_case, gap, with};
use skyrack::scenario::open;
use skyrack::studies::bridge::bridge;
use skyrack::system::inputs::Case;
use skyrack::system::metrics::metric;

fn case(name: &str) -> Case {
    open(name, &["price_year=2026".to_owned()]).unwrap().nominal()
}

#[test]
fn prop_the_bars_add_up_to_the_gap() {
    let ratio = metric("ratio.cost").unwrap();
    for (from, to) in [
        ("published/mccalip", "reference-2026"),
        ("published/starcloud-2024", "published/suncatcher-2035"),
        ("falcon9", "starship"),
        ("optimistic-2035", "stoke-nova"),
    ] {
        let found = bridge(&case(from), &case(to), ratio).unwrap();
        assert!(found.residual().abs() < 1.0e-9, "{from} {to}: {:e}", found.residual());
    }
}

#[test]
fn prop_the_way_back_has_the_same_bars_with_the_other_sign() {
    let ratio = metric("ratio.cost").unwrap();
    let (one, other) = (case("falcon9"), case("starship"));
    let there = bridge(&one, &other, ratio).unwrap();
    let back = bridge(&other, &one, ratio).unwrap();
    for (bar, mirror) in there.bars.iter().zip(&back.bars) {
        assert_eq!(bar.name, mirror.name);
        assert!((bar.change + mirror.change).abs() < 1.0e-9, "{}", bar.name);
    }
}

#[test]
fn prop_a_difference_without_effect_changes_nothing() {
    let ratio = metric("ratio.cost").unwrap();
    let (one, other) = (case("falcon9"), case("starship"));
    let plain = bridge(&one, &other, ratio).unwrap();
    // carbon moves no cost, and stands in a group that differs in nothing else
    let greener = with(&other, "ground.carbon_intensity", 0.0);
    let more = bridge(&one, &greener, ratio).unwrap();
    for bar in &plain.bars {
        let same = more.bars.iter().find(|other| other.name == bar.name).unwrap();
        assert!(gap(bar.change, same.change) < 1.0e-9, "{}", bar.name);
    }
}

#[test]
fn prop_equal_scenarios_have_no_bars() {
    let found = bridge(&default_case(), &default_case(), metric("ratio.cost").unwrap()).unwrap();
    assert!(found.bars.is_empty() && found.residual().abs() < 1.0e-15);
}
