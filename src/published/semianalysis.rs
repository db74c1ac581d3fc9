//! SemiAnalysis 2026: cost of a GPU-hour in orbit.

use crate::units::{MoneyPerTime, Ratio, fraction};

/// Factor from the cost of a GPU-hour to that of a delivered one: (1 + spares) / availability.
pub fn gross_up(spares: Ratio, availability: Ratio) -> Ratio {
    (fraction(1.0) + spares) / availability
}

/// Cost of a delivered GPU-hour.
pub fn cost_of_compute(
    ownership: MoneyPerTime,
    spares: Ratio,
    availability: Ratio,
) -> MoneyPerTime {
    ownership * gross_up(spares, availability)
}
