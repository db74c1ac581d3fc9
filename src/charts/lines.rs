//! Several series over one axis.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::{Named, document, level};
use super::font::{LEADING, Weight, balance, shorten, width};
use super::frame::{self, Frame};
use super::labels::spread;
use super::plot::{Headings, Plot};
use super::scene::{Place, Rect, Scene, Text};
use super::theme::{Color, GRAY, INK, LABEL, PALE, SMALL, Scale, VERMILION, color, number};
use super::{Chart, ChartError, Measure, Picture, cell, empty, table};

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Name, written at the line's end; none where it is empty.
    pub name: String,
    /// Its points, from left to right; where the second is `None` the line is broken.
    pub points: Vec<(f64, Option<f64>)>,
    /// How it is drawn.
    pub stroke: Stroke,
}

/// How a series is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// A line.
    Solid,
    /// A dashed line: a bound, an assumption.
    Dashed,
    /// Its points alone, in ink: what a line is compared with.
    Dots,
}

/// Places along the lower side where something changes by a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Steps {
    /// Where.
    pub places: Vec<f64>,
    /// What changes, in words.
    pub name: String,
    /// How they are marked.
    pub mark: StepMark,
}

/// How a step is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepMark {
    /// A tall tick in color.
    Tall,
    /// A short one in ink.
    Short,
}

impl StepMark {
    const fn look(self) -> (f64, Color) {
        match self {
            Self::Tall => (24.0, VERMILION),
            Self::Short => (11.0, INK),
        }
    }
}

/// Lines over one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// Along the lower side.
    pub across: Measure,
    /// Along the left side.
    pub along: Measure,
    /// How the two axes are divided.
    pub scales: (Scale, Scale),
    /// The lines.
    pub series: Vec<Series>,
    /// A level to compare with, and its name.
    pub level: Option<(f64, String)>,
    /// What changes by steps along the lower side.
    pub steps: Vec<Steps>,
}

impl Chart for Lines {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        let runs: Vec<Vec<Vec<(f64, f64)>>> =
            self.series.iter().map(|series| self.runs(series)).collect();
        let mut shown = runs.iter().flatten().flatten().copied().peekable();
        if shown.peek().is_none() {
            return Err(empty(&self.picture));
        }
        let (mut across, mut along) = (NumberRange::default(), NumberRange::default());
        for (x, y) in shown {
            across.add(x);
            along.add(y);
        }
        if let Some(level) = self.level.as_ref().filter(|level| shows(level.0, self.scales.1)) {
            along.add(level.0);
        }
        let Frame { mut scene, body } = frame::open(&self.picture);
        let room = 0.24 * body.width();
        let names: Vec<Vec<String>> = self
            .series
            .iter()
            .map(|series| balance(&series.name, (SMALL, Weight::SemiBold), room, 2))
            .collect();
        let right = names
            .iter()
            .flatten()
            .map(|line| width(line, SMALL, Weight::SemiBold))
            .fold(0.0, f64::max);
        let headings = Headings { across: Some(&self.across), along: &self.along, grid: true };
        let calendar =
            self.across.name.eq_ignore_ascii_case("year") && self.scales.0 == Scale::Linear;
        let axis_across = if calendar {
            Axis::years(across.low, across.high, 8)
        } else {
            across.axis(self.scales.0, true)
        };
        let axes = (axis_across, along.axis(self.scales.1, false));
        let plot = Plot::new(&mut scene, body, axes, &headings, right + 46.0);
        self.draw_level(&mut scene, &plot);
        self.draw_steps(&mut scene, &plot, body.bottom);
        let mut ends: Vec<(usize, Place)> = Vec::new();
        for (index, runs) in runs.iter().enumerate() {
            for run in runs {
                let line: Vec<Place> = run.iter().map(|&point| plot.at(point)).collect();
                self.draw(&mut scene, index, line);
            }
            let last = runs.last().and_then(|run| run.last());
            let end = last.filter(|_| !self.series[index].name.is_empty());
            ends.extend(end.map(|&point| (index, plot.at(point))));
        }
        self.draw_names(&mut scene, &plot, &names, &ends);
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = ["series".to_owned(), self.across.column(), self.along.column()];
        let rows = self.series.iter().flat_map(|series| {
            series.points.iter().map(|&(x, y)| [series.name.clone(), cell(x), cell(y)])
        });
        table(&heading, rows)
    }

    fn json(&self) -> Value {
        let series = self.series.iter().map(|series| SeriesData {
            name: &series.name,
            points: &series.points,
            dashed: series.stroke == Stroke::Dashed,
            dots: series.stroke == Stroke::Dots,
        });
        let axes = [self.across.axis(self.scales.0), self.along.axis(self.scales.1)];
        let steps = self.steps.iter().map(StepsData::new).collect();
        let level = level(self.level.as_ref());
        let data = LinesData { series: series.collect(), level, steps };
        document(&self.picture, "lines", &axes, data)
    }
}

#[derive(Serialize)]
struct LinesData<'a> {
    series: Vec<SeriesData<'a>>,
    level: Option<Named<'a, f64>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StepsData<'a>>,
}

#[derive(Serialize)]
struct StepsData<'a> {
    name: &'a str,
    at: &'a [f64],
}

impl<'a> StepsData<'a> {
    fn new(steps: &'a Steps) -> Self {
        Self { name: &steps.name, at: &steps.places }
    }
}

#[derive(Serialize)]
struct SeriesData<'a> {
    name: &'a str,
    points: &'a [(f64, Option<f64>)],
    dashed: bool,
    dots: bool,
}

impl Steps {
    const fn is_shown(&self) -> bool {
        !self.places.is_empty()
    }
}

impl Lines {
    /// The unbroken pieces of a line that the axes can show.
    fn runs(&self, series: &Series) -> Vec<Vec<(f64, f64)>> {
        let mut runs = vec![Vec::new()];
        for &(x, y) in &series.points {
            match y.filter(|&y| shows(y, self.scales.1) && shows(x, self.scales.0)) {
                Some(y) => {
                    if let Some(run) = runs.last_mut() {
                        run.push((x, y));
                    }
                }
                None => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        runs
    }

    fn draw(&self, scene: &mut Scene, index: usize, line: Vec<Place>) {
        match (self.series[index].stroke, &line[..]) {
            (Stroke::Dots, points) => {
                for &point in points {
                    scene.dot(point, 6.0, INK);
                }
            }
            (_, &[only]) => scene.dot(only, 6.0, color(index)),
            (Stroke::Dashed, _) => scene.dashed(line, color(index), 3.5),
            (Stroke::Solid, _) => scene.line(line, color(index), 4.0),
        }
    }

    fn draw_level(&self, scene: &mut Scene, plot: &Plot) {
        let Some((value, name)) = self.level.as_ref().filter(|level| shows(level.0, self.scales.1))
        else {
            return;
        };
        let y = plot.at((f64::NAN, *value)).1;
        scene.line(vec![(plot.rect.left, y), (plot.rect.right, y)], INK, 2.0);
        let text = format!("{name}: {}", number(*value));
        let base = if y - 40.0 < plot.rect.top { y + 26.0 } else { y - 9.0 };
        scene.text(Text::new(text, (plot.rect.left + 12.0, base)).size(SMALL).color(GRAY).halo());
    }

    /// Ticks that stand on the lower side, and under it on the left what they are.
    fn draw_steps(&self, scene: &mut Scene, plot: &Plot, lowest: f64) {
        let Rect { left, right, bottom, .. } = plot.rect;
        let base = lowest - 0.25 * LABEL;
        let end = right - width(&self.across.heading(), LABEL, Weight::Regular) - 40.0;
        let mut x = left;
        for Steps { places, name, mark } in self.steps.iter().filter(|steps| steps.is_shown()) {
            let (tall, color) = mark.look();
            for &place in places.iter().filter(|&&place| shows(place, self.scales.0)) {
                let x = plot.at((place, f64::NAN)).0;
                scene.line(vec![(x, bottom - tall), (x, bottom)], color, 3.0);
            }
            scene.line(vec![(x, base - tall), (x, base)], color, 3.0);
            let name = shorten(name, SMALL, Weight::Regular, (end - x - 10.0).max(60.0));
            let text = Text::new(name, (x + 10.0, base)).size(SMALL).color(GRAY);
            x = text.bounds().right + 28.0;
            scene.text(text);
        }
    }

    fn ink(&self, index: usize) -> Color {
        if self.series[index].stroke == Stroke::Dots { INK } else { color(index) }
    }

    fn draw_names(
        &self,
        scene: &mut Scene,
        plot: &Plot,
        names: &[Vec<String>],
        ends: &[(usize, Place)],
    ) {
        let line = SMALL * LEADING;
        let wishes: Vec<(f64, f64)> = ends
            .iter()
            .map(|&(index, end)| (end.1, names[index].len().max(1) as f64 * line + 9.0))
            .collect();
        let Rect { right, top, bottom, .. } = plot.rect;
        for (&(index, end), middle) in ends.iter().zip(spread(&wishes, top - 10.0, bottom + 10.0)) {
            let far = end.0 < right - 2.0 || (end.1 - middle).abs() > 3.0;
            if far {
                scene.line(
                    vec![(end.0 + 4.0, end.1), (right + 6.0, end.1), (right + 26.0, middle)],
                    PALE,
                    1.5,
                );
            }
            let first = middle - 0.5 * (names[index].len() as f64 - 1.0) * line;
            for (row, text) in names[index].iter().enumerate() {
                let at = (right + 38.0, first + row as f64 * line);
                scene.text(Text::new(text, at).size(SMALL).bold().upright());
            }
            scene.dot(end, 5.0, self.ink(index));
            scene.line(vec![(right + 22.0, middle), (right + 29.0, middle)], self.ink(index), 6.0);
        }
    }
}

/// Whether an axis can show a value.
fn shows(value: f64, scale: Scale) -> bool {
    value.is_finite() && (scale == Scale::Linear || value > 0.0)
}

/// Lowest and highest of some numbers.
struct NumberRange {
    low: f64,
    high: f64,
}

impl Default for NumberRange {
    fn default() -> Self {
        Self { low: f64::INFINITY, high: f64::NEG_INFINITY }
    }
}

impl NumberRange {
    fn add(&mut self, value: f64) {
        self.low = self.low.min(value);
        self.high = self.high.max(value);
    }

    fn axis(&self, scale: Scale, across: bool) -> Axis {
        match scale {
            Scale::Log => Axis::log(self.low, self.high, 9),
            Scale::Linear if across => Axis::exact(self.low, self.high, 8),
            // Zero is shown unless the values keep far from it.
            Scale::Linear if self.low > 0.0 && self.low < 0.6 * self.high => {
                Axis::linear(0.0, self.high, 6)
            }
            Scale::Linear => Axis::linear(self.low, self.high, 6),
        }
    }
}
