//! Owning the rocket, in the report of a run.

use super::RunReport;
use crate::studies::table::{Cell, Column, Table};
use crate::system::metrics::metric;
use crate::units::format::{readable, readable_unit, with_price_year};

/// Name and metric of each line.
const LINES: &[(&str, &str)] = &[
    ("net present value, after tax", "rocket.net_present_value"),
    ("rate of return", "rocket.rate_of_return"),
    ("payback, discounted", "rocket.payback"),
    ("sale of the company at the horizon", "rocket.sale"),
    ("flights for the program", "rocket.program_flights"),
    ("flights for others", "rocket.outside_flights_flown"),
    ("cost of a flight", "rocket.flight_cost"),
    ("the same, capital and fixed cost included", "rocket.full_flight_cost"),
    ("price of a launch that is bought", "launch.price_per_launch"),
    ("orbit over ground, launches bought", "ratio.cost"),
    ("the same at the owner's cost", "rocket.ratio_at_cost"),
    ("the same, capital and fixed cost included", "rocket.ratio_with_capital"),
    ("owning pays up to a price of control of", "rocket.breakeven_control"),
    ("owning pays from a program of", "rocket.breakeven_power"),
    ("owning pays from, if all are needed", "rocket.breakeven_cadence"),
];

impl RunReport<'_> {
    /// What owning the rocket brings, with ranges where they are known; none where control is not
    /// bought.
    pub(super) fn owned(&self) -> Option<Table> {
        self.run.shown("rocket.net_present_value")?;
        let columns = ["owning the rocket", "value", "5 %", "95 %", "unit"].map(Column::words);
        let mut table = Table::new("Owning the rocket", columns.to_vec());
        for (name, path) in LINES {
            table.push(self.owned_line(name, path));
        }
        Some(table)
    }

    fn owned_line(&self, name: &str, path: &str) -> Vec<Cell> {
        let own = metric(path).map_or("1", |metric| metric.unit);
        let found = self.run.metric(path);
        let value = found.and_then(|shown| shown.value);
        let range = found.and_then(|shown| shown.range);
        let unit = readable_unit(value.unwrap_or(1.0), own);
        let cell = |number: Option<f64>| Cell::number(number.map(|one| readable(one, own, unit)));
        vec![
            Cell::text(name),
            cell(value),
            cell(range.map(|ends| ends[0])),
            cell(range.map(|ends| ends[1])),
            Cell::text(with_price_year(unit, self.year())),
        ]
    }
}
