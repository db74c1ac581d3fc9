//! Payload over altitude.

use skyrack::catalog::Catalog;
use skyrack::charts::{Lines, Measure, Scale, Series};
use skyrack::constants::EARTH_RADIUS;
use skyrack::physics::ascent::VehiclePayload;
use skyrack::physics::orbit::sun_synchronous_inclination;
use skyrack::units::{Angle, Length, Mass, Time, degree, kilogram, kilometer, second};

use super::{curve, dashed, dots, figure, picture, places};

/// Vehicle, its entry of the catalog and the row of the specific impulse of its upper stage.
const VEHICLES: [(&str, &str, &str); 4] = [
    ("Falcon 9", "falcon9", "model.falcon9.specific_impulse"),
    ("New Glenn", "new_glenn_7x2", "model.new_glenn_7x2.specific_impulse"),
    ("Starship", "starship_v3", "model.starship_v3.specific_impulse"),
    ("Nova", "nova", "launch_vehicles.nova.isp_stage2"),
];
/// Vehicles whose maker states both payloads.
const STATED: [&str; 2] = ["ariane62", "ariane64"];
/// Altitude of the stated sun-synchronous payload, in kilometers.
const STATED_ALTITUDE: f64 = 600.0;
/// Inclination of the dashed curve, in degrees.
const MIDDLE: f64 = 53.0;

pub(crate) fn payload_over_altitude() -> Lines {
    let altitudes = places((200.0, 2_000.0), 91);
    let mut series: Vec<Series> = VEHICLES
        .iter()
        .map(|&(name, id, impulse)| {
            let vehicle = vehicle(id, impulse);
            curve(name, &altitudes, |altitude| share(&vehicle, altitude, sun_synchronous(altitude)))
        })
        .collect();
    let (_, id, impulse) = VEHICLES[0];
    let falcon9 = vehicle(id, impulse);
    series.push(dashed(curve("Falcon 9, 53 deg", &altitudes, |altitude| {
        share(&falcon9, altitude, Angle::new::<degree>(MIDDLE))
    })));
    series.push(dots("Ariane 62, 64", STATED.map(|id| (STATED_ALTITUDE, stated(id)))));
    figure(
        picture(
            "launch-payload",
            "A ship that comes back pays for altitude: at 1200 km Starship keeps 37 %, Falcon 9 56 \
             %",
            "Solid: sun-synchronous orbits, from 28.5 deg latitude; Falcon 9 and New Glenn bring \
             back the booster alone, Starship and Nova both stages",
            "skyrack: physics::ascent through the payloads of the catalog at 200 km and (derived) \
             600 km; dots: both payloads by the maker, upper stage expended",
        ),
        (Measure::new("Altitude", "km"), Measure::new("Payload, share of that to low orbit", "%")),
        (Scale::Linear, Scale::Linear),
        series,
    )
}

fn row(address: &str) -> f64 {
    Catalog::builtin().value(address, 2026).unwrap().nominal
}

fn vehicle(id: &str, impulse: &str) -> VehiclePayload {
    let payload = |quantity: &str| {
        Mass::new::<kilogram>(row(&format!("launch_vehicles.{id}.{quantity}_reusable")))
    };
    let impulse = Time::new::<second>(row(impulse));
    VehiclePayload::new(payload("payload_leo"), payload("payload_sso600"), impulse).unwrap()
}

fn sun_synchronous(altitude: f64) -> Angle {
    sun_synchronous_inclination(EARTH_RADIUS + Length::new::<kilometer>(altitude)).unwrap()
}

fn share(vehicle: &VehiclePayload, altitude: f64, inclination: Angle) -> f64 {
    let payload = vehicle.payload(Length::new::<kilometer>(altitude), inclination);
    100.0 * (payload / vehicle.low_orbit_payload()).base()
}

fn stated(id: &str) -> f64 {
    let payload = |quantity: &str| row(&format!("launch_vehicles.{id}.{quantity}"));
    100.0 * payload("payload_sso600") / payload("payload_leo_expendable")
}
