//! Dated flows of a program: value, rates of return, payback, tax and debt.

use super::super::bench::ReferenceTolerance::{Absolute, Exact, Relative};
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::{Adapter, Context, Judge};
use crate::economics::finance::{InternalRate, Start};
use crate::economics::levelized::{Asset, Assets, CostPlan, Taxation, levelized};
use crate::studies::cashflow::{
    Appraisal, CashFlow, CashTerms, Debt, Side, TaxLosses, cash_of_plan,
};
use crate::system::costs::Worth;
use crate::units::{
    Frequency, Money, MoneyPerTime, Ratio, Time, fraction, million_usd, per_year, usd_per_year,
    year,
};

pub(super) const ADAPTERS: &[Adapter] = &[Adapter {
    file: "dated_flows.csv",
    source: "SciPy 1.17.1 (roots), numpy-financial 1.0.0 (payments); flows listed one by one",
    inputs: &[
        "building",
        "building_lead",
        "computers",
        "computers_life",
        "sales",
        "running",
        "rate",
        "tax",
        "delay",
        "debt_share",
    ],
    columns: COLUMNS,
    remark: "Made by make_dated_flows.py beside it. A cell without a number stands for no payback, \
        or for no single rate.",
    judge: Judge::Csv(dated),
}];

const CASH: &str = "studies::cashflow::cash_of_plan";

const COLUMNS: &[BenchColumn] = &[
    column("npv_before_tax", 2, "MUSD", Relative(1e-9), CASH),
    column("rate_before_tax", 2, "1/yr", Absolute(1e-9), CASH),
    column("payback_before_tax", 2, "yr", Absolute(1e-9), CASH),
    column("payback_before_tax, whether", 2, "1", Exact, CASH),
    column("npv_after_tax", 2, "MUSD", Relative(1e-9), CASH),
    column("rate_after_tax", 2, "1/yr", Absolute(1e-9), CASH),
    column("npv_carried", 2, "MUSD", Relative(1e-9), CASH),
    column("rate_carried", 2, "1/yr", Absolute(1e-9), CASH),
    column("rate_owners", 2, "1/yr", Absolute(1e-9), CASH),
    column("rate_owners, whether", 2, "1", Exact, CASH),
];

/// A row as a plan, its sales and its start.
struct DatedProgram {
    plan: CostPlan,
    worth: Worth,
    start: Start,
}

impl DatedProgram {
    fn of(row: &SheetRow<'_>) -> Result<Self, Trouble> {
        let plan = CostPlan {
            assets: Assets {
                building: asset(row, "building")?,
                computers: asset(row, "computers")?,
                ..Assets::UNUSED
            },
            yearly: yearly(row, "running")?,
            tax: Taxation { rate: share(row, "tax")?, write_off: years(row, "write_off")? },
            discount_rate: rate(row, "rate")?,
            horizon: Time::new::<year>(15.0),
            ..CostPlan::EMPTY
        };
        let levelized = levelized(&plan);
        let revenue = yearly(row, "sales")?;
        let kept = 1.0 - plan.tax.rate.base();
        let worth = Worth {
            revenue,
            growth: Frequency::from_base(0.0),
            years: levelized.annuity,
            net: (revenue * levelized.annuity - levelized.present_cost) * kept,
        };
        Ok(Self { plan, worth, start: Start { date: years(row, "delay")?, share: fraction(1.0) } })
    }

    fn cash(&self, terms: &CashTerms) -> CashFlow {
        cash_of_plan(Side::Ground, (&self.plan, &self.worth), &[self.start], terms)
    }
}

fn asset(row: &SheetRow<'_>, name: &str) -> Result<Asset, Trouble> {
    let price = Money::new::<million_usd>(row.number(name)?);
    let life = years(row, &format!("{name}_life"))?;
    Ok(Asset { lead: years(row, &format!("{name}_lead"))?, ..Asset::new(price, life) })
}

fn yearly(row: &SheetRow<'_>, column: &str) -> Result<MoneyPerTime, Trouble> {
    Ok(MoneyPerTime::new::<usd_per_year>(1.0e6 * row.number(column)?))
}

fn years(row: &SheetRow<'_>, column: &str) -> Result<Time, Trouble> {
    Ok(Time::new::<year>(row.number(column)?))
}

fn rate(row: &SheetRow<'_>, column: &str) -> Result<Frequency, Trouble> {
    Ok(Frequency::new::<per_year>(row.number(column)?))
}

fn share(row: &SheetRow<'_>, column: &str) -> Result<Ratio, Trouble> {
    Ok(fraction(row.number(column)?))
}

fn debt(row: &SheetRow<'_>) -> Result<Debt, Trouble> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole years")]
    let term = row.number("debt_term")? as u32;
    let (share, rate) = (share(row, "debt_share")?, rate(row, "debt_rate")?);
    Ok(Debt { share, rate, term, cost_of_equity: Some(Frequency::new::<per_year>(0.2)) })
}

/// The rate of return, where there is one only.
fn single(found: &InternalRate) -> Option<f64> {
    match found {
        InternalRate::Single(rate) => Some(rate.get::<per_year>()),
        _ => None,
    }
}

fn judge_rate(
    row: &SheetRow<'_>,
    bench: &mut Bench,
    column: &str,
    found: &InternalRate,
) -> Result<(), Trouble> {
    if let Some(want) = row.optional(column)? {
        bench.judge(row, column, single(found).unwrap_or(f64::NAN), want);
    }
    Ok(())
}

/// Whether there is a number on both sides: one for yes, zero for no.
fn judge_whether(
    row: &SheetRow<'_>,
    bench: &mut Bench,
    column: &str,
    is_found: bool,
) -> Result<(), Trouble> {
    let is_wanted = row.optional(column)?.is_some();
    let number = |is: bool| f64::from(u8::from(is));
    bench.judge(row, &format!("{column}, whether"), number(is_found), number(is_wanted));
    Ok(())
}

fn dated(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let program = DatedProgram::of(row)?;
    let plain = program.cash(&CashTerms::default());
    let carried = program.cash(&CashTerms { losses: TaxLosses::Carried, ..CashTerms::default() });
    for (name, found) in [
        ("before_tax", &plain.before_tax),
        ("after_tax", &plain.after_tax),
        ("carried", &carried.after_tax),
    ] {
        let value = found.net_value.get::<million_usd>();
        let column = format!("npv_{name}");
        bench.judge(row, &column, value, row.number(&column)?);
        judge_rate(row, bench, &format!("rate_{name}"), &found.rate_of_return)?;
    }
    judge_payback(row, bench, &plain.before_tax)?;
    let owners = program.cash(&CashTerms { debt: Some(debt(row)?), ..CashTerms::default() });
    let found = owners.equity.map_or(InternalRate::None, |equity| equity.rate_of_return);
    judge_rate(row, bench, "rate_owners", &found)?;
    judge_whether(row, bench, "rate_owners", single(&found).is_some())
}

fn judge_payback(row: &SheetRow<'_>, bench: &mut Bench, found: &Appraisal) -> Result<(), Trouble> {
    let first = found.payback.map(|paid| paid.first.get::<year>());
    if let Some(want) = row.optional("payback_before_tax")? {
        bench.judge(row, "payback_before_tax", first.unwrap_or(f64::NAN), want);
    }
    judge_whether(row, bench, "payback_before_tax", first.is_some())
}
