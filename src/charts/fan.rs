//! A number over the years with its spread.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::{Named, document, level};
use super::frame::{self, Frame};
use super::plot::{Headings, Plot};
use super::scene::{Place, Scene, Text};
use super::theme::{BLUE, GRAY, GREEN, INK, SMALL, Scale, VERMILION, number};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table};

/// The spread at one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FanPoint {
    /// Place across.
    pub across: f64,
    /// 5 %, 50 % and 95 % points.
    pub points: [f64; 3],
}

/// A fan.
#[derive(Debug, Clone, PartialEq)]
pub struct Fan {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// Along the lower side.
    pub across: Measure,
    /// Along the left side.
    pub along: Measure,
    /// How the left side is divided.
    pub scale: Scale,
    /// The points, from left to right.
    pub points: Vec<FanPoint>,
    /// A level to compare with, and its name.
    pub level: Option<(f64, String)>,
}

impl Chart for Fan {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        let (low, high) = self.reach()?;
        let Frame { mut scene, body } = frame::open(&self.picture);
        let headings = Headings { across: Some(&self.across), along: &self.along, grid: true };
        let (first, last) = (self.points[0].across, self.points[self.points.len() - 1].across);
        let across = if self.across.name.eq_ignore_ascii_case("year") {
            Axis::years(first, last, 8)
        } else {
            Axis::exact(first, last, 8)
        };
        let along = match self.scale {
            Scale::Log => Axis::log(low, high, 9),
            Scale::Linear => Axis::linear(low.min(0.0), high, 7),
        };
        let plot = Plot::new(&mut scene, body, (across, along), &headings, 150.0);
        let at = |point: &FanPoint, which: usize| plot.at((point.across, point.points[which]));
        let upper = self.points.iter().map(|point| at(point, 2));
        let lower = self.points.iter().rev().map(|point| at(point, 0));
        scene.area(upper.chain(lower).collect(), BLUE, 0.2);
        self.draw_level(&mut scene, &plot);
        for (which, width) in [(0, 2.0), (2, 2.0), (1, 4.5)] {
            let line: Vec<Place> = self.points.iter().map(|point| at(point, which)).collect();
            scene.line(line, BLUE, width);
        }
        self.names(&mut scene, &plot);
        Ok(scene)
    }

    fn csv(&self) -> String {
        let name = |part: &str| format!("{part} {}", self.along.column());
        let heading = [self.across.column(), name("P5"), name("P50"), name("P95")];
        let rows = self.points.iter().map(|point| {
            let [low, middle, high] = point.points.map(cell);
            [cell(point.across), low, middle, high]
        });
        table(&heading, rows)
    }

    fn json(&self) -> Value {
        let series = self.points.iter().map(|point| PointData {
            across: point.across,
            p5: point.points[0],
            p50: point.points[1],
            p95: point.points[2],
        });
        let axes = [self.across.axis(Scale::Linear), self.along.axis(self.scale)];
        let data = FanData { series: series.collect(), level: level(self.level.as_ref()) };
        document(&self.picture, "fan", &axes, data)
    }
}

#[derive(Serialize)]
struct FanData<'a> {
    series: Vec<PointData>,
    level: Option<Named<'a, f64>>,
}

#[derive(Serialize)]
struct PointData {
    across: f64,
    p5: f64,
    p50: f64,
    p95: f64,
}

impl Fan {
    fn reach(&self) -> Result<(f64, f64), ChartError> {
        if self.points.len() < 2 {
            return Err(empty(&self.picture));
        }
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for point in &self.points {
            finite(&self.picture, "place", point.across)?;
            for value in point.points {
                if finite(&self.picture, &self.along.name, value)? <= 0.0
                    && self.scale == Scale::Log
                {
                    return Err(super::unfit(&self.picture, &self.along.name));
                }
                (low, high) = (low.min(value), high.max(value));
            }
        }
        let rises = self.points.windows(2).all(|pair| pair[0].across < pair[1].across);
        if !rises {
            return Err(super::unfit(&self.picture, "places"));
        }
        let level = self
            .level
            .as_ref()
            .map(|level| level.0)
            .filter(|level| level.is_finite() && (*level > 0.0 || self.scale == Scale::Linear));
        Ok(level.map_or((low, high), |level| (low.min(level), high.max(level))))
    }

    fn draw_level(&self, scene: &mut Scene, plot: &Plot) {
        let Some((value, name)) = &self.level else { return };
        if !value.is_finite() || (*value <= 0.0 && self.scale == Scale::Log) {
            return;
        }
        let y = plot.at((f64::NAN, *value)).1;
        scene.area(super::scene::Rect { top: y, ..plot.rect }.corners(), GREEN, 0.08);
        scene.line(vec![(plot.rect.left, y), (plot.rect.right, y)], INK, 2.5);
        let base = if y - 40.0 < plot.rect.top { y + 26.0 } else { y - 10.0 };
        let text = Text::new(name, (plot.rect.left + 14.0, base)).size(SMALL).color(GRAY);
        scene.text(text.halo());
    }

    /// Names and last numbers of the three lines at the right.
    fn names(&self, scene: &mut Scene, plot: &Plot) {
        let Some(last) = self.points.last() else { return };
        let names = ["P5", "median", "P95"];
        let wishes: Vec<(f64, f64)> = last
            .points
            .iter()
            .map(|value| (plot.at((last.across, *value)).1, SMALL * 1.5))
            .collect();
        let places = super::labels::spread(&wishes, plot.rect.top - 10.0, plot.rect.bottom + 10.0);
        for ((name, value), middle) in names.iter().zip(last.points).zip(places) {
            let text = format!("{name} {}", number(value));
            let text = Text::new(text, (plot.rect.right + 12.0, middle)).size(SMALL).upright();
            let is_middle = *name == "median";
            scene.text(if is_middle { text.bold().color(VERMILION) } else { text.color(GRAY) });
        }
    }
}
