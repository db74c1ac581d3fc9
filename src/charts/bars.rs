//! Horizontal bars, one for each row, with ranges if wanted.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::{Named, document, level};
use super::frame::{self, Frame};
use super::rows::{Extent, Names, RULER, across, fit, ruler};
use super::scene::{Rect, Scene, Text};
use super::theme::{BLUE, INK, LABEL, MARGIN, Scale, VERMILION, number};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table, unfit};

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Name.
    pub name: String,
    /// Value; `None` where there is none.
    pub value: Option<f64>,
    /// Low and high end, if known.
    pub range: Option<(f64, f64)>,
    /// Whether the row stands out.
    pub strong: bool,
}

/// Bars from zero, or dots on a logarithmic axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// Measured quantity.
    pub measure: Measure,
    /// How the axis is divided.
    pub scale: Scale,
    /// The rows from top to bottom.
    pub bars: Vec<Bar>,
    /// A level to compare with, and its name.
    pub level: Option<(f64, String)>,
}

impl Chart for Bars {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        if self.bars.is_empty() {
            return Err(empty(&self.picture));
        }
        for bar in &self.bars {
            for value in bar.values() {
                if finite(&self.picture, &bar.name, value)? <= 0.0 && self.scale == Scale::Log {
                    return Err(unfit(&self.picture, &bar.name));
                }
            }
        }
        let room = f64::from(self.picture.width.max(1000)) - 2.0 * MARGIN;
        let names = Names::new(self.bars.iter().map(|bar| bar.name.as_str()), room);
        let head = if self.level.is_some() { 34.0 } else { 0.0 };
        let Frame { mut scene, body } =
            frame::open_for(&self.picture, names.least_height() + RULER + head);
        let count = self.bars.len() as f64;
        let extra =
            ((body.height() - names.least_height() - RULER - head) / count).clamp(0.0, 100.0);
        let left = names.right(body.left);
        let top = body.top + head;
        let bottom = top + names.least_height() + extra * count;
        let axis = self.axis();
        let extents: Vec<Extent> = self.bars.iter().map(Bar::extent).collect();
        let rect = fit(Rect::new(left, top, body.right - 30.0, bottom), &axis, &extents);
        ruler(&mut scene, rect, &axis, &self.measure.heading());
        self.draw_level(&mut scene, rect, &axis);
        let mut middle = top;
        for (index, bar) in self.bars.iter().enumerate() {
            let step = names.row_height(index) + extra;
            names.write(&mut scene, index, left, middle + 0.5 * step, bar.strong);
            bar.draw(
                &mut scene,
                rect,
                &axis,
                (middle + 0.5 * step, (12.0 + 0.25 * extra).min(30.0)),
            );
            middle += step;
        }
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = [
            "name".to_owned(),
            self.measure.column(),
            format!("low{}", bracketed(&self.measure)),
            format!("high{}", bracketed(&self.measure)),
        ];
        let rows = self.bars.iter().map(|bar| {
            let (low, high) = (bar.range.map(|range| range.0), bar.range.map(|range| range.1));
            [bar.name.clone(), cell(bar.value), cell(low), cell(high)]
        });
        table(&heading, rows)
    }

    fn json(&self) -> Value {
        let series = self.bars.iter().map(|bar| BarData {
            name: &bar.name,
            value: bar.value,
            range: bar.range,
            unit: &self.measure.unit,
        });
        let data = BarsData { series: series.collect(), level: level(self.level.as_ref()) };
        document(&self.picture, "bars", &[self.measure.axis(self.scale)], data)
    }
}

#[derive(Serialize)]
struct BarsData<'a> {
    series: Vec<BarData<'a>>,
    level: Option<Named<'a, f64>>,
}

#[derive(Serialize)]
struct BarData<'a> {
    name: &'a str,
    value: Option<f64>,
    range: Option<(f64, f64)>,
    unit: &'a str,
}

fn bracketed(measure: &Measure) -> String {
    if measure.unit.is_empty() { String::new() } else { format!(" [{}]", measure.unit) }
}

impl Bars {
    fn reach(&self) -> (f64, f64) {
        let level = self.level.iter().map(|level| level.0).filter(|level| level.is_finite());
        self.bars
            .iter()
            .flat_map(Bar::values)
            .chain(level)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            })
    }

    fn axis(&self) -> Axis {
        let (low, high) = self.reach();
        match self.scale {
            Scale::Linear if low.is_finite() => Axis::linear(low.min(0.0), high.max(0.0), 7),
            Scale::Linear => Axis::linear(0.0, 1.0, 7),
            Scale::Log => Axis::log(0.8 * low, 1.1 * high, 9),
        }
    }

    fn draw_level(&self, scene: &mut Scene, rect: Rect, axis: &Axis) {
        let Some((value, name)) = self.level.as_ref().filter(|level| level.0.is_finite()) else {
            return;
        };
        let x = across(rect, axis, *value);
        scene.dashed(vec![(x, rect.top - 4.0), (x, rect.bottom)], INK, 2.5);
        let text =
            Text::new(format!("{name}: {}", number(*value)), (x, rect.top - 12.0)).color(INK);
        let half = 0.5 * text.width();
        let center = x.clamp(rect.left + half, (rect.right - half).max(rect.left + half));
        scene.text(Text { at: (center, rect.top - 12.0), ..text }.middle());
    }
}

impl Bar {
    /// A row without a range.
    pub fn new(name: impl Into<String>, value: f64) -> Self {
        Self { name: name.into(), value: Some(value), range: None, strong: false }
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        self.value.into_iter().chain(self.range.into_iter().flat_map(|range| [range.0, range.1]))
    }

    /// The bar with its range and its number.
    fn extent(&self) -> Extent {
        let (low, high) = self
            .values()
            .fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        let label = Text::new(self.text(), (0.0, 0.0)).bold().width() + 10.0;
        let leftward = self.value.is_some_and(|value| value < 0.0);
        let (before, after) = if leftward { (label, 0.0) } else { (0.0, label + 10.0 - 30.0) };
        Extent { low, high, before, after }
    }

    fn text(&self) -> String {
        self.value.map_or_else(|| "none".to_owned(), number)
    }

    fn draw(&self, scene: &mut Scene, rect: Rect, axis: &Axis, (middle, half): (f64, f64)) {
        let fill = if self.strong { VERMILION } else { BLUE };
        let zero = if axis.scale() == Scale::Log { rect.left } else { across(rect, axis, 0.0) };
        let (mut low, mut high) = (zero, zero);
        if let Some(value) = self.value {
            let end = across(rect, axis, value);
            (low, high) = (zero.min(end), zero.max(end));
            if axis.scale() == Scale::Log {
                scene.line(vec![(zero, middle), (end, middle)], fill.tint(0.4), 3.0);
                scene.marker((end, middle), 9.0, fill);
                high += 9.0;
            } else {
                scene.rect(Rect::new(low, middle - half, high, middle + half), fill);
            }
        }
        if let Some((from, to)) = self.range {
            let (from, to) = (across(rect, axis, from), across(rect, axis, to));
            scene.line(vec![(from, middle), (to, middle)], INK, 2.0);
            for end in [from, to] {
                scene.line(vec![(end, middle - 8.0), (end, middle + 8.0)], INK, 2.0);
            }
            (low, high) = (low.min(from).min(to), high.max(from).max(to));
        }
        let text = if self.value.is_some_and(|value| value < 0.0) {
            Text::new(self.text(), (low - 10.0, middle)).end()
        } else {
            Text::new(self.text(), (high + 10.0, middle))
        };
        scene.text(text.size(LABEL).bold().upright().halo());
    }
}
