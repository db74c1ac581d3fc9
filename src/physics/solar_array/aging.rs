//! Aging of a solar array.

use crate::domain::{DomainError, within};
use crate::numeric::quadrature::GaussLegendre;
use crate::physics::radiation::cells::FluenceCurve;
use crate::units::{
    Frequency, ParticleFluence, ParticleFlux, Ratio, Time, fraction, per_square_centimeter,
    per_square_meter, per_square_meter_second, per_year, unity, year,
};

/// Rule for the mean over a life.
const RULE: GaussLegendre<8> = GaussLegendre::new();

/// Loss of power with age, by years and by particles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aging {
    degradation: Frequency,
    curve: FluenceCurve,
    rate: ParticleFlux,
}

impl Aging {
    /// An array that loses the same share each year, whatever the cause.
    ///
    /// # Errors
    /// [`DomainError`] if the degradation is outside 0 to 0.9 1/yr.
    pub fn yearly(degradation: Frequency) -> Result<Self, DomainError> {
        let no_curve = FluenceCurve {
            slope: fraction(0.0),
            scale: ParticleFluence::new::<per_square_centimeter>(1.0),
        };
        Self::with_particles(degradation, no_curve, ParticleFlux::from_base(0.0))
    }

    /// An array that loses a share each year, and more by the fluence that its cells gather.
    ///
    /// # Errors
    /// [`DomainError`] if the degradation is outside 0 to 0.9 1/yr, the slope of the curve outside
    /// 0 to 1, or its scale or the rate of particles below zero.
    pub fn with_particles(
        degradation: Frequency,
        curve: FluenceCurve,
        rate: ParticleFlux,
    ) -> Result<Self, DomainError> {
        within::<per_year>("array degradation", 0.0..=0.9, degradation)?;
        within::<unity>("slope of the fluence curve", 0.0..=1.0, curve.slope)?;
        within::<per_square_meter>("scale of the fluence curve", 1.0..=f64::MAX, curve.scale)?;
        within::<per_square_meter_second>("rate of particles", 0.0..=f64::MAX, rate)?;
        Ok(Self { degradation, curve, rate })
    }

    /// Power left at an age, over that of a new array.
    ///
    /// # Model
    /// ```text
    /// r(t) = (1 − d)^(t / 1 yr) r_Φ(Φ' t)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | d | relative loss in a year | 1 |
    /// | t | age | yr |
    /// | `r_Φ`, Φ' | [curve of the cells](FluenceCurve::remaining), fluence of a year | 1, 1/cm²/yr |
    ///
    /// # Assumes
    /// The same relative loss each year: ultraviolet, cycling and contamination, and radiation
    /// where the cells have no curve. What d counts is not in the curve.
    ///
    /// # Valid for
    /// Any age; a negative age counts as new.
    ///
    /// # References
    /// Definition, see docs/model/array.md
    pub fn remaining_factor(&self, age: Time) -> Ratio {
        let years = age.get::<year>().max(0.0);
        let by_years = libm::exp(years * self.yearly_logarithm());
        if self.has_curve() { self.by_particles(years) * by_years } else { fraction(by_years) }
    }

    /// Mean of [`Aging::remaining_factor`] over a life; without particles (r(L) − 1) / ln r(L).
    ///
    /// With particles the mean is taken over `u = ln(1 + Φ' t/Φ_x)`, in which the loss is a
    /// straight line and the rest a sum of exponentials, so that a few nodes suffice.
    pub fn mean_remaining_factor(&self, life: Time) -> Ratio {
        let years = life.get::<year>().max(0.0);
        let exponent = years * self.yearly_logarithm();
        let fluence = (self.rate * Time::new::<year>(years) / self.curve.scale).base();
        if !self.has_curve() || fluence <= 0.0 {
            return fraction(if exponent < 0.0 { libm::expm1(exponent) / exponent } else { 1.0 });
        }
        let loss = self.curve.slope.base() / core::f64::consts::LN_10;
        fraction(RULE.integrate(0.0, libm::log1p(fluence), |u| {
            let part = libm::expm1(u) / fluence;
            let left = (1.0 - loss * u).max(0.0);
            libm::exp(part * exponent + u) * left / fluence
        }))
    }

    /// Mean of the years of a life, each counted with the power it begins with: Σ r(k) / n over n
    /// whole years, r as in [`Aging::remaining_factor`].
    pub fn yearly_mean_remaining_factor(&self, life: Time) -> Ratio {
        let years = libm::ceil(life.get::<year>().max(0.0));
        if years <= 0.0 {
            return fraction(1.0);
        }
        if self.has_curve() {
            let mut sum = 0.0;
            let mut begun = 0.0;
            while begun < years {
                sum += self.remaining_factor(Time::new::<year>(begun)).base();
                begun += 1.0;
            }
            return fraction(sum / years);
        }
        let loss = self.degradation.get::<per_year>();
        if loss <= 0.0 {
            return fraction(1.0);
        }
        fraction(-libm::expm1(years * self.yearly_logarithm()) / (years * loss))
    }

    fn has_curve(&self) -> bool {
        self.curve.slope.base() > 0.0
    }

    fn by_particles(&self, years: f64) -> Ratio {
        self.curve.remaining(self.rate * Time::new::<year>(years))
    }

    fn yearly_logarithm(&self) -> f64 {
        libm::log1p(-self.degradation.get::<per_year>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::per_square_centimeter_year;

    fn years(value: f64) -> Time {
        Time::new::<year>(value)
    }

    fn yearly(loss: f64) -> Aging {
        Aging::yearly(Frequency::new::<per_year>(loss)).unwrap()
    }

    fn with_particles(loss: f64, rate: f64) -> Aging {
        Aging::with_particles(
            Frequency::new::<per_year>(loss),
            FluenceCurve {
                slope: fraction(0.222),
                scale: ParticleFluence::new::<per_square_centimeter>(2.347e14),
            },
            ParticleFlux::new::<per_square_centimeter_year>(rate),
        )
        .unwrap()
    }

    #[test]
    fn losses_compound_by_the_year() {
        let array = yearly(0.025);
        for (age, left) in [(0.0, 1.0), (1.0, 0.975), (5.0, 0.975_f64.powi(5)), (-1.0, 1.0)] {
            assert!((array.remaining_factor(years(age)).base() - left).abs() < 1e-14, "{age}");
        }
        let steps = 100_000_u32;
        let instants: f64 = (0..steps)
            .map(|k| 0.975_f64.powf(5.0 * (f64::from(k) + 0.5) / f64::from(steps)))
            .sum::<f64>()
            / f64::from(steps);
        assert!((array.mean_remaining_factor(years(5.0)).base() - instants).abs() < 1e-10);
        let starts = (0..5).map(|k| 0.975_f64.powi(k)).sum::<f64>() / 5.0;
        assert!((array.yearly_mean_remaining_factor(years(5.0)).base() - starts).abs() < 1e-14);
    }

    #[test]
    fn an_array_that_does_not_fade_stays_new() {
        let fresh = yearly(0.0);
        for mean in [
            fresh.mean_remaining_factor(years(5.0)),
            fresh.yearly_mean_remaining_factor(years(5.0)),
            fresh.remaining_factor(years(50.0)),
        ] {
            assert_eq!(mean, fraction(1.0));
        }
    }

    #[test]
    fn particles_and_years_multiply() {
        let both = with_particles(0.01, 1.0e14);
        let alone = with_particles(0.0, 1.0e14);
        for age in [0.5, 5.0, 15.0] {
            let product: Ratio =
                yearly(0.01).remaining_factor(years(age)) * alone.remaining_factor(years(age));
            assert!((both.remaining_factor(years(age)).base() - product.base()).abs() < 1e-14);
        }
        assert!((alone.remaining_factor(years(10.0)).base() - 0.84).abs() < 5e-4);
    }

    #[test]
    fn no_particles_leave_the_years_alone() {
        let (none, plain) = (with_particles(0.02, 0.0), yearly(0.02));
        for life in [0.7, 5.0, 12.5] {
            for factor in [
                Aging::remaining_factor,
                Aging::mean_remaining_factor,
                Aging::yearly_mean_remaining_factor,
            ] {
                let gap = factor(&none, years(life)).base() - factor(&plain, years(life)).base();
                assert!(gap.abs() < 1e-12, "{life} {gap}");
            }
        }
    }

    #[test]
    fn the_mean_over_a_life_is_that_of_many_instants() {
        for rate in [1.0e12, 3.0e14] {
            let array = with_particles(0.02, rate);
            let instants = 50_000;
            let sum: f64 = (0..instants)
                .map(|i| {
                    let age = 15.0 * (f64::from(i) + 0.5) / f64::from(instants);
                    array.remaining_factor(years(age)).base()
                })
                .sum();
            let mean = array.mean_remaining_factor(years(15.0)).base();
            assert!((mean - sum / f64::from(instants)).abs() < 1e-6, "{rate} {mean}");
        }
    }

    #[test]
    fn losses_outside_their_range_are_refused() {
        assert!(Aging::yearly(Frequency::new::<per_year>(0.95)).is_err());
        assert!(Aging::yearly(Frequency::new::<per_year>(-0.01)).is_err());
    }
}
