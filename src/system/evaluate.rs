//! One evaluation: a case and its environment in, every metric, the gates and the notes out.

use super::choices::{EmissionRecord, PowerSupply};
use super::costs;
use super::inputs::Case;
use super::metrics::Outcome;
use super::notes::{Note, Notes};
use super::satellites::{Built, Satellites, report_area_time};
use super::verdict::{GateState, N_GATES, gates};
use crate::physics::environment::Environment;

/// What one evaluation gives.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Evaluation {
    /// Every metric.
    pub outcome: Outcome,
    /// Every gate.
    pub gates: [GateState; N_GATES],
    /// Remarks.
    pub notes: Notes,
}

/// Evaluates a case in its environment; `None` stands for an orbit that does not exist.
///
/// Total: it neither fails nor panics. What does not exist is `None` in the outcome, a gate that does not hold, and a
/// note that says why. No allocation; the same case gives the same evaluation, bit for bit.
pub fn evaluate(case: &Case, environment: Option<&Environment>) -> Evaluation {
    priced(case, &Satellites::new(case, environment))
}

/// Evaluates a case whose satellites are known: launches, prices and dates of both sides, and the gates.
pub fn priced(case: &Case, satellites: &Satellites) -> Evaluation {
    let mut evaluation = Evaluation {
        outcome: satellites.outcome,
        notes: satellites.notes,
        ..Evaluation::default()
    };
    let Evaluation { outcome, notes, .. } = &mut evaluation;
    let ground = costs::ground(case);
    costs::report_ground(case, &ground, outcome);
    if let Some(built) = &satellites.built {
        costs::orbit(case, built, &ground, outcome);
        report_area_time(outcome);
        note_costs(case, built, outcome, notes);
    }
    notes.add_if(case.satellite_life != case.it_life, Note::RetiredEarly);
    notes.add_if(case.supply == PowerSupply::Solar, Note::SolarCarbon);
    notes.add_if(ground.is_at_the_end(), Note::StorageAtEnd);
    evaluation.gates = gates(case, &evaluation.outcome);
    evaluation
}

fn note_costs(case: &Case, built: &Built, outcome: &Outcome, notes: &mut Notes) {
    let idle = outcome.orbit_availability.is_some_and(|share| share < costs::LEAST_AVAILABILITY);
    notes.add_if(idle, Note::NoWork);
    notes.add_if(
        case.emissions == EmissionRecord::Unknown && outcome.carbon_orbit.is_some(),
        Note::EmissionsUnknown,
    );
    let reaches = built.payload.is_some_and(|mass| mass.base() > 0.0);
    let unpaid = !idle && outcome.launch_cost.is_none() && reaches;
    notes.add_if(unpaid && outcome.launch_count.is_none(), Note::DoesNotFit);
    notes.add_if(unpaid && outcome.launch_count.is_some(), Note::NeverStarts);
    let outlived = outcome.years_to_build.zip(outcome.orbit_life);
    notes.add_if(outlived.is_some_and(|(build, life)| build > life), Note::SlowerThanLife);
}
