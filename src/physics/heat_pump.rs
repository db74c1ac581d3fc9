//! Heat pump between coolant and radiator: work against radiator mass, and the temperature at which
//! both weigh least.

use crate::domain::{DomainError, within};
use crate::physics::radiator::fourth;
use crate::units::{
    ArealMass, RadiationConstant, Ratio, SpecificMass, Temperature, TemperatureInterval,
    difference, fraction, kelvin, kilogram_per_square_meter, kilogram_per_watt, raised, unity,
    watt_per_square_meter_kelvin4,
};

/// Steps of Newton's method at most; four to eight are usual.
const MOST_STEPS: u8 = 60;
/// Relative step at which a temperature is taken as found.
const CONVERGED: f64 = 1.0e-15;

/// What a heat pump lifts, with what, and to where.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeatPumpParameters {
    /// Temperature at which the heat is taken up.
    pub cold: Temperature,
    /// Sink temperature of the radiator.
    pub sink: Temperature,
    /// Coefficient of performance over Carnot's.
    pub carnot_share: Ratio,
    /// Mass per panel area.
    pub panel_mass: ArealMass,
    /// What the panel emits per area over the fourth power of its root temperature: faces,
    /// emissivity and fin effectiveness times the Stefan-Boltzmann constant.
    pub panel_emission: RadiationConstant,
    /// Mass of everything that supplies the work, per power: array, conversion, storage, the pump
    /// itself.
    pub power_mass: SpecificMass,
}

/// A heat pump that feeds a radiator, and rejects its own work there too.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeatPump {
    parameters: HeatPumpParameters,
}

/// The lightest way to reject heat with a heat pump.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeatPumpOptimum {
    /// Root temperature of the radiator; the cold temperature where no lift is best.
    pub radiator_temperature: Temperature,
    /// Temperature above the cold one at which the mass has its minimum, if there is one; it may be
    /// heavier than no lift.
    pub interior_minimum: Option<Temperature>,
    /// Work per heat at the optimum.
    pub work_ratio: Ratio,
    /// Mass of radiator and power supply per heat at the optimum.
    pub mass: SpecificMass,
}

/// Work of a heat pump over the heat that the panels reject, its work included.
///
/// # Model
/// ```text
/// w = ΔT / (f T_c),   W / (Q + W) = w / (1 + w)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | w | work over heat taken up | 1 |
/// | ΔT, `T_c` | lift, temperature at which the heat is taken up | K |
/// | f | coefficient of performance over Carnot's | 1 |
/// | W, Q | work, heat taken up | W |
///
/// # Assumes
/// The same share of Carnot at every lift; all work ends as heat in the panels.
///
/// # Valid for
/// Lifts that are not negative; zero without a lift.
///
/// # References
/// Definition of the share; see [`carnot_work_ratio`]
pub fn work_in_rejected_heat(
    cold: Temperature,
    lift: TemperatureInterval,
    carnot_share: Ratio,
) -> Ratio {
    let work: Ratio = carnot_work_ratio(cold, raised(cold, lift)) / carnot_share;
    work / (fraction(1.0) + work)
}

impl HeatPump {
    /// Checks the pump once, so that the methods below cannot fail.
    ///
    /// # Errors
    /// [`DomainError`] if the cold temperature is outside 1 K to 5 000 K, the sink outside 0 K to 5
    /// 000 K, the share of Carnot outside 0.001 to 1, the panel mass outside 1e-6 kg/m² to 1e4
    /// kg/m², its emission outside 1e-12 W/m²/K⁴ to 1e-6 W/m²/K⁴, or the mass of power outside 1e-9
    /// kg/W to 1e3 kg/W.
    pub fn new(parameters: HeatPumpParameters) -> Result<Self, DomainError> {
        let p = &parameters;
        within::<kelvin>("cold temperature", 1.0..=5_000.0, p.cold)?;
        within::<kelvin>("sink temperature", 0.0..=5_000.0, p.sink)?;
        within::<unity>("share of Carnot", 1.0e-3..=1.0, p.carnot_share)?;
        within::<kilogram_per_square_meter>("panel mass", 1.0e-6..=1.0e4, p.panel_mass)?;
        within::<watt_per_square_meter_kelvin4>(
            "panel emission",
            1.0e-12..=1.0e-6,
            p.panel_emission,
        )?;
        within::<kilogram_per_watt>("mass of power", 1.0e-9..=1.0e3, p.power_mass)?;
        Ok(Self { parameters })
    }

    /// Work per heat lifted to a radiator temperature.
    ///
    /// # Model
    /// ```text
    /// w = (T − T_c) / (f T_c)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | w | work over heat taken up | 1 |
    /// | T, `T_c` | radiator and cold temperature | K |
    /// | f | coefficient of performance over Carnot's | 1 |
    ///
    /// # Assumes
    /// The same share of Carnot at every lift; no temperature difference in the two heat exchangers
    /// beyond that share.
    ///
    /// # Valid for
    /// Radiators at least as warm as the heat; zero below.
    ///
    /// # References
    /// Definition of the share; see [`carnot_work_ratio`]
    pub fn work_ratio(&self, radiator: Temperature) -> Ratio {
        carnot_work_ratio(self.parameters.cold, radiator) / self.parameters.carnot_share
    }

    /// Mass of radiator and power supply per heat, for a radiator temperature.
    ///
    /// # Model
    /// ```text
    /// m = A (1 + w)/(T⁴ − T_s⁴) + B w,   A = m_A/(η f ε σ)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | m, B | mass per heat, mass per work | kg/W |
    /// | w | work ratio, [`HeatPump::work_ratio`] | 1 |
    /// | `m_A`, η f ε σ | mass and emission of the panel | kg/m², W/m²/K⁴ |
    /// | T, `T_s` | radiator and sink temperature | K |
    ///
    /// # Assumes
    /// One radiator temperature; the work ends as heat in the same radiator.
    ///
    /// # Valid for
    /// Radiators warmer than the sink (infinite up to it).
    ///
    /// # References
    /// \[Thermal2026\], `heat_pump_optimum.csv`; see docs/model/heat-pump.md
    pub fn mass(&self, radiator: Temperature) -> SpecificMass {
        let p = &self.parameters;
        let excess = fourth(radiator) - fourth(p.sink);
        if excess <= 0.0 {
            return SpecificMass::from_base(f64::INFINITY);
        }
        let work = self.work_ratio(radiator).base();
        let panel = self.panel_factor() * (1.0 + work) / excess;
        SpecificMass::from_base(panel + p.power_mass.base() * work)
    }

    /// The radiator temperature with the least mass among all from the cold temperature up.
    ///
    /// # Model
    /// ```text
    /// dm/dT = 0  ⇔  H(T) = B (T⁴ − T_s⁴)²/T³ − 3 A T − A T_s⁴/T³ + 4 A T_c (1 − f) = 0
    /// dH/dT = 5 B (T⁴ − T_s⁴)(T⁴ − v)/T⁴,   v = 3/5 (A/B − T_s⁴)
    /// ```
    /// Symbols as in [`HeatPump::mass`]; f as in [`HeatPump::work_ratio`].
    ///
    /// The mass falls where H is negative. Above the sink H has one valley, at T⁴ = max(`T_s`⁴, v),
    /// beyond which it rises and is convex. So there is at most one minimum, the last root of H,
    /// and Newton's method from above comes down to it. It is compared with no lift. For `T_s` = 0
    /// it is the last root of B T⁵ − 3 A T + 4 A `T_c` (1 − f).
    ///
    /// # Assumes
    /// As [`HeatPump::mass`].
    ///
    /// # Valid for
    /// Any pump that [`HeatPump::new`] accepts. With a sink at or above the cold temperature the
    /// heat must be lifted, and the minimum is the optimum.
    ///
    /// # References
    /// \[Thermal2026\], `heat_pump_optimum.csv`; derivation in docs/model/heat-pump.md
    pub fn optimum(&self) -> HeatPumpOptimum {
        let cold = self.parameters.cold;
        let interior_minimum = self.interior_minimum();
        let mut radiator_temperature = cold;
        if let Some(warm) = interior_minimum
            && self.mass(warm) < self.mass(cold)
        {
            radiator_temperature = warm;
        }
        HeatPumpOptimum {
            radiator_temperature,
            interior_minimum,
            work_ratio: self.work_ratio(radiator_temperature),
            mass: self.mass(radiator_temperature),
        }
    }

    /// A of the model: mass per heat times the fourth power of the temperature.
    fn panel_factor(&self) -> f64 {
        self.parameters.panel_mass.base() / self.parameters.panel_emission.base()
    }

    /// Last root of H above the cold temperature and the sink.
    fn interior_minimum(&self) -> Option<Temperature> {
        let p = &self.parameters;
        let (cold, sink) = (p.cold.base(), fourth(p.sink));
        // H over B
        let ratio = self.panel_factor() / p.power_mass.base();
        let constant = 4.0 * ratio * cold * (1.0 - p.carnot_share.base());
        let value = |root: f64| {
            let cubed = root * root * root;
            let excess = cubed * root - sink;
            (excess * excess - ratio * sink) / cubed - 3.0 * ratio * root + constant
        };
        let valley_fourth = 0.6 * (ratio - sink);
        let valley = valley_fourth.max(sink).sqrt().sqrt();
        // the minimum is above the cold temperature where H is negative there or falls from there
        // to a negative valley
        let lowest = if valley > cold { valley } else { cold };
        let falls = value(lowest) < 0.0;
        if !falls {
            return None;
        }
        // Without its constant H is zero here, and with it not below zero.
        let half = sink + 1.5 * ratio;
        let mut root = (half + (half * half - sink * (sink - ratio)).max(0.0).sqrt()).sqrt().sqrt();
        for _ in 0..MOST_STEPS {
            let power = root * root * root * root;
            let slope = 5.0 * (power - sink) * (power - valley_fourth) / power;
            let step = value(root) / slope;
            root -= step;
            if step.abs() <= CONVERGED * root {
                break;
            }
        }
        (root > lowest).then(|| Temperature::from_base(root))
    }
}

/// Carnot's bound: the least work per heat that any machine needs to lift it.
///
/// # Model
/// ```text
/// w_C = (T − T_c)/T_c
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `w_C` | work over heat taken up | 1 |
/// | T, `T_c` | temperatures at which heat is given off and taken up | K |
///
/// # Assumes
/// No entropy made.
///
/// # Valid for
/// Cold temperatures above zero; zero where there is nothing to lift.
///
/// # References
/// Second law of thermodynamics
pub fn carnot_work_ratio(cold: Temperature, warm: Temperature) -> Ratio {
    fraction((difference(warm, cold).base() / cold.base()).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constants::STEFAN_BOLTZMANN;

    fn pump(cold: f64, share: f64, panel: (f64, f64), power: f64, sink: f64) -> HeatPump {
        HeatPump::new(HeatPumpParameters {
            cold: Temperature::from_base(cold),
            sink: Temperature::from_base(sink),
            carnot_share: fraction(share),
            panel_mass: ArealMass::from_base(panel.0),
            panel_emission: panel.1 * STEFAN_BOLTZMANN,
            power_mass: SpecificMass::from_base(power),
        })
        .unwrap()
    }

    #[test]
    fn an_ideal_pump_under_an_empty_sky_has_a_closed_form() {
        let ideal = pump(290.0, 1.0, (6.0, 1.8), 0.005, 0.0);
        let best = ideal.optimum().radiator_temperature.base();
        let closed = libm::pow(3.0 * 6.0 / (1.8 * 5.670_374_419e-8 * 0.005), 0.25);
        assert!((best / closed - 1.0).abs() < 1.0e-14, "{best} {closed}");
    }

    #[test]
    fn under_an_empty_sky_the_minimum_solves_the_quintic() {
        for (share, power) in [(0.3, 0.005), (0.5, 0.005), (0.7, 0.01)] {
            let real = pump(290.0, share, (14.2, 0.88), power, 0.0);
            let root = real.optimum().interior_minimum.unwrap().base();
            let a = real.panel_factor();
            let terms = [power * root.powi(5), -3.0 * a * root, 4.0 * a * 290.0 * (1.0 - share)];
            let size: f64 = terms.iter().map(|term| term.abs()).sum();
            assert!(terms.iter().sum::<f64>().abs() < 1.0e-14 * size, "{root}");
        }
    }

    #[test]
    fn heavy_power_makes_no_lift_best() {
        let best = pump(290.0, 0.3, (3.0, 1.8), 0.02, 0.0).optimum();
        assert!((best.radiator_temperature.base() - 290.0).abs() < 1.0e-12);
        assert!(best.interior_minimum.is_none());
        assert!(best.work_ratio.base().abs() < 1.0e-15);
    }

    #[test]
    fn a_sink_above_the_coolant_needs_a_lift() {
        let best = pump(290.0, 0.5, (6.0, 1.8), 0.01, 320.0).optimum();
        assert!(best.radiator_temperature.base() > 320.0);
        assert!(best.mass.base().is_finite());
    }

    #[test]
    fn no_temperature_of_a_fine_grid_is_lighter_than_the_optimum() {
        for share in [0.05, 0.3, 0.6, 1.0] {
            for power in [1.0e-4, 1.0e-3, 5.0e-3, 2.0e-2] {
                for sink in [0.0, 150.0, 280.0, 299.0, 340.0] {
                    let machine = pump(300.0, share, (8.0, 1.8), power, sink);
                    let best = machine.optimum();
                    for step in 0..4_000 {
                        let root = Temperature::from_base(300.0 + 0.5 * f64::from(step));
                        assert!(
                            machine.mass(root).base() >= best.mass.base() * (1.0 - 1.0e-12),
                            "share {share}, power {power}, sink {sink}: {kelvin:?} below {best:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn an_ideal_pump_meets_the_bound_of_carnot() {
        let (cold, warm) = (Temperature::from_base(300.0), Temperature::from_base(330.0));
        assert!((carnot_work_ratio(cold, warm).base() - 0.1).abs() < 1.0e-15);
        assert!(carnot_work_ratio(warm, cold).base().abs() < 1.0e-15);
        let ideal = pump(300.0, 1.0, (6.0, 1.8), 0.01, 0.0);
        assert!((ideal.work_ratio(warm).base() - 0.1).abs() < 1.0e-15);
    }

    #[test]
    fn a_pump_better_than_carnot_is_refused() {
        let parameters = pump(300.0, 1.0, (6.0, 1.8), 0.01, 0.0).parameters;
        let perpetual = HeatPumpParameters { carnot_share: fraction(1.01), ..parameters };
        assert_eq!(HeatPump::new(perpetual).unwrap_err().quantity, "share of Carnot");
    }
}
