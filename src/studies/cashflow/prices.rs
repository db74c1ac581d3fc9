//! Rates of return in prices of the day, for those who think in nominal rates.

use super::Equity;
use crate::economics::finance::{InternalRate, nominal_rate};
use crate::units::Frequency;

/// Rates of the same flows in prices of the day: what is paid at a date t is multiplied by
/// (1 + i)^t, so that prices are those of the price year on the day of the first possible start.
/// Present values stay what they are in constant prices.
pub(super) fn of_the_day(found: &InternalRate, inflation: Option<Frequency>) -> InternalRate {
    let Some(inflation) = inflation else { return found.clone() };
    match found {
        InternalRate::None => InternalRate::None,
        InternalRate::Single(rate) => InternalRate::Single(nominal_rate(*rate, inflation)),
        InternalRate::Ambiguous(rates) => InternalRate::Ambiguous(
            rates.iter().map(|rate| nominal_rate(*rate, inflation)).collect(),
        ),
    }
}

/// What owners have in prices of the day, besides the years.
///
/// Debt becomes an indexed loan: what is owed rises with prices and the interest is the real rate
/// on it. A loan at a market's rate of the same worth, (1 + r)(1 + i) - 1, would ask for level
/// payments in money of the day, more in early years and less in late ones; over its term both are
/// worth the draw.
pub(super) fn equity_of_the_day(mut equity: Equity, inflation: Option<Frequency>) -> Equity {
    if let Some(rate) = inflation {
        equity.rate_of_return = of_the_day(&equity.rate_of_return, inflation);
        equity.cost_of_equity = nominal_rate(equity.cost_of_equity, rate);
        equity.weighted_cost = nominal_rate(equity.weighted_cost, rate);
    }
    equity
}
