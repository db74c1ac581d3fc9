//! What debt leaves to the owners: draws, interest, repayment and the tax that interest saves, each
//! at its date.

use super::CashYear;
use super::unit::{DatedFlow, FlowKind, NO_TIME, ONE_YEAR};
use crate::domain::{DomainError, within};
use crate::economics::debt::{Loan, cost_of_equity};
use crate::economics::finance::{
    DatedFlows, Discounting, Financing, InternalRate, weighted_cost_of_capital,
};
use crate::economics::levelized::CostPlan;
use crate::units::{self, Frequency, Money, Ratio, Time, complement, fraction, per_year, unity};

/// Longest term of a debt, in years.
const MOST_TERM: u32 = 40;

/// How purchases are financed, the same on both sides. Rates are in constant prices.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Debt {
    /// Share of every purchase that is borrowed.
    pub share: Ratio,
    /// Interest, 1/yr.
    pub rate: Frequency,
    /// Years of level payments, the first a year after the draw.
    pub term: u32,
    /// Return that the owners ask for, 1/yr; where none is given, the one that makes the side's
    /// discount rate the mean of both.
    pub cost_of_equity: Option<Frequency>,
}

/// One year of a side that is partly financed by debt.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct EquityYear {
    /// Borrowed.
    pub draw: Money,
    /// Interest paid.
    pub interest: Money,
    /// Debt paid back.
    pub repayment: Money,
    /// Tax of the owners, after interest.
    pub tax: Money,
    /// Tax that the interest saves.
    pub shield: Money,
    /// Owed at the end of the year.
    pub owed: Money,
    /// Cash of the owners, after tax.
    pub net: Money,
}

/// Cash of the owners of a side after debt; money in dollars of the price year.
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
    /// Net present value to the owners at that return, after tax.
    pub net_value: Money,
    /// Rates at which the dated flows to the owners are worth nothing.
    pub rate_of_return: InternalRate,
    /// Sales less running cost after tax over interest and repayment, of the years with sales and
    /// debt.
    pub coverage: Option<Coverage>,
}

/// How often what sales leave pays for the debt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coverage {
    /// In the worst year.
    pub least: Ratio,
    /// Mean of the years.
    pub mean: Ratio,
}

impl Debt {
    /// Gives the terms back if they can be paid.
    ///
    /// # Errors
    /// [`DomainError`] for a share outside 0 to 0.99, a rate outside 0 to 1/yr, a term outside 1 to
    /// 40 years, or a return outside 0 to 10/yr.
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

    fn financing(&self, tax: Ratio) -> Financing {
        Financing {
            equity_share: complement(self.share),
            cost_of_equity: self.cost_of_equity.unwrap_or(Frequency::from_base(0.0)),
            cost_of_debt: self.rate,
            tax,
        }
    }

    /// Return that the owners ask for, given the side's discount rate and tax.
    pub(super) fn owners_rate(&self, plan: &CostPlan) -> Frequency {
        self.cost_of_equity.unwrap_or_else(|| {
            // without debt the owners ask for the discount rate, to the last bit
            let none = self.share.base() == 0.0;
            let discount = plan.discount_rate;
            if none { discount } else { cost_of_equity(discount, &self.financing(plan.tax.rate)) }
        })
    }

    /// What a purchase borrows, and the interest and repayment that follow; what is still owed at
    /// an end is paid back then.
    pub(super) fn borrowed(&self, flow: &DatedFlow, end: Time) -> Vec<DatedFlow> {
        let drawn: Money = -flow.amount * self.share;
        if flow.kind != FlowKind::Purchase || drawn.base() <= 0.0 {
            return Vec::new();
        }
        let loan = Loan { drawn, rate: self.rate, term: self.term };
        let mut list = vec![DatedFlow::paid(FlowKind::Draw, flow.at, drawn)];
        let mut serve = |at: Time, interest: Money, repayment: Money| {
            list.push(DatedFlow::income(FlowKind::Interest, at, -interest));
            list.push(DatedFlow::paid(FlowKind::Repayment, at, -repayment));
        };
        let (mut owed, mut served) = (drawn, flow.at);
        for count in 1..=self.term {
            let at: Time = flow.at + ONE_YEAR * f64::from(count);
            if at > end + NO_TIME {
                let part = Discounting::at(self.rate).growth(end - served);
                serve(end, owed * part - owed, owed);
                break;
            }
            let paid = loan.year(count);
            serve(at, paid.interest, paid.repayment);
            (owed, served) = (paid.owed, at);
        }
        list
    }

    /// What the owners have of their flows and of the years.
    pub(super) fn left(
        &self,
        flows: &DatedFlows,
        (years, list): (&[CashYear], Vec<EquityYear>),
        plan: &CostPlan,
    ) -> Equity {
        let tax = plan.tax.rate;
        let owners = self.owners_rate(plan);
        let financing = Financing { cost_of_equity: owners, ..self.financing(tax) };
        Equity {
            coverage: Coverage::of(&list, years, tax),
            years: list,
            cost_of_equity: owners,
            weighted_cost: weighted_cost_of_capital(&financing),
            is_implied: self.cost_of_equity.is_none(),
            net_value: flows.net_present_value(owners),
            rate_of_return: flows.rates_of_return(),
        }
    }
}

impl EquityYear {
    /// Interest and repayment.
    pub(super) fn service(&self) -> Money {
        self.interest + self.repayment
    }
}

impl Coverage {
    /// That of the years with sales and debt; none without any.
    fn of(list: &[EquityYear], years: &[CashYear], tax: Ratio) -> Option<Self> {
        let nothing = Money::from_base(0.0);
        let served = list.iter().zip(years);
        let served = served.filter(|(one, year)| one.service() > nothing && year.sales > nothing);
        let all: Vec<Ratio> = served
            .map(|(one, year)| (year.sales - year.running) * complement(tax) / one.service())
            .collect();
        let sum = all.iter().fold(fraction(0.0), |sum, one| sum + *one);
        let least = all.iter().copied().reduce(Ratio::smaller)?;
        Some(Self { least, mean: sum / all.len() as f64 })
    }
}
