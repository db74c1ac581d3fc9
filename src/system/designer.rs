//! The designer: gives every decision that a case leaves open the value with which computing in
//! orbit costs least.
//!
//! One objective, `orbit.cost_per_it_energy`, over one feasible set: the designs that hold every
//! gate. Where no design does, the one whose worst relative violation is least. Each decision is
//! one of a ladder of values that does not depend on the case, so that a better part offers a
//! designer more and never less.

mod alternatives;
mod bench;
mod configurations;
mod counts;
mod ladder;
mod screen;
mod size;
mod standing;

pub use self::alternatives::alternatives;
pub use self::standing::DesignStanding;

use self::bench::DesignBench;
use super::decisions::{Decision, OpenDecisions};
use super::environment::Surroundings;
use super::evaluation::Evaluation;
use super::inputs::Case;

/// Rounds over all ladders at most; a round that changes nothing ends them.
const MOST_ROUNDS: usize = 4;

/// A design that was chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chosen {
    /// The case with every decision taken.
    pub case: Case,
    /// How it stands.
    pub standing: DesignStanding,
    /// Satellites that were closed on the way.
    pub closed: u32,
    /// Designs that were priced on the way.
    pub priced: u32,
}

/// Takes the decisions that a case leaves open.
pub fn choose(case: &Case, surroundings: &Surroundings) -> Chosen {
    let mut bench = DesignBench::new(case, surroundings);
    let start = ladder::started(case, &surroundings.environment);
    let mut best = bench.configured(&start);
    let sized = best.case;
    for _ in 0..MOST_ROUNDS {
        let before = best.case;
        for decision in Decision::ALL.into_iter().filter(|decision| case.open.has(*decision)) {
            best = bench.climbed(&best, decision);
        }
        if best.case == before {
            break;
        }
    }
    if best.case != sized {
        best = best.or_better(bench.sized_anew(&best.case));
        let climbed = ladder::with_climbed(&start, &best.case);
        best = best.or_better(bench.configured(&climbed));
    }
    Chosen {
        case: best.case,
        standing: best.standing,
        closed: bench.closed(),
        priced: bench.priced(),
    }
}

/// The case with all that is open as it was chosen.
pub fn frozen(evaluation: &Evaluation) -> Case {
    Case { open: OpenDecisions::NONE, ..evaluation.case }
}
