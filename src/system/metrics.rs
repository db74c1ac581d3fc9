//! The table of metrics: one line makes the field of [`Outcome`], its path, unit, sentence and formula.
//!
//! A formula is arithmetic over paths of inputs and metrics in base units, with the names of
//! [`FORMULA_CONSTANTS`]; a test evaluates every formula against the evaluation. What no line of arithmetic can
//! say begins with `~` and names the paths it depends on between backticks.

use super::value::Value;
use crate::units::{
    AbsorbedDose, Acceleration, Angle, AreaTime, ArealMass, DoseRate, EmissionPerEnergy, Energy,
    EnergyPerArea, Exponents, Force, Frequency, InformationPerEnergy, InformationPerOperation,
    InformationRate, Irradiance, Mass, MassRate, Money, MoneyPerEnergy, MoneyPerMass,
    MoneyPerPower, MoneyPerTime, ParticleFluence, ParticleFlux, Power, Ratio, SpecificMass,
    Temperature, Time, Velocity, Volume,
};

/// One metric, as text sees it.
#[derive(Debug, Clone, Copy)]
pub struct Metric {
    /// Path, such as `radiator.panel_area`.
    pub path: &'static str,
    /// Its dimension.
    pub exponents: Exponents,
    /// Unit that it is shown in; money without its year.
    pub unit: &'static str,
    /// What it is, in a sentence.
    pub meaning: &'static str,
    /// Arithmetic over paths, or `~` and a sentence.
    pub formula: &'static str,
    /// Reads it from an outcome, in base units; `None` where it does not exist.
    pub get: fn(&Outcome) -> Option<f64>,
}

/// The metric with this path.
pub fn metric(path: &str) -> Option<&'static Metric> {
    METRICS.iter().find(|metric| metric.path == path)
}

/// Names that formulas may use beside paths, in base units.
pub static FORMULA_CONSTANTS: &[(&str, f64)] = &[
    ("pi", std::f64::consts::PI),
    ("year", crate::units::YEAR_SECONDS),
    ("operating_year", crate::units::OPERATING_YEAR_SECONDS),
    ("mu_earth", crate::constants::EARTH_MU.base()),
    ("radius_earth", crate::constants::EARTH_RADIUS.base()),
    ("sigma", crate::constants::STEFAN_BOLTZMANN.base()),
    ("gravity", crate::constants::STANDARD_GRAVITY.base()),
    ("temperature_sun", crate::constants::SUN_TEMPERATURE.base()),
    ("solar_constant", crate::constants::SOLAR_CONSTANT.base()),
];

macro_rules! metrics {
    ($($(#[doc = $doc:literal])+ $field:ident: $type:ty = $path:literal in $unit:literal, $formula:literal;)+) => {
        /// Everything that one evaluation gives; `None` where a quantity does not exist for the case.
        #[derive(Debug, Clone, Copy, PartialEq, Default)]
        pub struct Outcome { $($(#[doc = $doc])+ pub $field: Option<$type>,)+ }

        /// Number of metrics.
        pub const N_METRICS: usize = [$($path),+].len();

        impl Outcome {
            /// Every metric in base units, in the order of [`METRICS`]; not a number where it does not exist.
            #[inline]
            pub fn numbers(&self) -> [f64; N_METRICS] {
                [$(self.$field.map_or(f64::NAN, Value::to_base)),+]
            }
        }

        /// Every metric, in the order of the documents.
        pub static METRICS: &[Metric] = &[$(Metric {
            path: $path,
            exponents: <$type as Value>::EXPONENTS,
            unit: $unit,
            meaning: concat!($($doc),+),
            formula: $formula,
            get: |outcome| outcome.$field.map(Value::to_base),
        }),+];
    };
}

metrics! {
    // ---- satellites and orbit
    /// Working satellites, spares not counted.
    satellite_count: Ratio = "satellite.count" in "1", "ceil(it.power / satellite.it_power_capacity)";
    /// IT power that one satellite can carry.
    satellite_it_power_capacity: Power = "satellite.it_power_capacity" in "kW", "~ `satellite.it_power_limit`, or the IT power that `satellite.array_power` feeds where that is given and less, from `array.power_needed`, `array.bol_per_needed_power` and `array.sizing`";
    /// Spare satellites, launched with the others.
    satellite_spares: Ratio = "satellite.spares" in "1", "ceil(fleet.spares * satellite.count)";
    /// IT power of one satellite.
    satellite_it_power: Power = "satellite.it_power" in "kW", "it.power / satellite.count";
    /// Launched mass of one satellite.
    satellite_launched_mass: Mass = "satellite.launched_mass" in "kg", "mass.launched / satellite.count";
    /// Stowed volume of one satellite.
    satellite_stowed_volume: Volume = "satellite.stowed_volume" in "m3", "(array.power_bol / array.packaging + radiator.panel_area * radiator.stowed_thickness + it.power * (1 + it.spares) / it.packaging) / satellite.count";
    /// Orbital period.
    orbit_period: Time = "orbit.period" in "min", "2 * pi * sqrt((radius_earth + orbit.altitude)^3 / mu_earth)";
    /// Inclination.
    orbit_inclination: Angle = "orbit.inclination" in "deg", "~ of a sun-synchronous orbit, from the node drift by J2, J2 squared, J4 and J6 at `orbit.altitude`; else `orbit.inclination`, as `orbit.plane` says";
    /// Time to re-entry by drag alone from the end of the mission.
    orbit_lifetime: Time = "orbit.lifetime" in "yr", "~ integral of dh over the rate of decay from `orbit.altitude` at the density of `environment.solar_activity`, down to `propulsion.decay_floor`, with `propulsion.drag_coefficient`, `array.area`, `radiator.panel_area` and `mass.dry`";
    // ---- environment
    /// Share of the year in sunlight; penumbra counts by the visible part of the Sun.
    sunlit_fraction: Ratio = "environment.sunlit_fraction" in "1", "~ mean over the year of the lit share of each day's orbit, from `orbit.altitude`, `orbit.plane`, `orbit.ltan`, `orbit.inclination`, `orbit.raan` and `mission.start`";
    /// Longest shadow of the year, penumbra and umbra.
    eclipse_max: Time = "environment.eclipse_max" in "min", "~ longest passage through the Earth's shadow cone in the year, from `orbit.altitude`, `orbit.plane`, `orbit.ltan`, `orbit.inclination`, `orbit.raan` and `mission.start`";
    /// Days of the year touched by shadow.
    eclipse_days: Time = "environment.eclipse_days" in "d", "~ days on which the beta angle is below the critical angle, from `orbit.altitude`, `orbit.plane`, `orbit.ltan`, `orbit.inclination`, `orbit.raan` and `mission.start`";
    /// Eclipses in the year.
    eclipse_count: Ratio = "environment.eclipse_count" in "1", "~ `environment.eclipse_days`, less where a day has shadow only in part, over `orbit.period`";
    /// Lowest angle of the Sun above the orbit plane in the year.
    beta_min: Angle = "environment.beta_min" in "deg", "~ least of the year, from `orbit.altitude`, `orbit.plane`, `orbit.ltan`, `orbit.inclination`, `orbit.raan` and `mission.start`";
    /// Highest angle of the Sun above the orbit plane in the year.
    beta_max: Angle = "environment.beta_max" in "deg", "~ greatest of the year, from `orbit.altitude`, `orbit.plane`, `orbit.ltan`, `orbit.inclination`, `orbit.raan` and `mission.start`";
    /// Sunlight in the orbit of the year that asks most of the array.
    sizing_irradiance: Irradiance = "environment.sizing_irradiance" in "W/m2", "~ solar constant over the squared distance of the Sun in the orbit that needs most array, from `orbit.altitude`, `orbit.plane`, `orbit.ltan`, `orbit.inclination`, `orbit.raan` and `mission.start`";
    /// Time in sunlight in that orbit.
    sizing_sunlit: Time = "environment.sizing_sunlit" in "min", "orbit.period - environment.sizing_shadow";
    /// Time in shadow in that orbit.
    sizing_shadow: Time = "environment.sizing_shadow" in "min", "~ shadow of the orbit that needs most array, from `orbit.altitude`, `orbit.plane`, `orbit.ltan`, `orbit.inclination`, `orbit.raan` and `mission.start`";
    /// Effective sink of the radiator panel, orbit mean, hot case.
    sink_temperature: Temperature = "environment.sink_temperature" in "K", "(radiator.absorbed / (radiator.emissivity * radiator.faces * sigma))^0.25";
    // ---- power
    /// Power of the computers.
    power_it: Power = "power.it" in "kW", "it.power";
    /// Power of avionics, heaters and the rest.
    power_housekeeping: Power = "power.housekeeping" in "kW", "satellite.housekeeping * it.power";
    /// Power of spare computers on board before they are needed.
    power_spares: Power = "power.spares" in "kW", "it.power * it.spares * it.spare_power";
    /// Power of the optical terminals.
    power_links: Power = "power.links" in "kW", "satellite.count * link.terminals * link.terminal_power";
    /// Power of the coolant pumps.
    power_pumps: Power = "power.pumps" in "kW", "radiator.heat * coolant.pressure_drop / (coolant.density * (coolant.specific_heat * coolant.rise + coolant.boiling) * coolant.pump_efficiency)";
    /// Electric power of the thrusters, orbit average.
    power_thrusters: Power = "power.thrusters" in "kW", "propulsion.electric_share * (propulsion.drag_force + mass.launched * (propulsion.station_keeping + propulsion.avoidance)) * gravity * propulsion.specific_impulse / (2 * propulsion.efficiency)";
    /// Loss of power distribution.
    power_distribution_loss: Power = "power.distribution_loss" in "kW", "power.bus * (1 - pmad.efficiency)";
    /// Power into the bus: IT, housekeeping, spares, links, pumps, thrusters and the loss of distribution.
    power_bus: Power = "power.bus" in "kW", "(it.power + power.housekeeping + power.spares + power.links + power.pumps + power.thrusters) / pmad.efficiency";
    /// Bus power over IT power.
    power_bus_per_it: Ratio = "power.bus_per_it_power" in "1", "power.bus / it.power";
    /// What throttled computers save at the bus in shadow.
    power_eclipse_saving: Power = "power.eclipse_saving" in "kW", "(1 - it.eclipse_share) * it.power / pmad.efficiency";
    /// Loss of charging and discharging, mean of the sizing orbit.
    power_battery_loss: Power = "power.battery_loss" in "kW", "(power.bus - power.eclipse_saving) * environment.sizing_shadow / orbit.period * (1 / battery.round_trip_efficiency - 1)";
    /// Loss of off-pointing, strings and harness, mean of the sizing orbit.
    power_wiring_loss: Power = "power.wiring_loss" in "kW", "power.array_mean * (1 - array.pointing_and_wiring)";
    /// Power of the array at its terminals, mean of the sizing orbit.
    power_array_mean: Power = "power.array_mean" in "kW", "(power.bus - power.eclipse_saving * environment.sizing_shadow / orbit.period + power.battery_loss) / array.pointing_and_wiring";
    // ---- array
    /// Array power in sunlight over bus power, for load and recharge in the sizing orbit.
    array_charge_factor: Ratio = "array.charge_factor" in "1", "1 + environment.sizing_shadow / (environment.sizing_sunlit * battery.round_trip_efficiency)";
    /// Temperature of the array at 1 au.
    array_temperature: Temperature = "array.temperature" in "K", "~ at which emission of both faces equals absorbed sunlight and Earth radiation less the electricity drawn, from `array.solar_absorptance`, `array.front_emissivity`, `array.back_emissivity`, `array.cell_efficiency`, `array.temperature_coefficient`, `array.packing_factor`, `environment.albedo_hot` and `environment.earth_infrared_hot` in the orbit of `orbit.altitude`, `orbit.plane`, `orbit.ltan`, `orbit.inclination`, `orbit.raan` and `mission.start`, on the day that is hottest for `radiator.attitude`";
    /// Cell efficiency at that temperature.
    array_efficiency: Ratio = "array.efficiency" in "1", "array.cell_efficiency * (1 + array.temperature_coefficient * (array.temperature - 301.15))";
    /// Bound on that efficiency: Landsberg's, of any converter at that temperature.
    array_bound: Ratio = "array.efficiency_bound" in "1", "1 - 4 / 3 * array.temperature / temperature_sun + (array.temperature / temperature_sun)^4 / 3";
    /// Array power per panel area at its terminals: begin of life, normal incidence, 1 au.
    array_power_density: Irradiance = "array.power_density" in "W/m2", "solar_constant * array.efficiency * array.packing_factor";
    /// The same at the sunlight and temperature of the sizing orbit.
    array_sizing_power_density: Irradiance = "array.sizing_power_density" in "W/m2", "~ as `array.power_density`, at `environment.sizing_irradiance` and the temperature there, found as `array.temperature`";
    /// Array power at end of life over that at begin of life.
    array_remaining_factor: Ratio = "array.remaining_factor" in "1", "~ (1 - `array.degradation` x 1 yr)^(`mission.life` / 1 yr); where `array.fluence_slope` is above zero also times 1 - `array.fluence_slope` x log10(1 + `array.damage_fluence` / `array.fluence_scale`)";
    /// Electrons of 1 MeV that damage the cells as much as a year of belts and solar protons; only for cells with a fluence curve.
    damage_rate: ParticleFlux = "array.damage_rate" in "1/cm2/yr", "~ trapped particles in `environment.solar_cycle` and `environment.solar_protons` behind `array.coverglass` at `orbit.altitude` and `orbit.inclination`, protons times `array.damage_ratio`";
    /// The same over the life.
    damage_fluence: ParticleFluence = "array.damage_fluence" in "1/cm2", "array.damage_rate * mission.life";
    /// Gross area of the panels.
    array_area: crate::units::Area = "array.area" in "m2", "array.power_bol / array.power_density";
    /// Power at the terminals at begin of life: normal incidence, 1 au, operating temperature.
    array_power_bol: Power = "array.power_bol" in "kW", "array.power_needed * array.bol_per_needed_power";
    /// Array power at begin of life over the power needed at end of life.
    array_bol_per_needed: Ratio = "array.bol_per_needed_power" in "1", "~ one over `array.remaining_factor`; where `array.sizing` is a mean, one over `array.charge_factor` x `environment.sunlit_fraction` x the mean over `mission.life` of what `array.degradation` and, by `array.fluence_slope` and `array.fluence_scale`, `array.damage_fluence` leave; with `satellite.array_power` what that array has, over `array.power_needed` of `satellite.count`";
    /// Power at the terminals at end of life: normal incidence, 1 au, operating temperature.
    array_power_eol: Power = "array.power_eol" in "kW", "array.power_bol * array.remaining_factor";
    /// Power that the array must give at end of life: normal incidence, 1 au, operating temperature.
    array_power_needed: Power = "array.power_needed" in "kW", "(power.bus * array.charge_factor - power.eclipse_saving * (array.charge_factor - 1)) / array.pointing_and_wiring * array.power_density / array.sizing_power_density";
    /// Array power at begin of life over IT power.
    array_bol_per_it: Ratio = "array.bol_per_it_power" in "1", "array.power_bol / it.power";
    /// Energy that the array could give per panel area and year, mean of its life.
    array_yield: EnergyPerArea = "array.yield" in "kWh/m2", "~ `array.power_density` at the mean sunlight of the year and with `environment.albedo` and `environment.earth_infrared`, times `environment.sunlit_fraction` x `array.pointing_and_wiring` x the mean over `mission.life` of what `array.degradation` and, by `array.fluence_slope` and `array.fluence_scale`, `array.damage_fluence` leave, in 8 760 h";
    // ---- battery
    /// Depth of discharge in the longest eclipse at end of life.
    battery_depth: Ratio = "battery.depth_of_discharge" in "1", "min(battery.depth_limit, battery.reference_depth * (battery.cycles / max(1, environment.eclipse_count * mission.life / year))^(1 / battery.cycle_exponent))";
    /// Nameplate energy at begin of life.
    battery_energy: Energy = "battery.energy" in "kWh", "(power.bus - power.eclipse_saving) * environment.eclipse_max / (battery.depth_of_discharge * battery.end_of_life_capacity * sqrt(battery.round_trip_efficiency))";
    /// Mass that the same energy would have in active mass alone.
    battery_mass_bound: Mass = "battery.mass_bound" in "kg", "battery.energy / battery.chemistry_bound";
    // ---- heat
    /// Heat into the radiators, mean of the sizing orbit.
    radiator_heat: Power = "radiator.heat" in "kW", "power.bus + power.battery_loss - power.radiated - power.jet";
    /// Power that leaves as radio and laser beams.
    power_radiated: Power = "power.radiated" in "kW", "power.links * link.radiated_share";
    /// Electric power that leaves with the jets of the thrusters.
    power_jet: Power = "power.jet" in "kW", "power.thrusters * propulsion.efficiency";
    /// Faces of the panel that radiate.
    radiator_faces: Ratio = "radiator.faces" in "1", "~ two, or one where `radiator.attitude` is array-back";
    /// View factor from a radiating face to the back of the array.
    radiator_array_view: Ratio = "radiator.array_view" in "1", "~ two rectangles at right angles with a common edge, from `radiator.panel_area`, `radiator.aspect`, `array.area`, `array.aspect` and `radiator.attitude`";
    /// Sunlight, albedo and infrared absorbed per panel area, both faces.
    radiator_absorbed: Irradiance = "radiator.absorbed" in "W/m2", "~ incident sunlight, albedo, Earth and array infrared of the hot case weighted with `radiator.absorptance` and `radiator.emissivity`, from `orbit.altitude`, `radiator.attitude`, `environment.albedo_hot`, `environment.earth_infrared_hot`, `radiator.array_view` and `array.temperature`";
    /// Heat absorbed from Sun, Earth and array by the panels at work.
    radiator_absorbed_heat: Power = "radiator.absorbed_heat" in "kW", "radiator.absorbed * radiator.panel_area / radiator.area_factor";
    /// Heat emitted by the panels at work.
    radiator_emission: Power = "radiator.emission" in "kW", "radiator.emissivity * radiator.faces * sigma * radiator.temperature^4 * radiator.panel_area / radiator.area_factor";
    /// Temperature at the root of the fins.
    radiator_root: Temperature = "radiator.root_temperature" in "K", "~ `coolant.temperature` less the fall through `radiator.film` at `radiator.net_flux`";
    /// Mean radiating temperature of the surface.
    radiator_temperature: Temperature = "radiator.temperature" in "K", "((radiator.net_flux + radiator.absorbed) / (radiator.emissivity * radiator.faces * sigma))^0.25";
    /// Effectiveness of the fins against panels at root temperature throughout.
    fin_effectiveness: Ratio = "radiator.fin_effectiveness" in "1", "~ of a radiating fin of `radiator.fin_length`, `radiator.fin_thickness` and `radiator.fin_conductivity` at `radiator.root_temperature` and `environment.sink_temperature`";
    /// Net heat per panel area, both faces.
    radiator_net_flux: Irradiance = "radiator.net_flux" in "W/m2", "~ emission less `radiator.absorbed`, over the panel along which the coolant falls by `coolant.rise` around `coolant.temperature`, behind `radiator.film`, with `radiator.fin_effectiveness`, `radiator.emissivity` and `radiator.faces`";
    /// What a black panel in empty space would emit at the coolant's temperature.
    radiator_bound: Irradiance = "radiator.bound" in "W/m2", "radiator.faces * sigma * coolant.temperature^4";
    /// Panel area, one face.
    radiator_area: crate::units::Area = "radiator.panel_area" in "m2", "radiator.heat * radiator.area_factor / radiator.net_flux";
    /// Coolant flow of the whole scenario.
    coolant_flow: MassRate = "coolant.flow" in "kg/s", "radiator.heat / (coolant.specific_heat * coolant.rise + coolant.boiling)";
    /// Chip temperature at full load.
    chip_temperature: Temperature = "chip.temperature" in "K", "coolant.temperature + coolant.rise / 2 + it.chip_power * it.junction_resistance";
    // ---- mass
    /// Solar array.
    mass_array: Mass = "mass.array" in "kg", "array.power_bol / array.specific_power";
    /// Solar array.
    array_mass: Mass = "array.mass" in "kg", "mass.array";
    /// Batteries.
    battery_mass: Mass = "battery.mass" in "kg", "battery.energy / battery.specific_energy";
    /// Radiator panels with deployment.
    mass_panels: Mass = "mass.radiator_panels" in "kg", "radiator.panel_area * radiator.areal_mass * (1 + radiator.deployment_share)";
    /// Coolant loop and pumps.
    mass_loop: Mass = "mass.coolant_loop" in "kg", "radiator.heat * coolant.loop_specific_mass";
    /// Wall of the coolant tubes that stops meteoroids and debris.
    armor_thickness: crate::units::Length = "armor.thickness" in "mm", "~ single wall that lets a particle through `armor.section` x `armor.tube_share` in `mission.life` with probability 1 - `armor.survival`, at `orbit.altitude` with `armor.debris_factor`, from `armor.density`, `armor.hardness`, `armor.sound_speed`, `armor.meteoroid_density`, `armor.meteoroid_speed` and `armor.depth_factor`";
    /// Armor of the coolant tubes beyond the wall that they have anyway.
    mass_armor: Mass = "mass.armor" in "kg", "radiator.panel_area * armor.tube_share * armor.density * max(0, armor.thickness - armor.wall)";
    /// Radiator with loop, pumps and armor.
    radiator_mass: Mass = "radiator.mass" in "kg", "mass.radiator_panels + mass.coolant_loop + mass.armor";
    /// Computers with on-board spares.
    mass_computers: Mass = "mass.computers" in "kg", "it.power * (1 + it.spares) * it.specific_mass";
    /// Power distribution.
    mass_distribution: Mass = "mass.power_distribution" in "kg", "power.bus * pmad.specific_mass";
    /// Radiation shielding beyond the structure.
    mass_shielding: Mass = "mass.shielding" in "kg", "max(0, shielding.thickness - shielding.structure_thickness) * shielding.density * shielding.area * it.power";
    /// Attitude control and on-board computers.
    mass_avionics: Mass = "mass.avionics" in "kg", "satellite.count * satellite.avionics_mass";
    /// Optical terminals.
    mass_links: Mass = "mass.links" in "kg", "satellite.count * link.terminals * link.terminal_mass";
    /// Thrusters, power processors and tanks.
    mass_propulsion: Mass = "mass.propulsion" in "kg", "propulsion.thruster_power * propulsion.specific_mass + propulsion.tank_share * mass.propellant";
    /// Structure and integration.
    mass_structure: Mass = "mass.structure" in "kg", "satellite.structure_share * (mass.dry - mass.margin)";
    /// Margin.
    mass_margin: Mass = "mass.margin" in "kg", "mass.dry * satellite.mass_margin / (1 + satellite.mass_margin)";
    /// Dry mass with margin.
    mass_dry: Mass = "mass.dry" in "kg", "(mass.array + battery.mass + mass.radiator_panels + mass.coolant_loop + mass.armor + mass.computers + mass.power_distribution + mass.shielding + mass.avionics + mass.links + mass.propulsion) / (1 - satellite.structure_share) * (1 + satellite.mass_margin)";
    /// Propellant for drag, station-keeping and disposal.
    mass_propellant: Mass = "mass.propellant" in "kg", "~ rocket equation over `mission.life`: `propulsion.drag_force` as a constant force, `propulsion.station_keeping` and `propulsion.avoidance` as accelerations, `propulsion.disposal_delta_v` at the end, with `propulsion.specific_impulse`";
    /// Launched mass that a pin asks for, less the model's own.
    mass_pin_difference: Mass = "mass.pin_difference" in "kg", "~ zero unless `mass.per_it_power` is pinned";
    /// Launched mass: dry mass and propellant, spare satellites not counted.
    mass_launched: Mass = "mass.launched" in "kg", "mass.dry + mass.propellant + mass.pin_difference";
    /// Launched mass per IT power.
    mass_per_it: SpecificMass = "mass.per_it_power" in "kg/kW", "mass.launched / it.power";
    // ---- propulsion and disposal
    /// Drag, mean of the year.
    drag_force: Force = "propulsion.drag_force" in "N", "~ density at `orbit.altitude` and `environment.solar_activity` with co-rotation, times `propulsion.drag_coefficient` and the mean area of `array.area` and `radiator.panel_area` across the flight";
    /// Velocity change per year against drag.
    drag_delta_v: Acceleration = "propulsion.drag_make_up" in "m/s/yr", "propulsion.drag_force / mass.launched";
    /// Velocity change per year to step aside of collisions.
    avoidance: Acceleration = "propulsion.avoidance" in "m/s/yr", "propulsion.avoidance_maneuvers * propulsion.avoidance_delta_v";
    /// Velocity change of disposal.
    disposal_delta_v: Velocity = "propulsion.disposal_delta_v" in "m/s", "~ lowers the perigee (burn) or the whole orbit (spiral) from `orbit.altitude` to `propulsion.disposal_perigee`; zero where `propulsion.disposal` is decay";
    /// Velocity change over the life of a satellite.
    delta_v: Velocity = "propulsion.delta_v" in "m/s", "gravity * propulsion.specific_impulse * ln(1 + mass.propellant / mass.dry)";
    /// Electric power of the thrusters as installed.
    thruster_power: Power = "propulsion.thruster_power" in "kW", "propulsion.electric_share * max(propulsion.drag_force + mass.launched * (propulsion.station_keeping + propulsion.avoidance), mass.launched * propulsion.disposal_delta_v / propulsion.disposal_duration) * gravity * propulsion.specific_impulse / (2 * propulsion.efficiency)";
    /// Time from the end of the mission to re-entry.
    disposal_time: Time = "propulsion.disposal_time" in "yr", "~ `propulsion.disposal_duration`, or `orbit.lifetime` where `propulsion.disposal` is decay";
    // ---- radiation and links
    /// Ionizing dose at the chips over the mission.
    radiation_dose: AbsorbedDose = "radiation.dose" in "rad", "radiation.dose_rate * mission.life";
    /// Dose of trapped protons and electrons at the chips.
    trapped_dose_rate: DoseRate = "radiation.trapped_dose_rate" in "rad/yr", "~ trapped protons and electrons behind `shielding.thickness` of aluminum at `orbit.altitude` and `orbit.inclination` in `environment.solar_cycle`";
    /// Dose of solar protons at the chips, mean over years.
    solar_dose_rate: DoseRate = "radiation.solar_dose_rate" in "rad/yr", "~ solar protons behind `shielding.thickness` of aluminum on the part of the orbit that the magnetic field leaves open at `orbit.altitude` and `orbit.inclination`, times `environment.solar_protons`";
    /// Dose at the chips.
    dose_rate: DoseRate = "radiation.dose_rate" in "rad/yr", "radiation.trapped_dose_rate + radiation.solar_dose_rate + environment.cosmic_ray_dose";
    /// Errors of one accelerator that send its job back to the last checkpoint.
    error_rate: Frequency = "radiation.error_rate" in "1/yr", "radiation.trapped_dose_rate * it.errors_per_dose";
    /// The same of a whole job.
    job_error_rate: Frequency = "radiation.job_error_rate" in "1/d", "radiation.error_rate * min(it.job_power, it.power) / it.accelerator_power";
    /// Best time of work between two checkpoints; none without errors.
    checkpoint_interval: Time = "radiation.checkpoint_interval" in "min", "~ Young's and Daly's optimum for `radiation.job_error_rate` and `it.checkpoint_write`";
    /// Share of the work lost to checkpoints, restarts and work done twice.
    lost_throughput: Ratio = "radiation.lost_throughput" in "1", "~ Daly's model at `radiation.checkpoint_interval`, from `radiation.job_error_rate`, `it.checkpoint_write` and `it.checkpoint_restart`";
    /// Share of time lost to solar storms.
    storm_loss: Ratio = "radiation.storm_loss" in "1", "min(1, environment.storms * it.storm_outage)";
    /// Share of the computers that dose has ended by the end of the mission.
    lost_parts: Ratio = "radiation.lost_parts" in "1", "~ share of a lognormal distribution of failure doses, median `it.failure_dose` and spread `it.failure_dose_spread`, below `radiation.dose`";
    /// Share of the computers that dose leaves at work, mean over the mission.
    parts_working: Ratio = "radiation.parts_working" in "1", "~ one less `radiation.lost_parts`, mean over a dose that grows evenly from zero to `radiation.dose`";
    /// Share of the work that errors, storms and failures by dose leave.
    radiation_availability: Ratio = "radiation.availability" in "1", "(1 - radiation.lost_throughput) * (1 - radiation.storm_loss) * radiation.parts_working";
    /// Share of the work lost where computers are throttled in shadow.
    eclipse_loss: Ratio = "orbit.eclipse_loss" in "1", "(1 - it.eclipse_share) * (1 - environment.sunlit_fraction)";
    /// Share of the time with a station in view, or one through a relay.
    contact_share: Ratio = "downlink.contact_share" in "1", "~ share of the sphere above `link.lowest_elevation` from `orbit.altitude`, for any of `link.stations`; one where `link.ground_path` is relay";
    /// Share of the contact that weather leaves.
    weather_availability: Ratio = "downlink.weather_availability" in "1", "1 - (1 - link.site_availability)^link.site_diversity";
    /// Rate of one link to the ground in contact: the stated one, as far as a radio carries it.
    link_rate: InformationRate = "downlink.link_rate" in "Gbit/s", "~ `link.ground_rate`, and no more than `downlink.radio_capacity` where the link is a radio to a station (`link.ground_path`)";
    /// Mean rate that the links of one satellite can bring to the ground.
    downlink_capacity: InformationRate = "downlink.capacity" in "Gbit/s", "link.ground_links * downlink.link_rate * downlink.contact_share * downlink.weather_availability";
    /// Rate of one radio link to the ground that no code exceeds, at the lowest elevation; a stated rate beyond it does not count.
    radio_capacity: InformationRate = "downlink.radio_capacity" in "Gbit/s", "~ `link.ground_bandwidth` times the binary logarithm of one plus carrier over noise: `link.ground_power`, `link.ground_antenna`, `link.station_antenna`, `link.antenna_efficiency`, `link.ground_efficiency` and `link.ground_carrier` against `link.station_noise` over the distance at `link.lowest_elevation` from `orbit.altitude`";
    /// Mean rate to the ground: what is allotted, as far as the links carry it.
    downlink_rate: InformationRate = "downlink.rate" in "Gbit/s", "min(link.downlink_rate, downlink.capacity)";
    /// Downlink per IT energy.
    bits_per_joule: InformationPerEnergy = "downlink.bits_per_joule" in "bit/J", "downlink.rate / satellite.it_power";
    /// Downlink per operation that the accelerators could do.
    downlink_per_operation: InformationPerOperation = "downlink.per_operation" in "bit/FLOP", "downlink.rate * it.accelerator_power / (satellite.it_power * it.accelerator_rate)";
    /// Downlink that the work needs per operation that the accelerators could do.
    downlink_need_per_operation: InformationPerOperation = "downlink.need_per_operation" in "bit/FLOP", "it.downlink_need * it.accelerator_power / it.accelerator_rate";
    /// Rate that one satellite exchanges with the others of its job at full work; none where the job fits into one.
    interconnect_need_rate: InformationRate = "link.interconnect_need" in "Gbit/s", "it.interconnect_need * it.accelerator_rate * satellite.it_power / it.accelerator_power * max(0, 1 - satellite.it_power / min(it.job_power, it.power))";
    /// Rate that the terminals of one satellite carry to other satellites, each way.
    interconnect_capacity: InformationRate = "link.interconnect_capacity" in "Gbit/s", "link.terminals * min(link.terminal_rate, link.terminal_capacity)";
    /// Rate of one optical terminal that its light carries; a stated rate beyond it does not count.
    terminal_capacity: InformationRate = "link.terminal_capacity" in "Gbit/s", "~ photons that arrive over `link.photons_per_bit`: `link.terminal_power`, `link.radiated_share`, `link.terminal_efficiency`, a Gaussian beam of `link.terminal_wavelength` between two of `link.terminal_aperture` over `link.terminal_distance`, and `link.terminal_jitter`";
    /// The same per operation that the accelerators could do.
    interconnect_per_operation: InformationPerOperation = "link.interconnect_per_operation" in "bit/FLOP", "link.interconnect_capacity * it.accelerator_power / (satellite.it_power * it.accelerator_rate)";
    /// Share of the work that the links between satellites carry.
    work_carried: Ratio = "work.carried" in "1", "~ one where `link.interconnect_capacity` is at least `link.interconnect_need`, else the first over the second";
    // ---- launch
    /// Payload of the vehicle to the scenario's orbit.
    launch_payload: Mass = "launch.payload" in "kg", "~ effective rocket equation of the upper stage through `launch.payload_low_orbit` and `launch.payload_sun_synchronous` with `launch.specific_impulse`, from `launch.latitude` to `orbit.altitude` and `orbit.inclination`";
    /// Bound on that payload: the rocket equation with a stage of no mass.
    payload_bound: Mass = "launch.payload_bound" in "kg", "~ rocket equation from `launch.payload_low_orbit` with `launch.specific_impulse` alone, from `launch.latitude` to `orbit.altitude` and `orbit.inclination`";
    /// Volume that stowed satellites can fill.
    usable_volume: Volume = "launch.usable_volume" in "m3", "launch.fairing_volume * launch.packing_share";
    /// Satellites that fit on one launch, by mass and stowed volume.
    satellites_per_launch: Ratio = "launch.satellites_per_launch" in "1", "~ whole satellites of `satellite.launched_mass` within `launch.payload` and of `satellite.stowed_volume` within `launch.fairing_volume` x `launch.packing_share`, at most `satellite.count` and `satellite.spares`; a share of one where `launch.sharing` is shared";
    /// Launches, spare satellites included.
    launch_count: Ratio = "launch.count" in "1", "~ working and spare satellites over `launch.satellites_per_launch`, whole launches, from `satellite.count` and `satellite.spares`";
    /// Launches with those that replace expected failures.
    launch_expected: Ratio = "launch.expected_count" in "1", "launch.count / (1 - launch.failure_rate)";
    /// Mass carried over the payload paid for.
    launch_fill: Ratio = "launch.fill" in "1", "~ `satellite.launched_mass` of all satellites over `launch.payload` of the launches paid, from `launch.count` and `launch.sharing`";
    /// Price of one launch.
    price_per_launch: Money = "launch.price_per_launch" in "MUSD", "launch.price * launch.learning_factor * launch.payload_low_orbit";
    /// Launch price when the program buys over the price asked today.
    launch_learning_factor: Ratio = "launch.learning_factor" in "1", "(launch.cumulative_mass / launch.learned_mass)^(ln(1 - launch.learning_rate) / ln(2))";
    /// Cost of a flight to the owner of the rocket.
    rocket_flight_cost: Money = "rocket.flight_cost" in "MUSD", "rocket.booster_price / rocket.booster_flights + rocket.ship_price / rocket.ship_flights + rocket.flight_operations";
    /// The same per payload to the low reference orbit.
    rocket_cost_per_mass: MoneyPerMass = "rocket.cost_per_mass" in "USD/kg", "rocket.flight_cost / launch.payload_low_orbit";
    /// Flights of one's own rocket within the horizon.
    rocket_flights: Ratio = "rocket.flights" in "1", "~ from `rocket.wait` on at `launch.cadence`, reached over `launch.ramp`, up to `finance.horizon`; only where `rocket.control` is paid";
    /// Savings of owning the rocket against buying launches, less its capital, present value.
    rocket_net_value: Money = "rocket.net_present_value" in "MUSD", "~ `launch.price_per_launch` less `rocket.flight_cost` for `rocket.flights`, less `rocket.control` and `rocket.completion`, at `finance.orbit_discount_rate`";
    /// Mass whose saving, undiscounted, repays control and completion.
    rocket_breakeven_mass: Mass = "rocket.breakeven_mass" in "t", "~ (`rocket.control` + `rocket.completion`) over the saving per mass, `launch.price_per_launch` less `rocket.flight_cost` over `launch.payload_low_orbit`";
    /// Time at which discounted savings have repaid the capital.
    rocket_payback: Time = "rocket.payback" in "yr", "~ when the terms of `rocket.net_present_value` reach zero; none within `finance.horizon` otherwise";
    /// Price of all launches, with those that replace expected failures.
    launch_cost: Money = "launch.cost" in "USD", "launch.price_per_mass * mass.launched * (1 + satellite.spares / satellite.count)";
    /// Price per kilogram carried to the scenario's orbit, payload penalty and fill included.
    launch_price_per_mass: MoneyPerMass = "launch.price_per_mass" in "USD/kg", "~ `launch.price_per_launch` of the launches paid, with expected failures by `launch.failure_rate`, over the mass they carry, from `launch.count`, `launch.sharing`, `satellite.launched_mass`";
    /// Years until the last launch.
    years_to_build: Time = "launch.years_to_build" in "yr", "~ until `launch.expected_count` launches have left at `launch.cadence`, which is reached in equal yearly steps over `launch.ramp`";
    /// Share of the launched mass that is computers.
    launch_computers_share: Ratio = "launch.computers_share" in "1", "mass.computers / mass.launched";
    // ---- cost in orbit
    /// Mean price of the satellites built, computers aside, over the prices given.
    fleet_learning_factor: Ratio = "fleet.learning_factor" in "1", "~ mean over `satellite.count` and `satellite.spares` of Wright's law with `fleet.learning_rate`, over its value at `fleet.priced_unit`";
    /// Solar arrays.
    cost_array: Money = "cost.array" in "MUSD", "array.power_bol * array.price * (1 + satellite.spares / satellite.count) * fleet.learning_factor";
    /// Batteries.
    cost_battery: Money = "cost.battery" in "MUSD", "battery.energy * battery.price * (1 + satellite.spares / satellite.count) * fleet.learning_factor";
    /// Radiators with loop and pumps.
    cost_radiator: Money = "cost.radiator" in "MUSD", "(radiator.panel_area * radiator.price + radiator.heat * coolant.loop_price) * (1 + satellite.spares / satellite.count) * fleet.learning_factor";
    /// Power distribution.
    cost_distribution: Money = "cost.power_distribution" in "MUSD", "power.bus * pmad.price * (1 + satellite.spares / satellite.count) * fleet.learning_factor";
    /// Structure and shielding.
    cost_structure: Money = "cost.structure" in "MUSD", "(mass.structure * satellite.structure_price + mass.shielding * shielding.price) * (1 + satellite.spares / satellite.count) * fleet.learning_factor";
    /// Avionics, propulsion and links.
    cost_avionics: Money = "cost.avionics" in "MUSD", "(satellite.count + satellite.spares) * (satellite.avionics_price + propulsion.price + link.terminals * link.terminal_price) * fleet.learning_factor";
    /// Assembly, integration and test.
    cost_assembly: Money = "cost.assembly" in "MUSD", "satellite.assembly_share * (cost.array + cost.battery + cost.radiator + cost.power_distribution + cost.structure + cost.avionics)";
    /// Computers with on-board spares.
    cost_computers: Money = "cost.computers" in "MUSD", "it.power * it.price * (1 + it.spares) * (1 + satellite.spares / satellite.count)";
    /// Satellites with their computers, spare satellites included.
    cost_hardware: Money = "cost.hardware" in "MUSD", "cost.array + cost.battery + cost.radiator + cost.power_distribution + cost.structure + cost.avionics + cost.assembly + cost.computers";
    /// Launch insurance.
    cost_insurance: Money = "cost.launch_insurance" in "MUSD", "finance.launch_insurance * cost.hardware";
    /// Servicing per satellite and year.
    fleet_servicing_paid: MoneyPerTime = "fleet.servicing_paid" in "USD/yr", "~ `fleet.servicing` where `fleet.upkeep` is renew, else zero";
    /// Operations per year.
    cost_operations: MoneyPerTime = "cost.operations" in "MUSD/yr", "(satellite.count + satellite.spares) * (satellite.ground_operations + fleet.servicing_paid) + fleet.operations_share * cost.hardware";
    /// Hardware bought again per year in place of what fails.
    cost_replenishment: MoneyPerTime = "cost.replenishment" in "MUSD/yr", "fleet.replenishment * cost.hardware";
    /// Its launches and their insurance per year, at the price of the first.
    cost_replenishment_launch: MoneyPerTime = "cost.replenishment_launch" in "MUSD/yr", "fleet.replenishment * fleet.replenishment_launched * (launch.cost + cost.launch_insurance)";
    /// In-orbit insurance per year.
    cost_orbit_insurance: MoneyPerTime = "cost.orbit_insurance" in "MUSD/yr", "finance.orbit_insurance * cost.hardware";
    /// First cost of the orbital side.
    orbit_capex: Money = "orbit.capex" in "USD", "cost.hardware + launch.cost + cost.launch_insurance + fleet.development";
    /// First cost of the orbital side per IT power.
    orbit_capex_per_it: MoneyPerPower = "orbit.capex_per_it_power" in "USD/W", "orbit.capex / it.power";
    /// Time after which a satellite is bought again.
    orbit_life: Time = "orbit.asset_life" in "yr", "~ `mission.life`, or `it.life` where that is shorter and `fleet.upkeep` is retire";
    /// Time after which its computers are bought again.
    orbit_computer_life: Time = "orbit.computer_life" in "yr", "min(mission.life, it.life)";
    /// Share of the IT power delivered over the life: failures beyond the spares, radiation, shadow.
    orbit_availability: Ratio = "orbit.availability" in "1", "~ `radiation.availability`, `work.carried` and what `orbit.eclipse_loss` leaves, times what failures beyond the spares leave, whole accelerators and whole satellites, from `it.failure_rate`, `it.failure_shape`, `it.spares`, `it.accelerator_power`, `fleet.failure_rate`, `fleet.failure_shape`, `satellite.count`, `satellite.spares`, `orbit.computer_life` and `orbit.asset_life`";
    /// Present value of buying satellites again at the end of each life, less credit at the horizon, over the first price.
    orbit_platform_factor: Ratio = "orbit.platform_factor" in "1", "~ from `orbit.asset_life`, `satellite.lead`, `finance.horizon`, `finance.orbit_discount_rate`, `finance.tax` and `finance.write_off`";
    /// The same of their computers.
    orbit_computers_factor: Ratio = "orbit.computers_factor" in "1", "~ from `orbit.computer_life`, `it.lead`, `finance.horizon`, `finance.orbit_discount_rate`, `finance.tax` and `finance.write_off`";
    /// The same of their launch.
    orbit_launch_factor: Ratio = "orbit.launch_factor" in "1", "~ from `orbit.asset_life`, `satellite.lead`, `finance.horizon`, `finance.orbit_discount_rate`, `finance.tax` and `finance.write_off`";
    /// The same of the computers' launch.
    orbit_computers_launch_factor: Ratio = "orbit.computers_launch_factor" in "1", "~ from `orbit.computer_life`, `satellite.lead`, `finance.horizon`, `finance.orbit_discount_rate`, `finance.tax` and `finance.write_off`";
    /// Value of development money at the mean start of operation, over the money.
    orbit_development_factor: Ratio = "orbit.development_factor" in "1", "(1 + finance.orbit_discount_rate * year)^(fleet.development_lead / year) / orbit.start_factor";
    /// Mean present value, on the day of the first possible launch, of one dollar when a satellite starts.
    orbit_start_factor: Ratio = "orbit.start_factor" in "1", "~ mean over the `launch.count` days of launch, up to `launch.years_to_build`, at `finance.orbit_discount_rate`";
    /// Present value of a yearly cost over that cost.
    orbit_annuity: Time = "orbit.annuity" in "yr", "~ from `finance.horizon` and `finance.orbit_discount_rate`";
    /// Present cost of the orbital side over the horizon.
    orbit_present_cost: Money = "orbit.present_cost" in "USD", "(cost.hardware - cost.computers) * (orbit.platform_factor + finance.launch_insurance * orbit.launch_factor) + cost.computers * (orbit.computers_factor + finance.launch_insurance * orbit.computers_launch_factor) + launch.cost * ((1 - launch.computers_share) * orbit.launch_factor + launch.computers_share * orbit.computers_launch_factor) + fleet.development * orbit.development_factor + (cost.operations + cost.replenishment + cost.replenishment_launch + cost.orbit_insurance) * orbit.annuity";
    /// The same per IT power.
    orbit_present_cost_per_it: MoneyPerPower = "orbit.present_cost_per_it_power" in "USD/W", "orbit.present_cost / it.power";
    /// Cost of the orbital side per IT power and year.
    orbit_per_power_year: MoneyPerEnergy = "orbit.cost_per_it_power_year" in "USD/kW/yr", "orbit.cost_per_it_energy";
    /// Cost of the orbital side per available IT energy.
    orbit_per_energy: MoneyPerEnergy = "orbit.cost_per_it_energy" in "USD/MWh", "orbit.present_cost / (it.power * orbit.availability * operating_year * orbit.annuity / year)";
    /// Cost of an available accelerator-hour in orbit.
    orbit_per_gpu_hour: MoneyPerTime = "orbit.cost_per_gpu_hour" in "USD/h", "orbit.cost_per_it_energy * it.accelerator_power";
    /// Cost of a petaflop per second for a day in orbit, dense FP8.
    orbit_petaflop_day: Money = "orbit.cost_per_petaflop_day" in "USD", "orbit.cost_per_gpu_hour * 86400 * 1e15 / it.accelerator_rate";
    /// Sales of accelerator-hours in orbit in the first year.
    orbit_revenue: MoneyPerTime = "orbit.revenue" in "MUSD/yr", "it.gpu_hour_price * it.power / it.accelerator_power * orbit.availability * it.utilization * operating_year / year";
    /// Present value of the sales over those of the first year.
    orbit_revenue_years: Time = "orbit.revenue_years" in "yr", "~ `orbit.annuity` times `orbit.start_factor`, with prices that change by `it.gpu_hour_price_change`";
    /// Sales less cost over the horizon, on the day of the first possible start.
    orbit_net_value: Money = "orbit.net_present_value" in "MUSD", "orbit.revenue * orbit.revenue_years - orbit.present_cost * orbit.start_factor";
    // ---- cost on the ground
    /// Building, power and cooling.
    ground_facility: Money = "ground.facility_cost" in "MUSD", "ground.facility_price * it.power";
    /// Computers.
    ground_computers: Money = "ground.computers_cost" in "MUSD", "it.price * it.power";
    /// Electricity per year.
    ground_electricity: MoneyPerTime = "ground.electricity_cost" in "MUSD/yr", "ground.power_price * it.power * it.utilization * ground.availability * ground.pue * operating_year / year";
    /// Price of electricity, fuel per electricity of own generation, or what is bought beside solar power per electricity of the site.
    ground_power_price: MoneyPerEnergy = "ground.power_price" in "USD/kWh", "~ `ground.electricity_price`, or `ground.heat_rate` x `ground.fuel_price` where `ground.supply` is own, or `ground.backup_price` x `ground.solar_unserved` where it is solar";
    /// Greenhouse gases of what is bought or burnt, per energy of the site.
    ground_power_carbon: EmissionPerEnergy = "ground.power_carbon" in "g/kWh", "~ `ground.carbon_intensity`, or `ground.backup_carbon` x `ground.solar_unserved` where `ground.supply` is solar";
    /// Greenhouse gases of the site's electricity, whatever supplies it, with making solar panels and storage.
    ground_supply_carbon: EmissionPerEnergy = "ground.supply_carbon" in "g/kWh", "ground.power_carbon + (ground.solar_carbon * ground.solar_power / ground.solar_life + ground.storage_carbon * ground.storage_energy / ground.storage_life) * year / (ground.mean_power * operating_year)";
    /// Own generation.
    ground_generation: Money = "ground.generation_cost" in "MUSD", "~ `ground.generation_price` x `it.power` x `ground.pue` where `ground.supply` is own, else zero";
    /// Mean power of the site.
    ground_power: Power = "ground.mean_power" in "kW", "it.power * it.utilization * ground.availability * ground.pue";
    /// Rating of the solar panels (AC).
    ground_solar_power: Power = "ground.solar_power" in "kW", "~ least-cost point of the curve of `ground.solar_site` for `ground.firm_share` and `ground.storage_efficiency`, x `ground.mean_power` / `ground.solar_output`, where `ground.supply` is solar, else zero; the least cost depends on `ground.solar_price`, `ground.solar_life`, `ground.solar_upkeep`, `ground.storage_price`, `ground.storage_life`, `ground.storage_upkeep`, `ground.storage_usable`, `ground.solar_lead`, `finance.horizon`, `finance.ground_discount_rate`, `finance.tax` and `finance.write_off`";
    /// Energy that the storage holds when new.
    ground_storage_energy: Energy = "ground.storage_energy" in "MWh", "~ hours of load at the least-cost point of `ground.solar_power`, x `ground.mean_power` / `ground.storage_usable`";
    /// Share of the site's energy that solar panels and storage do not serve.
    ground_solar_unserved: Ratio = "ground.solar_unserved" in "1", "~ 1 - `ground.firm_share` where `ground.supply` is solar, else zero";
    /// Share of the solar panels' output that is not used.
    ground_solar_curtailed: Ratio = "ground.solar_curtailed" in "1", "~ from the least-cost point of `ground.solar_power`";
    /// Full storages that are given back in a year.
    ground_storage_cycles: Frequency = "ground.storage_cycles" in "1/yr", "~ from the least-cost point of `ground.solar_power`";
    /// Solar panels.
    ground_solar: Money = "ground.solar_cost" in "MUSD", "ground.solar_price * ground.solar_power";
    /// Storage.
    ground_storage: Money = "ground.storage_cost" in "MUSD", "ground.storage_price * ground.storage_energy";
    /// Rent per year.
    ground_lease: MoneyPerTime = "ground.lease_cost" in "MUSD/yr", "ground.lease * it.power * operating_year / year";
    /// Maintenance of the facility, of own generation, solar panels and storage per year.
    ground_maintenance: MoneyPerTime = "ground.maintenance_cost" in "MUSD/yr", "ground.maintenance * ground.facility_cost + ground.generation_upkeep * ground.generation_cost + ground.solar_upkeep * ground.solar_cost + ground.storage_upkeep * ground.storage_cost";
    /// Replacement of failed computers per year.
    ground_repairs: MoneyPerTime = "ground.repair_cost" in "MUSD/yr", "ground.failure_rate * ground.computers_cost";
    /// Water per year.
    ground_water: MoneyPerTime = "ground.water_cost" in "MUSD/yr", "ground.water_use * ground.water_price * it.power * it.utilization * ground.availability * operating_year / year";
    /// First cost of the ground side.
    ground_capex: Money = "ground.capex" in "USD", "ground.facility_cost + ground.computers_cost + ground.generation_cost + ground.solar_cost + ground.storage_cost";
    /// First cost of the ground side per IT power.
    ground_capex_per_it: MoneyPerPower = "ground.capex_per_it_power" in "USD/W", "ground.capex / it.power";
    /// Share of the IT power delivered on the ground.
    ground_availability: Ratio = "ground.availability" in "1", "~ the input `ground.availability`";
    /// Present value of buying the facility again at the end of each life, less credit, over its price.
    ground_facility_factor: Ratio = "ground.facility_purchase_factor" in "1", "~ from `ground.facility_life`, `ground.facility_lead`, `finance.horizon`, `finance.ground_discount_rate`, `finance.tax` and `finance.write_off`";
    /// Present value of buying the computers again at the end of each life, less credit, over their price.
    ground_computers_factor: Ratio = "ground.computers_purchase_factor" in "1", "~ from `it.life`, `it.lead`, `finance.horizon`, `finance.ground_discount_rate`, `finance.tax` and `finance.write_off`";
    /// Present value of buying own generation again at the end of each life, less credit, over its price.
    ground_generation_factor: Ratio = "ground.generation_purchase_factor" in "1", "~ from `ground.generation_life`, `ground.generation_lead`, `finance.horizon`, `finance.ground_discount_rate`, `finance.tax` and `finance.write_off`";
    /// Present value of buying the solar panels again at the end of each life, less credit, over their price; zero without them.
    ground_solar_factor: Ratio = "ground.solar_purchase_factor" in "1", "~ from `ground.supply`, `ground.solar_life`, `ground.solar_lead`, `finance.horizon`, `finance.ground_discount_rate`, `finance.tax` and `finance.write_off`";
    /// Present value of buying the storage again at the end of each life, less credit, over its price; zero without it.
    ground_storage_factor: Ratio = "ground.storage_purchase_factor" in "1", "~ from `ground.supply`, `ground.storage_life`, `ground.solar_lead`, `finance.horizon`, `finance.ground_discount_rate`, `finance.tax` and `finance.write_off`";
    /// Present value of a yearly cost over that cost.
    ground_annuity: Time = "ground.annuity" in "yr", "~ from `finance.horizon` and `finance.ground_discount_rate`";
    /// Present cost of the ground side over the horizon.
    ground_present_cost: Money = "ground.present_cost" in "USD", "ground.facility_cost * ground.facility_purchase_factor + ground.computers_cost * ground.computers_purchase_factor + ground.generation_cost * ground.generation_purchase_factor + ground.solar_cost * ground.solar_purchase_factor + ground.storage_cost * ground.storage_purchase_factor + (ground.electricity_cost + ground.maintenance_cost + ground.lease_cost + ground.repair_cost + ground.water_cost) * ground.annuity";
    /// The same per IT power.
    ground_present_cost_per_it: MoneyPerPower = "ground.present_cost_per_it_power" in "USD/W", "ground.present_cost / it.power";
    /// Levelized cost of the site's electricity, whatever supplies it.
    ground_supply_per_energy: MoneyPerEnergy = "ground.supply_cost" in "USD/MWh", "(ground.generation_cost * ground.generation_purchase_factor + ground.solar_cost * ground.solar_purchase_factor + ground.storage_cost * ground.storage_purchase_factor + (ground.electricity_cost + ground.generation_upkeep * ground.generation_cost + ground.solar_upkeep * ground.solar_cost + ground.storage_upkeep * ground.storage_cost) * ground.annuity) / (ground.mean_power * operating_year * ground.annuity / year)";
    /// Cost of the ground side per IT power and year.
    ground_per_power_year: MoneyPerEnergy = "ground.cost_per_it_power_year" in "USD/kW/yr", "ground.cost_per_it_energy";
    /// Cost of the ground side per available IT energy.
    ground_per_energy: MoneyPerEnergy = "ground.cost_per_it_energy" in "USD/MWh", "ground.present_cost / (it.power * ground.availability * operating_year * ground.annuity / year)";
    /// Cost of an available accelerator-hour on the ground.
    ground_per_gpu_hour: MoneyPerTime = "ground.cost_per_gpu_hour" in "USD/h", "ground.cost_per_it_energy * it.accelerator_power";
    /// Cost of a petaflop per second for a day on the ground, dense FP8.
    ground_petaflop_day: Money = "ground.cost_per_petaflop_day" in "USD", "ground.cost_per_gpu_hour * 86400 * 1e15 / it.accelerator_rate";
    /// Present value, on the day that it could start with power, of one dollar when the site starts.
    ground_start_factor: Ratio = "ground.start_factor" in "1", "(1 + finance.ground_discount_rate * year)^(-ground.delay / year)";
    /// Sales of accelerator-hours on the ground in the first year.
    ground_revenue: MoneyPerTime = "ground.revenue" in "MUSD/yr", "it.gpu_hour_price * it.power / it.accelerator_power * ground.availability * it.utilization * operating_year / year";
    /// Present value of the sales over those of the first year.
    ground_revenue_years: Time = "ground.revenue_years" in "yr", "~ `ground.annuity` times `ground.start_factor`, with prices that change by `it.gpu_hour_price_change`";
    /// Sales less cost over the horizon, on the day of the first possible start.
    ground_net_value: Money = "ground.net_present_value" in "MUSD", "ground.revenue * ground.revenue_years - ground.present_cost * ground.start_factor";
    // ---- comparison
    /// Orbit over ground, cost per available IT energy.
    ratio_cost: Ratio = "ratio.cost" in "1", "orbit.cost_per_it_energy / ground.cost_per_it_energy";
    /// The same with the ground's discount rate on both sides.
    ratio_cost_equal_rates: Ratio = "ratio.cost_equal_rates" in "1", "~ as `ratio.cost`, with `finance.ground_discount_rate` on both sides";
    /// Price per kilogram to the scenario's orbit at which both sides cost the same; negative where orbit loses even with free launch.
    breakeven_signed: MoneyPerMass = "breakeven.launch_price_signed" in "USD/kg", "~ root of `ratio.cost` = 1 in `launch.price_per_mass`";
    /// The same where it is not negative.
    breakeven: MoneyPerMass = "breakeven.launch_price" in "USD/kg", "~ `breakeven.launch_price_signed` where it is not negative";
    /// Orbit over ground with free launch.
    ratio_free_launch: Ratio = "breakeven.ratio_at_free_launch" in "1", "~ `ratio.cost` at a launch price of zero";
    // ---- the external ledger: amounts over the horizon
    /// IT energy available in orbit over the horizon, not discounted.
    external_orbit_energy: Energy = "external.orbit_energy" in "MWh", "it.power * orbit.availability * operating_year * finance.horizon / year";
    /// Mass brought to orbit over the horizon: satellites, those that replace them, renewed computers.
    external_launched_mass: Mass = "external.launched_mass" in "t", "(mass.launched * (1 + fleet.replenishment * fleet.replenishment_launched * orbit.asset_life) + mass.computers * (orbit.asset_life / orbit.computer_life - 1)) * (1 + satellite.spares / satellite.count) * finance.horizon / orbit.asset_life";
    /// Launches for it, failed ones and empty room included; in parts where a launch is shared.
    external_launches: Ratio = "external.launches" in "1", "external.launched_mass / (launch.payload * launch.fill * (1 - launch.failure_rate))";
    /// Mass that burns up on its way back.
    external_reentry_mass: Mass = "external.reentry_mass" in "t", "(mass.dry * (1 + fleet.replenishment * fleet.replenishment_launched * orbit.asset_life) + mass.computers * (orbit.asset_life / orbit.computer_life - 1)) * (1 + satellite.spares / satellite.count) * finance.horizon / orbit.asset_life";
    /// Greenhouse gases of the launches, propellant above all.
    external_launch_carbon: Mass = "external.launch_carbon" in "t", "launch.carbon * external.launches";
    /// The same per mass brought to orbit, failed launches and empty room included.
    external_launch_carbon_per_mass: Ratio = "external.launch_carbon_per_mass" in "kg/kg", "external.launch_carbon / external.launched_mass";
    /// Greenhouse gases of making satellites, computers left out; what failed launches lost included.
    external_manufacture_carbon: Mass = "external.manufacture_carbon" in "t", "satellite.embodied_carbon * (mass.dry - mass.computers) * ((1 + fleet.replenishment * fleet.replenishment_launched * orbit.asset_life) / (1 - launch.failure_rate) + fleet.replenishment * (1 - fleet.replenishment_launched) * orbit.asset_life) * (1 + satellite.spares / satellite.count) * finance.horizon / orbit.asset_life";
    /// Greenhouse gases of making their computers; what failed launches lost included.
    external_computers_carbon: Mass = "external.computers_carbon" in "t", "it.embodied_carbon * it.power * (1 + it.spares) * ((orbit.asset_life / orbit.computer_life + fleet.replenishment * fleet.replenishment_launched * orbit.asset_life) / (1 - launch.failure_rate) + fleet.replenishment * (1 - fleet.replenishment_launched) * orbit.asset_life) * (1 + satellite.spares / satellite.count) * finance.horizon / orbit.asset_life";
    /// Greenhouse effect of the nitrogen oxides of re-entry; very uncertain, never part of `carbon.orbit`.
    external_reentry_carbon: Mass = "external.reentry_carbon" in "t", "satellite.reentry_carbon * external.reentry_mass";
    /// Black carbon of the launches; none where nobody knows it.
    external_black_carbon: Mass = "external.black_carbon" in "t", "launch.black_carbon * external.launches";
    /// Alumina left in the upper air by re-entry.
    external_alumina: Mass = "external.alumina" in "t", "satellite.reentry_alumina * external.reentry_mass";
    /// Nitrogen oxides made by re-entry.
    external_nitrogen_oxides: Mass = "external.nitrogen_oxides" in "t", "satellite.reentry_nitrogen_oxides * external.reentry_mass";
    /// IT energy available on the ground over the horizon, not discounted.
    external_ground_energy: Energy = "external.ground_energy" in "MWh", "it.power * ground.availability * operating_year * finance.horizon / year";
    /// Greenhouse gases of the electricity or fuel that is bought on the ground.
    external_ground_power_carbon: Mass = "external.ground_power_carbon" in "t", "ground.power_carbon * ground.pue * it.utilization * external.ground_energy";
    /// Greenhouse gases of making solar panels, spread over their life; zero without them.
    external_ground_solar_carbon: Mass = "external.ground_solar_carbon" in "t", "ground.solar_carbon * ground.solar_power * finance.horizon / ground.solar_life";
    /// Greenhouse gases of making their storage, spread over its life; zero without it.
    external_ground_storage_carbon: Mass = "external.ground_storage_carbon" in "t", "ground.storage_carbon * ground.storage_energy * finance.horizon / ground.storage_life";
    /// Greenhouse gases of the building on the ground, spread over its life.
    external_ground_building_carbon: Mass = "external.ground_building_carbon" in "t", "ground.embodied_carbon * it.power * finance.horizon / ground.facility_life";
    /// Greenhouse gases of making the computers on the ground, replaced ones included.
    external_ground_computers_carbon: Mass = "external.ground_computers_carbon" in "t", "it.embodied_carbon * it.power * finance.horizon * (1 / it.life + ground.failure_rate)";
    /// Water used on the ground.
    external_ground_water: Volume = "external.ground_water" in "m3", "ground.water_use * it.utilization * external.ground_energy";
    // ---- indicators of orbit and sky, never added
    /// Satellites, spares included, over the objects tracked in orbit today.
    tracked_share: Ratio = "orbit.tracked_share" in "1", "(satellite.count + satellite.spares) / environment.tracked_objects";
    /// Mean distance between the satellites if they were spread over the shell of their altitude.
    shell_spacing: crate::units::Length = "orbit.shell_spacing" in "km", "sqrt(4 * pi * (radius_earth + orbit.altitude)^2 / (satellite.count + satellite.spares))";
    /// Mean cross-section of one satellite: half of one face of its panels.
    cross_section: crate::units::Area = "orbit.cross_section" in "m2", "(array.area + radiator.panel_area) / (2 * satellite.count)";
    /// Cross-section of the fleet times its life and the time to re-entry.
    area_time: AreaTime = "orbit.area_time" in "m2 yr", "orbit.cross_section * (satellite.count + satellite.spares) * (orbit.asset_life + propulsion.disposal_time)";
    /// Visual magnitude of a satellite overhead, as a sphere that scatters evenly; astronomers ask for 7 or fainter, less is brighter.
    magnitude: Ratio = "orbit.magnitude" in "1", "~ of a Lambert sphere of `orbit.cross_section` and `satellite.reflectance` at `orbit.altitude` and `satellite.phase_angle` in sunlight of magnitude -26.74";
    // ---- carbon
    /// Greenhouse gases of launch and manufacture per IT energy, without re-entry.
    carbon_orbit: EmissionPerEnergy = "carbon.orbit" in "g/kWh", "(external.launch_carbon + external.manufacture_carbon + external.computers_carbon) / external.orbit_energy";
    /// The same with nitrogen oxides of re-entry.
    carbon_orbit_reentry: EmissionPerEnergy = "carbon.orbit_with_reentry" in "g/kWh", "(external.launch_carbon + external.manufacture_carbon + external.computers_carbon + external.reentry_carbon) / external.orbit_energy";
    /// Greenhouse gases of electricity, building and computers per IT energy on the ground.
    carbon_ground: EmissionPerEnergy = "carbon.ground" in "g/kWh", "ground.supply_carbon * ground.pue * it.utilization + (ground.embodied_carbon / ground.facility_life + it.embodied_carbon * (1 / it.life + ground.failure_rate)) * year / (operating_year * ground.availability)";
}

/// Areal mass of the array, for comparison with flown hardware.
pub fn array_areal_mass(outcome: &Outcome) -> Option<ArealMass> {
    Some(outcome.array_mass? / outcome.array_area?)
}

/// Rate at which eclipses come, for reports.
pub fn eclipse_rate(outcome: &Outcome) -> Option<Frequency> {
    Some(outcome.eclipse_count? / Time::new::<crate::units::year>(1.0))
}
