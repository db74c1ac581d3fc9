//! Which inputs pull the middle of the samples away from the stated value.

use super::batch::Workers;
use super::draw::Draw;
use crate::system::metrics::METRICS;

/// A result at the 5 % and 95 % points of one input, the others at their values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lean {
    /// Position among the uncertain inputs.
    pub at: usize,
    /// The points of the input, in base units.
    pub inputs: (f64, f64),
    /// The result there, in base units.
    pub results: (f64, f64),
    /// By how much one outweighs the other: f(P5) + f(P95) - 2 f(P50), over f at the values.
    pub lean: f64,
}

/// Half of 1 / 1.645^2: a lean times this is the move of the mean of an input that varies like a
/// bell, in the second order.
const OF_MEAN: f64 = 0.184_8;

impl Lean {
    /// Move of the mean of the result that the input alone makes, over the result, to second order.
    pub fn move_of_mean(&self) -> f64 {
        OF_MEAN * self.lean
    }
}

/// The leans of a metric, the largest first; inputs at whose points it does not exist are left out.
/// `None` if it was stopped or the metric does not exist.
pub fn leans(draw: &Draw, metric: usize, workers: &Workers<'_>) -> Option<Vec<Lean>> {
    const SHARES: [f64; 3] = [0.05, 0.5, 0.95];
    let inputs = &draw.uncertainty.inputs;
    let point = |at: usize| {
        let distribution = inputs.get(at / SHARES.len())?.sampler.distribution();
        Some(distribution.quantile(SHARES[at % SHARES.len()]))
    };
    let all = SHARES.len() * inputs.len();
    let case = |at: usize| {
        let mut case = draw.base;
        if let Some((one, value)) = inputs.get(at / SHARES.len()).zip(point(at)) {
            (one.input().set)(&mut case, value);
        }
        case
    };
    let get = METRICS[metric].get;
    let found = workers.evaluate(&draw.base, all + 1, case, |_, evaluation| get(evaluation))?;
    let stated = found.last().copied().flatten()?;
    let lean = |(at, results): (usize, &[Option<f64>])| {
        let [low, middle, high] = [results[0]?, results[1]?, results[2]?];
        let inputs = (point(SHARES.len() * at)?, point(SHARES.len() * at + 2)?);
        Some(Lean { at, inputs, results: (low, high), lean: (low + high - 2.0 * middle) / stated })
    };
    let mut leans: Vec<Lean> =
        found[..all].chunks_exact(SHARES.len()).enumerate().filter_map(lean).collect();
    leans.sort_by(|one, other| other.lean.abs().total_cmp(&one.lean.abs()));
    Some(leans)
}
