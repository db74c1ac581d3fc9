//! Masses of the working satellites.

use super::arithmetic::ONE;
use super::metrics;
use crate::units::{Mass, SpecificMass};

metrics! {
    /// Masses of the working satellites.
    MassMetrics mass, with m, case, e;

    /// Mass of the solar arrays.
    array: Mass, in "kg", "Mass of solar array" =
        m.array().area()? * case.array.areal_mass + m.array().power_bol()? /
            case.array.specific_power;

    /// Mass of the booms that long wings need beyond those within their mass per area.
    booms: Mass, in "kg", "Mass of booms" = e.all(|one| one.masses.booms)?,
        "`mass.array` times the difference of x / (1 - x) between `array.wing_length` and \
         `array.usual_wing`, or zero where the wing is shorter; x is twice `array.boom_density` \
         over `array.boom_modulus`, times the square of length times 2 pi `array.frequency` over \
         3.516 `array.boom_slenderness`.";

    /// Mass of the cables that collect power along the array.
    cables: Mass, in "kg", "Mass of array cables" = e.all(|one| one.masses.cables)?,
        "`pmad.cable_density` times `pmad.cable_resistivity` times (1 + `pmad.cable_dressing`) \
         times the square of `array.wing_length` over `pmad.voltage`, times `array.power_bol` over \
         `pmad.cable_loss`.";

    /// Mass of the radiator panels with deployment.
    radiator_panels: Mass, in "kg", "Mass of radiator panels" =
        m.radiator().panel_area()? * case.radiator.areal_mass * (ONE +
            case.radiator.deployment_share);

    /// Mass of the louvers.
    louvers: Mass, in "kg", "Mass of louvers" =
        m.radiator().louver_area()? * case.radiator.louver_mass;

    /// Mass of coolant loop and pumps.
    coolant_loop: Mass, in "kg", "Mass of coolant loop" =
        m.radiator().heat()? * case.coolant.loop_specific_mass;

    /// Mass of the coolant in the loop and its accumulators.
    coolant: Mass, in "kg", "Mass of coolant" =
        m.coolant().flow()? * case.coolant.loop_time * case.coolant.inventory;

    /// Mass of the pipes to the panels and of the coolant in them.
    pipes: Mass, in "kg", "Mass of pipes" = e.all(|one| one.masses.pipes)?,
        "For each half of a panel of `radiator.panel_area` and `radiator.aspect` two pipes of half \
         its length times `coolant.pipes`, of half of `coolant.flow` at `coolant.pipe_speed` and \
         `coolant.density`, with a wall of `coolant.pipe_density`, of `coolant.pipe_wall` or as \
         thick as `coolant.pipe_pressure` asks at `coolant.pipe_stress`.";

    /// Mass of the heat pump with its heat exchangers.
    heat_pump: Mass, in "kg", "Mass of heat pump" =
        m.power().heat_pump()? * case.heat_pump.specific_mass;

    /// Mass of coolant tube armor beyond the wall that the panel mass contains.
    armor: Mass, in "kg", "Mass of armor" = e.all(|one| one.masses.armor)?,
        "`radiator.panel_area` times `armor.tube_share` times `armor.density` times \
         (`armor.thickness` - `armor.wall`), or zero where `armor.wall` is thicker, times the \
         mean diameter of the annulus, `armor.bore` + `armor.thickness` + `armor.wall`, over \
         `armor.bore` + 2 `armor.wall`.";

    /// Mass of the computers with spares on board.
    computers: Mass, in "kg", "Mass of computers" = e.all(|one| one.masses.computers)?,
        "`it.power` times (1 + `it.spares`) times `it.specific_mass`.";

    /// Power distribution.
    power_distribution: Mass, in "kg", "Mass of power distribution" =
        m.power().bus()? * case.pmad.specific_mass;

    /// Mass of radiation shielding beyond the structure.
    shielding: Mass, in "kg", "Mass of shield" = e.all(|one| one.masses.shielding)?,
        "Thickness added (`shielding.thickness` - `shielding.structure_thickness`), or zero \
         where the structure is thicker, times `shielding.density` times `shielding.area` \
         times `it.power`.";

    /// Mass of attitude control and on-board computers.
    avionics: Mass, in "kg", "Mass of avionics" = e.all(|one| one.masses.avionics)?,
        "`satellite.count` times `satellite.avionics_mass`.";

    /// Mass of the joints between parts that are put together in orbit.
    joints: Mass, in "kg", "Mass of joints" = e.all(|one| one.masses.joints)?,
        "`satellite.count` times (`satellite.launches` - 1) times `satellite.joint_mass`.";

    /// Mass of the gyros or wheels that store angular momentum.
    momentum: Mass, in "kg", "Mass of momentum storage" = e.all(|one| one.masses.momentum)?,
        "`satellite.count` times `satellite.momentum` over `satellite.momentum_per_mass` times \
         `satellite.momentum_redundancy`.";

    /// Mass of the optical terminals.
    links: Mass, in "kg", "Mass of optical terminals" = e.all(|one| one.masses.links)?,
        "`satellite.count` times `link.terminals` times `link.terminal_mass`.";

    /// Mass of thrusters, power processors and tanks.
    propulsion: Mass, in "kg", "Mass of propulsion" = e.all(|one| one.masses.propulsion)?,
        "`propulsion.thruster_power` times `propulsion.specific_mass`, plus \
         `propulsion.tank_share` times `mass.propellant`.";

    /// Mass of structure and integration.
    structure: Mass, in "kg", "Mass of structure" = e.all(|one| one.masses.structure)?,
        "`satellite.structure_share` times the difference of `mass.dry` and `mass.margin`.";

    /// Margin contained in the dry mass.
    margin: Mass, in "kg", "Margin on dry mass" = e.all(|one| one.masses.margin)?,
        "`mass.dry` times `satellite.mass_margin` over (1 + `satellite.mass_margin`).";

    /// Dry mass with margin.
    dry: Mass, in "kg", "Dry mass" = e.all(|one| one.masses.dry)?,
        "Sum of `mass.array`, `mass.booms`, `mass.cables`, `battery.mass`, \
         `mass.radiator_panels`, `mass.louvers`, `mass.coolant_loop`, `mass.coolant`, \
         `mass.pipes`, `mass.heat_pump`, `mass.armor`, `mass.computers`, \
         `mass.power_distribution`, `mass.shielding`, `mass.avionics`, `mass.joints`, \
         `mass.momentum`, \
         `mass.links` and `mass.propulsion`, over (1 - `satellite.structure_share`), times \
         (1 + `satellite.mass_margin`).";

    /// Mass of propellant for raising, drag, station-keeping, avoidance and disposal.
    propellant: Mass, in "kg", "Mass of propellant" = e.all(|one| one.masses.propellant)?,
        "Rocket equation over `propulsion.raising_delta_v`, then over `satellite.life`: \
         `propulsion.drag_force` as a constant force, \
         `propulsion.station_keeping` and `propulsion.avoidance` as accelerations, \
         `propulsion.disposal_delta_v` at the end, with `propulsion.specific_impulse`, of which \
         `propulsion.burn_delta_v` with `propulsion.burn_impulse`.";

    /// Launched mass set by a pin less that of the model.
    pin_difference: Mass, in "kg", "Mass difference of a pin" =
        e.all(|one| one.masses.pin_difference)?,
        "Zero unless `mass.per_it_power` is pinned.";

    /// Launched mass: dry mass and propellant, without spare satellites.
    launched: Mass, in "kg", "Launched mass" = e.all(|one| one.masses.launched)?,
        "Sum of `mass.dry`, `mass.propellant` and `mass.pin_difference`.";

    /// Launched mass per IT power.
    per_it_power: SpecificMass, in "kg/kW", "Launched mass per IT power" =
        m.mass().launched()? / case.it.power;
}
