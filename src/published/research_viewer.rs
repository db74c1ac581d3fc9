//! The comparison of orbital and ground computing of the page "research viewer" (2026).

use crate::units::{Ratio, Time, complement, fraction, quantities};

/// Years of work before losses of satellites and chips: (1 − s) ∫ ((1 − `l_bus`)(1 − `l_chip`))^t
/// dt.
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
