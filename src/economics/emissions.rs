//! What both sides emit for the same available energy, and what rockets and re-entry leave in the
//! upper air.
//!
//! Emissions are masses of carbon dioxide with the same warming as what is emitted (`CO2e`). The
//! energy is the same denominator as that of the cost, without discounting: IT power times 8 760 h
//! a year, availability and time.

use crate::units::{
    EmissionPerEnergy, Energy, Frequency, Mass, Power, Ratio, SpecificMass, Time, fraction,
    quantities,
};

const ONE_YEAR: Time = Time::from_base(quantities::YEAR_SECONDS);
const OPERATING_YEAR: Time = Time::from_base(quantities::OPERATING_YEAR_SECONDS);

/// Available energy of an IT power over a time, not discounted.
///
/// # Model
/// ```text
/// E = P a 8760 h H
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | P, a | IT power, availability | kW, 1 |
/// | H | horizon or life in years | yr |
///
/// # Valid for
/// Any time.
///
/// # References
/// Definition; docs/model/emissions.md
pub fn available_energy(it_power: Power, availability: Ratio, horizon: Time) -> Energy {
    it_power * availability * OPERATING_YEAR * (horizon / ONE_YEAR)
}

/// A fleet as it is bought, launched and burnt over the horizon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FleetCourse {
    /// Launched mass of all satellites, propellant and spare satellites included.
    pub launched: Mass,
    /// Their dry mass, computers included.
    pub dry: Mass,
    /// Mass of their computers.
    pub computer_mass: Mass,
    /// IT power of their computers, spares on board included.
    pub computers: Power,
    /// Life of a satellite.
    pub life: Time,
    /// Life of its computers; where it is shorter, computers are renewed in orbit.
    pub computer_life: Time,
    /// Share of the fleet that is bought again each year in place of what fails.
    pub replenishment: Frequency,
    /// Share of the fleet that is launched again each year in place of what fails.
    pub relaunched: Frequency,
    /// Share of launches that fail, each with all that it carries.
    pub failure_rate: Ratio,
    /// Mass that one launch carries, empty room counted as such.
    pub carried: Mass,
    /// Mass that a launch of nothing but computers carries.
    pub payload: Mass,
    /// Time over which everything is counted.
    pub horizon: Time,
}

/// Launched, burnt and manufactured masses of a fleet over the horizon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrbitInventory {
    /// Mass that reaches orbit.
    pub launched_mass: Mass,
    /// Launches, failed ones included.
    pub launches: Ratio,
    /// Dry mass that is manufactured, computers left out; what failed launches lost included.
    pub platform_mass: Mass,
    /// Mass that reaches orbit and burns up at the end of its life.
    pub reentry_mass: Mass,
    /// IT power of all computers made; what failed launches lost included.
    pub computers: Power,
}

/// Launched, burnt and manufactured masses of a fleet over the horizon.
///
/// # Model
/// ```text
/// raised = 1 + q L,   stored = (r - q) L,   n = H / L
/// again = m_c (L / L_c - 1)                            launched = (m raised + again) n
/// launches = (m raised / M + again / M_c) n / (1 - f)
/// platform = (m_d - m_c) (raised / (1 - f) + stored) n
/// computers = P_c ((L / L_c + q L) / (1 - f) + stored) n
/// re-entry = (m_d raised + m_c (L / L_c - 1)) n
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | m, `m_d`, `m_c` | launched mass of the fleet, its dry mass, mass of its computers | kg |
/// | `P_c` | IT power of its computers, spares included | kW |
/// | L, `L_c`, H | life of a satellite, of its computers, horizon | yr |
/// | r, q | shares of the fleet bought again and launched again each year | 1/yr, 1/yr |
/// | f, M | share of launches that fail, mass carried by one launch | 1, kg |
/// | `M_c` | mass carried by a launch of computers alone | kg |
///
/// # Assumes
/// What is launched again is burnt again; what is bought again and not launched is made once and
/// lost by no launch. A failed launch is repeated with all that it carried made anew; what it lost
/// does not reach orbit and does not re-enter from it. Lives are spread evenly over the horizon:
/// the last one counts as far as it is used.
///
/// # Valid for
/// Positive lives and carried mass, failure shares below 1.
///
/// # References
/// Definition; 1/(1 - f) is the mean number of independent trials up to the first success;
/// docs/model/emissions.md
pub fn orbit_inventory(fleet: &FleetCourse) -> OrbitInventory {
    let once = fraction(1.0);
    let raised: Ratio = once + fleet.relaunched * fleet.life;
    let stored: Ratio = (fleet.replenishment - fleet.relaunched) * fleet.life;
    let renewed: Ratio = fleet.life / fleet.computer_life - once;
    let lives: Ratio = fleet.horizon / fleet.life;
    let tries: Ratio = once / (once - fleet.failure_rate);
    let again: Mass = fleet.computer_mass * renewed;
    let loads: Ratio = fleet.launched * raised / fleet.carried + again / fleet.payload;
    OrbitInventory {
        launched_mass: (fleet.launched * raised + again) * lives,
        launches: loads * lives * tries,
        platform_mass: (fleet.dry - fleet.computer_mass) * (raised * tries + stored) * lives,
        reentry_mass: (fleet.dry * raised + again) * lives,
        computers: fleet.computers * ((raised + renewed) * tries + stored) * lives,
    }
}

/// Emissions of a launch, and per mass and power of what goes to orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrbitIntensity {
    /// One launch, `CO2e`; soot and water aloft are not in it.
    pub launch: Mass,
    /// Manufacture of the platform, kg `CO2e` per kg.
    pub manufacture: Ratio,
    /// Manufacture of the computers, kg `CO2e` per kW.
    pub computers: SpecificMass,
    /// Nitrogen oxides of re-entry, kg `CO2e` per kg that burns up. Very uncertain.
    pub reentry: Ratio,
}

/// Emissions of orbit over the horizon as `CO2e`, in parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrbitEmission {
    /// Launch.
    pub launch: Mass,
    /// Manufacture of the platform.
    pub manufacture: Mass,
    /// Manufacture of the computers.
    pub computers: Mass,
    /// Re-entry, very uncertain and never part of the sum of the others.
    pub reentry: Mass,
}

/// Emissions of an orbital fleet over the horizon.
///
/// # Model
/// ```text
/// e = N e_l + m_p i_p + P_c i_c,   with re-entry: + m_r i_r
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | N, `e_l` | launches, emission of one | 1, kg |
/// | `m_p`, `i_p` | platform mass, emission of its manufacture | kg, kg/kg |
/// | `P_c`, `i_c` | IT power of the computers made, emission of their manufacture | kW, kg/kW |
/// | `m_r`, `i_r` | mass that burns up, its nitrogen oxides as `CO2e` | kg, kg/kg |
///
/// # Assumes
/// Power in orbit emits nothing while it runs. Warming by soot and by water in the upper air is not
/// in the numbers; the masses are ([`upper_air`]). The warming of re-entry oxides is so uncertain
/// that two totals are kept and never mixed.
///
/// # Valid for
/// Any fleet; over [`available_energy`] of the same horizon it is an emission per energy.
///
/// # References
/// \[Ohs2025\], as recorded in catalog rows `environment.launch_f9` and `environment.reentry_nox`,
/// for the split into launch and re-entry
pub fn orbit_emission(inventory: &OrbitInventory, intensity: &OrbitIntensity) -> OrbitEmission {
    OrbitEmission {
        launch: intensity.launch * inventory.launches,
        manufacture: inventory.platform_mass * intensity.manufacture,
        computers: inventory.computers * intensity.computers,
        reentry: inventory.reentry_mass * intensity.reentry,
    }
}

/// Solar panels and storage as emitters, both as bought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolarInventory {
    /// Rating of the panels.
    pub field: Power,
    /// Manufacture of the panels per rating, with tracker and inverter.
    pub field_carbon: SpecificMass,
    /// Life of the panels.
    pub field_life: Time,
    /// Energy that the storage holds.
    pub storage: Energy,
    /// Manufacture of the storage per energy held.
    pub storage_carbon: EmissionPerEnergy,
    /// Life of the storage.
    pub storage_life: Time,
    /// Mean power of the site.
    pub load: Power,
}

/// Emissions of solar panels and storage per energy of the site, in parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolarEmission {
    /// Panels.
    pub field: EmissionPerEnergy,
    /// Storage.
    pub storage: EmissionPerEnergy,
}

impl SolarEmission {
    /// A site without panels and storage.
    pub const NONE: Self = Self {
        field: EmissionPerEnergy::from_base(0.0),
        storage: EmissionPerEnergy::from_base(0.0),
    };
}

/// Emissions of making solar panels and storage per energy of the site.
///
/// # Model
/// ```text
/// g_x = X c_x / (L_x Q 8760 h),   g_s = S c_s / (L_s Q 8760 h)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | X, `c_x`, `L_x` | rating of the panels, their manufacture, their life | kW, kg/kW, yr |
/// | S, `c_s`, `L_s` | what the storage holds, its manufacture, its life | kWh, kg/kWh, yr |
/// | Q | mean power of the site | kW |
///
/// # Assumes
/// What is made is spread evenly over its life, without discounting, and over all energy of the
/// site, whatever the panels give beyond it. Panels and storage emit nothing while they run. What
/// they do not serve emits where it is bought ([`GroundInventory::power`]).
///
/// # Valid for
/// Positive lives and mean power.
///
/// # References
/// Definition; intensities are catalog rows `model.solar.carbon` and `regions.storage.carbon`;
/// docs/model/ground.md
pub fn solar_emission(plant: &SolarInventory) -> SolarEmission {
    let yearly: Energy = plant.load * OPERATING_YEAR;
    SolarEmission {
        field: plant.field * plant.field_carbon / yearly * (ONE_YEAR / plant.field_life),
        storage: plant.storage * plant.storage_carbon / yearly * (ONE_YEAR / plant.storage_life),
    }
}

/// A site on the ground as emitter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroundInventory {
    /// Emission of what is bought or burnt, per energy of the site.
    pub power: EmissionPerEnergy,
    /// Making solar panels and storage, per energy of the site.
    pub solar: SolarEmission,
    /// Power usage effectiveness.
    pub pue: Ratio,
    /// Mean power over IT power while up.
    pub utilization: Ratio,
    /// Share of the time in which the computers are up.
    pub availability: Ratio,
    /// Building, kg `CO2e` per kW of IT.
    pub building: SpecificMass,
    /// Life of the building.
    pub building_life: Time,
    /// Manufacture of the computers, kg `CO2e` per kW; the same as in orbit.
    pub computers: SpecificMass,
    /// Life of the computers.
    pub computer_life: Time,
    /// Share of the computers that fails in a year and is replaced.
    pub failure_rate: Frequency,
}

/// Emissions of the ground per available energy, in parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroundEmission {
    /// Electricity that is bought, or fuel.
    pub power: EmissionPerEnergy,
    /// Solar panels.
    pub field: EmissionPerEnergy,
    /// Their storage.
    pub storage: EmissionPerEnergy,
    /// Building.
    pub building: EmissionPerEnergy,
    /// Computers, replaced ones included.
    pub computers: EmissionPerEnergy,
}

impl GroundEmission {
    /// All parts; see [`ground_emission`] for model, range and references.
    pub fn total(&self) -> EmissionPerEnergy {
        self.power + self.field + self.storage + self.building + self.computers
    }
}

/// Emissions of a site on the ground per available energy.
///
/// # Model
/// ```text
/// e = (g + g_x + g_s) PUE u + (b / L_b + c (1 / L_c + f)) / (a 8760 h)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | g | emission of what is bought or burnt per energy of the site | g/kWh |
/// | `g_x`, `g_s` | making solar panels and storage per energy of the site, see [`solar_emission`] | g/kWh |
/// | PUE, u, a | power usage effectiveness, utilization, availability | 1 |
/// | b, `L_b` | building per IT power, its life | kg/kW, yr |
/// | c, `L_c`, f | computers per IT power, their life, share that fails in a year | kg/kW, yr, 1/yr |
///
/// # Assumes
/// The grid stays as it is over the life. What is built is spread evenly over its life, without
/// discounting. Per *available* energy, as the cost: at low utilization less is emitted for each
/// available kilowatt-hour.
///
/// # Valid for
/// Positive lives and availability.
///
/// # References
/// Definition; intensities are catalog rows `regions.*` and `environment.*`
pub fn ground_emission(inventory: &GroundInventory) -> GroundEmission {
    let available: Time = OPERATING_YEAR * inventory.availability;
    let per_year = |share: Frequency| share * ONE_YEAR / available;
    let once = fraction(1.0);
    let drawn: Ratio = inventory.pue * inventory.utilization;
    GroundEmission {
        power: inventory.power * drawn,
        field: inventory.solar.field * drawn,
        storage: inventory.solar.storage * drawn,
        building: inventory.building * per_year(once / inventory.building_life),
        computers: inventory.computers
            * per_year(once / inventory.computer_life + inventory.failure_rate),
    }
}

/// Masses left in the upper air by one fleet, each launch and each satellite counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UpperAir {
    /// Black carbon of the launches.
    pub soot: Mass,
    /// Alumina of the satellites that burn up.
    pub alumina: Mass,
    /// Nitrogen oxides of re-entry.
    pub nitrogen_oxides: Mass,
}

/// Emissions of a launch and a re-entry into the upper air.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UpperAirIntensity {
    /// Black carbon of one launch.
    pub soot_per_launch: Mass,
    /// Alumina per mass that burns up.
    pub alumina: Ratio,
    /// Nitrogen oxides per mass that burns up.
    pub nitrogen_oxides: Ratio,
}

/// Masses left in the upper air by launches and re-entries of a fleet.
///
/// # Model
/// ```text
/// soot = n s,   alumina = a m_r,   nitrogen oxides = x m_r
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | n, s | launches, failures included; black carbon of one | 1, kg |
/// | `m_r` | mass that burns up | kg |
/// | a, x | alumina and nitrogen oxides per mass that burns up | 1 |
///
/// # Assumes
/// All satellites burn up; upper stages are not counted. All soot of a launch counts, wherever it
/// is emitted.
///
/// # Valid for
/// Any fleet.
///
/// # References
/// \[Ferreira2024\], as recorded in catalog row `environment.reentry_alumina`
pub fn upper_air(launches: Ratio, reentry_mass: Mass, intensity: &UpperAirIntensity) -> UpperAir {
    UpperAir {
        soot: intensity.soot_per_launch * launches,
        alumina: reentry_mass * intensity.alumina,
        nitrogen_oxides: reentry_mass * intensity.nitrogen_oxides,
    }
}

#[cfg(test)]
mod tests;
