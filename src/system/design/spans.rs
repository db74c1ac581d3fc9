//! What distance adds to one satellite: booms of the array, cables along it, pipes to the panels.

use super::Fixed;
use super::heat::flow_of;
use crate::physics::booms::Boom;
use crate::physics::cables::{CableDuty, Conductor};
use crate::physics::heat_transport::pump_power;
use crate::physics::manifolds::Manifold;
use crate::system::inputs::Case;
use crate::units::{Area, Length, Mass, MassRate, Power, Ratio, fraction};

/// Length of one of the two wings of an array.
pub fn wing_length(case: &Case, array: Area) -> Length {
    (array * case.array.aspect).sqrt() / 2.0
}

impl Fixed<'_> {
    /// Mass of booms beyond that which a wing of the usual length has within its mass per area;
    /// endless where none of their slenderness is stiff enough.
    pub(super) fn booms(&self, array: Mass, area: Area) -> Mass {
        let array_of = &self.case.array;
        let boom = Boom {
            density: array_of.boom_density,
            modulus: array_of.boom_modulus,
            slenderness: array_of.boom_slenderness,
        };
        let share = |length: Length| boom.mass_share(length, array_of.frequency);
        let length = wing_length(self.case, area);
        let needed = share(length);
        if length <= array_of.usual_wing {
            return Mass::from_base(0.0);
        }
        if needed.base().is_infinite() {
            return Mass::from_base(f64::INFINITY);
        }
        array * (needed - share(array_of.usual_wing))
    }

    /// Mass of the cables that collect the power of both wings, each as far as half of it on
    /// average.
    pub(super) fn cables(&self, power: Power, area: Area) -> Mass {
        let pmad = &self.case.pmad;
        let conductor = Conductor {
            density: pmad.cable_density,
            resistivity: pmad.cable_resistivity,
            dressing: pmad.cable_dressing,
        };
        conductor.mass(&CableDuty {
            power,
            distance: wing_length(self.case, area) / 2.0,
            voltage: pmad.voltage,
            loss: pmad.cable_loss,
        })
    }

    /// Pipes to both halves of the panels.
    fn pipe(&self, panel: Area) -> Manifold {
        let coolant = &self.case.coolant;
        let half: Length = (panel * self.case.radiator.aspect).sqrt() / 2.0;
        Manifold {
            distance: half * coolant.pipes,
            speed: coolant.pipe_speed,
            coolant: coolant.density,
            wall: coolant.pipe_density,
            least_wall: coolant.pipe_wall,
            pressure: coolant.pipe_pressure,
            stress: coolant.pipe_stress,
            friction: coolant.pipe_friction,
        }
    }

    fn half_flow(&self, heat: Power) -> MassRate {
        flow_of(self.case, heat) / 2.0
    }

    /// Mass of the pipes with the coolant in them.
    pub(super) fn pipes(&self, heat: Power, panel: Area) -> Mass {
        self.pipe(panel).mass(self.half_flow(heat)) * 2.0
    }

    /// Power of the pumps for the pipes per heat.
    pub(super) fn pipe_share(&self, heat: Power, panel: Area) -> Ratio {
        let coolant = &self.case.coolant;
        if heat.base() <= 0.0 || coolant.pipes.base() <= 0.0 {
            return fraction(0.0);
        }
        let lost = self.pipe(panel).header_drop(self.half_flow(heat));
        let flow = flow_of(self.case, heat);
        pump_power(flow, lost, coolant.density, coolant.pump_efficiency) / heat
    }
}
