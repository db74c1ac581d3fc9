//! Indicators of the use of orbit and sky; they are never added to anything.

use crate::economics::launch::Fleet;
use crate::physics::footprint::{
    DiffuseSphere, apparent_magnitude, mean_cross_section, shell_spacing,
};
use crate::system::design::Design;
use crate::system::inputs::Case;
use crate::units::{Area, Length, Ratio, fraction};

/// What the satellites take of orbit and sky.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Footprint {
    /// Mean distance between the satellites if they were spread over the shell of their altitude.
    pub shell_spacing: Length,
    /// Mean cross-section of one satellite: half of one face of its panels.
    pub cross_section: Area,
    /// Visual magnitude of a satellite overhead; none for one that scatters nothing.
    pub magnitude: Option<Ratio>,
}

impl Footprint {
    pub(super) fn new(case: &Case, fleet: Fleet, design: &Design) -> Self {
        let cross_section = mean_cross_section(design.array_area + design.panel_area);
        Self {
            shell_spacing: shell_spacing(case.orbit.altitude, fraction(fleet.total() as f64)),
            cross_section,
            magnitude: apparent_magnitude(&DiffuseSphere {
                cross_section,
                reflectance: case.satellite.reflectance,
                range: case.orbit.altitude,
                phase_angle: case.satellite.phase_angle,
            }),
        }
    }
}
