//! Armor of the coolant tubes.

use super::metrics;
use crate::units::Length;

metrics! {
    /// Armor of the coolant tubes.
    ArmorMetrics armor, with m, case, e;

    /// Thickness of the coolant tube wall that stops meteoroids and debris.
    thickness: Length, in "mm", "Armor wall thickness" = e.one()?.design.armor,
        "Single wall that a particle perforates in `armor.section` x `armor.tube_share` \
         within `satellite.life` with probability 1 - `armor.survival`, at `orbit.altitude` \
         with `armor.debris_factor`, from `armor.density`, `armor.hardness`, \
         `armor.sound_speed`, `armor.meteoroid_density`, `armor.meteoroid_speed` and \
         `armor.depth_factor`.";
}
