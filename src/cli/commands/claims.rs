//! `claims`: what was claimed in public or in a scenario file, and the model's number beside it.

use super::subject;
use crate::cli::args::{ClaimsArguments, Format};
use crate::cli::output::{result, stderr_is_colored, width};
use crate::cli::{Answer, Failure};
use skyrack::report::claims::{claim_text, claims_table, stated_table, stated_text};
use skyrack::report::diagnostics::render;
use skyrack::report::head::text as json_text;
use skyrack::report::table::{csv, markdown, text};
use skyrack::scenario::ScenarioErrors;
use skyrack::studies::claims::{ClaimsAnswer, Judged, claims as listed, judge, judge_stated};
use std::path::Path;

/// Runs the verb.
///
/// # Errors
/// [`Failure`] if there is no such claim, or the claims of a file cannot be read.
pub fn claims(arguments: &ClaimsArguments) -> Result<Answer, Failure> {
    if let Some(file) = arguments.id.as_deref().filter(|id| Path::new(id).is_file()) {
        return of_file(file, arguments.format);
    }
    let all = listed();
    let chosen: Vec<_> =
        all.iter().filter(|claim| arguments.id.as_ref().is_none_or(|id| *id == claim.id)).collect();
    if chosen.is_empty() {
        let ids: Vec<&str> = all.iter().map(|claim| claim.id.as_str()).collect();
        let id = arguments.id.as_deref().unwrap_or("");
        return Err(Failure::Input(format!(
            "error[claim]: no claim `{id}`\n  = note: claims: {}\n  = help: type `skyrack claims \
                no-night`, or name a scenario file with a table `[claims]`\n",
            ids.join(", ")
        )));
    }
    let judged: Vec<Judged> = chosen
        .into_iter()
        .map(judge)
        .collect::<Result<_, _>>()
        .map_err(|defect| Failure::Input(format!("error: {defect}\n")))?;
    result(&match (arguments.format, judged.as_slice()) {
        (Format::Text, [one]) => claim_text(one, width()),
        (Format::Text, all) => text(&claims_table(all), width()),
        (Format::Json, all) => json_text(&ClaimsAnswer::of(all)),
        (Format::Csv, all) => csv(&claims_table(all)),
        (Format::Markdown, all) => markdown(&claims_table(all)),
    })?;
    Ok(Answer::Yes)
}

/// The claims of a scenario file: `[claims]` with a name and a condition each.
fn of_file(file: &str, format: Format) -> Result<Answer, Failure> {
    let subject = subject(file, &[])?;
    if subject.scenario.claims.is_empty() {
        return Err(Failure::Input(format!(
            "error[claims]: `{file}` states no claims\n  = help: write a table such as\n      \
                [claims]\n      \"the radiator is small\" = \"radiator.panel_area <= 110 m2\"\n"
        )));
    }
    let judged = judge_stated(&subject);
    result(&match format {
        Format::Text => stated_text(&judged.claims),
        Format::Json => json_text(&judged),
        Format::Csv => csv(&stated_table(&judged.claims)),
        Format::Markdown => markdown(&stated_table(&judged.claims)),
    })?;
    if !judged.faults.is_empty() {
        let faults = judged.faults.into_iter();
        let told = faults.map(|fault| render(&ScenarioErrors(vec![fault]), stderr_is_colored()));
        return Err(Failure::Input(told.collect::<Vec<String>>().join("\n")));
    }
    Ok(if judged.claims.iter().all(|one| one.holds) { Answer::Yes } else { Answer::No })
}
