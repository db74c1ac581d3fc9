//! Propulsion, drag and disposal.

use super::inputs;
use crate::system::choices::Disposal;
use crate::units::{
    Acceleration, CountRate, Length, Money, MoneyPerPower, Ratio, SpecificMass, Time, Velocity,
};

inputs! {
    /// Propulsion, drag and disposal.
    Propulsion propulsion;

    /// Specific impulse of the thrusters.
    specific_impulse: Time, in "s" 50..=20_000 from "subsystems.prop_hall.isp"
        label "Thruster specific impulse" in Satellite,
        better Neither, Fact, read by Satellites, stream 232;

    /// Jet power of the thrusters over electric power.
    efficiency: Ratio, in "1" 0.01..=1 from "model.prop_hall.efficiency"
        label "Thruster efficiency" in Satellite,
        better Higher, Technology, read by Satellites, stream 94;

    /// Electric share of the jet power: one for electric thrusters, zero for chemical ones.
    electric_share: Ratio, in "1" 0..=1 from "model.propulsion.electric_share"
        label "Electric share of jet power" in Satellite,
        better Neither, Design, read by Satellites, stream 233;

    /// Time in which a satellite raises itself where no air holds it back: its thrusters are as
    /// strong as that asks.
    raising_duration: Time, in "d" 1..=3_650 from "model.propulsion.raising_duration"
        label "Time of orbit raising" in Satellite,
        better Neither, Design, read by Satellites, stream 424;

    /// Least thrust over drag on the way to the working orbit.
    raising_margin: Ratio, in "1" 1.1..=100 from "model.propulsion.raising_margin"
        label "Thrust over drag when raising" in Satellite,
        better Lower, Design, read by Satellites, stream 425;

    /// Velocity change per year for station-keeping, without drag and avoidance.
    station_keeping: Acceleration, in "m/s/yr" 0..=1_000
        from "subsystems.prop_deltav.stationkeeping_per_year"
        label "Station-keeping per year" in Satellite,
        better Lower, Nature, read by Satellites, stream 88;

    /// Collision avoidance maneuvers of a satellite per year.
    avoidance_maneuvers: CountRate, in "1/yr" 0..=1.0e5 from "model.starlink_avoidance.maneuvers"
        label "Avoidance maneuvers per year" in Satellite,
        better Lower, Nature, read by Satellites, stream 99;

    /// Velocity change of an avoidance maneuver, with the return to the orbit.
    avoidance_delta_v: Velocity, in "m/s" 0..=10 from "model.avoidance.delta_v"
        label "Velocity change per avoidance" in Satellite,
        better Lower, Technology, read by Satellites, stream 96;

    /// Method of disposal at the end of the mission: burn, decay by drag, spiral, controlled (a
    /// spiral and a burn at its end) or raise to a graveyard.
    disposal: Disposal, in "choice" 0..=4 from "model.propulsion.disposal"
        label "Disposal method" in Satellite,
        better Neither, Design, read by Satellites, stream 234;

    /// Perigee to which the disposal burn lowers the orbit, or altitude at which the spiral ends.
    disposal_perigee: Length, in "km" 0..=300 from "model.propulsion.disposal_perigee"
        label "Disposal perigee" in Satellite,
        better Higher, Design, read by Satellites, stream 235;

    /// Altitude at which a controlled re-entry goes over from the spiral to its burn.
    burn_altitude: Length, in "km" 200..=1_000 from "model.propulsion.burn_altitude"
        label "Altitude of re-entry burn" in Satellite,
        better Neither, Design, read by Satellites, stream 405;

    /// Perigee of the burn that steers a re-entry; a disposal burn to a higher one is not steered.
    entry_perigee: Length, in "km" 0..=100 from "model.propulsion.entry_perigee"
        label "Perigee of steered re-entry" in Satellite,
        better Higher, Convention, read by Satellites, stream 406;

    /// Specific impulse of the thruster that makes the burn of a controlled re-entry.
    burn_impulse: Time, in "s" 50..=500 from "model.thruster_hydrazine.specific_impulse"
        label "Re-entry burn specific impulse" in Satellite,
        better Higher, Technology, read by Satellites, stream 407;

    /// Rise above the orbit of the mission to the graveyard of a raised satellite.
    graveyard_rise: Length, in "km" 0..=30_000 from "model.propulsion.graveyard_rise"
        label "Rise to graveyard orbit" in Satellite,
        better Lower, Design, read by Satellites, stream 408, free;

    /// Largest number of people that the re-entry of one satellite may be expected to hit.
    casualty_limit: Ratio, in "1" 1.0e-9..=1 from "model.propulsion.casualty_limit"
        label "Casualty limit of re-entry" in Satellite,
        better Neither, Convention, read by Costs, stream 409;

    /// Time allowed for the disposal burn or spiral.
    disposal_duration: Time, in "yr" 0.001..=5 from "model.propulsion.disposal_duration"
        label "Disposal duration" in Satellite,
        better Higher, Design, read by Satellites, stream 236;

    /// Altitude at which a decaying satellite counts as re-entered.
    decay_floor: Length, in "km" 150..=200 from "model.disposal.decay_floor"
        label "Re-entry altitude" in Satellite,
        better Neither, Convention, read by Satellites, stream 130;

    /// Longest time from end of mission to re-entry that regulation allows.
    disposal_limit: Time, in "yr" 0.1..=100 from "model.propulsion.disposal_limit"
        label "Disposal time limit" in Satellite,
        better Neither, Convention, read by Costs, stream 237;

    /// Mass of thrusters and power processors per electric power.
    specific_mass: SpecificMass, in "kg/kW" 0..=1_000 from "subsystems.prop_power.specific_mass"
        label "Thruster mass per power" in Satellite,
        better Lower, Technology, read by Satellites, stream 92;

    /// Mass of tanks, valves and pressurant over that of the propellant.
    tank_share: Ratio, in "1" 0..=1 from "model.propulsion.tank_share"
        label "Tank mass share" in Satellite,
        better Lower, Technology, read by Satellites, stream 89;

    /// Price of the smallest propulsion system of one satellite.
    price: Money, in "USD" 0..=1.0e9 from "subsystems.prop_hall.system_cost"
        label "Propulsion price" in Satellite, better Lower, Market, read by Costs, stream 47;

    /// Price per electric power of the thrusters of satellites that raise themselves, where that
    /// comes to more than `propulsion.price`.
    power_price: MoneyPerPower, in "USD/W" 0..=1.0e6 from "model.prop_hall.power_price"
        label "Thruster price per power" in Satellite,
        better Lower, Market, read by Costs, stream 426;

    /// Drag coefficient of the satellite.
    drag_coefficient: Ratio, in "1" 0..=5 from "model.propulsion.drag_coefficient"
        label "Drag coefficient" in Satellite, better Lower, Nature, read by Satellites, stream 98;
}
