//! The time value of money: discounting, annuities, cost of capital.
//!
//! A rate is a [`Frequency`] in 1/yr and compounds once a year; a time that is not a whole number
//! of years is compounded with the same yearly rate, so that every function is smooth in its time.
//! All money is in constant prices, so a rate from a market has to be made real first
//! ([`real_rate`]).

mod dated;
mod rate_of_return;

pub use dated::{DatedFlows, Payback, Payment, Start};
pub use rate_of_return::{InternalRate, internal_rate_of_return};

use crate::units::{Frequency, Money, Ratio, Time, complement, fraction, pick};

const ONE_YEAR: Time = Time::from_base(crate::units::quantities::YEAR_SECONDS);

/// A discount rate, prepared once so that each factor costs one exponential.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Discounting {
    rate: Frequency,
    log_growth: Frequency,
}

impl Discounting {
    /// Prepares a rate; above -1/yr, otherwise every factor is not a number.
    ///
    /// See [`discount_factor`] and [`annuity_present_value`] for model, range and references.
    pub fn at(rate: Frequency) -> Self {
        let log_growth = fraction(libm::log1p((rate * ONE_YEAR).base())) / ONE_YEAR;
        Self { rate, log_growth }
    }

    /// The rate.
    ///
    /// See [`discount_factor`] for model, range and references.
    pub fn rate(&self) -> Frequency {
        self.rate
    }

    /// The rate that gives the same growth when it compounds at every moment, ln(1 + r).
    ///
    /// See [`discount_factor`] for model, range and references.
    pub fn continuous_rate(&self) -> Frequency {
        self.log_growth
    }

    /// Present value of one dollar after `time`; see [`discount_factor`] for model, range and
    /// references.
    pub fn factor(&self, time: Time) -> Ratio {
        (-(self.log_growth * time)).exp()
    }

    /// One dollar compounded over `time`: the inverse of [`Discounting::factor`], see there for
    /// model, range and references.
    pub fn growth(&self, time: Time) -> Ratio {
        (self.log_growth * time).exp()
    }

    /// Share of a dollar that is lost by waiting for `time`, one less its present value and exact
    /// where that is near one; see [`discount_factor`] for model, range and references.
    pub fn loss(&self, time: Time) -> Ratio {
        fraction(-libm::expm1(-(self.log_growth * time).base()))
    }

    /// Present value of one dollar a year over `time`; see [`annuity_present_value`] for model,
    /// range and references.
    pub fn annuity(&self, time: Time) -> Time {
        if self.rate.base() == 0.0 { time } else { self.loss(time) / self.rate }
    }

    /// The same with a fade: what is paid falls by `fade` (1/yr) from one year to the next, the
    /// first payment is whole. See [`fading_annuity_present_value`] for model, range and
    /// references.
    fn fading_annuity(&self, fade: Frequency, time: Time) -> Time {
        let fall = complement(fade * ONE_YEAR);
        let spread = self.rate + fade;
        if spread.base() == 0.0 {
            return time * self.factor(ONE_YEAR);
        }
        let log_ratio = fraction(libm::log(fall.base())) / ONE_YEAR - self.log_growth;
        fraction(-libm::expm1((log_ratio * time).base())) / spread
    }

    /// What a part of a year pays at its end, over the payment of a whole year.
    ///
    /// # Model
    /// ```text
    /// p = ((1 + r)^x - (1 + g)^x) / (r - g),   p = x (1 + r)^(x - 1) at r = g
    /// p = 1 from x = 1 on
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | p | payment of the part over that of a whole year | 1 |
    /// | x | length of the part | yr |
    /// | r | discount rate | 1/yr |
    /// | g | rise of the payment from one year to the next | 1/yr |
    ///
    /// # Assumes
    /// Whole years before the part. Paid at the end of each, they are with it worth what
    /// [`fading_annuity_present_value`] says at a fade of -g.
    ///
    /// # Valid for
    /// Parts from zero on; rates and rises above -1/yr.
    ///
    /// # References
    /// Difference of two annuities of [`fading_annuity_present_value`]
    pub fn part_of_year(&self, part: Time, rise: Frequency) -> Ratio {
        let x = part / ONE_YEAR;
        let log_rise = Self::at(rise).log_growth;
        let spread = (self.rate - rise) * ONE_YEAR;
        let log_spread = (self.log_growth - log_rise) * part;
        let gap = fraction(libm::expm1(log_spread.base()));
        let apart = (log_rise * part).exp() * gap / spread;
        let alike = x * (self.log_growth * (part - ONE_YEAR)).exp();
        pick(x.base() >= 1.0, fraction(1.0), pick(spread.base() == 0.0, alike, apart))
    }
}

/// Present value of one dollar that is paid after `time`.
///
/// # Model
/// ```text
/// v = (1 + r)^-n
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | r | discount rate | 1/yr |
/// | n | time, whole or not | yr |
///
/// # Assumes
/// One rate for all years and all flows; risk is in the rate, not in the flows.
///
/// # Valid for
/// Rates above -1/yr; not a number at and below.
///
/// # References
/// \[Numpy2019\], Notes: each flow is divided by (1 + rate) to the power of its year
pub fn discount_factor(rate: Frequency, time: Time) -> Ratio {
    Discounting::at(rate).factor(time)
}

/// Present value of one dollar a year, paid at the end of each year: years of payment, counted
/// today.
///
/// # Model
/// ```text
/// a = (1 - (1 + r)^-n) / r        a = n at r = 0
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | a | present value of an annuity of one per year | yr |
/// | r, n | rate and time as in [`discount_factor`] | 1/yr, yr |
///
/// # Assumes
/// Payment at the end of each year. A broken last year counts what keeps the formula continuous in
/// n, within about r/8 of a year's payment of its share.
///
/// # Valid for
/// Rates above -1/yr, continuous through zero (computed with `expm1`, no cancellation near zero).
///
/// # References
/// \[Otps2024\], footnote to Table 14 (capital recovery factor, the inverse)
pub fn annuity_present_value(rate: Frequency, life: Time) -> Time {
    Discounting::at(rate).annuity(life)
}

/// Present value of a yearly payment that starts at one dollar and falls by the share `fade` from
/// year to year.
///
/// # Model
/// ```text
/// a_d = (1 - ((1 - d)/(1 + r))^n) / (r + d)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | d | loss from one year to the next; negative for growth | 1/yr |
/// | r, n | rate and time as in [`discount_factor`] | 1/yr, yr |
///
/// # Assumes
/// The first payment, at the end of year one, is whole: the loss shows from year two.
///
/// # Valid for
/// Rates above -1/yr, losses below 1/yr; r + d = 0 is the limit n / (1 + r).
///
/// # References
/// Geometric sum of the flows of [`annuity_present_value`]
pub fn fading_annuity_present_value(rate: Frequency, fade: Frequency, life: Time) -> Time {
    Discounting::at(rate).fading_annuity(fade, life)
}

/// Share of a price that has to be earned each year to pay it back with interest over `life`.
///
/// # Model
/// ```text
/// CRF = r / (1 - (1 + r)^-n)      CRF = 1/n at r = 0
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | CRF | capital recovery factor | 1/yr |
/// | r, n | rate and life as in [`annuity_present_value`] | 1/yr, yr |
///
/// # Assumes
/// Bought at the beginning, earned at the end of each year.
///
/// # Valid for
/// Rates above -1/yr, lives above zero; infinite at life zero.
///
/// # References
/// \[Otps2024\], footnote to Table 14
pub fn capital_recovery_factor(rate: Frequency, life: Time) -> Frequency {
    fraction(1.0) / annuity_present_value(rate, life)
}

/// Present value of yearly flows, the first of which falls today.
///
/// # Model
/// ```text
/// NPV = Σ_t C_t / (1 + r)^t,  t = 0, 1, 2 ...
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `C_t` | flow of year t, income positive | USD |
/// | r | discount rate | 1/yr |
///
/// # Valid for
/// Rates above -1/yr.
///
/// # References
/// \[Numpy2019\], Notes
pub fn net_present_value(rate: Frequency, flows: &[Money]) -> Money {
    let per_year_factor = discount_factor(rate, ONE_YEAR);
    flows.iter().rev().fold(Money::from_base(0.0), |later, flow| *flow + later * per_year_factor)
}

/// How an investment is financed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Financing {
    /// Share of the money that is equity; the rest is debt.
    pub equity_share: Ratio,
    /// Return that the owners ask for, 1/yr.
    pub cost_of_equity: Frequency,
    /// Interest on the debt, 1/yr.
    pub cost_of_debt: Frequency,
    /// Tax on profit, which interest reduces.
    pub tax: Ratio,
}

/// Mean rate that owners and lenders ask for together.
///
/// # Model
/// ```text
/// WACC = e k_e + (1 - e) k_d (1 - t)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | e | share of equity | 1 |
/// | `k_e`, `k_d` | cost of equity and of debt | 1/yr |
/// | t | tax on profit; zero for a rate before tax | 1 |
///
/// # Assumes
/// The shares stay the same over the life.
///
/// # Valid for
/// Shares between 0 and 1.
///
/// # References
/// Definition; checked on the numbers of catalog row `finance.wacc_dc_model`
pub fn weighted_cost_of_capital(financing: &Financing) -> Frequency {
    financing.cost_of_equity * financing.equity_share
        + financing.cost_of_debt * complement(financing.equity_share) * complement(financing.tax)
}

/// Rate in constant prices that belongs to a rate in prices of the day.
///
/// # Model
/// ```text
/// 1 + r = (1 + r_n) / (1 + i)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | r, `r_n` | real and nominal rate | 1/yr |
/// | i | inflation | 1/yr |
///
/// # Valid for
/// Inflation above -1/yr.
///
/// # References
/// Definition
pub fn real_rate(nominal: Frequency, inflation: Frequency) -> Frequency {
    (nominal - inflation) / (fraction(1.0) + inflation * ONE_YEAR)
}

/// Rate in prices of the day that belongs to a rate in constant prices; see [`real_rate`], of which
/// it is the inverse, for model, range and references.
pub fn nominal_rate(real: Frequency, inflation: Frequency) -> Frequency {
    real * (fraction(1.0) + inflation * ONE_YEAR) + inflation
}

#[cfg(test)]
mod tests;
