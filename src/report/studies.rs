//! Sweeps and sensitivity as text, tables and JSON.

use super::head::title;
use super::table::{text as table_text, wrap};
use crate::studies::draw::Draw;
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::head::Head;
use crate::studies::sensitivity::morris::Effect;
use crate::studies::sensitivity::sobol::Indices;
use crate::studies::sensitivity::tornado::{Swing, TornadoPoint, WholeNumbers};
use crate::studies::sensitivity::value::InformationValue;
use crate::studies::sweep::{AxisValues, Cells, SweepAxis, SweepPoint as Spot};
use crate::studies::table::{Cell, Column, Table};
use crate::studies::vehicles::VehiclePoint;
use crate::system::metrics::{METRICS, Metric};
use crate::system::verdict::GATES;
use crate::units::format::{display_unit, format_number, in_unit, with_price_year};
use serde::Serialize;

const DIGITS: usize = 4;

pub(super) fn amount(base: f64, unit: &str, year: u16) -> String {
    let value = format_number(in_unit(base, unit), DIGITS);
    match with_price_year(unit, year).as_str() {
        "1" => value,
        unit => format!("{value} {unit}"),
    }
}

/// Names of the gates of a set of bits, joined by `+`.
fn failing(fails: u16) -> String {
    let names = GATES.iter().enumerate().filter(|(at, _)| fails >> at & 1 == 1);
    names.map(|(_, gate)| gate.name).collect::<Vec<_>>().join("+")
}

pub(super) fn titled(subject: &EvaluatedScenario, sentences: &[String], width: usize) -> String {
    let mut out = format!("{}\n", title(&subject.scenario));
    for line in sentences.iter().flat_map(|sentence| wrap(sentence, width)) {
        out.push_str(&format!("{line}\n"));
    }
    out
}

/// A finished sweep.
#[derive(Debug)]
pub struct SweepReport<'s> {
    /// The scenario.
    pub subject: &'s EvaluatedScenario,
    /// The sweep.
    pub axes: &'s [SweepAxis],
    /// Positions of the metrics; the first is the one that is looked at.
    pub metrics: &'s [usize],
    /// The cells.
    pub cells: &'s Cells,
    /// The cell that closes with the least of the first metric.
    pub best: Option<Spot<'s>>,
    /// A level of the first metric with a line, in base units.
    pub contour: Option<f64>,
    /// Launch vehicles that a map over the launch price marks.
    pub vehicles: &'s [VehiclePoint],
}

/// Report of a sweep.
#[derive(Debug, Serialize)]
pub struct SweepAnswer<'t> {
    #[serde(flatten)]
    head: Head,
    finding: String,
    rows: &'t Table,
}

impl SweepReport<'_> {
    /// The metric that is looked at.
    pub fn metric(&self) -> &'static Metric {
        &METRICS[self.metrics[0]]
    }

    /// The places of an axis, as cells.
    fn places(axis: &SweepAxis) -> Vec<Cell> {
        match (&axis.values, axis.input) {
            (AxisValues::Numbers(numbers), Some(input)) => {
                numbers.iter().map(|number| Cell::Number(in_unit(*number, input.unit))).collect()
            }
            (AxisValues::Words(words), _) => words.iter().cloned().map(Cell::text).collect(),
            _ => vec![Cell::Missing; axis.len()],
        }
    }

    fn place_text(&self, axis: &SweepAxis, at: usize) -> String {
        let year = self.subject.scenario.price_year;
        match (&axis.values, axis.input) {
            (AxisValues::Numbers(numbers), Some(input)) => amount(numbers[at], input.unit, year),
            (AxisValues::Words(words), _) => words[at].clone(),
            _ => String::new(),
        }
    }

    /// The best cell in a sentence.
    pub fn finding(&self) -> String {
        let metric = self.metric();
        let Some(best) = self.best else {
            return "No design here closes: a gate fails everywhere".to_owned();
        };
        let at = |number: usize| if number == 0 { best.at.0 } else { best.at.1 };
        let places = self.axes.iter().enumerate();
        let places: Vec<String> = places
            .map(|(number, axis)| format!("{} {}", axis.path, self.place_text(axis, at(number))))
            .collect();
        let value = best.metric().map_or_else(String::new, |base| {
            amount(base, metric.unit, self.subject.scenario.price_year)
        });
        format!("Least {} that closes: {value} at {}", metric.path, places.join(", "))
    }

    /// Every cell.
    pub fn table(&self) -> Table {
        let year = self.subject.scenario.price_year;
        let mut columns: Vec<Column> = self
            .axes
            .iter()
            .map(|axis| {
                match axis.input.filter(|_| matches!(axis.values, AxisValues::Numbers(_))) {
                    Some(input) => Column::numbers(input.path, &with_price_year(input.unit, year)),
                    None => Column::words(&axis.path),
                }
            })
            .collect();
        let metrics = self.metrics.iter().map(|at| &METRICS[*at]);
        columns.extend(
            metrics.map(|metric| Column::numbers(metric.path, &with_price_year(metric.unit, year))),
        );
        let design = self.design_columns();
        columns.extend(design.iter().map(|(_, column)| column.clone()));
        columns.push(Column::words("failing gates"));
        let mut table = Table::new("sweep", columns);
        let places: Vec<Vec<Cell>> = self.axes.iter().map(Self::places).collect();
        let units: Vec<_> = self.metrics.iter().map(|at| display_unit(METRICS[*at].unit)).collect();
        for cell in self.cells.iter() {
            let mut row = vec![places[0][cell.at.0].clone()];
            row.extend(places.get(1).map(|along| along[cell.at.1].clone()));
            for (unit, value) in units.iter().zip(cell.metrics()) {
                let shown = |base| unit.as_ref().map_or(base, |unit| unit.from_base(base));
                row.push(Cell::number(value.map(shown)));
            }
            row.extend(Self::design_cells(&design, cell));
            row.push(Cell::text(failing(cell.fails)));
            table.push(row);
        }
        table
    }

    /// How many cells fail, and of each gate how often it does; none where all close.
    pub(super) fn failures(&self) -> Option<String> {
        let fails = |gate: usize| self.cells.iter().filter(move |cell| cell.fails >> gate & 1 == 1);
        let of_each = GATES.iter().enumerate().map(|(at, gate)| (gate.name, fails(at).count()));
        let parts = of_each.filter(|(_, count)| *count > 0);
        let parts: Vec<String> = parts.map(|(name, count)| format!("{name} at {count}")).collect();
        let count = self.cells.iter().filter(|cell| !cell.is_feasible()).count();
        let all = self.cells.len();
        (count > 0).then(|| format!("{count} of {all} fail: {}", parts.join(", ")))
    }

    /// As text; a large map in its finding alone.
    pub fn text(&self, width: usize) -> String {
        let all = || format!("All {} cells close every gate", self.cells.len());
        let mut said = vec![self.finding(), self.failures().unwrap_or_else(all)];
        said.extend(self.changes_sentence());
        let mut out = titled(self.subject, &said, width);
        if self.cells.len() <= 120 {
            out.push('\n');
            out.push_str(&table_text(&self.table(), width));
        }
        out
    }

    /// As programs read it, around the table of every cell.
    pub fn json<'t>(&self, table: &'t Table) -> SweepAnswer<'t> {
        let head = Head::of(&self.subject.scenario);
        SweepAnswer { head, finding: self.finding(), rows: table }
    }
}

/// Position of an input, and the metric at places in its distribution.
pub type Leg = (usize, Vec<(f64, TornadoPoint)>);

/// A finished sensitivity study; what was not asked for is none.
#[derive(Debug)]
pub struct SensitivityReport<'s> {
    /// The scenario.
    pub subject: &'s EvaluatedScenario,
    /// The inputs that vary.
    pub draw: &'s Draw,
    /// Position of the metric.
    pub metric: usize,
    /// Its value now, in base units.
    pub now: Option<f64>,
    /// Launches and satellites now.
    pub wholes: WholeNumbers,
    /// One input at a time.
    pub swings: Option<Vec<Swing>>,
    /// Along each of the widest inputs: its position, and places with the metric there.
    pub spider: Option<Vec<Leg>>,
    /// Elementary effects.
    pub effects: Option<Vec<Effect>>,
    /// Shares of the variance.
    pub indices: Option<Indices>,
    /// Value of information.
    pub worth: Option<InformationValue>,
}

impl SensitivityReport<'_> {
    /// The metric.
    pub fn metric(&self) -> &'static Metric {
        &METRICS[self.metric]
    }

    pub(super) fn year(&self) -> u16 {
        self.subject.scenario.price_year
    }

    pub(super) fn path(&self, at: usize) -> Cell {
        Cell::text(self.draw.uncertainty.inputs[at].input().path)
    }

    /// The result as a table.
    pub fn table(&self) -> Table {
        if let Some(indices) = &self.indices {
            return indices_table(indices);
        }
        if let Some(effects) = &self.effects {
            return self.effects_table(effects);
        }
        if let Some(worth) = &self.worth {
            return self.worth_table(worth);
        }
        self.swings_table(self.swings.as_deref().unwrap_or_default())
    }

    fn effects_table(&self, effects: &[Effect]) -> Table {
        let metric = self.metric();
        let unit = with_price_year(metric.unit, self.year());
        let columns = vec![
            Column::words("input"),
            Column::numbers("mean size", &unit),
            Column::numbers("mean", &unit),
            Column::numbers("deviation", &unit),
            Column::words("paths"),
        ];
        let mut table =
            Table::new("elementary effects over the whole distribution of each input", columns);
        for effect in effects {
            let shown =
                |base: f64| Cell::Number(in_unit(base, metric.unit) - in_unit(0.0, metric.unit));
            table.push(vec![
                self.path(effect.at),
                shown(effect.size),
                shown(effect.mean),
                shown(effect.deviation),
                Cell::Number(effect.paths as f64),
            ]);
        }
        table
    }

    fn worth_table(&self, worth: &InformationValue) -> Table {
        let unit = with_price_year("MUSD", self.year());
        let columns = vec![Column::words("input"), Column::numbers("worth of knowing it", &unit)];
        let mut table = Table::new("value of information", columns);
        table.push(vec![Cell::text("everything"), Cell::Number(in_unit(worth.perfect, "MUSD"))]);
        let mut inputs: Vec<(usize, f64)> = worth.inputs.iter().copied().enumerate().collect();
        inputs.sort_by(|one, other| other.1.total_cmp(&one.1));
        for (at, value) in inputs {
            table.push(vec![self.path(at), Cell::Number(in_unit(value, "MUSD"))]);
        }
        table
    }

    /// Method, in sentences.
    pub fn sentences(&self) -> Vec<String> {
        let metric = self.metric();
        let now = self.now.map_or_else(
            || "does not exist".to_owned(),
            |base| amount(base, metric.unit, self.year()),
        );
        let inputs = self.draw.uncertainty.inputs.len();
        let mut said = vec![format!(
            "`{}` is {now}; {inputs} inputs vary, taken as independent of each other",
            metric.path
        )];
        said.extend(self.wholes_sentence());
        if let Some(indices) = &self.indices {
            said.push(format!(
                "{} evaluations; the metric exists at both ends in {} of {} rows, others are left \
                    out; mean {}",
                indices.evaluations,
                indices.whole_rows,
                indices.rows,
                amount(indices.mean, metric.unit, self.year())
            ));
            if 10 * indices.whole_rows < 9 * indices.rows {
                said.push(
                    "shares of so few whole rows speak of the cases alone in which the metric \
                        exists, and can pass one; \
                     narrow what makes it end with `--fix PATH`, or take a metric that always \
                     exists"
                        .to_owned(),
                );
            }
        }
        if let Some(worth) = &self.worth {
            let money = |base: f64| amount(base, "MUSD", self.year());
            said.push(format!(
                "building in orbit saves {} in the mean of {} samples ({} of them save), so \
                    without knowing more {} is built",
                money(worth.mean_gain),
                worth.samples,
                worth.saves,
                if worth.prior > 0.0 { "orbit" } else { "the ground" }
            ));
        }
        said
    }

    /// As text, with the largest `most` rows.
    pub fn text(&self, width: usize, most: usize) -> String {
        let swings = self.swings.as_deref().map(|swings| self.swings_as_read(swings));
        let mut table = swings.unwrap_or_else(|| self.table());
        let left_out = table.rows.len().saturating_sub(most);
        table.rows.truncate(most);
        let mut out = format!(
            "{}\n{}",
            titled(self.subject, &self.sentences(), width),
            table_text(&table, width)
        );
        if left_out > 0 {
            let words = format!(
                "{left_out} smaller rows left out; `--all` shows them, and `sensitivity.csv` and \
                    `--format csv` or `json` hold them"
            );
            for line in wrap(&words, width) {
                out.push_str(&format!("{line}\n"));
            }
        }
        out
    }

    /// As programs read it.
    pub fn json(&self) -> SensitivityAnswer {
        SensitivityAnswer {
            head: Head::of(&self.subject.scenario),
            metric: self.metric().path,
            seed: self.draw.points.seed(),
            findings: self.sentences(),
            rows: self.table(),
        }
    }
}

/// Report of a sensitivity study.
#[derive(Debug, Serialize)]
pub struct SensitivityAnswer {
    #[serde(flatten)]
    head: Head,
    metric: &'static str,
    seed: u64,
    findings: Vec<String>,
    rows: Table,
}

fn indices_table(indices: &Indices) -> Table {
    let names = ["input", "first", "first low", "first high", "total", "total low", "total high"];
    let mut table = Table::new("shares of the variance", names.map(Column::words).to_vec());
    let mut rows: Vec<_> = indices.indices.iter().collect();
    rows.sort_by(|one, other| other.total.value.total_cmp(&one.total.value));
    for index in rows {
        let share = |share: &crate::studies::sensitivity::sobol::Share| {
            [share.value, share.low, share.high].map(Cell::Number)
        };
        let mut row = vec![Cell::text(index.group.name.clone())];
        row.extend(share(&index.first));
        row.extend(share(&index.total));
        table.push(row);
    }
    table
}
