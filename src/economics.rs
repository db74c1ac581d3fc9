//! Money: what things cost on both sides. Temperatures and orbits are unknown here.

pub mod debt;
pub mod emissions;
pub mod failures;
pub mod finance;
pub mod hardware;
pub mod launch;
pub mod learning;
pub mod levelized;
pub mod operations;
pub mod rocket;
pub mod schedule;
pub mod terrestrial;
