//! What a fleet costs while it runs: insurance, ground operations, replacement.

use crate::units::{Frequency, Money, MoneyPerTime, Ratio};

/// Premiums of an insured fleet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Insurance {
    /// Premium for the launch, as share of the insured value.
    pub launch_share: Ratio,
    /// Premium in orbit, as share of the insured value and year.
    pub in_orbit: Frequency,
}

impl Insurance {
    /// Premium for the launch, paid once with it.
    ///
    /// # Model
    /// ```text
    /// premium = q V        in orbit: q_o V a year
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | q, `q_o` | premium for the launch, and in orbit a year | 1, 1/yr |
    /// | V | insured value: what is on board, computers included | USD |
    ///
    /// # Assumes
    /// The insured value does not contain the launch, because a failed launch is already repeated
    /// at full price in [`manifest`](super::launch::manifest). The value stays the same over the
    /// life.
    ///
    /// # Valid for
    /// Shares from 0 to 1.
    ///
    /// # References
    /// Definition; rates are catalog rows `finance.insurance_*`
    pub fn launch_premium(&self, insured: Money) -> Money {
        insured * self.launch_share
    }

    /// Premium in orbit; see [`Insurance::launch_premium`] for model, range and references.
    pub fn in_orbit_premium(&self, insured: Money) -> MoneyPerTime {
        insured * self.in_orbit
    }
}

/// Staff, antennas and network of a fleet.
///
/// # Model
/// ```text
/// y = n c
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | n | satellites in orbit, spares included | 1 |
/// | c | cost per satellite and year | USD/yr |
///
/// # Assumes
/// No economy of scale beyond that in c.
///
/// # Valid for
/// Any fleet.
///
/// # References
/// Definition; the cost is catalog row `subsystems.ops_ground`
pub fn ground_operations(n_satellites: u128, per_satellite: MoneyPerTime) -> MoneyPerTime {
    per_satellite * n_satellites as f64
}

/// Cost of parts that are replaced as they fail, as on the ground.
///
/// # Model
/// ```text
/// y = f V
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | f | share that fails in a year | 1/yr |
/// | V | price of all parts | USD |
///
/// # Assumes
/// The stock is always full, so the same share fails every year, at the constant price; hands and
/// downtime are in maintenance and availability.
///
/// # Valid for
/// Any rate.
///
/// # References
/// Definition; rates are catalog rows `compute.failure_*`
pub fn replacement_cost(stock: Money, failure_rate: Frequency) -> MoneyPerTime {
    stock * failure_rate
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{fraction, per_year, usd, usd_per_year};

    fn rate(value: f64) -> Frequency {
        Frequency::new::<per_year>(value)
    }

    fn close(got: f64, want: f64, relative: f64) -> bool {
        (got - want).abs() <= relative * got.abs().max(want.abs())
    }

    #[test]
    fn premiums_and_replacements_are_shares_of_the_value() {
        let insurance = Insurance { launch_share: fraction(0.06), in_orbit: rate(0.01) };
        let value = Money::new::<usd>(50.0e6);
        assert!(close(insurance.launch_premium(value).get::<usd>(), 3.0e6, 1e-14));
        assert!(close(insurance.in_orbit_premium(value).get::<usd_per_year>(), 5.0e5, 1e-14));
        assert!(close(replacement_cost(value, rate(0.045)).get::<usd_per_year>(), 2.25e6, 1e-14));
    }

    #[test]
    fn ground_operations_count_every_satellite() {
        let monthly = MoneyPerTime::new::<usd_per_year>(4167.0 * 12.0);
        assert!(close(ground_operations(400, monthly).get::<usd_per_year>(), 20_001_600.0, 1e-13));
    }
}
