//! What both sides leave to others, and indicators of orbit and sky, in the report of a run.

use super::RunReport;
use crate::studies::table::{Cell, Column, Table};
use crate::system::metrics::metric;

/// Name, metric of orbit and of the ground; empty where a side leaves none.
const AMOUNTS: &[(&str, &str, &str)] = &[
    ("launches", "external.launches", ""),
    ("brought to orbit", "external.launched_mass", ""),
    ("greenhouse gases of launches", "external.launch_carbon", ""),
    ("greenhouse gases of making satellites", "external.manufacture_carbon", ""),
    (
        "greenhouse gases of making computers",
        "external.computers_carbon",
        "external.ground_computers_carbon",
    ),
    ("greenhouse gases of electricity or fuel", "", "external.ground_power_carbon"),
    ("greenhouse gases of making solar panels", "", "external.ground_solar_carbon"),
    ("greenhouse gases of making their storage", "", "external.ground_storage_carbon"),
    ("greenhouse gases of the building", "", "external.ground_building_carbon"),
    ("black carbon of launches", "external.black_carbon", ""),
    ("alumina of re-entry", "external.alumina", ""),
    ("nitrogen oxides of re-entry", "external.nitrogen_oxides", ""),
    ("water", "", "external.ground_water"),
];

const INDICATORS: &[(&str, &str)] = &[
    ("satellites over objects tracked today", "orbit.tracked_share"),
    ("distance if spread over the shell", "orbit.shell_spacing"),
    ("cross-section times time in orbit", "orbit.area_time"),
    ("visual magnitude overhead, 7 is asked for", "orbit.magnitude"),
];

impl RunReport<'_> {
    /// Amounts over the horizon; a missing number is not known or does not exist.
    pub(super) fn external(&self) -> Table {
        let columns = ["left to others over the horizon", "orbit", "ground", "unit"];
        let mut table = Table::new("External", columns.map(Column::words).to_vec());
        for (name, orbit, ground) in AMOUNTS {
            let side = if orbit.is_empty() { ground } else { orbit };
            let unit = metric(side).map_or("1", |metric| metric.unit);
            let cell = |path: &str| {
                let value = || Cell::number(self.run.shown(path));
                if path.is_empty() { Cell::text("") } else { value() }
            };
            table.push(vec![Cell::text(*name), cell(orbit), cell(ground), Cell::text(unit)]);
        }
        table
    }

    /// Indicators, which are never added.
    pub(super) fn indicators(&self) -> Table {
        let columns = ["orbit and sky", "value", "unit"].map(Column::words).to_vec();
        let mut table = Table::new("Orbit and sky", columns);
        for (name, path) in INDICATORS {
            let (value, unit) = self.readable(path);
            table.push(vec![Cell::text(*name), value, Cell::text(unit)]);
        }
        table
    }
}
