//! Derived quantities that a scenario may fix to what a published analysis assumed.

use super::bars::Group;
use super::value::Value;
use crate::units::{
    Energy, Exponents, Irradiance, Mass, MoneyPerMass, Power, Ratio, Sort, SpecificMass,
    Temperature, Time,
};

/// One quantity that can be pinned, as text sees it.
#[derive(Debug, Clone, Copy)]
pub struct Pin {
    /// Key in the `[pin]` table: the path of the metric.
    pub path: &'static str,
    /// Its dimension.
    pub exponents: Exponents,
    /// Sort among quantities of its dimension.
    pub sort: Sort,
    /// Unit that it is shown in; money without its year.
    pub unit: &'static str,
    /// Lowest value allowed, in `unit`.
    pub low: f64,
    /// Highest value allowed, in `unit`.
    pub high: f64,
    /// The bar of a bridge that it belongs to.
    pub group: Group,
    /// Reads it, in base units.
    pub get: fn(&Pins) -> Option<f64>,
    /// Sets or clears it, in base units.
    pub set: fn(&mut Pins, Option<f64>),
}

/// The pin of a metric.
pub fn pin(path: &str) -> Option<&'static Pin> {
    PINS.iter().find(|pin| pin.path == path)
}

macro_rules! pins {
    ($($(#[doc = $doc:literal])+ $field:ident: $type:ty =
        $path:literal in $unit:literal $low:literal..=$high:literal in $bar:ident;)+) => {
        /// The pins of one case; `None` leaves the model's own value.
        #[derive(Debug, Clone, Copy, PartialEq, Default)]
        pub struct Pins { $($(#[doc = $doc])+ pub $field: Option<$type>,)+ }

        /// Every quantity that can be pinned.
        pub static PINS: &[Pin] = &[$(Pin {
            path: $path,
            exponents: <$type as Value>::EXPONENTS,
            sort: <$type as Value>::SORT.shown_in($unit),
            unit: $unit,
            low: $low as f64,
            high: $high as f64,
            group: Group::$bar,
            get: |pins| pins.$field.map(Value::to_base),
            set: |pins, number| pins.$field = number.map(<$type as Value>::from_base),
        }),+];
    };
}

pins! {
    /// Year-mean share of time in sunlight.
    sunlit_fraction: Ratio = "environment.sunlit_fraction" in "1" 0.01..=1 in Orbit;
    /// Longest shadow of the year.
    eclipse_max: Time = "environment.eclipse_max" in "min" 0..=1_440 in Orbit;
    /// Sunlight in the orbit that sizes the array.
    sizing_irradiance: Irradiance = "environment.sizing_irradiance" in "W/m2" 1..=10_000 in Orbit;
    /// Effective sink of the radiator panel.
    sink_temperature: Temperature = "environment.sink_temperature" in "K" 0..=400 in Radiator;
    /// Net heat per panel area.
    net_flux: Irradiance = "radiator.net_flux" in "W/m2" 1..=10_000 in Radiator;
    /// Array power at begin of life.
    array_power_bol: Power = "array.power_bol" in "kW" 0.001..=1.0e9 in Array;
    /// Nameplate energy of the batteries.
    battery_energy: Energy = "battery.energy" in "kWh" 0..=1.0e10 in Battery;
    /// Launched mass per IT power.
    mass_per_it_power: SpecificMass = "mass.per_it_power" in "kg/kW" 0.1..=1_000 in Satellite;
    /// Payload of the vehicle to the scenario's orbit.
    launch_payload: Mass = "launch.payload" in "kg" 1..=1.0e9 in Launch;
    /// Price per kilogram carried to the orbit.
    launch_price_per_mass: MoneyPerMass = "launch.price_per_mass" in "USD/kg" 0..=1.0e6 in Launch;
    /// Share of time that errors and storms leave.
    radiation_availability: Ratio = "radiation.availability" in "1" 0.01..=1 in Failures;
    /// Share of the IT power delivered in orbit over the life.
    availability: Ratio = "orbit.availability" in "1" 0.01..=1 in Failures;
}
