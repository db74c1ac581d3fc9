//! What the parts of one satellite weigh, and the propulsion that moves them.

use super::heat::coolant_mass;
use super::{Fixed, Loads, Masses, Propulsion};
use crate::physics::mass::DryMass;
use crate::physics::propulsion::LifePropellant;
use crate::units::{Acceleration, Area, Energy, Force, Mass, Power, Ratio, fraction};

/// Sizes that masses follow from.
#[derive(Debug, Clone, Copy)]
pub(super) struct PartSizes {
    pub(super) array_bol: Power,
    pub(super) array_area: Area,
    pub(super) battery_energy: Energy,
    pub(super) panel_area: Area,
}

impl Fixed<'_> {
    pub(super) fn propulsion(&self, (drag, raising): (Force, Force), launched: Mass) -> Propulsion {
        let steady: Force = drag + launched * self.keeping;
        let disposal: Force = launched * self.farewell.own / self.case.propulsion.disposal_duration;
        let drag_make_up =
            if launched.base() > 0.0 { drag / launched } else { Acceleration::from_base(0.0) };
        Propulsion {
            drag_make_up,
            thruster_power: self.thruster_power(
                steady.larger(disposal).larger(self.raising_thrust_in_sunlight(raising)),
            ),
        }
    }

    /// Propellant of a satellite of these parts against this drag, with that of the tanks that it
    /// asks for; endless where they ask for more than they hold.
    fn propellant_of(&self, parts: Mass, (drag, life): (Force, &LifePropellant)) -> Mass {
        let per_part: Ratio = life.per_dry * self.roll_up.growth_factor();
        let held: Ratio = fraction(1.0) - self.case.propulsion.tank_share * per_part;
        if held.base() <= 0.0 {
            return Mass::from_base(f64::INFINITY);
        }
        (parts * per_part + life.against(drag)) / held
    }

    pub(super) fn masses(
        &self,
        loads: &Loads,
        sizes: &PartSizes,
        (drag, life): (Force, &LifePropellant),
        propulsion: &Propulsion,
    ) -> Masses {
        let case = self.case;
        let PartSizes { array_bol, array_area, battery_energy, panel_area } = *sizes;
        let mut masses = Masses {
            array: array_area * case.array.areal_mass + array_bol / case.array.specific_power,
            battery: self.battery.mass(battery_energy),
            panels: self.heat.radiator.mass(panel_area)
                * (fraction(1.0) + case.radiator.deployment_share),
            louvers: panel_area
                * (case.radiator.louvers * self.heat.faces)
                * case.radiator.louver_mass,
            coolant_loop: loads.heat * case.coolant.loop_specific_mass,
            heat_pump: loads.heat_pump * case.heat_pump.specific_mass,
            coolant: coolant_mass(case, loads.heat),
            pipes: self.pipes(loads.heat, panel_area),
            cables: self.cables(array_bol, array_area),
            armor: panel_area * self.armor.1,
            distribution: loads.bus * case.pmad.specific_mass,
            propulsion: propulsion.thruster_power * case.propulsion.specific_mass,
            ..self.equipment
        };
        masses.booms = self.booms(masses.array, array_area);
        let array: Mass = masses.array + masses.booms;
        let momentum = self.momentum(array, masses.panels + masses.armor, sizes);
        masses.momentum = self.storage(momentum);
        let propellant = self.propellant_of(masses.parts(), (drag, life));
        masses.propulsion += case.propulsion.tank_share * propellant;
        let DryMass { structure, margin, dry, .. } = self.roll_up.dry_mass(masses.parts());
        masses.structure = structure;
        masses.margin = margin;
        masses.dry = dry;
        masses.propellant = dry * life.per_dry + life.against(drag);
        let own: Mass = dry + masses.propellant;
        masses.launched = case.pins.mass_per_it_power.map_or(own, |pinned| pinned * self.it);
        masses.pin_difference = masses.launched - own;
        masses
    }
}
