//! The satellites of a case: power, heat, mass, dose and work in its surroundings, before launches,
//! prices and dates.

mod cooling;
mod dose;
mod footprint;
mod motion;
mod reach;
mod work;

pub use self::dose::ChipDose;
pub use self::footprint::Footprint;
pub use self::motion::Motion;
pub use self::reach::{Reach, radio_link};
pub use self::work::terminals_needed;
pub use self::work::{DownlinkCapacity, Interconnect, Losses, Work};

use super::design::{self, Design, panel_coolant};
use super::environment::{Surroundings, sunlit_fraction};
use super::inputs::Case;
use super::lift::Lift;
use super::notes::{Note, Notes};
use crate::constants::SOLAR_CONSTANT;
use crate::economics::launch::Fleet;
use crate::physics::battery::DepthLimit;
use crate::physics::environment::Environment;
use crate::physics::radiation::DoseRange;
use crate::physics::radiation::cells::FluenceCurve;
use crate::physics::radiator::ideal_flux;
use crate::physics::solar_array::landsberg_limit;
use crate::units::{
    EnergyPerArea, Irradiance, MassRate, OPERATING_YEAR_SECONDS, Power, Ratio, Temperature,
    TemperatureInterval, Time, Volume, fraction,
};

/// Share of their power below which cells are worn beyond their curve.
const WORN_BEYOND_CURVE: f64 = 2.0 / 3.0;
const OPERATING_YEAR: Time = Time::from_base(OPERATING_YEAR_SECONDS);

/// The satellites of a case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Satellites {
    /// How many.
    pub fleet: Fleet,
    /// IT power that one can carry.
    pub capacity: Power,
    /// IT power of one.
    pub it_power: Power,
    /// Dose at the chips.
    pub dose: ChipDose,
    /// Bounds on the rates of the links.
    pub reach: Reach,
    /// Work that gets done.
    pub work: Work,
    /// What a launch carries to their orbit.
    pub lift: Lift,
    /// One of them; none where power, heat and mass do not close.
    pub one: Option<Satellite>,
}

/// One satellite that closes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Satellite {
    /// Its parts.
    pub design: Design,
    /// Stowed volume.
    pub stowed: Volume,
    /// What no array and no panel exceeds.
    pub bounds: Bounds,
    /// Energy that the array could give per panel area and year, mean of its life.
    pub array_yield: EnergyPerArea,
    /// Coolant flow of all satellites.
    pub coolant_flow: MassRate,
    /// Lowest temperature of the coolant while the computers work.
    pub coolant_lowest: Temperature,
    /// Fall of temperature of the chips from sunlight to the end of the longest shadow.
    pub chip_swing: TemperatureInterval,
    /// How it moves, and how it leaves its orbit.
    pub motion: Motion,
    /// What it takes of orbit and sky.
    pub footprint: Footprint,
}

/// Bounds that no technology exceeds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Landsberg's bound on the efficiency of the array at its temperature.
    pub array_efficiency: Ratio,
    /// What a black panel in empty space would emit at the coolant's temperature.
    pub panel_flux: Irradiance,
}

impl Satellites {
    /// The satellites of a case in its surroundings, with remarks.
    ///
    /// # Errors
    /// The note that says why the IT power that one of them carries cannot be found.
    pub(super) fn new(case: &Case, surroundings: &Surroundings) -> Result<(Self, Notes), Note> {
        let capacity = satellite_capacity(case, surroundings)?;
        let working = fleet_of(case, capacity).working;
        let design = design::close(case, surroundings, case.it.power / fraction(working as f64));
        Ok(Self::around(case, surroundings, capacity, &design))
    }

    /// The satellites of a case of which one is known, with remarks.
    pub(super) fn around(
        case: &Case,
        surroundings: &Surroundings,
        capacity: Power,
        design: &Result<Design, Note>,
    ) -> (Self, Notes) {
        let Surroundings { environment, lift, .. } = surroundings;
        let fleet = fleet_of(case, capacity);
        let it_power: Power = case.it.power / fraction(fleet.working as f64);
        let dose = ChipDose::new(case, environment).with_way(design.as_ref().ok());
        let reach = Reach::new(case, environment);
        let one = design.as_ref().map(|one| Satellite::new(case, environment, fleet, one));
        let satellites = Self {
            fleet,
            capacity,
            it_power,
            dose,
            reach,
            work: Work::new(case, environment, it_power, &dose, &reach),
            lift: *lift,
            one: one.ok(),
        };
        let mut notes = satellites.remarks(case, environment);
        notes.add_if(lift.payload.is_none(), Note::NoSuchVehicle);
        (satellites, one.err().map_or(notes, |note| notes.with(Notes::of(*note))))
    }

    /// Working satellites.
    pub fn working(&self) -> Ratio {
        fraction(self.fleet.working as f64)
    }

    /// Spare satellites.
    pub fn spare(&self) -> Ratio {
        fraction(self.fleet.spare as f64)
    }

    /// Working and spare satellites.
    pub fn all(&self) -> Ratio {
        fraction(self.fleet.total() as f64)
    }

    fn remarks(&self, case: &Case, environment: &Environment) -> Notes {
        let mut notes = self.dose.remarks(case).with(self.reach.remarks(case));
        let out_of_reach = self.lift.payload.is_some_and(|payload| payload.base() <= 0.0);
        notes.add_if(out_of_reach, Note::OutOfReach);
        if let Some(one) = &self.one {
            notes = notes.with(one.remarks(case, environment));
            notes.add_if(self.work.interconnect.carried < fraction(1.0), Note::LinksBind);
        }
        notes
    }
}

impl Satellite {
    fn new(case: &Case, environment: &Environment, fleet: Fleet, design: &Design) -> Self {
        let working = fraction(fleet.working as f64);
        let coolant_lowest = cooling::coolest(case, environment, design);
        Self {
            design: *design,
            stowed: stowed_volume(case, design),
            bounds: Bounds {
                array_efficiency: landsberg_limit(design.array_temperature),
                panel_flux: design.faces * ideal_flux(panel_coolant(case)),
            },
            array_yield: array_yield(case, environment, design),
            coolant_flow: design::coolant_flow(case, design.loads.heat * working),
            coolant_lowest,
            chip_swing: cooling::chip_swing(case, coolant_lowest),
            motion: Motion::new(case, environment, design),
            footprint: Footprint::new(case, fleet, design),
        }
    }

    fn remarks(&self, case: &Case, environment: &Environment) -> Notes {
        let mut notes = self.motion.remarks(case, environment);
        notes.add_if(self.design.depth_limit == DepthLimit::Limit, Note::DepthLimited);
        notes.with(remarks_on_wear(case, &self.design))
    }
}

/// Most passes in which the IT power of a given array is found.
const MOST_PASSES: usize = 40;
/// Power below which a satellite carries nothing, in watts.
const LEAST_WATTS: f64 = 1.0;
/// Relative tolerance of that power.
const TOLERANCE: f64 = 1.0e-13;

/// IT power that one satellite can carry: the limit, or what its array feeds where that is given
/// and less.
fn satellite_capacity(case: &Case, surroundings: &Surroundings) -> Result<Power, Note> {
    let limit = stated_power(case);
    let given = case.satellite.array_power;
    if given.base() <= 0.0 {
        return Ok(limit);
    }
    let mut free = *case;
    free.satellite.array_power = Power::from_base(0.0);
    free.pins.array_power_bol = None;
    let mut fed = given.smaller(limit);
    for _ in 0..MOST_PASSES {
        let design = design::close(&free, surroundings, fed)?;
        let next: Power = fed * (given / design.array_bol);
        let change = (next.base() - fed.base()).abs();
        fed = next;
        if change <= TOLERANCE * fed.base() && fed.base() >= LEAST_WATTS {
            return Ok(fed.smaller(limit));
        }
    }
    Err(Note::NotConverged)
}

/// IT power of one of the satellites that a case states.
fn shared_power(case: &Case, surroundings: &Surroundings) -> Result<Power, Note> {
    let capacity = satellite_capacity(case, surroundings)?;
    Ok(case.it.power / fraction(fleet_of(case, capacity).working as f64))
}

/// Satellites of a case of which one carries so much.
fn fleet_of(case: &Case, capacity: Power) -> Fleet {
    let stated = case.satellite.count.number();
    if stated.base() > 0.0 {
        Fleet::of(stated, case.fleet.spares)
    } else {
        Fleet::sized(case.it.power, capacity, case.fleet.spares)
    }
}

/// IT power of one satellite as its number, its power or its limit states it.
fn stated_power(case: &Case) -> Power {
    let (count, power) = (case.satellite.count.number(), case.satellite.it_power);
    if count.base() > 0.0 {
        case.it.power / count
    } else if power.base() > 0.0 {
        power
    } else {
        case.satellite.it_power_limit
    }
}

pub(super) fn stowed_volume(case: &Case, design: &Design) -> Volume {
    let array: Volume = design.array_bol / case.array.packaging;
    let panels: Volume = design.panel_area * case.radiator.stowed_thickness;
    let computers: Volume = design.loads.it * (fraction(1.0) + case.it.spares) / case.it.packaging;
    array + panels + computers
}

fn array_yield(case: &Case, environment: &Environment, design: &Design) -> EnergyPerArea {
    let mean_sun: Ratio = environment.solar_irradiance_mean / SOLAR_CONSTANT;
    let density = design.mean_array_density
        * sunlit_fraction(case, environment)
        * mean_sun
        * design.mean_remaining_factor;
    density * case.array.pointing_and_wiring * OPERATING_YEAR
}

/// Says where the wear of the cells by particles leaves its tables or the curve of the cells.
fn remarks_on_wear(case: &Case, design: &Design) -> Notes {
    let Some(damage) = design.damage else { return Notes::default() };
    let curve = FluenceCurve { slope: case.array.fluence_slope, scale: case.array.fluence_scale };
    let left = curve.remaining(damage.rate * case.life());
    let mut notes = Notes::default();
    notes.add_if(damage.range == DoseRange::Extrapolated, Note::DamageExtrapolated);
    notes.add_if(left.base() < WORN_BEYOND_CURVE, Note::FarWorn);
    notes
}
