//! The range of a result beside its value: what a few samples say.

use super::batch::Workers;
use super::draw::Draw;
use super::evaluated::EvaluatedScenario;
use super::points::Method;
use super::readings;
use super::sample::first_samples;
use super::tally::{Estimate, Summary, Tally};
use super::uncertain::Selection;
use crate::system::metrics::METRICS;
use crate::units::format::in_unit;
use serde::Serialize;

/// Samples of a range where no number is asked for.
pub const SAMPLES: usize = 256;
/// Seed of samples where none is asked for.
pub const SEED: u64 = 1;
/// Low end, middle and high end of a range as shares of the samples.
const SHARES: [f64; 3] = [0.05, 0.5, 0.95];

/// A metric over the samples, in its unit, with the digits that its error bears.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MetricRange {
    /// 5 % and 95 % points of the samples in which it exists.
    pub ends: [f64; 2],
    /// 50 % point.
    pub median: f64,
    /// Share of the samples below the value of the scenario; one without the metric is above it.
    pub below: Option<f64>,
}

/// The ranges of all metrics.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranges {
    /// The command that gives the same samples.
    pub command: String,
    /// Samples.
    pub samples: usize,
    /// Uncertain inputs.
    pub inputs: usize,
    /// Share of the samples in which every gate holds.
    pub feasible: f64,
    /// One for each metric that exists in a sample, in the order of the table.
    #[serde(skip)]
    pub metrics: Vec<(&'static str, MetricRange)>,
}

/// The ranges of a scenario by its first samples; `None` if nothing is uncertain, no samples are
/// asked for or it was stopped. `command` is what somebody would type for them.
pub fn ranges(
    subject: &EvaluatedScenario,
    samples: usize,
    command: String,
    workers: &Workers<'_>,
) -> Option<Ranges> {
    if samples == 0 {
        return None;
    }
    let draw = Draw::new(&subject.scenario, &Selection::default(), Method::Sobol, SEED).ok()?;
    let tally = first_samples(&draw, samples, &readings::all(), workers)?;
    let summaries = tally.summaries(&SHARES);
    let range = |(at, summary): &(usize, Summary)| {
        (METRICS[*at].path, range_of(*at, summary, &tally, subject))
    };
    Some(Ranges {
        command,
        samples,
        inputs: draw.uncertainty.inputs.len(),
        feasible: tally.feasible().0,
        metrics: summaries.iter().map(range).collect(),
    })
}

fn range_of(
    at: usize,
    summary: &Summary,
    tally: &Tally,
    subject: &EvaluatedScenario,
) -> MetricRange {
    let metric = &METRICS[at];
    let borne = |estimate: &Estimate| {
        let shown = |base: f64| in_unit(base, metric.unit);
        let half = estimate.half.map(|half| (shown(half) - shown(0.0)).abs());
        rounded(shown(estimate.value), half.unwrap_or(0.0))
    };
    let point = |at: usize| summary.quantiles.get(at).map_or(f64::NAN, borne);
    let value = (metric.get)(&subject.evaluation);
    MetricRange {
        ends: [point(0), point(2)],
        median: point(1),
        below: value.map(|value| tally.below(at, value)),
    }
}

/// A number without the digits that an error of this size leaves open: it ends with the first digit
/// of the error.
fn rounded(value: f64, error: f64) -> f64 {
    if !(error > 0.0 && error.is_finite()) {
        return value;
    }
    let place = libm::floor(libm::log10(error));
    if place >= 0.0 {
        let step = libm::pow(10.0, place);
        libm::round(value / step) * step
    } else {
        let steps = libm::pow(10.0, -place);
        libm::round(value * steps) / steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::open;
    use crate::studies::batch::WorkerPool;

    #[test]
    fn a_number_ends_with_the_first_digit_of_its_error() {
        for (value, error, wanted) in [
            (38_946.3, 1_191.0, 39_000.0),
            (111_111.0, 12_773.0, 110_000.0),
            (1.8764, 0.0312, 1.88),
            (-0.123_46, 0.002, -0.123),
            (5.0, 0.0, 5.0),
        ] {
            assert!((rounded(value, error) - wanted).abs() < 1e-12, "{value} {error}");
        }
    }

    #[test]
    fn a_range_holds_the_median_and_only_what_is_uncertain_has_width() {
        let subject = EvaluatedScenario::new(open("reference-2026", &[]).unwrap()).unwrap();
        let pool = WorkerPool::new().unwrap();
        let ranges = ranges(&subject, SAMPLES, String::new(), &pool.workers()).unwrap();
        let of = |path: &str| ranges.metrics.iter().find(|(own, _)| *own == path).unwrap().1;
        let cost = of("ratio.cost");
        assert!(cost.ends[0] < cost.median && cost.median < cost.ends[1]);
        assert!(cost.below.is_some_and(|below| (0.05..0.95).contains(&below)), "{cost:?}");
        let inclination = of("orbit.inclination");
        assert!((inclination.ends[0] - inclination.ends[1]).abs() < 1e-9);
    }
}
