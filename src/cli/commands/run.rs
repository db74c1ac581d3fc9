//! `run`: one scenario, evaluated and written out.

use super::{output_folder, stale, subject_of};
use crate::cli::args::{Format, RunArguments};
use crate::cli::output::{result, talk, width, write_folder};
use crate::cli::progress::{pool, stop_flag};
use crate::cli::{Answer, Failure};
use skyrack::report::pictures::{NAMES, pictures};
use skyrack::report::run::RunReport;
use skyrack::scenario::condition::Condition;
use skyrack::studies::batch::Workers;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::ranges::{Ranges, ranges};
use skyrack::studies::run::{Run as Answered, run as answer};
use std::sync::atomic::AtomicU64;

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input or where files cannot be written.
pub fn run(arguments: &RunArguments) -> Result<Answer, Failure> {
    let subject = subject_of(&arguments.scenario, &arguments.changes)?;
    let year = subject.scenario.price_year;
    let conditions: Vec<Condition> = arguments
        .require
        .iter()
        .map(|text| Condition::parse(text, year))
        .collect::<Result<_, _>>()?;
    let said = answer(&subject).map_err(|defect| Failure::Input(format!("error: {defect}\n")))?;
    let said = said.with_ranges(sampled(arguments, &subject)?);
    let report = RunReport::new(&said);
    if !arguments.no_charts {
        write_files(arguments, &said, &report)?;
    }
    result(&match arguments.format {
        Format::Text => report.text(width()),
        Format::Json => report.json(),
        Format::Csv => report.csv(),
        Format::Markdown => report.markdown(),
    })?;
    let mut answer = Answer::Yes;
    for condition in &conditions {
        let actual = subject.value(condition.quantity.path());
        if !condition.holds(actual) {
            let sentence = condition.sentence(actual, year);
            talk(&format!("requirement does not hold: {sentence}\n"));
            answer = Answer::No;
        }
    }
    Ok(answer)
}

/// The ranges of the results, by the samples that `sample` draws.
fn sampled(
    arguments: &RunArguments,
    subject: &EvaluatedScenario,
) -> Result<Option<Ranges>, Failure> {
    let pool = pool(None)?;
    let workers = Workers { pool: &pool, stop: stop_flag(), done: &AtomicU64::new(0) };
    let mut words = vec![format!("skyrack sample {} -n {}", arguments.scenario, arguments.samples)];
    let mut set = arguments.changes.set.clone();
    set.sort();
    words.extend(set.iter().map(|change| format!("--set '{change}'")));
    words.extend(arguments.changes.freeze.then(|| "--freeze".to_owned()));
    let ranges = ranges(subject, arguments.samples, words.join(" "), &workers);
    if workers.is_stopped() { Err(Failure::Stopped) } else { Ok(ranges) }
}

/// Draws everything first, so that nothing is written if one chart cannot be drawn.
fn write_files(
    arguments: &RunArguments,
    said: &Answered,
    report: &RunReport<'_>,
) -> Result<(), Failure> {
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("report.md".to_owned(), report.markdown().into_bytes()),
        ("result.json".to_owned(), report.json().into_bytes()),
        ("metrics.csv".to_owned(), report.csv().into_bytes()),
    ];
    let charts = pictures(said);
    for chart in &charts {
        let png = chart.png(1.0).map_err(|error| {
            Failure::Input(format!("error: cannot draw `{}`: {error}\n", chart.name()))
        })?;
        let mut json = serde_json::to_vec_pretty(&chart.json()).unwrap_or_default();
        json.push(b'\n');
        files.push((format!("{}.png", chart.name()), png));
        files.push((format!("{}.csv", chart.name()), chart.csv().into_bytes()));
        files.push((format!("{}.json", chart.name()), json));
    }
    let path = output_folder(arguments.output.as_ref(), &arguments.scenario);
    let names: Vec<&str> = charts.iter().map(|chart| chart.name()).collect();
    write_folder(&path, &files, &stale(&NAMES, &names))?;
    talk(&format!(
        "wrote {} charts ({}) with their data, report.md, result.json and metrics.csv to {}\n",
        charts.len(),
        names.join(", "),
        path.display()
    ));
    Ok(())
}
