//! The radiator.

use super::inputs;
use crate::physics::environment::Attitude;
use crate::units::{
    ArealMass, Conductivity, HeatTransfer, Length, MoneyPerArea, Ratio, SpecificHeat,
};

inputs! {
    /// The radiator.
    Radiator radiator;

    /// Attitude of the radiator panel to Sun and Earth.
    attitude: Attitude, in "choice" 0..=3 from "model.radiator.attitude"
        label "Radiator attitude" in Radiator, better Neither, Design, read by Orbit, stream 227;

    /// Infrared emissivity of the radiator.
    emissivity: Ratio, in "1" 0.01..=1 from "subsystems.coat_z93.emissivity"
        label "Radiator emissivity" in Radiator,
        better Higher, Technology, read by Satellites, stream 70;

    /// Solar absorptance of the radiator at end of life.
    absorptance: Ratio, in "1" 0..=1 from "subsystems.coat_z93.absorptance_eol"
        label "Radiator solar absorptance" in Radiator,
        better Lower, Technology, read by Satellites, stream 90;

    /// Installed over needed panel area for aging; lost sections are `armor.area_factor`.
    area_factor: Ratio, in "1" 1..=5 from "subsystems.radiator_area_degradation.area_factor_5yr"
        label "Radiator area factor" in Radiator,
        better Lower, Design, read by Satellites, stream 228;

    /// Mass of the radiator panel per area.
    areal_mass: ArealMass, in "kg/m2" 0..=100 from "subsystems.radiator_al_2026.areal_mass"
        label "Radiator mass per area" in Radiator,
        better Lower, Technology, read by Satellites, stream 8;

    /// Mass of hinges, booms and actuators as a share of panel mass.
    deployment_share: Ratio, in "1" 0..=2
        from "subsystems.radiator_al_2026.deployment_mass_fraction"
        label "Radiator deployment mass share" in Radiator,
        better Lower, Technology, read by Satellites, stream 67;

    /// Price of the radiator panel per area.
    price: MoneyPerArea, in "USD/m2" 0..=1.0e6 from "subsystems.radiator_al_2026.cost"
        label "Radiator price" in Radiator, better Lower, Market, read by Costs, stream 41;

    /// Heat transfer coefficient from coolant to fin root, per panel area.
    film: HeatTransfer, in "W/m2/K" 1..=1.0e6 from "model.radiator_sheet.panel_film"
        label "Coolant heat transfer" in Radiator,
        better Higher, Technology, read by Satellites, stream 59;

    /// Length of a fin: half the distance between coolant tubes.
    fin_length: Length, in "mm" 0..=1_000 from "model.radiator_sheet.half_pitch"
        label "Fin length" in Radiator, better Lower, Design, read by Satellites, stream 229;

    /// Thickness of a fin.
    fin_thickness: Length, in "mm" 0.01..=50 from "model.radiator_sheet.thickness"
        label "Fin thickness" in Radiator, better Higher, Design, read by Satellites, stream 230;

    /// Thermal conductivity of a fin.
    fin_conductivity: Conductivity, in "W/m/K" 0.1..=3_000 from "model.radiator_sheet.conductivity"
        label "Fin conductivity" in Radiator, better Higher, Design, read by Satellites, stream 77;

    /// Share of the panels under louvers, which close in shadow.
    louvers: Ratio, in "1" 0..=1 from "model.louvers.share"
        label "Share of panels with louvers" in Radiator,
        better Neither, Design, read by Satellites, stream 366;
        choose Louvers;

    /// Emission of a panel under closed louvers over that of a bare one.
    louver_closed: Ratio, in "1" 0.01..=1 from "model.louvers.closed"
        label "Emission under closed louvers" in Radiator,
        better Lower, Technology, read by Satellites, stream 367;

    /// Emission of a panel under open louvers over that of a bare one.
    louver_open: Ratio, in "1" 0.1..=1 from "model.louvers.open"
        label "Emission under open louvers" in Radiator,
        better Higher, Technology, read by Satellites, stream 368;

    /// Mass of louvers per area that they cover, on each face that radiates.
    louver_mass: ArealMass, in "kg/m2" 0..=100 from "model.louvers.areal_mass"
        label "Louver mass per area" in Radiator,
        better Lower, Technology, read by Satellites, stream 369;

    /// Price of louvers per area that they cover, on each face that radiates.
    louver_price: MoneyPerArea, in "USD/m2" 0..=1.0e6 from "model.louvers.price"
        label "Louver price" in Radiator, better Lower, Market, read by Costs, stream 370;

    /// Specific heat of the panels with the coolant tubes in them.
    specific_heat: SpecificHeat, in "J/kg/K" 50..=5_000 from "model.thermal_mass.panel_heat"
        label "Radiator specific heat" in Radiator,
        better Neither, Technology, read by Satellites, stream 343;

    /// Length of the panel along the array over its depth away from it.
    aspect: Ratio, in "1" 0.1..=100 from "model.radiator.aspect"
        label "Radiator aspect ratio" in Radiator,
        better Neither, Design, read by Satellites, stream 231;

    /// Thickness of the folded radiator panel.
    stowed_thickness: Length, in "mm" 0.1..=1_000 from "model.radiator.stowed_thickness"
        label "Stowed radiator thickness" in Radiator,
        better Lower, Technology, read by Satellites, stream 129;
}
