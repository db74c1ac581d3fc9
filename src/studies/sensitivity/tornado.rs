//! One input at a time: what its low and its high end do to a metric.

use crate::economics::launch::Sharing;
use crate::studies::draw::Draw;
use crate::studies::evaluated::EvaluatedScenario;
use crate::system::evaluation::Evaluation;
use crate::system::evaluator::Evaluator;
use crate::system::metrics::METRICS;
use crate::system::verdict::is_feasible;
use crate::units::quantities::Quantity;

/// A metric at one value of an input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TornadoPoint {
    /// The input, in base units.
    pub input: f64,
    /// The metric, in base units; none where it does not exist.
    pub metric: Option<f64>,
    /// Whether every gate holds.
    pub feasible: bool,
    /// Launches that are bought; none where there is no design.
    pub launches: Option<f64>,
}

/// Launches that an evaluation buys.
fn launches(evaluation: &Evaluation) -> Option<f64> {
    evaluation.metrics().launch().count().map(Quantity::base)
}

/// Launches of the case as it stands; none where they are shared or there is no design.
pub fn whole_launches(subject: &EvaluatedScenario) -> Option<f64> {
    let is_whole = subject.design.launch.sharing == Sharing::Dedicated;
    launches(&subject.evaluation).filter(|_| is_whole)
}

/// Effect of one input.
#[derive(Debug, Clone, PartialEq)]
pub struct Swing {
    /// Position among the uncertain inputs.
    pub at: usize,
    /// At its low end.
    pub low: TornadoPoint,
    /// At its high end.
    pub high: TornadoPoint,
}

impl TornadoPoint {
    /// Launches that are bought here, where they are more or fewer than those of the case as it
    /// stands.
    pub fn other_launches(&self, now: Option<f64>) -> Option<f64> {
        self.launches.filter(|launches| now.is_some_and(|now| (launches - now).abs() > 0.5))
    }
}

impl Swing {
    /// Distance between the metric at both ends and at the stated value; none where it exists at
    /// one of them only.
    pub fn width(&self, now: Option<f64>) -> Option<f64> {
        let numbers = [self.low.metric, self.high.metric, now];
        let known: Vec<f64> = numbers.into_iter().flatten().collect();
        let low = known.iter().copied().min_by(f64::total_cmp)?;
        let high = known.iter().copied().max_by(f64::total_cmp)?;
        (known.len() > 1).then_some(high - low)
    }
}

fn point(draw: &Draw, model: &mut Evaluator, at: usize, value: f64, metric: usize) -> TornadoPoint {
    let mut case = draw.base;
    (draw.uncertainty.inputs[at].input().set)(&mut case, value);
    let evaluation = model.evaluate(&case);
    TornadoPoint {
        input: value,
        metric: (METRICS[metric].get)(&evaluation),
        feasible: is_feasible(&evaluation.gates),
        launches: launches(&evaluation),
    }
}

/// The metric at the low and high end of every uncertain input, the others at their values; widest
/// first, those without a width last.
pub fn tornado(draw: &Draw, model: &Evaluator, metric: usize) -> Vec<Swing> {
    let mut model = model.clone();
    let now = (METRICS[metric].get)(&model.evaluate(&draw.base));
    let inputs = draw.uncertainty.inputs.iter().enumerate();
    let mut swings: Vec<Swing> = inputs
        .map(|(at, uncertain)| {
            let (low, _, high) = uncertain.stated;
            Swing {
                at,
                low: point(draw, &mut model, at, low, metric),
                high: point(draw, &mut model, at, high, metric),
            }
        })
        .collect();
    let width = |swing: &Swing| swing.width(now).unwrap_or(-1.0);
    swings.sort_by(|one, other| width(other).total_cmp(&width(one)));
    swings
}

/// Values of one input with the metric there: evenly in the probability of its distribution, from 1
/// % to 99 %.
pub fn spider(
    draw: &Draw,
    model: &Evaluator,
    at: usize,
    (metric, points): (usize, u32),
) -> Vec<(f64, TornadoPoint)> {
    let mut model = model.clone();
    let step = 0.98 / f64::from(points.max(2) - 1);
    (0..points.max(2))
        .map(|number| {
            let share = 0.01 + step * f64::from(number);
            let value = draw.uncertainty.inputs[at].sampler.distribution().quantile(share);
            (share, point(draw, &mut model, at, value, metric))
        })
        .collect()
}
