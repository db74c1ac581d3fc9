//! `compare`: scenarios side by side.

use super::{output_folder, subject};
use crate::cli::args::{Compare, Format};
use crate::cli::output::{Folder, result, talk, width};
use crate::cli::{Answer, Failure};
use crate::report::compare::{compare_chart, compare_json, compare_table};
use crate::report::head::text as json_text;
use crate::report::table::{csv, markdown, text};
use crate::studies::subject::Subject;

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input or where files cannot be written.
pub fn compare(arguments: &Compare) -> Result<Answer, Failure> {
    let subjects: Vec<Subject> = arguments
        .scenarios
        .iter()
        .map(|name| subject(name, &arguments.changes.set))
        .collect::<Result<_, _>>()?;
    let years: Vec<u16> = subjects.iter().map(|subject| subject.scenario.price_year).collect();
    if let Some(other) = years.iter().find(|year| **year != years[0]) {
        return Err(Failure::Input(format!(
            "error[price-year]: the scenarios have different price years, {} and {other}\n  = help: give them one with `--set price_year={}`\n",
            years[0], years[0]
        )));
    }
    let table = compare_table(&subjects, arguments.filter.as_deref());
    if !arguments.no_charts {
        let charts = compare_chart(&subjects);
        let path = output_folder(arguments.output.as_ref(), "compare");
        let mut files = vec![("compare.csv".to_owned(), csv(&table).into_bytes())];
        for chart in &charts {
            let png = chart.png(1.0).map_err(|error| {
                Failure::Input(format!("error: cannot draw `{}`: {error}\n", chart.name()))
            })?;
            files.push((format!("{}.png", chart.name()), png));
            files.push((format!("{}.csv", chart.name()), chart.csv().into_bytes()));
            files.push((format!("{}.json", chart.name()), json_text(&chart.json()).into_bytes()));
        }
        let folder = Folder::create(&path)?;
        for (name, bytes) in &files {
            folder.write(name, bytes)?;
        }
        talk(&format!("wrote {} charts with their data to {}\n", charts.len(), path.display()));
    }
    result(&match arguments.format {
        Format::Text => text(&table, width()),
        Format::Json => json_text(&compare_json(&subjects, arguments.filter.as_deref())),
        Format::Csv => csv(&table),
        Format::Markdown => markdown(&table),
    })?;
    Ok(Answer::Yes)
}
