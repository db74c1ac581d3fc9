//! Places the nodes of a Sankey diagram in columns and its links between them.

use super::super::ChartError;
use super::super::labels::spread;
use super::super::scene::{Place, Rect};
use super::{BLOCK, Flow};

/// Least distance between two nodes of one column.
pub(super) const AIR: f64 = 14.0;

/// A link's middle line and thickness.
pub(super) struct Band {
    pub(super) link: usize,
    pub(super) thick: f64,
    pub(super) points: Vec<Place>,
}

/// Boxes of the nodes and lines of the links.
pub(super) struct FlowLayout {
    pub(super) nodes: Vec<Rect>,
    pub(super) bands: Vec<Band>,
}

/// Column of each node: as given, or one right of the nodes that feed it; a source stands just left
/// of what it feeds.
pub(super) fn columns(flow: &Flow) -> Result<Vec<usize>, ChartError> {
    let mut columns: Vec<usize> = flow.nodes.iter().map(|node| node.column.unwrap_or(0)).collect();
    let links: Vec<(usize, usize)> = flow
        .links
        .iter()
        .filter(|link| link.value > 0.0)
        .map(|link| (link.from, link.to))
        .collect();
    for round in 0..=flow.nodes.len() {
        let mut moved = None;
        for &(from, to) in &links {
            if columns[to] <= columns[from] {
                columns[to] = columns[from] + 1;
                moved = Some(to);
            }
        }
        match moved {
            None => break,
            Some(node) if round == flow.nodes.len() => {
                return Err(ChartError::Circle {
                    chart: flow.picture.name.to_owned(),
                    node: flow.nodes[node].name.clone(),
                });
            }
            Some(_) => {}
        }
    }
    for index in 0..flow.nodes.len() {
        let fed = links.iter().any(|&(_, to)| to == index);
        let nearest = links.iter().filter(|link| link.0 == index).map(|link| columns[link.1]).min();
        if let (false, None, Some(nearest)) = (fed, flow.nodes[index].column, nearest) {
            columns[index] = nearest.saturating_sub(1);
        }
    }
    Ok(columns)
}

/// A node, or the place where a link passes a column on its way.
struct Stop {
    column: usize,
    value: f64,
    label: f64,
    middle: f64,
}

/// A link between stops of neighboring columns.
struct Hop {
    link: usize,
    from: usize,
    to: usize,
    value: f64,
}

struct Net {
    stops: Vec<Stop>,
    hops: Vec<Hop>,
    scale: f64,
    room: Rect,
}

impl FlowLayout {
    /// Lays the diagram into `room`; `labels` holds the height of each node's label.
    pub(super) fn new(flow: &Flow, columns: &[usize], labels: &[f64], room: Rect) -> Self {
        let mut net = Net::new(flow, columns, labels, room);
        net.order();
        net.relax();
        net.finish(flow.nodes.len(), flow.links.len())
    }
}

impl Net {
    fn new(flow: &Flow, columns: &[usize], labels: &[f64], room: Rect) -> Self {
        let mut stops: Vec<Stop> = (0..flow.nodes.len())
            .map(|index| Stop {
                column: columns[index],
                value: flow.through(index),
                label: if flow.through(index) > 0.0 { labels[index] } else { 0.0 },
                middle: 0.0,
            })
            .collect();
        let mut hops = Vec::new();
        for (index, link) in flow.links.iter().enumerate().filter(|(_, link)| link.value > 0.0) {
            let mut from = link.from;
            for column in columns[link.from] + 1..columns[link.to] {
                stops.push(Stop { column, value: link.value, label: 0.0, middle: 0.0 });
                hops.push(Hop { link: index, from, to: stops.len() - 1, value: link.value });
                from = stops.len() - 1;
            }
            hops.push(Hop { link: index, from, to: link.to, value: link.value });
        }
        let mut net = Self { stops, hops, scale: 1.0, room };
        net.scale = net.fitting_scale();
        net
    }

    fn last_column(&self) -> usize {
        self.stops.iter().map(|stop| stop.column).max().unwrap_or(0)
    }

    fn members(&self, column: usize) -> Vec<usize> {
        (0..self.stops.len()).filter(|&index| self.stops[index].column == column).collect()
    }

    /// Height that a stop takes in its column: its thickness or its label, and some air.
    fn slot(stop: &Stop, scale: f64) -> f64 {
        if stop.value <= 0.0 {
            return 0.0;
        }
        (stop.value * scale).max(stop.label) + AIR
    }

    /// The largest scale at which every column fits.
    fn fitting_scale(&self) -> f64 {
        let largest = self.stops.iter().map(|stop| stop.value).fold(f64::MIN_POSITIVE, f64::max);
        let most = self.room.height() / largest;
        let fits = |scale: f64| {
            (0..=self.last_column()).all(|column| {
                let total: f64 = self
                    .members(column)
                    .iter()
                    .map(|&index| Self::slot(&self.stops[index], scale))
                    .sum();
                total <= self.room.height()
            })
        };
        let (mut low, mut high) = (0.0, most);
        for _ in 0..50 {
            let middle = 0.5 * (low + high);
            if fits(middle) { low = middle } else { high = middle }
        }
        if low > 0.0 { low } else { 0.02 * most }
    }

    /// Mean height of the neighbors of a stop on one side, weighted by flow.
    fn pull(&self, index: usize, leftward: bool) -> Option<f64> {
        let (mut sum, mut weight) = (0.0, 0.0);
        for hop in &self.hops {
            let (own, other) = if leftward { (hop.to, hop.from) } else { (hop.from, hop.to) };
            if own == index {
                sum += hop.value * self.stops[other].middle;
                weight += hop.value;
            }
        }
        (weight > 0.0).then(|| sum / weight)
    }

    /// Spreads a column's stops around the heights they wish.
    fn settle(&mut self, column: usize, wish: impl Fn(&Self, usize) -> f64) {
        let members = self.members(column);
        let wishes: Vec<(f64, f64)> = members
            .iter()
            .map(|&index| (wish(self, index), Self::slot(&self.stops[index], self.scale)))
            .collect();
        for (&index, middle) in members.iter().zip(spread(&wishes, self.room.top, self.room.bottom))
        {
            self.stops[index].middle = middle;
        }
    }

    /// First heights: as the nodes are given, then in turns where the neighbors pull.
    fn order(&mut self) {
        let center = 0.5 * (self.room.top + self.room.bottom);
        for column in 0..=self.last_column() {
            self.settle(column, |net, index| {
                let rank =
                    net.members(column).iter().position(|&member| member == index).unwrap_or(0);
                net.pull(index, true).unwrap_or(center) + 1e-3 * rank as f64
            });
        }
    }

    fn relax(&mut self) {
        for round in 0..24 {
            let columns = 0..=self.last_column();
            let leftward = round % 2 == 1;
            let order: Vec<usize> =
                if leftward { columns.collect() } else { columns.rev().collect() };
            for column in order {
                self.settle(column, |net, index| {
                    let own = net.stops[index].middle;
                    let sides = (net.pull(index, true), net.pull(index, false));
                    match sides {
                        (Some(left), Some(right)) => 0.5 * (left + right),
                        (Some(only), None) | (None, Some(only)) => only,
                        (None, None) => own,
                    }
                });
            }
        }
    }

    fn across(&self, column: usize) -> f64 {
        let last = self.last_column().max(1) as f64;
        (self.room.left + (self.room.width() - BLOCK) * column as f64 / last).round()
    }

    /// Where each hop leaves and enters, stacked in the order of the other ends.
    fn ends(&self, leaving: bool) -> Vec<f64> {
        let mut ends = vec![0.0; self.hops.len()];
        for (index, stop) in self.stops.iter().enumerate() {
            let mut own: Vec<usize> = (0..self.hops.len())
                .filter(|&hop| {
                    index == if leaving { self.hops[hop].from } else { self.hops[hop].to }
                })
                .collect();
            let other = |hop: usize| if leaving { self.hops[hop].to } else { self.hops[hop].from };
            own.sort_by(|&one, &two| {
                self.stops[other(one)].middle.total_cmp(&self.stops[other(two)].middle)
            });
            let total: f64 = own.iter().map(|&hop| self.hops[hop].value * self.scale).sum();
            let mut top = stop.middle - 0.5 * total;
            for hop in own {
                let thick = self.hops[hop].value * self.scale;
                ends[hop] = top + 0.5 * thick;
                top += thick;
            }
        }
        ends
    }

    fn finish(&self, nodes: usize, links: usize) -> FlowLayout {
        let boxes = self.stops[..nodes]
            .iter()
            .map(|stop| {
                let half = 0.5 * (stop.value * self.scale).max(2.0);
                let left = self.across(stop.column);
                Rect::new(left, stop.middle - half, left + BLOCK, stop.middle + half)
            })
            .collect();
        let (leave, enter) = (self.ends(true), self.ends(false));
        let mut bands = Vec::new();
        for link in 0..links {
            let mut points = Vec::new();
            let mut thick = 0.0;
            for (index, hop) in self.hops.iter().enumerate().filter(|(_, hop)| hop.link == link) {
                thick = hop.value * self.scale;
                points.push((self.across(self.stops[hop.from].column) + BLOCK, leave[index]));
                points.push((self.across(self.stops[hop.to].column), enter[index]));
            }
            if !points.is_empty() {
                bands.push(Band { link, thick, points });
            }
        }
        FlowLayout { nodes: boxes, bands }
    }
}
