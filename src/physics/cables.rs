//! Cables between array and loads: their mass over distance, and the voltage that plasma bears.

use crate::units::{Length, Mass, MassDensity, Power, Ratio, Resistivity, Voltage, fraction, pick};

/// A conductor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Conductor {
    /// Density.
    pub density: MassDensity,
    /// Specific resistance at its temperature.
    pub resistivity: Resistivity,
    /// Mass of insulation, connectors and supports over that of the conductor.
    pub dressing: Ratio,
}

/// Power that a cable carries over a distance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CableDuty {
    /// Power.
    pub power: Power,
    /// Distance, one way.
    pub distance: Length,
    /// Voltage between the two conductors.
    pub voltage: Voltage,
    /// Share of the power that the cable may lose.
    pub loss: Ratio,
}

impl Conductor {
    /// Mass of a cable of two conductors.
    ///
    /// # Model
    /// ```text
    /// m = 4 δ ρ L² P/(f U²) (1 + z)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | m | mass | kg |
    /// | δ, ρ | density and specific resistance of the conductor | kg/m³, V m/A |
    /// | L | distance, one way | m |
    /// | P, f, U | power, share that is lost, voltage | W, 1, V |
    /// | z | insulation and supports over conductor | 1 |
    ///
    /// # Assumes
    /// Direct current out and back, one cross-section all along, all of the power over all of the
    /// distance; a loss that is stated and not what costs least.
    ///
    /// # Valid for
    /// Losses small against the power.
    ///
    /// # References
    /// Ohm's law, docs/model/size-laws.md
    pub fn mass(&self, duty: &CableDuty) -> Mass {
        let both: Length = duty.distance * 2.0;
        let loss: Power = duty.power * duty.loss;
        let section = self.resistivity * both * duty.power * duty.power
            / (loss * duty.voltage * duty.voltage);
        self.density * section * both * (fraction(1.0) + self.dressing)
    }
}

/// Highest voltage at which an array may work in a plasma.
///
/// # Model
/// ```text
/// U = U_a/s
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | U | voltage of a string | V |
/// | `U_a` | voltage below the plasma at which arcs begin | V |
/// | s | share of the voltage by which the negative end lies below the plasma | 1 |
///
/// # Assumes
/// Electrons come far more easily than ions, so that most of an array floats below the plasma: s is
/// near one.
///
/// # Valid for
/// Low orbits. No limit where s is zero; in the thin plasma of high orbits other discharges decide.
///
/// # References
/// Arcs at some 200 V on bare interconnects: \[Arcing\], abstract; none at 400 V under film
/// for 25 hours: \[Filmarray\], abstract
pub fn arcing_limit(inception: Voltage, negative_share: Ratio) -> Voltage {
    let endless = Voltage::from_base(f64::INFINITY);
    pick(negative_share.base() > 0.0, inception / negative_share, endless)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{megawatt, volt};

    const COPPER: Conductor = Conductor {
        density: MassDensity::from_base(8_960.0),
        resistivity: Resistivity::from_base(1.9e-8),
        dressing: fraction(0.0),
    };

    fn duty(megawatts: f64, meters: f64, volts: f64) -> CableDuty {
        CableDuty {
            power: Power::new::<megawatt>(megawatts),
            distance: Length::from_base(meters),
            voltage: Voltage::new::<volt>(volts),
            loss: fraction(0.03),
        }
    }

    #[test]
    fn a_megawatt_over_100_m_at_800_v_weighs_355_kg_of_copper() {
        // 1250 A, 37.5 kW lost are 0.0192 ohm in 200 m of 197.9 mm2
        let current: f64 = 1.0e6 / 800.0;
        let resistance = 0.03 * 1.0e6 / (current * current);
        let section = 1.9e-8 * 200.0 / resistance;
        let mass = COPPER.mass(&duty(1.0, 100.0, 800.0)).base();
        assert!((mass / (8_960.0 * section * 200.0) - 1.0).abs() < 1e-12, "{mass}");
        assert!((mass - 354.7).abs() < 0.1, "{mass}");
    }

    #[test]
    fn cables_weigh_with_the_square_of_distance_over_voltage_and_nothing_over_none() {
        let one = COPPER.mass(&duty(1.0, 100.0, 800.0)).base();
        assert!((COPPER.mass(&duty(1.0, 200.0, 800.0)).base() / one - 4.0).abs() < 1e-12);
        assert!((COPPER.mass(&duty(1.0, 200.0, 1_600.0)).base() / one - 1.0).abs() < 1e-12);
        assert_eq!(COPPER.mass(&duty(1.0, 0.0, 800.0)).base().to_bits(), 0);
    }

    #[test]
    fn a_string_all_below_the_plasma_stays_below_inception() {
        let inception = Voltage::new::<volt>(200.0);
        assert_eq!(arcing_limit(inception, fraction(1.0)), inception);
        let half: Ratio = arcing_limit(inception, fraction(0.5)) / inception;
        assert!((half.base() - 2.0).abs() < 1e-15);
        assert!(arcing_limit(inception, fraction(0.0)).base().is_infinite());
    }
}
