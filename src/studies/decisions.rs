//! What the rules of design chose for a scenario, why, and what the next best choice would cost.

use super::evaluated::EvaluatedScenario;
use crate::economics::launch::Sharing;
use crate::scenario::Resolved;
use crate::system::decisions::Decision;
use crate::system::designer::{Chosen, alternatives, choose};
use crate::system::inputs::{Case, Input, input};
use crate::system::metrics::metric;
use crate::units::format::{format_exact, in_unit, with_price_year};
use serde::Serialize;

/// One decision that the rules of design took.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DesignChoice {
    /// The input that the scenario leaves open.
    pub path: &'static str,
    /// Label.
    pub label: &'static str,
    /// The value chosen, in `unit`.
    pub value: f64,
    /// The unit.
    pub unit: String,
    /// How the rules take it.
    pub rule: &'static str,
    /// The next best value; none where every other one fails a gate, or where no design holds all.
    pub next_best: Option<NextBest>,
}

/// The next best value of a decision, with all others taken anew.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct NextBest {
    /// The value, in the unit of the choice.
    pub value: f64,
    /// Cost of computing in orbit over that of the choice, less one.
    pub dearer_by: f64,
}

/// The values that the rules chose, as changes of the command line.
pub fn chosen(subject: &EvaluatedScenario) -> Vec<String> {
    let open = open_inputs(subject);
    open.map(|(resolved, input)| {
        let (key, year) = (&resolved.key, subject.scenario.price_year);
        let (path, base) = match input.decision {
            Some(Decision::Size) => ("satellite.count", subject.design.satellite.count.base()),
            _ => (key.path, (input.get)(&subject.design)),
        };
        let unit = if path == key.path { key.unit } else { "1" };
        format!("{path}={}", format_exact(base, &exponents_of(path), unit, year))
    })
    .collect()
}

fn exponents_of(path: &str) -> crate::units::Exponents {
    input(path).map_or(crate::units::DIMENSIONLESS, |input| input.exponents)
}

/// The inputs that a scenario leaves open.
fn open_inputs(subject: &EvaluatedScenario) -> impl Iterator<Item = (&Resolved, &'static Input)> {
    let inputs = subject.scenario.inputs.iter().filter(|resolved| resolved.amount.is_auto);
    inputs.filter_map(|resolved| Some((resolved, input(resolved.key.path)?)))
}

/// Choices of the rules, each with the next best.
pub fn choices(subject: &EvaluatedScenario) -> Vec<DesignChoice> {
    // how many fit is no input of the design
    let own = |decision, input: &Input| {
        (decision == Decision::PerLaunch).then(|| subject.shown(input.path)).flatten()
    };
    let choice = |(resolved, input): (&Resolved, &'static Input)| {
        let decision = input.decision?;
        let value = |case: &Case| in_unit(value_of(input, decision, case), input.unit);
        Some(DesignChoice {
            path: input.path,
            label: input.label,
            value: own(decision, input).unwrap_or_else(|| value(&subject.design)),
            unit: with_price_year(resolved.key.unit, subject.scenario.price_year),
            rule: decision.rule(),
            next_best: next_best(subject, decision)
                .map(|(next, dearer_by)| NextBest { value: value(&next.case), dearer_by }),
        })
    };
    open_inputs(subject).filter_map(choice).collect()
}

/// The value of an input in a design, in base units; number and power of satellites follow from
/// each other.
fn value_of(input: &Input, decision: Decision, case: &Case) -> f64 {
    let count = case.satellite.count.base();
    match (decision, input.path) {
        (Decision::Size, "satellite.it_power") => case.it.power.base() / count,
        (Decision::Size, _) => count,
        _ => (input.get)(case),
    }
}

/// The best design with another value of a decision, and by how much it is dearer.
pub fn next_best(subject: &EvaluatedScenario, decision: Decision) -> Option<(Chosen, f64)> {
    let surroundings = subject.model.surroundings().ok()?;
    let cost = |chosen: &Chosen| chosen.standing.cost;
    let own = choose(&subject.case, surroundings);
    if !own.standing.is_feasible() {
        return None;
    }
    let others = alternatives(&subject.case, &own.case, decision);
    let designs = others.iter().map(|other| choose(other, surroundings));
    let best = designs
        .filter(|chosen| chosen.standing.is_feasible())
        .reduce(|best, next| if next.standing.beats(&best.standing) { next } else { best })?;
    let dearer_by = cost(&best) / cost(&own) - 1.0;
    dearer_by.is_finite().then_some((best, dearer_by))
}

/// What whole launches cost beside the same design on shared ones, as a share of its cost; none
/// where launches are shared.
pub fn cost_of_whole_launches(subject: &EvaluatedScenario) -> Option<f64> {
    let mut shared = subject.design;
    if shared.launch.sharing == Sharing::Shared {
        return None;
    }
    shared.launch.sharing = Sharing::Shared;
    let cost = metric("orbit.cost_per_it_energy")?;
    let whole = (cost.get)(&subject.evaluation)?;
    let divided = (cost.get)(&subject.model.clone().evaluate(&shared))?;
    Some(1.0 - divided / whole)
}
