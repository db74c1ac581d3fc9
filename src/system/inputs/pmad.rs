//! Power management and distribution.

use super::inputs;
use crate::units::{MoneyPerPower, Ratio, SpecificMass};

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

    /// Price of power distribution per bus power.
    price: MoneyPerPower, in "USD/kW" 0..=1.0e6 from "model.pmad.cost"
        label "Power distribution price" in Battery, better Lower, Market, read by Costs, stream 42;
}
