//! `cashflow`: cash by year of both sides, with rate of return and payback, debt and prices of the
//! day.

use super::subject_of;
use crate::cli::args::{CashflowArguments, Format, LossTreatment};
use crate::cli::output::{result, width};
use crate::cli::{Answer, Failure};
use skyrack::report::cashflow::{cash_table, cash_text};
use skyrack::report::head::text as json_text;
use skyrack::report::table::{csv, markdown};
use skyrack::studies::cashflow::{CashAnswer, CashTerms, Debt, TaxLosses, cash};
use skyrack::system::value::Value;
use skyrack::units::parse::parse_quantity;
use skyrack::units::{Frequency, Ratio, Time, per_year, year};

/// Largest inflation that is taken, 1/yr.
const MOST_INFLATION: f64 = 1.0;

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input.
pub fn cashflow(arguments: &CashflowArguments) -> Result<Answer, Failure> {
    let terms = CashTerms {
        debt: debt(arguments)?,
        losses: match arguments.losses {
            LossTreatment::SetOff => TaxLosses::SetOff,
            LossTreatment::Carried => TaxLosses::Carried,
        },
        inflation: inflation(arguments)?,
    };
    let subject = subject_of(&arguments.scenario, &arguments.changes)?;
    let cash = cash(&subject, &terms);
    result(&match arguments.format {
        Format::Text => cash_text(&cash, width()),
        Format::Json => json_text(&CashAnswer::of(&cash)),
        Format::Csv => csv(&cash_table(&cash)),
        Format::Markdown => markdown(&cash_table(&cash)),
    })?;
    Ok(Answer::Yes)
}

fn usage(why: &str) -> Failure {
    Failure::Input(format!(
        "error[debt]: {why}\n  = help: type `--debt-share '60 %' --debt-rate '7 %/yr' --debt-term \
            '10 yr'`, and `--cost-of-equity '15 %/yr'` or `--inflation '2 %/yr'` beside it\n"
    ))
}

/// A quantity after a flag; a bare number counts as one where there is a unit for it.
fn after<Q: Value>(flag: &str, text: &str, bare: Option<&str>) -> Result<Q, Failure> {
    let text = match bare {
        Some(unit) if text.trim().parse::<f64>().is_ok() => format!("{text} {unit}"),
        _ => text.to_owned(),
    };
    let parsed = parse_quantity(&text).map_err(|error| usage(&format!("{flag}: {error}")))?;
    let base = parsed
        .expect(&<Q as Value>::EXPONENTS, <Q as Value>::SORT, &text)
        .map_err(|error| usage(&format!("{flag}: {error}")))?;
    Ok(Q::from_base(base))
}

/// A rate after a flag.
fn rate(flag: &str, text: &str) -> Result<Frequency, Failure> {
    after(flag, text, None)
}

/// The debt that the flags describe, if any.
fn debt(arguments: &CashflowArguments) -> Result<Option<Debt>, Failure> {
    let flags = (&arguments.debt_share, &arguments.debt_rate, &arguments.debt_term);
    let (Some(share), Some(interest), Some(term)) = flags else { return Ok(None) };
    let cost_of_equity = arguments
        .cost_of_equity
        .as_deref()
        .map(|text| rate("--cost-of-equity", text))
        .transpose()?;
    let debt = Debt {
        share: after::<Ratio>("--debt-share", share, Some("1"))?,
        rate: rate("--debt-rate", interest)?,
        term: whole_years(after::<Time>("--debt-term", term, Some("yr"))?)?,
        cost_of_equity,
    };
    debt.checked().map(Some).map_err(|error| usage(&error.to_string()))
}

/// A term in whole years.
fn whole_years(term: Time) -> Result<u32, Failure> {
    let years = term.get::<year>();
    let whole = years.round();
    let is_whole = (years - whole).abs() < 1e-9 && (1.0..=f64::from(u16::MAX)).contains(&whole);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    let count = whole as u32;
    is_whole.then_some(count).ok_or_else(|| {
        usage(&format!("--debt-term is {years} yr, and payments come in whole years from 1 on"))
    })
}

/// Inflation, where prices of the day are asked for.
fn inflation(arguments: &CashflowArguments) -> Result<Option<Frequency>, Failure> {
    let Some(text) = arguments.inflation.as_deref() else { return Ok(None) };
    let found = rate("--inflation", text)?;
    let value = found.get::<per_year>();
    if (-0.5..=MOST_INFLATION).contains(&value) {
        Ok(Some(found))
    } else {
        Err(usage(&format!("--inflation is {value} 1/yr, outside -0.5 to {MOST_INFLATION} 1/yr")))
    }
}
