//! Numerical methods: roots, quadrature, interpolation.
//!
//! Plain numbers live here; the models above carry quantities.

pub mod interpolate;
pub mod quadrature;
pub mod root;
