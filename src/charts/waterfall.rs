//! From one number to another, step by step.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::{Named, document};
use super::frame::{self, Frame};
use super::rows::{Extent, Names, RULER, across, fit, ruler};
use super::scene::{Rect, Scene, Text};
use super::theme::{BLUE, INK, LABEL, MARGIN, ORANGE, PALE, Scale, change, number};
use super::{Chart, ChartError, Measure, Picture, cell, finite, table};

/// One step of a waterfall.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// Name.
    pub name: String,
    /// Change; below zero if it lowers the number.
    pub change: f64,
}

/// A bridge between two numbers. Its steps add up to their difference; the JSON states the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// Measured quantity.
    pub measure: Measure,
    /// Where it begins.
    pub from: (String, f64),
    /// The steps in order.
    pub steps: Vec<Step>,
    /// Where it ends.
    pub to: (String, f64),
}

impl Chart for Waterfall {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        finite(&self.picture, &self.from.0, self.from.1)?;
        finite(&self.picture, &self.to.0, self.to.1)?;
        for step in &self.steps {
            finite(&self.picture, &step.name, step.change)?;
        }
        let room = f64::from(self.picture.width.max(1000)) - 2.0 * MARGIN;
        let steps = self.steps.iter().map(|step| step.name.as_str());
        let names = Names::new(
            [self.from.0.as_str()].into_iter().chain(steps).chain([self.to.0.as_str()]),
            room,
        );
        let Frame { mut scene, body } =
            frame::open_for(&self.picture, names.least_height() + RULER);
        let count = self.steps.len() as f64 + 2.0;
        let extra = ((body.height() - names.least_height() - RULER) / count).clamp(0.0, 44.0);
        let left = names.right(body.left);
        let bottom = body.top + names.least_height() + extra * count;
        let axis = self.axis();
        let rect =
            fit(Rect::new(left, body.top, body.right - 30.0, bottom), &axis, &self.extents());
        ruler(&mut scene, rect, &axis, &self.measure.heading());
        self.draw(&mut scene, rect, &axis, (&names, extra, left));
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = ["name".to_owned(), "kind".to_owned(), self.measure.column()];
        let ends =
            |kind: &str, end: &(String, f64)| [[end.0.clone(), kind.to_owned(), cell(end.1)]];
        let steps = self
            .steps
            .iter()
            .map(|step| [step.name.clone(), "change".to_owned(), cell(step.change)]);
        table(
            &heading,
            ends("from", &self.from).into_iter().chain(steps).chain(ends("to", &self.to)),
        )
    }

    fn json(&self) -> Value {
        let rest = self.to.1 - self.from.1 - self.steps.iter().map(|step| step.change).sum::<f64>();
        let data = WaterfallData {
            from: Named::new(&self.from.0, self.from.1),
            series: &self.steps,
            to: Named::new(&self.to.0, self.to.1),
            residual: rest,
            unit: &self.measure.unit,
        };
        document(&self.picture, "waterfall", &[self.measure.axis(Scale::Linear)], data)
    }
}

#[derive(Serialize)]
struct WaterfallData<'a> {
    from: Named<'a, f64>,
    series: &'a [Step],
    to: Named<'a, f64>,
    residual: f64,
    unit: &'a str,
}

impl Waterfall {
    /// Lowest and highest number on the way.
    fn reach(&self) -> (f64, f64) {
        let mut at = self.from.1;
        let mut reach = (at.min(self.to.1).min(0.0), at.max(self.to.1).max(0.0));
        for step in &self.steps {
            at += step.change;
            reach = (reach.0.min(at), reach.1.max(at));
        }
        reach
    }

    /// Begin and end of each bar, the two whole numbers included.
    fn spans(&self) -> Vec<(f64, f64)> {
        let mut at = self.from.1;
        let mut spans = vec![(0.0, at)];
        for step in &self.steps {
            spans.push((at, at + step.change));
            at += step.change;
        }
        spans.push((0.0, self.to.1));
        spans
    }

    fn extents(&self) -> Vec<Extent> {
        let spans = self.spans();
        let last = spans.len() - 1;
        let extent = |(index, &(from, to)): (usize, &(f64, f64))| {
            let label =
                Text::new(text(from, to, index == 0 || index == last), (0.0, 0.0)).bold().width()
                    + 10.0;
            let (before, after) =
                if leftward(from, to) { (label, 0.0) } else { (0.0, label - 30.0) };
            Extent { low: from.min(to), high: from.max(to), before, after }
        };
        spans.iter().enumerate().map(extent).collect()
    }

    fn axis(&self) -> Axis {
        let (low, high) = self.reach();
        Axis::linear(low, high, 7)
    }

    fn draw(
        &self,
        scene: &mut Scene,
        rect: Rect,
        axis: &Axis,
        (names, extra, left): (&Names, f64, f64),
    ) {
        let mut top = rect.top;
        let mut before: Option<(f64, f64)> = None;
        let last = self.steps.len() + 1;
        for (index, (from, to)) in self.spans().into_iter().enumerate() {
            let step = names.row_height(index) + extra;
            let middle = top + 0.5 * step;
            let half = (12.0 + 0.3 * extra).min(0.5 * step - 4.0);
            let whole = index == 0 || index == last;
            if let Some((x, y)) = before {
                scene.line(vec![(x, y), (x, middle - half)], PALE, 1.5);
            }
            let (one, two) = (across(rect, axis, from), across(rect, axis, to));
            let fill = if whole {
                INK
            } else if to >= from {
                ORANGE
            } else {
                BLUE
            };
            let (low, high) = (one.min(two), one.max(two).max(one.min(two) + 2.0));
            scene.rect(Rect::new(low, middle - half, high, middle + half), fill);
            names.write(scene, index, left, middle, whole);
            label(scene, (low, high, middle), (from, to), whole);
            before = Some((two, middle + half));
            top += step;
        }
    }
}

fn text(from: f64, to: f64, whole: bool) -> String {
    if whole { number(to) } else { change(to - from) }
}

/// Numbers stand at the right of their bars, except left of zero: there they would hit the axis.
fn leftward(from: f64, to: f64) -> bool {
    to < 0.0 && from <= 0.0
}

/// The number beside a bar.
fn label(
    scene: &mut Scene,
    (low, high, middle): (f64, f64, f64),
    (from, to): (f64, f64),
    whole: bool,
) {
    let text = text(from, to, whole);
    let text = if leftward(from, to) {
        Text::new(text, (low - 10.0, middle)).end()
    } else {
        Text::new(text, (high + 10.0, middle))
    };
    scene.text(text.size(LABEL).bold().upright().halo());
}
