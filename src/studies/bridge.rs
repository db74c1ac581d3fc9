//! Why two scenarios differ: the gap of a metric shared out among groups of inputs, exactly and
//! whatever the order.
//!
//! Each group is moved from one scenario to the other as a whole. Over all orders in which the
//! groups can be moved one by one through cases where the metric exists, a group's share is the
//! mean change that its move makes: Shapley's value where every mixture exists. The shares add up
//! to the gap in each single order, so they do in the mean.

mod answer;

pub use answer::{BarAnswer, BridgeAnswer, BridgeEnd, DifferenceAnswer, NamedMetric};

use crate::system::evaluator::Evaluator;
use crate::system::inputs::{Case, Group, INPUTS};
use crate::system::metrics::Metric;
use crate::system::pins::PINS;

/// Share of the largest part below which a part is rounding.
const ROUNDING: f64 = 1.0e-12;

/// An input or a pin that differs.
#[derive(Debug, Clone, Copy)]
enum Lever {
    Input(usize),
    Pin(usize),
}

impl Lever {
    fn path(self) -> &'static str {
        match self {
            Self::Input(index) => INPUTS[index].path,
            Self::Pin(index) => PINS[index].path,
        }
    }

    fn group(self) -> Group {
        match self {
            Self::Input(index) => INPUTS[index].group,
            Self::Pin(index) => PINS[index].group,
        }
    }

    fn unit(self) -> &'static str {
        match self {
            Self::Input(index) => INPUTS[index].unit,
            Self::Pin(index) => PINS[index].unit,
        }
    }

    /// Value in base units; `None` where nothing is pinned.
    fn value(self, case: &Case) -> Option<f64> {
        match self {
            Self::Input(index) => Some((INPUTS[index].get)(case)),
            Self::Pin(index) => (PINS[index].get)(&case.pins),
        }
    }

    /// Gives `case` the value that `other` has.
    fn take(self, case: &mut Case, other: &Case) {
        match self {
            Self::Input(index) => {
                (INPUTS[index].set)(case, (INPUTS[index].get)(other));
                // The prices of a launch go together, whichever differs.
                if PRICES.contains(&INPUTS[index].path) {
                    case.launch.flight_price = other.launch.flight_price;
                }
            }
            Self::Pin(index) => {
                (PINS[index].set)(&mut case.pins, (PINS[index].get)(&other.pins));
            }
        }
    }
}

/// Inputs of the price of a launch.
const PRICES: [&str; 3] = ["launch.reference_payload", "launch.price", "launch.flight_price"];

/// Something that differs between the two scenarios.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Path of the input, or of the metric that is pinned.
    pub path: String,
    /// Whether it is a pin.
    pub is_pin: bool,
    /// Unit of the values; money without its year.
    pub unit: &'static str,
    /// Value in the first scenario, in base units; `None` where nothing is pinned.
    pub from: Option<f64>,
    /// Value in the second.
    pub to: Option<f64>,
    /// Mean change of the metric when this alone is moved in the first and back in the second
    /// scenario; `None` where such a case does not exist.
    pub effect: Option<f64>,
}

/// The part of the gap that one group explains.
#[derive(Debug, Clone, PartialEq)]
pub struct BridgeBar {
    /// Name of the group.
    pub name: &'static str,
    /// Its part, in base units of the metric.
    pub change: f64,
    /// Its differences, the strongest first.
    pub differences: Vec<Difference>,
}

/// A gap and its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Bridge {
    /// The metric in the first scenario, in base units.
    pub from: f64,
    /// The metric in the second scenario.
    pub to: f64,
    /// The parts, in the order of the table of groups.
    pub bars: Vec<BridgeBar>,
    /// Mixtures that were evaluated.
    pub mixtures: usize,
    /// Those in which the metric does not exist; orders through them are left out.
    pub missing: usize,
}

impl Bridge {
    /// Gap less the sum of the parts: rounding.
    pub fn residual(&self) -> f64 {
        self.to - self.from - self.bars.iter().map(|bar| bar.change).sum::<f64>()
    }

    /// The parts, the largest first; those that are rounding alone are left out.
    pub fn by_size(&self) -> Vec<&BridgeBar> {
        let most = self.bars.iter().map(|bar| bar.change.abs()).fold(0.0, f64::max);
        let counts = |bar: &&BridgeBar| bar.change.abs() > ROUNDING * most;
        let mut bars: Vec<&BridgeBar> = self.bars.iter().filter(counts).collect();
        bars.sort_by(|a, b| b.change.abs().total_cmp(&a.change.abs()));
        bars
    }
}

/// Why there is no bridge.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum BridgeError {
    /// The metric does not exist in one of the scenarios.
    #[error("the metric does not exist in the {which} scenario")]
    NoEnd {
        /// Which one.
        which: &'static str,
    },
    /// No order of moves leads from one to the other.
    #[error(
        "no order of the changes leads from one scenario to the other through designs that exist"
    )]
    NoWay,
}

/// Differences by group; groups without one are left out.
fn players(from: &Case, to: &Case) -> Vec<(Group, Vec<Lever>)> {
    let levers = (0..INPUTS.len()).map(Lever::Input).chain((0..PINS.len()).map(Lever::Pin));
    let bits = |lever: Lever, case: &Case| lever.value(case).map(f64::to_bits);
    let differ: Vec<Lever> =
        levers.filter(|lever| bits(*lever, from) != bits(*lever, to)).collect();
    let of = |group: Group| differ.iter().copied().filter(|lever| lever.group() == group).collect();
    let groups = Group::ALL.iter().map(|group| (*group, of(*group)));
    groups.filter(|(_, levers): &(Group, Vec<Lever>)| !levers.is_empty()).collect()
}

/// The gap of a metric between two cases, shared out among what differs.
///
/// # Errors
/// [`BridgeError`] if the metric exists in one case only, or no order of changes leads through
/// cases where it exists.
pub fn bridge(from: &Case, to: &Case, metric: &'static Metric) -> Result<Bridge, BridgeError> {
    let players = players(from, to);
    let mut model = Evaluator::new(from);
    let mut value =
        |case: &Case| (metric.get)(&model.evaluate(case)).filter(|number| number.is_finite());
    let values: Vec<Option<f64>> =
        (0..1_usize << players.len()).map(|set| value(&mixed(from, to, &players, set))).collect();
    let start = values[0].ok_or(BridgeError::NoEnd { which: "first" })?;
    let end = values.last().copied().flatten().ok_or(BridgeError::NoEnd { which: "second" })?;
    let changes = shares(&values, players.len()).ok_or(BridgeError::NoWay)?;
    let bars = players.iter().zip(changes).map(|((group, levers), change)| BridgeBar {
        name: group.title(),
        change,
        differences: differences(from, to, levers, (start, end), &mut value),
    });
    Ok(Bridge {
        from: start,
        to: end,
        bars: bars.collect(),
        mixtures: values.len(),
        missing: values.iter().filter(|value| value.is_none()).count(),
    })
}

/// The first case with the groups of a set taken from the second.
fn mixed(from: &Case, to: &Case, players: &[(Group, Vec<Lever>)], set: usize) -> Case {
    let mut case = *from;
    for (index, (_, levers)) in players.iter().enumerate() {
        if set >> index & 1 == 1 {
            for lever in levers {
                lever.take(&mut case, to);
            }
        }
    }
    case
}

/// Mean change that each player makes over all orders that lead through existing values; `None` if
/// there is none.
fn shares(values: &[Option<f64>], n_players: usize) -> Option<Vec<f64>> {
    let size = values.len();
    let exists = |set: usize| values[set].is_some();
    let mut ways_to = vec![0.0_f64; size];
    let mut ways_from = vec![0.0_f64; size];
    ways_to[0] = 1.0;
    ways_from[size - 1] = 1.0;
    for set in (1..size).filter(|set| exists(*set)) {
        ways_to[set] = members(set, n_players).map(|player| ways_to[set ^ (1 << player)]).sum();
    }
    for set in (0..size - 1).rev().filter(|set| exists(*set)) {
        let outside = members(!set & (size - 1), n_players);
        ways_from[set] = outside.map(|player| ways_from[set | 1 << player]).sum();
    }
    let all = ways_to[size - 1];
    if all <= 0.0 {
        return None;
    }
    let mut shares = vec![0.0; n_players];
    for set in 0..size {
        for player in members(!set & (size - 1), n_players) {
            let with = set | 1 << player;
            if let (Some(before), Some(after)) = (values[set], values[with]) {
                shares[player] += ways_to[set] / all * ways_from[with] * (after - before);
            }
        }
    }
    Some(shares)
}

fn members(set: usize, n_players: usize) -> impl Iterator<Item = usize> {
    (0..n_players).filter(move |player| set >> player & 1 == 1)
}

fn differences(
    from: &Case,
    to: &Case,
    levers: &[Lever],
    (start, end): (f64, f64),
    value: &mut impl FnMut(&Case) -> Option<f64>,
) -> Vec<Difference> {
    let mut list: Vec<Difference> = levers
        .iter()
        .map(|lever| {
            let (mut moved, mut back) = (*from, *to);
            lever.take(&mut moved, to);
            lever.take(&mut back, from);
            let forward = value(&moved).map(|number| number - start);
            let backward = value(&back).map(|number| end - number);
            let effect = match (forward, backward) {
                (Some(one), Some(other)) => Some(0.5 * (one + other)),
                (one, other) => one.or(other),
            };
            Difference {
                path: lever.path().to_owned(),
                is_pin: matches!(lever, Lever::Pin(_)),
                unit: lever.unit(),
                from: lever.value(from),
                to: lever.value(to),
                effect,
            }
        })
        .collect();
    let size = |difference: &Difference| difference.effect.map_or(0.0, f64::abs);
    list.sort_by(|a, b| size(b).total_cmp(&size(a)));
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_a_game_of_two_are_those_of_shapley() {
        let values = [Some(0.0), Some(10.0), Some(20.0), Some(50.0)];
        assert_eq!(shares(&values, 2), Some(vec![20.0, 30.0]));
    }

    #[test]
    fn orders_through_what_does_not_exist_are_left_out() {
        let values = [Some(0.0), None, Some(20.0), Some(50.0)];
        assert_eq!(shares(&values, 2), Some(vec![30.0, 20.0]));
        assert_eq!(shares(&[Some(0.0), None, None, Some(50.0)], 2), None);
    }

    #[test]
    fn a_player_without_effect_gets_nothing_and_changes_nothing() {
        let three: Vec<Option<f64>> =
            (0..8_u32).map(|set| Some(f64::from(set & 1) * 4.0 + f64::from(set >> 2))).collect();
        let shares = shares(&three, 3).unwrap();
        assert!((shares[0] - 4.0).abs() < 1e-15);
        assert!(shares[1].abs() < 1e-15);
        assert!((shares[2] - 1.0).abs() < 1e-15);
    }
}
