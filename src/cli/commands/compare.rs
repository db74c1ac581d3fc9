//! `compare`: scenarios side by side.

use super::{nothing_fits, output_folder, stale, subject_of};
use crate::cli::args::{CompareArguments, Format};
use crate::cli::output::{result, talk, width, write_folder};
use crate::cli::{Answer, Failure};
use skyrack::report::compare::{compare_chart, compare_notes, compare_table};
use skyrack::report::head::text as json_text;
use skyrack::report::table::{csv, markdown, text, wrap};
use skyrack::studies::compare::{Comparison, compare as beside};
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::table::Table;
use skyrack::system::metrics::METRICS;

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input or where files cannot be written.
pub fn compare(arguments: &CompareArguments) -> Result<Answer, Failure> {
    let subjects: Vec<EvaluatedScenario> = arguments
        .scenarios
        .iter()
        .map(|name| subject_of(name, &arguments.changes))
        .collect::<Result<_, _>>()?;
    let years: Vec<u16> = subjects.iter().map(|subject| subject.scenario.price_year).collect();
    if let Some(other) = years.iter().find(|year| **year != years[0]) {
        return Err(Failure::Input(format!(
            "error[price-year]: the scenarios have different price years, {} and {other}\n  = \
                help: give them one with `--set price_year={}`\n",
            years[0], years[0]
        )));
    }
    let filter = arguments.filter.as_deref();
    if let Some(filter) = filter
        && METRICS.iter().all(|metric| !metric.path.contains(filter))
    {
        return Err(nothing_fits("metric", filter, METRICS.iter().map(|metric| metric.path)));
    }
    let comparison =
        beside(&subjects, filter).map_err(|defect| Failure::Input(format!("error: {defect}\n")))?;
    let table = compare_table(&comparison);
    if !arguments.no_charts {
        write_files(arguments, &comparison, &table)?;
    }
    result(&match arguments.format {
        Format::Text => text(&table, width()) + &notes(&comparison),
        Format::Json => json_text(&comparison),
        Format::Csv => csv(&table),
        Format::Markdown => markdown(&table),
    })?;
    Ok(Answer::Yes)
}

/// The notes below the table.
fn notes(comparison: &Comparison) -> String {
    let mut out = String::new();
    for note in compare_notes(comparison) {
        for (at, line) in wrap(&note, width().saturating_sub(6)).iter().enumerate() {
            out.push_str(if at == 0 { "note: " } else { "      " });
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

fn write_files(
    arguments: &CompareArguments,
    comparison: &Comparison,
    table: &Table,
) -> Result<(), Failure> {
    let mut files = vec![
        ("metrics.csv".to_owned(), csv(table).into_bytes()),
        ("result.json".to_owned(), json_text(comparison).into_bytes()),
    ];
    let charts = compare_chart(comparison);
    for chart in &charts {
        let png = chart.png(1.0).map_err(|error| {
            Failure::Input(format!("error: cannot draw `{}`: {error}\n", chart.name()))
        })?;
        files.push((format!("{}.png", chart.name()), png));
        files.push((format!("{}.csv", chart.name()), chart.csv().into_bytes()));
        files.push((format!("{}.json", chart.name()), json_text(&chart.json()).into_bytes()));
    }
    let path = output_folder(arguments.output.as_ref(), "compare");
    let names: Vec<&str> = charts.iter().map(|chart| chart.name()).collect();
    write_folder(&path, &files, &stale(&["compare"], &names))?;
    let drawn = if charts.is_empty() { "no chart" } else { "the chart `compare` with its data" };
    talk(&format!("wrote {drawn}, result.json and metrics.csv to {}\n", path.display()));
    Ok(())
}
