//! Cost of orbit over cost of the ground against the price of launch.

use serde::Serialize;
use serde_json::Value;

use super::axis::Axis;
use super::data::document;
use super::font::{LEADING, Weight, wrap};
use super::frame::{self, Frame};
use super::labels::{Wish, along, around, leader, place};
use super::plot::{Headings, Plot};
use super::scene::{Place, Rect, Scene, Text};
use super::theme::{BLUE, GRAY, GREEN, INK, LABEL, SMALL, Scale, VERMILION, number};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table};

/// Radius of the mark of the scenario itself.
const OWN: f64 = 13.0;
/// Radius of the mark of a vehicle.
const OTHER: f64 = 8.0;
/// By how much it is less for each mark that it meets.
const LESS: f64 = 2.5;
/// The least radius.
const LEAST: f64 = 3.0;

/// One point of the curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CurvePoint {
    /// Launch price; above zero.
    pub price: f64,
    /// Cost ratio.
    pub ratio: f64,
    /// Low and high end of the uncertainty, if known.
    pub band: Option<(f64, f64)>,
}

/// A vehicle, or the scenario itself, on the curve.
#[derive(Debug, Clone, PartialEq)]
pub struct VehiclePrice {
    /// Name.
    pub name: String,
    /// Launch price.
    pub price: f64,
    /// Ratio at that price; read from the curve if `None`.
    pub ratio: Option<f64>,
    /// Whether it is the scenario's own point.
    pub own: bool,
}

/// Cost ratio against launch price.
#[derive(Debug, Clone, PartialEq)]
pub struct RatioCurve {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// The price, such as launch price in USD2026/kg.
    pub price: Measure,
    /// The ratio, such as cost in orbit over cost on the ground.
    pub ratio: Measure,
    /// The curve, prices rising.
    pub points: Vec<CurvePoint>,
    /// Vehicles.
    pub vehicles: Vec<VehiclePrice>,
    /// Price at which the ratio is 1, if there is one.
    pub parity: Option<f64>,
    /// Ratio with free launch: where the curve ends far to the left.
    pub free: Option<f64>,
}

impl Chart for RatioCurve {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        let curve = self.curve()?;
        let Frame { mut scene, body } = frame::open(&self.picture);
        let headings = Headings { across: Some(&self.price), along: &self.ratio, grid: true };
        let plot = Plot::new(&mut scene, body, self.axes(&curve), &headings, 20.0);
        self.ground(&mut scene, &plot);
        let line: Vec<Place> =
            curve.iter().map(|point| plot.at((point.price, point.ratio))).collect();
        scene.line(line.clone(), BLUE, 4.5);

        let mut busy = along(&line, 5.0);
        busy.extend(Self::parity_line(&mut scene, &plot, &curve));
        busy.extend(self.parity_mark(&mut scene, &plot, &busy));
        busy.extend(self.free_mark(&mut scene, &plot, &busy));
        self.vehicle_marks(&mut scene, &plot, &busy);
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading = [
            "name".to_owned(),
            self.price.column(),
            self.ratio.column(),
            format!("{} low", self.ratio.name),
            format!("{} high", self.ratio.name),
        ];
        let curve = self.points.iter().map(|point| {
            let (low, high) = (point.band.map(|band| band.0), point.band.map(|band| band.1));
            [String::new(), cell(point.price), cell(point.ratio), cell(low), cell(high)]
        });
        let vehicles = self.vehicles.iter().map(|vehicle| {
            let ratio = self.ratio_of(vehicle);
            [vehicle.name.clone(), cell(vehicle.price), cell(ratio), String::new(), String::new()]
        });
        table(&heading, curve.chain(vehicles))
    }

    fn json(&self) -> Value {
        let scale = self.curve().map_or(Scale::Log, |curve| self.axes(&curve).1.scale());
        let vehicles = self.vehicles.iter().map(|vehicle| VehicleData {
            name: &vehicle.name,
            price: vehicle.price,
            ratio: self.ratio_of(vehicle),
            own: vehicle.own,
        });
        let data = RatioData {
            series: [CurveData { name: &self.ratio.name, points: &self.points }],
            vehicles: vehicles.collect(),
            parity_price: self.parity,
            ratio_at_free_launch: self.free,
        };
        let axes = [self.price.axis(Scale::Log), self.ratio.axis(scale)];
        document(&self.picture, "ratio_curve", &axes, data)
    }
}

#[derive(Serialize)]
struct RatioData<'a> {
    series: [CurveData<'a>; 1],
    vehicles: Vec<VehicleData<'a>>,
    parity_price: Option<f64>,
    ratio_at_free_launch: Option<f64>,
}

#[derive(Serialize)]
struct CurveData<'a> {
    name: &'a str,
    points: &'a [CurvePoint],
}

#[derive(Serialize)]
struct VehicleData<'a> {
    name: &'a str,
    price: f64,
    ratio: Option<f64>,
    own: bool,
}

impl RatioCurve {
    /// The points that a logarithmic axis can show, in order.
    fn curve(&self) -> Result<Vec<CurvePoint>, ChartError> {
        let mut curve = Vec::with_capacity(self.points.len());
        for point in &self.points {
            finite(&self.picture, "price", point.price)?;
            finite(&self.picture, "ratio", point.ratio)?;
            if point.price > 0.0 {
                curve.push(*point);
            }
        }
        curve.sort_by(|one, other| one.price.total_cmp(&other.price));
        if curve.len() < 2 { Err(empty(&self.picture)) } else { Ok(curve) }
    }

    fn axes(&self, curve: &[CurvePoint]) -> (Axis, Axis) {
        let vehicles =
            self.vehicles.iter().filter(|vehicle| vehicle.price > 0.0 && vehicle.price.is_finite());
        let prices = curve
            .iter()
            .map(|point| point.price)
            .chain(vehicles.clone().map(|vehicle| vehicle.price));
        let (low_price, high_price) = reach(prices);
        let bands = curve.iter().filter_map(|point| point.band).flat_map(|band| [band.0, band.1]);
        let own = vehicles.filter_map(|vehicle| self.ratio_of(vehicle));
        let ratios = curve
            .iter()
            .map(|point| point.ratio)
            .chain(bands)
            .chain(own)
            .chain(self.free)
            .chain([1.0]);
        let (low, high) = reach(ratios.filter(|ratio| ratio.is_finite()));
        let along = if low > 0.0 && high > 8.0 * low {
            Axis::exact_log(low * 0.8, high * 1.25, 9)
        } else {
            Axis::linear(low.min(0.0), high * 1.06, 7)
        };
        (Axis::exact_log(low_price, high_price, 10), along)
    }

    /// The vehicle's own ratio, or the curve's at its price, between points on straight lines in
    /// log price.
    fn ratio_of(&self, vehicle: &VehiclePrice) -> Option<f64> {
        let read = || {
            let curve = self.curve().ok()?;
            let pair = curve
                .windows(2)
                .find(|pair| (pair[0].price..=pair[1].price).contains(&vehicle.price))?;
            let span = libm::log(pair[1].price / pair[0].price);
            let share =
                if span > 0.0 { libm::log(vehicle.price / pair[0].price) / span } else { 0.0 };
            Some(pair[0].ratio + share * (pair[1].ratio - pair[0].ratio))
        };
        vehicle.ratio.or_else(read).filter(|ratio| ratio.is_finite())
    }

    /// The side on which orbit is cheaper, and the uncertainty.
    fn ground(&self, scene: &mut Scene, plot: &Plot) {
        let one = plot.at((f64::NAN, 1.0)).1;
        if one < plot.rect.bottom - 1.0 {
            scene.area(Rect { top: one, ..plot.rect }.corners(), GREEN, 0.09);
        }
        let band: Vec<(f64, (f64, f64))> = self
            .points
            .iter()
            .filter(|point| point.price > 0.0)
            .filter_map(|point| Some((point.price, point.band?)))
            .collect();
        let lower = band.iter().map(|&(price, (low, _))| plot.at((price, low)));
        let upper = band.iter().rev().map(|&(price, (_, high))| plot.at((price, high)));
        scene.area(lower.chain(upper).collect(), BLUE, 0.16);
    }

    /// The line at ratio 1 with its name; gives the boxes that other labels must avoid.
    fn parity_line(scene: &mut Scene, plot: &Plot, curve: &[CurvePoint]) -> Vec<Rect> {
        let one = plot.at((f64::NAN, 1.0)).1;
        let ends = vec![(plot.rect.left, one), (plot.rect.right, one)];
        scene.line(ends.clone(), INK, 2.5);
        let mut busy = along(&ends, 4.0);
        // The words stand at the end where the curve is farther from 1.
        let off = |point: Option<&CurvePoint>| {
            point.map_or(0.0, |point| (plot.at((point.price, point.ratio)).1 - one).abs())
        };
        let leftward = off(curve.first()) > off(curve.last());
        let mut note = |text: &str, below: bool| {
            let base = if below { one + 10.0 + 0.8 * SMALL } else { one - 10.0 };
            let text = if leftward {
                Text::new(text, (plot.rect.left + 14.0, base))
            } else {
                Text::new(text, (plot.rect.right - 14.0, base)).end()
            };
            let text = text.size(SMALL).color(GRAY).halo();
            busy.push(text.bounds().grown(3.0));
            scene.text(text);
        };
        note("orbit costs more than the ground ↑", false);
        if one + 2.0 * SMALL < plot.rect.bottom {
            note("orbit costs less ↓", true);
        }
        busy
    }

    /// Where the curve crosses 1, or the words that it never does.
    fn parity_mark(&self, scene: &mut Scene, plot: &Plot, busy: &[Rect]) -> Vec<Rect> {
        let Some(price) = self.parity.filter(|price| price.is_finite() && *price > 0.0) else {
            return self.never(scene, plot);
        };
        let at = plot.at((price, 1.0));
        let drop = [at, (at.0, plot.rect.bottom)];
        scene.dashed(drop.to_vec(), INK, 2.0);
        scene.marker(at, 7.0, INK);
        let text = format!("parity at {} {}", number(price), self.price.unit);
        let size = (Text::new(&text, at).bold().width(), LABEL * LEADING);
        let mut taken = busy.to_vec();
        taken.extend(along(&drop, 4.0));
        let label = place(&[Wish { at, size }], &taken, plot.rect.grown(-6.0));
        let mut marks = along(&drop, 4.0);
        marks.extend(label.into_iter().map(|label| write(scene, &text, label, (at, LABEL, true))));
        marks
    }

    fn never(&self, scene: &mut Scene, plot: &Plot) -> Vec<Rect> {
        let reached = self.points.iter().filter(|point| point.price > 0.0);
        let (mut below, mut above) = (false, false);
        for point in reached {
            below |= point.ratio <= 1.0;
            above |= point.ratio >= 1.0;
        }
        let free = self.free.map_or_else(String::new, |free| {
            format!(
                ": with free launch, this design still costs {} times as much as the ground",
                number(free)
            )
        });
        let text = match (below, above) {
            (false, _) => format!("No launch price reaches ratio 1{free}"),
            (true, false) => "Orbit costs less at every price shown".to_owned(),
            (true, true) => return Vec::new(),
        };
        let room = plot.rect.width() * 0.55;
        let mut busy = Vec::new();
        for (row, line) in wrap(&text, (LABEL, Weight::SemiBold), room, 3).into_iter().enumerate() {
            let base = plot.rect.top + 34.0 + row as f64 * LABEL * LEADING;
            let text = Text::new(line, (plot.rect.left + 14.0, base))
                .bold()
                .color(if below { GREEN } else { VERMILION })
                .halo();
            busy.push(text.bounds().grown(4.0));
            scene.text(text);
        }
        busy
    }

    /// The level that the curve approaches with free launch: a mark on the left side.
    fn free_mark(&self, scene: &mut Scene, plot: &Plot, busy: &[Rect]) -> Vec<Rect> {
        let Some(free) = self.free.filter(|free| free.is_finite()) else { return Vec::new() };
        let at = plot.at((0.0, free));
        scene.area(
            vec![(at.0, at.1), (at.0 + 15.0, at.1 - 9.0), (at.0 + 15.0, at.1 + 9.0)],
            INK,
            1.0,
        );
        let text = format!("free launch: {}", number(free));
        let size = (Text::new(&text, at).size(SMALL).width(), SMALL * LEADING);
        let from = (at.0 + 8.0, at.1);
        let label = place(&[Wish { at: from, size }], busy, plot.rect.grown(-6.0));
        let mut marks = vec![around(at, 16.0)];
        marks.extend(
            label.into_iter().map(|label| write(scene, &text, label, (from, SMALL, false))),
        );
        marks
    }

    fn vehicle_marks(&self, scene: &mut Scene, plot: &Plot, busy: &[Rect]) {
        let mut vehicles: Vec<(&VehiclePrice, f64)> = self
            .vehicles
            .iter()
            .filter(|vehicle| vehicle.price > 0.0)
            .filter_map(|vehicle| Some((vehicle, self.ratio_of(vehicle)?)))
            .collect();
        // The scenario's own point chooses its place first.
        vehicles.sort_by_key(|(vehicle, _)| !vehicle.own);
        let marks: Vec<CurveMark> = vehicles
            .iter()
            .map(|(vehicle, ratio)| {
                let at = plot.at((vehicle.price, *ratio));
                let text = if vehicle.own {
                    format!("{}: {}", vehicle.name, number(*ratio))
                } else {
                    vehicle.name.clone()
                };
                let size = if vehicle.own { LABEL } else { SMALL };
                let text =
                    super::font::shorten(&text, size, Weight::SemiBold, 0.4 * plot.rect.width());
                CurveMark { at, text, own: vehicle.own, size }
            })
            .collect();
        let wishes: Vec<Wish> = marks
            .iter()
            .map(|mark| {
                let text = Text::new(&mark.text, mark.at).size(mark.size);
                let text = if mark.own { text.bold() } else { text };
                Wish { at: mark.at, size: (text.width(), mark.size * LEADING) }
            })
            .collect();
        let mut obstacles = busy.to_vec();
        obstacles.extend(marks.iter().map(|mark| around(mark.at, 11.0)));
        let labels = place(&wishes, &obstacles, plot.rect.grown(-6.0));
        for (mark, label) in marks.iter().zip(&labels) {
            write(scene, &mark.text, *label, (mark.at, mark.size, mark.own));
        }
        // Its own point, the largest, lies below the others; of others that meet the later is less.
        for (index, mark) in marks.iter().enumerate() {
            let color = if mark.own { VERMILION } else { BLUE };
            scene.marker(mark.at, radius(&marks, index), color);
        }
    }
}

struct CurveMark {
    at: Place,
    text: String,
    own: bool,
    size: f64,
}

impl CurveMark {
    /// Whether a mark that is as large would hardly be seen above or below this one.
    fn hides(&self, other: &Self) -> bool {
        libm::hypot(self.at.0 - other.at.0, self.at.1 - other.at.1) < OTHER
    }
}

/// Radius of a mark above those before it, each of which it leaves to be seen.
fn radius(marks: &[CurveMark], index: usize) -> f64 {
    let mark = &marks[index];
    let met = marks[..index].iter().filter(|below| !below.own && below.hides(mark)).count();
    let radius = if mark.own { OWN } else { OTHER };
    (radius - LESS * met as f64).max(LEAST)
}

/// Writes a placed label, with a leader line if it stands far from its point.
fn write(scene: &mut Scene, text: &str, label: Rect, (at, size, bold): (Place, f64, bool)) -> Rect {
    let line = leader(at, label);
    if !line.is_empty() {
        scene.line(line, GRAY, 1.5);
    }
    let text =
        Text::new(text, (label.left, 0.5 * (label.top + label.bottom))).size(size).upright().halo();
    let text = if bold { text.bold() } else { text };
    scene.text(text);
    label.grown(3.0)
}

fn reach(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_above_another_leaves_its_rim_to_be_seen() {
        let mark =
            |x: f64, own: bool| CurveMark { at: (x, 0.0), text: String::new(), own, size: LABEL };
        let marks = [mark(0.0, true), mark(1.0, false), mark(2.0, false), mark(40.0, false)];
        let radii: Vec<f64> = (0..marks.len()).map(|index| radius(&marks, index)).collect();
        assert!(radii[0] > radii[1] + 2.0 && radii[1] > radii[2] + 2.0, "{radii:?}");
        assert!((radii[3] - OTHER).abs() < 1e-12, "{radii:?}");
    }
}
