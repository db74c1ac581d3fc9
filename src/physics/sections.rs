//! Sections of a radiator that are lost to punctures, and the panels that stand in for them.

use crate::domain::{DomainError, within};
use crate::numeric::normal::normal_quantile;
use crate::units::{Area, Ratio, complement, fraction, square_meter, unity};

/// Sections of which a panel has at least so many; a smaller one is cut into so many smaller ones.
const FEWEST: f64 = 4.0;

/// Sections that valves cut off, each lost with its tubes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sections {
    /// Panel area of one.
    pub area: Area,
    /// Probability that one is whole at the end of the life.
    pub survival: Ratio,
    /// Probability that enough of a satellite's sections are whole then.
    pub confidence: Ratio,
}

/// Panels installed over panels needed at the end of the life.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SparePanels {
    section: Area,
    /// Coefficients of the sections to install over those needed, its root and one.
    mean: f64,
    spread: f64,
    shift: f64,
}

impl SparePanels {
    /// Of sections that are lost alike.
    ///
    /// # Model
    /// ```text
    /// P(B(N, s) ≥ n) = c:
    /// N = n/s + z √(n (1 − s))/s + (z² − 1)(2 − s)/(6 s) − 1/2,   not below n
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | N, n | sections installed, needed at the end of the life | 1 |
    /// | s | probability that a section is whole then | 1 |
    /// | c, z | probability that n of them are, its standard normal quantile | 1 |
    ///
    /// # Assumes
    /// Sections are lost one by one, independent of each other. The sections that have to be tried
    /// until n are whole follow a negative binomial law; its quantile is that of a normal law with
    /// the term of its skewness (Cornish and Fisher) and half a section for whole numbers. A panel
    /// of fewer than four sections is cut into four smaller ones with tubes of the same wall.
    ///
    /// # Valid for
    /// s from 0.5 and c from 0.5 to 0.999: never too few, at most 0.7 of a section too many.
    ///
    /// # Errors
    /// [`DomainError`] for an area that is not positive or a probability outside its range.
    ///
    /// # References
    /// Binomial law of heat pipes that survive, Space Studies Institute 1988;
    /// docs/model/meteoroid.md
    pub fn new(sections: &Sections) -> Result<Self, DomainError> {
        within::<square_meter>("area of a section", 1.0e-6..=1.0e12, sections.area)?;
        within::<unity>("survival of a section", 1.0e-6..=1.0, sections.survival)?;
        within::<unity>("confidence in the sections", 0.5..=0.999_999, sections.confidence)?;
        let (survival, lost) = (sections.survival.base(), complement(sections.survival).base());
        let normal = normal_quantile(sections.confidence.base());
        let skewed = (normal * normal - 1.0) * (1.0 + lost) / (6.0 * survival);
        Ok(Self {
            section: sections.area,
            mean: 1.0 / survival,
            spread: normal * lost.sqrt() / survival,
            shift: skewed - 0.5,
        })
    }

    /// Installed over needed area; model as in [`SparePanels::new`].
    pub fn factor(&self, needed: Area) -> Ratio {
        let sections: Ratio = needed / self.section;
        fraction(self.factor_of(sections.base()))
    }

    fn factor_of(&self, sections: f64) -> f64 {
        let sections = sections.max(FEWEST);
        (self.mean + self.spread / sections.sqrt() + self.shift / sections).max(1.0)
    }

    /// The area that is needed where so much is installed; undoes [`SparePanels::factor`].
    pub fn needed(&self, installed: Area) -> Area {
        let least = self.factor_of(FEWEST);
        let sections: f64 = (installed / self.section).base();
        if sections <= FEWEST * least {
            return installed / least;
        }
        let below = self.spread * self.spread + 4.0 * self.mean * (sections - self.shift);
        let root = (below.sqrt() - self.spread) / (2.0 * self.mean);
        (self.section * (root * root)).smaller(installed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SURVIVALS: [f64; 8] = [0.5, 0.6, 0.75, 0.9, 0.95, 0.98, 0.99, 0.999];
    const CONFIDENCES: [f64; 5] = [0.5, 0.75, 0.95, 0.99, 0.999];

    fn spare(survival: f64, confidence: f64) -> SparePanels {
        SparePanels::new(&Sections {
            area: Area::from_base(10.0),
            survival: fraction(survival),
            confidence: fraction(confidence),
        })
        .unwrap()
    }

    /// Probability that at least `needed` of `all` sections are whole.
    fn enough(all: u32, needed: u32, survival: f64) -> f64 {
        let odds = (1.0 - survival) / survival;
        let mut term = survival.powi(i32::try_from(all).unwrap());
        let mut sum = 0.0;
        for lost in 0..=(all - needed) {
            sum += term;
            term *= odds * f64::from(all - lost) / f64::from(lost + 1);
        }
        sum
    }

    /// The fewest sections of which enough are whole.
    fn fewest(needed: u32, survival: f64, confidence: f64) -> u32 {
        (needed..10_000).find(|all| enough(*all, needed, survival) >= confidence).unwrap()
    }

    #[test]
    fn as_many_are_installed_as_the_binomial_law_asks_for() {
        let mut worst = 0.0_f64;
        for survival in SURVIVALS {
            for confidence in CONFIDENCES {
                for needed in [4, 5, 6, 8, 12, 20, 30, 50, 100, 200] {
                    let n = f64::from(needed);
                    let spare = spare(survival, confidence);
                    let found = n * spare.factor(Area::from_base(10.0 * n)).base();
                    let wanted = f64::from(fewest(needed, survival, confidence));
                    // One section less would be too few: the law in parts lies between the two.
                    assert!(found > wanted - 1.0 - 1e-9, "{survival} {confidence} {needed}");
                    worst = worst.max(found - wanted);
                }
            }
        }
        assert!(worst < 0.7, "{worst}");
    }

    #[test]
    fn where_all_sections_last_none_is_added() {
        let spare = spare(1.0, 0.95);
        for needed in [0.0, 1.0, 40.0, 1.0e5].map(Area::from_base) {
            assert!((spare.factor(needed).base() - 1.0).abs() < 1e-15);
            assert!((spare.needed(needed) - needed).base().abs() <= 1e-12 * needed.base());
        }
    }

    #[test]
    fn many_sections_lose_their_mean() {
        for survival in SURVIVALS {
            let factor = spare(survival, 0.95).factor(Area::from_base(1.0e9)).base();
            assert!((factor * survival - 1.0).abs() < 2e-4, "{survival} {factor}");
        }
    }

    #[test]
    fn what_is_needed_is_found_from_what_is_installed() {
        for survival in SURVIVALS {
            for confidence in CONFIDENCES {
                let spare = spare(survival, confidence);
                let mut before = Area::from_base(0.0);
                for needed in [0.1, 5.0, 39.0, 41.0, 100.0, 3_000.0].map(Area::from_base) {
                    let installed = needed * spare.factor(needed);
                    assert!(installed > before && installed >= needed);
                    let back = spare.needed(installed) / needed;
                    assert!((back.base() - 1.0).abs() < 1e-12, "{survival} {confidence}");
                    before = installed;
                }
            }
        }
    }

    #[test]
    fn a_small_panel_takes_the_share_of_one_of_four_sections() {
        let spare = spare(0.9, 0.95);
        let four = spare.factor(Area::from_base(40.0));
        assert_eq!(spare.factor(Area::from_base(3.0)), four);
        assert!(spare.factor(Area::from_base(80.0)) < four);
    }

    #[test]
    fn probabilities_outside_their_range_are_refused() {
        let sections = |survival: f64, confidence: f64| Sections {
            area: Area::from_base(10.0),
            survival: fraction(survival),
            confidence: fraction(confidence),
        };
        assert!(SparePanels::new(&sections(0.0, 0.95)).is_err());
        assert!(SparePanels::new(&sections(0.9, 1.0)).is_err());
        assert!(SparePanels::new(&sections(0.9, 0.4)).is_err());
    }
}
