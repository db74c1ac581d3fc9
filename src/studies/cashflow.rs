//! Cash by calendar year on the delivery schedule, for both sides alike, and what investors ask of
//! it.
//!
//! What an evaluation says in closed form is laid out here year by year, from the same plan of the
//! side: purchases at their dates, running cost, sales. Whatever stands in the plan is in the
//! years. Present values, rates of return and payback are those of the flows at their own dates, on
//! both sides alike; the years are their sums, for the eye. The present value agrees with the
//! closed form. Tax (`tax`), debt (`equity`) and prices of the day (`prices`) are laid on top.

mod answer;
mod book;
mod equity;
mod prices;
mod tax;
#[cfg(test)]
mod tests;
mod unit;

pub use crate::economics::finance::Payback;
pub use answer::{
    AppraisalAnswer, Cash, CashAnswer, CoverageAnswer, DebtYear, EquityAnswer, Missing, SideAnswer,
    TaxYear, YearAnswer, cash,
};
pub use equity::{Coverage, Debt, Equity, EquityYear};
pub use tax::TaxLosses;

use self::book::{BEFORE, Book, BookedYear};
use self::prices::{equity_of_the_day, of_the_day};
use self::tax::{Income, TaxPaid};
use self::unit::{DatedFlow, NO_TIME, ONE_YEAR, flows};
use crate::economics::finance::{DatedFlows, InternalRate, Payment, Start};
use crate::economics::levelized::CostPlan;
use crate::economics::schedule::Delivery;
use crate::system::costs::Worth;
use crate::system::evaluation::Evaluation;
use crate::units::{Frequency, Money, Ratio, Time, fraction, per_year, year};

/// Starts that are followed one by one; more launches than that are bundled into as many starts.
const MOST_STARTS: u32 = 4096;
/// Most years that are listed, those before the first start included.
const MOST_YEARS: usize = 400;

/// One side of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// In orbit.
    Orbit,
    /// On the ground.
    Ground,
}

impl Side {
    /// First part of its paths.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Orbit => "orbit",
            Self::Ground => "ground",
        }
    }
}

/// Cash of one calendar year of the program, as paid.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct CashYear {
    /// Year of the program; 1 begins with the first possible start, 0 and below are before it.
    pub year: i32,
    /// Hardware, launches, buildings and development.
    pub purchases: Money,
    /// Salvage of what is replaced, and the unused part of what was bought, credited at the end of
    /// each unit's horizon.
    pub credit: Money,
    /// Running costs.
    pub running: Money,
    /// Sales.
    pub sales: Money,
    /// Share of the fleet or site inside its horizon, mean of the year; failures are in the sales.
    pub at_work: Ratio,
    /// Sales and credit less all costs, before tax.
    pub before_tax: Money,
    /// Part of the purchases that is written off for tax.
    pub written_off: Money,
    /// Tax paid; negative where a loss saves tax on other profit.
    pub tax: Money,
    /// Losses that are carried forward at the end of the year, in constant prices.
    pub loss_carried: Money,
    /// What is left after tax.
    pub net: Money,
}

/// What investors ask of dated flows; money in dollars of the price year.
#[derive(Debug, Clone, PartialEq)]
pub struct Appraisal {
    /// Net present value on the day of the first possible start, at the rate of the side.
    pub net_value: Money,
    /// Rates at which it would be zero.
    pub rate_of_return: InternalRate,
    /// Time from the first outlay until they have paid back, discounted, if they do.
    pub payback: Option<Payback>,
}

/// Cash of a side, and what investors ask of it; money in dollars of the price year.
#[derive(Debug, Clone, PartialEq)]
pub struct CashFlow {
    /// The side.
    pub side: Side,
    /// The years.
    pub years: Vec<CashYear>,
    /// Tax on profit.
    pub tax: Ratio,
    /// Before tax, at the same rate as after it.
    pub before_tax: Appraisal,
    /// After tax; without tax the same.
    pub after_tax: Appraisal,
    /// Relative difference to the closed form of the evaluation.
    pub residual: Ratio,
    /// Present value of starting a year earlier, after tax.
    pub year_earlier: Money,
    /// Cash of the owners after debt, where debt was asked for.
    pub equity: Option<Equity>,
}

/// How cash is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct CashTerms {
    /// Debt on both sides, if there is any.
    pub debt: Option<Debt>,
    /// What becomes of losses for tax.
    pub losses: TaxLosses,
    /// Rise of prices of the day, where they are asked for.
    pub inflation: Option<Frequency>,
}

/// Why a side has no list of years.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum Unlisted {
    /// It has no cost or no sales.
    #[error("this side does not exist in the scenario: it has no cost; `skyrack run` says why")]
    Missing,
    /// Its starts stretch over centuries; when the last year ends.
    #[error(
        "its last year is year {:.0}, and at most {most} are listed; raise launch.cadence or \
         lower it.power",
        .0.get::<year>(),
        most = MOST_YEARS - BEFORE
    )]
    TooLong(Time),
    /// Debt is so dear that the discount rate leaves no return to the owners.
    #[error(
        "at this debt the discount rate leaves the owners {:.3} %/yr; state what they ask for \
         with --cost-of-equity",
        100.0 * .0.get::<per_year>()
    )]
    NoReturn(Frequency),
}

/// A side by its plan: what one unit pays and earns, and when units start.
struct FundedSide<'a> {
    side: Side,
    plan: &'a CostPlan,
    worth: &'a Worth,
    starts: Vec<Start>,
}

/// The cash of a plan with these sales that starts for its shares at some dates.
pub fn cash_of_plan(
    side: Side,
    (plan, worth): (&CostPlan, &Worth),
    starts: &[Start],
    terms: &CashTerms,
) -> CashFlow {
    FundedSide { side, plan, worth, starts: starts.to_vec() }.cash(terms)
}

/// Flows of a unit and of the program, those of debt included.
struct SideFlows {
    unit: Vec<DatedFlow>,
    once: Vec<DatedFlow>,
    starts: Vec<Start>,
    tax: Ratio,
}

impl SideFlows {
    /// The same without debt.
    fn without_debt(&self) -> Self {
        let own = |flows: &[DatedFlow]| -> Vec<DatedFlow> {
            flows.iter().filter(|flow| !flow.kind.is_debt()).copied().collect()
        };
        Self {
            unit: own(&self.unit),
            once: own(&self.once),
            starts: self.starts.clone(),
            tax: self.tax,
        }
    }

    /// As payments, less tax at a rate on each.
    fn dated(&self, tax: Ratio) -> DatedFlows {
        let payments = |flows: &[DatedFlow]| -> Vec<Payment> {
            flows.iter().map(|flow| flow.payment(tax)).collect()
        };
        DatedFlows {
            unit: payments(&self.unit),
            starts: self.starts.clone(),
            once: payments(&self.once),
        }
    }

    /// As payments before tax.
    fn before_tax(&self) -> DatedFlows {
        self.dated(fraction(0.0))
    }

    /// Tax, date by date.
    fn taxed(&self, losses: TaxLosses) -> Vec<TaxPaid> {
        Income::of(&self.unit, &self.starts, &self.once).taxed(self.tax, losses)
    }

    /// As payments after tax.
    fn after_tax(&self, losses: TaxLosses) -> DatedFlows {
        if losses == TaxLosses::SetOff || self.tax.base() <= 0.0 {
            return self.dated(self.tax);
        }
        let mut flows = self.before_tax();
        let taxes = self.taxed(losses).into_iter().map(|paid| Payment {
            at: paid.at,
            over: Time::from_base(0.0),
            amount: -paid.amount,
        });
        flows.once.extend(taxes);
        flows
    }
}

impl<'a> FundedSide<'a> {
    fn of(evaluation: &'a Evaluation, side: Side) -> Option<Self> {
        match side {
            Side::Orbit => Self::orbit(evaluation),
            Side::Ground => Some(Self::ground(evaluation)),
        }
    }

    fn orbit(evaluation: &'a Evaluation) -> Option<Self> {
        let program = evaluation.orbital.as_ref()?.program.as_ref()?;
        let cost = program.cost.as_ref()?;
        Some(Self {
            side: Side::Orbit,
            plan: &cost.plan,
            worth: &cost.priced.as_ref()?.worth,
            starts: starts(&program.launches.as_ref()?.delivery),
        })
    }

    fn ground(evaluation: &'a Evaluation) -> Self {
        let ground = &evaluation.ground;
        let delay = evaluation.case.ground.delay;
        let halls = starts(&ground.halls).into_iter();
        Self {
            side: Side::Ground,
            plan: &ground.plan,
            worth: &ground.worth,
            starts: halls.map(|hall| Start { date: delay + hall.date, ..hall }).collect(),
        }
    }

    /// The last start.
    fn last(&self) -> Time {
        self.starts.iter().fold(Time::from_base(0.0), |last, start| last.larger(start.date))
    }

    /// End of the last year.
    fn end(&self) -> Time {
        let last = self.last() + self.plan.horizon;
        ONE_YEAR * libm::ceil((last - NO_TIME).get::<year>())
    }

    /// All flows, and those of a debt.
    fn flows(&self, debt: Option<&Debt>) -> SideFlows {
        let mut unit = flows(self.plan, self.worth);
        let mut once = vec![DatedFlow::once(&self.plan.once)];
        if let Some(debt) = debt {
            let lay = |flows: &mut Vec<DatedFlow>, end: Time| {
                let borrowed: Vec<DatedFlow> =
                    flows.iter().flat_map(|flow| debt.borrowed(flow, end)).collect();
                flows.extend(borrowed);
            };
            lay(&mut unit, self.plan.horizon);
            lay(&mut once, self.last() + self.plan.horizon);
        }
        SideFlows { unit, once, starts: self.starts.clone(), tax: self.plan.tax.rate }
    }

    /// All flows of all starts in their years.
    fn booked(&self, flows: &SideFlows, terms: &CashTerms) -> Vec<BookedYear> {
        let mut book = Book::new(terms.inflation);
        let first = Start { date: Time::from_base(0.0), share: fraction(1.0) };
        for flow in &flows.once {
            book.post(flow, &first);
        }
        for start in &self.starts {
            for flow in &flows.unit {
                book.post(flow, start);
            }
            book.work(start, self.plan.horizon);
        }
        if flows.tax.base() > 0.0 {
            let side = flows.without_debt().taxed(terms.losses);
            book.tax(&side, &flows.taxed(terms.losses));
        }
        book.closed()
    }

    /// Relative difference to the closed form; where that is small, over a year's sales or cost.
    fn residual(&self, net_value: Money) -> Ratio {
        let closed = self.worth.net;
        let yearly = self.worth.revenue.abs().larger(self.plan.yearly.abs());
        let scale = (yearly * ONE_YEAR).larger(Money::from_base(f64::MIN_POSITIVE));
        (net_value - closed).abs() / closed.abs().larger(scale)
    }
}

/// Dates of the starts with their shares of the fleet.
fn starts(dates: &Delivery) -> Vec<Start> {
    let launches = dates.launches.larger(fraction(1.0));
    let most = fraction(f64::from(MOST_STARTS));
    let count = launches.smaller(most);
    let start = |number: Ratio| {
        // of a bundle, its middle launch stands for all
        let middle = (number - fraction(0.5)) * launches / count + fraction(0.5);
        let launch = if launches > count { middle } else { number };
        Start { date: dates.date(launch), share: fraction(1.0) / count }
    };
    let numbers = (1..=MOST_STARTS).map(|number| fraction(f64::from(number)));
    numbers.take_while(|number| *number <= count).map(start).collect()
}

/// The yearly cash of a side.
///
/// # Errors
/// [`Unlisted`] where the side does not exist or its years are too many to list.
pub fn cash_flow(evaluation: &Evaluation, side: Side) -> Result<CashFlow, Unlisted> {
    financed(evaluation, side, &CashTerms::default())
}

/// The yearly cash of a side, and what debt leaves of it to the owners.
///
/// # Errors
/// As [`cash_flow`], and where the debt leaves no return that the owners could ask for.
pub fn financed(
    evaluation: &Evaluation,
    side: Side,
    terms: &CashTerms,
) -> Result<CashFlow, Unlisted> {
    let program = FundedSide::of(evaluation, side).ok_or(Unlisted::Missing)?;
    let end = program.end();
    if end > ONE_YEAR * (MOST_YEARS - BEFORE) as f64 {
        return Err(Unlisted::TooLong(end));
    }
    if let Some(debt) = &terms.debt {
        let owners = debt.owners_rate(program.plan);
        if owners.base() <= 0.0 {
            return Err(Unlisted::NoReturn(owners));
        }
    }
    Ok(program.cash(terms))
}

impl FundedSide<'_> {
    fn cash(&self, terms: &CashTerms) -> CashFlow {
        let rate = self.plan.discount_rate;
        let all = self.flows(terms.debt.as_ref());
        let own = all.without_debt();
        let (years, debts): (Vec<CashYear>, Vec<EquityYear>) =
            self.booked(&all, terms).into_iter().unzip();
        let after_tax = self.appraisal(&own.after_tax(terms.losses), terms.inflation);
        let owners = |debt: &Debt| {
            let left = all.after_tax(terms.losses);
            equity_of_the_day(debt.left(&left, (&years, debts), self.plan), terms.inflation)
        };
        CashFlow {
            side: self.side,
            tax: own.tax,
            before_tax: self.appraisal(&own.before_tax(), terms.inflation),
            residual: self.residual(own.after_tax(TaxLosses::SetOff).net_present_value(rate)),
            year_earlier: after_tax.net_value * (rate * ONE_YEAR),
            after_tax,
            equity: terms.debt.as_ref().map(owners),
            years,
        }
    }

    fn appraisal(&self, flows: &DatedFlows, inflation: Option<Frequency>) -> Appraisal {
        let rate = self.plan.discount_rate;
        Appraisal {
            net_value: flows.net_present_value(rate),
            rate_of_return: of_the_day(&flows.rates_of_return(), inflation),
            payback: flows.payback(rate),
        }
    }
}
