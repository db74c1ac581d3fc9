//! Evaluations of one case after another: what the last one found is kept where it still stands.

use super::decisions::OpenDecisions;
use super::designer::choose;
use super::environment::Surroundings;
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
    /// The case of the surroundings.
    place: Case,
    surroundings: Result<Surroundings, DomainError>,
    /// The case of the satellites.
    case: Case,
    flight: Flight,
}

impl Evaluator {
    /// An evaluator whose first stages are those of `case`.
    pub fn new(case: &Case) -> Self {
        let year = Box::new(SolarYear::new(case.mission.start.year()));
        let surroundings = Surroundings::new(case, &year);
        let flight = Flight::new(case, surroundings.as_ref().ok());
        Self { year, place: *case, surroundings, case: *case, flight }
    }

    /// What satellites of the last case meet.
    ///
    /// # Errors
    /// [`DomainError`] if its orbit does not exist.
    pub const fn surroundings(&self) -> Result<&Surroundings, DomainError> {
        match &self.surroundings {
            Ok(surroundings) => Ok(surroundings),
            Err(error) => Err(*error),
        }
    }

    /// The environment of the last case.
    ///
    /// # Errors
    /// [`DomainError`] if its orbit does not exist.
    pub fn environment(&self) -> Result<&Environment, DomainError> {
        self.surroundings().map(|surroundings| &surroundings.environment)
    }

    /// The Sun in the year of the last case.
    pub const fn year(&self) -> &SolarYear {
        &self.year
    }

    /// Evaluates a case; same case, same evaluation, whatever came before.
    pub fn evaluate(&mut self, case: &Case) -> Evaluation {
        if case.open.is_empty() {
            return self.evaluate_stated(case);
        }
        let designed = self.designed(case);
        let mut evaluation = self.evaluate_stated(&designed);
        evaluation.case.open = case.open;
        evaluation
    }

    /// Evaluates a case with nothing left open.
    fn evaluate_stated(&mut self, case: &Case) -> Evaluation {
        if !case.is_same_for(Stage::Satellites, &self.case) {
            self.move_to(case);
            self.flight = Flight::new(case, self.surroundings.as_ref().ok());
            self.case = *case;
        }
        priced(case, &self.flight)
    }

    /// The case with every decision taken; unchanged where its orbit does not exist.
    fn designed(&mut self, case: &Case) -> Case {
        self.move_to(case);
        let chosen = self.surroundings.as_ref().map(|surroundings| choose(case, surroundings));
        Case { open: OpenDecisions::NONE, ..chosen.map_or(*case, |chosen| chosen.case) }
    }

    /// Takes the surroundings of a case; the satellites are those of the last one still.
    fn move_to(&mut self, case: &Case) {
        if !case.is_same_for(Stage::Orbit, &self.place) {
            if case.mission.start.year() != self.place.mission.start.year() {
                *self.year = SolarYear::new(case.mission.start.year());
            }
            self.surroundings = Surroundings::new(case, &self.year);
            self.place = *case;
        } else if !case.is_same_for(Stage::Launch, &self.place) {
            let moved = |known: Surroundings| Surroundings::of(case, known.environment);
            self.surroundings = self.surroundings.map(moved);
            self.place = *case;
        }
    }
}
