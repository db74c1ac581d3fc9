//! Wright's law: each doubling of what has been made lowers the price by the same share.

use crate::domain::{DomainError, within};
use crate::units::{
    Mass, MoneyPerMass, Ratio, complement, fraction, kilogram, unity, usd_per_kilogram,
};

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
/// One constant rate. The price follows cumulative quantity, not time; costs that do not fall (propellant) are not
/// held back. A list price need not follow: it holds for cost.
///
/// # Valid for
/// Learning rates from 0 to below 1, positive experience. Far beyond the range of the data (many doublings) it is an
/// extrapolation.
///
/// # References
/// \[Handbook1995\], Learning Curve Theory, unit form: C(Q) = C(1) Q^b
pub fn price_factor(learning_rate: Ratio, experience: Ratio) -> Ratio {
    experience.pow(exponent(learning_rate))
}

/// Mean price of everything made while experience grows from `from` to `to`, over the price at experience 1.
///
/// # Model
/// ```text
/// mean = ∫ x^b dx / (to - from) = (to^(b+1) - from^(b+1)) / ((b + 1) (to - from))
/// ```
/// Symbols as in [`price_factor`]. At b = -1 it is ln(to / from) / (to - from), at `from` = `to` it is the price there;
/// both are limits that the function passes smoothly.
///
/// # Assumes
/// A quantity without grain, such as mass; whole units are [`mean_unit_factor`].
///
/// # Valid for
/// As [`price_factor`]; `from` and `to` positive, in either order.
///
/// # References
/// Integral of [`price_factor`]
pub fn mean_factor(learning_rate: Ratio, from: Ratio, to: Ratio) -> Ratio {
    let exponent = exponent(learning_rate);
    let doublings = (to / from).ln();
    let spread = libm::expm1(doublings.base());
    if spread == 0.0 {
        return from.pow(exponent);
    }
    let slope = (exponent.base() + 1.0) * doublings.base();
    let rise = if slope == 0.0 { 1.0 } else { libm::expm1(slope) / slope };
    from.pow(exponent) * fraction(doublings.base() * rise / spread)
}

/// Mean price of `n_units` that follow `n_before` equal ones, over the price of the first unit ever made.
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
/// The first terms are added one by one, the rest by the Euler-Maclaurin formula to the seventh derivative: the sum is
/// exact to 1e-12 for learning rates up to 0.5 (1e-10 beyond) and costs the same for ten units and for a million.
///
/// # Assumes
/// As [`price_factor`], unit form: the price of each single unit falls, not that of the batch.
///
/// # Valid for
/// As [`price_factor`]; 1 for an empty batch.
///
/// # References
/// \[Handbook1995\], Learning Curve Theory; after \[DLMF\], section 2.10(i), not read, for the summation
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

/// Experience at which the price has become `factor` times the price now, or `None` if it never does.
///
/// # Model
/// ```text
/// x / x_0 = (p / p_0)^(1/b)
/// ```
/// Symbols as in [`price_factor`]; below 1 for a price above the present one.
///
/// # Valid for
/// As [`price_factor`]; `None` without learning (unless the price is the present one) and for prices of zero and below.
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

/// A launch price that falls with the mass launched so far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LearningCurve {
    price: MoneyPerMass,
    cumulative: Mass,
    learning_rate: Ratio,
}

impl LearningCurve {
    /// A curve through one known price.
    ///
    /// See [`price_factor`] for model, range and references.
    ///
    /// # Errors
    /// [`DomainError`] if the price or the cumulative mass is not positive or the learning rate is outside 0 to 0.9.
    pub fn new(
        price: MoneyPerMass,
        cumulative: Mass,
        learning_rate: Ratio,
    ) -> Result<Self, DomainError> {
        let positive = f64::MIN_POSITIVE..=f64::MAX;
        within::<usd_per_kilogram>("launch price", positive.clone(), price)?;
        within::<kilogram>("cumulative mass", positive, cumulative)?;
        within::<unity>("learning rate", 0.0..=0.9, learning_rate)?;
        Ok(Self { price, cumulative, learning_rate })
    }

    /// Price once `cumulative` has been launched; see [`price_factor`] for model, range and references.
    pub fn price_at(&self, cumulative: Mass) -> MoneyPerMass {
        self.price * price_factor(self.learning_rate, cumulative / self.cumulative)
    }

    /// Mean price of what is launched between two cumulative masses; see [`mean_factor`] for model, range and
    /// references.
    pub fn mean_price(&self, from: Mass, to: Mass) -> MoneyPerMass {
        self.price * mean_factor(self.learning_rate, from / self.cumulative, to / self.cumulative)
    }

    /// Cumulative mass at which the price has fallen to `price`, if it ever does; see [`experience_for`] for model,
    /// range and references.
    pub fn cumulative_for(&self, price: MoneyPerMass) -> Option<Mass> {
        experience_for(self.learning_rate, price / self.price)
            .map(|experience| self.cumulative * experience)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::tonne;

    fn price(value: f64) -> MoneyPerMass {
        MoneyPerMass::new::<usd_per_kilogram>(value)
    }

    fn mass(value: f64) -> Mass {
        Mass::new::<tonne>(value)
    }

    fn curve(start: f64, cumulative: f64, rate: f64) -> LearningCurve {
        LearningCurve::new(price(start), mass(cumulative), fraction(rate)).unwrap()
    }

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
            let got = curve(start, before, rate).price_at(mass(after)).get::<usd_per_kilogram>();
            assert!(close(got, want, 1e-9), "{got} {want}");
        }
    }

    #[test]
    fn suncatcher_price_of_200_needs_704_usd_per_kilogram_today() {
        let at_370_kt = |start: f64| {
            curve(start, 7400.0, 0.2).price_at(mass(370_000.0)).get::<usd_per_kilogram>()
        };
        assert!((at_370_kt(1750.0) - 497.0).abs() < 0.5);
        assert!((at_370_kt(3600.0) - 1022.0).abs() < 0.5);
        assert!((at_370_kt(704.0) - 200.0).abs() < 0.5);
    }

    #[test]
    fn cumulative_mass_for_a_price_is_the_inverse_of_the_price() {
        let curve = curve(1800.0, 400.0, 0.2);
        let needed = curve.cumulative_for(price(200.0)).unwrap();
        assert!(close(curve.price_at(needed).get::<usd_per_kilogram>(), 200.0, 1e-12));
        assert!((needed.get::<tonne>() - 400.0 - 368_000.0).abs() < 1000.0);
    }

    #[test]
    fn without_learning_no_other_price_is_ever_reached() {
        let curve = curve(1800.0, 400.0, 0.0);
        assert_eq!(curve.cumulative_for(price(200.0)), None);
        assert_eq!(curve.cumulative_for(price(1800.0)), Some(mass(400.0)));
        assert_eq!(experience_for(fraction(0.2), fraction(0.0)), None);
    }

    #[test]
    fn mean_price_lies_between_the_ends_and_above_the_last() {
        let curve = curve(1800.0, 400.0, 0.2);
        let (from, to) = (mass(7400.0), mass(370_000.0));
        let mean = curve.mean_price(from, to);
        assert!(mean < curve.price_at(from) && mean > curve.price_at(to));
    }

    #[test]
    fn mean_price_agrees_with_a_fine_sum_and_passes_its_limits() {
        let n = 20_000;
        for rate in [0.0, 0.2, 0.5, 0.7] {
            let step = 9.0 / f64::from(n);
            let sum: f64 = (0..n)
                .map(|i| price_factor(fraction(rate), fraction(1.0 + (f64::from(i) + 0.5) * step)))
                .map(Ratio::base)
                .sum();
            let got = mean_factor(fraction(rate), fraction(1.0), fraction(10.0)).base();
            assert!(close(got, sum / f64::from(n), 1e-7), "{rate}");
        }
        let at_point = mean_factor(fraction(0.2), fraction(3.0), fraction(3.0)).base();
        assert!(close(at_point, price_factor(fraction(0.2), fraction(3.0)).base(), 1e-15));
        let near = mean_factor(fraction(0.2), fraction(3.0), fraction(3.0 + 1e-9)).base();
        assert!(close(at_point, near, 1e-9));
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

    #[test]
    fn a_learning_rate_of_one_is_refused() {
        let error = LearningCurve::new(price(1.0), mass(1.0), fraction(1.0)).unwrap_err();
        assert_eq!(error.to_string(), "learning rate is 1 1, outside 0 to 0.9 1");
    }
}
