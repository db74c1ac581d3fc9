//! What the computing is worth: sales and present value; both sides alike.

use crate::economics::finance::fading_annuity_present_value;
use crate::economics::levelized::Levelized;
use crate::system::inputs::Case;
use crate::units::{
    Frequency, Money, MoneyPerTime, OPERATING_YEAR_SECONDS, Ratio, Time, YEAR_SECONDS, complement,
};

const ONE_YEAR: Time = Time::from_base(YEAR_SECONDS);
const OPERATING_YEAR: Time = Time::from_base(OPERATING_YEAR_SECONDS);

/// Value of one side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// Sales in the first year.
    pub revenue: MoneyPerTime,
    /// Their rise from one year to the next.
    pub growth: Frequency,
    /// Present value of the sales over those of the first year, on the day that the program could
    /// start.
    pub years: Time,
    /// Sales less cost, on that day, after tax.
    pub net: Money,
}

/// Terms of the sales of one side.
pub(super) struct Sales {
    /// Share of the IT power delivered.
    pub(super) availability: Ratio,
    /// Discount rate.
    pub(super) rate: Frequency,
    /// Mean present value of one dollar on the days of the starts; prices change from each start
    /// on.
    pub(super) wait: Ratio,
}

impl Worth {
    pub(super) fn new(case: &Case, result: &Levelized, sales: &Sales) -> Self {
        let it = &case.it;
        let hours: Time = OPERATING_YEAR * sales.availability * it.utilization;
        let accelerators: Ratio = it.power / it.accelerator_power;
        let revenue: MoneyPerTime = it.gpu_hour_price * accelerators * (hours / ONE_YEAR);
        let growth = it.gpu_hour_price_change;
        let fall: Frequency = growth * -1.0;
        let annuity = if fall.base() == 0.0 {
            result.annuity
        } else {
            fading_annuity_present_value(sales.rate, fall, case.finance.horizon)
        };
        let years: Time = annuity * sales.wait;
        let before_tax = revenue * years - result.present_cost * sales.wait;
        let net = before_tax * complement(case.finance.tax);
        Self { revenue, growth, years, net }
    }
}
