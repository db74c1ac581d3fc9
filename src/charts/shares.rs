//! Shares that inputs account for: two bars a row, by itself and in all, with intervals.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::document;
use super::frame::{self, Frame};
use super::rows::{Extent, Names, RULER, across, fit, ruler};
use super::scene::{Rect, Scene, Text};
use super::theme::{BLUE, INK, MARGIN, SKY, SMALL, Scale, number};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table};

/// One input or group.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareRow {
    /// Name.
    pub name: String,
    /// By itself: value, low and high end.
    pub first: [f64; 3],
    /// With everything that it does together with others: value, low and high end.
    pub total: [f64; 3],
}

/// Bars of shares.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// Measured quantity.
    pub measure: Measure,
    /// Names of the two bars of a row.
    pub names: (String, String),
    /// The rows from top to bottom.
    pub rows: Vec<ShareRow>,
}

impl Chart for Shares {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        if self.rows.is_empty() {
            return Err(empty(&self.picture));
        }
        let (mut low, mut high) = (0.0_f64, f64::MIN_POSITIVE);
        for row in &self.rows {
            for value in row.first.into_iter().chain(row.total) {
                let value = finite(&self.picture, &row.name, value)?;
                (low, high) = (low.min(value), high.max(value));
            }
        }
        let room = f64::from(self.picture.width.max(1000)) - 2.0 * MARGIN;
        let names = Names::new(self.rows.iter().map(|row| row.name.as_str()), room);
        let least = names.least_height() + 14.0 * self.rows.len() as f64;
        let Frame { mut scene, body } = frame::open_for(&self.picture, least + RULER + 40.0);
        let extra = ((body.height() - least - RULER - 40.0) / self.rows.len() as f64)
            .clamp(0.0, 50.0)
            + 14.0;
        let (left, top) = (names.right(body.left), body.top + 40.0);
        let bottom = top + names.least_height() + extra * self.rows.len() as f64;
        let axis = Axis::linear(low, high, 7);
        let extents: Vec<Extent> = self.rows.iter().map(extent).collect();
        let rect = fit(Rect::new(left, top, body.right, bottom), &axis, &extents);
        ruler(&mut scene, rect, &axis, &self.measure.heading());
        self.key(&mut scene, (left, top - 18.0));
        let mut middle = top;
        for (index, row) in self.rows.iter().enumerate() {
            let step = names.row_height(index) + extra;
            names.write(&mut scene, index, left, middle + 0.5 * step, false);
            draw(&mut scene, (rect, &axis), row, (middle, step));
            middle += step;
        }
        Ok(scene)
    }

    fn csv(&self) -> String {
        let (first, total) = &self.names;
        let heading = ["name".to_owned()].into_iter().chain(
            [first, total]
                .into_iter()
                .flat_map(|name| [name.clone(), format!("{name} low"), format!("{name} high")]),
        );
        let heading: Vec<String> = heading.collect();
        let rows = self.rows.iter().map(|row| {
            let numbers = row.first.into_iter().chain(row.total).map(cell);
            std::iter::once(row.name.clone()).chain(numbers).collect::<Vec<String>>()
        });
        table(&heading, rows)
    }

    fn json(&self) -> Value {
        let series = self.rows.iter().map(|row| RowData {
            name: &row.name,
            first: ShareData::of(row.first),
            total: ShareData::of(row.total),
        });
        let names = (self.names.0.as_str(), self.names.1.as_str());
        let data = SharesData { names, series: series.collect() };
        document(&self.picture, "shares", &[self.measure.axis(Scale::Linear)], data)
    }
}

#[derive(Serialize)]
struct SharesData<'a> {
    names: (&'a str, &'a str),
    series: Vec<RowData<'a>>,
}

#[derive(Serialize)]
struct RowData<'a> {
    name: &'a str,
    first: ShareData,
    total: ShareData,
}

#[derive(Serialize)]
struct ShareData {
    value: f64,
    low: f64,
    high: f64,
}

impl ShareData {
    const fn of([value, low, high]: [f64; 3]) -> Self {
        Self { value, low, high }
    }
}

fn extent(row: &ShareRow) -> Extent {
    let values = || row.first.into_iter().chain(row.total);
    Extent {
        low: values().fold(0.0, f64::min),
        high: values().fold(0.0, f64::max),
        before: 0.0,
        after: Text::new(number(row.total[0]), (0.0, 0.0)).size(SMALL).bold().width() + 14.0,
    }
}

fn draw(scene: &mut Scene, (rect, axis): (Rect, &Axis), row: &ShareRow, (top, step): (f64, f64)) {
    let half = (0.19 * step).min(17.0);
    let zero = across(rect, axis, 0.0);
    let bars =
        [(row.first, BLUE, top + 0.5 * step - half), (row.total, SKY, top + 0.5 * step + half)];
    for ([value, low, high], color, middle) in bars {
        let end = across(rect, axis, value);
        scene.rect(
            Rect::new(zero.min(end), middle - half + 1.0, zero.max(end), middle + half - 1.0),
            color,
        );
        let (low, high) = (across(rect, axis, low), across(rect, axis, high));
        scene.line(vec![(low, middle), (high, middle)], INK, 2.0);
        for end in [low, high] {
            scene.line(vec![(end, middle - 0.4 * half), (end, middle + 0.4 * half)], INK, 2.0);
        }
    }
    let right = row.first.into_iter().chain(row.total).fold(0.0, f64::max);
    let at = (across(rect, axis, right) + 10.0, top + 0.5 * step);
    scene.text(Text::new(number(row.total[0]), at).size(SMALL).bold().upright().halo());
}

impl Shares {
    /// What the two colors mean.
    fn key(&self, scene: &mut Scene, (left, base): (f64, f64)) {
        let mut x = left;
        for (name, color) in [(&self.names.0, BLUE), (&self.names.1, SKY)] {
            scene.rect(Rect::new(x, base - 15.0, x + 22.0, base + 1.0), color);
            let text = Text::new(name, (x + 30.0, base)).size(SMALL);
            x += 30.0 + text.width() + 34.0;
            scene.text(text);
        }
    }
}
