//! Remarks on a rocket that a scenario describes in part, and on how full its launches are.

use super::notes::{is_stated, remark};
use crate::economics::launch::Sharing;
use crate::scenario::{Origin, Remark, Scenario};
use crate::studies::evaluated::EvaluatedScenario;
use crate::units::format::format_number;

/// Properties of a vehicle that a stated price and payload leave as they were.
const REST: [&str; 5] = [
    "launch.fairing_volume",
    "launch.cadence",
    "launch.failure_rate",
    "launch.carbon",
    "launch.black_carbon",
];
/// Room in a launch below which it is said how little more mass loses a satellite.
const LITTLE_ROOM: f64 = 0.05;

/// The entry of the catalog that a value comes from.
fn entry(scenario: &Scenario, path: &str) -> Option<String> {
    match &scenario.input(path)?.origin {
        Origin::Catalog { reference, .. } => Some(reference.clone()),
        _ => None,
    }
}

/// A price per mass beside a payload that it is not multiplied by.
fn price_per_mass(scenario: &Scenario) -> Option<Remark> {
    let both = ["launch.price", "launch.capacity"].iter().all(|path| is_stated(scenario, path));
    let text = "`launch.price` makes the price of a launch with `launch.reference_payload`, not \
        with `launch.capacity`: state `launch.flight_price` for the price of one launch";
    both.then(|| remark("price", "launch.price", text.to_owned()))
}

/// What of a vehicle is still that of the catalog where its payload is stated.
fn rest_of_vehicle(scenario: &Scenario) -> Option<Remark> {
    if !is_stated(scenario, "launch.capacity") {
        return None;
    }
    let left = REST.iter().filter_map(|path| Some((*path, entry(scenario, path)?)));
    let left: Vec<(&str, String)> = left.collect();
    let (_, from) = left.first()?;
    let paths: Vec<&str> = left.iter().map(|(path, _)| *path).collect();
    let text = format!("the payload is stated; still of {from}: {}", paths.join(", "));
    Some(remark("vehicle", "launch.capacity", text))
}

/// How little more mass or volume leaves room for one satellite less in each launch.
fn fill(subject: &EvaluatedScenario) -> Option<Remark> {
    if subject.design.launch.sharing == Sharing::Shared {
        return None;
    }
    let shown = |path: &str| subject.shown(path);
    let number = shown("launch.satellites_per_launch")?;
    let shares = [
        ("mass", shown("satellite.launched_mass")?, shown("launch.payload")?),
        ("volume", shown("satellite.stowed_volume")?, shown("launch.usable_volume")?),
    ];
    let share = shares.map(|(name, one, all)| (name, number * one / all));
    let (name, full) = if share[0].1 >= share[1].1 { share[0] } else { share[1] };
    let room = 1.0 / full - 1.0;
    if !(0.0..LITTLE_ROOM).contains(&room) || shown("launch.count")? <= 1.0 {
        return None;
    }
    let text = format!(
        "satellites fill a launch to {} % ({number} of them, by {name}): with {} % more {name} \
         each launch takes one less, and another design is best",
        format_number(100.0 * full, 4),
        format_number(100.0 * room, 2),
    );
    Some(remark("fill", "launch.satellites_per_launch", text))
}

/// All of them.
pub(super) fn rocket_notes(subject: &EvaluatedScenario) -> Vec<Remark> {
    let scenario = &subject.scenario;
    let all = [price_per_mass(scenario), rest_of_vehicle(scenario), fill(subject)];
    all.into_iter().flatten().collect()
}
