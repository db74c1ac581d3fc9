//! What charts of horizontal rows share: the column of names, the height of rows, an axis below.

use super::axis::Axis;
use super::font::{LEADING, Weight, width, wrap};
use super::scene::{Rect, Scene, Text};
use super::theme::{FAINT, GRAY, INK, LABEL, PALE, SMALL, Scale};

/// Distance between the names and the bars.
const GUTTER: f64 = 18.0;

/// The names at the left, broken into at most two lines each.
pub(super) struct Names {
    lines: Vec<Vec<String>>,
    width: f64,
}

impl Names {
    /// Sets the names; the column takes at most 38 % of `room`.
    pub(super) fn new<'a>(names: impl IntoIterator<Item = &'a str>, room: f64) -> Self {
        let most = 0.38 * room;
        let lines: Vec<Vec<String>> =
            names.into_iter().map(|name| wrap(name, (LABEL, Weight::Regular), most, 2)).collect();
        // Semi-bold names are a little wider than regular ones.
        let widest = lines
            .iter()
            .flatten()
            .map(|line| width(line, LABEL, Weight::SemiBold))
            .fold(0.0, f64::max);
        Self { lines, width: widest.min(most * 1.06) }
    }

    /// Where the bars begin when the names begin at `left`.
    pub(super) fn right(&self, left: f64) -> f64 {
        (left + self.width + GUTTER).round()
    }

    /// Height that all rows need at least.
    pub(super) fn least_height(&self) -> f64 {
        (0..self.lines.len()).map(|index| self.row_height(index)).sum()
    }

    /// Height that one row needs.
    pub(super) fn row_height(&self, index: usize) -> f64 {
        let lines = self.lines.get(index).map_or(1, Vec::len).max(1);
        lines as f64 * LABEL * LEADING + 12.0
    }

    /// Writes a name, right-aligned, its middle at `middle`.
    pub(super) fn write(
        &self,
        scene: &mut Scene,
        index: usize,
        right: f64,
        middle: f64,
        bold: bool,
    ) {
        let Some(lines) = self.lines.get(index) else { return };
        let first = middle - 0.5 * (lines.len() as f64 - 1.0) * LABEL * LEADING;
        for (line, text) in lines.iter().enumerate() {
            let text = Text::new(text, (right - GUTTER, first + line as f64 * LABEL * LEADING))
                .end()
                .upright();
            scene.text(if bold { text.bold() } else { text });
        }
    }
}

/// Vertical grid lines with their numbers below, and the heading at the right end.
pub(super) fn ruler(scene: &mut Scene, rect: Rect, axis: &Axis, heading: &str) {
    let mut free = f64::NEG_INFINITY;
    let base = rect.bottom + 10.0 + SMALL * 0.8;
    for (value, text) in axis.labels() {
        let x = across(rect, axis, value);
        let is_zero = axis.scale() == Scale::Linear && value.abs() < f64::MIN_POSITIVE;
        let (color, thick) = if is_zero { (INK, 2.0) } else { (FAINT, 1.5) };
        scene.line(vec![(x, rect.top), (x, rect.bottom)], color, thick);
        let label = Text::new(text, (x, base)).size(SMALL).color(GRAY).middle();
        if label.bounds().left > free {
            free = label.bounds().right + 12.0;
            scene.text(label);
        }
    }
    scene.line(vec![(rect.left, rect.bottom), (rect.right, rect.bottom)], PALE, 1.5);
    scene.text(Text::new(heading, (rect.right, base + SMALL * LEADING + 6.0)).color(GRAY).end());
}

/// Height that [`ruler`] needs below the rows.
pub(super) const RULER: f64 = 10.0 + 2.0 * SMALL * LEADING + 14.0;

/// A bar's reach on the axis, and how far its labels reach beyond it on the left and on the right.
pub(super) struct Extent {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) before: f64,
    pub(super) after: f64,
}

/// Narrows `rect` just so far that every bar's labels stay inside it.
pub(super) fn fit(rect: Rect, axis: &Axis, extents: &[Extent]) -> Rect {
    let mut fitted = rect;
    for _ in 0..60 {
        let at = |value: f64| across(fitted, axis, value);
        let over =
            extents.iter().map(|bar| at(bar.high) + bar.after - rect.right).fold(0.0, f64::max);
        let under =
            extents.iter().map(|bar| rect.left - at(bar.low) + bar.before).fold(0.0, f64::max);
        if over + under < 0.5 || fitted.width() - over - under < 0.3 * rect.width() {
            break;
        }
        fitted.right -= over;
        fitted.left += under;
    }
    Rect { left: fitted.left.round(), right: fitted.right.round(), ..fitted }
}

/// Where a value lies between left and right.
pub(super) fn across(rect: Rect, axis: &Axis, value: f64) -> f64 {
    rect.left + axis.position(value) * rect.width()
}
