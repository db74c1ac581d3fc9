//! Power on board.

use super::arithmetic::ONE;
use super::metrics;
use crate::units::{Power, Ratio};

metrics! {
    /// Power on board.
    PowerMetrics power, with m, case, e;

    /// Power of the computers.
    it: Power, in "kW", "Power of the computers" = e.all(|one| one.loads.it)?,
        "Equal to `it.power`.";

    /// Power of avionics, heaters and other equipment on board.
    housekeeping: Power, in "kW", "Power of housekeeping" = e.all(|one| one.loads.housekeeping)?,
        "`satellite.housekeeping` times `it.power`.";

    /// Power of spare computers on board before they are needed.
    spares: Power, in "kW", "Power of spare computers" = e.all(|one| one.loads.spares)?,
        "`it.power` times `it.spares` times `it.spare_power`.";

    /// Power of the optical terminals.
    links: Power, in "kW", "Power of optical terminals" = e.all(|one| one.loads.links)?,
        "`satellite.count` times `link.terminals` times `link.terminal_power`.";

    /// Power of the coolant pumps.
    pumps: Power, in "kW", "Power of coolant pumps" = e.all(|one| one.loads.pumps)?,
        "`radiator.heat` times `coolant.pressure_drop`, over `coolant.density`, \
         `coolant.pump_efficiency` and the heat that the coolant takes up per mass: \
         `coolant.specific_heat` times `coolant.rise` plus `coolant.boiling`; and likewise for \
         what the pipes to the panels lose by `coolant.pipe_friction`.";

    /// Power of the heat pump.
    heat_pump: Power, in "kW", "Power of heat pump" = e.all(|one| one.loads.heat_pump)?,
        "`radiator.heat` times w / (1 + w), with w `heat_pump.lift` over \
         `heat_pump.carnot_share` and `coolant.temperature`.";

    /// Electric power of the thrusters, orbit average.
    thrusters: Power, in "kW", "Power of thrusters" = e.all(|one| one.loads.thrusters)?,
        "`propulsion.electric_share` times mean thrust times standard gravity times \
         `propulsion.specific_impulse`, over twice `propulsion.efficiency`; mean thrust is \
         `propulsion.drag_force` plus `mass.launched` times the sum of \
         `propulsion.station_keeping` and `propulsion.avoidance`.";

    /// Power lost in power distribution.
    distribution_loss: Power, in "kW", "Power distribution loss" =
        m.power().bus()? * (ONE - case.pmad.efficiency);

    /// Power into the bus: IT, housekeeping, spares, links, pumps, heat pump, thrusters and
    /// distribution loss.
    bus: Power, in "kW", "Bus power" = e.all(|one| one.loads.bus)?,
        "Sum of `it.power`, `power.housekeeping`, `power.spares`, `power.links`, \
         `power.pumps`, `power.heat_pump` and `power.thrusters`, over `pmad.efficiency`.";

    /// Bus power over IT power.
    bus_per_it_power: Ratio, in "1", "Bus power per IT power" = m.power().bus()? / case.it.power;

    /// Bus power that throttled computers save in eclipse.
    eclipse_saving: Power, in "kW", "Power saved in eclipse" =
        e.all(|one| one.loads.eclipse_saving)?,
        "`it.power` times (1 - `it.eclipse_share`) over `pmad.efficiency`.";

    /// Power lost in charging and discharging the battery, mean of the sizing orbit.
    battery_loss: Power, in "kW", "Battery loss" = e.all(|one| one.loads.battery_loss)?,
        "Bus power in eclipse, `power.bus` less `power.eclipse_saving`, times \
         `environment.sizing_shadow` over `orbit.period`, times (1 / \
         `battery.round_trip_efficiency` - 1).";

    /// Power lost by off-pointing, strings and harness, mean of the sizing orbit.
    wiring_loss: Power, in "kW", "Pointing and wiring loss" =
        m.power().array_mean()? * (ONE - case.array.pointing_and_wiring);

    /// Power of the array at its terminals, mean of the sizing orbit.
    array_mean: Power, in "kW", "Mean array power" =
        (m.power().bus()? - m.power().eclipse_saving()? * m.environment().sizing_shadow()? /
            m.orbit().period()? + m.power().battery_loss()?) / case.array.pointing_and_wiring;

    /// Power that leaves as radio and laser beams.
    radiated: Power, in "kW", "Power radiated as beams" =
        m.power().links()? * case.link.radiated_share;

    /// Electric power that leaves with the jets of the thrusters.
    jet: Power, in "kW", "Power of thruster jets" =
        m.power().thrusters()? * case.propulsion.efficiency;
}
