//! Which inputs decide: one at a time ([`tornado`]), along random paths ([`morris`]), by shares of
//! the variance ([`sobol`]), and by what it would be worth to know them ([`value`]).
//!
//! Inputs are taken as independent here: a share of the variance has no meaning for one of two that
//! go together. Inputs that go together can be taken as one group.

pub mod morris;
pub mod sobol;
pub mod tornado;
pub mod value;
