//! The satellite: power, heat and mass as one closed loop.
//!
//! Loads need power, power needs array and battery, all of it becomes heat, heat needs pumps and
//! radiators, everything has mass, mass and area need propellant and thrusters, and thrusters need
//! power. The loop is solved by repetition with Anderson mixing; a few passes bring it to a
//! relative change below 5e-10.

mod array;
mod budgets;
mod farewell;
mod geometry;
mod heat;
mod loads;
mod near;
mod parts;
mod raising;
mod sizing;
mod spans;
mod state;
mod turning;
mod weights;

use self::array::{Array, ArrayBack};
pub use self::budgets::{Loads, Masses};
pub use self::farewell::{Farewell, graveyard};
pub(super) use self::geometry::panel_ram_share;
use self::geometry::{array_view, covered_share, drag_pressure, usual_array_view};
use self::heat::{Flux, Heat, SeenArray};
pub use self::heat::{closed_louvers, flow_of as coolant_flow, panel_coolant};
pub use self::near::Sizes;
use self::parts::{armor_of, equipment, spare_panels};
pub use self::parts::{armor_parameters, battery_parameters};
use self::raising::way_of;
pub use self::sizing::Sizing;
pub use self::spans::wing_length;
use self::state::State;
use self::turning::worst_tilt;
use self::weights::PartSizes;
use super::environment::Surroundings;
use super::inputs::Case;
use super::lift::WayUp;
use super::notes::Note;
use crate::domain::DomainError;
use crate::physics::battery::{Battery, DepthLimit};
use crate::physics::environment::Environment;
use crate::physics::mass::{MassParameters, MassRollUp};
use crate::physics::orbit_raising::{PlannedWay, Raised};
use crate::physics::propulsion::{LifePropellant, ThrustDuty};
use crate::physics::radiation::cells::CellDamage;
use crate::physics::radiator::FacingPanel;
use crate::physics::sections::SparePanels;
use crate::units::{
    Acceleration, Action, Angle, Area, ArealMass, DoseRate, Energy, Force, Irradiance, Length,
    Power, Pressure, Ratio, Temperature, Time, YEAR_SECONDS, fraction,
};

/// Passes of the loop at most.
const MOST_PASSES: u32 = 60;
const ONE_YEAR: Time = Time::from_base(YEAR_SECONDS);

/// State of the radiator panel in the hot case, pins applied.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Panel {
    /// Net heat per panel area.
    pub net_flux: Irradiance,
    /// The model's own, where a pin replaces it and it exists.
    pub model_net_flux: Option<Irradiance>,
    /// Absorbed per panel area.
    pub absorbed: Irradiance,
    /// Effective sink.
    pub sink_temperature: Temperature,
    /// The model's own, where a pin replaces it.
    pub model_sink_temperature: Temperature,
    /// Root of the fins.
    pub root_temperature: Temperature,
    /// Mean radiating temperature.
    pub surface_temperature: Temperature,
    /// Effectiveness of the fins.
    pub fin_effectiveness: Ratio,
    /// Emission of the panel's real surface per panel area.
    pub emission: Irradiance,
}

/// Propulsion of one satellite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Propulsion {
    /// Velocity change per year against drag.
    pub drag_make_up: Acceleration,
    /// Installed thruster power.
    pub thruster_power: Power,
}

/// One satellite that closes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Design {
    /// Power on board.
    pub loads: Loads,
    /// Masses.
    pub masses: Masses,
    /// Angular momentum that gyros or wheels store.
    pub momentum: Action,
    /// Sunlight and shadow it is sized for.
    pub sizing: Sizing,
    /// Array power in sunlight over bus power.
    pub charge_factor: Ratio,
    /// Infrared of the panels that the back of the array absorbs, per area of it.
    pub array_warming: Irradiance,
    /// Temperature of the array at 1 au.
    pub array_temperature: Temperature,
    /// Cell efficiency at that temperature.
    pub array_efficiency: Ratio,
    /// Array power per area at 1 au, begin of life.
    pub array_density: Irradiance,
    /// The same in the sizing orbit.
    pub array_sizing_density: Irradiance,
    /// The same at 1 au with the Earth's mean radiation.
    pub mean_array_density: Irradiance,
    /// End of life over begin of life.
    pub remaining_factor: Ratio,
    /// Fluence of a year on the cells, as 1 MeV electrons, where their power is told by it.
    pub damage: Option<CellDamage>,
    /// Mean over the life over begin of life.
    pub mean_remaining_factor: Ratio,
    /// Array power at end of life that the loads need.
    pub array_needed: Power,
    /// Array power at begin of life.
    pub array_bol: Power,
    /// Array area.
    pub array_area: Area,
    /// Depth of discharge.
    pub depth: Ratio,
    /// What sets it.
    pub depth_limit: DepthLimit,
    /// Nameplate energy of the battery.
    pub battery_energy: Energy,
    /// State of the radiator panel.
    pub panel: Panel,
    /// View factor from a face of the panel to the back of the array.
    pub array_view: Ratio,
    /// Faces that radiate.
    pub faces: Ratio,
    /// Panel area.
    pub panel_area: Area,
    /// Panel area on the array's back.
    pub panel_on_array: Area,
    /// Chip temperature.
    pub chip_temperature: Temperature,
    /// Wall of the coolant tubes that stops particles.
    pub armor: Length,
    /// Installed over needed panel area, for sections that are lost.
    pub section_factor: Ratio,
    /// Drag, mean of the year.
    pub drag: Force,
    /// Velocity changes of disposal.
    pub farewell: Farewell,
    /// Propulsion.
    pub propulsion: Propulsion,
    /// The way from where a launch leaves it; none where that is the working orbit.
    pub raised: Option<Raised>,
}

/// The satellite with this IT power that closes in these surroundings.
///
/// # Errors
/// The note that says why none exists: the panels are not warmer than their surroundings, pumps and
/// thrusters ask for more than they leave, or a model refuses a value.
pub fn close(case: &Case, surroundings: &Surroundings, it_power: Power) -> Result<Design, Note> {
    let fixed = Fixed::new(case, &surroundings.environment, &surroundings.way, it_power)?;
    Ok(fixed.design(&fixed.closed_from(fixed.start()?)?))
}

/// An array as a panel sees it.
const fn seen(view: Ratio, array: &Array) -> SeenArray {
    SeenArray { view, emission: array.back_emission }
}

/// The satellite as one pass of the loop leaves it.
#[derive(Debug, Clone, Copy)]
struct ClosurePass {
    drag: Force,
    loads: Loads,
    array_needed: Power,
    array_bol: Power,
    array_area: Area,
    battery_energy: Energy,
    array: Array,
    array_view: Ratio,
    flux: Flux,
    panel_area: Area,
    section_factor: Ratio,
    propulsion: Propulsion,
    sizes: PartSizes,
    masses: Masses,
}

impl ClosurePass {
    const fn state(&self) -> State {
        State {
            array_area: self.array_area,
            panel_area: self.panel_area,
            launched: self.masses.launched,
            fin_effectiveness: self.flux.fin_effectiveness,
            panel_emission: self.flux.emission,
        }
    }
}

/// What does not change while the loop closes.
struct Fixed<'a> {
    case: &'a Case,
    environment: &'a Environment,
    it: Power,
    satellites: Ratio,
    sizing: Sizing,
    /// The array with a bare back, alone.
    array: Array,
    battery: Battery,
    depth: (Ratio, DepthLimit),
    heat: Heat,
    /// Array power in sunlight over bus power.
    charge_factor: Ratio,
    /// Loss of charging and discharging over bus power in shadow, mean of the sizing orbit.
    storage_loss: Ratio,
    /// What throttled computers save at the bus in shadow.
    eclipse_saving: Power,
    roll_up: MassRollUp,
    /// Mass that depends on IT power alone.
    equipment: Masses,
    /// Drag per area across the flight.
    drag_pressure: Pressure,
    ram_shares: (Ratio, Ratio),
    /// Angle between Sun line and orbit at which gravity turns the satellite most.
    tilt: Angle,
    /// Wall of the coolant tubes, and what it adds to the mass of the panels per area.
    armor: (Length, ArealMass),
    /// Panels in place of sections that are lost; none where no tubes are at stake.
    sections: Option<SparePanels>,
    /// Velocity change per year beside drag.
    keeping: Acceleration,
    farewell: Farewell,
    propellant: LifePropellant,
    /// The way from where a launch leaves it; none where that is the working orbit.
    way: Option<PlannedWay<DoseRate>>,
}

impl<'a> Fixed<'a> {
    fn new(
        case: &'a Case,
        environment: &'a Environment,
        way: &Result<Option<WayUp>, DomainError>,
        it: Power,
    ) -> Result<Self, Note> {
        let refused = |_: DomainError| Note::NotConverged;
        let way = way.as_ref().map_err(|_| Note::NoWay)?;
        let sizing = Sizing::new(case, environment)?;
        let battery = Battery::new(battery_parameters(case)).map_err(refused)?;
        let years: Ratio = case.life() / ONE_YEAR;
        let cycles: Ratio = environment.eclipse_count * years;
        let array = Array::new(case, environment, &sizing)?;
        let heat = Heat::new(case, environment).map_err(refused)?;
        let charge_factor = battery.charge_factor(sizing.sunlit, sizing.shadow);
        let keeping: Acceleration = case.propulsion.station_keeping
            + case.propulsion.avoidance_maneuvers * case.propulsion.avoidance_delta_v;
        let farewell = Farewell::new(case);
        Ok(Self {
            case,
            environment,
            it,
            satellites: case.it.power / it,
            sizing,
            array,
            battery,
            depth: battery.depth_of_discharge(cycles.larger(fraction(1.0))),
            heat,
            charge_factor,
            storage_loss: sizing.storage_loss(case.battery.round_trip_efficiency),
            eclipse_saving: (fraction(1.0) - case.it.eclipse_share) * it / case.pmad.efficiency,
            roll_up: MassRollUp::new(MassParameters {
                structure_share: case.satellite.structure_share,
                margin: case.satellite.mass_margin,
            })
            .map_err(refused)?,
            equipment: equipment(case, it),
            drag_pressure: drag_pressure(case, environment),
            ram_shares: (environment.ram_share_array, panel_ram_share(case, environment)),
            tilt: worst_tilt(environment),
            armor: armor_of(case, environment).map_err(refused)?,
            sections: spare_panels(case).map_err(refused)?,
            keeping,
            farewell,
            propellant: LifePropellant::new(&ThrustDuty {
                keeping,
                life: case.life(),
                disposal: farewell.own,
                specific_impulse: case.propulsion.specific_impulse,
                burn: farewell.burn,
                burn_impulse: case.propulsion.burn_impulse,
            }),
            way: way.as_ref().map(|way| way_of(case, environment, way)),
        })
    }

    /// Where the loop begins: a satellite whose panels see as much of the array as is usual.
    fn start(&self) -> Result<State, Note> {
        let mut state = State { fin_effectiveness: fraction(1.0), ..State::default() };
        let seen = seen(usual_array_view(self.case), &self.array);
        if let Ok(flux) = self.heat.flux(self.case, &seen, state.fin_effectiveness) {
            // The first repetition finds the mass, the second what its propulsion adds.
            for _ in 0..2 {
                let array = self.array_of(&state, seen.view)?;
                state = self.assembled(&state, &array, seen.view, flux)?.state();
            }
        }
        Ok(state)
    }

    #[inline]
    fn pass(&self, state: &State) -> Result<ClosurePass, Note> {
        let array_view = array_view(self.case, state.array_area, state.panel_area);
        let array = self.array_of(state, array_view)?;
        let seen = seen(array_view, &array);
        let flux = self.heat.flux(self.case, &seen, state.fin_effectiveness)?;
        self.assembled(state, &array, array_view, flux)
    }

    /// The satellite whose panels reject a flux, with the drag and the thrust of the state.
    #[inline]
    fn assembled(
        &self,
        state: &State,
        array: &Array,
        array_view: Ratio,
        flux: Flux,
    ) -> Result<ClosurePass, Note> {
        let case = self.case;
        let drag: Force = self.drag(state);
        let heat: Power = flux.net * state.panel_area / case.radiator.area_factor;
        let pipes = self.pipe_share(heat, state.panel_area);
        let loads = self.loads(drag, state.launched, pipes).ok_or(Note::NotConverged)?;
        let array_needed = self.array_needed(array, &loads);
        let array_bol = self
            .share_of_pin(case.pins.array_power_bol)
            .unwrap_or_else(|| array.begin_of_life(case, array_needed, self.charge_factor));
        let battery_energy = self.share_of_pin(case.pins.battery_energy).unwrap_or_else(|| {
            let in_shadow: Power = loads.bus - self.eclipse_saving;
            self.battery.energy(in_shadow, self.sizing.eclipse_max, self.depth.0)
        });
        let needed: Area = loads.heat * case.radiator.area_factor / flux.net;
        let section_factor = self.sections.map_or(fraction(1.0), |spare| spare.factor(needed));
        let panel_area: Area = needed * section_factor;
        let raising = self.raising_thrust(state);
        let propulsion = self.propulsion((drag, raising), state.launched);
        let propellant = self.propellant_with_way(state, raising);
        let array_area: Area = array_bol / array.density;
        let sizes = PartSizes { array_bol, array_area, battery_energy, panel_area };
        let masses = self.masses(&loads, &sizes, (drag, &propellant), &propulsion);
        if masses.booms.base().is_infinite() {
            return Err(Note::NoBoom);
        }
        if !masses.pin_difference.base().is_finite() {
            return Err(Note::NotConverged);
        }
        Ok(ClosurePass {
            drag,
            loads,
            array_needed,
            array_bol,
            array_area,
            battery_energy,
            array: *array,
            array_view,
            flux,
            panel_area,
            section_factor,
            propulsion,
            sizes,
            masses,
        })
    }

    /// The array with what the panels of a state do to its back.
    fn array_of(&self, state: &State, array_view: Ratio) -> Result<Array, Note> {
        let covered = covered_share(self.case, state.array_area, state.panel_area);
        let back = ArrayBack { covered, warming: self.warming(state, array_view) };
        if back.covered.base() <= 0.0 && back.warming.base() <= 0.0 {
            return Ok(self.array);
        }
        self.array.with_back(self.case, self.environment, &self.sizing, &back)
    }

    /// Infrared of the working panels that the back of the array absorbs, per area of it; none
    /// where a pin stands for what the panels reject or see.
    fn warming(&self, state: &State, array_view: Ratio) -> Irradiance {
        let case = self.case;
        if case.pins.net_flux.is_some() || case.pins.sink_temperature.is_some() {
            return Irradiance::from_base(0.0);
        }
        let panel = FacingPanel {
            emission: state.panel_emission,
            area: self.needed(state.panel_area) / case.radiator.area_factor,
            view: array_view,
        };
        panel.absorbed_by(state.array_area, case.array.back_emissivity)
    }

    /// Power at 1 au and end of life that the loads ask of an array, the battery's charge with it.
    fn array_needed(&self, array: &Array, loads: &Loads) -> Power {
        let per_power: Ratio =
            array.density / array.sizing_density / self.case.array.pointing_and_wiring;
        let stored: Ratio = (self.charge_factor - fraction(1.0)) * per_power;
        loads.bus * (self.charge_factor * per_power) - self.eclipse_saving * stored
    }

    fn design(&self, pass: &ClosurePass) -> Design {
        let array = &pass.array;
        Design {
            loads: pass.loads,
            masses: pass.masses,
            momentum: self.momentum(
                pass.masses.array + pass.masses.booms,
                pass.masses.panels + pass.masses.armor,
                &pass.sizes,
            ),
            sizing: self.sizing,
            charge_factor: self.charge_factor,
            array_warming: array.back.warming,
            array_temperature: array.temperature,
            array_efficiency: array.efficiency,
            array_density: array.density,
            array_sizing_density: array.sizing_density,
            mean_array_density: array.mean_density,
            remaining_factor: array.remaining,
            damage: array.damage,
            mean_remaining_factor: array.mean_remaining,
            array_needed: pass.array_needed,
            array_bol: pass.array_bol,
            array_area: pass.array_area,
            depth: self.depth.0,
            depth_limit: self.depth.1,
            battery_energy: pass.battery_energy,
            panel: self.heat.panel(self.case, &seen(pass.array_view, array), &pass.flux),
            array_view: pass.array_view,
            faces: self.heat.faces,
            panel_area: pass.panel_area,
            panel_on_array: array.back.covered * pass.array_area,
            chip_temperature: self.heat.chain.chip_temperature(),
            armor: self.armor.0,
            section_factor: pass.section_factor,
            drag: pass.drag,
            farewell: self.farewell,
            propulsion: pass.propulsion,
            raised: self.raised(&pass.state(), pass.masses.launched),
        }
    }

    /// This satellite's share of a total that the scenario pins.
    fn share_of_pin<Q: std::ops::Div<Ratio, Output = Q>>(&self, total: Option<Q>) -> Option<Q> {
        total.map(|total| total / self.satellites)
    }
}
