//! Dependence between inputs: normal scores with given correlations (a Gaussian copula).

use crate::numeric::normal::{normal_below, normal_quantile};
use crate::numeric::statistics::normal_correlation;
use thiserror::Error;

/// The correlations contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[error(
    "no inputs can have these correlations at once; the first that does not fit is number {at}"
)]
pub struct CopulaError {
    /// Position of the first input that does not fit those before it.
    pub at: usize,
}

/// Independent normal scores become correlated ones: score i is a weighted sum of the scores up to
/// i.
///
/// # Model
/// The normal correlation of a pair with Spearman's rank correlation s is r = 2 sin(π s / 6); the
/// weights are the Cholesky factor of the matrix of r.
///
/// # References
/// After \[Iman1982\], not read, for rank correlations by normal scores
#[derive(Debug, Clone, PartialEq)]
pub struct Copula {
    /// For each input its weights on the scores of inputs up to it; empty where it is independent
    /// of those.
    rows: Vec<Vec<(usize, f64)>>,
    /// Inputs whose normal score is wanted: those with weights, and those that others lean on.
    scored: Vec<bool>,
}

/// A pivot below this counts as a contradiction.
const LEAST_PIVOT: f64 = 1.0e-9;

impl Copula {
    /// The dependence of `n` inputs with the rank correlations of some pairs; all others are
    /// independent.
    ///
    /// # Errors
    /// [`CopulaError`] if no distribution has these correlations.
    pub fn new(n: usize, ranks: &[((usize, usize), f64)]) -> Result<Self, CopulaError> {
        let mut matrix = vec![vec![0.0; n]; n];
        for (at, row) in matrix.iter_mut().enumerate() {
            row[at] = 1.0;
        }
        for &((one, other), rank) in ranks {
            let correlation = normal_correlation(rank);
            matrix[one][other] = correlation;
            matrix[other][one] = correlation;
        }
        let mut factor = vec![vec![0.0; n]; n];
        for row in 0..n {
            for column in 0..=row {
                let before: f64 = (0..column).map(|k| factor[row][k] * factor[column][k]).sum();
                let rest = matrix[row][column] - before;
                if row == column {
                    if rest < LEAST_PIVOT {
                        return Err(CopulaError { at: row });
                    }
                    factor[row][row] = rest.sqrt();
                } else {
                    factor[row][column] = rest / factor[column][column];
                }
            }
        }
        let mut scored = vec![false; n];
        let mut rows = Vec::with_capacity(n);
        for (at, weights) in factor.iter().enumerate() {
            let weights: Vec<(usize, f64)> =
                weights.iter().copied().enumerate().filter(|(_, weight)| *weight != 0.0).collect();
            let leans = weights.len() > 1;
            if leans {
                for (on, _) in &weights {
                    scored[*on] = true;
                }
            }
            debug_assert!(weights.last().is_some_and(|(last, _)| *last == at));
            rows.push(if leans { weights } else { Vec::new() });
        }
        Ok(Self { rows, scored })
    }

    /// Whether all inputs are independent.
    pub fn is_independent(&self) -> bool {
        self.rows.iter().all(Vec::is_empty)
    }

    /// Turns independent shares into dependent ones, in place: column i of `len` shares begins at i
    /// times `len`.
    pub fn bend(&self, shares: &mut [f64], len: usize, scratch: &mut Vec<f64>) {
        if self.is_independent() || len == 0 {
            return;
        }
        scratch.clear();
        scratch.resize(shares.len(), 0.0);
        for (at, column) in shares.chunks_exact(len).enumerate() {
            if self.scored[at] {
                for (score, share) in scratch[at * len..].iter_mut().zip(column) {
                    *score = normal_quantile(*share);
                }
            }
        }
        for (column, weights) in shares.chunks_exact_mut(len).zip(&self.rows) {
            if weights.is_empty() {
                continue;
            }
            column.fill(0.0);
            for &(on, weight) in weights {
                for (sum, score) in column.iter_mut().zip(&scratch[on * len..]) {
                    *sum += weight * score;
                }
            }
            for score in column {
                *score = normal_below(*score);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::sobol::Sobol;
    use crate::numeric::statistics::rank_correlation;

    #[test]
    fn drawn_inputs_reach_the_rank_correlation_asked_for() {
        let wanted = [((0, 1), 0.7), ((0, 3), -0.4), ((1, 3), 0.1), ((2, 4), 0.95)];
        let copula = Copula::new(6, &wanted).unwrap();
        let n = 100_000;
        let sobol = Sobol::scrambled(0..6, 11);
        let mut shares = vec![0.0; 6 * n];
        for (dimension, column) in shares.chunks_exact_mut(n).enumerate() {
            sobol.fill(dimension, 0, column);
        }
        copula.bend(&mut shares, n, &mut Vec::new());
        let column = |at: usize| &shares[at * n..(at + 1) * n];
        for ((one, other), rank) in wanted {
            let found = rank_correlation(column(one), column(other)).unwrap();
            assert!((found - rank).abs() < 0.01, "{one} {other}: {found}");
        }
        assert!(rank_correlation(column(0), column(5)).unwrap().abs() < 0.01);
        let mean = column(3).iter().sum::<f64>() / n as f64;
        assert!((mean - 0.5).abs() < 1e-4, "each input keeps its own distribution");
    }

    #[test]
    fn correlations_that_contradict_each_other_are_refused() {
        let pairs = [((0, 1), 0.95), ((1, 2), 0.95), ((0, 2), -0.9)];
        assert_eq!(Copula::new(3, &pairs), Err(CopulaError { at: 2 }));
    }

    #[test]
    fn independent_inputs_stay_as_they_are() {
        let copula = Copula::new(2, &[]).unwrap();
        let mut shares = vec![0.1, 0.2, 0.3, 0.4];
        copula.bend(&mut shares, 2, &mut Vec::new());
        assert_eq!(shares, [0.1, 0.2, 0.3, 0.4]);
    }
}
