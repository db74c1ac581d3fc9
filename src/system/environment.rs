//! The orbit of a case, its environment, and the year that both give.

use super::choices::PlaneKind;
use super::inputs::Case;
use crate::domain::DomainError;
use crate::physics::ascent::{Ascent, Sites};
use crate::physics::environment::Environment;
use crate::physics::orbit::{CircularOrbit, OrbitPlane};
use crate::physics::sun::{Epoch, SolarYear};
use crate::units::{Angle, Ratio, Time};

/// The orbit of a case; its node is given at the start of the calendar year of `mission.start`.
///
/// # Errors
/// [`DomainError`] if no such orbit exists.
pub fn orbit(case: &Case) -> Result<CircularOrbit, DomainError> {
    let plane = match case.orbit.plane {
        PlaneKind::SunSynchronous => OrbitPlane::SunSynchronous { ltan: case.orbit.ltan },
        PlaneKind::Inclined => {
            OrbitPlane::Inclined { inclination: case.orbit.inclination, raan: case.orbit.raan }
        }
    };
    CircularOrbit::new(
        case.orbit.altitude,
        plane,
        Epoch::from_calendar(case.mission.start.year(), 1, 1)?,
    )
}

/// The environment of a case.
///
/// # Errors
/// [`DomainError`] if no such orbit exists.
pub fn environment(case: &Case, year: &SolarYear) -> Result<Environment, DomainError> {
    let environment = Environment::new(&orbit(case)?, year, case.radiator.attitude);
    Ok(Environment { ascent: ascent(case, &environment), ..environment })
}

/// The ascent of a case to the orbit of an environment, which is cheap beside the year of that
/// orbit.
pub(super) fn ascent(case: &Case, environment: &Environment) -> Ascent {
    let sites = Sites { latitude: case.launch.latitude, reference: case.launch.reference_latitude };
    Ascent::to_circular(sites, case.orbit.altitude, environment.inclination)
}

/// Orbit and year of a case, pins applied.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrbitYear {
    /// Orbital period.
    pub period: Time,
    /// Inclination.
    pub inclination: Angle,
    /// Share of the year in sunlight.
    pub sunlit_fraction: Ratio,
    /// Longest shadow of the year.
    pub eclipse_max: Time,
    /// Days touched by shadow.
    pub eclipse_days: Time,
    /// Eclipses in the year.
    pub eclipse_count: Ratio,
    /// Lowest angle of the Sun above the orbit plane.
    pub beta_min: Angle,
    /// Highest angle of the Sun above the orbit plane.
    pub beta_max: Angle,
}

impl OrbitYear {
    /// Of a case in its environment.
    pub(super) fn new(case: &Case, environment: &Environment) -> Self {
        Self {
            period: environment.period,
            inclination: environment.inclination,
            sunlit_fraction: sunlit_fraction(case, environment),
            eclipse_max: case.pins.eclipse_max.unwrap_or(environment.eclipse_max),
            eclipse_days: environment.eclipse_days,
            eclipse_count: environment.eclipse_count,
            beta_min: environment.beta_min,
            beta_max: environment.beta_max,
        }
    }
}

/// Share of the year in sunlight, as pinned or as the environment has it.
pub(super) fn sunlit_fraction(case: &Case, environment: &Environment) -> Ratio {
    case.pins.sunlit_fraction.unwrap_or(environment.sunlit_fraction)
}
