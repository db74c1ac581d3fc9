//! Where power and heat go: a Sankey diagram, widths to scale.

use serde::Serialize;
use serde_json::Value;

use super::data::document;
use super::font::{LEADING, Weight, balance, shorten, width};
use super::frame::{self, Frame};
use super::scene::{Place, Rect, Scene, Text};
use super::theme::{
    BLUE, Color, GRAY, GREEN, LABEL, ORANGE, PURPLE, SMALL, STONE, Scale, VERMILION, number,
    power_unit,
};
use super::{Chart, ChartError, Measure, Picture, cell, empty, finite, table, unfit};

mod layout;

use layout::{Band, FlowLayout};

/// Carrier, which gives the color.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carrier {
    /// Sunlight.
    Sunlight,
    /// Electricity.
    Electricity,
    /// Heat.
    Heat,
    /// Light and heat of the surroundings.
    Environment,
    /// Radio or laser light sent away.
    Beam,
    /// Anything else.
    Other,
}

impl Carrier {
    /// Name for the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sunlight => "sunlight",
            Self::Electricity => "electricity",
            Self::Heat => "heat",
            Self::Environment => "environment",
            Self::Beam => "beam",
            Self::Other => "other",
        }
    }

    fn color(self) -> Color {
        match self {
            Self::Sunlight => ORANGE,
            Self::Electricity => BLUE,
            Self::Heat => VERMILION,
            Self::Environment => GREEN,
            Self::Beam => PURPLE,
            Self::Other => STONE,
        }
    }
}

/// A place where flows meet.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowNode {
    /// Name.
    pub name: String,
    /// Column from the left; `None` for the one that follows from the links.
    pub column: Option<usize>,
}

impl FlowNode {
    /// A node whose column follows from the links.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), column: None }
    }
}

/// A flow from one node to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlowLink {
    /// Index of the node that it leaves.
    pub from: usize,
    /// Index of the node that it enters.
    pub to: usize,
    /// Amount, not below zero.
    pub value: f64,
    /// Carrier of the flow.
    pub carrier: Carrier,
}

/// A Sankey diagram.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Title, subtitle, foot.
    pub picture: Picture,
    /// What flows, such as orbit-average power in kW.
    pub measure: Measure,
    /// The nodes; order decides what stands higher when nothing else does.
    pub nodes: Vec<FlowNode>,
    /// The links.
    pub links: Vec<FlowLink>,
}

/// Width of a node.
const BLOCK: f64 = 16.0;
/// Distance between a node and its label.
const GAP: f64 = 10.0;

impl Chart for Flow {
    fn picture(&self) -> &Picture {
        &self.picture
    }

    fn scene(&self) -> Result<Scene, ChartError> {
        self.check()?;
        let columns = layout::columns(self)?;
        let room = frame::open(&self.picture).body;
        let key = LABEL * LEADING + 18.0;
        let mut labels = self.set_labels(&columns, room.width(), false);
        if self.label_height(&columns, &labels) > 0.7 * (room.height() - key) {
            labels = self.set_labels(&columns, room.width(), true);
        }
        let least = key + self.label_height(&columns, &labels) / 0.8;
        let Frame { mut scene, body } = frame::open_for(&self.picture, least);
        let body = Rect { top: body.top + key, ..body };
        self.key(&mut scene, body);
        let heights: Vec<f64> = labels.iter().map(FlowLabel::height).collect();
        let last = columns.iter().copied().max().unwrap_or(0);
        let reserve = labels
            .iter()
            .zip(&columns)
            .filter(|(_, column)| **column == last)
            .map(|(label, _)| label.width() + GAP)
            .fold(0.0, f64::max);
        let room = Rect { right: body.right - reserve, ..body };
        let layout = FlowLayout::new(self, &columns, &heights, room);
        for band in &layout.bands {
            self.band(&mut scene, band);
        }
        for (index, label) in labels.iter().enumerate() {
            self.node(&mut scene, index, layout.nodes[index], label);
        }
        Ok(scene)
    }

    fn csv(&self) -> String {
        let heading =
            ["from".to_owned(), "to".to_owned(), self.measure.column(), "carrier".to_owned()];
        let name =
            |index: usize| self.nodes.get(index).map_or_else(String::new, |node| node.name.clone());
        let rows = self.links.iter().map(|link| {
            [name(link.from), name(link.to), cell(link.value), link.carrier.name().to_owned()]
        });
        table(&heading, rows)
    }

    fn json(&self) -> Value {
        let nodes = self.nodes.iter().enumerate().map(|(index, node)| {
            let (enters, leaves) = self.balance(index);
            NodeData { name: &node.name, enters, leaves, unit: &self.measure.unit }
        });
        let links = self.links.iter().map(|link| LinkData {
            from: link.from,
            to: link.to,
            value: link.value,
            carrier: link.carrier.name(),
        });
        let data = FlowData { nodes: nodes.collect(), links: links.collect() };
        document(&self.picture, "flow", &[self.measure.axis(Scale::Linear)], data)
    }
}

#[derive(Serialize)]
struct FlowData<'a> {
    nodes: Vec<NodeData<'a>>,
    links: Vec<LinkData>,
}

#[derive(Serialize)]
struct NodeData<'a> {
    name: &'a str,
    #[serde(rename = "in")]
    enters: f64,
    #[serde(rename = "out")]
    leaves: f64,
    unit: &'a str,
}

#[derive(Serialize)]
struct LinkData {
    from: usize,
    to: usize,
    value: f64,
    carrier: &'static str,
}

impl Flow {
    fn check(&self) -> Result<(), ChartError> {
        for link in &self.links {
            for index in [link.from, link.to] {
                if index >= self.nodes.len() {
                    return Err(ChartError::Link { chart: self.picture.name.to_owned(), index });
                }
            }
            let name = &self.nodes[link.from].name;
            if finite(&self.picture, name, link.value)? < 0.0 {
                return Err(unfit(&self.picture, name));
            }
        }
        if self.links.iter().all(|link| link.value <= 0.0) {
            Err(empty(&self.picture))
        } else {
            Ok(())
        }
    }

    /// Sum of what enters a node and of what leaves it.
    fn balance(&self, index: usize) -> (f64, f64) {
        let sum = |pick: fn(&FlowLink) -> usize| {
            self.links.iter().filter(|link| pick(link) == index).map(|link| link.value).sum::<f64>()
        };
        (sum(|link| link.to), sum(|link| link.from))
    }

    fn through(&self, index: usize) -> f64 {
        let (enters, leaves) = self.balance(index);
        enters.max(leaves)
    }

    /// Color of a node: that of the largest flow that leaves it, or else enters it.
    fn node_color(&self, index: usize) -> Color {
        let leaving = self.links.iter().filter(|link| link.from == index && link.value > 0.0);
        let entering = self.links.iter().filter(|link| link.to == index);
        let largest = |one: &&FlowLink, other: &&FlowLink| one.value.total_cmp(&other.value);
        leaving
            .max_by(largest)
            .or_else(|| entering.max_by(largest))
            .map_or(STONE, |link| link.carrier.color())
    }

    /// Amounts are written in one unit that fits the largest: W, kW, MW or GW where the measure is
    /// kW; amounts below a hundredth of it in their own.
    fn amount(&self, value: f64) -> String {
        let (factor, unit) = self.unit();
        if self.measure.unit == "kW" && value > 0.0 && value * factor < 0.1 {
            let (factor, unit) = power_unit(value);
            return format!("{} {unit}", number(value * factor));
        }
        format!("{} {unit}", number(value * factor))
    }

    fn unit(&self) -> (f64, &str) {
        let largest = (0..self.nodes.len()).map(|index| self.through(index)).fold(0.0, f64::max);
        match self.measure.unit.as_str() {
            "kW" => power_unit(largest),
            unit => (1.0, unit),
        }
    }

    /// What is measured, and the colors of the carriers.
    fn key(&self, scene: &mut Scene, body: Rect) {
        let base = body.top - 18.0 - 0.4 * LABEL;
        let heading =
            Text::new(Measure::new(&self.measure.name, self.unit().1).heading(), (body.left, base))
                .color(GRAY);
        let mut x = heading.bounds().right + 44.0;
        scene.text(heading);
        let carriers = [
            Carrier::Sunlight,
            Carrier::Electricity,
            Carrier::Heat,
            Carrier::Environment,
            Carrier::Beam,
            Carrier::Other,
        ];
        for carrier in carriers {
            if !self.links.iter().any(|link| link.carrier == carrier && link.value > 0.0) {
                continue;
            }
            scene.rect(Rect::new(x, base - 16.0, x + 18.0, base + 2.0), carrier.color());
            let text = Text::new(carrier.name(), (x + 27.0, base)).size(SMALL).color(GRAY);
            x = text.bounds().right + 30.0;
            scene.text(text);
        }
    }

    /// Height of the labels in the column that has most of them.
    fn label_height(&self, columns: &[usize], labels: &[FlowLabel]) -> f64 {
        let mut sums = vec![0.0; columns.iter().copied().max().unwrap_or(0) + 1];
        for (index, label) in
            labels.iter().enumerate().filter(|(index, _)| self.through(*index) > 0.0)
        {
            sums[columns[index]] += label.height() + layout::AIR;
        }
        sums.into_iter().fold(0.0, f64::max)
    }

    fn set_labels(&self, columns: &[usize], room: f64, compact: bool) -> Vec<FlowLabel> {
        let count = columns.iter().copied().max().unwrap_or(0) as f64 + 1.0;
        let most = (room / count - BLOCK - 2.0 * GAP - 14.0).clamp(90.0, 260.0);
        (0..self.nodes.len())
            .map(|index| {
                let amount = self.amount(self.through(index));
                let text = &self.nodes[index].name;
                let name = if compact {
                    let left = most - GAP - width(&amount, SMALL, Weight::SemiBold);
                    vec![shorten(text, SMALL, Weight::Regular, left.max(40.0))]
                } else {
                    balance(text, (SMALL, Weight::Regular), most, 3)
                };
                FlowLabel { name, amount, compact }
            })
            .collect()
    }

    fn band(&self, scene: &mut Scene, band: &Band) {
        let carrier = self.links[band.link].carrier;
        let half = 0.5 * band.thick.max(1.2);
        let mut outline: Vec<Place> = Vec::new();
        let center = curve(&band.points);
        outline.extend(center.iter().map(|&(x, y)| (x, y - half)));
        outline.extend(center.iter().rev().map(|&(x, y)| (x, y + half)));
        scene.area(outline, carrier.color(), 0.42);
    }

    fn node(&self, scene: &mut Scene, index: usize, block: Rect, label: &FlowLabel) {
        if self.through(index) <= 0.0 {
            return;
        }
        scene.rect(block, self.node_color(index));
        label.write(scene, (block.right + GAP, 0.5 * (block.top + block.bottom)));
    }
}

/// Name and amount beside a node; in crowded diagrams on one line.
struct FlowLabel {
    name: Vec<String>,
    amount: String,
    compact: bool,
}

impl FlowLabel {
    fn height(&self) -> f64 {
        let lines = if self.compact { 1.0 } else { self.name.len() as f64 + 1.0 };
        lines * SMALL * LEADING
    }

    fn width(&self) -> f64 {
        let names =
            self.name.iter().map(|line| width(line, SMALL, Weight::Regular)).fold(0.0, f64::max);
        let amount = width(&self.amount, SMALL, Weight::SemiBold);
        if self.compact { names + GAP + amount } else { names.max(amount) }
    }

    fn write(&self, scene: &mut Scene, (x, middle): Place) {
        let line = SMALL * LEADING;
        if self.compact {
            let mut x = x;
            for text in &self.name {
                let text = Text::new(text, (x, middle)).size(SMALL).upright().halo();
                x = text.bounds().right + GAP;
                scene.text(text);
            }
            scene.text(Text::new(&self.amount, (x, middle)).size(SMALL).bold().upright().halo());
            return;
        }
        let mut y = middle - 0.5 * self.name.len() as f64 * line;
        for text in &self.name {
            scene.text(Text::new(text, (x, y)).size(SMALL).upright().halo());
            y += line;
        }
        scene.text(Text::new(&self.amount, (x, y)).size(SMALL).bold().upright().halo());
    }
}

/// A smooth line through points that follow each other to the right, level at each point.
fn curve(points: &[Place]) -> Vec<Place> {
    const STEPS: u32 = 40;
    let mut line = Vec::new();
    for pair in points.windows(2) {
        let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
        let steps = if (y2 - y1).abs() < 0.01 { 1 } else { STEPS };
        for step in 0..steps {
            let share = f64::from(step) / f64::from(steps);
            let eased = share * share * (3.0 - 2.0 * share);
            line.push((x1 + share * (x2 - x1), y1 + eased * (y2 - y1)));
        }
    }
    line.extend(points.last());
    line
}
