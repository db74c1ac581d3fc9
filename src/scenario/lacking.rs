//! Values that an entry of the catalog lacks and a case needs.

use super::error::{Fault, ScenarioError};
use super::prices::{self, is_contract};
use super::reference::Reference;
use super::setting::Setting;
use super::tables::Key;

/// What a stated payload to the orbit takes the place of.
const FOR_PAYLOAD: [&str; 9] = [
    "launch.payload_low_orbit",
    "launch.latitude",
    "launch.reference_latitude",
    "launch.specific_impulse",
    "launch.stage_dry_mass",
    "launch.stage_propellant",
    "launch.liftoff_mass",
    "launch.lower_burnout_mass",
    "launch.loss_relief",
];

/// Whether the case reads an input.
pub(super) fn is_needed(key: &Key, settings: &[Setting]) -> bool {
    let capacity = prices::last(settings, "launch.capacity");
    let is_stated = capacity.is_some_and(|setting| setting.resolved.amount.value > 0.0);
    match key.path {
        "launch.price" => false,
        "launch.reference_payload" => is_contract(settings),
        path => !(is_stated && FOR_PAYLOAD.contains(&path)),
    }
}

/// One fault for each reference that lacks something, with all that it lacks.
pub(super) fn errors(
    references: &[Reference<'_>],
    lacks: &[(usize, &'static str)],
) -> Vec<ScenarioError> {
    let error = |(at, reference): (usize, &Reference<'_>)| {
        let of_it = lacks.iter().filter(|(of, _)| *of == at);
        let paths: Vec<&'static str> = of_it.map(|(_, path)| *path).collect();
        let first = *paths.first()?;
        let (key, id) = (&reference.group.key, &reference.id);
        let fault = Fault::Lacks { key: key.clone(), id: id.clone(), paths };
        Some(
            ScenarioError::new(fault, Some(reference.entry.place()))
                .key(key)
                .label("this entry of the catalog")
                .note("no value of another entry takes its place")
                .help(format!("state `{first}` beside it, or choose another entry")),
        )
    };
    references.iter().enumerate().filter_map(error).collect()
}
