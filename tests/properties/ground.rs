//! Laws of solar panels and storage as the power supply of the ground.

use crate::common::{check, default_case, range, the, value, with};
use proptest::prelude::*;
use skyrack::scenario::open;
use skyrack::system::evaluation::Evaluation;
use skyrack::system::evaluator::Evaluator;
use skyrack::system::inputs::Case;

const ROUNDING: f64 = 1.0e-12;

fn evaluate(case: &Case) -> Evaluation {
    Evaluator::new(case).evaluate(case)
}

/// A case with one input multiplied, within its range.
fn scaled(case: &Case, path: &str, factor: f64) -> Case {
    let (low, high) = range(the(path));
    with(case, path, ((the(path).get)(case) * factor).clamp(low, high))
}

/// Sites, shares, efficiencies, prices and rates of a site with its own sun.
fn solar_cases() -> impl Strategy<Value = Case> {
    (0..3_u8, 0.5..=1.0, 0.7..=1.0, 0.1..8.0, 0.1..8.0, 0.0..=3.0).prop_map(
        |(site, served, efficiency, panels, storage, rate)| {
            let mut case = default_case();
            for (path, number) in [
                ("ground.supply", 2.0),
                ("ground.solar_site", f64::from(site)),
                ("ground.firm_share", served),
                ("ground.storage_efficiency", efficiency),
            ] {
                case = with(&case, path, number);
            }
            for (path, factor) in [
                ("ground.solar_price", panels),
                ("ground.storage_price", storage),
                ("finance.ground_discount_rate", rate),
            ] {
                case = scaled(&case, path, factor);
            }
            case
        },
    )
}

/// A metric before and after one input is multiplied.
fn moved(case: &Case, path: &str, factor: f64, metric: &str) -> (f64, f64) {
    let of = |case: &Case| value(&evaluate(case), metric).unwrap_or(f64::NAN);
    (of(case), of(&scaled(case, path, factor)))
}

#[test]
fn prop_solar_supply_costs_more_where_a_part_of_it_does() {
    check(300, (solar_cases(), 1.0..3.0), |(case, factor)| {
        for path in [
            "ground.solar_price",
            "ground.solar_upkeep",
            "ground.solar_lead",
            "ground.storage_price",
            "ground.storage_upkeep",
            "ground.backup_price",
        ] {
            let (before, after) = moved(&case, path, factor, "ground.supply_cost");
            prop_assert!(after >= before * (1.0 - ROUNDING), "{path}: {before} then {after}");
        }
        Ok(())
    });
}

#[test]
fn prop_a_dearer_part_of_the_solar_supply_is_never_larger() {
    check(300, (solar_cases(), 1.0..5.0), |(case, factor)| {
        for (path, metric) in [
            ("ground.solar_price", "ground.solar_power"),
            ("ground.storage_price", "ground.storage_energy"),
        ] {
            let (before, after) = moved(&case, path, factor, metric);
            prop_assert!(after <= before * (1.0 + ROUNDING), "{path}: {before} then {after}");
        }
        Ok(())
    });
}

#[test]
fn prop_serving_a_larger_share_never_costs_less_in_panels_and_storage() {
    check(300, (solar_cases(), 1.0..1.5), |(case, factor)| {
        let case = with(&case, "ground.backup_price", 0.0);
        let (before, after) = moved(&case, "ground.firm_share", factor, "ground.supply_cost");
        prop_assert!(after >= before * (1.0 - ROUNDING), "{before} then {after}");
        Ok(())
    });
}

#[test]
fn prop_panels_give_at_least_what_is_served() {
    check(300, solar_cases(), |case| {
        let evaluation = evaluate(&case);
        let of = |path: &str| value(&evaluation, path).unwrap_or(f64::NAN);
        let curtailed = of("ground.solar_curtailed");
        prop_assert!((0.0..1.0).contains(&curtailed), "{curtailed}");
        let mean =
            case.ground.solar_site.capacity_factor().base() * case.ground.solar_output.base();
        let used = of("ground.solar_power") * mean * (1.0 - curtailed);
        let served = of("ground.mean_power") * (1.0 - of("ground.solar_unserved"));
        prop_assert!(used >= served * (1.0 - 1.0e-6), "{used} used, {served} served");
        prop_assert!(used <= served / case.ground.storage_efficiency.base() * (1.0 + 1.0e-6));
        Ok(())
    });
}

#[test]
fn prop_a_load_of_any_size_has_the_same_supply() {
    check(100, (solar_cases(), 0.01..1.0e4), |(case, factor)| {
        let (before, after) = moved(&case, "it.power", factor, "ground.supply_cost");
        prop_assert!((after / before - 1.0).abs() < 1.0e-9, "{before} then {after}");
        Ok(())
    });
}

#[test]
fn prop_every_kind_of_cooling_fills_power_and_water() {
    let liter_per_kilowatt_hour = 1.0e-3 / 3.6e6;
    for (name, pue, water) in [
        ("evaporative", 1.2, 1.8),
        ("outside_air", 1.09, 0.26),
        ("air_chiller", 1.35, 0.11),
        ("liquid_dry", 1.12, 0.0),
        ("immersion", 1.07, 0.0),
    ] {
        let case = open("reference-2026", &[format!("ground.cooling={name}")]).unwrap().nominal();
        assert!((case.ground.pue.base() - pue).abs() < 1e-12, "{name}");
        let got = case.ground.water_use.base() / liter_per_kilowatt_hour;
        assert!((got - water).abs() < 1e-9, "{name}: {got}");
    }
}

#[test]
fn prop_the_shipped_solar_site_costs_what_its_page_says() {
    let at = |set: &[&str]| {
        let set: Vec<String> = set.iter().map(|one| (*one).to_owned()).collect();
        let case = open("ground-solar", &set).unwrap().nominal();
        let evaluation = evaluate(&case);
        let dollar_per_megawatt_hour = 1.0 / 3.6e9;
        value(&evaluation, "ground.supply_cost").unwrap() / dollar_per_megawatt_hour
    };
    for (set, cost) in [
        (vec![], 177.5),
        (vec!["ground.firm_share=0.9"], 139.2),
        (vec!["ground.solar_site=mojave"], 176.3),
        (vec!["ground.solar_site=carolina"], 301.8),
    ] {
        let got = at(&set);
        assert!((got - cost).abs() < 0.3, "{set:?}: {got}");
    }
}

#[test]
fn prop_carbon_of_solar_power_follows_from_what_is_made_and_burnt_and_not_from_the_grid() {
    check(300, (solar_cases(), 0.0..3.0, 0.0..1000.0), |(case, factor, grid)| {
        let site = evaluate(&case);
        let of = |path: &str| value(&site, path).unwrap();
        let year = 31_557_600.0;
        let input = |path: &str| (the(path).get)(&case);
        let yearly = of("ground.mean_power") * 8_760.0 * 3_600.0;
        let panels = input("ground.solar_carbon") * of("ground.solar_power") * year
            / input("ground.solar_life")
            / yearly;
        let storage = input("ground.storage_carbon") * of("ground.storage_energy") * year
            / input("ground.storage_life")
            / yearly;
        let burnt = input("ground.backup_carbon") * (1.0 - input("ground.firm_share"));
        let want = panels + storage + burnt;
        let got = of("ground.supply_carbon");
        prop_assert!((got / want - 1.0).abs() < 1.0e-11, "{got} {want}");
        let other_grid = evaluate(&with(&case, "ground.carbon_intensity", grid / 3.6e9));
        prop_assert_eq!(value(&other_grid, "carbon.ground"), value(&site, "carbon.ground"));
        for path in ["ground.solar_carbon", "ground.storage_carbon", "ground.backup_carbon"] {
            let more = evaluate(&scaled(&case, path, 1.0 + factor));
            prop_assert!(value(&more, "carbon.ground") >= value(&site, "carbon.ground"), "{path}");
        }
        Ok(())
    });
}

#[test]
fn prop_a_site_on_the_grid_reads_no_carbon_of_panels() {
    let case = default_case();
    let paths = ["ground.solar_carbon", "ground.storage_carbon", "ground.backup_carbon"];
    let clean = paths.iter().fold(case, |case, path| with(&case, path, 0.0));
    let (one, other) = (evaluate(&case), evaluate(&clean));
    assert_eq!(value(&one, "carbon.ground"), value(&other, "carbon.ground"));
    assert_eq!(
        value(&one, "ground.supply_carbon"),
        Some((the("ground.carbon_intensity").get)(&case))
    );
    assert_eq!(value(&one, "external.ground_solar_carbon"), Some(0.0));
}
