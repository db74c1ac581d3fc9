//! Uncertainty: many cases drawn and evaluated, remembered in little memory, written in parts.
//!
//! Samples are computed in chunks of fixed size. Workers take chunks in any order; what they count
//! adds up to the same in any order, and sums are added chunk by chunk. So the result is the same,
//! bit for bit, on any number of threads.

use super::batch::Workers;
use super::draw::{Block, Draw};
use super::points::REPLICATES;
use super::readings::reading;
use super::tally::{EXACT_SAMPLES, Numbers, Sums, Tally};
use crate::system::evaluation::Evaluation;
use crate::system::evaluator::Evaluator;
use crate::system::inputs::{Case, INPUTS};
use crate::system::metrics::METRICS;
use rayon::ThreadPool;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Points of one design in a chunk.
const POINTS: u64 = 256;
/// Samples of a chunk; parts of a run begin at multiples of it.
pub const CHUNK: u64 = POINTS * REPLICATES;
/// Most samples of a part of a run: what is written at once.
pub const PART: u64 = 1 << 20;

/// A column of the samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SampleColumn {
    /// An input, by its position in the table.
    Input(usize),
    /// A metric, by its position in the table.
    Metric(usize),
}

impl SampleColumn {
    /// Its path.
    pub fn path(self) -> &'static str {
        match self {
            Self::Input(at) => INPUTS[at].path,
            Self::Metric(at) => METRICS[at].path,
        }
    }

    /// The unit that it is shown in; money without its year.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Input(at) => INPUTS[at].unit,
            Self::Metric(at) => METRICS[at].unit,
        }
    }

    fn value(self, case: &Case, evaluation: &Evaluation) -> f64 {
        match self {
            Self::Input(at) => (INPUTS[at].get)(case),
            Self::Metric(at) => reading(evaluation, at),
        }
    }
}

/// Samples in the order of their index: the columns asked for, in base units.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    /// Index of the first.
    pub first: u64,
    /// One list per column; not a number where a metric does not exist.
    pub columns: Vec<Vec<f64>>,
    /// For each sample a bit for each gate that fails, the first gate in the lowest bit.
    pub fails: Vec<u16>,
}

impl Rows {
    /// Number of samples.
    pub fn len(&self) -> usize {
        self.fails.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.fails.is_empty()
    }

    fn append(&mut self, mut other: Self) {
        for (own, more) in self.columns.iter_mut().zip(&mut other.columns) {
            own.append(more);
        }
        self.fails.append(&mut other.fails);
    }
}

/// What runs the samples, and what they are.
#[derive(Debug)]
pub struct Job<'j> {
    /// The draw.
    pub draw: &'j Draw,
    /// Columns of the rows; none where only a summary is wanted.
    pub items: &'j [SampleColumn],
    /// Threads to run on.
    pub pool: &'j ThreadPool,
    /// Set from outside to stop.
    pub stop: &'j AtomicBool,
    /// Samples done so far, for a display.
    pub done: &'j AtomicU64,
}

/// Whether a run of so many samples keeps every number.
pub const fn keeps(samples: u64) -> bool {
    samples <= EXACT_SAMPLES
}

/// One chunk, computed.
struct Chunk {
    number: u64,
    sums: Sums,
    rows: Rows,
}

/// What one worker has at the end.
struct Worker {
    tally: Tally,
    numbers: Numbers,
    chunks: Vec<Chunk>,
}

impl Job<'_> {
    /// Computes the samples `first..end` and adds them to the tally; gives their rows in order, or
    /// `None` if it was stopped, and then the tally is as it was.
    pub fn part(&self, (first, end): (u64, u64), tally: &mut Tally) -> Option<Rows> {
        let chunks = (first / CHUNK, end.div_ceil(CHUNK));
        let next = AtomicU64::new(chunks.0);
        let model = Evaluator::new(&self.draw.base);
        let wanted = &*tally;
        let mut workers = self.pool.broadcast(|_| {
            let numbers = Numbers::new(wanted.metrics(), length(POINTS));
            let tally = wanted.emptied();
            let mut worker = Worker { tally, numbers, chunks: Vec::new() };
            let (mut model, mut block) = (model.clone(), Block::default());
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= chunks.1 || self.stop.load(Ordering::Relaxed) {
                    return worker;
                }
                let span = (first.max(number * CHUNK), end.min((number + 1) * CHUNK));
                self.chunk(number, span, &mut worker, (&mut model, &mut block));
                self.done.fetch_add(span.1 - span.0, Ordering::Relaxed);
            }
        });
        if self.stop.load(Ordering::Relaxed) {
            return None;
        }
        let mut chunks: Vec<Chunk> = Vec::new();
        for worker in &mut workers {
            tally.merge(&mut worker.tally);
            chunks.append(&mut worker.chunks);
        }
        drop(workers);
        chunks.sort_by_key(|chunk| chunk.number);
        let mut rows =
            Rows { first, columns: vec![Vec::new(); self.items.len()], fails: Vec::new() };
        for chunk in chunks {
            tally.add_sums(&chunk.sums);
            rows.append(chunk.rows);
        }
        Some(rows)
    }

    /// Computes the samples of a chunk that lie in `first..end`, design by design.
    fn chunk(
        &self,
        number: u64,
        (first, end): (u64, u64),
        worker: &mut Worker,
        (model, block): (&mut Evaluator, &mut Block),
    ) {
        let mut sums = worker.tally.no_sums();
        let size = if self.items.is_empty() { 0 } else { length(end - first) };
        let mut rows = Rows {
            first,
            columns: vec![vec![f64::NAN; size]; self.items.len()],
            fails: vec![0; size],
        };
        let mut case = self.draw.base;
        for design in 0..REPLICATES {
            let from = number * POINTS;
            self.draw.fill(design, from, length(POINTS), block);
            worker.numbers.clear();
            for point in 0..length(POINTS) {
                let index = (from + point as u64) * REPLICATES + design;
                if index < first || index >= end {
                    continue;
                }
                self.draw.set(block, point, &mut case);
                let evaluation = model.evaluate(&case);
                worker.tally.counts.add(&evaluation);
                worker.numbers.push(&evaluation);
                if size > 0 {
                    let row = length(index - first);
                    for (item, column) in self.items.iter().zip(&mut rows.columns) {
                        column[row] = item.value(&case, &evaluation);
                    }
                    rows.fails[row] = fails(&evaluation);
                }
            }
            worker.tally.add(length(design), &worker.numbers, &mut sums);
        }
        worker.chunks.push(Chunk { number, sums, rows });
    }
}

/// What the first samples of a draw say, few enough to be kept at once; `None` if it was stopped.
/// They are those of a run of as many.
pub fn first_samples(
    draw: &Draw,
    samples: usize,
    metrics: &[usize],
    workers: &Workers<'_>,
) -> Option<Tally> {
    let case = |at: usize| draw.case(at as u64);
    let found = workers.evaluate(&draw.base, samples, case, |_, evaluation| *evaluation)?;
    let mut tally = Tally::new(metrics, true);
    let mut sums = tally.no_sums();
    let designs = length(REPLICATES);
    for design in 0..designs {
        let mut numbers = Numbers::new(tally.metrics(), samples);
        for evaluation in found.iter().skip(design).step_by(designs) {
            tally.counts.add(evaluation);
            numbers.push(evaluation);
        }
        tally.add(design, &numbers, &mut sums);
    }
    tally.add_sums(&sums);
    Some(tally)
}

fn length(number: u64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

/// A bit for each gate that fails.
pub(super) fn fails(evaluation: &Evaluation) -> u16 {
    let bit = |(at, gate): (usize, &crate::system::verdict::GateState)| u16::from(!gate.ok) << at;
    evaluation.gates.iter().enumerate().map(bit).sum()
}

/// The parts that a range of samples is computed in: they end at multiples of `size`.
pub fn parts_of(first: u64, end: u64, size: u64) -> impl Iterator<Item = (u64, u64)> {
    let cuts = (first / size..end.div_ceil(size))
        .map(move |number| (first.max(number * size), end.min((number + 1) * size)));
    cuts.filter(|(first, end)| first < end)
}

#[cfg(test)]
mod tests;
