//! Cash by calendar year on the delivery schedule, for both sides alike, and what investors ask of
//! it.
//!
//! What an evaluation says in closed form is laid out here year by year, from the same plan of the
//! side: purchases at their dates, running cost, sales. Whatever stands in the plan is in the
//! years. Present values of the years, each flow at its own date, add up to the closed form. Debt
//! (`equity`) and prices of the day ([`nominal`]) are laid on top; without them nothing of it is
//! there.

mod answer;
mod book;
mod equity;
mod prices;
#[cfg(test)]
mod tests;
mod unit;

pub use answer::{
    Cash, CashAnswer, CoverageAnswer, DebtYear, EquityAnswer, Missing, SideAnswer, YearAnswer, cash,
};
pub use equity::{Coverage, Debt, Equity, EquityYear};
pub use prices::nominal;

use self::book::{BEFORE, Book, Start};
use self::unit::{DatedFlow, NO_TIME, ONE_YEAR, flows};
use crate::economics::finance::{InternalRate, internal_rate_of_return, payback_time};
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
    /// Tax that what is bought has to earn, after its write-off, on the day it starts.
    pub tax: Money,
    /// Sales.
    pub sales: Money,
    /// Share of the fleet or site inside its horizon, mean of the year; failures are in the sales.
    pub at_work: Ratio,
    /// Sales and credit less all costs.
    pub net: Money,
    /// What owners without debt have, after tax: purchases in full, the rest less tax, and what
    /// writing purchases off saves in each year of it.
    pub owners: Money,
}

/// Cash of a side, and what investors ask of it; money in dollars of the price year.
#[derive(Debug, Clone, PartialEq)]
pub struct CashFlow {
    /// The side.
    pub side: Side,
    /// The years.
    pub years: Vec<CashYear>,
    /// Net present value on the day of the first possible start, each flow at its own date.
    pub net_value: Money,
    /// Relative difference to the closed form of the evaluation.
    pub residual: Ratio,
    /// Rates at which the yearly flows are worth nothing.
    pub rate_of_return: InternalRate,
    /// Time from the first flow to the year in which discounted flows have paid back, if they do.
    pub payback: Option<Time>,
    /// Present value of starting a year earlier.
    pub year_earlier: Money,
    /// Cash of the owners after debt, where debt was asked for.
    pub equity: Option<Equity>,
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
        let date = evaluation.case.ground.delay;
        Self {
            side: Side::Ground,
            plan: &ground.plan,
            worth: &ground.worth,
            starts: vec![Start { date, share: fraction(1.0) }],
        }
    }

    /// End of the last year.
    fn end(&self) -> Time {
        let last = self
            .starts
            .iter()
            .fold(self.plan.horizon, |last, start| last.larger(start.date + self.plan.horizon));
        ONE_YEAR * libm::ceil((last - NO_TIME).get::<year>())
    }

    /// All flows of all starts in their years.
    fn booked(&self, owners: Frequency) -> Book {
        let mut book = Book::at(self.plan.discount_rate, owners);
        let first = Start { date: Time::from_base(0.0), share: fraction(1.0) };
        book.post(&DatedFlow::once(&self.plan.once, self.plan.tax.rate), &first);
        let flows = flows(self.plan, self.worth);
        for start in &self.starts {
            for flow in &flows {
                book.post(flow, start);
            }
            book.work(start, self.plan.horizon);
        }
        book
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
    financed(evaluation, side, None)
}

/// The yearly cash of a side, and what debt leaves of it to the owners.
///
/// # Errors
/// As [`cash_flow`], and where the debt leaves no return that the owners could ask for.
pub fn financed(
    evaluation: &Evaluation,
    side: Side,
    debt: Option<&Debt>,
) -> Result<CashFlow, Unlisted> {
    let program = FundedSide::of(evaluation, side).ok_or(Unlisted::Missing)?;
    let end = program.end();
    if end > ONE_YEAR * (MOST_YEARS - BEFORE) as f64 {
        return Err(Unlisted::TooLong(end));
    }
    let rate = program.plan.discount_rate;
    let owners = debt.map_or(rate, |debt| debt.owners_rate(program.plan));
    let leaves_return = debt.is_none() || owners.base() > 0.0;
    leaves_return.then(|| program.cash(owners, debt)).ok_or(Unlisted::NoReturn(owners))
}

impl FundedSide<'_> {
    fn cash(&self, owners: Frequency, debt: Option<&Debt>) -> CashFlow {
        let rate = self.plan.discount_rate;
        let book = self.booked(owners);
        let (net_value, owners_value) = (book.net_value, book.owners_value);
        let years = book.closed();
        let flows: Vec<Money> = years.iter().map(|one| one.net).collect();
        CashFlow {
            side: self.side,
            net_value,
            residual: self.residual(net_value),
            rate_of_return: internal_rate_of_return(&flows),
            payback: payback_time(rate, &flows),
            year_earlier: net_value * (rate * ONE_YEAR),
            equity: debt.map(|debt| debt.laid_on(&years, self.plan, owners_value)),
            years,
        }
    }
}
