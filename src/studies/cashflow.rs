//! Cash by calendar year on the delivery schedule, for both sides alike, and what investors ask of it.
//!
//! What an evaluation says in closed form is laid out here year by year: purchases at their dates, running cost, sales.
//! Present values of the years, each flow at its own date, add up to the closed form. Debt (`equity`) and prices of the day
//! ([`nominal`]) are laid on top; without them nothing of it is there.

mod answer;
mod equity;
mod prices;
#[cfg(test)]
mod tests;

pub use answer::{
    Cash, CashAnswer, Coverage, DebtYear, EquityAnswer, Missing, SideAnswer, YearAnswer, cash,
};
pub use equity::{Debt, Equity, EquityYear};
pub use prices::nominal;

use crate::economics::finance::{Discounting, InternalRate, internal_rate_of_return, payback_time};
use crate::economics::schedule::Delivery;
use crate::studies::subject::Subject;
use crate::units::{Frequency, Money, Ratio, Time, YEAR_SECONDS, fraction};

/// Starts that are followed one by one; more launches than that are bundled into as many starts.
const MOST_STARTS: f64 = 4096.0;
/// Years before the first start that payments may fall into.
const BEFORE: usize = 20;
/// Most years that are listed, those before the first start included.
const MOST_YEARS: usize = 400;
/// Part of a year that counts as none.
const NO_TIME: f64 = 1e-9;

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
    pub purchases: f64,
    /// Unused part of what was bought, credited at the end of each unit's horizon.
    pub credit: f64,
    /// Running costs.
    pub running: f64,
    /// Tax that what is bought has to earn, after its write-off, on the day it starts.
    pub tax: f64,
    /// Sales.
    pub sales: f64,
    /// Share of the fleet or site inside its horizon, mean of the year; failures are in the sales.
    pub at_work: f64,
    /// Sales and credit less all costs.
    pub net: f64,
    /// What owners without debt have, after tax: purchases in full, the rest less tax, and what writing purchases off saves
    /// in each year of it.
    pub owners: f64,
}

/// Cash of a side, and what investors ask of it; money in dollars of the price year.
#[derive(Debug, Clone, PartialEq)]
pub struct CashFlow {
    /// The side.
    pub side: Side,
    /// The years.
    pub years: Vec<CashYear>,
    /// Net present value on the day of the first possible start, each flow at its own date.
    pub net_value: f64,
    /// Relative difference to the closed form of the evaluation.
    pub residual: f64,
    /// Rates at which the yearly flows are worth nothing.
    pub rate_of_return: InternalRate,
    /// Time from the first flow to the year in which discounted flows have paid back, if they do.
    pub payback: Option<Time>,
    /// Present value of starting a year earlier.
    pub year_earlier: f64,
    /// What debt leaves to the owners, where debt was asked for.
    pub equity: Option<Equity>,
}

/// Why a side has no list of years.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum Unlisted {
    /// It has no cost or no sales.
    #[error("this side does not exist in the scenario: it has no cost; `skyrack run` says why")]
    Missing,
    /// Its starts stretch over centuries.
    #[error("its last year is year {0:.0}, and at most {most} are listed; raise launch.cadence or lower it.power", most = MOST_YEARS - BEFORE)]
    TooLong(f64),
    /// Debt is so dear that the discount rate leaves no return to the owners.
    #[error("at this debt the discount rate leaves the owners {:.3} %/yr; state what they ask for with --cost-of-equity", 100.0 * .0)]
    NoReturn(f64),
}

/// Something bought for a unit that starts at time zero, and again at the end of each life.
struct Purchase {
    price: f64,
    life: f64,
    lead: f64,
}

/// What one unit of a side pays and earns, and when units start.
struct Program {
    purchases: Vec<Purchase>,
    once: (f64, f64),
    running: f64,
    sales: f64,
    sales_growth: f64,
    horizon: f64,
    rate: f64,
    tax: f64,
    write_off: f64,
    starts: Vec<(f64, f64)>,
}

fn years(subject: &Subject, path: &str) -> Option<f64> {
    subject.value(path).map(|seconds| seconds / YEAR_SECONDS)
}

fn per_year(subject: &Subject, path: &str) -> Option<f64> {
    subject.value(path).map(|rate| rate * YEAR_SECONDS)
}

impl Program {
    fn orbit(subject: &Subject) -> Option<Self> {
        let value = |path: &str| subject.value(path);
        let computers = value("cost.computers")?;
        let platform = value("cost.hardware")? - computers;
        let premium = value("finance.launch_insurance")?;
        let launch = value("launch.cost")?;
        let share = value("launch.computers_share")?;
        let life = years(subject, "orbit.asset_life")?;
        let computer_life = years(subject, "orbit.computer_life")?;
        let lead = years(subject, "satellite.lead")?;
        let bought = |price, life, lead| Purchase { price, life, lead };
        let dates = Delivery::repeating(
            fraction(value("launch.count")?),
            fraction(value("launch.expected_count")?),
            subject.case.launch.cadence,
            subject.case.launch.ramp,
        );
        Some(Self {
            purchases: vec![
                bought(platform, life, lead),
                bought(computers, computer_life, years(subject, "it.lead")?),
                bought(launch * (1.0 - share) + platform * premium, life, lead),
                bought(launch * share + computers * premium, computer_life, lead),
            ],
            once: (value("fleet.development")?, years(subject, "fleet.development_lead")?),
            running: per_year(subject, "cost.operations")?
                + per_year(subject, "cost.replenishment")?
                + per_year(subject, "cost.replenishment_launch")?
                + per_year(subject, "cost.orbit_insurance")?,
            starts: starts(&dates),
            ..Self::common(subject, Side::Orbit)?
        })
    }

    fn ground(subject: &Subject) -> Option<Self> {
        let value = |path: &str| subject.value(path);
        let bought = |price: &str, life: &str, lead: &str| {
            Some(Purchase {
                price: value(price)?,
                life: years(subject, life)?,
                lead: years(subject, lead)?,
            })
        };
        let running = ["electricity", "maintenance", "lease", "repair", "water"];
        let running: Option<f64> =
            running.iter().map(|one| per_year(subject, &format!("ground.{one}_cost"))).sum();
        Some(Self {
            purchases: vec![
                bought("ground.facility_cost", "ground.facility_life", "ground.facility_lead")?,
                bought("ground.computers_cost", "it.life", "it.lead")?,
                bought(
                    "ground.generation_cost",
                    "ground.generation_life",
                    "ground.generation_lead",
                )?,
                bought("ground.solar_cost", "ground.solar_life", "ground.solar_lead")?,
                bought("ground.storage_cost", "ground.storage_life", "ground.solar_lead")?,
            ],
            running: running?,
            starts: vec![(years(subject, "ground.delay")?, 1.0)],
            ..Self::common(subject, Side::Ground)?
        })
    }

    fn common(subject: &Subject, side: Side) -> Option<Self> {
        let name = side.name();
        Some(Self {
            purchases: Vec::new(),
            once: (0.0, 0.0),
            running: 0.0,
            sales: per_year(subject, &format!("{name}.revenue"))?,
            sales_growth: 1.0 + per_year(subject, "it.gpu_hour_price_change")?,
            horizon: years(subject, "finance.horizon")?,
            rate: per_year(subject, &format!("finance.{name}_discount_rate"))?,
            tax: subject.value("finance.tax")?,
            write_off: years(subject, "finance.write_off")?,
            starts: Vec::new(),
        })
    }
}

impl Program {
    /// What a part of a year pays at its end, over a whole year's payment that grows at this rate: what keeps the annuity
    /// of the cost core continuous, one for a whole year.
    fn paid(&self, part: f64, growth: f64) -> f64 {
        if part >= 1.0 {
            return 1.0;
        }
        let (rate, rise) = (libm::log1p(self.rate), libm::log1p(growth));
        let spread = self.rate - growth;
        if spread == 0.0 {
            return part * libm::exp(rate * (part - 1.0));
        }
        libm::exp(rise * part) * libm::expm1((rate - rise) * part) / spread
    }
}

/// Dates of the starts, in years, with their shares of the fleet.
fn starts(dates: &Delivery) -> Vec<(f64, f64)> {
    let launches = dates.launches.base().max(1.0);
    let count = launches.min(MOST_STARTS);
    let mut list = Vec::new();
    let mut start = 0.0;
    while start < count {
        start += 1.0;
        // of a bundle, its middle launch stands for all
        let launch = if launches > count { (start - 0.5) * launches / count + 0.5 } else { start };
        let date: Time = dates.date(fraction(launch));
        list.push((date.base() / YEAR_SECONDS, 1.0 / count));
    }
    list
}

/// The yearly cash of a side.
///
/// # Errors
/// [`Unlisted`] where the side does not exist or its years are too many to list.
pub fn cash_flow(subject: &Subject, side: Side) -> Result<CashFlow, Unlisted> {
    financed(subject, side, None)
}

/// The yearly cash of a side, and what debt leaves of it to the owners.
///
/// # Errors
/// As [`cash_flow`].
pub fn financed(subject: &Subject, side: Side, debt: Option<&Debt>) -> Result<CashFlow, Unlisted> {
    let program = match side {
        Side::Orbit => Program::orbit(subject),
        Side::Ground => Program::ground(subject),
    }
    .ok_or(Unlisted::Missing)?;
    let closed =
        subject.value(&format!("{}.net_present_value", side.name())).ok_or(Unlisted::Missing)?;
    let last = program.starts.iter().fold(0.0_f64, |last, (start, _)| last.max(*start));
    let end = libm::ceil(last + program.horizon - NO_TIME);
    if end > (MOST_YEARS - BEFORE) as f64 {
        return Err(Unlisted::TooLong(end));
    }
    let rate = Frequency::from_base(program.rate / YEAR_SECONDS);
    let owners = debt.map_or(rate, |debt| debt.owners_rate(rate, program.tax));
    let asked = owners.base() * YEAR_SECONDS;
    if !(debt.is_none() || asked > 0.0) {
        return Err(Unlisted::NoReturn(asked));
    }
    let mut book = Book {
        discounting: Discounting::at(rate),
        owners: Discounting::at(owners),
        years: Vec::new(),
        net_value: 0.0,
        owners_value: 0.0,
    };
    let kept = 1.0 - program.tax;
    book.pay(-program.once.1, -program.once.0, |year, amount| year.purchases -= amount);
    book.own(-program.once.1, -kept * program.once.0);
    for (start, share) in &program.starts {
        book.unit(&program, *start, *share);
    }
    let Book { net_value, owners_value, .. } = book;
    let years = book.closed();
    let flows: Vec<Money> = years.iter().map(|year| Money::from_base(year.net)).collect();
    let scale = program.sales.abs().max(program.running.abs()).max(f64::MIN_POSITIVE);
    let equity = debt.map(|debt| debt.laid_on(&years, (rate, program.tax), owners_value));
    Ok(CashFlow {
        side,
        residual: (net_value - closed).abs() / closed.abs().max(scale),
        rate_of_return: internal_rate_of_return(&flows),
        payback: payback_time(rate, &flows),
        year_earlier: net_value * program.rate,
        equity,
        years,
        net_value,
    })
}

/// Flows as they are booked.
struct Book {
    discounting: Discounting,
    /// At the rate that the owners ask for.
    owners: Discounting,
    years: Vec<CashYear>,
    net_value: f64,
    owners_value: f64,
}

impl Book {
    /// Books an amount at a date, in years; income is positive.
    fn pay(&mut self, date: f64, amount: f64, book: impl FnOnce(&mut CashYear, f64)) {
        let time = Time::from_base(date * YEAR_SECONDS);
        self.net_value += amount * self.discounting.factor(time).base();
        let entry = self.year(date);
        entry.net += amount;
        book(entry, amount);
    }

    /// Books what a flow is to owners without debt, after tax.
    fn own(&mut self, date: f64, amount: f64) {
        let time = Time::from_base(date * YEAR_SECONDS);
        self.owners_value += amount * self.owners.factor(time).base();
        self.year(date).owners += amount;
    }

    /// The year that a date falls into: on the border of two the earlier one, the start the first.
    fn year(&mut self, date: f64) -> &mut CashYear {
        // leads end at BEFORE by the ranges of the inputs, dates at MOST_YEARS by refusal
        let year = libm::ceil(date - NO_TIME) + BEFORE as f64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "within the list by the line above"
        )]
        let place = year as usize;
        while self.years.len() <= place {
            let next = i32::try_from(self.years.len()).unwrap_or(i32::MAX);
            let before = i32::try_from(BEFORE).unwrap_or(0);
            self.years.push(CashYear { year: next - before, ..CashYear::default() });
        }
        &mut self.years[place]
    }

    /// Books a share of the program that starts at a date.
    fn unit(&mut self, program: &Program, start: f64, share: f64) {
        let kept = 1.0 - program.tax;
        for purchase in program.purchases.iter().filter(|one| one.price != 0.0) {
            let price = purchase.price * share;
            let mut at = 0.0;
            while at < program.horizon - NO_TIME {
                let paid = start + at - purchase.lead;
                self.pay(paid, -price, |year, amount| year.purchases -= amount);
                let tax = price * self.tax(program, purchase);
                self.pay(start + at, -tax, |year, amount| year.tax -= amount);
                self.own(paid, -price);
                self.write_off(program, purchase, (start, at), price);
                at += purchase.life;
            }
            let credit = self.unused(program, purchase, at - program.horizon) * price;
            self.pay(start + program.horizon, credit, |year, amount| year.credit += amount);
            self.own(start + program.horizon, kept * credit);
        }
        let mut elapsed = 0.0;
        let mut sales = program.sales * share;
        while elapsed < program.horizon - NO_TIME {
            let part = (program.horizon - elapsed).min(1.0);
            let date = start + elapsed + part;
            let running = program.running * share * program.paid(part, 0.0);
            self.pay(date, -running, |year, amount| year.running -= amount);
            self.own(date, -kept * running);
            let sold = sales * program.paid(part, program.sales_growth - 1.0);
            self.pay(date, sold, |year, amount| year.sales += amount);
            self.own(date, kept * sold);
            sales *= program.sales_growth;
            elapsed += 1.0;
        }
        self.work(start, start + program.horizon, share);
    }

    /// Books the tax that owners save by writing a purchase off, in each year of the write-off; what of it lies beyond the
    /// horizon at its value there.
    fn write_off(&mut self, program: &Program, purchase: &Purchase, date: (f64, f64), price: f64) {
        let (start, at) = date;
        let over = program.write_off.min(purchase.life);
        if program.tax <= 0.0 || over <= 0.0 {
            return;
        }
        let saved = program.tax * price / over;
        let mut done = 0.0;
        while done < over - NO_TIME {
            let part = (over - done).min(1.0).min(program.horizon - at - done);
            if part <= NO_TIME {
                let left = Time::from_base((over - done) * YEAR_SECONDS);
                let years = self.discounting.annuity(left).base() / YEAR_SECONDS;
                self.own(start + program.horizon, saved * years);
                return;
            }
            self.own(start + at + done + part, saved * program.paid(part, 0.0));
            done += part;
        }
    }

    /// Marks a share of the program as at work between two dates.
    fn work(&mut self, start: f64, end: f64, share: f64) {
        let mut from = start;
        while from < end - NO_TIME {
            let to = (libm::floor(from + NO_TIME) + 1.0).min(end);
            self.year(to).at_work += share * (to - from);
            from = to;
        }
    }

    /// Value at the horizon of what the last purchase still has before it, over its price: its equal yearly cost.
    fn unused(&self, program: &Program, purchase: &Purchase, left: f64) -> f64 {
        let time = |years: f64| Time::from_base(years * YEAR_SECONDS);
        let annuity = |years: f64| self.discounting.annuity(time(years));
        let shares: Ratio = annuity(left.max(0.0)) / annuity(purchase.life);
        let interest = self.discounting.growth(time(purchase.lead)).base();
        (interest + self.tax(program, purchase)) * shares.base()
    }

    /// Tax that a purchase has to earn, over its price.
    fn tax(&self, program: &Program, purchase: &Purchase) -> f64 {
        if program.tax <= 0.0 {
            return 0.0;
        }
        let time = |years: f64| Time::from_base(years * YEAR_SECONDS);
        let over = program.write_off.min(purchase.life);
        let written_off: Ratio = self.discounting.annuity(time(over)) / time(over);
        let interest = self.discounting.growth(time(purchase.lead)).base();
        program.tax * (interest - written_off.base()) / (1.0 - program.tax)
    }

    /// The years from the first to the last flow.
    fn closed(self) -> Vec<CashYear> {
        let is_empty = |year: &CashYear| {
            year.purchases == 0.0 && year.net == 0.0 && year.sales == 0.0 && year.owners == 0.0
        };
        let first = self.years.iter().position(|year| !is_empty(year)).unwrap_or(0);
        self.years.into_iter().skip(first).collect()
    }
}
