//! The smallest single change that opens a gate.

use super::evaluated::EvaluatedScenario;
use super::typed::{self, FarSide};
use crate::system::decisions::Decision;
use crate::system::evaluation::Evaluation;
use crate::system::inputs::{Case, Input};
use crate::system::value::Form;
use crate::system::verdict::GATES;
use crate::units::format::display_unit;

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

/// For each gate that does not hold, the smallest single change that opens it; in the order of the
/// gates.
pub fn fixes(subject: &EvaluatedScenario) -> Vec<Option<Fix>> {
    let inputs = subject.free_inputs().into_iter();
    let free: Vec<_> = inputs.map(|input| (input, subject.value_now(input))).collect();
    let mut model = subject.model.clone();
    let open = |gate: usize| {
        if subject.evaluation.gates[gate].ok {
            return None;
        }
        fix(&subject.case, gate, &free, |case| model.evaluate(case))
    };
    (0..GATES.len()).map(open).collect()
}

/// Steps of the search from the value now to each end of the range.
const STEPS: i32 = 64;
/// Steps of its last part, which may hold a window that opens and shuts again.
const LAST_STEPS: i32 = 16;
/// First step relative to the value now.
const FIRST_STEP: f64 = 1.0e-6;
/// First step from zero, relative to the range.
const FIRST_FROM_ZERO: f64 = 1.0e-12;
/// Halvings that pin the crossing down to rounding.
const HALVINGS: i32 = 60;

/// The input among `free`, each with its value now, whose smallest relative change opens gate
/// `gate` of the case and closes none that held; `None` if no single one does.
pub fn fix(
    case: &Case,
    gate: usize,
    free: &[(&'static Input, f64)],
    mut evaluate: impl FnMut(&Case) -> Evaluation,
) -> Option<Fix> {
    let mut best: Option<Fix> = None;
    let held = evaluate(case).gates;
    for &(input, from) in free.iter().filter(|(input, _)| input.form == Form::Quantity) {
        let Some(unit) = display_unit(input.unit) else { continue };
        let as_set = |value: f64| if input.is_whole() { whole([from, value]) } else { value };
        let has_zero = input.decision.is_none_or(Decision::has_zero);
        let mut opens = |value: f64| {
            let value = as_set(value);
            if value == 0.0 && !has_zero {
                return false;
            }
            let mut changed = *case;
            (input.set)(&mut changed, value);
            let gates = evaluate(&changed).gates;
            let still_holds = held.iter().zip(&gates).all(|(before, after)| after.ok || !before.ok);
            gates[gate].ok && still_holds
        };
        for end in [unit.to_base(input.low), unit.to_base(input.high)] {
            let reach = best.map_or(f64::INFINITY, |fix| fix.relative_change() * from.abs());
            let reach = if from == 0.0 { f64::INFINITY } else { reach };
            let Some(to) = crossing(from, end, reach, &mut opens).map(as_set) else { continue };
            let ends = [unit.from_base(from), unit.from_base(to)];
            let mut holds = |number: f64| {
                (input.low..=input.high).contains(&number) && opens(unit.to_base(number))
            };
            // whole numbers of more digits than are written are rounded like others
            let is_written =
                input.is_whole() && typed::written(ends[1]).to_bits() == ends[1].to_bits();
            let typed = if is_written {
                Some(ends[1]).filter(|number| holds(*number))
            } else {
                rounded(ends, &mut holds)
            };
            let Some(typed) = typed else { continue };
            let found = Fix { input, from, to, typed };
            if best.is_none_or(|fix| found.relative_change() < fix.relative_change()) {
                best = Some(found);
            }
        }
    }
    best
}

/// The value nearest to `from` on the way to `end`, and not further than `reach`, at which `opens`
/// holds.
fn crossing(from: f64, end: f64, reach: f64, opens: &mut impl FnMut(f64) -> bool) -> Option<f64> {
    let span = end - from;
    if span == 0.0 || !span.is_finite() {
        return None;
    }
    let least = if from == 0.0 { FIRST_FROM_ZERO } else { FIRST_STEP * from.abs() / span.abs() };
    let smallest = least.min(1.0);
    let (mut shut, mut last) = (from, from);
    for step in 0..STEPS + LAST_STEPS {
        let share = libm::pow(smallest, f64::from(STEPS - step) / f64::from(STEPS));
        let value = match step - STEPS {
            before if before < 0 => from + span * share,
            after if after == LAST_STEPS - 1 => end,
            after => between(last, end, f64::from(after + 1) / f64::from(LAST_STEPS)),
        };
        last = if step < STEPS { value } else { last };
        if opens(value) {
            return Some(bisect(shut, value, opens));
        }
        if (value - from).abs() > reach {
            return None;
        }
        shut = value;
    }
    None
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

    #[test]
    fn the_crossing_is_found_on_the_open_side() {
        let to = crossing(2.0, 1000.0, f64::INFINITY, &mut |value| value >= 7.25).unwrap();
        assert!(to >= 7.25 && to - 7.25 < 1e-12);
        assert!(crossing(2.0, 0.0, f64::INFINITY, &mut |value| value >= 7.25).is_none());
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
        let open = |value: f64| (20.0..170.0).contains(&value);
        let to = crossing(1000.0, 0.001, f64::INFINITY, &mut |value| open(value)).unwrap();
        assert!(to < 170.0 && to > 169.999, "{to}");
    }

    #[test]
    fn a_crossing_beyond_reach_is_not_searched() {
        assert!(crossing(2.0, 1000.0, 1.0, &mut |value| value >= 70.0).is_none());
    }
}
