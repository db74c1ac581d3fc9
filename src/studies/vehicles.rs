//! The launch vehicles of the catalog's front row on the curve of cost against launch price.

use super::evaluated::EvaluatedScenario;
use crate::catalog::Catalog;
use crate::catalog::groups::Filled;
use crate::economics::launch::PriceBasis;
use crate::provenance::Confidence;
use crate::system::inputs::input;
use crate::system::value::Choice;
use crate::units::{Money, MoneyPerMass};

/// A vehicle at one price, fully loaded to the scenario's orbit.
#[derive(Debug, Clone, PartialEq)]
pub struct VehiclePoint {
    /// Name with the basis of the price.
    pub name: String,
    /// Price per mass carried, in USD/kg of the price year.
    pub price: f64,
    /// Price per mass on the reference orbit of the vehicle, in the same.
    pub paid: f64,
    /// Cost ratio of the scenario at that price.
    pub ratio: f64,
}

/// Vehicles and price bases that are marked.
const MARKED: &[(&str, &str, PriceBasis)] = &[
    ("falcon9", "Falcon 9", PriceBasis::List),
    ("falcon9", "Falcon 9", PriceBasis::Internal),
    ("starship_v3", "Starship", PriceBasis::Contract),
    ("new_glenn_7x2", "New Glenn", PriceBasis::List),
    ("neutron", "Neutron", PriceBasis::List),
    ("nova", "Nova", PriceBasis::List),
    ("electron", "Electron", PriceBasis::List),
];

/// Price and cost ratio of every marked vehicle; one that the catalog has no numbers for, or that
/// does not reach the orbit, is left out.
pub fn vehicles(subject: &EvaluatedScenario) -> Vec<VehiclePoint> {
    MARKED.iter().filter_map(|(id, name, basis)| point(subject, id, name, *basis)).collect()
}

fn point(
    subject: &EvaluatedScenario,
    id: &str,
    name: &str,
    basis: PriceBasis,
) -> Option<VehiclePoint> {
    let catalog = Catalog::builtin();
    let group = catalog.group("launch.vehicle")?;
    let year = subject.scenario.price_year;
    let value = |filled: Filled<'_>| {
        let numerator = catalog.value(&filled.numerator.address(), year).ok()?.nominal;
        let denominator = match filled.denominator {
            Some(row) => catalog.value(&row.address(), year).ok()?.nominal,
            None => 1.0,
        };
        Some(numerator / denominator)
    };
    let mut case = subject.case;
    case.pins.launch_price_per_mass = None;
    for path in group.inputs() {
        let filled = group.filled(catalog, id, path, basis.name());
        if path == "launch.price" && filled.is_none() {
            return None;
        }
        if let (Some(input), Some(number)) = (input(path), filled.and_then(value)) {
            (input.set)(&mut case, number);
        }
    }
    let outcome = subject.model.clone().evaluate(&case);
    let price_per_launch: Money = case.launch.price * case.launch.payload_low_orbit;
    let price: MoneyPerMass = price_per_launch
        / outcome.metrics().launch().payload().filter(|payload| payload.base() > 0.0)?;
    let (free, signed) = (
        outcome.metrics().breakeven().ratio_at_free_launch()?.base(),
        outcome.metrics().breakeven().launch_price_signed()?.base(),
    );
    let ratio = free + (1.0 - free) * price.base() / signed;
    let row = group.filled(catalog, id, "launch.price", basis.name())?.numerator;
    let basis = match (basis, row.confidence) {
        (PriceBasis::Internal | PriceBasis::Contract, _)
        | (_, Confidence::ListPrice | Confidence::Derived) => basis.name(),
        (_, confidence) => confidence.word(),
    };
    Some(VehiclePoint {
        name: format!("{name} ({})", basis.replace('_', " ")),
        price: price.base(),
        paid: case.launch.price.base(),
        ratio,
    })
}
