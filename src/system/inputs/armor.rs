//! Armor of the coolant tubes.

use super::inputs;
use crate::units::{Area, Frequency, Length, MassDensity, Ratio, Velocity};

inputs! {
    /// Armor of the coolant tubes.
    Armor armor;

    /// Panel area that one pair of isolation valves cuts off, lost when its tubes are punctured.
    section: Area, in "m2" 0.01..=1.0e6 from "model.armor.section"
        label "Panel area per valve pair" in Radiator,
        better Lower, Design, read by Satellites, stream 58;

    /// Probability that no particle punctures the tubes of a section within the life of the
    /// satellite: with a thin wall more sections are lost, and panels stand in for them.
    survival: Ratio, in "1" 0.001..=0.999_999 from "model.armor.survival"
        label "Tube survival probability" in Radiator,
        better Neither, Design, read by Satellites, stream 64;
        choose Armor;

    /// Probability that enough sections of a satellite are whole at the end of its life.
    confidence: Ratio, in "1" 0.5..=0.999_999 from "model.armor.confidence"
        label "Confidence in whole sections" in Radiator,
        better Lower, Design, read by Satellites, stream 422;

    /// Exposed surface of coolant tubes per panel area.
    tube_share: Ratio, in "1" 0..=4 from "model.armor.tube_share"
        label "Tube surface per panel area" in Radiator,
        better Lower, Design, read by Satellites, stream 10;

    /// Thickness of the tube wall that `radiator.areal_mass` already contains.
    wall: Length, in "mm" 0..=100 from "model.armor.wall"
        label "Tube wall within panel mass" in Radiator,
        better Higher, Design, read by Satellites, stream 74;

    /// Inner diameter of the coolant tubes, around which the armor lies.
    bore: Length, in "mm" 0.1..=1_000 from "model.armor.bore"
        label "Bore of coolant tubes" in Radiator,
        better Neither, Design, read by Satellites, stream 413;

    /// Debris over that of the model of 1990 at its growth; zero leaves debris out.
    debris_factor: Ratio, in "1" 0..=1_000 from "model.armor.debris_factor"
        label "Debris factor on impacts" in Radiator,
        better Lower, Nature, read by Satellites, stream 71;

    /// Relative growth of small debris per year since 1988.
    debris_growth: Frequency, in "1/yr" 0..=0.2 from "model.armor.debris_growth"
        label "Growth of debris per year" in Radiator,
        better Lower, Nature, read by Satellites, stream 414;

    /// Density of debris.
    debris_density: MassDensity, in "kg/m3" 100..=3_000 from "model.armor.debris_density"
        label "Debris density" in Radiator, better Lower, Nature, read by Satellites, stream 415;

    /// Speed of debris normal to the wall.
    debris_speed: Velocity, in "km/s" 0.1..=20 from "model.armor.debris_speed"
        label "Debris speed" in Radiator, better Lower, Nature, read by Satellites, stream 416;

    /// Density of the armor.
    density: MassDensity, in "kg/m3" 2_000..=10_000 from "model.armor.density"
        label "Armor density" in Radiator, better Neither, Design, read by Satellites, stream 95;

    /// Brinell hardness number of the armor.
    hardness: Ratio, in "1" 10..=500 from "model.armor.hardness"
        label "Armor hardness" in Radiator, better Higher, Design, read by Satellites, stream 75;

    /// Speed of sound in the armor.
    sound_speed: Velocity, in "km/s" 0.1..=80 from "model.armor.sound_speed"
        label "Speed of sound in armor" in Radiator,
        better Higher, Design, read by Satellites, stream 86;

    /// Density of the meteoroids.
    meteoroid_density: MassDensity, in "kg/m3" 100..=3_000 from "model.armor.meteoroid_density"
        label "Meteoroid density" in Radiator, better Lower, Nature, read by Satellites, stream 84;

    /// Speed of the meteoroids normal to the wall.
    meteoroid_speed: Velocity, in "km/s" 0.1..=80 from "model.armor.meteoroid_speed"
        label "Meteoroid speed" in Radiator, better Lower, Nature, read by Satellites, stream 72;

    /// Wall thickness over depth of the crater in a thick wall: 1.8 prevents perforation, 3 also
    /// spall.
    depth_factor: Ratio, in "1" 1..=5 from "model.armor.depth_factor"
        label "Wall over crater depth" in Radiator,
        better Lower, Convention, read by Satellites, stream 68;
}
