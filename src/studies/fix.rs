//! The smallest single change that opens a gate.

use super::evaluated::EvaluatedScenario;
use super::typed::{self, FarSide};
use crate::system::decisions::Decision;
use crate::system::evaluation::{GateState, N_GATES};
use crate::system::evaluator::Evaluator;
use crate::system::inputs::{Case, Input};
use crate::system::value::Form;
use crate::system::verdict::GATES;
use crate::units::format::{Unit, display_unit};

/// A change of one input that just opens a gate.
#[derive(Debug, Clone, Copy)]
pub struct Fix {
    /// The input.
    pub input: &'static Input,
    /// Its value now, in base units.
    pub from: f64,
    /// The value that just opens the gate, in base units.
    pub to: f64,
    /// A value near it, of few digits, that opens the gate too, in the unit of the input: what is
    /// shown, and what may be typed.
    pub typed: f64,
}

impl Fix {
    /// Size of the change relative to the value now, or to the new one where the value is zero now.
    pub fn relative_change(&self) -> f64 {
        relative([self.from, self.to])
    }
}

/// Size of a change relative to the value before it, or to that after it where the former is zero;
/// at zero of both there is no change.
pub fn relative([from, to]: [f64; 2]) -> f64 {
    let size = if from == 0.0 { to.abs() } else { from.abs() };
    (to - from).abs() / size.max(f64::MIN_POSITIVE)
}

/// For each gate that does not hold, the smallest single change that opens it and closes none that
/// held; in the order of the gates.
pub fn fixes(subject: &EvaluatedScenario) -> Vec<Option<Fix>> {
    let mut best = vec![None; GATES.len()];
    let held = &subject.evaluation.gates;
    let shut: Vec<usize> = (0..held.len()).filter(|gate| !held[*gate].ok).collect();
    let mut model = subject.model.clone();
    let free = subject.free_inputs().into_iter();
    for input in free.filter(|input| input.form == Form::Quantity) {
        let Some(unit) = display_unit(input.unit) else { continue };
        let case = &subject.case;
        let mut walk = InputWalk { input, unit, case, held, model: &mut model, known: Vec::new() };
        let from = subject.value_now(input);
        for &gate in &shut {
            let found = walk.fix(gate, from, best[gate]);
            best[gate] = found.or(best[gate]);
        }
    }
    best
}

/// Steps of the search from the value now to each end of the range.
const STEPS: usize = 64;
/// Steps of its last part, which may hold a window that opens and shuts again.
const LAST_STEPS: usize = 16;
/// Steps that are taken at once where the gate cannot open between their ends.
const STRIDE: usize = 4;
/// How much further than over the stride before, or over this one, a margin may rise within it.
const MOST_RISE: f64 = 2.0;
/// First step relative to the value now.
const FIRST_STEP: f64 = 1.0e-6;
/// First step from zero, relative to the range.
const FIRST_FROM_ZERO: f64 = 1.0e-12;
/// Halvings that pin the crossing down to rounding.
const HALVINGS: i32 = 60;

/// Values of one input, and the gates that they leave.
struct InputWalk<'w> {
    input: &'static Input,
    unit: Unit,
    case: &'w Case,
    held: &'w [GateState; N_GATES],
    model: &'w mut Evaluator,
    known: Vec<(f64, [GateState; N_GATES])>,
}

/// How one gate stands at a value.
#[derive(Debug, Clone, Copy)]
struct GateStanding {
    /// Whether it is open, and all that held before hold.
    opens: bool,
    /// Its relative margin.
    margin: Option<f64>,
}

impl GateStanding {
    const UNKNOWN: Self = Self { opens: false, margin: None };
}

impl InputWalk<'_> {
    /// The smallest change that opens a gate and is smaller than another.
    fn fix(&mut self, gate: usize, from: f64, other: Option<Fix>) -> Option<Fix> {
        let Input { low, high, .. } = *self.input;
        let mut best = other;
        for end in [low, high].map(|end| self.unit.to_base(end)) {
            let reach = best.map_or(f64::INFINITY, |fix| fix.relative_change() * from.abs());
            let reach = if from == 0.0 { f64::INFINITY } else { reach };
            let mut judge = |value: f64| self.standing(gate, from, value);
            let Some(to) = crossing(from, end, reach, &mut judge) else { continue };
            let to = self.as_set(from, to);
            let Some(typed) = self.typed(gate, [from, to]) else { continue };
            let found = Fix { input: self.input, from, to, typed };
            if best.is_none_or(|fix| found.relative_change() < fix.relative_change()) {
                best = Some(found);
            }
        }
        best.filter(|best| std::ptr::eq(best.input, self.input))
    }

    /// A whole number where the input is one.
    fn as_set(&self, from: f64, value: f64) -> f64 {
        if self.input.is_whole() { whole([from, value]) } else { value }
    }

    /// How a gate stands at a value.
    fn standing(&mut self, gate: usize, from: f64, value: f64) -> GateStanding {
        let value = self.as_set(from, value);
        if value == 0.0 && !self.input.decision.is_none_or(Decision::has_zero) {
            return GateStanding::UNKNOWN;
        }
        let held = self.held;
        let gates = self.gates(value);
        let still_holds = held.iter().zip(gates).all(|(before, after)| after.ok || !before.ok);
        GateStanding { opens: gates[gate].ok && still_holds, margin: gates[gate].margin }
    }

    /// The gates at a value.
    fn gates(&mut self, value: f64) -> &[GateState; N_GATES] {
        let known = self.known.iter().position(|(known, _)| known.to_bits() == value.to_bits());
        let at = known.unwrap_or_else(|| {
            let mut changed = *self.case;
            (self.input.set)(&mut changed, value);
            self.known.push((value, self.model.evaluate(&changed).gates));
            self.known.len() - 1
        });
        &self.known[at].1
    }

    /// A value of few digits at or beyond a change that opens the gate too, in the unit of the
    /// input.
    fn typed(&mut self, gate: usize, [from, to]: [f64; 2]) -> Option<f64> {
        let (input, unit) = (self.input, self.unit);
        let ends = [from, to].map(|value| unit.from_base(value));
        let mut holds = |number: f64| {
            let is_in_range = (input.low..=input.high).contains(&number);
            is_in_range && self.standing(gate, from, unit.to_base(number)).opens
        };
        // whole numbers of more digits than are written are rounded like others
        let is_written = input.is_whole() && typed::written(ends[1]).to_bits() == ends[1].to_bits();
        if is_written {
            Some(ends[1]).filter(|number| holds(*number))
        } else {
            rounded(ends, &mut holds)
        }
    }
}

/// The value nearest to `from` on the way to `end`, and not further than `reach`, that opens.
///
/// The steps of a stride are taken one by one where its margins say that one of them may open.
fn crossing(
    from: f64,
    end: f64,
    reach: f64,
    judge: &mut impl FnMut(f64) -> GateStanding,
) -> Option<f64> {
    let values = steps(from, end)?;
    let mut margins = [None, judge(from).margin];
    let mut shut = from;
    for stride in values.chunks(STRIDE) {
        let far = stride[stride.len() - 1];
        let reached = judge(far);
        if reached.opens || may_open(margins, reached.margin) {
            for &value in stride {
                if judge(value).opens {
                    let mut opens = |value: f64| judge(value).opens;
                    return Some(bisect(shut, value, &mut opens));
                }
                shut = value;
            }
        }
        if (far - from).abs() > reach {
            return None;
        }
        shut = far;
        margins = [margins[1], reached.margin];
    }
    None
}

/// Whether the margin of a gate may rise to zero within a stride, from those before and at its
/// begin and that at its end.
fn may_open([before, begin]: [Option<f64>; 2], end: Option<f64>) -> bool {
    let (Some(begin), Some(end)) = (begin, end) else { return true };
    let change = (end - begin).abs().max(before.map_or(0.0, |before| (begin - before).abs()));
    let highest = begin.max(end) + MOST_RISE * change;
    highest.is_nan() || highest >= 0.0
}

/// Values on the way from one to another: nearby ones first, each further by an equal ratio; then
/// those between the last two, by theirs.
fn steps(from: f64, end: f64) -> Option<Vec<f64>> {
    let span = end - from;
    if span == 0.0 || !span.is_finite() {
        return None;
    }
    let least = if from == 0.0 { FIRST_FROM_ZERO } else { FIRST_STEP * from.abs() / span.abs() };
    let smallest = least.min(1.0);
    let near =
        |step: usize| from + span * libm::pow(smallest, (STEPS - step) as f64 / STEPS as f64);
    let last = near(STEPS - 1);
    let far = |step: usize| between(last, end, step as f64 / LAST_STEPS as f64);
    let mut values: Vec<f64> = (0..STEPS).map(near).chain((1..LAST_STEPS).map(far)).collect();
    values.push(end);
    Some(values)
}

/// A share of the way from one value to another, by their ratio where there is one.
fn between(one: f64, other: f64, share: f64) -> f64 {
    if one * other > 0.0 {
        one * libm::pow(other / one, share)
    } else {
        one + (other - one) * share
    }
}

/// Narrows a step from shut to open; the value returned is open.
fn bisect(mut shut: f64, mut open: f64, opens: &mut impl FnMut(f64) -> bool) -> f64 {
    for _ in 0..HALVINGS {
        let middle = 0.5 * (shut + open);
        if middle.to_bits() == shut.to_bits() || middle.to_bits() == open.to_bits() {
            break;
        }
        if opens(middle) {
            open = middle;
        } else {
            shut = middle;
        }
    }
    open
}

/// The number of fewest digits on the far side of `to`, as seen from `from`, at which `holds` is
/// true once it was written and read.
fn rounded([from, to]: [f64; 2], holds: &mut impl FnMut(f64) -> bool) -> Option<f64> {
    let side = if to > from { FarSide::Above } else { FarSide::Below };
    typed::beside(to, side).chain([to]).map(typed::written).find(|number| holds(*number))
}

/// The whole number on the far side of `to`, as seen from `from`.
fn whole([from, to]: [f64; 2]) -> f64 {
    if to > from { to.ceil() } else { to.floor() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A gate with a margin that falls with the distance from a window.
    fn window(low: f64, high: f64) -> impl FnMut(f64) -> GateStanding {
        move |value| {
            let margin = ((value - low) / low).min((high - value) / high);
            GateStanding { opens: margin >= 0.0, margin: Some(margin) }
        }
    }

    #[test]
    fn the_crossing_is_found_on_the_open_side() {
        let to = crossing(2.0, 1000.0, f64::INFINITY, &mut window(7.25, 1e9)).unwrap();
        assert!(to >= 7.25 && to - 7.25 < 1e-12);
        assert!(crossing(2.0, 0.0, f64::INFINITY, &mut window(7.25, 1e9)).is_none());
    }

    #[test]
    fn a_gate_that_does_not_move_is_asked_once_a_stride() {
        let mut asked = 0;
        let mut judge = |_: f64| {
            asked += 1;
            GateStanding { opens: false, margin: Some(-0.1) }
        };
        assert!(crossing(2.0, 1000.0, f64::INFINITY, &mut judge).is_none());
        assert_eq!(asked, 1 + (STEPS + LAST_STEPS) / STRIDE);
    }

    #[test]
    fn a_typed_value_has_few_digits_and_holds() {
        for (from, to, want) in [
            (10.0, 8.123_46, 8.123),
            (5.0, 8.123_46, 8.124),
            (5.0, 8000.0, 8000.0),
            (5000.0, 999.999_999_999, 999.9),
            (125.0, 124.999_999_999_999_99, 124.9),
            (1.0, 0.000_012_345_6, 0.000_012_34),
            (-5.0, 0.0, 0.0),
            (3.0, -0.012_345, -0.012_35),
            (1.0, 123_456_789.0, 123_500_000.0),
        ] {
            let beyond = |number: f64| if to > from { number >= to } else { number <= to };
            let got = rounded([from, to], &mut |number| beyond(number)).unwrap();
            assert!((got - want).abs() <= 1e-12 * want.abs(), "{from} {to}: {got}");
        }
    }

    #[test]
    fn a_typed_value_takes_as_many_digits_as_it_must() {
        let got = rounded([1.0, 2.345_612], &mut |number| (2.345_612..2.345_62).contains(&number));
        assert!(got.is_some_and(|number| (2.345_612..2.345_62).contains(&number)));
        assert!(rounded([1.0, 2.0], &mut |_| false).is_none());
    }

    #[test]
    fn a_window_near_the_end_of_the_range_is_found() {
        let to = crossing(1000.0, 0.001, f64::INFINITY, &mut window(20.0, 170.0)).unwrap();
        assert!(to <= 170.0 && to > 169.999, "{to}");
    }

    #[test]
    fn a_crossing_beyond_reach_is_not_searched() {
        assert!(crossing(2.0, 1000.0, 1.0, &mut window(70.0, 1e9)).is_none());
    }
}
