//! Agüera y Arcas and others 2025: Suncatcher, a space-based AI infrastructure (arXiv:2511.19468).

use crate::units::{
    AbsorbedDose, Angle, Area, DoseRate, Frequency, Irradiance, Length, Mass, MoneyPerMass,
    MoneyPerPower, Power, Ratio, complement,
};

/// Power of a satellite from the area of its array.
pub fn satellite_power(area: Area, insolation: Irradiance, cell: Ratio, packing: Ratio) -> Power {
    area * insolation * cell * packing
}

/// Launch price of a watt that lasts so long; per year of life it is this over the life.
pub fn launch_price_per_power(price: MoneyPerMass, mass: Mass, power: Power) -> MoneyPerPower {
    price * mass / power
}

/// Price that leaves the launch company this share as margin.
pub fn customer_price(cost: MoneyPerMass, margin: Ratio) -> MoneyPerMass {
    cost / complement(margin)
}

/// Angle of the first dark ring of an aperture: 1.22 λ / D.
pub fn diffraction_angle(wavelength: Length, aperture: Length) -> Angle {
    let ratio: Ratio = wavelength / aperture;
    Angle::from_base(1.22 * ratio.base())
}

/// Work done between two silent errors.
pub fn work_per_error(
    dose_per_error: AbsorbedDose,
    dose_rate: DoseRate,
    work_rate: Frequency,
) -> Ratio {
    dose_per_error / dose_rate * work_rate
}

/// Area that a particle must hit to cause one event in this dose; `area_per_particle` is that of
/// one dose unit.
pub fn cross_section(area_per_particle: Area, dose_unit: AbsorbedDose, dose: AbsorbedDose) -> Area {
    area_per_particle * (dose_unit / dose)
}
