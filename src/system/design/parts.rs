//! What follows from the case alone: equipment, battery and armor.

use super::Masses;
use crate::domain::DomainError;
use crate::physics::battery::BatteryParameters;
use crate::physics::meteoroid::{Armor, ArmorDuty, ArmorParameters};
use crate::physics::radiation::shield_mass;
use crate::system::inputs::Case;
use crate::units::{ArealMass, Length, Power, Ratio, fraction};

/// Masses that depend on IT power alone.
pub(super) fn equipment(case: &Case, it: Power) -> Masses {
    let added = (case.shielding.thickness - case.shielding.structure_thickness)
        .larger(Length::from_base(0.0));
    Masses {
        computers: it * (fraction(1.0) + case.it.spares) * case.it.specific_mass,
        shielding: shield_mass(added, case.shielding.area * it, case.shielding.density),
        avionics: case.satellite.avionics_mass,
        links: case.link.terminals * case.link.terminal_mass,
        ..Masses::default()
    }
}

/// The battery of a case.
pub const fn battery_parameters(case: &Case) -> BatteryParameters {
    BatteryParameters {
        specific_energy: case.battery.specific_energy,
        depth_limit: case.battery.depth_limit,
        cycles_at_reference: case.battery.cycles,
        reference_depth: case.battery.reference_depth,
        cycle_exponent: case.battery.cycle_exponent,
        round_trip_efficiency: case.battery.round_trip_efficiency,
        end_of_life_capacity: case.battery.end_of_life_capacity,
    }
}

/// Wall of the coolant tubes of a case, and what flies at it.
pub const fn armor_parameters(case: &Case) -> ArmorParameters {
    ArmorParameters {
        wall_density: case.armor.density,
        brinell_hardness: case.armor.hardness,
        wall_sound_speed: case.armor.sound_speed,
        meteoroid_density: case.armor.meteoroid_density,
        normal_speed: case.armor.meteoroid_speed,
        depth_factor: case.armor.depth_factor,
    }
}

/// Wall of the coolant tubes, and what it adds to the mass of the panels per area.
pub(super) fn armor_of(case: &Case) -> Result<(Length, ArealMass), DomainError> {
    let no_wall = Length::from_base(0.0);
    let share: Ratio = case.armor.tube_share;
    if share.base() <= 0.0 {
        return Ok((no_wall, ArealMass::from_base(0.0)));
    }
    let armor = Armor::new(armor_parameters(case))?;
    let wall = armor.wall(&ArmorDuty {
        area: case.armor.section * share,
        life: case.life(),
        altitude: case.orbit.altitude,
        survival: case.armor.survival,
        debris_factor: case.armor.debris_factor,
    });
    let added = (wall - case.armor.wall).larger(no_wall);
    Ok((wall, share * added * case.armor.density))
}
