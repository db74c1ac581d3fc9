//! What a fleet costs while it runs: insurance, ground operations, failures.

use crate::units::{Frequency, Money, MoneyPerTime, Ratio, Time, complement, fraction, quantities};

use super::finance::Discounting;

const ONE_YEAR: Time = Time::from_base(quantities::YEAR_SECONDS);

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
    /// The insured value does not contain the launch, because a failed launch is already repeated at full price in
    /// [`manifest`](super::launch::manifest). The value stays the same over the life. Insurance or [`lost_hardware`], not both.
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

/// Hardware that is expected to be lost in failed launches and built again, if nobody insures it.
///
/// # Model
/// ```text
/// loss = V f / (1 - f)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | V | value on board | USD |
/// | f | share of launches that fail | 1 |
///
/// # Assumes
/// Each failure loses its whole load; the loss is paid with the launch, in the mean of many scenarios.
///
/// # Valid for
/// Failure shares from 0 to below 1.
///
/// # References
/// Mean number of failures before the first success of independent trials
pub fn lost_hardware(value: Money, failure_rate: Ratio) -> Money {
    value * (failure_rate / complement(failure_rate))
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

/// Parts that fail and are not repaired.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Attrition {
    /// Share of the parts that fails in a year, compounded: after t years (1 - f)^t still work.
    pub failure_rate: Frequency,
    /// Spares on board, as share of the working parts; they fail at the same rate.
    pub spares: Ratio,
    /// Time without repair.
    pub life: Time,
}

/// Share of the design capacity that is delivered, mean over the life.
///
/// # Model
/// ```text
/// D = ∫ min(1, (1 + s) e^(-λt)) w(t) dt / ∫ w(t) dt,   w = e^(-δt),   t from 0 to L
/// λ = -ln(1 - f),   δ = ln(1 + r)
/// with t* = ln(1 + s)/λ, up to which spares cover all:
/// D = (1 - e^(-δt*) + δ/(λ+δ) e^(-δt*) (1 - e^(-(λ+δ)(L-t*)))) / (1 - e^(-δL))
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | f, λ | yearly share that fails, and its rate | 1/yr |
/// | s | spares over working parts | 1 |
/// | L | life | yr |
/// | r, δ | discount rate, and its continuous rate; zero for the plain mean | 1/yr |
///
/// # Assumes
/// Many equal parts failing independently at a constant rate, spares included, each replaced at once while spares
/// last; no repair. Weighted like the energy of the cost core, so that energy lost late counts less.
///
/// # Valid for
/// Rates from 0 to below 1/yr, non-negative spares, positive lives. A failure rate of 1/yr and above delivers nothing.
///
/// # References
/// Closed form of the integral above; docs/model/cost-core.md
pub fn delivered_share(attrition: &Attrition, discount_rate: Frequency) -> Ratio {
    let weights = Discounting::at(discount_rate);
    let Some(decay) = decay_rate(attrition.failure_rate) else { return fraction(0.0) };
    let covered: Time = if decay.base() > 0.0 {
        (fraction(libm::log1p(attrition.spares.base())) / decay).smaller(attrition.life)
    } else {
        attrition.life
    };
    let weight = weights.continuous_rate();
    let uncovered = continuous_span(decay + weight, attrition.life - covered);
    (continuous_span(weight, covered) + uncovered * weights.factor(covered))
        / continuous_span(weight, attrition.life)
}

/// Spares that keep the full capacity to the end of the life.
///
/// # Model
/// ```text
/// s = e^(λL) - 1 = (1 - f)^-L - 1
/// ```
/// Symbols as in [`delivered_share`].
///
/// # Valid for
/// As [`delivered_share`]; infinite from a failure rate of 1/yr on.
///
/// # References
/// [`delivered_share`], solved for the spares
pub fn spares_for_full_life(failure_rate: Frequency, life: Time) -> Ratio {
    let decay = decay_rate(failure_rate).unwrap_or(Frequency::from_base(f64::INFINITY));
    fraction(libm::expm1((decay * life).base()))
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
/// The stock is always full, so the same share fails every year, at the constant price; hands and downtime are in
/// maintenance and availability.
///
/// # Valid for
/// Any rate.
///
/// # References
/// Definition; rates are catalog rows `compute.failure_*`
pub fn replacement_cost(stock: Money, failure_rate: Frequency) -> MoneyPerTime {
    stock * failure_rate
}

/// Continuous rate of a yearly loss; `None` if a year leaves nothing.
fn decay_rate(failure_rate: Frequency) -> Option<Frequency> {
    let share = (failure_rate * ONE_YEAR).base();
    (share < 1.0).then(|| fraction(-libm::log1p(-share)) / ONE_YEAR)
}

/// Integral of e^(-rate t) from now to `time`.
fn continuous_span(rate: Frequency, time: Time) -> Time {
    if rate.base() == 0.0 { time } else { fraction(-libm::expm1(-(rate * time).base())) / rate }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{per_year, usd, usd_per_year, year};

    fn rate(value: f64) -> Frequency {
        Frequency::new::<per_year>(value)
    }

    fn attrition(failure: f64, spares: f64, life: f64) -> Attrition {
        Attrition {
            failure_rate: rate(failure),
            spares: fraction(spares),
            life: Time::new::<year>(life),
        }
    }

    fn close(got: f64, want: f64, relative: f64) -> bool {
        (got - want).abs() <= relative * got.abs().max(want.abs())
    }

    fn integrated(failure: f64, spares: f64, life: f64, discount: f64) -> f64 {
        let n = 200_000;
        let (mut sum, mut weight) = (0.0, 0.0);
        for i in 0..n {
            let t = life * (f64::from(i) + 0.5) / f64::from(n);
            let w = (1.0 + discount).powf(-t);
            sum += w * ((1.0 + spares) * (1.0 - failure).powf(t)).min(1.0);
            weight += w;
        }
        sum / weight
    }

    #[test]
    fn delivered_share_is_the_integral() {
        for [failure, spares, life, discount] in [
            [0.06, 0.2, 5.0, 0.0],
            [0.06, 0.0, 5.0, 0.0],
            [0.09, 0.1, 7.0, 0.15],
            [0.3, 0.2, 10.0, 0.103],
            [0.03, 0.1, 10.0, 0.103],
        ] {
            let got = delivered_share(&attrition(failure, spares, life), rate(discount)).base();
            assert!(close(got, integrated(failure, spares, life, discount), 1e-8));
        }
    }

    #[test]
    fn a_fifth_of_spares_covers_the_first_three_years_of_six_percent() {
        assert!(close(delivered_share(&attrition(0.06, 0.2, 2.9), rate(0.0)).base(), 1.0, 1e-15));
        let five_years = delivered_share(&attrition(0.06, 0.2, 5.0), rate(0.0)).base();
        assert!((0.97..0.99).contains(&five_years), "{five_years}");
    }

    #[test]
    fn no_failures_deliver_everything_and_certain_failure_nothing() {
        assert!(close(delivered_share(&attrition(0.0, 0.0, 5.0), rate(0.1)).base(), 1.0, 1e-15));
        assert!(delivered_share(&attrition(1.1, 0.5, 5.0), rate(0.1)).base().abs() < 1e-15);
    }

    #[test]
    fn delivered_share_is_continuous_at_the_discount_rate_of_zero() {
        let plain = delivered_share(&attrition(0.06, 0.0, 5.0), rate(0.0)).base();
        let near = delivered_share(&attrition(0.06, 0.0, 5.0), rate(1e-12)).base();
        assert!(close(plain, near, 1e-11));
    }

    #[test]
    fn more_spares_and_fewer_failures_never_deliver_less() {
        let share = |failure: f64, spares: f64| {
            delivered_share(&attrition(failure, spares, 6.0), rate(0.1)).base()
        };
        for step in 0..50 {
            let x = f64::from(step) * 0.01;
            assert!(share(0.12, x) <= share(0.12, x + 0.01));
            assert!(share(x, 0.1) >= share(x + 0.01, 0.1));
        }
    }

    #[test]
    fn spares_for_a_full_life_deliver_everything_and_one_percent_less_does_not() {
        let needed = spares_for_full_life(rate(0.06), Time::new::<year>(5.0));
        assert!(close(needed.base(), 0.94_f64.powi(-5) - 1.0, 1e-13));
        assert!(close(
            delivered_share(&attrition(0.06, needed.base(), 5.0), rate(0.0)).base(),
            1.0,
            1e-14
        ));
        assert!(
            delivered_share(&attrition(0.06, needed.base() - 0.01, 5.0), rate(0.0)).base() < 1.0
        );
    }

    #[test]
    fn premiums_and_losses_are_shares_of_the_value() {
        let insurance = Insurance { launch_share: fraction(0.06), in_orbit: rate(0.01) };
        let value = Money::new::<usd>(50.0e6);
        assert!(close(insurance.launch_premium(value).get::<usd>(), 3.0e6, 1e-14));
        assert!(close(insurance.in_orbit_premium(value).get::<usd_per_year>(), 5.0e5, 1e-14));
        assert!(close(lost_hardware(value, fraction(0.2)).get::<usd>(), 12.5e6, 1e-14));
        assert!(close(replacement_cost(value, rate(0.045)).get::<usd_per_year>(), 2.25e6, 1e-14));
    }

    #[test]
    fn ground_operations_count_every_satellite() {
        let monthly = MoneyPerTime::new::<usd_per_year>(4167.0 * 12.0);
        assert!(close(ground_operations(400, monthly).get::<usd_per_year>(), 20_001_600.0, 1e-13));
    }
}
