//! What both sides leave to others, the use of orbit and sky, and jobs that span satellites.

use crate::common::{
    Reach, any_cases, cases, check, default_case, gap, range, shipped_cases, sized_by_the_limit,
    the, value, with,
};
use proptest::prelude::*;
use skyrack::catalog::Catalog;
use skyrack::scenario::open;
use skyrack::system::choices::EmissionRecord;
use skyrack::system::evaluation::Evaluation;
use skyrack::system::evaluator::Evaluator;
use skyrack::system::inputs::Case;
use skyrack::system::notes::Note;

const AMOUNTS: [&str; 8] = [
    "external.launches",
    "external.launched_mass",
    "external.launch_carbon",
    "external.black_carbon",
    "external.manufacture_carbon",
    "external.reentry_carbon",
    "external.alumina",
    "external.nitrogen_oxides",
];

fn evaluate(case: &Case) -> Evaluation {
    Evaluator::new(case).evaluate(case)
}

fn both(one: &Evaluation, other: &Evaluation, path: &str) -> Option<(f64, f64)> {
    value(one, path).zip(value(other, path))
}

fn ordinary_cases() -> impl Strategy<Value = Case> {
    prop_oneof![cases(Reach::Near), cases(Reach::Wide)].prop_map(|random| random.case)
}

/// Another value of an input, up by a share of the way to four times itself or to its highest.
fn raised(case: &Case, path: &str, share: f64) -> Case {
    let now = (the(path).get)(case);
    let high = range(the(path)).1.min(4.0 * now.max(1.0e-12));
    with(case, path, now + share * (high.max(now) - now))
}

#[test]
fn prop_the_two_totals_of_orbit_differ_by_reentry_alone() {
    let compared = std::cell::Cell::new(0);
    check(3_000, (any_cases(), 0.0..4.0), |(random, factor)| {
        let one = evaluate(&random.case);
        let (Some(without), Some(with_reentry)) =
            (value(&one, "carbon.orbit"), value(&one, "carbon.orbit_with_reentry"))
        else {
            return Ok(());
        };
        compared.set(compared.get() + 1);
        let energy = value(&one, "external.orbit_energy").unwrap();
        let reentry = value(&one, "external.reentry_carbon").unwrap() / energy;
        prop_assert!(with_reentry >= without);
        prop_assert!((with_reentry - without - reentry).abs() <= 1.0e-12 * with_reentry);
        let oxides = (the("satellite.reentry_carbon").get)(&random.case);
        let other = evaluate(&with(&random.case, "satellite.reentry_carbon", factor * oxides));
        prop_assert_eq!(value(&other, "carbon.orbit"), Some(without));
        let masses = with(&random.case, "satellite.reentry_nitrogen_oxides", factor);
        prop_assert_eq!(value(&evaluate(&masses), "carbon.orbit_with_reentry"), Some(with_reentry));
        Ok(())
    });
    assert!(compared.get() > 300, "only {}", compared.get());
}

#[test]
fn prop_every_amount_rises_with_the_mass_launched() {
    let compared = std::cell::Cell::new(0);
    check(2_000, (ordinary_cases(), 0.01..1.0), |(case, share)| {
        // Renewed computers ride in fuller launches where satellites are heavier.
        let case = with(&case, "fleet.upkeep", 0.0);
        let (light, heavy) =
            (evaluate(&case), evaluate(&raised(&case, "satellite.mass_margin", share)));
        let fits = value(&heavy, "launch.fill").is_some();
        let same = both(&light, &heavy, "satellite.count")
            .is_some_and(|(one, two)| gap(one, two) < 1.0e-12);
        if !fits || !same {
            return Ok(());
        }
        for path in AMOUNTS {
            if let Some((before, after)) = both(&light, &heavy, path) {
                compared.set(compared.get() + 1);
                prop_assert!(after >= before * (1.0 - 1.0e-12), "{path}: {before} then {after}");
            }
        }
        Ok(())
    });
    assert!(compared.get() > 2_000, "only {}", compared.get());
}

#[test]
fn prop_failed_launches_and_replacement_add_to_the_carbon_of_orbit() {
    let compared = std::cell::Cell::new(0);
    check(2_000, (ordinary_cases(), 0.02..0.5), |(case, share)| {
        let before = with(&with(&case, "launch.failure_rate", 0.0), "fleet.replenishment", 0.0);
        let before = with(&before, "fleet.replenishment_launched", 1.0);
        let sure = evaluate(&before);
        let failing = evaluate(&with(&before, "launch.failure_rate", share));
        if let Some((sure, failing)) = both(&sure, &failing, "carbon.orbit") {
            compared.set(compared.get() + 1);
            prop_assert!(gap(sure, failing * (1.0 - share)) < 1.0e-11, "{sure} {failing}");
        }
        let year = 31_557_600.0;
        let again = evaluate(&with(&before, "fleet.replenishment", share / year));
        let life = value(&sure, "orbit.asset_life").unwrap_or(0.0) / year;
        let renewed =
            both(&sure, &sure, "orbit.computer_life").map_or(1.0, |(life, _)| life / year);
        if let Some((once, more)) = both(&sure, &again, "carbon.orbit") {
            let most = once * (1.0 + share * life);
            prop_assert!(more >= once && more <= most * (1.0 + 1.0e-12), "{once} {more} {most}");
            if gap(life, renewed) < 1.0e-12 {
                prop_assert!(gap(more, most) < 1.0e-11, "{more} {most}");
            }
        }
        Ok(())
    });
    assert!(compared.get() > 300, "only {}", compared.get());
}

#[test]
fn prop_twice_the_it_power_in_shared_launches_emits_the_same_per_energy() {
    let compared = std::cell::Cell::new(0);
    check(1_000, (ordinary_cases(), 1_u32..50), |(case, count)| {
        let case = sized_by_the_limit(&case);
        let case = with(&with(&case, "launch.sharing", 1.0), "fleet.spares", 0.0);
        let case = with(&case, "it.job_power", 0.0);
        let one = (the("satellite.it_power_limit").get)(&case);
        let single = evaluate(&with(&case, "it.power", one * f64::from(count)));
        let double = evaluate(&with(&case, "it.power", 2.0 * one * f64::from(count)));
        for path in
            ["carbon.orbit", "carbon.orbit_with_reentry", "carbon.ground", "orbit.magnitude"]
        {
            if let Some((single, double)) = both(&single, &double, path) {
                compared.set(compared.get() + 1);
                prop_assert!(gap(single, double) < 1.0e-9, "{path}: {single} {double}");
            }
        }
        for path in AMOUNTS.into_iter().chain(["external.ground_water", "orbit.area_time"]) {
            if let Some((single, double)) = both(&single, &double, path) {
                prop_assert!(gap(2.0 * single, double) < 1.0e-9, "{path}: {single} {double}");
            }
        }
        Ok(())
    });
    assert!(compared.get() > 1_000, "only {}", compared.get());
}

#[test]
fn prop_factors_of_zero_leave_nothing() {
    let factors = [
        ("launch.carbon", "external.launch_carbon"),
        ("launch.black_carbon", "external.black_carbon"),
        ("satellite.embodied_carbon", "external.manufacture_carbon"),
        ("it.embodied_carbon", "external.computers_carbon"),
        ("satellite.reentry_carbon", "external.reentry_carbon"),
        ("satellite.reentry_alumina", "external.alumina"),
        ("satellite.reentry_nitrogen_oxides", "external.nitrogen_oxides"),
        ("ground.carbon_intensity", "external.ground_power_carbon"),
        ("ground.backup_carbon", "external.ground_power_carbon"),
        ("ground.fuel_carbon", "external.ground_power_carbon"),
        ("ground.solar_carbon", "external.ground_solar_carbon"),
        ("ground.storage_carbon", "external.ground_storage_carbon"),
        ("ground.embodied_carbon", "external.ground_building_carbon"),
        ("ground.water_use", "external.ground_water"),
    ];
    check(500, cases(Reach::Near), |random| {
        let known = with(&random.case, "launch.emissions", 0.0);
        let clean = factors.iter().fold(known, |case, (input, _)| with(&case, input, 0.0));
        let evaluation = evaluate(&clean);
        for (_, path) in factors {
            let exists = value(&evaluation, "carbon.orbit").is_some() || path.contains("ground");
            prop_assert_eq!(value(&evaluation, path), exists.then_some(0.0), "{}", path);
        }
        for path in ["carbon.orbit", "carbon.orbit_with_reentry", "carbon.ground"] {
            prop_assert!(value(&evaluation, path).is_none_or(|grams| grams == 0.0), "{path}");
        }
        Ok(())
    });
}

#[test]
fn prop_what_is_not_known_is_missing_and_never_zero() {
    let unknown = open("reference-2026", &["launch.vehicle=vulcan".to_owned()]).unwrap();
    let evaluation = evaluate(&unknown.nominal());
    assert_eq!(value(&evaluation, "external.black_carbon"), None);
    assert!(value(&evaluation, "carbon.orbit").is_some());
    assert!(evaluation.notes.has(Note::EmissionsUnknown));
    let stated = ["launch.vehicle=vulcan", "launch.black_carbon=3 t"];
    let stated = open("reference-2026", &stated.map(str::to_owned)).unwrap();
    let evaluation = evaluate(&stated.nominal());
    assert!(value(&evaluation, "external.black_carbon").is_some_and(|mass| mass > 0.0));
    assert!(!evaluation.notes.has(Note::EmissionsUnknown));
    for (name, case) in shipped_cases() {
        let evaluation = evaluate(&case);
        if value(&evaluation, "carbon.orbit").is_some() {
            assert!(value(&evaluation, "external.black_carbon").is_some(), "{name}");
        }
    }
}

#[test]
fn prop_a_vehicle_brings_its_own_emissions() {
    let of = |vehicle: &str| {
        let case =
            open("reference-2026", &[format!("launch.vehicle={vehicle}")]).unwrap().nominal();
        ((the("launch.carbon").get)(&case), (the("launch.black_carbon").get)(&case))
    };
    assert_eq!(of("falcon9"), (487_000.0, 11_500.0));
    assert_eq!(of("starship_v3"), (3_140_000.0, 26_000.0));
    assert_eq!(of("nova"), (110_000.0, 920.0));
}

#[test]
fn prop_every_vehicle_with_a_payload_of_its_own_brings_what_one_launch_of_it_emits() {
    let catalog = Catalog::builtin();
    let group = catalog.group("launch.vehicle").unwrap();
    for id in group.ids(catalog) {
        let brings = |input: &str| group.filled(catalog, id, input, "list").is_some();
        assert_eq!(brings("launch.payload_low_orbit"), brings("launch.carbon"), "{id}");
    }
    let mut judged = 0;
    for id in group.ids(catalog) {
        let set = [
            format!("launch.vehicle={id}"),
            "launch.flight_price=60 MUSD2026".to_owned(),
            "launch.capacity=10 t".to_owned(),
            "launch.cadence=10 1/yr".to_owned(),
            "launch.fairing_volume=100 m3".to_owned(),
        ];
        let Ok(scenario) = open("reference-2026", &set) else { continue };
        let case = scenario.nominal();
        if case.launch.emissions == EmissionRecord::Unknown {
            let (carbon, payload) =
                (case.launch.carbon.base(), case.launch.payload_low_orbit.base());
            assert!(gap(carbon, 28.0 * payload) < 0.01, "{id}: {carbon} kg, {payload} kg");
            judged += 1;
        }
    }
    assert!(judged >= 5, "only {judged}");
}

#[test]
fn prop_a_launch_emits_the_same_whatever_its_payload_and_less_falls_on_a_kilogram() {
    let compared = std::cell::Cell::new(0);
    check(3_000, (ordinary_cases(), 1.01..3.0), |(case, factor)| {
        let mut case = with(&case, "launch.sharing", 1.0);
        case.pins.launch_payload = None;
        let raise = |case: &Case, path: &str| with(case, path, factor * (the(path).get)(case));
        let larger = raise(&raise(&case, "launch.payload_low_orbit"), "launch.capacity");
        let (small, large) = (evaluate(&case), evaluate(&larger));
        let one_launch = |evaluation: &Evaluation| {
            let launches = value(evaluation, "external.launches")?;
            Some(value(evaluation, "external.launch_carbon")? / launches)
        };
        let carbon = (the("launch.carbon").get)(&case);
        for emitted in [one_launch(&small), one_launch(&large)].into_iter().flatten() {
            prop_assert!(gap(emitted, carbon) < 1.0e-12, "{emitted} {carbon}");
        }
        let path = "external.launch_carbon_per_mass";
        if let Some((before, after)) = both(&small, &large, path) {
            compared.set(compared.get() + 1);
            prop_assert!(after <= before * (1.0 + 1.0e-12), "{before} then {after}");
        }
        Ok(())
    });
    assert!(compared.get() > 500, "only {}", compared.get());
}

#[test]
fn prop_higher_or_smaller_satellites_are_fainter() {
    let case = default_case();
    let magnitude = |case: &Case| value(&evaluate(case), "orbit.magnitude").unwrap();
    let now = magnitude(&case);
    let higher = magnitude(&with(&case, "orbit.altitude", 1.0e6));
    let smaller = magnitude(&with(&case, "satellite.it_power_limit", 9_000.0));
    let darker = magnitude(&with(&case, "satellite.reflectance", 0.02));
    assert!(higher > now && smaller > now && gap(darker, now + 2.5) < 1.0e-9);
}

#[test]
fn prop_links_carry_a_share_of_the_work_and_delivered_work_falls_by_it() {
    let slowed = std::cell::Cell::new(0);
    check(1_500, (ordinary_cases(), 1.0e-8..1.0e-3, 0.1..1.0), |(case, need, share)| {
        let free = evaluate(&with(&case, "it.interconnect_need", 0.0));
        let bound = evaluate(&with(&case, "it.interconnect_need", need));
        let more = evaluate(&raised(
            &with(&case, "it.interconnect_need", need),
            "link.terminal_rate",
            share,
        ));
        let Some(carried) = value(&bound, "work.carried") else { return Ok(()) };
        prop_assert!((0.0..=1.0).contains(&carried), "{carried}");
        prop_assert_eq!(value(&free, "work.carried"), Some(1.0));
        prop_assert!(value(&more, "work.carried").is_some_and(|more| more >= carried));
        let job = (the("it.job_power").get)(&case).min((the("it.power").get)(&case));
        if value(&bound, "satellite.it_power").is_some_and(|one| job <= one) {
            prop_assert_eq!(value(&bound, "link.interconnect_need"), Some(0.0));
            prop_assert_eq!(value(&bound, "work.carried"), Some(1.0));
        }
        prop_assert_eq!(
            bound.notes.has(Note::LinksBind),
            carried < 1.0 && value(&bound, "orbit.availability").is_some()
        );
        if let Some((free, bound)) = both(&free, &bound, "orbit.availability") {
            slowed.set(slowed.get() + u32::from(carried < 1.0));
            prop_assert!(gap(bound, free * carried) < 1.0e-12, "{bound} {free} {carried}");
        }
        Ok(())
    });
    assert!(slowed.get() > 100, "only {}", slowed.get());
}

#[test]
fn prop_training_asks_more_of_the_links_between_satellites_and_less_of_the_downlink() {
    let read = |settings: &[&str]| {
        let stated = ["satellite.it_power=36 kW"].into_iter().chain(settings.iter().copied());
        let mut settings: Vec<String> = stated.map(str::to_owned).collect();
        if !settings.iter().any(|text| text.starts_with("link.terminals")) {
            settings.push("link.terminals=3".to_owned());
        }
        let case = open("reference-2026", &settings).unwrap().nominal();
        (case, evaluate(&case))
    };
    let (_, inference) = read(&["it.work=work_inference", "it.job_power=1 MW"]);
    let (_, training) = read(&["it.work=work_training", "it.job_power=1 MW"]);
    let both = |path| both(&inference, &training, path).unwrap();
    let (serves, trains) = both("link.interconnect_need");
    assert!(serves < 1.0 && trains > 1.0e12, "{serves} {trains}");
    let (serves, trains) = both("downlink.need_per_operation");
    assert!(trains < serves / 50.0, "{serves} {trains}");
    let (serves, trains) = both("work.carried");
    assert!(serves > 0.999_999 && trains < 0.05, "{serves} {trains}");
    let (_, alone) = read(&["it.work=work_training", "it.job_power=30 kW"]);
    assert_eq!(value(&alone, "work.carried"), Some(1.0));
    let (_, refused) = read(&["it.work=work_training", "it.job_power=1 MW", "link.terminals=0"]);
    assert_eq!(value(&refused, "work.carried"), Some(0.0));
    assert_eq!(value(&refused, "orbit.cost_per_it_energy"), None);
    assert!(refused.notes.has(Note::NoWork) && refused.notes.has(Note::LinksBind));
}

/// The reference with a price of greenhouse gases, computed outside from its inputs and metrics:
/// masses emitted at each start at its factor without the interest of the lead.
#[test]
fn a_price_of_carbon_costs_what_is_emitted_when_it_is_emitted() {
    let at = |price: f64| evaluate(&with(&default_case(), "finance.carbon_price", price));
    let (free, priced) = (at(0.0), at(0.2));
    for (path, more) in [
        ("orbit.cost_per_it_energy", 96.761_436_121_658_95),
        ("ground.cost_per_it_energy", 76.135_945_352_82),
    ] {
        let (free, priced) = both(&free, &priced, path).unwrap();
        let gap = (priced - free) * 3.6e9;
        assert!((gap / more - 1.0).abs() < 1.0e-9, "{path}: {gap}");
    }
    // an undiscounted mean would be 65 and 74 USD/MWh
    let (orbit, ground) = (value(&free, "carbon.orbit"), value(&free, "carbon.ground"));
    let mean = |grams: Option<f64>| grams.unwrap() * 3.6e9 * 0.2;
    let (orbit, ground) = (mean(orbit), mean(ground));
    assert!((orbit - 64.9).abs() < 0.1 && (ground - 74.1).abs() < 0.1, "{orbit} {ground}");
}

#[test]
fn prop_a_price_of_carbon_is_in_cost_ledgers_and_ratio() {
    check(300, (ordinary_cases(), 0.0..2.0), |(case, price)| {
        let free = evaluate(&with(&case, "finance.carbon_price", 0.0));
        let priced = evaluate(&with(&case, "finance.carbon_price", price));
        for side in ["orbit", "ground"] {
            let cost = format!("{side}.present_cost");
            let Some((before, after)) = both(&free, &priced, &cost) else { continue };
            let paid = value(&priced, &format!("carbon.{side}_cost")).unwrap();
            prop_assert!(paid >= 0.0 && gap(after, before + paid) < 1.0e-11, "{side}");
        }
        Ok(())
    });
}

#[test]
fn prop_what_is_bought_again_is_launched_in_cost_and_carbon_or_in_neither() {
    let compared = std::cell::Cell::new(0);
    check(1_600, (ordinary_cases(), 0.01..0.5), |(case, share)| {
        let case = with(&case, "fleet.replenishment", share / 31_557_600.0);
        let bought = evaluate(&with(&case, "fleet.replenishment_launched", 0.0));
        let raised = evaluate(&with(&case, "fleet.replenishment_launched", 1.0));
        let paths = ["orbit.present_cost", "orbit.annuity", "launch.cost", "cost.launch_insurance"];
        let [Some(cost), Some(annuity), Some(launch), Some(premium)] =
            paths.map(|path| value(&bought, path))
        else {
            return Ok(());
        };
        compared.set(compared.get() + 1);
        let yearly = share / 31_557_600.0 * (launch + premium);
        let dearer = value(&raised, "orbit.present_cost").unwrap();
        let (emitted, more) = both(&bought, &raised, "carbon.orbit_cost").unwrap();
        let sum = cost + yearly * annuity + (more - emitted);
        prop_assert!(gap(dearer, sum) < 1.0e-11, "{dearer} {cost}");
        prop_assert_eq!(value(&bought, "cost.replenishment_launch"), Some(0.0));
        let life = value(&bought, "orbit.asset_life").unwrap() / 31_557_600.0;
        if let Some((once, more)) = both(&bought, &raised, "external.launches") {
            prop_assert!(more > once && more <= once * (1.0 + share * life) * (1.0 + 1.0e-12));
        }
        let lost = (the("launch.failure_rate").get)(&case);
        for path in ["external.manufacture_carbon", "external.computers_carbon"] {
            if let Some((kept, sent)) = both(&bought, &raised, path) {
                let anew = lost > 1.0e-6 && kept > 0.0;
                let made_anew = if anew { sent > kept } else { gap(sent, kept) < 1.0e-6 };
                prop_assert!(made_anew, "{path}: {kept} {sent}");
            }
        }
        Ok(())
    });
    assert!(compared.get() > 200, "only {}", compared.get());
}

#[test]
fn prop_a_link_is_told_too_weak_exactly_where_its_stated_rate_is_above_its_bound() {
    let told = std::cell::Cell::new([0_u32; 2]);
    check(2_000, any_cases(), |random| {
        let evaluation = evaluate(&random.case);
        let pairs = [
            ("link.ground_rate", "downlink.radio_capacity", Note::RadioTooWeak),
            ("link.terminal_rate", "link.terminal_capacity", Note::LightTooWeak),
        ];
        for (place, (stated, bound, note)) in pairs.into_iter().enumerate() {
            let stated = (the(stated).get)(&random.case);
            let exceeds = value(&evaluation, bound).is_some_and(|bound| stated > bound);
            let many =
                if note == Note::RadioTooWeak { "link.ground_links" } else { "link.terminals" };
            let used = (the(many).get)(&random.case) > 0.0;
            prop_assert_eq!(evaluation.notes.has(note), exceeds && used, "{}", bound);
            let mut counts = told.get();
            counts[place] += u32::from(exceeds && used);
            told.set(counts);
        }
        Ok(())
    });
    assert!(told.get().iter().all(|count| *count > 50), "{:?}", told.get());
}

#[test]
fn prop_links_carry_less_the_farther_they_reach_and_more_the_more_they_send() {
    let compared = std::cell::Cell::new(0);
    check(1_000, (cases(Reach::Near), 1.05..4.0), |(random, factor)| {
        let base = evaluate(&random.case);
        let moves = [
            ("orbit.altitude", "downlink.radio_capacity", false),
            ("link.station_noise", "downlink.radio_capacity", false),
            ("link.ground_power", "downlink.radio_capacity", true),
            ("link.ground_bandwidth", "downlink.radio_capacity", true),
            ("link.terminal_distance", "link.terminal_capacity", false),
            ("link.terminal_jitter", "link.terminal_capacity", false),
            ("link.terminal_power", "link.terminal_capacity", true),
        ];
        for (input, metric, rises) in moves {
            let more: f64 = factor * (the(input).get)(&random.case);
            let moved = evaluate(&with(&random.case, input, more.min(range(the(input)).1)));
            if let Some((before, after)) = both(&base, &moved, metric) {
                let still = the(input).get;
                let stays =
                    still(&random.case).to_bits() == more.min(range(the(input)).1).to_bits();
                let holds = stays || if rises { after > before } else { after < before };
                prop_assert!(holds, "{metric} {before} to {after} with {input}");
                compared.set(compared.get() + 1);
            }
        }
        Ok(())
    });
    assert!(compared.get() > 3_000, "only {}", compared.get());
}

#[test]
fn prop_links_of_a_cluster_within_a_kilometer_carry_a_terabit() {
    let near = open("reference-2026", &["link.terminal_distance=0.2 km".to_owned()]).unwrap();
    let evaluation = evaluate(&near.nominal());
    assert!(value(&evaluation, "link.terminal_capacity").unwrap() > 1.0e13);
    assert!(!evaluation.notes.has(Note::LightTooWeak));
    let ground = value(&evaluation, "downlink.radio_capacity").unwrap();
    assert!((2.0e10..3.0e10).contains(&ground), "{ground}");
    let relay = with(&near.nominal(), "link.ground_path", 1.0);
    assert_eq!(value(&evaluate(&relay), "downlink.radio_capacity"), None);
    let own =
        ["link.terminal=isl_suncatcher", "link.terminal_mass=12 kg", "link.terminal_power=80 W"];
    let suncatcher = open("reference-2026", &own.map(str::to_owned)).unwrap();
    assert!(!evaluate(&suncatcher.nominal()).notes.has(Note::LightTooWeak));
    let light =
        open("reference-2026", &["link.ground_station=ground_station_optical".to_owned()]).unwrap();
    assert_eq!(value(&evaluate(&light.nominal()), "downlink.radio_capacity"), None);
}
