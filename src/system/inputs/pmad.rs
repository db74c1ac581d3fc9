//! Power management and distribution.

use super::inputs;
use crate::units::{MassDensity, MoneyPerPower, Ratio, Resistivity, SpecificMass, Voltage};

inputs! {
    /// Power management and distribution.
    Pmad pmad;

    /// Mass of power distribution per bus power.
    specific_mass: SpecificMass, in "kg/kW" 0..=300 from "subsystems.pmad.specific_mass"
        label "Power distribution mass" in Battery,
        better Lower, Technology, read by Satellites, stream 7;

    /// Power out of power distribution over power in, from array to load.
    efficiency: Ratio, in "1" 0.3..=1 from "subsystems.pmad.efficiency"
        label "Power distribution efficiency" in Battery,
        better Higher, Technology, read by Satellites, stream 49;

    /// Voltage of the array and of the cables along it.
    voltage: Voltage, in "V" 1..=100_000 from "model.cables.voltage"
        label "Array voltage" in Battery, better Higher, Design, read by Satellites, stream 435;

    /// Voltage at which an array arcs into the plasma around it.
    arcing_voltage: Voltage, in "V" 1..=1.0e6 from "model.cables.arcing_voltage"
        label "Arcing voltage" in Battery, better Higher, Technology, read by Costs, stream 436;

    /// Share of the array's voltage by which its negative end lies below the plasma.
    below_plasma: Ratio, in "1" 0.001..=1 from "model.cables.below_plasma"
        label "Voltage below the plasma" in Battery,
        better Lower, Technology, read by Costs, stream 437;

    /// Share of power that the cables along the array lose, a part of
    /// `array.pointing_and_wiring`.
    cable_loss: Ratio, in "1" 0.0001..=0.5 from "model.cables.loss"
        label "Loss of array cables" in Battery,
        better Neither, Design, read by Satellites, stream 438;

    /// Density of the conductor of the cables; zero leaves cables out.
    cable_density: MassDensity, in "kg/m3" 0..=20_000 from "model.cables.density"
        label "Cable density" in Battery,
        better Lower, Technology, read by Satellites, stream 439;

    /// Specific resistance of the conductor of the cables.
    cable_resistivity: Resistivity, in "V m/A" 1.0e-10..=1.0e-5 from "model.cables.resistivity"
        label "Cable resistivity" in Battery,
        better Lower, Technology, read by Satellites, stream 440;

    /// Mass of insulation, connectors and supports over that of the conductor.
    cable_dressing: Ratio, in "1" 0..=20 from "model.cables.dressing"
        label "Cable insulation over conductor" in Battery,
        better Lower, Technology, read by Satellites, stream 441;

    /// Price of power distribution per bus power.
    price: MoneyPerPower, in "USD/kW" 0..=1.0e6 from "model.pmad.cost"
        label "Power distribution price" in Battery, better Lower, Market, read by Costs, stream 42;
}
