//! What samples say beside the stated values.

use super::RunReport;
use crate::studies::ranges::MetricRange;
use crate::studies::table::{Cell, Column, Table};
use crate::system::metrics::metric;
use crate::units::format::{format_number, readable, readable_unit, with_price_year};

/// Metrics whose range is shown, with their words.
const SHOWN: [(&str, &str); 8] = [
    ("orbit over ground", "ratio.cost"),
    ("orbit, per IT energy", "orbit.cost_per_it_energy"),
    ("ground, per IT energy", "ground.cost_per_it_energy"),
    ("orbit, per accelerator-hour", "orbit.cost_per_gpu_hour"),
    ("ground, per accelerator-hour", "ground.cost_per_gpu_hour"),
    ("orbit, first cost per IT power", "orbit.capex_per_it_power"),
    ("launched mass per IT power", "mass.per_it_power"),
    ("greenhouse gases, no re-entry", "carbon.orbit"),
];

impl RunReport<'_> {
    /// The ranges of the headline metrics.
    pub(super) fn ranges(&self) -> Option<Table> {
        let ranges = self.run.ranges.as_ref()?;
        let columns =
            ["samples", "value", "P5", "P50", "P95", "value at", "unit"].map(Column::words);
        let title = "Value and 5 %, 50 % and 95 % points of samples";
        let mut table = Table::new(title, columns.to_vec());
        for (name, path) in SHOWN {
            let found = ranges.metrics.iter().find(|(own, _)| *own == path);
            if let Some((_, range)) = found {
                table.push(self.range_row(name, path, range));
            }
        }
        Some(table)
    }

    fn range_row(&self, name: &str, path: &str, range: &MetricRange) -> Vec<Cell> {
        let own = metric(path).map_or("1", |metric| metric.unit);
        let value = self.run.shown(path);
        let largest = range.ends.iter().copied().chain(value).map(f64::abs).fold(0.0, f64::max);
        let unit = readable_unit(largest, own);
        let cell = |number: f64| Cell::Number(readable(number, own, unit));
        let [low, high] = range.ends;
        let below = range.below.map(|below| format!("{} %", format_number(100.0 * below, 2)));
        vec![
            Cell::text(name),
            value.map_or_else(|| Cell::text(""), cell),
            cell(low),
            cell(range.median),
            cell(high),
            Cell::text(below.unwrap_or_default()),
            Cell::text(with_price_year(unit, self.year())),
        ]
    }

    /// What the ranges are, and which number to quote.
    pub(super) fn range_sentence(&self) -> Option<String> {
        let ranges = self.run.ranges.as_ref()?;
        let feasible = format_number(100.0 * ranges.feasible, 3);
        Some(format!(
            "{} samples of {} uncertain inputs, every gate holds in {feasible} %; quote the \
                median with its range, the value as the case that is stated; again: {}",
            ranges.samples, ranges.inputs, ranges.command
        ))
    }
}
