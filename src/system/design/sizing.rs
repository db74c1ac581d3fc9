//! Sunlight and shadow that array and battery are sized for.

use crate::physics::environment::Environment;
use crate::system::inputs::Case;
use crate::system::notes::Note;
use crate::units::{Irradiance, Ratio, Time, fraction};

/// Sunlight and shadow in the orbit that sizes array and battery, pins applied.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizing {
    /// Sunlight.
    pub irradiance: Irradiance,
    /// Time in sunlight.
    pub sunlit: Time,
    /// Time in shadow.
    pub shadow: Time,
    /// Longest shadow of the year.
    pub eclipse_max: Time,
}

impl Sizing {
    /// Of a case in its environment; refused where a pinned shadow leaves no sunlight.
    pub(super) fn new(case: &Case, environment: &Environment) -> Result<Self, Note> {
        let shadow = case.pins.eclipse_max.unwrap_or(environment.sizing.shadow);
        let sunlit: Time = environment.period - shadow;
        if sunlit.base() <= 0.0 {
            return Err(Note::NoSunlight);
        }
        Ok(Self {
            irradiance: case.pins.sizing_irradiance.unwrap_or(environment.sizing.irradiance),
            sunlit,
            shadow,
            eclipse_max: case.pins.eclipse_max.unwrap_or(environment.eclipse_max),
        })
    }

    /// Loss of charging and discharging over bus power, mean of the sizing orbit.
    pub(super) fn storage_loss(&self, round_trip: Ratio) -> Ratio {
        let dark: Ratio = self.shadow / (self.sunlit + self.shadow);
        dark * (fraction(1.0) / round_trip - fraction(1.0))
    }
}
