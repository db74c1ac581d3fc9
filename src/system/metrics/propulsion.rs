//! Propulsion, drag and disposal.

use super::metrics;
use crate::system::design::Design;
use crate::units::{Acceleration, Force, Mass, Power, Ratio, Time, Velocity};

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
        e.one()?.design.farewell.total(),
        "Velocity change that lowers the perigee (burn) or the whole orbit (spiral) from \
         `orbit.altitude` to `propulsion.disposal_perigee`; zero where `propulsion.disposal` is \
         decay; where it is controlled, a spiral to `propulsion.burn_altitude` and \
         `propulsion.burn_delta_v`; where it is raise, a spiral up by `propulsion.graveyard_rise`.";

    /// Velocity change of the burn that ends a controlled re-entry.
    burn_delta_v: Velocity, in "m/s", "Velocity change of re-entry burn" =
        e.one()?.design.farewell.burn,
        "Velocity change that lowers the perigee from the lower of `propulsion.burn_altitude` and \
         `orbit.altitude` to `propulsion.entry_perigee` where `propulsion.disposal` is controlled; \
         else zero.";

    /// Number of people that the re-entry of one satellite is expected to hit.
    casualties: Ratio, in "1", "Casualty expectation of re-entry" = e.one()?.motion.casualties,
        "`mass.dry` over `satellite.count` x `satellite.surviving_share` over \
         `satellite.piece_mass`, times the square of 0.6 m plus the root of \
         `satellite.piece_area`, times `environment.ground_population` over the surface of the \
         Earth; zero where `propulsion.disposal` is controlled, raise, or a burn from \
         `propulsion.disposal_perigee` not above `propulsion.entry_perigee`.";

    /// Velocity change over the life of a satellite.
    delta_v: Velocity, in "m/s", "Velocity change over life" = e.one()?.motion.delta_v,
        "Rocket equation: standard gravity times `propulsion.specific_impulse` times the natural \
         logarithm of (`mass.propellant` + `mass.dry`) over the mass before \
         `propulsion.burn_delta_v`, plus that; it leaves `mass.dry` with \
         `propulsion.burn_impulse`.";

    /// Velocity change from separation to the working orbit, drag on the way included.
    raising_delta_v: Velocity, in "m/s", "Velocity change of raising" =
        e.way(|way| way.delta_v + way.drag_delta_v)?,
        "Slow spiral from `launch.separation_altitude` to `orbit.altitude`, over the share of the \
         thrust (`propulsion.raising_duration`, `propulsion.raising_margin`, `mass.launched`) that \
         drag leaves on the way: as `propulsion.drag_force`, in the air there; zero where both are \
         the same.";

    /// Propellant of the way from separation to the working orbit, all satellites.
    raising_propellant: Mass, in "kg", "Propellant of raising" =
        e.way(|way| way.propellant)? * e.satellites()?.working(),
        "Rocket equation: `mass.launched` x (1 - exp(-`propulsion.raising_delta_v` / (standard \
         gravity x `propulsion.specific_impulse`))).";

    /// Time from separation to the working orbit.
    raising_time: Time, in "d", "Time of raising" = e.way(|way| way.time)?,
        "Steps of `propulsion.raising_propellant` times exhaust speed over the mean thrust; that \
         is `mass.launched` times the velocity of the way over `propulsion.raising_duration`, and \
         at least `propulsion.raising_margin` times the drag at `launch.separation_altitude`.";

    /// Installed electric power of the thrusters.
    thruster_power: Power, in "kW", "Installed thruster power" =
        e.all(|one| one.propulsion.thruster_power)?,
        "`propulsion.electric_share` x thrust x standard gravity x \
         `propulsion.specific_impulse` / (2 `propulsion.efficiency`); thrust is the larger of \
         `propulsion.drag_force` + `mass.launched` x (`propulsion.station_keeping` + \
         `propulsion.avoidance`) and `mass.launched` x (`propulsion.disposal_delta_v` - \
         `propulsion.burn_delta_v`) / `propulsion.disposal_duration`; where \
         `launch.separation_altitude` is below `orbit.altitude`, at least what raises \
         `mass.launched` in `propulsion.raising_duration`, by `propulsion.raising_margin` more \
         than drag, in sunlight alone.";

    /// Electric power of the thrusters that raise satellites to their working orbit.
    raising_power: Power, in "kW", "Raising thruster power" =
        e.all(Design::raising_power)?,
        "`propulsion.thruster_power` where `launch.separation_altitude` is below `orbit.altitude`, \
         else zero.";

    /// Time from the end of the mission until a satellite has left the protected orbits.
    disposal_time: Time, in "yr", "Time to disposal" = e.one()?.motion.disposal_time?,
        "`propulsion.disposal_duration`, or `orbit.lifetime` where `propulsion.disposal` is decay; \
         none where it is raise and `orbit.altitude` plus `propulsion.graveyard_rise` is below \
         2000 km or less above 35 786 km than 235 km + 1000 km x (1 + 2/3 \
         (1 - `array.solar_absorptance`)) x (`array.area` + `radiator.panel_area`) / `mass.dry` \
         in m2/kg.";
}
