//! Temperatures through one orbit, and whether a heat pump would help, in the report of a run.

use super::RunReport;
use crate::studies::orbit_heat::Duty;
use crate::studies::table::{Cell, Column, Table};
use crate::units::format::format_number;

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

    pub(super) fn lift_note(&self) -> Option<String> {
        let lift = self.run.orbit_heat.heat_pump.as_ref()?;
        if lift.no_lift {
            return Some(
                "radiator.temperature: no heat pump: the power that it takes weighs more \
                than the panels that it saves"
                    .to_owned(),
            );
        }
        let number = |value: f64| format_number(value, 3);
        Some(format!(
            "radiator.temperature: a heat pump to {} K would weigh least, {} kg/kW of panels and \
                power for {} W of work per W of heat (Carnot asks for {})",
            number(lift.radiator_temperature.base()),
            number(1.0e3 * lift.mass.base()),
            number(lift.work_ratio.base()),
            number(lift.work_bound.base()),
        ))
    }
}
