//! skyrack says whether an orbital data center closes, in power, heat, mass, launch, data and money, and what the
//! same computing costs on the ground.
//!
//! [`system`]: mod@system
//!
//! Layers, lowest first: [`units`], [`constants`], [`domain`], [`numeric`]; [`physics`]; [`economics`];
//! [`system`]; [`catalog`], [`scenario`]; [`published`], [`studies`]; `charts`, [`report`]; `cli`. A module uses lower layers only.

#[macro_use]
extern crate uom;

pub mod constants;
pub mod domain;
pub mod numeric;
pub mod provenance;
pub mod units;

pub mod physics;

pub mod economics;

pub mod system;

pub mod catalog;
pub mod scenario;

pub mod studies;

#[cfg(feature = "charts")]
pub mod charts;
pub mod report;

#[cfg(feature = "validation")]
pub mod published;
#[cfg(feature = "validation")]
pub mod validation;
