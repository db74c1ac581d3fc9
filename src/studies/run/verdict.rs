//! Whether a scenario closes and competes: the gates, what would open them, the verdict in words.

use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::fix::{Fix, fixes, relative};
use crate::system::inputs::INPUTS;
use crate::system::notes::Note;
use crate::system::verdict::{GATES, GateRule, GateState, Sense};
use crate::units::format::{format_number, in_unit, with_price_year};
use serde::{Serialize, Serializer};

/// Whether a scenario closes and competes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Verdict {
    /// Whether every engineering gate holds.
    pub feasible: bool,
    /// Whether orbit costs at most as much as the ground.
    pub competitive: bool,
    /// Name of the gate that binds.
    pub binding: &'static str,
    /// The verdict in two or three sentences.
    pub text: String,
    /// Every gate.
    pub gates: Vec<GateAnswer>,
}

/// A gate with its numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GateAnswer {
    /// Name in one word.
    pub name: &'static str,
    /// The value in `unit`; none where the design does not exist.
    pub value: Option<f64>,
    /// The limit in `unit`; none where the design does not exist.
    pub limit: Option<f64>,
    /// Unit of both.
    pub unit: &'static str,
    /// Which side of the limit is allowed.
    #[serde(rename = "holds", serialize_with = "relation")]
    pub sense: Sense,
    /// Whether it holds.
    pub ok: bool,
    /// Distance to the limit relative to it, positive where the gate holds.
    pub margin: Option<f64>,
    /// The smallest single change that opens it; none where it holds or no single one does.
    pub fix: Option<Change>,
    /// Condition, in a sentence.
    pub meaning: &'static str,
}

/// A change of one input.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// The input.
    pub path: &'static str,
    /// Its value now, in `unit`.
    pub from: f64,
    /// A value of few digits that opens the gate, hardly further than needed, in `unit`.
    pub to: f64,
    /// The unit, money with its year.
    pub unit: String,
    /// Size of the change relative to the value now, or to the new one where the value is zero now.
    pub relative_change: f64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn relation<S: Serializer>(sense: &Sense, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(sense.relation())
}

/// The verdict on an evaluated scenario.
pub(super) fn verdict(subject: &EvaluatedScenario) -> Verdict {
    let states = GATES.iter().zip(&subject.evaluation.gates).zip(fixes(subject));
    let year = subject.scenario.price_year;
    let gates: Vec<GateAnswer> =
        states.map(|((rule, state), fix)| answer(rule, state, fix, year)).collect();
    let binding = subject.binding();
    Verdict {
        feasible: subject.is_feasible(),
        competitive: subject.is_competitive(),
        binding,
        text: format!(
            "{} {}{}",
            engineering(subject, &gates, binding),
            comparison(subject),
            price_and_date(subject)
        ),
        gates,
    }
}

fn answer(rule: &GateRule, state: &GateState, fix: Option<Fix>, price_year: u16) -> GateAnswer {
    let shown = |base: Option<f64>| base.map(|base| in_unit(base, rule.unit));
    GateAnswer {
        name: rule.name,
        value: shown(state.value),
        limit: shown(state.limit),
        unit: rule.unit,
        sense: rule.sense,
        ok: state.ok,
        margin: state.margin,
        fix: fix.map(|fix| change(&fix, price_year)),
        meaning: rule.meaning,
    }
}

fn change(fix: &Fix, price_year: u16) -> Change {
    let from = in_unit(fix.from, fix.input.unit);
    Change {
        path: fix.input.path,
        from,
        to: fix.typed,
        unit: with_price_year(fix.input.unit, price_year),
        relative_change: relative([from, fix.typed]),
    }
}

fn engineering(subject: &EvaluatedScenario, gates: &[GateAnswer], binding: &str) -> String {
    let shut: Vec<&str> = gates.iter().filter(|gate| !gate.ok).map(|gate| gate.name).collect();
    if !shut.is_empty() {
        let fail = if shut.len() == 1 { "fails" } else { "fail" };
        return format!("It does not close: {} {fail}.", shut.join(", "));
    }
    let margin = gates.iter().find(|gate| gate.name == binding).and_then(|gate| gate.margin);
    let margin = margin.map_or_else(String::new, |margin| {
        format!(" ({} % left{})", format_number(100.0 * margin, 2), chosen(subject, binding))
    });
    format!("It closes: every gate holds, {binding} by the least{margin}.{}", reserve(subject))
}

/// What the rules of design chose so near to the limit of a gate.
fn chosen(subject: &EvaluatedScenario, gate: &str) -> String {
    let decision = GATES.iter().find(|rule| rule.name == gate).and_then(|rule| rule.chosen_by);
    let input = decision
        .filter(|decision| subject.case.open.has(*decision))
        .and_then(|decision| INPUTS.iter().find(|input| input.decision == Some(decision)));
    input.map_or_else(String::new, |input| format!(", as the rules chose {}", input.path))
}

/// Shortfall of a design that holds every gate.
fn reserve(subject: &EvaluatedScenario) -> String {
    let notes = subject.evaluation.notes;
    let mut text = String::new();
    if let (true, Some(share)) = (notes.has(Note::LinksBind), subject.shown("work.carried")) {
        text.push_str(&format!(
            " But the links between its satellites carry {} % of the work.",
            format_number(100.0 * share, 3)
        ));
    }
    text
}

fn comparison(subject: &EvaluatedScenario) -> String {
    let unit = with_price_year("USD/MWh", subject.scenario.price_year);
    let (Some(ratio), Some(orbit), Some(ground)) = (
        subject.shown("ratio.cost"),
        subject.shown("orbit.cost_per_it_energy"),
        subject.shown("ground.cost_per_it_energy"),
    ) else {
        return "There is no cost in orbit to compare.".to_owned();
    };
    let not = if ratio <= 1.0 { "" } else { "not " };
    let compared = format!(
        "It is {not}competitive: orbit costs {} times the ground, \
         {} against {} {unit} of IT energy",
        format_number(ratio, 3),
        format_number(orbit, 4),
        format_number(ground, 4)
    );
    format!("{compared}. {}", breakeven(subject))
}

/// What a sold hour has to cost and when all power is there, on both sides.
fn price_and_date(subject: &EvaluatedScenario) -> String {
    let unit = with_price_year("USD/h", subject.scenario.price_year);
    let both = |quantity: &str| {
        let side = |side: &str| subject.shown(&format!("{side}.{quantity}"));
        side("orbit").zip(side("ground"))
    };
    let (Some(prices), Some(years)) =
        (both("price_per_sold_gpu_hour"), both("years_to_full_power"))
    else {
        return String::new();
    };
    let number = |value: f64| format_number(value, 3);
    format!(
        " A sold accelerator-hour has to bring {} {unit} in orbit and {} on the ground; full \
         power is there after {} yr in orbit and {} on the ground.",
        number(prices.0),
        number(prices.1),
        number(years.0),
        number(years.1)
    )
}

fn breakeven(subject: &EvaluatedScenario) -> String {
    let unit = with_price_year("USD/kg", subject.scenario.price_year);
    let paid = subject.shown("launch.price_per_mass").map_or_else(String::new, |paid| {
        format!(" against {} {unit} paid", format_number(paid, 4))
    });
    let price = subject.shown("breakeven.launch_price");
    match (price, subject.shown("breakeven.ratio_at_free_launch")) {
        (Some(price), _) => format!(
            "Both sides cost the same at a launch price of {} {unit} to this orbit{paid}.",
            format_number(price, 4)
        ),
        (None, Some(free)) => format!(
            "No launch price makes them equal: \
             with free launch, this design still costs {} times the ground.",
            format_number(free, 3)
        ),
        (None, None) => String::new(),
    }
}
