//! Cases drawn from a scenario: sample i of a seed is the same case wherever it is computed.
//!
//! An input is drawn from the column of its stream, so that another uncertain input more or less
//! leaves its draws as they are.

use super::copula::CopulaError;
use super::points::{Method, Points, REPLICATES, UnknownStream};
use super::uncertain::{Selection, Uncertainty};
use crate::scenario::Scenario;
use crate::system::inputs::Case;
use thiserror::Error;

/// Why nothing can be drawn.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum DrawError {
    /// The correlations contradict each other.
    #[error(
        "no inputs can have these correlations at once; `{input}` does not fit those before it"
    )]
    Correlations {
        /// First input that does not fit.
        input: &'static str,
    },
    /// No points for the stream of an input.
    #[error(transparent)]
    Stream(#[from] UnknownStream),
    /// Nothing is uncertain.
    #[error("no input that was asked for has a spread")]
    Certain,
}

/// The draw: inputs and method.
#[derive(Debug, Clone)]
pub struct Draw {
    /// The case of the stated values.
    pub base: Case,
    /// The uncertain inputs.
    pub uncertainty: Uncertainty,
    /// Where the samples lie.
    pub points: Points,
}

/// Values of the uncertain inputs of consecutive points of one design.
#[derive(Debug, Clone, Default)]
pub struct Block {
    values: Vec<f64>,
    scratch: Vec<f64>,
    len: usize,
}

impl Block {
    /// Values of one uncertain input, in base units.
    pub fn column(&self, at: usize) -> &[f64] {
        &self.values[at * self.len..(at + 1) * self.len]
    }
}

impl Draw {
    /// Prepares drawing from a scenario.
    ///
    /// # Errors
    /// [`DrawError`] if nothing is uncertain, an input has no points, or the correlations
    /// contradict each other.
    pub fn new(
        scenario: &Scenario,
        selection: &Selection,
        method: Method,
        seed: u64,
    ) -> Result<Self, DrawError> {
        let uncertainty = Uncertainty::of(scenario, selection).map_err(|CopulaError { at }| {
            let all =
                Uncertainty::of(scenario, &Selection { independent: true, ..selection.clone() });
            let input = all.ok().and_then(|all| Some(all.inputs.get(at)?.input().path));
            DrawError::Correlations { input: input.unwrap_or("") }
        })?;
        if uncertainty.inputs.is_empty() {
            return Err(DrawError::Certain);
        }
        let streams: Vec<usize> = uncertainty.inputs.iter().map(|one| one.stream).collect();
        let points = Points::new(method, &streams, seed)?;
        Ok(Self { base: scenario.nominal(), uncertainty, points })
    }

    /// Draws `len` points of a design from `first` on.
    pub fn fill(&self, replicate: u64, first: u64, len: usize, block: &mut Block) {
        block.len = len;
        block.values.resize(self.uncertainty.inputs.len() * len, 0.0);
        let inputs = &self.uncertainty.inputs;
        for (uncertain, column) in inputs.iter().zip(block.values.chunks_exact_mut(len.max(1))) {
            self.points.fill(replicate, uncertain.stream, first, column);
        }
        self.uncertainty.copula.bend(&mut block.values, len, &mut block.scratch);
        for (uncertain, column) in inputs.iter().zip(block.values.chunks_exact_mut(len.max(1))) {
            uncertain.sampler.quantiles(column);
        }
    }

    /// Gives a case the values of one point; a case that was [`base`](Self::base) becomes that
    /// sample.
    #[inline]
    pub fn set(&self, block: &Block, point: usize, case: &mut Case) {
        for (at, uncertain) in self.uncertainty.inputs.iter().enumerate() {
            (uncertain.input().set)(case, block.values[at * block.len + point]);
        }
    }

    /// Sample `index`.
    pub fn case(&self, index: u64) -> Case {
        let mut block = Block::default();
        self.fill(index % REPLICATES, index / REPLICATES, 1, &mut block);
        let mut case = self.base;
        self.set(&block, 0, &mut case);
        case
    }
}
