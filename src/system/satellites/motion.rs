//! How a satellite moves, and how it leaves its orbit.

use crate::physics::atmosphere::HIGHEST_ALTITUDE;
use crate::physics::drag::{drag_area_per_mass, lifetime};
use crate::physics::end_of_life::{
    Piece, casualty_area, casualty_expectation, graveyard_rise, may_stay, pressure_coefficient,
};
use crate::physics::environment::Environment;
use crate::physics::propulsion::{ideal_delta_v, propellant_mass};
use crate::system::choices::Disposal;
use crate::system::design::{Design, graveyard, panel_ram_share};
use crate::system::inputs::Case;
use crate::system::notes::{Note, Notes};
use crate::units::{Area, AreaPerMass, Mass, Ratio, Time, Velocity, complement, fraction, pick};

/// How a satellite moves, and how it leaves its orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Motion {
    /// Velocity change over the life.
    pub delta_v: Velocity,
    /// Time to re-entry by drag alone from the end of the mission; none where it does not decay.
    pub decay: Option<Time>,
    /// Time from the end of the mission until the satellite has left the protected orbits; none
    /// where it does not.
    pub disposal_time: Option<Time>,
    /// People whom what reaches the ground of one satellite is expected to hit.
    pub casualties: Ratio,
}

impl Motion {
    pub(super) fn new(case: &Case, environment: &Environment, design: &Design) -> Self {
        let decay = decay_time(case, environment, design);
        let duration = Some(case.propulsion.disposal_duration);
        Self {
            delta_v: delta_v(case, design),
            decay,
            disposal_time: match case.propulsion.disposal {
                Disposal::Burn | Disposal::Spiral | Disposal::Controlled => duration,
                Disposal::Decay => decay,
                Disposal::Raise => duration.filter(|_| is_in_graveyard(case, design)),
            },
            casualties: casualties(case, design),
        }
    }

    pub(super) fn remarks(&self, case: &Case, environment: &Environment) -> Notes {
        let mut notes = Notes::default();
        notes.add_if(environment.altitude > HIGHEST_ALTITUDE, Note::NoDrag);
        let is_raised = case.propulsion.disposal == Disposal::Raise;
        notes.add_if(is_raised && self.disposal_time.is_none(), Note::StillProtected);
        notes
    }
}

/// Velocity change over the life, by both ways of thrust.
fn delta_v(case: &Case, design: &Design) -> Velocity {
    let (propulsion, masses) = (&case.propulsion, &design.masses);
    let burn = design.farewell.burn;
    let burnt = propellant_mass(masses.dry, burn, propulsion.burn_impulse);
    let rest: Mass = masses.propellant - burnt;
    ideal_delta_v(masses.dry + burnt, rest, propulsion.specific_impulse) + burn
}

/// Whether a raised satellite stays clear of what is protected.
fn is_in_graveyard(case: &Case, design: &Design) -> bool {
    let area: AreaPerMass = (design.array_area + design.panel_area) / design.masses.dry;
    let rise = graveyard_rise(pressure_coefficient(complement(case.array.solar_absorptance)), area);
    may_stay(graveyard(case), rise)
}

/// People hit where nobody steers the re-entry.
fn casualties(case: &Case, design: &Design) -> Ratio {
    let (propulsion, satellite) = (&case.propulsion, &case.satellite);
    let falls_free = match propulsion.disposal {
        Disposal::Decay | Disposal::Spiral => true,
        Disposal::Burn => propulsion.disposal_perigee > propulsion.entry_perigee,
        Disposal::Controlled | Disposal::Raise => false,
    };
    let surviving: Mass = design.masses.dry * satellite.surviving_share;
    let piece = Piece { mass: satellite.piece_mass, area: satellite.piece_area };
    let expected =
        casualty_expectation(casualty_area(surviving, &piece), case.environment.ground_population);
    pick(falls_free, expected, fraction(0.0))
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
