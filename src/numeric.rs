//! Numerical methods: roots, quadrature, interpolation, fast elementary functions.
//!
//! Plain numbers live here; the models above carry quantities.

pub mod elementary;
pub mod interpolate;
pub mod quadrature;
pub mod root;
pub mod whole;
