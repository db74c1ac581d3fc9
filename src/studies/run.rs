//! Everything that `skyrack run` says, as one value.
//!
//! [`run`] computes it once from an evaluated scenario; `report` and `charts` only read it.
//! Serialized, it is the JSON of `skyrack run`. A program reads the scenario, evaluates it and has
//! the whole answer:
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use skyrack::studies::{evaluated::EvaluatedScenario, run::run};
//!
//! let scenario = skyrack::scenario::open("reference-2026", &["orbit.altitude=700 km".into()])?;
//! let said = run(&EvaluatedScenario::new(scenario)?)?;
//! let ratio = said.shown("ratio.cost");
//! let heat = said.verdict.gates.iter().find(|gate| gate.name == "heat");
//! let price = said.input("launch.price").and_then(|input| input.source.as_ref());
//! let json = serde_json::to_string_pretty(&said)?;
//! assert!(said.verdict.feasible && ratio > Some(1.0) && heat.is_some_and(|gate| gate.ok));
//! # assert!(price.is_none() && json.contains("\"ratio.cost\""));
//! # Ok(())
//! # }
//! ```
//!
//! Numbers are in the units of the tables, with the unit beside them; physical quantities of the
//! heat through an orbit, the shield and the calendar keep their types.

mod inputs;
mod ledgers;
mod notes;
mod owned_note;
mod rocket_notes;
mod verdict;

pub use inputs::{InputValue, ResolvedInputs, Written, resolved_inputs};
pub use ledgers::{CostPart, CostParts, LedgerLine, LedgerTable};
pub(super) use notes::own_notes;
use rocket_notes::rocket_notes;
pub use verdict::{Change, GateAnswer, Verdict};

use super::calendar::{Calendar, calendar};
use super::decisions::{DesignChoice, choices, cost_of_whole_launches};
use super::evaluated::EvaluatedScenario;
use super::head::Head;
use super::idle::without_effect;
use super::orbit_heat::{ThroughOrbit, through_one_orbit};
use super::pinned::{PinState, pins};
use super::ranges::Ranges;
use super::shielding::{ShieldAdvice, shield_advice};
use super::shown::{Shown, as_map};
use super::vehicles::{Marked, vehicles};
use crate::scenario::{Remark, Scenario};
use crate::system::decisions::Decision;
use crate::system::formula::FormulaError;
use crate::system::inputs::Case;
use crate::system::metrics::METRICS;
use serde::Serialize;

/// Result of a run of one scenario.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Run {
    /// Program, scenario, digests and price year.
    #[serde(flatten)]
    pub head: Head,
    /// Whether it closes and competes, with every gate and what would open it.
    pub verdict: Verdict,
    /// Every metric by its path, in the order of the table.
    #[serde(serialize_with = "as_map")]
    pub metrics: Vec<(&'static str, Shown)>,
    /// Every input by its path, in the order of the table: value, unit, origin, source.
    #[serde(serialize_with = "as_map")]
    pub inputs: Vec<(&'static str, InputValue)>,
    /// Choices of the rules of design where the scenario leaves a decision open.
    pub choices: Vec<DesignChoice>,
    /// What whole launches cost beside the same design on shared ones, as a share of the cost in
    /// orbit; none where launches are shared.
    pub cost_of_whole_launches: Option<f64>,
    /// The ledgers by their names.
    #[serde(serialize_with = "as_map")]
    pub ledgers: Vec<(&'static str, LedgerTable)>,
    /// Temperatures through one orbit, and whether a heat pump would help.
    pub orbit_heat: ThroughOrbit,
    /// The shield of least mass; none where the case has no design or states what it would change.
    pub shield: Option<ShieldAdvice>,
    /// Each pin beside the model's own value.
    pub pins: Vec<PinState>,
    /// Remarks of the model, of the reading of the scenario, and of what was asked beside the
    /// evaluation.
    pub notes: Vec<Remark>,
    /// Stated inputs that change nothing here.
    pub without_effect: Vec<&'static str>,
    /// Launch vehicles of the catalog, each at its price.
    pub vehicles: Marked,
    /// Sun angle and shadow of each day; none where there is no orbit.
    pub calendar: Option<Calendar>,
    /// Parts of the cost of available IT power in orbit; none without a cost.
    pub orbit_cost: Option<CostParts>,
    /// The same on the ground.
    pub ground_cost: Option<CostParts>,
    /// The samples that the ranges of the metrics are those of; none where none were drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ranges: Option<Ranges>,
    /// The scenario as it was read: in JSON `scenario`, `inputs` and `pins` say the same.
    #[serde(skip)]
    pub scenario: Scenario,
    /// The case that was evaluated: in JSON `inputs`, `choices` and `pins` say the same.
    #[serde(skip)]
    pub case: Case,
}

/// Computes what a run says of an evaluated scenario.
///
/// # Errors
/// [`FormulaError`] if a ledger of the tables cannot be read: a defect.
pub fn run(subject: &EvaluatedScenario) -> Result<Run, FormulaError> {
    let ledgers = ledgers::ledgers(subject)?;
    let [orbit_cost, ground_cost] =
        ledgers::SIDES.map(|side| ledgers::cost_parts(subject, &ledgers, side));
    let choices = choices(subject);
    let cost_of_whole_launches = cost_of_whole_launches(subject);
    let orbit_heat = through_one_orbit(subject);
    let shield = shield_advice(&subject.design, &subject.model);
    let without_effect = without_effect(subject);
    let mut notes = [own_notes(subject), subject.scenario.notes.clone()].concat();
    notes.extend(notes::without_effect(&without_effect));
    notes.extend(notes::smaller_than_stated(subject));
    notes.extend(notes::array_of_stated_power(subject));
    notes.extend(notes::size(&choices));
    notes.extend(notes::whole_launches(cost_of_whole_launches));
    notes.extend(rocket_notes(subject));
    notes.extend(owned_note::owned(subject));
    notes.extend(notes::frozen_when_off(&orbit_heat));
    notes.extend(notes::heat_pump(&subject.case, orbit_heat.heat_pump.as_ref()));
    let is_shield_chosen = subject.case.open.has(Decision::Shield);
    let advice = shield.as_ref().filter(|_| !is_shield_chosen);
    notes.extend(notes::shield(advice, &subject.design));
    notes.push(notes::assumptions(&subject.scenario));
    Ok(Run {
        head: Head::of(&subject.scenario),
        verdict: verdict::verdict(subject),
        metrics: metrics(subject),
        inputs: inputs::inputs(subject),
        choices,
        cost_of_whole_launches,
        ledgers,
        orbit_heat,
        shield,
        pins: pins(subject),
        notes,
        without_effect,
        vehicles: vehicles(subject),
        calendar: calendar(subject),
        orbit_cost,
        ground_cost,
        ranges: None,
        scenario: subject.scenario.clone(),
        case: subject.design,
    })
}

/// Parts of the cost of available IT power of each side, orbit and ground.
///
/// # Errors
/// [`FormulaError`] if a ledger of the tables cannot be read: a defect.
pub fn cost_stacks(subject: &EvaluatedScenario) -> Result<[Option<CostParts>; 2], FormulaError> {
    let ledgers = ledgers::ledgers(subject)?;
    Ok(ledgers::SIDES.map(|side| ledgers::cost_parts(subject, &ledgers, side)))
}

fn metrics(subject: &EvaluatedScenario) -> Vec<(&'static str, Shown)> {
    let year = subject.scenario.price_year;
    let shown = METRICS
        .iter()
        .map(|metric| (metric.path, Shown::of(metric, subject.value(metric.path), year)));
    shown.collect()
}

fn find<'a, T>(pairs: &'a [(&'static str, T)], path: &str) -> Option<&'a T> {
    pairs.iter().find(|(own, _)| *own == path).map(|(_, found)| found)
}

impl Run {
    /// The same with the range of each metric beside its value.
    #[must_use]
    pub fn with_ranges(mut self, ranges: Option<Ranges>) -> Self {
        for (path, range) in ranges.iter().flat_map(|ranges| &ranges.metrics) {
            let own = self.metrics.iter_mut().find(|(own, _)| own == path);
            if let Some((_, shown)) = own {
                shown.range = Some(range.ends);
            }
        }
        self.ranges = ranges;
        self
    }

    /// A metric; none if there is none of this path.
    pub fn metric(&self, path: &str) -> Option<&Shown> {
        find(&self.metrics, path)
    }

    /// An input; none if there is none of this path.
    pub fn input(&self, path: &str) -> Option<&InputValue> {
        find(&self.inputs, path)
    }

    /// A ledger; none if there is none of this name.
    pub fn ledger(&self, name: &str) -> Option<&LedgerTable> {
        find(&self.ledgers, name)
    }

    /// The number of a metric, else of an input, in the unit of its table.
    pub fn shown(&self, path: &str) -> Option<f64> {
        match self.metric(path) {
            Some(metric) => metric.value,
            None => self.input(path)?.value.number(),
        }
    }

    /// Largest residual of the ledgers.
    pub fn residual(&self) -> f64 {
        self.ledgers.iter().map(|(_, ledger)| ledger.residual).fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::open;
    use crate::units::degree;

    fn run_of(name: &str, set: &[&str]) -> Run {
        let set: Vec<String> = set.iter().map(|text| (*text).to_owned()).collect();
        run(&EvaluatedScenario::new(open(name, &set).unwrap()).unwrap()).unwrap()
    }

    #[test]
    fn every_input_has_a_value_a_unit_an_origin_and_a_source() {
        let run = run_of("reference-2026", &["orbit.altitude=700 km"]);
        for (path, input) in &run.inputs {
            assert!(!input.unit.is_empty() && !input.origin.is_empty(), "{path}: {input:?}");
            let is_of_the_catalog = input.origin.starts_with("default ");
            assert!(input.source.is_some() || !is_of_the_catalog, "{path}: {input:?}");
        }
        let altitude = run.input("orbit.altitude").unwrap();
        assert_eq!((altitude.value.number(), altitude.unit.as_str()), (Some(700.0), "km"));
        assert_eq!((altitude.origin.as_str(), &altitude.source), ("--set", &None));
        let plane = run.input("orbit.plane").unwrap();
        assert_eq!(plane.value, Written::Word("sun-synchronous".to_owned()));
    }

    #[test]
    fn the_parts_of_a_cost_add_up_to_it() {
        let run = run_of("reference-2026", &[]);
        for (parts, path) in [
            (&run.orbit_cost, "orbit.cost_per_it_power_year"),
            (&run.ground_cost, "ground.cost_per_it_power_year"),
        ] {
            let sum: f64 = parts.as_ref().unwrap().parts.iter().map(|part| part.value).sum();
            let whole = run.shown(path).unwrap();
            assert!((sum / whole - 1.0).abs() < 1e-9, "{path}: {sum} of {whole}");
        }
    }

    #[test]
    fn days_without_shadow_lie_above_the_critical_angle() {
        for set in [&[][..], &["orbit.altitude=900 km"], &["orbit.plane=inclined"]] {
            let calendar = run_of("reference-2026", set).calendar.unwrap();
            let critical = calendar.critical_beta.get::<degree>();
            assert!((50.0..75.0).contains(&critical), "{critical}");
            // the limb moves with the season, by less than the angle does in a day or two
            for day in &calendar.days {
                let above = day.beta.get::<degree>().abs() - critical;
                assert!(day.shadow.base() > 0.0 || above > -0.6, "{set:?}: {above}");
                assert!(day.shadow.base() <= 0.0 || above < 0.6, "{set:?}: {above}");
            }
        }
    }
}
