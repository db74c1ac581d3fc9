//! What power and mass of one satellite are made of.

use crate::units::{Mass, Power};

/// Power on board, mean of the sizing orbit.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Loads {
    /// Computers.
    pub it: Power,
    /// Avionics, heaters and the rest.
    pub housekeeping: Power,
    /// Spare computers on board.
    pub spares: Power,
    /// Optical terminals.
    pub links: Power,
    /// Coolant pumps.
    pub pumps: Power,
    /// Heat pump.
    pub heat_pump: Power,
    /// Thrusters.
    pub thrusters: Power,
    /// Power into the bus: the loads above and the loss of distribution.
    pub bus: Power,
    /// What throttled computers save at the bus in shadow.
    pub eclipse_saving: Power,
    /// Loss of charging and discharging.
    pub battery_loss: Power,
    /// Leaves as beams.
    pub radiated: Power,
    /// Leaves with the jets.
    pub jet: Power,
    /// Heat into the radiators.
    pub heat: Power,
}

/// Masses of one satellite.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Masses {
    /// Solar array.
    pub array: Mass,
    /// Booms of the array beyond those of short wings.
    pub booms: Mass,
    /// Cables along the array.
    pub cables: Mass,
    /// Battery.
    pub battery: Mass,
    /// Radiator panels with deployment.
    pub panels: Mass,
    /// Louvers.
    pub louvers: Mass,
    /// Coolant loop and pumps.
    pub coolant_loop: Mass,
    /// Coolant in the loop and its accumulators.
    pub coolant: Mass,
    /// Pipes to the panels and the coolant in them.
    pub pipes: Mass,
    /// Heat pump with its heat exchangers.
    pub heat_pump: Mass,
    /// Armor of the coolant tubes.
    pub armor: Mass,
    /// Computers.
    pub computers: Mass,
    /// Power distribution.
    pub distribution: Mass,
    /// Shielding.
    pub shielding: Mass,
    /// Avionics.
    pub avionics: Mass,
    /// Joints between the parts of a satellite that takes several launches.
    pub joints: Mass,
    /// Gyros or wheels.
    pub momentum: Mass,
    /// Optical terminals.
    pub links: Mass,
    /// Thrusters and tanks.
    pub propulsion: Mass,
    /// Structure.
    pub structure: Mass,
    /// Margin.
    pub margin: Mass,
    /// Dry, with margin.
    pub dry: Mass,
    /// Propellant.
    pub propellant: Mass,
    /// Launched mass that a pin asks for, less the model's own.
    pub pin_difference: Mass,
    /// Launched.
    pub launched: Mass,
}

impl Masses {
    /// What distance adds: booms, cables and pipes.
    pub fn spans(&self) -> Mass {
        self.booms + self.cables + self.pipes
    }

    /// Sum of the parts, before structure and margin.
    pub(super) fn parts(&self) -> Mass {
        self.array
            + self.booms
            + self.cables
            + self.battery
            + self.panels
            + self.louvers
            + self.coolant_loop
            + self.coolant
            + self.pipes
            + self.heat_pump
            + self.armor
            + self.computers
            + self.distribution
            + self.shielding
            + self.avionics
            + self.joints
            + self.momentum
            + self.links
            + self.propulsion
    }
}
