//! What follows `--vary`: a range with a number of steps, a list, catalog entries, choices.

use super::Failure;
use super::conditions::{known, value_of};
use super::output::talk;
use skyrack::catalog::Catalog;
use skyrack::scenario::{Fault, ScenarioErrors, open};
use skyrack::studies::explain::Quantity;
use skyrack::studies::sweep::{AxisValues, SweepAxis, linear, logarithmic};
use skyrack::studies::uncertain::range as range_of;
use skyrack::system::inputs::{Input, input};
use skyrack::system::value::Form;

/// Steps of a range that states none.
const STEPS: usize = 41;
/// Most steps of one axis.
const MOST_STEPS: usize = 100_000;

fn usage(why: &str) -> Failure {
    Failure::Input(format!(
        "error[vary]: {why}\n  = help: type `--vary 'orbit.altitude=400 km..1200 km:41'`, `--vary \
            launch.price=100..5000:41:log`, `--vary it.life=3,4,5`, `--vary launch.vehicle` or \
            `--vary launch.vehicle=falcon9,nova`\n"
    ))
}

/// `LOW..HIGH` where a range was written with another sign between two numbers, such as `100-5000`.
pub fn meant_range(text: &str) -> Option<String> {
    let is_number = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    [" to ", "…", "–", "—", "...", "-", ":", ";"].iter().find_map(|sign| {
        let (low, high) = text.split_once(sign)?;
        let (low, high) = (low.trim(), high.trim());
        let is_range = is_number(low) && is_number(high) && !low.ends_with(['e', 'E']);
        is_range.then(|| format!("{low}..{high}"))
    })
}

/// The refusal of a range that was written with another sign than two dots.
fn not_dots(path: &str, right: &str, meant: &str) -> Failure {
    Failure::Input(format!(
        "error[vary]: expected `LOW..HIGH` or a list `V1,V2,...`, found `{right}`\n  = help: type \
            `--vary '{path}={meant}'`\n"
    ))
}

/// The input with this path.
///
/// # Errors
/// [`Failure::Input`] if there is none.
fn input_of(path: &str) -> Result<&'static Input, Failure> {
    if let Some(found) = input(path) {
        return Ok(found);
    }
    known(path)?;
    Err(usage(&format!("`{path}` is a metric; vary an input")))
}

/// One axis of a sweep.
///
/// # Errors
/// [`Failure::Input`] that says what to type.
pub fn axis(text: &str, year: u16) -> Result<SweepAxis, Failure> {
    let (path, right) = text
        .split_once('=')
        .map_or((text.trim(), None), |(path, right)| (path.trim(), Some(right.trim())));
    let catalog = Catalog::builtin();
    if let Some(group) = catalog.group(path) {
        let ids = group.ids(catalog);
        let words = match right {
            Some(list) => list.split(',').map(|word| word.trim().to_owned()).collect(),
            None => ids.iter().map(|id| (*id).to_owned()).collect(),
        };
        return Ok(SweepAxis {
            path: path.to_owned(),
            input: None,
            values: AxisValues::Words(words),
        });
    }
    let found = input_of(path)?;
    let values = match (found.form, right) {
        (Form::Choice(names), None) => {
            AxisValues::Words(names.iter().map(|name| (*name).to_owned()).collect())
        }
        (Form::Choice(_) | Form::Date, Some(list)) => {
            AxisValues::Words(list.split(',').map(|word| word.trim().to_owned()).collect())
        }
        (Form::Date, None) => return Err(usage("a date needs a list")),
        (Form::Quantity, right) => AxisValues::Numbers(whole(found, numbers(found, right, year)?)),
    };
    Ok(SweepAxis { path: path.to_owned(), input: Some(found), values })
}

/// The nearest whole numbers, each once, where an input has no others.
fn whole(found: &Input, mut numbers: Vec<f64>) -> Vec<f64> {
    if found.is_whole() {
        for number in &mut numbers {
            *number = number.round();
        }
        numbers.dedup();
    }
    numbers
}

fn numbers(found: &'static Input, right: Option<&str>, year: u16) -> Result<Vec<f64>, Failure> {
    let quantity = Quantity::Input(found);
    let own = |why: &str| {
        let (low, high) = (found.low, found.high);
        Failure::Input(format!(
            "error[vary]: `{}`: {why}\n  = note: it is allowed from {low} to {high} {}\n  = help: \
                type `--vary {}=LOW..HIGH:N`, `--vary {}=LOW..HIGH:N:log` or `--vary \
                {}=V1,V2,...`\n",
            found.path, found.unit, found.path, found.path, found.path
        ))
    };
    let read = |text: &str| value_of(&quantity, text.trim(), year).map_err(|why| own(&why));
    let allowed = range_of(found);
    let inside = |value: f64| {
        let is_inside = value >= allowed.0 && value <= allowed.1;
        if is_inside { Ok(value) } else { Err(own("a value is outside what is allowed")) }
    };
    let Some(right) = right else { return Ok(linear(allowed, STEPS)) };
    let Some((low, rest)) = right.split_once("..").filter(|_| !right.contains("...")) else {
        let values: Result<Vec<f64>, Failure> =
            right.split(',').map(|text| inside(read(text)?)).collect();
        let values = values.map_err(|refused| {
            meant_range(right).map_or(refused, |meant| not_dots(found.path, right, &meant))
        })?;
        if values.windows(2).any(|pair| pair[0] >= pair[1]) {
            return Err(own("a list rises from value to value"));
        }
        return Ok(values);
    };
    let mut parts = rest.split(':');
    let (low, high) = (inside(read(low)?)?, inside(read(parts.next().unwrap_or(""))?)?);
    let steps = match parts.next() {
        Some(count) => count.trim().parse::<usize>().ok().filter(|n| (2..=MOST_STEPS).contains(n)),
        None => Some(STEPS),
    };
    let Some(steps) = steps else {
        return Err(own(&format!(
            "the number of values N is a whole number from 2 to {MOST_STEPS}"
        )));
    };
    if low >= high {
        return Err(own("the range must rise"));
    }
    match parts.next().map(str::trim) {
        None | Some("lin" | "linear") => Ok(linear((low, high), steps)),
        Some("log") if low > 0.0 => Ok(logarithmic((low, high), steps)),
        Some("log") => Err(own("`log` needs a range above zero")),
        Some(word) => Err(own(&format!("`{word}` is neither `linear` nor `log`"))),
    }
}

/// Of the entries of a reference those that give a whole scenario; the others are named on stderr
/// with what they lack. Other faults of an entry that was typed are left to be told.
pub fn readable((scenario, set): (&str, &[String]), axis: SweepAxis, text: &str) -> SweepAxis {
    let AxisValues::Words(words) = &axis.values else { return axis };
    let mut kept = Vec::new();
    for word in words {
        let mut set = set.to_vec();
        set.push(format!("{}={word}", axis.path));
        match open(scenario, &set) {
            Err(errors) if !text.contains('=') || only_lacks(&errors) => {
                talk(&format!("note: left out `{word}`: {}\n", reasons(&errors)));
            }
            _ => kept.push(word.clone()),
        }
    }
    SweepAxis { values: AxisValues::Words(kept), ..axis }
}

/// Whether values that the catalog lacks are all that is wrong.
fn only_lacks(errors: &ScenarioErrors) -> bool {
    errors.0.iter().all(|error| matches!(error.fault, Fault::Lacks { .. }))
}

fn reasons(errors: &ScenarioErrors) -> String {
    let reasons: Vec<String> = errors.0.iter().map(|error| error.fault.to_string()).collect();
    reasons.join("; ")
}

/// A number to optimize over, with its bounds; none for choices and catalog entries.
///
/// # Errors
/// [`Failure::Input`] that says what to type.
pub fn bounds(axis: &SweepAxis) -> Option<(&'static Input, (f64, f64))> {
    match (&axis.values, axis.input) {
        (AxisValues::Numbers(numbers), Some(input)) => {
            Some((input, (*numbers.first()?, *numbers.last()?)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_without_two_dots_is_recognized() {
        for (text, meant) in [
            ("100-5000", "100..5000"),
            ("400 km - 1200 km", "400 km..1200 km"),
            ("400 to 1200", "400..1200"),
            ("1e2-5e3", "1e2..5e3"),
            ("100...500", "100..500"),
            ("100:500", "100..500"),
        ] {
            assert_eq!(meant_range(text).as_deref(), Some(meant), "{text}");
        }
        for text in ["100", "1e-3", "3,4,5", "-5", "falcon9-x", ""] {
            assert_eq!(meant_range(text), None, "{text}");
        }
    }

    #[test]
    fn a_range_of_a_count_goes_through_whole_numbers() {
        let found = axis("link.stations=1..4:7", 2026).unwrap();
        assert_eq!(found.values, AxisValues::Numbers(vec![1.0, 2.0, 3.0, 4.0]));
    }

    #[test]
    fn a_list_in_units_with_a_minus_is_read_as_the_list_it_is() {
        for text in ["200 W m-2,250 W m-2", "200 W m^-2,250 W m^-2"] {
            let found = axis(&format!("environment.earth_infrared={text}"), 2026).unwrap();
            let AxisValues::Numbers(values) = found.values else { panic!("{text}") };
            assert_eq!(values, [200.0, 250.0], "{text}");
        }
    }
}
