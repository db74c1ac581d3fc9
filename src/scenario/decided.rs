//! Which statement of a decision counts: one that is stated in two ways, or that a text above takes
//! back.

use super::chain::Chain;
use super::error::{Fault, ScenarioError};
use super::read::Entry;
use super::set;
use super::setting::Setting;

/// Whether a setting states something: zero of a number or power of satellites does not.
fn is_stated(setting: &Setting) -> bool {
    setting.resolved.amount.is_auto || setting.resolved.amount.value != 0.0
}

/// Whether two settings state the same decision by different inputs.
fn are_rivals(one: &Setting, other: &Setting) -> bool {
    let (decision, another) = (one.resolved.key.decision, other.resolved.key.decision);
    one.path != other.path && decision.is_some() && decision == another
}

/// Whether two layers are one place to whoever wrote them: one text, or the command line.
fn are_one_place(one: usize, other: usize, chain: &Chain) -> bool {
    let is_typed =
        |rank: usize| chain.layers.get(rank).is_some_and(|layer| layer.text.name == set::NAME);
    one == other || (is_typed(one) && is_typed(other))
}

/// Leaves one statement of each decision, the nearest; two in one text or on the command line are
/// an error.
pub(super) fn settle(settings: &mut Vec<Setting>, chain: &Chain, errors: &mut Vec<ScenarioError>) {
    let stated = chain.layers.iter().rposition(|layer| layer.document.has_stated_decisions);
    let is_taken_back = |setting: &Setting| {
        setting.resolved.amount.is_auto && stated.is_some_and(|rank| setting.rank < rank)
    };
    settings.retain(|setting| !is_taken_back(setting));
    let beaten = |setting: &Setting| {
        let rivals = settings.iter().filter(|other| are_rivals(setting, other));
        rivals.filter(|other| is_stated(other)).any(|other| other.rank > setting.rank)
    };
    for (at, setting) in settings.iter().enumerate().filter(|(_, setting)| is_stated(setting)) {
        let before = settings[..at].iter().filter(|other| is_stated(other));
        let twice = before.filter(|other| are_rivals(setting, other));
        if let Some(first) =
            twice.into_iter().find(|other| are_one_place(other.rank, setting.rank, chain))
        {
            errors.push(stated_twice(setting, first, chain));
        }
    }
    let kept: Vec<bool> = settings.iter().map(|setting| !beaten(setting)).collect();
    let mut kept = kept.into_iter();
    settings.retain(|_| kept.next().unwrap_or(true));
}

fn stated_twice(setting: &Setting, first: &Setting, chain: &Chain) -> ScenarioError {
    let layer = chain.layers.get(setting.rank);
    let entries = layer.into_iter().flat_map(|layer| &layer.document.inputs);
    let place = entries.filter(|entry| entry.path == setting.path).map(Entry::place).next();
    ScenarioError::new(Fault::Duplicate { key: setting.path.to_owned() }, place)
        .key(setting.path)
        .label(format!("`{}` states it already", first.path))
        .help("keep one of the two")
}
