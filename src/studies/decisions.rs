//! What the rules of design chose for a scenario, why, and what the next best choice would cost.

use super::evaluated::EvaluatedScenario;
use super::typed::{around, written};
use crate::economics::launch::Sharing;
use crate::scenario::Resolved;
use crate::system::decisions::Decision;
use crate::system::designer::{Chosen, DesignStanding, alternatives, choose};
use crate::system::environment::Surroundings;
use crate::system::inputs::{Case, INPUTS, Input, input};
use crate::system::metrics::metric;
use crate::units::Count;
use crate::units::format::{display_unit, format_exact, in_unit, with_price_year};
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
    /// A value of few digits with which the design is the same: what is shown, and what may be
    /// typed.
    #[serde(skip)]
    pub typed: f64,
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
    /// A value of few digits with which the design is the same.
    #[serde(skip)]
    pub typed: f64,
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
    let Ok(surroundings) = subject.model.surroundings() else { return Vec::new() };
    let own = choose(&subject.case, surroundings);
    let choice = |(resolved, input): (&Resolved, &'static Input)| {
        let decision = input.decision?;
        let asked = Asked { subject, surroundings, input, decision };
        let value = asked.chosen();
        Some(DesignChoice {
            path: input.path,
            label: input.label,
            value,
            typed: asked.typed(value, &own),
            unit: with_price_year(resolved.key.unit, subject.scenario.price_year),
            rule: decision.rule(),
            next_best: asked.next_best(&own),
        })
    };
    open_inputs(subject).filter_map(choice).collect()
}

/// For each input of a decision that the scenario leaves open a value of few digits with which the
/// design is the same, in the unit of the input; number and power of satellites both have one.
pub fn typed_choices(subject: &EvaluatedScenario) -> Vec<(&'static str, f64)> {
    let Ok(surroundings) = subject.model.surroundings() else { return Vec::new() };
    let own = choose(&subject.case, surroundings);
    let is_open = |decision: Decision| subject.case.open.has(decision);
    let typed = |input: &'static Input| {
        let decision = input.decision.filter(|decision| is_open(*decision))?;
        let asked = Asked { subject, surroundings, input, decision };
        Some((input.path, asked.typed(asked.chosen(), &own)))
    };
    INPUTS.iter().filter_map(typed).collect()
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

/// Relative difference of cost up to which two designs are the same.
const SAME_COST: f64 = 1.0e-5;

/// Whether two designs are the same: as many satellites and launches, the same gates, equal cost.
fn is_same(one: &DesignStanding, other: &DesignStanding) -> bool {
    let counts = |of: &DesignStanding| (of.satellites.to_bits(), of.launches.to_bits(), of.fails);
    let has_cost = one.cost.is_finite() || other.cost.is_finite();
    let is_near = !has_cost || (one.cost / other.cost - 1.0).abs() <= SAME_COST;
    is_near && counts(one) == counts(other)
}

/// A decision that is asked about, by one of its inputs.
struct Asked<'a> {
    subject: &'a EvaluatedScenario,
    surroundings: &'a Surroundings,
    input: &'static Input,
    decision: Decision,
}

impl Asked<'_> {
    /// The value in a design, in the unit of the input.
    fn value(&self, case: &Case) -> f64 {
        in_unit(value_of(self.input, self.decision, case), self.input.unit)
    }

    /// The value chosen; how many fit a launch is no input of the design.
    fn chosen(&self) -> f64 {
        let is_own = self.decision == Decision::PerLaunch;
        let own = is_own.then(|| self.subject.shown(self.input.path)).flatten();
        own.unwrap_or_else(|| self.value(&self.subject.design))
    }

    /// The value of fewest digits that gives a design when it is stated, all other decisions taken
    /// anew; the value itself where none does.
    fn typed(&self, value: f64, design: &Chosen) -> f64 {
        let Some(unit) = display_unit(self.input.unit) else { return value };
        let gives = |number: &f64| {
            let mut case = self.subject.case;
            (self.input.set)(&mut case, unit.to_base(*number));
            let is_allowed = (self.input.low..=self.input.high).contains(number);
            is_allowed && is_same(&choose(&case, self.surroundings).standing, &design.standing)
        };
        around(value).map(written).find(gives).unwrap_or(value)
    }

    /// The best design with another value, and by how much it is dearer.
    fn next_best(&self, own: &Chosen) -> Option<NextBest> {
        if !own.standing.is_feasible() {
            return None;
        }
        let mut built = own.case;
        if self.decision == Decision::PerLaunch {
            built.satellite.per_launch = Count::from_base(self.chosen());
        }
        let others = alternatives(&self.subject.case, &built, self.decision);
        let designs = others.iter().map(|other| choose(other, self.surroundings));
        let feasible = designs.filter(|chosen| {
            chosen.standing.is_feasible() && !is_same(&chosen.standing, &own.standing)
        });
        let best = feasible
            .reduce(|best, next| if next.standing.beats(&best.standing) { next } else { best })?;
        let (value, dearer_by) =
            (self.value(&best.case), best.standing.cost / own.standing.cost - 1.0);
        let typed = dearer_by.is_finite().then(|| self.typed(value, &best))?;
        Some(NextBest { value, typed, dearer_by })
    }
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
