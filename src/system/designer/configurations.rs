//! Decisions that change the satellite itself: power in shadow, heat pump, louvers. Each
//! combination is told apart at one size; the size of those that may be the best is searched, the
//! most promising first.

use super::bench::{DesignBench, Trial};
use super::combinations::{Candidates, Combination, Screened};
use super::counts::{CountRules, least, with_count};
use super::ladder::{LIFTS, LOUVERS, SHARES, with_louvers, with_share};
use super::screen::{Promise, SizeEffect, Sized, TriedSizes};
use super::standing::DesignStanding;
use crate::system::decisions::Decision;
use crate::system::inputs::Case;
use crate::units::Ratio;
use std::ops::Range;

/// Ratio of the two sizes that tell how a design scales.
const FARTHER: f64 = 2.0;
/// Ratio of sizes within which one tells the other well enough.
const NEARBY: f64 = 1.3;
/// Sizes from which designs are told apart at most, each the best that was told from the last.
const MOST_ANCHORS: usize = 3;
/// Louvers that are searched for each share in shadow: the fewest that keep the satellite warm at
/// one size, and one step more for other sizes.
const STEPS_OF_LOUVERS: usize = 2;
/// Halvings of the size at which a design is told apart.
const MOST_HALVINGS: u8 = 4;
/// Designs whose size is searched then, at most.
const MOST_VIOLATED: u32 = 6;
/// Designs that fail a gate at one size whose best size is searched, at most.
const MOST_FAILING: u32 = 60;
/// What each lift of a heat pump changed with one share in shadow.
type LiftEffects = [Option<Sized>; LIFTS.len()];

impl DesignBench<'_> {
    /// The best of all combinations, each at its best size; launches leave satellites whose size is
    /// stated in the orbit of the case.
    pub(super) fn configured_from(&mut self, start: &Case) -> Trial {
        let rungs = self.rungs_in_shadow(start);
        let first = Combination { share: rungs.clone().next(), ..Combination::default() };
        let mut best = self.first_size(&first.of(start));
        if !self.are_sizes_searched() {
            return self.all_lifts(start, best, rungs);
        }
        // the coldest share comes first: where it stays warm, other shares fail alike
        if !best.standing.is_feasible() && self.has_cooled() {
            let shares = self.shares_of_infeasible(start, &best, rungs.clone());
            best = self.all_lifts(start, best, shares);
        }
        if !best.standing.is_feasible() {
            best = self.least_violated(start, &best);
        }
        let mut start = *start;
        if !best.standing.is_feasible() {
            self.allow(best.standing.violation);
            best.standing = best.standing.within(self.allowed());
            // what was climbed to is kept: other rungs violate more
            start = best.case;
        }
        for _ in 0..MOST_ANCHORS {
            let Some((scale, count)) = self.scale(&best) else {
                return self.all_lifts(&start, best, rungs);
            };
            let mut candidates = Candidates::NONE;
            best = self.screened_from(
                &start,
                &best,
                (&scale, count),
                (rungs.clone(), &mut candidates),
            );
            let farther = best.case.satellite.count.base() / count;
            let is_within = |ratio: f64| (1.0 / ratio..=ratio).contains(&farther);
            if is_within(NEARBY) || !Self::is_dedicated(&start) {
                break;
            }
            if is_within(FARTHER) {
                best = self.told_again(&start, &best, count, &mut candidates);
                break;
            }
        }
        best
    }

    /// The best of the combinations that promise to be cheaper than a design where they are told
    /// from its size and from that at which they were closed.
    fn told_again(
        &mut self,
        start: &Case,
        best: &Trial,
        count: f64,
        candidates: &mut Candidates,
    ) -> Trial {
        let (one, resold) = self.sized_both_ways(&best.case);
        let other = self.sized(&with_count(&best.case, count));
        let third = self.sized(&with_count(&best.case, (FARTHER * one.count.max(count)).ceil()));
        let Some(scale) = SizeEffect::new(&[one, other, third], &resold, false) else {
            return *best;
        };
        self.keep_size_effect(scale);
        candidates.tell_again(&CountRules::of(start), &scale);
        self.best_of(candidates, best, (start, count), &scale)
    }

    /// The best of the combinations that promise to be cheaper than a design, told from its size.
    fn screened_from(
        &mut self,
        start: &Case,
        best: &Trial,
        (scale, count): (&SizeEffect, f64),
        (rungs, candidates): (Range<usize>, &mut Candidates),
    ) -> Trial {
        let here = with_count(start, count);
        let mut effects = None;
        for share in rungs.clone().map(Some).chain(rungs.is_empty().then_some(None)) {
            let found = self.screen(&here, share, scale, candidates, effects.as_ref());
            effects = effects.or(found);
        }
        self.screen_orbits(&here, scale, candidates, best.standing);
        self.best_of(candidates, best, (start, count), scale)
    }

    /// The best of a design and of candidates, the most promising first, until the next promises
    /// nothing better.
    fn best_of(
        &mut self,
        candidates: &mut Candidates,
        from: &Trial,
        (start, count): (&Case, f64),
        scale: &SizeEffect,
    ) -> Trial {
        let (mut best, here) = (*from, with_count(start, count));
        let mut left = if self.allowed() > 0.0 { MOST_VIOLATED } else { u32::MAX };
        let mut failing = MOST_FAILING;
        while let Some(mut next) = candidates.take_best() {
            if next.promise.cost > best.standing.cost || left == 0 {
                break;
            }
            if next.is_guess {
                self.screened(&here, next.combination, scale, candidates);
                continue;
            }
            if !next.sized.holds {
                // another size seldom opens the gate
                let Some(fewer) = failing.checked_sub(1) else { continue };
                failing = fewer;
            }
            left -= 1;
            let case = next.combination.of(start);
            best = self.kept(&case, &next.promise).map_or(best, |kept| best.or_better(kept));
            next.tried.add(next.promise.per_launch);
            if let Some(promise) = scale.best_size(&CountRules::of(start), &next.sized, next.tried)
            {
                candidates.add(Screened { promise, ..next });
            }
        }
        best
    }

    /// Whether the size is open with decisions that go with it.
    pub(super) fn are_sizes_searched(&self) -> bool {
        let others = [Decision::Lift, Decision::EclipseShare, Decision::Louvers];
        self.is_open(Decision::Size) && others.into_iter().any(|decision| self.is_open(decision))
    }

    /// The shares in shadow that may help where the first holds not every gate: all where the first
    /// and the last fail at different gates, else both ends.
    fn shares_of_infeasible(
        &mut self,
        start: &Case,
        first: &Trial,
        rungs: Range<usize>,
    ) -> impl Iterator<Item = usize> + use<> {
        let last = rungs.clone().next_back().filter(|last| Some(*last) != rungs.clone().next());
        let ends = [rungs.clone().next(), last];
        let is_between = last.is_some_and(|share| {
            let last = Combination { share: Some(share), ..Combination::default() };
            self.sized_anew(&last.of(start)).standing.fails_otherwise(&first.standing)
        });
        rungs.filter(move |share| is_between || ends.contains(&Some(*share)))
    }

    /// A design at a size that is about right: the largest that a launch takes; at its best size
    /// where that holds not every gate.
    pub(super) fn first_size(&mut self, case: &Case) -> Trial {
        if !self.is_open(Decision::Size) {
            return self.tried(case);
        }
        let per_launch = case.most_per_launch().map_or(1.0, Ratio::base);
        let first = self.sized_for(case, (per_launch, least(case)));
        let first = first.filter(|first| first.standing.is_feasible());
        first.unwrap_or_else(|| self.sized_anew(case))
    }

    /// A design at a size that promised to be cheap.
    fn kept(&mut self, case: &Case, promise: &Promise) -> Option<Trial> {
        if !Self::is_dedicated(case) {
            return Some(self.sized_anew(case));
        }
        self.sized_for(case, (f64::from(promise.per_launch), promise.count))
    }

    /// The best size, and the share of a launch that one satellite takes where the size is stated;
    /// one where it is not.
    fn sized_anew_with_share(&mut self, case: &Case) -> (Trial, f64) {
        if self.is_open(Decision::Size) {
            return (self.sized_anew(case), 1.0);
        }
        let closed = self.close(case);
        (self.price(&closed), closed.share)
    }

    /// The best of all lifts with some shares in shadow, where a design has one size, or where none
    /// holds every gate: of each share the lifts until one more is neither better nor lighter.
    fn all_lifts(
        &mut self,
        start: &Case,
        mut best: Trial,
        shares: impl Iterator<Item = usize>,
    ) -> Trial {
        let n_lifts = if self.is_open(Decision::Lift) { LIFTS.len() } else { 1 };
        let mut shares = shares.map(Some).peekable();
        let stated = shares.peek().is_none().then_some(None);
        for share in shares.chain(stated) {
            let mut before: Option<(DesignStanding, f64)> = None;
            for lift in 0..n_lifts {
                let lift = self.is_open(Decision::Lift).then_some(lift);
                let next = Combination { share, lift, ..Combination::default() };
                let (now, of_launch) = self.sized_anew_with_share(&next.of(start));
                best = self.or_with_louvers(start, best.or_better(now), share);
                let is_worse = |(standing, share): (DesignStanding, f64)| {
                    !now.standing.beats(&standing) && of_launch >= share
                };
                if before.is_some_and(is_worse) {
                    break;
                }
                before = Some((now.standing, of_launch));
            }
        }
        best
    }

    /// The shares in shadow that are open, but for those with which the chips swing too far.
    fn rungs_in_shadow(&mut self, start: &Case) -> Range<usize> {
        if !self.is_open(Decision::EclipseShare) {
            return 0..0;
        }
        let sized = self.at_one_size(start);
        // Louvers keep chips warmer that would swing too far without them.
        let may_bind = !self.is_open(Decision::Louvers)
            && start.it.chip_swing_limit.base() < start.it.chip_temperature_limit.base();
        let mut swings = |rung: usize| {
            let coolness = self.coolness(&with_share(&sized, SHARES[rung]));
            coolness.is_some_and(|(_, beyond)| beyond > 0.0)
        };
        let (mut low, mut high) = (0, SHARES.len() - 1);
        if !may_bind || !swings(low) {
            return 0..SHARES.len();
        }
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            let end = if swings(middle) { &mut low } else { &mut high };
            *end = middle;
        }
        high..SHARES.len()
    }

    /// The case with as few satellites as it may have, where their number is open.
    pub(super) fn at_one_size(&self, case: &Case) -> Case {
        if self.is_open(Decision::Size) { with_count(case, least(case)) } else { *case }
    }

    /// How cost and mass follow the size of a design, and its number of satellites; none where two
    /// sizes do not tell.
    fn scale(&mut self, best: &Trial) -> Option<(SizeEffect, f64)> {
        let count = best.case.satellite.count.base();
        let (one, resold) = self.sized_both_ways(&best.case);
        let other = self.sized(&with_count(&best.case, (FARTHER * count).ceil()));
        let third = self.sized(&with_count(&best.case, (FARTHER * other.count).ceil()));
        let is_shared = !Self::is_dedicated(&best.case);
        let scale = SizeEffect::new(&[one, other, third], &resold, is_shared)?;
        self.keep_size_effect(scale);
        Some((scale, count))
    }

    /// Adds the combinations with one share in shadow: without a heat pump, with lifts, and with
    /// louvers. Gives what lifts change, where another share has not told it before.
    fn screen(
        &mut self,
        start: &Case,
        share: Option<usize>,
        scale: &SizeEffect,
        candidates: &mut Candidates,
        known: Option<&LiftEffects>,
    ) -> Option<LiftEffects> {
        let bare = Combination { share, ..Combination::default() };
        let without = self.screened(start, bare, scale, candidates);
        self.screen_louvers(start, bare, scale, candidates);
        if !self.is_open(Decision::Lift) {
            return None;
        }
        let Some(known) = known else {
            return Some(self.screen_lifts(start, (bare, without), scale, candidates));
        };
        for (rung, effect) in known.iter().enumerate().skip(1) {
            let lifted = Combination { lift: Some(rung), ..bare };
            let Some((none, with)) = known[0].zip(*effect) else { break };
            match scale.changed_alike(&without, (&none, &with)) {
                Some(guess) => {
                    let bound = (scale, f64::INFINITY);
                    candidates.add_told(&CountRules::of(start), lifted, guess, bound);
                }
                None => {
                    self.screened(start, lifted, scale, candidates);
                }
            }
        }
        None
    }

    /// Adds the combinations with each lift, until more of it makes the satellite heavier and
    /// dearer.
    fn screen_lifts(
        &mut self,
        start: &Case,
        (bare, without): (Combination, Sized),
        scale: &SizeEffect,
        candidates: &mut Candidates,
    ) -> LiftEffects {
        let mut effects = [None; LIFTS.len()];
        effects[0] = Some(without);
        let mut before = without;
        for (rung, effect) in effects.iter_mut().enumerate().skip(1) {
            let lifted = Combination { lift: Some(rung), ..bare };
            let now = self.screened(start, lifted, scale, candidates);
            *effect = Some(now);
            let is_comparable = now.count.to_bits() == before.count.to_bits();
            if is_comparable && scale.is_worse(&now, &before) {
                break;
            }
            before = now;
        }
        effects
    }

    pub(super) fn screened(
        &mut self,
        start: &Case,
        combination: Combination,
        scale: &SizeEffect,
        candidates: &mut Candidates,
    ) -> Sized {
        let case = combination.of(start);
        let sized = self.sized_where_it_fits(&case);
        let tried = TriedSizes::default();
        let promise = scale.best_size(&CountRules::of(start), &sized, tried);
        if let Some(promise) = promise.filter(|promise| promise.cost.is_finite()) {
            candidates.add(Screened { combination, sized, tried, promise, is_guess: false });
        }
        sized
    }

    /// A design at one size, or at a smaller one where no launch takes it at that.
    fn sized_where_it_fits(&mut self, case: &Case) -> Sized {
        let mut sized = self.sized(case);
        for _ in 0..MOST_HALVINGS {
            if sized.cost.is_finite() || !sized.share.is_finite() {
                break;
            }
            sized = self.sized(&with_count(case, FARTHER * sized.count));
        }
        sized
    }

    fn screen_louvers(
        &mut self,
        start: &Case,
        bare: Combination,
        scale: &SizeEffect,
        candidates: &mut Candidates,
    ) {
        if !self.take_cooled() || !self.is_open(Decision::Louvers) {
            return;
        }
        for rung in self.louvers_that_keep_warm(&bare.of(start)) {
            let kept = Combination { louvers: Some(rung), ..bare };
            self.screened(start, kept, scale, candidates);
        }
    }

    /// Louvers where a design fell too cold in shadow: the fewest that keep its coolant liquid and
    /// its chips within their swing, and more.
    fn louvers_that_keep_warm(&mut self, case: &Case) -> Range<usize> {
        let is_warm = |bench: &mut Self, rung: &usize| {
            let coolness = bench.coolness(&with_louvers(case, LOUVERS[*rung]));
            coolness.is_some_and(|(above, beyond)| above >= 0.0 && beyond <= 0.0)
        };
        let fewest = (0..LOUVERS.len()).find(|rung| is_warm(self, rung));
        let end = |fewest: usize| LOUVERS.len().min(fewest + STEPS_OF_LOUVERS);
        fewest.map_or(0..0, |fewest| fewest..end(fewest))
    }

    /// The best with louvers where a design without them fell too cold in shadow.
    fn or_with_louvers(&mut self, start: &Case, mut best: Trial, share: Option<usize>) -> Trial {
        if !self.take_cooled() || !self.is_open(Decision::Louvers) {
            return best;
        }
        let bare = Combination { share, ..Combination::default() };
        let here = self.at_one_size(&bare.of(start));
        for rung in self.louvers_that_keep_warm(&here) {
            let kept = Combination { louvers: Some(rung), ..bare };
            best = best.or_better(self.sized_anew(&kept.of(start)));
        }
        best
    }
}
