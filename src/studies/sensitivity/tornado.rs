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
    /// What is built in whole numbers.
    pub wholes: WholeNumbers,
}

/// What goes by whole numbers, so that cost moves by a step with it; none where there is no design.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WholeNumbers {
    /// Launches that are bought.
    pub launches: Option<f64>,
    /// Working satellites.
    pub satellites: Option<f64>,
}

impl WholeNumbers {
    fn of(evaluation: &Evaluation) -> Self {
        let metrics = evaluation.metrics();
        Self {
            launches: metrics.launch().count().map(Quantity::base),
            satellites: metrics.satellite().count().map(Quantity::base),
        }
    }

    /// Of the case as it stands; no launches where they are shared.
    pub fn now(subject: &EvaluatedScenario) -> Self {
        let is_whole = subject.design.launch.sharing == Sharing::Dedicated;
        let own = Self::of(&subject.evaluation);
        Self { launches: own.launches.filter(|_| is_whole), ..own }
    }

    /// Those that are more or fewer than others; none where they are equal or one does not exist.
    #[must_use]
    pub fn other_than(&self, now: &Self) -> Self {
        let differs = |one: f64, now: Option<f64>| now.is_some_and(|now| (one - now).abs() > 0.5);
        Self {
            launches: self.launches.filter(|launches| differs(*launches, now.launches)),
            satellites: self.satellites.filter(|count| differs(*count, now.satellites)),
        }
    }

    /// Whether there are any.
    pub const fn is_some(&self) -> bool {
        self.launches.is_some() || self.satellites.is_some()
    }
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
        wholes: WholeNumbers::of(&evaluation),
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
