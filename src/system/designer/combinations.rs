//! Combinations of the decisions that change the satellite itself, and those of them that may be
//! the best.

use super::counts::CountRules;
use super::ladder::{LIFTS, LOUVERS, SHARES, separation};
use super::screen::{Promise, SizeEffect, Sized, TriedSizes};
use crate::system::decisions::{Decision, OpenDecisions};
use crate::system::inputs::Case;
use crate::units::{TemperatureInterval, fraction};

/// Of lifts and louvers every so many is tried where no design holds every gate.
const FEWER: usize = 3;
/// Combinations that are kept at most.
const MOST_CANDIDATES: usize = 512;

/// One combination; none of a part stands for what the case states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Combination {
    pub(super) share: Option<usize>,
    pub(super) lift: Option<usize>,
    pub(super) louvers: Option<usize>,
    pub(super) orbit: Option<usize>,
}

/// A combination that was told apart at one size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Screened {
    pub(super) combination: Combination,
    pub(super) sized: Sized,
    pub(super) tried: TriedSizes,
    /// Where it may cost least.
    pub(super) promise: Promise,
    /// Whether what it takes was told from other designs and not closed yet.
    pub(super) is_guess: bool,
}

/// The rungs of a decision where it is open, else what the case states.
fn rungs_of(is_open: bool, number: usize) -> impl Iterator<Item = Option<usize>> + Clone {
    let open = if is_open { 0..number } else { 0..0 };
    open.map(Some).chain((!is_open).then_some(None))
}

impl Combination {
    /// Every share in shadow, with some lifts and with louvers on some shares of the panels.
    pub(super) fn all(open: OpenDecisions) -> impl Iterator<Item = Self> {
        let lifts = rungs_of(open.has(Decision::Lift), LIFTS.len()).step_by(FEWER);
        let louvers = (1..LOUVERS.len()).step_by(FEWER);
        let louvers = louvers.filter(move |_| open.has(Decision::Louvers));
        rungs_of(open.has(Decision::EclipseShare), SHARES.len()).flat_map(move |share| {
            let bare = Self { share, ..Self::default() };
            let lifted = lifts.clone().map(move |lift| Self { lift, ..bare });
            lifted.chain(louvers.clone().map(move |rung| Self { louvers: Some(rung), ..bare }))
        })
    }

    /// The combinations that are farthest from none.
    pub(super) fn farthest(open: OpenDecisions) -> impl Iterator<Item = Self> {
        let far = |decision: Decision, rung: usize| open.has(decision).then_some(rung);
        [
            Self { share: far(Decision::EclipseShare, 0), ..Self::default() },
            Self { lift: far(Decision::Lift, LIFTS.len() / 2), ..Self::default() },
            Self { louvers: far(Decision::Louvers, LOUVERS.len() - 1), ..Self::default() },
        ]
        .into_iter()
        .filter(|probe| *probe != Self::default())
    }

    pub(super) fn of(&self, start: &Case) -> Case {
        let mut case = *start;
        if let Some(rung) = self.orbit {
            case.launch.separation_altitude = separation(start, rung);
        }
        if let Some(rung) = self.share {
            case.it.eclipse_share = fraction(SHARES[rung]);
        }
        if let Some(rung) = self.lift {
            case.heat_pump.lift = TemperatureInterval::from_base(LIFTS[rung]);
        }
        if let Some(rung) = self.louvers {
            case.radiator.louvers = fraction(LOUVERS[rung]);
        }
        case
    }
}

/// Combinations that may be the best; of more than there is room for the cheapest are kept.
pub(super) struct Candidates {
    all: [Option<Screened>; MOST_CANDIDATES],
    /// Those that are left; what was taken out stands behind them until others take its place.
    len: usize,
    known: usize,
}

impl Candidates {
    #[expect(clippy::large_stack_arrays, reason = "a search allocates nothing")]
    pub(super) const NONE: Self = Self { all: [None; MOST_CANDIDATES], len: 0, known: 0 };

    pub(super) fn add(&mut self, screened: Screened) {
        if self.len < MOST_CANDIDATES {
            self.all[self.len] = Some(screened);
            self.len += 1;
            self.known = self.known.max(self.len);
            return;
        }
        let dearest =
            (0..self.len).max_by(|one, other| self.cost(*one).total_cmp(&self.cost(*other)));
        if let Some(dearest) = dearest.filter(|at| screened.promise.cost < self.cost(*at)) {
            self.all[dearest] = Some(screened);
        }
    }

    /// Adds one of which it is only told what it takes, where it may cost less than a ceiling.
    pub(super) fn add_told(
        &mut self,
        rules: &CountRules,
        combination: Combination,
        sized: Sized,
        (scale, ceiling): (&SizeEffect, f64),
    ) {
        let tried = TriedSizes::default();
        if let Some(promise) = scale.best_size_below(ceiling, rules, &sized, tried) {
            self.add(Screened { combination, sized, tried, promise, is_guess: true });
        }
    }

    pub(super) const fn len(&self) -> usize {
        self.len
    }

    pub(super) const fn at(&self, at: usize) -> Option<Screened> {
        self.all[at]
    }

    /// The one that promises most of those that were closed.
    pub(super) fn best_closed(&self) -> Option<Screened> {
        let closed = self.all[..self.len].iter().flatten().filter(|known| !known.is_guess);
        closed.copied().min_by(|one, other| one.promise.cost.total_cmp(&other.promise.cost))
    }

    fn cost(&self, at: usize) -> f64 {
        self.all[at].map_or(f64::INFINITY, |known| known.promise.cost)
    }

    /// Promises anew of all that are known, those taken out too.
    pub(super) fn tell_again(&mut self, rules: &CountRules, scale: &SizeEffect) {
        let known = std::mem::replace(&mut self.known, 0);
        self.len = 0;
        for at in 0..known {
            let Some(screened) = self.all[at] else { continue };
            let tried = TriedSizes::default();
            if let Some(promise) = scale.best_size(rules, &screened.sized, tried) {
                self.add(Screened { tried, promise, ..screened });
            }
        }
    }

    /// Takes out the one that promises most.
    pub(super) fn take_best(&mut self) -> Option<Screened> {
        let cost = |at: &usize| self.cost(*at);
        let best = (0..self.len).min_by(|one, other| cost(one).total_cmp(&cost(other)))?;
        self.len -= 1;
        self.all.swap(best, self.len);
        self.all[self.len]
    }
}
