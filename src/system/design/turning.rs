//! Angular momentum that one satellite has to store.

use super::Fixed;
use super::weights::PartSizes;
use crate::constants::SOLAR_CONSTANT;
use crate::physics::end_of_life::pressure_coefficient;
use crate::physics::environment::Environment;
use crate::physics::momentum::{FlatBody, PressedPlate, WORST_TILT, by_sunlight, storage_mass};
use crate::units::{Action, Angle, Length, Mass, complement};

const RIGHT: Angle = Angle::from_base(std::f64::consts::FRAC_PI_2);

/// Angle between the Sun line and the orbit's normal at which gravity turns the satellite most in
/// the year.
pub(super) fn worst_tilt(environment: &Environment) -> Angle {
    let (one, other) = (environment.beta_min.base(), environment.beta_max.base());
    let least = if one * other <= 0.0 { 0.0 } else { one.abs().min(other.abs()) };
    let most = one.abs().max(other.abs());
    let worst: Angle = RIGHT - WORST_TILT;
    RIGHT - Angle::from_base(worst.base().clamp(least, most))
}

impl Fixed<'_> {
    /// Momentum that arrays and panels of these masses and sizes take up from gravity and sunlight.
    pub(super) fn momentum(&self, array: Mass, panel: Mass, sizes: &PartSizes) -> Action {
        let case = self.case;
        let array_length: Length = (sizes.array_area * case.array.aspect).sqrt();
        let panel_length: Length = (sizes.panel_area * case.radiator.aspect).sqrt();
        let body = FlatBody {
            array,
            array_length,
            panel,
            panel_length: panel_length.smaller(array_length),
        };
        let pressed = PressedPlate {
            coefficient: pressure_coefficient(complement(case.array.solar_absorptance)),
            area: sizes.array_area,
            length: array_length,
            offset: case.satellite.pressure_offset,
        };
        let period = self.environment.period;
        body.by_gravity(period, self.tilt) + by_sunlight(SOLAR_CONSTANT, &pressed, period)
    }

    /// Mass of what stores it.
    pub(super) fn storage(&self, momentum: Action) -> Mass {
        let satellite = &self.case.satellite;
        storage_mass(momentum, satellite.momentum_per_mass, satellite.momentum_redundancy)
    }
}
