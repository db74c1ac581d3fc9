//! Parts that the ionizing dose ends.

use crate::numeric::normal::normal_below;
use crate::units::{AbsorbedDose, Ratio, fraction};

/// Standard deviations below the median beyond which no loss shows in a double.
const NONE_LOST: f64 = -9.0;

/// The dose that parts stand, which differs from part to part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DoseTolerance {
    /// Dose at which half of the parts have failed.
    pub median: AbsorbedDose,
    /// Standard deviation of the natural logarithm of the dose at which a part fails.
    pub spread: Ratio,
}

impl DoseTolerance {
    /// Share of the parts that a dose has ended.
    ///
    /// # Model
    /// ```text
    /// F(D) = Φ(z),   z = ln(D/D_m)/σ
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | F | share of the parts whose failure dose lies below D | 1 |
    /// | D, `D_m` | dose, median of the failure dose | rad |
    /// | σ | standard deviation of the logarithm of the failure dose | 1 |
    /// | Φ | standard normal distribution | 1 |
    ///
    /// # Assumes
    /// A lognormal failure dose; every part behind the same shield. Dose rate and bias are those of
    /// the test that gave the median, without annealing.
    ///
    /// # Valid for
    /// Doses from zero up, positive medians and spreads.
    ///
    /// # References
    /// \[Namenson1982\], abstract: stress to failure is about lognormal; \[Xapsos2018\]: a
    /// probability of failure in place of a design margin
    pub fn lost(&self, dose: AbsorbedDose) -> Ratio {
        fraction(normal_below(self.deviations(dose)))
    }

    /// Share of the parts at work, mean over a time in which the dose grows evenly to its end.
    ///
    /// # Model
    /// ```text
    /// W = 1/D ∫ (1 − F(x)) dx,   x from 0 to D
    ///   = 1 − Φ(z) + (D_m/D) e^(σ²/2) Φ(z − σ)
    /// ```
    /// Symbols as in [`DoseTolerance::lost`]; D is the dose at the end.
    ///
    /// # Assumes
    /// A constant dose rate; as [`DoseTolerance::lost`]. Spares take the same dose and stand in for
    /// nothing.
    ///
    /// # Valid for
    /// As [`DoseTolerance::lost`]; one without dose.
    ///
    /// # References
    /// Partial mean of the lognormal distribution
    pub fn mean_working(&self, dose: AbsorbedDose) -> Ratio {
        let deviations = self.deviations(dose);
        if deviations < NONE_LOST {
            return fraction(1.0);
        }
        let spread = self.spread.base();
        let below_median: f64 = (self.median / dose).base();
        let early =
            below_median * libm::exp(0.5 * spread * spread) * normal_below(deviations - spread);
        fraction((normal_below(-deviations) + early).min(1.0))
    }

    /// Distance of a dose from the median in standard deviations of the logarithm.
    fn deviations(&self, dose: AbsorbedDose) -> f64 {
        libm::log((dose / self.median).base()) / self.spread.base()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::rad_dose;

    const CHIPS: DoseTolerance =
        DoseTolerance { median: AbsorbedDose::from_base(350.0), spread: fraction(0.3) };

    fn rad(number: f64) -> AbsorbedDose {
        AbsorbedDose::new::<rad_dose>(number)
    }

    #[test]
    fn half_are_lost_at_the_median_and_none_without_dose() {
        assert_eq!(CHIPS.lost(rad(35_000.0)), fraction(0.5));
        assert_eq!(CHIPS.lost(rad(0.0)), fraction(0.0));
        assert_eq!(CHIPS.mean_working(rad(0.0)), fraction(1.0));
    }

    #[test]
    fn a_sixth_is_lost_one_deviation_below_the_median() {
        let dose = rad(35_000.0 * libm::exp(-0.3));
        assert!((CHIPS.lost(dose).base() - 0.158_655_253_931).abs() < 1e-12);
    }

    #[test]
    fn the_mean_share_at_work_is_the_mean_of_what_is_left() {
        for end in [5_000.0, 20_000.0, 35_000.0, 90_000.0, 1.0e6] {
            let steps = 40_000;
            let width = end / f64::from(steps);
            let sum: f64 = (0..steps)
                .map(|step| 1.0 - CHIPS.lost(rad(width * (f64::from(step) + 0.5))).base())
                .sum();
            let mean = sum / f64::from(steps);
            assert!((CHIPS.mean_working(rad(end)).base() - mean).abs() < 1e-8, "{end}");
        }
    }

    #[test]
    fn where_the_loss_is_taken_for_none_it_does_not_jump() {
        let at = |deviations: f64| rad(35_000.0 * libm::exp(0.3 * deviations));
        let (below, above) = (at(NONE_LOST - 1e-9), at(NONE_LOST + 1e-9));
        assert_eq!(CHIPS.mean_working(below), fraction(1.0));
        assert!((CHIPS.mean_working(above).base() - 1.0).abs() < 1e-15);
    }
}
