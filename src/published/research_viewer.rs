//! The comparison of orbital and ground computing of the page "research viewer" (2026).

use crate::economics::finance::capital_recovery_factor;
use crate::units::{
    Frequency, MoneyPerEnergy, MoneyPerPower, Power, Ratio, SpecificMass, SpecificPower, Time,
    complement, fraction, quantities, watt,
};

/// Masses per power of one satellite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MassTerms {
    /// Bus over IT power; the page applies it to the heat too.
    pub usage: Ratio,
    /// Array power per mass.
    pub array: SpecificPower,
    /// Heat rejected per mass of the thermal system.
    pub thermal: SpecificPower,
    /// Computers.
    pub compute: SpecificMass,
    /// Battery.
    pub battery: SpecificMass,
    /// Factor for structure.
    pub structure: Ratio,
}

/// Mass per IT power.
pub fn mass_per_it_power(terms: &MassTerms) -> SpecificMass {
    let one = Power::new::<watt>(1.0);
    let array: SpecificMass = one * terms.usage / terms.array / one;
    let thermal: SpecificMass = one * terms.usage / terms.thermal / one;
    (array + thermal + terms.compute + terms.battery) * terms.structure
}

/// Years of work before losses of satellites and chips: (1 − s) ∫ ((1 − l_bus)(1 − l_chip))^t dt.
pub fn effective_lifetime(
    bus_loss: Ratio,
    chip_loss: Ratio,
    silent_errors: Ratio,
    window: Time,
) -> Time {
    let year = Time::from_base(quantities::YEAR_SECONDS);
    let kept: Ratio = complement(bus_loss) * complement(chip_loss);
    let rate = kept.ln();
    let exponent: Ratio = rate * (window / year);
    year * complement(silent_errors) * (fraction(libm::expm1(exponent.base())) / rate)
}

/// Cost of ownership per IT power and year: (capex × CRF + opex) / availability.
pub fn cost_of_ownership(
    capex: MoneyPerPower,
    cost_of_capital: Frequency,
    lifetime: Time,
    yearly: MoneyPerEnergy,
    availability: Ratio,
) -> MoneyPerEnergy {
    (capex * capital_recovery_factor(cost_of_capital, lifetime) + yearly) / availability
}
