//! Discount rates: as stated on their basis, and real as the model takes them.

/// Whose discount rates are stated in prices of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NominalRates {
    /// Whether that of the orbital side is.
    pub orbit: bool,
    /// Whether that of the ground side is.
    pub ground: bool,
}

/// Inputs that have a basis.
pub const RATES: [&str; 2] = ["finance.orbit_discount_rate", "finance.ground_discount_rate"];

impl NominalRates {
    /// Marks the rate of this input as nominal.
    pub fn mark(&mut self, path: &str) {
        self.orbit |= path == RATES[0];
        self.ground |= path == RATES[1];
    }
}
