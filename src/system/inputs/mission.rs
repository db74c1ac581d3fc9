//! When the satellites work, and how long.

use super::inputs;
use crate::physics::sun::Epoch;
use crate::units::Time;

inputs! {
    /// When the satellites work, and how long.
    Mission mission;

    /// First day of operation; its calendar year is the year that the environment is computed for.
    start: Epoch, in "date" -18_262..=36_889 from "model.mission.start"
        label "Start of operation" in Orbit, better Neither, Design, read by Orbit, stream 193;

    /// Life of a satellite, at whose end it is replaced.
    life: Time, in "yr" 0.5..=30 from "platforms.suncatcher_cluster.design_life"
        label "Satellite life" in Lives, better Neither, Design, read by Satellites, stream 194;
}
