//! What is uncertain in a scenario: a distribution for each input with a spread, and how the inputs
//! go together.

use crate::numeric::distribution::{Distribution, Sampler};
use crate::numeric::triplet::Triplet;
use crate::scenario::{Resolved, Scenario, Shape};
use crate::studies::copula::{Copula, CopulaError};
use crate::system::inputs::{INPUTS, Input, input};
use crate::units::format::display_unit;

/// Inputs that one draw moves, each along its own distribution, with the reason; their column is
/// that of the first.
const TOGETHER: &[(&[&str], &str)] = &[
    (
        &["finance.orbit_discount_rate", "finance.ground_discount_rate", "finance.tax"],
        "capital has one market, and rates before tax rise with the tax",
    ),
    (
        &["launch.payload_low_orbit", "launch.capacity"],
        "a vehicle that lifts more lifts more to every orbit",
    ),
];

/// One uncertain input.
#[derive(Debug, Clone, PartialEq)]
pub struct Uncertain {
    /// Position in the table of inputs.
    pub at: usize,
    /// Low, value and high as stated, in base units.
    pub stated: (f64, f64, f64),
    /// Shape between them.
    pub shape: Shape,
    /// Column of its random draws.
    pub stream: usize,
    /// The distribution.
    pub sampler: Sampler,
}

impl Uncertain {
    /// The input.
    pub fn input(&self) -> &'static Input {
        &INPUTS[self.at]
    }
}

/// How two inputs go together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankCorrelation {
    /// Positions among the uncertain inputs, the lower first.
    pub pair: (usize, usize),
    /// Spearman's rank correlation.
    pub rank: f64,
}

/// Everything that is uncertain.
#[derive(Debug, Clone, PartialEq)]
pub struct Uncertainty {
    /// The inputs, in the order of the table.
    pub inputs: Vec<Uncertain>,
    /// Pairs whose correlation the scenario states.
    pub links: Vec<RankCorrelation>,
    /// The dependence of their normal scores.
    pub copula: Copula,
}

/// Which inputs vary, and whether they go together. An input is named by its path, by the beginning
/// of its path, or by its kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Only these, where any are named.
    pub only: Vec<String>,
    /// These beside the others, although somebody decides them.
    pub also: Vec<String>,
    /// Not these.
    pub without: Vec<String>,
    /// All independent of each other.
    pub independent: bool,
}

/// Whether a name means an input: its path, the beginning of its path, or its kind.
pub fn is_meant(name: &str, input: &Input) -> bool {
    let rest = input.path.strip_prefix(name);
    name == input.kind.word() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

impl Selection {
    fn takes(&self, input: &Input) -> bool {
        let meant = |name: &String| is_meant(name, input);
        (self.only.is_empty() || self.only.iter().chain(&self.also).any(meant))
            && !self.without.iter().any(meant)
    }

    /// Whether an input is named as such or by its kind, and not only by the beginning of its path.
    fn names(&self, input: &Input) -> bool {
        let named = |name: &String| name == input.path || name == input.kind.word();
        self.only.iter().chain(&self.also).any(named)
    }
}

impl Uncertainty {
    /// The inputs of a scenario that have a spread and are selected.
    ///
    /// Nature, markets and technology are uncertain. Designs, conventions and facts are drawn only
    /// where the selection names them or the scenario gives them a shape. Low, value and high of a
    /// spread without a shape are the 5 %, 50 % and 95 % points of one smooth distribution inside
    /// the range of the input. Bells are cut at that range and keep their 5 % and 95 % points.
    /// What belongs together is one draw, unless all are asked to be independent; inputs whose
    /// correlation the scenario states have it.
    ///
    /// # Errors
    /// [`CopulaError`] if the correlations contradict each other.
    pub fn of(scenario: &Scenario, selection: &Selection) -> Result<Self, CopulaError> {
        let inputs: Vec<Uncertain> = INPUTS
            .iter()
            .enumerate()
            .filter(|(_, input)| selection.takes(input))
            .filter_map(|(at, input)| {
                let resolved = scenario.input(input.path)?;
                let is_drawn = input.kind.is_uncertain() || resolved.amount.shape.is_some();
                let is_drawn = is_drawn || selection.names(input);
                is_drawn.then(|| uncertain(at, resolved, selection.independent))?
            })
            .collect();
        let links = if selection.independent { Vec::new() } else { links(scenario, &inputs) };
        let pairs: Vec<((usize, usize), f64)> =
            links.iter().map(|link| (link.pair, link.rank)).collect();
        let copula = Copula::new(inputs.len(), &pairs)?;
        Ok(Self { inputs, links, copula })
    }
}

fn uncertain(at: usize, resolved: &Resolved, independent: bool) -> Option<Uncertain> {
    let (low, high) = resolved.amount.spread.filter(|(low, high)| low < high)?;
    let value = resolved.amount.value;
    let shape = resolved.amount.shape.unwrap_or(Shape::Triplet);
    let input = &INPUTS[at];
    let distribution = distribution(shape, [low, value, high], range(input));
    let stream = if independent { input.stream } else { shared_stream(input) };
    Some(Uncertain {
        at,
        stated: (low, value, high),
        shape,
        stream: usize::from(stream),
        sampler: Sampler::new(distribution),
    })
}

/// The distribution of a shape by low, value and high inside a range.
fn distribution(shape: Shape, points: [f64; 3], range: (f64, f64)) -> Distribution {
    let [low, value, high] = points;
    let triplet = Distribution::Triplet(Triplet::new(points, range));
    match shape {
        Shape::Triplet => triplet,
        Shape::Triangular => Distribution::Triangular { low, mode: value, high },
        Shape::Uniform => Distribution::Uniform { low, high },
        Shape::Pert => Distribution::pert(low, value, high),
        Shape::Normal => Distribution::normal_within((low, high), range).unwrap_or(triplet),
        Shape::Lognormal => Distribution::lognormal_within((low, high), range).unwrap_or(triplet),
    }
}

/// Column of the draws of an input: that of the first of those that it belongs to.
fn shared_stream(own: &Input) -> u16 {
    let group = TOGETHER.iter().find(|(paths, _)| paths.contains(&own.path));
    let first = group.and_then(|(paths, _)| input(paths.first()?));
    first.unwrap_or(own).stream
}

/// Range of an input in base units.
pub fn range(input: &Input) -> (f64, f64) {
    let unit = display_unit(input.unit);
    unit.map_or((input.low, input.high), |unit| (unit.to_base(input.low), unit.to_base(input.high)))
}

fn links(scenario: &Scenario, inputs: &[Uncertain]) -> Vec<RankCorrelation> {
    let place = |path: &str| inputs.iter().position(|uncertain| uncertain.input().path == path);
    let link = |stated: &crate::scenario::Correlation| {
        let (one, other) = (place(stated.pair.0)?, place(stated.pair.1)?);
        Some(RankCorrelation { pair: (one.min(other), one.max(other)), rank: stated.rank })
    };
    scenario.correlations.iter().filter_map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{EMBEDDED, open};

    fn of(selection: &Selection, set: &[&str]) -> Uncertainty {
        let set: Vec<String> = set.iter().map(|set| (*set).to_owned()).collect();
        Uncertainty::of(&open("reference-2026", &set).unwrap(), selection).unwrap()
    }

    fn paths(uncertainty: &Uncertainty) -> Vec<&'static str> {
        uncertainty.inputs.iter().map(|one| one.input().path).collect()
    }

    #[test]
    fn choices_vary_only_where_named_or_shaped() {
        let all = of(&Selection::default(), &[]);
        assert!(all.inputs.len() > 60 && !paths(&all).contains(&"it.power"));
        let only = vec!["orbit.altitude".to_owned()];
        let named = of(&Selection { only, ..Selection::default() }, &[]);
        assert_eq!(paths(&named), ["orbit.altitude"]);
        let shaped = "orbit.altitude={ value = \"650 km\", low = \"600 km\", high = \"700 km\", \
            shape = \"uniform\" }";
        let only = vec!["orbit".to_owned()];
        let stated = of(&Selection { only, ..Selection::default() }, &[shaped]);
        assert_eq!(paths(&stated), ["orbit.altitude"]);
    }

    #[test]
    fn a_kind_names_its_inputs() {
        let only = vec!["market".to_owned()];
        let market = of(&Selection { only, ..Selection::default() }, &[]);
        assert!(market.inputs.len() > 30);
        assert!(market.inputs.iter().all(|one| one.input().kind.word() == "market"));
        let without = vec!["market".to_owned()];
        let rest = of(&Selection { without, ..Selection::default() }, &[]);
        assert!(rest.inputs.iter().all(|one| one.input().kind.word() != "market"));
    }

    #[test]
    fn what_belongs_together_has_one_column_unless_all_are_independent() {
        let tax = "finance.tax={ value = 0.2, low = 0.1, high = 0.3, shape = \"triplet\" }";
        let streams = |uncertainty: &Uncertainty| -> Vec<usize> {
            let finance = uncertainty.inputs.iter().filter(|one| {
                one.input().path.contains("discount_rate") || one.input().path == "finance.tax"
            });
            finance.map(|one| one.stream).collect()
        };
        let all = streams(&of(&Selection::default(), &[tax]));
        assert!(all.len() == 3 && all.iter().all(|stream| *stream == all[0]), "{all:?}");
        let alone = streams(&of(&Selection { independent: true, ..Selection::default() }, &[tax]));
        assert!(alone[0] != alone[1] && alone[1] != alone[2] && alone[0] != alone[2]);
    }

    #[test]
    fn no_value_stands_at_its_end_and_no_end_on_the_bound_of_its_range() {
        let mut wrong = std::collections::BTreeSet::new();
        for (name, _) in EMBEDDED {
            let scenario = open(name, &[]).unwrap();
            let all = Uncertainty::of(&scenario, &Selection::default()).unwrap();
            for one in all.inputs.iter().filter(|one| one.shape == Shape::Triplet) {
                let ((low, value, high), (least, most)) = (one.stated, range(one.input()));
                if !(least < low && low < value && value < high && high < most) {
                    wrong.insert(format!("{} {name}: {low} {value} {high}", one.input().path));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn most_triplets_are_smooth_and_those_that_are_not_are_known() {
        let mut halves = std::collections::BTreeSet::new();
        for (name, _) in EMBEDDED {
            let all = Uncertainty::of(&open(name, &[]).unwrap(), &Selection::default()).unwrap();
            let is_half = |one: &&Uncertain| match one.sampler.distribution() {
                Distribution::Triplet(triplet) => !triplet.is_smooth(),
                _ => false,
            };
            halves.extend(all.inputs.iter().filter(is_half).map(|one| one.input().path));
        }
        let halves: Vec<&str> = halves.into_iter().collect();
        let known = [
            "ground.storage_price",
            "it.errors_per_dose",
            "it.failure_dose",
            "link.terminal_rate",
            "satellite.reentry_carbon",
        ];
        assert_eq!(halves, known);
    }

    #[test]
    fn a_stated_bell_keeps_its_points_inside_the_range_of_its_input() {
        for (path, points, shape) in [
            ("launch.price", ["500", "2750", "5000"], "normal"),
            ("launch.price", ["500", "1581.14", "5000"], "lognormal"),
            ("it.utilization", ["0.7", "0.84", "0.98"], "normal"),
            ("launch.price", ["60", "200", "645"], "triplet"),
        ] {
            let unit = if path == "launch.price" { " USD2026/kg" } else { "" };
            let [low, value, high] = points.map(|point| format!("\"{point}{unit}\""));
            let stated =
                format!("{path}={{ value={value}, low={low}, high={high}, shape=\"{shape}\" }}");
            let only = vec![path.to_owned()];
            let all = of(&Selection { only, ..Selection::default() }, &[&stated]);
            let one = &all.inputs[0];
            let [low, _, high] = points.map(|point| point.parse::<f64>().unwrap());
            let drawn = one.sampler.distribution();
            assert!((drawn.quantile(0.05) / low - 1.0).abs() < 1e-9, "{path} {shape}");
            assert!((drawn.quantile(0.95) / high - 1.0).abs() < 1e-9, "{path} {shape}");
            let (least, most) = range(one.input());
            assert!(drawn.quantile(1e-12) >= least && drawn.quantile(1.0 - 1e-12) <= most);
        }
    }

    #[test]
    fn only_stated_correlations_are_drawn() {
        let all = of(&Selection::default(), &[]);
        assert!(all.links.is_empty() && all.copula.is_independent());
    }
}
