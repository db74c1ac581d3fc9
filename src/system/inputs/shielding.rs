//! Shielding of the computers.

use super::inputs;
use crate::units::{AreaPerPower, Length, MassDensity, MoneyPerMass};

inputs! {
    /// Shielding of the computers.
    Shielding shielding;

    /// Total thickness of aluminum between space and the chips.
    thickness: Length, in "mm" 0.05..=500 from "model.shielding.thickness"
        label "Shield thickness" in Satellite,
        better Neither, Design, read by Satellites, stream 238, free;
        choose Shield;

    /// Part of the shield thickness that chassis and structure already provide.
    structure_thickness: Length, in "mm" 0..=500 from "model.shielding.chassis_equivalent"
        label "Shielding by structure" in Satellite,
        better Higher, Design, read by Satellites, stream 239;

    /// Density of the shield.
    density: MassDensity, in "kg/m3" 500..=20_000 from "model.shielding.density"
        label "Shield density" in Satellite, better Lower, Design, read by Satellites, stream 240;

    /// Shielded area around the computers per IT power.
    area: AreaPerPower, in "m2/kW" 0..=10 from "model.shielding.area"
        label "Shielded area per power" in Satellite,
        better Lower, Technology, read by Satellites, stream 131;

    /// Price of the shield per mass.
    price: MoneyPerMass, in "USD/kg" 0..=1.0e5 from "model.shielding.cost"
        label "Shield price" in Satellite, better Lower, Market, read by Costs, stream 132;
}
