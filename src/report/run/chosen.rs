//! What the rules of design chose, in the report of a run.

use super::RunReport;
use crate::report::table::typed;
use crate::studies::table::{Cell, Column, Table};

impl RunReport<'_> {
    /// Choices of the rules, each with the next best.
    pub(super) fn chosen(&self) -> Option<Table> {
        let columns = vec![
            Column::words("chosen by the rules"),
            Column::words("value"),
            Column::words("next best"),
            Column::numbers("dearer by", "%"),
        ];
        let mut table = Table::new("Chosen", columns);
        for choice in &self.run.choices {
            let next = choice.next_best;
            let cell = |number: f64| Cell::text(typed(number, &choice.unit));
            table.push(vec![
                Cell::text(choice.path),
                cell(choice.typed),
                next.map_or(Cell::text("none"), |next| cell(next.typed)),
                Cell::number(next.map(|next| 100.0 * next.dearer_by)),
            ]);
        }
        (!table.rows.is_empty()).then_some(table)
    }
}
