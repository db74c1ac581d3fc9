//! Shadow and beta angle, day by day through one year.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::{AxisData, document};
use super::frame::{self, Frame};
use super::plot::{Headings, Plot};
use super::scene::{Place, Rect, Scene, Text};
use super::theme::{BLUE, GRAY, INK, LABEL, ORANGE, SKY, SMALL, Scale, number};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table};

/// One day of the year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Day {
    /// Minutes of full shadow per orbit.
    pub umbra: f64,
    /// Minutes of full and half shadow per orbit.
    pub shadow: f64,
    /// Angle between the Sun and the plane of the orbit, in degrees.
    pub beta: f64,
}

/// Shadow per orbit above the beta angle, over the days of a calendar year.
#[derive(Debug, Clone, PartialEq)]
pub struct EclipseYear {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// The year; its first day is the first of `days`.
    pub year: i32,
    /// The days from 1 January on.
    pub days: Vec<Day>,
    /// Beta angle, in degrees, above which there is no shadow.
    pub critical_beta: f64,
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LENGTHS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

impl Chart for EclipseYear {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        if self.days.is_empty() {
            return Err(empty(&self.picture));
        }
        for day in &self.days {
            finite(&self.picture, "umbra", day.umbra)?;
            finite(&self.picture, "shadow", day.shadow)?;
            finite(&self.picture, "beta angle", day.beta)?;
        }
        let Frame { mut scene, body } = frame::open(&self.picture);
        // Both panels have the same left side: numbers of either hang left of it.
        let gap = 34.0;
        let middle = body.top + 0.52 * body.height();
        self.shadow_panel(&mut scene, Rect { bottom: middle - gap * 0.5, ..body });
        self.beta_panel(&mut scene, Rect { top: middle + gap * 0.5, ..body });
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = [
            "date".to_owned(),
            "umbra per orbit at noon [min]".to_owned(),
            "shadow per orbit at noon [min]".to_owned(),
            "beta angle [deg]".to_owned(),
        ];
        let rows = self.days.iter().enumerate().map(|(index, day)| {
            [self.date(index), cell(day.umbra), cell(day.shadow), cell(day.beta)]
        });
        table(&heading, rows)
    }

    fn json(&self) -> Value {
        let column = |name: &'static str, unit: &'static str, pick: fn(&Day) -> f64| ColumnData {
            name,
            unit,
            values: self.days.iter().map(pick).collect(),
        };
        let (shadow, beta) = (shadow_measure(), beta_measure());
        let axes =
            [AxisData::of_days(self.date(0)), shadow.axis(Scale::Linear), beta.axis(Scale::Linear)];
        let data = EclipseData {
            series: [
                column("umbra", "min", |day| day.umbra),
                column("shadow", "min", |day| day.shadow),
                column("beta angle", "deg", |day| day.beta),
            ],
            critical_beta_angle: AngleData { value: self.critical_beta, unit: "deg" },
        };
        document(&self.picture, "eclipse_year", &axes, data)
    }
}

#[derive(Serialize)]
struct EclipseData {
    series: [ColumnData; 3],
    critical_beta_angle: AngleData,
}

#[derive(Serialize)]
struct ColumnData {
    name: &'static str,
    unit: &'static str,
    values: Vec<f64>,
}

#[derive(Serialize)]
struct AngleData {
    value: f64,
    unit: &'static str,
}

fn shadow_measure() -> Measure {
    Measure::new("Shadow per orbit at noon", "min")
}

fn beta_measure() -> Measure {
    Measure::new("Beta angle, Sun to orbit plane", "deg")
}

impl EclipseYear {
    fn months(&self) -> impl Iterator<Item = (&'static str, u32, u32)> {
        let leap = (self.year % 4 == 0 && self.year % 100 != 0) || self.year % 400 == 0;
        let mut first = 0;
        MONTHS.into_iter().zip(LENGTHS).map(move |(name, length)| {
            let length = length + u32::from(leap && name == "Feb");
            first += length;
            (name, first - length, length)
        })
    }

    fn date(&self, index: usize) -> String {
        let day = u32::try_from(index).unwrap_or(u32::MAX);
        let months: Vec<(&str, u32, u32)> = self.months().collect();
        let place =
            months.iter().position(|&(_, first, length)| day < first + length).unwrap_or(11);
        format!("{:04}-{:02}-{:02}", self.year, place + 1, day.saturating_sub(months[place].1) + 1)
    }

    fn across(&self) -> Axis {
        let whole = self.months().map(|(_, _, length)| length).sum::<u32>();
        Axis::exact(0.0, f64::from(whole).max(self.days.len() as f64), 1).without_ticks()
    }

    fn panel(&self, scene: &mut Scene, area: Rect, along: Axis, measure: &Measure) -> Plot {
        // Both panels begin at the same place: as if both had the wider tick labels.
        let ticks = ["−90", "10.0"]
            .map(|text| Text::new(text, (0.0, 0.0)).size(SMALL).width())
            .into_iter()
            .fold(0.0, f64::max);
        let own = along
            .labels()
            .into_iter()
            .map(|(_, text)| Text::new(text, (0.0, 0.0)).size(SMALL).width());
        let indent = (ticks - own.fold(0.0, f64::max)).max(0.0);
        let heading = Headings { across: None, along: &Measure::new("", ""), grid: true };
        let plot = Plot::new(
            scene,
            Rect { left: area.left + indent, ..area },
            (self.across(), along),
            &heading,
            0.0,
        );
        scene.text(Text::new(measure.heading(), (area.left, area.top + LABEL * 0.8)).color(GRAY));
        for (name, first, length) in self.months() {
            let left = plot.at((f64::from(first), f64::NAN)).0;
            let right = plot.at((f64::from(first + length), f64::NAN)).0;
            let (top, bottom) = (plot.rect.bottom, plot.rect.bottom + 8.0);
            scene.line(vec![(left, top), (left, bottom)], INK, 2.0);
            if name == "Dec" {
                scene.line(vec![(right, top), (right, bottom)], INK, 2.0);
            }
            let at = (0.5 * (left + right), plot.rect.bottom + 12.0 + 0.8 * SMALL);
            scene.text(Text::new(name, at).size(SMALL).color(GRAY).middle());
        }
        plot
    }

    /// A day's values stand at its noon.
    fn line(&self, plot: &Plot, pick: fn(&Day) -> f64) -> Vec<Place> {
        self.days
            .iter()
            .enumerate()
            .map(|(index, day)| plot.at((index as f64 + 0.5, pick(day))))
            .collect()
    }

    fn shadow_panel(&self, scene: &mut Scene, area: Rect) {
        let most = self.days.iter().map(|day| day.shadow.max(day.umbra)).fold(0.0, f64::max);
        let none = most <= 0.0;
        let plot = self.panel(
            scene,
            area,
            Axis::linear(0.0, if none { 10.0 } else { most * 1.04 }, 4),
            &shadow_measure(),
        );
        if none {
            let at = (
                0.5 * (plot.rect.left + plot.rect.right),
                0.5 * (plot.rect.top + plot.rect.bottom),
            );
            scene.text(
                Text::new("no shadow on any day of the year", at).bold().middle().upright().halo(),
            );
            return;
        }
        let zero = |index: usize| plot.at((index as f64 + 0.5, 0.0));
        let close = |mut line: Vec<Place>| {
            line.push(zero(self.days.len().saturating_sub(1)));
            line.push(zero(0));
            line
        };
        let (shadow, umbra) =
            (self.line(&plot, |day| day.shadow), self.line(&plot, |day| day.umbra));
        scene.area(close(shadow.clone()), SKY, 0.55);
        scene.area(close(umbra), BLUE, 1.0);
        let mut first = 0;
        for run in self.days.chunk_by(|one, next| (one.shadow > 0.0) == (next.shadow > 0.0)) {
            if run[0].shadow > 0.0 {
                scene.line(shadow[first..first + run.len()].to_vec(), BLUE, 1.5);
            }
            first += run.len();
        }
        Self::key(scene, &plot, area, most);
    }

    /// Key at the right end of the heading line, and the longest shadow.
    fn key(scene: &mut Scene, plot: &Plot, area: Rect, most: f64) {
        let base = area.top + LABEL * 0.8;
        let words = format!("longest {} min", number(most));
        let words = Text::new(words, (plot.rect.right, base)).size(SMALL).bold().end();
        let mut x = words.bounds().left - 40.0;
        scene.text(words);
        for (name, color) in [("with penumbra", SKY.tint(0.55)), ("umbra", BLUE)] {
            let text = Text::new(name, (x, base)).size(SMALL).color(GRAY).end();
            let left = text.bounds().left;
            scene.text(text);
            scene.rect(Rect::new(left - 28.0, base - 16.0, left - 10.0, base + 2.0), color);
            x = left - 52.0;
        }
    }

    fn beta_panel(&self, scene: &mut Scene, area: Rect) {
        let (low, high) =
            self.days.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), day| {
                (low.min(day.beta), high.max(day.beta))
            });
        let critical = self.critical_beta.abs();
        // The critical angle on the side of the year's angles; on both where they change sign.
        let shown: Vec<f64> = [critical, -critical]
            .into_iter()
            .filter(|level| level.is_finite() && (low * high < 0.0 || level * (low + high) >= 0.0))
            .collect();
        let least = shown.iter().copied().fold(low, f64::min);
        let most = shown.iter().copied().fold(high, f64::max);
        let slack = 0.06 * (most - least).max(1.0);
        let plot =
            self.panel(scene, area, Axis::angle(least - slack, most + slack, 5), &beta_measure());
        for &level in &shown {
            let y = plot.at((f64::NAN, level)).1;
            scene.dashed(vec![(plot.rect.left, y), (plot.rect.right, y)], INK, 2.0);
        }
        scene.line(self.line(&plot, |day| day.beta), ORANGE, 4.0);
        let base = area.top + LABEL * 0.8;
        let words = Text::new(
            format!(
                "critical angle ±{}°: shadow where the Sun is nearer to the plane",
                number(critical)
            ),
            (plot.rect.right, base),
        )
        .size(SMALL)
        .end();
        let left = words.bounds().left;
        scene.text(words);
        scene.dashed(vec![(left - 60.0, base - 7.0), (left - 12.0, base - 7.0)], INK, 2.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_follow_the_calendar() {
        let chart = EclipseYear {
            picture: Picture::new("x", ""),
            year: 2028,
            days: Vec::new(),
            critical_beta: 66.0,
        };
        assert_eq!(chart.date(0), "2028-01-01");
        assert_eq!(chart.date(59), "2028-02-29");
        assert_eq!(chart.date(365), "2028-12-31");
        assert_eq!(EclipseYear { year: 2027, ..chart }.date(59), "2027-03-01");
    }
}
