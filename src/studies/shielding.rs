//! The shield with which satellites weigh least for the work they do: asked for, not part of an
//! evaluation.

use super::shown::{bare, in_millimeters, in_millimeters_if_any, kilograms_per_kilowatt};
use crate::numeric::minimum::golden_section;
use crate::numeric::root::{Tolerance, bracketed};
use crate::system::evaluation::Evaluation;
use crate::system::evaluator::Evaluator;
use crate::system::inputs::Case;
use crate::units::{Length, Ratio, SpecificMass, millimeter};
use serde::Serialize;

/// Thickest shield that the tables of the dose hold, in millimeters.
const THICKEST: f64 = 30.0;
/// Thinnest shield that an input takes, in millimeters.
const THINNEST: f64 = 0.05;
/// Thicknesses at equal ratios that bracket the minimum.
const GRID: u32 = 48;
/// Steps of the golden section within the valley: a millionth of its width.
const STEPS: u32 = 30;
/// Relative gain of mass below which no plate is recommended.
const LEAST_GAIN: f64 = 1.0e-6;
/// Tolerance of a thickness, in millimeters.
const TOLERANCE: Tolerance = Tolerance { width: 1.0e-6, steps: 100 };

/// A shield, and what comes of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Shield {
    /// Aluminum between chips and space, structure included.
    #[serde(serialize_with = "in_millimeters")]
    pub thickness: Length,
    /// Launched mass over the IT power that radiation leaves at work.
    #[serde(rename = "mass_per_working_power", serialize_with = "kilograms_per_kilowatt")]
    pub mass: SpecificMass,
    /// Share of the computers that dose has ended by the end of the mission.
    #[serde(serialize_with = "bare")]
    pub lost_parts: Ratio,
    /// Share of the work that radiation leaves.
    #[serde(serialize_with = "bare")]
    pub availability: Ratio,
}

/// The lightest shield beside that of the case.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ShieldAdvice {
    /// The shield of the case.
    pub present: Shield,
    /// The one with the least mass.
    pub lightest: Shield,
    /// Whether that is the structure without a plate.
    pub no_plate: bool,
    /// Whether the lightest shield is the thickest that the tables of the dose hold: a thicker one
    /// might be lighter.
    pub end_of_tables: bool,
    /// Thickness from which the dose limit holds, structure included; none where 30 mm do not
    /// suffice.
    #[serde(serialize_with = "in_millimeters_if_any")]
    pub dose_limit: Option<Length>,
}

/// The shield of least mass for the work done; `None` where the case has no design, pins the
/// availability after radiation or its mass, or has a structure thicker than the tables of the
/// dose.
///
/// # Model
/// ```text
/// t* = argmin M(t)/(P W(t)),   t from the structure alone to 30 mm
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | t | aluminum between chips and space, structure included | mm |
/// | M | launched mass of all satellites, with what the plate adds to structure, margin and propellant | kg |
/// | P | IT power | kW |
/// | W | `radiation.availability`: parts that dose leaves at work, errors, storms | 1 |
///
/// # Assumes
/// Work that radiation takes is made up for by more satellites of the same kind. Mass stands for
/// all that they cost; with prices the thickness is a free input of `optimize`.
///
/// # Valid for
/// As the dose, [`annual_dose`](crate::physics::radiation::annual_dose).
///
/// # References
/// Evaluations of the case at each thickness
pub fn shield_advice(case: &Case, model: &Evaluator) -> Option<ShieldAdvice> {
    if case.pins.radiation_availability.is_some() || case.pins.mass_per_it_power.is_some() {
        return None;
    }
    let bare = case.shielding.structure_thickness.get::<millimeter>().max(THINNEST);
    if bare >= THICKEST {
        return None;
    }
    let mut trade = Trade { case: *case, model: model.clone() };
    let present = trade.shield(case.shielding.thickness)?;
    let thickness = trade.lightest(bare);
    Some(ShieldAdvice {
        present,
        lightest: trade.shield(Length::new::<millimeter>(thickness))?,
        no_plate: thickness <= bare,
        end_of_tables: THICKEST - thickness < TOLERANCE.width,
        dose_limit: trade.dose_limit(bare),
    })
}

/// One case at any thickness.
struct Trade {
    case: Case,
    model: Evaluator,
}

impl Trade {
    fn outcome(&mut self, thickness: Length) -> Evaluation {
        let mut case = self.case;
        case.shielding.thickness = thickness;
        self.model.evaluate(&case)
    }

    fn shield(&mut self, thickness: Length) -> Option<Shield> {
        let outcome = self.outcome(thickness);
        let availability = outcome.metrics().radiation().availability()?;
        Some(Shield {
            thickness,
            mass: outcome.metrics().mass().per_it_power()? / availability,
            lost_parts: outcome.metrics().radiation().lost_parts()?,
            availability,
        })
    }

    /// Mass at a thickness in millimeters; infinite where no satellite closes.
    fn mass(&mut self, millimeters: f64) -> f64 {
        let shield = self.shield(Length::new::<millimeter>(millimeters));
        shield.map_or(f64::INFINITY, |shield| shield.mass.base())
    }

    /// Thickness of least mass in millimeters, from that of the structure on; the structure's own
    /// where a plate only adds.
    fn lightest(&mut self, bare: f64) -> f64 {
        let step = libm::log(THICKEST / bare) / f64::from(GRID);
        let place = |index: u32| bare * libm::exp(step * f64::from(index));
        let mut least = (0, f64::INFINITY);
        for index in 0..=GRID {
            let mass = self.mass(place(index));
            if mass < least.1 {
                least = (index, mass);
            }
        }
        let valley = (place(least.0.saturating_sub(1)), place((least.0 + 1).min(GRID)));
        let inside = golden_section(|millimeters| self.mass(millimeters), valley, STEPS);
        let mut best = (bare, self.mass(bare) * (1.0 - LEAST_GAIN));
        for place in [place(least.0), inside, THICKEST] {
            let mass = self.mass(place);
            if mass < best.1 {
                best = (place, mass);
            }
        }
        best.0
    }

    /// Thickness, from that of the structure on, from which the dose is within its limit.
    fn dose_limit(&mut self, bare: f64) -> Option<Length> {
        let limit = self.case.it.dose_limit.base();
        let mut excess = |millimeters: f64| {
            let dose =
                self.outcome(Length::new::<millimeter>(millimeters)).metrics().radiation().dose();
            dose.map_or(f64::INFINITY, |dose| dose.base() - limit)
        };
        if excess(bare) <= 0.0 {
            return Some(Length::new::<millimeter>(bare));
        }
        let found = bracketed(excess, (bare, THICKEST), TOLERANCE).ok()?;
        Some(Length::new::<millimeter>(found))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::open;
    use crate::studies::evaluated::EvaluatedScenario;
    use crate::units::{fraction, rad_dose};

    fn subject(set: &[&str]) -> EvaluatedScenario {
        let set: Vec<String> = set.iter().map(|text| (*text).to_owned()).collect();
        EvaluatedScenario::new(open("reference-2026", &set).unwrap()).unwrap()
    }

    fn advice(set: &[&str]) -> ShieldAdvice {
        let subject = subject(set);
        shield_advice(&subject.design, &subject.model).unwrap()
    }

    const THIN_BOX: &str = "shielding.structure_thickness=1 mm";

    #[test]
    fn a_box_of_ten_millimeters_needs_no_plate() {
        let advice = advice(&[]);
        assert!(advice.no_plate, "{advice:?}");
        assert!((advice.lightest.thickness.get::<millimeter>() - 10.0).abs() < 1e-9);
        assert_eq!(advice.lightest, advice.present);
    }

    #[test]
    fn in_a_thin_box_mass_per_work_is_stationary_at_the_lightest_plate() {
        let advice = advice(&[THIN_BOX]);
        let best = advice.lightest.thickness.get::<millimeter>();
        assert!(!advice.no_plate && best > 1.2 && best < 20.0, "{advice:?}");
        let subject = subject(&[THIN_BOX]);
        let mut trade = Trade { case: subject.design, model: subject.model };
        // d ln M/dt = d ln W/dt, each from the model by itself
        let mut part = |millimeters: f64| {
            let outcome = trade.outcome(Length::new::<millimeter>(millimeters));
            let mass = outcome.metrics().mass().per_it_power().unwrap().base();
            (mass.ln(), outcome.metrics().radiation().availability().unwrap().base().ln())
        };
        let step = 1e-3;
        let (before, after) = (part(best - step), part(best + step));
        let mass_slope = (after.0 - before.0) / (2.0 * step);
        let work_slope = (after.1 - before.1) / (2.0 * step);
        assert!(mass_slope > 0.0);
        assert!((mass_slope / work_slope - 1.0).abs() < 1e-3, "{mass_slope} {work_slope}");
        assert!(advice.lightest.mass < advice.present.mass);
    }

    #[test]
    fn softer_parts_ask_for_a_thicker_plate() {
        let plate = |dose: &str| {
            let set = format!("it.failure_dose={dose}");
            advice(&[THIN_BOX, &set, "it.errors_per_dose=0 1/rad"]).lightest
        };
        let (hard, soft) = (plate("100000 rad"), plate("3000 rad"));
        assert!(soft.thickness > hard.thickness, "{hard:?} {soft:?}");
        assert!(soft.lost_parts.base() < 0.2, "{soft:?}");
    }

    #[test]
    fn without_loss_the_thinnest_shield_is_lightest() {
        let advice = advice(&[
            "shielding.structure_thickness=0 mm",
            "it.errors_per_dose=0 1/rad",
            "it.failure_dose=1e9 rad",
        ]);
        assert!(advice.no_plate);
        assert!((advice.lightest.thickness.get::<millimeter>() - THINNEST).abs() < 1e-12);
    }

    #[test]
    fn at_the_thickness_of_the_dose_limit_the_dose_is_the_limit() {
        let advice = advice(&[THIN_BOX]);
        let subject = subject(&[THIN_BOX]);
        let mut trade = Trade { case: subject.design, model: subject.model };
        let dose = trade.outcome(advice.dose_limit.unwrap()).metrics().radiation().dose().unwrap();
        assert!((dose.get::<rad_dose>() - 2000.0).abs() < 0.01, "{dose:?}");
    }

    #[test]
    fn where_availability_or_mass_is_stated_nothing_is_said() {
        let subject = subject(&[]);
        let mut case = subject.design;
        case.pins.radiation_availability = Some(fraction(0.95));
        assert_eq!(shield_advice(&case, &subject.model), None);
        let mut case = subject.design;
        case.pins.mass_per_it_power = Some(SpecificMass::from_base(0.03));
        assert_eq!(shield_advice(&case, &subject.model), None);
    }
}
