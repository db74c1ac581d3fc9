//! Optima and timelines as text, tables and JSON.

use super::studies::{amount, titled};
use super::table::text as table_text;
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::head::Head;
use crate::studies::optimize::{FoundDesign, Goal, Optimum, Range};
use crate::studies::sweep::{AxisValues, SweepAxis};
use crate::studies::table::{Cell, Column, Table};
use crate::studies::timeline::{QuantileBand, Timeline};
use crate::system::metrics::{METRICS, Metric};
use crate::units::format::{format_number, in_unit, with_price_year};
use serde::Serialize;

/// A finished search for the best design.
#[derive(Debug)]
pub struct OptimumReport<'s> {
    /// The scenario.
    pub subject: &'s EvaluatedScenario,
    /// The best design.
    pub goals: &'s [Goal],
    /// Words that were chosen among.
    pub choices: &'s [SweepAxis],
    /// Inputs that were varied.
    pub ranges: &'s [Range],
    /// The seed.
    pub seed: u64,
    /// The result.
    pub optimum: &'s Optimum,
}

impl OptimumReport<'_> {
    fn goals(&self) -> Vec<(&'static Metric, Goal)> {
        self.goals.iter().map(|goal| (&METRICS[goal.metric], *goal)).collect()
    }

    /// The words of a design.
    pub fn name(&self, found: &FoundDesign) -> String {
        let words = self.choices.iter().zip(&found.words).map(|(axis, at)| match &axis.values {
            AxisValues::Words(words) => words[*at].as_str(),
            AxisValues::Numbers(_) => "",
        });
        words.collect::<Vec<_>>().join(", ")
    }

    /// The designs.
    pub fn table(&self) -> Table {
        let year = self.subject.scenario.price_year;
        let mut columns: Vec<Column> =
            self.choices.iter().map(|axis| Column::words(&axis.path)).collect();
        columns.extend(
            self.ranges
                .iter()
                .map(|(input, _)| Column::numbers(input.path, &with_price_year(input.unit, year))),
        );
        columns.extend(
            self.goals().iter().map(|(metric, _)| {
                Column::numbers(metric.path, &with_price_year(metric.unit, year))
            }),
        );
        let mut table = Table::new("best designs", columns);
        for found in &self.optimum.front {
            let mut row: Vec<Cell> = self
                .choices
                .iter()
                .zip(&found.words)
                .map(|(axis, at)| match &axis.values {
                    AxisValues::Words(words) => Cell::text(words[*at].clone()),
                    AxisValues::Numbers(_) => Cell::Missing,
                })
                .collect();
            row.extend(
                self.ranges
                    .iter()
                    .zip(&found.numbers)
                    .map(|((input, _), base)| Cell::Number(in_unit(*base, input.unit))),
            );
            row.extend(
                self.goals()
                    .iter()
                    .zip(&found.goals)
                    .map(|((metric, _), base)| Cell::Number(in_unit(*base, metric.unit))),
            );
            table.push(row);
        }
        table
    }

    /// The result, in sentences.
    pub fn sentences(&self) -> Vec<String> {
        let year = self.subject.scenario.price_year;
        let goals: Vec<String> = self
            .goals()
            .iter()
            .map(|(metric, goal)| {
                format!("{} {}", if goal.less { "least" } else { "most" }, metric.path)
            })
            .collect();
        let mut said = vec![format!(
            "{} with every gate held; {} evaluations",
            goals.join(" and "),
            self.optimum.evaluations
        )];
        if self.optimum.combinations > 1 {
            said.push(format!(
                "{} combinations of choices, {} of them without a design that closes",
                self.optimum.combinations, self.optimum.infeasible
            ));
        }
        if self.optimum.front.is_empty() {
            said.push("none: no design within the bounds holds every gate".to_owned());
        } else {
            for (metric, _) in self.goals() {
                let now = self.subject.value(metric.path);
                let now = now.map_or_else(
                    || "does not exist".to_owned(),
                    |base| amount(base, metric.unit, year),
                );
                said.push(format!(
                    "now `{}` is {now}{}",
                    metric.path,
                    if self.subject.is_feasible() { "" } else { ", and a gate fails" }
                ));
            }
        }
        said
    }

    /// As text.
    pub fn text(&self, width: usize) -> String {
        let mut out = titled(self.subject, &self.sentences(), width);
        if !self.optimum.front.is_empty() {
            out.push('\n');
            out.push_str(&table_text(&self.table(), width));
        }
        out
    }

    /// As programs read it.
    pub fn json(&self) -> OptimumAnswer {
        OptimumAnswer {
            head: Head::of(&self.subject.scenario),
            seed: self.seed,
            combinations: self.optimum.combinations,
            infeasible_combinations: self.optimum.infeasible,
            evaluations: self.optimum.evaluations,
            rows: self.table(),
        }
    }
}

/// Report of a search for the best design.
#[derive(Debug, Serialize)]
pub struct OptimumAnswer {
    #[serde(flatten)]
    head: Head,
    seed: u64,
    combinations: usize,
    infeasible_combinations: usize,
    evaluations: u64,
    rows: Table,
}

/// A finished timeline.
#[derive(Debug)]
pub struct TimelineReport<'s> {
    /// The scenario.
    pub subject: &'s EvaluatedScenario,
    /// The result.
    pub timeline: &'s Timeline,
    /// The seed.
    pub seed: u64,
}

/// Report of a timeline.
#[derive(Debug, Serialize)]
pub struct TimelineAnswer {
    #[serde(flatten)]
    head: Head,
    seed: u64,
    parity: ParityAnswer,
    notes: Vec<String>,
    rows: Table,
}

/// When orbit costs no more than the ground.
#[derive(Debug, Serialize)]
struct ParityAnswer {
    sentence: String,
    last_year: i32,
    samples: usize,
    crossed: usize,
    share: f64,
    low: f64,
    high: f64,
    median_of_crossed: Option<i32>,
    median: Option<i32>,
    p5: Option<i32>,
    p95: Option<i32>,
    /// Samples that never cross, although orbit costs no more in some year.
    cheaper_and_kept: usize,
    kept_by: Vec<KeptBy>,
}

/// A gate that keeps samples from crossing.
#[derive(Debug, Serialize)]
struct KeptBy {
    gate: &'static str,
    samples: usize,
}

/// Share of the samples that a gate has to keep from crossing to be named.
const LEAST_TOLD: f64 = 0.005;

impl TimelineReport<'_> {
    /// When orbit costs no more than the ground.
    pub fn sentence(&self) -> String {
        let parity = &self.timeline.parity;
        let percent = |share: f64| format_number(100.0 * share, 3);
        let never = percent(1.0 - parity.share.0);
        let said = match parity.median_of_crossed {
            None => format!("Never by {}: {never} % of the samples", parity.last),
            Some(year) => format!(
                "{year} in the median of the {} % that cross by {}; not by {}: {never} %",
                percent(parity.share.0),
                parity.last,
                parity.last
            ),
        };
        self.kept().map_or_else(|| said.clone(), |kept| format!("{said}; {kept}"))
    }

    /// The gates that keep samples from crossing in which orbit costs no more.
    fn kept(&self) -> Option<String> {
        let kept = &self.timeline.kept;
        let share = kept.samples as f64 / self.timeline.parity.samples.max(1) as f64;
        let names: Vec<&str> = kept.gates.iter().take(2).map(|(name, _)| *name).collect();
        (share >= LEAST_TOLD).then(|| {
            let gates = names.join(" or ");
            format!("in {} % orbit is cheaper, and {gates} fails", format_number(100.0 * share, 3))
        })
    }

    /// What a reader has to know of the trends in this scenario.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for held in &self.timeline.held {
            notes.push(format!(
                "{} stays at the end of its range in {} of {} samples",
                held.path, held.samples, self.timeline.parity.samples
            ));
        }
        notes
    }

    /// Year by year.
    pub fn table(&self) -> Table {
        let year = self.subject.scenario.price_year;
        let mut columns = vec![Column::words("year")];
        for share in ["P5", "P50", "P95"] {
            columns.push(Column::numbers(&format!("ratio.cost {share}"), "1"));
        }
        columns.push(Column::words("exists in %"));
        for (name, unit) in [
            ("orbit", "USD/MWh"),
            ("ground", "USD/MWh"),
            ("launch.price", "USD/kg"),
            ("can be in orbit", "kW"),
        ] {
            columns.push(Column::numbers(&format!("{name} P50"), &with_price_year(unit, year)));
        }
        columns.push(Column::words("crossed in %"));
        let mut table = Table::new("timeline", columns);
        for row in &self.timeline.rows {
            let of = |band: Option<QuantileBand>, at: usize, unit: &str| {
                Cell::number(band.map(|band| in_unit(band.points[at], unit)))
            };
            let exists = row.ratio.map_or(0.0, |band| band.exists);
            let mut cells = vec![Cell::text(row.year.to_string())];
            cells.extend((0..3).map(|at| of(row.ratio, at, "1")));
            cells.push(Cell::Number(100.0 * exists));
            cells.push(of(row.orbit, 1, "USD/MWh"));
            cells.push(of(row.ground, 1, "USD/MWh"));
            cells.push(of(row.launch_price, 1, "USD/kg"));
            cells.push(of(row.ramp, 1, "kW"));
            cells.push(Cell::Number(100.0 * row.crossed));
            table.push(cells);
        }
        table
    }

    /// As text.
    pub fn text(&self, width: usize) -> String {
        let (share, (low, high)) = self.timeline.parity.share;
        let percent = |share: f64| format_number(100.0 * share, 3);
        let last = self.timeline.parity.last;
        let by = |year: Option<i32>| {
            year.map_or_else(|| format!("beyond {last}"), |year| year.to_string())
        };
        let (first, end) = self.timeline.parity.span;
        let median = format!(
            "the year of all samples: {} in the median, {} at 5 %, {} at 95 %",
            by(self.timeline.parity.median),
            by(first),
            by(end)
        );
        let mut said = vec![
            self.sentence(),
            format!(
                "{} samples; the share that crosses is {} % (95 % interval {} to {} %); \
                {median}",
                self.timeline.parity.samples,
                percent(share),
                percent(low),
                percent(high)
            ),
            "launch and satellite prices fall by Wright's law with the mass ever launched; rates \
                are rows of the catalog and drawn anew for each sample \
                (docs/studies.md)"
                .to_owned(),
        ];
        said.extend(self.notes());
        format!("{}\n{}", titled(self.subject, &said, width), table_text(&self.table(), width))
    }

    /// As programs read it.
    pub fn json(&self) -> TimelineAnswer {
        let parity = &self.timeline.parity;
        TimelineAnswer {
            head: Head::of(&self.subject.scenario),
            seed: self.seed,
            parity: ParityAnswer {
                sentence: self.sentence(),
                last_year: parity.last,
                samples: parity.samples,
                crossed: parity.crossed,
                share: parity.share.0,
                low: parity.share.1.0,
                high: parity.share.1.1,
                median_of_crossed: parity.median_of_crossed,
                median: parity.median,
                p5: parity.span.0,
                p95: parity.span.1,
                cheaper_and_kept: self.timeline.kept.samples,
                kept_by: self
                    .timeline
                    .kept
                    .gates
                    .iter()
                    .map(|(gate, samples)| KeptBy { gate, samples: *samples })
                    .collect(),
            },
            notes: self.notes(),
            rows: self.table(),
        }
    }
}
