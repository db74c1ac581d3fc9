//! The orbit of a case, its environment, what a launch carries there, and the year of the orbit.

use super::choices::PlaneKind;
use super::inputs::Case;
use super::lift::{Lift, WayUp, way_up};
use crate::domain::DomainError;
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
    Ok(Environment::new(&orbit(case)?, year, case.radiator.attitude))
}

/// What satellites of a case meet, whatever their design.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Surroundings {
    /// Sun, Earth and particles around the orbit.
    pub environment: Environment,
    /// What a launch carries there.
    pub lift: Lift,
    /// The way from where the launch leaves them; none where that is the working orbit, an error
    /// where there is no such way.
    pub way: Result<Option<WayUp>, DomainError>,
}

impl Surroundings {
    /// Of a case in a year of the Sun.
    ///
    /// # Errors
    /// [`DomainError`] if no such orbit exists.
    pub fn new(case: &Case, year: &SolarYear) -> Result<Self, DomainError> {
        environment(case, year).map(|environment| Self::of(case, environment))
    }

    /// Of a case whose environment is known.
    pub fn of(case: &Case, environment: Environment) -> Self {
        Self { lift: Lift::new(case, &environment), way: way_up(case, &environment), environment }
    }
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
