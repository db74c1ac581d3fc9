//! How often a designed scenario of the house closes when nature, market and technology are drawn:
//! the table of docs/design-rules.md holds.

use skyrack::scenario::{EMBEDDED, open};
use skyrack::studies::draw::{Block, Draw};
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::points::Method;
use skyrack::studies::uncertain::Selection;
use skyrack::system::inputs::{INPUTS, Kind};
use skyrack::system::verdict::{GATES, is_feasible};

const PAGE: &str = include_str!("../../docs/design-rules.md");
/// Samples of a scenario: a power of two, as points of Sobol want.
const SAMPLES: usize = 512;
/// What so few samples may be off by, beside the rounding of the page.
const ERROR: f64 = 0.03;
/// Share above which no limit has to be named.
const ENOUGH: f64 = 0.95;

/// Samples that close, as a share, and the gate that fails most.
struct Closing {
    share: f64,
    gate: Option<&'static str>,
}

fn closing(subject: &EvaluatedScenario) -> Closing {
    let drawn = |kind: Kind| matches!(kind, Kind::Nature | Kind::Market | Kind::Technology);
    let decided = INPUTS.iter().filter(|input| !drawn(input.kind));
    let without = decided.map(|input| input.path.to_owned()).collect();
    let selection = Selection { without, ..Selection::default() };
    let draw = Draw::new(&subject.scenario, &selection, Method::Sobol, 1).unwrap();
    let (mut block, mut model) = (Block::default(), subject.model.clone());
    draw.fill(0, 0, SAMPLES, &mut block);
    let (mut closed, mut fails) = (0_u32, vec![0_u32; GATES.len()]);
    for point in 0..SAMPLES {
        let mut case = draw.base;
        draw.set(&block, point, &mut case);
        let evaluation = model.evaluate(&case);
        closed += u32::from(is_feasible(&evaluation.gates));
        for (count, gate) in fails.iter_mut().zip(&evaluation.gates) {
            *count += u32::from(!gate.ok);
        }
    }
    let worst = (0..GATES.len()).max_by_key(|at| fails[*at]).filter(|at| fails[*at] > 0);
    Closing { share: f64::from(closed) / SAMPLES as f64, gate: worst.map(|at| GATES[at].name) }
}

/// Scenario, share and limit of each row of the page.
fn rows() -> Vec<(&'static str, f64, &'static str)> {
    let cells = |line: &'static str| line.split('|').map(str::trim).collect::<Vec<_>>();
    let section = PAGE.split("## Share that closes").nth(1).unwrap();
    let rows = section.lines().map(cells).filter(|cells| cells.len() == 5);
    let row = |cells: Vec<&'static str>| {
        let share = cells[2].parse::<f64>().ok()? / 100.0;
        Some((cells[1], share, cells[3].split(':').next().unwrap_or("")))
    };
    rows.filter_map(row).collect()
}

#[test]
fn prop_designed_scenarios_close_as_often_as_the_page_says() {
    let rows = rows();
    let (mut listed, mut wrong) = (Vec::new(), Vec::new());
    for (name, _) in EMBEDDED.iter().filter(|(name, _)| !name.starts_with("published/")) {
        let subject = EvaluatedScenario::new(open(name, &[]).unwrap()).unwrap();
        if !subject.is_feasible() {
            continue;
        }
        let found = closing(&subject);
        let row = rows.iter().find(|(row, ..)| row == name);
        let agrees = row.is_some_and(|(_, share, limit)| {
            let named = (*share < ENOUGH).then_some(*limit);
            (found.share - share).abs() <= ERROR && named == found.gate.filter(|_| *share < ENOUGH)
        });
        if !agrees {
            wrong.push(format!("{name}: {} {:?}", found.share, found.gate));
        }
        listed.push(*name);
    }
    assert!(wrong.is_empty(), "not as the page says: {wrong:#?}");
    let stated: Vec<&str> = rows.iter().map(|(name, ..)| *name).collect();
    assert_eq!(stated, listed, "the page lists what closes, in the order of the names");
}
