//! Cases that the properties start from, and random ones around them and over the whole ranges.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestRunner};
use skyrack::catalog::Catalog;
use skyrack::scenario::{EMBEDDED, open};
use skyrack::system::designer::frozen;
use skyrack::system::evaluation::Evaluation;
use skyrack::system::evaluator::Evaluator;
use skyrack::system::inputs::{Case, INPUTS, Input, input};
use skyrack::system::metrics::metric;
use skyrack::system::pins::{PINS, Pin};
use skyrack::system::value::Form;
use skyrack::units::format::display_unit;

const DAY_S: f64 = 86_400.0;

/// The case of the catalog's defaults with a heat pump, louvers, computers throttled in shadow and
/// satellites that raise themselves.
pub(crate) fn lifted_case() -> Case {
    let raised = with(&default_case(), "launch.separation_altitude", 400_000.0);
    let lifted = with(&raised, "heat_pump.lift", 20.0);
    with(&with(&lifted, "radiator.louvers", 0.3), "it.eclipse_share", 0.2)
}

/// The case of the catalog's defaults in 2027.
pub(crate) fn default_case() -> Case {
    let catalog = Catalog::builtin();
    Case::from_values(|input| match input.form {
        Form::Quantity => catalog.value(input.default, 2026).unwrap().nominal,
        Form::Choice(names) => {
            let text = catalog.row(input.default).and_then(|row| row.text()).unwrap();
            names.iter().position(|name| *name == text).unwrap() as f64
        }
        Form::Date => 9_862.0 * DAY_S,
    })
}

/// Name and case of every scenario of the project, with every decision taken.
pub(crate) fn shipped_cases() -> Vec<(&'static str, Case)> {
    EMBEDDED.iter().map(|(name, _)| (*name, designed(name, &[]))).collect()
}

/// The case of a scenario with what the rules of design chose as if it were stated.
pub(crate) fn designed(scenario: &str, set: &[String]) -> Case {
    let case = open(scenario, set).unwrap().nominal();
    frozen(&Evaluator::new(&case).evaluate(&case))
}

/// Value of a metric, else of an input, in base units.
pub(crate) fn lookup(case: &Case, evaluation: &Evaluation, path: &str) -> Option<f64> {
    metric(path)
        .and_then(|metric| (metric.get)(evaluation))
        .or_else(|| input(path).map(|input| (input.get)(case)))
}

/// Value of a metric in base units.
pub(crate) fn value(evaluation: &Evaluation, path: &str) -> Option<f64> {
    (metric(path).unwrap().get)(evaluation)
}

/// The input of this path.
pub(crate) fn the(path: &str) -> &'static Input {
    input(path).unwrap()
}

/// The case with one input at a value in base units.
pub(crate) fn with(case: &Case, path: &str, value: f64) -> Case {
    let mut changed = *case;
    (the(path).set)(&mut changed, value);
    changed
}

/// The case with satellites as large as their limit allows, whatever else states their size.
pub(crate) fn sized_by_the_limit(case: &Case) -> Case {
    let sizes = ["satellite.array_power", "satellite.count", "satellite.it_power"];
    sizes.iter().fold(*case, |case, path| with(&case, path, 0.0))
}

/// Lowest and highest value of an input, in base units.
pub(crate) fn range(input: &Input) -> (f64, f64) {
    match input.form {
        Form::Quantity => {
            let unit = display_unit(input.unit).unwrap();
            (unit.to_base(input.low), unit.to_base(input.high))
        }
        Form::Choice(_) => (input.low, input.high),
        Form::Date => (input.low * DAY_S, input.high * DAY_S),
    }
}

fn pin_range(pin: &Pin) -> (f64, f64) {
    let unit = display_unit(pin.unit).unwrap();
    (unit.to_base(pin.low), unit.to_base(pin.high))
}

/// How one number of a random case is chosen; the first way is the simplest.
#[derive(Debug, Clone, Copy)]
enum Draw {
    /// As it stands in the case to begin with.
    Kept,
    /// The lowest value allowed.
    Low,
    /// The highest value allowed.
    High,
    /// Times a factor between 1/2 and 2, by its logarithm.
    Near(f64),
    /// Anywhere in the range.
    Even(f64),
    /// Anywhere in the range by its logarithm, where it is positive.
    Logarithmic(f64),
}

impl Draw {
    fn value(self, (low, high): (f64, f64), kept: f64, kind: Form) -> f64 {
        let even = |share: f64| low + (high - low) * share;
        let value = match (kind, self) {
            (Form::Choice(_), Self::Near(share) | Self::Logarithmic(share) | Self::Even(share)) => {
                even(share).round()
            }
            (Form::Date, Self::Near(share) | Self::Logarithmic(share)) => {
                kept + 400.0 * DAY_S * share
            }
            (_, Self::Kept) => kept,
            (_, Self::Low) => low,
            (_, Self::High) => high,
            (_, Self::Near(share)) => kept * 4.0_f64.powf(share - 0.5),
            (_, Self::Logarithmic(share)) if low >= 0.0 => {
                let start = low.max(1.0e-9 * high);
                start * (high / start).powf(share)
            }
            (_, Self::Even(share) | Self::Logarithmic(share)) => even(share),
        };
        value.clamp(low, high)
    }
}

/// How far random cases go from the case to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Most numbers within a factor of two.
    Near,
    /// Many numbers anywhere in their ranges.
    Wide,
    /// Most numbers at an end of their ranges.
    Corners,
}

/// Numbers drawn for a case, more than there are inputs: an input takes that of its stream, so that
/// one more input leaves the numbers of the others, in this case and in those that follow.
const ROOM: usize = 576;

fn draws(reach: Reach) -> impl Strategy<Value = Vec<Draw>> {
    let [kept, ends, near, anywhere] = match reach {
        Reach::Near => [2, 0, 8, 0],
        Reach::Wide => [6, 1, 4, 4],
        Reach::Corners => [2, 12, 1, 1],
    };
    let draw = (0..kept + ends + near + anywhere, 0.0..=1.0).prop_map(move |(way, share)| {
        if way < kept {
            Draw::Kept
        } else if way < kept + ends {
            if share < 0.5 { Draw::Low } else { Draw::High }
        } else if way < kept + ends + near {
            Draw::Near(share)
        } else if share < 0.5 {
            Draw::Even(2.0 * share)
        } else {
            Draw::Logarithmic(2.0 * share - 1.0)
        }
    });
    proptest::collection::vec(draw, ROOM)
}

/// A random case that shows what differs from the one it began with.
#[derive(Clone, Copy)]
pub(crate) struct Random {
    pub(crate) case: Case,
    start: Case,
}

impl std::fmt::Debug for Random {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for input in INPUTS {
            let (now, before) = ((input.get)(&self.case), (input.get)(&self.start));
            if now.to_bits() != before.to_bits() {
                let unit = display_unit(input.unit);
                let shown = unit.map_or(now, |unit| unit.from_base(now));
                writeln!(f, "{} = {shown} {}", input.path, input.unit)?;
            }
        }
        for pin in PINS {
            if let Some(value) = (pin.get)(&self.case.pins) {
                writeln!(f, "pin {} = {value:e} in base units", pin.path)?;
            }
        }
        Ok(())
    }
}

/// Random cases without pins: many inputs changed at once, around the defaults.
pub(crate) fn cases(reach: Reach) -> impl Strategy<Value = Random> {
    draws(reach).prop_map(|draws| {
        let start = default_case();
        let mut case = start;
        for input in INPUTS {
            let draw = draws[usize::from(input.stream)];
            let value = draw.value(range(input), (input.get)(&start), input.form);
            (input.set)(&mut case, value);
        }
        Random { case, start }
    })
}

/// Random cases of any reach.
pub(crate) fn any_cases() -> impl Strategy<Value = Random> {
    prop_oneof![cases(Reach::Near), cases(Reach::Wide), cases(Reach::Corners)]
}

/// Random cases of any reach, every fourth quantity that can be pinned pinned to any value allowed.
pub(crate) fn pinned_cases() -> impl Strategy<Value = Random> {
    let pins = proptest::collection::vec((0..4, 0.0..=1.0), PINS.len());
    (any_cases(), pins).prop_map(|(mut random, pins)| {
        for (pin, (way, share)) in PINS.iter().zip(pins) {
            if way == 3 {
                let draw =
                    if share < 0.5 { Draw::Even(2.0 * share) } else { Draw::Logarithmic(share) };
                let value = draw.value(pin_range(pin), 0.0, Form::Quantity);
                (pin.set)(&mut random.case.pins, Some(value));
            }
        }
        random
    })
}

/// Runs a law over so many random values from a fixed seed.
///
/// `PROPTEST_CASES` above 256 runs proportionally more, `PROPTEST_RNG_SEED` runs others.
pub(crate) fn check<S: Strategy>(
    cases: u32,
    strategy: S,
    law: impl Fn(S::Value) -> TestCaseResult,
) {
    let outside = Config::default();
    let rng_seed = match outside.rng_seed {
        RngSeed::Random => RngSeed::Fixed(2_026),
        chosen @ RngSeed::Fixed(_) => chosen,
    };
    let more = outside.cases.max(256) / 256;
    let config = Config {
        cases: cases * more,
        rng_seed,
        failure_persistence: None,
        max_global_rejects: 200_000 * more,
        max_shrink_iters: 20_000,
        ..outside
    };
    if let Err(failure) = TestRunner::new(config).run(&strategy, law) {
        panic!("{failure}");
    }
}

/// Relative distance of two numbers.
pub(crate) fn gap(one: f64, other: f64) -> f64 {
    let scale = one.abs().max(other.abs());
    if scale > 0.0 { (one - other).abs() / scale } else { 0.0 }
}
