//! Where launches leave the satellites: orbits below the working one, from which they raise
//! themselves.
//!
//! Each orbit is told apart by the best design of the working orbit, with launches paid by the
//! share that a satellite takes; combinations and sizes are searched anew from those that may cost
//! less.

use super::bench::{DesignBench, Trial};
use super::ladder::with_other_separations;
use crate::economics::launch::Sharing;
use crate::system::decisions::Decision;
use crate::system::inputs::Case;
use crate::units::Length;

/// Orbits of separation at most.
const MOST_ORBITS: usize = 16;
/// By how much another combination or size may cost less than the one that is told.
const SLACK: f64 = 0.03;

impl DesignBench<'_> {
    /// The best of all combinations, each at its best size and from each orbit of separation.
    pub(super) fn configured(&mut self, start: &Case) -> Trial {
        let first = self.configured_here(start);
        if !self.is_open(Decision::Raising) {
            return first;
        }
        let mut best = self.judged(&first);
        for (altitude, cost) in self.orbits(&best).into_iter().flatten() {
            if cost * (1.0 - SLACK) < best.standing.cost || !best.standing.is_feasible() {
                let mut there = *start;
                there.launch.separation_altitude = altitude;
                let trial = self.configured_here(&there);
                best = best.or_better(self.judged(&trial));
            }
        }
        if !best.standing.is_feasible() {
            self.allow(best.standing.violation);
            best.standing = best.standing.within(self.allowed());
        }
        best
    }

    /// A design as it stands with no violation allowed, as none is from now on.
    fn judged(&mut self, trial: &Trial) -> Trial {
        let standing = self.standing_of(trial);
        self.allow(0.0);
        Trial { standing, ..*trial }
    }

    /// Other orbits of separation from which a design has a cost, and what it costs there on shared
    /// launches; the cheapest first.
    fn orbits(&mut self, best: &Trial) -> [Option<(Length, f64)>; MOST_ORBITS] {
        let mut orbits = [None; MOST_ORBITS];
        for (place, mut other) in orbits.iter_mut().zip(with_other_separations(&best.case)) {
            other.launch.sharing = Sharing::Shared;
            let cost = self.tried(&other).standing.cost;
            *place = cost.is_finite().then_some((other.launch.separation_altitude, cost));
        }
        let cost = |orbit: &Option<(Length, f64)>| orbit.map_or(f64::INFINITY, |(_, cost)| cost);
        orbits.sort_unstable_by(|one, other| cost(one).total_cmp(&cost(other)));
        orbits
    }
}
