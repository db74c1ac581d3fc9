//! Screening along random paths that change one input at a time.

use crate::numeric::hash::derived;
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
struct Trajectory {
    start: Vec<u64>,
    order: Vec<usize>,
}

/// A path of inputs with these streams. Another input more is one step more: the others keep their
/// starts and their order.
fn path(seed: u64, number: u64, streams: &[usize]) -> Trajectory {
    let (starts, turns) = (derived(seed, 2 * number), derived(seed, 2 * number + 1));
    let start = streams.iter().map(|stream| derived(starts, *stream as u64) % LEVELS).collect();
    let mut order: Vec<usize> = (0..streams.len()).collect();
    order.sort_by_cached_key(|at| derived(turns, streams[*at] as u64));
    Trajectory { start, order }
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
    let streams: Vec<usize> = draw.uncertainty.inputs.iter().map(|one| one.stream).collect();
    let share = |level: u64| (level as f64 + 0.5) / LEVELS as f64;
    let values: Vec<Vec<f64>> = draw
        .uncertainty
        .inputs
        .iter()
        .map(|one| (0..LEVELS).map(|l| one.sampler.distribution().quantile(share(l))).collect())
        .collect();
    let length = streams.len() + 1;
    let count = usize::try_from(paths).ok()?.checked_mul(length)?;
    let case = |at: usize| {
        let path = path(seed, (at / length) as u64, &streams);
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
    let mut effects: Vec<Vec<f64>> = vec![Vec::new(); streams.len()];
    for (number, results) in results.chunks_exact(length).enumerate() {
        let path = path(seed, number as u64, &streams);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_more_is_a_step_more_and_leaves_the_others_in_their_order() {
        for number in 0..20 {
            let (few, more) = (path(3, number, &[4, 9, 200]), path(3, number, &[4, 7, 9, 200]));
            assert_eq!(few.start, [more.start[0], more.start[2], more.start[3]]);
            let others: Vec<usize> = more.order.iter().copied().filter(|at| *at != 1).collect();
            assert_eq!(few.order.iter().map(|at| [0, 2, 3][*at]).collect::<Vec<_>>(), others);
        }
    }

    #[test]
    fn each_input_steps_once_and_orders_differ() {
        let streams: Vec<usize> = (0..50).collect();
        let mut order = path(1, 0, &streams).order;
        assert_ne!(order, path(1, 1, &streams).order);
        order.sort_unstable();
        assert_eq!(order, streams);
    }
}
