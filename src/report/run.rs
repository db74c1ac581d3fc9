//! The result of one scenario: verdict, gates, both sides, budgets, pins, remarks.

mod chosen;
mod external;
mod heat;
mod lines;
mod owned;
mod range;
mod stated;

use self::lines::{DESIGN, SOLAR_PLANT};
use super::head::{text as json_text, title};
use super::table::{csv, markdown, text as table_text, typed, wrap};
use crate::catalog::Catalog;
use crate::scenario::Remark;
use crate::studies::run::{Change, GateAnswer, LedgerTable, Run};
use crate::studies::table::{Cell, Column, Table};
use crate::system::budget::LineKind;
use crate::system::choices::PowerSupply;
use crate::system::metrics::{METRICS, metric};
use crate::system::verdict::Sense;
use crate::units::format::{format_number, readable, readable_unit, with_price_year};

/// Report of a run, in words and tables.
#[derive(Debug, Clone)]
pub struct RunReport<'a> {
    run: &'a Run,
}

impl<'a> RunReport<'a> {
    /// The report of a run.
    pub const fn new(run: &'a Run) -> Self {
        Self { run }
    }

    fn year(&self) -> u16 {
        self.run.head.price_year
    }

    fn gates(&self) -> Table {
        let columns = vec![
            Column::words("gate"),
            Column::words("value"),
            Column::words(""),
            Column::words("limit"),
            Column::numbers("margin", "%"),
            Column::words("what opens it"),
        ];
        let mut table = Table::new("Gates", columns);
        for gate in &self.run.verdict.gates {
            table.push(gate_row(gate));
        }
        let gates = &self.run.verdict.gates;
        if gates.iter().all(|gate| gate.ok && gate.fix.is_none()) {
            table.columns.pop();
            table.rows.iter_mut().for_each(|row| row.truncate(5));
        }
        table
    }

    fn sides(&self) -> Table {
        let columns = ["cost and carbon", "orbit", "ground", "unit"].map(Column::words).to_vec();
        let mut table = Table::new("Both sides", columns);
        for (name, orbit, ground) in SIDES {
            let own = metric(orbit).map_or("1", |metric| metric.unit);
            let (orbit, on_ground) = (self.run.shown(orbit), self.run.shown(ground));
            let larger = orbit.unwrap_or(0.0).abs().max(on_ground.unwrap_or(0.0).abs());
            let unit = readable_unit(larger, own);
            let cell =
                |value: Option<f64>| Cell::number(value.map(|value| readable(value, own, unit)));
            table.push(vec![
                Cell::text(*name),
                cell(orbit),
                if ground.is_empty() { Cell::text("") } else { cell(on_ground) },
                Cell::text(with_price_year(unit, self.year())),
            ]);
        }
        table
    }

    fn design(&self) -> Table {
        let columns = ["design", "value", "unit"].map(Column::words).to_vec();
        let mut table = Table::new("Design", columns);
        let plant = match self.run.case.ground.supply {
            PowerSupply::Solar => SOLAR_PLANT,
            PowerSupply::Grid | PowerSupply::Own => &[],
        };
        for (name, path) in DESIGN.iter().chain(plant) {
            let (value, unit) = self.readable(path);
            table.push(vec![Cell::text(*name), value, Cell::text(unit)]);
        }
        table
    }

    /// A metric and the unit that people read it in.
    fn readable(&self, path: &str) -> (Cell, String) {
        let own = metric(path).map_or("1", |metric| metric.unit);
        let value = self.run.shown(path);
        let unit = readable_unit(value.unwrap_or(MISSING), own);
        let cell = Cell::number(value.map(|value| readable(value, own, unit)));
        (cell, with_price_year(unit, self.year()))
    }

    fn ledger_table(name: &str, ledger: &LedgerTable) -> Table {
        let words = name.replace('_', ", ");
        let columns = vec![
            Column::words(&words),
            Column::numbers(name.split('_').next().unwrap_or(name), &ledger.unit),
            Column::numbers("share", "%"),
        ];
        let mut table = Table::new(format!("{words}: {}", ledger.meaning), columns);
        for line in
            ledger.lines.iter().filter(|line| line.value != 0.0 || line.kind != LineKind::Item)
        {
            let name = match line.kind {
                LineKind::Item => format!("  {}", line.name),
                LineKind::Subtotal | LineKind::Total => format!("= {}", line.name),
            };
            table.push(vec![
                Cell::text(name),
                Cell::Number(line.value),
                Cell::Number(100.0 * line.share),
            ]);
        }
        table
    }

    fn pin_table(&self) -> Option<Table> {
        let columns = vec![
            Column::words("pinned by the scenario"),
            Column::words("pinned"),
            Column::words("the model gives"),
        ];
        let mut table = Table::new("Pins", columns);
        for pin in &self.run.pins {
            table.push(vec![
                Cell::text(pin.path),
                Cell::quantity(Some(pin.pinned), &pin.unit),
                Cell::quantity(pin.own, &pin.unit),
            ]);
        }
        (!table.rows.is_empty()).then_some(table)
    }

    /// The remarks, one sentence each.
    pub fn notes(&self) -> Vec<String> {
        let said = |note: &Remark| match note.path.as_str() {
            "" => note.text.clone(),
            path => format!("{path}: {}", note.text),
        };
        self.range_sentence().into_iter().chain(self.run.notes.iter().map(said)).collect()
    }

    fn tables(&self) -> Vec<Table> {
        let mut tables = vec![self.gates(), self.sides()];
        tables.extend(self.owned());
        tables.extend(self.ranges());
        tables.push(self.stated());
        tables.extend(self.chosen());
        tables.push(self.design());
        tables.extend(self.heat_table());
        tables.extend([self.external(), self.indicators()]);
        let ledgers = self.run.ledgers.iter();
        tables.extend(ledgers.map(|(name, ledger)| Self::ledger_table(name, ledger)));
        tables.extend(self.pin_table());
        tables
    }

    /// The report for a terminal.
    pub fn text(&self, width: usize) -> String {
        let scenario = &self.run.scenario;
        let mut out = String::new();
        for line in wrap(&title(scenario), width) {
            out.push_str(&format!("{line}\n"));
        }
        for line in wrap(&self.run.verdict.text, width) {
            out.push_str(&format!("{line}\n"));
        }
        for table in self.tables() {
            out.push_str(&format!("\n{}\n", table_text(&table, width).trim_end()));
        }
        out.push_str(&format!(
            "\nledgers add up to within {:.0e} of their totals\n",
            self.run.residual()
        ));
        for note in self.notes() {
            for (position, line) in wrap(&note, width.saturating_sub(6)).iter().enumerate() {
                out.push_str(if position == 0 { "note: " } else { "      " });
                out.push_str(&format!("{line}\n"));
            }
        }
        out.push_str(&format!(
            "skyrack {}, {}, {}, catalog {}\n",
            env!("CARGO_PKG_VERSION"),
            scenario.file,
            short(&scenario.digest),
            short(Catalog::builtin().digest())
        ));
        out
    }

    /// The report in Markdown.
    pub fn markdown(&self) -> String {
        let scenario = &self.run.scenario;
        let mut out = format!("# {}\n\n{}\n", title(scenario), self.run.verdict.text);
        for table in self.tables() {
            out.push_str(&format!("\n## {}\n\n{}", table.title, markdown(&table)));
        }
        out.push_str("\n## Notes\n\n");
        for note in self.notes() {
            out.push_str(&format!("- {note}\n"));
        }
        out.push_str(&format!(
            "\nskyrack {}, `{}`, {}, catalog {}\n",
            env!("CARGO_PKG_VERSION"),
            scenario.file,
            scenario.digest,
            Catalog::builtin().digest()
        ));
        out
    }

    /// The run as JSON.
    pub fn json(&self) -> String {
        json_text(self.run)
    }

    /// Every metric as CSV.
    pub fn csv(&self) -> String {
        let mut table = Table::new(
            "metrics",
            ["metric", "value", "value unit", "meaning"].map(Column::words).to_vec(),
        );
        for (metric, (path, shown)) in METRICS.iter().zip(&self.run.metrics) {
            table.push(vec![
                Cell::text(*path),
                Cell::number(shown.value),
                Cell::text(shown.unit.clone()),
                Cell::text(metric.meaning.trim()),
            ]);
        }
        csv(&table)
    }
}

/// Stands for a sum of money that does not exist: it is shown as missing millions.
const MISSING: f64 = 1.0e6;

/// A gate with its numbers and what opens it.
fn gate_row(gate: &GateAnswer) -> Vec<Cell> {
    let relation = match (gate.sense, gate.ok) {
        (Sense::AtMost, true) => "≤",
        (Sense::AtMost, false) => "> FAILS",
        (Sense::AtLeast, true) => "≥",
        (Sense::AtLeast, false) => "< FAILS",
    };
    let opens = match (gate.ok, &gate.fix) {
        (true, _) => String::new(),
        (false, Some(fix)) => flag(fix),
        (false, None) => "no single change of a free input".to_owned(),
    };
    let margin = match gate.margin {
        Some(margin) if margin.abs() < 1.0e-12 => Cell::text("sized to it"),
        Some(margin) if margin > 10.0 => Cell::text("> 1000"),
        margin => Cell::number(margin.map(|margin| 100.0 * margin)),
    };
    vec![
        Cell::text(gate.name),
        Cell::quantity(gate.value, gate.unit),
        Cell::text(relation),
        Cell::quantity(gate.limit, gate.unit),
        margin,
        Cell::text(opens),
    ]
}

/// A change as a flag that can be typed.
fn flag(change: &Change) -> String {
    let value = typed(change.to, &change.unit);
    format!("--set {}='{value}' (now {})", change.path, format_number(change.from, 4))
}

fn short(digest: &str) -> String {
    digest.chars().take(19).collect()
}

const SIDES: &[(&str, &str, &str)] = &[
    (
        "price needed per sold accelerator-hour",
        "orbit.price_per_sold_gpu_hour",
        "ground.price_per_sold_gpu_hour",
    ),
    ("time to full power", "orbit.years_to_full_power", "ground.years_to_full_power"),
    ("value of power on launch dates", "orbit.value_of_earlier_power", ""),
    ("per IT energy", "orbit.cost_per_it_energy", "ground.cost_per_it_energy"),
    ("per IT power and year", "orbit.cost_per_it_power_year", "ground.cost_per_it_power_year"),
    ("per available accelerator-hour", "orbit.cost_per_gpu_hour", "ground.cost_per_gpu_hour"),
    ("first cost per IT power", "orbit.capex_per_it_power", "ground.capex_per_it_power"),
    ("first cost", "orbit.capex", "ground.capex"),
    ("present cost over the horizon", "orbit.present_cost", "ground.present_cost"),
    ("availability", "orbit.availability", "ground.availability"),
    ("greenhouse gases, no re-entry", "carbon.orbit", "carbon.ground"),
    ("greenhouse gases with re-entry", "carbon.orbit_with_reentry", ""),
    ("orbit over ground", "ratio.cost", ""),
    ("the same at equal discount rates", "ratio.cost_equal_rates", ""),
];
