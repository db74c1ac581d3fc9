//! What a stream of samples is remembered by: counts, sums, bins; memory does not grow with the samples.

use super::points::REPLICATES;
use crate::numeric::statistics::{Bins, mean_with_interval, quantile, share_interval};
use crate::system::evaluation::Evaluation;
use crate::system::metrics::{N_METRICS, numbers};
use crate::system::verdict::{GATES, N_GATES, binding, is_feasible};

/// Up to so many samples every number is kept, and quantiles are exact.
pub const EXACT_SAMPLES: u64 = 1 << 16;
/// Designs, as a length.
const DESIGNS: usize = 8;
const _: () = assert!(DESIGNS as u64 == REPLICATES);

/// Sums that run side by side.
const LANES: usize = 8;

/// One metric over the samples of one design.
#[derive(Debug, Clone, Default, PartialEq)]
struct Column {
    bins: Bins,
    kept: Vec<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl Column {
    /// Counts some numbers; not a number means that the metric did not exist.
    fn add(&mut self, values: &[f64], sum: &mut f64, keeps: bool) {
        let Some(first) = values.first() else { return };
        if keeps {
            self.kept.extend_from_slice(values);
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

/// Sums of the metrics over one chunk, design by design: the one part that depends on the order of adding.
pub(super) type Sums = Vec<f64>;

/// Every metric of some samples, a column for each.
#[derive(Debug)]
pub(super) struct Numbers {
    values: Vec<f64>,
    stride: usize,
    len: usize,
}

/// Numbers between the columns, so that they do not all fall into one set of the processor's cache.
const APART: usize = 8;

impl Numbers {
    /// Room for so many samples.
    pub(super) fn new(samples: usize) -> Self {
        let stride = samples + APART;
        Self { values: vec![f64::NAN; N_METRICS * stride], stride, len: 0 }
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
        for number in numbers(evaluation) {
            self.values[place] = number;
            place += self.stride;
        }
        self.len += 1;
    }

    fn column(&self, metric: usize) -> &[f64] {
        &self.values[metric * self.stride..metric * self.stride + self.len]
    }
}

/// Everything that is remembered of some samples.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    keeps: bool,
    columns: Vec<Column>,
    sums: Sums,
    /// Counts of all samples.
    pub counts: Counts,
}

/// A number with its own 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The number.
    pub value: f64,
    /// Half the width of its interval; none where the designs hold too little.
    pub half: Option<f64>,
}

/// What the samples say of one metric.
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

impl Tally {
    /// Nothing yet. Where `keeps`, every number is kept and quantiles are exact.
    pub fn new(keeps: bool) -> Self {
        Self {
            keeps,
            columns: vec![Column::default(); DESIGNS * N_METRICS],
            sums: vec![0.0; DESIGNS * N_METRICS],
            counts: Counts::default(),
        }
    }

    /// Counts the samples of a design that a table holds. The sums of the chunk are kept apart.
    pub(super) fn add(&mut self, design: usize, numbers: &Numbers, sums: &mut Sums) {
        let span = design * N_METRICS..(design + 1) * N_METRICS;
        for (metric, (column, sum)) in
            self.columns[span.clone()].iter_mut().zip(&mut sums[span]).enumerate()
        {
            column.add(numbers.column(metric), sum, self.keeps);
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

    /// What the samples say of a metric, with the quantiles at these shares.
    pub fn summary(&self, metric: usize, shares: &[f64]) -> Option<Summary> {
        let columns: Vec<&Column> =
            (0..DESIGNS).map(|design| &self.columns[design * N_METRICS + metric]).collect();
        let counts: Vec<u64> = columns.iter().map(|column| column.bins.count()).collect();
        let exists: u64 = counts.iter().sum();
        let low = columns.iter().filter_map(|column| column.low).min_by(f64::total_cmp)?;
        let high = columns.iter().filter_map(|column| column.high).max_by(f64::total_cmp)?;
        let sum = |design: usize| self.sums[design * N_METRICS + metric];
        let means: Vec<f64> = (0..DESIGNS)
            .filter(|&design| counts[design] > 0)
            .map(|design| sum(design) / counts[design] as f64)
            .collect();
        let mean = (0..DESIGNS).map(sum).sum::<f64>() / exists as f64;
        let mean = Estimate { value: mean, half: half_width(&means) };
        let quantiles = self.quantiles(&columns, (low, high), shares);
        Some(Summary { exists, range: (low, high), mean, quantiles })
    }

    fn quantiles(&self, columns: &[&Column], range: (f64, f64), shares: &[f64]) -> Vec<Estimate> {
        let mut pooled = Bins::default();
        let mut all: Vec<f64> = Vec::new();
        for column in columns {
            pooled.merge(&column.bins);
            all.extend(column.kept.iter().filter(|value| !value.is_nan()));
        }
        let estimate = |share: &f64| {
            let value = if self.keeps {
                quantile(&mut all, *share)
            } else {
                pooled.quantile(*share, range)
            };
            let of_design = |column: &&Column| {
                if self.keeps {
                    let mut kept: Vec<f64> =
                        column.kept.iter().copied().filter(|value| !value.is_nan()).collect();
                    return quantile(&mut kept, *share);
                }
                column.bins.quantile(*share, (column.low?, column.high?))
            };
            let designs: Vec<f64> = columns.iter().filter_map(of_design).collect();
            Estimate { value: value.unwrap_or(f64::NAN), half: half_width(&designs) }
        };
        shares.iter().map(estimate).collect()
    }

    /// Bins of a metric over all designs, lowest and highest of each bin with its count, in base units.
    pub fn bins(&self, metric: usize) -> Vec<(f64, f64, u64)> {
        let mut pooled = Bins::default();
        for design in 0..DESIGNS {
            pooled.merge(&self.columns[design * N_METRICS + metric].bins);
        }
        pooled.filled().collect()
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
        let mut state = vec![counts.samples, counts.feasible, counts.wins, counts.feasible_wins];
        state.extend(counts.fails.iter().chain(&counts.binds));
        state.extend(self.sums.iter().map(|sum| sum.to_bits()));
        for column in &self.columns {
            let end = |end: Option<f64>| end.unwrap_or(f64::NAN).to_bits();
            state.extend([end(column.low), end(column.high)]);
            let bins: Vec<(i64, u64)> = column.bins.numbered().collect();
            state.push(bins.len() as u64);
            state.extend(bins.iter().flat_map(|(bin, count)| [bin.cast_unsigned(), *count]));
            state.push(column.kept.len() as u64);
            state.extend(column.kept.iter().map(|value| value.to_bits()));
        }
        state
    }

    /// The tally whose [`state`](Self::state) this is; `None` if it is not one.
    pub fn from_state(keeps: bool, state: &[u64]) -> Option<Self> {
        let mut numbers = state.iter().copied();
        let mut next = || numbers.next();
        let mut tally = Self::new(keeps);
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
                pairs.push((next()?.cast_signed(), next()?));
            }
            column.bins = Bins::from_numbered(pairs);
            let kept = next()?;
            for _ in 0..kept {
                column.kept.push(f64::from_bits(next()?));
            }
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
