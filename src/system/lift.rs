//! What a launch carries to the orbit of a case, whatever is launched.

use super::inputs::Case;
use crate::domain::DomainError;
use crate::physics::ascent::{Ascent, Sites, Stages, VehiclePayload};
use crate::physics::environment::Environment;
use crate::units::Mass;

/// What a launch carries to the orbit of a case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lift {
    /// Ascent to the orbit beyond the low orbit.
    pub ascent: Ascent,
    /// Payload: as pinned, as stated, or what the stages give; none where no vehicle has the masses
    /// of the case.
    pub payload: Option<Mass>,
    /// Bound on the payload that the stages of the vehicle give; none where it is stated.
    pub bound: Option<Mass>,
}

impl Lift {
    /// Of a case in its environment.
    pub(super) fn new(case: &Case, environment: &Environment) -> Self {
        let launch = &case.launch;
        let sites = Sites { latitude: launch.latitude, reference: launch.reference_latitude };
        let ascent = Ascent::to_circular(sites, case.orbit.altitude, environment.inclination);
        let vehicle = vehicle(case).ok();
        let stated = (launch.capacity.base() > 0.0).then_some(launch.capacity);
        let given = || vehicle.map(|vehicle| vehicle.payload(&ascent));
        let own = vehicle.filter(|_| stated.is_none());
        Self {
            ascent,
            payload: case.pins.launch_payload.or(stated).or_else(given),
            bound: own.and_then(|vehicle| vehicle.payload_bound(&ascent)),
        }
    }
}

/// The launch vehicle of a case.
///
/// # Errors
/// [`DomainError`] where its masses contradict each other.
pub fn vehicle(case: &Case) -> Result<VehiclePayload, DomainError> {
    let launch = &case.launch;
    let stages = Stages {
        liftoff: launch.liftoff_mass,
        lower_burnout: launch.lower_burnout_mass,
        lower_specific_impulse: launch.lower_specific_impulse,
        dry: launch.stage_dry_mass,
        propellant: launch.stage_propellant,
        specific_impulse: launch.specific_impulse,
        relief: launch.loss_relief,
    };
    VehiclePayload::new(launch.payload_low_orbit, stages)
}
