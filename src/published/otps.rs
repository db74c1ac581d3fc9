//! NASA OTPS 2024: Space-Based Solar Power.

use crate::units::{Energy, Mass, Money, MoneyPerEnergy, Ratio, fraction};

/// Share of sunlight that arrives through a chain of efficiencies.
pub fn end_to_end(chain: &[Ratio]) -> Ratio {
    chain.iter().fold(fraction(1.0), |through, step| through * *step)
}

/// Launches of a system that is built again and again, tankers included.
pub fn launches(mass: Mass, payload: Mass, per_payload: Ratio, generations: Ratio) -> Ratio {
    fraction(libm::ceil((mass / payload).base())) * per_payload * generations
}

/// Part of the cost of energy that launches make, without discounting.
pub fn launch_part(launches: Ratio, price: Money, energy: Energy) -> MoneyPerEnergy {
    price * launches / energy
}
