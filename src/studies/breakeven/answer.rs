//! The answer to a question about one metric and one input.

use super::{Breakeven, breakeven};
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::head::Head;
use crate::studies::shown::Shown;
use crate::studies::tally::failing;
use crate::system::inputs::Input;
use crate::system::metrics::Metric;
use serde::Serialize;

/// The question.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The scenario.
    pub subject: &'a EvaluatedScenario,
    /// The input that is varied.
    pub input: &'static Input,
    /// Its range, in base units.
    pub range: (f64, f64),
    /// The metric.
    pub metric: &'static Metric,
    /// Target, in base units.
    pub target: f64,
}

/// Where the metric meets its target.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Meetings {
    /// Program, scenario, digests and price year.
    #[serde(flatten)]
    pub head: Head,
    /// The input with its range.
    pub vary: Varied,
    /// The metric with its target.
    pub target: MetricTarget,
    /// Values of the input at which the target is met; of a stretch both ends.
    pub roots: Vec<Shown>,
    /// Gates that fail at each of them, joined by `+`.
    pub failing_gates: Vec<String>,
    /// Stretches on which the metric stays on the target.
    pub stretches: Vec<Ends>,
    /// Values of the input at which the metric jumps over the target.
    pub jumps: Vec<Leap>,
    /// How near the metric comes, where it exists.
    pub limits: Limits,
    /// The same in base units.
    #[serde(skip)]
    pub found: Breakeven,
    /// Gates that fail at each single value or anywhere on a stretch, in the order of
    /// [`Breakeven::meetings`].
    #[serde(skip)]
    pub failing: Vec<String>,
}

/// An input with its range.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Varied {
    /// Its path.
    pub path: &'static str,
    /// Low end.
    pub low: Shown,
    /// High end.
    pub high: Shown,
}

/// A metric with its target.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MetricTarget {
    /// Its path.
    pub path: &'static str,
    /// Target.
    pub value: Shown,
}

/// Two ends of a stretch.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ends {
    /// Low end.
    pub from: Shown,
    /// High end.
    pub to: Shown,
}

/// A jump over the target.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Leap {
    /// Value of the input above which the metric is another.
    pub at: Shown,
    /// The metric up to there.
    pub below: Shown,
    /// The metric from there on.
    pub above: Shown,
    /// Gates that fail there, joined by `+`.
    pub failing_gates: String,
}

/// Ends of the part of the range in which the metric exists, and the value nearest to the target.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Limits {
    /// Low end.
    pub low: Option<MetricAtInput>,
    /// High end.
    pub high: Option<MetricAtInput>,
    /// Nearest to the target.
    pub nearest: Option<MetricAtInput>,
}

/// The metric at a value of the input.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MetricAtInput {
    /// The input.
    pub input: Shown,
    /// The metric.
    pub metric: Shown,
}

/// Answers a question.
pub fn meetings(question: &Question<'_>) -> Meetings {
    let found = search(question);
    let Question { subject, input, range, metric, target } = *question;
    let year = subject.scenario.price_year;
    let of_input = |base: f64| Shown::new(Some(base), input.unit, year);
    let of_metric = |base: f64| Shown::of(metric, Some(base), year);
    let spot = |end: Option<(f64, f64)>| {
        end.map(|(value, number)| MetricAtInput {
            input: of_input(value),
            metric: of_metric(number),
        })
    };
    let stretch = |(from, to): &(f64, f64)| Ends { from: of_input(*from), to: of_input(*to) };
    Meetings {
        head: Head::of(&subject.scenario),
        vary: Varied { path: input.path, low: of_input(range.0), high: of_input(range.1) },
        target: MetricTarget { path: metric.path, value: of_metric(target) },
        roots: found.roots.iter().map(|root| of_input(*root)).collect(),
        failing_gates: found.roots.iter().map(|root| failing_at(question, *root)).collect(),
        jumps: found
            .jumps
            .iter()
            .map(|jump| Leap {
                at: of_input(jump.at),
                below: of_metric(jump.below),
                above: of_metric(jump.above),
                failing_gates: failing_at(question, jump.at),
            })
            .collect(),
        stretches: found.plateaus.iter().map(stretch).collect(),
        limits: Limits {
            low: spot(found.low),
            high: spot(found.high),
            nearest: spot(found.nearest),
        },
        failing: found
            .meetings()
            .into_iter()
            .map(|meeting| failing_on(question, meeting))
            .collect(),
        found,
    }
}

fn search(question: &Question<'_>) -> Breakeven {
    let Question { subject, input, range, metric, target } = *question;
    let mut model = subject.model.clone();
    breakeven(&subject.case, input, range, target, |case| (metric.get)(&model.evaluate(case)))
}

/// Names of the gates that fail where the input has this value, joined by `+`.
fn failing_at(question: &Question<'_>, root: f64) -> String {
    let mut case = question.subject.case;
    (question.input.set)(&mut case, root);
    failing(&question.subject.model.clone().evaluate(&case))
}

/// The same for a stretch: of its two ends and its middle, each gate once.
fn failing_on(question: &Question<'_>, (from, to): (f64, Option<f64>)) -> String {
    let Some(to) = to else { return failing_at(question, from) };
    let mut names: Vec<String> = Vec::new();
    for place in [from, 0.5 * (from + to), to] {
        let failing = failing_at(question, place);
        for name in failing.split('+').filter(|name| !name.is_empty()) {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    names.join("+")
}
