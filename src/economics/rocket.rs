//! Owning the rocket against buying launches: what a flight costs its owner, and when control of
//! the company pays.

use super::finance::Discounting;
use super::schedule::Delivery;
use crate::units::{
    Count, CountRate, Mass, Money, MoneyPerMass, Ratio, Time, fraction, quantities,
};

const ONE_YEAR: Time = Time::from_base(quantities::YEAR_SECONDS);
/// Longest horizon, in years.
const MOST_YEARS: f64 = 60.0;

/// Costs of a flight of a vehicle of two stages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BuildUp {
    /// Price of building the booster.
    pub booster: Money,
    /// Flights of a booster.
    pub booster_flights: Count,
    /// Price of building the upper stage.
    pub ship: Money,
    /// Flights of an upper stage.
    pub ship_flights: Count,
    /// Propellant, refurbishment, range and staff of a flight.
    pub operations: Money,
}

/// Cost of a flight to its owner.
///
/// # Model
/// ```text
/// C = B / n_B + S / n_S + o
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | B, `n_B` | price of a booster, its flights | USD, 1 |
/// | S, `n_S` | price of an upper stage, its flights | USD, 1 |
/// | o | operations of a flight | USD |
///
/// # Assumes
/// Every stage reaches its number of flights; no interest on stages between flights.
///
/// # Valid for
/// One flight or more per stage.
///
/// # References
/// Build-up of Forethought 2025 (475, 93 and 32 USD/kg are rows of docs/validation.md);
/// docs/model/launch.md
pub fn flight_cost(parts: &BuildUp) -> Money {
    parts.booster / parts.booster_flights + parts.ship / parts.ship_flights + parts.operations
}

/// Buying control of a launcher company to launch at cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Purchase {
    /// Price of control, paid today.
    pub control: Money,
    /// Spending until the first flight, evenly over the wait.
    pub completion: Money,
    /// Time to the first flight.
    pub wait: Time,
    /// Price of a launch that is bought instead.
    pub market_price: Money,
    /// Cost of a flight to the owner ([`flight_cost`]).
    pub flight_cost: Money,
    /// Payload of a flight.
    pub payload: Mass,
    /// Flights a year once the ramp is over, and the ramp.
    pub cadence: CountRate,
    /// Time after the first flight in which the cadence rises.
    pub ramp: Time,
}

/// What it brings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Return {
    /// Flights within the horizon.
    pub flights: Ratio,
    /// Savings less capital, present value.
    pub net_value: Money,
    /// Mass whose saving, undiscounted, repays the capital; `None` where a flight saves nothing.
    pub breakeven_mass: Option<Mass>,
    /// Time at which discounted savings have repaid the capital; `None` beyond the horizon.
    pub payback: Option<Time>,
}

/// Owning against buying over a horizon.
///
/// # Model
/// ```text
/// NPV = Σ_y (p - C) f_y v(y) - K - F (1 - v(w)) / (w ln(1 + r)),   mass = (K + F) m / (p - C)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | p, C | price of a launch on the market, cost to the owner | USD |
/// | `f_y` | flights of year y, after the wait and along the ramp | 1 |
/// | K, F, w | price of control, spending to the first flight, time until then | USD, USD, yr |
/// | m | payload | kg |
/// | v, r | present value of one dollar, discount rate | 1, 1/yr |
///
/// # Assumes
/// Every flight is used, by the owner or sold at the market price; savings count at the end of the
/// year; the company is worth nothing at the horizon.
///
/// # Valid for
/// Horizons up to 60 years.
///
/// # References
/// Definition; docs/model/launch.md
pub fn purchase_return(purchase: &Purchase, discounting: &Discounting, horizon: Time) -> Return {
    let saving: Money = purchase.market_price - purchase.flight_cost;
    let capital: Money = purchase.control + purchase.completion;
    let mut net =
        purchase.control * -1.0 - purchase.completion * mean_factor(purchase, discounting);
    let dates = Delivery {
        launches: fraction(f64::INFINITY),
        cadence: purchase.cadence.rate(),
        ramp: purchase.ramp,
    };
    let (mut flights, mut payback) = (fraction(0.0), None);
    let years = libm::floor((horizon / ONE_YEAR).base() + 0.5).clamp(0.0, MOST_YEARS);
    let mut year = 0.0;
    while year < years {
        year += 1.0;
        let end: Time = ONE_YEAR * year;
        let by_then = dates.launched_by(end - purchase.wait);
        let gained = saving * (by_then - flights) * discounting.factor(end);
        let before = net;
        flights = by_then;
        net += gained;
        if payback.is_none() && net.base() >= 0.0 {
            let share: Ratio = before / gained;
            payback = Some(end - ONE_YEAR - ONE_YEAR * share);
        }
    }
    let per_mass: MoneyPerMass = saving / purchase.payload;
    Return {
        flights,
        net_value: net,
        breakeven_mass: (per_mass.base() > 0.0).then(|| capital / per_mass),
        payback,
    }
}

/// Mean present value of what is spent evenly over the wait.
fn mean_factor(purchase: &Purchase, discounting: &Discounting) -> Ratio {
    let spread: Ratio = discounting.continuous_rate() * purchase.wait;
    if spread.base() > 0.0 { discounting.loss(purchase.wait) / spread } else { fraction(1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{Frequency, count, each_per_year, million_usd, per_year, tonne, year};

    fn money(value: f64) -> Money {
        Money::new::<million_usd>(value)
    }

    fn stoke() -> Purchase {
        Purchase {
            control: money(2000.0),
            completion: money(1000.0),
            wait: Time::new::<year>(2.0),
            market_price: money(15.0),
            flight_cost: money(5.0),
            payload: Mass::new::<tonne>(3.0),
            cadence: CountRate::new::<each_per_year>(50.0),
            ramp: Time::from_base(0.0),
        }
    }

    #[test]
    fn a_flight_costs_its_share_of_the_stages_and_its_operations() {
        let parts = |booster: f64, ship: f64, operations: f64| BuildUp {
            booster: money(60.0),
            booster_flights: count(booster),
            ship: money(30.0),
            ship_flights: count(ship),
            operations: money(operations),
        };
        assert!((flight_cost(&parts(1.0, 1.0, 5.0)).get::<million_usd>() - 95.0).abs() < 1e-9);
        assert!((flight_cost(&parts(10.0, 10.0, 5.0)).get::<million_usd>() - 14.0).abs() < 1e-9);
        assert!((flight_cost(&parts(50.0, 50.0, 3.0)).get::<million_usd>() - 4.8).abs() < 1e-9);
    }

    #[test]
    fn three_hundred_flights_repay_three_billion_without_interest() {
        let free = Discounting::at(Frequency::new::<per_year>(0.0));
        let owned = purchase_return(&stoke(), &free, Time::new::<year>(10.0));
        assert!((owned.flights.base() - 400.0).abs() < 1e-9);
        assert!((owned.net_value.get::<million_usd>() - 1000.0).abs() < 1e-6);
        assert!((owned.breakeven_mass.unwrap().get::<tonne>() - 900.0).abs() < 1e-9);
        assert!((owned.payback.unwrap().get::<year>() - 8.0).abs() < 1e-9);
    }

    #[test]
    fn interest_moves_the_payback_beyond_ten_years() {
        let dear = Discounting::at(Frequency::new::<per_year>(0.15));
        let owned = purchase_return(&stoke(), &dear, Time::new::<year>(10.0));
        assert!(owned.net_value.base() < 0.0 && owned.payback.is_none());
    }

    #[test]
    fn a_flight_that_costs_more_than_the_market_never_pays() {
        let dear = Purchase { flight_cost: money(16.0), ..stoke() };
        let free = Discounting::at(Frequency::new::<per_year>(0.0));
        let owned = purchase_return(&dear, &free, Time::new::<year>(40.0));
        assert_eq!((owned.breakeven_mass, owned.payback), (None, None));
    }
}
