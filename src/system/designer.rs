//! The designer: gives every decision that a case leaves open the value with which computing in
//! orbit costs least.
//!
//! One objective, `orbit.cost_per_it_energy`, over one feasible set: the designs that hold every
//! gate. Where no design does, the one whose worst relative violation is least. Each decision is
//! one of a ladder of values that does not depend on the case, so that a better part offers a
//! designer more and never less.

mod alternatives;
mod bench;
mod combinations;
mod configurations;
mod counts;
mod failures;
mod ladder;
mod neighbors;
mod screen;
mod separations;
mod size;
mod standing;
mod violations;

pub use self::alternatives::alternatives;
pub use self::standing::DesignStanding;

use self::bench::{DesignBench, Trial};
use super::decisions::{Decision, OpenDecisions};
use super::environment::Surroundings;
use super::evaluation::Evaluation;
use super::inputs::Case;

/// Rounds over sizes and combinations at most; one that changes nothing ends them.
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
    let start = ladder::started(case, surroundings);
    let mut best = bench.searched(&start);
    if bench.do_terminals_follow(case) {
        bench.leave_out_a_terminal();
        best = best.or_better(bench.searched(&start));
    }
    Chosen {
        case: best.case,
        standing: bench.standing_of(&best),
        closed: bench.closed(),
        priced: bench.priced(),
    }
}

/// Whether what satellites do changes by steps with their size: how many of them share a job, and
/// how many terminals carry what they exchange.
fn case_steps(case: &Case) -> bool {
    case.it.interconnect_need.base() > 0.0
}

impl DesignBench<'_> {
    /// The best of all combinations, moved step by step.
    fn searched(&mut self, start: &Case) -> Trial {
        let start = self.smoothed(start);
        let best = self.configured(&start);
        let mut best = self.moved_by_one_of(&best, &[Decision::EclipseShare]);
        if ladder::are_gates_moved(&start) || self.is_open(Decision::Raising) {
            best = self.moved(&best);
        }
        if ladder::are_gates_moved(&start) {
            best = self.moved_by_one_of(&best, &Decision::ALL);
        }
        if self.is_open(Decision::Size) && case_steps(&start) {
            best = self.scanned(&best);
        }
        best
    }

    /// The best of many sizes around a design whose work changes by steps with its size, and of
    /// moves from there.
    fn scanned(&mut self, from: &Trial) -> Trial {
        let mut best = self.on_a_grid_of_sizes(from);
        for _ in 0..MOST_ROUNDS {
            let before = best.standing;
            best = self.around_widely(&best);
            best = self.moved(&best);
            if best.standing == before {
                break;
            }
        }
        best
    }
}

/// The case with all that is open as it was chosen.
pub fn frozen(evaluation: &Evaluation) -> Case {
    Case { open: OpenDecisions::NONE, ..evaluation.case }
}
