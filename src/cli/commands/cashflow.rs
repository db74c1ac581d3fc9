//! `cashflow`: cash by year of both sides, with rate of return and payback, debt and prices of the day.

use super::subject;
use crate::cli::args::{Cashflow, Format};
use crate::cli::output::{result, width};
use crate::cli::{Answer, Failure};
use crate::report::cashflow::{Cash, cash_json, cash_table, cash_text};
use crate::report::head::text as json_text;
use crate::report::table::{csv, markdown};
use crate::studies::cashflow::{Debt, Side, financed, nominal};
use crate::system::value::Value;
use crate::units::parse::parse_quantity;
use crate::units::{Frequency, fraction, per_year};

/// Largest inflation that is taken, 1/yr.
const MOST_INFLATION: f64 = 1.0;

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input.
pub fn cashflow(arguments: &Cashflow) -> Result<Answer, Failure> {
    let debt = debt(arguments)?;
    let inflation = inflation(arguments)?;
    let subject = subject(&arguments.scenario, &arguments.changes.set)?;
    let (mut flows, mut unlisted) = (Vec::new(), Vec::new());
    for side in [Side::Orbit, Side::Ground] {
        match financed(&subject, side, debt.as_ref()) {
            Ok(flow) => {
                flows.push(inflation.map_or_else(|| flow.clone(), |rate| nominal(&flow, rate)));
            }
            Err(why) => unlisted.push((side, why)),
        }
    }
    let cash = Cash { subject: &subject, flows, unlisted, inflation };
    result(&match arguments.format {
        Format::Text => cash_text(&cash, width()),
        Format::Json => json_text(&cash_json(&cash)),
        Format::Csv => csv(&cash_table(&cash)),
        Format::Markdown => markdown(&cash_table(&cash)),
    })?;
    Ok(Answer::Yes)
}

fn usage(why: &str) -> Failure {
    Failure::Input(format!(
        "error[debt]: {why}\n  = help: type `--debt-share 0.6 --debt-rate '0.06 1/yr' --debt-term 10`, and `--cost-of-equity '0.15 1/yr'` or `--inflation '0.02 1/yr'` beside it\n"
    ))
}

/// A rate after a flag.
fn rate(flag: &str, text: &str) -> Result<Frequency, Failure> {
    let parsed = parse_quantity(text).map_err(|error| usage(&format!("{flag}: {error}")))?;
    let base = parsed
        .expect(&<Frequency as Value>::EXPONENTS, text)
        .map_err(|error| usage(&format!("{flag}: {error}")))?;
    Ok(Frequency::from_base(base))
}

/// The debt that the flags describe, if any.
fn debt(arguments: &Cashflow) -> Result<Option<Debt>, Failure> {
    let Some(((share, text), term)) =
        arguments.debt_share.zip(arguments.debt_rate.as_deref()).zip(arguments.debt_term)
    else {
        return Ok(None);
    };
    let cost_of_equity = arguments
        .cost_of_equity
        .as_deref()
        .map(|text| rate("--cost-of-equity", text))
        .transpose()?;
    let debt =
        Debt { share: fraction(share), rate: rate("--debt-rate", text)?, term, cost_of_equity };
    debt.checked().map(Some).map_err(|error| usage(&error.to_string()))
}

/// Inflation, where prices of the day are asked for.
fn inflation(arguments: &Cashflow) -> Result<Option<Frequency>, Failure> {
    let Some(text) = arguments.inflation.as_deref() else { return Ok(None) };
    let found = rate("--inflation", text)?;
    let value = found.get::<per_year>();
    if (-0.5..=MOST_INFLATION).contains(&value) {
        Ok(Some(found))
    } else {
        Err(usage(&format!("--inflation is {value} 1/yr, outside -0.5 to {MOST_INFLATION} 1/yr")))
    }
}
