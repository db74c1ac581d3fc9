//! Every house scenario that closes lies inside its own distribution and closes in its samples: the
//! table of docs/odds.md holds.

use skyrack::numeric::statistics::rank_correlation;
use skyrack::scenario::{EMBEDDED, open};
use skyrack::studies::batch::WorkerPool;
use skyrack::studies::draw::Draw;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::leans::{Lean, leans};
use skyrack::studies::points::Method;
use skyrack::studies::readings::of_paths;
use skyrack::studies::sample::first_samples;
use skyrack::studies::sensitivity::tornado::tornado;
use skyrack::studies::tally::Tally;
use skyrack::studies::uncertain::Selection;
use skyrack::system::metrics::METRICS;
use skyrack::system::verdict::GATES;

const PAGE: &str = include_str!("../../docs/odds.md");
/// Samples of a scenario: a power of two, as points of Sobol want.
const SAMPLES: usize = 512;
/// Samples where a median or a rank has to be sharper: few points of Sobol tie some columns.
const MANY: usize = 4_096;
/// What so few samples may be off by, beside the rounding of the page.
const ERROR: f64 = 0.03;
/// Share above which no limit has to be named.
const ENOUGH: f64 = 0.95;
/// Shares of the samples between which a value lies.
const INSIDE: std::ops::RangeInclusive<f64> = 0.10..=0.90;
const PLACED: [&str; 3] = ["ratio.cost", "orbit.cost_per_it_energy", "ground.cost_per_it_energy"];

fn subject(name: &str, set: &[&str]) -> EvaluatedScenario {
    let set: Vec<String> = set.iter().map(|set| (*set).to_owned()).collect();
    EvaluatedScenario::new(open(name, &set).unwrap()).unwrap()
}

fn sampled(subject: &EvaluatedScenario, pool: &WorkerPool) -> Tally {
    let draw = Draw::new(&subject.scenario, &Selection::default(), Method::Sobol, 1).unwrap();
    first_samples(&draw, SAMPLES, &of_paths(&PLACED), &pool.workers()).unwrap()
}

/// Shares of the samples below the values of the three metrics.
fn places(subject: &EvaluatedScenario, tally: &Tally) -> Vec<f64> {
    let below = |metric: &usize| {
        let value = (METRICS[*metric].get)(&subject.evaluation).unwrap();
        tally.below(*metric, value)
    };
    of_paths(&PLACED).iter().map(below).collect()
}

/// The gate that fails most.
fn worst_gate(tally: &Tally) -> Option<&'static str> {
    let fails = &tally.counts.fails;
    let worst = (0..GATES.len()).max_by_key(|at| fails[*at]).filter(|at| fails[*at] > 0);
    worst.map(|at| GATES[at].name)
}

/// Scenario, share that closes and limit of each row of the page.
fn rows() -> Vec<(&'static str, f64, &'static str)> {
    let cells = |line: &'static str| line.split('|').map(str::trim).collect::<Vec<_>>();
    let section = PAGE.split("## The house scenarios").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().map(cells).filter(|cells| cells.len() == 12);
    let row = |cells: Vec<&'static str>| {
        let share = cells[9].parse::<f64>().ok()? / 100.0;
        Some((cells[1], share, cells[10].split(':').next().unwrap_or("")))
    };
    rows.filter_map(row).collect()
}

#[test]
fn prop_the_value_of_a_house_scenario_lies_inside_its_own_distribution() {
    let (rows, pool) = (rows(), WorkerPool::new().unwrap());
    let (mut listed, mut wrong) = (Vec::new(), Vec::new());
    for (name, _) in EMBEDDED.iter().filter(|(name, _)| !name.starts_with("published/")) {
        let subject = subject(name, &[]);
        if !subject.is_feasible() {
            continue;
        }
        let tally = sampled(&subject, &pool);
        let (places, share) = (places(&subject, &tally), tally.feasible().0);
        let row = rows.iter().find(|(row, ..)| row == name);
        let agrees = row.is_some_and(|(_, stated, limit)| {
            let named = (*stated < ENOUGH).then_some(*limit);
            let found = worst_gate(&tally).filter(|_| *stated < ENOUGH);
            (share - stated).abs() <= ERROR && named == found
        });
        if !agrees || !places.iter().all(|place| INSIDE.contains(place)) {
            wrong.push(format!("{name}: at {places:?}, closes {share} {:?}", worst_gate(&tally)));
        }
        listed.push(*name);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let stated: Vec<&str> = rows.iter().map(|(name, ..)| *name).collect();
    assert_eq!(stated, listed, "the page lists what closes, in the order of the names");
}

#[test]
fn prop_ranks_and_bars_of_a_tornado_point_the_same_way() {
    let metric = of_paths(&["ratio.cost"])[0];
    for name in ["reference-2026", "optimistic-2035"] {
        let subject = subject(name, &[]);
        let selection = Selection { independent: true, ..Selection::default() };
        let draw = Draw::new(&subject.scenario, &selection, Method::Sobol, 1).unwrap();
        let pool = WorkerPool::new().unwrap();
        let found = pool.workers().evaluate(
            &draw.base,
            MANY,
            |at| draw.case(at as u64),
            |case, evaluation| {
                let inputs = &draw.uncertainty.inputs;
                let values: Vec<f64> = inputs.iter().map(|one| (one.input().get)(case)).collect();
                ((METRICS[metric].get)(evaluation), values)
            },
        );
        let found: Vec<(f64, Vec<f64>)> = found
            .unwrap()
            .into_iter()
            .filter_map(|(ratio, values)| Some((ratio?, values)))
            .collect();
        let ratios: Vec<f64> = found.iter().map(|(ratio, _)| *ratio).collect();
        let now = (METRICS[metric].get)(&subject.evaluation).unwrap();
        let mut compared = 0;
        for swing in tornado(&draw, &subject.model, metric) {
            let (Some(low), Some(high)) = (swing.low.metric, swing.high.metric) else { continue };
            let values: Vec<f64> = found.iter().map(|(_, values)| values[swing.at]).collect();
            let rank = rank_correlation(&values, &ratios).unwrap();
            if rank.abs() > 0.1 && swing.width(Some(now)).unwrap() > 0.01 * now {
                let path = draw.uncertainty.inputs[swing.at].input().path;
                assert!(rank * (high - low) > 0.0, "{name} {path}: {rank}, {low} to {high}");
                compared += 1;
            }
        }
        assert!(compared >= 5, "{name}: {compared}");
    }
}

#[test]
fn prop_the_leans_of_the_inputs_explain_the_median() {
    let (metric, pool) = (of_paths(&["ratio.cost"])[0], WorkerPool::new().unwrap());
    // at 1 MW one whole launch more is a tenth of the cost, and many inputs buy it at either end
    let subject = subject("reference-2026", &["it.power=10 MW"]);
    let draw = Draw::new(&subject.scenario, &Selection::default(), Method::Sobol, 1).unwrap();
    let leans = leans(&draw, metric, &pool.workers()).unwrap();
    let moved: f64 = leans.iter().map(Lean::move_of_mean).sum();
    let many = first_samples(&draw, MANY, &of_paths(&PLACED), &pool.workers()).unwrap();
    let summary = many.summary(metric, &[0.5]).unwrap();
    let value = (METRICS[metric].get)(&subject.evaluation).unwrap();
    let median = summary.quantiles[0].value / value - 1.0;
    assert!(median > 0.0 && (moved / median - 1.0).abs() < 0.34, "{moved} for {median}");
}
