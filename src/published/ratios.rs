//! Quotients of two printed numbers: what press and filings say beside each other.

use crate::units::{Area, Irradiance, Mass, Money, MoneyPerMass, Power, Ratio, SpecificPower};

/// Price per mass of a launch.
pub fn price_per_mass(price: Money, payload: Mass) -> MoneyPerMass {
    price / payload
}

/// Power per mass.
pub fn specific_power(power: Power, mass: Mass) -> SpecificPower {
    power / mass
}

/// Power per area.
pub fn power_density(power: Power, area: Area) -> Irradiance {
    power / area
}

/// Mass of a power.
pub fn mass(power: Power, specific_power: SpecificPower) -> Mass {
    power / specific_power
}

/// Power of a mass.
pub fn power(mass: Mass, specific_power: SpecificPower) -> Power {
    mass * specific_power
}

/// One cost over another.
pub fn cost_ratio(one: Money, other: Money) -> Ratio {
    one / other
}
