//! Temperatures through one orbit of one satellite, and what a heat pump could do: asked for, not
//! part of an evaluation.

use super::evaluated::EvaluatedScenario;
use super::shown::{bare, kelvin, kilograms_per_kilowatt};
use crate::catalog::Catalog;
use crate::constants::STEFAN_BOLTZMANN;
use crate::physics::environment::{Environment, PlateLoads};
use crate::physics::heat_pump::{HeatPump, HeatPumpParameters, carnot_work_ratio};
use crate::physics::heat_transport::chip_loop::{
    ChipLoopParameters, LoopOrbit, LoopPhase, orbit_of_loop,
};
use crate::system::design::panel_coolant;
use crate::system::evaluation::Evaluation;
use crate::system::inputs::Case;
use crate::units::{
    Area, HeatCapacity, Irradiance, Mass, Power, RadiationConstant, Ratio, SpecificMass,
    Temperature, TemperatureInterval, Time, complement, difference, fraction,
};
use serde::Serialize;

/// What the catalog gives and no evaluation needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThermalMass {
    /// Share of their heat capacity in the chips.
    pub chip_share: Ratio,
    /// Share of the Carnot efficiency that a heat pump reaches.
    pub carnot_share: Ratio,
}

impl ThermalMass {
    /// The values of the catalog; `None` where a row is missing: a defect.
    pub fn of_catalog(catalog: &Catalog) -> Option<Self> {
        let nominal = |address: &str| Some(catalog.value(address, 2026).ok()?.nominal);
        Some(Self {
            chip_share: fraction(nominal("model.thermal_mass.chip_share")?),
            carnot_share: fraction(nominal("model.heat_pump.carnot_share")?),
        })
    }
}

/// Duty of the computers in an orbit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Duty {
    /// All at full load, in the hot case, with the panels that are left at end of life.
    #[serde(rename = "on")]
    Full,
    /// All off, in the cold case, with every panel at work: what the loop must not freeze in.
    #[serde(rename = "off")]
    Off,
}

/// Temperatures through one orbit that repeats.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OrbitHeat {
    /// Duty of the computers.
    #[serde(rename = "computers")]
    pub duty: Duty,
    /// Highest temperature of the chips.
    #[serde(serialize_with = "kelvin")]
    pub chip_highest: Temperature,
    /// Highest less lowest temperature of the chips.
    #[serde(serialize_with = "kelvin")]
    pub chip_swing: TemperatureInterval,
    /// Lowest temperature of the coolant.
    #[serde(serialize_with = "kelvin")]
    pub coolant_lowest: Temperature,
    /// Lowest temperature of the coolant less that at which it freezes.
    #[serde(serialize_with = "kelvin")]
    pub freezing_margin: TemperatureInterval,
    /// Lowest temperature at the roots of the panels.
    #[serde(serialize_with = "kelvin")]
    pub panel_lowest: Temperature,
    /// Heat gained less heat emitted, over heat gained.
    #[serde(serialize_with = "bare")]
    pub energy_residual: Ratio,
}

/// Effect of a heat pump between loop and panels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct LiftAdvice {
    /// Whether no lift is best.
    pub no_lift: bool,
    /// Radiator temperature of the least mass; that of the loop where no lift is best.
    #[serde(serialize_with = "kelvin")]
    pub radiator_temperature: Temperature,
    /// Work per heat there.
    #[serde(rename = "work_per_heat", serialize_with = "bare")]
    pub work_ratio: Ratio,
    /// Carnot's bound on it.
    #[serde(rename = "work_per_heat_bound", serialize_with = "bare")]
    pub work_bound: Ratio,
    /// Mass of panels and power per heat there.
    #[serde(rename = "mass_per_heat", serialize_with = "kilograms_per_kilowatt")]
    pub mass: SpecificMass,
    /// The same without lift; none where the sink is too warm for it.
    #[serde(skip)]
    pub mass_without: Option<SpecificMass>,
}

/// Heat through one orbit, as a run reports it.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct ThroughOrbit {
    /// Temperatures with all computers at work, then with all off; empty without a design.
    pub orbits: Vec<OrbitHeat>,
    /// Effect of a heat pump; none without a design.
    pub heat_pump: Option<LiftAdvice>,
}

/// Both duties and the advice on a heat pump of an evaluated scenario.
pub fn through_one_orbit(subject: &EvaluatedScenario) -> ThroughOrbit {
    let (Some(mass), Ok(environment)) =
        (ThermalMass::of_catalog(Catalog::builtin()), subject.model.environment())
    else {
        return ThroughOrbit::default();
    };
    let (case, outcome) = (&subject.design, &subject.evaluation);
    let orbits = [Duty::Full, Duty::Off]
        .into_iter()
        .filter_map(|duty| orbit_heat(case, environment, outcome, &mass, duty));
    ThroughOrbit { orbits: orbits.collect(), heat_pump: lift_advice(case, outcome, &mass) }
}

/// One satellite, as its loop sees it.
struct HeatedSatellite<'a> {
    case: &'a Case,
    environment: &'a Environment,
    mass: &'a ThermalMass,
    heat: Power,
    it: Power,
    panel_area: Area,
    /// Panels that work at the end of the life, over all.
    working_share: Ratio,
    panel_mass: Mass,
    faces: Ratio,
    sink: Temperature,
    net_flux: Irradiance,
    shadow: Time,
}

impl<'a> HeatedSatellite<'a> {
    fn of(
        case: &'a Case,
        environment: &'a Environment,
        outcome: &Evaluation,
        mass: &'a ThermalMass,
    ) -> Option<Self> {
        let count = outcome.metrics().satellite().count()?;
        Some(Self {
            case,
            environment,
            mass,
            heat: outcome.metrics().radiator().heat()? / count,
            it: outcome.metrics().satellite().it_power()?,
            panel_area: outcome.metrics().radiator().panel_area()? / count,
            working_share: fraction(1.0) / outcome.metrics().armor().area_factor()?,
            panel_mass: outcome.metrics().mass().radiator_panels()? / count,
            faces: outcome.metrics().radiator().faces()?,
            sink: outcome.metrics().environment().sink_temperature()?,
            net_flux: outcome.metrics().radiator().net_flux()?,
            shadow: outcome.metrics().environment().eclipse_max()?,
        })
    }

    /// Heat that chips give at full load.
    fn chip_heat(&self) -> Power {
        (self.it * (self.case.it.chip_power / self.case.it.accelerator_power)).smaller(self.heat)
    }

    fn parameters(&self, duty: Duty) -> ChipLoopParameters {
        let case = self.case;
        let chips: Ratio = self.chip_heat() / case.it.chip_power;
        // half of the way from chip to coolant on either side of the plate
        let half_way = chips * 2.0 / case.it.junction_resistance.larger(LEAST_RESISTANCE);
        let flow = self.heat / case.coolant.rise;
        let working: Area = self.panel_area * self.working_share / case.radiator.area_factor;
        let fall: f64 =
            (case.coolant.rise / 2.0).base() + (self.net_flux / case.radiator.film).base();
        let root: f64 = panel_coolant(case).base() - fall;
        // the emission that makes the design's steady state a steady state of this loop
        let fourth = (root.powi(4) - self.sink.base().powi(4)).max(1.0);
        let emission = RadiationConstant::from_base((self.heat / working).base() / fourth);
        let coolant: HeatCapacity = flow * case.coolant.loop_time / 2.0;
        let equipment: HeatCapacity = self.it
            * (fraction(1.0) + case.it.spares)
            * case.it.specific_mass
            * case.it.specific_heat;
        ChipLoopParameters {
            chip_to_plate: half_way,
            plate_to_coolant: half_way,
            flow_capacity: flow,
            coolant_to_panel: case.radiator.film * self.panel_area,
            panel_emission: emission,
            panel_area: match duty {
                Duty::Full => working,
                Duty::Off => self.panel_area,
            },
            chips: equipment * self.mass.chip_share,
            plates: equipment * complement(self.mass.chip_share),
            warm_coolant: coolant,
            cool_coolant: coolant,
            panels: self.panel_mass * case.radiator.specific_heat,
        }
    }

    /// Sink with and without the Sun above the Earth.
    fn sinks(&self, duty: Duty) -> (Temperature, Temperature) {
        let (case, around) = (self.case, self.environment);
        let emitted: Ratio = case.radiator.emissivity * self.faces;
        let dark = |infrared: Irradiance, loads: &PlateLoads| {
            case.radiator.emissivity * infrared * loads.infrared_factor
        };
        match duty {
            Duty::Full => {
                let infrared = dark(case.environment.earth_infrared_hot, &around.hot);
                (self.sink, sink_of(infrared, emitted).smaller(self.sink))
            }
            Duty::Off => {
                let loads = &around.cold;
                let infrared = dark(case.environment.earth_infrared, loads);
                let sun: Irradiance = around.cold_irradiance
                    * (loads.solar_factor + case.environment.albedo * loads.albedo_factor);
                let lit = infrared + case.radiator.absorptance * sun;
                (sink_of(lit, emitted), sink_of(infrared, emitted))
            }
        }
    }

    fn phases(&self, duty: Duty) -> Vec<LoopPhase> {
        let case = self.case;
        let (lit, dark) = self.sinks(duty);
        let period = self.environment.period;
        let shadow = self.shadow.smaller(period);
        let chips = self.chip_heat();
        let others = self.heat - chips;
        let phase = |duration: Time, share: Ratio, sink: Temperature| match duty {
            Duty::Full => {
                let slowed: Power = self.it * complement(share);
                LoopPhase {
                    duration,
                    chip_heat: chips * share,
                    coolant_heat: (others - (slowed - chips * complement(share))).larger(NO_POWER),
                    sink,
                }
            }
            Duty::Off => LoopPhase {
                duration,
                chip_heat: NO_POWER,
                coolant_heat: (case.satellite.housekeeping + case.it.spares * case.it.spare_power)
                    * self.it,
                sink,
            },
        };
        let all = [
            phase(period - shadow, fraction(1.0), lit),
            phase(shadow, case.it.eclipse_share, dark),
        ];
        all.into_iter().filter(|phase| phase.duration.base() > 0.0).collect()
    }
}

const NO_POWER: Power = Power::from_base(0.0);
/// Keeps a way from chip to coolant where the case has none.
const LEAST_RESISTANCE: crate::units::ThermalResistance =
    crate::units::ThermalResistance::from_base(1.0e-9);

fn sink_of(absorbed: Irradiance, emitted: Ratio) -> Temperature {
    let black = absorbed / emitted / STEFAN_BOLTZMANN;
    Temperature::from_base(black.base().max(0.0).sqrt().sqrt())
}

/// Temperatures through the orbit with the longest shadow; `None` where the case has no design.
///
/// The loop is that of [`orbit_of_loop`]; its panels emit as much as makes the steady design a
/// steady state of the loop. In sunlight the sink is that of the orbit mean, in shadow that of the
/// Earth's infrared alone.
pub fn orbit_heat(
    case: &Case,
    environment: &Environment,
    outcome: &Evaluation,
    mass: &ThermalMass,
    duty: Duty,
) -> Option<OrbitHeat> {
    let satellite = HeatedSatellite::of(case, environment, outcome, mass)?;
    let orbit: LoopOrbit =
        orbit_of_loop(&satellite.parameters(duty), &satellite.phases(duty)).ok()?;
    Some(OrbitHeat {
        duty,
        chip_highest: orbit.chip_highest,
        chip_swing: orbit.chip_swing,
        coolant_lowest: orbit.coolant_lowest,
        panel_lowest: orbit.panel_lowest,
        freezing_margin: orbit.margin_to_freezing(case.coolant.freezing),
        energy_residual: orbit.energy_residual,
    })
}

/// What a heat pump from the loop's temperature would do, with the case's own mass of panels and
/// power; `None` where the case has no design.
pub fn lift_advice(case: &Case, outcome: &Evaluation, mass: &ThermalMass) -> Option<LiftAdvice> {
    let power: Mass = outcome.metrics().mass().array()?
        + outcome.metrics().battery().mass()?
        + outcome.metrics().mass().power_distribution()?;
    let faces_emit: Ratio = case.radiator.emissivity
        * outcome.metrics().radiator().faces()?
        * outcome.metrics().radiator().fin_effectiveness()?;
    let areal = (outcome.metrics().mass().radiator_panels()? + outcome.metrics().mass().armor()?)
        / outcome.metrics().radiator().panel_area()?
        * case.radiator.area_factor
        * outcome.metrics().armor().area_factor()?;
    let cold = case.coolant.temperature;
    let pump = HeatPump::new(HeatPumpParameters {
        cold,
        sink: outcome.metrics().environment().sink_temperature()?,
        carnot_share: mass.carnot_share,
        panel_mass: areal,
        panel_emission: faces_emit * STEFAN_BOLTZMANN,
        power_mass: power / outcome.metrics().power().bus()?,
    })
    .ok()?;
    let best = pump.optimum();
    let without = pump.mass(cold);
    Some(LiftAdvice {
        radiator_temperature: best.radiator_temperature,
        no_lift: difference(best.radiator_temperature, cold).base() <= 0.0,
        work_ratio: best.work_ratio,
        work_bound: carnot_work_ratio(cold, best.radiator_temperature),
        mass: best.mass,
        mass_without: without.base().is_finite().then_some(without),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::open;

    fn subject(name: &str, set: &[&str]) -> EvaluatedScenario {
        let set: Vec<String> = set.iter().map(|text| (*text).to_owned()).collect();
        EvaluatedScenario::new(open(name, &set).unwrap()).unwrap()
    }

    fn heat(subject: &EvaluatedScenario, duty: Duty) -> OrbitHeat {
        let mass = ThermalMass::of_catalog(Catalog::builtin()).unwrap();
        let environment = *subject.model.environment().unwrap();
        orbit_heat(&subject.case, &environment, &subject.evaluation, &mass, duty).unwrap()
    }

    #[test]
    fn at_full_load_the_peak_is_the_chip_temperature_of_the_design() {
        let reference = subject("reference-2026", &[]);
        let got = heat(&reference, Duty::Full);
        let design = reference.evaluation.metrics().chip().temperature().unwrap();
        // the shadow lets the loop cool by so much that it is not quite back at the end of the
        // sunlit part
        let below = design.base() - got.chip_highest.base();
        assert!((0.0..1.0).contains(&below), "{got:?} {design:?}");
        assert!(got.energy_residual.base().abs() < 1.0e-9);
        assert!(got.chip_swing.base() >= 0.0 && got.freezing_margin.base() > 30.0);
    }

    #[test]
    fn throttled_computers_cool_down_in_shadow() {
        let full = heat(&subject("reference-2026", &[]), Duty::Full);
        let throttled = heat(&subject("reference-2026", &["it.eclipse_share=0.1"]), Duty::Full);
        assert!(throttled.chip_swing.base() > full.chip_swing.base() + 10.0);
        assert!(throttled.coolant_lowest < full.coolant_lowest);
    }

    #[test]
    fn without_computers_the_loop_is_colder_than_with_them() {
        let reference = subject("reference-2026", &[]);
        let (full, off) = (heat(&reference, Duty::Full), heat(&reference, Duty::Off));
        assert!(off.coolant_lowest < full.coolant_lowest);
        assert!(off.freezing_margin.base() < 0.0, "{off:?}");
    }

    #[test]
    fn lift_saves_less_than_its_pump_weighs_in_the_reference_at_full_power_in_shadow() {
        let reference = subject("reference-2026", &["it.eclipse_share=1"]);
        let mass = ThermalMass::of_catalog(Catalog::builtin()).unwrap();
        let outcome = &reference.evaluation;
        let advice = lift_advice(&reference.design, outcome, &mass).unwrap();
        assert!(advice.work_ratio >= advice.work_bound);
        let saved = advice.mass_without.unwrap() - advice.mass;
        let pump = advice.work_ratio * reference.design.heat_pump.specific_mass;
        assert!(saved.base() >= 0.0 && saved < pump, "{advice:?} {saved:?} {pump:?}");
        assert_eq!(reference.design.heat_pump.lift.base().to_bits(), 0);
    }
}
