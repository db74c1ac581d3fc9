//! What a design would cost at other sizes, told from one size of it: most designs are ruled out
//! before their size is searched.
//!
//! At one total IT power, what a fleet costs beside its launches is nearly `a + b n + c / n` over
//! the number of satellites, and the share of a launch that a satellite takes `a + b / k + c / k²`,
//! where the last terms stand for gyros and booms, which grow faster than size. Both are those of
//! one design at three sizes; another design has its own level.

use super::counts::CountRules;
use crate::numeric::whole::{whole_at_least, whole_at_most};
use std::ops::Range;

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
    /// Whether every gate holds.
    pub(super) holds: bool,
}

/// What a decision changes of a design at one size, as ratios.
#[derive(Debug, Clone, Copy)]
pub(super) struct SizedChange {
    share: f64,
    total: f64,
    rest: f64,
    per_launch: f64,
}

impl SizedChange {
    /// Between two designs of one number of working satellites, each with what one more launch
    /// costs; none where their numbers differ or one has no cost.
    pub(super) fn between(from: (&Sized, f64), to: (&Sized, f64)) -> Option<Self> {
        let rest = |(sized, per_launch): (&Sized, f64)| sized.cost - per_launch * sized.paid;
        let change = Self {
            share: to.0.share / from.0.share,
            total: to.0.total / from.0.total,
            rest: rest(to) / rest(from),
            per_launch: to.1 / from.1,
        };
        let ratios = [change.share, change.total, change.rest, change.per_launch];
        let is_told = ratios.into_iter().all(|ratio| ratio.is_finite() && ratio > 0.0);
        let is_alike = from.0.count.to_bits() == to.0.count.to_bits();
        (is_told && is_alike).then_some(change)
    }

    /// No change.
    pub(super) const NONE: Self = Self { share: 1.0, total: 1.0, rest: 1.0, per_launch: 1.0 };

    /// The change halfway to another.
    pub(super) fn halfway_to(&self, other: &Self) -> Self {
        let both = self.with(other);
        Self {
            share: both.share.sqrt(),
            total: both.total.sqrt(),
            rest: both.rest.sqrt(),
            per_launch: both.per_launch.sqrt(),
        }
    }

    /// By how much cost changes where launches are this share of it, and pay for mass alone.
    pub(super) fn worth(&self, launches: f64) -> f64 {
        let mass = self.share * self.total * self.per_launch - 1.0;
        mass * launches + (self.rest - 1.0) * (1.0 - launches).max(0.0)
    }

    /// Both changes.
    pub(super) fn with(&self, other: &Self) -> Self {
        Self {
            share: self.share * other.share,
            total: self.total * other.total,
            rest: self.rest * other.rest,
            per_launch: self.per_launch * other.per_launch,
        }
    }
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

    pub(super) const fn has(self, per_launch: u32) -> bool {
        self.0 & (1 << (per_launch % MOST_PER_LAUNCH)) != 0
    }
}

/// Numbers of satellites per launch that are looked at: the stated one, or one after the other.
fn per_launch_of(rules: &CountRules) -> Range<u32> {
    let Some(stated) = rules.most_per_launch else { return 1..MOST_PER_LAUNCH + 1 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a stated count")]
    let stated = stated.max(1.0) as u32;
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

    /// The least sum of the shares of so many satellites or more.
    fn least_sum_from(&self, count: f64) -> f64 {
        let lightest = (self.bend / self.level).sqrt();
        let most = if lightest.is_nan() { count } else { count.max(lightest) };
        most * self.at(most)
    }

    /// The fewest satellites whose share is at most this one; none where it is below all.
    fn fewest_below(&self, share: f64) -> Option<f64> {
        let room = share - self.level;
        let root = (self.slope * self.slope + 4.0 * self.bend * room).max(0.0).sqrt();
        (room > 0.0).then(|| whole_at_least((self.slope + root) / (2.0 * room)))
    }
}

/// Cost beside launches as `a + b n + c / n` over the number of satellites.
#[derive(Debug, Clone, Copy)]
struct RestOfSize {
    per_satellite: f64,
    bend: f64,
}

impl RestOfSize {
    const NONE: Self = Self { per_satellite: 0.0, bend: 0.0 };

    /// Through the costs at three numbers, of which the last may be none; neither term is below
    /// zero.
    fn through([one, other, third]: [(f64, f64); 3]) -> Self {
        let slope = |(n, cost): (f64, f64), (m, more): (f64, f64)| (more - cost) / (m - n);
        let (near, far) = (slope(one, other), slope(other, third));
        let bend_of = |(n, _): (f64, f64), (m, _): (f64, f64)| 1.0 / (n * m);
        let bend = (far - near) / (bend_of(one, other) - bend_of(other, third));
        let per_satellite = near + bend * bend_of(one, other);
        if bend.is_finite() && bend >= 0.0 && per_satellite >= 0.0 {
            return Self { per_satellite, bend };
        }
        if near < 0.0 {
            return Self { per_satellite: 0.0, bend: -near / bend_of(one, other) };
        }
        Self { per_satellite: near, bend: 0.0 }
    }

    fn at(&self, all: f64) -> f64 {
        self.per_satellite * all + self.bend / all
    }

    /// The least of this number or more.
    fn least_from(&self, all: f64) -> f64 {
        let cheapest = (self.bend / self.per_satellite).sqrt();
        if self.bend > 0.0 { self.at(all.max(cheapest)) } else { self.at(all) }
    }

    fn times(&self, ratio: f64) -> Self {
        Self { per_satellite: self.per_satellite * ratio, bend: self.bend * ratio }
    }
}

/// How cost and mass follow size.
#[derive(Debug, Clone, Copy)]
pub(super) struct SizeEffect {
    share: ShareOfSize,
    rest: RestOfSize,
    per_launch: f64,
    is_shared: bool,
    slack: Slack,
}

/// By how much a share of a launch may be off, and a cost.
#[derive(Debug, Clone, Copy)]
struct Slack {
    share: f64,
    cost: f64,
}

/// Of another size than the one that was told apart.
const FAR: Slack = Slack { share: 0.005, cost: 0.006 };
/// Of nearly the same size.
const NEAR: Slack = Slack { share: 0.0, cost: 0.0 };

impl SizeEffect {
    /// From one design at three sizes, at the first of them with launches the other way: whole
    /// where they are shared.
    pub(super) fn new(sizes: &[Sized; 3], resold: &Sized, is_shared: bool) -> Option<Self> {
        let one = &sizes[0];
        let share = ShareOfSize::through(sizes.map(|sized| (sized.count, sized.share)));
        let mut scale = Self {
            share,
            rest: RestOfSize::NONE,
            per_launch: (one.cost - resold.cost) / (one.paid - resold.paid),
            is_shared,
            slack: FAR,
        };
        scale.rest = RestOfSize::through(sizes.map(|sized| (sized.total, scale.rest(&sized))));
        let RestOfSize { per_satellite, bend } = scale.rest;
        let numbers = [share.level, share.slope, scale.per_launch, per_satellite, bend];
        numbers.into_iter().all(f64::is_finite).then_some(scale)
    }

    /// Of a design of which one size alone counts.
    pub(super) fn at_one_size(per_launch: f64, is_shared: bool) -> Self {
        let share = ShareOfSize { level: 0.0, slope: 1.0, bend: 0.0 };
        Self { share, rest: RestOfSize::NONE, per_launch, is_shared, slack: NEAR }
    }

    /// The same near the size that was told apart, with the price of one more launch there.
    pub(super) const fn nearby(&self, per_launch: f64) -> Self {
        Self { per_launch, slack: NEAR, ..*self }
    }

    /// The same after a change.
    pub(super) fn changed(&self, change: &SizedChange) -> Self {
        Self {
            per_launch: self.per_launch * change.per_launch,
            rest: self.rest.times(change.rest),
            ..*self
        }
    }

    /// A design after a change; what it pays for launches is left to another sum.
    pub(super) fn sized_after(&self, sized: &Sized, change: &SizedChange) -> Sized {
        Sized {
            count: sized.count,
            total: sized.total * change.total,
            share: sized.share * change.share,
            cost: self.rest(sized) * change.rest,
            paid: 0.0,
            holds: sized.holds,
        }
    }

    /// What a design costs with the satellites that it has.
    pub(super) fn cost_at_this_size(&self, rules: &CountRules, sized: &Sized) -> f64 {
        let most = rules.most_per_launch.unwrap_or(f64::INFINITY);
        let carried = whole_at_most(1.0 / sized.share).min(most);
        let paid = if self.is_shared {
            sized.total * sized.share
        } else if carried >= 1.0 {
            whole_at_least(sized.total / carried)
        } else {
            f64::INFINITY
        };
        self.rest(sized) + self.per_launch * paid
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
        rules: &CountRules,
        sized: &Sized,
        tried: TriedSizes,
    ) -> Option<Promise> {
        self.best_size_below(f64::INFINITY, rules, sized, tried)
    }

    /// The same, and none where every size costs as much as a ceiling or more.
    pub(super) fn best_size_below(
        &self,
        ceiling: f64,
        rules: &CountRules,
        sized: &Sized,
        tried: TriedSizes,
    ) -> Option<Promise> {
        let mut best: Option<Promise> = None;
        for per_launch in per_launch_of(rules) {
            let number = f64::from(per_launch);
            let Some(fewest) = self.fewest(sized, number) else { break };
            let fewest = fewest.max(rules.least);
            let lowest = best.map_or(ceiling, |best| best.cost);
            if lowest.is_finite() && lowest <= self.smooth_cost(rules, sized, fewest) {
                break;
            }
            for count in [fewest, fewest.max(sized.count)] {
                let cost = self.cost(rules, sized, count, number) * (1.0 - self.slack.cost);
                let is_better = cost < best.map_or(ceiling, |best| best.cost);
                if is_better && !tried.has(per_launch) {
                    best = Some(Promise { per_launch, count, cost });
                }
            }
            if self.is_shared || rules.total(fewest) <= number {
                break;
            }
        }
        best
    }

    /// Less than what a design costs with so many satellites or more: spare satellites as a share,
    /// and of launches no more than it takes.
    fn smooth_cost(&self, rules: &CountRules, sized: &Sized, count: f64) -> f64 {
        let with_spares = 1.0 + rules.spares;
        let level = sized.share / self.share.at(sized.count);
        let shares = level * self.share.least_sum_from(count) / (1.0 + self.slack.share);
        let paid = with_spares * shares;
        let more = self.rest.least_from(with_spares * count) - self.rest.at(sized.total);
        (self.rest(sized) + more + self.per_launch * paid) * (1.0 - self.slack.cost)
    }

    /// What a design costs with so many satellites.
    fn cost(&self, rules: &CountRules, sized: &Sized, count: f64, per_launch: f64) -> f64 {
        let share = self.share_of(sized, count) / (1.0 + self.slack.share);
        let (all, paid) = if self.is_shared {
            // Spare ones as a share: between two steps of their whole number it can be so few.
            let all = count * (1.0 + rules.spares);
            (all, all * share)
        } else {
            let all = rules.total(count);
            // The last number that is looked at stands for all beyond it.
            let is_last = per_launch >= f64::from(MOST_PER_LAUNCH);
            let carried = if is_last && rules.most_per_launch.is_none() {
                per_launch.max((1.0 / share).floor())
            } else {
                per_launch
            };
            (all, whole_at_least(all / carried))
        };
        let more = self.rest.at(all) - self.rest.at(sized.total);
        self.rest(sized) + more + self.per_launch * paid
    }

    /// Share of a launch that a satellite of a design takes where so many are at work.
    fn share_of(&self, sized: &Sized, count: f64) -> f64 {
        sized.share * self.share.at(count) / self.share.at(sized.count)
    }

    /// The fewest satellites of a design of which one launch may take so many; none where it takes
    /// no such number.
    fn fewest(&self, sized: &Sized, per_launch: f64) -> Option<f64> {
        let level = sized.share / self.share.at(sized.count);
        self.share.fewest_below((1.0 + self.slack.share) / (per_launch * level))
    }
}
