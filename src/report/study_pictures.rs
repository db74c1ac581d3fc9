//! The charts of studies: what each shows, from the numbers of the study.

use super::sample::Samples;
use crate::charts::Chart;

/// The charts of a run of samples.
pub fn of_samples(_samples: &Samples<'_>, _metric: usize) -> Vec<Box<dyn Chart>> {
    Vec::new()
}
