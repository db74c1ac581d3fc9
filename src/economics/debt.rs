//! Debt that is paid back in level payments, and what its owners then ask for.

use super::finance::{Discounting, Financing};
use crate::units::{Frequency, Money, Ratio, Time, complement, quantities};

const ONE_YEAR: Time = Time::from_base(quantities::YEAR_SECONDS);

/// Money that is borrowed once and paid back in equal yearly payments, the first a year later.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Loan {
    /// Amount drawn.
    pub drawn: Money,
    /// Interest, 1/yr, in constant prices like every rate.
    pub rate: Frequency,
    /// Years of payments, at least one.
    pub term: u32,
}

/// Interest and repayment of a loan in one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LoanYear {
    /// Interest on what was owed through the year.
    pub interest: Money,
    /// Part of the payment that lowers the debt.
    pub repayment: Money,
    /// Owed after the payment.
    pub owed: Money,
}

impl Loan {
    /// Payment of every year, interest and repayment together.
    ///
    /// # Model
    /// ```text
    /// a = D CRF(r, n),   owed after j payments = D A(n - j)/A(n),   interest = r × owed before
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | D | amount drawn | USD |
    /// | r, n | interest and term | 1/yr, yr |
    /// | A, CRF | annuity and capital recovery factor | yr, 1/yr |
    ///
    /// # Assumes
    /// Level payments at the end of each year, no grace, no fees. Level in constant prices with a
    /// rate in constant prices: in prices of the day an indexed loan, whose rest and payments rise
    /// with prices. The payments discounted at r are worth the amount drawn.
    ///
    /// # Valid for
    /// Rates above -1/yr, terms from one year.
    ///
    /// # References
    /// [`capital_recovery_factor`](super::finance::capital_recovery_factor)
    pub fn payment(&self) -> Money {
        self.drawn * (ONE_YEAR / Discounting::at(self.rate).annuity(self.years(0)))
    }

    /// The payment of a year, counted from 1 after the draw; see [`Loan::payment`] for model, range
    /// and references.
    pub fn year(&self, year: u32) -> LoanYear {
        let discounting = Discounting::at(self.rate);
        let whole: Time = discounting.annuity(self.years(0));
        let owed = |payments: u32| self.drawn * (discounting.annuity(self.years(payments)) / whole);
        let before: Money = owed(year.saturating_sub(1));
        let after: Money = owed(year);
        LoanYear {
            interest: before * (self.rate * ONE_YEAR),
            repayment: before - after,
            owed: after,
        }
    }

    /// Time of the payments that are left.
    fn years(&self, payments: u32) -> Time {
        ONE_YEAR * f64::from(self.term.max(1).saturating_sub(payments))
    }
}

/// Return that the owners ask for where the mean rate of owners and lenders is given.
///
/// # Model
/// ```text
/// k_e = (WACC - (1 - e) k_d (1 - t)) / e
/// ```
/// Symbols as in [`weighted_cost_of_capital`](super::finance::weighted_cost_of_capital); the cost
/// of equity in `financing` is not read.
///
/// # Valid for
/// Positive shares of equity; infinite or not a number without any.
///
/// # References
/// [`weighted_cost_of_capital`](super::finance::weighted_cost_of_capital), solved for the cost of
/// equity
pub fn cost_of_equity(weighted: Frequency, financing: &Financing) -> Frequency {
    let debt: Ratio = complement(financing.equity_share);
    (weighted - financing.cost_of_debt * debt * complement(financing.tax)) / financing.equity_share
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::economics::finance::{net_present_value, weighted_cost_of_capital};
    use crate::units::{fraction, per_year, usd};

    fn rate(value: f64) -> Frequency {
        Frequency::new::<per_year>(value)
    }

    fn loan(interest: f64, term: u32) -> Loan {
        Loan { drawn: Money::new::<usd>(1000.0), rate: rate(interest), term }
    }

    #[test]
    fn payments_discounted_at_the_debt_rate_are_worth_the_amount_drawn() {
        for (interest, term) in [(0.07, 10), (0.0, 5), (0.2, 1), (0.04, 40)] {
            let loan = loan(interest, term);
            let mut flows = vec![Money::from_base(0.0)];
            for year in 1..=term {
                let paid = loan.year(year);
                flows.push(paid.interest + paid.repayment);
                assert!(((flows[year as usize] / loan.payment()).base() - 1.0).abs() < 1e-12);
            }
            let worth = net_present_value(loan.rate, &flows).get::<usd>();
            assert!((worth - 1000.0).abs() < 1e-9, "{interest} {term}: {worth}");
        }
    }

    #[test]
    fn repayments_add_up_to_the_amount_drawn_and_nothing_is_owed_after() {
        let loan = loan(0.07, 10);
        let repaid: f64 = (1..=10).map(|year| loan.year(year).repayment.get::<usd>()).sum();
        assert!((repaid - 1000.0).abs() < 1e-10);
        assert!(loan.year(10).owed.get::<usd>().abs() < 1e-12);
        assert!(loan.year(11).interest.get::<usd>().abs() < 1e-12);
        assert!(loan.year(11).repayment.get::<usd>().abs() < 1e-12);
    }

    #[test]
    fn a_thousand_over_ten_years_at_seven_percent_asks_142_38_a_year() {
        assert!((loan(0.07, 10).payment().get::<usd>() - 142.377_502_727_366_5).abs() < 1e-9);
        assert!((loan(0.07, 10).year(1).interest.get::<usd>() - 70.0).abs() < 1e-12);
    }

    #[test]
    fn cost_of_equity_and_mean_rate_are_inverse() {
        let financing = Financing {
            equity_share: fraction(0.4),
            cost_of_equity: rate(0.15),
            cost_of_debt: rate(0.07),
            tax: fraction(0.21),
        };
        let weighted = weighted_cost_of_capital(&financing);
        let back = cost_of_equity(weighted, &financing);
        assert!((back.get::<per_year>() - 0.15).abs() < 1e-15);
    }
}
