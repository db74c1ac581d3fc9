//! Charts as PNG pictures, each beside a CSV of its data and a JSON that names axes, units, sources
//! and scenario.
//!
//! A chart is plain data and a [`Picture`] (title, subtitle, foot). [`Chart::scene`] lays it out as
//! a display list of shapes and text whose label boxes can be asked for; [`Chart::png`] paints that
//! list with plotters on our own anti-aliasing backend. The same data give the same bytes.

use serde_json::Value;
use thiserror::Error;

pub mod axis;
pub mod bars;
pub mod cost_stack;
mod data;
mod draw;
pub mod eclipse_year;
pub mod fan;
pub mod flow;
pub mod font;
mod frame;
pub mod heat_map;
pub mod histogram;
pub mod labels;
pub mod lines;
pub mod mass_bars;
pub mod pareto;
pub mod parity_year;
mod plot;
mod png;
pub mod ratio_curve;
mod rows;
pub mod scatter;
pub mod scene;
pub mod shares;
pub mod theme;
pub mod to_scale;
pub mod tornado;
pub mod waterfall;

pub use bars::{Bar, Bars};
pub use cost_stack::{CostColumn, CostStack, Part};
pub use eclipse_year::{Day, EclipseYear};
pub use fan::{Fan, FanPoint};
pub use flow::{Carrier, Flow, FlowLink, FlowNode};
pub use heat_map::{HeatMap, Mark};
pub use histogram::Histogram;
pub use lines::{Lines, Series, StepMark, Steps, Stroke};
pub use mass_bars::{MassBars, MassRow, Standing};
pub use pareto::{Pareto, ParetoPoint};
pub use parity_year::ParityYear;
pub use ratio_curve::{CurvePoint, RatioCurve, VehiclePrice};
pub use scatter::{Dot, Scatter};
pub use scene::Scene;
pub use shares::{ShareRow, Shares};
pub use theme::Scale;
pub use to_scale::{Plate, PlateKind, ToScale};
pub use tornado::{Tornado, TornadoBar, TornadoEnd};
pub use waterfall::{Step, Waterfall};

/// Why a chart cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ChartError {
    /// There is nothing to draw.
    #[error("chart `{chart}` has no data")]
    Empty {
        /// Name of the chart.
        chart: String,
    },
    /// A number is infinite or not a number, or negative where only an amount makes sense.
    #[error(
        "chart `{chart}` cannot draw `{what}`: its number is not finite or outside what the chart \
            can show"
    )]
    Unfit {
        /// Name of the chart.
        chart: String,
        /// The part that holds the number.
        what: String,
    },
    /// The links of a flow run in a circle.
    #[error("chart `{chart}` has links that run in a circle through `{node}`")]
    Circle {
        /// Name of the chart.
        chart: String,
        /// One node of the circle.
        node: String,
    },
    /// A link names a node that does not exist.
    #[error("chart `{chart}` has a link to node {index}, which does not exist")]
    Link {
        /// Name of the chart.
        chart: String,
        /// The index.
        index: usize,
    },
    /// The picture would have too many pixels, or none.
    #[error("a picture of {width} x {height} at this scale cannot be painted")]
    Size {
        /// Width in units of the scene.
        width: u32,
        /// Height in units of the scene.
        height: u32,
    },
    /// The drawing library refused.
    #[error("drawing failed: {reason}")]
    Drawing {
        /// Its message.
        reason: String,
    },
}

/// Frame of a chart: title, sources, size.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Name of the files, such as `cost`.
    pub name: &'static str,
    /// The finding, as a sentence.
    pub title: String,
    /// Scenario and conditions.
    pub subtitle: String,
    /// Source line at the foot.
    pub footer: String,
    /// Sources of the data, for the JSON.
    pub sources: Vec<String>,
    /// Digest of the scenario, such as `sha256:…`.
    pub digest: String,
    /// Width in pixels at scale 1; at least 1 000 is drawn.
    pub width: u32,
    /// Least height in pixels at scale 1; charts of many rows grow.
    pub height: u32,
}

impl Picture {
    /// A picture of 1 600 by 1 000 pixels with a title and nothing else.
    pub fn new(name: &'static str, title: impl Into<String>) -> Self {
        Self {
            name,
            title: title.into(),
            subtitle: String::new(),
            footer: String::new(),
            sources: Vec::new(),
            digest: String::new(),
            width: 1600,
            height: 1000,
        }
    }
}

/// Quantity along an axis, with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Name, such as `Cost of IT power`.
    pub name: String,
    /// Unit, such as `USD2026/kW/yr`; empty for a bare number.
    pub unit: String,
}

impl Measure {
    /// A name and its unit.
    pub fn new(name: impl Into<String>, unit: impl Into<String>) -> Self {
        Self { name: name.into(), unit: unit.into() }
    }

    /// Heading of an axis: name, comma, unit; a unit of `1` is called a ratio.
    pub fn heading(&self) -> String {
        match self.unit.as_str() {
            "" => self.name.clone(),
            "1" => format!("{} (ratio)", self.name),
            unit => format!("{}, {unit}", self.name),
        }
    }

    /// Heading of a CSV column: name and unit in brackets.
    pub(crate) fn column(&self) -> String {
        if self.unit.is_empty() {
            self.name.clone()
        } else {
            format!("{} [{}]", self.name, self.unit)
        }
    }
}

/// A chart: data that can be laid out, painted and written as a table.
pub trait Chart: Send + Sync {
    /// Frame of the chart.
    fn picture(&self) -> &Picture;

    /// The layout: shapes and text in units of pixels at scale 1.
    ///
    /// # Errors
    /// [`ChartError`] if the data cannot be drawn.
    fn scene(&self) -> Result<Scene, ChartError>;

    /// The data as CSV, units in the headings.
    fn csv(&self) -> String;

    /// Title, axes with units, series, sources and digest.
    fn json(&self) -> Value;

    /// Name of the files.
    fn name(&self) -> &str {
        self.picture().name
    }

    /// The picture as PNG, `scale` times its nominal size (2 for print).
    ///
    /// # Errors
    /// [`ChartError`] if the data cannot be drawn or the picture is too large.
    fn png(&self, scale: f64) -> Result<Vec<u8>, ChartError> {
        draw::paint(&self.scene()?, scale)
    }
}

/// Rows of text as CSV.
pub(crate) fn table<R: AsRef<[String]>>(
    heading: &[String],
    rows: impl IntoIterator<Item = R>,
) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut written = writer.write_record(heading);
    for row in rows {
        written = written.and_then(|()| writer.write_record(row.as_ref()));
    }
    // Writing to memory fails only when memory does, and that aborts.
    debug_assert!(written.is_ok());
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A number for a CSV cell: shortest text that reads back the same, empty if there is none.
pub(crate) fn cell(value: impl Into<Option<f64>>) -> String {
    value
        .into()
        .filter(|number| number.is_finite())
        .map_or_else(String::new, |number| number.to_string())
}

/// Refuses numbers that are not finite.
pub(crate) fn finite(picture: &Picture, what: &str, value: f64) -> Result<f64, ChartError> {
    if value.is_finite() { Ok(value) } else { Err(unfit(picture, what)) }
}

/// The error of a number that the chart cannot show.
pub(crate) fn unfit(picture: &Picture, what: &str) -> ChartError {
    ChartError::Unfit { chart: picture.name.to_owned(), what: what.to_owned() }
}

/// The error of a chart without data.
pub(crate) fn empty(picture: &Picture) -> ChartError {
    ChartError::Empty { chart: picture.name.to_owned() }
}
