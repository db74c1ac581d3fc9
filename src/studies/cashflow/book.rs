//! Flows booked into calendar years, each discounted from its own date.

use super::CashYear;
use super::unit::{DatedFlow, FlowKind, NO_TIME, ONE_YEAR};
use crate::economics::finance::Discounting;
use crate::units::{Frequency, Money, Ratio, Time, year};

/// Years before the first start that payments may fall into.
pub(super) const BEFORE: usize = 20;

/// A start of operation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Start {
    /// Its date, after the first possible one.
    pub(super) date: Time,
    /// Share of the fleet or site that starts.
    pub(super) share: Ratio,
}

/// Flows as they are booked.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Book {
    /// At the discount rate of the side.
    discounting: Discounting,
    /// At the rate that the owners ask for.
    owners: Discounting,
    /// The years, from [`BEFORE`] on.
    years: Vec<CashYear>,
    /// Present value.
    pub(super) net_value: Money,
    /// Present value to owners without debt, after tax.
    pub(super) owners_value: Money,
}

impl Book {
    /// An empty one at the rates of the side and of its owners.
    pub(super) fn at(rate: Frequency, owners: Frequency) -> Self {
        Self {
            discounting: Discounting::at(rate),
            owners: Discounting::at(owners),
            years: Vec::new(),
            net_value: Money::from_base(0.0),
            owners_value: Money::from_base(0.0),
        }
    }

    /// Books a flow of a start.
    pub(super) fn post(&mut self, flow: &DatedFlow, start: &Start) {
        let date = start.date + flow.at;
        let amount = flow.amount * start.share;
        let owners = flow.owners * start.share;
        self.net_value += amount * self.discounting.factor(date);
        self.owners_value += owners * self.owners.factor(date);
        let entry = self.year(date);
        entry.net += amount;
        entry.owners += owners;
        match flow.kind {
            FlowKind::Purchase => entry.purchases -= amount,
            FlowKind::Tax => entry.tax -= amount,
            FlowKind::Running => entry.running -= amount,
            FlowKind::Sales => entry.sales += amount,
            FlowKind::Credit => entry.credit += amount,
            FlowKind::WriteOff => {}
        }
    }

    /// Marks a start as at work for a time.
    pub(super) fn work(&mut self, start: &Start, time: Time) {
        let end = start.date + time;
        let mut from = start.date;
        while from < end - NO_TIME {
            let to = next_year(from).smaller(end);
            self.year(to).at_work += start.share * ((to - from) / ONE_YEAR);
            from = to;
        }
    }

    fn year(&mut self, date: Time) -> &mut CashYear {
        let place = place(date);
        while self.years.len() <= place {
            let next = i32::try_from(self.years.len()).unwrap_or(i32::MAX);
            let before = i32::try_from(BEFORE).unwrap_or(0);
            self.years.push(CashYear { year: next - before, ..CashYear::default() });
        }
        &mut self.years[place]
    }

    /// The years from the first to the last flow.
    pub(super) fn closed(self) -> Vec<CashYear> {
        let first = self.years.iter().position(|one| !one.is_empty()).unwrap_or(0);
        self.years.into_iter().skip(first).collect()
    }
}

impl CashYear {
    /// Whether nothing is paid or received in it.
    fn is_empty(&self) -> bool {
        let flows = [self.purchases, self.net, self.sales, self.owners];
        flows.iter().all(|flow| flow.base() == 0.0)
    }
}

/// Place in the list of the year that a date falls into: on the border of two the earlier one, the
/// start the first.
fn place(date: Time) -> usize {
    let number = libm::ceil((date - NO_TIME).get::<year>()) + BEFORE as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "leads end at BEFORE by the ranges of the inputs, dates by refusal"
    )]
    let place = number as usize;
    place
}

/// The first end of a year after a date.
fn next_year(date: Time) -> Time {
    ONE_YEAR * (libm::floor((date + NO_TIME).get::<year>()) + 1.0)
}
