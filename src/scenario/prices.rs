//! The price of a launch and the price per kilogram of a contract: one of them is stated or filled,
//! the other follows.

use super::chain::Chain;
use super::error::{Fault, ScenarioError};
use super::setting::Setting;
use super::{Amount, Origin, Resolved, set};

/// Price of a launch, and price per mass on the reference orbit of the vehicle.
pub(super) const PRICES: [&str; 2] = ["launch.flight_price", "launch.price"];
/// Payload that the latter refers to.
const REFERENCE: &str = "launch.reference_payload";
/// Facts that a price or a payload refers to; the spread of their catalog rows is that of something
/// else, which is drawn by itself.
const FACTS: [&str; 2] = [REFERENCE, "launch.reference_latitude"];

/// The setting of an input that counts.
pub(super) fn last<'s>(settings: &'s [Setting], path: &str) -> Option<&'s Setting> {
    let of_path = settings.iter().filter(|setting| setting.path == path);
    of_path.max_by_key(|setting| (setting.rank, setting.stated))
}

/// The path of [`PRICES`] that leads: that of the nearer statement, a launch where none is made.
fn leader(settings: &[Setting]) -> &'static str {
    let [flight, contract] = PRICES.map(|path| last(settings, path));
    let order = |setting: Option<&Setting>| setting.map(|setting| (setting.rank, setting.stated));
    PRICES[usize::from(order(contract) > order(flight))]
}

/// Whether the price of a launch is made from a price per kilogram.
pub(super) fn is_contract(settings: &[Setting]) -> bool {
    leader(settings) == PRICES[1]
}

/// Layer in which the price that leads stands.
pub(super) fn rank(settings: &[Setting]) -> Option<usize> {
    last(settings, leader(settings)).map(|setting| setting.rank)
}

/// Takes the spread from what is only referred to.
pub(super) fn undrawn(mut resolved: Resolved) -> Resolved {
    let is_stated = matches!(resolved.origin, Origin::File { .. } | Origin::Set);
    if FACTS.contains(&resolved.key.path) && !is_stated {
        resolved.amount.spread = None;
    }
    resolved
}

/// Makes the price that follows from the one that leads.
pub(super) fn settle(inputs: &mut [Resolved], settings: &[Setting], price_year: u16) {
    let place = |path: &str| inputs.iter().position(|resolved| resolved.key.path == path);
    let leader = leader(settings);
    let follower = PRICES[usize::from(leader == PRICES[0])];
    let places = (place(leader), place(follower), place(REFERENCE));
    let (Some(from), Some(to), Some(reference)) = places else { return };
    let (price, payload) = (inputs[from].amount.value, inputs[reference].amount.value);
    let value = if leader == PRICES[0] { price / payload } else { price * payload };
    let key = inputs[to].key;
    inputs[to] = Resolved {
        key,
        amount: Amount::certain(value),
        origin: Origin::Follows { path: leader },
        written: key.text(value, price_year),
        confidence: inputs[from].confidence,
    };
}

/// The fault of both prices in one file, or both on the command line.
pub(super) fn stated_twice(chain: &Chain) -> Vec<ScenarioError> {
    let mut seen: Vec<(usize, &str)> = Vec::new();
    let mut errors = Vec::new();
    for (rank, layer) in chain.layers.iter().enumerate() {
        let place = if layer.text.name == set::NAME { usize::MAX } else { rank };
        let entries = layer.document.inputs.iter();
        for entry in entries.filter(|entry| PRICES.contains(&entry.path.as_str())) {
            if seen.iter().any(|(other, path)| *other == place && *path != entry.path) {
                errors.push(
                    ScenarioError::new(Fault::BothPrices, Some(entry.place()))
                        .key(&entry.path)
                        .label("the second price of the same launch")
                        .help(
                            "keep `launch.flight_price` for money per launch, or \
                            `launch.price` for a contract per kilogram on the reference orbit",
                        ),
                );
            }
            seen.push((place, &entry.path));
        }
    }
    errors
}

#[cfg(test)]
mod tests;
