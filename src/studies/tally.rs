//! What a stream of samples is remembered by: counts, sums, bins; memory does not grow with the
//! samples.

use super::points::REPLICATES;
use super::readings::reading;
use crate::numeric::statistics::{
    Bins, mean_with_interval, order_interval, ordered, share_interval,
};
use crate::system::evaluation::Evaluation;
use crate::system::verdict::{GATES, N_GATES, binding, is_feasible};
use std::cmp::Ordering;

/// Up to so many samples every number is kept, and quantiles are exact.
pub const EXACT_SAMPLES: u64 = 1 << 16;
/// Designs, as a length.
const DESIGNS: usize = 8;
const _: () = assert!(DESIGNS as u64 == REPLICATES);

/// Sums that run side by side.
const LANES: usize = 8;
/// Form of the state that a later run goes on from.
const STATE_FORM: u64 = 2;

/// One metric over the samples of one design.
#[derive(Debug, Clone, Default, PartialEq)]
struct MetricTally {
    bins: Bins,
    /// Every number, in the pieces in which they came, so that none is copied twice.
    kept: Vec<Vec<f64>>,
    low: Option<f64>,
    high: Option<f64>,
}

impl MetricTally {
    /// Counts some numbers; not a number means that the metric did not exist.
    fn add(&mut self, values: &[f64], sum: &mut f64, keeps: bool) {
        let Some(first) = values.first() else { return };
        if keeps {
            self.kept.push(values.to_vec());
        }
        if values.iter().all(|value| value.to_bits() == first.to_bits()) {
            if first.is_finite() {
                *sum += first * values.len() as f64;
                self.span(*first, *first);
                self.bins.add_many(*first, values.len() as u64);
            }
            return;
        }
        let (mut low, mut high, mut sums) = ([f64::MAX; LANES], [f64::MIN; LANES], [0.0; LANES]);
        for row in values.chunks(LANES) {
            for (lane, value) in row.iter().copied().enumerate() {
                // Comparisons with what is not a number do not hold.
                low[lane] = if value < low[lane] { value } else { low[lane] };
                high[lane] = if value > high[lane] { value } else { high[lane] };
                sums[lane] += if value.is_finite() { value } else { 0.0 };
            }
        }
        *sum += sums.iter().sum::<f64>();
        let low = low.into_iter().fold(f64::MAX, f64::min);
        let high = high.into_iter().fold(f64::MIN, f64::max);
        if low <= high {
            self.span(low, high);
            self.bins.add_all(values);
        }
    }

    fn span(&mut self, low: f64, high: f64) {
        self.low = least(self.low, Some(low));
        self.high = least(self.high.map(|high| -high), Some(-high)).map(|high| -high);
    }

    fn pieces(&self) -> impl Iterator<Item = &[f64]> {
        self.kept.iter().map(Vec::as_slice)
    }

    /// How many numbers lie below a value; one that equals it counts as half.
    fn below(&self, value: f64, keeps: bool) -> f64 {
        if keeps {
            let part = |number: &f64| match number.partial_cmp(&value) {
                Some(Ordering::Less) => 1.0,
                Some(Ordering::Equal) => 0.5,
                _ => 0.0,
            };
            return self.pieces().flatten().map(part).sum();
        }
        let part = |(low, high, count): (f64, f64, u64)| {
            count as f64 * ((value - low) / (high - low)).clamp(0.0, 1.0)
        };
        self.bins.filled().map(part).sum()
    }

    /// Numbers at places in their order, from 0 and between whole places, where `kept` holds every
    /// number; else from the bins.
    fn at(&self, kept: Option<&[&[f64]]>, places: &[f64]) -> Vec<f64> {
        let range = (self.low.unwrap_or(f64::NAN), self.high.unwrap_or(f64::NAN));
        if range.0.to_bits() == range.1.to_bits() {
            return vec![range.0; places.len()];
        }
        let Some(kept) = kept else {
            let read = |place: &f64| self.bins.at_place(*place, range).unwrap_or(f64::NAN);
            return places.iter().map(read).collect();
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place")]
        let whole = |place: f64| place.floor() as u64;
        let sought: Vec<u64> =
            places.iter().flat_map(|place| [whole(*place), whole(*place) + 1]).collect();
        let found = ordered(kept, range, &sought);
        let number = |place: u64| found.get(&place).copied();
        let between = |place: &f64| {
            let low = number(whole(*place)).unwrap_or(f64::NAN);
            let share = place - place.floor();
            let high = number(whole(*place) + 1).filter(|_| share > 0.0);
            high.map_or(low, |high| low + share * (high - low))
        };
        places.iter().map(between).collect()
    }

    fn merge(&mut self, other: &Self) {
        self.bins.merge(&other.bins);
        self.low = least(self.low, other.low);
        self.high =
            least(self.high.map(|high| -high), other.high.map(|high| -high)).map(|high| -high);
    }
}

fn least(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// Counts of samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Samples.
    pub samples: u64,
    /// Samples in which every gate holds.
    pub feasible: u64,
    /// Samples in which orbit costs at most as much as the ground.
    pub wins: u64,
    /// Samples in which both is so.
    pub feasible_wins: u64,
    /// Samples in which each gate fails.
    pub fails: [u64; N_GATES],
    /// Infeasible samples in which each gate binds.
    pub binds: [u64; N_GATES],
}

impl Counts {
    pub(super) fn add(&mut self, evaluation: &Evaluation) {
        let feasible = is_feasible(&evaluation.gates);
        let wins = evaluation.metrics().ratio().cost().is_some_and(|ratio| ratio.base() <= 1.0);
        self.samples += 1;
        self.feasible += u64::from(feasible);
        self.wins += u64::from(wins);
        self.feasible_wins += u64::from(feasible && wins);
        if !feasible {
            for (count, gate) in self.fails.iter_mut().zip(&evaluation.gates) {
                *count += u64::from(!gate.ok);
            }
            self.binds[binding(&evaluation.gates)] += 1;
        }
    }

    fn merge(&mut self, other: &Self) {
        self.samples += other.samples;
        self.feasible += other.feasible;
        self.wins += other.wins;
        self.feasible_wins += other.feasible_wins;
        for gate in 0..N_GATES {
            self.fails[gate] += other.fails[gate];
            self.binds[gate] += other.binds[gate];
        }
    }
}

/// Sums of the metrics over one chunk, design by design: the one part that depends on the order of
/// adding.
pub(super) type Sums = Vec<f64>;

/// Some metrics of some samples, a column for each.
#[derive(Debug)]
pub(super) struct Numbers {
    metrics: Vec<usize>,
    values: Vec<f64>,
    stride: usize,
    len: usize,
}

/// Numbers between the columns, so that they do not all fall into one set of the processor's cache.
const APART: usize = 8;

impl Numbers {
    /// Room for so many samples of these metrics.
    pub(super) fn new(metrics: &[usize], samples: usize) -> Self {
        let stride = samples + APART;
        let values = vec![f64::NAN; metrics.len() * stride];
        Self { metrics: metrics.to_vec(), values, stride, len: 0 }
    }

    pub(super) fn clear(&mut self) {
        self.len = 0;
    }

    /// Adds a sample; one beyond the room is left out.
    #[inline]
    pub(super) fn push(&mut self, evaluation: &Evaluation) {
        if self.len + APART > self.stride {
            return;
        }
        let mut place = self.len;
        for metric in &self.metrics {
            self.values[place] = reading(evaluation, *metric);
            place += self.stride;
        }
        self.len += 1;
    }

    /// The numbers of a metric, by its position among those that are read.
    fn column(&self, at: usize) -> &[f64] {
        &self.values[at * self.stride..at * self.stride + self.len]
    }
}

/// Everything that is remembered of some samples.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// Positions of the metrics that are remembered, rising.
    metrics: Vec<usize>,
    keeps: bool,
    /// A column for each metric, design by design.
    columns: Vec<MetricTally>,
    sums: Sums,
    /// Counts of all samples.
    pub counts: Counts,
}

/// A number with its own 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The number.
    pub value: f64,
    /// Half the width of its interval; none where the samples are too few.
    pub half: Option<f64>,
}

/// Statistics of one metric over the samples.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// Samples in which it exists.
    pub exists: u64,
    /// Lowest and highest, in base units.
    pub range: (f64, f64),
    /// Mean, in base units.
    pub mean: Estimate,
    /// The quantiles asked for, in base units.
    pub quantiles: Vec<Estimate>,
}

impl Summary {
    /// Whether the metric is not the same in all samples in which it exists.
    pub fn varies(&self) -> bool {
        self.range.0 < self.range.1
    }
}

impl Tally {
    /// Nothing yet of these metrics, by their positions. Where `keeps`, every number is kept and
    /// quantiles are exact.
    pub fn new(metrics: &[usize], keeps: bool) -> Self {
        let mut metrics = metrics.to_vec();
        metrics.sort_unstable();
        metrics.dedup();
        let columns = DESIGNS * metrics.len();
        Self {
            metrics,
            keeps,
            columns: vec![MetricTally::default(); columns],
            sums: vec![0.0; columns],
            counts: Counts::default(),
        }
    }

    /// Positions of the metrics that are remembered, rising.
    pub fn metrics(&self) -> &[usize] {
        &self.metrics
    }

    /// Nothing yet of the same.
    pub(super) fn emptied(&self) -> Self {
        Self::new(&self.metrics, self.keeps)
    }

    /// Sums of a chunk, at zero.
    pub(super) fn no_sums(&self) -> Sums {
        vec![0.0; self.sums.len()]
    }

    /// Counts the samples of a design that a table holds. The sums of the chunk are kept apart.
    pub(super) fn add(&mut self, design: usize, numbers: &Numbers, sums: &mut Sums) {
        let span = design * self.metrics.len()..(design + 1) * self.metrics.len();
        for (at, (column, sum)) in
            self.columns[span.clone()].iter_mut().zip(&mut sums[span]).enumerate()
        {
            column.add(numbers.column(at), sum, self.keeps);
        }
    }

    /// Adds the sums of a chunk; chunks come in order.
    pub(super) fn add_sums(&mut self, sums: &Sums) {
        for (own, more) in self.sums.iter_mut().zip(sums) {
            *own += more;
        }
    }

    /// Adds what another worker counted, in any order; numbers that are kept come sorted.
    pub(super) fn merge(&mut self, other: &mut Self) {
        self.counts.merge(&other.counts);
        for (own, more) in self.columns.iter_mut().zip(&mut other.columns) {
            own.merge(more);
            own.kept.append(&mut more.kept);
        }
    }

    /// Places of the columns of a metric, design by design; none where it is not remembered.
    fn places(&self, metric: usize) -> impl Iterator<Item = usize> {
        let found = self.metrics.binary_search(&metric).ok();
        found
            .into_iter()
            .flat_map(|at| (0..DESIGNS).map(move |design| (design, at)))
            .map(|(design, at)| design * self.metrics.len() + at)
    }

    /// What the samples say of every metric that is remembered and exists, with the quantiles at
    /// these shares.
    pub fn summaries(&self, shares: &[f64]) -> Vec<(usize, Summary)> {
        let summary = |metric: &usize| Some((*metric, self.summary(*metric, shares)?));
        self.metrics.iter().filter_map(summary).collect()
    }

    /// What the samples say of a metric, with the quantiles at these shares; `None` where it is not
    /// remembered.
    pub fn summary(&self, metric: usize, shares: &[f64]) -> Option<Summary> {
        let columns: Vec<&MetricTally> = self.places(metric).map(|at| &self.columns[at]).collect();
        let sums: Vec<f64> = self.places(metric).map(|at| self.sums[at]).collect();
        let counts: Vec<u64> = columns.iter().map(|column| column.bins.count()).collect();
        let exists: u64 = counts.iter().sum();
        let low = columns.iter().filter_map(|column| column.low).min_by(f64::total_cmp)?;
        let high = columns.iter().filter_map(|column| column.high).max_by(f64::total_cmp)?;
        let means = sums.iter().zip(&counts).filter(|(_, count)| **count > 0);
        let means: Vec<f64> = means.map(|(sum, count)| sum / *count as f64).collect();
        let mean = sums.iter().sum::<f64>() / exists as f64;
        let mean = Estimate { value: mean, half: half_width(&means) };
        let quantiles = self.quantiles(&columns, shares);
        Some(Summary { exists, range: (low, high), mean, quantiles })
    }

    /// Quantiles of the numbers of all designs. Their intervals are the narrower of two: the spread
    /// between the designs, and the distance of order statistics.
    fn quantiles(&self, columns: &[&MetricTally], shares: &[f64]) -> Vec<Estimate> {
        let mut pooled = MetricTally::default();
        for column in columns {
            pooled.merge(column);
        }
        let place = |share: f64, count: u64| share.clamp(0.0, 1.0) * (count.max(1) - 1) as f64;
        let count = pooled.bins.count();
        let sought = shares.iter().flat_map(|share| {
            let middle = place(*share, count);
            let (low, high) = order_interval(*share, count).unwrap_or((middle, middle));
            [middle, low, high]
        });
        let kept: Vec<&[f64]> = columns.iter().flat_map(|column| column.pieces()).collect();
        let found = pooled.at(self.keeps.then_some(&kept), &sought.collect::<Vec<f64>>());
        let of_design = |column: &&&MetricTally| {
            let count = column.bins.count();
            let places: Vec<f64> = shares.iter().map(|share| place(*share, count)).collect();
            let kept: Vec<&[f64]> = column.pieces().collect();
            column.at(self.keeps.then_some(&kept), &places)
        };
        let filled = columns.iter().filter(|column| column.low.is_some());
        let designs: Vec<Vec<f64>> = filled.map(|column| of_design(&column)).collect();
        let estimate = |(at, share): (usize, &f64)| {
            let of_designs: Vec<f64> = designs.iter().map(|design| design[at]).collect();
            let by_order = 0.5 * (found[3 * at + 2] - found[3 * at + 1]);
            let by_order = order_interval(*share, count).map(|_| by_order);
            Estimate { value: found[3 * at], half: least(half_width(&of_designs), by_order) }
        };
        shares.iter().enumerate().map(estimate).collect()
    }

    /// Bins of a metric over all designs, lowest and highest of each bin with its count, in base
    /// units.
    pub fn bins(&self, metric: usize) -> Vec<(f64, f64, u64)> {
        let mut pooled = Bins::default();
        for at in self.places(metric) {
            pooled.merge(&self.columns[at].bins);
        }
        pooled.filled().collect()
    }

    /// Share of all samples in which a metric lies below a value, half of those that equal it; a
    /// sample without the metric counts as above it.
    pub fn below(&self, metric: usize, value: f64) -> f64 {
        let columns = self.places(metric).map(|at| &self.columns[at]);
        let below: f64 = columns.map(|column| column.below(value, self.keeps)).sum();
        below / self.counts.samples.max(1) as f64
    }

    /// Share of the samples in which orbit wins, with its interval.
    pub fn wins(&self) -> (f64, (f64, f64)) {
        self.share(self.counts.wins)
    }

    /// Share of the samples in which every gate holds, with its interval.
    pub fn feasible(&self) -> (f64, (f64, f64)) {
        self.share(self.counts.feasible)
    }

    /// A count as share of the samples, with its interval.
    pub fn share(&self, count: u64) -> (f64, (f64, f64)) {
        let all = self.counts.samples;
        (count as f64 / all.max(1) as f64, share_interval(count, all))
    }

    /// The state as numbers, for a file that a later run goes on from.
    pub fn state(&self) -> Vec<u64> {
        let counts = self.counts;
        let mut state = vec![STATE_FORM, self.metrics.len() as u64];
        state.extend(self.metrics.iter().map(|metric| *metric as u64));
        state.extend([counts.samples, counts.feasible, counts.wins, counts.feasible_wins]);
        state.extend(counts.fails.iter().chain(&counts.binds));
        state.extend(self.sums.iter().map(|sum| sum.to_bits()));
        for column in &self.columns {
            let end = |end: Option<f64>| end.unwrap_or(f64::NAN).to_bits();
            state.extend([end(column.low), end(column.high)]);
            let bins: Vec<(i32, u64)> = column.bins.numbered().collect();
            state.push(bins.len() as u64);
            state.extend(
                bins.iter().flat_map(|(bin, count)| [u64::from(bin.cast_unsigned()), *count]),
            );
            state.push(column.pieces().map(<[f64]>::len).sum::<usize>() as u64);
            state.extend(column.pieces().flatten().map(|value| value.to_bits()));
        }
        state
    }

    /// The tally whose [`state`](Self::state) this is; `None` if it is not one of this form and of
    /// these metrics.
    pub fn from_state(metrics: &[usize], keeps: bool, state: &[u64]) -> Option<Self> {
        let mut tally = Self::new(metrics, keeps);
        let head = [STATE_FORM, tally.metrics.len() as u64];
        let head = head.into_iter().chain(tally.metrics.iter().map(|metric| *metric as u64));
        let mut numbers = state.iter().copied();
        if !head.eq(numbers.by_ref().take(2 + tally.metrics.len())) {
            return None;
        }
        let mut next = || numbers.next();
        let counts = &mut tally.counts;
        (counts.samples, counts.feasible) = (next()?, next()?);
        (counts.wins, counts.feasible_wins) = (next()?, next()?);
        for count in counts.fails.iter_mut().chain(&mut counts.binds) {
            *count = next()?;
        }
        for sum in &mut tally.sums {
            *sum = f64::from_bits(next()?);
        }
        for column in &mut tally.columns {
            let mut end = || Some(Some(f64::from_bits(next()?)).filter(|end| !end.is_nan()));
            (column.low, column.high) = (end()?, end()?);
            let bins = next()?;
            let mut pairs = Vec::new();
            for _ in 0..bins {
                pairs.push((u32::try_from(next()?).ok()?.cast_signed(), next()?));
            }
            column.bins = Bins::from_numbered(pairs);
            let kept = next()?;
            let number = |_| next().map(f64::from_bits);
            column.kept.push((0..kept).map(number).collect::<Option<_>>()?);
        }
        next().is_none().then_some(tally)
    }
}

/// Half the width of the interval of a result that each design estimates.
fn half_width(estimates: &[f64]) -> Option<f64> {
    mean_with_interval(estimates).map(|(_, half)| half)
}

/// Names of the gates that fail in an evaluation, joined by `+`; empty where all hold.
pub fn failing(evaluation: &Evaluation) -> String {
    let names = GATES.iter().zip(&evaluation.gates).filter(|(_, state)| !state.ok);
    names.map(|(gate, _)| gate.name).collect::<Vec<_>>().join("+")
}
