//! Mass per kilowatt by subsystem, beside hardware that has flown or is announced.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::document;
use super::frame::{self, Frame};
use super::rows::{Extent, Names, RULER, across, fit, ruler};
use super::scene::{Rect, Scene, Text};
use super::theme::{Color, GRAY, INK, LABEL, Scale, color, number};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table};

/// Where a mass comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// This design.
    Design,
    /// Sum of the design.
    Total,
    /// Hardware that has flown.
    Flown,
    /// Announced, a target.
    Announced,
}

impl Standing {
    fn name(self) -> &'static str {
        match self {
            Self::Design => "design",
            Self::Total => "total",
            Self::Flown => "flown",
            Self::Announced => "announced",
        }
    }
}

/// A subsystem or a piece of hardware.
#[derive(Debug, Clone, PartialEq)]
pub struct MassRow {
    /// Name.
    pub name: String,
    /// Mass per kilowatt; below zero where a pinned whole is lighter than its parts.
    pub value: f64,
    /// Which kilowatt: `kW IT`, `kW heat`.
    pub per: String,
    /// What it is, such as `array`: rows of one subject have one color.
    pub subject: String,
    /// Where the number comes from.
    pub standing: Standing,
}

/// Horizontal bars of the design above bars of real hardware, on one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct MassBars {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// What is measured, such as mass per kilowatt in kg/kW.
    pub measure: Measure,
    /// The design, drawn with its totals first and then by falling mass, and the hardware, drawn in
    /// this order.
    pub rows: Vec<MassRow>,
}

/// Above this ratio of largest to smallest the axis is logarithmic.
const LOG_FROM: f64 = 1000.0;
/// Height of the heading of a group.
const GROUP: f64 = 46.0;

impl Chart for MassBars {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        if self.rows.is_empty() {
            return Err(empty(&self.picture));
        }
        for row in &self.rows {
            finite(&self.picture, &row.name, row.value)?;
        }
        let (mut design, hardware): (Vec<&MassRow>, Vec<&MassRow>) = self
            .rows
            .iter()
            .partition(|row| matches!(row.standing, Standing::Design | Standing::Total));
        let last = |row: &MassRow| row.standing != Standing::Total;
        design.sort_by(|one, other| {
            last(one).cmp(&last(other)).then(other.value.total_cmp(&one.value))
        });
        let ordered: Vec<&MassRow> = design.iter().chain(&hardware).copied().collect();
        let room = f64::from(self.picture.width.max(1000)) - 2.0 * super::theme::MARGIN;
        let names = Names::new(ordered.iter().map(|row| row.name.as_str()), room);
        let groups =
            [("This design", design.len()), ("Flown and announced hardware", hardware.len())];
        let headings = groups.iter().filter(|group| group.1 > 0).count() as f64;
        let Frame { mut scene, body } =
            frame::open_for(&self.picture, names.least_height() + headings * GROUP + RULER + 20.0);

        let spare = body.height() - names.least_height() - headings * GROUP - RULER - 20.0;
        let extra = (spare / ordered.len() as f64).clamp(0.0, 40.0);
        let rows = MassRows { chart: self, names, extra, colors: self.subjects() };
        rows.draw(&mut scene, body, &groups, &ordered);
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = [
            "name".to_owned(),
            self.measure.column(),
            "per".to_owned(),
            "subject".to_owned(),
            "standing".to_owned(),
        ];
        let rows = self.rows.iter().map(|row| {
            [
                row.name.clone(),
                cell(row.value),
                row.per.clone(),
                row.subject.clone(),
                row.standing.name().to_owned(),
            ]
        });
        table(&heading, rows)
    }

    fn json(&self) -> Value {
        let series = self.rows.iter().map(|row| MassRowData {
            name: &row.name,
            value: row.value,
            unit: &self.measure.unit,
            per: &row.per,
            subject: &row.subject,
            standing: row.standing.name(),
        });
        let data = MassBarsData { series: series.collect() };
        document(&self.picture, "mass_bars", &[self.measure.axis(self.scale())], data)
    }
}

#[derive(Serialize)]
struct MassBarsData<'a> {
    series: Vec<MassRowData<'a>>,
}

#[derive(Serialize)]
struct MassRowData<'a> {
    name: &'a str,
    value: f64,
    unit: &'a str,
    per: &'a str,
    subject: &'a str,
    standing: &'static str,
}

impl MassBars {
    fn values(&self) -> impl Iterator<Item = f64> {
        self.rows.iter().map(|row| row.value)
    }

    fn scale(&self) -> Scale {
        let least = self.values().filter(|&value| value > 0.0).fold(f64::INFINITY, f64::min);
        let most = self.values().fold(0.0, f64::max);
        let signed = self.values().any(|value| value < 0.0);
        if most > LOG_FROM * least && !signed { Scale::Log } else { Scale::Linear }
    }

    fn axis(&self) -> Axis {
        let most = self.values().fold(0.0, f64::max);
        match self.scale() {
            Scale::Linear => Axis::linear(self.values().fold(0.0, f64::min), most, 7),
            Scale::Log => {
                let least =
                    self.values().filter(|&value| value > 0.0).fold(f64::INFINITY, f64::min);
                Axis::log(least * 0.7, most, 8)
            }
        }
    }

    /// The subjects in order of first appearance.
    fn subjects(&self) -> Vec<String> {
        let mut subjects: Vec<String> = Vec::new();
        for row in self.rows.iter().filter(|row| row.standing != Standing::Total) {
            if !subjects.contains(&row.subject) {
                subjects.push(row.subject.clone());
            }
        }
        subjects
    }
}

struct MassRows<'a> {
    chart: &'a MassBars,
    names: Names,
    extra: f64,
    colors: Vec<String>,
}

impl MassRows<'_> {
    fn color(&self, row: &MassRow) -> Color {
        if row.standing == Standing::Total {
            return INK;
        }
        color(self.colors.iter().position(|subject| *subject == row.subject).unwrap_or(0))
    }

    fn draw(&self, scene: &mut Scene, body: Rect, groups: &[(&str, usize)], rows: &[&MassRow]) {
        // A group's heading must not cross the axis.
        let heading = groups
            .iter()
            .map(|group| Text::new(group.0, (0.0, 0.0)).bold().width())
            .fold(0.0, f64::max);
        let left = self.names.right(body.left).max((body.left + heading + 16.0).round());
        let height = self.names.least_height()
            + self.extra * rows.len() as f64
            + GROUP * groups.iter().filter(|group| group.1 > 0).count() as f64;
        let axis = self.chart.axis();
        let extents: Vec<Extent> = rows.iter().map(|row| self.extent(row)).collect();
        let rect =
            fit(Rect::new(left, body.top, body.right - 30.0, body.top + height), &axis, &extents);
        ruler(scene, rect, &axis, &self.chart.measure.heading());
        let mut top = body.top;
        let mut index = 0;
        for &(heading, count) in groups.iter().filter(|group| group.1 > 0) {
            let middle = top + 0.55 * GROUP;
            scene.text(Text::new(heading, (body.left, middle)).bold().upright().halo());
            top += GROUP;
            for _ in 0..count {
                let step = self.names.row_height(index) + self.extra;
                self.row(scene, rect, &axis, (index, rows[index], top + 0.5 * step));
                top += step;
                index += 1;
            }
        }
    }

    /// The bar with its label, which is the only thing beyond it.
    fn extent(&self, row: &MassRow) -> Extent {
        let amount = Text::new(number(row.value), (0.0, 0.0)).bold().width();
        let after = 16.0 + amount + 9.0 + Text::new(self.per(row), (0.0, 0.0)).width() - 30.0;
        Extent { low: row.value.min(0.0), high: row.value.max(0.0), before: 0.0, after }
    }

    /// Which kilowatt, as in "kg per kW IT".
    fn per(&self, row: &MassRow) -> String {
        let announced = if row.standing == Standing::Announced { ", announced" } else { "" };
        let unit = self.chart.measure.unit.split('/').next().unwrap_or_default();
        format!("{unit} per {}{announced}", row.per).trim_start().to_owned()
    }

    fn row(
        &self,
        scene: &mut Scene,
        rect: Rect,
        axis: &Axis,
        (index, row, middle): (usize, &MassRow, f64),
    ) {
        let total = row.standing == Standing::Total;
        self.names.write(scene, index, rect.left, middle, total);
        let at = across(rect, axis, row.value);
        // The label stands right of the bar, also of one that reaches below zero.
        let end = across(rect, axis, row.value.max(0.0));
        let fill = self.color(row);
        match axis.scale() {
            Scale::Linear => {
                let half = 12.0 + 0.3 * self.extra;
                let start = across(rect, axis, row.value.min(0.0));
                let bar = Rect::new(start, middle - half, end, middle + half);
                if row.standing == Standing::Announced {
                    // Hollow: a promise.
                    scene.rect(bar, fill.tint(0.25));
                    if bar.width() > 3.0 {
                        scene.frame(
                            Rect::new(
                                bar.left + 1.0,
                                bar.top + 1.0,
                                bar.right - 1.0,
                                bar.bottom - 1.0,
                            ),
                            fill,
                            2.5,
                        );
                    }
                } else {
                    scene.rect(bar, fill);
                }
            }
            Scale::Log if row.value > 0.0 => {
                scene.line(vec![(rect.left, middle), (at, middle)], fill.tint(0.5), 3.0);
                scene.marker((at, middle), 9.0, fill);
                if row.standing == Standing::Announced {
                    scene.dot((at, middle), 5.0, super::theme::WHITE);
                }
            }
            Scale::Log => {}
        }
        let amount =
            Text::new(number(row.value), (end + 16.0, middle)).size(LABEL).bold().upright().halo();
        let next = amount.bounds().right + 9.0;
        scene.text(amount);
        scene.text(Text::new(self.per(row), (next, middle)).color(GRAY).upright().halo());
    }
}
