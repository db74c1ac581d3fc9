//! What is built in a cell of a sweep, where it goes by steps: satellites, launches, computing in
//! shadow, optical terminals.

use crate::system::evaluation::Evaluation;
use crate::units::quantities::Quantity;

/// The design of a cell; not a number where one does not exist.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CellDesign {
    /// Working satellites.
    pub satellites: f64,
    /// Satellites that one launch takes.
    pub per_launch: f64,
    /// Launches, with those of spare satellites.
    pub launches: f64,
    /// Share of the computing that goes on in shadow.
    pub eclipse_share: f64,
    /// Optical terminals of a satellite.
    pub terminals: f64,
}

impl CellDesign {
    /// Where nothing was evaluated.
    pub(super) const NONE: Self = Self {
        satellites: f64::NAN,
        per_launch: f64::NAN,
        launches: f64::NAN,
        eclipse_share: f64::NAN,
        terminals: f64::NAN,
    };

    /// Of an evaluation, with every decision taken.
    pub(super) fn of(evaluation: &Evaluation) -> Self {
        let metrics = evaluation.metrics();
        let number = |ratio: Option<crate::units::Ratio>| ratio.map_or(f64::NAN, Quantity::base);
        Self {
            satellites: number(metrics.satellite().count()),
            per_launch: number(metrics.launch().satellites_per_launch()),
            launches: number(metrics.launch().count()),
            eclipse_share: evaluation.case.it.eclipse_share.base(),
            terminals: evaluation.case.link.terminals.base(),
        }
    }

    /// The numbers, each with its name.
    pub const fn named(&self) -> [(&'static str, f64); 5] {
        [
            ("satellites", self.satellites),
            ("per launch", self.per_launch),
            ("launches", self.launches),
            ("computing in shadow", self.eclipse_share),
            ("terminals", self.terminals),
        ]
    }

    /// Names of the numbers in which two designs differ.
    pub fn changes(&self, other: &Self) -> Vec<&'static str> {
        let pairs = self.named().into_iter().zip(other.named());
        let differ = |(one, two): &((&str, f64), (&str, f64))| one.1.total_cmp(&two.1).is_ne();
        pairs.filter(differ).map(|(one, _)| one.0).collect()
    }
}
