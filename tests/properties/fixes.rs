//! A fix opens its gate, closes no other, and nothing smaller does.

use crate::common::{self, with};
use proptest::prelude::*;
use serde_json::json;
use skyrack::scenario::{EMBEDDED, open};
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::fix::Fix;
use skyrack::studies::fix::fixes;
use skyrack::system::decisions::Decision;
use skyrack::system::inputs::{INPUTS, input};
use skyrack::system::verdict::{GATES, GateState, N_GATES};
use skyrack::units::format::{TYPED_DIGITS, format_number, in_unit, with_price_year};

fn subject(name: &str, set: &[&str]) -> EvaluatedScenario {
    let set: Vec<String> = set.iter().map(|text| (*text).to_owned()).collect();
    EvaluatedScenario::new(open(name, &set).unwrap()).unwrap()
}

fn gate(name: &str) -> usize {
    GATES.iter().position(|rule| rule.name == name).unwrap()
}

/// The gates with a share of the change made.
fn gates_after(subject: &EvaluatedScenario, fix: &Fix, share: f64) -> [GateState; N_GATES] {
    let value = if share < 1.0 { fix.from + share * (fix.to - fix.from) } else { fix.to };
    let changed = with(&subject.case, fix.input.path, value);
    subject.model.clone().evaluate(&changed).gates
}

/// Whether a gate is open and every gate that held before still holds.
fn is_open(subject: &EvaluatedScenario, position: usize, after: &[GateState; N_GATES]) -> bool {
    let before = &subject.evaluation.gates;
    after[position].ok && before.iter().zip(after).all(|(before, after)| after.ok || !before.ok)
}

/// A share of a change that is a little less than all: of whole numbers one less.
fn nearly_all(fix: &Fix) -> f64 {
    let size = (fix.to - fix.from).abs();
    if fix.input.is_whole() { (size.ceil() - 1.0) / size } else { 0.99 }
}

fn check(context: &str, subject: &EvaluatedScenario, position: usize, fix: &Fix) {
    let name = GATES[position].name;
    let path = fix.input.path;
    let whole = gates_after(subject, fix, 1.0);
    assert!(is_open(subject, position, &whole), "{context}: {path} does not open {name}");
    let less = gates_after(subject, fix, nearly_all(fix));
    assert!(!is_open(subject, position, &less), "{context}: less of {path} opens {name} too");
}

#[test]
fn prop_a_gate_that_holds_needs_no_fix() {
    for (name, _) in EMBEDDED {
        let subject = subject(name, &[]);
        for (state, fix) in subject.evaluation.gates.iter().zip(fixes(&subject)) {
            assert!(!state.ok || fix.is_none(), "{name}");
        }
    }
}

#[test]
fn prop_the_fixes_of_every_scenario_open_their_gate_and_nothing_smaller_does() {
    for (name, _) in EMBEDDED {
        let subject = subject(name, &[]);
        for (position, fix) in fixes(&subject).iter().enumerate() {
            if let Some(fix) = fix {
                check(name, &subject, position, fix);
            }
        }
    }
}

/// Changes that shut a gate, and the input that opens it again.
const SHUT: &[(&str, &str, &[&str], &[&str])] = &[
    ("heat", "reference-2026", &["coolant.temperature=345 K"], &["coolant.temperature"]),
    ("heat", "starship", &["coolant.temperature=350 K"], &["coolant.temperature"]),
    ("dose", "reference-2026", &["shielding.thickness=0.5 mm"], &["shielding.thickness"]),
    ("dose", "reference-2026", &["orbit.altitude=1400 km"], &[]),
    (
        "dose",
        "suncatcher-cluster",
        &["shielding.thickness=11 mm", "it.dose_limit=1100 rad"],
        &["orbit.altitude"],
    ),
    ("mass", "reference-2026", &["satellite.it_power=1 MW"], &["satellite.it_power"]),
    ("mass", "falcon9", &["satellite.it_power=600 kW"], &["satellite.it_power"]),
    ("mass", "reference-2026", &["satellite.count=2"], &["satellite.count"]),
    ("mass", "falcon9", &["satellite.count=1"], &["satellite.count"]),
    (
        "volume",
        "reference-2026",
        &["satellite.it_power=36 kW", "launch.fairing_volume=2 m3"],
        &["satellite.it_power"],
    ),
    (
        "downlink",
        "reference-2026",
        &["satellite.it_power=36 kW", "link.downlink_rate=0.1 Mbit/s"],
        &[],
    ),
    (
        "downlink",
        "starship",
        &["satellite.it_power=120 kW", "it.downlink_need=1 Mbit/J", "link.stations=10000"],
        &["satellite.it_power"],
    ),
    (
        "disposal",
        "reference-2026",
        &["propulsion.disposal=decay", "orbit.altitude=900 km"],
        &["orbit.altitude"],
    ),
    (
        "disposal",
        "starlink-shell",
        &["propulsion.disposal=decay", "orbit.altitude=800 km"],
        &["orbit.altitude"],
    ),
];

#[test]
fn prop_a_gate_that_was_shut_on_purpose_is_opened_by_its_fix() {
    for (name, scenario, set, opened_by) in SHUT {
        let context = format!("{scenario} {set:?}");
        let subject = subject(scenario, set);
        let position = gate(name);
        assert!(!subject.evaluation.gates[position].ok, "{context}: {name} holds");
        let fix = fixes(&subject)[position];
        let fix = fix.unwrap_or_else(|| panic!("{context}: nothing opens {name}"));
        let expected = opened_by.is_empty() || opened_by.contains(&fix.input.path);
        assert!(expected, "{context}: {name} is opened by {}", fix.input.path);
        check(&context, &subject, position, &fix);
    }
}

/// Inputs that shut gates, and by how much of their value they are changed.
const MOVED: &[(&str, f64, f64)] = &[
    ("satellite.it_power_limit", 0.5, 60.0),
    ("it.chip_temperature_limit", 0.88, 1.0),
    ("coolant.temperature", 0.72, 1.1),
    ("launch.fairing_volume", 0.01, 1.0),
    ("launch.packing_share", 0.1, 1.0),
    ("shielding.thickness", 0.05, 1.0),
    ("it.dose_limit", 0.01, 1.0),
    ("it.downlink_need", 1.0, 1e6),
    ("launch.cadence", 1e-3, 1.0),
    ("orbit.altitude", 0.7, 2.5),
    ("propulsion.disposal_limit", 0.01, 1.0),
];

/// The changes of a random case, as they are typed.
fn moved(scenario: &str, picks: &[(usize, f64)]) -> Vec<String> {
    let subject = subject(scenario, &[]);
    let typed = picks.iter().map(|(pick, share)| {
        let (path, low, high) = MOVED[pick % MOVED.len()];
        let input = input(path).unwrap();
        let now = in_unit((input.get)(&subject.case), input.unit);
        let value = (now * low * (high / low).powf(*share)).clamp(input.low, input.high);
        format!("{path}={} {}", format_number(value, 4), input.unit)
    });
    typed.collect()
}

/// A fix changes what the scenario states or may state, by a finite share, whole numbers to whole
/// numbers.
fn check_stated(scenario: &str, set: &[String], shut: &EvaluatedScenario, fix: &Fix) {
    let (path, decision) = (fix.input.path, fix.input.decision);
    let context = format!("{scenario} {set:?}: {path}, {fix:?}");
    // the largest number of satellites that may be stated
    assert!(fix.relative_change() <= 1e18, "{context}");
    assert!(
        !fix.input.is_whole() || (fix.to.fract(), fix.typed.fract()) == (0.0, 0.0),
        "{context}"
    );
    let has_zero = decision.is_none_or(Decision::has_zero);
    assert!(has_zero || fix.typed != 0.0, "{context}: zero states nothing");
    let is_open = decision.is_some_and(|decision| shut.case.open.has(decision));
    let others = INPUTS.iter().filter(|other| other.path != path && other.decision == decision);
    let mut rivals = others.filter(|other| decision.is_some() && (other.get)(&shut.case) != 0.0);
    assert!(is_open || rivals.next().is_none(), "{context}: stated otherwise");
}

/// What `run` prints of its fixes, as text and as JSON, typed after what shut the gates.
fn check_typed(scenario: &str, set: &[String]) {
    let Ok(shut) = open(scenario, set).map(|scenario| EvaluatedScenario::new(scenario).unwrap())
    else {
        return;
    };
    for (position, fix) in fixes(&shut).iter().enumerate() {
        let Some(fix) = fix else { continue };
        check_stated(scenario, set, &shut, fix);
        let unit = with_price_year(fix.input.unit, shut.scenario.price_year);
        for number in [format_number(fix.typed, TYPED_DIGITS), json!(fix.typed).to_string()] {
            let typed = format!("{}={number} {unit}", fix.input.path);
            let set = [set, std::slice::from_ref(&typed)].concat();
            let opened = EvaluatedScenario::new(open(scenario, &set).unwrap()).unwrap();
            let state = opened.evaluation.gates[position];
            let name = GATES[position].name;
            assert!(state.ok, "{scenario} {set:?}: {name} stays shut: {state:?}");
        }
    }
}

#[test]
fn prop_a_fix_that_is_printed_opens_its_gate_when_it_is_typed() {
    let picks = prop::collection::vec((0..MOVED.len(), 0.0..1.0), 1..4);
    common::check(150, (0..EMBEDDED.len(), picks), |(at, picks)| {
        let scenario = EMBEDDED[at].0;
        check_typed(scenario, &moved(scenario, &picks));
        Ok(())
    });
}

/// Choices of a designer, each with values that may be stated, in the unit of the input.
const STATED: &[(&str, f64, f64)] = &[
    ("satellite.count", 1.0, 40.0),
    ("satellite.it_power", 20.0, 2000.0),
    ("satellite.per_launch", 1.0, 40.0),
    ("satellite.life", 0.5, 20.0),
    ("coolant.temperature", 260.0, 370.0),
    ("it.eclipse_share", 0.0, 1.0),
    ("heat_pump.lift", 0.0, 60.0),
    ("radiator.louvers", 0.0, 1.0),
    ("array.oversize", 1.0, 3.0),
    ("link.terminals", 0.0, 4.0),
    ("shielding.thickness", 0.0, 4.0),
    ("it.spares", 0.0, 0.3),
    ("fleet.spares", 0.0, 0.3),
];

/// A stated choice, as it is typed.
fn stated((pick, share): (usize, f64)) -> String {
    let (path, low, high) = STATED[pick];
    let input = input(path).unwrap();
    let value = low + share * share * (high - low);
    let value = if input.is_whole() { value.round() } else { value };
    format!("{path}={} {}", format_number(value, 4), input.unit)
}

#[test]
fn prop_a_fix_of_a_stated_choice_opens_its_gate_when_it_is_typed() {
    let picks = (0..STATED.len(), 0.0..1.0);
    let moves = prop::collection::vec((0..MOVED.len(), 0.0..1.0), 0..2);
    common::check(60, (0..EMBEDDED.len(), picks, moves), |(at, picked, moves)| {
        let scenario = EMBEDDED[at].0;
        check_typed(scenario, &[moved(scenario, &moves), vec![stated(picked)]].concat());
        Ok(())
    });
}

#[test]
fn prop_a_limit_at_a_whole_share_of_the_power_is_typed_below_it() {
    for limit in ["5000 kW", "1000 kW", "500 kW", "250 kW", "125 kW"] {
        for more in ["launch.fairing_volume=20 m3", "launch.fairing_volume=145 m3"] {
            let set = [format!("satellite.it_power_limit={limit}"), more.to_owned()];
            check_typed("reference-2026", &set);
        }
    }
}

#[test]
fn prop_a_fix_only_changes_what_is_free() {
    let subject = subject("reference-2026", &["coolant.temperature=345 K"]);
    let free = subject.free_inputs();
    for fix in fixes(&subject).into_iter().flatten() {
        assert!(free.iter().any(|input| input.path == fix.input.path), "{}", fix.input.path);
    }
    assert!(free.len() >= 4, "{}", free.len());
}
