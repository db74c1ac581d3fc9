//! Claims as a table and in words.

use super::table::{DIGITS, wrap};
use crate::studies::claims::{ClaimVerdict, Judged, JudgedStatement};
use crate::studies::table::{Cell, Column, Table};
use crate::units::format::{format_number, with_price_year};

fn with_unit(number: Option<f64>, unit: &str, year: u16) -> String {
    let Some(number) = number else { return "none".to_owned() };
    let number = format_number(number, DIGITS);
    match with_price_year(unit, year).as_str() {
        "" | "1" => number,
        unit => format!("{number} {unit}"),
    }
}

/// The bound that the claim sets, in words.
fn bound(judged: &Judged) -> String {
    let claim = &judged.claim;
    if claim.relation.is_empty() {
        return "none".to_owned();
    }
    let sign = if claim.relation == ">=" { "at least" } else { "at most" };
    format!("{sign} {}", with_unit(claim.claimed.parse().ok(), &claim.unit, judged.price_year))
}

/// The claims, a row each.
pub fn claims_table(all: &[Judged]) -> Table {
    let columns =
        ["id", "claim", "the model's number", "claimed", "verdict"].map(Column::words).to_vec();
    let mut table = Table::new("claims", columns);
    for judged in all {
        table.push(vec![
            Cell::text(judged.claim.id.clone()),
            Cell::text(judged.claim.claim.clone()),
            Cell::text(with_unit(judged.number, &judged.claim.unit, judged.price_year)),
            Cell::text(bound(judged)),
            Cell::text(judged.verdict.words()),
        ]);
    }
    table
}

/// One claim in words.
pub fn claim_text(judged: &Judged, width: usize) -> String {
    let claim = &judged.claim;
    let year = judged.price_year;
    let number = |value| with_unit(value, &claim.unit, year);
    let mut lines = vec![
        format!("{} ({}, {})", claim.claim, claim.by, claim.date),
        format!("verdict: {}", judged.verdict.words()),
    ];
    if judged.number.is_some() {
        lines.push(format!(
            "the model: {}: {}; claimed: {}",
            claim.number,
            number(judged.number),
            bound(judged)
        ));
    }
    if judged.number_if.is_some() {
        let words =
            if judged.verdict == ClaimVerdict::False { "not even if" } else { "it holds if" };
        lines.push(format!("{words} {}: then {}", claim.if_words, number(judged.number_if)));
    }
    if judged.number_fails.is_some() {
        let fails = number(judged.number_fails);
        lines.push(format!("it fails if {}: then {fails}", claim.fails_words));
    }
    lines.push(format!("what decides: {}", claim.law));
    if !claim.reading.is_empty() {
        lines.push(format!("to know: {}", claim.reading));
    }
    if !claim.formula.is_empty() {
        let set = claim
            .changes
            .iter()
            .fold(String::new(), |set, change| format!("{set} --set '{change}'"));
        lines.push(format!("number: {} in {}{set}", claim.formula, claim.scenario));
        for (path, value, unit) in &judged.parts {
            lines.push(format!("  {path} = {}", with_unit(Some(*value), unit, year)));
        }
    }
    lines.push(format!("source: {} {}", claim.source, claim.url).trim_end().to_owned());
    let mut out = String::new();
    for line in lines {
        for (part, text) in wrap(&line, width.saturating_sub(2)).iter().enumerate() {
            let lead = if part == 0 && !line.starts_with(' ') { "" } else { "  " };
            out.push_str(&format!("{lead}{text}\n"));
        }
    }
    out
}

/// Claims of a scenario file in words.
pub fn stated_text(all: &[JudgedStatement]) -> String {
    let lines = all.iter().map(|one| format!("{}: {}\n  {}\n", one.claim, one.verdict, one.number));
    lines.collect()
}

/// Claims of a scenario file, a row each.
pub fn stated_table(all: &[JudgedStatement]) -> Table {
    let columns = ["claim", "condition", "the model's number", "verdict"].map(Column::words);
    let mut table = Table::new("claims", columns.to_vec());
    for one in all {
        table.push(vec![
            Cell::text(one.claim.clone()),
            Cell::text(one.condition.clone()),
            Cell::text(one.number.clone()),
            Cell::text(one.verdict),
        ]);
    }
    table
}
