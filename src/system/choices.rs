//! Choices of the system itself, and the names of every choice in scenario files.

use super::value::choices;
use crate::economics::launch::{PriceBasis, Sharing};
use crate::physics::atmosphere::SolarActivity;
use crate::physics::environment::Attitude;
use crate::physics::radiation::SolarCycle;
use crate::physics::solar_site::SolarSite;

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
    /// One burn lowers the perigee into the atmosphere: a strong thruster.
    Burn,
    /// Drag alone.
    Decay,
    /// Steady small thrust lowers the whole orbit into the atmosphere: an electric thruster.
    Spiral,
    /// Steady small thrust lowers the orbit, then one strong burn ends it over the sea.
    Controlled,
    /// Steady small thrust raises the orbit above those that are protected.
    Raise,
}

/// What the array is sized to deliver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArraySizing {
    /// The IT power in every orbit up to the end of life.
    EndOfLife,
    /// The IT power on average over the year and the life; less in shadow and at the end.
    LifeMean,
    /// The same with each year counted at the power it begins with, as in many published
    /// spreadsheets.
    YearlyMean,
}

/// Where the power of the ground side comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PowerSupply {
    /// The grid, at a tariff.
    Grid,
    /// A plant of its own, with its fuel.
    Own,
    /// A field of solar panels with storage; what they do not serve is bought.
    Solar,
}

/// What happens when the computers of a satellite are worn out before it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Upkeep {
    /// The satellite retires with them.
    Retire,
    /// They are renewed in orbit: bought and launched again, for the price of servicing.
    Renew,
}

/// Whether it is known what a launch of the vehicle emits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmissionRecord {
    /// A catalog row or the scenario says it.
    Known,
    /// Nobody says it.
    Unknown,
}

choices! {
    EmissionRecord { Known = "known", Unknown = "unknown" }
    Upkeep { Retire = "retire", Renew = "renew" }
    ArraySizing { EndOfLife = "end-of-life", LifeMean = "life-mean", YearlyMean = "yearly-mean" }
    PowerSupply { Grid = "grid", Own = "own", Solar = "solar" }
    SolarSite { Texas = "texas", Mojave = "mojave", Carolina = "carolina" }
    PlaneKind { SunSynchronous = "sun-synchronous", Inclined = "inclined" }
    GroundPath { Direct = "direct", Relay = "relay" }
    Disposal {
        Burn = "burn", Decay = "decay", Spiral = "spiral", Controlled = "controlled",
        Raise = "raise"
    }
    Attitude {
        EdgeOn = "edge-on", Nadir = "nadir", OrbitNormal = "orbit-normal", ArrayBack = "array-back"
    }
    SolarActivity { Low = "low", Moderate = "moderate", High = "high" }
    SolarCycle { Minimum = "minimum", Maximum = "maximum", Worst = "worst" }
    PriceBasis { List = "list", Contract = "contract", Internal = "internal", Target = "target" }
    Sharing { Dedicated = "dedicated", Shared = "shared" }
}
