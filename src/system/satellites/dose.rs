//! Ionizing dose at the chips.

use crate::physics::environment::Environment;
use crate::physics::radiation::{DoseRange, ShieldGeometry};
use crate::system::design::Design;
use crate::system::inputs::Case;
use crate::system::notes::{Note, Notes};
use crate::units::{AbsorbedDose, DoseRate};

/// Ionizing dose at the chips.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChipDose {
    /// Dose rate of trapped protons and electrons.
    pub trapped: DoseRate,
    /// Dose rate of solar protons, mean over years.
    pub solar: DoseRate,
    /// Dose rate of both and of cosmic rays.
    pub rate: DoseRate,
    /// Dose of the mission.
    pub mission: AbsorbedDose,
    /// Whether the orbit lies inside the tables.
    pub range: DoseRange,
}

impl ChipDose {
    /// The dose of a case in its environment.
    pub fn new(case: &Case, environment: &Environment) -> Self {
        let (geometry, thickness) = (ShieldGeometry::Sphere, case.shielding.thickness);
        let belts = environment.belts.dose(geometry, thickness, case.environment.solar_cycle);
        let solar = environment
            .solar_protons
            .times(case.environment.solar_protons)
            .dose(geometry, thickness);
        let rate: DoseRate = belts.rate + solar + case.environment.cosmic_ray_dose;
        Self { trapped: belts.rate, solar, rate, mission: rate * case.life(), range: belts.range }
    }

    /// The same with the dose of the way to the working orbit.
    #[must_use]
    pub(super) fn with_way(self, design: Option<&Design>) -> Self {
        let way = design.and_then(|one| one.raised);
        way.map_or(self, |raised| Self { mission: self.mission + raised.dose, ..self })
    }

    pub(super) fn remarks(&self, case: &Case) -> Notes {
        let mut notes = Notes::default();
        let is_thin = case.shielding.thickness < case.shielding.structure_thickness;
        notes.add_if(self.range == DoseRange::Extrapolated, Note::DoseExtrapolated);
        notes.add_if(is_thin, Note::ThinnerThanStructure);
        notes
    }
}
