//! A heat pump between computers and radiators.

use super::inputs;
use crate::units::{MoneyPerPower, Ratio, SpecificMass, TemperatureInterval};

inputs! {
    /// A heat pump between computers and radiators.
    HeatPump heat_pump;

    /// By how much a heat pump makes the coolant of the panels warmer than that of the computers;
    /// zero without one.
    lift: TemperatureInterval, in "K" 0..=100 from "model.heat_pump.lift"
        label "Lift of the heat pump" in Radiator,
        better Neither, Design, read by Satellites, stream 360;
        choose Lift;

    /// Coefficient of performance of the heat pump over that of an ideal one.
    carnot_share: Ratio, in "1" 0.01..=1 from "model.heat_pump.carnot_share"
        label "Heat pump share of Carnot" in Radiator,
        better Higher, Technology, read by Satellites, stream 361;

    /// Mass of the heat pump with its heat exchangers per power that it takes.
    specific_mass: SpecificMass, in "kg/kW" 0..=1_000 from "model.heat_pump.specific_mass"
        label "Heat pump mass" in Radiator,
        better Lower, Technology, read by Satellites, stream 362;

    /// Price of the heat pump with its heat exchangers per power that it takes.
    price: MoneyPerPower, in "USD/kW" 0..=1.0e6 from "model.heat_pump.price"
        label "Heat pump price" in Radiator, better Lower, Market, read by Costs, stream 363;
}
