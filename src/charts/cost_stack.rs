//! What one unit costs, stacked by part, two or more columns side by side.

use serde::Serialize;
use serde_json::Value;

use super::data::document;
use super::font::{LEADING, Weight, width, wrap};
use super::frame::{self, Frame};
use super::labels::spread;
use super::plot::{Headings, Plot};
use super::scene::{Rect, Scene, Text};
use super::theme::{Color, GRAY, INK, LABEL, PALE, SMALL, Scale, color, number, percent};
use super::{Chart, ChartError, Measure, Picture, axis::Axis, cell, empty, finite, table};

/// One part of a column, such as launch.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// Name; parts of the same name have the same color in all columns.
    pub name: String,
    /// Amount; below zero for a credit.
    pub value: f64,
}

impl Part {
    /// A part and its amount.
    pub fn new(name: impl Into<String>, value: f64) -> Self {
        Self { name: name.into(), value }
    }
}

/// One column, such as orbit.
#[derive(Debug, Clone, PartialEq)]
pub struct CostColumn {
    /// Name below the column.
    pub name: String,
    /// Parts from the bottom to the top.
    pub parts: Vec<Part>,
}

impl CostColumn {
    fn total(&self) -> f64 {
        self.parts.iter().map(|part| part.value).sum()
    }

    /// Sum of the parts below zero and of those above.
    fn reach(&self) -> (f64, f64) {
        self.parts.iter().fold((0.0, 0.0), |(low, high), part| {
            (low + part.value.min(0.0), high + part.value.max(0.0))
        })
    }
}

/// Stacked columns with their parts named beside them.
#[derive(Debug, Clone, PartialEq)]
pub struct CostStack {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// What is stacked, such as cost of IT power in USD2026/kW/yr.
    pub measure: Measure,
    /// The columns from left to right.
    pub columns: Vec<CostColumn>,
}

/// A column of a picture narrower than this has no room for names beside it.
const NAMED: f64 = 330.0;

impl Chart for CostStack {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        if self.columns.iter().all(|column| column.parts.is_empty()) {
            return Err(empty(&self.picture));
        }
        for part in self.columns.iter().flat_map(|column| &column.parts) {
            finite(&self.picture, &part.name, part.value)?;
        }
        let Frame { mut scene, body } = frame::open(&self.picture);
        let named = body.width() / self.columns.len() as f64 >= NAMED;
        let legend = if named { 0.0 } else { 0.26 * body.width() };
        let names =
            self.column_names((body.width() - legend - 80.0) / self.columns.len() as f64 - 16.0);
        let lines = names.iter().map(Vec::len).max().unwrap_or(1).max(1) as f64;
        let below = (lines - 1.0) * LABEL * LEADING;
        let area = Rect { bottom: body.bottom - below, ..body };
        let plot = self.plot(&mut scene, area, legend);
        let slot = plot.rect.width() / self.columns.len() as f64;
        for (index, column) in self.columns.iter().enumerate() {
            let left = plot.rect.left + slot * index as f64;
            let bar = if named {
                (left + 24.0, left + 24.0 + (0.26 * slot).min(200.0))
            } else {
                (left + 0.18 * slot, left + 0.82 * slot)
            };
            let stack = DrawnColumn { chart: self, column, bar: (bar.0.round(), bar.1.round()) };
            stack.bars(&mut scene, &plot);
            stack.foot(&mut scene, &plot, &names[index]);
            if named {
                stack.names(&mut scene, &plot, left + slot - 8.0);
            } else {
                stack.numbers(&mut scene, &plot);
            }
        }
        if !named {
            self.legend(&mut scene, &plot, body.right);
        }
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = ["column".to_owned(), "part".to_owned(), self.measure.column()];
        let rows = self.columns.iter().flat_map(|column| {
            let parts = column
                .parts
                .iter()
                .map(|part| [column.name.clone(), part.name.clone(), cell(part.value)]);
            parts.chain([[column.name.clone(), "total".to_owned(), cell(column.total())]])
        });
        table(&heading, rows)
    }

    fn json(&self) -> Value {
        let series = self.columns.iter().map(|column| CostColumnData {
            name: &column.name,
            unit: &self.measure.unit,
            parts: &column.parts,
            total: column.total(),
        });
        let data = StackData { series: series.collect() };
        document(&self.picture, "cost_stack", &[self.measure.axis(Scale::Linear)], data)
    }
}

#[derive(Serialize)]
struct StackData<'a> {
    series: Vec<CostColumnData<'a>>,
}

#[derive(Serialize)]
struct CostColumnData<'a> {
    name: &'a str,
    unit: &'a str,
    parts: &'a [Part],
    total: f64,
}

impl CostStack {
    fn column_names(&self, room: f64) -> Vec<Vec<String>> {
        let bold = (LABEL + 1.0, Weight::SemiBold);
        self.columns.iter().map(|column| wrap(&column.name, bold, room, 3)).collect()
    }

    fn plot(&self, scene: &mut Scene, area: Rect, right: f64) -> Plot {
        let (low, high) = self
            .columns
            .iter()
            .map(CostColumn::reach)
            .fold((0.0_f64, 0.0_f64), |(low, high), reach| (low.min(reach.0), high.max(reach.1)));
        // Room for the totals on top.
        let along = Axis::linear(low, high + 0.06 * (high - low), 6);
        let across = Axis::exact(0.0, 1.0, 1).without_ticks();
        let grid = right > 0.0;
        let headings = Headings { across: None, along: &self.measure, grid };
        Plot::new(scene, area, (across, along), &headings, right)
    }

    /// The parts' names in order of first appearance.
    fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for part in self.columns.iter().flat_map(|column| &column.parts) {
            if !names.contains(&part.name.as_str()) {
                names.push(&part.name);
            }
        }
        names
    }

    fn color(&self, part: &Part) -> Color {
        color(self.names().iter().position(|&name| name == part.name).unwrap_or(0))
    }

    /// Names with their colors at the right, in the order of the stacks.
    fn legend(&self, scene: &mut Scene, plot: &Plot, right: f64) {
        let left = plot.rect.right + 30.0;
        let names = self.names();
        let entries: Vec<(usize, Vec<String>)> = names
            .iter()
            .enumerate()
            .rev()
            .map(|(index, name)| {
                (index, wrap(name, (SMALL, Weight::Regular), right - left - 34.0, 2))
            })
            .collect();
        let line = SMALL * LEADING;
        let total: f64 = entries.iter().map(|(_, lines)| lines.len() as f64 * line + 8.0).sum();
        let squeeze = (plot.rect.height() / total).min(1.0);
        let mut top = plot.rect.top;
        for (index, lines) in entries {
            scene.rect(Rect::new(left, top + 2.0, left + 20.0, top + 22.0), color(index));
            for (row, text) in lines.iter().enumerate() {
                let base = top + 0.8 * SMALL + row as f64 * line;
                scene.text(Text::new(text, (left + 34.0, base)).size(SMALL));
            }
            top += (lines.len() as f64 * line + 8.0) * squeeze;
        }
    }
}

/// One column being drawn.
struct DrawnColumn<'a> {
    chart: &'a CostStack,
    column: &'a CostColumn,
    bar: (f64, f64),
}

/// A label beside the bar: the middle of its part, color, lines, amount, share.
struct Label {
    middle: f64,
    color: Color,
    lines: Vec<String>,
    value: f64,
    share: String,
}

impl Label {
    fn height(&self) -> f64 {
        self.lines.len().max(1) as f64 * LABEL * LEADING + 3.0
    }
}

impl DrawnColumn<'_> {
    /// Top and bottom of each part in the picture.
    fn spans(&self, plot: &Plot) -> Vec<(f64, f64)> {
        let (mut low, mut high) = (0.0, 0.0);
        self.column
            .parts
            .iter()
            .map(|part| {
                let end = if part.value < 0.0 { &mut low } else { &mut high };
                let from = *end;
                *end += part.value;
                let (one, other) = (plot.at((0.0, from)).1, plot.at((0.0, *end)).1);
                (one.min(other), one.max(other))
            })
            .collect()
    }

    fn bars(&self, scene: &mut Scene, plot: &Plot) {
        for (part, (top, bottom)) in self.column.parts.iter().zip(self.spans(plot)) {
            // A white seam parts neighbors, but never eats up a thin part.
            let seam = if bottom - top > 6.0 { 1.5 } else { 0.0 };
            if bottom - top > 0.05 {
                scene.rect(
                    Rect::new(self.bar.0, top + seam, self.bar.1, bottom),
                    self.chart.color(part),
                );
            }
        }
        let zero = plot.at((0.0, 0.0)).1;
        scene.line(vec![(self.bar.0 - 10.0, zero), (self.bar.1 + 10.0, zero)], INK, 2.0);
    }

    /// The column's name below and its total on top.
    fn foot(&self, scene: &mut Scene, plot: &Plot, lines: &[String]) {
        let size = LABEL + 1.0;
        let x = 0.5 * (self.bar.0 + self.bar.1);
        for (row, line) in lines.iter().enumerate() {
            let half = 0.5 * width(line, size, Weight::SemiBold);
            let x = x.max(plot.rect.left + half - 60.0);
            let base = plot.rect.bottom + 12.0 + 0.8 * size + row as f64 * size * LEADING;
            scene.text(Text::new(line, (x, base)).size(size).bold().middle());
        }
        let top = plot.at((0.0, self.column.reach().1)).1;
        let total = number(self.column.total());
        let room = 1.45 * (self.bar.1 - self.bar.0);
        let size = (LABEL + 7.0)
            .min((LABEL + 7.0) * room / width(&total, LABEL + 7.0, Weight::SemiBold))
            .max(17.0);
        scene.text(Text::new(total, (x, top - 12.0)).size(size).bold().middle().halo());
    }

    /// A label for each part, in the order of the parts.
    fn labels(&self, plot: &Plot, room: f64, lines: usize) -> Vec<Label> {
        let total = self.column.total();
        // A share says something only where all parts count in the same direction.
        let shares = self.shares() && total > 0.0 && self.column.reach().0 >= 0.0;
        let parts = self.column.parts.iter().zip(self.spans(plot));
        parts
            .map(|(part, (top, bottom))| Label {
                middle: 0.5 * (top + bottom),
                color: self.chart.color(part),
                lines: wrap(&part.name, (LABEL, Weight::Regular), room, lines),
                value: part.value,
                share: if shares { percent(part.value / total) } else { String::new() },
            })
            .collect()
    }

    /// Whether there is room for shares: with one or two columns.
    fn shares(&self) -> bool {
        self.chart.columns.len() <= 2
    }

    /// The labels that fit into `height`: names on as few lines as need be, then the smallest parts
    /// as one.
    fn fitting(&self, plot: &Plot, room: f64, height: f64) -> Vec<Label> {
        let sum = |labels: &[Label]| labels.iter().map(Label::height).sum::<f64>();
        let mut labels = [3, 2]
            .into_iter()
            .map(|lines| self.labels(plot, room, lines))
            .find(|labels| sum(labels) <= height)
            .unwrap_or_else(|| self.labels(plot, room, 1));
        let mut merged: Vec<Label> = Vec::new();
        while labels.len() > 1
            && sum(&labels) + if merged.is_empty() { 0.0 } else { merged[0].height() } > height
        {
            let smallest = (0..labels.len()).min_by(|&one, &other| {
                labels[one].value.abs().total_cmp(&labels[other].value.abs())
            });
            merged.extend(smallest.map(|index| labels.remove(index)));
        }
        if !merged.is_empty() {
            let value: f64 = merged.iter().map(|label| label.value).sum();
            labels.push(Label {
                middle: merged.iter().map(|label| label.middle).sum::<f64>() / merged.len() as f64,
                color: PALE,
                lines: vec![format!("{} smaller parts", merged.len())],
                share: if labels[0].share.is_empty() {
                    String::new()
                } else {
                    percent(value / self.column.total())
                },
                value,
            });
        }
        labels
    }

    /// Names, amounts and shares beside the bar, spread so that none overlaps.
    fn names(&self, scene: &mut Scene, plot: &Plot, right: f64) {
        let text_left = self.bar.1 + 52.0;
        let amounts = self
            .column
            .parts
            .iter()
            .map(|part| width(&number(part.value), LABEL, Weight::SemiBold));
        let name_left = text_left + amounts.fold(0.0, f64::max) + 14.0;
        let share = if self.shares() { 76.0 } else { 0.0 };
        let (low, high) = (plot.rect.top - 4.0, plot.rect.bottom - 4.0);
        let labels = self.fitting(plot, right - name_left - share, high - low);
        let wishes: Vec<(f64, f64)> =
            labels.iter().map(|label| (label.middle, label.height())).collect();
        for (label, middle) in labels.iter().zip(spread(&wishes, low, high)) {
            self.leader(scene, label, (text_left, middle));
            let at = (name_left - 14.0, middle);
            scene.text(Text::new(number(label.value), at).bold().end().upright());
            let last = 0.5 * (label.lines.len() as f64 - 1.0) * LABEL * LEADING;
            let mut end = name_left;
            for (row, line) in label.lines.iter().enumerate() {
                let y = middle - last + row as f64 * LABEL * LEADING;
                let text = Text::new(line, (name_left, y)).upright();
                end = text.bounds().right;
                scene.text(text);
            }
            let share = Text::new(&label.share, (end + 12.0, middle + last))
                .size(SMALL)
                .color(GRAY)
                .upright();
            scene.text(share);
        }
    }

    /// A thin line from a part to its label, with a stub in the part's color.
    fn leader(&self, scene: &mut Scene, label: &Label, (left, middle): (f64, f64)) {
        let start = self.bar.1 + 4.0;
        let end = left - 8.0;
        let bend = (start + 12.0, end - 18.0);
        scene.line(
            vec![(start, label.middle), (bend.0, label.middle), (bend.1, middle), (end, middle)],
            PALE,
            1.5,
        );
        scene.line(vec![(end - 12.0, middle), (end, middle)], label.color, 6.0);
    }

    /// Amounts inside the parts that are high enough.
    fn numbers(&self, scene: &mut Scene, plot: &Plot) {
        for (part, (top, bottom)) in self.column.parts.iter().zip(self.spans(plot)) {
            let text = number(part.value);
            let fits = width(&text, SMALL, Weight::Regular) < self.bar.1 - self.bar.0 - 8.0;
            if fits && bottom - top > SMALL * 1.2 {
                let fill = self.chart.color(part);
                let ink = if fill.is_dark() { super::theme::WHITE } else { INK };
                let at = (0.5 * (self.bar.0 + self.bar.1), 0.5 * (top + bottom));
                scene.text(Text::new(text, at).size(SMALL).color(ink).middle().upright());
            }
        }
    }
}
