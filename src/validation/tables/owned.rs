//! Cash of a launch company that is owned.

use super::super::bench::ReferenceTolerance::{Absolute, Relative};
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::{Adapter, Context, Judge};
use crate::economics::rocket::{Company, Need, RocketStage};
use crate::units::{
    Frequency, Money, MoneyPerTime, Ratio, Time, fraction, million_usd, per_year, usd_per_year,
    year,
};

pub(super) const ADAPTERS: &[Adapter] = &[Adapter {
    file: "owned_rocket.csv",
    source: "Payments listed one by one, flights counted in queues; the rate found by halving",
    inputs: &["control", "completion", "wait", "cadence", "fleet", "outside", "tax", "rate"],
    columns: COLUMNS,
    remark: "Made by make_owned_rocket.py beside it, which uses nothing but the standard library.",
    judge: Judge::Csv(owned),
}];

const OWNED: &str = "economics::rocket::Company::owned";

const COLUMNS: &[BenchColumn] = &[
    column("program_flights", 2, "1", Relative(1e-9), OWNED),
    column("outside_flights", 2, "1", Absolute(1e-9), OWNED),
    column("npv", 2, "MUSD", Relative(1e-9), OWNED),
    column("rate_of_return", 2, "1/yr", Absolute(1e-9), OWNED),
];

fn money(row: &SheetRow<'_>, column: &str) -> Result<Money, Trouble> {
    Ok(Money::new::<million_usd>(row.number(column)?))
}

fn years(row: &SheetRow<'_>, column: &str) -> Result<Time, Trouble> {
    Ok(Time::new::<year>(row.number(column)?))
}

fn a_year(row: &SheetRow<'_>, column: &str) -> Result<Frequency, Trouble> {
    Ok(Frequency::new::<per_year>(row.number(column)?))
}

fn number(row: &SheetRow<'_>, column: &str) -> Result<Ratio, Trouble> {
    Ok(fraction(row.number(column)?))
}

fn stage(row: &SheetRow<'_>, name: &str) -> Result<RocketStage, Trouble> {
    Ok(RocketStage {
        price: money(row, name)?,
        flights: number(row, &format!("{name}_flights"))?,
        rate: a_year(row, &format!("{name}_rate"))?,
    })
}

fn company(row: &SheetRow<'_>) -> Result<Company, Trouble> {
    Ok(Company {
        control: money(row, "control")?,
        completion: money(row, "completion")?,
        wait: years(row, "wait")?,
        fixed: MoneyPerTime::new::<usd_per_year>(1.0e6 * row.number("fixed")?),
        booster: stage(row, "booster")?,
        ship: stage(row, "ship")?,
        operations: money(row, "operations")?,
        market_price: money(row, "price")?,
        outside_flights: a_year(row, "outside")?,
        outside_price: money(row, "outside_price")?,
        cadence: a_year(row, "cadence")?,
        ramp: years(row, "ramp")?,
        need: Need {
            fleet: number(row, "fleet")?,
            life: years(row, "life")?,
            repeated: a_year(row, "repeated")?,
        },
        tax: number(row, "tax")?,
        resale: years(row, "resale")?,
        horizon: years(row, "horizon")?,
        rate: a_year(row, "rate")?,
    })
}

fn owned(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let owned = company(row)?.owned();
    let rate = owned.rate_of_return().map_or(f64::NAN, |rate| rate.get::<per_year>());
    for (column, found) in [
        ("program_flights", owned.program_flights.base()),
        ("outside_flights", owned.outside_flights.base()),
        ("npv", owned.net_value.get::<million_usd>()),
        ("rate_of_return", rate),
    ] {
        bench.judge(row, column, found, row.number(column)?);
    }
    Ok(())
}
