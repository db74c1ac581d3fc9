//! Result of one evaluation, stage by stage.

use super::costs::{GroundSide, Launches, Offer, OrbitBurden, OrbitCost};
use super::costs::{OrbitSide, PricedOrbit, Program};
use super::design::Design;
use super::environment::OrbitYear;
use super::inputs::Case;
use super::notes::Notes;
use super::satellites::{Satellite, Satellites};
use super::value::Value;
use crate::economics::rocket::Owned;
use crate::physics::orbit_raising::Raised;
use crate::units::{Length, Ratio, fraction, pick};
use std::ops::Mul;

/// What the stages before launches, prices and dates found; stands as long as no input of
/// [`Stage::Satellites`](super::inputs::Stage) or before it changes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Flight {
    /// The orbit and its year; none where the orbit does not exist.
    pub orbit: Option<OrbitYear>,
    /// The satellites; none without an orbit, or where none carries anything.
    pub satellites: Option<Satellites>,
    /// Remarks.
    pub notes: Notes,
}

impl Flight {
    /// One satellite, if it closes.
    pub fn satellite(&self) -> Option<&Satellite> {
        self.satellites.as_ref()?.one.as_ref()
    }
}

/// Result of one evaluation, stage by stage; absence is said once per stage.
///
/// [`metrics`](Self::metrics) reads every number of it by name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evaluation {
    /// The case.
    pub case: Case,
    /// Orbit and satellites.
    pub flight: Flight,
    /// The ground side.
    pub ground: GroundSide,
    /// The orbital side in time and money; none where the satellites do not close.
    pub orbital: Option<OrbitSide>,
    /// Every gate.
    pub gates: [GateState; N_GATES],
    /// Remarks.
    pub notes: Notes,
}

/// Number of gates.
pub const N_GATES: usize = 14;

/// State of a gate in one case.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct GateState {
    /// The value in base units; `None` where the design does not exist.
    pub value: Option<f64>,
    /// The limit in base units; `None` where the design does not exist.
    pub limit: Option<f64>,
    /// Distance to the limit relative to it, positive where the gate holds; `None` where a number
    /// is missing.
    pub margin: Option<f64>,
    /// Whether the gate holds.
    pub ok: bool,
}

impl Evaluation {
    /// Whether the coolant stays liquid in shadow while the computers work, and the chips keep
    /// within their swing, as far as there is a satellite.
    pub fn keeps_warm_in_shadow(&self) -> bool {
        let one = self.satellites().and_then(|all| all.one);
        one.is_none_or(|one| {
            one.coolant_lowest >= self.case.coolant.freezing
                && one.chip_swing <= self.case.it.chip_swing_limit
        })
    }

    /// The orbit and its year.
    pub(super) const fn orbit(&self) -> Option<&OrbitYear> {
        self.flight.orbit.as_ref()
    }

    /// The satellites.
    pub(super) const fn satellites(&self) -> Option<&Satellites> {
        self.flight.satellites.as_ref()
    }

    /// Distance that optical terminals bridge; zero without any.
    pub(super) fn linked_distance(&self) -> Length {
        let link = &self.case.link;
        pick(link.terminals.base() > 0.0, link.terminal_distance, Length::from_base(0.0))
    }

    /// One satellite that closes.
    pub(super) fn one(&self) -> Option<&Satellite> {
        self.flight.satellite()
    }

    /// A quantity of one satellite, times the working satellites.
    pub(super) fn all<Q: Mul<Ratio>>(&self, of: impl FnOnce(&Design) -> Q) -> Option<Q::Output> {
        Some(of(&self.one()?.design) * self.satellites()?.working())
    }

    /// What the way from separation to the working orbit took of one satellite; zero where a
    /// launch goes there.
    pub(super) fn way<Q: Value>(&self, of: impl FnOnce(&Raised) -> Q) -> Option<Q> {
        let one = self.one()?;
        Some(one.design.raised.as_ref().map_or_else(|| Q::from_base(0.0), of))
    }

    /// The orbital side.
    pub(super) const fn side(&self) -> Option<&OrbitSide> {
        self.orbital.as_ref()
    }

    /// The orbital side, where its computers work.
    pub(super) fn program(&self) -> Option<&Program> {
        self.side()?.program.as_ref()
    }

    /// Cost of a launch.
    pub(super) fn offer(&self) -> Option<&Offer> {
        self.program()?.offer.as_ref()
    }

    /// What owning the rocket brings.
    pub(super) fn owned(&self) -> Option<&Owned> {
        self.program()?.owned.as_ref()
    }

    /// The launches that are booked.
    pub(super) fn launches(&self) -> Option<&Launches> {
        self.side()?.launches()
    }

    /// Satellites of a launch: as many as it takes, or is to take where it takes none; a part of
    /// one that is put together in orbit.
    pub(super) fn satellites_of_launch(&self) -> Ratio {
        let one = fraction(1.0);
        let most = self.case.most_per_launch().map_or(one, |most| most.larger(one));
        let stated = most / self.case.launches_of_one();
        self.launches().map_or(stated, |launches| launches.satellites_per_launch)
    }

    /// External effects of the orbital side.
    pub(super) fn burden(&self) -> Option<&OrbitBurden> {
        self.program()?.burden.as_ref()
    }

    /// Cost of the orbital side, launch aside.
    pub(super) fn cost(&self) -> Option<&OrbitCost> {
        self.program()?.cost.as_ref()
    }

    /// Cost of the orbital side with its launch.
    pub(super) fn priced(&self) -> Option<&PricedOrbit> {
        self.side()?.priced()
    }
}
