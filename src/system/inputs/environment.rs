//! Sun, Earth and space around the orbit.

use super::inputs;
use crate::physics::atmosphere::SolarActivity;
use crate::physics::radiation::SolarCycle;
use crate::units::{Count, CountRate, DoseRate, Irradiance, Ratio};

inputs! {
    /// Sun, Earth and space around the orbit.
    Environment environment;

    /// Orbit-mean albedo of the Earth, for the yearly yield of the array.
    albedo: Ratio, in "1" 0..=1 from "model.environment.albedo"
        label "Earth albedo" in Orbit, better Neither, Nature, read by Satellites, stream 100;

    /// Albedo of the Earth in the hot case that sizes the radiator.
    albedo_hot: Ratio, in "1" 0..=1 from "model.environment.albedo_hot"
        label "Earth albedo, hot case" in Orbit,
        better Lower, Convention, read by Satellites, stream 91;

    /// Infrared emission of the Earth, for the yearly yield of the array.
    earth_infrared: Irradiance, in "W/m2" 0..=500 from "model.environment.earth_infrared"
        label "Earth infrared" in Orbit, better Neither, Nature, read by Satellites, stream 101;

    /// Infrared emission of the Earth in the hot case that sizes the radiator.
    earth_infrared_hot: Irradiance, in "W/m2" 0..=500 from "model.environment.earth_infrared_hot"
        label "Earth infrared, hot case" in Orbit,
        better Lower, Convention, read by Satellites, stream 76;

    /// Level of solar activity that sets the density of the upper atmosphere.
    solar_activity: SolarActivity, in "choice" 0..=2 from "model.environment.solar_activity"
        label "Solar activity" in Orbit, better Neither, Nature, read by Launch, stream 200;

    /// Phase of the solar cycle that sets the dose of trapped particles.
    solar_cycle: SolarCycle, in "choice" 0..=2 from "model.environment.solar_cycle"
        label "Solar cycle phase" in Orbit, better Neither, Nature, read by Satellites, stream 201;

    /// Yearly fluence of solar protons over a tenth of the ten-year fluence at 90 % confidence;
    /// zero leaves them out.
    solar_protons: Ratio, in "1" 0..=10 from "model.environment.solar_protons"
        label "Solar proton fluence" in Orbit, better Lower, Nature, read by Satellites, stream 107;

    /// Dose rate of cosmic rays at the chips, whatever the shield.
    cosmic_ray_dose: DoseRate, in "rad/yr" 0..=1_000 from "model.environment.cosmic_ray_dose"
        label "Cosmic ray dose rate" in Orbit, better Lower, Nature, read by Satellites, stream 108;

    /// Solar storms per year that stop the computers.
    storms: CountRate, in "1/yr" 0..=100 from "model.radiation.storms"
        label "Solar storms per year" in Failures,
        better Lower, Nature, read by Satellites, stream 50;

    /// Number of people on the ground, anywhere on the Earth.
    ground_population: Count, in "1" 0..=1.0e12 from "model.reentry.ground_population"
        label "People on the ground" in Orbit,
        better Lower, Nature, read by Satellites, stream 417;

    /// Number of objects tracked in orbit today, to which the number of satellites is compared.
    tracked_objects: Count, in "1" 1..=1.0e9 from "environment.debris_tracked.count"
        label "Tracked objects in orbit" in Orbit,
        better Neither, Convention, read by Costs, stream 118;
}
