//! What the computing is worth: sales, present value, cost of a unit of work; both sides alike.

use super::super::inputs::Case;
use super::super::metrics::Outcome;
use crate::economics::finance::{Discounting, fading_annuity_present_value};
use crate::economics::levelized::Levelized;
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

/// `wait` is the mean present value of one dollar on the days of the starts; prices change from each start on.
fn worth(
    case: &Case,
    result: &Levelized,
    (availability, rate): (Ratio, Frequency),
    wait: Ratio,
) -> Worth {
    let hours: Time = OPERATING_YEAR * availability * case.utilization;
    let accelerators: Ratio = case.it_power / case.accelerator_power;
    let revenue: MoneyPerTime = case.gpu_hour_price * accelerators * (hours / ONE_YEAR);
    let annuity = if case.gpu_hour_change.base() == 0.0 {
        result.annuity
    } else {
        fading_annuity_present_value(rate, case.gpu_hour_change * -1.0, case.horizon)
    };
    let years: Time = annuity * wait;
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
    let wait = Discounting::at(rate).factor(case.delay);
    let worth = worth(case, result, (case.ground_availability, rate), wait);
    outcome.ground_petaflop_day = Some(worth.petaflop_day);
    outcome.ground_start_factor = Some(wait);
    outcome.ground_revenue = Some(worth.revenue);
    outcome.ground_revenue_years = Some(worth.years);
    outcome.ground_net_value = Some(worth.net);
}

/// Writes the value of the orbital side into the outcome.
pub(super) fn orbit(case: &Case, result: &Levelized, wait: Ratio, outcome: &mut Outcome) {
    let rate = case.orbit_discount_rate;
    let availability = outcome.orbit_availability.unwrap_or(fraction(0.0));
    let worth = worth(case, result, (availability, rate), wait);
    outcome.orbit_petaflop_day = Some(worth.petaflop_day);
    outcome.orbit_start_factor = Some(wait);
    outcome.orbit_revenue = Some(worth.revenue);
    outcome.orbit_revenue_years = Some(worth.years);
    outcome.orbit_net_value = Some(worth.net);
}
