//! Propulsion, drag and disposal.

use super::metrics;
use crate::units::{Acceleration, Force, Power, Time, Velocity};

metrics! {
    /// Propulsion, drag and disposal.
    PropulsionMetrics propulsion, with m, case, e;

    /// Drag force, mean of the year.
    drag_force: Force, in "N", "Drag force" = e.all(|one| one.drag)?,
        "Air density at `orbit.altitude` and `environment.solar_activity` with co-rotation, \
         times half the squared speed, `propulsion.drag_coefficient` and the mean area of \
         `array.area` and `radiator.panel_area` across the flight.";

    /// Velocity change per year that makes up for drag.
    drag_make_up: Acceleration, in "m/s/yr", "Drag make-up per year" =
        e.one()?.design.propulsion.drag_make_up,
        "`propulsion.drag_force` over `mass.launched`.";

    /// Velocity change per year for collision avoidance.
    avoidance: Acceleration, in "m/s/yr", "Collision avoidance per year" =
        case.propulsion.avoidance_maneuvers * case.propulsion.avoidance_delta_v;

    /// Velocity change of disposal.
    disposal_delta_v: Velocity, in "m/s", "Velocity change of disposal" =
        e.one()?.design.disposal_delta_v,
        "Velocity change that lowers the perigee (burn) or the whole orbit (spiral) from \
         `orbit.altitude` to `propulsion.disposal_perigee`; zero where `propulsion.disposal` \
         is decay.";

    /// Velocity change over the life of a satellite.
    delta_v: Velocity, in "m/s", "Velocity change over life" = e.one()?.motion.delta_v,
        "Rocket equation: standard gravity times `propulsion.specific_impulse` times the \
         natural logarithm of (1 + `mass.propellant` / `mass.dry`).";

    /// Installed electric power of the thrusters.
    thruster_power: Power, in "kW", "Installed thruster power" =
        e.all(|one| one.propulsion.thruster_power)?,
        "`propulsion.electric_share` x thrust x standard gravity x \
         `propulsion.specific_impulse` / (2 `propulsion.efficiency`); thrust is the larger of \
         `propulsion.drag_force` + `mass.launched` x (`propulsion.station_keeping` + \
         `propulsion.avoidance`) and `mass.launched` x `propulsion.disposal_delta_v` / \
         `propulsion.disposal_duration`.";

    /// Time from the end of the mission to re-entry.
    disposal_time: Time, in "yr", "Time to re-entry" = e.one()?.motion.disposal_time?,
        "`propulsion.disposal_duration`, or `orbit.lifetime` where `propulsion.disposal` is \
         decay.";
}
