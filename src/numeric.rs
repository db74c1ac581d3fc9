//! Numerical methods: roots, minima, quadrature, interpolation, fast elementary functions,
//! distributions, points, statistics.
//!
//! Plain numbers live here; the models above carry quantities.

pub mod distribution;
pub mod elementary;
pub mod hash;
pub mod interpolate;
pub mod minimum;
pub mod monotone;
pub mod normal;
pub mod quadrature;
pub mod root;
pub mod sobol;
pub mod statistics;
#[cfg(test)]
pub mod store;
pub mod triplet;
pub mod weibull;
pub mod whole;
