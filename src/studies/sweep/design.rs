//! What is built in a cell of a sweep, where it goes by steps: satellites, launches, and choices of
//! the designer.

use crate::system::decisions::Decision;
use crate::system::evaluation::Evaluation;
use crate::system::inputs::{Case, INPUTS};
use crate::units::format::in_unit;
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
    /// The values of [`CHOICES`].
    choices: [f64; CHOICES.len()],
}

/// Choices that go by steps, each with its name and its unit.
const CHOICES: [(Decision, &str, &str); 8] = [
    (Decision::EclipseShare, "computing in shadow", "1"),
    (Decision::Terminals, "terminals", "1"),
    (Decision::Lift, "lift of heat pump in K", "K"),
    (Decision::Louvers, "louvers", "1"),
    (Decision::Shield, "shield in mm", "mm"),
    (Decision::ComputerSpares, "spare computers", "1"),
    (Decision::SatelliteSpares, "spare satellites", "1"),
    (Decision::Life, "years of a satellite", "yr"),
];

/// Numbers of a design.
const N_NUMBERS: usize = CellDesign::FLEET.len() + CHOICES.len();

/// A choice in a case, in its unit.
fn chosen((decision, _, unit): (Decision, &str, &str), case: &Case) -> f64 {
    let input = INPUTS.iter().find(|input| input.decision == Some(decision));
    input.map_or(f64::NAN, |input| in_unit((input.get)(case), unit))
}

impl CellDesign {
    /// Where nothing was evaluated.
    pub(super) const NONE: Self = Self {
        satellites: f64::NAN,
        per_launch: f64::NAN,
        launches: f64::NAN,
        choices: [f64::NAN; CHOICES.len()],
    };

    /// Names of satellites, satellites per launch and launches among the numbers.
    pub const FLEET: [&'static str; 3] = ["satellites", "per launch", "launches"];

    /// Of an evaluation, with every decision taken.
    pub(super) fn of(evaluation: &Evaluation) -> Self {
        let metrics = evaluation.metrics();
        let number = |ratio: Option<crate::units::Ratio>| ratio.map_or(f64::NAN, Quantity::base);
        Self {
            satellites: number(metrics.satellite().count()),
            per_launch: number(metrics.launch().satellites_per_launch()),
            launches: number(metrics.launch().count()),
            choices: CHOICES.map(|choice| chosen(choice, &evaluation.case)),
        }
    }

    /// The numbers, each with its name.
    pub fn named(&self) -> [(&'static str, f64); N_NUMBERS] {
        let fleet = [self.satellites, self.per_launch, self.launches];
        let first = Self::FLEET.len();
        std::array::from_fn(|at| match at.checked_sub(first) {
            None => (Self::FLEET[at], fleet[at]),
            Some(choice) => (CHOICES[choice].1, self.choices[choice]),
        })
    }

    /// Name of the number that states a decision.
    pub fn name_of(decision: Decision) -> Option<&'static str> {
        CHOICES.iter().find(|choice| choice.0 == decision).map(|choice| choice.1)
    }

    /// Names of the numbers in which two designs differ.
    pub fn changes(&self, other: &Self) -> Vec<&'static str> {
        let pairs = self.named().into_iter().zip(other.named());
        let differ = |(one, two): &((&str, f64), (&str, f64))| one.1.total_cmp(&two.1).is_ne();
        pairs.filter(differ).map(|(one, _)| one.0).collect()
    }
}
