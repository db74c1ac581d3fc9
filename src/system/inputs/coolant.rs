//! The coolant loop.

use super::inputs;
use crate::units::{
    Length, MassDensity, MoneyPerPower, Pressure, Ratio, SpecificEnergy, SpecificHeat,
    SpecificMass, Temperature, TemperatureInterval, Time, Velocity,
};

inputs! {
    /// The coolant loop.
    Coolant coolant;

    /// Mean coolant temperature in the cold plates, and without a heat pump in the panels.
    temperature: Temperature, in "K" 200..=500 from "model.coolant_loop.temperature"
        label "Coolant temperature" in Radiator,
        better Higher, Design, read by Satellites, stream 222, free;
        choose CoolantTemperature;

    /// Margin below the chip temperature limit that an automatic coolant temperature keeps.
    chip_margin: TemperatureInterval, in "K" 0..=100 from "model.coolant_loop.chip_margin"
        label "Margin below chip limit" in Radiator,
        better Lower, Design, read by Costs, stream 260;

    /// Temperature rise of the coolant from supply to return; for a boiling coolant, up to its
    /// boiling point.
    rise: TemperatureInterval, in "K" 0.1..=100 from "model.coolant_loop.rise"
        label "Coolant temperature rise" in Radiator,
        better Neither, Design, read by Satellites, stream 223;

    /// Boiling heat of the coolant: latent heat times vapor quality at the exit of the cold plates;
    /// zero for a single-phase loop.
    boiling: SpecificEnergy, in "kJ/kg" 0..=2_500 from "model.coolant_loop.boiling"
        label "Boiling heat of coolant" in Radiator,
        better Higher, Design, read by Satellites, stream 224;

    /// Specific heat of the coolant.
    specific_heat: SpecificHeat, in "J/kg/K" 100..=20_000 from "model.coolant_loop.specific_heat"
        label "Coolant specific heat" in Radiator,
        better Higher, Design, read by Satellites, stream 225;

    /// Temperature at which the coolant freezes.
    freezing: Temperature, in "K" 50..=400 from "model.coolant_loop.freezing"
        label "Coolant freezing point" in Radiator,
        better Lower, Design, read by Costs, stream 340;

    /// Time that the coolant takes around the loop: what circulates is the flow times it.
    loop_time: Time, in "s" 1..=3_600 from "model.thermal_mass.loop_time"
        label "Coolant time around the loop" in Radiator,
        better Lower, Design, read by Satellites, stream 341;

    /// Coolant on board over that which circulates, with what accumulators hold; zero leaves its
    /// mass out.
    inventory: Ratio, in "1" 0..=10 from "model.coolant_loop.inventory"
        label "Coolant on board" in Radiator,
        better Lower, Design, read by Satellites, stream 400;

    /// Density of the coolant.
    density: MassDensity, in "kg/m3" 10..=5_000 from "model.coolant_loop.density"
        label "Coolant density" in Radiator, better Higher, Design, read by Satellites, stream 226;

    /// Pressure drop around the coolant loop.
    pressure_drop: Pressure, in "kPa" 0..=5_000 from "model.coolant_loop.pressure_drop"
        label "Coolant pressure drop" in Radiator,
        better Lower, Design, read by Satellites, stream 54;

    /// Hydraulic power over electric power of the pumps.
    pump_efficiency: Ratio, in "1" 0.01..=1 from "model.coolant_loop.pump_efficiency"
        label "Pump efficiency" in Radiator,
        better Higher, Technology, read by Satellites, stream 60;

    /// Mass of pumps, heat exchangers and transport lines per heat.
    loop_specific_mass: SpecificMass, in "kg/kW" 0..=100 from "subsystems.pump_loop.specific_mass"
        label "Coolant loop mass" in Radiator,
        better Lower, Technology, read by Satellites, stream 80;

    /// Length of the pipes to the panels over the straight way along them; zero leaves pipes to
    /// `coolant.loop_specific_mass`.
    pipes: Ratio, in "1" 0..=10 from "model.pipes.length"
        label "Pipes over straight way" in Radiator,
        better Lower, Technology, read by Satellites, stream 442;

    /// Speed of the coolant in the pipes to the panels.
    pipe_speed: Velocity, in "m/s" 0.01..=50 from "model.pipes.speed"
        label "Coolant speed in pipes" in Radiator,
        better Neither, Design, read by Satellites, stream 443;

    /// Pressure in the pipes.
    pipe_pressure: Pressure, in "kPa" 0..=100_000 from "model.pipes.pressure"
        label "Coolant pressure" in Radiator,
        better Lower, Design, read by Satellites, stream 444;

    /// Stress that the wall of a pipe may bear.
    pipe_stress: Pressure, in "kPa" 100..=1.0e7 from "model.pipes.stress"
        label "Stress of pipes" in Radiator,
        better Higher, Technology, read by Satellites, stream 445;

    /// Thinnest wall of a pipe that can be handled.
    pipe_wall: Length, in "mm" 0..=100 from "model.pipes.wall"
        label "Thinnest pipe wall" in Radiator,
        better Lower, Technology, read by Satellites, stream 446;

    /// Density of the wall of a pipe.
    pipe_density: MassDensity, in "kg/m3" 100..=20_000 from "model.pipes.density"
        label "Pipe density" in Radiator,
        better Lower, Technology, read by Satellites, stream 447;

    /// Friction factor of the pipes after Darcy and Weisbach.
    pipe_friction: Ratio, in "1" 0..=1 from "model.pipes.friction"
        label "Friction of pipes" in Radiator,
        better Lower, Technology, read by Satellites, stream 448;

    /// Price of pumps, heat exchangers and transport lines per heat.
    loop_price: MoneyPerPower, in "USD/kW" 0..=1.0e6 from "subsystems.pump_loop.cost"
        label "Coolant loop price" in Radiator, better Lower, Market, read by Costs, stream 52;
}
