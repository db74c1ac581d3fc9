//! One evaluation: a case and its environment in, what each stage found out.

use super::choices::{EmissionRecord, PowerSupply};
use super::costs::{self, GroundSide, LEAST_AVAILABILITY, Launches, Offer, OrbitBurden, OrbitCost};
use super::costs::{OrbitSide, PricedOrbit, Program};
use super::design::Design;
use super::inputs::Case;
use super::metrics::{Metrics, numbers};
use super::notes::{Note, Notes};
use super::satellites::{Satellite, Satellites};
use super::verdict::{GateState, N_GATES, gates};
use crate::physics::environment::Environment;
use crate::system::environment::OrbitYear;
use crate::units::Ratio;
use std::ops::Mul;

/// What the stages before launches, prices and dates found; stands as long as no input of
/// [`Stage::Satellites`](super::inputs::Stage) or before it changes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Flight {
    /// The orbit and its year; none where the orbit does not exist.
    pub orbit: Option<OrbitYear>,
    /// The satellites; none without an orbit, or where none carries anything.
    pub satellites: Option<Satellites>,
    /// Remarks.
    pub notes: Notes,
}

impl Flight {
    /// Orbit and satellites of a case; `None` stands for an orbit that does not exist.
    pub fn new(case: &Case, environment: Option<&Environment>) -> Self {
        let Some(environment) = environment else {
            return Self { notes: Notes::of(Note::NoOrbit), ..Self::default() };
        };
        let orbit = Some(OrbitYear::new(case, environment));
        match Satellites::new(case, environment) {
            Ok((satellites, notes)) => Self { orbit, satellites: Some(satellites), notes },
            Err(note) => Self { orbit, satellites: None, notes: Notes::of(note) },
        }
    }

    /// One satellite, if it closes.
    pub fn satellite(&self) -> Option<&Satellite> {
        self.satellites.as_ref()?.one.as_ref()
    }
}

/// What one evaluation found, stage by stage; what does not exist is said once per stage.
///
/// [`metrics`](Self::metrics) reads every number of it by name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evaluation {
    /// The case.
    pub case: Case,
    /// Orbit and satellites.
    pub flight: Flight,
    /// The ground side.
    pub ground: GroundSide,
    /// The orbital side in time and money; none where the satellites do not close.
    pub orbital: Option<OrbitSide>,
    /// Every gate.
    pub gates: [GateState; N_GATES],
    /// Remarks.
    pub notes: Notes,
}

/// Evaluates a case in its environment; `None` stands for an orbit that does not exist.
///
/// Total: it neither fails nor panics. What does not exist is `None` in its stage, a gate that does
/// not hold, and a note that says why. No allocation; the same case gives the same evaluation, bit
/// for bit.
pub fn evaluate(case: &Case, environment: Option<&Environment>) -> Evaluation {
    priced(case, &Flight::new(case, environment))
}

/// Evaluates a case whose satellites are known: launches, prices and dates of both sides, and the
/// gates.
pub fn priced(case: &Case, flight: &Flight) -> Evaluation {
    let ground = costs::ground(case);
    let orbital =
        flight.satellites.as_ref().and_then(|satellites| costs::orbit(case, satellites, &ground));
    let mut evaluation = Evaluation {
        case: *case,
        flight: *flight,
        ground,
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
    notes.add_if(case.mission.life != case.it.life, Note::RetiredEarly);
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
    let reaches = satellites.payload.is_some_and(|mass| mass.base() > 0.0);
    let unpaid = !idle && side.priced().is_none() && reaches;
    notes.add_if(unpaid && launches.is_none(), Note::DoesNotFit);
    notes.add_if(unpaid && launches.is_some(), Note::NeverStarts);
    let outlived = launches.is_some_and(|launches| launches.years_to_build > side.lives.satellite);
    notes.add_if(outlived, Note::SlowerThanLife);
    notes
}

impl Evaluation {
    /// Every metric, each found when it is asked for.
    pub const fn metrics(&self) -> Metrics<'_> {
        Metrics(self)
    }

    /// Whether all that a reader sees is the same: metrics, gates and remarks, bit for bit.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        let same = |(one, another): (f64, f64)| one.to_bits() == another.to_bits();
        self.gates == other.gates
            && self.notes == other.notes
            && numbers(self).into_iter().zip(numbers(other)).all(same)
    }

    /// The orbit and its year.
    pub(super) const fn orbit(&self) -> Option<&OrbitYear> {
        self.flight.orbit.as_ref()
    }

    /// The satellites.
    pub(super) const fn satellites(&self) -> Option<&Satellites> {
        self.flight.satellites.as_ref()
    }

    /// One satellite that closes.
    pub(super) fn one(&self) -> Option<&Satellite> {
        self.flight.satellite()
    }

    /// A quantity of one satellite, times the working satellites.
    pub(super) fn all<Q: Mul<Ratio>>(&self, of: impl FnOnce(&Design) -> Q) -> Option<Q::Output> {
        Some(of(&self.one()?.design) * self.satellites()?.working())
    }

    /// The orbital side.
    pub(super) const fn side(&self) -> Option<&OrbitSide> {
        self.orbital.as_ref()
    }

    /// The orbital side, where its computers work.
    pub(super) fn program(&self) -> Option<&Program> {
        self.side()?.program.as_ref()
    }

    /// What a launch costs.
    pub(super) fn offer(&self) -> Option<&Offer> {
        self.program()?.offer.as_ref()
    }

    /// The launches that are booked.
    pub(super) fn launches(&self) -> Option<&Launches> {
        self.side()?.launches()
    }

    /// What the orbital side leaves to others.
    pub(super) fn burden(&self) -> Option<&OrbitBurden> {
        self.program()?.burden.as_ref()
    }

    /// Cost of the orbital side, launch aside.
    pub(super) fn cost(&self) -> Option<&OrbitCost> {
        self.program()?.cost.as_ref()
    }

    /// Cost of the orbital side with its launch.
    pub(super) fn priced(&self) -> Option<&PricedOrbit> {
        self.side()?.priced()
    }
}
