//! The layout of a chart: shapes and text in pixels at scale 1, before anything is painted.

use super::font::{self, Weight};
use super::theme::{Color, INK, LABEL};

/// A place: right, down.
pub type Place = (f64, f64);

/// A box with sides parallel to the picture's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left side.
    pub left: f64,
    /// Upper side.
    pub top: f64,
    /// Right side.
    pub right: f64,
    /// Lower side.
    pub bottom: f64,
}

impl Rect {
    /// A box from its sides: left, top, right, bottom.
    pub fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self { left, top, right, bottom }
    }

    /// Width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Area that two boxes share.
    pub fn shared(&self, other: &Self) -> f64 {
        let across = self.right.min(other.right) - self.left.max(other.left);
        let along = self.bottom.min(other.bottom) - self.top.max(other.top);
        if across > 0.0 && along > 0.0 { across * along } else { 0.0 }
    }

    /// Whether `other` lies inside.
    pub fn holds(&self, other: &Self) -> bool {
        other.left >= self.left
            && other.right <= self.right
            && other.top >= self.top
            && other.bottom <= self.bottom
    }

    /// The box with a border of `by` added on each side.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self::new(self.left - by, self.top - by, self.right + by, self.bottom + by)
    }

    pub(crate) fn corners(&self) -> Vec<Place> {
        vec![
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        ]
    }
}

/// Where a text hangs from its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Anchor {
    /// By its left end.
    #[default]
    Start,
    /// By its middle.
    Middle,
    /// By its right end.
    End,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    pub(crate) words: String,
    pub(crate) at: Place,
    pub(crate) size: f64,
    pub(crate) weight: Weight,
    pub(crate) color: Color,
    pub(crate) anchor: Anchor,
    pub(crate) halo: bool,
}

impl Text {
    /// Text that begins at a place on its base line.
    pub(crate) fn new(text: impl Into<String>, at: Place) -> Self {
        Self {
            words: text.into(),
            at,
            size: LABEL,
            weight: Weight::Regular,
            color: INK,
            anchor: Anchor::Start,
            halo: false,
        }
    }

    pub(crate) fn size(self, size: f64) -> Self {
        Self { size, ..self }
    }

    pub(crate) fn bold(self) -> Self {
        Self { weight: Weight::SemiBold, ..self }
    }

    pub(crate) fn color(self, color: Color) -> Self {
        Self { color, ..self }
    }

    pub(crate) fn end(self) -> Self {
        Self { anchor: Anchor::End, ..self }
    }

    pub(crate) fn middle(self) -> Self {
        Self { anchor: Anchor::Middle, ..self }
    }

    /// White rim, for text over lines and areas.
    pub(crate) fn halo(self) -> Self {
        Self { halo: true, ..self }
    }

    /// The place is the middle of the capitals' height, not the base line. Call it after the size
    /// is set.
    pub(crate) fn upright(self) -> Self {
        let at = (self.at.0, self.at.1 + 0.5 * font::CAPITAL * self.size);
        Self { at, ..self }
    }

    pub(crate) fn width(&self) -> f64 {
        font::width(&self.words, self.size, self.weight)
    }

    /// Left end of the text.
    pub(crate) fn start(&self) -> f64 {
        match self.anchor {
            Anchor::Start => self.at.0,
            Anchor::Middle => self.at.0 - 0.5 * self.width(),
            Anchor::End => self.at.0 - self.width(),
        }
    }

    pub(crate) fn bounds(&self) -> Rect {
        let left = self.start();
        Rect::new(
            left,
            self.at.1 - font::ASCENT * self.size,
            left + self.width(),
            self.at.1 + font::DESCENT * self.size,
        )
    }
}

/// One thing to paint.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item {
    /// A filled outline.
    Area { points: Vec<Place>, color: Color, opacity: f64 },
    /// A line; `dash` holds the lengths of dash and gap.
    Line { points: Vec<Place>, color: Color, width: f64, dash: Option<(f64, f64)> },
    /// A filled circle.
    Dot { center: Place, radius: f64, color: Color },
    /// A line of text.
    Text(Text),
}

/// The box of a label, for tests of the layout.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelBox {
    /// The text.
    pub text: String,
    /// Its box.
    pub bounds: Rect,
}

/// A display list, painted in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) items: Vec<Item>,
}

impl Scene {
    pub(crate) fn new(width: f64, height: f64) -> Self {
        Self { width, height, items: Vec::new() }
    }

    /// Size of the picture.
    pub fn bounds(&self) -> Rect {
        Rect::new(0.0, 0.0, self.width, self.height)
    }

    /// Boxes of all labels.
    pub fn labels(&self) -> Vec<LabelBox> {
        self.items
            .iter()
            .filter_map(|item| match item {
                Item::Text(text) if !text.words.is_empty() => {
                    Some(LabelBox { text: text.words.clone(), bounds: text.bounds() })
                }
                _ => None,
            })
            .collect()
    }

    pub(crate) fn text(&mut self, text: Text) {
        self.items.push(Item::Text(text));
    }

    pub(crate) fn rect(&mut self, rect: Rect, color: Color) {
        self.area(rect.corners(), color, 1.0);
    }

    pub(crate) fn area(&mut self, points: Vec<Place>, color: Color, opacity: f64) {
        self.items.push(Item::Area { points, color, opacity });
    }

    pub(crate) fn line(&mut self, points: Vec<Place>, color: Color, width: f64) {
        self.items.push(Item::Line { points, color, width, dash: None });
    }

    pub(crate) fn dashed(&mut self, points: Vec<Place>, color: Color, width: f64) {
        self.items.push(Item::Line { points, color, width, dash: Some((11.0, 8.0)) });
    }

    pub(crate) fn frame(&mut self, rect: Rect, color: Color, width: f64) {
        let mut corners = rect.corners();
        corners.push((rect.left, rect.top));
        corners.push((rect.right, rect.top));
        self.line(corners, color, width);
    }

    pub(crate) fn dot(&mut self, center: Place, radius: f64, color: Color) {
        self.items.push(Item::Dot { center, radius, color });
    }

    /// A dot with a white rim, which stands out from lines.
    pub(crate) fn marker(&mut self, center: Place, radius: f64, color: Color) {
        self.dot(center, radius + 2.5, super::theme::WHITE);
        self.dot(center, radius, color);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_share_area_only_where_they_cross() {
        let one = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!((one.shared(&Rect::new(5.0, 5.0, 20.0, 20.0)) - 25.0).abs() < 1e-12);
        assert!(one.shared(&Rect::new(10.0, 0.0, 20.0, 10.0)).abs() < 1e-12);
    }

    #[test]
    fn anchors_hang_the_text_left_middle_and_right() {
        let at = (100.0, 50.0);
        let start = Text::new("orbit", at).bounds();
        let end = Text::new("orbit", at).end().bounds();
        let middle = Text::new("orbit", at).middle().bounds();
        assert!((start.left - 100.0).abs() < 1e-9 && (end.right - 100.0).abs() < 1e-9);
        assert!((middle.left + middle.right - 200.0).abs() < 1e-9);
    }
}
