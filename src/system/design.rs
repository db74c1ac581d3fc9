//! The satellite: power, heat and mass as one closed loop.
//!
//! Loads need power, power needs array and battery, all of it becomes heat, heat needs pumps and radiators, everything
//! has mass, mass and area need propellant and thrusters, and thrusters need power. The loop is solved by repetition;
//! each pass contracts by the share of thrusters and propellant, a secant takes out the panel's view of the array, and
//! about six passes close it to a part in a hundred thousand million.

mod array;
mod geometry;
mod heat;
mod parts;

use self::array::Array;
pub(super) use self::geometry::panel_ram_share;
use self::geometry::{array_view, drag_pressure};
use self::heat::Heat;
use self::parts::{battery_of, equipment};
use super::choices::Disposal;
use super::inputs::Case;
use super::notes::Note;
use crate::domain::DomainError;
use crate::physics::battery::{Battery, DepthLimit};
use crate::physics::environment::Environment;
use crate::physics::mass::{DryMass, MassParameters, MassRollUp};
use crate::physics::propulsion::{deorbit_delta_v, propellant_mass, thruster_power};
use crate::units::{
    Acceleration, Area, Energy, Force, Irradiance, Mass, Power, Pressure, Ratio, Temperature, Time,
    Velocity, YEAR_SECONDS, fraction,
};

/// Passes of the loop at most.
const MOST_PASSES: u32 = 60;
/// Relative change of areas and mass below which the loop is closed.
const CLOSED: f64 = 1.0e-11;
/// Steepest answer of the panel area to itself that the secant trusts.
const MOST_SLOPE: f64 = 0.9;
/// Share of the orbit that a pinned shadow can take at most, so that some sunlight is left to live on.
const LONGEST_SHADOW: f64 = 0.99;
const ONE_YEAR: Time = Time::from_base(YEAR_SECONDS);

/// Sunlight and shadow in the orbit that sizes array and battery, pins applied.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizing {
    /// Sunlight.
    pub irradiance: Irradiance,
    /// Time in sunlight.
    pub sunlit: Time,
    /// Time in shadow.
    pub shadow: Time,
    /// Longest shadow of the year.
    pub eclipse_max: Time,
}

/// Power on board, mean of the sizing orbit.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Loads {
    /// Computers.
    pub it: Power,
    /// Avionics, heaters and the rest.
    pub housekeeping: Power,
    /// Optical terminals.
    pub links: Power,
    /// Coolant pumps.
    pub pumps: Power,
    /// Thrusters.
    pub thrusters: Power,
    /// Power into the bus: the loads above and the loss of distribution.
    pub bus: Power,
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
    /// Battery.
    pub battery: Mass,
    /// Radiator panels with deployment.
    pub panels: Mass,
    /// Coolant loop and pumps.
    pub coolant_loop: Mass,
    /// Computers.
    pub computers: Mass,
    /// Power distribution.
    pub distribution: Mass,
    /// Shielding.
    pub shielding: Mass,
    /// Avionics.
    pub avionics: Mass,
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
    /// Velocity change over the life.
    pub delta_v: Velocity,
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
    /// Sunlight and shadow it is sized for.
    pub sizing: Sizing,
    /// Array power in sunlight over bus power.
    pub charge_factor: Ratio,
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
    /// Chip temperature.
    pub chip_temperature: Temperature,
    /// Drag, mean of the year.
    pub drag: Force,
    /// Velocity change of disposal.
    pub disposal_delta_v: Velocity,
    /// Propulsion.
    pub propulsion: Propulsion,
}

/// The satellite with this IT power that closes in this environment.
///
/// # Errors
/// The note that says why none exists: the panels are not warmer than their surroundings, pumps and thrusters ask for
/// more than they leave, or a model refuses a value.
pub fn close(case: &Case, environment: &Environment, it_power: Power) -> Result<Design, Note> {
    let fixed = Fixed::new(case, environment, it_power)?;
    let mut state = State::default();
    let mut before: Option<(Area, Area)> = None;
    for _ in 0..MOST_PASSES {
        let design = fixed.pass(state)?;
        let next = State::of(&design);
        if next.is_near(&state) {
            return Ok(design);
        }
        let step = (state.panel_area, next.panel_area);
        state = State { panel_area: secant(before, step), ..next };
        before = Some(step);
    }
    Err(Note::NotConverged)
}

/// Panel area to try next, from what two passes took and gave: the panel's view of the array is what couples passes
/// most, and the secant takes that out.
fn secant(before: Option<(Area, Area)>, (taken, given): (Area, Area)) -> Area {
    let Some((taken_before, given_before)) = before else { return given };
    let slope: Ratio = (given - given_before) / (taken - taken_before);
    if slope.base().abs() < MOST_SLOPE {
        taken + (given - taken) / (fraction(1.0) - slope)
    } else {
        given
    }
}

impl Sizing {
    fn new(case: &Case, environment: &Environment) -> Self {
        let longest = environment.period * LONGEST_SHADOW;
        let shadow = case.pins.eclipse_max.unwrap_or(environment.sizing.shadow).smaller(longest);
        Self {
            irradiance: case.pins.sizing_irradiance.unwrap_or(environment.sizing.irradiance),
            sunlit: environment.period - shadow,
            shadow,
            eclipse_max: case.pins.eclipse_max.unwrap_or(environment.eclipse_max),
        }
    }
}

/// What one pass of the loop hands to the next.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct State {
    array_area: Area,
    panel_area: Area,
    launched: Mass,
}

impl State {
    const fn of(design: &Design) -> Self {
        Self {
            array_area: design.array_area,
            panel_area: design.panel_area,
            launched: design.masses.launched,
        }
    }

    fn is_near(&self, other: &Self) -> bool {
        let near = |new: f64, old: f64| (new - old).abs() <= CLOSED * new.abs();
        near(self.array_area.base(), other.array_area.base())
            && near(self.panel_area.base(), other.panel_area.base())
            && near(self.launched.base(), other.launched.base())
    }
}

/// What does not change while the loop closes.
struct Fixed<'a> {
    case: &'a Case,
    it: Power,
    satellites: Ratio,
    sizing: Sizing,
    array: Array,
    battery: Battery,
    depth: (Ratio, DepthLimit),
    heat: Heat,
    roll_up: MassRollUp,
    /// Mass that depends on IT power alone.
    equipment: Masses,
    /// Drag per area across the flight.
    drag_pressure: Pressure,
    ram_shares: (Ratio, Ratio),
    disposal: Velocity,
}

impl<'a> Fixed<'a> {
    fn new(case: &'a Case, environment: &Environment, it: Power) -> Result<Self, Note> {
        let refused = |_: DomainError| Note::NotConverged;
        let sizing = Sizing::new(case, environment);
        let battery = battery_of(case).map_err(refused)?;
        let years: Ratio = case.satellite_life / ONE_YEAR;
        let cycles: Ratio = environment.eclipse_count * years;
        let array = Array::new(case, environment, &sizing)?;
        let heat = Heat::new(case, environment, array.back_emission).map_err(refused)?;
        Ok(Self {
            case,
            it,
            satellites: case.it_power / it,
            sizing,
            array,
            battery,
            depth: battery.depth_of_discharge(cycles.larger(fraction(1.0))),
            heat,
            roll_up: MassRollUp::new(MassParameters {
                structure_share: case.structure_share,
                margin: case.mass_margin,
            })
            .map_err(refused)?,
            equipment: equipment(case, it),
            drag_pressure: drag_pressure(case, environment),
            ram_shares: (environment.ram_share_array, panel_ram_share(case, environment)),
            disposal: match case.disposal {
                Disposal::Burn => deorbit_delta_v(case.altitude, case.disposal_perigee),
                Disposal::Decay => Velocity::from_base(0.0),
            },
        })
    }

    fn pass(&self, state: State) -> Result<Design, Note> {
        let case = self.case;
        let drag: Force = self.drag(state);
        let loads = self.loads(drag, state.launched).ok_or(Note::NotConverged)?;
        let needed: Power = loads.bus * self.charge_factor() / case.pointing_and_wiring
            * (self.array.density / self.array.sizing_density);
        let array_bol = self
            .share_of_pin(case.pins.array_power_bol)
            .unwrap_or_else(|| self.array.begin_of_life(case, needed, self.charge_factor()));
        let array_area: Area = array_bol / self.array.density;
        let battery_energy = self.share_of_pin(case.pins.battery_energy).unwrap_or_else(|| {
            self.battery.energy(loads.bus, self.sizing.eclipse_max, self.depth.0)
        });
        let array_view = array_view(case, array_area, state.panel_area);
        let panel = self.heat.panel(case, array_view)?;
        let panel_area: Area = loads.heat * case.radiator_area_factor / panel.net_flux;
        let propulsion = self.propulsion(drag, state.launched);
        let masses = self.masses(&loads, array_bol, battery_energy, panel_area, &propulsion);
        if !masses.pin_difference.base().is_finite() {
            return Err(Note::NotConverged);
        }
        Ok(Design {
            loads,
            masses,
            sizing: self.sizing,
            charge_factor: self.charge_factor(),
            array_temperature: self.array.temperature,
            array_efficiency: self.array.model.efficiency(self.array.temperature),
            array_density: self.array.density,
            array_sizing_density: self.array.sizing_density,
            mean_array_density: self.array.mean_density,
            remaining_factor: self.array.remaining,
            mean_remaining_factor: self.array.model.mean_remaining_factor(case.satellite_life),
            array_needed: needed,
            array_bol,
            array_area,
            depth: self.depth.0,
            depth_limit: self.depth.1,
            battery_energy,
            panel,
            array_view,
            faces: self.heat.faces,
            panel_area,
            chip_temperature: self.heat.chain.chip_temperature(),
            drag,
            disposal_delta_v: self.disposal,
            propulsion,
        })
    }

    /// This satellite's share of a total that the scenario pins.
    fn share_of_pin<Q: std::ops::Div<Ratio, Output = Q>>(&self, total: Option<Q>) -> Option<Q> {
        total.map(|total| total / self.satellites)
    }

    fn charge_factor(&self) -> Ratio {
        self.battery.charge_factor(self.sizing.sunlit, self.sizing.shadow)
    }

    fn drag(&self, state: State) -> Force {
        let (array_share, panel_share) = self.ram_shares;
        let across: Area = array_share * state.array_area + panel_share * state.panel_area;
        self.drag_pressure * across
    }

    /// Power on board: bus, pumps and heat depend on each other linearly and are solved at once.
    fn loads(&self, drag: Force, launched: Mass) -> Option<Loads> {
        let case = self.case;
        let thrust: Force = drag + launched * case.station_keeping;
        let thrusters = thruster_power(thrust, case.specific_impulse, case.thruster_efficiency);
        let housekeeping: Power = case.housekeeping * self.it;
        let links: Power = case.terminals * case.terminal_power;
        let radiated: Power = links * case.radiated_share;
        let jet: Power = thrusters * case.thruster_efficiency;
        let storage: Ratio = self.storage_loss();
        let pumped: Ratio = self.heat.pump_share * (fraction(1.0) + storage);
        let left: Ratio = case.pmad_efficiency - pumped;
        if left.base() <= 0.0 {
            return None;
        }
        let carried: Power =
            self.it + housekeeping + links + thrusters - self.heat.pump_share * (radiated + jet);
        let bus: Power = carried / left;
        let battery_loss: Power = bus * storage;
        let heat: Power = bus + battery_loss - radiated - jet;
        Some(Loads {
            it: self.it,
            housekeeping,
            links,
            pumps: self.heat.pump_share * heat,
            thrusters,
            bus,
            battery_loss,
            radiated,
            jet,
            heat,
        })
    }

    /// Loss of charging and discharging over bus power, mean of the sizing orbit.
    fn storage_loss(&self) -> Ratio {
        let dark: Ratio = self.sizing.shadow / (self.sizing.sunlit + self.sizing.shadow);
        dark * (fraction(1.0) / self.case.battery_round_trip - fraction(1.0))
    }

    fn propulsion(&self, drag: Force, launched: Mass) -> Propulsion {
        let case = self.case;
        let steady: Force = drag + launched * case.station_keeping;
        let disposal: Force = launched * self.disposal / case.disposal_duration;
        let drag_make_up =
            if launched.base() > 0.0 { drag / launched } else { Acceleration::from_base(0.0) };
        Propulsion {
            drag_make_up,
            delta_v: (drag_make_up + case.station_keeping) * case.satellite_life + self.disposal,
            thruster_power: thruster_power(
                steady.larger(disposal),
                case.specific_impulse,
                case.thruster_efficiency,
            ),
        }
    }

    fn masses(
        &self,
        loads: &Loads,
        array_bol: Power,
        battery_energy: Energy,
        panel_area: Area,
        propulsion: &Propulsion,
    ) -> Masses {
        let case = self.case;
        let mut masses = Masses {
            array: array_bol / case.array_specific_power,
            battery: self.battery.mass(battery_energy),
            panels: self.heat.radiator.mass(panel_area)
                * (fraction(1.0) + case.radiator_deployment),
            coolant_loop: loads.heat * case.loop_specific_mass,
            distribution: loads.bus * case.pmad_specific_mass,
            propulsion: propulsion.thruster_power * case.propulsion_specific_mass,
            ..self.equipment
        };
        let DryMass { structure, margin, dry, .. } = self.roll_up.dry_mass(masses.parts());
        masses.structure = structure;
        masses.margin = margin;
        masses.dry = dry;
        masses.propellant = propellant_mass(dry, propulsion.delta_v, case.specific_impulse);
        let own: Mass = dry + masses.propellant;
        masses.launched = case.pins.mass_per_it_power.map_or(own, |pinned| pinned * self.it);
        masses.pin_difference = masses.launched - own;
        masses
    }
}

impl Masses {
    /// Sum of the parts, before structure and margin.
    fn parts(&self) -> Mass {
        self.array
            + self.battery
            + self.panels
            + self.coolant_loop
            + self.computers
            + self.distribution
            + self.shielding
            + self.avionics
            + self.links
            + self.propulsion
    }
}
