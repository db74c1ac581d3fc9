//! Values of one input at which a metric meets a target.

use crate::system::inputs::{Case, Input};

/// Roots of a metric in one input.
#[derive(Debug, Clone, PartialEq)]
pub struct Breakeven {
    /// Values of the input at which the metric meets the target, in base units, ascending.
    pub roots: Vec<f64>,
    /// Input and metric at the low end of the range where the metric exists, in base units.
    pub low: Option<(f64, f64)>,
    /// Input and metric at the high end of the range where the metric exists, in base units.
    pub high: Option<(f64, f64)>,
    /// The value of the metric nearest to the target that was met, with its input.
    pub nearest: Option<(f64, f64)>,
}

/// Points at which the metric is looked at before roots are refined.
const POINTS: i32 = 512;
/// Halvings that pin a root down to rounding.
const HALVINGS: i32 = 80;

/// Searches `low..=high` (base units) for the values at which `metric` meets `target` (base units).
///
/// The range is scanned at 512 points, evenly in the logarithm where it is positive and spans more than two decades,
/// and each change of sign is halved down to rounding. A jump across the target counts as a root on its far side; a
/// stretch on which the metric stays on the target is given by its two ends.
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
    let mut found = Breakeven { roots: Vec::new(), low: None, high: None, nearest: None };
    let mut previous: Option<(f64, f64)> = None;
    for point in 0..=POINTS {
        let value = position(low, high, point);
        let Some(number) = at(value) else {
            previous = None;
            continue;
        };
        found.low = found.low.or(Some((value, number)));
        found.high = Some((value, number));
        if found.nearest.is_none_or(|(_, best)| (number - target).abs() < (best - target).abs()) {
            found.nearest = Some((value, number));
        }
        let gap = number - target;
        let mut offset = |middle: f64| at(middle).map(|number| number - target);
        match previous {
            Some((before, last)) if last == 0.0 && gap != 0.0 => {
                let end = edge(before, value, |middle| offset(middle) == Some(0.0));
                if found.roots.last() != Some(&end) {
                    found.roots.push(end);
                }
            }
            Some((before, last)) if last != 0.0 && gap == 0.0 => {
                found.roots.push(edge(value, before, |middle| offset(middle) == Some(0.0)));
            }
            Some((before, last)) if (last < 0.0) != (gap < 0.0) && last != 0.0 => {
                found.roots.push(refine(before, value, last < 0.0, offset));
            }
            None if gap == 0.0 => found.roots.push(value),
            _ => {}
        }
        previous = Some((value, gap));
    }
    found
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

fn refine(
    mut a: f64,
    mut b: f64,
    a_is_below: bool,
    mut gap: impl FnMut(f64) -> Option<f64>,
) -> f64 {
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
    b
}
