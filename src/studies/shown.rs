//! Numbers as results give them: in the unit of the tables, money with its price year. Helpers of
//! serde for quantities, so that a result type derives `Serialize`.

#![expect(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde asks for these")]

use crate::system::metrics::Metric;
use crate::system::value::Value;
use crate::units::format::{in_unit, with_price_year};
use crate::units::{Frequency, Length, SpecificMass, millimeter, per_year};
use serde::{Serialize, Serializer};

/// A number in its unit; none where it does not exist.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shown {
    /// The number in `unit`.
    pub value: Option<f64>,
    /// The unit, money with its year; `1` without one.
    pub unit: String,
    /// 5 % and 95 % points of samples, where some were drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
}

impl Shown {
    /// A value in base units, in a unit of the tables.
    pub fn new(base: Option<f64>, unit: &str, price_year: u16) -> Self {
        let value = base.map(|base| in_unit(base, unit)).filter(|value| value.is_finite());
        Self { value, unit: with_price_year(unit, price_year), range: None }
    }

    /// A value of a metric in base units.
    pub fn of(metric: &Metric, base: Option<f64>, price_year: u16) -> Self {
        Self::new(base, metric.unit, price_year)
    }
}

/// A number with a unit that has no price year.
#[derive(Serialize)]
pub(crate) struct Plain {
    pub(crate) value: f64,
    pub(crate) unit: &'static str,
}

/// Pairs as an object, in their order.
pub(crate) fn as_map<K, V, S>(pairs: &[(K, V)], serializer: S) -> Result<S::Ok, S::Error>
where
    K: Serialize,
    V: Serialize,
    S: Serializer,
{
    serializer.collect_map(pairs.iter().map(|(key, value)| (key, value)))
}

/// Pairs that are an object of JSON, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct ByName<K, V>(pub Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for ByName<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        as_map(&self.0, serializer)
    }
}

/// A quantity as the bare number in base units: a ratio, a time in seconds.
pub(crate) fn bare<Q: Value, S: Serializer>(
    quantity: &Q,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(quantity.to_base())
}

/// A temperature, or a difference of two, in kelvin.
pub(crate) fn kelvin<Q: Value, S: Serializer>(
    quantity: &Q,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Plain { value: quantity.to_base(), unit: "K" }.serialize(serializer)
}

/// A length in millimeters.
pub(crate) fn in_millimeters<S: Serializer>(
    length: &Length,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Plain { value: length.get::<millimeter>(), unit: "mm" }.serialize(serializer)
}

/// A length in millimeters, or null.
pub(crate) fn in_millimeters_if_any<S: Serializer>(
    length: &Option<Length>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let plain = |length: &Length| Plain { value: length.get::<millimeter>(), unit: "mm" };
    length.as_ref().map(plain).serialize(serializer)
}

/// A mass per power in kilograms per kilowatt.
pub(crate) fn kilograms_per_kilowatt<S: Serializer>(
    mass: &SpecificMass,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Plain { value: 1.0e3 * mass.base(), unit: "kg/kW" }.serialize(serializer)
}

/// A rate as a bare number per year.
pub(crate) fn yearly<S: Serializer>(rate: &Frequency, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(rate.get::<per_year>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(Serialize)]
    struct Two {
        #[serde(serialize_with = "in_millimeters")]
        thickness: Length,
        #[serde(serialize_with = "in_millimeters_if_any")]
        none: Option<Length>,
        #[serde(serialize_with = "as_map")]
        pairs: Vec<(&'static str, u8)>,
    }

    #[test]
    fn quantities_carry_their_unit_and_what_is_absent_is_null() {
        let thickness = Length::new::<millimeter>(4.0);
        let two = Two { thickness, none: None, pairs: vec![("b", 1), ("a", 2)] };
        let got = serde_json::to_value(two).unwrap();
        let want = json!({
            "thickness": { "value": 4.0, "unit": "mm" }, "none": null, "pairs": { "b": 1, "a": 2 },
        });
        assert_eq!(got.to_string(), want.to_string());
    }

    #[test]
    fn money_carries_its_year_and_what_is_no_number_is_null() {
        let price = Shown::new(Some(2.0), "USD/kg", 2031);
        assert_eq!((price.value, price.unit.as_str()), (Some(2.0), "USD2031/kg"));
        assert_eq!(Shown::new(Some(f64::NAN), "kg", 2031).value, None);
    }
}
