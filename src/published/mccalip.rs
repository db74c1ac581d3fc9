//! McCalip 2025: "Economics of Orbital vs Terrestrial Data Centers" (repository
//! andrewmccalip/thoughts, commit d1e4238 of 2025-12-29), rebuilt from its formulas with their
//! shortcuts.
//!
//! Known shortcuts: view factors with a floor of 5 % of the nadir value in place of the exact
//! edge-on one, albedo on the face that looks away from the sunlit Earth, full capacity in orbit
//! against 85 % on the ground, no discounting, failures charged as a share of the whole satellite.
//! Numbers are plain, in the units of their names, as the page has them.

macro_rules! named_numbers {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct $name { $($(#[$field_doc])* pub $field: f64,)+ }

        impl $name {
            /// Names of the numbers.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($field)),+];

            /// The numbers that somebody knows by name.
            ///
            /// # Errors
            /// What `number` says of the first name that it does not know.
            pub fn from_named<E>(
                number: impl Fn(&'static str) -> Result<f64, E>,
            ) -> Result<Self, E> {
                Ok(Self { $($field: number(stringify!($field))?,)+ })
            }

            /// Each number with its name.
            pub fn named(&self) -> impl Iterator<Item = (&'static str, f64)> + use<> {
                Self::NAMES.iter().copied().zip([$(self.$field),+])
            }
        }
    };
}

mod settings;
mod thermal;

pub use settings::settings;
pub use thermal::{Thermal, thermal};

named_numbers! {
    /// The 27 inputs of the page.
    Inputs {
        /// Years that everything is written off in.
        analysis_period_years,
        /// IT power.
        target_capacity_gw,
        /// Launch price.
        launch_cost_usd_per_kg,
        /// Price of a satellite per array power.
        satellite_cost_usd_per_w,
        /// Array power per satellite mass.
        specific_power_w_per_kg,
        /// Array power of a satellite.
        satellite_power_kw,
        /// Share of time in sunlight.
        sun_fraction,
        /// Loss of array power.
        cell_degradation_pct_per_year,
        /// Failures, charged on the whole satellite.
        gpu_failure_pct_per_year,
        /// Development.
        nre_cost_musd,
        /// Gas turbines.
        gas_turbine_capex_usd_per_kw,
        /// Electrical part of the building.
        electrical_cost_usd_per_w,
        /// Mechanical part of the building.
        mechanical_cost_usd_per_w,
        /// Civil part of the building.
        civil_cost_usd_per_w,
        /// Network.
        network_cost_usd_per_w,
        /// Heat rate of the turbines.
        heat_rate_btu_per_kwh,
        /// Price of gas.
        gas_price_usd_per_mmbtu,
        /// Power usage effectiveness.
        pue,
        /// Capacity factor of the ground side.
        capacity_factor,
        /// Solar absorptance of the array side.
        solar_absorptivity,
        /// Emissivity of the array side.
        emissivity_pv,
        /// Emissivity of the radiator side.
        emissivity_radiator,
        /// Cell efficiency.
        pv_efficiency,
        /// Angle of the Sun above the orbit plane.
        beta_angle_deg,
        /// Altitude.
        orbital_altitude_km,
        /// Highest temperature of the die.
        max_die_temp_c,
        /// Fall from die to radiator.
        die_to_radiator_drop_k,
    }
}

const HOURS_PER_YEAR: f64 = 8760.0;
const REFERENCE_SATELLITE_KW: f64 = 27.0;
const REFERENCE_ARRAY_M2: f64 = 116.0;
const PAYLOAD_KG: f64 = 100_000.0;
const OPERATIONS_PER_YEAR: f64 = 0.01;
const PROPELLANT_T: f64 = (2_650_000.0 + 4_100_000.0) / 1000.0;
const LOX_SHARE: f64 = 0.7826;
const LOX_MWH_PER_T: f64 = 0.4;
const METHANE_MWH_PER_T: f64 = 0.8;
const LOX_TANKER_T: f64 = 20.0;
const METHANE_TANKER_T: f64 = 18.0;
const TEXAS_GRID_GWH: f64 = 492_800.0;
const TEXAS_LOX_T_PER_DAY: f64 = 14_500.0;
const TEXAS_LOX_SURPLUS: f64 = 0.1;
const LOX_GALLONS_PER_T: f64 = 231.5;
const METHANE_GALLONS_PER_T: f64 = 625.4;
const TURBINE_MW: f64 = 430.0;
const BTU_PER_CUBIC_FOOT: f64 = 1000.0;

impl Inputs {
    /// The defaults of the page.
    pub const DEFAULTS: Self = Self {
        analysis_period_years: 5.0,
        target_capacity_gw: 1.0,
        launch_cost_usd_per_kg: 500.0,
        satellite_cost_usd_per_w: 22.0,
        specific_power_w_per_kg: 36.5,
        satellite_power_kw: 27.0,
        sun_fraction: 0.98,
        cell_degradation_pct_per_year: 2.5,
        gpu_failure_pct_per_year: 9.0,
        nre_cost_musd: 1000.0,
        gas_turbine_capex_usd_per_kw: 1800.0,
        electrical_cost_usd_per_w: 5.25,
        mechanical_cost_usd_per_w: 3.0,
        civil_cost_usd_per_w: 2.5,
        network_cost_usd_per_w: 1.75,
        heat_rate_btu_per_kwh: 6200.0,
        gas_price_usd_per_mmbtu: 4.3,
        pue: 1.2,
        capacity_factor: 0.85,
        solar_absorptivity: 0.92,
        emissivity_pv: 0.85,
        emissivity_radiator: 0.9,
        pv_efficiency: 0.22,
        beta_angle_deg: 90.0,
        orbital_altitude_km: 550.0,
        max_die_temp_c: 85.0,
        die_to_radiator_drop_k: 10.0,
    };

    fn target_w(&self) -> f64 {
        self.target_capacity_gw * 1e9
    }

    /// Energy of all hours at full power.
    fn full_energy_mwh(&self) -> f64 {
        self.target_w() / 1e6 * HOURS_PER_YEAR * self.analysis_period_years
    }
}

named_numbers! {
    /// The orbital side.
    Orbital {
        /// Mean of the array's yearly power over its first.
        avg_capacity_factor,
        /// Array power that makes the target on average.
        required_initial_power_w,
        /// Satellites.
        satellite_count,
        /// Array power of whole satellites.
        actual_initial_power_w,
        /// Mass.
        total_mass_kg,
        /// Satellites' price.
        hardware_cost_usd,
        /// Launch.
        launch_cost_usd,
        /// Hardware and launch.
        base_cost_usd,
        /// Operations.
        ops_cost_usd,
        /// Failures.
        gpu_replacement_cost_usd,
        /// Development.
        nre_cost_usd,
        /// All costs, undiscounted.
        total_cost_usd,
        /// Energy delivered.
        energy_mwh,
        /// Cost per IT power.
        cost_per_w_usd,
        /// Cost per energy.
        lcoe_usd_per_mwh,
        /// Array of one satellite.
        single_sat_array_m2,
        /// Array of all.
        array_area_km2,
        /// Launches.
        starship_launches,
        /// Propellant of a launch.
        propellant_per_launch_t,
        /// Oxygen of a launch.
        lox_per_launch_t,
        /// Energy to make the propellant of a launch.
        propellant_energy_per_launch_gwh,
        /// Energy to make all propellant.
        propellant_energy_total_gwh,
        /// Its share of the Texas grid.
        texas_grid_share_pct,
        /// Share of the oxygen made in Texas.
        texas_lox_share_pct,
        /// Share of the surplus oxygen of Texas.
        texas_lox_surplus_share_pct,
        /// Tanker trucks of a launch.
        tanker_trucks_per_launch,
        /// Oxygen.
        lox_total_gal,
        /// Methane.
        methane_total_gal,
        /// Array power over the target, less one.
        solar_margin_pct,
        /// Failures over the period.
        gpu_margin_pct,
    }
}

/// Propellant of all launches.
struct Logistics {
    lox_t: f64,
    methane_t: f64,
    energy_gwh: f64,
}

impl Logistics {
    fn of_launch() -> Self {
        let lox_t = LOX_SHARE * PROPELLANT_T;
        let methane_t = PROPELLANT_T - lox_t;
        let energy_gwh = (LOX_MWH_PER_T * lox_t + METHANE_MWH_PER_T * methane_t) / 1000.0;
        Self { lox_t, methane_t, energy_gwh }
    }
}

/// The orbital side.
pub fn orbital(inputs: &Inputs) -> Orbital {
    let years = inputs.analysis_period_years;
    let capacity = mean_capacity(inputs);
    let satellite_w = 1000.0 * inputs.satellite_power_kw;
    let required_w = inputs.target_w() / (capacity * inputs.sun_fraction);
    let count = libm::ceil(required_w / satellite_w);
    let actual_w = count * satellite_w;
    let mass_kg = actual_w / inputs.specific_power_w_per_kg;
    let hardware = inputs.satellite_cost_usd_per_w * actual_w;
    let launch = inputs.launch_cost_usd_per_kg * mass_kg;
    let operations = OPERATIONS_PER_YEAR * years * hardware;
    let failures = inputs.gpu_failure_pct_per_year / 100.0 * years * hardware;
    let development = inputs.nre_cost_musd * 1e6;
    let total = hardware + launch + operations + failures + development;
    let array_m2 = REFERENCE_ARRAY_M2 * inputs.satellite_power_kw / REFERENCE_SATELLITE_KW;
    let launches = libm::ceil(mass_kg / PAYLOAD_KG);
    let each = Logistics::of_launch();
    let days = 365.0 * years;
    let lox_share = 100.0 * (each.lox_t * launches / days) / TEXAS_LOX_T_PER_DAY;
    let energy_gwh = each.energy_gwh * launches;
    Orbital {
        avg_capacity_factor: capacity,
        required_initial_power_w: required_w,
        satellite_count: count,
        actual_initial_power_w: actual_w,
        total_mass_kg: mass_kg,
        hardware_cost_usd: hardware,
        launch_cost_usd: launch,
        base_cost_usd: hardware + launch,
        ops_cost_usd: operations,
        gpu_replacement_cost_usd: failures,
        nre_cost_usd: development,
        total_cost_usd: total,
        energy_mwh: inputs.full_energy_mwh(),
        cost_per_w_usd: total / inputs.target_w(),
        lcoe_usd_per_mwh: total / inputs.full_energy_mwh(),
        single_sat_array_m2: array_m2,
        array_area_km2: count * array_m2 / 1e6,
        starship_launches: launches,
        propellant_per_launch_t: PROPELLANT_T,
        lox_per_launch_t: each.lox_t,
        propellant_energy_per_launch_gwh: each.energy_gwh,
        propellant_energy_total_gwh: energy_gwh,
        texas_grid_share_pct: 100.0 * (energy_gwh / days) / (TEXAS_GRID_GWH / 365.0),
        texas_lox_share_pct: lox_share,
        texas_lox_surplus_share_pct: lox_share / TEXAS_LOX_SURPLUS,
        tanker_trucks_per_launch: libm::ceil(each.lox_t / LOX_TANKER_T)
            + libm::ceil(each.methane_t / METHANE_TANKER_T),
        lox_total_gal: LOX_GALLONS_PER_T * each.lox_t * launches,
        methane_total_gal: METHANE_GALLONS_PER_T * each.methane_t * launches,
        solar_margin_pct: 100.0 * (actual_w / inputs.target_w() - 1.0),
        gpu_margin_pct: inputs.gpu_failure_pct_per_year * years,
    }
}

/// Mean of the yearly capacities, the first year whole.
fn mean_capacity(inputs: &Inputs) -> f64 {
    let kept = 1.0 - inputs.cell_degradation_pct_per_year / 100.0;
    let years = inputs.analysis_period_years;
    let mut sum = 0.0;
    let mut capacity = 1.0;
    // the page has at most ten years
    for index in 0..100 {
        if f64::from(index) >= libm::ceil(years) {
            break;
        }
        sum += capacity;
        capacity *= kept;
    }
    sum / years
}

named_numbers! {
    /// The ground side.
    Terrestrial {
        /// Hours of the period.
        total_hours_h,
        /// Generation.
        power_gen_cost_per_w_usd,
        /// Generation.
        power_gen_cost_usd,
        /// Electrical part of the building.
        electrical_cost_usd,
        /// Mechanical part of the building.
        mechanical_cost_usd,
        /// Civil part of the building.
        civil_cost_usd,
        /// Network.
        network_cost_usd,
        /// All of these.
        infra_capex_usd,
        /// All of these per IT power.
        facility_capex_per_w_usd,
        /// Energy delivered.
        energy_mwh,
        /// Energy generated.
        generation_mwh,
        /// Fuel per energy generated.
        fuel_cost_usd_per_mwh,
        /// Fuel.
        fuel_cost_total_usd,
        /// Fuel per IT power and year, at full capacity.
        fuel_cost_usd_per_w_year,
        /// All costs, undiscounted.
        total_cost_usd,
        /// Cost per IT power.
        cost_per_w_usd,
        /// Cost per energy.
        lcoe_usd_per_mwh,
        /// Gas burnt.
        gas_consumption_bcf,
        /// Power generated.
        total_generation_mw,
        /// Turbines.
        turbine_count,
    }
}

/// The ground side: a building beside its own gas turbines.
pub fn terrestrial(inputs: &Inputs) -> Terrestrial {
    let target_w = inputs.target_w();
    let generation_per_w = inputs.gas_turbine_capex_usd_per_kw * inputs.pue / 1000.0;
    let per_w = generation_per_w
        + inputs.electrical_cost_usd_per_w
        + inputs.mechanical_cost_usd_per_w
        + inputs.civil_cost_usd_per_w
        + inputs.network_cost_usd_per_w;
    let capex = per_w * target_w;
    let energy_mwh = inputs.full_energy_mwh() * inputs.capacity_factor;
    let generation_mwh = energy_mwh * inputs.pue;
    let fuel_per_mwh = inputs.heat_rate_btu_per_kwh * inputs.gas_price_usd_per_mmbtu / 1000.0;
    let fuel = fuel_per_mwh * generation_mwh;
    let total = capex + fuel;
    let generation_mw = target_w / 1e6 * inputs.pue;
    Terrestrial {
        total_hours_h: inputs.analysis_period_years * HOURS_PER_YEAR,
        power_gen_cost_per_w_usd: generation_per_w,
        power_gen_cost_usd: generation_per_w * target_w,
        electrical_cost_usd: inputs.electrical_cost_usd_per_w * target_w,
        mechanical_cost_usd: inputs.mechanical_cost_usd_per_w * target_w,
        civil_cost_usd: inputs.civil_cost_usd_per_w * target_w,
        network_cost_usd: inputs.network_cost_usd_per_w * target_w,
        infra_capex_usd: capex,
        facility_capex_per_w_usd: per_w,
        energy_mwh,
        generation_mwh,
        fuel_cost_usd_per_mwh: fuel_per_mwh,
        fuel_cost_total_usd: fuel,
        fuel_cost_usd_per_w_year: fuel_per_mwh * inputs.pue * HOURS_PER_YEAR / 1e6,
        total_cost_usd: total,
        cost_per_w_usd: total / target_w,
        lcoe_usd_per_mwh: total / energy_mwh,
        gas_consumption_bcf: generation_mwh * 1000.0 * inputs.heat_rate_btu_per_kwh
            / BTU_PER_CUBIC_FOOT
            / 1e9,
        total_generation_mw: generation_mw,
        turbine_count: libm::ceil(generation_mw / TURBINE_MW),
    }
}

/// Launch price at which hardware and launch alone cost what the ground side does, in USD/kg.
pub fn breakeven_launch_price(inputs: &Inputs, terrestrial_total_usd: f64) -> f64 {
    let required_w = inputs.target_w() / (mean_capacity(inputs) * inputs.sun_fraction);
    (terrestrial_total_usd - inputs.satellite_cost_usd_per_w * required_w)
        / (required_w / inputs.specific_power_w_per_kg)
}
