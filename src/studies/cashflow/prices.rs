//! Prices of the day: the same years with inflation, for the eye and for those who think in nominal
//! rates.

use super::unit::ONE_YEAR;
use super::{CashFlow, CashYear, EquityYear};
use crate::economics::finance::{Discounting, internal_rate_of_return, nominal_rate};
use crate::units::{Frequency, Money, Ratio};

/// The same cash in prices of the day: what falls into year t is multiplied by (1 + i)^t, so that
/// prices are those of the price year on the day of the first possible start. Rates of return are
/// those of these flows; present values stay what they are in constant prices.
///
/// Debt becomes an indexed loan: what is owed rises with prices and the interest is the real rate
/// on it. A loan at a market's rate of the same worth, (1 + r)(1 + i) - 1, would ask for level
/// payments in money of the day, more in early years and less in late ones; over its term both are
/// worth the draw.
pub fn nominal(flow: &CashFlow, inflation: Frequency) -> CashFlow {
    let prices = Discounting::at(inflation);
    let level = |year: &CashYear| prices.growth(ONE_YEAR * f64::from(year.year));
    let mut shown = flow.clone();
    for one in &mut shown.years {
        *one = one.times(level(one));
    }
    let flows: Vec<Money> = shown.years.iter().map(|one| one.net).collect();
    shown.rate_of_return = internal_rate_of_return(&flows);
    if let Some(equity) = &mut shown.equity {
        for (one, year) in equity.years.iter_mut().zip(&flow.years) {
            *one = one.times(level(year));
        }
        let flows: Vec<Money> = equity.years.iter().map(|one| one.net).collect();
        equity.rate_of_return = internal_rate_of_return(&flows);
        equity.cost_of_equity = nominal_rate(equity.cost_of_equity, inflation);
        equity.weighted_cost = nominal_rate(equity.weighted_cost, inflation);
    }
    shown
}

impl CashYear {
    /// At another level of prices.
    fn times(&self, level: Ratio) -> Self {
        Self {
            year: self.year,
            purchases: self.purchases * level,
            credit: self.credit * level,
            running: self.running * level,
            tax: self.tax * level,
            sales: self.sales * level,
            at_work: self.at_work,
            net: self.net * level,
            owners: self.owners * level,
        }
    }
}

impl EquityYear {
    /// At another level of prices.
    fn times(&self, level: Ratio) -> Self {
        Self {
            draw: self.draw * level,
            interest: self.interest * level,
            repayment: self.repayment * level,
            shield: self.shield * level,
            owed: self.owed * level,
            net: self.net * level,
        }
    }
}
