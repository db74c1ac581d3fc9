//! Booms that keep a long array stiff: the mass that its first bending mode asks for.

use std::f64::consts::TAU;

use crate::units::{Length, Mass, MassDensity, Pressure, Ratio, WaveFrequency, fraction, pick};

/// Square root of the first eigenvalue of a cantilever of even mass.
const CANTILEVER: f64 = 3.516_015_269;

/// A thin tube that is clamped at the satellite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Boom {
    /// Density of the wall.
    pub density: MassDensity,
    /// Modulus of elasticity along the boom.
    pub modulus: Pressure,
    /// Radius over length.
    pub slenderness: Ratio,
}

impl Boom {
    /// Mass of the boom over the mass that it carries.
    ///
    /// # Model
    /// ```text
    /// f = 3.516/(2 π) √(E I/(μ L⁴)),   E I = E m_b r²/(2 ρ L),   μ = (m + m_b)/L
    /// m_b/m = κ/(1 − κ),   κ = 2 ρ L² (2 π f/3.516)²/(E (r/L)²)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | f | frequency of the first bending mode | Hz |
    /// | `m_b`, m | mass of the boom, mass that it carries evenly along it | kg |
    /// | L, r | length, radius of the tube | m |
    /// | E, ρ | modulus and density of its wall | Pa, kg/m³ |
    ///
    /// # Assumes
    /// A cantilever of even mass and stiffness; a thin wall that does not buckle, joints as stiff
    /// as the tube; a blanket that adds mass and no stiffness.
    ///
    /// # Valid for
    /// Lengths at which κ is below one; above, no boom of that slenderness is stiff enough, and the
    /// share is endless.
    ///
    /// # References
    /// Bending waves of a beam, docs/model/size-laws.md
    pub fn mass_share(&self, length: Length, frequency: WaveFrequency) -> Ratio {
        let turn = TAU * frequency.base() / CANTILEVER;
        let slender = self.slenderness.base();
        let asked = 2.0 * self.density.base() * length.base() * length.base() * turn * turn
            / (self.modulus.base() * slender * slender);
        fraction(pick(asked < 1.0, asked / (1.0 - asked), f64::INFINITY))
    }

    /// Mass of the boom that carries a mass, [`Boom::mass_share`] times it.
    pub fn mass(&self, carried: Mass, length: Length, frequency: WaveFrequency) -> Mass {
        carried * self.mass_share(length, frequency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARBON: Boom = Boom {
        density: MassDensity::from_base(1_600.0),
        modulus: Pressure::from_base(7.0e10),
        slenderness: fraction(0.005),
    };

    fn meters(length: f64) -> Length {
        Length::from_base(length)
    }

    #[test]
    fn the_boom_that_is_found_has_the_frequency_that_is_asked() {
        let (carried, length, frequency) = (1_000.0, 50.0, 0.05);
        let mass = CARBON
            .mass(Mass::from_base(carried), meters(length), WaveFrequency::from_base(frequency))
            .base();
        let radius = 0.005 * length;
        let wall = mass / (TAU * radius * length * 1_600.0);
        let inertia = std::f64::consts::PI * radius.powi(3) * wall;
        let linear = (carried + mass) / length;
        let got =
            1.875_104_f64.powi(2) / TAU * (7.0e10 * inertia / (linear * length.powi(4))).sqrt();
        assert!((got / frequency - 1.0).abs() < 1e-5, "{got}");
    }

    #[test]
    fn longer_and_stiffer_booms_weigh_more_and_none_is_needed_for_none() {
        let share = |length: f64, frequency: f64| {
            CARBON.mass_share(meters(length), WaveFrequency::from_base(frequency)).base()
        };
        assert!(share(20.0, 0.05) < share(40.0, 0.05) && share(20.0, 0.05) < share(20.0, 0.1));
        assert_eq!(share(0.0, 0.05).to_bits(), 0);
        assert!(share(1.0e4, 0.05).is_infinite());
    }
}
