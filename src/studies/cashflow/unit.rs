//! What one unit of a side pays and earns: flows by the time after its start, from its plan.

use crate::economics::finance::Discounting;
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

/// Kind of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FlowKind {
    /// Hardware, launches, buildings, development.
    Purchase,
    /// Tax that a purchase has to earn.
    Tax,
    /// Running cost.
    Running,
    /// Sales.
    Sales,
    /// Salvage, and what is unused at the horizon.
    Credit,
    /// Tax saved by writing a purchase off; that of the owners alone.
    WriteOff,
}

/// Money at one date; what is received is positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct DatedFlow {
    /// What it is.
    pub(super) kind: FlowKind,
    /// Time after the start of the unit.
    pub(super) at: Time,
    /// Amount.
    pub(super) amount: Money,
    /// The same to owners without debt, after tax.
    pub(super) owners: Money,
}

impl DatedFlow {
    /// One-time payment of the program, dated from its first possible start.
    pub(super) fn once(once: &Once, tax: Ratio) -> Self {
        Self::taxed(FlowKind::Purchase, -once.lead, -once.price, tax)
    }

    /// Income or expense of the year that it falls into.
    fn taxed(kind: FlowKind, at: Time, amount: Money, tax: Ratio) -> Self {
        Self { kind, at, amount, owners: amount * complement(tax) }
    }
}

/// All flows of a unit that starts at time zero.
pub(super) fn flows(plan: &CostPlan, worth: &Worth) -> Vec<DatedFlow> {
    let discounting = Discounting::at(plan.discount_rate);
    let mut unit = UnitFlows { plan, discounting, flows: Vec::new() };
    for asset in plan.assets.each().filter(|asset| asset.price != ZERO_MONEY) {
        unit.buy(asset);
    }
    unit.operate(worth);
    unit.flows
}

/// A unit whose flows are listed.
struct UnitFlows<'a> {
    plan: &'a CostPlan,
    discounting: Discounting,
    flows: Vec<DatedFlow>,
}

impl UnitFlows<'_> {
    fn taxed(&mut self, kind: FlowKind, at: Time, amount: Money) {
        self.flows.push(DatedFlow::taxed(kind, at, amount, self.plan.tax.rate));
    }

    /// Purchases of an asset, with tax, write-off, salvage and what is unused at the horizon.
    fn buy(&mut self, asset: &Asset) {
        let purchases = self.plan.purchases(asset);
        for start in purchases.starts() {
            let (paid, price) = (start - asset.lead, -asset.price);
            self.flows.push(DatedFlow {
                kind: FlowKind::Purchase,
                at: paid,
                amount: price,
                owners: price,
            });
            let tax = -purchases.tax;
            self.flows.push(DatedFlow {
                kind: FlowKind::Tax,
                at: start,
                amount: tax,
                owners: ZERO_MONEY,
            });
            self.write_off(asset, start);
        }
        for replaced in purchases.starts().skip(1) {
            self.taxed(FlowKind::Credit, replaced, purchases.salvage);
        }
        self.taxed(FlowKind::Credit, self.plan.horizon, purchases.unused);
    }

    /// Tax saved by writing a purchase off, in each year of the write-off; what of it lies beyond
    /// the horizon at its value there.
    fn write_off(&mut self, asset: &Asset, start: Time) {
        let Taxation { rate, write_off } = self.plan.tax;
        let over = write_off.smaller(asset.life);
        if rate.base() <= 0.0 || over.base() <= 0.0 {
            return;
        }
        let saved: MoneyPerTime = asset.price * rate / over;
        let left = self.plan.horizon - start;
        for year in years(over.smaller(left)) {
            let owners = saved * year.payments(&self.discounting, LEVEL);
            self.saved(start + year.end, owners);
        }
        if over - left > NO_TIME {
            self.saved(self.plan.horizon, saved * self.discounting.annuity(over - left));
        }
    }

    fn saved(&mut self, at: Time, owners: Money) {
        self.flows.push(DatedFlow { kind: FlowKind::WriteOff, at, amount: ZERO_MONEY, owners });
    }

    /// Running cost and sales at the end of each year.
    fn operate(&mut self, worth: &Worth) {
        let rise: Ratio = fraction(1.0) + worth.growth * ONE_YEAR;
        let mut sales = worth.revenue;
        for year in years(self.plan.horizon) {
            let running = self.plan.yearly * year.payments(&self.discounting, LEVEL);
            self.taxed(FlowKind::Running, year.end, -running);
            let sold = sales * year.payments(&self.discounting, worth.growth);
            self.taxed(FlowKind::Sales, year.end, sold);
            sales = sales * rise;
        }
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
