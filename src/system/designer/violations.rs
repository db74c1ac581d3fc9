//! Where no design holds every gate: the least violation that the open decisions leave.

use super::bench::{DesignBench, Trial};
use super::configurations::Combination;
use super::counts::with_count;
use super::ladder::Ladder;
use crate::system::decisions::Decision;
use crate::system::inputs::Case;

/// Combinations of which the best size is searched.
const MOST_SIZED: usize = 6;
/// Rounds over all ladders at most; a round that changes nothing ends them.
const MOST_ROUNDS: usize = 4;

impl DesignBench<'_> {
    /// The design whose worst violation is least, then the cheapest of those that are found on the
    /// way to it.
    pub(super) fn least_violated(&mut self, start: &Case, first: &Trial) -> Trial {
        let mut least: [Option<Trial>; MOST_SIZED] = [None; MOST_SIZED];
        for combination in Combination::all(self.open()) {
            let mut carried = Some(self.tried_where_it_fits(&combination.of(start)));
            for place in &mut least {
                let beats = |one: &Option<Trial>, other: &Option<Trial>| match (one, other) {
                    (Some(one), Some(other)) => one.standing.beats(&other.standing),
                    (one, _) => one.is_some(),
                };
                if beats(&carried, place) {
                    std::mem::swap(place, &mut carried);
                }
            }
        }
        let mut best = *first;
        for trial in least.into_iter().flatten() {
            best = best.or_better(self.sized_anew(&trial.case));
        }
        self.climbed(&best)
    }

    /// A design at the fewest satellites of which a launch takes one.
    fn tried_where_it_fits(&mut self, case: &Case) -> Trial {
        let from = super::counts::least(case);
        let there = with_count(case, from);
        let closed = self.close(&there);
        let fits = (from * closed.share).ceil();
        if closed.fits >= 1.0 || !fits.is_finite() {
            return self.price(&closed);
        }
        self.tried(&with_count(case, fits))
    }

    /// Goes up and down the ladder of each open decision while that is better.
    fn climbed(&mut self, from: &Trial) -> Trial {
        let mut best = *from;
        for _ in 0..MOST_ROUNDS {
            let before = best.standing;
            let open = Decision::ALL.into_iter().filter(|decision| from.case.open.has(*decision));
            for ladder in open.filter_map(Ladder::of) {
                best = self.climbed_towards(&best, ladder, |rung| Some(rung + 1));
                best = self.climbed_towards(&best, ladder, |rung| rung.checked_sub(1));
            }
            if best.standing == before {
                break;
            }
        }
        best
    }

    fn climbed_towards(
        &mut self,
        from: &Trial,
        ladder: Ladder,
        next: fn(usize) -> Option<usize>,
    ) -> Trial {
        let (mut best, mut rung) = (*from, ladder.rung(&from.case));
        while let Some((beside, case)) = ladder.moved(&best.case, rung, next) {
            let trial = self.sized_near(&case, &best);
            if !trial.standing.beats(&best.standing) {
                break;
            }
            (best, rung) = (trial, beside);
        }
        best
    }
}
