//! Flows booked into calendar years, for the eye; what they are worth is read from their dates.

use super::tax::TaxPaid;
use super::unit::{DatedFlow, FlowKind, NO_TIME, ONE_YEAR};
use super::{CashYear, EquityYear};
use crate::economics::finance::{Discounting, Start};
use crate::units::{Frequency, Money, Ratio, Time, fraction, year};

/// Years before the first start that payments may fall into.
pub(super) const BEFORE: usize = 20;

/// A year of the side, and what debt makes of it.
pub(super) type BookedYear = (CashYear, EquityYear);

/// Flows as they are booked.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Book {
    /// Rise of prices, where they are those of the day.
    prices: Option<Discounting>,
    /// The years, from [`BEFORE`] on.
    years: Vec<BookedYear>,
}

impl Book {
    /// An empty one, in prices of the day where they rise.
    pub(super) fn new(inflation: Option<Frequency>) -> Self {
        Self { prices: inflation.map(Discounting::at), years: Vec::new() }
    }

    /// Prices at a date over those of the price year.
    fn level(&self, date: Time) -> Ratio {
        self.prices.map_or(fraction(1.0), |prices| prices.growth(date))
    }

    /// Books a flow of a start.
    pub(super) fn post(&mut self, flow: &DatedFlow, start: &Start) {
        let date = start.date + flow.at;
        let real = flow.amount * start.share;
        let level = self.level(date);
        let (amount, set_off) = (real * level, -flow.taxable * start.share * level);
        let (entry, debt) = self.year(date);
        match flow.kind {
            FlowKind::Purchase => entry.purchases -= amount,
            FlowKind::Running => entry.running -= amount,
            FlowKind::Sales => entry.sales += amount,
            FlowKind::Credit => entry.credit += amount,
            FlowKind::WriteOff => entry.written_off += set_off,
            FlowKind::Draw => debt.draw += amount,
            FlowKind::Interest => debt.interest -= amount,
            FlowKind::Repayment => debt.repayment -= amount,
        }
        match flow.kind {
            FlowKind::Draw | FlowKind::Repayment => debt.owed += real,
            FlowKind::Interest => {}
            _ => entry.before_tax += amount,
        }
    }

    /// Books the tax of the side, and that of its owners after interest.
    pub(super) fn tax(&mut self, side: &[TaxPaid], owners: &[TaxPaid]) {
        for paid in side {
            let amount = paid.amount * self.level(paid.at);
            let entry = &mut self.year(paid.at).0;
            entry.tax += amount;
            entry.loss_carried = paid.carried;
        }
        for paid in owners {
            let amount = paid.amount * self.level(paid.at);
            self.year(paid.at).1.tax += amount;
        }
    }

    /// Marks a start as at work for a time.
    pub(super) fn work(&mut self, start: &Start, time: Time) {
        let end = start.date + time;
        let mut from = start.date;
        while from < end - NO_TIME {
            let to = next_year(from).smaller(end);
            self.year(to).0.at_work += start.share * ((to - from) / ONE_YEAR);
            from = to;
        }
    }

    fn year(&mut self, date: Time) -> &mut BookedYear {
        let place = place(date);
        while self.years.len() <= place {
            let next = i32::try_from(self.years.len()).unwrap_or(i32::MAX);
            let before = i32::try_from(BEFORE).unwrap_or(0);
            let entry = CashYear { year: next - before, ..CashYear::default() };
            self.years.push((entry, EquityYear::default()));
        }
        &mut self.years[place]
    }

    /// The years from the first to the last flow.
    pub(super) fn closed(mut self) -> Vec<BookedYear> {
        let mut owed = Money::from_base(0.0);
        let prices = self.prices;
        for (entry, debt) in &mut self.years {
            let end = ONE_YEAR * f64::from(entry.year);
            entry.net = entry.before_tax - entry.tax;
            debt.shield = entry.tax - debt.tax;
            debt.net = entry.before_tax + debt.draw - debt.service() - debt.tax;
            owed += debt.owed;
            debt.owed = owed * prices.map_or(fraction(1.0), |prices| prices.growth(end));
        }
        let first = self.years.iter().position(|(entry, _)| !entry.is_empty()).unwrap_or(0);
        self.years.split_off(first)
    }
}

impl CashYear {
    /// Whether nothing is paid or received in it.
    fn is_empty(&self) -> bool {
        let flows = [self.purchases, self.before_tax, self.sales, self.tax];
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
