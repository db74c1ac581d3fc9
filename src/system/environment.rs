//! The environment of a case, computed once per distinct orbit: the one place of that reuse.

use super::choices::PlaneKind;
use super::evaluate::{Evaluation, evaluate};
use super::inputs::Case;
use crate::domain::DomainError;
use crate::physics::ascent::Ascent;
use crate::physics::environment::{Attitude, Environment};
use crate::physics::orbit::{CircularOrbit, OrbitPlane};
use crate::physics::sun::{Epoch, SolarYear};
use crate::units::{Angle, Length, Time};

/// The inputs that the environment depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrbitKey {
    start: Epoch,
    plane: PlaneKind,
    altitude: Length,
    ltan: Time,
    inclination: Angle,
    raan: Angle,
    attitude: Attitude,
}

impl OrbitKey {
    /// The inputs of a case that its environment depends on.
    pub const fn of(case: &Case) -> Self {
        Self {
            start: case.start,
            plane: case.plane,
            altitude: case.altitude,
            ltan: case.ltan,
            inclination: case.inclination,
            raan: case.raan,
            attitude: case.attitude,
        }
    }
}

/// The orbit of a case; its node is given at the start of the calendar year of `mission.start`.
///
/// # Errors
/// [`DomainError`] if no such orbit exists.
pub fn orbit(case: &Case) -> Result<CircularOrbit, DomainError> {
    let plane = match case.plane {
        PlaneKind::SunSynchronous => OrbitPlane::SunSynchronous { ltan: case.ltan },
        PlaneKind::Inclined => {
            OrbitPlane::Inclined { inclination: case.inclination, raan: case.raan }
        }
    };
    CircularOrbit::new(case.altitude, plane, Epoch::from_calendar(case.start.year(), 1, 1)?)
}

/// The environment of a case.
///
/// # Errors
/// [`DomainError`] if no such orbit exists.
pub fn environment(case: &Case, year: &SolarYear) -> Result<Environment, DomainError> {
    let environment = Environment::new(&orbit(case)?, year, case.attitude);
    Ok(Environment { ascent: ascent(case, &environment), ..environment })
}

/// The ascent of a case to the orbit of an environment, which is cheap beside the year of that orbit.
fn ascent(case: &Case, environment: &Environment) -> Ascent {
    Ascent::from_latitude(case.launch_latitude, case.altitude, environment.inclination)
}

/// Evaluates cases one after another and keeps the environment while the orbit stays the same.
#[derive(Debug, Clone)]
pub struct Model {
    year: Box<SolarYear>,
    key: OrbitKey,
    latitude: Angle,
    environment: Result<Environment, DomainError>,
}

impl Model {
    /// A model whose first environment is that of `case`.
    pub fn new(case: &Case) -> Self {
        let year = Box::new(SolarYear::new(case.start.year()));
        let environment = environment(case, &year);
        Self { year, key: OrbitKey::of(case), latitude: case.launch_latitude, environment }
    }

    /// The environment of the last case.
    ///
    /// # Errors
    /// [`DomainError`] if its orbit does not exist.
    pub const fn environment(&self) -> &Result<Environment, DomainError> {
        &self.environment
    }

    /// The Sun in the year of the last case.
    pub const fn year(&self) -> &SolarYear {
        &self.year
    }

    /// Evaluates a case; same case, same evaluation, whatever came before.
    pub fn evaluate(&mut self, case: &Case) -> Evaluation {
        let key = OrbitKey::of(case);
        if key != self.key {
            if case.start.year() != self.key.start.year() {
                *self.year = SolarYear::new(case.start.year());
            }
            self.environment = environment(case, &self.year);
            self.key = key;
        } else if case.launch_latitude != self.latitude {
            self.environment = self.environment.map(|environment| Environment {
                ascent: ascent(case, &environment),
                ..environment
            });
        }
        self.latitude = case.launch_latitude;
        evaluate(case, self.environment.as_ref().ok())
    }
}
