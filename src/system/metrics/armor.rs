//! Armor of the coolant tubes.

use super::metrics;
use crate::units::Length;

metrics! {
    /// Armor of the coolant tubes.
    ArmorMetrics armor, with m, case, e;

    /// Thickness of the coolant tube wall that stops meteoroids and debris.
    thickness: Length, in "mm", "Armor wall thickness" = e.one()?.design.armor,
        "Single wall that a particle perforates in `armor.section` x `armor.tube_share` \
         within `satellite.life` from `mission.start` with probability 1 - `armor.survival`, as an \
         annulus around `armor.bore`; meteoroids and debris at `orbit.altitude` and \
         `orbit.inclination` in `environment.solar_activity`, with `armor.debris_factor`, \
         `armor.debris_growth`, `armor.debris_density` and `armor.debris_speed`; from \
         `armor.density`, `armor.hardness`, `armor.sound_speed`, `armor.meteoroid_density`, \
         `armor.meteoroid_speed`, `armor.depth_factor` and `armor.wall`.";
}
