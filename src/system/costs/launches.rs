//! Launches: what one costs, how many it takes, and when they leave.

use crate::economics::launch::{Manifest, Stowed, Vehicle, fit, manifest};
use crate::economics::learning::price_factor;
use crate::economics::rocket::{BuildUp, Company, Need, Owned, RocketStage, flight_cost};
use crate::economics::schedule::Delivery;
use crate::system::inputs::Case;
use crate::system::satellites::{Satellite, Satellites};
use crate::units::{Frequency, Mass, Money, MoneyPerMass, Ratio, Time, fraction, pick};

/// What a launch costs a buyer, and what it costs the owner of the rocket.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Offer {
    /// Price when the program buys over the price asked today.
    pub learning: Ratio,
    /// Price of one launch.
    pub price: Money,
    /// Cost of a flight to the owner of the rocket.
    pub flight_cost: Money,
}

impl Offer {
    pub(super) fn new(case: &Case) -> Self {
        let launch = &case.launch;
        let learning = if launch.cumulative_mass == launch.learned_mass {
            fraction(1.0)
        } else {
            price_factor(launch.learning_rate, launch.cumulative_mass / launch.learned_mass)
        };
        let price = launch.flight_price * learning;
        let flight_cost = flight_cost(&BuildUp {
            booster: case.rocket.booster_price,
            booster_flights: case.rocket.booster_flights,
            ship: case.rocket.ship_price,
            ship_flights: case.rocket.ship_flights,
            operations: case.rocket.flight_operations,
        });
        Self { learning, price, flight_cost }
    }
}

/// What owning the rocket brings to a program with these launches; none where control is not
/// bought.
pub(super) fn owned(
    case: &Case,
    (offer, launches): (Option<Offer>, Option<Launches>),
    life: Time,
) -> Option<Owned> {
    let (rocket, offer, launches) = (&case.rocket, offer?, launches?);
    let company = Company {
        control: rocket.control,
        completion: rocket.completion,
        wait: rocket.wait,
        fixed: rocket.fixed_cost,
        booster: RocketStage {
            price: rocket.booster_price,
            flights: rocket.booster_flights.number(),
            rate: rocket.booster_rate.rate(),
        },
        ship: RocketStage {
            price: rocket.ship_price,
            flights: rocket.ship_flights.number(),
            rate: rocket.ship_rate.rate(),
        },
        operations: rocket.flight_operations,
        market_price: offer.price,
        outside_flights: rocket.outside_flights.rate(),
        outside_price: rocket.outside_price,
        cadence: case.launch.cadence.rate(),
        ramp: case.launch.ramp,
        need: Need { fleet: launches.expected, life, repeated: relaunched(case) },
        tax: case.finance.tax,
        resale: rocket.resale,
        horizon: case.finance.horizon,
        rate: case.orbit_rate(),
    };
    (rocket.control.base() > 0.0).then(|| company.owned())
}

/// The launches of a fleet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Launches {
    /// The booking.
    pub manifest: Manifest,
    /// Satellites that fit on one launch, at most all.
    pub satellites_per_launch: Ratio,
    /// Launches that have to succeed.
    pub count: Ratio,
    /// Launches with those that replace expected failures.
    pub expected: Ratio,
    /// Mass carried over the payload paid for.
    pub fill: Ratio,
    /// Their dates.
    pub delivery: Delivery,
    /// Time until the last launch.
    pub years_to_build: Time,
}

impl Launches {
    /// Books the launches of a fleet; none where nothing fits.
    pub(super) fn book(
        case: &Case,
        satellites: &Satellites,
        one: &Satellite,
        payload: Mass,
        offer: &Offer,
    ) -> Option<Self> {
        let fleet = satellites.fleet;
        let stowed = Stowed { mass: one.design.masses.launched, volume: one.stowed };
        let launch = &case.launch;
        let vehicle = Vehicle {
            payload,
            volume: launch.fairing_volume * launch.packing_share,
            price: offer.price,
            failure_rate: launch.failure_rate,
            cadence: launch.cadence,
            most: case.most_per_launch(),
            parts: case.launches_of_one(),
        };
        let manifest = manifest(fleet, &stowed, &vehicle, launch.sharing)?;
        let fits = fit(&stowed, &vehicle).satellites().min(fleet.total());
        let per_launch: Ratio = fraction(fits as f64) / vehicle.parts;
        let (count, expected) = (fraction(manifest.launches as f64), manifest.expected_launches);
        let delivery = Delivery::repeating(count, expected, launch.cadence, launch.ramp);
        Some(Self {
            manifest,
            satellites_per_launch: per_launch,
            count,
            expected,
            fill: manifest.fill,
            delivery,
            years_to_build: delivery.duration(),
        })
    }
}

/// Cost of the greenhouse gases of a launch per mass that it carries, which is its payload where
/// nothing is booked; none where they have a price and no vehicle carries anything.
pub(super) fn launch_carbon(case: &Case, carried: Option<Mass>) -> Option<MoneyPerMass> {
    let of_launch: Money = case.finance.carbon_price * case.launch.carbon;
    if of_launch.base() == 0.0 {
        return Some(MoneyPerMass::from_base(0.0));
    }
    carried.filter(|carried| carried.base() > 0.0).map(|carried| of_launch / carried)
}

/// Share of what the launches cost that launches of the computers alone would: they fill theirs,
/// whatever room the satellites leave. A stated price per mass is that of any load.
pub(super) fn computers_share_of(
    case: &Case,
    one: &Satellite,
    launches: Option<&Launches>,
) -> Ratio {
    let masses = &one.design.masses;
    let fill = launches.map_or(fraction(1.0), |launches| launches.fill);
    let is_stated = case.pins.launch_price_per_mass.is_some();
    masses.computers / masses.launched * pick(is_stated, fraction(1.0), fill)
}

/// Share of the fleet that is launched again each year in place of what fails.
pub(super) fn relaunched(case: &Case) -> Frequency {
    case.fleet.replenishment * case.fleet.replenishment_launched
}
