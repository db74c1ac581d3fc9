//! Sweeps, sensitivity, optima and timelines as text, tables and JSON.

use super::head::head;
use super::table::{json as table_json, text as table_text, wrap};
use crate::studies::draw::Draw;
use crate::studies::optimize::{Found, Goal, Optimum, Problem};
use crate::studies::sensitivity::morris::Effect;
use crate::studies::sensitivity::sobol::Indices;
use crate::studies::sensitivity::tornado::{Point, Swing};
use crate::studies::sensitivity::value::Worth;
use crate::studies::subject::{Subject, in_unit};
use crate::studies::sweep::{Axis, Cell as Spot, Values, best};
use crate::studies::table::{Cell, Column, Table};
use crate::studies::timeline::{Band, Timeline};
use crate::system::metrics::{METRICS, Metric};
use crate::system::verdict::GATES;
use crate::units::format::{format_number, with_price_year};
use serde_json::{Value, json};

const DIGITS: usize = 4;

fn amount(base: f64, unit: &str, year: u16) -> String {
    let value = format_number(in_unit(base, unit), DIGITS);
    match with_price_year(unit, year).as_str() {
        "1" => value,
        unit => format!("{value} {unit}"),
    }
}

/// Names of the gates of a set of bits, joined by `+`.
fn failing(fails: u8) -> String {
    let names = GATES.iter().enumerate().filter(|(at, _)| fails >> at & 1 == 1);
    names.map(|(_, gate)| gate.name).collect::<Vec<_>>().join("+")
}

fn titled(subject: &Subject, sentences: &[String], width: usize) -> String {
    let mut out = format!("{}\n", subject.scenario.title);
    for line in sentences.iter().flat_map(|sentence| wrap(sentence, width)) {
        out.push_str(&format!("{line}\n"));
    }
    out
}

/// A finished sweep.
#[derive(Debug)]
pub struct SweepReport<'s> {
    /// The scenario.
    pub subject: &'s Subject,
    /// What was swept.
    pub axes: &'s [Axis],
    /// Positions of the metrics; the first is the one that is looked at.
    pub metrics: &'s [usize],
    /// The cells.
    pub cells: &'s [Spot],
    /// A level of the first metric with a line, in base units.
    pub contour: Option<f64>,
}

impl SweepReport<'_> {
    /// The metric that is looked at.
    pub fn metric(&self) -> &'static Metric {
        &METRICS[self.metrics[0]]
    }

    fn place(&self, axis: &Axis, at: usize) -> Cell {
        match (&axis.values, axis.input) {
            (Values::Numbers(numbers), Some(input)) => {
                Cell::Number(in_unit(numbers[at], input.unit))
            }
            (Values::Words(words), _) => Cell::text(words[at].clone()),
            _ => Cell::Missing,
        }
    }

    fn place_text(&self, axis: &Axis, at: usize) -> String {
        let year = self.subject.scenario.price_year;
        match (&axis.values, axis.input) {
            (Values::Numbers(numbers), Some(input)) => amount(numbers[at], input.unit, year),
            (Values::Words(words), _) => words[at].clone(),
            _ => String::new(),
        }
    }

    /// The best cell in a sentence.
    pub fn finding(&self) -> String {
        let metric = self.metric();
        let Some(best) = best(self.cells) else {
            return "No design here closes: a gate fails everywhere".to_owned();
        };
        let at = |number: usize| if number == 0 { best.at.0 } else { best.at.1 };
        let places = self.axes.iter().enumerate();
        let places: Vec<String> = places
            .map(|(number, axis)| format!("{} {}", axis.path, self.place_text(axis, at(number))))
            .collect();
        let value = best.metrics[0].map_or_else(String::new, |base| {
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
            .map(|axis| match axis.input.filter(|_| matches!(axis.values, Values::Numbers(_))) {
                Some(input) => Column::numbers(input.path, &with_price_year(input.unit, year)),
                None => Column::words(&axis.path),
            })
            .collect();
        let metrics = self.metrics.iter().map(|at| &METRICS[*at]);
        columns.extend(
            metrics.map(|metric| Column::numbers(metric.path, &with_price_year(metric.unit, year))),
        );
        columns.push(Column::words("failing gates"));
        let mut table = Table::new("sweep", columns);
        for cell in self.cells {
            let mut row = vec![self.place(&self.axes[0], cell.at.0)];
            row.extend(self.axes.get(1).map(|axis| self.place(axis, cell.at.1)));
            for (at, value) in self.metrics.iter().zip(&cell.metrics) {
                row.push(Cell::number(value.map(|base| in_unit(base, METRICS[*at].unit))));
            }
            row.push(Cell::text(failing(cell.fails)));
            table.push(row);
        }
        table
    }

    /// As text; a large map in its finding alone.
    pub fn text(&self, width: usize) -> String {
        let feasible = self.cells.iter().filter(|cell| cell.is_feasible()).count();
        let count = format!("{feasible} of {} cells close every gate", self.cells.len());
        let mut out = titled(self.subject, &[self.finding(), count], width);
        if self.cells.len() <= 120 {
            out.push('\n');
            out.push_str(&table_text(&self.table(), width));
        }
        out
    }

    /// As JSON.
    pub fn json(&self) -> Value {
        let mut result = head(self.subject);
        result.insert("finding".to_owned(), json!(self.finding()));
        result.insert("rows".to_owned(), table_json(&self.table()));
        Value::Object(result)
    }
}

/// A finished sensitivity study; what was not asked for is none.
#[derive(Debug)]
pub struct SensitivityReport<'s> {
    /// The scenario.
    pub subject: &'s Subject,
    /// What was varied.
    pub draw: &'s Draw,
    /// Position of the metric.
    pub metric: usize,
    /// Its value now, in base units.
    pub now: Option<f64>,
    /// One input at a time.
    pub swings: Option<Vec<Swing>>,
    /// Along each of the widest inputs: its position, and places with the metric there.
    pub spider: Option<Vec<(usize, Vec<(f64, Point)>)>>,
    /// Elementary effects.
    pub effects: Option<Vec<Effect>>,
    /// Shares of the variance.
    pub indices: Option<Indices>,
    /// Value of information.
    pub worth: Option<Worth>,
}

impl SensitivityReport<'_> {
    /// The metric.
    pub fn metric(&self) -> &'static Metric {
        &METRICS[self.metric]
    }

    fn year(&self) -> u16 {
        self.subject.scenario.price_year
    }

    fn path(&self, at: usize) -> Cell {
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

    fn swings_table(&self, swings: &[Swing]) -> Table {
        let metric = self.metric();
        let unit = with_price_year(metric.unit, self.year());
        let at = |end: &str| Column::numbers(&format!("{} at {end}", metric.path), &unit);
        let columns = vec![
            Column::words("input"),
            Column::words("low"),
            Column::words("high"),
            at("low"),
            at("high"),
            Column::words("infeasible at"),
        ];
        let mut table = Table::new("tornado", columns);
        for swing in swings {
            let input = self.draw.uncertainty.inputs[swing.at].input();
            let unit = with_price_year(input.unit, self.year());
            let end = |point: &Point| Cell::quantity(Some(in_unit(point.input, input.unit)), &unit);
            let value =
                |point: &Point| Cell::number(point.metric.map(|base| in_unit(base, metric.unit)));
            let fails = match (swing.low.feasible, swing.high.feasible) {
                (true, true) => "",
                (false, true) => "low",
                (true, false) => "high",
                (false, false) => "low, high",
            };
            table.push(vec![
                self.path(swing.at),
                end(&swing.low),
                end(&swing.high),
                value(&swing.low),
                value(&swing.high),
                Cell::text(fails),
            ]);
        }
        table
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

    fn worth_table(&self, worth: &Worth) -> Table {
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

    /// What was done, in sentences.
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
        if let Some(indices) = &self.indices {
            said.push(format!(
                "{} evaluations; the metric exists at both ends in {} of {} rows, others are left out; mean {}",
                indices.evaluations,
                indices.whole_rows,
                indices.rows,
                amount(indices.mean, metric.unit, self.year())
            ));
        }
        if let Some(worth) = &self.worth {
            let money = |base: f64| amount(base, "MUSD", self.year());
            said.push(format!(
                "building in orbit saves {} in the mean of {} samples ({} of them save), so without knowing more {} is built",
                money(worth.mean_gain),
                worth.samples,
                worth.saves,
                if worth.prior > 0.0 { "orbit" } else { "the ground" }
            ));
        }
        said
    }

    /// As text.
    pub fn text(&self, width: usize) -> String {
        format!(
            "{}\n{}",
            titled(self.subject, &self.sentences(), width),
            table_text(&self.table(), width)
        )
    }

    /// As JSON.
    pub fn json(&self) -> Value {
        let mut result = head(self.subject);
        result.insert("metric".to_owned(), json!(self.metric().path));
        result.insert("seed".to_owned(), json!(self.draw.points.seed()));
        result.insert("findings".to_owned(), json!(self.sentences()));
        result.insert("rows".to_owned(), table_json(&self.table()));
        Value::Object(result)
    }
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

/// A finished search for the best design.
#[derive(Debug)]
pub struct OptimumReport<'s> {
    /// The scenario.
    pub subject: &'s Subject,
    /// What was asked.
    pub problem: &'s Problem<'s>,
    /// What came out.
    pub optimum: &'s Optimum,
}

impl OptimumReport<'_> {
    fn goals(&self) -> Vec<(&'static Metric, Goal)> {
        self.problem.goals.iter().map(|goal| (&METRICS[goal.metric], *goal)).collect()
    }

    /// The words of a design.
    pub fn name(&self, found: &Found) -> String {
        let words =
            self.problem.choices.iter().zip(&found.words).map(|(axis, at)| match &axis.values {
                Values::Words(words) => words[*at].as_str(),
                Values::Numbers(_) => "",
            });
        words.collect::<Vec<_>>().join(", ")
    }

    /// The designs.
    pub fn table(&self) -> Table {
        let year = self.subject.scenario.price_year;
        let mut columns: Vec<Column> =
            self.problem.choices.iter().map(|axis| Column::words(&axis.path)).collect();
        columns.extend(
            self.problem
                .ranges
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
                .problem
                .choices
                .iter()
                .zip(&found.words)
                .map(|(axis, at)| match &axis.values {
                    Values::Words(words) => Cell::text(words[*at].clone()),
                    Values::Numbers(_) => Cell::Missing,
                })
                .collect();
            row.extend(
                self.problem
                    .ranges
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

    /// What was found, in sentences.
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

    /// As JSON.
    pub fn json(&self) -> Value {
        let mut result = head(self.subject);
        result.insert("seed".to_owned(), json!(self.problem.seed));
        result.insert("combinations".to_owned(), json!(self.optimum.combinations));
        result.insert("infeasible_combinations".to_owned(), json!(self.optimum.infeasible));
        result.insert("evaluations".to_owned(), json!(self.optimum.evaluations));
        result.insert("rows".to_owned(), table_json(&self.table()));
        Value::Object(result)
    }
}

/// A finished timeline.
#[derive(Debug)]
pub struct TimelineReport<'s> {
    /// The scenario.
    pub subject: &'s Subject,
    /// What was found.
    pub timeline: &'s Timeline,
    /// The seed.
    pub seed: u64,
}

impl TimelineReport<'_> {
    /// When orbit costs no more than the ground.
    pub fn sentence(&self) -> String {
        let parity = &self.timeline.parity;
        let percent = |share: f64| format_number(100.0 * share, 3);
        let never = percent(1.0 - parity.share.0);
        match parity.median_of_crossed {
            None => format!("Never by {}: {never} % of the samples", parity.last),
            Some(year) => format!(
                "{year} in the median of the {} % that cross by {}; not by {}: {never} %",
                percent(parity.share.0),
                parity.last,
                parity.last
            ),
        }
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
            let of = |band: Option<Band>, at: usize, unit: &str| {
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
        let median = self.timeline.parity.median.map_or_else(
            || format!("the median of all samples is beyond {}", self.timeline.parity.last),
            |year| format!("the median of all samples is {year}"),
        );
        let said = [
            self.sentence(),
            format!("{} samples; the share that crosses is {} % (95 % interval {} to {} %); {median}", self.timeline.parity.samples, percent(share), percent(low), percent(high)),
            "launch and satellite prices fall by Wright's law with the mass ever launched; rates are rows of the catalog and drawn anew for each sample (docs/studies.md)".to_owned(),
        ];
        format!("{}\n{}", titled(self.subject, &said, width), table_text(&self.table(), width))
    }

    /// As JSON.
    pub fn json(&self) -> Value {
        let parity = &self.timeline.parity;
        let mut result = head(self.subject);
        result.insert("seed".to_owned(), json!(self.seed));
        result.insert("parity".to_owned(), json!({
            "sentence": self.sentence(), "last_year": parity.last, "samples": parity.samples, "crossed": parity.crossed,
            "share": parity.share.0, "low": parity.share.1.0, "high": parity.share.1.1,
            "median_of_crossed": parity.median_of_crossed, "median": parity.median,
        }));
        result.insert("rows".to_owned(), table_json(&self.table()));
        Value::Object(result)
    }
}
