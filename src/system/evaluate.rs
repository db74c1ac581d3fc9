//! One evaluation: a case and its environment in, what each stage found out.

use super::choices::{EmissionRecord, PowerSupply};
use super::costs::{self, GroundSide, LEAST_AVAILABILITY, OrbitSide};
use super::design::Design;
use super::environment::{OrbitYear, Surroundings};
use super::evaluation::{Evaluation, Flight, GateState, N_GATES};
use super::inputs::Case;
use super::notes::{Note, Notes};
use super::satellites::Satellites;
use super::verdict::gates;
use crate::units::{Power, Ratio};

impl Flight {
    /// Orbit and satellites of a case; `None` stands for an orbit that does not exist.
    pub fn new(case: &Case, surroundings: Option<&Surroundings>) -> Self {
        let Some(surroundings) = surroundings else {
            return Self { notes: Notes::of(Note::NoOrbit), ..Self::default() };
        };
        let orbit = Some(OrbitYear::new(case, &surroundings.environment));
        match Satellites::new(case, surroundings) {
            Ok((satellites, notes)) => Self { orbit, satellites: Some(satellites), notes },
            Err(note) => Self { orbit, satellites: None, notes: Notes::of(note) },
        }
    }

    /// Orbit and satellites of a case of which one satellite is known, with its IT power.
    pub(super) fn around(
        case: &Case,
        surroundings: &Surroundings,
        (it_power, design): (Power, &Result<Design, Note>),
    ) -> Self {
        let orbit = Some(OrbitYear::new(case, &surroundings.environment));
        let (satellites, notes) = Satellites::around(case, surroundings, it_power, design);
        Self { orbit, satellites: Some(satellites), notes }
    }
}

/// Evaluates a case in its surroundings; `None` stands for an orbit that does not exist.
///
/// Decisions that the case leaves open stay at the values it holds;
/// [`Evaluator`](super::evaluator::Evaluator) takes them.
///
/// Total: it neither fails nor panics. What does not exist is `None` in its stage, a gate that does
/// not hold, and a note that says why. No allocation; the same case gives the same evaluation, bit
/// for bit.
pub fn evaluate(case: &Case, surroundings: Option<&Surroundings>) -> Evaluation {
    priced(case, &Flight::new(case, surroundings))
}

/// Evaluates a case whose satellites are known: launches, prices and dates of both sides, and the
/// gates.
pub fn priced(case: &Case, flight: &Flight) -> Evaluation {
    priced_beside(case, flight, &costs::ground(case))
}

/// The same beside a ground side that is known.
pub fn priced_beside(case: &Case, flight: &Flight, ground: &GroundSide) -> Evaluation {
    priced_after(case, flight, ground, None)
}

/// The same where the share of the work that failures leave is known.
pub(super) fn priced_after(
    case: &Case,
    flight: &Flight,
    ground: &GroundSide,
    left: Option<Ratio>,
) -> Evaluation {
    let satellites = flight.satellites.as_ref();
    let orbital = satellites.and_then(|all| costs::orbit(case, all, ground, left));
    let mut evaluation = Evaluation {
        case: *case,
        flight: *flight,
        ground: *ground,
        orbital,
        gates: [GateState::default(); N_GATES],
        notes: flight.notes,
    };
    evaluation.notes = flight.notes.with(remarks(&evaluation));
    evaluation.gates = gates(&evaluation);
    evaluation
}

/// Remarks on both sides in time and money.
fn remarks(evaluation: &Evaluation) -> Notes {
    let case = &evaluation.case;
    let mut notes = evaluation
        .flight
        .satellites
        .as_ref()
        .zip(evaluation.orbital.as_ref())
        .map_or(Notes::default(), |(satellites, side)| remarks_on_orbit(case, satellites, side));
    notes.add_if(case.life() != case.it.life, Note::RetiredEarly);
    notes.add_if(case.ground.supply == PowerSupply::Solar, Note::SolarCarbon);
    notes.add_if(evaluation.ground.is_at_end, Note::StorageAtEnd);
    notes
}

fn remarks_on_orbit(case: &Case, satellites: &Satellites, side: &OrbitSide) -> Notes {
    let mut notes = Notes::default();
    let idle = side.availability < LEAST_AVAILABILITY;
    let launches = side.launches();
    notes.add_if(idle, Note::NoWork);
    let is_unknown = case.launch.emissions == EmissionRecord::Unknown;
    notes.add_if(is_unknown && launches.is_some(), Note::EmissionsUnknown);
    let reaches = satellites.lift.payload.is_some_and(|mass| mass.base() > 0.0);
    let unpaid = !idle && side.priced().is_none() && reaches;
    notes.add_if(unpaid && launches.is_none(), Note::DoesNotFit);
    notes.add_if(unpaid && launches.is_some(), Note::NeverStarts);
    let outlived = launches.is_some_and(|launches| launches.years_to_build > side.lives.satellite);
    notes.add_if(outlived, Note::SlowerThanLife);
    notes
}
