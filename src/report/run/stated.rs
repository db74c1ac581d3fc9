//! The stated values that decide most, in the report of a run.

use super::RunReport;
use crate::provenance::Confidence;
use crate::scenario::{Origin, Resolved};
use crate::studies::table::{Cell, Column, Table};
use crate::system::choices::PowerSupply;

impl RunReport<'_> {
    /// The stated values that decide most, each with where it comes from.
    pub(super) fn stated(&self) -> Table {
        let scenario = &self.run.scenario;
        let columns = ["stated", "value", "from"].map(Column::words).to_vec();
        let mut table = Table::new("Stated", columns);
        let paths = [STATED, supply(self.run.case.ground.supply), RATES].concat();
        let is_told = |input: &&Resolved| match input.key.path {
            "launch.capacity" => input.amount.value > 0.0,
            _ => !matches!(input.origin, Origin::Follows { .. }),
        };
        for input in paths.iter().filter_map(|path| scenario.input(path)).filter(is_told) {
            let basis = if input.amount.is_nominal { " nominal" } else { "" };
            let value = input.key.text(input.amount.value, scenario.price_year) + basis;
            table.push(vec![
                Cell::text(input.key.path),
                Cell::text(value),
                Cell::text(origin(input)),
            ]);
        }
        table
    }
}

const STATED: &[&str] = &[
    "orbit.altitude",
    "launch.flight_price",
    "launch.price",
    "launch.capacity",
    "launch.price_basis",
    "launch.cadence",
    "satellite.it_power_limit",
    "mission.life",
    "it.price",
];

const RATES: &[&str] = &[
    "finance.horizon",
    "finance.orbit_discount_rate",
    "finance.ground_discount_rate",
    "finance.inflation",
];

/// What the power of the ground side is bought by.
fn supply(supply: PowerSupply) -> &'static [&'static str] {
    match supply {
        PowerSupply::Grid => &["ground.electricity_price"],
        PowerSupply::Own => &["ground.generation_price", "ground.fuel_price"],
        PowerSupply::Solar => &["ground.solar_price", "ground.storage_price", "ground.firm_share"],
    }
}

/// Where a stated value comes from: a line of a scenario, a reference, a flag, or else the catalog.
fn origin(input: &Resolved) -> String {
    let from = match &input.origin {
        Origin::Default { address } => address.clone(),
        Origin::Catalog { reference, .. } => reference.clone(),
        Origin::File { name, line } => format!("{name}, line {line}"),
        Origin::Set => "--set".to_owned(),
        Origin::Follows { path } => (*path).to_owned(),
    };
    if input.confidence == Some(Confidence::Assumption) {
        format!("{from} (assumption)")
    } else {
        from
    }
}
