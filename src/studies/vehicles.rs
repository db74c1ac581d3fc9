//! The launch vehicles of the catalog's front row on the curve of cost against launch price.

use super::evaluated::EvaluatedScenario;
use crate::catalog::groups::Filled;
use crate::catalog::{Catalog, ReferenceGroup};
use crate::economics::launch::PriceBasis;
use crate::provenance::Confidence;
use crate::system::inputs::{Case, input};
use crate::system::value::Choice;
use crate::units::format::with_price_year;
use crate::units::{Money, MoneyPerMass};
use serde::Serialize;

/// A vehicle at one price, fully loaded to the scenario's orbit.
#[derive(Debug, Clone, PartialEq, Serialize)]
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

/// Inputs of the price of a launch, of which an entry gives one.
const PRICES: [&str; 2] = ["launch.flight_price", "launch.price"];

/// The vehicles that are marked, and those that are not.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Marked {
    /// Unit of the prices, money with its year.
    pub unit: String,
    /// Price and cost ratio of each.
    pub points: Vec<VehiclePoint>,
    /// Those left out, each with the reason: what its entry of the catalog lacks, or that it does
    /// not reach the orbit.
    pub left_out: Vec<String>,
}

/// Every vehicle of the front row at its price, with its own payload to the orbit: a payload that
/// the scenario states or pins is that of another.
pub fn vehicles(subject: &EvaluatedScenario) -> Marked {
    let unit = with_price_year("USD/kg", subject.scenario.price_year);
    let mut marked = Marked { unit, ..Marked::default() };
    for (id, name, basis) in MARKED {
        match point(subject, id, name, *basis) {
            Ok(point) => marked.points.push(point),
            Err(why) => marked.left_out.push(format!("{name} ({why})")),
        }
    }
    marked
}

fn point(
    subject: &EvaluatedScenario,
    id: &str,
    name: &str,
    basis: PriceBasis,
) -> Result<VehiclePoint, String> {
    let (case, confidence) = flown(subject, id, basis)?;
    let outcome = subject.model.clone().evaluate(&case);
    let metrics = outcome.metrics();
    let payload = metrics.launch().payload().filter(|payload| payload.base() > 0.0);
    let payload = payload.ok_or("carries nothing to this orbit")?;
    let flight: Money = case.launch.flight_price;
    let price: MoneyPerMass = flight / payload;
    let breakeven = metrics.breakeven();
    let ends = breakeven.ratio_at_free_launch().zip(breakeven.launch_price_signed());
    let (free, signed) = ends.ok_or("no cost in orbit")?;
    let ratio = free.base() + (1.0 - free.base()) * price.base() / signed.base();
    let basis = match (basis, confidence) {
        (PriceBasis::Internal | PriceBasis::Contract, _)
        | (_, Confidence::ListPrice | Confidence::Derived) => basis.name(),
        (_, confidence) => confidence.word(),
    };
    Ok(VehiclePoint {
        name: format!("{name} ({})", basis.replace('_', " ")),
        price: price.base(),
        paid: case.launch.price.base(),
        ratio,
    })
}

/// The case with this vehicle, and how far its price is to be trusted.
fn flown(
    subject: &EvaluatedScenario,
    id: &str,
    basis: PriceBasis,
) -> Result<(Case, Confidence), String> {
    let catalog = Catalog::builtin();
    let group = catalog.group("launch.vehicle").ok_or("no such group")?;
    let year = subject.scenario.price_year;
    let mut case = subject.case;
    case.pins.launch_price_per_mass = None;
    case.pins.launch_payload = None;
    for path in group.inputs().into_iter().filter(|path| !PRICES.contains(path)) {
        fill(&mut case, (group, id), path, (basis, year))?;
    }
    let (path, filled) = group
        .first_filled(catalog, id, &PRICES, basis.name())
        .ok_or_else(|| format!("no {}", PRICES[0]))?;
    if let (Some(input), Some(number)) = (input(path), value(filled, year)) {
        (input.set)(&mut case, number);
    }
    Ok((case, filled.numerator.confidence))
}

/// Fills one input from the entry.
///
/// # Errors
/// What the entry lacks, where the default is that of another entry.
fn fill(
    case: &mut Case,
    (group, id): (&ReferenceGroup, &str),
    path: &str,
    (basis, year): (PriceBasis, u16),
) -> Result<(), String> {
    let catalog = Catalog::builtin();
    let Some(input) = input(path) else { return Ok(()) };
    match group.filled(catalog, id, path, basis.name()) {
        None if group.is_of_another(catalog, input.default, id) => Err(format!("no {path}")),
        None => Ok(()),
        Some(filled) => {
            if let Some(number) = value(filled, year) {
                (input.set)(case, number);
            }
            Ok(())
        }
    }
}

fn value(filled: Filled<'_>, year: u16) -> Option<f64> {
    let of = |address: &str| Catalog::builtin().value(address, year).ok();
    let below = match filled.denominator {
        Some(row) => of(&row.address())?.nominal,
        None => 1.0,
    };
    Some(of(&filled.numerator.address())?.nominal / below)
}
