//! A number over two inputs as colors, with a contour, hatching where no design closes, and marks.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::{Named, document, level};
use super::font::LEADING;
use super::frame::{self, Frame};
use super::labels::{Wish, along, around, leader, place};
use super::plot::{Headings, Plot};
use super::scene::{Place, Rect, Scene, Text};
use super::theme::{BLUE, Color, GRAY, INK, SHADE, SMALL, Scale, VERMILION, YELLOW};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table, unfit};

/// A named place on the map.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mark {
    /// Name.
    pub name: String,
    /// Place on both axes; without the second it marks a place on the lower side.
    pub at: (f64, Option<f64>),
    /// Whether it stands out.
    pub own: bool,
}

/// A map.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatMap {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// Along the lower side, and along the left side.
    pub measures: (Measure, Measure),
    /// How the two axes are divided.
    pub scales: (Scale, Scale),
    /// Places across, rising.
    pub across: Vec<f64>,
    /// Places along, rising.
    pub along: Vec<f64>,
    /// Quantity that the colors show.
    pub measure: Measure,
    /// Row by row from the lowest: the number, if there is one, and whether the design closes.
    pub cells: Vec<(Option<f64>, bool)>,
    /// A level with a line, and its name.
    pub contour: Option<(f64, String)>,
    /// Marks.
    pub marks: Vec<Mark>,
}

/// Steps of the color scale.
const STEPS: u32 = 24;
/// Width that the color scale takes at the right.
const LEGEND: f64 = 190.0;
/// Distance between lines of the hatching.
const HATCH: f64 = 15.0;

impl Chart for HeatMap {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        let tone = self.tone()?;
        let axes = (axis(&self.across, self.scales.0), axis(&self.along, self.scales.1));
        let Frame { mut scene, body } = frame::open(&self.picture);
        let (lower, left) = &self.measures;
        let headings = Headings { across: Some(lower), along: left, grid: false };
        let plot = Plot::new(&mut scene, body, axes, &headings, LEGEND);
        let (columns, rows) = (self.edges(&plot, true), self.edges(&plot, false));
        self.fill(&mut scene, &tone, (&columns, &rows));
        self.hatch(&mut scene, &plot, (&columns, &rows));
        scene.frame(plot.rect, INK, 2.0);
        let mut busy = self.contour_line(&mut scene, &plot);
        busy.extend(self.words(&mut scene, &plot));
        self.mark(&mut scene, &plot, &busy);
        self.legend(&mut scene, &plot, &tone);
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = [
            self.measures.0.column(),
            self.measures.1.column(),
            self.measure.column(),
            "feasible".to_owned(),
        ];
        let rows = self.cells.iter().enumerate().map(|(at, (value, closes))| {
            let (row, column) = (at / self.across.len().max(1), at % self.across.len().max(1));
            let place = |places: &[f64], at: usize| cell(places.get(at).copied());
            [place(&self.across, column), place(&self.along, row), cell(*value), closes.to_string()]
        });
        table(&heading, rows)
    }

    fn json(&self) -> Value {
        let axes = [
            self.measures.0.axis(self.scales.0),
            self.measures.1.axis(self.scales.1),
            self.measure.axis(Scale::Linear),
        ];
        let data = MapData {
            across: &self.across,
            along: &self.along,
            values: self.cells.iter().map(|cell| cell.0).collect(),
            feasible: self.cells.iter().map(|cell| cell.1).collect(),
            contour: level(self.contour.as_ref()),
            marks: &self.marks,
        };
        document(&self.picture, "heat_map", &axes, data)
    }
}

#[derive(Serialize)]
struct MapData<'a> {
    across: &'a [f64],
    along: &'a [f64],
    values: Vec<Option<f64>>,
    feasible: Vec<bool>,
    contour: Option<Named<'a, f64>>,
    marks: &'a [Mark],
}

/// Colors of the numbers.
struct Tone {
    axis: Axis,
    low: f64,
    high: f64,
}

impl Tone {
    fn step(&self, value: f64) -> u32 {
        let share = self.axis.position(value.clamp(self.low, self.high));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most the steps"
        )]
        let step = (share * f64::from(STEPS)).floor().clamp(0.0, f64::from(STEPS - 1)) as u32;
        step
    }

    /// Pale yellow for little, dark blue for much; readable in gray too.
    fn color(step: u32) -> Color {
        let share = (f64::from(step) + 0.5) / f64::from(STEPS);
        let (pale, dark) = (YELLOW.tint(0.22), Color { red: 8, green: 48, blue: 107 });
        let middle = BLUE.tint(0.62);
        if share < 0.5 {
            mixed(pale, middle, 2.0 * share)
        } else {
            mixed(middle, dark, 2.0 * share - 1.0)
        }
    }
}

fn mixed(from: Color, to: Color, share: f64) -> Color {
    let part = |from: u8, to: u8| {
        let value = f64::from(from) + share * (f64::from(to) - f64::from(from));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between two bytes"
        )]
        let byte = value.round().clamp(0.0, 255.0) as u8;
        byte
    };
    Color {
        red: part(from.red, to.red),
        green: part(from.green, to.green),
        blue: part(from.blue, to.blue),
    }
}

fn axis(places: &[f64], scale: Scale) -> Axis {
    let (low, high) = (places[0], places[places.len() - 1]);
    match scale {
        Scale::Log => Axis::exact_log(low, high, 9),
        Scale::Linear => Axis::exact(low, high, 8),
    }
}

impl HeatMap {
    fn tone(&self) -> Result<Tone, ChartError> {
        let (columns, rows) = (self.across.len(), self.along.len());
        if columns < 2 || rows < 2 || self.cells.len() != columns * rows {
            return Err(empty(&self.picture));
        }
        for (places, scale) in [(&self.across, self.scales.0), (&self.along, self.scales.1)] {
            let rises = places.windows(2).all(|pair| pair[0] < pair[1]);
            let fits = scale == Scale::Linear || places[0] > 0.0;
            if !rises || !fits || places.iter().any(|place| !place.is_finite()) {
                return Err(unfit(&self.picture, "places of the axes"));
            }
        }
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in self.cells.iter().filter_map(|cell| cell.0) {
            let value = finite(&self.picture, &self.measure.name, value)?;
            (low, high) = (low.min(value), high.max(value));
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        let axis = if low > 0.0 && high > 8.0 * low {
            Axis::exact_log(low, high, 7)
        } else {
            Axis::exact(low, if high > low { high } else { low + low.abs().max(1.0) }, 7)
        };
        Ok(Tone { axis, low, high })
    }

    /// Borders of the cells, half-way between places.
    fn edges(&self, plot: &Plot, is_across: bool) -> Vec<f64> {
        let places = if is_across { &self.across } else { &self.along };
        let at = |value: f64| {
            if is_across { plot.at((value, f64::NAN)).0 } else { plot.at((f64::NAN, value)).1 }
        };
        let mut edges = vec![at(places[0])];
        edges.extend(places.windows(2).map(|pair| 0.5 * (at(pair[0]) + at(pair[1]))));
        edges.push(at(places[places.len() - 1]));
        edges
    }

    /// One box for each run of cells of one color.
    fn fill(&self, scene: &mut Scene, tone: &Tone, (columns, rows): (&[f64], &[f64])) {
        for row in 0..self.along.len() {
            let of_row = &self.cells[row * self.across.len()..(row + 1) * self.across.len()];
            let mut from = 0;
            while from < of_row.len() {
                let step = of_row[from].0.map(|value| tone.step(value));
                let same =
                    |cell: &&(Option<f64>, bool)| cell.0.map(|value| tone.step(value)) == step;
                let to = from + of_row[from..].iter().take_while(same).count();
                // A hair wider and higher than the cell, so that no seam shows.
                let rect = Rect::new(
                    columns[from],
                    rows[row + 1] - if row + 1 < self.along.len() { 1.2 } else { 0.0 },
                    (columns[to] + 1.2).min(columns[columns.len() - 1]),
                    rows[row],
                );
                scene.rect(rect, step.map_or(SHADE, Tone::color));
                from = to;
            }
        }
    }

    /// Slanted lines over the cells in which no design closes.
    fn hatch(&self, scene: &mut Scene, plot: &Plot, (columns, rows): (&[f64], &[f64])) {
        let Rect { left, top, right, bottom } = plot.rect;
        let closes = |x: f64, y: f64| {
            let column = columns.partition_point(|edge| *edge <= x).clamp(1, self.across.len()) - 1;
            let row = rows.partition_point(|edge| *edge >= y).clamp(1, self.along.len()) - 1;
            self.cells[row * self.across.len() + column].1
        };
        let mut start = left - (bottom - top);
        while start < right {
            let mut run: Option<Place> = None;
            let mut last = (start, bottom);
            let mut step = 0.0;
            while step <= bottom - top {
                let at = (start + step, bottom - step);
                let inside = at.0 >= left && at.0 <= right;
                if inside && !closes(at.0, at.1) {
                    run = run.or(Some(at));
                    last = at;
                } else if let Some(from) = run.take() {
                    scene.line(vec![from, last], GRAY, 1.2);
                }
                step += 2.0;
            }
            if let Some(from) = run {
                scene.line(vec![from, last], GRAY, 1.2);
            }
            start += HATCH;
        }
    }

    /// Pieces of the line at the level: where it crosses each square of four places.
    fn pieces(&self, level: f64) -> Vec<((f64, f64), (f64, f64))> {
        let columns = self.across.len();
        let mut pieces = Vec::new();
        for row in 1..self.along.len() {
            for column in 1..columns {
                let corners =
                    [(column - 1, row - 1), (column, row - 1), (column, row), (column - 1, row)];
                let value = |(column, row): (usize, usize)| self.cells[row * columns + column].0;
                let place = |(column, row): (usize, usize)| (self.across[column], self.along[row]);
                let mut crossings = Vec::new();
                for side in 0..4 {
                    let (one, other) = (corners[side], corners[(side + 1) % 4]);
                    let (Some(a), Some(b)) = (value(one), value(other)) else { continue };
                    if (a < level) != (b < level) {
                        let share = (level - a) / (b - a);
                        let (from, to) = (place(one), place(other));
                        crossings.push((
                            between(from.0, to.0, share, self.scales.0),
                            between(from.1, to.1, share, self.scales.1),
                        ));
                    }
                }
                pieces.extend(crossings.chunks_exact(2).map(|pair| (pair[0], pair[1])));
            }
        }
        pieces
    }

    fn contour_line(&self, scene: &mut Scene, plot: &Plot) -> Vec<Rect> {
        let Some((level, name)) = &self.contour else { return Vec::new() };
        let pieces = self.pieces(*level);
        let mut busy = Vec::new();
        for (from, to) in &pieces {
            let line = vec![plot.at(*from), plot.at(*to)];
            busy.extend(along(&line, 4.0));
            scene.line(line.clone(), super::theme::WHITE, 7.0);
        }
        for (from, to) in &pieces {
            scene.line(vec![plot.at(*from), plot.at(*to)], INK, 3.5);
        }
        if let Some((from, _)) = pieces.get(pieces.len() / 2) {
            let at = plot.at(*from);
            busy.push(label(scene, name, at, (&busy, plot.rect), true));
        }
        busy
    }

    /// Says what the hatching means, and that there is no contour, above the map.
    fn words(&self, scene: &mut Scene, plot: &Plot) -> Vec<Rect> {
        let mut words: Vec<String> = Vec::new();
        let infeasible = self.cells.iter().filter(|cell| !cell.1).count();
        if infeasible > 0 {
            words.push("hatched: a gate fails".to_owned());
        }
        if self.cells.iter().any(|cell| cell.0.is_none()) {
            words.push("gray: no such number".to_owned());
        }
        if let Some((level, name)) = &self.contour
            && self.pieces(*level).is_empty()
        {
            words.push(format!("{name} is met nowhere here"));
        }
        if !words.is_empty() {
            let text = Text::new(words.join(" · "), (plot.rect.right, plot.rect.top - 14.0));
            scene.text(text.size(SMALL).color(GRAY).end());
        }
        Vec::new()
    }

    fn mark(&self, scene: &mut Scene, plot: &Plot, busy: &[Rect]) {
        let (low, high) = (self.across[0], self.across[self.across.len() - 1]);
        let shown = self.marks.iter().filter(|mark| mark.at.0 >= low && mark.at.0 <= high);
        let mut busy = busy.to_vec();
        let places: Vec<(&Mark, Place)> = shown
            .map(|mark| {
                let at = plot.at((mark.at.0, mark.at.1.unwrap_or(f64::NAN)));
                (mark, if mark.at.1.is_some() { at } else { (at.0, plot.rect.bottom - 12.0) })
            })
            .collect();
        busy.extend(places.iter().map(|(_, at)| around(*at, 12.0)));
        for (mark, at) in &places {
            let place = label(scene, &mark.name, *at, (&busy, plot.rect), mark.own);
            busy.push(place);
        }
        for (mark, at) in places {
            scene.marker(
                at,
                if mark.own { 11.0 } else { 7.0 },
                if mark.own { VERMILION } else { INK },
            );
        }
    }

    fn legend(&self, scene: &mut Scene, plot: &Plot, tone: &Tone) {
        let left = plot.rect.right + 36.0;
        let bar = Rect::new(left, plot.rect.top + 40.0, left + 30.0, plot.rect.bottom);
        let step = bar.height() / f64::from(STEPS);
        for number in 0..STEPS {
            let top = bar.bottom - f64::from(number + 1) * step;
            let bottom = top + step;
            scene.rect(Rect::new(bar.left, top - 0.4, bar.right, bottom), Tone::color(number));
        }
        scene.frame(bar, INK, 1.5);
        for (value, text) in tone.axis.labels() {
            let y = bar.bottom - tone.axis.position(value) * bar.height();
            scene.line(vec![(bar.right, y), (bar.right + 8.0, y)], INK, 1.5);
            let text = Text::new(text, (bar.right + 14.0, y)).size(SMALL).color(GRAY).upright();
            let inside =
                text.bounds().top > bar.top - 16.0 && text.bounds().bottom < bar.bottom + 16.0;
            if inside {
                scene.text(text);
            }
        }
        let unit = if self.measure.unit == "1" { "ratio" } else { &self.measure.unit };
        let most = self.picture.width.max(1000);
        let room = f64::from(most) - super::theme::MARGIN - left;
        let text = super::font::shorten(unit, SMALL, super::font::Weight::Regular, room);
        scene.text(Text::new(text, (left, plot.rect.top + 22.0)).size(SMALL).color(GRAY));
    }
}

fn between(from: f64, to: f64, share: f64, scale: Scale) -> f64 {
    match scale {
        Scale::Linear => from + share * (to - from),
        Scale::Log => from * libm::pow(to / from, share),
    }
}

/// Writes a name near a place, off what is there.
fn label(
    scene: &mut Scene,
    name: &str,
    at: Place,
    (busy, room): (&[Rect], Rect),
    bold: bool,
) -> Rect {
    let text = Text::new(name, at).size(SMALL);
    let text = if bold { text.bold() } else { text };
    let wish = Wish { at, size: (text.width(), SMALL * LEADING) };
    let Some(place) = place(&[wish], busy, room.grown(-6.0)).into_iter().next() else {
        return around(at, 1.0);
    };
    let line = leader(at, place);
    if !line.is_empty() {
        scene.line(line, INK, 1.5);
    }
    let text = Text { at: (place.left, 0.5 * (place.top + place.bottom)), ..text };
    scene.text(text.upright().halo());
    place.grown(3.0)
}
