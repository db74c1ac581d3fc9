//! Turyshev 2026: constraints of orbital data centers as closed forms (arXiv:2604.27197), and their
//! upkeep (arXiv:2608.27499).

use crate::units::{
    Energy, Frequency, InformationPerEnergy, InformationRate, MassRate, MoneyPerMass,
    MoneyPerPower, Power, Ratio, SpecificMass, Time, complement, fraction, hour,
};

/// Factor on a radiator's area when this share of its emission is absorbed heat: 1 / (1 − f).
pub fn environment_inflation(absorbed: Ratio) -> Ratio {
    fraction(1.0) / complement(absorbed)
}

/// What a kilogram may cost to launch and build: (`C_terrestrial` − `C_link` − `C_operations`) / m.
pub fn allowance(
    terrestrial: MoneyPerPower,
    link: MoneyPerPower,
    operations: MoneyPerPower,
    mass: SpecificMass,
) -> MoneyPerMass {
    (terrestrial - link - operations) / mass
}

/// Factor on cost when satellites are lost and grow old: x / (1 − exp(−x)) with x = (λ + δ) T.
pub fn lifetime_penalty(loss: Frequency, obsolescence: Frequency, life: Time) -> Ratio {
    let exponent: Ratio = (loss + obsolescence) * life;
    exponent / fraction(-libm::expm1(-exponent.base()))
}

/// Most information that leaves per energy of computing: factors × peak rate / (utilization × IT
/// power).
pub fn information_per_energy(
    peak: InformationRate,
    link_factors: Ratio,
    utilization: Ratio,
    it_power: Power,
) -> InformationPerEnergy {
    peak * link_factors / (it_power * utilization)
}

/// Mean load of a yearly energy.
pub fn average_load(yearly: Energy, hours_per_year: Ratio) -> Power {
    yearly / Time::new::<hour>(hours_per_year.base())
}

/// Mass that has to be brought up per time to replace what wears out.
pub fn upmass(replenishment: SpecificMass, per: Time, it_power: Power) -> MassRate {
    replenishment * it_power / per
}
