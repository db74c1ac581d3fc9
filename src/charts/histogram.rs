//! How often a number comes out, and how often it stays below.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::{Named, document, level};
use super::font::LEADING;
use super::frame::{self, Frame};
use super::labels::{Wish, along, around, leader, place};
use super::plot::{Headings, Plot};
use super::scene::{Place, Rect, Scene, Text};
use super::theme::{BLUE, GRAY, INK, SKY, SMALL, Scale, VERMILION, number};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table, unfit};

/// A histogram with the cumulative share.
#[derive(Debug, Clone, PartialEq)]
pub struct Histogram {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// Measured quantity.
    pub measure: Measure,
    /// How the lower side is divided.
    pub scale: Scale,
    /// Low end, high end and share of the samples of each bar, rising.
    pub bars: Vec<(f64, f64, f64)>,
    /// Share of the samples in which the number exists: where the line ends.
    pub exists: f64,
    /// Named places on the line: name, number, share below.
    pub marks: Vec<(String, f64, f64)>,
    /// A level to compare with, and its name.
    pub level: Option<(f64, String)>,
}

/// Height of the highest bar, as a share of the plot.
const HIGHEST: f64 = 0.62;

impl Chart for Histogram {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        let (low, high) = self.reach()?;
        let Frame { mut scene, body } = frame::open(&self.picture);
        let below = Measure::new("Share of all samples below", "%");
        let headings = Headings { across: Some(&self.measure), along: &below, grid: true };
        let across = match self.scale {
            Scale::Log => Axis::exact_log(low, high, 9),
            Scale::Linear => Axis::exact(low, high, 8),
        };
        let plot =
            Plot::new(&mut scene, body, (across, Axis::exact(0.0, 100.0, 5)), &headings, 20.0);
        let most = self.bars.iter().map(density).fold(f64::MIN_POSITIVE, f64::max);
        for bar in &self.bars {
            let (left, right) = (plot.at((bar.0, f64::NAN)).0, plot.at((bar.1, f64::NAN)).0);
            let height = HIGHEST * plot.rect.height() * density(bar) / most;
            let rect = Rect::new(left, plot.rect.bottom - height, right, plot.rect.bottom);
            scene.rect(rect, SKY.tint(0.45));
        }
        let line = self.line(&plot);
        scene.line(line.clone(), BLUE, 4.0);
        let mut busy = along(&line, 5.0);
        busy.extend(self.draw_level(&mut scene, &plot));
        self.draw_marks(&mut scene, &plot, busy);
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = ["from", "to"].map(|end| format!("{end} {}", self.measure.column()));
        let heading = [heading[0].clone(), heading[1].clone(), "share".to_owned()];
        let rows = self.bars.iter().map(|bar| [cell(bar.0), cell(bar.1), cell(bar.2)]);
        table(&heading, rows)
    }

    fn json(&self) -> Value {
        let marks = self.marks.iter().map(|(name, value, share)| MarkData {
            name,
            value: *value,
            share_below: *share,
        });
        let data = HistogramData {
            series: &self.bars,
            exists: self.exists,
            marks: marks.collect(),
            level: level(self.level.as_ref()),
        };
        document(&self.picture, "histogram", &[self.measure.axis(self.scale)], data)
    }
}

#[derive(Serialize)]
struct HistogramData<'a> {
    series: &'a [(f64, f64, f64)],
    exists: f64,
    marks: Vec<MarkData<'a>>,
    level: Option<Named<'a, f64>>,
}

#[derive(Serialize)]
struct MarkData<'a> {
    name: &'a str,
    value: f64,
    share_below: f64,
}

/// Share over width: what the height of a bar shows.
fn density(bar: &(f64, f64, f64)) -> f64 {
    bar.2 / (bar.1 - bar.0).max(f64::MIN_POSITIVE)
}

impl Histogram {
    fn reach(&self) -> Result<(f64, f64), ChartError> {
        let (Some(first), Some(last)) = (self.bars.first(), self.bars.last()) else {
            return Err(empty(&self.picture));
        };
        for bar in &self.bars {
            for value in [bar.0, bar.1, bar.2] {
                finite(&self.picture, &self.measure.name, value)?;
            }
            if bar.1 <= bar.0 || bar.2 < 0.0 || (bar.0 <= 0.0 && self.scale == Scale::Log) {
                return Err(unfit(&self.picture, &self.measure.name));
            }
        }
        // Rounding of a unit may push neighbors a hair into each other.
        if self.bars.windows(2).any(|pair| pair[0].1 - pair[1].0 > 1e-9 * (pair[0].1 - pair[0].0)) {
            return Err(unfit(&self.picture, &self.measure.name));
        }
        let (mut low, mut high) = (first.0, last.1);
        if let Some(level) = self.level.as_ref().map(|level| level.0)
            && level.is_finite()
            && (level > 0.0 || self.scale == Scale::Linear)
        {
            (low, high) = (low.min(level), high.max(level));
        }
        let margin = 0.02 * (high - low);
        match self.scale {
            Scale::Log => Ok((low * 0.96, high * 1.04)),
            Scale::Linear => Ok((low - margin, high + margin)),
        }
    }

    fn line(&self, plot: &Plot) -> Vec<Place> {
        let mut sum = 0.0;
        let mut line = vec![(plot.rect.left, plot.rect.bottom)];
        for bar in &self.bars {
            line.push(plot.at((bar.0, 100.0 * sum)));
            sum += bar.2;
            line.push(plot.at((bar.1, 100.0 * sum)));
        }
        line.push((plot.rect.right, plot.at((f64::NAN, 100.0 * sum)).1));
        line
    }

    fn draw_level(&self, scene: &mut Scene, plot: &Plot) -> Vec<Rect> {
        let Some((value, name)) = &self.level else { return Vec::new() };
        if !value.is_finite() || (*value <= 0.0 && self.scale == Scale::Log) {
            return Vec::new();
        }
        let x = plot.at((*value, f64::NAN)).0;
        let ends = vec![(x, plot.rect.top), (x, plot.rect.bottom)];
        scene.dashed(ends.clone(), INK, 2.5);
        let text = Text::new(name, (x, plot.rect.top + 24.0)).size(SMALL);
        let text = if x + text.width() + 12.0 < plot.rect.right {
            Text { at: (x + 10.0, text.at.1), ..text }
        } else {
            Text { at: (x - 10.0, text.at.1), ..text }.end()
        };
        let bounds = text.bounds();
        scene.text(text.halo());
        let mut busy = along(&ends, 4.0);
        busy.push(bounds.grown(3.0));
        busy
    }

    fn draw_marks(&self, scene: &mut Scene, plot: &Plot, mut busy: Vec<Rect>) {
        let marks: Vec<(&String, f64, Place)> = self
            .marks
            .iter()
            .filter(|(_, value, share)| value.is_finite() && share.is_finite())
            .map(|(name, value, share)| (name, *value, plot.at((*value, 100.0 * share))))
            .collect();
        busy.extend(marks.iter().map(|(_, _, at)| around(*at, 10.0)));
        for (name, value, at) in &marks {
            let text = Text::new(format!("{name}: {}", number(*value)), *at).size(SMALL).bold();
            let wish = Wish { at: *at, size: (text.width(), SMALL * LEADING) };
            let Some(spot) = place(&[wish], &busy, plot.rect.grown(-6.0)).into_iter().next() else {
                continue;
            };
            let line = leader(*at, spot);
            if !line.is_empty() {
                scene.line(line, GRAY, 1.5);
            }
            let text = Text { at: (spot.left, 0.5 * (spot.top + spot.bottom)), ..text };
            scene.text(text.upright().halo());
            busy.push(spot.grown(3.0));
        }
        for (_, _, at) in marks {
            scene.marker(at, 7.0, VERMILION);
        }
    }
}
