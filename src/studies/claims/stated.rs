//! Claims that a scenario file states, with the model's answers.

use super::ClaimVerdict;
use crate::scenario::comparison::{ComparedSides, TwoSides};
use crate::scenario::condition::Condition;
use crate::scenario::{ScenarioError, StatedClaim};
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::explain::quantity;
use crate::studies::head::Head;
use crate::units::format::{format_number, with_price_year};
use serde::Serialize;

/// Digits of a number in a sentence.
const DIGITS: usize = 4;

/// The claims of a scenario file with the model's answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatedAnswer {
    /// Program, scenario, digests and price year.
    #[serde(flatten)]
    pub head: Head,
    /// The claims that can be judged.
    pub claims: Vec<JudgedStatement>,
    /// Those that cannot.
    pub unread: Vec<UnreadStatement>,
    /// The same as messages that point into the file.
    #[serde(skip)]
    pub faults: Vec<ScenarioError>,
}

/// A claim of a scenario file with the model's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JudgedStatement {
    /// The claim, in words.
    pub claim: String,
    /// The condition under which it holds.
    pub condition: String,
    /// The verdict.
    pub verdict: &'static str,
    /// The condition with the model's number.
    pub number: String,
    /// Whether it holds.
    #[serde(skip)]
    pub holds: bool,
}

/// A claim of a scenario file that cannot be judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnreadStatement {
    /// The claim, in words.
    pub claim: String,
    /// The fault.
    pub why: String,
    /// Line of it in the file, from one.
    pub line: Option<usize>,
    /// Column, from one.
    pub column: Option<usize>,
}

/// The model's answers to the claims that a scenario file states; one that cannot be read leaves
/// the others.
pub fn judge_stated(subject: &EvaluatedScenario) -> StatedAnswer {
    let mut answer = StatedAnswer {
        head: Head::of(&subject.scenario),
        claims: Vec::new(),
        unread: Vec::new(),
        faults: Vec::new(),
    };
    for claim in &subject.scenario.claims {
        match statement(subject, claim) {
            Ok(judged) => answer.claims.push(judged),
            Err(fault) => {
                answer.unread.push(UnreadStatement {
                    claim: claim.name.clone(),
                    why: fault.fault.to_string(),
                    line: fault.place.as_ref().map(crate::scenario::SourcePlace::line),
                    column: fault.place.as_ref().map(crate::scenario::SourcePlace::column),
                });
                answer.faults.push(*fault);
            }
        }
    }
    answer
}

fn statement(
    subject: &EvaluatedScenario,
    claim: &StatedClaim,
) -> Result<JudgedStatement, Box<ScenarioError>> {
    let year = subject.scenario.price_year;
    let text = &claim.condition;
    let (holds, number) = if let Ok(condition) = Condition::parse(text, year) {
        let actual = subject.value(condition.quantity.path());
        (condition.holds(actual), condition.sentence(actual, year))
    } else {
        let comparison = TwoSides::parse(text, year)
            .map_err(|fault| Box::new(claim.fault(fault.span.clone(), &fault.why, &fault.help)))?;
        let compared = comparison.compare(|path| subject.value(path)).map_err(|why| {
            let help = "give numbers their units, such as `40 USD2026/W`";
            Box::new(claim.fault(0..text.len(), &why, help))
        })?;
        (compared.holds, sentence(subject, text, &comparison, &compared))
    };
    Ok(JudgedStatement {
        claim: claim.name.clone(),
        condition: text.clone(),
        verdict: if holds { ClaimVerdict::Holds } else { ClaimVerdict::False }.words(),
        number,
        holds,
    })
}

/// The comparison with the share of its sides and the values of its paths.
fn sentence(
    subject: &EvaluatedScenario,
    text: &str,
    comparison: &TwoSides,
    compared: &ComparedSides,
) -> String {
    let number = |value: f64| format_number(value, DIGITS);
    let sides = match (compared.left, compared.right) {
        (Some(_), Some(0.0)) => "the right side is zero".to_owned(),
        (Some(left), Some(right)) => format!("left over right is {}", number(left / right)),
        _ => "one side does not exist for this scenario".to_owned(),
    };
    let parts = comparison.paths.iter().map(|path| {
        let unit = quantity(path).map_or("1", |quantity| quantity.unit());
        let value = subject.shown(path).map_or_else(|| "none".to_owned(), number);
        match with_price_year(unit, subject.scenario.price_year).as_str() {
            "1" => format!("; {path} = {value}"),
            unit => format!("; {path} = {value} {unit}"),
        }
    });
    format!("`{text}`: {sides}{}", parts.collect::<String>())
}
