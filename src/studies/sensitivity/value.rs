//! What it would be worth to know an input before deciding between orbit and ground.

use crate::studies::batch::Workers;
use crate::studies::draw::Draw;
use crate::system::evaluation::Evaluation;
use crate::system::inputs::Case;
use crate::system::verdict::is_feasible;

/// Equal shares of the samples, by the value of the input, in which the mean gain is looked at.
const SHARES: usize = 32;

/// Value of information, in dollars of the price year.
#[derive(Debug, Clone, PartialEq)]
pub struct InformationValue {
    /// Mean present cost that orbit saves against the ground for the same work; negative where it
    /// costs more.
    pub mean_gain: f64,
    /// What the better of the two choices saves against the ground without knowing more: zero, or
    /// the mean gain.
    pub prior: f64,
    /// Worth of knowing everything.
    pub perfect: f64,
    /// Worth of knowing each input alone, in the order of the uncertain inputs.
    pub inputs: Vec<f64>,
    /// Samples in which orbit would save.
    pub saves: u64,
    /// Samples.
    pub samples: u64,
}

/// What orbit saves: present cost of the ground less that of orbit for the same available energy;
/// nothing where orbit is infeasible, since then the ground is built.
fn gain(_: &Case, evaluation: &Evaluation) -> f64 {
    let outcome = &evaluation;
    match (outcome.metrics().ground().present_cost(), outcome.metrics().ratio().cost()) {
        (Some(ground), Some(ratio)) if is_feasible(&evaluation.gates) => {
            ground.base() * (1.0 - ratio.base())
        }
        _ => 0.0,
    }
}

/// Value of information for the decision between orbit and ground.
///
/// # Model
/// ```text
/// worth of x = E_x[max(0, E[gain | x])] - max(0, E[gain])
/// ```
/// The mean gain given x is the mean over samples with nearly the same x: 32 equal shares of the
/// samples, ordered by x. An input that cannot turn the sign of the mean gain is worth nothing.
/// Samples near a turn make the result slightly too large, by about the noise of a mean over one
/// share.
///
/// # References
/// After \[Strong2013\], not read
pub fn worth(draw: &Draw, samples: usize, workers: &Workers<'_>) -> Option<InformationValue> {
    let found = workers.evaluate(
        &draw.base,
        samples,
        |at| draw.case(at as u64),
        |case, evaluation| {
            let inputs = &draw.uncertainty.inputs;
            let values: Vec<f64> = inputs.iter().map(|one| (one.input().get)(case)).collect();
            (gain(case, evaluation), values)
        },
    )?;
    let n = found.len().max(1) as f64;
    let mean = |gains: &mut dyn Iterator<Item = f64>| gains.sum::<f64>() / n;
    let mean_gain = mean(&mut found.iter().map(|(gain, _)| *gain));
    let prior = mean_gain.max(0.0);
    let perfect = mean(&mut found.iter().map(|(gain, _)| gain.max(0.0))) - prior;
    let inputs = (0..draw.uncertainty.inputs.len()).map(|input| {
        let mut order: Vec<(f64, f64)> =
            found.iter().map(|(gain, values)| (values[input], *gain)).collect();
        order.sort_by(|one, other| one.0.total_cmp(&other.0));
        let size = order.len().div_ceil(SHARES).max(1);
        let kept: f64 = order
            .chunks(size)
            .map(|share| share.iter().map(|(_, gain)| gain).sum::<f64>().max(0.0))
            .sum();
        (kept / n - prior).max(0.0)
    });
    let inputs: Vec<f64> = inputs.collect();
    let saves = found.iter().filter(|(gain, _)| *gain > 0.0).count() as u64;
    Some(InformationValue { mean_gain, prior, perfect, inputs, saves, samples: found.len() as u64 })
}
