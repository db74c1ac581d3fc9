//! The array of one satellite: what it gives per area, and what its back emits.

use super::Sizing;
use crate::constants::SOLAR_CONSTANT;
use crate::physics::environment::Environment;
use crate::physics::radiation::cells::{CellCover, CellDamage, FluenceCurve};
use crate::physics::radiator::ideal_flux;
use crate::physics::solar_array::aging::Aging;
use crate::physics::solar_array::{SolarArray, SolarArrayParameters};
use crate::system::choices::ArraySizing;
use crate::system::inputs::Case;
use crate::system::notes::Note;
use crate::units::{Irradiance, Power, Ratio, Temperature, complement, fraction};

/// The array and what it gives per area.
#[derive(Debug, Clone, Copy)]
pub(super) struct Array {
    /// Temperature at 1 au, hot case.
    pub(super) temperature: Temperature,
    /// Power per area at 1 au, hot case, begin of life.
    pub(super) density: Irradiance,
    /// The same in the sizing orbit.
    pub(super) sizing_density: Irradiance,
    /// The same at 1 au with the Earth's mean radiation.
    pub(super) mean_density: Irradiance,
    /// What the back emits in the hot case, per area.
    pub(super) back_emission: Irradiance,
    /// What panels do to the back.
    pub(super) back: ArrayBack,
    /// Cell efficiency at 1 au, hot case.
    pub(super) efficiency: Ratio,
    /// End of life over begin of life.
    pub(super) remaining: Ratio,
    /// Mean over the life over begin of life.
    pub(super) mean_remaining: Ratio,
    /// Mean power over the year and the life over that in sunlight at begin of life, where that
    /// sizes the array.
    pub(super) mean_share: Option<Ratio>,
    /// Fluence of a year on the cells, as 1 MeV electrons, where their power is told by it.
    pub(super) damage: Option<CellDamage>,
}

/// What the panels do to the back of the array.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ArrayBack {
    /// Share that they cover, which neither emits nor absorbs.
    pub(super) covered: Ratio,
    /// Infrared of theirs that it absorbs, per area of the array.
    pub(super) warming: Irradiance,
}

impl Array {
    /// The array of a case in its environment, its back bare and alone.
    pub(super) fn new(
        case: &Case,
        environment: &Environment,
        sizing: &Sizing,
    ) -> Result<Self, Note> {
        let found = damage(case, environment);
        let has_curve = case.array.fluence_slope.base() > 0.0;
        if !has_curve && found.rate > case.array.fluence_limit {
            return Err(Note::NoCurve);
        }
        let damage = has_curve.then_some(found);
        let aging = aging(case, damage)?;
        let zero = Irradiance::from_base(0.0);
        Self {
            temperature: Temperature::from_base(0.0),
            density: zero,
            sizing_density: zero,
            mean_density: zero,
            back_emission: zero,
            back: ArrayBack::default(),
            efficiency: fraction(0.0),
            remaining: aging.remaining_factor(case.life()),
            mean_remaining: aging.mean_remaining_factor(case.life()),
            mean_share: mean_share(case, environment, &aging),
            damage,
        }
        .with_back(case, environment, sizing, &ArrayBack::default())
    }

    /// The same array with panels on its back or behind it.
    pub(super) fn with_back(
        &self,
        case: &Case,
        environment: &Environment,
        sizing: &Sizing,
        back: &ArrayBack,
    ) -> Result<Self, Note> {
        let bare: Ratio =
            case.array.back_emissivity * complement(back.covered.smaller(fraction(1.0)));
        let model = model(case, bare)?;
        let load = |albedo: Ratio, infrared: Irradiance| {
            earth_load(case, environment, (albedo, infrared), bare) + back.warming
        };
        let hot = load(case.environment.albedo_hot, case.environment.earth_infrared_hot);
        let mean = load(case.environment.albedo, case.environment.earth_infrared);
        let temperature = model.temperature(SOLAR_CONSTANT, hot);
        let sizing_temperature = model.temperature(sizing.irradiance, hot);
        let mean_temperature = model.temperature(SOLAR_CONSTANT, mean);
        let all = [temperature, sizing_temperature, mean_temperature];
        if !all.into_iter().all(|temperature| model.is_possible(temperature)) {
            return Err(Note::NoArray);
        }
        let hottest = model.temperature(environment.hot_irradiance, hot);
        Ok(Self {
            temperature,
            density: model.power_per_area(SOLAR_CONSTANT, temperature),
            sizing_density: model.power_per_area(sizing.irradiance, sizing_temperature),
            mean_density: model.power_per_area(SOLAR_CONSTANT, mean_temperature),
            back_emission: bare * ideal_flux(hottest),
            efficiency: model.efficiency(temperature),
            back: *back,
            ..*self
        })
    }

    /// Power at begin of life where the array must give `needed` at its end: the one given, or what
    /// its sizing asks.
    pub(super) fn begin_of_life(&self, case: &Case, needed: Power, charge_factor: Ratio) -> Power {
        let given = case.satellite.array_power;
        if given.base() > 0.0 {
            return given;
        }
        let sized = match self.mean_share {
            Some(share) => needed / (charge_factor * share),
            None => needed / self.remaining,
        };
        sized * case.array.oversize
    }
}

/// The model of the array, from what its back emits per area of all of it.
fn model(case: &Case, back_emissivity: Ratio) -> Result<SolarArray, Note> {
    SolarArray::new(SolarArrayParameters {
        cell_efficiency: case.array.cell_efficiency,
        packing_factor: case.array.packing_factor,
        temperature_coefficient: case.array.temperature_coefficient,
        solar_absorptance: case.array.solar_absorptance,
        front_emissivity: case.array.front_emissivity,
        back_emissivity,
        pointing_and_wiring: case.array.pointing_and_wiring,
    })
    .map_err(|_| Note::NoArray)
}

fn damage(case: &Case, environment: &Environment) -> CellDamage {
    let cover = CellCover { glass: case.array.coverglass, damage_ratio: case.array.damage_ratio };
    let sun = environment.solar_protons.times(case.environment.solar_protons);
    environment.belts.cell_damage(&cover, case.environment.solar_cycle, &sun)
}

/// Loss of power with age; none where nothing is left at the end.
fn aging(case: &Case, damage: Option<CellDamage>) -> Result<Aging, Note> {
    let curve = FluenceCurve { slope: case.array.fluence_slope, scale: case.array.fluence_scale };
    let aging = match damage {
        Some(found) => Aging::with_particles(case.array.degradation, curve, found.rate),
        None => Aging::yearly(case.array.degradation),
    };
    let aging = aging.map_err(|_| Note::NoAging)?;
    let left = aging.remaining_factor(case.life());
    if left.base() > 0.0 { Ok(aging) } else { Err(Note::WornOut) }
}

fn mean_share(case: &Case, environment: &Environment, aging: &Aging) -> Option<Ratio> {
    let sunlit = case.pins.sunlit_fraction.unwrap_or(environment.sunlit_fraction);
    let remaining = match case.array.sizing {
        ArraySizing::EndOfLife => return None,
        ArraySizing::LifeMean => aging.mean_remaining_factor(case.life()),
        ArraySizing::YearlyMean => aging.yearly_mean_remaining_factor(case.life()),
    };
    Some(sunlit * remaining)
}

/// Earth infrared and albedo absorbed by both faces of the array, per gross area. Of the back only
/// the bare share absorbs; its emissivity times that share is given.
fn earth_load(
    case: &Case,
    environment: &Environment,
    (albedo, infrared): (Ratio, Irradiance),
    back_emissivity: Ratio,
) -> Irradiance {
    let emissivity: Ratio = (case.array.front_emissivity + back_emissivity) / 2.0;
    let faces: Ratio = (fraction(1.0) + back_emissivity / case.array.back_emissivity) / 2.0;
    let emitted: Irradiance = infrared * environment.array.infrared_factor;
    let reflected: Irradiance =
        albedo * environment.hot_irradiance * environment.array.albedo_factor;
    emissivity * emitted + case.array.solar_absorptance * faces * reflected
}
