//! The result of one scenario: verdict, gates, both sides, budgets, pins, remarks.

mod external;
mod heat;
mod json;
mod lines;
mod shield;
mod stated;

use self::heat::through_one_orbit;
use self::lines::{DESIGN, SOLAR_PLANT};
use super::head::{readable, readable_unit, title};
use super::table::{csv, markdown, text as table_text, wrap};
use crate::catalog::Catalog;
use crate::provenance::Confidence;
use crate::studies::fix::Fix;
use crate::studies::orbit_heat::{LiftAdvice, OrbitHeat};
use crate::studies::shielding::{ShieldAdvice, shield_advice};
use crate::studies::subject::{PinState, Subject, in_unit};
use crate::studies::table::{Cell, Column, Table};
use crate::system::budget::{Ledger, LineKind, ledgers};
use crate::system::choices::PowerSupply;
use crate::system::formula::FormulaError;
use crate::system::metrics::{METRICS, metric};
use crate::system::notes::Note;
use crate::system::verdict::{GATES, Sense};
use crate::units::format::{display_unit, format_number, with_price_year};

/// Everything that a run reports.
#[derive(Debug, Clone)]
pub struct RunReport<'a> {
    subject: &'a Subject,
    fixes: Vec<Option<Fix>>,
    pins: Vec<PinState>,
    ledgers: Vec<Ledger>,
    heat: [Option<OrbitHeat>; 2],
    lift: Option<LiftAdvice>,
    shield: Option<ShieldAdvice>,
}

impl<'a> RunReport<'a> {
    /// Collects what a run reports.
    ///
    /// # Errors
    /// [`FormulaError`] if a ledger of the tables cannot be read: a defect.
    pub fn new(subject: &'a Subject) -> Result<Self, FormulaError> {
        let ledgers = ledgers(|path| subject.value(path))?;
        let (heat, lift) = through_one_orbit(subject);
        Ok(Self {
            subject,
            fixes: subject.fixes(),
            pins: subject.pins(),
            ledgers,
            heat,
            lift,
            shield: shield_advice(&subject.case, &subject.model),
        })
    }

    /// The ledgers.
    pub fn ledgers(&self) -> &[Ledger] {
        &self.ledgers
    }

    fn unit(&self, unit: &str) -> String {
        with_price_year(unit, self.subject.scenario.price_year)
    }

    /// The verdict in two or three sentences.
    pub fn verdict(&self) -> String {
        let mut text = self.engineering();
        text.push(' ');
        text.push_str(&self.comparison());
        text
    }

    fn engineering(&self) -> String {
        let gates = &self.subject.evaluation.gates;
        let shut: Vec<&str> = GATES
            .iter()
            .zip(gates)
            .filter(|(_, gate)| !gate.ok)
            .map(|(rule, _)| rule.name)
            .collect();
        if shut.is_empty() {
            let binding = self.subject.binding();
            let margin = GATES
                .iter()
                .zip(gates)
                .find(|(rule, _)| rule.name == binding)
                .and_then(|(_, gate)| gate.margin);
            let margin = margin.map_or_else(String::new, |margin| {
                format!(" ({} % left)", format_number(100.0 * margin, 2))
            });
            return format!(
                "It closes: every gate holds, {binding} by the least{margin}.{}",
                self.reserve()
            );
        }
        format!(
            "It does not close: {} {}.",
            shut.join(", "),
            if shut.len() == 1 { "fails" } else { "fail" }
        )
    }

    /// What holds every gate and yet is not what was asked for.
    fn reserve(&self) -> String {
        let subject = self.subject;
        let notes = subject.evaluation.notes;
        let mut text = String::new();
        let build = subject.shown("launch.years_to_build").zip(subject.shown("orbit.asset_life"));
        if let (true, Some((build, life))) = (notes.has(Note::SlowerThanLife), build) {
            text.push_str(&format!(
                " But its launches take {} years and a satellite lives {}: the whole is never in orbit at once.",
                format_number(build, 3),
                format_number(life, 3)
            ));
        }
        if let (true, Some(share)) = (notes.has(Note::LinksBind), subject.shown("work.carried")) {
            text.push_str(&format!(
                " But the links between its satellites carry {} % of the work.",
                format_number(100.0 * share, 3)
            ));
        }
        text
    }

    fn comparison(&self) -> String {
        let subject = self.subject;
        let unit = self.unit("USD/MWh");
        let (Some(ratio), Some(orbit), Some(ground)) = (
            subject.shown("ratio.cost"),
            subject.shown("orbit.cost_per_it_energy"),
            subject.shown("ground.cost_per_it_energy"),
        ) else {
            return "There is no cost in orbit to compare.".to_owned();
        };
        let times = |ratio: f64| format_number(ratio, 3);
        let compared = if ratio <= 1.0 {
            format!("It is competitive: orbit costs {} times the ground", times(ratio))
        } else {
            format!("It is not competitive: orbit costs {} times the ground", times(ratio))
        };
        let numbers = format!(
            "{} against {} {unit} of IT energy",
            format_number(orbit, 4),
            format_number(ground, 4)
        );
        format!("{compared}, {numbers}. {}", self.breakeven())
    }

    fn breakeven(&self) -> String {
        let unit = self.unit("USD/kg");
        let paid = self.subject.shown("launch.price_per_mass").map_or_else(String::new, |paid| {
            format!(" against {} {unit} paid", format_number(paid, 4))
        });
        match (
            self.subject.shown("breakeven.launch_price"),
            self.subject.shown("breakeven.ratio_at_free_launch"),
        ) {
            (Some(price), _) => {
                format!(
                    "Both sides cost the same at a launch price of {} {unit} to this orbit{paid}.",
                    format_number(price, 4)
                )
            }
            (None, Some(free)) => {
                format!(
                    "No launch price makes them equal: with free launch, orbit still costs {} times the ground.",
                    format_number(free, 3)
                )
            }
            (None, None) => String::new(),
        }
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
        for ((rule, gate), fix) in GATES.iter().zip(&self.subject.evaluation.gates).zip(&self.fixes)
        {
            let number = |base: Option<f64>| {
                Cell::quantity(base.map(|base| in_unit(base, rule.unit)), rule.unit)
            };
            let relation = match (rule.sense, gate.ok) {
                (Sense::AtMost, true) => "≤",
                (Sense::AtMost, false) => "> FAILS",
                (Sense::AtLeast, true) => "≥",
                (Sense::AtLeast, false) => "< FAILS",
            };
            let opens = match (gate.ok, fix) {
                (true, _) => String::new(),
                (false, Some(fix)) => self.change(fix),
                (false, None) => "no single change of a free input".to_owned(),
            };
            let margin = match gate.margin {
                Some(margin) if margin.abs() < 1.0e-12 => Cell::text("sized to it"),
                Some(margin) if margin > 10.0 => Cell::text("> 1000"),
                margin => Cell::number(margin.map(|margin| 100.0 * margin)),
            };
            table.push(vec![
                Cell::text(rule.name),
                number(gate.value),
                Cell::text(relation),
                number(gate.limit),
                margin,
                Cell::text(opens),
            ]);
        }
        if self.fixes.iter().all(Option::is_none) && self.subject.is_feasible() {
            table.columns.pop();
            table.rows.iter_mut().for_each(|row| row.truncate(5));
        }
        table
    }

    /// A fix as a flag that can be typed, rounded to the side that holds.
    fn change(&self, fix: &Fix) -> String {
        let unit = self.unit(fix.input.unit);
        let Some(shown) = display_unit(fix.input.unit) else { return String::new() };
        let (from, to) = (shown.from_base(fix.from), shown.from_base(fix.to));
        let rounded = round_away(from, to);
        let unit = if unit == "1" { String::new() } else { format!(" {unit}") };
        format!(
            "--set {}='{}{unit}' (now {})",
            fix.input.path,
            format_number(rounded, 6),
            format_number(from, 4)
        )
    }

    fn sides(&self) -> Table {
        let columns = ["cost and carbon", "orbit", "ground", "unit"].map(Column::words).to_vec();
        let mut table = Table::new("Both sides", columns);
        for (name, orbit, ground) in SIDES {
            let unit = metric(orbit).map_or("1", |metric| metric.unit);
            let year = self.subject.scenario.price_year;
            let (orbit, on_ground) = (self.subject.value(orbit), self.subject.value(ground));
            let larger = orbit.unwrap_or(0.0).abs().max(on_ground.unwrap_or(0.0).abs());
            let unit = readable_unit(larger, unit);
            let cell = |base: Option<f64>| Cell::number(base.map(|base| in_unit(base, unit)));
            table.push(vec![
                Cell::text(*name),
                cell(orbit),
                if ground.is_empty() { Cell::text("") } else { cell(on_ground) },
                Cell::text(with_price_year(unit, year)),
            ]);
        }
        table
    }

    fn design(&self) -> Table {
        let columns = ["design", "value", "unit"].map(Column::words).to_vec();
        let mut table = Table::new("Design", columns);
        let plant = match self.subject.case.ground.supply {
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
        let unit = metric(path).map_or("1", |metric| metric.unit);
        let year = self.subject.scenario.price_year;
        let Some(base) = self.subject.value(path) else {
            return (Cell::Missing, readable(1.0e6, unit, year).1);
        };
        let (value, unit) = readable(base, unit, year);
        (Cell::Number(value), unit)
    }

    fn ledger_table(&self, ledger: &Ledger) -> Table {
        let unit = self.unit(ledger.unit);
        let columns = vec![
            Column::words(&ledger.name.replace('_', ", ")),
            Column::numbers(ledger.name.split('_').next().unwrap_or(ledger.name), &unit),
            Column::numbers("share", "%"),
        ];
        let mut table =
            Table::new(format!("{}: {}", ledger.name.replace('_', ", "), ledger.meaning), columns);
        let total = ledger.lines.last().map_or(0.0, |line| line.value);
        for line in
            ledger.lines.iter().filter(|line| line.value != 0.0 || line.kind != LineKind::Item)
        {
            let name = match line.kind {
                LineKind::Item => format!("  {}", line.name),
                LineKind::Subtotal | LineKind::Total => format!("= {}", line.name),
            };
            table.push(vec![
                Cell::text(name),
                Cell::Number(in_unit(line.value, ledger.unit)),
                Cell::Number(100.0 * line.value / total),
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
        for pin in &self.pins {
            let unit = self.unit(pin.unit);
            table.push(vec![
                Cell::text(pin.path),
                Cell::quantity(Some(in_unit(pin.pinned, pin.unit)), &unit),
                Cell::quantity(pin.model.map(|model| in_unit(model, pin.unit)), &unit),
            ]);
        }
        (!table.rows.is_empty()).then_some(table)
    }

    /// The remarks, one sentence each.
    pub fn notes(&self) -> Vec<String> {
        let mut notes: Vec<String> = self
            .subject
            .evaluation
            .notes
            .iter()
            .map(|note| format!("{}: {}", note.path(), note.text()))
            .collect();
        notes.extend(
            self.subject
                .scenario
                .notes
                .iter()
                .map(|remark| format!("{}: {}", remark.path, remark.text)),
        );
        notes.extend(self.idle_note());
        notes.extend(self.lift_note());
        notes.extend(self.shield_note());
        let assumed = self
            .subject
            .scenario
            .inputs
            .iter()
            .filter(|input| input.confidence == Some(Confidence::Assumption))
            .count();
        notes.push(format!(
            "{assumed} of {} inputs rest on engineering judgement without a source; `skyrack inputs` marks them",
            self.subject.scenario.inputs.len()
        ));
        notes
    }

    fn tables(&self) -> Vec<Table> {
        let mut tables = vec![self.gates(), self.sides(), self.stated(), self.design()];
        tables.extend(self.heat_table());
        tables.extend([self.external(), self.indicators()]);
        tables.extend(self.ledgers.iter().map(|ledger| self.ledger_table(ledger)));
        tables.extend(self.pin_table());
        tables
    }

    /// The report for a terminal.
    pub fn text(&self, width: usize) -> String {
        let scenario = &self.subject.scenario;
        let mut out = String::new();
        for line in wrap(&title(scenario), width) {
            out.push_str(&format!("{line}\n"));
        }
        for line in wrap(&self.verdict(), width) {
            out.push_str(&format!("{line}\n"));
        }
        for table in self.tables() {
            out.push_str(&format!("\n{}\n", table_text(&table, width).trim_end()));
        }
        out.push_str(&format!(
            "\nledgers add up to within {:.0e} of their totals\n",
            self.residual()
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
        let scenario = &self.subject.scenario;
        let mut out = format!("# {}\n\n{}\n", title(scenario), self.verdict());
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

    /// Every metric as CSV.
    pub fn csv(&self) -> String {
        let mut table = Table::new(
            "metrics",
            ["metric", "value", "value unit", "meaning"].map(Column::words).to_vec(),
        );
        for metric in METRICS {
            let value =
                (metric.get)(&self.subject.evaluation).map(|base| in_unit(base, metric.unit));
            table.push(vec![
                Cell::text(metric.path),
                Cell::number(value),
                Cell::text(self.unit(metric.unit)),
                Cell::text(metric.meaning.trim()),
            ]);
        }
        csv(&table)
    }

    /// Largest residual of the ledgers.
    pub fn residual(&self) -> f64 {
        self.ledgers.iter().map(|ledger| ledger.residual).fold(0.0, f64::max)
    }
}

/// A number near `to` with four digits, on the far side of it as seen from `from`.
fn round_away(from: f64, to: f64) -> f64 {
    if to == 0.0 {
        return 0.0;
    }
    let scale = libm::pow(10.0, 3.0 - libm::floor(libm::log10(to.abs())));
    let scaled = to * scale;
    let nearest = libm::round(scaled);
    if (nearest - scaled).abs() < 1.0e-9 * scaled.abs() {
        return to;
    }
    let away = if to > from { libm::ceil(scaled) } else { libm::floor(scaled) };
    away / scale
}

fn short(digest: &str) -> String {
    digest.chars().take(19).collect()
}

const SIDES: &[(&str, &str, &str)] = &[
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rounded_fix_lies_beyond_the_exact_one() {
        assert!((round_away(10.0, 8.123_46) - 8.123).abs() < 1e-12);
        assert!((round_away(5.0, 8.123_46) - 8.124).abs() < 1e-12);
        assert!((round_away(5.0, 8000.0) - 8000.0).abs() < 1e-12);
    }
}
