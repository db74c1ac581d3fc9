//! `explain`: how a metric comes about.

use super::subject_of;
use crate::cli::args::{ExplainArguments, Format};
use crate::cli::conditions::known;
use crate::cli::output::{result, width};
use crate::cli::{Answer, Failure};
use skyrack::report::explain::{explain_table, explain_text};
use skyrack::report::head::text as json_text;
use skyrack::report::table::{csv, markdown};
use skyrack::studies;
use skyrack::studies::explain::quantity;
use skyrack::system::verdict::{GateRule, gate};

/// Steps that a reader takes in at once.
const READABLE: usize = 40;

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input.
pub fn explain(arguments: &ExplainArguments) -> Result<Answer, Failure> {
    if quantity(&arguments.metric).is_none() && quantity(&arguments.scenario).is_some() {
        let (metric, scenario) = (&arguments.scenario, &arguments.metric);
        return Err(Failure::Input(format!(
            "error[usage]: the metric comes first, then the scenario\n  = help: type `skyrack \
                explain {metric} {scenario}`\n"
        )));
    }
    let gate = gate(&arguments.metric);
    if gate.is_none() {
        known(&arguments.metric)?;
    }
    let subject = subject_of(&arguments.scenario, &arguments.changes)?;
    let metric = &arguments.metric;
    let (fitting, all) = studies::explain::depth_within(metric, READABLE);
    let depth = match (arguments.depth, arguments.format) {
        (Some(depth), _) => depth,
        (None, Format::Text) => fitting,
        (None, _) => usize::MAX,
    };
    let steps = studies::explain::explain(metric, depth);
    let explanation = studies::explain::explained(&subject, &steps);
    result(&match arguments.format {
        Format::Text => {
            heading(gate)
                + &explain_text(&explanation, width())
                + &rest(arguments, steps.len(), all)
        }
        Format::Json => json_text(&explanation),
        Format::Csv => csv(&explain_table(&explanation)),
        Format::Markdown => markdown(&explain_table(&explanation)),
    })?;
    Ok(Answer::Yes)
}

/// The condition of a gate above its value and its limit; nothing above a metric.
fn heading(gate: Option<&GateRule>) -> String {
    let condition = |rule: &GateRule| {
        format!("gate.{}: {} ({})\n", rule.name, rule.meaning, rule.sense.relation())
    };
    gate.map_or_else(String::new, condition)
}

/// What is left out where no depth was asked for, and how to see it.
fn rest(arguments: &ExplainArguments, shown: usize, all: usize) -> String {
    if arguments.depth.is_some() || shown >= all {
        return String::new();
    }
    format!(
        "{shown} of {all} steps down to the inputs; `--depth` follows further, `--depth 99` all\n"
    )
}
