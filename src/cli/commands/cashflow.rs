//! `cashflow`: cash by year of both sides, with rate of return and payback.

use super::subject;
use crate::cli::args::{Cashflow, Format};
use crate::cli::output::{result, width};
use crate::cli::{Answer, Failure};
use crate::report::cashflow::{cash_json, cash_table, cash_text};
use crate::report::head::text as json_text;
use crate::report::table::{csv, markdown};
use crate::studies::cashflow::{Side, cash_flow};

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input.
pub fn cashflow(arguments: &Cashflow) -> Result<Answer, Failure> {
    let subject = subject(&arguments.scenario, &arguments.changes.set)?;
    let flows: Vec<_> = [Side::Orbit, Side::Ground]
        .into_iter()
        .filter_map(|side| cash_flow(&subject, side))
        .collect();
    result(&match arguments.format {
        Format::Text => cash_text(&subject, &flows, width()),
        Format::Json => json_text(&cash_json(&subject, &flows)),
        Format::Csv => csv(&cash_table(&subject, &flows)),
        Format::Markdown => markdown(&cash_table(&subject, &flows)),
    })?;
    Ok(Answer::Yes)
}
