//! The ledgers in the units that they are shown in, and the parts of a cost.

use crate::studies::evaluated::EvaluatedScenario;
use crate::system::budget::{self, Ledger, LineKind};
use crate::system::formula::FormulaError;
use crate::system::metrics::metric;
use crate::units::format::{in_unit, with_price_year};
use serde::Serialize;

/// One ledger.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LedgerTable {
    /// Its sum, in a sentence.
    pub meaning: &'static str,
    /// Unit of its lines, money with its year.
    pub unit: String,
    /// The lines; the last is the total.
    pub lines: Vec<LedgerLine>,
    /// Largest difference between a sum and its items, relative to the largest line.
    pub residual: f64,
}

/// One line of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct LedgerLine {
    /// Name.
    pub name: &'static str,
    /// Value in the unit of the ledger.
    pub value: f64,
    /// Kind of the line.
    pub kind: LineKind,
    /// Share of the total.
    pub share: f64,
}

/// Parts of the cost of available IT power of one side, per IT power and year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CostParts {
    /// Unit of the parts, money with its year.
    pub unit: String,
    /// The parts, which add up to the cost.
    pub parts: Vec<CostPart>,
}

/// A part of the cost of available IT power of one side.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CostPart {
    /// Line of the ledger.
    pub name: &'static str,
    /// Cost per IT power and year.
    pub value: f64,
}

/// Ledger and cost of orbit and ground.
pub(super) const SIDES: [(&str, &str); 2] = [
    ("cost_orbit", "orbit.cost_per_it_power_year"),
    ("cost_ground", "ground.cost_per_it_power_year"),
];

/// Every ledger by its name.
pub(super) fn ledgers(
    subject: &EvaluatedScenario,
) -> Result<Vec<(&'static str, LedgerTable)>, FormulaError> {
    let year = subject.scenario.price_year;
    let all = budget::ledgers(|path| subject.value(path))?;
    Ok(all.iter().map(|ledger| (ledger.name, table(ledger, year))).collect())
}

fn table(ledger: &Ledger, price_year: u16) -> LedgerTable {
    let total = ledger.lines.last().map_or(0.0, |line| line.value);
    let lines = ledger.lines.iter().map(|line| LedgerLine {
        name: line.name,
        value: in_unit(line.value, ledger.unit),
        kind: line.kind,
        share: line.value / total,
    });
    LedgerTable {
        meaning: ledger.meaning,
        unit: with_price_year(ledger.unit, price_year),
        lines: lines.collect(),
        residual: ledger.residual,
    }
}

/// The items of a cost ledger as parts of the cost per IT power and year; `None` without a cost.
pub(super) fn cost_parts(
    subject: &EvaluatedScenario,
    ledgers: &[(&'static str, LedgerTable)],
    (name, whole): (&str, &str),
) -> Option<CostParts> {
    let (_, ledger) = ledgers.iter().find(|(own, _)| *own == name)?;
    let unit = with_price_year(metric(whole)?.unit, subject.scenario.price_year);
    let whole = subject.shown(whole)?;
    let items = ledger.lines.iter().filter(|line| line.kind == LineKind::Item && line.value != 0.0);
    let part = |line: &LedgerLine| CostPart { name: line.name, value: line.share * whole };
    Some(CostParts { unit, parts: items.map(part).collect() })
}
