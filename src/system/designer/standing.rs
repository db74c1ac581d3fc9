//! How a design stands beside others: one that cannot be launched comes last, as not every gate of
//! it can be judged.

use crate::system::evaluation::{Evaluation, GateState, N_GATES};
use crate::system::value::Value;

/// Bits of a cost that a tie ignores: designs within a part in 10⁹ cost the same.
const IGNORED_BITS: u32 = 22;

/// How a design stands: gates first, then cost, then what is simpler.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DesignStanding {
    /// Largest relative violation of a gate; zero where all hold.
    pub violation: f64,
    /// Gates that fail, a bit each in the order of the table.
    pub fails: u16,
    /// Cost per IT energy in base units; infinite where there is none.
    pub cost: f64,
    /// Launches that have to succeed.
    pub launches: f64,
    /// Satellites, spare ones included.
    pub satellites: f64,
}

impl DesignStanding {
    /// Of a design that does not exist.
    pub const NONE: Self = Self {
        violation: f64::INFINITY,
        fails: u16::MAX,
        cost: f64::INFINITY,
        launches: f64::INFINITY,
        satellites: f64::INFINITY,
    };

    /// Of an evaluation.
    pub fn of(evaluation: &Evaluation) -> Self {
        let failing = evaluation.gates.iter().filter(|gate| !gate.ok);
        let violation = |margin: Option<f64>| margin.map_or(f64::INFINITY, |margin| -margin);
        let worst = failing.map(|gate| violation(gate.margin)).fold(0.0, f64::max);
        let cost = evaluation.priced().map(|priced| priced.result.per_energy.to_base());
        let launches = evaluation.launches().map(|launches| launches.count.base());
        let satellites = evaluation.satellites().map(|satellites| satellites.all().base());
        Self {
            violation: worst,
            fails: fails(&evaluation.gates),
            cost: cost.filter(|cost| !cost.is_nan()).unwrap_or(f64::INFINITY),
            launches: launches.unwrap_or(f64::INFINITY),
            satellites: satellites.unwrap_or(f64::INFINITY),
        }
    }

    /// The same where violations up to a bound count as none.
    #[must_use]
    pub fn within(self, allowed: f64) -> Self {
        let is_allowed = self.violation <= allowed;
        let violation = if is_allowed { 0.0 } else { self.violation };
        Self { violation, ..self }
    }

    /// Whether every gate holds and the design has a cost.
    pub fn is_feasible(&self) -> bool {
        self.violation <= 0.0 && self.cost.is_finite()
    }

    /// Whether two designs fail, but never the same gate: one between them may hold all.
    pub fn fails_otherwise(&self, other: &Self) -> bool {
        self.fails != 0 && other.fails != 0 && self.fails & other.fails == 0
    }

    /// Whether this design is to be preferred.
    pub fn beats(&self, other: &Self) -> bool {
        self.key() < other.key()
    }

    /// Lower is better; a total order, so that nothing depends on the order of trials. Numbers that
    /// are not negative order like their bits.
    fn key(&self) -> (bool, u64, u64, u64, u64) {
        let rounded = |number: f64| number.max(0.0).to_bits() >> IGNORED_BITS;
        let whole = |number: f64| number.max(0.0).to_bits();
        let has_none = !self.cost.is_finite();
        let cost = if has_none { f64::INFINITY } else { self.cost };
        let (launches, satellites) = (whole(self.launches), whole(self.satellites));
        (has_none, rounded(self.violation), rounded(cost), launches, satellites)
    }
}

fn fails(gates: &[GateState; N_GATES]) -> u16 {
    let bit = |(at, gate): (usize, &GateState)| u16::from(!gate.ok) << at;
    gates.iter().enumerate().map(bit).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: DesignStanding =
        DesignStanding { violation: 0.0, fails: 0, cost: 2.0, launches: 6.0, satellites: 11.0 };

    #[test]
    fn gates_come_before_cost_and_cost_before_what_is_simpler() {
        let cheap_and_broken = DesignStanding { violation: 0.1, cost: 1.0, ..GOOD };
        let simpler = DesignStanding { launches: 5.0, cost: 2.0 * (1.0 + 1.0e-12), ..GOOD };
        let dearer = DesignStanding { cost: 2.0 * (1.0 + 1.0e-7), launches: 1.0, ..GOOD };
        assert!(GOOD.beats(&cheap_and_broken) && !cheap_and_broken.beats(&GOOD));
        assert!(simpler.beats(&GOOD) && !GOOD.beats(&simpler));
        assert!(GOOD.beats(&dearer) && GOOD.beats(&DesignStanding::NONE));
        assert!(!GOOD.beats(&GOOD));
        assert!(cheap_and_broken.within(0.1).is_feasible());
        assert!(!cheap_and_broken.within(0.09).is_feasible());
    }
}
