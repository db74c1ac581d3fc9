//! Temperatures through one orbit, in the report of a run.

use super::RunReport;
use crate::studies::orbit_heat::Duty;
use crate::studies::table::{Cell, Column, Table};

const fn name(duty: Duty) -> &'static str {
    match duty {
        Duty::Full => "all computers at work, hot case",
        Duty::Off => "all computers off, cold case",
    }
}

impl RunReport<'_> {
    pub(super) fn heat_table(&self) -> Option<Table> {
        let columns = vec![
            Column::words("orbit with the longest shadow"),
            Column::numbers("highest chip", "K"),
            Column::numbers("swing", "K"),
            Column::numbers("lowest coolant", "K"),
            Column::numbers("above freezing", "K"),
        ];
        let mut table = Table::new("Through one orbit", columns);
        for heat in &self.run.orbit_heat.orbits {
            table.push(vec![
                Cell::text(name(heat.duty)),
                Cell::Number(heat.chip_highest.base()),
                Cell::Number(heat.chip_swing.base()),
                Cell::Number(heat.coolant_lowest.base()),
                Cell::Number(heat.freezing_margin.base()),
            ]);
        }
        (!table.rows.is_empty()).then_some(table)
    }
}
