//! Where no design holds every gate: the least violation that the open decisions leave.

use super::bench::{DesignBench, Trial};
use super::combinations::Combination;
use super::counts::with_count;
use super::ladder::Ladder;
use crate::system::decisions::Decision;
use crate::system::inputs::Case;

/// Combinations of which the best size is searched.
const MOST_SIZED: usize = 3;
/// Relative difference of violations that counts as none.
const ALIKE: f64 = 1.0e-6;
/// Rounds over all ladders at most; a round that changes nothing ends them.
const MOST_ROUNDS: usize = 4;

impl DesignBench<'_> {
    /// The design whose worst violation is least, then the cheapest of those that are found on the
    /// way to it.
    pub(super) fn least_violated(&mut self, start: &Case, first: &Trial) -> Trial {
        let mut best = *first;
        if self.do_combinations_matter(start, first) {
            for trial in self.least_at_the_size_of(start, first).into_iter().flatten() {
                best = best.or_better(self.sized_anew(&trial.case));
            }
        }
        self.climbed(&best)
    }

    /// Whether the violation of a design changes with share in shadow, lift or louvers.
    fn do_combinations_matter(&mut self, start: &Case, first: &Trial) -> bool {
        let mut probes = Combination::farthest(self.open());
        probes.any(|probe| {
            let other = self.at_the_size_of(first, &probe.of(start)).standing.violation;
            let change = (other - first.standing.violation).abs();
            change.is_nan() || change > ALIKE * first.standing.violation
        })
    }

    /// Of the combinations at the size of a design those that violate least.
    fn least_at_the_size_of(&mut self, start: &Case, first: &Trial) -> [Option<Trial>; MOST_SIZED] {
        let beats = |one: &Option<Trial>, other: &Option<Trial>| match (one, other) {
            (Some(one), Some(other)) => one.standing.beats(&other.standing),
            (one, _) => one.is_some(),
        };
        let mut least = [None; MOST_SIZED];
        for combination in Combination::all(self.open()) {
            let mut carried = Some(self.at_the_size_of(first, &combination.of(start)));
            for place in &mut least {
                if beats(&carried, place) {
                    std::mem::swap(place, &mut carried);
                }
            }
        }
        least
    }

    fn at_the_size_of(&mut self, first: &Trial, case: &Case) -> Trial {
        self.tried(&with_count(case, first.case.satellite.count.base()))
    }

    /// Goes up and down the ladder of each open decision while that is better.
    fn climbed(&mut self, from: &Trial) -> Trial {
        self.moved_by_one_of(from, &Decision::ALL)
    }

    /// Goes up and down the ladder of each of some open decisions while that is better.
    pub(super) fn moved_by_one_of(&mut self, from: &Trial, decisions: &[Decision]) -> Trial {
        let mut best = *from;
        for _ in 0..MOST_ROUNDS {
            let before = best.standing;
            let open = decisions.iter().filter(|decision| from.case.open.has(**decision));
            for ladder in open.filter_map(|decision| Ladder::of(*decision)) {
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
