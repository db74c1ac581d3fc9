//! `explain`: how a metric comes about.

use super::subject;
use crate::cli::args::{Explain, Format};
use crate::cli::conditions::known;
use crate::cli::output::{result, width};
use crate::cli::{Answer, Failure};
use crate::report::explain::{explain_json, explain_table, explain_text};
use crate::report::head::text as json_text;
use crate::report::table::{csv, markdown};
use crate::studies;

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input.
pub fn explain(arguments: &Explain) -> Result<Answer, Failure> {
    known(&arguments.metric)?;
    let subject = subject(&arguments.scenario, &arguments.changes.set)?;
    let steps = studies::explain::explain(&arguments.metric, arguments.depth.unwrap_or(usize::MAX));
    result(&match arguments.format {
        Format::Text => explain_text(&subject, &steps, width()),
        Format::Json => json_text(&explain_json(&subject, &steps)),
        Format::Csv => csv(&explain_table(&subject, &steps)),
        Format::Markdown => markdown(&explain_table(&subject, &steps)),
    })?;
    Ok(Answer::Yes)
}
