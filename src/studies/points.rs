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

/// A stream beyond the table of direction numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "an uncertain input has stream {stream}; Sobol points are known for {MOST_DIMENSIONS} streams"
)]
pub struct UnknownStream {
    /// The stream asked for.
    pub stream: usize,
}

/// The points of a job: a pure function of seed, index and stream, the column of the draws. A
/// column is the same whichever others are drawn.
///
/// Sample i is point i / 8 of design i mod 8.
#[derive(Debug, Clone)]
pub struct Points {
    method: Method,
    seed: u64,
    nets: Vec<Sobol>,
}

impl Points {
    /// Points with these streams.
    ///
    /// # Errors
    /// [`UnknownStream`] if there are no Sobol points for one of them.
    pub fn new(method: Method, streams: &[usize], seed: u64) -> Result<Self, UnknownStream> {
        let nets = if method == Method::Sobol { nets(streams, seed)? } else { Vec::new() };
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

    /// Writes a coordinate of the points of one design from `first` on: that of a stream which the
    /// points were made with.
    pub fn fill(&self, replicate: u64, stream: usize, first: u64, out: &mut [f64]) {
        let seed = derived(derived(self.seed, replicate), stream as u64);
        match self.method {
            Method::Sobol => {
                let net = usize::try_from(replicate).ok().and_then(|at| self.nets.get(at));
                if let Some(net) = net {
                    net.fill(stream, first, out);
                }
            }
            Method::MonteCarlo => {
                for (value, index) in out.iter_mut().zip(first..) {
                    *value = uniform(seed, index);
                }
            }
            Method::LatinHypercube { samples } => {
                let count = (samples + REPLICATES - 1 - replicate) / REPLICATES;
                for (value, index) in out.iter_mut().zip(first..) {
                    let cell = shuffled(seed, index, count) as f64;
                    *value = (cell + uniform(seed ^ 1, index)) / count.max(1) as f64;
                }
            }
        }
    }
}

/// A net of each design.
fn nets(streams: &[usize], seed: u64) -> Result<Vec<Sobol>, UnknownStream> {
    if let Some(&stream) = streams.iter().find(|stream| **stream >= MOST_DIMENSIONS) {
        return Err(UnknownStream { stream });
    }
    let net = |replicate| Sobol::scrambled(streams.iter().copied(), derived(seed, replicate));
    Ok((0..REPLICATES).map(net).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_hypercube_has_one_sample_in_each_part_of_each_range() {
        let points = Points::new(Method::LatinHypercube { samples: 800 }, &[0, 1, 2], 4).unwrap();
        for stream in 0..3 {
            let mut column = vec![0.0; 100];
            points.fill(5, stream, 0, &mut column);
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
    fn designs_and_streams_differ() {
        for method in [Method::MonteCarlo, Method::Sobol, Method::LatinHypercube { samples: 80 }] {
            let points = Points::new(method, &[0, 1], 4).unwrap();
            let column = |replicate, stream| {
                let mut column = vec![0.0; 10];
                points.fill(replicate, stream, 0, &mut column);
                column
            };
            assert_ne!(column(0, 0), column(1, 0));
            assert_ne!(column(0, 0), column(0, 1));
        }
    }

    #[test]
    fn streams_beyond_the_table_are_refused() {
        let beyond = [3, MOST_DIMENSIONS];
        let refused = Points::new(Method::Sobol, &beyond, 1).unwrap_err();
        assert_eq!(refused, UnknownStream { stream: MOST_DIMENSIONS });
        assert!(Points::new(Method::Sobol, &[MOST_DIMENSIONS - 1], 1).is_ok());
        assert!(Points::new(Method::MonteCarlo, &beyond, 1).is_ok());
    }
}
