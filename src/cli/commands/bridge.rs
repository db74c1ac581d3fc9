//! `bridge`: why two scenarios differ.

use super::{output_folder, read, subject_of};
use crate::cli::args::Changes;
use crate::cli::args::{BridgeArguments, Format};
use crate::cli::conditions::known;
use crate::cli::output::{result, talk, width, write_folder};
use crate::cli::{Answer, Failure};
use skyrack::charts::Chart;
use skyrack::report::bridge::BridgeReport;
use skyrack::report::head::text as json_text;
use skyrack::report::table::{csv, markdown};
use skyrack::studies::bridge::bridge as attribute;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::explain::Quantity;
use skyrack::system::inputs::Case;

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input, where the metric exists in one scenario only, or where files cannot be
/// written.
pub fn bridge(arguments: &BridgeArguments) -> Result<Answer, Failure> {
    let Quantity::Metric(metric) = known(&arguments.metric)? else {
        return Err(Failure::Input(format!(
            "error[metric]: `{}` is an input\n  = help: `skyrack metrics` lists the metrics; type \
                `--metric ratio.cost`\n",
            arguments.metric
        )));
    };
    let to = subject_of(&arguments.to, &arguments.changes)?;
    let year = to.scenario.price_year;
    let mut set = arguments.changes.set.clone();
    if read(&arguments.from, &set)?.price_year != year {
        set.push(format!("price_year={year}"));
        talk(&format!("note: both in prices of {year}\n"));
    }
    let from = subject_of(&arguments.from, &Changes { set, ..arguments.changes })?;
    let [one, other] = compared(&from, &to);
    let found = attribute(&one, &other, metric).map_err(|why| {
        Failure::Input(format!(
            "error[bridge]: {why}\n  = note: `{}` is asked for\n  = help: choose a metric that \
                exists in both with `--metric`, such as `mass.per_it_power`\n",
            metric.path
        ))
    })?;
    let report = BridgeReport { from: &from, to: &to, metric, bridge: &found };
    if !arguments.no_charts {
        write_files(arguments, &report)?;
    }
    result(&match arguments.format {
        Format::Text => report.text(width()),
        Format::Json => json_text(&report.json()),
        Format::Csv => csv(&report.table()),
        Format::Markdown => markdown(&report.table()),
    })?;
    Ok(Answer::Yes)
}

fn write_files(arguments: &BridgeArguments, report: &BridgeReport<'_>) -> Result<(), Failure> {
    let chart = report.chart();
    let png = chart
        .png(1.0)
        .map_err(|error| Failure::Input(format!("error: cannot draw `bridge`: {error}\n")))?;
    let files = [
        ("bridge.png".to_owned(), png),
        ("bridge.csv".to_owned(), chart.csv().into_bytes()),
        ("bridge.json".to_owned(), json_text(&report.json()).into_bytes()),
    ];
    let path = output_folder(arguments.output.as_ref(), "bridge");
    write_folder(&path, &files, &[])?;
    talk(&format!("wrote bridge.png, bridge.csv and bridge.json to {}\n", path.display()));
    Ok(())
}

/// The cases that are compared: where both leave the same decisions open, each step between them is
/// designed anew, so that a bar is a cause and not what the designer made of it; else the designs
/// as they are.
fn compared(from: &EvaluatedScenario, to: &EvaluatedScenario) -> [Case; 2] {
    if from.case.open == to.case.open { [from.case, to.case] } else { [from.design, to.design] }
}
