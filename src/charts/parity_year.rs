//! The year from which orbit costs no more than the ground, and the share for which it never comes.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::{AxisData, document};
use super::frame::{self, Frame};
use super::plot::{Headings, Plot};
use super::scene::{Place, Rect, Scene, Text};
use super::theme::{BLUE, GRAY, INK, LABEL, SKY, SMALL, Scale, VERMILION, percent};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table, unfit};

/// Years of parity.
#[derive(Debug, Clone, PartialEq)]
pub struct ParityYear {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// Share of the samples that cross in each year, years rising.
    pub years: Vec<(i32, f64)>,
    /// Share that does not cross by the last year.
    pub never: f64,
}

/// Room for the bar of those that never cross.
const NEVER: f64 = 230.0;

impl Chart for ParityYear {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        let (Some(first), Some(last)) = (self.years.first(), self.years.last()) else {
            return Err(empty(&self.picture));
        };
        for share in self.years.iter().map(|year| year.1).chain([self.never]) {
            let share = finite(&self.picture, "share", share)?;
            if !(0.0..=1.0).contains(&share) {
                return Err(unfit(&self.picture, "share"));
            }
        }
        let Frame { mut scene, body } = frame::open(&self.picture);
        let across = Measure::new("Year", "");
        let along = Measure::new("Share of the samples", "%");
        let headings = Headings { across: Some(&across), along: &along, grid: true };
        let years = Axis::years(f64::from(first.0) - 0.5, f64::from(last.0) + 0.5, 9);
        let axes = (years, Axis::exact(0.0, 100.0, 5));
        let plot = Plot::new(&mut scene, body, axes, &headings, NEVER);
        let mut sum = 0.0;
        let mut line: Vec<Place> = vec![plot.at((f64::from(first.0) - 0.5, 0.0))];
        for (year, share) in &self.years {
            let year = f64::from(*year);
            let (low, high) = (plot.at((year - 0.42, 100.0 * share)), plot.at((year + 0.42, 0.0)));
            scene.rect(Rect::new(low.0, low.1, high.0, high.1), SKY);
            line.push(plot.at((year - 0.5, 100.0 * sum)));
            sum += share;
            line.push(plot.at((year + 0.5, 100.0 * sum)));
        }
        scene.line(line, BLUE, 4.0);
        let place = (plot.rect.left + 14.0, plot.rect.top + 26.0);
        let words = "line: share that has crossed; bars: share that crosses in the year";
        scene.text(Text::new(words, place).size(SMALL).color(GRAY).halo());
        self.draw_never(&mut scene, &plot, last.0);
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = ["year", "share"].map(str::to_owned);
        let rows = self.years.iter().map(|(year, share)| [year.to_string(), cell(*share)]);
        table(&heading, rows.chain([["never".to_owned(), cell(self.never)]]))
    }

    fn json(&self) -> Value {
        let axes = [AxisData::new("Year", "", Scale::Linear)];
        let data = ParityData { series: &self.years, never: self.never };
        document(&self.picture, "parity_year", &axes, data)
    }
}

#[derive(Serialize)]
struct ParityData<'a> {
    series: &'a [(i32, f64)],
    never: f64,
}

impl ParityYear {
    fn draw_never(&self, scene: &mut Scene, plot: &Plot, last: i32) {
        let Rect { right, bottom, top, .. } = plot.rect;
        let bar =
            Rect::new(right + 60.0, bottom - self.never * (bottom - top), right + 160.0, bottom);
        scene.rect(bar, VERMILION);
        scene.line(vec![(right + 36.0, bottom), (right + 184.0, bottom)], INK, 2.0);
        let middle = 0.5 * (bar.left + bar.right);
        let share = Text::new(percent(self.never), (middle, bar.top - 10.0)).size(LABEL).bold();
        scene.text(share.middle());
        let words = Text::new(format!("not by {last}"), (middle, bottom + 14.0 + SMALL * 0.8));
        scene.text(words.size(SMALL).color(GRAY).middle());
    }
}
