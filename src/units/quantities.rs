//! The system of quantities: one entry each.
//!
//! Exponents stand in the order of [`BASE_SYMBOLS`]. Money is dollars of the scenario's price year.
//! An absorbed dose is a base dimension, so that it is no specific energy. Things of equal
//! exponents that are not the same (temperatures and their differences, counts and shares, rates
//! and frequencies of waves) have kinds of their own; [`Sort`] is what text knows of a kind.
//!
//! Some pairs stay one quantity because they are one: a price per energy and per power and year, an
//! energy and a torque (of which the model has none), operations of integers and of floating point.

#![allow(
    missing_docs,
    unreachable_pub,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "the macros of uom write the items; each quantity has its sentence in the table"
)]

/// Symbols of the base units, in the order of the exponents.
pub const BASE_SYMBOLS: [&str; 10] =
    ["m", "kg", "s", "A", "K", "radian", "bit", "FLOP", "USD", "Gy"];

/// Exponents of the base units, in the order of [`BASE_SYMBOLS`].
pub type Exponents = [i8; 10];

/// Exponents of a number without unit.
pub const DIMENSIONLESS: Exponents = [0; 10];
/// Exponents of a rate.
pub const PER_TIME: Exponents = [0, 0, -1, 0, 0, 0, 0, 0, 0, 0];

/// Sort of a quantity among those of equal exponents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A share, a factor, a rate at which something changes, or any quantity without a double.
    Plain,
    /// A point on the scale of temperature; its difference to another is [`Sort::Plain`].
    Point,
    /// A number of things, or of things per time.
    Count,
    /// A ratio of two quantities that are told apart, such as a mass per mass.
    Ratio,
    /// A frequency of waves.
    Wave,
    /// A mass of greenhouse gases, as that of CO2 which warms alike, or what is given per one.
    Emission,
}

impl Sort {
    /// The sort of what is shown in a unit: a number in `kg/kg` is a ratio and no share.
    pub const fn shown_in(self, unit: &str) -> Self {
        let bytes = unit.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] == b'/' && matches!(self, Self::Plain) {
                return Self::Ratio;
            }
            at += 1;
        }
        self
    }
}

/// The kinds of quantities, as text sees them.
pub trait Sorted {
    /// Its sort.
    const SORT: Sort;
}

impl Sorted for dyn uom::Kind {
    const SORT: Sort = Sort::Plain;
}

/// Kind of a number of things: it is no share.
pub trait CountKind: uom::Kind {}

impl Sorted for dyn CountKind {
    const SORT: Sort = Sort::Count;
}

/// Kind of a frequency of waves: it is no rate of events and no share per time.
pub trait WaveKind: uom::Kind {}

impl Sorted for dyn WaveKind {
    const SORT: Sort = Sort::Wave;
}

/// A unit by its type: which quantity it measures, and how its numbers are read.
pub trait NamedUnit {
    /// Measured quantity.
    type Quantity: Copy;
    /// Its symbol.
    const SYMBOL: &'static str;
    /// The number of a quantity in this unit.
    fn number(quantity: Self::Quantity) -> f64;
}

/// Words of a dimension in messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DimensionWords {
    /// Exponents of the base units.
    pub exponents: Exponents,
    /// Sort among quantities with these exponents.
    pub sort: Sort,
    /// With its article, as in "expected a length".
    pub words: &'static str,
    /// A text that can be typed.
    pub example: &'static str,
}

/// Kind of an absolute temperature: two of them are not added or subtracted.
pub trait TemperatureKind: uom::marker::Mul + uom::marker::Div {}

impl Sorted for dyn TemperatureKind {
    const SORT: Sort = Sort::Point;
}

macro_rules! exponent {
    (N4) => {
        -4
    };
    (N3) => {
        -3
    };
    (N2) => {
        -2
    };
    (N1) => {
        -1
    };
    (Z0) => {
        0
    };
    (P1) => {
        1
    };
    (P2) => {
        2
    };
    (P3) => {
        3
    };
    (P4) => {
        4
    };
}

macro_rules! define {
    ($($module:ident $quantity:ident [$($exponent:ident)+] $(($kind:ty))?
        $words:literal $example:literal { $($unit:ident = $factor:expr, $symbol:literal;)+ })+) => {
        $(
            #[macro_use]
            pub mod $module {
                quantity! {
                    #[doc = concat!("Quantity: ", $words, ", such as `", $example, "`.")]
                    quantity: $quantity; stringify!($module);
                    #[doc = concat!("Dimension: ", $words, ".")]
                    dimension: Dimensions<$($exponent),+>;
                    $(kind: $kind;)?
                    units { $(@$unit: $factor; $symbol, stringify!($unit), stringify!($unit);)+ }
                }
            }
            pub use $module::{$($unit),+};
            #[doc = concat!("Quantity: ", $words, ", such as `", $example, "`.")]
            pub type $quantity = $module::$quantity<Base<f64>, f64>;
        )+
        system! {
            /// Base quantities.
            quantities: Dimensions {
                length: meter, L; mass: kilogram, M; time: second, T; electric_current: ampere, I;
                temperature: kelvin, Th; angle: radian, A; information: bit, B;
                operations: flop, O; money: usd, C; dose: gray, D;
            }
            /// Base units: SI, dollars, bits, operations, radians.
            units: Base { $(mod $module::$quantity,)+ }
        }
        /// Every named dimension with its words; of equal exponents and sort the first is shown.
        pub static DIMENSIONS: &[DimensionWords] = &[$(DimensionWords {
            exponents: [$(exponent!($exponent)),+],
            sort: define!(@sort $($kind)?),
            words: $words,
            example: $example,
        }),+];
        $($(impl NamedUnit for $module::$unit {
            type Quantity = $quantity;
            const SYMBOL: &'static str = $symbol;
            fn number(quantity: $quantity) -> f64 {
                quantity.get::<$module::$unit>()
            }
        })+)+
    };
    (@sort) => { Sort::Plain };
    (@sort $kind:ty) => { <$kind as Sorted>::SORT };
}

/// Seconds in a year of 365.25 days, for rates and lives.
pub const YEAR_SECONDS: f64 = 31_557_600.0;
/// Seconds in the 8 760 hours that money counts as a year of operation.
pub const OPERATING_YEAR_SECONDS: f64 = 8_760.0 * 3_600.0;

define! {
    // exponents: m kg s A K rad bit op USD Gy; then words, example and units
    ratio Ratio [Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a number without unit" "0.85" {
        unity = 1.0, "1"; percent = 0.01, "%";
    }
    length Length [P1 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a length" "650 km" {
        meter = 1.0, "m"; kilometer = 1.0e3, "km"; millimeter = 1.0e-3, "mm";
        micrometer = 1.0e-6, "um"; astronomical_unit = 149_597_870_700.0, "AU";
    }
    area Area [P2 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "an area" "2500 m2" {
        square_meter = 1.0, "m2"; square_kilometer = 1.0e6, "km2";
    }
    volume Volume [P3 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a volume" "145 m3" {
        cubic_meter = 1.0, "m3";
    }
    mass Mass [Z0 P1 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a mass" "1200 kg" {
        kilogram = 1.0, "kg"; tonne = 1.0e3, "t"; gram = 1.0e-3, "g";
    }
    time Time [Z0 Z0 P1 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a time" "5 yr" {
        second = 1.0, "s"; minute = 60.0, "min"; hour = 3.6e3, "h"; day = 86_400.0, "d";
        year = crate::units::YEAR_SECONDS, "yr";
    }
    electric_current ElectricCurrent [Z0 Z0 Z0 P1 Z0 Z0 Z0 Z0 Z0 Z0] "an electric current" "12 A" {
        ampere = 1.0, "A";
    }
    temperature Temperature [Z0 Z0 Z0 Z0 P1 Z0 Z0 Z0 Z0 Z0] (dyn crate::units::TemperatureKind)
        "a temperature" "343 K" {
        kelvin = 1.0, "K";
    }
    angle Angle [Z0 Z0 Z0 Z0 Z0 P1 Z0 Z0 Z0 Z0] "an angle" "53 deg" {
        radian = 1.0, "radian"; degree = 0.017_453_292_519_943_295, "deg";
        microradian = 1.0e-6, "urad";
    }
    information Information [Z0 Z0 Z0 Z0 Z0 Z0 P1 Z0 Z0 Z0] "an amount of data" "1 GB" {
        bit = 1.0, "bit"; gigabyte = 8.0e9, "GB";
    }
    operations Operations [Z0 Z0 Z0 Z0 Z0 Z0 Z0 P1 Z0 Z0] "a number of operations" "1 PFLOP" {
        flop = 1.0, "FLOP"; petaflop = 1.0e15, "PFLOP";
    }
    money Money [Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 P1 Z0] "an amount of money" "5 MUSD2026" {
        usd = 1.0, "USD"; kilo_usd = 1.0e3, "kUSD"; million_usd = 1.0e6, "MUSD";
        billion_usd = 1.0e9, "BUSD";
    }
    dose AbsorbedDose [Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 P1] "an absorbed dose" "20 krad" {
        gray = 1.0, "Gy"; rad_dose = 0.01, "rad";
    }
    // mechanics
    velocity Velocity [P1 Z0 N1 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a speed" "135 m/s" {
        meter_per_second = 1.0, "m/s"; kilometer_per_second = 1.0e3, "km/s";
    }
    acceleration Acceleration [P1 Z0 N2 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "an acceleration" "10 m/s/yr" {
        meter_per_second_squared = 1.0, "m/s2";
        meter_per_second_per_year = 1.0 / crate::units::YEAR_SECONDS, "m/s/yr";
    }
    frequency Frequency [Z0 Z0 N1 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a rate" "0.06 1/yr" {
        per_second = 1.0, "1/s"; per_day = 1.0 / 86_400.0, "1/d";
        per_year = 1.0 / crate::units::YEAR_SECONDS, "1/yr";
    }
    particle_flux ParticleFlux [N2 Z0 N1 Z0 Z0 Z0 Z0 Z0 Z0 Z0]
        "a number of hits per area and time" "1e-3 1/m2/yr" {
        per_square_meter_second = 1.0, "1/m2/s";
        per_square_meter_year = 1.0 / crate::units::YEAR_SECONDS, "1/m2/yr";
        per_square_centimeter_year = 1.0e4 / crate::units::YEAR_SECONDS, "1/cm2/yr";
    }
    particle_fluence ParticleFluence [N2 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0]
        "a number of hits per area" "1e15 1/cm2" {
        per_square_meter = 1.0, "1/m2"; per_square_centimeter = 1.0e4, "1/cm2";
    }
    angular_velocity AngularVelocity [Z0 Z0 N1 Z0 Z0 P1 Z0 Z0 Z0 Z0]
        "an angular speed" "0.9856 deg/d" {
        radian_per_second = 1.0, "radian/s";
        degree_per_day = 0.017_453_292_519_943_295 / 86_400.0, "deg/d";
    }
    force Force [P1 P1 N2 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a force" "0.17 N" {
        newton = 1.0, "N";
    }
    pressure Pressure [N1 P1 N2 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a pressure" "50 kPa" {
        pascal = 1.0, "Pa"; kilopascal = 1.0e3, "kPa";
    }
    energy Energy [P2 P1 N2 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "an energy" "3 kWh" {
        joule = 1.0, "J"; electronvolt = 1.602_176_634e-19, "eV"; watt_hour = 3.6e3, "Wh";
        kilowatt_hour = 3.6e6, "kWh"; megawatt_hour = 3.6e9, "MWh";
    }
    power Power [P2 P1 N3 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a power" "5.67 kW" {
        watt = 1.0, "W"; kilowatt = 1.0e3, "kW"; megawatt = 1.0e6, "MW"; gigawatt = 1.0e9, "GW";
    }
    gravitational_parameter GravitationalParameter [P3 Z0 N2 Z0 Z0 Z0 Z0 Z0 Z0 Z0]
        "a gravitational parameter" "398600.4418 km3/s2" {
        cubic_meter_per_second_squared = 1.0, "m3/s2";
    }
    mass_rate MassRate [Z0 P1 N1 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a mass per time" "3000 t/yr" {
        kilogram_per_second = 1.0, "kg/s";
        tonne_per_year = 1.0e3 / crate::units::YEAR_SECONDS, "t/yr";
    }
    mass_density MassDensity [N3 P1 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a density" "2700 kg/m3" {
        kilogram_per_cubic_meter = 1.0, "kg/m3";
    }
    areal_mass ArealMass [N2 P1 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a mass per area" "8 kg/m2" {
        kilogram_per_square_meter = 1.0, "kg/m2";
    }
    area_time AreaTime [P2 Z0 P1 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "an area times a time" "600 m2 yr" {
        square_meter_second = 1.0, "m2 s"; square_meter_year = crate::units::YEAR_SECONDS, "m2 yr";
    }
    area_per_mass AreaPerMass [P2 N1 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "an area per mass" "0.05 m2/kg" {
        square_meter_per_kilogram = 1.0, "m2/kg";
    }
    action Action [P2 P1 N1 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "an action" "6.62607015e-34 J s" {
        joule_second = 1.0, "J s"; newton_meter_second = 1.0, "N m s";
    }
    angular_momentum_per_mass AngularMomentumPerMass [P2 Z0 N1 Z0 Z0 Z0 Z0 Z0 Z0 Z0]
        "an angular momentum per mass" "18 N m s/kg" {
        newton_meter_second_per_kilogram = 1.0, "N m s/kg";
    }
    // power and heat
    irradiance Irradiance [Z0 P1 N3 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a power per area" "1361 W/m2" {
        watt_per_square_meter = 1.0, "W/m2";
    }
    energy_per_area EnergyPerArea [Z0 P1 N2 Z0 Z0 Z0 Z0 Z0 Z0 Z0]
        "an energy per area" "2500 kWh/m2" {
        kilowatt_hour_per_square_meter = 3.6e6, "kWh/m2";
    }
    specific_mass SpecificMass [N2 Z0 P3 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a mass per power" "6 kg/kW" {
        kilogram_per_watt = 1.0, "kg/W"; kilogram_per_kilowatt = 1.0e-3, "kg/kW";
    }
    specific_power SpecificPower [P2 Z0 N3 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "a power per mass" "100 W/kg" {
        watt_per_kilogram = 1.0, "W/kg";
    }
    specific_energy SpecificEnergy [P2 Z0 N2 Z0 Z0 Z0 Z0 Z0 Z0 Z0]
        "an energy per mass" "150 Wh/kg" {
        joule_per_kilogram = 1.0, "J/kg"; kilojoule_per_kilogram = 1.0e3, "kJ/kg";
        watt_hour_per_kilogram = 3.6e3, "Wh/kg";
    }
    packaging_density PackagingDensity [N1 P1 N3 Z0 Z0 Z0 Z0 Z0 Z0 Z0]
        "a power per volume" "40 kW/m3" {
        kilowatt_per_cubic_meter = 1.0e3, "kW/m3";
    }
    area_per_power AreaPerPower [Z0 N1 P3 Z0 Z0 Z0 Z0 Z0 Z0 Z0] "an area per power" "2.5 m2/kW" {
        square_meter_per_watt = 1.0, "m2/W"; square_meter_per_kilowatt = 1.0e-3, "m2/kW";
    }
    volume_per_power VolumePerPower [P1 N1 P3 Z0 Z0 Z0 Z0 Z0 Z0 Z0]
        "a volume per power" "0.02 m3/kW" {
        cubic_meter_per_kilowatt = 1.0e-3, "m3/kW";
    }
    volume_per_energy VolumePerEnergy [P1 N1 P2 Z0 Z0 Z0 Z0 Z0 Z0 Z0]
        "a volume per energy" "0.4 L/kWh" {
        liter_per_kilowatt_hour = 1.0e-3 / 3.6e6, "L/kWh";
    }
    temperature_interval TemperatureInterval [Z0 Z0 Z0 Z0 P1 Z0 Z0 Z0 Z0 Z0]
        "a temperature difference" "15 K" {
        kelvin_interval = 1.0, "K";
    }
    per_temperature PerTemperature [Z0 Z0 Z0 Z0 N1 Z0 Z0 Z0 Z0 Z0]
        "a change per kelvin" "-0.0032 1/K" {
        per_kelvin = 1.0, "1/K";
    }
    thermal_resistance ThermalResistance [N2 N1 P3 Z0 P1 Z0 Z0 Z0 Z0 Z0]
        "a temperature difference per power" "0.02 K/W" {
        kelvin_per_watt = 1.0, "K/W";
    }
    thermal_conductance ThermalConductance [P2 P1 N3 Z0 N1 Z0 Z0 Z0 Z0 Z0]
        "a heat flow per kelvin" "500 W/K" {
        watt_per_kelvin = 1.0, "W/K";
    }
    heat_transfer HeatTransfer [Z0 P1 N3 Z0 N1 Z0 Z0 Z0 Z0 Z0]
        "a heat transfer coefficient" "500 W/m2/K" {
        watt_per_square_meter_kelvin = 1.0, "W/m2/K";
    }
    conductivity Conductivity [P1 P1 N3 Z0 N1 Z0 Z0 Z0 Z0 Z0] "a thermal conductivity" "167 W/m/K" {
        watt_per_meter_kelvin = 1.0, "W/m/K";
    }
    specific_heat SpecificHeat [P2 Z0 N2 Z0 N1 Z0 Z0 Z0 Z0 Z0] "a specific heat" "4180 J/kg/K" {
        joule_per_kilogram_kelvin = 1.0, "J/kg/K";
    }
    heat_capacity HeatCapacity [P2 P1 N2 Z0 N1 Z0 Z0 Z0 Z0 Z0] "a heat capacity" "5000 J/K" {
        joule_per_kelvin = 1.0, "J/K"; kilojoule_per_kelvin = 1.0e3, "kJ/K";
    }
    radiation_constant RadiationConstant [Z0 P1 N3 Z0 N4 Z0 Z0 Z0 Z0 Z0]
        "a radiation constant" "5.670374419e-8 W/m2/K4" {
        watt_per_square_meter_kelvin4 = 1.0, "W/m2/K4";
    }
    resistivity Resistivity [P3 P1 N3 N2 Z0 Z0 Z0 Z0 Z0 Z0] "a resistivity" "1.7e-8 V m/A" {
        ohm_meter = 1.0, "V m/A";
    }
    voltage Voltage [P2 P1 N3 N1 Z0 Z0 Z0 Z0 Z0 Z0] "a voltage" "800 V" {
        volt = 1.0, "V";
    }
    // radiation
    dose_rate DoseRate [Z0 Z0 N1 Z0 Z0 Z0 Z0 Z0 Z0 P1] "a dose per time" "150 rad/yr" {
        gray_per_second = 1.0, "Gy/s"; rad_per_year = 0.01 / crate::units::YEAR_SECONDS, "rad/yr";
    }
    per_dose PerDose [Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 N1] "a number per dose" "0.059 1/rad" {
        per_gray = 1.0, "1/Gy"; per_rad = 100.0, "1/rad";
    }
    // data and computing
    information_rate InformationRate [Z0 Z0 N1 Z0 Z0 Z0 P1 Z0 Z0 Z0] "a data rate" "10 Gbit/s" {
        bit_per_second = 1.0, "bit/s"; gigabit_per_second = 1.0e9, "Gbit/s";
    }
    information_per_energy InformationPerEnergy [N2 N1 P2 Z0 Z0 Z0 P1 Z0 Z0 Z0]
        "data per energy" "1000 bit/J" {
        bit_per_joule = 1.0, "bit/J";
    }
    information_per_operation InformationPerOperation [Z0 Z0 Z0 Z0 Z0 Z0 P1 N1 Z0 Z0]
        "data per operation" "4e-5 bit/FLOP" {
        bit_per_flop = 1.0, "bit/FLOP";
    }
    operation_rate OperationRate [Z0 Z0 N1 Z0 Z0 Z0 Z0 P1 Z0 Z0] "a computing rate" "4500 TFLOP/s" {
        flop_per_second = 1.0, "FLOP/s"; petaflop_per_second = 1.0e15, "PFLOP/s";
    }
    // money and emissions
    money_per_mass MoneyPerMass [Z0 N1 Z0 Z0 Z0 Z0 Z0 Z0 P1 Z0]
        "a price per mass" "1500 USD2026/kg" {
        usd_per_kilogram = 1.0, "USD/kg";
    }
    money_per_power MoneyPerPower [N2 N1 P3 Z0 Z0 Z0 Z0 Z0 P1 Z0]
        "a price per power" "13 USD2026/W" {
        usd_per_watt = 1.0, "USD/W"; usd_per_kilowatt = 1.0e-3, "USD/kW";
    }
    money_per_energy MoneyPerEnergy [N2 N1 P2 Z0 Z0 Z0 Z0 Z0 P1 Z0]
        "a price per energy" "0.08 USD2026/kWh" {
        usd_per_joule = 1.0, "USD/J"; usd_per_kilowatt_hour = 1.0 / 3.6e6, "USD/kWh";
        usd_per_megawatt_hour = 1.0 / 3.6e9, "USD/MWh";
        usd_per_kilowatt_year = 1.0e-3 / crate::units::OPERATING_YEAR_SECONDS, "USD/kW/yr";
    }
    money_per_area MoneyPerArea [N2 Z0 Z0 Z0 Z0 Z0 Z0 Z0 P1 Z0]
        "a price per area" "3250 USD2026/m2" {
        usd_per_square_meter = 1.0, "USD/m2";
    }
    money_per_time MoneyPerTime [Z0 Z0 N1 Z0 Z0 Z0 Z0 Z0 P1 Z0]
        "a price per time" "50 kUSD2026/yr" {
        usd_per_second = 1.0, "USD/s"; usd_per_hour = 1.0 / 3_600.0, "USD/h";
        usd_per_year = 1.0 / crate::units::YEAR_SECONDS, "USD/yr";
    }
    money_per_volume MoneyPerVolume [N3 Z0 Z0 Z0 Z0 Z0 Z0 Z0 P1 Z0]
        "a price per volume" "2 USD2026/m3" {
        usd_per_cubic_meter = 1.0, "USD/m3";
    }
    emission_per_energy EmissionPerEnergy [N2 Z0 P2 Z0 Z0 Z0 Z0 Z0 Z0 Z0]
        "an emission per energy" "369 g/kWh" {
        kilogram_per_joule = 1.0, "kg/J"; gram_per_kilowatt_hour = 1.0e-3 / 3.6e6, "g/kWh";
    }
    // of the exponents of another one above, and a kind of their own
    count Count [Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0 Z0] (dyn crate::units::CountKind) "a count" "72" {
        each = 1.0, "1";
    }
    count_rate CountRate [Z0 Z0 N1 Z0 Z0 Z0 Z0 Z0 Z0 Z0] (dyn crate::units::CountKind)
        "a number per time" "165 1/yr" {
        each_per_year = 1.0 / crate::units::YEAR_SECONDS, "1/yr";
    }
    wave_frequency WaveFrequency [Z0 Z0 N1 Z0 Z0 Z0 Z0 Z0 Z0 Z0] (dyn crate::units::WaveKind)
        "a frequency of waves" "20 GHz" {
        hertz = 1.0, "Hz"; gigahertz = 1.0e9, "GHz";
    }
}
