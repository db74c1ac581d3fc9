//! Armor of the coolant tubes.

use super::metrics;
use crate::units::{Length, Ratio};

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

    /// Probability that a section is whole at the end of the life.
    survival: Ratio, in "1", "Tube survival probability" = e.case.armor.survival,
        "`armor.survival` as stated; where it is automatic, walls and panels in place of lost \
         sections are weighed by what computing costs.";

    /// Installed over needed panel area, for sections that are lost.
    area_factor: Ratio, in "1", "Panel area for lost sections" = e.one()?.design.section_factor,
        "Sections needed, `radiator.heat` x `radiator.area_factor` / `radiator.net_flux` of one \
         satellite over `armor.section`; those installed of which, each lost with probability \
         1 - `armor.survival`, enough are whole with probability `armor.confidence` at the end of \
         the life, over those needed; one where `armor.tube_share` is zero.";
}
