//! Where launches leave the satellites: orbits below the working one, from which they raise
//! themselves.
//!
//! What each orbit changes is told from one design at one size; combinations that may cost less
//! from there join those that are searched.

use super::bench::{DesignBench, Trial};
use super::combinations::{Candidates, Combination, Screened};
use super::counts::{CountRules, with_count};
use super::ladder::{other_separations, with_separation};
use super::screen::SizeEffect;
use super::standing::DesignStanding;
use crate::economics::launch::Sharing;
use crate::system::decisions::Decision;
use crate::system::inputs::Case;

/// By how much a design of a stated size may cost less than one of the same combination on shared
/// launches.
const SLACK: f64 = 0.03;

impl DesignBench<'_> {
    /// The best of all combinations, each at its best size and from each orbit of separation.
    pub(super) fn configured(&mut self, start: &Case) -> Trial {
        if !self.is_open(Decision::Raising) {
            return self.configured_from(start);
        }
        if !self.are_sizes_searched() {
            return self.configured_from_each(start);
        }
        let first = self.first_size(start);
        let mut from = *start;
        if !first.standing.is_feasible() {
            // more is carried to a lower orbit
            let low = self.cheapest_orbit(start);
            if self.first_size(&low).standing.beats(&first.standing) {
                from = low;
            }
        }
        self.configured_from(&from)
    }

    /// The best from each orbit of separation that may be the cheapest, of a stated size.
    fn configured_from_each(&mut self, start: &Case) -> Trial {
        let first = self.configured_from(start);
        let mut best = self.judged(&first);
        for rung in other_separations(start) {
            let mut shared = with_separation(&best.case, rung);
            shared.launch.sharing = Sharing::Shared;
            let cost = self.tried(&shared).standing.cost;
            let may_be_cheaper = cost * (1.0 - SLACK) < best.standing.cost;
            if cost.is_finite() && (may_be_cheaper || !best.standing.is_feasible()) {
                let other = self.configured_from(&with_separation(start, rung));
                best = best.or_better(self.judged(&other));
            }
        }
        if !best.standing.is_feasible() {
            self.allow(best.standing.violation);
            best.standing = best.standing.within(self.allowed());
        }
        best
    }

    /// A design as it stands with no violation allowed, as none is from now on.
    fn judged(&mut self, trial: &Trial) -> Trial {
        let standing = self.standing_of(trial);
        self.allow(0.0);
        Trial { standing, ..*trial }
    }

    /// The case from the orbit at which one design costs least on shared launches.
    fn cheapest_orbit(&mut self, start: &Case) -> Case {
        let mut shared = self.at_one_size(start);
        shared.launch.sharing = Sharing::Shared;
        let mut cheapest = (f64::INFINITY, *start);
        for rung in other_separations(start) {
            let cost = self.tried(&with_separation(&shared, rung)).standing.cost;
            if cost < cheapest.0 {
                cheapest = (cost, with_separation(start, rung));
            }
        }
        cheapest.1
    }

    /// Adds the combinations with launches to each other orbit that may cost less than a design.
    pub(super) fn screen_orbits(
        &mut self,
        start: &Case,
        scale: &SizeEffect,
        candidates: &mut Candidates,
        best: DesignStanding,
    ) {
        if !self.is_open(Decision::Raising) {
            return;
        }
        let ceiling = if best.is_feasible() { best.cost } else { f64::INFINITY };
        let Some(Screened { combination, sized: from, .. }) = candidates.best_closed() else {
            return;
        };
        let here = with_count(start, from.count);
        let (rules, n_screened) = (CountRules::of(start), candidates.len());
        for rung in other_separations(start) {
            let there = Combination { orbit: Some(rung), ..combination };
            let to = self.sized(&there.of(&here));
            for at in 0..n_screened {
                let Some(screened) = candidates.at(at) else { continue };
                let other = Combination { orbit: Some(rung), ..screened.combination };
                if let Some(guess) = scale.changed_alike(&screened.sized, (&from, &to)) {
                    candidates.add_told(&rules, other, guess, (scale, ceiling));
                }
            }
        }
    }
}
