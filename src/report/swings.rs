//! One input at a time as tables: the ends of each input, the metric and the launches there.

use super::studies::SensitivityReport;
use super::table::DIGITS;
use crate::studies::sensitivity::tornado::{Swing, TornadoPoint};
use crate::studies::table::{Cell, Column, Table};
use crate::units::format::{format_number, in_unit, with_price_year};

/// The launches of an end that buys more or fewer than the case as it stands.
#[cfg(feature = "charts")]
pub(super) fn launches_named(point: &TornadoPoint, now: Option<f64>) -> Option<String> {
    point.other_launches(now).map(|launches| {
        let word = if launches > 1.5 { "launches" } else { "launch" };
        format!("{} {word}", format_number(launches, DIGITS))
    })
}

impl SensitivityReport<'_> {
    /// For programs: numbers in full, launches at both ends.
    pub(super) fn swings_table(&self, swings: &[Swing]) -> Table {
        let at = ["launches at low", "launches at high"].map(Column::words);
        self.swings_with(&format!("{} ", self.metric().path), &at, swings, |swing, point| {
            vec![self.input_at(swing, point), Cell::number(point.launches)]
        })
    }

    /// For people: in brackets the number of launches beside the end that buys more or fewer.
    pub(super) fn swings_as_read(&self, swings: &[Swing]) -> Table {
        // the heading above the table says of which metric
        self.swings_with("", &[], swings, |swing, point| {
            let Some(launches) = point.other_launches(self.launches) else {
                return vec![self.input_at(swing, point)];
            };
            let Cell::Quantity { value, unit } = self.input_at(swing, point) else {
                return vec![Cell::Missing];
            };
            let unit = if unit == "1" { String::new() } else { format!(" {unit}") };
            let [value, launches] = [value, launches].map(|number| format_number(number, DIGITS));
            vec![Cell::text(format!("{value}{unit} ({launches})"))]
        })
    }

    /// The ends of each input and the metric there; `more` columns follow, filled by what `end`
    /// gives beyond its first cell.
    fn swings_with(
        &self,
        of: &str,
        more: &[Column],
        swings: &[Swing],
        end: impl Fn(&Swing, &TornadoPoint) -> Vec<Cell>,
    ) -> Table {
        let metric = self.metric();
        let unit = with_price_year(metric.unit, self.year());
        let at = |end: &str| Column::numbers(&format!("{of}at {end}"), &unit);
        let mut columns = vec![Column::words("input"), Column::words("low"), Column::words("high")];
        columns.extend([at("low"), at("high")]);
        columns.extend(more.iter().cloned());
        let fails = if of.is_empty() { "fails at" } else { "infeasible at" };
        columns.push(Column::words(fails));
        let mut table = Table::new("tornado", columns);
        for swing in swings {
            let (mut low, mut high) = (end(swing, &swing.low), end(swing, &swing.high));
            let mut row = vec![self.path(swing.at), low.remove(0), high.remove(0)];
            row.extend([&swing.low, &swing.high].map(|point| self.metric_at(point)));
            row.extend(low.into_iter().chain(high));
            row.push(Cell::text(failing_ends(swing)));
            table.push(row);
        }
        table
    }

    fn input_at(&self, swing: &Swing, point: &TornadoPoint) -> Cell {
        let input = self.draw.uncertainty.inputs[swing.at].input();
        let unit = with_price_year(input.unit, self.year());
        Cell::quantity(Some(in_unit(point.input, input.unit)), &unit)
    }

    fn metric_at(&self, point: &TornadoPoint) -> Cell {
        Cell::number(point.metric.map(|base| in_unit(base, self.metric().unit)))
    }

    /// That ends with another number of launches are marked; nothing where there are none.
    pub(super) fn launches_sentence(&self) -> Option<String> {
        let differs = |point: &TornadoPoint| point.other_launches(self.launches).is_some();
        let swings = self.swings.as_deref()?.iter();
        let marked = swings.filter(|swing| differs(&swing.low) || differs(&swing.high)).count();
        let now = format_number(self.launches?, DIGITS);
        (marked > 0).then(|| {
            format!(
                "{marked} inputs have an end with more or fewer launches than the {now} now; they \
                 stand in brackets: whole launches are bought, so cost moves by a step there"
            )
        })
    }
}

/// At which ends a gate fails.
const fn failing_ends(swing: &Swing) -> &'static str {
    match (swing.low.feasible, swing.high.feasible) {
        (true, true) => "",
        (false, true) => "low",
        (true, false) => "high",
        (false, false) => "low, high",
    }
}
