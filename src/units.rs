//! Quantities with units: the one prelude of the model.
//!
//! A quantity is an `f64` in SI base units whose dimension is part of its type, so that a length
//! cannot be added to a mass and a price per kilogram cannot be multiplied by an area. Money,
//! information, operations and angles are base dimensions beside the SI ones. The list of
//! quantities is in [`quantities`], what messages call them in [`words`]; text becomes a quantity
//! in [`parse`], a quantity becomes text in [`mod@format`].

pub mod format;
pub mod parse;
pub mod quantities;
pub mod words;

pub use quantities::*;

use std::marker::PhantomData;

impl<D: Dimension + ?Sized> Quantity<D, Base<f64>, f64> {
    /// The quantity with this value in base units (SI, dollars, bits, operations, radians).
    pub const fn from_base(value: f64) -> Self {
        Self { dimension: PhantomData, units: PhantomData, value }
    }

    /// The value in base units, for tables and kernels.
    pub const fn base(self) -> f64 {
        self.value
    }

    /// The larger of two quantities.
    #[must_use]
    pub const fn larger(self, other: Self) -> Self {
        Self::from_base(if other.value > self.value { other.value } else { self.value })
    }

    /// The smaller of two quantities.
    #[must_use]
    pub const fn smaller(self, other: Self) -> Self {
        Self::from_base(if other.value < self.value { other.value } else { self.value })
    }
}

/// One of two values: in place of a branch where a condition on a value selects another.
pub const fn pick<T: Copy>(condition: bool, yes: T, no: T) -> T {
    if condition { yes } else { no }
}

/// A dimensionless share, factor or ratio.
pub const fn fraction(value: f64) -> Ratio {
    Ratio::from_base(value)
}

/// A number of things.
pub const fn count(number: f64) -> Count {
    Count::from_base(number)
}

/// One minus a share.
pub const fn complement(share: Ratio) -> Ratio {
    Ratio::from_base(1.0 - share.base())
}

/// How much warmer `warm` is than `cold`.
pub const fn difference(warm: Temperature, cold: Temperature) -> TemperatureInterval {
    TemperatureInterval::from_base(warm.base() - cold.base())
}

/// A temperature raised by an interval (lowered if the interval is negative).
pub const fn raised(temperature: Temperature, by: TemperatureInterval) -> Temperature {
    Temperature::from_base(temperature.base() + by.base())
}

impl Count {
    /// The number alone, for formulas in which it is one factor of several.
    pub const fn number(self) -> Ratio {
        fraction(self.base())
    }
}

impl CountRate {
    /// The same as a rate.
    pub const fn rate(self) -> Frequency {
        Frequency::from_base(self.base())
    }
}

impl Angle {
    /// Sine.
    pub fn sin(self) -> Ratio {
        fraction(libm::sin(self.base()))
    }

    /// Cosine.
    pub fn cos(self) -> Ratio {
        fraction(libm::cos(self.base()))
    }

    /// Tangent.
    pub fn tan(self) -> Ratio {
        fraction(libm::tan(self.base()))
    }
}

impl Ratio {
    /// Angle whose sine this is; values beyond ±1 by rounding count as ±1.
    pub fn asin(self) -> Angle {
        Angle::from_base(libm::asin(self.base().clamp(-1.0, 1.0)))
    }

    /// Angle whose cosine this is; values beyond ±1 by rounding count as ±1.
    pub fn acos(self) -> Angle {
        Angle::from_base(libm::acos(self.base().clamp(-1.0, 1.0)))
    }

    /// e to this power.
    #[must_use]
    pub fn exp(self) -> Ratio {
        fraction(libm::exp(self.base()))
    }

    /// Natural logarithm.
    #[must_use]
    pub fn ln(self) -> Ratio {
        fraction(libm::log(self.base()))
    }

    /// This number to a power.
    #[must_use]
    pub fn pow(self, exponent: Ratio) -> Ratio {
        fraction(libm::pow(self.base(), exponent.base()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn price_per_mass_times_mass_is_money() {
        let price: MoneyPerMass = MoneyPerMass::new::<usd_per_kilogram>(1500.0);
        let cost: Money = price * Mass::new::<tonne>(2.0);
        assert!((cost.get::<million_usd>() - 3.0).abs() < 1e-12);
    }

    #[test]
    fn temperatures_are_compared_through_intervals() {
        let hot = Temperature::new::<kelvin>(350.0);
        let cold = raised(hot, TemperatureInterval::new::<kelvin_interval>(-50.0));
        assert!((cold.get::<kelvin>() - 300.0).abs() < 1e-12);
        assert!((difference(hot, cold).get::<kelvin_interval>() - 50.0).abs() < 1e-12);
    }

    #[test]
    fn angle_of_a_sine_is_the_angle() {
        let angle = Angle::new::<degree>(30.0);
        assert!((angle.sin().base() - 0.5).abs() < 1e-15);
        assert!((angle.sin().asin().get::<degree>() - 30.0).abs() < 1e-13);
    }
}
