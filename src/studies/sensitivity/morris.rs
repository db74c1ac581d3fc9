//! Screening along random paths that change one input at a time.

use crate::numeric::hash::{derived, shuffled};
use crate::studies::batch::Workers;
use crate::studies::draw::Draw;
use crate::system::metrics::METRICS;

/// Levels of each input: the middles of four equal shares of its distribution.
const LEVELS: u64 = 4;
/// A step goes over half of the levels.
const STEP: u64 = LEVELS / 2;

/// What one input does along the paths, per whole range of its probability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// Position among the uncertain inputs.
    pub at: usize,
    /// Mean effect, in base units of the metric.
    pub mean: f64,
    /// Mean size of the effect.
    pub size: f64,
    /// Standard deviation of the effect: bends, and what it does together with others.
    pub deviation: f64,
    /// Paths on which the metric exists before and after the step.
    pub paths: u64,
}

/// One path: the level of each input at the start, and the order in which they step.
struct Path {
    start: Vec<u64>,
    order: Vec<usize>,
}

fn path(seed: u64, number: u64, inputs: usize) -> Path {
    let stream = derived(seed, number);
    let start = (0..inputs as u64).map(|at| derived(stream, at) % LEVELS).collect();
    let order = (0..inputs as u64)
        .map(|at| usize::try_from(shuffled(stream, at, inputs as u64)).unwrap_or(0))
        .collect();
    Path { start, order }
}

/// Level after a step: up from the lower half, down from the upper.
const fn stepped(level: u64) -> u64 {
    if level < STEP { level + STEP } else { level - STEP }
}

/// Elementary effects of every uncertain input over so many paths; largest mean size first.
///
/// # References
/// After \[Morris1991\], not read; the mean of the sizes as \[Campolongo2007\], not read
pub fn morris(
    draw: &Draw,
    metric: usize,
    paths: u64,
    seed: u64,
    workers: &Workers<'_>,
) -> Option<Vec<Effect>> {
    let inputs = draw.uncertainty.inputs.len();
    let share = |level: u64| (level as f64 + 0.5) / LEVELS as f64;
    let values: Vec<Vec<f64>> = draw
        .uncertainty
        .inputs
        .iter()
        .map(|one| (0..LEVELS).map(|l| one.sampler.distribution().quantile(share(l))).collect())
        .collect();
    let length = inputs + 1;
    let count = usize::try_from(paths).ok()?.checked_mul(length)?;
    let case = |at: usize| {
        let path = path(seed, (at / length) as u64, inputs);
        let mut levels = path.start;
        for input in &path.order[..at % length] {
            levels[*input] = stepped(levels[*input]);
        }
        let mut case = draw.base;
        for ((uncertain, values), level) in draw.uncertainty.inputs.iter().zip(&values).zip(levels)
        {
            (uncertain.input().set)(&mut case, values[usize::try_from(level).unwrap_or(0)]);
        }
        case
    };
    let results = workers
        .evaluate(&draw.base, count, case, |_, evaluation| (METRICS[metric].get)(evaluation))?;
    let mut effects: Vec<Vec<f64>> = vec![Vec::new(); inputs];
    for (number, results) in results.chunks_exact(length).enumerate() {
        let path = path(seed, number as u64, inputs);
        for (step, input) in path.order.iter().enumerate() {
            if let (Some(before), Some(after)) = (results[step], results[step + 1]) {
                let rise = if path.start[*input] < STEP { 1.0 } else { -1.0 };
                effects[*input].push(rise * (after - before) * LEVELS as f64 / STEP as f64);
            }
        }
    }
    let mut effects: Vec<Effect> =
        effects.iter().enumerate().map(|(at, effects)| effect(at, effects)).collect();
    effects.sort_by(|one, other| other.size.total_cmp(&one.size));
    Some(effects)
}

fn effect(at: usize, effects: &[f64]) -> Effect {
    let n = (effects.len() as f64).max(1.0);
    let mean = effects.iter().sum::<f64>() / n;
    let size = effects.iter().map(|effect| effect.abs()).sum::<f64>() / n;
    let squares: f64 = effects.iter().map(|effect| (effect - mean).powi(2)).sum();
    let deviation = (squares / (n - 1.0).max(1.0)).sqrt();
    Effect { at, mean, size, deviation, paths: effects.len() as u64 }
}
