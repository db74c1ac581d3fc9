//! Solar arrays: temperature from their own heat balance, power per area.

pub mod aging;

use crate::constants::{STEFAN_BOLTZMANN, SUN_TEMPERATURE};
use crate::domain::{DomainError, within};
use crate::units::{
    Irradiance, PerTemperature, Ratio, Temperature, complement, fraction, per_kelvin, unity,
};

/// Temperature at which cell efficiencies are stated, 28 °C.
pub const RATED_TEMPERATURE: Temperature = Temperature::from_base(301.15);
/// Steps of Newton's method at most; six are enough from the starting point used.
const MOST_STEPS: u8 = 30;
/// Relative step of Newton's method after which the next one would be below rounding: it would be
/// 1.5 times its square.
const QUADRATIC: f64 = 1.0e-8;

/// Parameters of an array.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolarArrayParameters {
    /// Efficiency of a bare cell, AM0 and 28 °C, begin of life.
    pub cell_efficiency: Ratio,
    /// Cell area over gross panel area.
    pub packing_factor: Ratio,
    /// Relative change of the efficiency per kelvin, negative as a rule.
    pub temperature_coefficient: PerTemperature,
    /// Solar absorptance of the front, mean over cells and gaps, including the part turned into
    /// electricity.
    pub solar_absorptance: Ratio,
    /// Infrared emissivity of the front.
    pub front_emissivity: Ratio,
    /// Infrared emissivity of the back.
    pub back_emissivity: Ratio,
    /// Share of the terminal power at normal incidence that arrives at the bus: pointing error and
    /// wiring.
    pub pointing_and_wiring: Ratio,
}

/// A flat array that faces the Sun, cells on one side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolarArray {
    parameters: SolarArrayParameters,
}

impl SolarArray {
    /// Checks the array once, so that the methods below cannot fail.
    ///
    /// # Errors
    /// [`DomainError`] if a share is outside 0 to 1, an emissivity below 0.01, the cells are better
    /// than [`landsberg_limit`] or turn more sunlight into electricity than the front absorbs, or
    /// the temperature coefficient is outside −0.02 1/K to 0.
    pub fn new(parameters: SolarArrayParameters) -> Result<Self, DomainError> {
        let limit = landsberg_limit(RATED_TEMPERATURE).base();
        let efficiency =
            within::<unity>("cell efficiency", 0.0..=limit, parameters.cell_efficiency)?;
        let packing = within::<unity>("packing factor", 0.0..=1.0, parameters.packing_factor)?;
        within::<per_kelvin>(
            "temperature coefficient",
            -0.02..=0.0,
            parameters.temperature_coefficient,
        )?;
        let least = (efficiency * packing).base();
        within::<unity>(
            "solar absorptance of the array",
            least..=1.0,
            parameters.solar_absorptance,
        )?;
        within::<unity>("front emissivity", 0.01..=1.0, parameters.front_emissivity)?;
        within::<unity>("back emissivity", 0.0..=1.0, parameters.back_emissivity)?;
        within::<unity>("pointing and wiring", 0.0..=1.0, parameters.pointing_and_wiring)?;
        Ok(Self { parameters })
    }

    /// Temperature at begin of life with full load; model as in
    /// [`SolarArray::temperature_with_output`].
    ///
    /// `earth_load` is what both faces absorb of Earth infrared and albedo, per gross area.
    pub fn temperature(&self, irradiance: Irradiance, earth_load: Irradiance) -> Temperature {
        self.temperature_with_output(irradiance, earth_load, fraction(1.0))
    }

    /// Temperature at which the array loses as much as it absorbs.
    ///
    /// # Model
    /// ```text
    /// (ε_f + ε_b) σ T⁴ = α S + q_E − u p η(T) S
    /// η(T) = η_0 (1 + β (T − 301.15 K)), not below zero
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `ε_f`, `ε_b` | emissivity of front and back | 1 |
    /// | α | solar absorptance of the front | 1 |
    /// | S | solar irradiance, normal incidence | W/m² |
    /// | `q_E` | Earth infrared and albedo absorbed by both faces, per gross area | W/m² |
    /// | u | electricity drawn over that of a new array: 0 open circuit, remaining factor at an age | 1 |
    /// | p, `η_0`, β | packing factor, cell efficiency, temperature coefficient | 1, 1, 1/K |
    ///
    /// Newton's method from the temperature of an open circuit, from where each step is downward
    /// (the balance is convex in T), to a relative step of 1e-13.
    ///
    /// # Assumes
    /// Front and back at one temperature, no heat to the boom or the satellite, no view of its
    /// radiators, steady state (a thin array follows within minutes). Wiring heat arises outside
    /// the panel.
    ///
    /// # Valid for
    /// 0 to 10 suns. In shadow (S = 0) the steady state is the coldest that a long shadow could
    /// bring. Where the linear efficiency would be negative (313 K above rating at −0.0032 1/K) it
    /// counts as zero. Where cells grow so efficient in the cold that they would draw more than αS,
    /// the temperature is that of a panel that draws αS; see [`SolarArray::is_possible`].
    ///
    /// # References
    /// Derivation in docs/model/array.md; checked against \[Thermal2026\],
    /// `blackbody_equilibrium.csv`
    pub fn temperature_with_output(
        &self,
        irradiance: Irradiance,
        earth_load: Irradiance,
        output: Ratio,
    ) -> Temperature {
        let p = &self.parameters;
        let sun = irradiance.base();
        let emission = (p.front_emissivity + p.back_emissivity).base() * STEFAN_BOLTZMANN.base();
        let absorbed = p.solar_absorptance.base() * sun + earth_load.base();
        if absorbed <= 0.0 {
            return Temperature::from_base(0.0);
        }
        let open = (absorbed / emission).sqrt().sqrt();
        let rated = output.base() * (p.packing_factor * p.cell_efficiency).base() * sun;
        let slope = p.temperature_coefficient.base();
        let share = |kelvin: f64| 1.0 + slope * (kelvin - RATED_TEMPERATURE.base());
        if rated <= 0.0 || share(open) <= 0.0 {
            return Temperature::from_base(open);
        }
        let most = p.solar_absorptance.base() * sun;
        let mut kelvin = open;
        for _ in 0..MOST_STEPS {
            let cubed = emission * kelvin * kelvin * kelvin;
            let excess = cubed * kelvin - absorbed + rated * share(kelvin);
            let step = excess / (4.0 * cubed + rated * slope);
            kelvin -= step;
            if !kelvin.is_finite() || rated * share(kelvin) > most {
                kelvin = ((absorbed - most) / emission).max(0.0).sqrt().sqrt();
                break;
            }
            if step.abs() < QUADRATIC * kelvin {
                break;
            }
        }
        Temperature::from_base(kelvin)
    }

    /// Efficiency of the cells at a temperature, begin of life; formula in
    /// [`SolarArray::temperature_with_output`].
    pub fn efficiency(&self, temperature: Temperature) -> Ratio {
        let above = temperature.base() - RATED_TEMPERATURE.base();
        let share = 1.0 + self.parameters.temperature_coefficient.base() * above;
        fraction(self.parameters.cell_efficiency.base() * share.max(0.0))
    }

    /// Whether the cells give power at this temperature, and no more than the array absorbs.
    ///
    /// # Model
    /// ```text
    /// 0 < p η(T) < α
    /// ```
    /// Symbols as in [`SolarArray::temperature_with_output`].
    ///
    /// # Valid for
    /// Any temperature.
    ///
    /// # References
    /// Conservation of energy; derivation in docs/model/array.md
    pub fn is_possible(&self, temperature: Temperature) -> bool {
        let drawn = self.parameters.packing_factor * self.efficiency(temperature);
        drawn.base() > 0.0 && drawn < self.parameters.solar_absorptance
    }

    /// Power at the array's terminals per gross area, begin of life, normal incidence.
    ///
    /// # Model
    /// ```text
    /// P/A = p η(T) S
    /// ```
    /// Symbols as in [`SolarArray::temperature_with_output`]. Packing is included; pointing and
    /// wiring are not: they are losses between terminals and bus.
    ///
    /// # Assumes
    /// The maximum power point is tracked.
    ///
    /// # Valid for
    /// As [`SolarArray::temperature_with_output`].
    ///
    /// # References
    /// Definition, see docs/model/array.md
    pub fn power_per_area(&self, irradiance: Irradiance, temperature: Temperature) -> Irradiance {
        irradiance * self.parameters.packing_factor * self.efficiency(temperature)
    }
}

/// Landsberg's limit: greatest share of the Sun's radiation that any converter at a temperature can
/// turn into work.
///
/// # Model
/// ```text
/// η_L = 1 − 4/3 T/T_s + 1/3 (T/T_s)⁴
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | T | temperature of the converter | K |
/// | `T_s` | temperature of the Sun's photosphere | K |
///
/// # Assumes
/// A black Sun that fills the converter's sky, no entropy made inside.
///
/// # Valid for
/// 0 K to the Sun's temperature, beyond which it is zero.
///
/// # References
/// After \[Landsberg1980\], not read
pub fn landsberg_limit(temperature: Temperature) -> Ratio {
    let share = (temperature / SUN_TEMPERATURE).base().clamp(0.0, 1.0);
    complement(fraction((4.0 - share.powi(3)) * share / 3.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{kelvin, per_kelvin, watt_per_square_meter};

    const SILICON: SolarArrayParameters = SolarArrayParameters {
        cell_efficiency: fraction(0.21),
        packing_factor: fraction(0.88),
        temperature_coefficient: PerTemperature::from_base(-0.0032),
        solar_absorptance: fraction(0.75),
        front_emissivity: fraction(0.82),
        back_emissivity: fraction(0.80),
        pointing_and_wiring: fraction(0.95),
    };

    fn flux(value: f64) -> Irradiance {
        Irradiance::new::<watt_per_square_meter>(value)
    }

    #[test]
    fn absorbed_is_emitted_plus_electricity() {
        let array = SolarArray::new(SILICON).unwrap();
        for (sun, earth) in [
            (1_361.0, 0.0),
            (1_316.0, 90.0),
            (1_407.0, 300.0),
            (5_000.0, 0.0),
            (0.0, 60.0),
            (1.0, 0.0),
        ] {
            let temperature = array.temperature(flux(sun), flux(earth));
            let emitted = 1.62 * 5.670_374_419e-8 * temperature.base().powi(4);
            let electric = array.power_per_area(flux(sun), temperature).base();
            let absorbed = 0.75 * sun + earth;
            assert!((emitted + electric - absorbed).abs() < 1e-12 * absorbed, "sun {sun}");
        }
    }

    #[test]
    fn a_plate_without_cells_is_at_the_radiative_equilibrium() {
        let bare = SolarArrayParameters {
            cell_efficiency: fraction(0.0),
            solar_absorptance: fraction(1.0),
            front_emissivity: fraction(1.0),
            back_emissivity: fraction(1.0),
            ..SILICON
        };
        let array = SolarArray::new(bare).unwrap();
        let temperature = array.temperature(flux(1_361.0), flux(0.0)).base();
        assert!((temperature - (1_361.0 / (2.0 * 5.670_374_419e-8_f64)).powf(0.25)).abs() < 1e-9);
        assert!(array.temperature(flux(0.0), flux(0.0)).base().abs() < 1e-300);
    }

    #[test]
    fn drawing_power_cools_the_array() {
        let constant = PerTemperature::from_base(0.0);
        let parameters = SolarArrayParameters { temperature_coefficient: constant, ..SILICON };
        let array = SolarArray::new(parameters).unwrap();
        for (output, electric) in [(0.0, 0.0), (0.8, 0.8), (1.0, 1.0)] {
            let left = 1_361.0 * (0.75 - electric * 0.88 * 0.21);
            let want = (left / (1.62 * 5.670_374_419e-8_f64)).powf(0.25);
            let got = array.temperature_with_output(flux(1_361.0), flux(0.0), fraction(output));
            assert!((got.get::<kelvin>() - want).abs() < 1e-10);
        }
    }

    #[test]
    fn efficiency_falls_with_temperature_and_never_below_zero() {
        let array = SolarArray::new(SILICON).unwrap();
        assert!((array.efficiency(RATED_TEMPERATURE).base() - 0.21).abs() < 1e-15);
        let warm = array.efficiency(Temperature::new::<kelvin>(351.15)).base();
        assert!((warm - 0.21 * 0.84).abs() < 1e-15);
        assert!(array.efficiency(Temperature::new::<kelvin>(900.0)).base().abs() < 1e-300);
    }

    #[test]
    fn pointing_and_wiring_are_beyond_the_terminals() {
        let array = SolarArray::new(SILICON).unwrap();
        let terminals = array.power_per_area(flux(1_361.0), RATED_TEMPERATURE);
        assert!((terminals.base() - 1_361.0 * 0.88 * 0.21).abs() < 1e-10);
    }

    #[test]
    fn landsberg_limit_at_300_k_is_93_percent() {
        let limit = landsberg_limit(Temperature::new::<kelvin>(300.0)).base();
        let share = 300.0 / 5_772.0_f64;
        assert!((limit - (1.0 - 4.0 / 3.0 * share + share.powi(4) / 3.0)).abs() < 1e-15);
        assert!((limit - 0.930_70).abs() < 1e-5);
        assert!(landsberg_limit(SUN_TEMPERATURE).base().abs() < 1e-15);
    }

    #[test]
    fn cells_beyond_a_bound_are_refused() {
        let error =
            SolarArray::new(SolarArrayParameters { cell_efficiency: fraction(0.95), ..SILICON })
                .unwrap_err();
        assert_eq!(error.quantity, "cell efficiency");
        let error =
            SolarArray::new(SolarArrayParameters { solar_absorptance: fraction(0.1), ..SILICON })
                .unwrap_err();
        assert_eq!(error.quantity, "solar absorptance of the array");
        let positive = PerTemperature::new::<per_kelvin>(0.001);
        assert!(
            SolarArray::new(SolarArrayParameters { temperature_coefficient: positive, ..SILICON })
                .is_err()
        );
    }
}
