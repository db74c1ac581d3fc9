//! Ohs and others 2025: Dirty Bits in Low-Earth Orbit (arXiv:2508.06250).

use crate::units::{Mass, Ratio};

/// Greenhouse gases of one launch: fuel, and stages over their uses.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LaunchEmission {
    /// Making and burning the propellant.
    pub fuel: Mass,
    /// Making the first stage.
    pub first_stage: Mass,
    /// Flights of a first stage.
    pub first_stage_uses: Ratio,
    /// Making the second stage.
    pub second_stage: Mass,
}

/// Emission per payload mass.
pub fn launch_intensity(launch: &LaunchEmission, payload: Mass) -> Ratio {
    (launch.fuel + launch.first_stage / launch.first_stage_uses + launch.second_stage) / payload
}

/// Warming by the nitrogen oxides of re-entry, per mass that comes down.
pub fn reentry_intensity(nitrogen_oxides: Ratio, warming_potential: Ratio) -> Ratio {
    nitrogen_oxides * warming_potential
}
