//! Uncertainty of the metrics: quantiles with intervals, odds, gates that fail.

mod leaning;

use self::leaning::LeanShown;
use super::head::title;
use super::table::{text as table_text, wrap};
use crate::scenario::Shape;
use crate::studies::draw::Draw;
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::head::Head;
use crate::studies::leans::Lean;
use crate::studies::points::REPLICATES;
use crate::studies::shown::{ByName, Shown};
use crate::studies::table::{Cell, Column, Table};
use crate::studies::tally::{Estimate, Summary, Tally};
use crate::system::metrics::{METRICS, Metric};
use crate::system::verdict::GATES;
use crate::units::format::{format_number, in_unit, with_price_year};
use serde::Serialize;

/// Quantiles of every result.
pub const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];
/// Metrics of the table in a terminal and of the samples that are written.
pub const HEADLINES: [&str; 12] = [
    "ratio.cost",
    "orbit.cost_per_it_energy",
    "ground.cost_per_it_energy",
    "orbit.capex_per_it_power",
    "breakeven.launch_price_signed",
    "launch.price_per_mass",
    "mass.per_it_power",
    "array.area",
    "radiator.panel_area",
    "battery.energy",
    "launch.count",
    "carbon.orbit",
];

/// A finished run of samples.
#[derive(Debug)]
pub struct Samples<'s> {
    /// The scenario.
    pub subject: &'s EvaluatedScenario,
    /// The draw.
    pub draw: &'s Draw,
    /// The counts.
    pub tally: &'s Tally,
    /// What that says of each metric, with the quantiles at [`SHARES`].
    pub summaries: Vec<(usize, Summary)>,
    /// Position of the metric that is looked at.
    pub metric: usize,
    /// Which inputs pull its middle away from the stated value, the largest first.
    pub leans: Vec<Lean>,
    /// First index, and the one behind the last.
    pub indices: (u64, u64),
    /// Whether quantiles are exact.
    pub exact: bool,
    /// The command that repeats the run.
    pub command: &'s str,
}

impl Samples<'_> {
    fn year(&self) -> u16 {
        self.subject.scenario.price_year
    }

    /// Statistics of a metric over the samples.
    pub fn summary(&self, metric: usize) -> Option<&Summary> {
        self.summaries.iter().find(|(at, _)| *at == metric).map(|(_, summary)| summary)
    }

    /// The summaries of the headline metrics, or of all.
    fn shown(&self, all: bool) -> impl Iterator<Item = (&'static Metric, &Summary)> {
        let metrics = self.summaries.iter().map(|(at, summary)| (&METRICS[*at], summary));
        metrics.filter(move |(metric, _)| all || HEADLINES.contains(&metric.path))
    }

    /// The quantiles of the metrics; of the headline ones only, or of all.
    pub fn table(&self, all: bool) -> Table {
        let mut columns = vec![Column::words("metric")];
        for share in SHARES {
            let name = percentile(share);
            columns.push(Column { name: name.clone(), unit: String::new() });
            if all || [0.05, 0.5, 0.95].contains(&share) {
                columns.push(Column { name: format!("{name} ±"), unit: String::new() });
            }
        }
        let names = ["mean", "mean ±", "lowest", "highest", "exists in"];
        columns.extend(names.iter().filter(|_| all).map(|name| Column::words(name)));
        if !all {
            columns.push(Column::words("exists in %"));
        }
        columns.extend(["value", "value at %"].map(Column::words));
        columns.push(Column::words("unit"));
        let mut table = Table::new("quantiles with half their 95 % intervals", columns);
        for (metric, summary) in self.shown(all) {
            table.push(self.row(metric, summary, all));
        }
        table
    }

    fn row(&self, metric: &Metric, summary: &Summary, all: bool) -> Vec<Cell> {
        let shown = |base: f64| in_unit(base, metric.unit);
        let width =
            |half: Option<f64>| Cell::number(half.map(|half| (shown(half) - shown(0.0)).abs()));
        let mut row = vec![Cell::text(metric.path)];
        for (share, estimate) in SHARES.iter().zip(&summary.quantiles) {
            row.push(Cell::Number(shown(estimate.value)));
            if all || [0.05, 0.5, 0.95].contains(share) {
                row.push(width(estimate.half));
            }
        }
        if all {
            row.push(Cell::Number(shown(summary.mean.value)));
            row.push(width(summary.mean.half));
            row.extend([summary.range.0, summary.range.1].map(|end| Cell::Number(shown(end))));
            row.push(Cell::Number(summary.exists as f64));
        } else {
            let samples = self.tally.counts.samples.max(1) as f64;
            row.push(Cell::Number(100.0 * summary.exists as f64 / samples));
        }
        let stated = metric_at(metric).and_then(|at| self.stated(at));
        row.push(Cell::number(stated.map(|(value, _)| shown(value))));
        row.push(Cell::number(stated.map(|(_, below)| 100.0 * below)));
        row.push(Cell::text(with_price_year(metric.unit, self.year())));
        row
    }

    /// The draw, in a few sentences.
    pub fn sentences(&self) -> Vec<String> {
        let inputs = &self.draw.uncertainty.inputs;
        let count = self.tally.counts.samples;
        let mut said = vec![format!(
            "{count} samples of {} uncertain inputs, {} points in {REPLICATES} independent \
                designs, seed {}",
            inputs.len(),
            self.draw.points.method().word(),
            self.draw.points.seed()
        )];
        let triplets = inputs.iter().filter(|input| input.shape == Shape::Triplet).count();
        if triplets > 0 {
            said.push(format!(
                "low, value and high are the 5 %, 50 % and 95 % points of {triplets} of them"
            ));
        }
        let stated = self.draw.uncertainty.links.len();
        if stated > 0 {
            said.push(format!("{stated} correlations are stated by the scenario"));
        }
        said
    }

    /// The odds, in sentences.
    pub fn odds(&self) -> Vec<String> {
        let share = |(share, (low, high)): (f64, (f64, f64))| {
            let percent = |share: f64| format_number(100.0 * share, 3);
            format!("{} % (95 % interval {} to {} %)", percent(share), percent(low), percent(high))
        };
        let counts = &self.tally.counts;
        let mut said = vec![
            format!("orbit costs at most as much as the ground in {}", share(self.tally.wins())),
            format!("every gate holds in {}", share(self.tally.feasible())),
        ];
        if counts.feasible < counts.samples {
            said.push(format!("both at once in {}", share(self.tally.share(counts.feasible_wins))));
            let fails: Vec<String> = GATES
                .iter()
                .zip(counts.fails)
                .filter(|(_, fails)| *fails > 0)
                .map(|(gate, fails)| {
                    let share = self.tally.share(fails).0;
                    format!("{} in {} %", gate.name, format_number(100.0 * share, 3))
                })
                .collect();
            said.push(format!("gates that fail: {}", fails.join(", ")));
        }
        said
    }

    /// Everything as text.
    pub fn text(&self, width: usize) -> String {
        let mut out = format!("{}\n", title(&self.subject.scenario));
        let quantiles = if self.exact {
            "quantiles are exact for these samples"
        } else {
            "quantiles are read from bins 0.4 % wide"
        };
        let note = format!(
            "{quantiles}; ± is half the 95 % interval, the narrower of two: from the spread \
                between \
             the designs, and between order statistics"
        );
        let partly = "a quantile is over the samples in which its metric exists: a design that \
            does not close may have no cost";
        let said = self.sentences().into_iter().chain(self.odds()).chain(self.place());
        for sentence in said.chain(self.lean_sentence()) {
            for line in wrap(&sentence, width) {
                out.push_str(&format!("{line}\n"));
            }
        }
        out.push('\n');
        out.push_str(&table_text(&self.table(false), width));
        if let Some(leaning) = self.leaning() {
            out.push_str(&format!("\n{}", table_text(&leaning, width)));
        }
        out.push('\n');
        let lacks = self.shown(false).any(|(_, one)| one.exists < self.tally.counts.samples);
        let partly = if lacks { wrap(partly, width) } else { Vec::new() };
        for line in
            partly.into_iter().chain(wrap(&note, width)).chain([format!("again: {}", self.command)])
        {
            out.push_str(&format!("{line}\n"));
        }
        out
    }

    /// The uncertain inputs as a table.
    pub fn inputs(&self) -> Table {
        let columns = ["input", "shape", "low", "value", "high", "unit", "correlated with"];
        let mut table = Table::new("uncertain inputs", columns.map(Column::words).to_vec());
        let inputs = &self.draw.uncertainty.inputs;
        for (at, uncertain) in inputs.iter().enumerate() {
            let input = uncertain.input();
            let (low, value, high) = uncertain.stated;
            let partner = |link: &crate::studies::uncertain::RankCorrelation| {
                let other = match link.pair {
                    (one, other) if one == at => other,
                    (one, other) if other == at => one,
                    _ => return None,
                };
                Some(format!("{} {}", inputs[other].input().path, link.rank))
            };
            let partners: Vec<String> =
                self.draw.uncertainty.links.iter().filter_map(partner).collect();
            let cell = |base: f64| Cell::Number(in_unit(base, input.unit));
            table.push(vec![
                Cell::text(input.path),
                Cell::text(uncertain.shape.word()),
                cell(low),
                cell(value),
                cell(high),
                Cell::text(with_price_year(input.unit, self.year())),
                Cell::text(partners.join("; ")),
            ]);
        }
        table
    }

    /// Everything as programs read it.
    pub fn json(&self) -> SampleAnswer<'_> {
        let year = self.year();
        let metrics = self
            .shown(true)
            .map(|(metric, summary)| (metric.path, self.distribution(metric, summary, year)));
        SampleAnswer {
            head: Head::of(&self.subject.scenario),
            facts: self.facts(),
            metrics: ByName(metrics.collect()),
            leans: self.leans_shown(),
            inputs: self.inputs(),
        }
    }

    fn distribution(&self, metric: &Metric, summary: &Summary, year: u16) -> DistributionSummary {
        let stated = metric_at(metric).and_then(|at| self.stated(at));
        let value = stated.and_then(|(value, _)| Shown::of(metric, Some(value), year).value);
        let value_above = stated.map(|(_, below)| below);
        DistributionSummary { value, value_above, ..distribution(metric, summary, year) }
    }

    fn facts(&self) -> Facts<'_> {
        let counts = &self.tally.counts;
        let odds = |count: u64| Odds::of(count, self.tally);
        let gates = GATES.iter().zip(counts.fails.iter().zip(&counts.binds));
        Facts {
            samples: counts.samples,
            indices: self.indices,
            seed: self.draw.points.seed(),
            method: self.draw.points.method().word(),
            designs: REPLICATES,
            quantiles_exact: self.exact,
            command: self.command,
            feasible: odds(counts.feasible),
            orbit_wins: odds(counts.wins),
            feasible_and_orbit_wins: odds(counts.feasible_wins),
            gates: gates
                .map(|(gate, (fails, binds))| GateOdds {
                    name: gate.name,
                    fails: odds(*fails),
                    binds: odds(*binds),
                })
                .collect(),
        }
    }
}

/// Everything that a run of samples says.
#[derive(Debug, Serialize)]
pub struct SampleAnswer<'s> {
    #[serde(flatten)]
    head: Head,
    #[serde(flatten)]
    facts: Facts<'s>,
    metrics: ByName<&'static str, DistributionSummary>,
    leans: Vec<LeanShown>,
    inputs: Table,
}

/// Seed, method, counts and odds.
#[derive(Debug, Serialize)]
struct Facts<'s> {
    samples: u64,
    indices: (u64, u64),
    seed: u64,
    method: &'static str,
    designs: u64,
    quantiles_exact: bool,
    command: &'s str,
    feasible: Odds,
    orbit_wins: Odds,
    feasible_and_orbit_wins: Odds,
    gates: Vec<GateOdds>,
}

/// A share of the samples with its 95 % interval.
#[derive(Debug, Serialize)]
struct Odds {
    samples: u64,
    share: f64,
    low: f64,
    high: f64,
}

impl Odds {
    fn of(samples: u64, tally: &Tally) -> Self {
        let (share, (low, high)) = tally.share(samples);
        Self { samples, share, low, high }
    }
}

#[derive(Debug, Serialize)]
struct GateOdds {
    name: &'static str,
    fails: Odds,
    binds: Odds,
}

/// The distribution of a metric, in its unit.
#[derive(Debug, Serialize)]
struct DistributionSummary {
    unit: String,
    /// Value of the scenario itself.
    value: Option<f64>,
    /// Share of all samples below it.
    value_above: Option<f64>,
    exists_in: u64,
    lowest: Option<f64>,
    highest: Option<f64>,
    mean: Estimated,
    quantiles: ByName<String, Estimated>,
}

/// A number with half its 95 % interval.
#[derive(Debug, Serialize)]
struct Estimated {
    value: Option<f64>,
    half_interval: Option<f64>,
}

/// Position of a metric in the table.
fn metric_at(metric: &Metric) -> Option<usize> {
    METRICS.iter().position(|other| other.path == metric.path)
}

fn distribution(metric: &Metric, summary: &Summary, price_year: u16) -> DistributionSummary {
    let number = |base: f64| Shown::of(metric, Some(base), price_year).value;
    let length = |base: f64| (in_unit(base, metric.unit) - in_unit(0.0, metric.unit)).abs();
    let estimated = |estimate: &Estimate| Estimated {
        value: number(estimate.value),
        half_interval: estimate.half.map(length),
    };
    let quantiles = SHARES.iter().zip(&summary.quantiles);
    DistributionSummary {
        unit: with_price_year(metric.unit, price_year),
        value: None,
        value_above: None,
        exists_in: summary.exists,
        lowest: number(summary.range.0),
        highest: number(summary.range.1),
        mean: estimated(&summary.mean),
        quantiles: ByName(
            quantiles.map(|(share, one)| (percentile(*share), estimated(one))).collect(),
        ),
    }
}

/// `P5` and the like.
pub fn percentile(share: f64) -> String {
    format!("P{}", format_number(100.0 * share, 3))
}
