//! A plotters backend that paints with anti-aliasing on tiny-skia.
//!
//! plotters rounds every coordinate to a whole unit, so the backend offers it a grid ten times
//! finer than the pixels.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use tiny_skia::{
    FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform,
};
use ttf_parser::OutlineBuilder;

use super::font::{self, Weight};

/// Units of the plotters grid in one pixel at scale 1.
pub(super) const GRID: f64 = 10.0;

/// Paints on a pixmap; one unit of the grid is `unit` pixels.
pub(super) struct Painter<'a> {
    pixmap: &'a mut Pixmap,
    size: (u32, u32),
    unit: f32,
}

type PaintResult = Result<(), DrawingErrorKind<Infallible>>;

#[expect(clippy::cast_possible_truncation, reason = "pixels need no more than single precision")]
fn single(value: f64) -> f32 {
    value as f32
}

impl<'a> Painter<'a> {
    /// Offers a grid of `size` units on a pixmap.
    pub(super) fn new(pixmap: &'a mut Pixmap, size: (u32, u32), scale: f64) -> Self {
        Self { pixmap, size, unit: single(scale / GRID) }
    }

    fn pixel(&self, (x, y): BackendCoord) -> (f32, f32) {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "pixels need no more than single precision"
        )]
        let single = |value: i32| f64::from(value) as f32 * self.unit;
        (single(x), single(y))
    }

    fn path(&self, points: impl IntoIterator<Item = BackendCoord>, closed: bool) -> Option<Path> {
        let mut builder = PathBuilder::new();
        for (index, point) in points.into_iter().enumerate() {
            let (x, y) = self.pixel(point);
            if index == 0 { builder.move_to(x, y) } else { builder.line_to(x, y) }
        }
        if closed {
            builder.close();
        }
        builder.finish()
    }

    fn fill(&mut self, path: Option<&Path>, color: BackendColor) {
        if let Some(path) = path {
            self.pixmap.fill_path(
                path,
                &paint(color),
                FillRule::Winding,
                Transform::identity(),
                None,
            );
        }
    }

    fn stroke(&mut self, path: Option<&Path>, color: BackendColor, width: f32) {
        let stroke = Stroke {
            width,
            line_join: LineJoin::Round,
            line_cap: LineCap::Butt,
            ..Stroke::default()
        };
        if let Some(path) = path {
            self.pixmap.stroke_path(path, &paint(color), &stroke, Transform::identity(), None);
        }
    }

    fn glyphs<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
        pos: BackendCoord,
    ) -> Option<Path> {
        let weight = weight(style);
        let size = single(style.size()) * self.unit;
        let (x, y) = self.pixel(pos);
        let width = single(font::width(text, 1.0, weight)) * size;
        let left = match style.anchor().h_pos {
            HPos::Left => x,
            HPos::Center => x - 0.5 * width,
            HPos::Right => x - width,
        };
        let base = match style.anchor().v_pos {
            VPos::Top => y + single(font::ASCENT) * size,
            VPos::Center => y + 0.5 * single(font::CAPITAL) * size,
            VPos::Bottom => y - single(font::DESCENT) * size,
        };
        // Base lines on whole pixels keep the feet of the letters sharp.
        let base = base.round();
        let mut path = PathBuilder::new();
        for glyph in font::outline(text, weight, |pen, unit| Glyph {
            path: PathBuilder::new(),
            left: left + single(pen) * size,
            base,
            unit: single(unit) * size,
        }) {
            if let Some(outline) = glyph.path.finish() {
                path.push_path(&outline);
            }
        }
        path.finish()
    }

    /// Paints the rim of a text, which keeps it legible on lines and areas.
    pub(super) fn rim<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) {
        let path = self.glyphs(text, style, pos);
        let width = 6.0 * self.unit * single(GRID);
        self.stroke(path.as_ref(), style.color(), width);
    }
}

fn weight<S: BackendTextStyle>(style: &S) -> Weight {
    if matches!(style.style(), FontStyle::Bold) { Weight::SemiBold } else { Weight::Regular }
}

fn paint(color: BackendColor) -> Paint<'static> {
    let (red, green, blue) = color.rgb;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 255"
    )]
    let alpha = (color.alpha.clamp(0.0, 1.0) * 255.0).round() as u8;
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(red, green, blue, alpha);
    paint
}

impl DrawingBackend for Painter<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> PaintResult {
        Ok(())
    }

    fn present(&mut self) -> PaintResult {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> PaintResult {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> PaintResult {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> PaintResult {
        let (left, top) = self.pixel(upper_left);
        let (right, bottom) = self.pixel(bottom_right);
        let path = Rect::from_ltrb(left, top, right, bottom).map(PathBuilder::from_rect);
        if fill {
            self.fill(path.as_ref(), style.color());
        } else {
            #[expect(clippy::cast_precision_loss, reason = "widths are small")]
            self.stroke(path.as_ref(), style.color(), style.stroke_width() as f32 * self.unit);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> PaintResult {
        let path = self.path(path, false);
        #[expect(clippy::cast_precision_loss, reason = "widths are small")]
        self.stroke(path.as_ref(), style.color(), style.stroke_width() as f32 * self.unit);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> PaintResult {
        let (x, y) = self.pixel(center);
        #[expect(clippy::cast_precision_loss, reason = "radii are small")]
        let path = PathBuilder::from_circle(x, y, radius as f32 * self.unit);
        if fill {
            self.fill(path.as_ref(), style.color());
        } else {
            #[expect(clippy::cast_precision_loss, reason = "widths are small")]
            self.stroke(path.as_ref(), style.color(), style.stroke_width() as f32 * self.unit);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> PaintResult {
        let path = self.path(vert, true);
        self.fill(path.as_ref(), style.color());
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        pos: BackendCoord,
    ) -> PaintResult {
        let path = self.glyphs(text, style, pos);
        self.fill(path.as_ref(), style.color());
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = font::width(text, style.size(), weight(style));
        let height = (font::ASCENT + font::DESCENT) * style.size();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "sizes are positive and small"
        )]
        let size = (width.ceil() as u32, height.ceil() as u32);
        Ok(size)
    }
}

/// The outline of one letter at its place on the base line.
struct Glyph {
    path: PathBuilder,
    left: f32,
    base: f32,
    unit: f32,
}

impl Glyph {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.left + x * self.unit, self.base - y * self.unit)
    }
}

impl OutlineBuilder for Glyph {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
