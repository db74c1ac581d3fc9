//! Values of one input at which a metric meets a target.

mod answer;

pub use answer::{
    Ends, Leap, Limits, Meetings, MetricAtInput, MetricTarget, Question, Varied, meetings,
};

use crate::system::inputs::{Case, Input};

/// A metric that jumps over its target, in base units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Jump {
    /// Value of the input above which the metric is another.
    pub at: f64,
    /// The metric up to there.
    pub below: f64,
    /// The metric from there on.
    pub above: f64,
}

/// Roots of a metric in one input.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Breakeven {
    /// Values of the input at which the metric meets the target, in base units, ascending; of a
    /// stretch both ends.
    pub roots: Vec<f64>,
    /// Values of the input at which the metric jumps over the target, ascending.
    pub jumps: Vec<Jump>,
    /// Stretches on which the metric stays on the target: their two ends, which stand among the
    /// roots.
    pub plateaus: Vec<(f64, f64)>,
    /// Input and metric at the low end of the range where the metric exists, in base units.
    pub low: Option<(f64, f64)>,
    /// Input and metric at the high end of the range where the metric exists, in base units.
    pub high: Option<(f64, f64)>,
    /// The value of the metric nearest to the target that was met, with its input.
    pub nearest: Option<(f64, f64)>,
    /// Lowest and highest value of the metric that was met, in base units.
    pub span: Option<(f64, f64)>,
}

/// Points at which the metric is looked at before roots are refined.
const POINTS: i32 = 512;
/// Halvings that pin a root down to rounding.
const HALVINGS: i32 = 80;

/// What of the target a metric may be off and still be on it.
const ROUNDING: f64 = 1.0e-12;
/// Smallest share of the change of the metric between two points that remains across a jump; a
/// continuous metric leaves some parts in 10¹⁰.
const LEFT_BY_JUMP: f64 = 1.0e-5;
/// Smallest share of a grid step that counts as an interval of solutions; a shorter one is a single
/// value.
const SHORTEST: f64 = 1.0e-3;

/// Searches `low..=high` (base units) for the values at which `metric` meets `target` (base units).
///
/// The range is scanned at 512 points, evenly in the logarithm where it is positive and spans more
/// than two decades, and each change of sign is halved down to rounding. A jump over the target is
/// no root and is given with the metric on both sides; a stretch on which the metric stays on the
/// target, but for rounding, is given by its two ends.
pub fn breakeven(
    case: &Case,
    input: &'static Input,
    (low, high): (f64, f64),
    target: f64,
    mut metric: impl FnMut(&Case) -> Option<f64>,
) -> Breakeven {
    let mut at = |value: f64| {
        let mut changed = *case;
        (input.set)(&mut changed, value);
        metric(&changed).filter(|number| number.is_finite())
    };
    let mut found = Breakeven::default();
    let mut before: Option<ScanPoint> = None;
    let mut open: Option<TargetStretch> = None;
    for point in 0..=POINTS {
        let value = position(low, high, point);
        let number = at(value);
        found.look(value, number, target);
        let spot = ScanPoint { value, gap: number.map(|number| gap(number, target)) };
        let mut is_met = |middle: f64| at(middle).is_some_and(|number| gap(number, target) == 0.0);
        let last = before.unwrap_or(spot);
        match (last.is_met(), spot.is_met()) {
            (false, true) => {
                let from = edge(value, last.value, &mut is_met);
                open = Some(TargetStretch { from, met: value, step: value - last.value });
            }
            (true, true) if before.is_none() => {
                open = Some(TargetStretch { from: value, met: value, step: 0.0 });
            }
            (true, false) => {
                let to = edge(last.value, value, &mut is_met);
                found.close(open.take(), to, value - last.value);
            }
            _ => {}
        }
        if let (Some(one), Some(other)) = (last.gap, spot.gap)
            && (one < 0.0 && other > 0.0 || one > 0.0 && other < 0.0)
        {
            let mut offset = |middle: f64| at(middle).map(|number| number - target);
            let sides = refine(last.value, value, one < 0.0, &mut offset);
            let left = sides.map(&mut offset);
            found.cross(sides, left, target, (other - one).abs());
        }
        before = Some(spot);
    }
    found.close(open, high, 0.0);
    found
}

/// Metric less target; zero where only rounding lies between them.
fn gap(number: f64, target: f64) -> f64 {
    let gap = number - target;
    if gap.abs() <= ROUNDING * target.abs() { 0.0 } else { gap }
}

/// A point of the scan.
#[derive(Clone, Copy)]
struct ScanPoint {
    value: f64,
    /// Metric less target; none where the metric does not exist.
    gap: Option<f64>,
}

impl ScanPoint {
    fn is_met(self) -> bool {
        self.gap == Some(0.0)
    }
}

/// A stretch on the target that has begun.
#[derive(Clone, Copy)]
struct TargetStretch {
    from: f64,
    /// Its first point of the scan.
    met: f64,
    /// Distance of that point from the one before.
    step: f64,
}

impl Breakeven {
    /// Notes the ends of where the metric exists, and the nearest value.
    fn look(&mut self, value: f64, number: Option<f64>, target: f64) {
        let Some(number) = number else { return };
        self.low = self.low.or(Some((value, number)));
        self.high = Some((value, number));
        let (least, most) = self.span.unwrap_or((number, number));
        self.span = Some((least.min(number), most.max(number)));
        if self.nearest.is_none_or(|(_, best)| (number - target).abs() < (best - target).abs()) {
            self.nearest = Some((value, number));
        }
    }

    /// Takes up a change of sign, from the values of the input on both sides of it, what the metric
    /// is off the target there, and how much it changes between the two points of the scan.
    fn cross(&mut self, sides: [f64; 2], left: [Option<f64>; 2], target: f64, change: f64) {
        let [Some(below), Some(above)] = left else { return };
        let near = below.abs().min(above.abs());
        if near > (LEFT_BY_JUMP * change).max(ROUNDING * target.abs()) {
            let [below, above] = [below, above].map(|gap| target + gap);
            self.jumps.push(Jump { at: sides[1], below, above });
        } else {
            self.roots.push(sides[usize::from(above.abs() <= below.abs())]);
        }
    }

    /// The one value of the metric, where the input moves it nowhere.
    pub fn still(&self) -> Option<f64> {
        let (least, most) = self.span?;
        (most - least <= ROUNDING * least.abs().max(most.abs())).then_some(least)
    }

    /// Ends a stretch: a single root where it is shorter than could be told from one.
    fn close(&mut self, open: Option<TargetStretch>, to: f64, step: f64) {
        let Some(TargetStretch { from, met, step: first }) = open else { return };
        if to - from <= SHORTEST * first.max(step) {
            self.roots.push(met);
        } else {
            self.roots.extend([from, to]);
            self.plateaus.push((from, to));
        }
    }

    /// Where the target is met, ascending: a single value, or a stretch by its two ends.
    pub fn meetings(&self) -> Vec<(f64, Option<f64>)> {
        let inside =
            |root: f64| self.plateaus.iter().find(|(from, to)| (*from..=*to).contains(&root));
        let starts =
            |root: f64| inside(root).is_none_or(|(from, _)| from.to_bits() == root.to_bits());
        let starting = self.roots.iter().filter(|root| starts(**root));
        starting.map(|root| (*root, inside(*root).map(|(_, to)| *to))).collect()
    }
}

fn position(low: f64, high: f64, point: i32) -> f64 {
    let share = f64::from(point) / f64::from(POINTS);
    if point == POINTS {
        high
    } else if point == 0 {
        low
    } else if low >= 0.0 && high > 100.0 * low {
        let start = if low > 0.0 { low } else { high * 1.0e-8 };
        start * libm::pow(high / start, share)
    } else {
        low + (high - low) * share
    }
}

/// The last value on the way from `inside` to `outside` at which `holds`.
fn edge(mut inside: f64, mut outside: f64, mut holds: impl FnMut(f64) -> bool) -> f64 {
    for _ in 0..HALVINGS {
        let middle = 0.5 * (inside + outside);
        if middle.to_bits() == inside.to_bits() || middle.to_bits() == outside.to_bits() {
            break;
        }
        if holds(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    inside
}

/// The two neighboring values of the input between which the metric crosses.
fn refine(
    mut a: f64,
    mut b: f64,
    a_is_below: bool,
    mut gap: impl FnMut(f64) -> Option<f64>,
) -> [f64; 2] {
    for _ in 0..HALVINGS {
        let middle = 0.5 * (a + b);
        if middle.to_bits() == a.to_bits() || middle.to_bits() == b.to_bits() {
            break;
        }
        match gap(middle) {
            Some(difference) if (difference < 0.0) == a_is_below => a = middle,
            _ => b = middle,
        }
    }
    [a, b]
}
