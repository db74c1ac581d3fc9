//! What the rules of design chose, in the report of a run.

use super::RunReport;
use crate::studies::decisions::DesignChoice;
use crate::studies::table::{Cell, Column, Table};
use crate::units::format::format_number;

/// Share of the cost within which another size is named.
const NEAR: f64 = 0.03;

impl RunReport<'_> {
    /// What the rules chose, each with the next best.
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
            table.push(vec![
                Cell::text(choice.path),
                Cell::quantity(Some(choice.value), &choice.unit),
                next.map_or(Cell::text("none"), |next| {
                    Cell::quantity(Some(next.value), &choice.unit)
                }),
                Cell::number(next.map(|next| 100.0 * next.dearer_by)),
            ]);
        }
        (!table.rows.is_empty()).then_some(table)
    }

    /// Another size that costs nearly the same.
    pub(super) fn size_note(&self) -> Option<String> {
        let is_size = |choice: &&DesignChoice| choice.path.starts_with("satellite.it_power");
        let size = self.run.choices.iter().find(is_size)?;
        let next = size.next_best.filter(|next| next.dearer_by <= NEAR)?;
        Some(format!(
            "satellites of {} {} instead of {} {} cost only {} % more: cost hardly depends on \
             their size",
            format_number(next.value, 4),
            size.unit,
            format_number(size.value, 4),
            size.unit,
            format_number(100.0 * next.dearer_by, 2),
        ))
    }

    /// What whole launches cost beside shared ones.
    pub(super) fn rounding_note(&self) -> Option<String> {
        let share = self.run.cost_of_whole_launches.filter(|share| *share > 0.0)?;
        Some(format!(
            "whole launches: the same satellites on shared launches (`launch.sharing = \
             \"shared\"`) would cost {} % less",
            format_number(100.0 * share, 2),
        ))
    }
}
