//! What was claimed in public, and the model's number beside it.
//!
//! The claims are rows of a table: a scenario with changes, a formula over paths of the model, a
//! relation and the claimed value. The verdict follows from the number; nothing in the table says
//! it beforehand.

mod stated;

pub use stated::{JudgedStatement, StatedAnswer, UnreadStatement, judge_stated};

use super::head::ProgramVersion;
use crate::scenario::open;
use crate::studies::evaluated::{EvaluatedScenario, in_unit};
use crate::system::formula;
use crate::units::format::with_price_year;
use serde::Serialize;

const TABLE: &str = include_str!("claims/claims.csv");

/// Verdict of the model on a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimVerdict {
    /// The number meets the claim.
    Holds,
    /// It does on a condition that is stated.
    HoldsIf,
    /// It does not.
    False,
    /// Nothing in the model can say.
    Untestable,
}

impl ClaimVerdict {
    /// The verdict in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::HoldsIf => "holds if",
            Self::False => "false",
            Self::Untestable => "untestable",
        }
    }
}

/// One claim of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Short name.
    pub id: String,
    /// The claim.
    pub claim: String,
    /// Who claims it.
    pub by: String,
    /// When.
    pub date: String,
    /// Scenario that it is tested in; empty where it cannot be.
    pub scenario: String,
    /// Changes on top.
    pub changes: Vec<String>,
    /// Meaning of the number.
    pub number: String,
    /// Formula of the number.
    pub formula: String,
    /// Unit of the number.
    pub unit: String,
    /// `<=` or `>=`.
    pub relation: String,
    /// The claimed value in that unit.
    pub claimed: String,
    /// Scenario in which the claim would hold; empty for the same.
    pub if_scenario: String,
    /// Further changes under which it would hold.
    pub if_changes: Vec<String>,
    /// These in words.
    pub if_words: String,
    /// Further changes under which a claim that holds does not.
    pub fails_changes: Vec<String>,
    /// These in words.
    pub fails_words: String,
    /// The law or record that decides.
    pub law: String,
    /// Remark.
    pub reading: String,
    /// Where it was read.
    pub source: String,
    /// Address of that.
    pub url: String,
}

/// A claim with the model's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The claim.
    pub claim: Claim,
    /// The model's number, in the unit of the claim.
    pub number: Option<f64>,
    /// The number on the condition.
    pub number_if: Option<f64>,
    /// The number with the changes that make it fail.
    pub number_fails: Option<f64>,
    /// The verdict.
    pub verdict: ClaimVerdict,
    /// Price year of the number.
    pub price_year: u16,
    /// Formula with the values of its paths, one line each.
    pub parts: Vec<(String, f64, &'static str)>,
}

/// Judged claims as programs read them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimsAnswer {
    /// The program.
    #[serde(flatten)]
    pub program: ProgramVersion,
    /// The claims.
    pub claims: Vec<ClaimAnswer>,
}

/// One judged claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimAnswer {
    /// Short name.
    pub id: String,
    /// The claim.
    pub claim: String,
    /// Who claims it.
    pub by: String,
    /// When.
    pub date: String,
    /// The verdict.
    pub verdict: &'static str,
    /// The model's number.
    pub number: NumberAnswer,
    /// The claimed bound.
    pub claimed: Bound,
    /// The condition under which it would hold.
    pub condition: Provided,
    /// The condition under which a claim that holds fails.
    pub fails: Provided,
    /// The law or record that decides.
    pub decided_by: String,
    /// Remark.
    pub reading: String,
    /// Scenario that it is tested in.
    pub scenario: String,
    /// Changes on top.
    pub changes: Vec<String>,
    /// Formula of the number.
    pub formula: String,
    /// Where it was read.
    pub source: String,
    /// Address of that.
    pub url: String,
}

/// The model's number in the unit of the claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NumberAnswer {
    /// What it is.
    pub meaning: String,
    /// The number; none where the claim has none or it does not exist.
    pub value: Option<f64>,
    /// Its unit, money with its year.
    pub unit: String,
}

/// A bound that a claim sets.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bound {
    /// `<=` or `>=`.
    pub relation: String,
    /// The claimed value.
    pub value: Option<f64>,
}

/// What a claim would need.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Provided {
    /// In words.
    pub words: String,
    /// The model's number then.
    pub value: Option<f64>,
}

impl ClaimsAnswer {
    /// Judged claims as programs read them.
    pub fn of(all: &[Judged]) -> Self {
        Self {
            program: ProgramVersion::default(),
            claims: all.iter().map(ClaimAnswer::of).collect(),
        }
    }
}

impl ClaimAnswer {
    fn of(judged: &Judged) -> Self {
        let claim = judged.claim.clone();
        Self {
            verdict: judged.verdict.words(),
            number: NumberAnswer {
                meaning: claim.number,
                value: judged.number,
                unit: with_price_year(&claim.unit, judged.price_year),
            },
            claimed: Bound { relation: claim.relation, value: claim.claimed.parse().ok() },
            condition: Provided { words: claim.if_words, value: judged.number_if },
            fails: Provided { words: claim.fails_words, value: judged.number_fails },
            decided_by: claim.law,
            id: claim.id,
            claim: claim.claim,
            by: claim.by,
            date: claim.date,
            reading: claim.reading,
            scenario: claim.scenario,
            changes: claim.changes,
            formula: claim.formula,
            source: claim.source,
            url: claim.url,
        }
    }
}

/// Why a claim cannot be judged: a defect of the table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the claim `{id}` cannot be judged: {reason}")]
pub struct ClaimError {
    /// Its name.
    pub id: String,
    /// The fault.
    pub reason: String,
}

fn split(text: &str) -> Vec<String> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Every claim, in the order of the table.
pub fn claims() -> Vec<Claim> {
    let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
    let names: Vec<String> =
        reader.headers().map(|row| row.iter().map(str::to_owned).collect()).unwrap_or_default();
    let claim = |record: csv::StringRecord| {
        let cell = |name: &str| {
            let place = names.iter().position(|known| known == name);
            place.and_then(|place| record.get(place)).unwrap_or("").to_owned()
        };
        Claim {
            id: cell("id"),
            claim: cell("claim"),
            by: cell("by"),
            date: cell("date"),
            scenario: cell("scenario"),
            changes: split(&cell("changes")),
            number: cell("number"),
            formula: cell("formula"),
            unit: cell("unit"),
            relation: cell("relation"),
            claimed: cell("claimed"),
            if_scenario: cell("if_scenario"),
            if_changes: split(&cell("if_changes")),
            if_words: cell("if_words"),
            fails_changes: split(&cell("fails_changes")),
            fails_words: cell("fails_words"),
            law: cell("law"),
            reading: cell("reading"),
            source: cell("source"),
            url: cell("url"),
        }
    };
    reader.records().filter_map(Result::ok).map(claim).collect()
}

/// The model's answer to a claim.
///
/// # Errors
/// [`ClaimError`] if the row names a scenario, change or formula that cannot be read.
pub fn judge(claim: &Claim) -> Result<Judged, ClaimError> {
    let fail = |reason: String| ClaimError { id: claim.id.clone(), reason };
    let mut judged = Judged {
        claim: claim.clone(),
        number: None,
        number_if: None,
        number_fails: None,
        verdict: ClaimVerdict::Untestable,
        price_year: crate::scenario::PRICE_YEAR,
        parts: Vec::new(),
    };
    if claim.formula.is_empty() {
        return Ok(judged);
    }
    let subject = subject(&claim.scenario, &claim.changes).map_err(fail)?;
    judged.price_year = subject.scenario.price_year;
    judged.number = number(claim, &subject).map_err(fail)?;
    judged.parts = parts(claim, &subject);
    let claimed: f64 =
        claim.claimed.parse().map_err(|_| fail(format!("`{}` is no number", claim.claimed)))?;
    let meets = |number: Option<f64>| {
        number.is_some_and(|number| match claim.relation.as_str() {
            ">=" => number >= claimed,
            _ => number <= claimed,
        })
    };
    judged.verdict = if meets(judged.number) { ClaimVerdict::Holds } else { ClaimVerdict::False };
    let has_condition = !claim.if_scenario.is_empty() || !claim.if_changes.is_empty();
    if judged.verdict == ClaimVerdict::False && has_condition {
        let name = if claim.if_scenario.is_empty() { &claim.scenario } else { &claim.if_scenario };
        let changes: Vec<String> = claim.changes.iter().chain(&claim.if_changes).cloned().collect();
        let other = self::subject(name, &changes).map_err(fail)?;
        judged.number_if = number(claim, &other).map_err(fail)?;
        if meets(judged.number_if) {
            judged.verdict = ClaimVerdict::HoldsIf;
        }
    }
    if judged.verdict == ClaimVerdict::Holds && !claim.fails_changes.is_empty() {
        let changes: Vec<String> =
            claim.changes.iter().chain(&claim.fails_changes).cloned().collect();
        let other = self::subject(&claim.scenario, &changes).map_err(fail)?;
        judged.number_fails = number(claim, &other).map_err(fail)?;
        if meets(judged.number_fails) {
            return Err(fail(format!("it holds even if {}", claim.fails_words)));
        }
    }
    Ok(judged)
}

fn subject(name: &str, changes: &[String]) -> Result<EvaluatedScenario, String> {
    let scenario = open(name, changes).map_err(|_| format!("scenario `{name}` has errors"))?;
    EvaluatedScenario::new(scenario).map_err(|error| error.to_string())
}

fn number(claim: &Claim, subject: &EvaluatedScenario) -> Result<Option<f64>, String> {
    let base = formula::value(&claim.formula, |path| subject.value(path))
        .map_err(|error| error.to_string())?;
    Ok(base.map(|base| in_unit(base, &claim.unit)))
}

fn parts(claim: &Claim, subject: &EvaluatedScenario) -> Vec<(String, f64, &'static str)> {
    use crate::studies::explain::quantity;
    formula::paths(&claim.formula)
        .into_iter()
        .filter_map(|path| {
            let unit = quantity(path)?.unit();
            Some((path.to_owned(), subject.shown(path)?, unit))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_claim_can_be_judged_and_has_a_source() {
        let all = claims();
        assert!(all.len() >= 17, "{}", all.len());
        for claim in &all {
            let judged = judge(claim).unwrap();
            assert!(!claim.source.is_empty() && !claim.law.is_empty(), "{}", claim.id);
            assert_eq!(
                judged.number.is_none(),
                judged.verdict == ClaimVerdict::Untestable,
                "{}",
                claim.id
            );
            assert!(
                judged.verdict != ClaimVerdict::Holds || judged.number_fails.is_some(),
                "{} holds, and nothing is said that would make it fail",
                claim.id
            );
            assert!(
                judged.verdict != ClaimVerdict::HoldsIf || !claim.if_words.is_empty(),
                "{}",
                claim.id
            );
        }
    }

    #[test]
    fn there_is_a_night_at_650_km_and_none_at_1450() {
        let night = claims().into_iter().find(|claim| claim.id == "no-night").unwrap();
        let judged = judge(&night).unwrap();
        assert_eq!(judged.verdict, ClaimVerdict::HoldsIf);
        assert!((judged.number.unwrap() - 0.963).abs() < 0.003, "{:?}", judged.number);
    }

    #[test]
    fn a_radiator_is_needed() {
        let cooling = claims().into_iter().find(|claim| claim.id == "no-cooling").unwrap();
        assert_eq!(judge(&cooling).unwrap().verdict, ClaimVerdict::False);
    }
}
