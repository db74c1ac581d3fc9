//! Radiating fins: how much less heat a panel rejects because it cools off between its tubes.

mod exact;
mod table;

use crate::constants::STEFAN_BOLTZMANN;
use crate::domain::{DomainError, within};
use crate::numeric::minimum::golden_section;
use crate::units::{
    Conductivity, Length, Ratio, Temperature, fraction, meter, watt_per_meter_kelvin,
};

/// Parameters of a fin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FinParameters {
    /// From the root (the tube's center line) to the tip (half way to the next tube).
    pub length: Length,
    /// Thickness of the sheet.
    pub thickness: Length,
    /// Thermal conductivity of the sheet.
    pub conductivity: Conductivity,
}

/// A rectangular fin: a sheet of constant thickness between two tubes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fin {
    parameters: FinParameters,
}

impl Fin {
    /// Checks the fin once, so that the methods below cannot fail.
    ///
    /// # Errors
    /// [`DomainError`] if the length is outside 0 m to 10 m, the thickness outside 1 µm to 0.1 m,
    /// or the conductivity outside 0.01 W/m/K to 5 000 W/m/K.
    pub fn new(parameters: FinParameters) -> Result<Self, DomainError> {
        within::<meter>("fin length", 0.0..=10.0, parameters.length)?;
        within::<meter>("fin thickness", 1.0e-6..=0.1, parameters.thickness)?;
        within::<watt_per_meter_kelvin>(
            "fin conductivity",
            0.01..=5_000.0,
            parameters.conductivity,
        )?;
        Ok(Self { parameters })
    }

    /// Conductance number: heat that the fin would radiate at its root's temperature over heat that
    /// it can conduct.
    ///
    /// # Model
    /// ```text
    /// Nc = f ε σ T_b³ L² / (k t)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | f | emitting faces, 1 or 2 | 1 |
    /// | ε | emissivity | 1 |
    /// | `T_b` | temperature of the root | K |
    /// | L, t | length and thickness | m |
    /// | k | thermal conductivity | W/m/K |
    ///
    /// # Assumes
    /// Constant conductivity, emissivity and thickness; heat flows along the fin only.
    ///
    /// # Valid for
    /// Any fin of [`Fin::new`].
    ///
    /// # References
    /// \[Thermal2026\], `fin_efficiency_rect.csv`, definition of Nc
    pub fn conductance_number(&self, emissivity: Ratio, faces: Ratio, root: Temperature) -> Ratio {
        let FinParameters { length, thickness, conductivity } = self.parameters;
        let cubed = root.base() * root.base() * root.base();
        let radiated = faces.base() * emissivity.base() * STEFAN_BOLTZMANN.base() * cubed;
        fraction(
            radiated * length.base() * length.base() / (conductivity.base() * thickness.base()),
        )
    }
}

/// Effectiveness of a radiating fin: its heat over the heat of a fin that has its root's
/// temperature all over.
///
/// # Model
/// ```text
/// θ'' = Nc (θ⁴ − θ_s⁴),  θ(0) = 1,  θ'(1) = 0
/// η = −θ'(0) / (Nc (1 − θ_s⁴))
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | θ | temperature over the root's | 1 |
/// | `θ_s` | sink temperature over the root's | 1 |
/// | Nc | conductance number, [`Fin::conductance_number`] | 1 |
/// | η | effectiveness | 1 |
///
/// A sum of Chebyshev polynomials in 1/√(1 + 2 Nc) and `θ_s`, made from [`effectiveness_exact`] and
/// within 5e-6 of it.
///
/// # Assumes
/// Rectangular profile, no heat through the tip, one sink for the whole fin, no view of other parts
/// of the panel.
///
/// # Valid for
/// Nc from 0 to 20 and `θ_s` from 0 to 1; above Nc = 20 the exact integral is used, above `θ_s` = 1
/// (a panel that is heated by its surroundings) the linearized fin tanh m / m with m² = Nc (1 +
/// `θ_s`)(1 + `θ_s`²).
///
/// # References
/// \[Thermal2026\], `fin_efficiency_rect.csv`
pub fn effectiveness(conductance_number: Ratio, sink_ratio: Ratio) -> Ratio {
    let (number, sink) = (conductance_number.base(), sink_ratio.base());
    if number <= table::HIGHEST_NUMBER && (0.0..=1.0).contains(&sink) {
        fraction(table::effectiveness(number, sink))
    } else {
        effectiveness_exact(conductance_number, sink_ratio)
    }
}

/// Effectiveness as in [`effectiveness`], from the first integral of the fin's equation.
///
/// # Model
/// ```text
/// √(2 Nc) = ∫ dθ / √g  from θ_t to 1,  g = (θ⁵ − θ_t⁵)/5 − θ_s⁴ (θ − θ_t)
/// η = √(2 g(1) / Nc) / (1 − θ_s⁴)
/// ```
/// `θ_t` is the tip's temperature over the root's. With θ − `θ_s` = (`θ_t` − `θ_s`) cosh y the
/// integrand is smooth; Gauss-Legendre sums of eight points on five pieces, root by bracketing.
///
/// # Assumes
/// As [`effectiveness`].
///
/// # Valid for
/// Any conductance number; above a sink ratio of 1 − 1e-6 the linearized fin.
///
/// # References
/// \[Thermal2026\], `fin_efficiency_rect.csv`
pub fn effectiveness_exact(conductance_number: Ratio, sink_ratio: Ratio) -> Ratio {
    fraction(exact::solve(conductance_number.base(), sink_ratio.base()).effectiveness)
}

/// Temperature of the tip over that of the root; model as in [`effectiveness_exact`].
pub fn tip_ratio(conductance_number: Ratio, sink_ratio: Ratio) -> Ratio {
    fraction(exact::solve(conductance_number.base(), sink_ratio.base()).tip)
}

/// The fin of least mass for its heat.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeastMassFin {
    /// Its conductance number.
    pub conductance_number: Ratio,
    /// Its effectiveness.
    pub effectiveness: Ratio,
}

/// The rectangular fin that rejects most heat for its mass, facing a cold sky.
///
/// # Model
/// At a given area of the profile L t the heat grows as η Nc^(1/3): its greatest value, by golden
/// section.
///
/// # Assumes
/// Zero sink; no least thickness for making, pressure or micrometeoroids.
///
/// # Valid for
/// Any material: the two numbers are pure.
///
/// # References
/// \[Thermal2026\], `fin_optimum.json`
pub fn least_mass_fin() -> LeastMassFin {
    let heat = |number: f64| exact::solve(number, 0.0).effectiveness * libm::cbrt(number);
    let number = golden_section(|number| -heat(number), (0.1, 5.0), 50);
    LeastMassFin {
        conductance_number: fraction(number),
        effectiveness: fraction(exact::solve(number, 0.0).effectiveness),
    }
}

#[cfg(test)]
mod tests;
