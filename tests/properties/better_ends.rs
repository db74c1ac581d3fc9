//! What is better makes computing in orbit no dearer: the ends of every input of technology and
//! market in every scenario of the house that closes.

use skyrack::scenario::{EMBEDDED, open};
use skyrack::studies::draw::Draw;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::points::Method;
use skyrack::studies::sensitivity::tornado::{TornadoPoint, tornado};
use skyrack::studies::uncertain::Selection;
use skyrack::system::inputs::{Better, Kind};
use skyrack::system::metrics::METRICS;

/// Inputs of a scenario whose better end costs more, or closes no more.
fn dearer_ends(name: &str) -> Vec<(String, f64)> {
    let subject = EvaluatedScenario::new(open(name, &[]).unwrap()).unwrap();
    let selection = Selection { independent: true, ..Selection::default() };
    let draw = Draw::new(&subject.scenario, &selection, Method::Sobol, 1).unwrap();
    let path = "orbit.cost_per_it_energy";
    let metric = METRICS.iter().position(|metric| metric.path == path).unwrap();
    let now = subject.value(path).unwrap();
    let swings = tornado(&draw, &subject.model, metric);
    assert!(swings.len() > 100, "{name}: {} inputs", swings.len());
    let dearer = swings.iter().filter_map(|swing| {
        let input = draw.uncertainty.inputs[swing.at].input();
        let better: &TornadoPoint = match input.better {
            _ if !matches!(input.kind, Kind::Market | Kind::Technology) => return None,
            Better::Lower => &swing.low,
            Better::Higher => &swing.high,
            Better::Neither => return None,
        };
        let by = better.metric.filter(|_| better.feasible).map_or(f64::INFINITY, |cost| cost / now);
        (by > 1.0 + 1e-9).then(|| (input.path.to_owned(), by))
    });
    dearer.collect()
}

fn is_of_the_house(name: &str) -> bool {
    let evaluated = || EvaluatedScenario::new(open(name, &[]).unwrap()).unwrap();
    !name.starts_with("published/") && evaluated().is_feasible()
}

#[test]
fn prop_no_better_end_of_technology_or_market_makes_orbit_dearer() {
    let names = EMBEDDED.iter().map(|(name, _)| *name).filter(|name| is_of_the_house(name));
    let found: Vec<(&str, Vec<(String, f64)>)> = names
        .map(|name| (name, dearer_ends(name)))
        .filter(|(_, dearer)| !dearer.is_empty())
        .collect();
    assert!(found.is_empty(), "{found:?}");
}
