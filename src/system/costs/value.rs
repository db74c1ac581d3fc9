//! What the computing is worth: sales, present value, cost of a unit of work; both sides alike.

use super::super::inputs::Case;
use super::super::metrics::Outcome;
use crate::economics::finance::{Discounting, fading_annuity_present_value};
use crate::economics::levelized::Levelized;
use crate::economics::schedule::Delivery;
use crate::units::{
    Frequency, Money, MoneyPerTime, OPERATING_YEAR_SECONDS, OperationRate, Power, Ratio, Time,
    YEAR_SECONDS, day, fraction, petaflop_per_second,
};

const ONE_YEAR: Time = Time::from_base(YEAR_SECONDS);
const OPERATING_YEAR: Time = Time::from_base(OPERATING_YEAR_SECONDS);

/// Value of one side.
struct Worth {
    /// Sales in the first year.
    revenue: MoneyPerTime,
    /// Present value of the sales over those of the first year, on the day that the program could start.
    years: Time,
    /// Sales less cost, on that day.
    net: Money,
    /// Cost of a petaflop per second for a day.
    petaflop_day: Money,
}

/// `dates` gives the mean present value of one dollar on the days that satellites start, at a rate.
fn worth(
    case: &Case,
    result: &Levelized,
    (availability, rate): (Ratio, Frequency),
    waiting: impl Fn(&Discounting) -> Ratio,
) -> Worth {
    let hours: Time = OPERATING_YEAR * availability * case.utilization;
    let accelerators: Ratio = case.it_power / case.accelerator_power;
    let revenue: MoneyPerTime = case.gpu_hour_price * accelerators * (hours / ONE_YEAR);
    let fade: Frequency = case.gpu_hour_change * -1.0;
    // a price that changes discounts later satellites' sales beside the rate
    let growth: Ratio = fraction(1.0) + case.gpu_hour_change * ONE_YEAR;
    let of_sales: Frequency = (rate - case.gpu_hour_change) / growth;
    let prices_stand = case.gpu_hour_change.base() == 0.0;
    let wait = waiting(&Discounting::at(rate));
    let sales_wait = if prices_stand { wait } else { waiting(&Discounting::at(of_sales)) };
    let annuity = if prices_stand {
        result.annuity
    } else {
        fading_annuity_present_value(rate, fade, case.horizon)
    };
    let years: Time = annuity * sales_wait;
    let unit = OperationRate::new::<petaflop_per_second>(1.0);
    let power: Power = case.accelerator_power * (unit / case.accelerator_rate);
    Worth {
        revenue,
        years,
        net: revenue * years - result.present_cost * wait,
        petaflop_day: result.per_energy * power * Time::new::<day>(1.0),
    }
}

/// Writes the value of the ground side into the outcome.
pub(super) fn ground(case: &Case, result: &Levelized, outcome: &mut Outcome) {
    let rate = case.ground_discount_rate;
    let waiting = |discounting: &Discounting| discounting.factor(case.delay);
    let worth = worth(case, result, (case.ground_availability, rate), waiting);
    outcome.ground_petaflop_day = Some(worth.petaflop_day);
    outcome.ground_start_factor = Some(waiting(&Discounting::at(rate)));
    outcome.ground_revenue = Some(worth.revenue);
    outcome.ground_revenue_years = Some(worth.years);
    outcome.ground_net_value = Some(worth.net);
}

/// Writes the value of the orbital side into the outcome.
pub(super) fn orbit(
    case: &Case,
    result: &Levelized,
    delivery: Option<Delivery>,
    outcome: &mut Outcome,
) {
    let rate = case.orbit_discount_rate;
    let waiting = |discounting: &Discounting| {
        delivery.map_or(fraction(1.0), |dates| dates.mean_discount(discounting))
    };
    let availability = outcome.orbit_availability.unwrap_or(fraction(0.0));
    let worth = worth(case, result, (availability, rate), waiting);
    outcome.orbit_petaflop_day = Some(worth.petaflop_day);
    outcome.orbit_start_factor = Some(waiting(&Discounting::at(rate)));
    outcome.orbit_revenue = Some(worth.revenue);
    outcome.orbit_revenue_years = Some(worth.years);
    outcome.orbit_net_value = Some(worth.net);
}
