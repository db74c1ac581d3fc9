//! The table of inputs: one line makes the field of [`Case`], the key in scenario files, its unit, range, default
//! and sentence, and the getter and setter that studies use. The word `free` at its end says that a fix may change it; `orbit`
//! and `costs` name the first [`Stage`] that reads it, which else is that of the satellites.

use super::choices::{
    ArraySizing, Disposal, EmissionRecord, GroundPath, PlaneKind, PowerSupply, Upkeep,
};
use super::pins::Pins;
use super::value::{Kind, Value};
use crate::economics::launch::{PriceBasis, Sharing};
use crate::physics::atmosphere::SolarActivity;
use crate::physics::environment::Attitude;
use crate::physics::radiation::SolarCycle;
use crate::physics::solar_site::SolarSite;
use crate::physics::sun::Epoch;
use crate::units::{
    AbsorbedDose, Acceleration, Angle, Area, AreaPerPower, ArealMass, Conductivity, Count,
    CountRate, DoseRate, EmissionPerEnergy, Exponents, Frequency, HeatTransfer,
    InformationPerEnergy, InformationPerOperation, InformationRate, Irradiance, Length, Mass,
    MassDensity, Money, MoneyPerArea, MoneyPerEnergy, MoneyPerMass, MoneyPerPower, MoneyPerTime,
    MoneyPerVolume, OperationRate, PackagingDensity, ParticleFluence, PerDose, PerTemperature,
    Power, Pressure, Ratio, Sort, SpecificEnergy, SpecificHeat, SpecificMass, SpecificPower,
    Temperature, TemperatureInterval, ThermalResistance, Time, Velocity, Volume, VolumePerEnergy,
    WaveFrequency,
};

/// One input, as text sees it.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    /// Key in scenario files, such as `orbit.altitude`.
    pub path: &'static str,
    /// What text it is written as.
    pub kind: Kind,
    /// Its dimension.
    pub exponents: Exponents,
    /// What tells it from others of its dimension.
    pub sort: Sort,
    /// Unit that it is shown in; money without its year.
    pub unit: &'static str,
    /// Lowest value allowed, in `unit`.
    pub low: f64,
    /// Highest value allowed, in `unit`.
    pub high: f64,
    /// Where the default comes from: `kind.id.quantity` of a catalog row.
    pub default: &'static str,
    /// What it is, in a sentence.
    pub meaning: &'static str,
    /// Whether a fix may change it unless the scenario says otherwise.
    pub free: bool,
    /// First stage of an evaluation that reads it.
    pub stage: Stage,
    /// Reads it from a case, in base units.
    pub get: fn(&Case) -> f64,
    /// Sets it in a case, in base units.
    pub set: fn(&mut Case, f64),
}

/// Stages of an evaluation, in their order. A stage stands as long as no input changes that it or an earlier one reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The environment of the orbit.
    Orbit,
    /// The satellites: power, heat, mass, work.
    Satellites,
    /// Launches, prices and dates of both sides.
    Costs,
}

/// The input with this key.
pub fn input(path: &str) -> Option<&'static Input> {
    INPUTS.iter().find(|input| input.path == path)
}

macro_rules! inputs {
    ($($(#[doc = $doc:literal])+ $field:ident: $type:ty = $path:literal in $unit:literal $low:literal..=$high:literal
        from $default:literal $($mark:ident)*;)+) => {
        /// The values of one case: everything that an evaluation depends on.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct Case {
            $($(#[doc = $doc])+ pub $field: $type,)+
            /// Derived quantities that the scenario fixes.
            pub pins: Pins,
        }

        impl Case {
            /// The case whose inputs have these values in base units, without pins.
            pub fn from_values(mut value: impl FnMut(&'static Input) -> f64) -> Self {
                let mut table = INPUTS.iter();
                let mut next = || table.next().map_or(0.0, &mut value);
                Self { $($field: <$type as Value>::from_base(next()),)+ pins: Pins::default() }
            }

            /// Whether everything that a stage or an earlier one reads is the same in another case, bit for bit.
            #[inline]
            pub fn is_same_for(&self, stage: Stage, other: &Self) -> bool {
                let same = |one: f64, another: f64| one.to_bits() == another.to_bits();
                $((inputs!(@stage $($mark)*) > stage || same(self.$field.to_base(), other.$field.to_base())))&&+
                    && (stage == Stage::Orbit || self.pins == other.pins)
            }
        }

        /// Every input, in the order of the documents.
        pub static INPUTS: &[Input] = &[$(Input {
            path: $path,
            kind: <$type as Value>::KIND,
            exponents: <$type as Value>::EXPONENTS,
            sort: <$type as Value>::SORT.shown_in($unit),
            unit: $unit,
            low: $low as f64,
            high: $high as f64,
            default: $default,
            meaning: concat!($($doc),+),
            free: inputs!(@free $($mark)*),
            stage: inputs!(@stage $($mark)*),
            get: |case| case.$field.to_base(),
            set: |case, number| case.$field = <$type as Value>::from_base(number),
        }),+];
    };
    (@free free $($mark:ident)*) => { true };
    (@free $other:ident $($mark:ident)*) => { inputs!(@free $($mark)*) };
    (@free) => { false };
    (@stage orbit $($mark:ident)*) => { Stage::Orbit };
    (@stage costs $($mark:ident)*) => { Stage::Costs };
    (@stage $other:ident $($mark:ident)*) => { inputs!(@stage $($mark)*) };
    (@stage) => { Stage::Satellites };
}

inputs! {
    // ---- mission and orbit
    /// First day of operation; its calendar year is the year that the environment is computed for.
    start: Epoch = "mission.start" in "date" -18_262..=36_889 from "model.mission.start" orbit;
    /// Life of a satellite, after which it is replaced.
    satellite_life: Time = "mission.life" in "yr" 0.5..=30 from "platforms.suncatcher_cluster.design_life";
    /// How the orbit plane is given.
    plane: PlaneKind = "orbit.plane" in "choice" 0..=1 from "model.orbit.plane" orbit;
    /// Altitude above the equatorial radius.
    altitude: Length = "orbit.altitude" in "km" 200..=40_000 from "model.orbit.altitude" free orbit;
    /// Local time of the ascending node of a sun-synchronous orbit; 6 h and 18 h fly along the day-night line.
    ltan: Time = "orbit.ltan" in "h" 0..=24 from "model.orbit.ltan" orbit;
    /// Inclination of an orbit that is not sun-synchronous.
    inclination: Angle = "orbit.inclination" in "deg" 0..=180 from "model.orbit.inclination" orbit;
    /// Right ascension of the ascending node at the start of the year, for an orbit that is not sun-synchronous.
    raan: Angle = "orbit.raan" in "deg" 0..=360 from "model.orbit.raan" orbit;
    /// Orbit-mean albedo of the Earth for the yearly yield.
    albedo: Ratio = "environment.albedo" in "1" 0..=1 from "model.environment.albedo";
    /// Albedo of the hot case that sizes the radiator.
    albedo_hot: Ratio = "environment.albedo_hot" in "1" 0..=1 from "model.environment.albedo_hot";
    /// Infrared emission of the Earth for the yearly yield.
    earth_infrared: Irradiance = "environment.earth_infrared" in "W/m2" 0..=500 from "model.environment.earth_infrared";
    /// Infrared emission of the Earth in the hot case that sizes the radiator.
    earth_infrared_hot: Irradiance = "environment.earth_infrared_hot" in "W/m2" 0..=500 from "model.environment.earth_infrared_hot";
    /// Solar activity that sets the density of the upper atmosphere.
    solar_activity: SolarActivity = "environment.solar_activity" in "choice" 0..=2 from "model.environment.solar_activity";
    /// Phase of the solar cycle that sets the dose.
    solar_cycle: SolarCycle = "environment.solar_cycle" in "choice" 0..=2 from "model.environment.solar_cycle";

    // ---- computers
    /// IT power of the whole scenario, delivered all year at end of life.
    it_power: Power = "it.power" in "kW" 0.01..=1.0e24 from "model.it.power";
    /// Mass of boards and cold plates per IT power.
    it_specific_mass: SpecificMass = "it.specific_mass" in "kg/kW" 0..=200 from "subsystems.compute_payload_orbit.specific_mass";
    /// Price of servers with network and storage per IT power, the same on both sides.
    it_price: MoneyPerPower = "it.price" in "USD/kW" 0..=1.0e6 from "compute.b300.it_capex_per_kw" costs;
    /// Economic life of the computers, the same on both sides.
    it_life: Time = "it.life" in "yr" 0.5..=30 from "compute.life_gpu_economic.life" costs;
    /// Mean time from payment to operation of the computers, the same on both sides.
    it_lead: Time = "it.lead" in "yr" 0..=20 from "model.lead_computers.mean_lead" costs;
    /// Price that a used accelerator-hour is sold at, the same on both sides.
    gpu_hour_price: MoneyPerTime = "it.gpu_hour_price" in "USD/h" 0..=10_000 from "compute.b200.rental_on_demand" costs;
    /// Change of that price per year.
    gpu_hour_change: Frequency = "it.gpu_hour_price_change" in "1/yr" -0.9..=0.9 from "model.it.gpu_hour_price_change" costs;
    /// Dense FP8 operations per second of one accelerator.
    accelerator_rate: OperationRate = "it.accelerator_rate" in "TFLOP/s" 0.001..=1.0e9 from "compute.b300.fp8_dense";
    /// Mean share of the IT power that the work draws, the same on both sides.
    utilization: Ratio = "it.utilization" in "1" 0.01..=1 from "compute.utilisation.fraction" costs;
    /// IT power per accelerator with its share of hosts and network.
    accelerator_power: Power = "it.accelerator_power" in "W" 1..=10_000 from "compute.b300.all_in_it_power_per_gpu";
    /// Power of the accelerator chip alone at full load.
    chip_power: Power = "it.chip_power" in "W" 1..=10_000 from "compute.b300.tdp";
    /// Highest chip temperature allowed.
    chip_temperature_limit: Temperature = "it.chip_temperature_limit" in "K" 250..=500 from "model.chip_limit.temperature" costs;
    /// Temperature difference between chip and coolant per chip power.
    junction_resistance: ThermalResistance = "it.junction_resistance" in "K/W" 0..=1 from "model.cold_plate_2026.junction_resistance";
    /// Share of compute modules that fail for good in their first year in orbit; with a shape of one, in every year of those left.
    it_failure_rate: Frequency = "it.failure_rate" in "1/yr" 0..=0.99 from "compute.failure_space.annual_rate" costs;
    /// Weibull's shape of these failures: below one they come early, above one late, at one at a constant rate.
    it_failure_shape: Ratio = "it.failure_shape" in "1" 0.2..=10 from "model.it.failure_shape" costs;
    /// Extra computers carried in each satellite, over the working ones; they fail at the same rate.
    it_spares: Ratio = "it.spares" in "1" 0..=2 from "subsystems.spares.fraction";
    /// Power that an extra computer draws before it is needed, over that of a working one; zero for spares that are switched off.
    it_spare_power: Ratio = "it.spare_power" in "1" 0..=1 from "model.it.spare_power";
    /// Errors of an accelerator per dose that send its job back to the last checkpoint.
    errors_per_dose: PerDose = "it.errors_per_dose" in "1/rad" 0..=1_000 from "model.radiation.errors_per_dose";
    /// IT power of one job whose parts share their checkpoints.
    job_power: Power = "it.job_power" in "kW" 0..=1.0e9 from "model.it.job_power";
    /// Time to write a checkpoint, during which the job stands still.
    checkpoint_write: Time = "it.checkpoint_write" in "s" 0..=100_000 from "model.checkpoint.write_time";
    /// Time from an error to work again, without the work to be repeated.
    checkpoint_restart: Time = "it.checkpoint_restart" in "s" 0..=100_000 from "model.checkpoint.restart_time";
    /// Protons of the Sun over a tenth of what ten years exceed with a probability of a tenth; zero leaves them out.
    solar_protons: Ratio = "environment.solar_protons" in "1" 0..=10 from "model.environment.solar_protons";
    /// Dose of cosmic rays at the chips, whatever the shield.
    cosmic_ray_dose: DoseRate = "environment.cosmic_ray_dose" in "rad/yr" 0..=1_000 from "model.environment.cosmic_ray_dose";
    /// Solar storms that stop the computers.
    storms: CountRate = "environment.storms" in "1/yr" 0..=100 from "model.radiation.storms";
    /// Time that the computers stand still in such a storm.
    storm_outage: Time = "it.storm_outage" in "d" 0..=30 from "model.radiation.storm_outage";
    /// Share of the IT power that works in shadow; less than one throttles the computers and spares battery and array.
    eclipse_share: Ratio = "it.eclipse_share" in "1" 0..=1 from "model.it.eclipse_share";
    /// Dose at which half of the computers have failed for good.
    failure_dose: AbsorbedDose = "it.failure_dose" in "rad" 10..=1.0e9 from "model.radiation.failure_dose";
    /// Spread of that dose among computers: standard deviation of its natural logarithm.
    failure_dose_spread: Ratio = "it.failure_dose_spread" in "1" 0.01..=3 from "model.radiation.failure_dose_spread";
    /// Dose that the computers stand.
    dose_limit: AbsorbedDose = "it.dose_limit" in "rad" 1..=1.0e7 from "subsystems.tpu_tid.dose_hbm_irregular" costs;
    /// Downlink that the work needs per IT energy.
    downlink_need: InformationPerEnergy = "it.downlink_need" in "bit/J" 0..=1.0e9 from "model.work_inference.data_per_it_energy";
    /// Data that a satellite exchanges with the others of its job per operation that its accelerators could do, where the job spans many.
    interconnect_need: InformationPerOperation = "it.interconnect_need" in "bit/FLOP" 0..=1 from "model.work_inference.interconnect_per_operation";
    /// Stowed volume of the computers.
    it_packaging: PackagingDensity = "it.packaging" in "kW/m3" 0.1..=1.0e4 from "model.computers_stowed.packaging";
    /// Greenhouse gases of making the computers per IT power.
    it_embodied: SpecificMass = "it.embodied_carbon" in "kg/kW" 0..=1.0e5 from "model.compute_embodied.co2e_per_kw" costs;

    // ---- satellite
    /// Largest IT power of one satellite; the scenario's IT power is shared evenly among as few as it takes.
    satellite_it_power_limit: Power = "satellite.it_power_limit" in "kW" 0.01..=1.0e7 from "model.satellite.it_power_limit" free;
    /// Array power of one satellite at begin of life; zero leaves it to the design. Where given, it limits the IT power of a satellite too.
    satellite_array_power: Power = "satellite.array_power" in "kW" 0..=1.0e7 from "model.satellite.array_power";
    /// Power of everything on board but computers, pumps, links and thrusters, per IT power.
    housekeeping: Ratio = "satellite.housekeeping" in "1" 0..=1 from "model.satellite.housekeeping";
    /// Structure and integration as a share of dry mass.
    structure_share: Ratio = "satellite.structure_share" in "1" 0..=0.9 from "subsystems.structure.mass_fraction_dry";
    /// Margin on dry mass.
    mass_margin: Ratio = "satellite.mass_margin" in "1" 0..=2 from "subsystems.mass_margin.margin_fraction";
    /// Mass of attitude control and on-board computers of one satellite.
    avionics_mass: Mass = "satellite.avionics_mass" in "kg" 0..=1.0e5 from "subsystems.bus_avionics.mass_per_satellite";
    /// Price of attitude control and on-board computers of one satellite.
    avionics_price: Money = "satellite.avionics_price" in "USD" 0..=1.0e9 from "subsystems.bus_avionics.cost_per_satellite" costs;
    /// Price of structure per mass of it.
    structure_price: MoneyPerMass = "satellite.structure_price" in "USD/kg" 0..=1.0e5 from "subsystems.structure.cost" costs;
    /// Assembly, integration and test as a share of hardware without computers.
    assembly_share: Ratio = "satellite.assembly_share" in "1" 0..=5 from "subsystems.aiandt.fraction_of_hardware" costs;
    /// Mean time from payment to operation of a satellite and its launch.
    satellite_lead: Time = "satellite.lead" in "yr" 0..=20 from "model.lead_satellite.mean_lead" costs;
    /// Ground operations per satellite.
    ground_operations: MoneyPerTime = "satellite.ground_operations" in "USD/yr" 0..=1.0e9 from "model.satellite.ground_operations" costs;
    /// Greenhouse gases of making a satellite without its computers, per dry mass.
    manufacture_carbon: Ratio = "satellite.embodied_carbon" in "kg/kg" 0..=10_000 from "environment.sat_manufacture.co2e_per_kg" costs;
    /// Greenhouse effect of nitrogen oxides made at re-entry, per mass that re-enters.
    reentry_carbon: Ratio = "satellite.reentry_carbon" in "kg/kg" 0..=10_000 from "model.satellite.reentry_carbon" costs;
    /// Alumina left in the upper air per mass that re-enters.
    reentry_alumina: Ratio = "satellite.reentry_alumina" in "kg/kg" 0..=2 from "environment.reentry_alumina.alumina_per_satellite_mass" costs;
    /// Nitrogen oxides made at re-entry per mass that re-enters.
    reentry_nitrogen_oxides: Ratio = "satellite.reentry_nitrogen_oxides" in "kg/kg" 0..=10 from "environment.reentry_nox.nox_per_kg" costs;
    /// Share of sunlight that a satellite scatters evenly, for its brightness.
    reflectance: Ratio = "satellite.reflectance" in "1" 0..=1 from "model.sky.reflectance";
    /// Angle between Sun and observer as seen from a satellite, for its brightness.
    phase_angle: Angle = "satellite.phase_angle" in "deg" 0..=180 from "model.sky.phase_angle";
    /// Objects tracked in orbit today, that the satellites are counted against.
    tracked_objects: Count = "environment.tracked_objects" in "1" 1..=1.0e9 from "environment.debris_tracked.count";
    /// Share of satellites that fail in their first year; with a shape of one, in every year of those left.
    satellite_failure_rate: Frequency = "fleet.failure_rate" in "1/yr" 0..=0.99 from "platforms.starlink_fleet.annual_failure_rate" costs;
    /// Weibull's shape of these failures: below one they come early, above one late, at one at a constant rate.
    satellite_failure_shape: Ratio = "fleet.failure_shape" in "1" 0.2..=10 from "model.fleet.failure_shape" costs;
    /// Spare satellites per working one, launched with them.
    fleet_spares: Ratio = "fleet.spares" in "1" 0..=2 from "model.spare_satellites.fraction";
    /// Cost of operations per year as a share of the satellites with their computers.
    operations_share: Frequency = "fleet.operations_share" in "1/yr" 0..=1 from "model.fleet.operations_share" costs;
    /// Hardware bought again each year in place of what fails, as a share of the satellites with their computers.
    replenishment: Frequency = "fleet.replenishment" in "1/yr" 0..=2 from "model.fleet.replenishment" costs;
    /// Share of that hardware that is launched again, failed launches and insurance included; on the cost and on the carbon alike.
    replenishment_launched: Ratio = "fleet.replenishment_launched" in "1" 0..=1 from "model.fleet.replenishment_launched" costs;
    /// What happens when the computers of a satellite are worn out before it is.
    upkeep: Upkeep = "fleet.upkeep" in "choice" 0..=1 from "model.fleet.upkeep" costs;
    /// Servicing per satellite and year where computers are renewed in orbit.
    servicing: MoneyPerTime = "fleet.servicing" in "USD/yr" 0..=1.0e9 from "model.fleet.servicing" costs;
    /// Fall of the satellites' price, computers aside, per doubling of the number built.
    fleet_learning: Ratio = "fleet.learning_rate" in "1" 0..=0.9 from "model.fleet.learning_rate" costs;
    /// Number of the satellite that the prices are those of.
    priced_unit: Count = "fleet.priced_unit" in "1" 1..=1.0e9 from "model.fleet.priced_unit" costs;
    /// Mean time from the spending on development to the first launch.
    development_lead: Time = "fleet.development_lead" in "yr" 0..=20 from "model.fleet.development_lead" costs;
    /// Development and qualification, once.
    development: Money = "fleet.development" in "MUSD" 0..=1.0e6 from "model.fleet.development" costs;

    // ---- array
    /// What the array is sized to deliver.
    array_sizing: ArraySizing = "array.sizing" in "choice" 0..=2 from "model.array.sizing";
    /// Cell efficiency at air mass zero and 28 °C, begin of life.
    cell_efficiency: Ratio = "array.cell_efficiency" in "1" 0.01..=0.6 from "subsystems.cell_silicon_space.efficiency_bol";
    /// Cell area over panel area.
    packing_factor: Ratio = "array.packing_factor" in "1" 0.1..=1 from "subsystems.array_losses.packing_factor";
    /// Relative change of cell efficiency per kelvin.
    temperature_coefficient: PerTemperature = "array.temperature_coefficient" in "1/K" -0.01..=0 from "subsystems.cell_silicon_space.temp_coefficient";
    /// Relative loss of array power per year.
    array_degradation: Frequency = "array.degradation" in "1/yr" 0..=0.5 from "subsystems.cell_silicon_space.degradation_annual";
    /// Thickness of the cover glass of the cells.
    coverglass: Length = "array.coverglass" in "um" 25..=1_500 from "model.array.coverglass";
    /// Electrons of 1 MeV that take as much of a cell's maximum power as a proton of 10 MeV.
    damage_ratio: Ratio = "array.damage_ratio" in "1" 1..=100_000 from "model.array.damage_ratio";
    /// Loss of power of the cells per tenfold fluence of particles; zero leaves particles to `array.degradation`.
    fluence_slope: Ratio = "array.fluence_slope" in "1" 0..=1 from "model.array.fluence_slope";
    /// Fluence of 1 MeV electrons from which on that loss grows with its logarithm.
    fluence_scale: ParticleFluence = "array.fluence_scale" in "1/cm2" 1.0e9..=1.0e20 from "model.array.fluence_scale";
    /// What off-pointing, strings and harness leave.
    pointing_and_wiring: Ratio = "array.pointing_and_wiring" in "1" 0.1..=1 from "subsystems.array_losses.pointing_and_wiring";
    /// Solar absorptance of the lit face.
    array_absorptance: Ratio = "array.solar_absorptance" in "1" 0.1..=1 from "model.optics_silicon_array.solar_absorptance";
    /// Infrared emissivity of the lit face.
    array_front_emissivity: Ratio = "array.front_emissivity" in "1" 0.05..=1 from "model.optics_silicon_array.front_emissivity";
    /// Infrared emissivity of the back face.
    array_back_emissivity: Ratio = "array.back_emissivity" in "1" 0.05..=1 from "model.optics_silicon_array.back_emissivity";
    /// Array power at begin of life per mass of array.
    array_specific_power: SpecificPower = "array.specific_power" in "W/kg" 1..=10_000 from "subsystems.array_model_2026.specific_power_bol";
    /// Price per array power at begin of life.
    array_price: MoneyPerPower = "array.price" in "USD/W" 0..=1_000 from "subsystems.array_silicon_2026.array_cost_with_deployment" costs;
    /// Array power at begin of life per stowed volume.
    array_packaging: PackagingDensity = "array.packaging" in "kW/m3" 0.1..=1.0e4 from "subsystems.array_ultraflex.packaging";
    /// Length of the array over its width.
    array_aspect: Ratio = "array.aspect" in "1" 0.1..=100 from "model.array.aspect";

    // ---- battery
    /// Energy per mass of the pack.
    battery_specific_energy: SpecificEnergy = "battery.specific_energy" in "Wh/kg" 1..=5_000 from "subsystems.battery_li.specific_energy_pack";
    /// Depth of discharge that is never exceeded, however few the cycles.
    battery_depth_limit: Ratio = "battery.depth_limit" in "1" 0.01..=1 from "model.battery.depth_limit";
    /// Cycles that the pack stands at the reference depth.
    battery_cycles: Count = "battery.cycles" in "1" 1..=1.0e7 from "subsystems.battery_li.cycles_at_40pct";
    /// Depth of discharge that `battery.cycles` is given for.
    battery_reference_depth: Ratio = "battery.reference_depth" in "1" 0.01..=1 from "model.battery_aging.reference_depth";
    /// Exponent k of cycle life N proportional to depth to the power -k.
    battery_cycle_exponent: Ratio = "battery.cycle_exponent" in "1" 0.1..=10 from "model.battery_aging.cycle_exponent";
    /// Energy out over energy in.
    battery_round_trip: Ratio = "battery.round_trip_efficiency" in "1" 0.1..=1 from "subsystems.battery_li.round_trip_efficiency";
    /// Specific energy of the cell's active mass alone, which no pack of its chemistry reaches.
    battery_bound: SpecificEnergy = "battery.chemistry_bound" in "Wh/kg" 1..=20_000 from "model.battery_bound.specific_energy";
    /// Capacity left at end of life.
    battery_end_of_life: Ratio = "battery.end_of_life_capacity" in "1" 0.1..=1 from "model.battery_aging.end_of_life_capacity";
    /// Price per stored energy.
    battery_price: MoneyPerEnergy = "battery.price" in "USD/Wh" 0..=1_000 from "subsystems.battery_li.cost" costs;

    // ---- power distribution
    /// Mass per bus power.
    pmad_specific_mass: SpecificMass = "pmad.specific_mass" in "kg/kW" 0..=300 from "subsystems.pmad.specific_mass";
    /// Power out over power in, array to load.
    pmad_efficiency: Ratio = "pmad.efficiency" in "1" 0.3..=1 from "subsystems.pmad.efficiency";
    /// Price per bus power.
    pmad_price: MoneyPerPower = "pmad.price" in "USD/kW" 0..=1.0e6 from "model.pmad.cost" costs;

    // ---- heat
    /// Mean coolant temperature in the radiator panels.
    coolant_temperature: Temperature = "coolant.temperature" in "K" 200..=500 from "model.coolant_loop.temperature" free;
    /// Temperature rise of the coolant from supply to return; of a coolant that boils, up to its boiling point.
    coolant_rise: TemperatureInterval = "coolant.rise" in "K" 0.1..=100 from "model.coolant_loop.rise";
    /// Heat that a coolant takes up by boiling: latent heat times the quality in which it leaves the cold plates; zero for a loop of liquid.
    coolant_boiling: SpecificEnergy = "coolant.boiling" in "kJ/kg" 0..=2_500 from "model.coolant_loop.boiling";
    /// Specific heat of the coolant.
    coolant_specific_heat: SpecificHeat = "coolant.specific_heat" in "J/kg/K" 100..=20_000 from "model.coolant_loop.specific_heat";
    /// Density of the coolant.
    coolant_density: MassDensity = "coolant.density" in "kg/m3" 10..=5_000 from "model.coolant_loop.density";
    /// Pressure drop around the loop.
    pressure_drop: Pressure = "coolant.pressure_drop" in "kPa" 0..=5_000 from "model.coolant_loop.pressure_drop";
    /// Hydraulic power over electric power of the pumps.
    pump_efficiency: Ratio = "coolant.pump_efficiency" in "1" 0.01..=1 from "model.coolant_loop.pump_efficiency";
    /// Mass of pumps, heat exchangers and transport lines per heat.
    loop_specific_mass: SpecificMass = "coolant.loop_specific_mass" in "kg/kW" 0..=100 from "subsystems.pump_loop.specific_mass";
    /// Price of pumps, heat exchangers and transport lines per heat.
    loop_price: MoneyPerPower = "coolant.loop_price" in "USD/kW" 0..=1.0e6 from "subsystems.pump_loop.cost" costs;
    /// How the radiator panel is held against Sun and Earth.
    attitude: Attitude = "radiator.attitude" in "choice" 0..=3 from "model.radiator.attitude" orbit;
    /// Infrared emissivity.
    radiator_emissivity: Ratio = "radiator.emissivity" in "1" 0.01..=1 from "subsystems.coat_z93.emissivity";
    /// Solar absorptance at end of life.
    radiator_absorptance: Ratio = "radiator.absorptance" in "1" 0..=1 from "subsystems.coat_z93.absorptance_eol";
    /// Panel area added for loss of panels to debris and for ageing.
    radiator_area_factor: Ratio = "radiator.area_factor" in "1" 1..=5 from "subsystems.radiator_area_degradation.area_factor_5yr";
    /// Mass per panel area.
    radiator_areal_mass: ArealMass = "radiator.areal_mass" in "kg/m2" 0..=100 from "subsystems.radiator_al_2026.areal_mass";
    /// Mass of hinges, booms and actuators as a share of panel mass.
    radiator_deployment: Ratio = "radiator.deployment_share" in "1" 0..=2 from "subsystems.radiator_al_2026.deployment_mass_fraction";
    /// Price per panel area.
    radiator_price: MoneyPerArea = "radiator.price" in "USD/m2" 0..=1.0e6 from "subsystems.radiator_al_2026.cost" costs;
    /// Heat transfer from coolant to the root of the fins, per panel area.
    panel_film: HeatTransfer = "radiator.film" in "W/m2/K" 1..=1.0e6 from "model.radiator_sheet.panel_film";
    /// Half the distance between coolant tubes: length of a fin.
    fin_length: Length = "radiator.fin_length" in "mm" 0..=1_000 from "model.radiator_sheet.half_pitch";
    /// Thickness of a fin.
    fin_thickness: Length = "radiator.fin_thickness" in "mm" 0.01..=50 from "model.radiator_sheet.thickness";
    /// Thermal conductivity of a fin.
    fin_conductivity: Conductivity = "radiator.fin_conductivity" in "W/m/K" 0.1..=3_000 from "model.radiator_sheet.conductivity";
    /// Length of the panel along the array over its depth away from it.
    radiator_aspect: Ratio = "radiator.aspect" in "1" 0.1..=100 from "model.radiator.aspect";
    /// Thickness of the folded panel.
    radiator_stowed: Length = "radiator.stowed_thickness" in "mm" 0.1..=1_000 from "model.radiator.stowed_thickness";

    /// Panel area behind one pair of isolation valves, which a puncture of its tubes costs.
    armor_section: Area = "armor.section" in "m2" 0.01..=1.0e6 from "model.armor.section";
    /// Probability that no particle punctures the tubes of a section in the life of the satellite.
    armor_survival: Ratio = "armor.survival" in "1" 0.001..=0.999_999 from "model.armor.survival";
    /// Exposed surface of coolant tubes per panel area.
    armor_tube_share: Ratio = "armor.tube_share" in "1" 0..=4 from "model.armor.tube_share";
    /// Wall of the tubes that is part of `radiator.areal_mass`.
    armor_wall: Length = "armor.wall" in "mm" 0..=100 from "model.armor.wall";
    /// Hits by meteoroids and debris over those by meteoroids alone.
    debris_factor: Ratio = "armor.debris_factor" in "1" 1..=1_000 from "model.armor.debris_factor";
    /// Density of the armor.
    armor_density: MassDensity = "armor.density" in "kg/m3" 1_000..=10_000 from "model.armor.density";
    /// Brinell hardness of the armor, in its usual number.
    armor_hardness: Ratio = "armor.hardness" in "1" 10..=500 from "model.armor.hardness";
    /// Speed of sound in the armor.
    armor_sound_speed: Velocity = "armor.sound_speed" in "km/s" 0.1..=80 from "model.armor.sound_speed";
    /// Density of the meteoroids.
    meteoroid_density: MassDensity = "armor.meteoroid_density" in "kg/m3" 100..=1_500 from "model.armor.meteoroid_density";
    /// Their speed at right angles to the wall.
    meteoroid_speed: Velocity = "armor.meteoroid_speed" in "km/s" 0.1..=80 from "model.armor.meteoroid_speed";
    /// Thickness over depth of the crater in a thick wall: 1.8 stops perforation, 3 spall too.
    armor_depth_factor: Ratio = "armor.depth_factor" in "1" 1..=5 from "model.armor.depth_factor";

    // ---- propulsion, shielding, links
    /// Specific impulse of the thrusters.
    specific_impulse: Time = "propulsion.specific_impulse" in "s" 50..=20_000 from "subsystems.prop_hall.isp";
    /// Jet power over electric power.
    thruster_efficiency: Ratio = "propulsion.efficiency" in "1" 0.01..=1 from "model.prop_hall.efficiency";
    /// Share of the power of the jet that is electric: one for electric thrusters, zero where the propellant burns.
    electric_share: Ratio = "propulsion.electric_share" in "1" 0..=1 from "model.propulsion.electric_share";
    /// Velocity change per year for station-keeping, drag and avoidance aside.
    station_keeping: Acceleration = "propulsion.station_keeping" in "m/s/yr" 0..=1_000 from "subsystems.prop_deltav.stationkeeping_per_year";
    /// Collisions that a satellite steps aside for.
    avoidance_maneuvers: CountRate = "propulsion.avoidance_maneuvers" in "1/yr" 0..=1.0e5 from "model.starlink_avoidance.maneuvers";
    /// Velocity change of each, with the return to its place.
    avoidance_delta_v: Velocity = "propulsion.avoidance_delta_v" in "m/s" 0..=10 from "model.avoidance.delta_v";
    /// How the satellite leaves its orbit.
    disposal: Disposal = "propulsion.disposal" in "choice" 0..=2 from "model.propulsion.disposal";
    /// Perigee that the disposal burn lowers the orbit to, or altitude that the spiral ends at.
    disposal_perigee: Length = "propulsion.disposal_perigee" in "km" 0..=300 from "model.propulsion.disposal_perigee";
    /// Time that the disposal burn or spiral may take.
    disposal_duration: Time = "propulsion.disposal_duration" in "yr" 0.001..=5 from "model.propulsion.disposal_duration";
    /// Altitude at which a decaying satellite counts as gone.
    decay_floor: Length = "propulsion.decay_floor" in "km" 150..=200 from "model.disposal.decay_floor";
    /// Longest time from end of mission to re-entry that the rules allow.
    disposal_limit: Time = "propulsion.disposal_limit" in "yr" 0.1..=100 from "model.propulsion.disposal_limit" costs;
    /// Mass of thrusters and power processors per electric power.
    propulsion_specific_mass: SpecificMass = "propulsion.specific_mass" in "kg/kW" 0..=1_000 from "subsystems.prop_power.specific_mass";
    /// Mass of tanks, valves and pressurant over that of the propellant.
    tank_share: Ratio = "propulsion.tank_share" in "1" 0..=1 from "model.propulsion.tank_share";
    /// Price of the propulsion system of one satellite.
    propulsion_price: Money = "propulsion.price" in "USD" 0..=1.0e9 from "subsystems.prop_hall.system_cost" costs;
    /// Drag coefficient.
    drag_coefficient: Ratio = "propulsion.drag_coefficient" in "1" 0..=5 from "model.propulsion.drag_coefficient";
    /// Aluminum between space and the chips, all told.
    shield_thickness: Length = "shielding.thickness" in "mm" 0.05..=500 from "model.shielding.thickness" free;
    /// Part of it that chassis and structure give anyway.
    structure_thickness: Length = "shielding.structure_thickness" in "mm" 0..=500 from "model.shielding.chassis_equivalent";
    /// Density of the shield.
    shield_density: MassDensity = "shielding.density" in "kg/m3" 500..=20_000 from "model.shielding.density";
    /// Area around the computers that is shielded, per IT power.
    shield_area: AreaPerPower = "shielding.area" in "m2/kW" 0..=10 from "model.shielding.area";
    /// Price of shielding per mass.
    shield_price: MoneyPerMass = "shielding.price" in "USD/kg" 0..=1.0e5 from "model.shielding.cost" costs;
    /// Optical terminals per satellite.
    terminals: Count = "link.terminals" in "1" 0..=1_000 from "model.link.terminals";
    /// Mass of an optical terminal.
    terminal_mass: Mass = "link.terminal_mass" in "kg" 0..=1_000 from "subsystems.isl_tesat.mass";
    /// Power of an optical terminal.
    terminal_power: Power = "link.terminal_power" in "W" 0..=1.0e5 from "subsystems.isl_tesat.power";
    /// Rate of an optical terminal to another satellite, each way.
    terminal_rate: InformationRate = "link.terminal_rate" in "Gbit/s" 0..=1.0e6 from "subsystems.isl_tesat.rate";
    /// Price of an optical terminal.
    terminal_price: Money = "link.terminal_price" in "USD" 0..=1.0e8 from "subsystems.isl_cost.unit_cost" costs;
    /// How data reach the ground.
    ground_path: GroundPath = "link.ground_path" in "choice" 0..=1 from "model.ground_station.path";
    /// Links of one satellite to the ground that work at the same time.
    ground_links: Count = "link.ground_links" in "1" 0..=1_000 from "model.ground_station.links";
    /// Rate of one link to the ground while it is in contact.
    ground_rate: InformationRate = "link.ground_rate" in "Gbit/s" 0..=1.0e6 from "model.ground_station.link_rate" free;
    /// Stations on the ground, spread over the Earth.
    stations: Count = "link.stations" in "1" 0..=100_000 from "model.ground_station.stations" free;
    /// Lowest elevation at which a station works.
    lowest_elevation: Angle = "link.lowest_elevation" in "deg" 0..=89 from "model.ground_station.lowest_elevation";
    /// Share of time that weather leaves one station.
    site_availability: Ratio = "link.site_availability" in "1" 0..=1 from "model.ground_station_radio.availability";
    /// Stations that can take the place of one another while a satellite is in view.
    site_diversity: Count = "link.site_diversity" in "1" 1..=1_000 from "model.ground_station.diversity";
    /// Mean downlink of one satellite to the ground that is allotted to it, as far as `downlink.capacity` carries it.
    downlink_rate: InformationRate = "link.downlink_rate" in "Gbit/s" 0..=1.0e6 from "subsystems.downlink_ka.rate" free;
    /// Frequency of the radio to the ground.
    ground_carrier: WaveFrequency = "link.ground_carrier" in "GHz" 0.1..=1_000 from "model.ground_radio.carrier";
    /// Width of the band of one radio link to the ground, each polarization counted; zero for light.
    ground_bandwidth: WaveFrequency = "link.ground_bandwidth" in "GHz" 0..=1_000 from "model.ground_station_radio.bandwidth";
    /// Power that one radio link to the ground sends.
    ground_power: Power = "link.ground_power" in "W" 0.001..=1.0e6 from "model.ground_radio.power";
    /// Diameter of the antenna on the satellite.
    ground_antenna: Length = "link.ground_antenna" in "m" 0.01..=100 from "model.ground_radio.antenna";
    /// Diameter of the antenna of a station.
    station_antenna: Length = "link.station_antenna" in "m" 0.01..=100 from "model.ground_radio.station_antenna";
    /// Noise temperature of a station's receiver with its antenna and the sky.
    station_noise: Temperature = "link.station_noise" in "K" 1..=10_000 from "model.ground_radio.noise";
    /// Gain of an antenna over that of an evenly lit aperture of its size, at both ends.
    antenna_efficiency: Ratio = "link.antenna_efficiency" in "1" 0.01..=1 from "model.ground_radio.antenna_efficiency";
    /// What rain, air, pointing and polarization leave of the radio's power.
    ground_efficiency: Ratio = "link.ground_efficiency" in "1" 1.0e-6..=1 from "model.ground_radio.efficiency";
    /// Wavelength of the optical terminals.
    terminal_wavelength: Length = "link.terminal_wavelength" in "um" 0.1..=100 from "model.optical_terminal.wavelength";
    /// Diameter of the telescope of an optical terminal.
    terminal_aperture: Length = "link.terminal_aperture" in "m" 0.001..=10 from "model.optical_terminal.aperture";
    /// Distance to the satellites that the optical terminals reach.
    terminal_distance: Length = "link.terminal_distance" in "km" 0.001..=1.0e6 from "subsystems.isl_tesat.distance";
    /// Tremble of their pointing, standard deviation of each axis.
    terminal_jitter: Angle = "link.terminal_jitter" in "urad" 0..=10_000 from "model.optical_terminal.jitter";
    /// What optics of both ends, filters and margin leave of the light beside diffraction and tremble.
    terminal_efficiency: Ratio = "link.terminal_efficiency" in "1" 1.0e-6..=1 from "model.optical_terminal.efficiency";
    /// Photons that a terminal needs for a bit.
    photons_per_bit: Count = "link.photons_per_bit" in "1" 0.1..=1.0e6 from "model.optical_terminal.photons_per_bit";
    /// Share of the terminals' power that leaves the satellite as beams.
    radiated_share: Ratio = "link.radiated_share" in "1" 0..=1 from "model.link.radiated_share";

    // ---- launch
    /// Price per kilogram on the reference orbit of the vehicle.
    launch_price: MoneyPerMass = "launch.price" in "USD/kg" 0..=1.0e6 from "launch_vehicles.falcon9.price_per_kg_leo" costs;
    /// What that price is.
    price_basis: PriceBasis = "launch.price_basis" in "choice" 0..=3 from "model.launch.price_basis" costs;
    /// Payload to the low reference orbit that the price is counted on.
    payload_low_orbit: Mass = "launch.payload_low_orbit" in "kg" 1..=1.0e8 from "launch_vehicles.falcon9.payload_leo_reusable";
    /// Payload to 600 km sun-synchronous.
    payload_sun_synchronous: Mass = "launch.payload_sun_synchronous" in "kg" 1..=1.0e8 from "launch_vehicles.falcon9.payload_sso600_reusable";
    /// Latitude of the launch site.
    launch_latitude: Angle = "launch.latitude" in "deg" -80..=80 from "model.launch_site_cape.latitude";
    /// Specific impulse of the upper stage.
    upper_stage_impulse: Time = "launch.specific_impulse" in "s" 200..=500 from "model.launch.specific_impulse";
    /// Usable volume under the fairing.
    fairing_volume: Volume = "launch.fairing_volume" in "m3" 0.1..=1.0e6 from "launch_vehicles.falcon9.fairing_volume_usable";
    /// Share of that volume that stowed satellites can fill.
    packing_share: Ratio = "launch.packing_share" in "1" 0.01..=1 from "model.launch.packing_share";
    /// Launches per year that this program gets.
    cadence: CountRate = "launch.cadence" in "1/yr" 0.001..=1.0e6 from "launch_vehicles.falcon9.cadence_2026" costs;
    /// Years in which the cadence rises to that.
    ramp: Time = "launch.ramp" in "yr" 0..=20 from "model.launch.ramp" costs;
    /// Share of launches that fail.
    launch_failure_rate: Ratio = "launch.failure_rate" in "1" 0..=0.9 from "launch_vehicles.generic.launch_failure_rate_mature" costs;
    /// Whether whole launches are paid or a share of one.
    sharing: Sharing = "launch.sharing" in "choice" 0..=1 from "model.launch.sharing" costs;
    /// Greenhouse gases of one launch, whatever it carries.
    launch_carbon: Mass = "launch.carbon" in "t" 0..=1.0e6 from "environment.launch_f9.co2_direct" costs;
    /// Black carbon of one launch, wherever it is emitted.
    black_carbon: Mass = "launch.black_carbon" in "t" 0..=10_000 from "environment.launch_f9.black_carbon" costs;
    /// Whether the emissions of the vehicle are known; where they are not, there is no number of black carbon.
    emissions: EmissionRecord = "launch.emissions" in "choice" 0..=1 from "model.falcon9.emissions" costs;

    /// Fall of the launch price per doubling of the mass launched so far.
    launch_learning: Ratio = "launch.learning_rate" in "1" 0..=0.9 from "launch_vehicles.generic.learning_rate_cumulative_mass" costs;
    /// Mass launched so far when `launch.price` is asked.
    learned_mass: Mass = "launch.learned_mass" in "t" 0.001..=1.0e12 from "launch_vehicles.generic.spacex_cumulative_mass_mar2026" costs;
    /// Mass launched so far when this program buys.
    cumulative_mass: Mass = "launch.cumulative_mass" in "t" 0.001..=1.0e12 from "launch_vehicles.generic.spacex_cumulative_mass_mar2026" costs;

    // ---- owning the rocket
    /// Price of control of a launcher company; zero leaves the question out.
    rocket_control: Money = "rocket.control" in "MUSD" 0..=1.0e7 from "model.rocket.control" costs;
    /// Spending until its first flight, evenly over the wait.
    rocket_completion: Money = "rocket.completion" in "MUSD" 0..=1.0e7 from "model.rocket.completion" costs;
    /// Time to the first flight.
    rocket_wait: Time = "rocket.wait" in "yr" 0..=40 from "model.rocket.wait" costs;
    /// Price of building a booster.
    booster_price: Money = "rocket.booster_price" in "MUSD" 0..=1.0e5 from "model.rocket.booster_price" costs;
    /// Flights of a booster.
    booster_flights: Count = "rocket.booster_flights" in "1" 1..=10_000 from "model.rocket.booster_flights" costs;
    /// Price of building an upper stage.
    ship_price: Money = "rocket.ship_price" in "MUSD" 0..=1.0e5 from "model.rocket.ship_price" costs;
    /// Flights of an upper stage.
    ship_flights: Count = "rocket.ship_flights" in "1" 1..=10_000 from "model.rocket.ship_flights" costs;
    /// Propellant, refurbishment, range and staff of a flight.
    flight_operations: Money = "rocket.flight_operations" in "MUSD" 0..=10_000 from "model.rocket.flight_operations" costs;

    // ---- money
    /// Years over which both sides are compared.
    horizon: Time = "finance.horizon" in "yr" 1..=40 from "model.finance.horizon" costs;
    /// Discount rate of the orbital side.
    orbit_discount_rate: Frequency = "finance.orbit_discount_rate" in "1/yr" 0..=1 from "finance.wacc_space_initial.wacc" costs;
    /// Discount rate of the ground side.
    ground_discount_rate: Frequency = "finance.ground_discount_rate" in "1/yr" 0..=1 from "finance.wacc_dc_model.wacc" costs;
    /// Tax on profit, on both sides; zero for rates before tax.
    tax: Ratio = "finance.tax" in "1" 0..=0.9 from "model.finance.tax" costs;
    /// Time over which a price is written off against tax.
    write_off: Time = "finance.write_off" in "yr" 0.5..=60 from "finance.depreciation_server.life" costs;
    /// Launch insurance as a share of the satellites with their computers.
    launch_insurance: Ratio = "finance.launch_insurance" in "1" 0..=1 from "finance.insurance_launch_plus1.rate_of_insured_value" costs;
    /// In-orbit insurance per year as a share of the satellites with their computers.
    orbit_insurance: Frequency = "finance.orbit_insurance" in "1/yr" 0..=1 from "finance.insurance_in_orbit.rate_per_year" costs;

    // ---- ground
    /// Building, power and cooling per IT power, without computers.
    facility_price: MoneyPerPower = "ground.facility_price" in "USD/W" 0..=1_000 from "regions.dc_build.capex_per_mw" costs;
    /// Life of building, power and cooling.
    facility_life: Time = "ground.facility_life" in "yr" 1..=60 from "regions.dc_build.facility_life" costs;
    /// Mean time from payment to operation of the facility.
    facility_lead: Time = "ground.facility_lead" in "yr" 0..=20 from "model.lead_facility.mean_lead" costs;
    /// Wait for power before the site can start.
    delay: Time = "ground.delay" in "yr" 0..=30 from "model.ground.delay" costs;
    /// Yearly maintenance as a share of the facility's price.
    facility_maintenance: Frequency = "ground.maintenance" in "1/yr" 0..=1 from "model.ground.maintenance" costs;
    /// Facility power over IT power.
    pue: Ratio = "ground.pue" in "1" 1..=5 from "model.ground.pue" costs;
    /// Where the power comes from: the grid at `ground.electricity_price`, a plant of its own, or solar panels with storage.
    supply: PowerSupply = "ground.supply" in "choice" 0..=2 from "model.ground.supply" costs;
    /// Own generation per peak power of the site, reserve included.
    generation_price: MoneyPerPower = "ground.generation_price" in "USD/kW" 0..=1.0e6 from "regions.ccgt.capex" costs;
    /// Life of own generation.
    generation_life: Time = "ground.generation_life" in "yr" 1..=60 from "model.generation.life" costs;
    /// Mean time from payment to operation of own generation.
    generation_lead: Time = "ground.generation_lead" in "yr" 0..=20 from "model.generation.lead" costs;
    /// Yearly upkeep of own generation as a share of its price.
    generation_upkeep: Frequency = "ground.generation_upkeep" in "1/yr" 0..=1 from "model.generation.upkeep" costs;
    /// Heat of the fuel per electrical energy of own generation.
    heat_rate: Ratio = "ground.heat_rate" in "Btu/kWh" 0..=50_000 from "regions.ccgt.heat_rate" costs;
    /// Price of the fuel per heat.
    fuel_price: MoneyPerEnergy = "ground.fuel_price" in "USD/MMBtu" 0..=1_000 from "regions.ccgt.gas_price" costs;
    /// Site whose year of sun the solar panels and their storage are sized for.
    solar_site: SolarSite = "ground.solar_site" in "choice" 0..=2 from "model.solar.site" costs;
    /// Share of the site's energy that solar panels and storage serve.
    firm_share: Ratio = "ground.firm_share" in "1" 0.5..=1 from "model.solar.firm_share" costs;
    /// Price of solar panels with tracker and inverter per rating of the inverter (AC).
    solar_price: MoneyPerPower = "ground.solar_price" in "USD/W" 0..=100 from "regions.solar_field.price" costs;
    /// Life of the solar panels.
    solar_life: Time = "ground.solar_life" in "yr" 1..=60 from "model.solar.life" costs;
    /// Mean time from payment to operation of the solar panels and their storage.
    solar_lead: Time = "ground.solar_lead" in "yr" 0..=20 from "model.solar.lead" costs;
    /// Yearly upkeep of the solar panels as a share of their price.
    solar_upkeep: Frequency = "ground.solar_upkeep" in "1/yr" 0..=1 from "model.solar.upkeep" costs;
    /// Output of the solar panels that they are sized with, over that of new ones that never fail.
    solar_output: Ratio = "ground.solar_output" in "1" 0.1..=1 from "model.solar.output" costs;
    /// Price of the storage per energy that it holds when new, with its inverters for four hours.
    storage_price: MoneyPerEnergy = "ground.storage_price" in "USD/kWh" 0..=10_000 from "regions.storage.price" costs;
    /// Life of the storage.
    storage_life: Time = "ground.storage_life" in "yr" 1..=60 from "regions.storage.life" costs;
    /// Yearly upkeep of the storage as a share of its price.
    storage_upkeep: Frequency = "ground.storage_upkeep" in "1/yr" 0..=1 from "regions.storage.upkeep" costs;
    /// Energy that comes out of the storage over what goes in.
    storage_efficiency: Ratio = "ground.storage_efficiency" in "1" 0.7..=1 from "regions.storage.efficiency" costs;
    /// Energy of the storage that it is sized with, over what it holds when new.
    storage_usable: Ratio = "ground.storage_usable" in "1" 0.1..=1 from "regions.storage.usable" costs;
    /// Price of the energy that solar panels and storage do not serve.
    backup_price: MoneyPerEnergy = "ground.backup_price" in "USD/kWh" 0..=100 from "model.solar.backup_price" costs;
    /// Rent per IT power where the building is leased; the price of the building is then set to zero.
    lease: MoneyPerEnergy = "ground.lease" in "USD/kW/yr" 0..=1.0e6 from "model.ground.lease" costs;
    /// Price of electricity.
    electricity_price: MoneyPerEnergy = "ground.electricity_price" in "USD/kWh" 0..=10 from "regions.us_avg.electricity_industrial" costs;
    /// Share of time that the ground computers are up.
    ground_availability: Ratio = "ground.availability" in "1" 0.01..=1 from "model.ground.availability" costs;
    /// Share of computers that fail for good per year on the ground and are replaced.
    ground_failure_rate: Frequency = "ground.failure_rate" in "1/yr" 0..=2 from "compute.failure_phys.annual_rate" costs;
    /// Water per IT energy.
    water_use: VolumePerEnergy = "ground.water_use" in "L/kWh" 0..=20 from "regions.wue.average" costs;
    /// Price of water.
    water_price: MoneyPerVolume = "ground.water_price" in "USD/m3" 0..=1_000 from "model.water.price" costs;
    /// Greenhouse gases of the electricity, or of the fuel per electricity; solar panels and storage bring their own.
    grid_carbon: EmissionPerEnergy = "ground.carbon_intensity" in "g/kWh" 0..=3_000 from "regions.us_avg.carbon_intensity" costs;
    /// Greenhouse gases of making solar panels with tracker and inverter per rating of the inverter (AC).
    solar_carbon: SpecificMass = "ground.solar_carbon" in "kg/kW" 0..=1.0e5 from "model.solar.carbon" costs;
    /// Greenhouse gases of making the storage per energy that it holds when new.
    storage_carbon: EmissionPerEnergy = "ground.storage_carbon" in "kg/kWh" 0..=10_000 from "regions.storage.carbon" costs;
    /// Greenhouse gases of the energy that solar panels and storage do not serve.
    backup_carbon: EmissionPerEnergy = "ground.backup_carbon" in "g/kWh" 0..=3_000 from "model.solar.backup_carbon" costs;
    /// Greenhouse gases of the building per IT power.
    building_carbon: SpecificMass = "ground.embodied_carbon" in "kg/kW" 0..=1.0e5 from "environment.dc_building_embodied.tco2e_per_mw" costs;
}
