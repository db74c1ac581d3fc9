//! When things in orbit are bought again.

use crate::system::choices::Upkeep;
use crate::system::inputs::Case;
use crate::units::{Ratio, Time, fraction};

/// Time after which things are bought again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lives {
    /// A satellite.
    pub satellite: Time,
    /// Its computers.
    pub computers: Time,
}

impl Lives {
    pub(super) fn of(case: &Case) -> Self {
        let shorter = case.life().smaller(case.it.life);
        match case.fleet.upkeep {
            Upkeep::Retire => Self { satellite: shorter, computers: shorter },
            Upkeep::Renew => Self { satellite: case.life(), computers: shorter },
        }
    }

    /// Mean time after which what a launch brought is launched again; a share of it is computers.
    pub(super) fn of_launches(&self, computers: Ratio) -> Time {
        let again = self.satellite.recip() * (fraction(1.0) - computers)
            + self.computers.recip() * computers;
        again.recip()
    }
}
