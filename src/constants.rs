//! Constants of nature as records with uncertainty and source.

use crate::units::{
    Acceleration, Action, Angle, AngularVelocity, GravitationalParameter, HeatCapacity, Irradiance,
    Length, RadiationConstant, Ratio, Temperature, Velocity,
};

/// One constant, for tables and documents.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Constant {
    /// Name in words.
    pub name: &'static str,
    /// Symbol in formulas.
    pub symbol: &'static str,
    /// Value in `unit`.
    pub value: f64,
    /// SI unit.
    pub unit: &'static str,
    /// Standard uncertainty in `unit`; zero where the value is exact by definition.
    pub uncertainty: f64,
    /// Key in `docs/references.bib`.
    pub source: &'static str,
    /// Year of the source.
    pub date: &'static str,
}

macro_rules! constants {
    ($($(#[$doc:meta])* $constant:ident: $quantity:ident = $value:literal $unit:literal,
        $symbol:literal, $name:literal, uncertainty $uncertainty:literal,
        $source:literal $date:literal;)+) => {
        $($(#[$doc])* pub const $constant: $quantity = $quantity::from_base($value);)+
        /// All constants of nature that the models use.
        pub static CONSTANTS: &[Constant] = &[$(Constant {
            name: $name,
            symbol: $symbol,
            value: $value,
            unit: $unit,
            uncertainty: $uncertainty,
            source: $source,
            date: $date,
        }),+];
    };
}

constants! {
    /// Stefan-Boltzmann constant.
    STEFAN_BOLTZMANN: RadiationConstant = 5.670_374_419e-8 "W/m2/K4", "σ", "Stefan-Boltzmann \
        constant", uncertainty 0.0, "CODATA2018" "2018";
    /// Geocentric gravitational constant.
    EARTH_MU: GravitationalParameter = 3.986_004_418e14 "m3/s2", "μ", "geocentric gravitational \
        constant", uncertainty 8.0e5, "IERS2010" "2010";
    /// Equatorial radius of the Earth; altitudes count from it.
    EARTH_RADIUS: Length = 6_378_137.0 "m", "R_e", "equatorial radius of the \
        Earth", uncertainty 0.0, "WGS84" "2014";
    /// Mean radius of the Earth, for view factors; rounded from 6 371 008.8 m.
    EARTH_MEAN_RADIUS: Length = 6_371_000.0 "m", "R", "mean radius of the \
        Earth", uncertainty 0.0, "WGS84" "2014";
    /// Flattening of the Earth.
    EARTH_FLATTENING: Ratio = 3.352_810_664_747_48e-3 "1", "f", "flattening of the \
        Earth", uncertainty 0.0, "WGS84" "2014";
    /// Second zonal harmonic of the Earth's gravity.
    EARTH_J2: Ratio = 1.082_626_68e-3 "1", "J2", "second zonal \
        harmonic", uncertainty 1.0e-10, "EGM96" "1998";
    /// Fourth zonal harmonic of the Earth's gravity; the uncertainty is the distance to EIGEN-5C.
    EARTH_J4: Ratio = -1.619_621_591e-6 "1", "J4", "fourth zonal \
        harmonic", uncertainty 3.4e-10, "EGM96" "1998";
    /// Sixth zonal harmonic of the Earth's gravity; the uncertainty is the distance to EIGEN-5C.
    EARTH_J6: Ratio = 5.406_812e-7 "1", "J6", "sixth zonal \
        harmonic", uncertainty 1.6e-11, "EGM96" "1998";
    /// Radius of the Sun.
    SUN_RADIUS: Length = 695_700_000.0 "m", "R_s", "nominal radius of the \
        Sun", uncertainty 0.0, "IAU2015B3" "2016";
    /// Astronomical unit.
    ASTRONOMICAL_UNIT: Length = 149_597_870_700.0 "m", "au", "astronomical \
        unit", uncertainty 0.0, "IAU2012B2" "2012";
    /// Total solar irradiance at one astronomical unit, rounded from 1 360.8 W/m².
    SOLAR_CONSTANT: Irradiance = 1_361.0 "W/m2", "S_0", "total solar irradiance at 1 \
        au", uncertainty 0.5, "KoppLean2011" "2011";
    /// Standard gravity.
    STANDARD_GRAVITY: Acceleration = 9.806_65 "m/s2", "g_0", "standard \
        gravity", uncertainty 0.0, "CGPM1901" "1901";
    /// Speed of light in vacuum.
    SPEED_OF_LIGHT: Velocity = 299_792_458.0 "m/s", "c", "speed of \
        light", uncertainty 0.0, "CODATA2018" "2018";
    /// Planck constant.
    PLANCK: Action = 6.626_070_15e-34 "J s", "h", "Planck \
        constant", uncertainty 0.0, "CODATA2018" "2018";
    /// Boltzmann constant.
    BOLTZMANN: HeatCapacity = 1.380_649e-23 "J/K", "k", "Boltzmann \
        constant", uncertainty 0.0, "CODATA2018" "2018";
    /// Rotation of the Earth against the stars.
    EARTH_ROTATION: AngularVelocity = 7.292_115e-5 "radian/s", "ω", "nominal angular velocity of \
        the Earth", uncertainty 0.0, "WGS84" "2014";
    /// Angle between the axis of the Earth's magnetic dipole and that of its rotation.
    EARTH_DIPOLE_TILT: Angle = 0.164_235 "radian", "τ", "tilt of the Earth's magnetic dipole, 9.41 \
        deg", uncertainty 9.0e-5, "WMM2020" "2020";
    /// Visual magnitude of the Sun at one astronomical unit.
    SUN_MAGNITUDE: Ratio = -26.74 "1", "m_s", "visual magnitude of the Sun at 1 \
        au", uncertainty 0.01, "SunFactSheet" "2013";
    /// Temperature of the Sun's photosphere, for thermodynamic bounds; exact as a nominal value.
    SUN_TEMPERATURE: Temperature = 5_772.0 "K", "T_s", "nominal effective temperature of the \
        Sun", uncertainty 0.0, "IAU2015B3" "2016";
}
