//! Payload over altitude.

use skyrack::catalog::Catalog;
use skyrack::charts::{Lines, Measure, Scale, Series};
use skyrack::constants::EARTH_RADIUS;
use skyrack::physics::ascent::{Ascent, Sites, VehiclePayload};
use skyrack::physics::orbit::sun_synchronous_inclination;
use skyrack::scenario::open;
use skyrack::system::lift::vehicle;
use skyrack::units::{Angle, Length, degree, kilometer};

use super::{curve, dashed, dots, figure, picture, places};

/// Vehicles and their entries of the catalog.
const VEHICLES: [(&str, &str); 4] = [
    ("Falcon 9", "falcon9"),
    ("New Glenn", "new_glenn_7x2"),
    ("Starship", "starship_v3"),
    ("Nova", "nova"),
];
/// Vehicles whose maker states both payloads.
const STATED: [&str; 2] = ["ariane62", "ariane64"];
/// Altitude of the stated sun-synchronous payload, in kilometers.
const STATED_ALTITUDE: f64 = 600.0;
/// Altitude that the title speaks of, in kilometers.
const TOLD_ALTITUDE: f64 = 1_200.0;
/// Inclination of the dashed curve, in degrees.
const MIDDLE: f64 = 53.0;

pub(crate) fn payload_over_altitude() -> Lines {
    let altitudes = places((200.0, 2_000.0), 91);
    let polar = |id: &str, altitude: f64| share(&flown(id), altitude, sun_synchronous(altitude));
    let mut series: Vec<Series> = VEHICLES
        .iter()
        .map(|&(name, id)| {
            let vehicle = flown(id);
            curve(name, &altitudes, |altitude| share(&vehicle, altitude, sun_synchronous(altitude)))
        })
        .collect();
    let falcon9 = flown("falcon9");
    series.push(dashed(curve("Falcon 9, 53 deg", &altitudes, |altitude| {
        share(&falcon9, altitude, Angle::new::<degree>(MIDDLE))
    })));
    series.push(dots("Ariane 62, 64", STATED.map(|id| (STATED_ALTITUDE, stated(id)))));
    let title = format!(
        "A ship that comes back pays for altitude: at {TOLD_ALTITUDE} km Starship keeps {:.0} %, \
            Falcon 9 {:.0} %",
        polar("starship_v3", TOLD_ALTITUDE),
        polar("falcon9", TOLD_ALTITUDE)
    );
    figure(
        picture(
            "launch-payload",
            &title,
            "Solid: sun-synchronous orbits from 28.5 deg latitude; Falcon 9 and New Glenn bring \
             back the booster alone, Starship and Nova both stages",
            "skyrack: physics::ascent through the stages of the catalog; dots: both payloads by \
             the maker, upper stage expended",
        ),
        (Measure::new("Altitude", "km"), Measure::new("Payload, share of that to low orbit", "%")),
        (Scale::Linear, Scale::Linear),
        series,
    )
}

fn flown(id: &str) -> VehiclePayload {
    let case = open("reference-2026", &[format!("launch.vehicle={id}")]).unwrap().nominal();
    vehicle(&case).unwrap()
}

fn sun_synchronous(altitude: f64) -> Angle {
    sun_synchronous_inclination(EARTH_RADIUS + Length::new::<kilometer>(altitude)).unwrap()
}

fn share(vehicle: &VehiclePayload, altitude: f64, inclination: Angle) -> f64 {
    let sites = Sites::one(Angle::new::<degree>(28.5));
    let ascent = Ascent::to_circular(sites, Length::new::<kilometer>(altitude), inclination);
    100.0 * (vehicle.payload(&ascent) / vehicle.low_orbit_payload()).base()
}

fn stated(id: &str) -> f64 {
    let payload = |quantity: &str| {
        let address = format!("launch_vehicles.{id}.{quantity}");
        Catalog::builtin().value(&address, 2026).unwrap().nominal
    };
    100.0 * payload("payload_sso600") / payload("payload_leo_expendable")
}
