//! What both sides emit for the same available energy, and what rockets and re-entry leave in the upper air.
//!
//! Emissions are masses of carbon dioxide with the same warming as what is emitted (`CO2e`). The energy is the same
//! denominator as that of the cost, without discounting: IT power times 8 760 h a year, availability and life.

use crate::units::{
    EmissionPerEnergy, Energy, Frequency, Mass, Power, Ratio, SpecificMass, Time, fraction,
    quantities,
};

const ONE_YEAR: Time = Time::from_base(quantities::YEAR_SECONDS);
const OPERATING_YEAR: Time = Time::from_base(quantities::OPERATING_YEAR_SECONDS);

/// Available energy of an IT power over a life, not discounted.
///
/// # Model
/// ```text
/// E = P a 8760 h L
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | P, a | IT power, availability | kW, 1 |
/// | L | life in years | yr |
///
/// # Valid for
/// Any life.
///
/// # References
/// Definition; docs/model/emissions.md
pub fn available_energy(it_power: Power, availability: Ratio, life: Time) -> Energy {
    it_power * availability * OPERATING_YEAR * (life / ONE_YEAR)
}

/// What a fleet sends up, brings down and delivers over one life.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrbitInventory {
    /// Launched mass, propellant and spare satellites included.
    pub launched_mass: Mass,
    /// Dry mass that is manufactured, computers left out.
    pub platform_mass: Mass,
    /// Mass that burns up at the end of life.
    pub reentry_mass: Mass,
    /// IT power of all computers built, spares on board and spare satellites included.
    pub computers: Power,
    /// Available energy over the life, see [`available_energy`].
    pub energy: Energy,
}

/// Emissions per mass and power of what goes to orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrbitIntensity {
    /// Launch, kg `CO2e` per kg launched to this orbit; soot and water aloft are not in it.
    pub launch: Ratio,
    /// Manufacture of the platform, kg `CO2e` per kg.
    pub manufacture: Ratio,
    /// Manufacture of the computers, kg `CO2e` per kW.
    pub computers: SpecificMass,
    /// Nitrogen oxides of re-entry, kg `CO2e` per kg that burns up. Very uncertain.
    pub reentry: Ratio,
}

/// Emissions of orbit per available energy, in parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrbitEmission {
    /// Launch.
    pub launch: EmissionPerEnergy,
    /// Manufacture of the platform.
    pub manufacture: EmissionPerEnergy,
    /// Manufacture of the computers.
    pub computers: EmissionPerEnergy,
    /// Re-entry, never part of [`OrbitEmission::without_reentry`].
    pub reentry: EmissionPerEnergy,
}

impl OrbitEmission {
    /// Launch and manufacture; see [`orbit_emission`] for model, range and references.
    pub fn without_reentry(&self) -> EmissionPerEnergy {
        self.launch + self.manufacture + self.computers
    }

    /// Launch, manufacture and re-entry; see [`orbit_emission`] for model, range and references.
    pub fn with_reentry(&self) -> EmissionPerEnergy {
        self.without_reentry() + self.reentry
    }
}

/// Emissions of an orbital fleet per available energy.
///
/// # Model
/// ```text
/// e = (m_l i_l + m_p i_p + P_c i_c) / E,   with re-entry: + m_r i_r / E
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `m_l`, `i_l` | launched mass, emission of a launch per launched mass | kg, kg/kg |
/// | `m_p`, `i_p` | platform mass, emission of its manufacture | kg, kg/kg |
/// | `P_c`, `i_c` | IT power of the computers built, emission of their manufacture | kW, kg/kW |
/// | `m_r`, `i_r` | mass that burns up, its nitrogen oxides as `CO2e` | kg, kg/kg |
/// | E | available energy over the life | kWh |
///
/// # Assumes
/// Power in orbit emits nothing while it runs. Warming by soot and by water in the upper air is not in the numbers; the
/// masses are ([`upper_air`]). The warming of re-entry oxides is so uncertain that two totals are kept and never mixed.
///
/// # Valid for
/// A fleet over one life.
///
/// # References
/// \[Ohs2025\], as recorded in catalog rows `environment.launch_f9` and `environment.reentry_nox`, for the split into
/// launch and re-entry
pub fn orbit_emission(inventory: &OrbitInventory, intensity: &OrbitIntensity) -> OrbitEmission {
    let per_energy = |mass: Mass| mass / inventory.energy;
    OrbitEmission {
        launch: per_energy(inventory.launched_mass * intensity.launch),
        manufacture: per_energy(inventory.platform_mass * intensity.manufacture),
        computers: per_energy(inventory.computers * intensity.computers),
        reentry: per_energy(inventory.reentry_mass * intensity.reentry),
    }
}

/// A site on the ground as emitter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroundInventory {
    /// Emission per energy from the grid or the own plant.
    pub power: EmissionPerEnergy,
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
    /// Power.
    pub power: EmissionPerEnergy,
    /// Building.
    pub building: EmissionPerEnergy,
    /// Computers, replaced ones included.
    pub computers: EmissionPerEnergy,
}

impl GroundEmission {
    /// All parts; see [`ground_emission`] for model, range and references.
    pub fn total(&self) -> EmissionPerEnergy {
        self.power + self.building + self.computers
    }
}

/// Emissions of a site on the ground per available energy.
///
/// # Model
/// ```text
/// e = g PUE u + (b / L_b + c (1 / L_c + f)) / (a 8760 h)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | g | emission per energy supplied | g/kWh |
/// | PUE, u, a | power usage effectiveness, utilization, availability | 1 |
/// | b, `L_b` | building per IT power, its life | kg/kW, yr |
/// | c, `L_c`, f | computers per IT power, their life, share that fails in a year | kg/kW, yr, 1/yr |
///
/// # Assumes
/// The grid stays as it is over the life. What is built is spread evenly over its life, without discounting. Per
/// *available* energy, as the cost: at low utilization less is emitted for each available kilowatt-hour.
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
    GroundEmission {
        power: inventory.power * inventory.pue * inventory.utilization,
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

/// What a launch and a re-entry leave in the upper air.
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
/// All satellites burn up; upper stages are not counted. All soot of a launch counts, wherever it is emitted.
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
mod tests {
    use super::*;
    use crate::units::{
        gram_per_kilowatt_hour, kilogram, kilogram_per_kilowatt, kilowatt, kilowatt_hour, per_year,
        tonne, year,
    };

    fn years(value: f64) -> Time {
        Time::new::<year>(value)
    }

    fn close(got: f64, want: f64, relative: f64) -> bool {
        (got - want).abs() <= relative * got.abs().max(want.abs())
    }

    fn fleet() -> OrbitInventory {
        OrbitInventory {
            launched_mass: Mass::new::<kilogram>(54.0),
            platform_mass: Mass::new::<kilogram>(45.0),
            reentry_mass: Mass::new::<kilogram>(50.0),
            computers: Power::new::<kilowatt>(1.2),
            energy: available_energy(Power::new::<kilowatt>(1.0), fraction(0.95), years(5.0)),
        }
    }

    fn intensity() -> OrbitIntensity {
        OrbitIntensity {
            launch: fraction(28.0),
            manufacture: fraction(80.0),
            computers: SpecificMass::new::<kilogram_per_kilowatt>(300.0),
            reentry: fraction(119.2),
        }
    }

    fn ground() -> GroundInventory {
        GroundInventory {
            power: EmissionPerEnergy::new::<gram_per_kilowatt_hour>(369.0),
            pue: fraction(1.2),
            utilization: fraction(0.8),
            availability: fraction(0.98),
            building: SpecificMass::new::<kilogram_per_kilowatt>(1000.0),
            building_life: years(15.0),
            computers: SpecificMass::new::<kilogram_per_kilowatt>(300.0),
            computer_life: years(5.0),
            failure_rate: Frequency::new::<per_year>(0.045),
        }
    }

    #[test]
    fn thirty_kilograms_at_31_are_21_grams_per_kilowatt_hour() {
        let inventory = OrbitInventory {
            launched_mass: Mass::new::<kilogram>(30.0),
            energy: available_energy(Power::new::<kilowatt>(1.0), fraction(1.0), years(5.0)),
            ..fleet()
        };
        let intensity = OrbitIntensity { launch: fraction(31.0), ..intensity() };
        let launch = orbit_emission(&inventory, &intensity).launch;
        assert!((launch.get::<gram_per_kilowatt_hour>() - 21.2).abs() < 0.05);
        assert!(close(inventory.energy.get::<kilowatt_hour>(), 43_800.0, 1e-12));
    }

    #[test]
    fn parts_of_orbit_are_mass_times_intensity_over_energy() {
        let emission = orbit_emission(&fleet(), &intensity());
        let energy = 43_800.0 * 0.95;
        let grams = |part: EmissionPerEnergy| part.get::<gram_per_kilowatt_hour>();
        assert!(close(grams(emission.launch), 54.0 * 28.0e3 / energy, 1e-12));
        assert!(close(grams(emission.manufacture), 45.0 * 80.0e3 / energy, 1e-12));
        assert!(close(grams(emission.computers), 360.0e3 / energy, 1e-12));
        assert!(close(grams(emission.reentry), 50.0 * 119.2e3 / energy, 1e-12));
    }

    #[test]
    fn the_two_totals_of_orbit_differ_by_reentry_alone() {
        let emission = orbit_emission(&fleet(), &intensity());
        let gap = emission.with_reentry() - emission.without_reentry();
        assert!(close(gap.base(), emission.reentry.base(), 1e-12));
        let no_oxides = OrbitIntensity { reentry: fraction(0.0), ..intensity() };
        let without = orbit_emission(&fleet(), &no_oxides);
        assert_eq!(without.with_reentry(), emission.without_reentry());
    }

    #[test]
    fn ground_power_is_the_grid_times_pue_and_utilization() {
        let emission = ground_emission(&ground());
        let grams = |part: EmissionPerEnergy| part.get::<gram_per_kilowatt_hour>();
        assert!(close(grams(emission.power), 369.0 * 1.2 * 0.8, 1e-12));
        assert!(close(grams(emission.building), 1.0e6 / 15.0 / (8760.0 * 0.98), 1e-12));
        assert!(close(grams(emission.computers), 3.0e5 * 0.245 / (8760.0 * 0.98), 1e-12));
        assert!(close(
            emission.total().base(),
            (emission.power + emission.building + emission.computers).base(),
            1e-15
        ));
    }

    #[test]
    fn the_same_computers_weigh_the_same_on_both_sides() {
        let ground = GroundInventory {
            failure_rate: Frequency::from_base(0.0),
            availability: fraction(0.95),
            ..ground()
        };
        let orbit = OrbitInventory { computers: Power::new::<kilowatt>(1.0), ..fleet() };
        let in_orbit = orbit_emission(&orbit, &intensity()).computers;
        assert!(close(ground_emission(&ground).computers.base(), in_orbit.base(), 1e-13));
    }

    #[test]
    fn one_gigawatt_leaves_1300_t_of_alumina_a_year() {
        let intensity = UpperAirIntensity {
            soot_per_launch: Mass::new::<tonne>(11.5),
            alumina: fraction(0.12),
            nitrogen_oxides: fraction(0.4),
        };
        let left = upper_air(fraction(4500.0), Mass::new::<tonne>(10_800.0), &intensity);
        assert!((left.alumina.get::<tonne>() - 1296.0).abs() < 1e-9);
        assert!((left.soot.get::<tonne>() - 51_750.0).abs() < 1e-9);
        assert!((left.nitrogen_oxides.get::<tonne>() - 4320.0).abs() < 1e-9);
    }
}
