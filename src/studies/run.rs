//! Everything that `skyrack run` says, as one value.
//!
//! [`run`] computes it once from an evaluated scenario; `report` and `charts` only read it.
//! Serialized, it is the JSON of `skyrack run`. A program reads the scenario, evaluates it and has
//! the whole answer:
//!
//! ```text
//! let scenario = skyrack::scenario::open("reference-2026", &["orbit.altitude=700 km".into()])?;
//! let run = skyrack::studies::run::run(&EvaluatedScenario::new(scenario)?)?;
//! println!("{}", run.verdict.text);                                // It closes: ...
//! let ratio = run.shown("ratio.cost");                             // Some(20.7), a plain number
//! let heat = run.verdict.gates.iter().find(|gate| gate.name == "heat");
//! let price = &run.input("launch.price").unwrap().source;          // where it was read
//! let json = serde_json::to_string_pretty(&run)?;                  // as `--format json`
//! ```
//!
//! Numbers are in the units of the tables, with the unit beside them; physical quantities of the
//! heat through an orbit, the shield and the calendar keep their types.

mod inputs;
mod ledgers;
mod verdict;

pub use inputs::{InputValue, ResolvedInputs, Written, resolved_inputs};
pub use ledgers::{CostPart, LedgerLine, LedgerTable};
pub use verdict::{Change, GateAnswer, Verdict};

use super::calendar::{Calendar, calendar};
use super::decisions::{DesignChoice, choices, cost_of_whole_launches};
use super::evaluated::EvaluatedScenario;
use super::head::Head;
use super::idle::without_effect;
use super::orbit_heat::{ThroughOrbit, through_one_orbit};
use super::pinned::{PinState, pins};
use super::shielding::{ShieldAdvice, shield_advice};
use super::shown::{Shown, as_map};
use super::vehicles::{Marked, vehicles};
use crate::scenario::{Remark, Scenario};
use crate::system::formula::FormulaError;
use crate::system::inputs::Case;
use crate::system::metrics::METRICS;
use crate::system::notes::Note;
use crate::units::format::format_quantity;
use serde::Serialize;

/// What a run of one scenario says.
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
    /// What the rules of design chose where the scenario leaves a decision open.
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
    /// Remarks of the model, then of the reading of the scenario.
    pub notes: Vec<Remark>,
    /// Stated inputs that change nothing here.
    #[serde(skip)]
    pub without_effect: Vec<&'static str>,
    /// Launch vehicles of the catalog, each at its price.
    #[serde(skip)]
    pub vehicles: Marked,
    /// Sun angle and shadow of each day; none where there is no orbit.
    #[serde(skip)]
    pub calendar: Option<Calendar>,
    /// What the cost of available IT power in orbit is made of.
    #[serde(skip)]
    pub orbit_cost: Option<Vec<CostPart>>,
    /// The same on the ground.
    #[serde(skip)]
    pub ground_cost: Option<Vec<CostPart>>,
    /// The scenario as it was read.
    #[serde(skip)]
    pub scenario: Scenario,
    /// The case that was evaluated.
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
    Ok(Run {
        head: Head::of(&subject.scenario),
        verdict: verdict::verdict(subject),
        metrics: metrics(subject),
        inputs: inputs::inputs(subject),
        choices: choices(subject),
        cost_of_whole_launches: cost_of_whole_launches(subject),
        ledgers,
        orbit_heat: through_one_orbit(subject),
        shield: shield_advice(&subject.design, &subject.model),
        pins: pins(subject),
        notes: [own_notes(subject), subject.scenario.notes.clone()].concat(),
        without_effect: without_effect(subject),
        vehicles: vehicles(subject),
        calendar: calendar(subject),
        orbit_cost,
        ground_cost,
        scenario: subject.scenario.clone(),
        case: subject.design,
    })
}

/// What the cost of available IT power of each side, orbit and ground, is made of.
///
/// # Errors
/// [`FormulaError`] if a ledger of the tables cannot be read: a defect.
pub fn cost_stacks(
    subject: &EvaluatedScenario,
) -> Result<[Option<Vec<CostPart>>; 2], FormulaError> {
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

/// Remarks of the model.
pub(super) fn own_notes(subject: &EvaluatedScenario) -> Vec<Remark> {
    let notes = subject.evaluation.notes.iter();
    let remark = |note: Note| Remark {
        code: note.code(),
        path: note.path().to_owned(),
        text: said(note, subject),
    };
    notes.map(remark).collect()
}

/// The words of a remark; out of reach, how much of the way turns the plane.
fn said(note: Note, subject: &EvaluatedScenario) -> String {
    let launch = subject.evaluation.metrics().launch();
    let Some((way, plane)) = launch.velocity().zip(launch.plane_change()) else {
        return note.text().to_owned();
    };
    if note != Note::OutOfReach {
        return note.text().to_owned();
    }
    let [beyond, turn] = [way, plane].map(|velocity| format_quantity(velocity.base(), "m/s", 0));
    let far = format!("{}: it lies {beyond} beyond its low orbit", note.text());
    if plane.base() <= 0.0 {
        return far;
    }
    format!(
        "{far}, of which {turn} turn the plane, since the launch site lies above its inclination: \
         a site nearer to the equator takes less (launch.site)"
    )
}

fn find<'a, T>(pairs: &'a [(&'static str, T)], path: &str) -> Option<&'a T> {
    pairs.iter().find(|(own, _)| *own == path).map(|(_, found)| found)
}

impl Run {
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
            let sum: f64 = parts.as_ref().unwrap().iter().map(|part| part.value).sum();
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
