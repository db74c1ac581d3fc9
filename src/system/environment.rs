//! The environment of a case, and the model that keeps environment and satellites from case to case: the one place of reuse.

use super::choices::PlaneKind;
use super::evaluate::{Evaluation, priced};
use super::inputs::{Case, Stage};
use super::satellites::Satellites;
use crate::domain::DomainError;
use crate::physics::ascent::Ascent;
use crate::physics::environment::Environment;
use crate::physics::orbit::{CircularOrbit, OrbitPlane};
use crate::physics::sun::{Epoch, SolarYear};

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

/// Evaluates cases one after another and keeps every stage while the inputs that it and those before it read stay the same.
#[derive(Debug, Clone)]
pub struct Model {
    year: Box<SolarYear>,
    /// The case of the stages below.
    case: Case,
    environment: Result<Environment, DomainError>,
    satellites: Satellites,
}

impl Model {
    /// A model whose first stages are those of `case`.
    pub fn new(case: &Case) -> Self {
        let year = Box::new(SolarYear::new(case.start.year()));
        let environment = environment(case, &year);
        let satellites = Satellites::new(case, environment.as_ref().ok());
        Self { year, case: *case, environment, satellites }
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
        if !case.is_same_for(Stage::Satellites, &self.case) {
            self.move_to(case);
        }
        priced(case, &self.satellites)
    }

    fn move_to(&mut self, case: &Case) {
        if !case.is_same_for(Stage::Orbit, &self.case) {
            if case.start.year() != self.case.start.year() {
                *self.year = SolarYear::new(case.start.year());
            }
            self.environment = environment(case, &self.year);
        } else if case.launch_latitude != self.case.launch_latitude {
            self.environment = self.environment.map(|environment| Environment {
                ascent: ascent(case, &environment),
                ..environment
            });
        }
        self.satellites = Satellites::new(case, self.environment.as_ref().ok());
        self.case = *case;
    }
}
