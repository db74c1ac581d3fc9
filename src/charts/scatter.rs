//! Points of two measures: the first ones named, with the line on which both are equal if wanted.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::document;
use super::font::{LEADING, Weight, shorten};
use super::frame::{self, Frame};
use super::labels::{Wish, along, around, leader, place};
use super::plot::{Headings, Plot};
use super::scene::{Place, Rect, Scene, Text};
use super::theme::{BLUE, GRAY, PALE, SMALL, Scale};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table};

/// Room above the highest point, as a share of the axis.
const HEADROOM: f64 = 1.05;

/// One point.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dot {
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub at: (f64, f64),
}

/// Points, the most important first.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// What is measured to the right and upward.
    pub measures: (Measure, Measure),
    /// The points, the most important first.
    pub dots: Vec<Dot>,
    /// Points that are named; the others are drawn alone.
    pub named: usize,
    /// Name of the line on which both measures are equal; none for no line.
    pub equal: Option<String>,
}

impl Chart for Scatter {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        if self.dots.is_empty() {
            return Err(empty(&self.picture));
        }
        for dot in &self.dots {
            finite(&self.picture, &dot.name, dot.at.0)?;
            finite(&self.picture, &dot.name, dot.at.1)?;
        }
        let axes = (self.axis(|dot| dot.at.0), self.axis(|dot| dot.at.1));
        let ends = (axes.0.range(), axes.1.range());
        let Frame { mut scene, body } = frame::open(&self.picture);
        let headings =
            Headings { across: Some(&self.measures.0), along: &self.measures.1, grid: true };
        let plot = Plot::new(&mut scene, body, axes, &headings, 30.0);
        let mut busy: Vec<Rect> =
            self.dots.iter().map(|dot| around(plot.at(dot.at), 10.0)).collect();
        busy.extend(self.line(&mut scene, &plot, ends));
        self.names(&mut scene, &plot, &busy);
        for (index, dot) in self.dots.iter().enumerate().rev() {
            let (radius, color) = if index < self.named { (8.0, BLUE) } else { (5.0, GRAY) };
            scene.marker(plot.at(dot.at), radius, color);
        }
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = ["name".to_owned(), self.measures.0.column(), self.measures.1.column()];
        let rows = self.dots.iter();
        table(&heading, rows.map(|dot| [dot.name.clone(), cell(dot.at.0), cell(dot.at.1)]))
    }

    fn json(&self) -> Value {
        let axes = [self.measures.0.axis(Scale::Linear), self.measures.1.axis(Scale::Linear)];
        let data = ScatterData { series: &self.dots, equal: self.equal.as_deref() };
        document(&self.picture, "scatter", &axes, data)
    }
}

#[derive(Serialize)]
struct ScatterData<'a> {
    series: &'a [Dot],
    equal: Option<&'a str>,
}

impl Scatter {
    /// From zero, or below where there are points, to a little beyond the farthest.
    fn axis(&self, value: fn(&Dot) -> f64) -> Axis {
        let low = self.dots.iter().map(value).fold(0.0, f64::min);
        let high = self.dots.iter().map(value).fold(0.0, f64::max) * HEADROOM;
        Axis::linear(low, if high > low { high } else { low + 1.0 }, 7)
    }

    /// The line of equal measures with its name at the upper end; gives what labels must avoid.
    fn line(
        &self,
        scene: &mut Scene,
        plot: &Plot,
        ((left, right), (bottom, top)): ((f64, f64), (f64, f64)),
    ) -> Vec<Rect> {
        let Some(name) = &self.equal else { return Vec::new() };
        let (low, high) = (left.max(bottom), right.min(top));
        if low >= high {
            return Vec::new();
        }
        let ends = [plot.at((low, low)), plot.at((high, high))];
        scene.dashed(ends.to_vec(), PALE, 2.0);
        let text = Text::new(name, ends[1]).size(SMALL).color(GRAY);
        let half = 0.5 * SMALL * LEADING;
        // Just below the upper end, as far to the left as the line leaves room.
        let slope = (ends[0].1 - ends[1].1) / (ends[1].0 - ends[0].0).max(1.0);
        let away = (2.0 * half + 12.0) / slope.max(0.05) + 12.0;
        let right = (ends[1].0 - away).max(plot.rect.left + text.width() + 8.0);
        let at = (right, ends[1].1 + half + 6.0);
        let text = Text { at, ..text }.end().upright().halo();
        let mut busy = along(&ends, 4.0);
        busy.push(text.bounds().grown(4.0));
        scene.text(text);
        busy
    }

    /// Names beside their points; one that would cover another is left out.
    fn names(&self, scene: &mut Scene, plot: &Plot, busy: &[Rect]) {
        let texts: Vec<(Place, Text)> = self
            .dots
            .iter()
            .take(self.named)
            .map(|dot| {
                let at = plot.at(dot.at);
                let name = shorten(&dot.name, SMALL, Weight::Regular, 0.4 * plot.rect.width());
                (at, Text::new(name, at).size(SMALL))
            })
            .collect();
        let wishes: Vec<Wish> = texts
            .iter()
            .map(|(at, text)| Wish { at: *at, size: (text.width(), SMALL * LEADING) })
            .collect();
        let mut kept: Vec<Rect> = Vec::new();
        for ((at, text), label) in
            texts.into_iter().zip(place(&wishes, busy, plot.rect.grown(-6.0)))
        {
            if kept.iter().any(|other| other.shared(&label) > 0.0) {
                continue;
            }
            kept.push(label);
            let line = leader(at, label);
            if !line.is_empty() {
                scene.line(line, GRAY, 1.5);
            }
            let middle = (label.left, 0.5 * (label.top + label.bottom));
            scene.text(Text { at: middle, ..text }.upright().halo());
        }
    }
}
