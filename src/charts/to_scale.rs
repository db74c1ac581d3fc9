//! Arrays and radiators drawn to scale beside things that everyone knows.

use serde::Serialize;
use serde_json::Value;

use super::data::{AxisData, document};
use super::font::{LEADING, Weight, width, wrap};
use super::frame::{self, Frame};
use super::scene::{Place, Rect, Scene, Text};
use super::theme::{
    BLUE, Color, FAINT, GRAY, GREEN, INK, LABEL, PALE, SMALL, STONE, Scale, VERMILION, area, number,
};
use super::{Chart, ChartError, Picture, cell, empty, finite, table, unfit};

/// Kind of a plate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlateKind {
    /// Solar array.
    Array,
    /// Radiator.
    Radiator,
    /// Anything else.
    Other,
}

impl PlateKind {
    fn name(self) -> &'static str {
        match self {
            Self::Array => "array",
            Self::Radiator => "radiator",
            Self::Other => "other",
        }
    }

    fn color(self) -> Color {
        match self {
            Self::Array => BLUE,
            Self::Radiator => VERMILION,
            Self::Other => STONE,
        }
    }
}

/// A rectangle of the design, in meters.
#[derive(Debug, Clone, PartialEq)]
pub struct Plate {
    /// Name.
    pub name: String,
    /// What it is.
    pub kind: PlateKind,
    /// Width in meters.
    pub width: f64,
    /// Height in meters.
    pub height: f64,
    /// Area in square meters; may be less than width times height where the outline has gaps.
    pub area: f64,
}

/// A plan, seen from straight above, with a scale bar.
#[derive(Debug, Clone, PartialEq)]
pub struct ToScale {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// The design's rectangles, the most important first.
    pub plates: Vec<Plate>,
}

/// Something known, to compare with.
#[derive(Serialize)]
struct Known {
    name: &'static str,
    width: f64,
    height: f64,
    #[serde(skip)]
    note: &'static str,
    #[serde(skip)]
    size: &'static str,
    #[serde(skip)]
    color: Color,
}

impl Known {
    const fn new(
        name: &'static str,
        (width, height): (f64, f64),
        (note, size): (&'static str, &'static str),
    ) -> Self {
        Self { name, width, height, note, size, color: GREEN }
    }

    const fn gray(self) -> Self {
        Self { color: STONE, ..self }
    }
}

const STATION: &str = "International Space Station";

/// From small to large, rounded. The sizes are general knowledge and carry no source; they only
/// give an idea of scale.
const KNOWN: [Known; 6] = [
    Known::new("Person", (1.75, 0.5), ("lying down", "1.75 m")).gray(),
    Known::new("Tennis court", (23.77, 10.97), ("261 m²", "23.8 m × 11 m")),
    Known::new("Football field", (105.0, 68.0), ("7\u{2009}140 m²", "105 m × 68 m")),
    Known::new(STATION, (109.0, 73.0), ("outline simplified", "109 m × 73 m")).gray(),
    Known::new("Central Park", (4000.0, 800.0), ("about 3.4 km²", "4 km × 0.8 km")),
    Known::new("Manhattan", (21_600.0, 3_700.0), ("59 km², widest outline", "21.6 km × 3.7 km"))
        .gray(),
];

/// Things to compare with are drawn down to this many pixels.
const LEAST: f64 = 9.0;
/// Distance between things.
const GAP: f64 = 44.0;
/// Distance between things above each other.
const BETWEEN: f64 = 26.0;

impl Chart for ToScale {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        if self.plates.is_empty() {
            return Err(empty(&self.picture));
        }
        for plate in &self.plates {
            for size in [plate.width, plate.height, plate.area] {
                if finite(&self.picture, &plate.name, size)? < 0.0 || size > 1e12 {
                    return Err(unfit(&self.picture, &plate.name));
                }
            }
        }
        let Frame { mut scene, body } = frame::open(&self.picture);
        let things = self.things();
        let floor = Rect { bottom: body.bottom - 74.0, ..body };
        let (scale, shelves) = fit(&things, floor);
        draw_things(&mut scene, &things, &shelves, (scale, floor));
        scale_bar(&mut scene, scale, body);
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = ["name", "kind", "width [m]", "height [m]", "area [m2]"].map(str::to_owned);
        let plates = self.plates.iter().map(|plate| {
            [
                plate.name.clone(),
                plate.kind.name().to_owned(),
                cell(plate.width),
                cell(plate.height),
                cell(plate.area),
            ]
        });
        let known = self.compared().into_iter().map(|known| {
            [
                known.name.to_owned(),
                "comparison".to_owned(),
                cell(known.width),
                cell(known.height),
                cell(known.width * known.height),
            ]
        });
        table(&heading, plates.chain(known))
    }

    fn json(&self) -> Value {
        let plates = self.plates.iter().map(|plate| PlateData {
            name: &plate.name,
            kind: plate.kind.name(),
            width: plate.width,
            height: plate.height,
            area: plate.area,
        });
        let axes = [("length", "m"), ("area", "m2")];
        let axes = axes.map(|(name, unit)| AxisData::new(name, unit, Scale::Linear));
        let data = ScaleData { series: plates.collect(), comparison: self.compared() };
        document(&self.picture, "to_scale", &axes, data)
    }
}

#[derive(Serialize)]
struct ScaleData<'a> {
    series: Vec<PlateData<'a>>,
    comparison: Vec<&'static Known>,
}

#[derive(Serialize)]
struct PlateData<'a> {
    name: &'a str,
    kind: &'static str,
    width: f64,
    height: f64,
    area: f64,
}

/// Anything drawn: its size in meters, its label, its look.
struct Thing {
    width: f64,
    height: f64,
    lines: Vec<(String, bool)>,
    look: Look,
}

enum Look {
    Plate(PlateKind),
    Known(&'static Known),
}

impl Thing {
    /// Size in the picture: drawing, and label below it.
    fn size(&self, scale: f64) -> (f64, f64) {
        let label = self
            .lines
            .iter()
            .map(|(line, bold)| {
                width(line, SMALL, if *bold { Weight::SemiBold } else { Weight::Regular })
            })
            .fold(0.0, f64::max);
        ((self.width * scale).max(label), self.height * scale + self.label_height())
    }

    fn label_height(&self) -> f64 {
        self.lines.len() as f64 * SMALL * LEADING + 14.0
    }

    /// Writes the label below the drawing.
    fn write(&self, scene: &mut Scene, (left, ground): Place) {
        for (row, (line, bold)) in self.lines.iter().enumerate() {
            let base = ground + 10.0 + 0.8 * SMALL + row as f64 * SMALL * LEADING;
            let text = Text::new(line, (left, base)).size(SMALL);
            scene.text(if *bold { text.bold() } else { text.color(GRAY) });
        }
    }
}

impl ToScale {
    fn longest(&self) -> f64 {
        self.plates.iter().map(|plate| plate.width.max(plate.height)).fold(1e-3, f64::max)
    }

    /// What the plates are compared with: the largest thing that is not far larger than they, and
    /// the ones below.
    fn compared(&self) -> Vec<&'static Known> {
        let longest = self.longest();
        let mut chosen: Vec<&'static Known> = KNOWN
            .iter()
            .filter(|known| {
                let size = known.width.max(known.height);
                let human = known.name == "Person" && longest > 12.0;
                size <= 6.0 * longest && size >= longest / 60.0 && !human
            })
            .collect();
        if chosen.is_empty() {
            chosen.extend(KNOWN.iter().min_by(|one, other| {
                let far = |known: &Known| libm::log(known.width.max(known.height) / longest).abs();
                far(one).total_cmp(&far(other))
            }));
        }
        let larger = chosen.iter().filter(|known| known.width > longest).count();
        if larger >= 2 {
            chosen.retain(|known| known.width > longest);
        }
        let skip = chosen.len().saturating_sub(3);
        chosen.split_off(skip)
    }

    fn things(&self) -> Vec<Thing> {
        let plates = self.plates.iter().map(|plate| {
            let name = wrap(&plate.name, (SMALL, Weight::SemiBold), 420.0, 2);
            let size = sides(plate.width, plate.height);
            let mut lines: Vec<(String, bool)> =
                name.into_iter().map(|line| (line, true)).collect();
            lines.push((area(plate.area), false));
            lines.push((size, false));
            Thing { width: plate.width, height: plate.height, lines, look: Look::Plate(plate.kind) }
        });
        let known = self.compared().into_iter().map(|known| {
            let notes = [known.note, known.size].map(|line| (line.to_owned(), false));
            let lines = [(known.name.to_owned(), true)].into_iter().chain(notes).collect();
            Thing { width: known.width, height: known.height, lines, look: Look::Known(known) }
        });
        let mut plates: Vec<Thing> = plates.collect();
        let mut known: Vec<Thing> = known.collect();
        // Tall things first: they make the shelves on which the others stack up.
        for group in [&mut plates, &mut known] {
            group.sort_by(|one, other| other.height.total_cmp(&one.height));
        }
        plates.extend(known);
        plates
    }
}

/// Things that stand side by side, some of them in stacks.
#[derive(Default)]
struct Shelf {
    stacks: Vec<Stack>,
    height: f64,
    width: f64,
}

/// Things above each other.
struct Stack {
    things: Vec<usize>,
    width: f64,
    height: f64,
}

/// Fills shelves from left to right; what fits above the last thing of a shelf is put there.
fn shelves(things: &[Thing], scale: f64, room: f64) -> Vec<Shelf> {
    let mut shelves: Vec<Shelf> = Vec::new();
    for (index, thing) in things.iter().enumerate() {
        let (width, height) = thing.size(scale);
        if let Some(shelf) = shelves.last_mut() {
            let tallest = shelf.height;
            if let Some(stack) =
                shelf.stacks.last_mut().filter(|stack| stack.height + BETWEEN + height <= tallest)
                && shelf.width + (width - stack.width).max(0.0) <= room
            {
                shelf.width += (width - stack.width).max(0.0);
                stack.width = stack.width.max(width);
                stack.height += BETWEEN + height;
                stack.things.push(index);
                continue;
            }
            if shelf.width + GAP + width <= room {
                shelf.stacks.push(Stack { things: vec![index], width, height });
                shelf.width += GAP + width;
                shelf.height = shelf.height.max(height);
                continue;
            }
        }
        shelves.push(Shelf {
            stacks: vec![Stack { things: vec![index], width, height }],
            height,
            width,
        });
    }
    shelves
}

/// The largest scale, in pixels per meter, at which everything stands on shelves inside the box.
fn fit(things: &[Thing], room: Rect) -> (f64, Vec<Shelf>) {
    let fits = |scale: f64| {
        let shelves = shelves(things, scale, room.width());
        let height: f64 = shelves.iter().map(|shelf| shelf.height).sum::<f64>()
            + BETWEEN * (shelves.len() as f64 - 1.0);
        height <= room.height() && shelves.iter().all(|shelf| shelf.width <= room.width())
    };
    let longest = things.iter().map(|thing| thing.width.max(thing.height)).fold(1e-3, f64::max);
    let most = 2.0 * room.width() / longest;
    // Whether things fit can change more than once as they grow: look from the largest scale down.
    let steps = 400;
    let scale =
        (0..steps).map(|step| most * libm::pow(0.98, f64::from(step))).find(|&scale| fits(scale));
    let scale = scale.unwrap_or(0.01 * most);
    (scale, shelves(things, scale, room.width()))
}

fn draw_things(
    scene: &mut Scene,
    things: &[Thing],
    shelves: &[Shelf],
    (scale, floor): (f64, Rect),
) {
    let used: f64 = shelves.iter().map(|shelf| shelf.height).sum();
    let spare = (floor.height() - used) / (shelves.len() as f64 + 1.0);
    let mut bottom = floor.top + 0.7 * spare;
    for shelf in shelves {
        bottom += shelf.height;
        let extra =
            ((floor.width() - shelf.width) / shelf.stacks.len().max(1) as f64).clamp(0.0, 90.0);
        let mut left = floor.left;
        for stack in &shelf.stacks {
            // A stack grows upwards from the shelf; its last thing stands lowest.
            let mut foot = bottom;
            for &index in stack.things.iter().rev() {
                let thing = &things[index];
                let label = thing.label_height();
                let ground = foot - label;
                let top = ground - thing.height * scale;
                look(scene, thing, Rect::new(left, top, left + thing.width * scale, ground), scale);
                thing.write(scene, (left, ground));
                foot = top - BETWEEN;
            }
            left += stack.width + GAP + extra;
        }
        bottom += spare.clamp(BETWEEN, 60.0);
    }
}

fn look(scene: &mut Scene, thing: &Thing, outline: Rect, scale: f64) {
    match thing.look {
        Look::Plate(kind) => {
            let least = Rect {
                right: outline.right.max(outline.left + 1.5),
                top: outline.top.min(outline.bottom - 1.5),
                ..outline
            };
            scene.rect(least, kind.color());
            if kind == PlateKind::Array {
                cells(scene, least);
            }
        }
        Look::Known(known) if known.name == STATION && outline.width() > 40.0 => {
            station(scene, outline, scale);
        }
        Look::Known(known) => {
            scene.rect(outline, known.color.tint(0.25));
            if outline.width() > LEAST {
                scene.frame(outline, known.color, 2.0);
            }
        }
    }
}

/// Faint lines that read as a solar array.
fn cells(scene: &mut Scene, outline: Rect) {
    let pale = BLUE.tint(0.7);
    for (count, across) in [(8, true), (4, false)] {
        let size = if across { outline.width() } else { outline.height() };
        if size < 12.0 * f64::from(count) {
            continue;
        }
        for index in 1..count {
            let share = f64::from(index) / f64::from(count);
            let (x, y) =
                (outline.left + share * outline.width(), outline.top + share * outline.height());
            let line = if across {
                [(x, outline.top), (x, outline.bottom)]
            } else {
                [(outline.left, y), (outline.right, y)]
            };
            scene.line(line.to_vec(), pale, 1.0);
        }
    }
}

/// The station's truss, eight array wings, radiators and modules, inside its overall length and
/// span.
fn station(scene: &mut Scene, outline: Rect, scale: f64) {
    let middle: Place =
        (0.5 * (outline.left + outline.right), 0.5 * (outline.top + outline.bottom));
    let mut piece = |x: f64, y: f64, wide: f64, high: f64, color: Color| {
        let (left, top) =
            (middle.0 + (x - 0.5 * wide) * scale, middle.1 + (y - 0.5 * high) * scale);
        scene.rect(Rect::new(left, top, left + wide * scale, top + high * scale), color);
    };
    for x in [-48.5, -36.0, 36.0, 48.5] {
        for y in [-19.5, 19.5] {
            piece(x, y, 11.6, 34.0, BLUE.tint(0.55));
        }
    }
    for x in [-17.0, 17.0] {
        piece(x, 12.0, 10.0, 22.0, STONE.tint(0.45));
    }
    piece(0.0, 0.0, 109.0, 4.0, STONE);
    piece(0.0, -4.0, 4.4, 60.0, STONE);
    piece(0.0, -14.0, 24.0, 4.4, STONE);
}

fn scale_bar(scene: &mut Scene, scale: f64, body: Rect) {
    let target = 0.16 * body.width() / scale;
    let decade = libm::pow(10.0, libm::log10(target).floor());
    let digit = [5.0, 2.0, 1.0].into_iter().find(|digit| digit * decade <= target).unwrap_or(1.0);
    let meters = digit * decade;
    let (left, y) = (body.left, body.bottom - 22.0);
    let right = left + meters * scale;
    scene.line(vec![(body.left, body.bottom - 58.0), (body.right, body.bottom - 58.0)], FAINT, 1.5);
    for (share, color) in [(0.0, INK), (0.5, PALE)] {
        let from = left + share * (right - left);
        scene.rect(Rect::new(from, y - 5.0, from + 0.5 * (right - left), y + 5.0), color);
    }
    scene.text(Text::new(length(meters), (right + 16.0, y)).size(LABEL).bold().upright());
    scene.text(
        Text::new("all outlines at one scale, seen from above", (body.right, y))
            .size(SMALL)
            .color(GRAY)
            .end()
            .upright(),
    );
}

/// A length in the unit that fits it.
fn length(meters: f64) -> String {
    match meters {
        size if size >= 999.5 => format!("{} km", number(size / 1e3)),
        size if size < 0.9995 => format!("{} cm", number(size * 1e2)),
        size => format!("{} m", number(size)),
    }
}

/// Width and height in the unit that fits the larger.
fn sides(width: f64, height: f64) -> String {
    if width.max(height) >= 999.5 {
        format!("{} km × {} km", number(width / 1e3), number(height / 1e3))
    } else {
        format!("{} m × {} m", number(width), number(height))
    }
}
