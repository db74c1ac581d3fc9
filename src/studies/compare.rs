//! Scenarios side by side.

use super::evaluated::EvaluatedScenario;
use super::head::{ProgramVersion, ScenarioName};
use super::run::{CostParts, cost_stacks, own_notes};
use super::shown::{Shown, as_map};
use crate::catalog::Catalog;
use crate::scenario::Remark;
use crate::system::formula::FormulaError;
use crate::system::metrics::{METRICS, metric};
use crate::system::verdict::GATES;
use serde::Serialize;

const HEADLINES: &[&str] = &[
    "ratio.cost",
    "ratio.cost_equal_rates",
    "breakeven.launch_price_signed",
    "breakeven.ratio_at_free_launch",
    "orbit.cost_per_it_energy",
    "ground.cost_per_it_energy",
    "orbit.cost_per_gpu_hour",
    "ground.cost_per_gpu_hour",
    "orbit.capex_per_it_power",
    "ground.capex_per_it_power",
    "launch.price_per_mass",
    "launch.count",
    "launch.years_to_build",
    "satellite.count",
    "satellite.it_power",
    "satellite.launched_mass",
    "mass.per_it_power",
    "array.bol_per_it_power",
    "radiator.panel_area",
    "radiator.net_flux",
    "environment.sunlit_fraction",
    "environment.eclipse_max",
    "orbit.availability",
    "radiation.dose",
    "carbon.orbit",
    "carbon.ground",
];

/// Scenarios side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The program.
    #[serde(flatten)]
    pub program: ProgramVersion,
    /// Digest of the catalog.
    pub catalog_digest: &'static str,
    /// Year of all money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price_year: Option<u16>,
    /// A row per scenario.
    pub rows: Vec<Compared>,
}

/// One scenario among others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Compared {
    /// The scenario.
    pub scenario: ScenarioName,
    /// Whether it closes and competes.
    pub verdict: ShortVerdict,
    /// The metrics by their paths, the same in every row.
    #[serde(serialize_with = "as_map")]
    pub metrics: Vec<(&'static str, Shown)>,
    /// Gates that fail.
    pub failing: Vec<&'static str>,
    /// Remarks of the model.
    pub notes: Vec<Remark>,
    /// Parts of the cost of available IT power in orbit; none without a cost.
    pub orbit_cost: Option<CostParts>,
    /// The same on the ground.
    pub ground_cost: Option<CostParts>,
}

/// Whether a scenario closes and competes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ShortVerdict {
    /// Whether every engineering gate holds.
    pub feasible: bool,
    /// Whether orbit costs at most as much as the ground.
    pub competitive: bool,
    /// Name of the gate that binds.
    pub binding: &'static str,
}

impl Compared {
    /// A metric of the row in the unit of its table; none if it does not exist or is not asked for.
    pub fn shown(&self, path: &str) -> Option<f64> {
        self.metrics.iter().find(|(own, _)| *own == path)?.1.value
    }
}

/// Compares scenarios of one price year: their headline metrics, and those whose path contains the
/// filter.
///
/// # Errors
/// [`FormulaError`] if a ledger of the tables cannot be read: a defect.
pub fn compare(
    subjects: &[EvaluatedScenario],
    filter: Option<&str>,
) -> Result<Comparison, FormulaError> {
    let paths = paths(filter);
    Ok(Comparison {
        program: ProgramVersion::default(),
        catalog_digest: Catalog::builtin().digest(),
        price_year: subjects.first().map(|subject| subject.scenario.price_year),
        rows: subjects.iter().map(|subject| row(subject, &paths)).collect::<Result<_, _>>()?,
    })
}

fn paths(filter: Option<&str>) -> Vec<&'static str> {
    let mut paths = HEADLINES.to_vec();
    if let Some(filter) = filter {
        let all = METRICS.iter().map(|metric| metric.path);
        paths.extend(all.filter(|path| path.contains(filter) && !HEADLINES.contains(path)));
    }
    paths
}

fn row(subject: &EvaluatedScenario, paths: &[&'static str]) -> Result<Compared, FormulaError> {
    let year = subject.scenario.price_year;
    let shown = |path: &str| {
        let unit = metric(path).map_or("1", |metric| metric.unit);
        Shown::new(subject.value(path), unit, year)
    };
    let states = GATES.iter().zip(&subject.evaluation.gates);
    let [orbit_cost, ground_cost] = cost_stacks(subject)?;
    Ok(Compared {
        scenario: ScenarioName::of(&subject.scenario),
        verdict: ShortVerdict {
            feasible: subject.is_feasible(),
            competitive: subject.is_competitive(),
            binding: subject.binding(),
        },
        metrics: paths.iter().map(|path| (*path, shown(path))).collect(),
        failing: states.filter(|(_, gate)| !gate.ok).map(|(rule, _)| rule.name).collect(),
        notes: own_notes(subject),
        orbit_cost,
        ground_cost,
    })
}
