//! One satellite.

use super::inputs;
use crate::units::{
    Angle, AngularMomentumPerMass, Area, Count, Mass, Money, MoneyPerMass, MoneyPerPower,
    MoneyPerTime, Power, Ratio, Time,
};

inputs! {
    /// One satellite.
    Satellite satellite;

    /// Number of satellites that share the IT power evenly, spare ones aside; zero leaves it to
    /// `satellite.it_power`.
    count: Count, in "1" 0..=1.0e18 from "model.satellite.count"
        label "Working satellites" in Program,
        better Neither, Design, read by Satellites, stream 257;
        choose Size instead of it_power;

    /// IT power of one satellite: as many equal ones as carry `it.power` with at most this power
    /// each; zero leaves it to `satellite.it_power_limit`.
    it_power: Power, in "kW" 0..=1.0e7 from "model.satellite.it_power"
        label "IT power of one satellite" in Program,
        better Neither, Design, read by Satellites, stream 258, free;
        choose Size instead of count;

    /// Satellites that one launch takes, at most; zero leaves it to their size.
    per_launch: Count, in "1" 0..=10_000 from "model.satellite.per_launch"
        label "Satellites of one launch" in Launch,
        better Neither, Design, read by Costs, stream 365;
        choose PerLaunch;

    /// Time after which a satellite is retired, at most `mission.life`; zero stands for
    /// `mission.life`.
    life: Time, in "yr" 0..=30 from "model.satellite.life"
        label "Time until retirement" in Lives,
        better Neither, Design, read by Satellites, stream 259;
        choose Life;

    /// Largest IT power of one satellite; where no number and no power of them is stated, the IT
    /// power of the scenario is shared evenly among as few satellites as possible.
    it_power_limit: Power, in "kW" 0.01..=1.0e7 from "model.satellite.it_power_limit"
        label "Largest IT power of a satellite" in Program,
        better Neither, Design, read by Satellites, stream 210, free;

    /// Array power of one satellite at beginning of life; zero leaves it to the design. A given
    /// value also limits the IT power of a satellite.
    array_power: Power, in "kW" 0..=1.0e7 from "model.satellite.array_power"
        label "Array power of one satellite" in Program,
        better Neither, Design, read by Satellites, stream 211;

    /// Power of everything on board except computers, pumps, links and thrusters, per IT power.
    housekeeping: Ratio, in "1" 0..=1 from "model.satellite.housekeeping"
        label "Housekeeping power" in Satellite,
        better Lower, Technology, read by Satellites, stream 51;

    /// Structure and integration as a share of dry mass.
    structure_share: Ratio, in "1" 0..=0.9 from "subsystems.structure.mass_fraction_dry"
        label "Structure share of dry mass" in Satellite,
        better Lower, Technology, read by Satellites, stream 4;

    /// Margin on dry mass.
    mass_margin: Ratio, in "1" 0..=2 from "subsystems.mass_margin.margin_fraction"
        label "Mass margin" in Satellite, better Lower, Design, read by Satellites, stream 212;

    /// Mass of attitude control and on-board computers of one satellite.
    avionics_mass: Mass, in "kg" 0..=1.0e5 from "subsystems.bus_avionics.mass_per_satellite"
        label "Avionics mass" in Satellite, better Lower, Technology, read by Satellites, stream 55;

    /// Launches that one satellite takes: with more than one it comes in as many parts, which are
    /// put together in orbit.
    launches: Count, in "1" 1..=10_000 from "model.assembly.launches"
        label "Launches of one satellite" in Satellite,
        better Neither, Design, read by Satellites, stream 450;

    /// Mass of a joint between two parts of a satellite: docking mechanism, what steers the parts
    /// to each other, lines across.
    joint_mass: Mass, in "kg" 0..=1.0e6 from "model.assembly.joint_mass"
        label "Mass of a joint" in Satellite,
        better Lower, Technology, read by Satellites, stream 451;

    /// Price of a joint and of putting two parts together.
    joint_price: Money, in "USD" 0..=1.0e10 from "model.assembly.joint_price"
        label "Price of a joint" in Satellite, better Lower, Market, read by Costs, stream 452;

    /// Angular momentum that gyros or wheels store per mass of theirs.
    momentum_per_mass: AngularMomentumPerMass, in "N m s/kg" 0.001..=1.0e9
        from "model.momentum_storage.per_mass"
        label "Momentum stored per mass" in Satellite,
        better Higher, Technology, read by Satellites, stream 419;

    /// Gyros or wheels installed over those needed.
    momentum_redundancy: Ratio, in "1" 0..=10 from "model.momentum_storage.redundancy"
        label "Redundancy of momentum storage" in Satellite,
        better Lower, Design, read by Satellites, stream 420;

    /// Offset of the center of sunlight's pressure from the center of mass, over the length of the
    /// array.
    pressure_offset: Ratio, in "1" 0..=0.5 from "model.momentum_storage.pressure_offset"
        label "Offset of sunlight's pressure" in Satellite,
        better Lower, Technology, read by Satellites, stream 421;

    /// Price of attitude control and on-board computers of one satellite.
    avionics_price: Money, in "USD" 0..=1.0e9 from "subsystems.bus_avionics.cost_per_satellite"
        label "Avionics price" in Satellite, better Lower, Market, read by Costs, stream 27;

    /// Price of the structure per mass of it.
    structure_price: MoneyPerMass, in "USD/kg" 0..=1.0e5 from "subsystems.structure.cost"
        label "Structure price" in Satellite, better Lower, Market, read by Costs, stream 26;

    /// Cost of assembly, integration and test as a share of the hardware without computers.
    assembly_share: Ratio, in "1" 0..=5 from "subsystems.aiandt.fraction_of_hardware"
        label "Assembly and test cost share" in Satellite,
        better Lower, Market, read by Costs, stream 34;

    /// Price of a satellite without computers and launch per IT power, in place of the sum of its
    /// parts with assembly and test; zero leaves it to them.
    platform_price: MoneyPerPower, in "USD/W" 0..=10_000 from "model.satellite.platform_price"
        label "Satellite price per IT power" in Satellite,
        better Lower, Market, read by Costs, stream 501;

    /// Factor on the sum of the parts of a satellite with assembly and test, where no price of the
    /// whole is stated.
    price_factor: Ratio, in "1" 0..=100 from "model.satellite.price_factor"
        label "Factor on satellite parts" in Satellite,
        better Lower, Market, read by Costs, stream 502;

    /// Mean time from payment to operation of a satellite and its launch.
    lead: Time, in "yr" 0..=20 from "model.lead_satellite.mean_lead"
        label "Lead time of satellites" in Finance, better Lower, Market, read by Costs, stream 5;

    /// Cost of ground operations per satellite and year.
    ground_operations: MoneyPerTime, in "USD/yr" 0..=1.0e9 from "model.satellite.ground_operations"
        label "Operations cost per satellite" in Satellite,
        better Lower, Market, read by Costs, stream 46;

    /// Greenhouse gases of manufacturing a satellite without its computers, per dry mass.
    embodied_carbon: Ratio, in "kg/kg" 0..=10_000 from "environment.sat_manufacture.co2e_per_kg"
        label "Embodied carbon of satellites" in Satellite,
        better Neither, Technology, read by Costs, stream 112;

    /// Greenhouse effect of the nitrogen oxides of re-entry, per mass that re-enters.
    reentry_carbon: Ratio, in "kg/kg" 0..=10_000 from "model.satellite.reentry_carbon"
        label "Re-entry warming per mass" in Satellite,
        better Neither, Nature, read by Costs, stream 113;

    /// Alumina left in the upper atmosphere per mass that re-enters.
    reentry_alumina: Ratio, in "kg/kg" 0..=2
        from "environment.reentry_alumina.alumina_per_satellite_mass"
        label "Re-entry alumina per mass" in Satellite,
        better Neither, Nature, read by Costs, stream 114;

    /// Nitrogen oxides formed at re-entry per mass that re-enters.
    reentry_nitrogen_oxides: Ratio, in "kg/kg" 0..=10 from "environment.reentry_nox.nox_per_kg"
        label "Re-entry nitrogen oxides" in Satellite,
        better Neither, Nature, read by Costs, stream 115;

    /// Share of the dry mass that reaches the ground where a re-entry is not steered.
    surviving_share: Ratio, in "1" 0..=1 from "model.reentry.surviving_share"
        label "Mass surviving re-entry" in Satellite,
        better Lower, Technology, read by Satellites, stream 410, free;

    /// Mean mass of a piece that reaches the ground.
    piece_mass: Mass, in "kg" 0.01..=10_000 from "model.reentry.piece_mass"
        label "Mass of surviving pieces" in Satellite,
        better Neither, Technology, read by Satellites, stream 411;

    /// Mean area of a piece that reaches the ground, seen from above.
    piece_area: Area, in "m2" 0.0001..=1_000 from "model.reentry.piece_area"
        label "Area of surviving pieces" in Satellite,
        better Lower, Technology, read by Satellites, stream 412;

    /// Diffuse reflectance of a satellite in sunlight, for its brightness.
    reflectance: Ratio, in "1" 0..=1 from "model.sky.reflectance"
        label "Satellite reflectance" in Satellite,
        better Neither, Technology, read by Satellites, stream 116;

    /// Phase angle between Sun and observer as seen from a satellite, for its brightness.
    phase_angle: Angle, in "deg" 0..=180 from "model.sky.phase_angle"
        label "Phase angle for brightness" in Satellite,
        better Neither, Convention, read by Satellites, stream 117;
}
