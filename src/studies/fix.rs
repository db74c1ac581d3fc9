//! The smallest single change that opens a gate.

use super::evaluated::EvaluatedScenario;
use crate::system::evaluation::Evaluation;
use crate::system::inputs::{Case, Input};
use crate::system::value::Form;
use crate::system::verdict::GATES;
use crate::units::format::{TYPED_DIGITS, display_unit, format_number};

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
    /// Size of the change relative to the value now.
    pub fn relative_change(&self) -> f64 {
        (self.to - self.from).abs() / self.from.abs().max(f64::MIN_POSITIVE)
    }
}

/// For each gate that does not hold, the smallest single change that opens it; in the order of the
/// gates.
pub fn fixes(subject: &EvaluatedScenario) -> Vec<Option<Fix>> {
    let free = subject.free_inputs();
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
/// Halvings that pin the crossing down to rounding.
const HALVINGS: i32 = 60;

/// The input among `free` whose smallest relative change opens gate `gate` of the case and closes
/// none that held; `None` if no single one does.
pub fn fix(
    case: &Case,
    gate: usize,
    free: &[&'static Input],
    mut evaluate: impl FnMut(&Case) -> Evaluation,
) -> Option<Fix> {
    let mut best: Option<Fix> = None;
    let held = evaluate(case).gates;
    for &input in free.iter().filter(|input| input.form == Form::Quantity) {
        let Some(unit) = display_unit(input.unit) else { continue };
        let from = (input.get)(case);
        let mut opens = |value: f64| {
            let mut changed = *case;
            (input.set)(&mut changed, value);
            let gates = evaluate(&changed).gates;
            let still_holds = held.iter().zip(&gates).all(|(before, after)| after.ok || !before.ok);
            gates[gate].ok && still_holds
        };
        for end in [unit.to_base(input.low), unit.to_base(input.high)] {
            let reach = best.map_or(f64::INFINITY, |fix| fix.relative_change() * from.abs());
            let Some(to) = crossing(from, end, reach, &mut opens) else { continue };
            let ends = [unit.from_base(from), unit.from_base(to)];
            let mut holds = |number: f64| {
                (input.low..=input.high).contains(&number) && opens(unit.to_base(number))
            };
            let typed = if input.is_whole() {
                Some(whole(ends)).filter(|number| holds(*number))
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
    let smallest = (1.0e-6 * from.abs() / span.abs()).clamp(1.0e-12, 1.0);
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

/// Digits of a value that is typed: at first, and where fewer do not hold at most.
const DIGITS: std::ops::RangeInclusive<i32> = 4..=16;

/// The number of fewest digits on the far side of `to`, as seen from `from`, at which `holds` is
/// true once it was written and read.
fn rounded([from, to]: [f64; 2], holds: &mut impl FnMut(f64) -> bool) -> Option<f64> {
    let away = if to > from { 1.0 } else { -1.0 };
    let written = |number: f64| format_number(number, TYPED_DIGITS).parse().ok();
    let near = DIGITS.flat_map(|digits| {
        let step = digits - 1 - first_place(to);
        let whole = libm::ceil(away * scaled(to, step));
        [whole, whole + 1.0].map(|whole| scaled(away * whole, -step))
    });
    near.chain([to]).filter_map(written).find(|number| holds(*number))
}

/// The whole number on the far side of `to`, as seen from `from`.
fn whole([from, to]: [f64; 2]) -> f64 {
    if to > from { to.ceil() } else { to.floor() }
}

/// Place of the first digit of a number: 0 for ones, 1 for tens.
#[expect(clippy::cast_possible_truncation, reason = "exponents are small")]
fn first_place(number: f64) -> i32 {
    if number == 0.0 { 0 } else { libm::floor(libm::log10(number.abs())) as i32 }
}

/// A number times a power of ten.
fn scaled(number: f64, places: i32) -> f64 {
    let power = libm::pow(10.0, f64::from(places.abs()));
    if places < 0 { number / power } else { number * power }
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
