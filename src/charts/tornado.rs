//! What the low and high end of each input do to a number: bars to both sides of the value now.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::document;
use super::frame::{self, Frame};
use super::rows::{Extent, Names, RULER, across, fit, ruler};
use super::scene::{Rect, Scene, Text};
use super::theme::{BLUE, INK, MARGIN, ORANGE, SMALL, Scale, number};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table};

/// Radius of the mark at an end.
const MARK: f64 = 6.0;

/// An end of an input.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TornadoEnd {
    /// The input there, as text.
    pub input: String,
    /// The number there; none where it does not exist.
    pub value: Option<f64>,
    /// What sets the end apart, such as another number of launches; it is marked then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
}

/// One input.
#[derive(Debug, Clone, PartialEq)]
pub struct TornadoBar {
    /// Its name.
    pub name: String,
    /// Its low end.
    pub low: TornadoEnd,
    /// Its high end.
    pub high: TornadoEnd,
}

/// A tornado.
#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// Measured quantity.
    pub measure: Measure,
    /// The number now.
    pub now: f64,
    /// The inputs, widest first.
    pub swings: Vec<TornadoBar>,
    /// What the marks at the ends say; nothing where there are none.
    pub marks: Option<String>,
}

impl Chart for Tornado {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        if self.swings.is_empty() {
            return Err(empty(&self.picture));
        }
        let (mut low, mut high) = (finite(&self.picture, "now", self.now)?, self.now);
        for swing in &self.swings {
            for value in [swing.low.value, swing.high.value].into_iter().flatten() {
                let value = finite(&self.picture, &swing.name, value)?;
                (low, high) = (low.min(value), high.max(value));
            }
        }
        let room = f64::from(self.picture.width.max(1000)) - 2.0 * MARGIN;
        let names = Names::new(self.swings.iter().map(|swing| swing.name.as_str()), room);
        let Frame { mut scene, body } =
            frame::open_for(&self.picture, names.least_height() + RULER + 34.0);
        let count = self.swings.len() as f64;
        let extra =
            ((body.height() - names.least_height() - RULER - 34.0) / count).clamp(0.0, 60.0);
        let (left, top) = (names.right(body.left), body.top + 34.0);
        let bottom = top + names.least_height() + extra * count;
        let margin = 0.02 * (high - low).max(self.now.abs() * 1e-3);
        let axis = Axis::exact(low - margin, high + margin, 7);
        let extents: Vec<Extent> = self.swings.iter().map(|swing| self.extent(swing)).collect();
        let rect = fit(Rect::new(left + 10.0, top, body.right, bottom), &axis, &extents);
        ruler(&mut scene, rect, &axis, &self.measure.heading());
        let mut middle = top;
        for (index, swing) in self.swings.iter().enumerate() {
            let step = names.row_height(index) + extra;
            let at = middle + 0.5 * step;
            names.write(&mut scene, index, left, at, false);
            self.draw(&mut scene, (rect, &axis), swing, (at, (11.0 + 0.25 * extra).min(24.0)));
            middle += step;
        }
        self.line(&mut scene, rect, &axis);
        Ok(scene)
    }

    fn csv(&self) -> String {
        let of = |end: &str| format!("{} at {end}", self.measure.column());
        let heading =
            ["input".to_owned(), "low".to_owned(), of("low"), "high".to_owned(), of("high")];
        let rows = self.swings.iter().map(|swing| {
            let (low, high) = (&swing.low, &swing.high);
            let ends = [low, high].map(|end| [end.input.clone(), cell(end.value)]);
            std::iter::once(swing.name.clone())
                .chain(ends.into_iter().flatten())
                .collect::<Vec<_>>()
        });
        table(&heading, rows)
    }

    fn json(&self) -> Value {
        let series = self.swings.iter().map(|swing| SwingData {
            name: &swing.name,
            low: &swing.low,
            high: &swing.high,
        });
        let marks = self.marks.as_deref();
        let data = TornadoData { now: self.now, series: series.collect(), marks };
        document(&self.picture, "tornado", &[self.measure.axis(Scale::Linear)], data)
    }
}

#[derive(Serialize)]
struct TornadoData<'a> {
    now: f64,
    series: Vec<SwingData<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    marks: Option<&'a str>,
}

#[derive(Serialize)]
struct SwingData<'a> {
    name: &'a str,
    low: &'a TornadoEnd,
    high: &'a TornadoEnd,
}

/// The text at an end: the value of the input, what sets it apart, and that there is no number.
fn shown(end: &TornadoEnd) -> String {
    let mark = end.mark.as_ref().map_or_else(String::new, |mark| format!(", {mark}"));
    let none = if end.value.is_some() { "" } else { ": none" };
    format!("{}{mark}{none}", end.input)
}

impl Tornado {
    /// Which end stands left, which right.
    fn sides<'s>(&self, swing: &'s TornadoBar) -> (&'s TornadoEnd, &'s TornadoEnd) {
        let of = |end: &TornadoEnd| end.value.unwrap_or(self.now);
        if of(&swing.low) <= of(&swing.high) {
            (&swing.low, &swing.high)
        } else {
            (&swing.high, &swing.low)
        }
    }

    fn extent(&self, swing: &TornadoBar) -> Extent {
        let (left, right) = self.sides(swing);
        let width = |end: &TornadoEnd| Text::new(shown(end), (0.0, 0.0)).size(SMALL).width() + 14.0;
        Extent {
            low: left.value.unwrap_or(self.now).min(self.now),
            high: right.value.unwrap_or(self.now).max(self.now),
            before: width(left),
            after: width(right),
        }
    }

    fn draw(
        &self,
        scene: &mut Scene,
        (rect, axis): (Rect, &Axis),
        swing: &TornadoBar,
        (middle, half): (f64, f64),
    ) {
        let now = across(rect, axis, self.now);
        for (end, color) in [(&swing.low, ORANGE), (&swing.high, BLUE)] {
            if let Some(value) = end.value {
                let at = across(rect, axis, value);
                scene
                    .rect(Rect::new(now.min(at), middle - half, now.max(at), middle + half), color);
            }
        }
        for end in [&swing.low, &swing.high].into_iter().filter(|end| end.mark.is_some()) {
            let at = across(rect, axis, end.value.unwrap_or(self.now));
            scene.dot((at, middle), MARK, INK);
        }
        let (left, right) = self.sides(swing);
        let at = |end: &TornadoEnd| across(rect, axis, end.value.unwrap_or(self.now));
        let before = (at(left).min(now) - 8.0, middle);
        scene.text(Text::new(shown(left), before).size(SMALL).end().upright().halo());
        let after = (at(right).max(now) + 8.0, middle);
        scene.text(Text::new(shown(right), after).size(SMALL).upright().halo());
    }

    fn line(&self, scene: &mut Scene, rect: Rect, axis: &Axis) {
        let x = across(rect, axis, self.now);
        scene.line(vec![(x, rect.top - 4.0), (x, rect.bottom)], INK, 2.5);
        let marks = self.marks.as_ref().map_or_else(String::new, |marks| format!("; {marks}"));
        let words = format!(
            "now {}; orange: input at its low end, blue: at its high end{marks}",
            number(self.now)
        );
        let text = Text::new(words, (x, rect.top - 14.0)).size(SMALL);
        let half = 0.5 * text.width();
        let room = f64::from(self.picture.width.max(1000)) - MARGIN - half;
        let center = x.clamp(MARGIN + half, room.max(MARGIN + half));
        scene.text(Text { at: (center, rect.top - 14.0), ..text }.middle());
    }
}
