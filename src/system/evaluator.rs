//! Evaluations of one case after another: what the last one found is kept where it still stands.

use super::decisions::OpenDecisions;
use super::designer::choose;
use super::environment::{ascent, environment};
use super::evaluate::priced;
use super::evaluation::{Evaluation, Flight};
use super::inputs::{Case, Stage};
use crate::domain::DomainError;
use crate::physics::environment::Environment;
use crate::physics::sun::SolarYear;

/// Evaluates cases one after another and keeps every stage while the inputs that it and those
/// before it read stay the same: the one place of such reuse.
#[derive(Debug, Clone)]
pub struct Evaluator {
    year: Box<SolarYear>,
    /// The case of the environment.
    orbit: Case,
    environment: Result<Environment, DomainError>,
    /// The case of the satellites.
    case: Case,
    flight: Flight,
}

impl Evaluator {
    /// An evaluator whose first stages are those of `case`.
    pub fn new(case: &Case) -> Self {
        let year = Box::new(SolarYear::new(case.mission.start.year()));
        let environment = environment(case, &year);
        let flight = Flight::new(case, environment.as_ref().ok());
        Self { year, orbit: *case, environment, case: *case, flight }
    }

    /// The environment of the last case.
    ///
    /// # Errors
    /// [`DomainError`] if its orbit does not exist.
    pub const fn environment(&self) -> Result<&Environment, DomainError> {
        match &self.environment {
            Ok(environment) => Ok(environment),
            Err(error) => Err(*error),
        }
    }

    /// The Sun in the year of the last case.
    pub const fn year(&self) -> &SolarYear {
        &self.year
    }

    /// Evaluates a case; same case, same evaluation, whatever came before.
    pub fn evaluate(&mut self, case: &Case) -> Evaluation {
        let open = case.open;
        let case = if open.is_empty() { *case } else { self.designed(case) };
        if !case.is_same_for(Stage::Satellites, &self.case) {
            self.move_to(&case);
        }
        let evaluation = priced(&case, &self.flight);
        Evaluation { case: Case { open, ..case }, ..evaluation }
    }

    /// The case with every decision taken; unchanged where its orbit does not exist.
    fn designed(&mut self, case: &Case) -> Case {
        self.move_orbit(case);
        let closed = Case { open: OpenDecisions::NONE, ..*case };
        let chosen = self.environment.as_ref().map(|environment| choose(case, environment));
        let chosen = chosen.map_or(closed, |chosen| chosen.case);
        Case { open: OpenDecisions::NONE, ..chosen }
    }

    fn move_to(&mut self, case: &Case) {
        self.move_orbit(case);
        self.flight = Flight::new(case, self.environment.as_ref().ok());
        self.case = *case;
    }

    /// Takes the orbit of a case; the satellites are those of the last one still.
    fn move_orbit(&mut self, case: &Case) {
        if !case.is_same_for(Stage::Orbit, &self.orbit) {
            if case.mission.start.year() != self.orbit.mission.start.year() {
                *self.year = SolarYear::new(case.mission.start.year());
            }
            self.environment = environment(case, &self.year);
        } else if case.launch.latitude != self.orbit.launch.latitude
            || case.launch.reference_latitude != self.orbit.launch.reference_latitude
        {
            self.environment = self.environment.map(|environment| Environment {
                ascent: ascent(case, &environment),
                ..environment
            });
        }
        self.orbit = *case;
    }
}
