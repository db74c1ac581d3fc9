//! Designs that no other beats in two goals.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::document;
use super::font::LEADING;
use super::frame::{self, Frame};
use super::labels::{Wish, along, around, leader, place};
use super::plot::{Headings, Plot};
use super::scene::{Place, Scene, Text};
use super::theme::{BLUE, GRAY, SMALL, Scale, VERMILION};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table};

/// One design.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ParetoPoint {
    /// Its name, empty for none.
    pub name: String,
    /// The two goals.
    pub goals: (f64, f64),
}

/// A front.
#[derive(Debug, Clone, PartialEq)]
pub struct Pareto {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// The two goals.
    pub measures: (Measure, Measure),
    /// The designs of the front, rising in the first goal.
    pub front: Vec<ParetoPoint>,
    /// The design now, if it closes.
    pub own: Option<ParetoPoint>,
}

impl Chart for Pareto {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        if self.front.is_empty() {
            return Err(empty(&self.picture));
        }
        let all = || self.front.iter().chain(&self.own);
        for design in all() {
            finite(&self.picture, &design.name, design.goals.0)?;
            finite(&self.picture, &design.name, design.goals.1)?;
        }
        let axis = |goal: fn(&ParetoPoint) -> f64| {
            let low = all().map(goal).fold(f64::INFINITY, f64::min);
            let high = all().map(goal).fold(f64::NEG_INFINITY, f64::max);
            Axis::linear(low, if high > low { high } else { low + low.abs().max(1.0) * 0.1 }, 7)
        };
        let axes = (axis(|design| design.goals.0), axis(|design| design.goals.1));
        let Frame { mut scene, body } = frame::open(&self.picture);
        let (across, left) = &self.measures;
        let headings = Headings { across: Some(across), along: left, grid: true };
        let plot = Plot::new(&mut scene, body, axes, &headings, 30.0);
        let line: Vec<Place> = self.front.iter().map(|design| plot.at(design.goals)).collect();
        scene.line(line.clone(), BLUE, 3.0);
        let mut busy = along(&line, 5.0);
        busy.extend(line.iter().map(|at| around(*at, 11.0)));
        let mut last = "";
        for design in self.own.iter().chain(&self.front) {
            let is_new = design.name != last;
            last = &design.name;
            if is_new && !design.name.is_empty() {
                let at = plot.at(design.goals);
                let text = Text::new(&design.name, at).size(SMALL);
                let wish = Wish { at, size: (text.width(), SMALL * LEADING) };
                if let Some(spot) = place(&[wish], &busy, plot.rect.grown(-6.0)).into_iter().next()
                {
                    let line = leader(at, spot);
                    if !line.is_empty() {
                        scene.line(line, GRAY, 1.5);
                    }
                    let middle = (spot.left, 0.5 * (spot.top + spot.bottom));
                    scene.text(Text { at: middle, ..text }.upright().halo());
                    busy.push(spot.grown(3.0));
                }
            }
        }
        for at in line {
            scene.marker(at, 8.0, BLUE);
        }
        if let Some(own) = &self.own {
            scene.marker(plot.at(own.goals), 12.0, VERMILION);
        }
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = ["design".to_owned(), self.measures.0.column(), self.measures.1.column()];
        let rows = self.front.iter().chain(&self.own);
        table(
            &heading,
            rows.map(|design| [design.name.clone(), cell(design.goals.0), cell(design.goals.1)]),
        )
    }

    fn json(&self) -> Value {
        let axes = [self.measures.0.axis(Scale::Linear), self.measures.1.axis(Scale::Linear)];
        let data = ParetoData { series: &self.front, now: self.own.as_ref() };
        document(&self.picture, "pareto", &axes, data)
    }
}

#[derive(Serialize)]
struct ParetoData<'a> {
    series: &'a [ParetoPoint],
    now: Option<&'a ParetoPoint>,
}
