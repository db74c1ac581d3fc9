//! The orbit.

use super::inputs;
use crate::system::choices::PlaneKind;
use crate::units::{Angle, Length, Time};

inputs! {
    /// The orbit.
    Orbit orbit;

    /// Definition of the orbit plane: sun-synchronous by local time, or by inclination and node.
    plane: PlaneKind, in "choice" 0..=1 from "model.orbit.plane"
        label "Orbit plane" in Orbit, better Neither, Design, read by Orbit, stream 195;

    /// Altitude of the orbit above the equatorial radius.
    altitude: Length, in "km" 200..=40_000 from "model.orbit.altitude"
        label "Orbit altitude" in Orbit, better Neither, Design, read by Orbit, stream 196, free;

    /// Local time of the ascending node of a sun-synchronous orbit; 6 h and 18 h are dawn-dusk
    /// orbits.
    ltan: Time, in "h" 0..=24 from "model.orbit.ltan"
        label "Local time of ascending node" in Orbit,
        better Neither, Design, read by Orbit, stream 197;

    /// Inclination of an orbit that is not sun-synchronous.
    inclination: Angle, in "deg" 0..=180 from "model.orbit.inclination"
        label "Orbit inclination" in Orbit, better Neither, Design, read by Orbit, stream 198;

    /// Right ascension of the ascending node at the start of the year, for an orbit that is not
    /// sun-synchronous.
    raan: Angle, in "deg" 0..=360 from "model.orbit.raan"
        label "Ascending node" in Orbit, better Neither, Design, read by Orbit, stream 199;
}
