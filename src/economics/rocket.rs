//! Owning the rocket against buying launches: what a flight costs its owner, and when control of
//! the company pays.

mod company;

pub use company::{Company, Need, Owned, OwnedYear, RocketStage};

use crate::units::{Count, Money};

/// Costs of a flight of a vehicle of two stages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BuildUp {
    /// Price of building the booster.
    pub booster: Money,
    /// Flights of a booster.
    pub booster_flights: Count,
    /// Price of building the upper stage.
    pub ship: Money,
    /// Flights of an upper stage.
    pub ship_flights: Count,
    /// Propellant, refurbishment, range and staff of a flight.
    pub operations: Money,
}

/// Cost of a flight to its owner.
///
/// # Model
/// ```text
/// C = B / n_B + S / n_S + o
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | B, `n_B` | price of a booster, its flights | USD, 1 |
/// | S, `n_S` | price of an upper stage, its flights | USD, 1 |
/// | o | operations of a flight | USD |
///
/// # Assumes
/// Every stage reaches its number of flights; no interest on stages between flights.
///
/// # Valid for
/// One flight or more per stage.
///
/// # References
/// Build-up of Forethought 2025 (475, 93 and 32 USD/kg are rows of docs/validation.md);
/// docs/model/launch.md
pub fn flight_cost(parts: &BuildUp) -> Money {
    parts.booster / parts.booster_flights + parts.ship / parts.ship_flights + parts.operations
}

#[cfg(test)]
mod tests;
