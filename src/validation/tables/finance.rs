//! Discounting, levelized cost and learning.

use serde_json::Value;

use super::super::bench::ReferenceTolerance::{Absolute, Exact, Relative};
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{self, SheetRow, Trouble};
use super::{Adapter, Context, Judge};
use crate::economics::finance::{
    InternalRate, annuity_present_value, capital_recovery_factor, discount_factor,
    fading_annuity_present_value, internal_rate_of_return, net_present_value,
};
use crate::economics::learning::price_factor;
use crate::economics::levelized::{Asset, Assets, CostPlan, levelized};
use crate::units::{
    Frequency, Money, MoneyPerTime, Power, Time, fraction, kilowatt, per_year, usd,
    usd_per_kilowatt_hour, usd_per_year, year,
};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "npv_irr.json",
        source: "numpy-financial 1.0.0; NumPy 2.4.6 (polynomial roots)",
        inputs: &["name"],
        columns: NPV,
        remark: "Where several internal rates exist the model reports all of them; the nearest to \
            the reference is judged.",
        judge: Judge::Json(npv_irr),
    },
    Adapter {
        file: "annuity.csv",
        source: "numpy-financial 1.0.0; closed forms",
        inputs: &["rate", "years"],
        columns: ANNUITY,
        remark: "",
        judge: Judge::Csv(annuity),
    },
    Adapter {
        file: "lcoe_simple.csv",
        source: "closed form after NREL's simple levelized cost",
        inputs: &[
            "capex_usd_kW",
            "fixed_om_usd_kW_yr",
            "capacity_factor",
            "heat_rate_kBtu_kWh",
            "fuel_usd_MMBtu",
            "discount_rate",
            "years",
        ],
        columns: SIMPLE,
        remark: "Through the cost core: one asset with the life of the horizon, fuel and variable \
            cost as running cost of the energy delivered.",
        judge: Judge::Csv(lcoe_simple),
    },
    Adapter {
        file: "lcoe_discounted.csv",
        source: "sum of discounted yearly flows",
        inputs: &[
            "capex_usd_kW",
            "om_usd_kW_yr",
            "first_year_kWh",
            "degradation_per_year",
            "discount_rate",
            "years",
        ],
        columns: DISCOUNTED,
        remark: "",
        judge: Judge::Csv(lcoe_discounted),
    },
    Adapter {
        file: "learning_curve.csv",
        source: "closed form",
        inputs: &["price0", "cumulative0", "learning_rate", "cumulative"],
        columns: LEARNING,
        remark: "",
        judge: Judge::Csv(learning),
    },
];

const RATES: &str = "economics::finance::internal_rate_of_return";

const NPV: &[BenchColumn] = &[
    column("npv", 2, "1", Relative(1e-9), "economics::finance::net_present_value"),
    column("irr", 2, "1/yr", Absolute(1e-8), RATES),
    column("all_real_irr", 2, "1/yr", Absolute(1e-8), RATES),
    column("all_real_irr, how many", 2, "1", Exact, RATES),
];

fn rate(value: f64) -> Frequency {
    Frequency::new::<per_year>(value)
}

fn years(value: f64) -> Time {
    Time::new::<year>(value)
}

fn dollars(value: f64) -> Money {
    Money::new::<usd>(value)
}

fn npv_irr(file: &Value, bench: &mut Bench) -> Result<(), Trouble> {
    read::list(file, "cases")?.iter().try_for_each(|case| cash_flow(case, bench))
}

fn cash_flow(case: &Value, bench: &mut Bench) -> Result<(), Trouble> {
    let name = read::text(case, "name")?;
    let flows: Vec<Money> =
        read::numbers(case, "cashflows_year_0_first")?.into_iter().map(dollars).collect();
    let turnover: f64 = flows.iter().map(|flow| flow.base().abs()).sum();
    let values = read::entry(case, "npv")?;
    let values = values.as_object().ok_or_else(|| Trouble::new("`npv` is no object"))?;
    for (key, value) in values {
        let (Ok(discount), Some(want)) = (key.parse::<f64>(), value.as_f64()) else {
            return Err(Trouble::new(format!("{name}: `npv` at `{key}` is no number")));
        };
        let got = net_present_value(rate(discount), &flows).get::<usd>();
        let row = format!("{name}, rate {key}");
        bench.judge_scaled(row.as_str(), "npv", (got, want), turnover.max(want.abs()));
    }
    let found: Vec<f64> = match internal_rate_of_return(&flows) {
        InternalRate::None => Vec::new(),
        InternalRate::Single(single) => vec![single.get::<per_year>()],
        InternalRate::Ambiguous(all) => all.iter().map(Frequency::get::<per_year>).collect(),
    };
    let all = read::numbers(case, "all_real_irr")?;
    let (n_found, n_wanted) = (found.len() as f64, all.len() as f64);
    bench.judge(name, "all_real_irr, how many", n_found, n_wanted);
    for want in all {
        bench.judge(name, "all_real_irr", nearest(&found, want), want);
    }
    match read::entry(case, "irr")? {
        Value::Null => {}
        irr => {
            let want = irr.as_f64().ok_or_else(|| Trouble::new("`irr` is no number"))?;
            bench.judge(name, "irr", nearest(&found, want), want);
        }
    }
    Ok(())
}

/// The number nearest to another; not a number in an empty list.
fn nearest(list: &[f64], to: f64) -> f64 {
    let distance = |value: f64| (value - to).abs();
    list.iter().copied().min_by(|a, b| distance(*a).total_cmp(&distance(*b))).unwrap_or(f64::NAN)
}

const RECOVERY: &str = "economics::finance::capital_recovery_factor";

const ANNUITY: &[BenchColumn] = &[
    column("crf_numpy_financial_pmt", 2, "1/yr", Relative(1e-9), RECOVERY),
    column("crf_closed_form", 0, "1/yr", Relative(1e-9), RECOVERY),
    column(
        "pv_of_unit_annuity",
        2,
        "yr",
        Relative(1e-9),
        "economics::finance::annuity_present_value",
    ),
    column("discount_factor", 0, "1", Relative(1e-9), "economics::finance::discount_factor"),
];

fn annuity(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let (rate, life) = (rate(row.number("rate")?), years(row.number("years")?));
    let recovery = capital_recovery_factor(rate, life).get::<per_year>();
    for (column, got) in [
        ("crf_numpy_financial_pmt", recovery),
        ("crf_closed_form", recovery),
        ("pv_of_unit_annuity", annuity_present_value(rate, life).get::<year>()),
        ("discount_factor", discount_factor(rate, life).base()),
    ] {
        bench.judge(row, column, got, row.number(column)?);
    }
    Ok(())
}

const SIMPLE: &[BenchColumn] = &[
    column("crf", 0, "1/yr", Relative(1e-9), RECOVERY),
    column("slcoe_usd_kWh", 0, "USD/kWh", Relative(1e-9), "economics::levelized::levelized"),
];

fn lcoe_simple(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let (rate, life) = (rate(row.number("discount_rate")?), years(row.number("years")?));
    let factor = row.number("capacity_factor")?;
    let fuel = row.number("heat_rate_kBtu_kWh")? * row.number("fuel_usd_MMBtu")? / 1000.0;
    let per_energy = fuel + row.number("variable_om_usd_kWh")?;
    let running = row.number("fixed_om_usd_kW_yr")? + per_energy * factor * 8760.0;
    let plant = Asset::new(dollars(row.number("capex_usd_kW")?), life);
    let plan = CostPlan {
        assets: Assets { generation: plant, ..Assets::UNUSED },
        yearly: MoneyPerTime::new::<usd_per_year>(running),
        discount_rate: rate,
        horizon: life,
        it_power: Power::new::<kilowatt>(1.0),
        availability: fraction(factor),
        ..CostPlan::EMPTY
    };
    let got = plan.checked().map(|plan| levelized(&plan).per_energy.get::<usd_per_kilowatt_hour>());
    bench.judge_result(row, "slcoe_usd_kWh", got, row.number("slcoe_usd_kWh")?);
    let recovery = capital_recovery_factor(rate, life).get::<per_year>();
    bench.judge(row, "crf", recovery, row.number("crf")?);
    Ok(())
}

const DISCOUNTED: &[BenchColumn] = &[
    column("pv_cost", 0, "USD", Relative(1e-9), "economics::finance::annuity_present_value"),
    column(
        "pv_energy_kWh",
        0,
        "kWh",
        Relative(1e-9),
        "economics::finance::fading_annuity_present_value",
    ),
    column(
        "lcoe_usd_kWh",
        0,
        "USD/kWh",
        Relative(1e-9),
        "economics::finance::fading_annuity_present_value",
    ),
];

fn lcoe_discounted(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let (discount, life) = (rate(row.number("discount_rate")?), years(row.number("years")?));
    let upkeep = MoneyPerTime::new::<usd_per_year>(row.number("om_usd_kW_yr")?);
    let price = dollars(row.number("capex_usd_kW")?);
    let cost = price + upkeep * annuity_present_value(discount, life);
    let fade = rate(row.number("degradation_per_year")?);
    let whole_years = fading_annuity_present_value(discount, fade, life).get::<year>();
    let energy_kwh = row.number("first_year_kWh")? * whole_years;
    for (column, got) in [
        ("pv_cost", cost.get::<usd>()),
        ("pv_energy_kWh", energy_kwh),
        ("lcoe_usd_kWh", cost.get::<usd>() / energy_kwh),
    ] {
        bench.judge(row, column, got, row.number(column)?);
    }
    Ok(())
}

const LEARNING: &[BenchColumn] =
    &[column("price", 0, "USD/kg", Relative(1e-9), "economics::learning::price_factor")];

fn learning(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let experience = row.number("cumulative")? / row.number("cumulative0")?;
    let factor = price_factor(fraction(row.number("learning_rate")?), fraction(experience));
    bench.judge(row, "price", row.number("price0")? * factor.base(), row.number("price")?);
    Ok(())
}
