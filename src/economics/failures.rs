//! Parts that fail for good, and spares that stand in for them: computers in a satellite,
//! satellites in a fleet.

mod finite;

pub use finite::{Batch, delivered_by};

use crate::numeric::weibull::mean_survival;
use crate::units::{Frequency, Ratio, Time, fraction, quantities};

const ONE_YEAR: Time = Time::from_base(quantities::YEAR_SECONDS);

/// Parts that fail and are not repaired.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Attrition {
    /// Share of the parts that fails in the first year; with a shape of one, in every year of what
    /// is left.
    pub failure_rate: Frequency,
    /// Shape of Weibull's law: below one infant mortality, above one wear-out, at one a constant
    /// rate.
    pub shape: Ratio,
    /// Spares, as share of the working parts; they fail like those.
    pub spares: Ratio,
    /// Time without repair.
    pub life: Time,
}

impl Attrition {
    /// Share of the parts that still works after a time.
    ///
    /// # Model
    /// ```text
    /// S(t) = e^(-m(t)),   m = λ t^k,   λ = -ln(1 - f),   t in years
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | f | share that fails in the first year | 1 |
    /// | k | shape | 1 |
    /// | m | cumulative hazard | 1 |
    ///
    /// # Assumes
    /// The law belongs to the part, not to the time that it is kept: a longer life meets more of
    /// it. S(1 yr) = 1 − f for every shape, and (1 − f)^t with k = 1.
    ///
    /// # Valid for
    /// Rates from 0 to below 1/yr, shapes from 0.05 to 20; a rate of 1/yr and above leaves nothing.
    ///
    /// # References
    /// Weibull's distribution; that satellites fail early, so that shapes above one are wrong for
    /// them: \[Castet2009\], abstract
    pub fn surviving(&self, time: Time) -> Ratio {
        fraction(self.law().map_or(0.0, |law| libm::exp(-law.hazard((time / ONE_YEAR).base()))))
    }

    /// Weibull's law; `None` if a year leaves nothing.
    fn law(&self) -> Option<Law> {
        let share = (self.failure_rate * ONE_YEAR).base();
        let shape = self.shape.base();
        (share < 1.0).then(|| Law { rate: -libm::log1p(-share), shape })
    }
}

/// Weibull's law, time in years.
#[derive(Debug, Clone, Copy)]
struct Law {
    /// Cumulative hazard of the first year.
    rate: f64,
    shape: f64,
}

impl Law {
    fn is_constant(&self) -> bool {
        self.shape.to_bits() == 1.0_f64.to_bits()
    }

    /// Cumulative hazard at a time.
    fn hazard(&self, time: f64) -> f64 {
        self.rate * if self.is_constant() { time } else { libm::pow(time, self.shape) }
    }

    /// Time at which the cumulative hazard reaches a value.
    fn time(&self, hazard: f64) -> f64 {
        let over = hazard / self.rate;
        if self.is_constant() { over } else { libm::pow(over, 1.0 / self.shape) }
    }

    /// Mean share of the parts at work over a life, many of them, with spares.
    fn delivered(&self, spares: f64, life: f64) -> f64 {
        if self.rate == 0.0 {
            return 1.0;
        }
        let covered = self.time(libm::log1p(spares)).min(life);
        let uncovered = if self.is_constant() {
            // at `covered` as many work as should
            -libm::expm1(-self.rate * (life - covered)) / self.rate
        } else {
            let sum = |time: f64| time * mean_survival(1.0 / self.shape, self.hazard(time));
            if covered < life { (1.0 + spares) * (sum(life) - sum(covered)) } else { 0.0 }
        };
        (covered + uncovered) / life
    }
}

/// Share of the design capacity that is delivered, mean over the life, by many parts.
///
/// # Model
/// ```text
/// D = 1/L ∫ min(1, (1 + s) S(t)) dt,   t from 0 to L
/// with m(t*) = ln(1 + s), up to which spares cover all:
/// D = (t* + (1 + s) (L M(m(L)) - t* M(m(t*)))) / L,   M(x) = a γ(a, x) / x^a,   a = 1/k
/// k = 1:  D = (t* + (1 - e^(-λ(L - t*))) / λ) / L
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | S, m, λ, k | as in [`Attrition::surviving`] | |
/// | s | spares over working parts | 1 |
/// | L | life | yr |
/// | γ | lower incomplete gamma function | 1 |
///
/// # Assumes
/// Large-number limit: equal parts, spares included, fail independently and their count equals its
/// mean; each is replaced at once while spares last; no repair. [`delivered_by`] counts whole
/// parts.
///
/// # Valid for
/// Rates from 0 to below 1/yr, shapes from 0.05 to 20, non-negative spares, positive lives. A rate
/// of 1/yr and above delivers nothing.
///
/// # References
/// Closed form of the integral above; docs/model/fleet.md
pub fn delivered_share(attrition: &Attrition) -> Ratio {
    let life = (attrition.life / ONE_YEAR).base();
    fraction(attrition.law().map_or(0.0, |law| law.delivered(attrition.spares.base(), life)))
}

#[cfg(test)]
mod tests;
