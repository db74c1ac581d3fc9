//! How a satellite moves, and how it leaves its orbit.

use crate::physics::atmosphere::HIGHEST_ALTITUDE;
use crate::physics::drag::{drag_area_per_mass, lifetime};
use crate::physics::environment::Environment;
use crate::physics::propulsion::ideal_delta_v;
use crate::system::choices::Disposal;
use crate::system::design::{Design, panel_ram_share};
use crate::system::inputs::Case;
use crate::system::notes::{Note, Notes};
use crate::units::{Area, Time, Velocity};

/// How a satellite moves, and how it leaves its orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Motion {
    /// Velocity change over the life.
    pub delta_v: Velocity,
    /// Time to re-entry by drag alone from the end of the mission; none where it does not decay.
    pub decay: Option<Time>,
    /// Time from the end of the mission to re-entry.
    pub disposal_time: Option<Time>,
}

impl Motion {
    pub(super) fn new(case: &Case, environment: &Environment, design: &Design) -> Self {
        let masses = &design.masses;
        let decay = decay_time(case, environment, design);
        Self {
            delta_v: ideal_delta_v(masses.dry, masses.propellant, case.propulsion.specific_impulse),
            decay,
            disposal_time: match case.propulsion.disposal {
                Disposal::Burn | Disposal::Spiral => Some(case.propulsion.disposal_duration),
                Disposal::Decay => decay,
            },
        }
    }

    #[expect(clippy::unused_self, reason = "a remark of this stage, said like those of the others")]
    pub(super) fn remarks(&self, environment: &Environment) -> Notes {
        let mut notes = Notes::default();
        notes.add_if(environment.altitude > HIGHEST_ALTITUDE, Note::NoDrag);
        notes
    }
}

fn decay_time(case: &Case, environment: &Environment, design: &Design) -> Option<Time> {
    let across: Area = environment.ram_share_array * design.array_area
        + panel_ram_share(case, environment) * design.panel_area;
    let area = drag_area_per_mass(case.propulsion.drag_coefficient, across, design.masses.dry);
    let (activity, floor) = (case.environment.solar_activity, case.propulsion.decay_floor);
    lifetime(environment.altitude, area, activity, floor)
        .ok()
        .filter(|life| area.base() > 0.0 && !life.is_lower_bound)
        .map(|life| life.time)
}
