//! Chosen values as they are printed: typed back, one at a time, they give the same design.

use skyrack::report::resolved::resolved_table;
use skyrack::scenario::{EMBEDDED, open};
use skyrack::studies::decisions::choices;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::run::resolved_inputs;
use skyrack::studies::table::Cell;
use skyrack::units::format::{TYPED_DIGITS, format_number};

/// Relative difference of cost that stating a printed value may make.
const NEAR: f64 = 1e-4;

fn subject(name: &str, set: &[String]) -> EvaluatedScenario {
    EvaluatedScenario::new(open(name, set).unwrap()).unwrap()
}

fn cost(subject: &EvaluatedScenario) -> Option<f64> {
    subject.value("orbit.cost_per_it_energy")
}

fn is_near(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one / other - 1.0).abs() <= NEAR,
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// The chosen values that `inputs` prints, as changes of the command line.
fn printed(subject: &EvaluatedScenario) -> Vec<String> {
    let table = resolved_table(&resolved_inputs(subject));
    let rows = table.rows.iter().filter_map(|row| match &row[..] {
        [Cell::Text(path), Cell::Text(value), ..] => {
            value.strip_prefix("auto: ").map(|value| format!("{path}={value}"))
        }
        _ => None,
    });
    rows.collect()
}

/// Whether two designs have as many satellites and launches, and cost the same.
fn is_same(one: &EvaluatedScenario, other: &EvaluatedScenario) -> bool {
    let wholes = ["satellite.count", "launch.count"];
    wholes.iter().all(|path| one.value(path) == other.value(path))
        && is_near(cost(one), cost(other))
}

/// Largest relative violation of a gate.
fn violation(subject: &EvaluatedScenario) -> f64 {
    let failing = subject.evaluation.gates.iter().filter(|gate| !gate.ok);
    failing.map(|gate| gate.margin.map_or(f64::INFINITY, |margin| -margin)).fold(0.0, f64::max)
}

/// Where no design holds every gate, the rules may find another one that fails by less once a
/// choice is stated; where one does, the design is the same.
#[test]
fn prop_a_printed_choice_that_is_typed_gives_the_same_design_in_every_scenario() {
    let (mut same, mut wrong) = (0, Vec::new());
    for (name, _) in EMBEDDED {
        let chosen = subject(name, &[]);
        for change in printed(&chosen) {
            let stated = subject(name, std::slice::from_ref(&change));
            let fails_less = !chosen.is_feasible() && violation(&stated) < violation(&chosen);
            if is_same(&stated, &chosen) {
                same += 1;
            } else if !fails_less {
                wrong.push(format!("{name} {change}: {:?}, {:?}", cost(&stated), cost(&chosen)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(same > 100, "{same}");
}

#[test]
fn prop_a_printed_choice_is_that_of_sizes_which_few_digits_round_too_low() {
    for limit in ["111.5 kW", "112 kW", "60 kW", "33.4 kW"] {
        let set = vec![format!("satellite.it_power_limit={limit}")];
        let chosen = subject("reference-2026", &set);
        for change in printed(&chosen).into_iter().filter(|one| one.starts_with("satellite.")) {
            let stated = subject("reference-2026", &[set.clone(), vec![change.clone()]].concat());
            assert_eq!(
                stated.value("satellite.count"),
                chosen.value("satellite.count"),
                "{change}"
            );
        }
    }
}

#[test]
fn prop_a_next_best_that_is_typed_costs_what_is_said() {
    let mut typed = 0;
    for name in ["reference-2026", "starship", "suncatcher-cluster"] {
        let chosen = subject(name, &[]);
        for choice in choices(&chosen) {
            let Some(next) = choice.next_best else { continue };
            let number = format_number(next.typed, TYPED_DIGITS);
            let unit = if choice.unit == "1" { "" } else { choice.unit.as_str() };
            let change = format!("{}={number} {unit}", choice.path);
            let said = cost(&chosen).map(|cost| cost * (1.0 + next.dearer_by));
            let stated = cost(&subject(name, std::slice::from_ref(&change)));
            assert!(is_near(stated, said), "{name} {change}: {stated:?}, {said:?}");
            typed += 1;
        }
    }
    assert!(typed > 5, "{typed}");
}
