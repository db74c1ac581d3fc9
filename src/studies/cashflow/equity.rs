//! What debt leaves to the owners: draws, interest, repayment and the tax that interest saves, year by year.

use super::CashYear;
use crate::domain::{DomainError, within};
use crate::economics::debt::{Loan, cost_of_equity};
use crate::economics::finance::{
    Discounting, Financing, InternalRate, internal_rate_of_return, weighted_cost_of_capital,
};
use crate::units::{
    self, Frequency, Money, Ratio, Time, YEAR_SECONDS, complement, fraction, per_year, unity,
};

/// Longest term of a debt, in years.
const MOST_TERM: u32 = 40;

/// How purchases are financed, the same on both sides. Rates are in constant prices.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Debt {
    /// Share of every year's purchases that is borrowed.
    pub share: Ratio,
    /// Interest, 1/yr.
    pub rate: Frequency,
    /// Years of level payments, from the year after the draw on.
    pub term: u32,
    /// Return that the owners ask for, 1/yr; where none is given, the one that makes the side's discount rate the mean of both.
    pub cost_of_equity: Option<Frequency>,
}

/// One year of a side that is partly financed by debt.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct EquityYear {
    /// Borrowed.
    pub draw: f64,
    /// Interest paid.
    pub interest: f64,
    /// Debt paid back.
    pub repayment: f64,
    /// Tax that the interest saves.
    pub shield: f64,
    /// Owed at the end of the year.
    pub owed: f64,
    /// What is left to the owners, after tax.
    pub net: f64,
}

/// What debt leaves to the owners of a side; money in dollars of the price year.
#[derive(Debug, Clone, PartialEq)]
pub struct Equity {
    /// The years, in step with those of the side.
    pub years: Vec<EquityYear>,
    /// Return that the owners ask for, 1/yr.
    pub cost_of_equity: Frequency,
    /// Mean rate of owners and lenders, 1/yr.
    pub weighted_cost: Frequency,
    /// Whether the return was not given but follows from the discount rate.
    pub is_implied: bool,
    /// Net present value to the owners at that return, after tax: operation and purchases at their dates, debt at the ends of years.
    pub net_value: f64,
    /// Rates at which the yearly flows to the owners are worth nothing.
    pub rate_of_return: InternalRate,
    /// Sales less running cost after tax over interest and repayment: lowest and mean of the years with sales and debt.
    pub coverage: Option<(f64, f64)>,
}

impl Debt {
    /// Gives the terms back if they can be paid.
    ///
    /// # Errors
    /// [`DomainError`] for a share outside 0 to 0.99, a rate outside 0 to 1/yr, a term outside 1 to 40 years, or a return outside 0 to 10/yr.
    pub fn checked(self) -> Result<Self, DomainError> {
        within::<unity>("share of debt", 0.0..=0.99, self.share)?;
        within::<per_year>("interest on debt", 0.0..=1.0, self.rate)?;
        within::<units::year>(
            "term of debt",
            1.0..=f64::from(MOST_TERM),
            Time::new::<units::year>(f64::from(self.term)),
        )?;
        if let Some(rate) = self.cost_of_equity {
            within::<per_year>("cost of equity", 0.0..=10.0, rate)?;
        }
        Ok(self)
    }

    fn financing(&self, tax: f64) -> Financing {
        Financing {
            equity_share: complement(self.share),
            cost_of_equity: self.cost_of_equity.unwrap_or(Frequency::from_base(0.0)),
            cost_of_debt: self.rate,
            tax: fraction(tax),
        }
    }

    /// Return that the owners ask for, given the side's discount rate and tax.
    pub(super) fn owners_rate(&self, discount: Frequency, tax: f64) -> Frequency {
        self.cost_of_equity.unwrap_or_else(|| {
            // without debt the owners ask for the discount rate, to the last bit
            let none = self.share.base() == 0.0;
            if none { discount } else { cost_of_equity(discount, &self.financing(tax)) }
        })
    }

    /// Lays the debt on the years of a side, whose discount rate and tax are given; `value` is what the years are worth to
    /// owners without debt, at the rate of the owners.
    pub(super) fn laid_on(
        &self,
        years: &[CashYear],
        (discount, tax): (Frequency, f64),
        value: f64,
    ) -> Equity {
        let mut list: Vec<EquityYear> = vec![EquityYear::default(); years.len()];
        for (drawn, year) in years.iter().enumerate() {
            self.borrow(&mut list, drawn, self.share.base() * year.purchases);
        }
        let owners = self.owners_rate(discount, tax);
        let discounting = Discounting::at(owners);
        let mut net_value = value;
        let mut coverages = Vec::new();
        for (one, year) in list.iter_mut().zip(years) {
            one.shield = tax * one.interest;
            let financed = one.draw - one.interest - one.repayment + one.shield;
            one.net = year.owners + financed;
            let end = Time::from_base(f64::from(year.year) * YEAR_SECONDS);
            net_value += financed * discounting.factor(end).base();
            let service = one.interest + one.repayment;
            if service > 0.0 && year.sales > 0.0 {
                coverages.push((1.0 - tax) * (year.sales - year.running) / service);
            }
        }
        let flows: Vec<Money> = list.iter().map(|one| Money::from_base(one.net)).collect();
        let mean = coverages.iter().sum::<f64>() / coverages.len() as f64;
        let coverage = coverages.iter().copied().reduce(f64::min).map(|least| (least, mean));
        let financing = Financing { cost_of_equity: owners, ..self.financing(tax) };
        Equity {
            years: list,
            cost_of_equity: owners,
            weighted_cost: weighted_cost_of_capital(&financing),
            is_implied: self.cost_of_equity.is_none(),
            net_value,
            rate_of_return: internal_rate_of_return(&flows),
            coverage,
        }
    }

    /// Borrows an amount in one year and pays it back in those after it; what is still owed in the last year is paid back in it.
    fn borrow(&self, list: &mut [EquityYear], drawn: usize, amount: f64) {
        if amount <= 0.0 {
            return;
        }
        let loan = Loan { drawn: Money::from_base(amount), rate: self.rate, term: self.term };
        list[drawn].draw += amount;
        let mut owed = amount;
        for (count, year) in (0..=self.term).zip(&mut list[drawn..]) {
            if count > 0 {
                let paid = loan.year(count);
                year.interest += paid.interest.base();
                year.repayment += paid.repayment.base();
                owed = paid.owed.base();
            }
            year.owed += owed;
        }
        if let Some(last) = list.last_mut() {
            // a term that ends later leaves its rest here
            last.repayment += owed;
            last.owed -= owed;
        }
    }
}
