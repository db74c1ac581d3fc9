//! What one unit of a side pays and earns: flows by the time after its start, from its plan.

use crate::economics::finance::{Discounting, Payment};
use crate::economics::levelized::{Asset, CostPlan, Once, Taxation};
use crate::system::costs::Worth;
use crate::units::{
    Frequency, Money, MoneyPerTime, Ratio, Time, YEAR_SECONDS, complement, fraction,
};

/// One year.
pub(super) const ONE_YEAR: Time = Time::from_base(YEAR_SECONDS);
/// Part of a year that counts as none.
pub(super) const NO_TIME: Time = Time::from_base(1e-9 * YEAR_SECONDS);

const ZERO_MONEY: Money = Money::from_base(0.0);
const LEVEL: Frequency = Frequency::from_base(0.0);
/// No time, of a payment that is made at once.
const AT_ONCE: Time = Time::from_base(0.0);

/// Kind of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FlowKind {
    /// Hardware, launches, buildings, development.
    Purchase,
    /// Running cost.
    Running,
    /// Sales.
    Sales,
    /// Salvage, and what is unused at the horizon.
    Credit,
    /// Part of a purchase that is written off: no payment, but set off against income for tax.
    WriteOff,
    /// Borrowed.
    Draw,
    /// Interest on what is owed.
    Interest,
    /// Debt paid back.
    Repayment,
}

impl FlowKind {
    /// Whether it is between owners and lenders, and not of the side itself.
    pub(super) const fn is_debt(self) -> bool {
        matches!(self, Self::Draw | Self::Interest | Self::Repayment)
    }
}

/// Money at one date; what is received is positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct DatedFlow {
    /// What it is.
    pub(super) kind: FlowKind,
    /// Time after the start of the unit.
    pub(super) at: Time,
    /// Time before it over which it accrues.
    pub(super) over: Time,
    /// Amount before tax.
    pub(super) amount: Money,
    /// What of it is income for tax; negative where it is set off.
    pub(super) taxable: Money,
}

impl DatedFlow {
    /// One-time payment of the program, dated from its first possible start and set off at once.
    pub(super) fn once(once: &Once) -> Self {
        Self::income(FlowKind::Purchase, -once.lead, -once.price)
    }

    /// A payment that is made at once and is no income.
    pub(super) fn paid(kind: FlowKind, at: Time, amount: Money) -> Self {
        Self { kind, at, over: AT_ONCE, amount, taxable: ZERO_MONEY }
    }

    /// Income or expense of the day.
    pub(super) fn income(kind: FlowKind, at: Time, amount: Money) -> Self {
        Self { taxable: amount, ..Self::paid(kind, at, amount) }
    }

    /// As a payment, less tax on it at a rate.
    pub(super) fn payment(&self, tax: Ratio) -> Payment {
        Payment { at: self.at, over: self.over, amount: self.amount - self.taxable * tax }
    }
}

/// All flows of a unit that starts at time zero.
pub(super) fn flows(plan: &CostPlan, worth: &Worth) -> Vec<DatedFlow> {
    let discounting = Discounting::at(plan.discount_rate);
    let untaxed = CostPlan { tax: Taxation { rate: fraction(0.0), ..plan.tax }, ..*plan };
    let mut unit = UnitFlows { plan, untaxed, discounting, flows: Vec::new() };
    for asset in plan.assets.each().filter(|asset| asset.price != ZERO_MONEY) {
        unit.buy(asset);
    }
    unit.operate(worth);
    unit.flows
}

/// A unit whose flows are listed.
struct UnitFlows<'a> {
    plan: &'a CostPlan,
    /// The plan without tax.
    untaxed: CostPlan,
    discounting: Discounting,
    flows: Vec<DatedFlow>,
}

impl UnitFlows<'_> {
    /// Purchases of an asset, with write-off, salvage and what is unused at the horizon.
    fn buy(&mut self, asset: &Asset) {
        let purchases = self.untaxed.purchases(asset);
        for start in purchases.starts() {
            let paid = start - asset.lead;
            self.flows.push(DatedFlow::paid(FlowKind::Purchase, paid, -asset.price));
            self.write_off(asset, start);
        }
        for replaced in purchases.starts().skip(1) {
            self.flows.push(DatedFlow::income(FlowKind::Credit, replaced, purchases.salvage));
        }
        let taxable = self.taxable_rest(asset, purchases.unused);
        let rest = DatedFlow::paid(FlowKind::Credit, self.plan.horizon, purchases.unused);
        self.flows.push(DatedFlow { taxable, ..rest });
    }

    /// What of the unused part is income for tax: that which leaves its worth after tax, whose
    /// write-off is used up in part.
    fn taxable_rest(&self, asset: &Asset, unused: Money) -> Money {
        let rate = self.plan.tax.rate;
        if rate.base() <= 0.0 {
            return unused;
        }
        let after_tax: Money = self.plan.purchases(asset).unused * complement(rate);
        (unused - after_tax) / rate
    }

    /// A purchase written off, year by year; what of it lies beyond the horizon at its value there.
    fn write_off(&mut self, asset: &Asset, start: Time) {
        let Taxation { rate, write_off } = self.plan.tax;
        let time = write_off.smaller(asset.life);
        if rate.base() <= 0.0 || time.base() <= 0.0 {
            return;
        }
        let yearly: MoneyPerTime = asset.price / time;
        let left = self.plan.horizon - start;
        for year in years(time.smaller(left)) {
            let amount = yearly * year.payments(&self.discounting, LEVEL);
            self.deduct(start + year.end, year.length, amount);
        }
        if time - left > NO_TIME {
            let rest = yearly * self.discounting.annuity(time - left);
            self.deduct(self.plan.horizon, AT_ONCE, rest);
        }
    }

    fn deduct(&mut self, at: Time, over: Time, amount: Money) {
        let nothing = DatedFlow::paid(FlowKind::WriteOff, at, ZERO_MONEY);
        self.flows.push(DatedFlow { over, taxable: -amount, ..nothing });
    }

    /// Running cost and sales at the end of each year.
    fn operate(&mut self, worth: &Worth) {
        let rise: Ratio = fraction(1.0) + worth.growth * ONE_YEAR;
        let mut sales = worth.revenue;
        for year in years(self.plan.horizon) {
            let running = self.plan.yearly * year.payments(&self.discounting, LEVEL);
            self.accrue(FlowKind::Running, &year, -running);
            let sold = sales * year.payments(&self.discounting, worth.growth);
            self.accrue(FlowKind::Sales, &year, sold);
            sales = sales * rise;
        }
    }

    /// Income or expense of a year, at its end.
    fn accrue(&mut self, kind: FlowKind, year: &YearPart, amount: Money) {
        let flow = DatedFlow::income(kind, year.end, amount);
        self.flows.push(DatedFlow { over: year.length, ..flow });
    }
}

/// A year of a time, or what is left of it in the last.
struct YearPart {
    end: Time,
    length: Time,
}

impl YearPart {
    /// Time whose payments are paid at its end, for a payment that rises from year to year.
    fn payments(&self, discounting: &Discounting, rise: Frequency) -> Time {
        ONE_YEAR * discounting.part_of_year(self.length, rise)
    }
}

/// The years of a time.
fn years(time: Time) -> impl Iterator<Item = YearPart> {
    let mut end = Time::from_base(0.0);
    std::iter::from_fn(move || {
        let length = (time - end).smaller(ONE_YEAR);
        end += length;
        (length > NO_TIME).then_some(YearPart { end, length })
    })
}
