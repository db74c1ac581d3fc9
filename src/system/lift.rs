//! What a launch carries to the orbit of a case, whatever is launched.

use super::inputs::Case;
use crate::domain::DomainError;
use crate::physics::ascent::{Ascent, Sites, Stages, VehiclePayload};
use crate::physics::atmosphere::density;
use crate::physics::drag::corotation_factor;
use crate::physics::environment::Environment;
use crate::physics::orbit_raising::{PlannedWay, RaisingPath};
use crate::physics::radiation::Belts;
use crate::units::{Length, Mass, MassDensity};

/// The way from where a launch leaves a satellite to its working orbit, with the belts on it.
pub type WayUp = PlannedWay<Belts>;

/// What a launch carries to the orbit of a case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lift {
    /// Ascent to the orbit in which the launch leaves them, beyond the low orbit.
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
        let ascent = Ascent::to_circular(sites, case.separation(), environment.inclination);
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

/// The way of a case from where a launch leaves its satellites; none where that is the working
/// orbit.
///
/// # Errors
/// [`DomainError`] where there is no such way.
pub(super) fn way_up(case: &Case, environment: &Environment) -> Result<Option<WayUp>, DomainError> {
    let from = case.separation();
    if from >= case.orbit.altitude {
        return Ok(None);
    }
    let inclination = environment.inclination;
    let path = RaisingPath {
        from,
        to: case.orbit.altitude,
        from_inclination: inclination,
        to_inclination: inclination,
    };
    let air = |altitude: Length| {
        let still = density(altitude, case.environment.solar_activity)
            .map_or(MassDensity::from_base(0.0), |density| density.value);
        still * corotation_factor(altitude, inclination)
    };
    PlannedWay::new(&path, air, Belts::of).map(Some)
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
