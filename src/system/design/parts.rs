//! What follows from the case alone: equipment and battery.

use super::Masses;
use crate::domain::DomainError;
use crate::physics::battery::{Battery, BatteryParameters};
use crate::physics::radiation::shield_mass;
use crate::system::inputs::Case;
use crate::units::{Length, Power, fraction};

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

pub(super) fn battery_of(case: &Case) -> Result<Battery, DomainError> {
    Battery::new(BatteryParameters {
        specific_energy: case.battery_specific_energy,
        depth_limit: case.battery_depth_limit,
        cycles_at_reference: case.battery_cycles,
        reference_depth: case.battery_reference_depth,
        cycle_exponent: case.battery_cycle_exponent,
        round_trip_efficiency: case.battery_round_trip,
        end_of_life_capacity: case.battery_end_of_life,
    })
}
