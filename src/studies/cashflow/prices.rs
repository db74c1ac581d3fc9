//! Prices of the day: the same years with inflation, for the eye and for those who think in nominal rates.

use super::CashFlow;
use crate::economics::finance::{internal_rate_of_return, nominal_rate};
use crate::units::{Frequency, Money, per_year};

/// The same cash in prices of the day: what falls into year t is multiplied by (1 + i)^t, so that prices are those of the price year on the day
/// of the first possible start. Rates of return are those of these flows; present values stay what they are in constant prices.
///
/// Debt becomes an indexed loan: what is owed rises with prices and the interest is the real rate on it. A loan at a market's rate
/// of the same worth, (1 + r)(1 + i) - 1, would ask for level payments in money of the day, more in early years and less
/// in late ones; over its term both are worth the draw.
pub fn nominal(flow: &CashFlow, inflation: Frequency) -> CashFlow {
    let growth = libm::log1p(inflation.get::<per_year>());
    let prices = |year: i32| libm::exp(growth * f64::from(year));
    let mut shown = flow.clone();
    for one in &mut shown.years {
        let level = prices(one.year);
        for amount in [
            &mut one.purchases,
            &mut one.credit,
            &mut one.running,
            &mut one.tax,
            &mut one.sales,
            &mut one.net,
        ] {
            *amount *= level;
        }
    }
    let flows: Vec<Money> = shown.years.iter().map(|one| Money::from_base(one.net)).collect();
    shown.rate_of_return = internal_rate_of_return(&flows);
    if let Some(equity) = &mut shown.equity {
        for (one, year) in equity.years.iter_mut().zip(&flow.years) {
            let level = prices(year.year);
            for amount in [
                &mut one.draw,
                &mut one.interest,
                &mut one.repayment,
                &mut one.shield,
                &mut one.owed,
                &mut one.net,
            ] {
                *amount *= level;
            }
        }
        let flows: Vec<Money> = equity.years.iter().map(|one| Money::from_base(one.net)).collect();
        equity.rate_of_return = internal_rate_of_return(&flows);
        equity.cost_of_equity = nominal_rate(equity.cost_of_equity, inflation);
        equity.weighted_cost = nominal_rate(equity.weighted_cost, inflation);
    }
    shown
}
