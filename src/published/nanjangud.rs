//! Nanjangud 2025: check of the Starcloud white paper with flown hardware.

use crate::units::{Area, ArealMass, Irradiance, Mass, Power, Ratio, fraction};

/// Area that gives or rejects a power at this flux.
pub fn area(power: Power, flux: Irradiance) -> Area {
    power / flux
}

/// Mass per area of a unit that has flown.
pub fn areal_mass(unit_mass: Mass, unit_area: Area) -> ArealMass {
    unit_mass / unit_area
}

/// Launches of a mass, each full.
pub fn launches(mass: Mass, payload: Mass) -> Ratio {
    fraction(libm::ceil((mass / payload).base()))
}
