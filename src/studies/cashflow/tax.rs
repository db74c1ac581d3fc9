//! Tax on the profit of a program, from what is income and what is set off at each date.

use super::unit::{DatedFlow, NO_TIME};
use crate::economics::finance::Start;
use crate::units::{Money, Ratio, Time};

/// What becomes of losses for tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TaxLosses {
    /// They are set off at once against other profit of the owners, which the closed form assumes.
    #[default]
    SetOff,
    /// They are carried forward against later profit of the program itself.
    Carried,
}

/// Tax at one date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TaxPaid {
    /// Date in the program.
    pub(super) at: Time,
    /// Tax; negative where a loss saves tax elsewhere.
    pub(super) amount: Money,
    /// Losses that are still to be set off.
    pub(super) carried: Money,
}

/// Income for tax at its dates in the program, what is set off negative.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Income(Vec<(Time, Money)>);

impl Income {
    /// That of flows of a unit at each start, and of flows of the program.
    pub(super) fn of(unit: &[DatedFlow], starts: &[Start], once: &[DatedFlow]) -> Self {
        let started = starts.iter().flat_map(|start| {
            unit.iter().map(|flow| (start.date + flow.at, flow.taxable * start.share))
        });
        let single = once.iter().map(|flow| (flow.at, flow.taxable));
        let mut all: Vec<_> = started.chain(single).collect();
        all.sort_by(|one, other| one.0.base().total_cmp(&other.0.base()));
        Self(all)
    }

    /// Tax on it, date by date.
    pub(super) fn taxed(&self, rate: Ratio, losses: TaxLosses) -> Vec<TaxPaid> {
        let nothing = Money::from_base(0.0);
        let mut carried = nothing;
        let at_once = self.0.chunk_by(|one, other| other.0 - one.0 <= NO_TIME);
        let paid = at_once.map(|all| {
            let profit = all.iter().fold(nothing, |sum, one| sum + one.1);
            let base = match losses {
                TaxLosses::SetOff => profit,
                TaxLosses::Carried => {
                    let left = profit - carried;
                    carried = (-left).larger(nothing);
                    left.larger(nothing)
                }
            };
            TaxPaid { at: all[0].0, amount: base * rate, carried }
        });
        paid.collect()
    }
}
