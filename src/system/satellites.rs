//! The satellites of a case: power, heat, mass, dose, work and payload in its environment, before launches, prices and dates.

mod indicators;
mod reach;
mod work;

pub(super) use self::indicators::report_area_time;
pub use self::reach::radio_link;

use super::choices::Disposal;
use super::design::{self, Design};
use super::inputs::Case;
use super::metrics::Outcome;
use super::notes::{Note, Notes};
use crate::economics::launch::Fleet;
use crate::physics::atmosphere::HIGHEST_ALTITUDE;
use crate::physics::battery::DepthLimit;
use crate::physics::drag::{drag_area_per_mass, lifetime};
use crate::physics::environment::Environment;
use crate::physics::propulsion::ideal_delta_v;
use crate::physics::radiation::cells::FluenceCurve;
use crate::physics::radiation::{DoseRange, ShieldGeometry};
use crate::physics::solar_array::landsberg_limit;
use crate::units::{
    Area, DoseRate, Mass, OPERATING_YEAR_SECONDS, Power, Ratio, Time, Volume, fraction,
};

/// Share of their power below which cells are worn beyond their curve.
const WORN: f64 = 2.0 / 3.0;
const OPERATING_YEAR: Time = Time::from_base(OPERATING_YEAR_SECONDS);

/// What physics says of a case; stands as long as no input of [`Stage::Satellites`](super::inputs::Stage) or before it changes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Satellites {
    /// The metrics so far.
    pub outcome: Outcome,
    /// The remarks so far.
    pub notes: Notes,
    /// The satellites, if they close.
    pub built: Option<Built>,
}

/// Satellites that close, as costs see them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Built {
    /// How many.
    pub fleet: Fleet,
    /// Each of them.
    pub design: Design,
    /// Stowed volume of each.
    pub stowed: Volume,
    /// Payload of a launch to their orbit; none where it is out of reach.
    pub payload: Option<Mass>,
}

impl Satellites {
    /// The satellites of a case in its environment; `None` stands for an orbit that does not exist.
    pub fn new(case: &Case, environment: Option<&Environment>) -> Self {
        let mut satellites = Self::default();
        let Self { outcome, notes, built } = &mut satellites;
        let Some(environment) = environment else {
            notes.add(Note::NoOrbit);
            return satellites;
        };
        report_environment(case, environment, outcome);
        match build(case, environment, outcome, notes) {
            Ok(found) => *built = Some(found),
            Err(note) => notes.add(note),
        }
        satellites
    }
}

fn report_environment(case: &Case, environment: &Environment, outcome: &mut Outcome) {
    outcome.orbit_period = Some(environment.period);
    outcome.orbit_inclination = Some(environment.inclination);
    outcome.sunlit_fraction =
        Some(case.pins.sunlit_fraction.unwrap_or(environment.sunlit_fraction));
    outcome.eclipse_max = Some(case.pins.eclipse_max.unwrap_or(environment.eclipse_max));
    outcome.eclipse_days = Some(environment.eclipse_days);
    outcome.eclipse_count = Some(environment.eclipse_count);
    outcome.beta_min = Some(environment.beta_min);
    outcome.beta_max = Some(environment.beta_max);
}

fn build(
    case: &Case,
    environment: &Environment,
    outcome: &mut Outcome,
    notes: &mut Notes,
) -> Result<Built, Note> {
    let capacity = satellite_capacity(case, environment)?;
    let fleet = Fleet::sized(case.it_power, capacity, case.fleet_spares);
    outcome.satellite_it_power_capacity = Some(capacity);
    let count = fraction(fleet.working as f64);
    let satellite_it: Power = case.it_power / count;
    outcome.satellite_count = Some(count);
    outcome.satellite_spares = Some(fraction(fleet.spare as f64));
    outcome.satellite_it_power = Some(satellite_it);
    outcome.usable_volume = Some(case.fairing_volume * case.packing_share);
    report_radiation(case, environment, outcome, notes);
    reach::report(case, environment, outcome, notes);
    work::report(case, environment, satellite_it, outcome);
    let payload = payload(case, environment, notes);
    outcome.launch_payload = payload;
    outcome.payload_bound =
        Some(environment.ascent.payload_bound(case.payload_low_orbit, case.upper_stage_impulse));
    notes.add_if(payload.is_some_and(|payload| payload.base() <= 0.0), Note::OutOfReach);
    let design = design::close(case, environment, satellite_it)?;
    notes.add_if(design.depth_limit == DepthLimit::Limit, Note::DepthLimited);
    note_wear(case, &design, notes);
    report_power(case, &design, count, outcome);
    report_array(case, environment, &design, count, outcome);
    report_heat(case, &design, count, outcome);
    report_mass(case, &design, count, outcome);
    report_propulsion(case, environment, &design, outcome, notes);
    indicators::report(case, outcome);
    notes.add_if(outcome.work_carried.is_some_and(|share| share < fraction(1.0)), Note::LinksBind);
    let stowed = stowed_volume(case, &design, satellite_it);
    outcome.satellite_stowed_volume = Some(stowed);
    Ok(Built { fleet, design, stowed, payload })
}

/// Passes in which the IT power of a given array is found.
const MOST_PASSES: usize = 40;
/// Power below which a satellite carries nothing, in watts.
const LEAST_WATTS: f64 = 1.0;
/// Relative change below which it is found.
const FOUND: f64 = 1.0e-13;

/// IT power that one satellite can carry: the limit, or what its array feeds where that is given and less.
fn satellite_capacity(case: &Case, environment: &Environment) -> Result<Power, Note> {
    let limit = case.satellite_it_power_limit;
    let given = case.satellite_array_power;
    if given.base() <= 0.0 {
        return Ok(limit);
    }
    let mut free = *case;
    free.satellite_array_power = Power::from_base(0.0);
    free.pins.array_power_bol = None;
    let mut fed = given.smaller(limit);
    for _ in 0..MOST_PASSES {
        let design = design::close(&free, environment, fed)?;
        let next: Power = fed * (given / design.array_bol);
        let change = (next.base() - fed.base()).abs();
        fed = next;
        if change <= FOUND * fed.base() && fed.base() >= LEAST_WATTS {
            return Ok(fed.smaller(limit));
        }
    }
    Err(Note::NotConverged)
}

/// Payload of a launch to the orbit; none, with a remark, where no vehicle has both payloads of the case.
fn payload(case: &Case, environment: &Environment, notes: &mut Notes) -> Option<Mass> {
    if case.pins.launch_payload.is_some() {
        return case.pins.launch_payload;
    }
    let payload = environment.ascent.payload(
        case.payload_low_orbit,
        case.payload_sun_synchronous,
        case.upper_stage_impulse,
    );
    notes.add_if(payload.is_err(), Note::NoSuchVehicle);
    payload.ok()
}

fn stowed_volume(case: &Case, design: &Design, it: Power) -> Volume {
    let array: Volume = design.array_bol / case.array_packaging;
    let panels: Volume = design.panel_area * case.radiator_stowed;
    let computers: Volume = it * (fraction(1.0) + case.it_spares) / case.it_packaging;
    array + panels + computers
}

fn report_radiation(
    case: &Case,
    environment: &Environment,
    outcome: &mut Outcome,
    notes: &mut Notes,
) {
    let thickness = case.shield_thickness;
    let dose = environment.belts.dose(ShieldGeometry::Sphere, thickness, case.solar_cycle);
    let solar =
        environment.solar_protons.times(case.solar_protons).dose(ShieldGeometry::Sphere, thickness);
    let all: DoseRate = dose.rate + solar + case.cosmic_ray_dose;
    outcome.trapped_dose_rate = Some(dose.rate);
    outcome.solar_dose_rate = Some(solar);
    outcome.dose_rate = Some(all);
    outcome.radiation_dose = Some(all * case.satellite_life);
    notes.add_if(dose.range == DoseRange::Extrapolated, Note::DoseExtrapolated);
    notes.add_if(thickness < case.structure_thickness, Note::ThinnerThanStructure);
}

/// Says where the wear of the cells by particles leaves its tables or the curve of the cells.
fn note_wear(case: &Case, design: &Design, notes: &mut Notes) {
    let Some(damage) = design.damage else { return };
    let curve = FluenceCurve { slope: case.fluence_slope, scale: case.fluence_scale };
    let left = curve.remaining(damage.rate * case.satellite_life);
    notes.add_if(damage.range == DoseRange::Extrapolated, Note::DamageExtrapolated);
    notes.add_if(left.base() < WORN, Note::FarWorn);
}

fn report_power(case: &Case, design: &Design, count: Ratio, outcome: &mut Outcome) {
    let loads = &design.loads;
    let wiring = case.pointing_and_wiring;
    let sizing = &design.sizing;
    let dark: Ratio = sizing.shadow / (sizing.sunlit + sizing.shadow);
    let array_mean: Power = (loads.bus - loads.eclipse_saving * dark + loads.battery_loss) / wiring;
    outcome.power_eclipse_saving = Some(loads.eclipse_saving * count);
    outcome.power_it = Some(loads.it * count);
    outcome.power_housekeeping = Some(loads.housekeeping * count);
    outcome.power_spares = Some(loads.spares * count);
    outcome.power_links = Some(loads.links * count);
    outcome.power_pumps = Some(loads.pumps * count);
    outcome.power_thrusters = Some(loads.thrusters * count);
    outcome.power_distribution_loss =
        Some(loads.bus * (fraction(1.0) - case.pmad_efficiency) * count);
    outcome.power_bus = Some(loads.bus * count);
    outcome.power_bus_per_it = Some(loads.bus / loads.it);
    outcome.power_battery_loss = Some(loads.battery_loss * count);
    outcome.power_array_mean = Some(array_mean * count);
    outcome.power_wiring_loss = Some(array_mean * (fraction(1.0) - wiring) * count);
    outcome.power_radiated = Some(loads.radiated * count);
    outcome.power_jet = Some(loads.jet * count);
}

fn report_array(
    case: &Case,
    environment: &Environment,
    design: &Design,
    count: Ratio,
    outcome: &mut Outcome,
) {
    outcome.sizing_irradiance = Some(design.sizing.irradiance);
    outcome.sizing_sunlit = Some(design.sizing.sunlit);
    outcome.sizing_shadow = Some(design.sizing.shadow);
    outcome.array_charge_factor = Some(design.charge_factor);
    outcome.array_temperature = Some(design.array_temperature);
    outcome.array_efficiency = Some(design.array_efficiency);
    outcome.array_bound = Some(landsberg_limit(design.array_temperature));
    outcome.array_power_density = Some(design.array_density);
    outcome.array_sizing_power_density = Some(design.array_sizing_density);
    outcome.array_remaining_factor = Some(design.remaining_factor);
    outcome.damage_rate = design.damage.map(|damage| damage.rate);
    outcome.damage_fluence = design.damage.map(|damage| damage.rate * case.satellite_life);
    outcome.array_power_needed = Some(design.array_needed * count);
    outcome.array_bol_per_needed = Some(design.array_bol / design.array_needed);
    outcome.array_power_bol = Some(design.array_bol * count);
    outcome.array_power_eol = Some(design.array_bol * design.remaining_factor * count);
    outcome.array_bol_per_it = Some(design.array_bol / design.loads.it);
    outcome.array_area = Some(design.array_area * count);
    let sunlit = case.pins.sunlit_fraction.unwrap_or(environment.sunlit_fraction);
    let mean_sun: Ratio = environment.solar_irradiance_mean / crate::constants::SOLAR_CONSTANT;
    let mean_density = design.mean_array_density * sunlit * mean_sun * design.mean_remaining_factor;
    outcome.array_yield = Some(mean_density * case.pointing_and_wiring * OPERATING_YEAR);
    outcome.battery_depth = Some(design.depth);
    outcome.battery_energy = Some(design.battery_energy * count);
    outcome.battery_mass_bound = Some(design.battery_energy * count / case.battery_bound);
}

fn report_heat(case: &Case, design: &Design, count: Ratio, outcome: &mut Outcome) {
    let panel = &design.panel;
    let working: Area = design.panel_area / case.radiator_area_factor * count;
    outcome.radiator_heat = Some(design.loads.heat * count);
    outcome.power_pumps = Some(design.loads.pumps * count);
    outcome.radiator_faces = Some(design.faces);
    outcome.radiator_array_view = Some(design.array_view);
    outcome.radiator_absorbed = Some(panel.absorbed);
    outcome.radiator_absorbed_heat = Some(panel.absorbed * working);
    outcome.radiator_emission = Some(panel.emission * working);
    outcome.sink_temperature = Some(panel.sink_temperature);
    outcome.radiator_root = Some(panel.root_temperature);
    outcome.radiator_temperature = Some(panel.surface_temperature);
    outcome.fin_effectiveness = Some(panel.fin_effectiveness);
    outcome.radiator_net_flux = Some(panel.net_flux);
    outcome.radiator_bound =
        Some(design.faces * crate::physics::radiator::ideal_flux(case.coolant_temperature));
    outcome.radiator_area = Some(design.panel_area * count);
    outcome.coolant_flow = Some(design::coolant_flow(case, design.loads.heat * count));
    outcome.chip_temperature = Some(design.chip_temperature);
}

fn report_mass(case: &Case, design: &Design, count: Ratio, outcome: &mut Outcome) {
    let masses = &design.masses;
    let all = |mass: Mass| Some(mass * count);
    outcome.mass_array = all(masses.array);
    outcome.array_mass = all(masses.array);
    outcome.battery_mass = all(masses.battery);
    outcome.mass_panels = all(masses.panels);
    outcome.mass_loop = all(masses.coolant_loop);
    outcome.mass_armor = all(masses.armor);
    outcome.armor_thickness = Some(design.armor);
    outcome.radiator_mass = all(masses.panels + masses.coolant_loop + masses.armor);
    outcome.mass_computers = all(masses.computers);
    outcome.mass_distribution = all(masses.distribution);
    outcome.mass_shielding = all(masses.shielding);
    outcome.mass_avionics = all(masses.avionics);
    outcome.mass_links = all(masses.links);
    outcome.mass_propulsion = all(masses.propulsion);
    outcome.mass_structure = all(masses.structure);
    outcome.mass_margin = all(masses.margin);
    outcome.mass_dry = all(masses.dry);
    outcome.mass_propellant = all(masses.propellant);
    outcome.mass_pin_difference = all(masses.pin_difference);
    outcome.mass_launched = all(masses.launched);
    outcome.mass_per_it = Some(masses.launched * count / case.it_power);
    outcome.satellite_launched_mass = Some(masses.launched);
}

fn report_propulsion(
    case: &Case,
    environment: &Environment,
    design: &Design,
    outcome: &mut Outcome,
    notes: &mut Notes,
) {
    let count = outcome.satellite_count.unwrap_or(fraction(1.0));
    let propulsion = &design.propulsion;
    outcome.drag_force = Some(design.drag * count);
    outcome.drag_delta_v = Some(propulsion.drag_make_up);
    outcome.avoidance = Some(case.avoidance_maneuvers * case.avoidance_delta_v);
    outcome.disposal_delta_v = Some(design.disposal_delta_v);
    let masses = &design.masses;
    outcome.delta_v = Some(ideal_delta_v(masses.dry, masses.propellant, case.specific_impulse));
    outcome.thruster_power = Some(propulsion.thruster_power * count);
    let across: Area = environment.ram_share_array * design.array_area
        + design::panel_ram_share(case, environment) * design.panel_area;
    let drag_area = drag_area_per_mass(case.drag_coefficient, across, design.masses.dry);
    let life =
        lifetime(environment.altitude, drag_area, case.solar_activity, case.decay_floor).ok();
    let decays = drag_area.base() > 0.0;
    outcome.orbit_lifetime =
        life.filter(|life| decays && !life.is_lower_bound).map(|life| life.time);
    outcome.disposal_time = match case.disposal {
        Disposal::Burn | Disposal::Spiral => Some(case.disposal_duration),
        Disposal::Decay => outcome.orbit_lifetime,
    };
    notes.add_if(environment.altitude > HIGHEST_ALTITUDE, Note::NoDrag);
}
