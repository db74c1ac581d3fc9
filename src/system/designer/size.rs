//! How many satellites share the IT power: the cheapest of all whole numbers.

use super::bench::{Closed, DesignBench, Trial};
use super::counts::{MOST_SATELLITES, least, total, with_count};
use crate::numeric::whole::{whole_at_least, whole_at_most};
use crate::system::decisions::Decision;
use crate::system::design::Sizes;
use crate::system::inputs::Case;
use crate::units::Ratio;

/// Numbers of satellites per launch that may bring nothing before the search ends.
const WITHOUT_GAIN: u32 = 4;
/// Satellites that are closed for one number per launch at most.
const MOST_PROBES: u32 = 48;
/// Numbers of satellites on either side of the best that are all tried on shared launches.
const MOST_AROUND: f64 = 100.0;
/// Numbers on either side that are tried where work changes by steps with size.
const MOST_SCANNED: f64 = 40.0;
/// Sizes that are looked at over the whole range then, and the ratio of their numbers.
const GRID_SIZES: u32 = 48;
const GRID_RATIO: f64 = 1.08;
/// Steps of one satellite before they grow.
const SINGLE_STEPS: u32 = 16;

/// Share of a launch that a satellite takes over the number of satellites: `share = a + b / k`
/// through the last two sizes, or in proportion to size where only one is known.
#[derive(Debug, Clone, Copy, Default)]
struct Curve {
    last: Option<(f64, f64)>,
    before: Option<(f64, f64)>,
}

impl Curve {
    const fn add(&mut self, count: f64, share: f64) {
        self.before = self.last;
        self.last = Some((count, share));
    }

    /// The number of satellites at which one takes this share of a launch.
    fn count_at(&self, share: f64) -> Option<f64> {
        let (k, s) = self.last?;
        let (a, b) = match self.before {
            Some((other, t)) if (other - k).abs() > 0.0 && t.is_finite() => {
                let slope = (s - t) / (1.0 / k - 1.0 / other);
                (s - slope / k, slope)
            }
            _ => (0.0, s * k),
        };
        let count = b / (share - a);
        (count.is_finite() && count > 0.0).then_some(count)
    }
}

impl DesignBench<'_> {
    /// The best size of otherwise the same satellites.
    pub(super) fn sized_anew(&mut self, case: &Case) -> Trial {
        if !self.is_open(Decision::Size) {
            return self.tried(case);
        }
        let mut search = Search::new(self, case);
        if DesignBench::is_dedicated(case) {
            search.in_whole_launches()
        } else {
            search.in_shared_launches()
        }
    }

    /// The best size of which one launch takes so many, beside a guess of the number of satellites;
    /// none where no size does.
    ///
    /// More satellites than the fewest are tried where they may cost less, or where a gate fails.
    pub(super) fn sized_for(&mut self, case: &Case, size: (f64, f64)) -> Option<Trial> {
        let mut search = Search::new(self, case);
        let trial = search.priced_fewest(size)?;
        let trial = search.relieved(&trial);
        Some(search.walked_up(&trial))
    }

    /// The fewest satellites of which one launch takes so many, beside a guess of their number.
    pub(super) fn fewest_for(&mut self, case: &Case, size: (f64, f64)) -> Option<Trial> {
        Search::new(self, case).priced_fewest(size)
    }

    /// The best of sizes from the largest on, at equal ratios.
    pub(super) fn on_a_grid_of_sizes(&mut self, from: &Trial) -> Trial {
        let case = from.case;
        let mut search = Search::new(self, &case);
        let (mut best, mut count) = (*from, least(&case));
        for _ in 0..GRID_SIZES {
            best = best.or_better(search.tried(count));
            count = (count * GRID_RATIO).ceil();
        }
        best
    }

    /// The best of many sizes around that of a design.
    pub(super) fn around_widely(&mut self, from: &Trial) -> Trial {
        let case = from.case;
        let mut search = Search::new(self, &case);
        search.around(least(&case), *from, MOST_SCANNED)
    }

    /// The best size beside that of a design of nearly the same satellites.
    pub(super) fn sized_near(&mut self, case: &Case, near: &Trial) -> Trial {
        if !self.is_open(Decision::Size) {
            return self.tried(case);
        }
        let count = near.case.satellite.count.base();
        let mut search = Search::new(self, case);
        if !DesignBench::is_dedicated(case) {
            return search.tried(count);
        }
        let found = search.priced_fewest((near.per_launch.max(1.0), count));
        found.unwrap_or_else(|| search.tried(count))
    }
}

/// The search for the size of otherwise the same satellites.
struct Search<'s, 'b> {
    bench: &'s mut DesignBench<'b>,
    case: &'s Case,
    /// Closes them fast, where they differ in size alone.
    sizes: Option<Sizes<'s>>,
    curve: Curve,
}

impl<'s, 'b: 's> Search<'s, 'b> {
    fn new(bench: &'s mut DesignBench<'b>, case: &'s Case) -> Self {
        let sizes = bench.sizes(case);
        Self { bench, case, sizes, curve: Curve::default() }
    }

    fn close(&mut self, count: f64) -> Closed {
        let case = with_count(self.case, count);
        match &mut self.sizes {
            Some(sizes) => self.bench.resize(&case, sizes),
            None => self.bench.close(&case),
        }
    }

    fn tried(&mut self, count: f64) -> Trial {
        let closed = self.close(count);
        self.bench.price(&closed)
    }

    /// The fewest satellites of which one launch takes so many, beside a guess of their number.
    fn priced_fewest(&mut self, (per_launch, guess): (f64, f64)) -> Option<Trial> {
        let (_, closed) = self.fewest(per_launch, least(self.case), Some(guess))?;
        Some(self.bench.price(&closed))
    }

    fn in_whole_launches(&mut self) -> Trial {
        let mut from = least(self.case);
        let mut best: Option<Trial> = None;
        let mut without_gain = 0;
        let stated = self.case.most_per_launch().map(Ratio::base);
        let mut per_launch = stated.unwrap_or(1.0);
        while without_gain < WITHOUT_GAIN {
            let Some((count, closed)) = self.fewest(per_launch, from, None) else { break };
            let trial = self.bench.price(&closed);
            let trial = self.relieved(&trial);
            let trial = self.walked_up(&trial);
            let count = count.max(trial.case.satellite.count.base());
            let is_better = best.is_none_or(|best| trial.standing.beats(&best.standing));
            if is_better {
                (best, without_gain) = (Some(trial), 0);
            } else {
                without_gain += 1;
            }
            if stated.is_some() || total(self.case, count) <= per_launch {
                break;
            }
            (from, per_launch) = (count, per_launch.max(closed.fits) + 1.0);
        }
        best.unwrap_or_else(|| self.tried(from))
    }

    /// Where a gate fails, the fewest of more satellites with which all hold; else those with which
    /// the worst is violated least.
    fn relieved(&mut self, trial: &Trial) -> Trial {
        let (mut failing, mut best) = (*trial, *trial);
        while !best.standing.is_feasible() {
            let next = 2.0 * best.case.satellite.count.base();
            let more = (next <= MOST_SATELLITES).then(|| self.tried(next));
            let Some(more) = more.filter(|more| more.standing.beats(&best.standing)) else {
                return best;
            };
            (failing, best) = (best, more);
        }
        let mut below = failing.case.satellite.count.base();
        while best.case.satellite.count.base() - below > 1.0 {
            let middle = whole_at_most(f64::midpoint(below, best.case.satellite.count.base()));
            let trial = self.tried(middle);
            if trial.standing.is_feasible() {
                best = trial;
            } else {
                below = middle;
            }
        }
        best
    }

    /// More satellites, while that is better; in longer and longer steps where it goes on, and in
    /// shorter ones at the end.
    fn walked_up(&mut self, trial: &Trial) -> Trial {
        let (mut best, mut step) = (*trial, 1.0);
        for steps in 0.. {
            let next = best.case.satellite.count.base() + step;
            let trial = self.tried(next);
            if !trial.standing.beats(&best.standing) {
                break;
            }
            (best, step) = (trial, if steps < SINGLE_STEPS { 1.0 } else { 2.0 * step });
        }
        while step > 1.0 {
            step = whole_at_most(step / 2.0);
            for next in [step, -step].map(|step| best.case.satellite.count.base() + step) {
                best = best.or_better(self.tried(next));
            }
        }
        best
    }

    /// The fewest satellites, from some number on, of which one launch takes so many; with as many
    /// as that, all of a smaller fleet.
    fn fewest(&mut self, per_launch: f64, from: f64, guess: Option<f64>) -> Option<(f64, Closed)> {
        let (mut below, mut found): (f64, Option<(f64, Closed)>) = (from - 1.0, None);
        let mut next = guess.or_else(|| self.curve.count_at(1.0 / per_launch)).unwrap_or(from);
        for _ in 0..MOST_PROBES {
            let top = found.map_or(MOST_SATELLITES, |(count, _)| count - 1.0);
            let count = whole_at_least(next).clamp(below + 1.0, top);
            let closed = self.close(count);
            self.curve.add(count, closed.share);
            if closed.fits >= per_launch.min(total(self.case, count)) {
                found = Some((count, closed));
            } else {
                below = count;
            }
            match found {
                Some((count, _)) if count - below <= 1.0 => return found,
                Some((count, _)) => {
                    let middle = whole_at_most(f64::midpoint(below, count));
                    let near = self.curve.count_at(1.0 / per_launch).unwrap_or(middle);
                    next = if near > count { count - 1.0 } else { near };
                }
                None if below >= MOST_SATELLITES => return None,
                None => {
                    let near = self.curve.count_at(1.0 / per_launch);
                    next = near.filter(|near| *near > below).unwrap_or(2.0 * below + 1.0);
                }
            }
        }
        found
    }

    /// Launches are shared: each number of satellites from the fewest on while that is better, and
    /// all of one period of the spare satellites around the best.
    fn in_shared_launches(&mut self) -> Trial {
        let from = least(self.case);
        let stated = self.case.most_per_launch().map_or(1.0, Ratio::base);
        let Some((fewest, closed)) = self.fewest(stated, from, None) else {
            return self.tried(from);
        };
        let first = self.bench.price(&closed);
        let first = self.relieved(&first);
        let fewest = fewest.max(first.case.satellite.count.base());
        let best = self.walked_up(&first);
        let period = 1.0 / self.case.fleet.spares.base();
        self.around(fewest, best, period)
    }

    /// Every number of satellites within a period of the spares of the best; where a period is
    /// long, those nearby and the last before each spare more.
    fn around(&mut self, fewest: f64, mut best: Trial, period: f64) -> Trial {
        let middle = best.case.satellite.count.base();
        if !period.is_finite() {
            return best;
        }
        let reach = period.min(MOST_AROUND);
        let mut count = (middle - reach).max(fewest).floor();
        while count <= middle + reach {
            best = best.or_better(self.tried(count));
            count += 1.0;
        }
        if reach < period {
            let spares = whole_at_least(middle / period);
            for spares in [spares - 1.0, spares, spares + 1.0] {
                let last = whole_at_most(spares * period).max(fewest);
                best = best.or_better(self.tried(last));
            }
        }
        best
    }
}
