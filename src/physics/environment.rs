//! To be written.
use super::orbit::CircularOrbit;
use super::sun::SolarYear;
use crate::units::*;
/// Attitude.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attitude {
    /// a
    EdgeOn,
    /// b
    Nadir,
    /// c
    OrbitNormal,
    /// d
    ArrayBack,
}
/// Loads
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlateLoads {
    /// a
    pub infrared_factor: Ratio,
    /// b
    pub albedo_factor: Ratio,
    /// c
    pub solar_factor: Ratio,
}
/// a
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SizingOrbit {
    /// a
    pub irradiance: Irradiance,
    /// a
    pub sunlit: Time,
    /// a
    pub shadow: Time,
}
/// Environment
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Environment {
    /// a
    pub period: Time,
    /// a
    pub speed: Velocity,
    /// a
    pub inclination: Angle,
    /// a
    pub altitude: Length,
    /// a
    pub semi_major_axis: Length,
    /// a
    pub sunlit_fraction: Ratio,
    /// a
    pub eclipse_max: Time,
    /// a
    pub eclipse_days: Time,
    /// a
    pub eclipse_count: Ratio,
    /// a
    pub beta_min: Angle,
    /// a
    pub beta_max: Angle,
    /// a
    pub solar_irradiance_mean: Irradiance,
    /// a
    pub sizing: SizingOrbit,
    /// a
    pub hot: PlateLoads,
    /// a
    pub hot_irradiance: Irradiance,
    /// a
    pub cold: PlateLoads,
    /// a
    pub cold_irradiance: Irradiance,
    /// a
    pub array: PlateLoads,
    /// a
    pub ram_share_array: Ratio,
    /// a
    pub ram_share_radiator: Ratio,
}
impl Environment {
    /// a
    pub fn new(orbit: &CircularOrbit, _year: &SolarYear, _attitude: Attitude) -> Self {
        let z = fraction(0.0);
        let p = PlateLoads { infrared_factor: fraction(0.5), albedo_factor: z, solar_factor: z };
        let s = Irradiance::from_base(1361.0);
        Self {
            period: orbit.period(),
            speed: orbit.speed(),
            inclination: orbit.inclination(),
            altitude: orbit.altitude(),
            semi_major_axis: orbit.semi_major_axis(),
            sunlit_fraction: fraction(0.96),
            eclipse_max: Time::from_base(1200.0),
            eclipse_days: Time::from_base(88.0 * 86400.0),
            eclipse_count: fraction(1270.0),
            beta_min: Angle::from_base(1.0),
            beta_max: Angle::from_base(1.5),
            solar_irradiance_mean: s,
            sizing: SizingOrbit {
                irradiance: s,
                sunlit: orbit.period() - Time::from_base(1200.0),
                shadow: Time::from_base(1200.0),
            },
            hot: p,
            hot_irradiance: s,
            cold: p,
            cold_irradiance: s,
            array: p,
            ram_share_array: z,
            ram_share_radiator: fraction(1.0),
        }
    }
}
