//! A plot area with two axes: grid, ticks, headings.

use super::Measure;
use super::axis::Axis;
use super::draw::Plane;
use super::font::{LEADING, Weight, width};
use super::scene::{Place, Rect, Scene, Text};
use super::theme::{FAINT, GRAY, INK, LABEL, PALE, SMALL};

/// What is written along the axes of a plot.
pub(super) struct Headings<'a> {
    /// Along the lower side.
    pub(super) across: Option<&'a Measure>,
    /// Above the left side.
    pub(super) along: &'a Measure,
    /// Whether lines run across; else each number has a short tick.
    pub(super) grid: bool,
}

/// A plot area, ready to take data.
pub(super) struct Plot {
    plane: Plane,
    /// The box between the axes.
    pub(super) rect: Rect,
}

impl Plot {
    /// Draws axes into `area`, which holds the tick labels and headings too. `right` is kept free
    /// for labels.
    pub(super) fn new(
        scene: &mut Scene,
        area: Rect,
        (across, along): (Axis, Axis),
        headings: &Headings<'_>,
        right: f64,
    ) -> Self {
        let widest = along
            .labels()
            .iter()
            .map(|(_, text)| width(text, SMALL, Weight::Regular))
            .fold(0.0, f64::max);
        let below = SMALL * LEADING
            + 14.0
            + if headings.across.is_some() { LABEL * LEADING + 8.0 } else { 0.0 };
        let rect = Rect::new(
            (area.left + widest + 14.0).round(),
            (area.top + LABEL * LEADING + 14.0).round(),
            (area.right - right).round(),
            (area.bottom - below).round(),
        );
        scene.text(
            Text::new(headings.along.heading(), (area.left, area.top + LABEL * 0.8)).color(GRAY),
        );
        if let Some(measure) = headings.across {
            let at = (rect.right, area.bottom - 0.25 * LABEL);
            scene.text(Text::new(measure.heading(), at).color(GRAY).end());
        }
        let plot = Self { plane: Plane::new(across.clone(), along.clone(), rect), rect };
        plot.rule(scene, &along, headings.grid);
        if !across.ticks().is_empty() || headings.grid {
            plot.scale(scene, &across);
        }
        plot
    }

    /// Where a value lies.
    pub(super) fn at(&self, value: (f64, f64)) -> Place {
        self.plane.at(value)
    }

    /// Horizontal grid lines with their numbers.
    fn rule(&self, scene: &mut Scene, axis: &Axis, grid: bool) {
        let (low, _) = axis.range();
        if !grid {
            scene.line(
                vec![(self.rect.left, self.rect.top), (self.rect.left, self.rect.bottom)],
                PALE,
                2.0,
            );
        }
        for (value, text) in axis.labels() {
            let y = self.plane.at((f64::NAN, value)).1;
            let is_zero = value.abs() < 1e-12 * low.abs().max(1e-300)
                || (value - low).abs() < 1e-12 * low.abs();
            let (color, thick) = if is_zero { (PALE, 2.0) } else { (FAINT, 1.5) };
            if grid {
                scene.line(vec![(self.rect.left, y), (self.rect.right, y)], color, thick);
            } else {
                scene.line(vec![(self.rect.left - 8.0, y), (self.rect.left, y)], PALE, 2.0);
            }
            let at = (self.rect.left - 14.0, y);
            scene.text(Text::new(text, at).size(SMALL).color(GRAY).end().upright());
        }
    }

    /// Ticks along the lower side; labels that would touch are left out.
    fn scale(&self, scene: &mut Scene, axis: &Axis) {
        let Rect { left, right, bottom, .. } = self.rect;
        scene.line(vec![(left, bottom), (right, bottom)], INK, 2.0);
        let mut free = f64::NEG_INFINITY;
        for (value, text) in axis.labels() {
            let x = self.plane.at((value, f64::NAN)).0;
            let label =
                Text::new(text, (x, bottom + 14.0 + SMALL * 0.8)).size(SMALL).color(GRAY).middle();
            scene.line(vec![(x, bottom), (x, bottom + 8.0)], INK, 2.0);
            let bounds = label.bounds();
            if bounds.left > free {
                free = bounds.right + 12.0;
                scene.text(label);
            }
        }
    }
}
