//! How a satellite leaves its orbit, as velocities.

use crate::physics::propulsion::{deorbit_delta_v, spiral_delta_v};
use crate::system::choices::Disposal;
use crate::system::inputs::Case;
use crate::units::{Length, Velocity};

/// Velocities of the disposal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Farewell {
    /// By the thrusters of the mission.
    pub own: Velocity,
    /// By the burn that ends a controlled re-entry.
    pub burn: Velocity,
}

impl Farewell {
    /// Of a case.
    pub(super) fn new(case: &Case) -> Self {
        let propulsion = &case.propulsion;
        let altitude = case.orbit.altitude;
        let none = Velocity::from_base(0.0);
        let own = |own: Velocity| Self { own, burn: none };
        match propulsion.disposal {
            Disposal::Burn => own(deorbit_delta_v(altitude, propulsion.disposal_perigee)),
            Disposal::Decay => own(none),
            Disposal::Spiral => {
                own(spiral_delta_v(altitude, propulsion.disposal_perigee.smaller(altitude)))
            }
            Disposal::Controlled => {
                let from: Length = propulsion.burn_altitude.smaller(altitude);
                Self {
                    own: spiral_delta_v(altitude, from),
                    burn: deorbit_delta_v(from, propulsion.entry_perigee),
                }
            }
            Disposal::Raise => own(spiral_delta_v(altitude, graveyard(case))),
        }
    }

    /// All of it.
    pub fn total(&self) -> Velocity {
        self.own + self.burn
    }
}

/// Altitude of the orbit in which a raised satellite stays.
pub fn graveyard(case: &Case) -> Length {
    case.orbit.altitude + case.propulsion.graveyard_rise
}
