//! What follows from the case alone: equipment, battery and armor.

use super::Masses;
use crate::domain::DomainError;
use crate::physics::battery::BatteryParameters;
use crate::physics::debris::{DebrisOrbit, TubeArmor, TubeDuty};
use crate::physics::environment::Environment;
use crate::physics::meteoroid::{Armor, ArmorDuty, ArmorParameters};
use crate::physics::radiation::shield_mass;
use crate::physics::sections::{Sections, SparePanels};
use crate::system::inputs::Case;
use crate::units::{ArealMass, Length, Power, Ratio, Time, YEAR_SECONDS, fraction};

/// From the start of 1988 to noon of 1 January 2000.
const FROM_1988_TO_J2000: Time = Time::from_base(12.0 * YEAR_SECONDS);

/// Masses that depend on IT power alone.
pub(super) fn equipment(case: &Case, it: Power) -> Masses {
    let added = (case.shielding.thickness - case.shielding.structure_thickness)
        .larger(Length::from_base(0.0));
    Masses {
        computers: it * (fraction(1.0) + case.it.spares) * case.it.specific_mass,
        shielding: shield_mass(added, case.shielding.area * it, case.shielding.density),
        avionics: case.satellite.avionics_mass,
        joints: case.joints() * case.satellite.joint_mass,
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

/// The coolant tubes of a case and what flies at them.
fn tube_armor(case: &Case) -> Result<TubeArmor, DomainError> {
    let parameters = armor_parameters(case);
    let debris = ArmorParameters {
        meteoroid_density: case.armor.debris_density,
        normal_speed: case.armor.debris_speed,
        ..parameters
    };
    Ok(TubeArmor {
        meteoroids: Armor::new(parameters)?,
        debris: Armor::new(debris)?,
        bore: case.armor.bore,
        bare: case.armor.wall,
    })
}

/// Debris around the orbit of a case in the middle of a satellite's life.
fn debris_orbit(case: &Case, environment: &Environment) -> DebrisOrbit {
    DebrisOrbit {
        altitude: case.orbit.altitude,
        inclination: environment.inclination,
        activity: case.environment.solar_activity,
        since_1988: case.mission.start.since_j2000() + case.life() / 2.0 + FROM_1988_TO_J2000,
        growth: case.armor.debris_growth,
    }
}

/// Panels in place of sections that are lost; none where no tubes are at stake.
pub(super) fn spare_panels(case: &Case) -> Result<Option<SparePanels>, DomainError> {
    let armor = &case.armor;
    let sections =
        Sections { area: armor.section, survival: armor.survival, confidence: armor.confidence };
    (armor.tube_share.base() > 0.0).then(|| SparePanels::new(&sections)).transpose()
}

/// Wall of the coolant tubes, and what it adds to the mass of the panels per area.
pub(super) fn armor_of(
    case: &Case,
    environment: &Environment,
) -> Result<(Length, ArealMass), DomainError> {
    let share: Ratio = case.armor.tube_share;
    if share.base() <= 0.0 {
        return Ok((Length::from_base(0.0), ArealMass::from_base(0.0)));
    }
    let tubes = tube_armor(case)?;
    let wall = tubes.wall(&TubeDuty {
        exposure: ArmorDuty {
            area: case.armor.section * share,
            life: case.life(),
            altitude: case.orbit.altitude,
            survival: case.armor.survival,
            debris_factor: fraction(1.0),
        },
        debris: debris_orbit(case, environment),
        debris_factor: case.armor.debris_factor,
    });
    Ok((wall, share * tubes.added(wall) * case.armor.density))
}
