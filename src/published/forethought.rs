//! Forethought 2025: launch cost, array and ground costs behind a crossover price.

use crate::units::{
    Irradiance, MoneyPerEnergy, MoneyPerMass, MoneyPerPower, Ratio, SpecificMass, SpecificPower,
    Time, complement, fraction,
};

/// Power at begin of life over the power wanted at its end on average, all year.
pub fn begin_of_life_factor(end_of_life: Ratio, capacity_factor: Ratio) -> Ratio {
    fraction(1.0) / (end_of_life * capacity_factor)
}

/// Launch price at which orbit costs what the ground costs: (`C_earth` − `C_hardware`) / m.
pub fn crossover(
    earth: MoneyPerPower,
    hardware: MoneyPerPower,
    mass: SpecificMass,
) -> MoneyPerMass {
    (earth - hardware) / mass
}

/// Cost per energy of a cost per power that is used up evenly over so many years of all hours.
pub fn cost_per_energy(cost: MoneyPerPower, hours: Time) -> MoneyPerEnergy {
    cost / hours
}

/// Heat rejected per mass of the thermal system.
pub fn specific_rejection(flux: Irradiance, areal_mass: crate::units::ArealMass) -> SpecificPower {
    flux / areal_mass
}

/// Share of the computers lost after years of failures without repair: 1 − (1 − f)^n.
pub fn compute_lost(failures: Ratio, years: Ratio) -> Ratio {
    complement(complement(failures).pow(years))
}
