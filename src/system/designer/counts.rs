//! Numbers of satellites: what a case may have, and what comes with them.

use crate::numeric::whole::whole_at_least;
use crate::system::inputs::Case;
use crate::units::{Count, Power, Ratio};

/// Most satellites of a fleet.
pub(super) const MOST_SATELLITES: f64 = 1.0e15;

/// The case with this number of satellites.
pub(super) fn with_count(case: &Case, count: f64) -> Case {
    let mut next = *case;
    next.satellite.count = Count::from_base(count);
    next.satellite.it_power = Power::from_base(0.0);
    next
}

/// What a case says of numbers of satellites, in little room.
#[derive(Debug, Clone, Copy)]
pub(super) struct CountRules {
    /// The fewest satellites.
    pub(super) least: f64,
    /// Spare satellites per working one.
    pub(super) spares: f64,
    /// Satellites per launch at most, where that is stated.
    pub(super) most_per_launch: Option<f64>,
}

impl CountRules {
    pub(super) fn of(case: &Case) -> Self {
        Self {
            least: least(case),
            spares: case.fleet.spares.base(),
            most_per_launch: case.most_per_launch().map(Ratio::base),
        }
    }

    /// Working and spare satellites.
    pub(super) fn total(&self, count: f64) -> f64 {
        count + whole_at_least(self.spares * count)
    }
}

/// The fewest satellites that the largest one allows.
pub(super) fn least(case: &Case) -> f64 {
    let limit = case.satellite.it_power_limit;
    whole_at_least((case.it.power / limit).base()).clamp(1.0, MOST_SATELLITES)
}

/// Working and spare satellites.
pub(super) fn total(case: &Case, count: f64) -> f64 {
    CountRules::of(case).total(count)
}
