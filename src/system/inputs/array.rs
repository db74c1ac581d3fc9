//! The solar array.

use super::inputs;
use crate::system::choices::ArraySizing;
use crate::units::{
    ArealMass, Frequency, Length, MassDensity, MoneyPerArea, MoneyPerPower, PackagingDensity,
    ParticleFluence, ParticleFlux, PerTemperature, Pressure, Ratio, SpecificPower, WaveFrequency,
};

inputs! {
    /// The solar array.
    Array array;

    /// Sizing rule of the array: IT power in every orbit until end of life, or on average over year
    /// and life.
    sizing: ArraySizing, in "choice" 0..=2 from "model.array.sizing"
        label "Array sizing rule" in Array, better Neither, Design, read by Satellites, stream 216;

    /// Power of the array at beginning of life over what the loads ask for: more than 1 where its
    /// back has to carry a radiator.
    oversize: Ratio, in "1" 1..=100 from "model.array.oversize"
        label "Array over what power needs" in Array,
        better Neither, Design, read by Satellites, stream 371;
        choose ArrayArea;

    /// Cell efficiency at air mass zero and 28 °C, at beginning of life.
    cell_efficiency: Ratio, in "1" 0.01..=0.6 from "subsystems.cell_silicon_space.efficiency_bol"
        label "Solar cell efficiency" in Array,
        better Higher, Technology, read by Satellites, stream 78;

    /// Cell area over panel area.
    packing_factor: Ratio, in "1" 0.1..=1 from "subsystems.array_losses.packing_factor"
        label "Array packing factor" in Array,
        better Higher, Technology, read by Satellites, stream 79;

    /// Relative change of cell efficiency per kelvin.
    temperature_coefficient: PerTemperature, in "1/K" -0.01..=0
        from "subsystems.cell_silicon_space.temp_coefficient"
        label "Cell temperature coefficient" in Array,
        better Neither, Technology, read by Satellites, stream 82;

    /// Relative loss of array power per year.
    degradation: Frequency, in "1/yr" 0..=0.5
        from "subsystems.cell_silicon_space.degradation_annual"
        label "Array degradation per year" in Array,
        better Lower, Technology, read by Satellites, stream 57;

    /// Thickness of the cover glass of the cells.
    coverglass: Length, in "um" 25..=1_500 from "model.array.coverglass"
        label "Cover glass thickness" in Array,
        better Higher, Design, read by Satellites, stream 217;

    /// Proton damage ratio: number of 1 MeV electrons that reduce a cell's maximum power as much as
    /// one proton of 10 MeV.
    damage_ratio: Ratio, in "1" 1..=100_000 from "model.array.damage_ratio"
        label "Proton damage ratio" in Array,
        better Lower, Technology, read by Satellites, stream 123;

    /// Power loss of the cells per tenfold particle fluence; zero leaves particle damage to
    /// `array.degradation`.
    fluence_slope: Ratio, in "1" 0..=1 from "model.array.fluence_slope"
        label "Power loss per decade of fluence" in Array,
        better Lower, Technology, read by Satellites, stream 218;

    /// Fluence of 1 MeV electrons per year up to which `array.degradation` tells how cells without
    /// a curve age; none is known beyond.
    fluence_limit: ParticleFlux, in "1/cm2/yr" 0..=1.0e20 from "model.array.fluence_limit"
        label "Fluence of cells without curve" in Array,
        better Higher, Technology, read by Satellites, stream 418;

    /// Fluence of 1 MeV electrons above which power loss grows with the logarithm of fluence.
    fluence_scale: ParticleFluence, in "1/cm2" 1.0e9..=1.0e20 from "model.array.fluence_scale"
        label "Fluence where power loss begins" in Array,
        better Higher, Technology, read by Satellites, stream 124;

    /// Share of array power left after off-pointing, string and harness losses.
    pointing_and_wiring: Ratio, in "1" 0.1..=1 from "subsystems.array_losses.pointing_and_wiring"
        label "Pointing and wiring efficiency" in Array,
        better Higher, Technology, read by Satellites, stream 56;

    /// Solar absorptance of the sunlit face of the array.
    solar_absorptance: Ratio, in "1" 0.1..=1 from "model.optics_silicon_array.solar_absorptance"
        label "Array solar absorptance" in Array,
        better Lower, Technology, read by Satellites, stream 61;

    /// Infrared emissivity of the sunlit face of the array.
    front_emissivity: Ratio, in "1" 0.05..=1 from "model.optics_silicon_array.front_emissivity"
        label "Array front emissivity" in Array,
        better Higher, Technology, read by Satellites, stream 83;

    /// Infrared emissivity of the back face of the array.
    back_emissivity: Ratio, in "1" 0.05..=1 from "model.optics_silicon_array.back_emissivity"
        label "Array back emissivity" in Array,
        better Neither, Technology, read by Satellites, stream 73;

    /// Array power at beginning of life per mass of what goes with power: wires, drives, diodes.
    /// With `array.areal_mass` zero, per mass of all of the array.
    specific_power: SpecificPower, in "W/kg" 1..=10_000
        from "subsystems.array_model_2026.specific_power"
        label "Array specific power" in Array,
        better Higher, Technology, read by Satellites, stream 6;

    /// Mass per area of what goes with area: cells, cover glass, blanket or substrate, deployment.
    areal_mass: ArealMass, in "kg/m2" 0..=100 from "subsystems.array_model_2026.areal_mass"
        label "Array mass per area" in Array,
        better Lower, Technology, read by Satellites, stream 401;

    /// Price per power at beginning of life of what goes with power: cells and harness. With
    /// `array.areal_price` zero, the price of all of the array.
    price: MoneyPerPower, in "USD/W" 0..=1_000 from "subsystems.array_silicon_2026.panel_cost"
        label "Array price" in Array, better Lower, Market, read by Costs, stream 30;

    /// Price per area of what goes with area: deployment, booms and their mechanisms.
    areal_price: MoneyPerArea, in "USD/m2" 0..=1.0e6
        from "subsystems.array_silicon_2026.areal_cost"
        label "Array price per area" in Array, better Lower, Market, read by Costs, stream 402;

    /// Array power at beginning of life per stowed volume.
    packaging: PackagingDensity, in "kW/m3" 0.1..=1.0e4 from "subsystems.array_ultraflex.packaging"
        label "Array power per stowed volume" in Array,
        better Higher, Technology, read by Satellites, stream 125;

    /// Lowest frequency at which a wing of the array may bend; zero leaves booms to
    /// `array.areal_mass`.
    frequency: WaveFrequency, in "Hz" 0..=10 from "model.booms.frequency"
        label "Bending frequency of the array" in Array,
        better Lower, Technology, read by Satellites, stream 430;

    /// Length of a wing up to which `array.areal_mass` has all of its booms.
    usual_wing: Length, in "m" 0..=10_000 from "model.booms.usual_wing"
        label "Wing with usual booms" in Array,
        better Higher, Technology, read by Satellites, stream 431;

    /// Radius of a boom over its length.
    boom_slenderness: Ratio, in "1" 0.0001..=0.2 from "model.booms.slenderness"
        label "Boom radius over length" in Array,
        better Higher, Technology, read by Satellites, stream 432;

    /// Modulus of elasticity of a boom, as a tube of all of its mass.
    boom_modulus: Pressure, in "kPa" 1.0e5..=1.0e9 from "model.booms.modulus"
        label "Boom modulus" in Array,
        better Higher, Technology, read by Satellites, stream 433;

    /// Density of what booms are made of.
    boom_density: MassDensity, in "kg/m3" 100..=20_000 from "model.booms.density"
        label "Boom density" in Array,
        better Lower, Technology, read by Satellites, stream 434;

    /// Length of the array over its width.
    aspect: Ratio, in "1" 0.1..=100 from "model.array.aspect"
        label "Array aspect ratio" in Array, better Neither, Design, read by Satellites, stream 219;
}
