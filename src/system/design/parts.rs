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
    let added = (case.shield_thickness - case.structure_thickness).larger(Length::from_base(0.0));
    Masses {
        computers: it * (fraction(1.0) + case.it_spares) * case.it_specific_mass,
        shielding: shield_mass(added, case.shield_area * it, case.shield_density),
        avionics: case.avionics_mass,
        links: case.terminals * case.terminal_mass,
        ..Masses::default()
    }
}

/// The battery of a case.
pub const fn battery_parameters(case: &Case) -> BatteryParameters {
    BatteryParameters {
        specific_energy: case.battery_specific_energy,
        depth_limit: case.battery_depth_limit,
        cycles_at_reference: case.battery_cycles,
        reference_depth: case.battery_reference_depth,
        cycle_exponent: case.battery_cycle_exponent,
        round_trip_efficiency: case.battery_round_trip,
        end_of_life_capacity: case.battery_end_of_life,
    }
}

/// Wall of the coolant tubes of a case, and what flies at it.
pub const fn armor_parameters(case: &Case) -> ArmorParameters {
    ArmorParameters {
        wall_density: case.armor_density,
        brinell_hardness: case.armor_hardness,
        wall_sound_speed: case.armor_sound_speed,
        meteoroid_density: case.meteoroid_density,
        normal_speed: case.meteoroid_speed,
        depth_factor: case.armor_depth_factor,
    }
}

/// Wall of the coolant tubes, and what it adds to the mass of the panels per area.
pub(super) fn armor_of(case: &Case) -> Result<(Length, ArealMass), DomainError> {
    let no_wall = Length::from_base(0.0);
    let share: Ratio = case.armor_tube_share;
    if share.base() <= 0.0 {
        return Ok((no_wall, ArealMass::from_base(0.0)));
    }
    let armor = Armor::new(armor_parameters(case))?;
    let wall = armor.wall(&ArmorDuty {
        area: case.armor_section * share,
        life: case.satellite_life,
        altitude: case.altitude,
        survival: case.armor_survival,
        debris_factor: case.debris_factor,
    });
    let added = (wall - case.armor_wall).larger(no_wall);
    Ok((wall, share * added * case.armor_density))
}
