//! What a design would cost at other sizes, told from one size of it: most designs are ruled out
//! before their size is searched.
//!
//! At one total IT power, what a fleet costs beside its launches grows by the same amount with
//! each satellite, and the share of a launch that a satellite takes is nearly `a + b / k + c / k²`
//! over the number of satellites, where the last term stands for gyros, which grow faster than
//! size. The line is that of one design at two sizes, the share that of three; another design has
//! its own level.

use super::counts::{least, total};
use crate::numeric::whole::whole_at_least;
use crate::system::inputs::Case;
use std::ops::Range;

/// By how much a share of a launch may be off, and a cost.
const SHARE_SLACK: f64 = 0.005;
const COST_SLACK: f64 = 0.006;
/// By how much a share and a cost may be below what another design tells of it.
const GUESS_SLACK: f64 = 0.003;
/// Satellites per launch that are looked at.
const MOST_PER_LAUNCH: u32 = 64;

/// One design at one size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sized {
    /// Working satellites.
    pub(super) count: f64,
    /// Spare ones with them.
    pub(super) total: f64,
    /// Share of a launch that one takes.
    pub(super) share: f64,
    /// What it costs.
    pub(super) cost: f64,
    /// Launches that are paid for.
    pub(super) paid: f64,
}

/// A size at which a design may cost least.
#[derive(Debug, Clone, Copy)]
pub(super) struct Promise {
    /// Satellites per launch.
    pub(super) per_launch: u32,
    /// Working satellites.
    pub(super) count: f64,
    /// Bound on the cost.
    pub(super) cost: f64,
}

/// Numbers of satellites per launch that were tried.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TriedSizes(u64);

impl TriedSizes {
    pub(super) const fn add(&mut self, per_launch: u32) {
        self.0 |= 1 << (per_launch % MOST_PER_LAUNCH);
    }

    const fn has(self, per_launch: u32) -> bool {
        self.0 & (1 << (per_launch % MOST_PER_LAUNCH)) != 0
    }
}

/// Numbers of satellites per launch that are looked at: the stated one, or one after the other.
fn per_launch_of(case: &Case) -> Range<u32> {
    let Some(stated) = case.most_per_launch() else { return 1..MOST_PER_LAUNCH + 1 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a stated count")]
    let stated = stated.base().max(1.0) as u32;
    stated..stated + 1
}

/// Share of a launch as `a + b / k + c / k²` over the number of satellites.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShareOfSize {
    level: f64,
    slope: f64,
    bend: f64,
}

impl ShareOfSize {
    /// Through the shares at three numbers; a line through two of them where no satellite closes
    /// at the third.
    pub(super) fn through([one, other, third]: [(f64, f64); 3]) -> Self {
        let slope =
            |(n, share): (f64, f64), (m, less): (f64, f64)| (share - less) / (1.0 / n - 1.0 / m);
        let (near, far) = (slope(one, other), slope(other, third));
        let bend = (near - far) / (1.0 / one.0 - 1.0 / third.0);
        let bend = if bend.is_finite() { bend } else { 0.0 };
        let slope = near - bend * (1.0 / one.0 + 1.0 / other.0);
        Self { level: one.1 - (slope + bend / one.0) / one.0, slope, bend }
    }

    fn at(&self, count: f64) -> f64 {
        self.level + (self.slope + self.bend / count) / count
    }

    /// The fewest satellites whose share is at most this one; none where it is below all.
    fn fewest_below(&self, share: f64) -> Option<f64> {
        let room = share - self.level;
        let root = (self.slope * self.slope + 4.0 * self.bend * room).max(0.0).sqrt();
        (room > 0.0).then(|| whole_at_least((self.slope + root) / (2.0 * room)))
    }
}

/// How cost and mass follow size.
#[derive(Debug, Clone, Copy)]
pub(super) struct SizeEffect {
    share: ShareOfSize,
    per_satellite: f64,
    per_launch: f64,
    is_shared: bool,
}

impl SizeEffect {
    /// From one design at two sizes, at the first of them with launches the other way: whole where
    /// they are shared, and its share of a launch at three sizes.
    pub(super) fn new(
        (one, other): (&Sized, &Sized),
        resold: &Sized,
        share: ShareOfSize,
        is_shared: bool,
    ) -> Option<Self> {
        let mut scale = Self {
            share,
            per_satellite: 0.0,
            per_launch: (one.cost - resold.cost) / (one.paid - resold.paid),
            is_shared,
        };
        let more = (scale.rest(one) - scale.rest(other)) / (one.total - other.total);
        scale.per_satellite = more.max(0.0);
        let numbers = [share.level, share.slope, scale.per_launch, scale.per_satellite];
        numbers.into_iter().all(f64::is_finite).then_some(scale)
    }

    /// Cost beside launches.
    fn rest(&self, sized: &Sized) -> f64 {
        sized.cost - self.per_launch * sized.paid
    }

    /// A design changed as two others of one number of satellites differ; none where their numbers
    /// differ. A change that saves as much on a heavier design saves no larger share of it.
    pub(super) fn changed_alike(
        &self,
        sized: &Sized,
        (from, to): (&Sized, &Sized),
    ) -> Option<Sized> {
        let is_alike = from.count.to_bits() == to.count.to_bits();
        let changed = Sized {
            share: sized.share * to.share / from.share * (1.0 - GUESS_SLACK),
            cost: (sized.cost + self.rest(to) - self.rest(from)) * (1.0 - GUESS_SLACK),
            ..*sized
        };
        let is_told = changed.cost.is_finite() && changed.share.is_finite();
        (is_alike && is_told).then_some(changed)
    }

    /// Whether a design is both heavier than another and dearer beside its launches.
    pub(super) fn is_worse(&self, sized: &Sized, than: &Sized) -> bool {
        sized.share >= than.share && self.rest(sized) >= self.rest(than)
    }

    /// The size at which a design may cost least, of the numbers per launch that are not yet tried;
    /// none where all are.
    pub(super) fn best_size(
        &self,
        case: &Case,
        sized: &Sized,
        tried: TriedSizes,
    ) -> Option<Promise> {
        let mut best: Option<Promise> = None;
        for per_launch in per_launch_of(case) {
            let number = f64::from(per_launch);
            let Some(fewest) = self.fewest(sized, number) else { break };
            let fewest = fewest.max(least(case));
            for count in [fewest, fewest.max(sized.count)] {
                let cost = self.cost(case, sized, count, number) * (1.0 - COST_SLACK);
                let is_better = best.is_none_or(|best| cost < best.cost);
                if is_better && !tried.has(per_launch) {
                    best = Some(Promise { per_launch, count, cost });
                }
            }
            if self.is_shared || total(case, fewest) <= number {
                break;
            }
        }
        best
    }

    /// What a design costs with so many satellites.
    fn cost(&self, case: &Case, sized: &Sized, count: f64, per_launch: f64) -> f64 {
        let share = self.share_of(sized, count) / (1.0 + SHARE_SLACK);
        let (all, paid) = if self.is_shared {
            // Spare ones as a share: between two steps of their whole number it can be so few.
            let all = count * (1.0 + case.fleet.spares.base());
            (all, all * share)
        } else {
            let all = total(case, count);
            // The last number that is looked at stands for all beyond it.
            let is_last = per_launch >= f64::from(MOST_PER_LAUNCH);
            let carried = if is_last && case.most_per_launch().is_none() {
                per_launch.max((1.0 / share).floor())
            } else {
                per_launch
            };
            (all, whole_at_least(all / carried))
        };
        self.rest(sized) + self.per_satellite * (all - sized.total) + self.per_launch * paid
    }

    /// Share of a launch that a satellite of a design takes where so many are at work.
    fn share_of(&self, sized: &Sized, count: f64) -> f64 {
        sized.share * self.share.at(count) / self.share.at(sized.count)
    }

    /// The fewest satellites of a design of which one launch may take so many; none where it takes
    /// no such number.
    fn fewest(&self, sized: &Sized, per_launch: f64) -> Option<f64> {
        let level = sized.share / self.share.at(sized.count);
        self.share.fewest_below((1.0 + SHARE_SLACK) / (per_launch * level))
    }
}
