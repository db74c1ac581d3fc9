//! Wright's law: each doubling of what has been made lowers the price by the same share.

use crate::units::{Ratio, complement, fraction};

/// Price of the unit made after `experience` times the units made so far, over the price now.
///
/// # Model
/// ```text
/// p / p_0 = (x / x_0)^b,  b = log2(1 - l)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | p, `p_0` | price then and now | any |
/// | x / `x_0` | cumulative quantity then over now (`experience`) | 1 |
/// | l | learning rate: fall of the price per doubling | 1 |
///
/// # Assumes
/// One constant rate. The price follows cumulative quantity, not time; costs that do not fall
/// (propellant) are not held back. A list price need not follow: it holds for cost.
///
/// # Valid for
/// Learning rates from 0 to below 1, positive experience. Far beyond the range of the data (many
/// doublings) it is an extrapolation.
///
/// # References
/// \[Handbook1995\], Learning Curve Theory, unit form: C(Q) = C(1) Q^b
pub fn price_factor(learning_rate: Ratio, experience: Ratio) -> Ratio {
    experience.pow(exponent(learning_rate))
}

/// Mean price of `n_units` that follow `n_before` equal ones, over the price of the first unit ever
/// made.
///
/// # Model
/// ```text
/// mean = (1/n) Σ_{i = m+1}^{m+n} i^b
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | m, n | units before and in the batch | 1 |
/// | b | exponent of [`price_factor`] | 1 |
///
/// The first terms are added one by one, the rest by the Euler-Maclaurin formula to the seventh
/// derivative: the sum is exact to 1e-12 for learning rates up to 0.5 (1e-10 beyond) and costs the
/// same for ten units and for a million.
///
/// # Assumes
/// As [`price_factor`], unit form: the price of each single unit falls, not that of the batch.
///
/// # Valid for
/// As [`price_factor`]; 1 for an empty batch.
///
/// # References
/// \[Handbook1995\], Learning Curve Theory; after \[DLMF\], section 2.10(i), not read, for the
/// summation
pub fn mean_unit_factor(learning_rate: Ratio, n_before: u64, n_units: u64) -> Ratio {
    if n_units == 0 || learning_rate.base() == 0.0 {
        return fraction(1.0);
    }
    let exponent = exponent(learning_rate).base();
    let (first, last) = (n_before as f64 + 1.0, n_before as f64 + n_units as f64);
    fraction(power_sum(exponent, first, last) / n_units as f64)
}

/// Terms below this are added one by one.
const DIRECT: f64 = 10.0;

/// Sum of i^b for whole i from `first` to `last`.
fn power_sum(exponent: f64, first: f64, last: f64) -> f64 {
    let mut sum = 0.0;
    let mut term = first;
    while term < DIRECT && term <= last {
        sum += libm::exp(exponent * libm::log(term));
        term += 1.0;
    }
    if term > last { sum } else { sum + euler_maclaurin(exponent, term, last) }
}

/// Orders of the derivatives of x^b, each with its Bernoulli number over the factorial.
const EULER_MACLAURIN: [(f64, f64); 4] =
    [(1.0, 1.0 / 12.0), (3.0, -1.0 / 720.0), (5.0, 1.0 / 30_240.0), (7.0, -1.0 / 1_209_600.0)];

fn euler_maclaurin(b: f64, first: f64, last: f64) -> f64 {
    let (log_low, log_high) = (libm::log(first), libm::log(last));
    let (low, high) = (libm::exp(b * log_low), libm::exp(b * log_high));
    let slope = b + 1.0;
    let integral = if (slope * (log_high - log_low)).abs() < 1e-8 {
        low * first * (log_high - log_low)
    } else {
        low * first * libm::expm1(slope * (log_high - log_low)) / slope
    };
    let mut sum = integral + 0.5 * (low + high);
    let (mut falling, mut low, mut high) = (b, low / first, high / last);
    for (order, weight) in EULER_MACLAURIN {
        sum += weight * falling * (high - low);
        falling *= (b - order) * (b - order - 1.0);
        low /= first * first;
        high /= last * last;
    }
    sum
}

/// Experience at which the price has become `factor` times the price now, or `None` if it never
/// does.
///
/// # Model
/// ```text
/// x / x_0 = (p / p_0)^(1/b)
/// ```
/// Symbols as in [`price_factor`]; below 1 for a price above the present one.
///
/// # Valid for
/// As [`price_factor`]; `None` without learning (unless the price is the present one) and for
/// prices of zero and below.
///
/// # References
/// [`price_factor`], solved for the quantity
pub fn experience_for(learning_rate: Ratio, factor: Ratio) -> Option<Ratio> {
    let exponent = exponent(learning_rate);
    if factor.base().is_nan() || factor.base() <= 0.0 {
        return None;
    }
    if exponent.base() == 0.0 {
        return (factor.ln().base() == 0.0).then_some(fraction(1.0));
    }
    let experience = factor.pow(fraction(1.0) / exponent);
    experience.base().is_finite().then_some(experience)
}

fn exponent(learning_rate: Ratio) -> Ratio {
    fraction(libm::log2(complement(learning_rate).base()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(got: f64, want: f64, relative: f64) -> bool {
        (got - want).abs() <= relative * got.abs().max(want.abs())
    }

    #[test]
    fn prices_agree_with_the_reference() {
        for [start, before, rate, after, want] in [
            [1800.0, 400.0, 0.2, 370_400.0, 199.635_182_8],
            [1800.0, 400.0, 0.18, 370_400.0, 254.635_742_3],
            [1800.0, 400.0, 0.24, 370_400.0, 120.422_085_4],
            [100.0, 1.0, 0.2, 1024.0, 10.737_418_24],
            [50.0, 10.0, 0.1, 1000.0, 24.829_262_36],
        ] {
            let got = start * price_factor(fraction(rate), fraction(after / before)).base();
            assert!(close(got, want, 1e-9), "{got} {want}");
        }
    }

    #[test]
    fn suncatcher_price_of_200_needs_704_usd_per_kilogram_today() {
        let at_370_kt =
            |start: f64| start * price_factor(fraction(0.2), fraction(370_000.0 / 7400.0)).base();
        assert!((at_370_kt(1750.0) - 497.0).abs() < 0.5);
        assert!((at_370_kt(3600.0) - 1022.0).abs() < 0.5);
        assert!((at_370_kt(704.0) - 200.0).abs() < 0.5);
    }

    #[test]
    fn experience_for_a_price_is_the_inverse_of_the_price() {
        let (rate, target) = (fraction(0.2), fraction(200.0 / 1800.0));
        let needed = experience_for(rate, target).unwrap();
        assert!(close(price_factor(rate, needed).base(), target.base(), 1e-12));
        assert!((400.0 * (needed.base() - 1.0) - 368_000.0).abs() < 1000.0);
    }

    #[test]
    fn without_learning_no_other_price_is_ever_reached() {
        assert_eq!(experience_for(fraction(0.0), fraction(0.1)), None);
        assert_eq!(experience_for(fraction(0.0), fraction(1.0)), Some(fraction(1.0)));
        assert_eq!(experience_for(fraction(0.2), fraction(0.0)), None);
    }

    #[test]
    fn mean_of_whole_units_is_their_sum_one_by_one() {
        for (rate, tolerance) in [(0.05, 1e-12), (0.15, 1e-12), (0.5, 1e-12), (0.9, 1e-10)] {
            for (before, units) in
                [(0_u32, 1_u32), (0, 9), (0, 10), (0, 5000), (3, 40), (250, 3000)]
            {
                let exponent = libm::log2(1.0 - rate);
                let mut sum = 0.0;
                for unit in (before + 1)..=(before + units) {
                    sum += libm::pow(f64::from(unit), exponent);
                }
                let got = mean_unit_factor(fraction(rate), u64::from(before), u64::from(units));
                assert!(
                    close(got.base(), sum / f64::from(units), tolerance),
                    "{rate} {before} {units}"
                );
            }
        }
    }

    #[test]
    fn a_batch_without_units_or_learning_costs_the_first_price() {
        assert!(close(mean_unit_factor(fraction(0.0), 5, 100).base(), 1.0, 1e-15));
        assert!(close(mean_unit_factor(fraction(0.2), 5, 0).base(), 1.0, 1e-15));
    }
}
