//! Indicators of the use of orbit and sky; they are never added to anything.

use crate::physics::footprint::{
    DiffuseSphere, apparent_magnitude, area_time, mean_cross_section, shell_spacing,
};
use crate::system::inputs::Case;
use crate::system::metrics::Outcome;
use crate::units::{Area, Ratio};

/// Writes the indicators that no life is asked for; after the design.
pub(super) fn report(case: &Case, outcome: &mut Outcome) {
    let (Some(count), Some(spare)) = (outcome.satellite_count, outcome.satellite_spares) else {
        return;
    };
    let satellites: Ratio = count + spare;
    outcome.tracked_share = Some(satellites / case.tracked_objects);
    outcome.shell_spacing = Some(shell_spacing(case.altitude, satellites));
    let (Some(array), Some(panels)) = (outcome.array_area, outcome.radiator_area) else { return };
    let cross_section: Area = mean_cross_section((array + panels) / count);
    outcome.cross_section = Some(cross_section);
    outcome.magnitude = apparent_magnitude(&DiffuseSphere {
        cross_section,
        reflectance: case.reflectance,
        range: case.altitude,
        phase_angle: case.phase_angle,
    });
}

/// Writes the area that sweeps the shell times its time there; after the lives.
pub(in crate::system) fn report_area_time(outcome: &mut Outcome) {
    let (Some(count), Some(spare)) = (outcome.satellite_count, outcome.satellite_spares) else {
        return;
    };
    let Some(cross_section) = outcome.cross_section else { return };
    outcome.area_time = outcome
        .orbit_life
        .zip(outcome.disposal_time)
        .map(|(life, removal)| area_time(count + spare, cross_section, life, removal));
}
