//! Starcloud (Lumen Orbit) 2024: white paper v1.03.

use crate::units::{
    Area, Energy, Irradiance, Length, Mass, Money, MoneyPerEnergy, MoneyPerMass, Power,
    RadiationConstant, Ratio, Temperature,
};

/// A radiator plate as the paper sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RadiatorPlate {
    /// Infrared emissivity.
    pub emissivity: Ratio,
    /// Solar absorptance; the paper applies it to the Earth's infrared too.
    pub absorptance: Ratio,
    /// Temperature of the plate.
    pub temperature: Temperature,
    /// Share of the view that the Earth fills.
    pub earth_view: Ratio,
    /// Albedo of the Earth.
    pub albedo: Ratio,
    /// Irradiance of the Sun.
    pub sunlight: Irradiance,
    /// Temperature of the Earth as a radiator.
    pub earth_temperature: Temperature,
    /// Stefan-Boltzmann constant, with the digits of the paper.
    pub radiation: RadiationConstant,
}

fn radiated(constant: RadiationConstant, temperature: Temperature) -> Irradiance {
    let square = temperature.base() * temperature.base();
    Irradiance::from_base(constant.base() * square * square)
}

impl RadiatorPlate {
    /// Emitted by one side: ε σ T⁴.
    pub fn emitted_per_side(&self) -> Irradiance {
        radiated(self.radiation, self.temperature) * self.emissivity
    }

    /// Absorbed from the Sun: α S.
    pub fn absorbed_sun(&self) -> Irradiance {
        self.sunlight * self.absorptance
    }

    /// Absorbed from the Earth: α F (a S + σ Te⁴).
    pub fn absorbed_earth(&self) -> Irradiance {
        let infrared = radiated(self.radiation, self.earth_temperature);
        (self.sunlight * self.albedo + infrared) * self.absorptance * self.earth_view
    }

    /// Net of a panel with so many radiating sides.
    pub fn net(&self, sides: Ratio) -> Irradiance {
        self.emitted_per_side() * sides - self.absorbed_sun() - self.absorbed_earth()
    }
}

/// Energy bill of the ground side: all hours at full load.
pub fn energy_bill(energy: Energy, price: MoneyPerEnergy) -> Money {
    energy * price
}

/// Launch of the shielding.
pub fn shielding_cost(shielding: Mass, price: MoneyPerMass) -> Money {
    shielding * price
}

/// Side of a square array.
pub fn array_side(power: Power, fill: Ratio, cell: Ratio, sunlight: Irradiance) -> Length {
    let area: Area = power / (sunlight * fill * cell);
    area.sqrt()
}
