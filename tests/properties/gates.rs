//! Gates: what each of them stops, and that a design that fails one keeps its numbers.

use crate::common::{any_cases, check};
use proptest::prelude::*;
use skyrack::catalog::Catalog;
use skyrack::scenario::{EMBEDDED, open};
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::orbit_heat::{Duty, ThermalMass, orbit_heat};
use skyrack::system::evaluator::Evaluator;
use skyrack::system::metrics::METRICS;
use skyrack::system::notes::Note;
use skyrack::system::verdict::{GATES, GateState};
use skyrack::units::{Count, MoneyPerMass};
use std::collections::BTreeSet;

fn subject(name: &str, set: &[&str]) -> EvaluatedScenario {
    let set: Vec<String> = set.iter().map(|text| (*text).to_owned()).collect();
    EvaluatedScenario::new(open(name, &set).unwrap()).unwrap()
}

fn gate(subject: &EvaluatedScenario, name: &str) -> GateState {
    let position = GATES.iter().position(|rule| rule.name == name).unwrap();
    subject.evaluation.gates[position]
}

fn existing(subject: &EvaluatedScenario) -> BTreeSet<&'static str> {
    let exists = METRICS.iter().filter(|metric| (metric.get)(&subject.evaluation).is_some());
    exists.map(|metric| metric.path).collect()
}

/// A radiator on the back of the array that is larger than it.
const COOL_BACK: &[&str] = &[
    "radiator.attitude=array-back",
    "coolant.temperature=253 K",
    "heat_pump.lift=0 K",
    "array.oversize=1",
];
/// Changes of reference-2026 that shut a gate and no launch.
const SHUT: &[(&str, &[&str])] = &[
    ("power", &["pin.array.power_bol=1 MW"]),
    ("heat", &["coolant.temperature=345 K"]),
    ("swing", &["it.eclipse_share=0", "it.chip_swing_limit=40 K", "radiator.louvers=0"]),
    ("freezing", &["coolant.temperature=255 K", "heat_pump.lift=0 K", "radiator.louvers=0"]),
    ("radiator", COOL_BACK),
    ("arcing", &["pmad.voltage=300 V"]),
    ("dose", &["shielding.thickness=0.5 mm"]),
    ("downlink", &["link.downlink_rate=1 kbit/s"]),
    ("sight", &["link.terminals=2", "link.terminal_distance=6000 km"]),
    ("disposal", &["propulsion.disposal=decay", "orbit.altitude=900 km"]),
    ("casualty", &["propulsion.disposal=spiral", "satellite.it_power=100 kW"]),
    ("build", &["launch.cadence=0.5 1/yr"]),
];

#[test]
fn prop_a_gate_that_fails_leaves_every_number() {
    let all = existing(&subject("reference-2026", &[]));
    for (name, set) in SHUT {
        let shut = subject("reference-2026", set);
        assert!(!gate(&shut, name).ok, "{name} {set:?} holds");
        let left = existing(&shut);
        let lost: Vec<_> = all.difference(&left).collect();
        assert!(
            lost.iter().all(|path| path.starts_with("breakeven.launch_price")),
            "{name} {set:?}: {lost:?}"
        );
    }
    let named: BTreeSet<&str> = SHUT.iter().map(|(name, _)| *name).collect();
    for rule in GATES.iter().filter(|rule| !["mass", "volume"].contains(&rule.name)) {
        assert!(named.contains(rule.name), "{} is not shut by a test", rule.name);
    }
}

#[test]
fn prop_only_what_cannot_be_launched_has_no_cost() {
    check(2_000, any_cases(), |random| {
        let mut case = random.case;
        // what a launch is to take may be more than fits
        case.satellite.per_launch = Count::from_base(0.0);
        let evaluation = Evaluator::new(&case).evaluate(&case);
        let fits = ["mass", "volume"].into_iter().all(|name| {
            let at = GATES.iter().position(|rule| rule.name == name).unwrap();
            evaluation.gates[at].ok
        });
        let idle = [Note::NoWork, Note::NeverStarts, Note::NoSuchVehicle, Note::OutOfReach];
        let never = idle.into_iter().any(|note| evaluation.notes.has(note));
        let cost = evaluation.metrics().orbit().cost_per_it_energy();
        prop_assert!(never || cost.is_some() == fits, "{fits} {cost:?} {:?}", evaluation.gates);
        Ok(())
    });
}

#[test]
fn prop_mass_and_volume_stop_a_launch_shared_or_not() {
    for sharing in ["dedicated", "shared"] {
        let sharing = format!("launch.sharing={sharing}");
        for more in ["satellite.it_power=1 MW", "launch.fairing_volume=1 m3"] {
            let size = if more.contains("fairing") { "satellite.it_power=36 kW" } else { more };
            let shut = subject("reference-2026", &[size, more, &sharing]);
            assert!(!(gate(&shut, "mass").ok && gate(&shut, "volume").ok), "{sharing} {more}");
            assert!(shut.shown("orbit.cost_per_it_energy").is_none(), "{sharing} {more}");
            assert!(shut.shown("launch.count").is_none(), "{sharing} {more}");
            assert!(shut.binding() == "mass" || shut.binding() == "volume", "{sharing} {more}");
        }
    }
}

#[test]
fn prop_a_fleet_that_is_never_whole_does_not_close() {
    let slow = subject("starcloud-5gw", &[]);
    let build = gate(&slow, "build");
    assert!(!build.ok && build.margin.unwrap() < -1.0, "{build:?}");
    assert!(slow.shown("orbit.cost_per_it_energy").is_some());
    assert!(gate(&subject("reference-2026", &[]), "build").ok);
}

#[test]
fn prop_a_radiator_on_the_back_takes_that_back_from_the_array() {
    // arrays of designs that differ in nothing else
    let alike = ["satellite.it_power=60 kW", "it.eclipse_share=0.7", "heat_pump.lift=0 K"];
    let subject_with = |more: &[&str]| subject("reference-2026", &[&alike, more].concat());
    let back = subject_with(&["radiator.attitude=array-back"]);
    let edge = subject_with(&[]);
    assert!(gate(&edge, "radiator").ok && gate(&edge, "radiator").value == Some(0.0));
    let warmer =
        back.shown("array.temperature").unwrap() - edge.shown("array.temperature").unwrap();
    assert!((10.0..25.0).contains(&warmer), "{warmer}");
    // the balance of an array whose back emits from the bare share alone
    let mut before = warmer;
    for coolant in ["330 K", "310 K", "300 K"] {
        let set = format!("coolant.temperature={coolant}");
        let cooler = subject_with(&["radiator.attitude=array-back", &set]);
        let now = cooler.shown("array.temperature").unwrap();
        let now = now - edge.shown("array.temperature").unwrap();
        assert!(now > before, "{coolant}: {now} {before}");
        before = now;
    }
    let large = subject("reference-2026", COOL_BACK);
    assert!(!gate(&large, "radiator").ok, "{:?}", gate(&large, "radiator"));
    // an array that is left open is as large as the radiator, and no larger
    let open = subject("reference-2026", &[&COOL_BACK[..3], &["array.oversize=auto"]].concat());
    let (back, array) = (gate(&open, "radiator").value, gate(&open, "radiator").limit);
    assert!(gate(&open, "radiator").ok && open.design.array.oversize.base() > 1.0);
    assert!((back.unwrap() / array.unwrap() - 1.0).abs() < 1.0e-8, "{back:?} {array:?}");
}

fn network(subject: &EvaluatedScenario) -> f64 {
    let mass = ThermalMass::of_catalog(Catalog::builtin()).unwrap();
    let environment = *subject.model.environment().unwrap();
    let heat = orbit_heat(&subject.design, &environment, &subject.evaluation, &mass, Duty::Full);
    heat.unwrap().coolant_lowest.base()
}

#[test]
fn prop_the_coolest_coolant_is_that_of_the_network() {
    let more: &[&[&str]] = &[
        &[],
        &["it.eclipse_share=0"],
        &["it.eclipse_share=0.5"],
        &["coolant.temperature=300 K"],
        &["coolant.fluid=fluid_ammonia"],
        &["orbit.plane=inclined", "orbit.inclination=40 deg", "it.eclipse_share=0.3"],
        &["coolant.loop_time=180 s", "it.eclipse_share=0"],
    ];
    for (name, _) in EMBEDDED {
        for set in more {
            // louvers are no part of the network
            let subject = subject(name, &[*set, &["radiator.louvers=0"]].concat());
            if subject.evaluation.flight.satellite().is_none() {
                continue;
            }
            let got = gate(&subject, "freezing").value.unwrap();
            let want = network(&subject);
            assert!(got < want + 3.0, "{name} {set:?}: {got} {want}");
            let fallen = subject.design.coolant.temperature.base() - want;
            assert!(fallen >= 60.0 || got > want - 3.0, "{name} {set:?}: {got} {want}");
        }
    }
}

#[test]
fn prop_coolant_that_freezes_at_work_or_in_shadow_does_not_close() {
    assert!(gate(&subject("reference-2026", &[]), "freezing").ok);
    let plain = ["heat_pump.lift=0 K", "radiator.louvers=0"];
    let with = |more: &[&'static str]| subject("reference-2026", &[&plain, more].concat());
    assert!(!gate(&with(&["coolant.temperature=255 K"]), "freezing").ok);
    let cool = ["coolant.temperature=285 K"];
    assert!(gate(&subject("reference-2026", &cool), "freezing").ok);
    let throttled = ["coolant.temperature=285 K", "it.eclipse_share=0"];
    assert!(!gate(&with(&throttled), "freezing").ok);
    // louvers keep it liquid
    let closed = subject("reference-2026", &[&throttled[..], &plain[..1]].concat());
    assert!(gate(&closed, "freezing").ok && closed.design.radiator.louvers.base() > 0.0);
    let ammonia = [&throttled[..], &["coolant.fluid=fluid_ammonia"]].concat();
    assert!(gate(&subject("reference-2026", &ammonia), "freezing").ok);
}

/// Satellites that no vehicle takes.
const TOO_LARGE: [&str; 3] =
    ["it.power=100 MW", "satellite.it_power=50 MW", "array.frequency=0 Hz"];

#[test]
fn a_fleet_that_cannot_be_launched_has_no_time_to_build_and_another_gate_binds() {
    let large = subject("suncatcher-pair", &TOO_LARGE);
    let (build, mass) = (gate(&large, "build"), gate(&large, "mass"));
    assert!(build.value.is_none() && build.margin.is_none() && build.ok, "{build:?}");
    assert!(!mass.ok && !large.is_feasible());
    assert_ne!(large.binding(), "build");
}

#[test]
fn launches_cost_their_carbon_where_nothing_fits_and_their_price_is_pinned() {
    let cost = |set: &[&str]| {
        let set = [set, &["finance.carbon_price=1 USD2026/kg"]].concat();
        let large = subject("suncatcher-pair", &set);
        let mut case = large.case;
        case.pins.launch_price_per_mass = Some(MoneyPerMass::from_base(1_000.0));
        let evaluation = Evaluator::new(&case).evaluate(&case);
        let metrics = evaluation.metrics();
        let carbon = metrics.carbon().orbit_cost().unwrap().base();
        (carbon, metrics.launch().carbon_price_per_mass().unwrap().base())
    };
    let (carbon, of_launch) = cost(&TOO_LARGE);
    let (without, free) = cost(&[&TOO_LARGE[..], &["launch.carbon=0 t"]].concat());
    assert!(carbon > 1.2 * without && of_launch > 0.0 && free.abs() < 1e-300);
}
