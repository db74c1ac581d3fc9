//! Payments at their dates: what they are worth, and when they have paid back.

use super::Discounting;
use crate::units::{Frequency, Money, Ratio, Time, YEAR_SECONDS, fraction};

const ONE_YEAR: Time = Time::from_base(YEAR_SECONDS);
/// Share of all that is paid and received within which a balance counts as zero.
const ROUNDING: f64 = 1e-13;

/// Money at one date; what is received is positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Payment {
    /// Date of the payment.
    pub at: Time,
    /// Time before it over which its present value accrues in a straight line; zero for a payment
    /// that is made at once.
    pub over: Time,
    /// Amount.
    pub amount: Money,
}

/// A start of operation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Start {
    /// Its date, after the first possible one.
    pub date: Time,
    /// Share of the fleet or site that starts.
    pub share: Ratio,
}

/// Payments of a program: those of a unit, dated from its start and repeated for the share of each
/// start, and those that are made once for all.
#[derive(Debug, Clone, PartialEq)]
pub struct DatedFlows {
    /// Payments of a unit that is the whole program, dated from its start.
    pub unit: Vec<Payment>,
    /// The starts.
    pub starts: Vec<Start>,
    /// Payments of the program, dated from its first possible start.
    pub once: Vec<Payment>,
}

/// When payments have paid back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Payback {
    /// From the first outlay to the first date at which the present value of all payments so far is
    /// not negative.
    pub first: Time,
    /// From the first outlay to the last such date, after which it stays so; none where it is
    /// negative at the end.
    pub for_good: Option<Time>,
}

impl DatedFlows {
    /// Payments that are repeated by no start.
    ///
    /// See [`DatedFlows::net_present_value`] for model, range and references.
    pub fn of(payments: Vec<Payment>) -> Self {
        Self { unit: Vec::new(), starts: Vec::new(), once: payments }
    }

    /// Present value at time zero.
    ///
    /// # Model
    /// ```text
    /// NPV = Σ_k w_k v(s_k) Σ_i C_i v(t_i) + Σ_j O_j v(t_j),   v(t) = (1 + r)^-t
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `s_k`, `w_k` | date and share of start k | yr, 1 |
    /// | `t_i`, `C_i` | date after the start and amount of payment i of a unit | yr, USD |
    /// | `t_j`, `O_j` | date and amount of payment j of the program | yr, USD |
    /// | r | discount rate | 1/yr |
    ///
    /// # Assumes
    /// One rate for all dates; a payment counts at its date, over whatever time it accrues.
    ///
    /// # Valid for
    /// Rates above -1/yr.
    ///
    /// # References
    /// \[Numpy2019\], Notes, for yearly dates; docs/model/cost-core.md
    pub fn net_present_value(&self, rate: Frequency) -> Money {
        let discounting = Discounting::at(rate);
        let sum = |payments: &[Payment]| {
            payments.iter().fold(Money::from_base(0.0), |sum, one| {
                sum + one.amount * discounting.factor(one.at)
            })
        };
        let starts = self
            .starts
            .iter()
            .fold(fraction(0.0), |sum, start| sum + start.share * discounting.factor(start.date));
        sum(&self.unit) * starts + sum(&self.once)
    }

    /// Every payment with its date in the program.
    pub(super) fn each(&self) -> impl Iterator<Item = Payment> + '_ {
        let started = self.starts.iter().flat_map(|start| {
            self.unit.iter().map(|one| Payment {
                at: start.date + one.at,
                over: one.over,
                amount: one.amount * start.share,
            })
        });
        started.chain(self.once.iter().copied())
    }

    /// When the payments have paid back; none if they never do.
    ///
    /// # Model
    /// ```text
    /// B(t) = Σ_i C_i v(t_i) a_i(t),   a = 0 before t_i - o_i, 1 from t_i on, linear between
    /// first = the first t after t_0 with B(t) ≥ 0, for good = the last, both less t_0
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | B | present value of all payments so far | USD |
    /// | `o_i` | time over which payment i accrues | yr |
    /// | `t_0` | date of the first outlay | yr |
    ///
    /// The others as in [`DatedFlows::net_present_value`]. "The last" is the last date at which B
    /// becomes not negative; there is none where it is negative at the end.
    ///
    /// # Assumes
    /// The present value of a payment accrues in a straight line, whatever is earned when.
    ///
    /// # Valid for
    /// Rates above -1/yr; zero time where more has been received than paid at the first outlay, or
    /// nothing is paid at all.
    ///
    /// # References
    /// Definition
    pub fn payback(&self, rate: Frequency) -> Option<Payback> {
        let changes = self.changes(&Discounting::at(rate));
        let gross = changes.iter().fold(0.0, |sum, one| sum + one.gross);
        Balance::new(&changes, gross * ROUNDING)?.after(&changes)
    }

    /// Dates at which the balance steps or its slope changes, rising.
    fn changes(&self, discounting: &Discounting) -> Vec<BalanceChange> {
        let mut changes = Vec::new();
        for one in self.each().filter(|one| one.amount.base() != 0.0) {
            let worth = (one.amount * discounting.factor(one.at)).base();
            // a zero has no sign, as dates are told apart by their order
            let end = (one.at / ONE_YEAR).base() + 0.0;
            let over = (one.over / ONE_YEAR).base();
            if over > 0.0 {
                let slope = worth / over;
                changes.push(BalanceChange {
                    date: end - over,
                    step: 0.0,
                    slope,
                    gross: worth.abs(),
                });
                changes.push(BalanceChange { date: end, step: 0.0, slope: -slope, gross: 0.0 });
            } else {
                changes.push(BalanceChange {
                    date: end,
                    step: worth,
                    slope: 0.0,
                    gross: worth.abs(),
                });
            }
        }
        changes.sort_by(|one, other| one.date.total_cmp(&other.date));
        changes
    }
}

/// What changes in the balance at a date, in years.
struct BalanceChange {
    date: f64,
    step: f64,
    slope: f64,
    gross: f64,
}

impl BalanceChange {
    /// Whether money is spent at it or from it on.
    fn is_outlay(&self) -> bool {
        self.step < 0.0 || (self.slope < 0.0 && self.gross > 0.0)
    }
}

/// The balance as it is followed through the dates, from the first outlay on.
struct Balance {
    /// What counts as zero.
    rounding: f64,
    date: f64,
    value: f64,
    slope: f64,
    /// Date of the first outlay.
    start: f64,
    is_negative: bool,
    /// First and last date at which it became not negative.
    paid: Option<(f64, f64)>,
}

impl Balance {
    fn new(changes: &[BalanceChange], rounding: f64) -> Option<Self> {
        let first = changes.first()?.date;
        let start = changes.iter().find(|one| one.is_outlay()).map_or(first, |one| one.date);
        Some(Self {
            rounding,
            date: first,
            value: 0.0,
            slope: 0.0,
            start,
            is_negative: false,
            paid: None,
        })
    }

    /// Sets whether it is negative at a date, and keeps the date at which it no longer is.
    fn judge(&mut self, is_negative: bool, date: f64) {
        let is_first = date <= self.start && self.paid.is_none();
        if !is_negative && (self.is_negative || is_first) {
            let first = self.paid.map_or(date, |(first, _)| first);
            self.paid = Some((first, date));
        }
        self.is_negative = is_negative;
    }

    /// Lets time pass until a date.
    fn wait(&mut self, date: f64) {
        let value = self.value + self.slope * (date - self.date);
        if date > self.start {
            let crossing = self.date - self.value / self.slope;
            let reached = if self.is_negative { crossing.clamp(self.date, date) } else { date };
            self.judge(value < -self.rounding, reached);
        }
        (self.value, self.date) = (value, date);
    }

    /// Takes in what changes at one date.
    fn take(&mut self, at_once: &[BalanceChange]) {
        for one in at_once {
            self.value += one.step;
            self.slope += one.slope;
        }
        let falls = self.date <= self.start && self.slope < 0.0;
        if self.date >= self.start {
            self.judge(falls || self.value < -self.rounding, self.date);
        }
    }

    /// Follows it through all changes.
    fn after(mut self, changes: &[BalanceChange]) -> Option<Payback> {
        for at_once in changes.chunk_by(|one, other| one.date.total_cmp(&other.date).is_eq()) {
            self.wait(at_once[0].date);
            self.take(at_once);
        }
        let time = |date: f64| ONE_YEAR * (date - self.start);
        self.paid.map(|(first, last)| Payback {
            first: time(first),
            for_good: (!self.is_negative).then(|| time(last)),
        })
    }
}
