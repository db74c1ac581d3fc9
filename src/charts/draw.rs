//! Paints a [`Scene`] through plotters: its drawing area, its elements, its coordinates, our
//! backend.

use std::ops::Range;

use ::png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use plotters::coord::CoordTranslate;
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{
    Circle, DashedPathElement, Drawable, PathElement, PointCollection, Polygon,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBAColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};
use tiny_skia::Pixmap;

use super::ChartError;
use super::axis::Axis;
use super::font::{DESCENT, Weight};
use super::png::{GRID, Painter};
use super::scene::{Anchor, Item, Place, Rect, Scene, Text};
use super::theme::{Color, WHITE};

/// Most pixels of one picture: 64 million, 256 MB of memory.
const MOST_PIXELS: f64 = 64e6;

/// Paints a scene as PNG, `scale` pixels to one unit of the scene.
pub(super) fn paint(scene: &Scene, scale: f64) -> Result<Vec<u8>, ChartError> {
    let size_error = || ChartError::Size { width: whole(scene.width), height: whole(scene.height) };
    let (width, height) = (scene.width * scale, scene.height * scale);
    let fits = scale > 0.0 && width * height <= MOST_PIXELS;
    let size = if fits { (whole(width), whole(height)) } else { return Err(size_error()) };
    let mut pixmap = Pixmap::new(size.0, size.1).ok_or_else(size_error)?;
    pixmap.fill(tiny_skia::Color::WHITE);
    let grid = (whole(scene.width * GRID), whole(scene.height * GRID));
    let area = Painter::new(&mut pixmap, grid, scale).into_drawing_area();
    for item in &scene.items {
        draw(&area, item).map_err(|error| ChartError::Drawing { reason: error.to_string() })?;
    }
    drop(area);
    encode(&pixmap).map_err(|error| ChartError::Drawing { reason: error.to_string() })
}

/// The picture as PNG without transparency: the paper is opaque. Flat colors pack best unfiltered.
fn encode(pixmap: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let colors: Vec<u8> =
        pixmap.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colors)?;
    writer.finish()?;
    Ok(bytes)
}

type Canvas<'a> = DrawingArea<Painter<'a>, Shift>;
type Done = Result<(), DrawingAreaErrorKind<std::convert::Infallible>>;

fn draw(area: &Canvas<'_>, item: &Item) -> Done {
    match item {
        Item::Area { points, color, opacity } => area.draw(&Polygon::new(
            on_grid(points),
            ShapeStyle::from(rgba(*color, *opacity)).filled(),
        )),
        Item::Line { points, color, width, dash: None } => {
            area.draw(&PathElement::new(on_grid(points), stroke(*color, *width)))
        }
        Item::Line { points, color, width, dash: Some((dash, gap)) } => {
            let (dash, gap) = (whole(dash * GRID), whole(gap * GRID));
            area.draw(&DashedPathElement::new(on_grid(points), dash, gap, stroke(*color, *width)))
        }
        Item::Dot { center, radius, color } => {
            let style = ShapeStyle::from(rgba(*color, 1.0)).filled();
            area.draw(&Circle::new(grid_point(*center), whole(radius * GRID), style))
        }
        Item::Text(text) => {
            if text.halo {
                area.draw(&TextLine { text, style: style(text, WHITE), rim: true })?;
            }
            area.draw(&TextLine { text, style: style(text, text.color), rim: false })
        }
    }
}

/// A line of text as an element of plotters, with or without our backend's white rim.
struct TextLine<'a> {
    text: &'a Text,
    style: TextStyle<'a>,
    rim: bool,
}

impl PointCollection<'_, BackendCoord> for &TextLine<'_> {
    type Point = BackendCoord;
    type IntoIter = std::iter::Once<BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        let (x, base) = self.text.at;
        std::iter::once(grid_point((x, base + DESCENT * self.text.size)))
    }
}

impl<'b> Drawable<Painter<'b>> for TextLine<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut Painter<'b>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<std::convert::Infallible>> {
        match points.next() {
            Some(at) if self.rim => {
                backend.rim(&self.text.words, &self.style, at);
                Ok(())
            }
            Some(at) => backend.draw_text(&self.text.words, &self.style, at),
            None => Ok(()),
        }
    }
}

fn style(text: &Text, color: Color) -> TextStyle<'static> {
    let weight = match text.weight {
        Weight::Regular => FontStyle::Normal,
        Weight::SemiBold => FontStyle::Bold,
    };
    let across = match text.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    FontDesc::new(FontFamily::Name("IBM Plex Sans"), text.size * GRID, weight)
        .color(&rgba(color, 1.0))
        .pos(Pos::new(across, VPos::Bottom))
}

fn stroke(color: Color, width: f64) -> ShapeStyle {
    ShapeStyle::from(rgba(color, 1.0)).stroke_width(whole(width * GRID))
}

fn rgba(color: Color, opacity: f64) -> RGBAColor {
    RGBAColor(color.red, color.green, color.blue, opacity)
}

fn on_grid(points: &[Place]) -> Vec<BackendCoord> {
    points.iter().copied().map(grid_point).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "saturates far outside any picture")]
fn grid_point((x, y): Place) -> BackendCoord {
    ((x * GRID).round() as i32, (y * GRID).round() as i32)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths are positive; saturates"
)]
fn whole(value: f64) -> u32 {
    value.round() as u32
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let length = f64::from(limit.1) - f64::from(limit.0);
        #[expect(clippy::cast_possible_truncation, reason = "saturates far outside any picture")]
        let offset = (self.position(*value) * length).round() as i32;
        limit.0.saturating_add(offset)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        self.ticks().iter().copied().take(hint.max_num_points()).collect()
    }

    fn range(&self) -> Range<f64> {
        let (low, high) = self.range();
        low..high
    }
}

/// Two axes laid over a box of the picture.
pub(super) struct Plane {
    coordinates: Cartesian2d<Axis, Axis>,
}

impl Plane {
    /// Lays `across` from left to right and `along` from bottom to top of `rect`.
    pub(super) fn new(across: Axis, along: Axis, rect: Rect) -> Self {
        let (left, top) = grid_point((rect.left, rect.top));
        let (right, bottom) = grid_point((rect.right, rect.bottom));
        // plotters takes the bounds in the order in which the values grow: upwards is from bottom
        // to top.
        let upwards = bottom..top;
        Self { coordinates: Cartesian2d::new(across, along, (left..right, upwards)) }
    }

    /// Where a value lies in the picture.
    pub(super) fn at(&self, value: (f64, f64)) -> Place {
        let (x, y) = self.coordinates.translate(&value);
        (f64::from(x) / GRID, f64::from(y) / GRID)
    }
}
