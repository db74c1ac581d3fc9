//! What a study reads of an evaluation: the metrics that it wants, by their positions in the table.

use crate::system::evaluation::Evaluation;
use crate::system::metrics::{METRICS, N_METRICS};

/// Every metric.
pub fn all() -> Vec<usize> {
    (0..N_METRICS).collect()
}

/// Positions of the metrics with these paths, rising; a path that none has is left out.
pub fn of_paths(paths: &[&str]) -> Vec<usize> {
    let metrics = METRICS.iter().enumerate();
    metrics.filter(|(_, metric)| paths.contains(&metric.path)).map(|(at, _)| at).collect()
}

/// A metric in base units; not a number where it does not exist.
#[inline]
pub fn reading(evaluation: &Evaluation, metric: usize) -> f64 {
    (METRICS[metric].get)(evaluation).unwrap_or(f64::NAN)
}
