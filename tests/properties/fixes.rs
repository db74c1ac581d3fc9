//! A fix opens its gate, closes no other, and nothing smaller does.

use crate::common::with;
use skyrack::scenario::{EMBEDDED, open};
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::fix::Fix;
use skyrack::studies::fix::fixes;
use skyrack::system::verdict::{GATES, GateState, N_GATES};

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

fn check(context: &str, subject: &EvaluatedScenario, position: usize, fix: &Fix) {
    let name = GATES[position].name;
    let path = fix.input.path;
    let whole = gates_after(subject, fix, 1.0);
    assert!(is_open(subject, position, &whole), "{context}: {path} does not open {name}");
    let less = gates_after(subject, fix, 0.99);
    assert!(!is_open(subject, position, &less), "{context}: 1 % less of {path} opens {name} too");
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
    ("heat", "reference-2026", &["it.chip_temperature_limit=330 K"], &["coolant.temperature"]),
    ("heat", "starship", &["it.chip_temperature_limit=340 K"], &["coolant.temperature"]),
    ("dose", "reference-2026", &["shielding.thickness=0.5 mm"], &["shielding.thickness"]),
    ("dose", "reference-2026", &["orbit.altitude=1400 km"], &[]),
    ("dose", "suncatcher-cluster", &["it.dose_limit=1100 rad"], &["orbit.altitude"]),
    ("mass", "reference-2026", &["satellite.it_power_limit=1 MW"], &["satellite.it_power_limit"]),
    ("mass", "falcon9", &["satellite.it_power_limit=600 kW"], &["satellite.it_power_limit"]),
    ("volume", "reference-2026", &["launch.fairing_volume=2 m3"], &["satellite.it_power_limit"]),
    ("downlink", "reference-2026", &["link.downlink_rate=0.1 Mbit/s"], &[]),
    ("downlink", "starship", &["it.downlink_need=1 Mbit/J"], &["satellite.it_power_limit"]),
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

#[test]
fn prop_a_fix_only_changes_what_is_free() {
    let subject = subject("reference-2026", &["it.chip_temperature_limit=330 K"]);
    let free = subject.free_inputs();
    for fix in fixes(&subject).into_iter().flatten() {
        assert!(free.iter().any(|input| input.path == fix.input.path), "{}", fix.input.path);
    }
    assert!(free.len() >= 4, "{}", free.len());
}
