//! Temperatures through one orbit, and whether a heat pump would help, in the report of a run.

use super::RunReport;
use crate::catalog::Catalog;
use crate::studies::orbit_heat::{
    Duty, LiftAdvice, OrbitHeat, ThermalMass, lift_advice, orbit_heat,
};
use crate::studies::subject::Subject;
use crate::studies::table::{Cell, Column, Table};
use crate::units::format::format_number;
use serde_json::{Value, json};

/// Both duties and the advice on a heat pump; none where the case has no design.
pub(super) fn through_one_orbit(subject: &Subject) -> ([Option<OrbitHeat>; 2], Option<LiftAdvice>) {
    let (Some(mass), Ok(environment)) =
        (ThermalMass::of_catalog(Catalog::builtin()), subject.model.environment())
    else {
        return ([None; 2], None);
    };
    let (case, outcome) = (&subject.case, &subject.evaluation);
    let heat =
        [Duty::Full, Duty::Off].map(|duty| orbit_heat(case, environment, outcome, &mass, duty));
    (heat, lift_advice(case, outcome, &mass))
}

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
        for heat in self.heat.iter().flatten() {
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
        let lift = self.lift.as_ref()?;
        if lift.no_lift {
            return Some("radiator.temperature: no heat pump: the power that it takes weighs more than the panels that it saves".to_owned());
        }
        let number = |value: f64| format_number(value, 3);
        Some(format!(
            "radiator.temperature: a heat pump to {} K would weigh least, {} kg/kW of panels and power for {} W of work per W of heat (Carnot asks for {})",
            number(lift.radiator_temperature.base()),
            number(1.0e3 * lift.mass.base()),
            number(lift.work_ratio.base()),
            number(lift.work_bound.base()),
        ))
    }

    pub(super) fn json_heat(&self) -> Value {
        let orbits: Vec<Value> = self
            .heat
            .iter()
            .flatten()
            .map(|heat| {
                json!({
                    "computers": match heat.duty { Duty::Full => "on", Duty::Off => "off" },
                    "chip_highest": { "value": heat.chip_highest.base(), "unit": "K" },
                    "chip_swing": { "value": heat.chip_swing.base(), "unit": "K" },
                    "coolant_lowest": { "value": heat.coolant_lowest.base(), "unit": "K" },
                    "freezing_margin": { "value": heat.freezing_margin.base(), "unit": "K" },
                    "panel_lowest": { "value": heat.panel_lowest.base(), "unit": "K" },
                    "energy_residual": heat.energy_residual.base(),
                })
            })
            .collect();
        let pump = self.lift.as_ref().map(|lift| {
            json!({
                "no_lift": lift.no_lift,
                "radiator_temperature": { "value": lift.radiator_temperature.base(), "unit": "K" },
                "work_per_heat": lift.work_ratio.base(),
                "work_per_heat_bound": lift.work_bound.base(),
                "mass_per_heat": { "value": 1.0e3 * lift.mass.base(), "unit": "kg/kW" },
            })
        });
        json!({ "orbits": orbits, "heat_pump": pump })
    }
}
