//! The data of charts as JSON: what every chart carries around its series.

use super::theme::Scale;
use super::{Measure, Picture};
use serde::Serialize;
use serde_json::Value;

/// An axis.
#[derive(Serialize)]
pub(crate) struct AxisData<'a> {
    name: &'a str,
    unit: &'a str,
    scale: &'static str,
    /// First day of an axis of dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<String>,
    /// Days from one number to the next.
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<u8>,
}

impl<'a> AxisData<'a> {
    /// An axis of numbers.
    pub(crate) fn new(name: &'a str, unit: &'a str, scale: Scale) -> Self {
        Self { name, unit, scale: scale.name(), first: None, step: None }
    }

    /// Every day from `first` on.
    pub(crate) fn of_days(first: String) -> Self {
        let step = Some(1);
        Self { first: Some(first), step, ..Self::new("date", "day", Scale::Linear) }
    }
}

impl Measure {
    /// The axis as JSON.
    pub(crate) fn axis(&self, scale: Scale) -> AxisData<'_> {
        AxisData::new(&self.name, &self.unit, scale)
    }
}

/// A value that has a name, such as a level that is worth a line.
#[derive(Serialize)]
pub(crate) struct Named<'a, V> {
    name: &'a str,
    value: V,
}

impl<'a, V> Named<'a, V> {
    /// A name and its value.
    pub(crate) const fn new(name: &'a str, value: V) -> Self {
        Self { name, value }
    }
}

/// A level with a line, if there is one.
pub(crate) fn level(level: Option<&(f64, String)>) -> Option<Named<'_, f64>> {
    level.map(|(value, name)| Named::new(name, *value))
}

/// A chart around its axes and series.
#[derive(Serialize)]
struct ChartDocument<'a, D> {
    chart: &'static str,
    kind: &'a str,
    title: &'a str,
    subtitle: &'a str,
    axes: &'a [AxisData<'a>],
    #[serde(flatten)]
    data: D,
    footer: &'a str,
    sources: &'a [String],
    scenario_digest: &'a str,
}

/// The JSON of a chart around its axes and series.
pub(crate) fn document(
    picture: &Picture,
    kind: &str,
    axes: &[AxisData<'_>],
    data: impl Serialize,
) -> Value {
    let whole = ChartDocument {
        chart: picture.name,
        kind,
        title: &picture.title,
        subtitle: &picture.subtitle,
        axes,
        data,
        footer: &picture.footer,
        sources: &picture.sources,
        scenario_digest: &picture.digest,
    };
    // Names are texts and numbers are numbers: nothing that JSON lacks.
    serde_json::to_value(whole).unwrap_or_default()
}
