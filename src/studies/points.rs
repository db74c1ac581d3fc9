//! Where samples lie in the unit cube: chance, a Latin hypercube, or scrambled Sobol points.

use crate::numeric::hash::{derived, shuffled, uniform};
use crate::numeric::sobol::{MOST_DIMENSIONS, Sobol};
use thiserror::Error;

/// How samples are placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Each number by chance.
    MonteCarlo,
    /// Each input's range in as many equal parts as there are samples, one sample in each.
    LatinHypercube {
        /// Samples of the whole design.
        samples: u64,
    },
    /// Sobol points, scrambled.
    Sobol,
}

impl Method {
    /// Its word on the command line and in results.
    pub const fn word(self) -> &'static str {
        match self {
            Self::MonteCarlo => "monte-carlo",
            Self::LatinHypercube { .. } => "latin-hypercube",
            Self::Sobol => "sobol",
        }
    }
}

/// Independent designs that the samples are dealt to in turn; the spread between them tells the
/// error of a result.
pub const REPLICATES: u64 = 8;

/// More uncertain inputs than the table of direction numbers has dimensions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{asked} uncertain inputs, and Sobol points are known for {MOST_DIMENSIONS}")]
pub struct TooManyInputs {
    /// Dimensions asked for.
    pub asked: usize,
}

/// The points of a job: a pure function of seed, index and dimension.
///
/// Sample i is point i / 8 of design i mod 8.
#[derive(Debug, Clone)]
pub struct Points {
    method: Method,
    seed: u64,
    nets: Vec<Sobol>,
}

impl Points {
    /// Points of so many dimensions.
    ///
    /// # Errors
    /// [`TooManyInputs`] if there are no Sobol points of so many dimensions.
    pub fn new(method: Method, dimensions: usize, seed: u64) -> Result<Self, TooManyInputs> {
        let nets = match method {
            Method::Sobol if dimensions > MOST_DIMENSIONS => {
                return Err(TooManyInputs { asked: dimensions });
            }
            Method::Sobol => (0..REPLICATES)
                .map(|replicate| Sobol::scrambled(dimensions, derived(seed, replicate)))
                .collect(),
            Method::MonteCarlo | Method::LatinHypercube { .. } => Vec::new(),
        };
        Ok(Self { method, seed, nets })
    }

    /// How they are placed.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The seed.
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// Writes a coordinate of the points of one design from `first` on.
    pub fn fill(&self, replicate: u64, dimension: usize, first: u64, out: &mut [f64]) {
        let stream = derived(derived(self.seed, replicate), dimension as u64);
        match self.method {
            Method::Sobol => {
                let net = usize::try_from(replicate).ok().and_then(|at| self.nets.get(at));
                if let Some(net) = net {
                    net.fill(dimension, first, out);
                }
            }
            Method::MonteCarlo => {
                for (value, index) in out.iter_mut().zip(first..) {
                    *value = uniform(stream, index);
                }
            }
            Method::LatinHypercube { samples } => {
                let count = (samples + REPLICATES - 1 - replicate) / REPLICATES;
                for (value, index) in out.iter_mut().zip(first..) {
                    let cell = shuffled(stream, index, count) as f64;
                    *value = (cell + uniform(stream ^ 1, index)) / count.max(1) as f64;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_hypercube_has_one_sample_in_each_part_of_each_range() {
        let points = Points::new(Method::LatinHypercube { samples: 800 }, 3, 4).unwrap();
        for dimension in 0..3 {
            let mut column = vec![0.0; 100];
            points.fill(5, dimension, 0, &mut column);
            let mut cells: Vec<i64> = column
                .iter()
                .map(|value| {
                    #[expect(clippy::cast_possible_truncation, reason = "below 100")]
                    let cell = (value * 100.0) as i64;
                    cell
                })
                .collect();
            cells.sort_unstable();
            assert_eq!(cells, (0..100).collect::<Vec<_>>());
        }
    }

    #[test]
    fn designs_and_dimensions_differ() {
        for method in [Method::MonteCarlo, Method::Sobol, Method::LatinHypercube { samples: 80 }] {
            let points = Points::new(method, 2, 4).unwrap();
            let column = |replicate, dimension| {
                let mut column = vec![0.0; 10];
                points.fill(replicate, dimension, 0, &mut column);
                column
            };
            assert_ne!(column(0, 0), column(1, 0));
            assert_ne!(column(0, 0), column(0, 1));
        }
    }

    #[test]
    fn more_dimensions_than_the_table_has_are_refused() {
        assert!(Points::new(Method::Sobol, 401, 1).is_err());
        assert!(Points::new(Method::MonteCarlo, 401, 1).is_ok());
    }
}
