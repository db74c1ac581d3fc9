//! The way from the orbit in which a launch leaves a satellite to the one in which it works.

use super::state::State;
use super::{ClosurePass, Design, Fixed};
use crate::physics::environment::Environment;
use crate::physics::orbit_raising::{PlannedWay, Raised};
use crate::physics::propulsion::{LifePropellant, thruster_power};
use crate::physics::radiation::ShieldGeometry;
use crate::system::inputs::Case;
use crate::system::lift::WayUp;
use crate::units::{Area, DoseRate, Force, Mass, Power, Ratio};

/// The way of a case with the dose rates at the chips, all sources: solar protons as in the working
/// orbit, which more of them reach than any below it.
pub(super) fn way_of(case: &Case, environment: &Environment, way: &WayUp) -> PlannedWay<DoseRate> {
    let (geometry, thickness) = (ShieldGeometry::Sphere, case.shielding.thickness);
    let solar = environment.solar_protons.times(case.environment.solar_protons);
    let everywhere: DoseRate = solar.dose(geometry, thickness) + case.environment.cosmic_ray_dose;
    let cycle = case.environment.solar_cycle;
    way.map(|belts| belts.dose(geometry, thickness, cycle).rate + everywhere)
}

impl Design {
    /// Electric power of the thrusters that raise it; none where launches bring it to its working
    /// orbit.
    pub fn raising_power(&self) -> Power {
        self.raised.map_or(Power::from_base(0.0), |_| self.propulsion.thruster_power)
    }
}

impl Fixed<'_> {
    pub(super) fn drag(&self, state: &State) -> Force {
        self.drag_pressure * self.across(state)
    }

    /// Mean area across the flight.
    fn across(&self, state: &State) -> Area {
        let (array_share, panel_share) = self.ram_shares;
        array_share * state.array_area + panel_share * state.panel_area
    }

    /// Drag coefficient times the area across the flight.
    fn drag_area(&self, state: &State) -> Area {
        self.across(state) * self.case.propulsion.drag_coefficient
    }

    /// Mean thrust that the way takes; none where there is no way.
    pub(super) fn raising_thrust(&self, state: &State) -> Force {
        let propulsion = &self.case.propulsion;
        self.way.as_ref().map_or(Force::from_base(0.0), |way| {
            let (time, margin) = (propulsion.raising_duration, propulsion.raising_margin);
            way.thrust(state.launched, time, self.drag_area(state), margin)
        })
    }

    /// The same in sunlight, where alone it thrusts.
    pub(super) fn raising_thrust_in_sunlight(&self, mean: Force) -> Force {
        let share: Ratio = self.sizing.sunlit / (self.sizing.sunlit + self.sizing.shadow);
        mean / share
    }

    /// Propellant of the life and of the way before it.
    pub(super) fn propellant_with_way(&self, state: &State, thrust: Force) -> LifePropellant {
        let Some(way) = &self.way else { return self.propellant };
        let velocity = way.delta_v_in_air(thrust, self.drag_area(state));
        self.propellant.after_raising(velocity, self.case.propulsion.specific_impulse)
    }

    /// Whether the new array feeds thrusters and housekeeping on the way, on which the computers
    /// do not work.
    pub(super) fn can_raise(&self, pass: &ClosurePass) -> bool {
        let case = self.case;
        let fed = pass.array_bol * case.array.pointing_and_wiring * case.pmad.efficiency;
        let mean = self.raising_thrust(&pass.state());
        let thrusters = self.thruster_power(self.raising_thrust_in_sunlight(mean));
        self.way.is_none() || thrusters + pass.loads.housekeeping <= fed
    }

    /// Electric power of thrusters that give a thrust.
    pub(super) fn thruster_power(&self, thrust: Force) -> Power {
        let propulsion = &self.case.propulsion;
        propulsion.electric_share
            * thruster_power(thrust, propulsion.specific_impulse, propulsion.efficiency)
    }

    /// What the way takes of a satellite of this mass.
    pub(super) fn raised(&self, state: &State, launched: Mass) -> Option<Raised> {
        let thrust = self.raising_thrust(state);
        let impulse = self.case.propulsion.specific_impulse;
        self.way.as_ref().map(|way| way.raised(launched, thrust, (self.drag_area(state), impulse)))
    }
}
