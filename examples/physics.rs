//! Single functions of the physics, without a scenario.
//!
//! `cargo run --no-default-features --example physics`
#![allow(clippy::print_stdout, reason = "an example shows what it found")]

use skyrack::constants::EARTH_RADIUS;
use skyrack::physics::propulsion::{hohmann_delta_v, propellant_mass};
use skyrack::physics::view_factor::plate_to_earth;
use skyrack::units::{
    Angle, Length, Mass, Time, degree, kilogram, kilometer, meter_per_second, second,
};

fn main() {
    // Quantities carry their units: a length where a mass is asked for does not compile.
    let parking = Length::new::<kilometer>(250.0);
    let target = Length::new::<kilometer>(650.0);
    let delta_v = hohmann_delta_v(parking, target);
    println!("transfer 250 km to 650 km: {:.1} m/s", delta_v.get::<meter_per_second>());

    let satellite = Mass::new::<kilogram>(2_800.0);
    let specific_impulse = Time::new::<second>(220.0);
    let propellant = propellant_mass(satellite, delta_v, specific_impulse);
    println!("propellant at 220 s: {:.1} kg", propellant.get::<kilogram>());

    let radius_ratio = (EARTH_RADIUS + target) / EARTH_RADIUS;
    let facing = plate_to_earth(radius_ratio, Angle::new::<degree>(0.0));
    let edge_on = plate_to_earth(radius_ratio, Angle::new::<degree>(90.0));
    println!("view of the Earth: facing {:.3}, edge on {:.3}", facing.base(), edge_on.base());
}
