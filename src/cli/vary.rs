//! What follows `--vary`: a range with a number of steps, a list, catalog entries, choices.

use super::Failure;
use super::conditions::{known, value_of};
use super::output::talk;
use skyrack::catalog::{Catalog, ReferenceGroup};
use skyrack::scenario::{Fault, Origin, Scenario, ScenarioErrors, open};
use skyrack::studies::explain::Quantity;
use skyrack::studies::sweep::{AxisValues, SweepAxis, linear, logarithmic};
use skyrack::studies::uncertain::range as range_of;
use skyrack::system::inputs::{Input, input};
use skyrack::system::value::Form;
use std::collections::BTreeSet;

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
/// with what they lack, and so is what the entries bring in place of what the scenario states.
/// Other faults of an entry that was typed are left to be told.
pub fn readable(source: (&Scenario, &str, &[String]), axis: SweepAxis, text: &str) -> SweepAxis {
    let AxisValues::Words(words) = &axis.values else { return axis };
    let (scenario, file, set) = source;
    let (mut kept, mut notes) = (Vec::new(), Vec::new());
    for word in words {
        let mut set = set.to_vec();
        set.push(format!("{}={word}", axis.path));
        let read = open(file, &set);
        match &read {
            Err(errors) if !text.contains('=') || only_lacks(errors) => {
                talk(&format!("note: left out `{word}`: {}\n", reasons(errors)));
                continue;
            }
            Err(_) => {}
            Ok(read) => {
                let told = replaced(scenario, read, &axis.path).into_iter();
                let told = told.chain(kept_changes(read, &axis.path)).chain(other_basis(read));
                notes.extend(told);
            }
        }
        kept.push(word.clone());
    }
    let mut said = BTreeSet::new();
    for note in notes.into_iter().filter(|note| said.insert(note.clone())) {
        talk(&format!("note: {note}\n"));
    }
    SweepAxis { values: AxisValues::Words(kept), ..axis }
}

/// Inputs that entries of a reference may fill.
fn filled_by(reference: &str) -> Vec<&'static str> {
    Catalog::builtin().group(reference).map(ReferenceGroup::inputs).unwrap_or_default()
}

/// What a file states and an entry brings of its own in its place: the nearer statement counts.
fn replaced(scenario: &Scenario, read: &Scenario, reference: &str) -> Vec<String> {
    let filled = filled_by(reference);
    let stated = scenario.inputs.iter().filter(|input| filled.contains(&input.key.path));
    let told = stated.filter_map(|input| {
        let Origin::File { name, line } = &input.origin else { return None };
        let path = input.key.path;
        let stays = read.input(path).is_some_and(|now| now.origin == input.origin);
        (!stays).then(|| {
            format!(
                "`{path}` of {name}, line {line}, counts for the `{reference}` of the file alone: \
                 each entry here brings its own; `--set {path}=...` states one for all"
            )
        })
    });
    told.collect()
}

/// What is stated by `--set`, so that it holds for every entry.
fn kept_changes(read: &Scenario, reference: &str) -> Vec<String> {
    let filled = filled_by(reference);
    let stated = read.inputs.iter().filter(|input| filled.contains(&input.key.path));
    let set = stated.filter(|input| input.origin == Origin::Set);
    let told = set.map(|input| {
        let path = input.key.path;
        format!("`--set {path}` holds for every `{reference}` here, not the value of each entry")
    });
    told.collect()
}

/// Where an entry has no price of the basis that is asked for and another is taken.
fn other_basis(read: &Scenario) -> Vec<String> {
    let of_basis = read.notes.iter().filter(|remark| remark.code == "basis");
    of_basis.map(|remark| remark.text.clone()).collect()
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
