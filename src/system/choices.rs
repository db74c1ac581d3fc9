//! Choices of the system itself, and the names of every choice in scenario files.

use super::value::choices;
use crate::economics::launch::{PriceBasis, Sharing};
use crate::physics::atmosphere::SolarActivity;
use crate::physics::environment::Attitude;
use crate::physics::radiation::SolarCycle;

/// How the orbit plane is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaneKind {
    /// The node follows the mean Sun at `orbit.ltan`.
    SunSynchronous,
    /// `orbit.inclination` and `orbit.raan`; the node drifts.
    Inclined,
}

/// How data reach the ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroundPath {
    /// From the satellite to stations on the ground, while one is in view.
    Direct,
    /// Through satellites that always see a station.
    Relay,
}

/// How a satellite leaves its orbit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disposal {
    /// A burn lowers the perigee into the atmosphere.
    Burn,
    /// Drag alone.
    Decay,
}

choices! {
    PlaneKind { SunSynchronous = "sun-synchronous", Inclined = "inclined" }
    GroundPath { Direct = "direct", Relay = "relay" }
    Disposal { Burn = "burn", Decay = "decay" }
    Attitude { EdgeOn = "edge-on", Nadir = "nadir", OrbitNormal = "orbit-normal", ArrayBack = "array-back" }
    SolarActivity { Low = "low", Moderate = "moderate", High = "high" }
    SolarCycle { Minimum = "minimum", Maximum = "maximum", Worst = "worst" }
    PriceBasis { List = "list", Contract = "contract", Internal = "internal", Target = "target" }
    Sharing { Dedicated = "dedicated", Shared = "shared" }
}
