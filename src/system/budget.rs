//! Power, heat, mass, cost and carbon as ledgers: lines that add up, with the residual that shows
//! it.

use super::formula::{self, FormulaError};

/// Kind of a line of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LineKind {
    /// Adds to the sum.
    Item,
    /// Sum of the items above, computed on its own.
    Subtotal,
    /// Sum of all items, computed on its own.
    Total,
}

/// One line of a ledger.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BudgetLine {
    /// Name.
    pub name: &'static str,
    /// Value in base units.
    pub value: f64,
    /// Kind of the line.
    pub kind: LineKind,
}

/// One ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    /// Name, such as `mass`.
    pub name: &'static str,
    /// Its sum, in a sentence.
    pub meaning: &'static str,
    /// Unit that it is shown in; money without its year.
    pub unit: &'static str,
    /// The lines.
    pub lines: Vec<BudgetLine>,
    /// Largest difference between a subtotal or total and the sum of the items above it, relative
    /// to the largest line.
    pub residual: f64,
}

struct Plan {
    name: &'static str,
    meaning: &'static str,
    unit: &'static str,
    lines: &'static [(&'static str, LineKind, &'static str)],
}

use LineKind::{Item, Subtotal, Total};

/// Price of what making satellites and computers and launching them emits: at each start, and each
/// year for what is bought and launched again.
const ORBIT_CARBON: &str = "(1 + satellite.spares / satellite.count) * (finance.carbon_price * \
    ((mass.dry - mass.computers) * satellite.embodied_carbon * (orbit.platform_emissions_factor / \
    (1 - launch.failure_rate) + fleet.replenishment * (1 - fleet.replenishment_launched + \
    fleet.replenishment_launched / (1 - launch.failure_rate)) * orbit.annuity) + it.power * (1 + \
    it.spares) * it.embodied_carbon * (orbit.computers_emissions_factor / (1 - \
    launch.failure_rate) + fleet.replenishment * (1 - fleet.replenishment_launched + \
    fleet.replenishment_launched / (1 - launch.failure_rate)) * orbit.annuity)) + \
    launch.carbon_price_per_mass * mass.launched / (1 - launch.failure_rate) * ((1 - \
    launch.computers_share) * orbit.platform_emissions_factor + launch.computers_share * \
    orbit.computers_emissions_factor + fleet.replenishment * fleet.replenishment_launched * \
    orbit.annuity))";

/// Price of what making the site and its computers emits, at each start, and each year of what
/// power and failed computers emit.
const GROUND_CARBON: &str = "finance.carbon_price * (ground.embodied_carbon * it.power * \
    ground.building_emissions_factor + it.embodied_carbon * it.power * \
    (ground.computers_emissions_factor + ground.failure_rate * ground.annuity) + \
    ground.solar_carbon * ground.solar_power * ground.solar_emissions_factor + \
    ground.storage_carbon * ground.storage_energy * ground.storage_emissions_factor + \
    external.ground_power_carbon / finance.horizon * ground.annuity)";

static PLANS: &[Plan] = &[
    Plan {
        name: "power",
        meaning: "mean of the orbit that sizes the array, end of life",
        unit: "kW",
        lines: &[
            ("IT", Item, "power.it"),
            ("housekeeping", Item, "power.housekeeping"),
            ("spare computers", Item, "power.spares"),
            ("links", Item, "power.links"),
            ("pumps", Item, "power.pumps"),
            ("heat pump", Item, "power.heat_pump"),
            ("thrusters", Item, "power.thrusters"),
            ("distribution loss", Item, "power.distribution_loss"),
            ("bus", Subtotal, "power.bus"),
            (
                "computers throttled in shadow",
                Item,
                "-power.eclipse_saving * environment.sizing_shadow / orbit.period",
            ),
            ("battery loss", Item, "power.battery_loss"),
            ("pointing and wiring loss", Item, "power.wiring_loss"),
            ("array at its terminals", Total, "power.array_mean"),
        ],
    },
    Plan {
        name: "heat",
        meaning: "mean of the orbit that sizes the array, hot case",
        unit: "kW",
        lines: &[
            ("IT", Item, "power.it"),
            ("housekeeping", Item, "power.housekeeping"),
            ("spare computers", Item, "power.spares"),
            ("links", Item, "power.links"),
            ("pumps", Item, "power.pumps"),
            ("heat pump", Item, "power.heat_pump"),
            ("thrusters", Item, "power.thrusters"),
            ("distribution loss", Item, "power.distribution_loss"),
            ("battery loss", Item, "power.battery_loss"),
            ("radio and laser beams", Item, "-power.radiated"),
            ("jets of the thrusters", Item, "-power.jet"),
            ("into the radiators", Subtotal, "radiator.heat"),
            ("absorbed from Sun, Earth and array", Item, "radiator.absorbed_heat"),
            ("emitted by the radiators", Total, "radiator.emission"),
        ],
    },
    Plan {
        name: "mass",
        meaning: "all working satellites; spare satellites are not counted",
        unit: "kg",
        lines: &[
            ("array", Item, "mass.array"),
            ("booms of long wings", Item, "mass.booms"),
            ("cables along the array", Item, "mass.cables"),
            ("battery", Item, "battery.mass"),
            ("radiator panels", Item, "mass.radiator_panels"),
            ("louvers", Item, "mass.louvers"),
            ("coolant loop", Item, "mass.coolant_loop"),
            ("heat pump", Item, "mass.heat_pump"),
            ("coolant", Item, "mass.coolant"),
            ("pipes to the panels", Item, "mass.pipes"),
            ("armor of the coolant tubes", Item, "mass.armor"),
            ("computers", Item, "mass.computers"),
            ("power distribution", Item, "mass.power_distribution"),
            ("shielding", Item, "mass.shielding"),
            ("avionics", Item, "mass.avionics"),
            ("joints", Item, "mass.joints"),
            ("momentum storage", Item, "mass.momentum"),
            ("links", Item, "mass.links"),
            ("propulsion", Item, "mass.propulsion"),
            ("structure", Item, "mass.structure"),
            ("margin", Item, "mass.margin"),
            ("dry", Subtotal, "mass.dry"),
            ("propellant", Item, "mass.propellant"),
            ("difference to the pinned mass", Item, "mass.pin_difference"),
            ("launched", Total, "mass.launched"),
        ],
    },
    Plan {
        name: "cost_orbit",
        meaning: "present cost over the horizon, replacement included",
        unit: "MUSD",
        lines: &[
            ("computers", Item, "cost.computers * orbit.computers_factor"),
            ("array", Item, "cost.array * orbit.platform_factor"),
            ("battery", Item, "cost.battery * orbit.platform_factor"),
            ("radiators and loop", Item, "cost.radiator * orbit.platform_factor"),
            ("power distribution", Item, "cost.power_distribution * orbit.platform_factor"),
            ("structure and shielding", Item, "cost.structure * orbit.platform_factor"),
            ("avionics, propulsion, links", Item, "cost.avionics * orbit.platform_factor"),
            ("assembly and test", Item, "cost.assembly * orbit.platform_factor"),
            ("satellites as stated", Item, "cost.stated_platform * orbit.platform_factor"),
            (
                "launch",
                Item,
                "launch.cost * ((1 - launch.computers_share) * orbit.launch_factor + \
                    launch.computers_share * orbit.computers_launch_factor)",
            ),
            (
                "launch insurance",
                Item,
                "finance.launch_insurance * ((cost.hardware - cost.computers) * \
                    orbit.launch_factor + cost.computers * orbit.computers_launch_factor)",
            ),
            ("development", Item, "fleet.development * orbit.development_factor"),
            ("ground operations", Item, "cost.operations * orbit.annuity"),
            ("hardware replaced", Item, "cost.replenishment * orbit.annuity"),
            ("its launches", Item, "cost.replenishment_launch * orbit.annuity"),
            ("in-orbit insurance", Item, "cost.orbit_insurance * orbit.annuity"),
            ("greenhouse gases", Item, ORBIT_CARBON),
            ("present cost", Total, "orbit.present_cost"),
        ],
    },
    Plan {
        name: "cost_ground",
        meaning: "present cost over the horizon, replacement included",
        unit: "MUSD",
        lines: &[
            ("computers", Item, "ground.computers_cost * ground.computers_purchase_factor"),
            ("facility", Item, "ground.facility_cost * ground.facility_purchase_factor"),
            ("own generation", Item, "ground.generation_cost * ground.generation_purchase_factor"),
            ("solar panels", Item, "ground.solar_cost * ground.solar_purchase_factor"),
            ("storage", Item, "ground.storage_cost * ground.storage_purchase_factor"),
            ("electricity or fuel", Item, "ground.electricity_cost * ground.annuity"),
            ("maintenance", Item, "ground.maintenance_cost * ground.annuity"),
            ("rent", Item, "ground.lease_cost * ground.annuity"),
            ("failed computers", Item, "ground.repair_cost * ground.annuity"),
            ("water", Item, "ground.water_cost * ground.annuity"),
            ("greenhouse gases", Item, GROUND_CARBON),
            ("present cost", Total, "ground.present_cost"),
        ],
    },
    Plan {
        name: "carbon_orbit",
        meaning: "greenhouse gases over the horizon per IT energy; two totals, never mixed",
        unit: "g/kWh",
        lines: &[
            ("launches", Item, "external.launch_carbon / external.orbit_energy"),
            ("making satellites", Item, "external.manufacture_carbon / external.orbit_energy"),
            ("making computers", Item, "external.computers_carbon / external.orbit_energy"),
            ("without re-entry", Subtotal, "carbon.orbit"),
            (
                "nitrogen oxides of re-entry",
                Item,
                "external.reentry_carbon / external.orbit_energy",
            ),
            ("with re-entry", Total, "carbon.orbit_with_reentry"),
        ],
    },
    Plan {
        name: "carbon_ground",
        meaning: "greenhouse gases over the horizon per IT energy",
        unit: "g/kWh",
        lines: &[
            ("electricity or fuel", Item, "external.ground_power_carbon / external.ground_energy"),
            ("making solar panels", Item, "external.ground_solar_carbon / external.ground_energy"),
            (
                "making their storage",
                Item,
                "external.ground_storage_carbon / external.ground_energy",
            ),
            ("building", Item, "external.ground_building_carbon / external.ground_energy"),
            ("making computers", Item, "external.ground_computers_carbon / external.ground_energy"),
            ("all", Total, "carbon.ground"),
        ],
    },
];

/// The paths that the lines of a ledger name whose total is this metric: what it adds up.
pub fn parts_of(total: &str) -> Vec<&'static str> {
    let is_total = |plan: &&Plan| {
        plan.lines.iter().any(|(_, kind, formula)| *kind == Total && *formula == total)
    };
    let lines = PLANS.iter().filter(is_total).flat_map(|plan| plan.lines);
    let items = lines.filter(|(_, kind, _)| *kind == Item);
    items.flat_map(|(_, _, formula)| formula::paths(formula)).collect()
}

/// The ledgers of a case; one whose values do not exist for the case is left out.
///
/// # Errors
/// [`FormulaError`] if a line of the table cannot be read: a defect.
pub fn ledgers(lookup: impl Fn(&str) -> Option<f64>) -> Result<Vec<Ledger>, FormulaError> {
    let mut all = Vec::with_capacity(PLANS.len());
    'ledger: for plan in PLANS {
        let mut lines = Vec::with_capacity(plan.lines.len());
        for &(name, kind, formula) in plan.lines {
            let Some(value) = formula::value(formula, &lookup)? else { continue 'ledger };
            lines.push(BudgetLine { name, value, kind });
        }
        let residual = residual(&lines);
        all.push(Ledger {
            name: plan.name,
            meaning: plan.meaning,
            unit: plan.unit,
            lines,
            residual,
        });
    }
    Ok(all)
}

fn residual(lines: &[BudgetLine]) -> f64 {
    let largest = lines.iter().map(|line| line.value.abs()).fold(f64::MIN_POSITIVE, f64::max);
    let mut sum = 0.0;
    let mut worst = 0.0_f64;
    for line in lines {
        match line.kind {
            Item => sum += line.value,
            Subtotal | Total => worst = worst.max((line.value - sum).abs() / largest),
        }
    }
    worst
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_residual_is_the_largest_gap_relative_to_the_largest_line() {
        let lines = [
            BudgetLine { name: "a", value: 3.0, kind: Item },
            BudgetLine { name: "sub", value: 3.5, kind: Subtotal },
            BudgetLine { name: "b", value: 7.0, kind: Item },
            BudgetLine { name: "all", value: 10.0, kind: Total },
        ];
        assert!((residual(&lines) - 0.05).abs() < 1e-15);
    }

    #[test]
    fn a_ledger_without_its_values_is_left_out() {
        assert_eq!(ledgers(|_| None), Ok(Vec::new()));
    }
}
