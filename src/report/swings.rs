//! One input at a time as tables: the ends of each input, the metric, launches and satellites
//! there.

use super::studies::SensitivityReport;
use super::table::DIGITS;
use crate::studies::sensitivity::tornado::{Swing, TornadoPoint, WholeNumbers};
use crate::studies::table::{Cell, Column, Table};
use crate::units::format::{format_number, in_unit, with_price_year};

/// Whole numbers in words, joined; none where there are none.
pub(super) fn named(wholes: &WholeNumbers, join: &str) -> Option<String> {
    let launches = wholes.launches.map(|count| counted(count, ["launch", "launches"]));
    let satellites = wholes.satellites.map(|count| counted(count, ["satellite", "satellites"]));
    let parts: Vec<String> = [launches, satellites].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(join))
}

fn counted(count: f64, [one, more]: [&str; 2]) -> String {
    format!("{} {}", format_number(count, DIGITS), if count > 1.5 { more } else { one })
}

/// The launches and satellites of an end that are more or fewer than those of the case as it
/// stands.
pub(super) fn others_named(point: &TornadoPoint, now: &WholeNumbers) -> Option<String> {
    named(&point.wholes.other_than(now), ", ")
}

impl SensitivityReport<'_> {
    /// For programs: numbers in full, launches and satellites at both ends.
    pub(super) fn swings_table(&self, swings: &[Swing]) -> Table {
        let of = format!("{} ", self.metric().path);
        let names =
            ["launches at low", "satellites at low", "launches at high", "satellites at high"];
        self.swings_with(&of, &names.map(Column::words), swings, |swing, point| {
            let WholeNumbers { launches, satellites } = point.wholes;
            vec![self.input_at(swing, point), Cell::number(launches), Cell::number(satellites)]
        })
    }

    /// For people: launches and satellites beside the end that has more or fewer.
    pub(super) fn swings_as_read(&self, swings: &[Swing]) -> Table {
        // the heading above the table says of which metric
        self.swings_with("", &[], swings, |swing, point| {
            let Some(others) = others_named(point, &self.wholes) else {
                return vec![self.input_at(swing, point)];
            };
            let Cell::Quantity { value, unit } = self.input_at(swing, point) else {
                return vec![Cell::Missing];
            };
            let unit = if unit == "1" { String::new() } else { format!(" {unit}") };
            vec![Cell::text(format!("{}{unit}, {others}", format_number(value, DIGITS)))]
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

    /// That ends with another number of launches or satellites are marked; nothing where there are
    /// none.
    pub(super) fn wholes_sentence(&self) -> Option<String> {
        let differs = |point: &TornadoPoint| point.wholes.other_than(&self.wholes).is_some();
        let swings = self.swings.as_deref()?.iter();
        let marked = swings.filter(|swing| differs(&swing.low) || differs(&swing.high)).count();
        let now = named(&self.wholes, " and ")?;
        let what = self.wholes.launches.map_or("satellites", |_| "launches or satellites");
        (marked > 0).then(|| {
            format!(
                "{marked} inputs have an end with more or fewer {what} than the {now} now; they \
                 stand beside it: they are whole, so cost moves by a step there"
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
