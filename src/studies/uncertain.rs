//! What is uncertain in a scenario: a distribution for each input with a spread, and how the inputs go together.

use crate::catalog::Catalog;
use crate::numeric::distribution::{Distribution, Sampler};
use crate::scenario::{Origin, Resolved, Scenario, Shape};
use crate::studies::copula::{Copula, CopulaError};
use crate::system::inputs::{INPUTS, Input};
use crate::units::format::display_unit;

/// Rank correlation of catalog rows that were read in one source.
const SAME_SOURCE: &str = "model.sampling.same_source_correlation";

/// One uncertain input.
#[derive(Debug, Clone, PartialEq)]
pub struct Uncertain {
    /// Position in the table of inputs.
    pub at: usize,
    /// Low, value and high as stated, in base units.
    pub stated: (f64, f64, f64),
    /// Shape between them.
    pub shape: Shape,
    /// Whether nothing states the shape, so that a triangle is taken.
    pub assumed: bool,
    /// Where its spread was read, if it is a source that other inputs may share.
    pub source: Option<String>,
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
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Positions among the uncertain inputs, the lower first.
    pub pair: (usize, usize),
    /// Spearman's rank correlation.
    pub rank: f64,
    /// The source that both were read in, where the scenario does not state the correlation itself.
    pub source: Option<String>,
}

/// Everything that is uncertain.
#[derive(Debug, Clone, PartialEq)]
pub struct Uncertainty {
    /// The inputs, in the order of the table.
    pub inputs: Vec<Uncertain>,
    /// Pairs that do not move independently.
    pub links: Vec<Link>,
    /// The dependence of their normal scores.
    pub copula: Copula,
}

/// Which inputs vary, and whether they go together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Only these, where any are named; by path or by the beginning of a path.
    pub only: Vec<String>,
    /// Not these.
    pub without: Vec<String>,
    /// All independent of each other.
    pub independent: bool,
}

impl Selection {
    fn takes(&self, path: &str) -> bool {
        let meant = |name: &String| {
            path == name
                || path.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('.'))
        };
        (self.only.is_empty() || self.only.iter().any(meant)) && !self.without.iter().any(meant)
    }
}

impl Uncertainty {
    /// The inputs of a scenario that have a spread and are selected.
    ///
    /// A spread without a shape is a triangle with the value as its peak. Bells are cut at the range of their input.
    /// Inputs whose spreads come from catalog rows of one source are correlated by the rank of
    /// `model.sampling.same_source_correlation`, unless the scenario states a correlation for the pair.
    ///
    /// # Errors
    /// [`CopulaError`] if the correlations contradict each other.
    pub fn of(scenario: &Scenario, selection: &Selection) -> Result<Self, CopulaError> {
        let inputs: Vec<Uncertain> = INPUTS
            .iter()
            .enumerate()
            .filter(|(_, input)| selection.takes(input.path))
            .filter_map(|(at, input)| uncertain(at, scenario.input(input.path)?))
            .collect();
        let links = if selection.independent { Vec::new() } else { links(scenario, &inputs) };
        let pairs: Vec<((usize, usize), f64)> =
            links.iter().map(|link| (link.pair, link.rank)).collect();
        let copula = Copula::new(inputs.len(), &pairs)?;
        Ok(Self { inputs, links, copula })
    }
}

fn uncertain(at: usize, resolved: &Resolved) -> Option<Uncertain> {
    let (low, high) = resolved.amount.spread.filter(|(low, high)| low < high)?;
    let value = resolved.amount.value;
    let shape = resolved.amount.shape.unwrap_or(Shape::Triangular);
    let distribution = match shape {
        Shape::Triangular => Distribution::Triangular { low, mode: value, high },
        Shape::Uniform => Distribution::Uniform { low, high },
        Shape::Pert => Distribution::pert(low, value, high),
        Shape::Normal => Distribution::normal_between(low, high),
        Shape::Lognormal => Distribution::lognormal_between(low, high),
    };
    let (least, most) = range(&INPUTS[at]);
    Some(Uncertain {
        at,
        stated: (low, value, high),
        shape,
        assumed: resolved.amount.shape.is_none(),
        source: source(resolved),
        sampler: Sampler::new(distribution.cut(least, most)),
    })
}

/// Range of an input in base units.
pub fn range(input: &Input) -> (f64, f64) {
    let unit = display_unit(input.unit);
    unit.map_or((input.low, input.high), |unit| (unit.to_base(input.low), unit.to_base(input.high)))
}

/// The document that the spread was read in; none for judgement and for arithmetic of the catalog itself, which have no
/// address.
fn source(resolved: &Resolved) -> Option<String> {
    let (Origin::Default { address } | Origin::Catalog { address, .. }) = &resolved.origin else {
        return None;
    };
    let row = Catalog::builtin().row(address.split(" / ").next().unwrap_or(address))?;
    (!row.source.url.is_empty()).then(|| row.source.title.clone())
}

fn links(scenario: &Scenario, inputs: &[Uncertain]) -> Vec<Link> {
    let place = |path: &str| inputs.iter().position(|uncertain| uncertain.input().path == path);
    let mut links: Vec<Link> = Vec::new();
    for stated in &scenario.correlations {
        if let (Some(one), Some(other)) = (place(stated.pair.0), place(stated.pair.1)) {
            let pair = (one.min(other), one.max(other));
            links.push(Link { pair, rank: stated.rank, source: None });
        }
    }
    let rank =
        Catalog::builtin().value(SAME_SOURCE, scenario.price_year).map_or(0.0, |row| row.nominal);
    for (one, first) in inputs.iter().enumerate() {
        for (other, second) in inputs.iter().enumerate().skip(one + 1) {
            let is_stated = links.iter().any(|link| link.pair == (one, other));
            if first.source.is_some() && first.source == second.source && !is_stated {
                links.push(Link { pair: (one, other), rank, source: first.source.clone() });
            }
        }
    }
    links
}
