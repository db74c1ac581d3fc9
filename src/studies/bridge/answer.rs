//! A bridge between two scenarios as programs read it.

use super::{Bridge, BridgeBar, Difference};
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::head::ProgramVersion;
use crate::studies::shown::Shown;
use crate::system::metrics::Metric;
use crate::units::format::{in_unit, with_price_year};
use serde::Serialize;

/// A bridge with what it leads from and to; changes are in the unit of the metric.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BridgeAnswer {
    /// The program.
    #[serde(flatten)]
    pub program: ProgramVersion,
    /// Year of the money.
    pub price_year: u16,
    /// The metric.
    pub metric: NamedMetric,
    /// The first scenario.
    pub from: BridgeEnd,
    /// The second scenario.
    pub to: BridgeEnd,
    /// The parts, the largest first.
    pub bars: Vec<BarAnswer>,
    /// Mixtures that were evaluated.
    pub mixtures: usize,
    /// Those in which the metric does not exist.
    pub mixtures_missing: usize,
    /// Gap less the sum of the parts.
    pub residual: f64,
}

/// A metric with its unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedMetric {
    /// Its path.
    pub path: &'static str,
    /// Its unit, money with its year.
    pub unit: String,
}

/// One end of a bridge.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BridgeEnd {
    /// Title of the scenario.
    pub title: String,
    /// Its file.
    pub file: String,
    /// Its digest.
    pub digest: String,
    /// The metric there.
    pub value: f64,
}

/// The part of the gap that one group explains.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BarAnswer {
    /// Name of the group.
    pub name: &'static str,
    /// Its part.
    pub change: f64,
    /// Its differences, the strongest first.
    pub differences: Vec<DifferenceAnswer>,
}

/// One input or pin that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DifferenceAnswer {
    /// Path of the input, or of the metric that is pinned.
    pub path: String,
    /// Whether it is a pin.
    pub pin: bool,
    /// Value in the first scenario.
    pub from: Shown,
    /// Value in the second.
    pub to: Shown,
    /// Mean change of the metric when this alone is moved.
    pub effect_alone: Option<f64>,
}

impl BridgeAnswer {
    /// A bridge as programs read it.
    pub fn of(
        from: &EvaluatedScenario,
        to: &EvaluatedScenario,
        metric: &Metric,
        bridge: &Bridge,
    ) -> Self {
        let year = to.scenario.price_year;
        let shown = |base: f64| in_unit(base, metric.unit);
        let bar = |bar: &&BridgeBar| BarAnswer {
            name: bar.name,
            change: shown(bar.change),
            differences: bar
                .differences
                .iter()
                .map(|one| DifferenceAnswer::of(one, metric, year))
                .collect(),
        };
        Self {
            program: ProgramVersion::default(),
            price_year: year,
            metric: NamedMetric { path: metric.path, unit: with_price_year(metric.unit, year) },
            from: BridgeEnd::of(from, shown(bridge.from)),
            to: BridgeEnd::of(to, shown(bridge.to)),
            bars: bridge.by_size().iter().map(bar).collect(),
            mixtures: bridge.mixtures,
            mixtures_missing: bridge.missing,
            residual: shown(bridge.residual()),
        }
    }
}

impl BridgeEnd {
    fn of(subject: &EvaluatedScenario, value: f64) -> Self {
        let scenario = &subject.scenario;
        Self {
            title: scenario.title.clone(),
            file: scenario.file.clone(),
            digest: scenario.digest.clone(),
            value,
        }
    }
}

impl DifferenceAnswer {
    fn of(one: &Difference, metric: &Metric, year: u16) -> Self {
        Self {
            path: one.path.clone(),
            pin: one.is_pin,
            from: Shown::new(one.from, one.unit, year),
            to: Shown::new(one.to, one.unit, year),
            effect_alone: one.effect.map(|effect| in_unit(effect, metric.unit)),
        }
    }
}
