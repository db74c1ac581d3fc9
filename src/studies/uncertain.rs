//! What is uncertain in a scenario: a distribution for each input with a spread, and how the inputs
//! go together.

mod chosen;

use self::chosen::is_chosen;
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

    /// Column of its random draws.
    pub fn stream(&self) -> usize {
        usize::from(self.input().stream)
    }
}

/// How two inputs go together.
#[derive(Debug, Clone, PartialEq)]
pub struct RankCorrelation {
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
    pub links: Vec<RankCorrelation>,
    /// The dependence of their normal scores.
    pub copula: Copula,
}

/// Which inputs vary, and whether they go together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Only these, where any are named; by path or by the beginning of a path.
    pub only: Vec<String>,
    /// These beside the others, although somebody decides them.
    pub also: Vec<String>,
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
        (self.only.is_empty() || self.only.iter().chain(&self.also).any(meant))
            && !self.without.iter().any(meant)
    }

    /// Whether an input is named as such, and not only by the beginning of its path.
    fn names(&self, path: &str) -> bool {
        self.only.iter().chain(&self.also).any(|name| name == path)
    }
}

impl Uncertainty {
    /// The inputs of a scenario that have a spread and are selected.
    ///
    /// Designs and conventions, which somebody chooses, are uncertain only where the selection
    /// names them or the scenario gives them a shape (two tables in `chosen` name the exceptions).
    /// A spread without a shape is a triangle with the value as its peak. Bells are cut at the
    /// range of their input. Inputs whose spreads come from catalog rows of one source are
    /// correlated by the rank of `model.sampling.same_source_correlation`, unless the scenario
    /// states a correlation for the pair.
    ///
    /// # Errors
    /// [`CopulaError`] if the correlations contradict each other.
    pub fn of(scenario: &Scenario, selection: &Selection) -> Result<Self, CopulaError> {
        let inputs: Vec<Uncertain> = INPUTS
            .iter()
            .enumerate()
            .filter(|(_, input)| selection.takes(input.path))
            .filter_map(|(at, input)| {
                let resolved = scenario.input(input.path)?;
                let is_decided = is_chosen(input) && resolved.amount.shape.is_none();
                (!is_decided || selection.names(input.path)).then(|| uncertain(at, resolved))?
            })
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

/// The document that the spread was read in; none for judgement and for arithmetic of the catalog
/// itself, which have no address.
fn source(resolved: &Resolved) -> Option<String> {
    let (Origin::Default { address } | Origin::Catalog { address, .. }) = &resolved.origin else {
        return None;
    };
    let row = Catalog::builtin().row(address.split(" / ").next().unwrap_or(address))?;
    (!row.source.url.is_empty()).then(|| row.source.title.clone())
}

fn links(scenario: &Scenario, inputs: &[Uncertain]) -> Vec<RankCorrelation> {
    let place = |path: &str| inputs.iter().position(|uncertain| uncertain.input().path == path);
    let mut links: Vec<RankCorrelation> = Vec::new();
    for stated in &scenario.correlations {
        if let (Some(one), Some(other)) = (place(stated.pair.0), place(stated.pair.1)) {
            let pair = (one.min(other), one.max(other));
            links.push(RankCorrelation { pair, rank: stated.rank, source: None });
        }
    }
    let rank =
        Catalog::builtin().value(SAME_SOURCE, scenario.price_year).map_or(0.0, |row| row.nominal);
    for (one, first) in inputs.iter().enumerate() {
        for (other, second) in inputs.iter().enumerate().skip(one + 1) {
            let is_stated = links.iter().any(|link| link.pair == (one, other));
            if first.source.is_some() && first.source == second.source && !is_stated {
                links.push(RankCorrelation {
                    pair: (one, other),
                    rank,
                    source: first.source.clone(),
                });
            }
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::open;

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
    fn rows_of_one_source_go_together_and_judgement_does_not() {
        let all = of(&Selection::default(), &[]);
        assert!(all.links.len() > 10);
        for link in &all.links {
            let source = link.source.as_deref().unwrap();
            assert!(!source.contains("judgement") && !source.contains("Derived here"));
        }
        let alone = of(&Selection { independent: true, ..Selection::default() }, &[]);
        assert!(alone.links.is_empty() && alone.copula.is_independent());
    }
}
