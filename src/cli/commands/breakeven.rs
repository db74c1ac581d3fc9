//! `breakeven`: where a metric meets a target.

use super::{split_assignment, subject_of};
use crate::cli::args::{BreakevenArguments, Format};
use crate::cli::conditions::{example, known, value_of};
use crate::cli::output::{result, width};
use crate::cli::vary::meant_range;
use crate::cli::{Answer, Failure};
use skyrack::report::breakeven::{breakeven_table, breakeven_text};
use skyrack::report::head::text as json_text;
use skyrack::report::table::{csv, markdown};
use skyrack::studies::breakeven::{Question, meetings};
use skyrack::studies::explain::Quantity;
use skyrack::system::inputs::{Input, input};
use skyrack::system::value::Form;
use skyrack::units::format::display_unit;

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input.
pub fn breakeven(arguments: &BreakevenArguments) -> Result<Answer, Failure> {
    let subject = subject_of(&arguments.scenario, &arguments.changes)?;
    let year = subject.scenario.price_year;
    let (varied, range) = varied(&arguments.vary, year)?;
    let target = arguments.target.as_deref().unwrap_or_else(|| usual_target(varied));
    let (path, right) = split_assignment(target, "--target", "'ratio.cost=1'")?;
    let quantity = known(path)?;
    let Quantity::Metric(target) = quantity else {
        return Err(Failure::Input(format!(
            "error[target]: `{path}` is an input; a target is a metric\n  = help: `skyrack \
                metrics` lists them; type `--target 'ratio.cost=1'`\n"
        )));
    };
    let wanted = value_of(&quantity, right, year).map_err(|why| {
        Failure::Input(format!(
            "error[target]: {why}\n  = help: type `--target '{path}={}'`\n",
            example(&quantity, year)
        ))
    })?;
    let question =
        Question { subject: &subject, input: varied, range, metric: target, target: wanted };
    let found = meetings(&question);
    result(&match arguments.format {
        Format::Text => breakeven_text(&question, &found, width()),
        Format::Json => json_text(&found),
        Format::Csv => csv(&breakeven_table(&question, &found)),
        Format::Markdown => markdown(&breakeven_table(&question, &found)),
    })?;
    Ok(Answer::Yes)
}

/// The target where none is stated: what an owned rocket costs moves what owning it is worth.
fn usual_target(varied: &Input) -> &'static str {
    let is_owner = varied.path.starts_with("rocket.");
    if is_owner { "rocket.net_present_value=0" } else { "ratio.cost=1" }
}

/// The input that is varied and its range in base units: `PATH`, or `PATH=LOW..HIGH`.
fn varied(text: &str, year: u16) -> Result<(&'static Input, (f64, f64)), Failure> {
    let (path, range) =
        text.split_once('=').map_or((text, None), |(path, range)| (path.trim(), Some(range)));
    let Some(found) = input(path) else {
        known(path)?;
        return Err(Failure::Input(format!(
            "error[vary]: `{path}` is a metric; vary an input\n  = help: `skyrack inputs` lists \
                them\n"
        )));
    };
    let unit =
        display_unit(found.unit).filter(|_| found.form == Form::Quantity).ok_or_else(|| {
            Failure::Input(format!(
                "error[vary]: `{path}` is not a number\n  = help: vary a quantity, \
            such as `--vary launch.price`\n"
            ))
        })?;
    let Some(range) = range else {
        return Ok((found, (unit.to_base(found.low), unit.to_base(found.high))));
    };
    let usage = |why: &str| {
        Failure::Input(format!(
            "error[vary]: {why}\n  = help: type `--vary '{path}=LOW..HIGH'`, such as `--vary \
                'orbit.altitude=400 km..1200 km'`\n"
        ))
    };
    let parts = range.split_once("..").filter(|_| !range.contains("..."));
    let (low, high) = parts.ok_or_else(|| {
        let why = format!("expected a range `LOW..HIGH`, found `{range}`");
        meant_range(range).map_or_else(
            || usage(&why),
            |meant| {
                Failure::Input(format!(
                    "error[vary]: {why}\n  = help: type `--vary '{path}={meant}'`\n"
                ))
            },
        )
    })?;
    let read = |text: &str| {
        value_of(&Quantity::Input(found), text.trim(), year).map_err(|why| usage(&why))
    };
    let (low, high) = (read(low)?, read(high)?);
    let allowed = unit.to_base(found.low)..=unit.to_base(found.high);
    if !(allowed.contains(&low) && allowed.contains(&high) && low < high) {
        return Err(usage(&format!(
            "the range must rise and lie within {} to {} {}",
            found.low, found.high, found.unit
        )));
    }
    Ok((found, (low, high)))
}
