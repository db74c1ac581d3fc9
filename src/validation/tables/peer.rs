//! McCalip 2025: the page rebuilt, against its own output.

use serde_json::Value;

use super::super::bench::{Bench, BenchColumn, ReferenceTolerance, column};
use super::super::read::{self, Trouble};
use super::super::records::changed_outcome;
use super::{Adapter, Judge};
use crate::published::mccalip::{
    Inputs, breakeven_launch_price, orbital, settings, terrestrial, thermal,
};
use crate::system::evaluation::Evaluation;
use crate::system::metrics::metric;
use crate::units::format::display_unit;

pub(super) const ADAPTERS: &[Adapter] = &[Adapter {
    file: "mccalip_cases.json",
    source: "math.js of andrewmccalip/thoughts at d1e4238 under Node.js 20.20.2",
    inputs: &["name"],
    columns: CASES,
    remark: "The page rebuilt from its formulas, with their shortcuts, at level 0; the columns \
        `model` are the scenario `published/mccalip` with the inputs of each case set, at level 1. \
        For the page rebuilt, allowed is 1e-9 of the value or 1e-3, whichever is more; the column \
        `rel` is relative to the value or 1e6.",
    judge: Judge::Json(judge_cases),
}];

const ORBITAL: &str = "published::mccalip::orbital";
const TERRESTRIAL: &str = "published::mccalip::terrestrial";
const THERMAL: &str = "published::mccalip::thermal";

/// The cases allow 1e-9 of the value or 1e-3, whichever is more.
const CLOSE: ReferenceTolerance = ReferenceTolerance::Relative(1e-9);
/// Value at which both are the same.
const SCALE: f64 = 1e6;

const CASES: &[BenchColumn] = &[
    column("orbital", 0, "1", CLOSE, ORBITAL),
    column("orbital, counts", 0, "1", ReferenceTolerance::Exact, ORBITAL),
    column("terrestrial", 0, "1", CLOSE, TERRESTRIAL),
    column("terrestrial, counts", 0, "1", ReferenceTolerance::Exact, TERRESTRIAL),
    column("breakeven", 0, "1", CLOSE, "published::mccalip::breakeven_launch_price"),
    column("thermal", 0, "1", CLOSE, THERMAL),
    column("thermal, counts", 0, "1", ReferenceTolerance::Exact, THERMAL),
    column("model, orbit", 1, "1", ReferenceTolerance::Relative(1e-6), MODEL),
    column("model, counts", 1, "1", ReferenceTolerance::Exact, MODEL),
    column("model, ground", 1, "1", ReferenceTolerance::Relative(1e-6), MODEL),
];

const MODEL: &str = "scenario published/mccalip";

/// What the model calls the page's outputs: part and name there, path and unit here, whether the
/// page has it summed over all years.
const MODEL_OUTPUTS: &[(&str, &str, &str, &str, bool)] = &[
    ("orbital", "satellite_count", "satellite.count", "1", false),
    ("orbital", "starship_launches", "launch.count", "1", false),
    ("orbital", "total_mass_kg", "mass.launched", "kg", false),
    ("orbital", "actual_initial_power_w", "array.power_bol", "W", false),
    ("orbital", "array_area_km2", "array.area", "km2", false),
    ("orbital", "hardware_cost_usd", "cost.hardware", "USD", false),
    ("orbital", "launch_cost_usd", "launch.cost", "USD", false),
    ("orbital", "ops_cost_usd", "cost.operations", "USD/yr", true),
    ("orbital", "gpu_replacement_cost_usd", "cost.replenishment", "USD/yr", true),
    ("orbital", "total_cost_usd", "orbit.present_cost", "USD", false),
    ("orbital", "cost_per_w_usd", "orbit.present_cost_per_it_power", "USD/W", false),
    ("orbital", "lcoe_usd_per_mwh", "orbit.cost_per_it_energy", "USD/MWh", false),
    ("terrestrial", "infra_capex_usd", "ground.capex", "USD", false),
    ("terrestrial", "facility_capex_per_w_usd", "ground.capex_per_it_power", "USD/W", false),
    ("terrestrial", "fuel_cost_total_usd", "ground.electricity_cost", "USD/yr", true),
    ("terrestrial", "total_cost_usd", "ground.present_cost", "USD", false),
    ("terrestrial", "cost_per_w_usd", "ground.present_cost_per_it_power", "USD/W", false),
    ("terrestrial", "lcoe_usd_per_mwh", "ground.cost_per_it_energy", "USD/MWh", false),
];

/// The model with the inputs of one case, beside the page.
fn judge_model(
    name: &str,
    inputs: &Inputs,
    outputs: &Value,
    bench: &mut Bench,
) -> Result<(), Trouble> {
    let outcome: Evaluation = changed_outcome("published/mccalip", &settings(inputs))?;
    for (part, quantity, path, unit, is_sum) in MODEL_OUTPUTS {
        let want = read::number(read::entry(outputs, part)?, quantity)?;
        let base = metric(path).and_then(|metric| (metric.get)(&outcome)).unwrap_or(f64::NAN);
        let shown = display_unit(unit).map_or(f64::NAN, |unit| unit.from_base(base));
        let got = if *is_sum { shown * inputs.analysis_period_years } else { shown };
        let column = match (*part, *unit) {
            (_, "1") => "model, counts",
            ("orbital", _) => "model, orbit",
            _ => "model, ground",
        };
        bench.judge(format!("{name}, {quantity}").as_str(), column, got, want);
    }
    Ok(())
}

const COUNTS: &[&str] = &[
    "satellite_count",
    "starship_launches",
    "tanker_trucks_per_launch",
    "turbine_count",
    "area_sufficient",
];

/// Judges the cases of `mccalip_cases.json`: every output of every part.
fn judge_cases(file: &Value, bench: &mut Bench) -> Result<(), Trouble> {
    read::list(file, "cases")?.iter().try_for_each(|case| judge_case(case, bench))
}

fn judge_case(case: &Value, bench: &mut Bench) -> Result<(), Trouble> {
    let name = read::text(case, "name")?;
    let inputs = inputs_of(read::entry(case, "inputs")?)?;
    let outputs = read::entry(case, "outputs")?;
    let ground = terrestrial(&inputs);
    let price = breakeven_launch_price(&inputs, ground.total_cost_usd);
    let parts: [(&str, Vec<(&str, f64)>); 4] = [
        ("orbital", orbital(&inputs).named().collect()),
        ("terrestrial", ground.named().collect()),
        ("breakeven", vec![("launch_cost_usd_per_kg", price)]),
        ("thermal", thermal(&inputs).named().collect()),
    ];
    for (part, values) in parts {
        let wanted = read::entry(outputs, part)?;
        for (quantity, got) in values {
            let want = match read::entry(wanted, quantity)? {
                Value::Bool(answer) => f64::from(u8::from(*answer)),
                _ => read::number(wanted, quantity)?,
            };
            let row = format!("{name}, {quantity}");
            if COUNTS.contains(&quantity) {
                bench.judge(row.as_str(), &format!("{part}, counts"), got, want);
            } else {
                bench.judge_scaled(row.as_str(), part, (got, want), want.abs().max(SCALE));
            }
        }
    }
    judge_model(name, &inputs, outputs, bench)
}

fn inputs_of(value: &Value) -> Result<Inputs, Trouble> {
    Inputs::from_named(|name| read::number(value, name))
}
