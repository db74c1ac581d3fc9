//! The best feasible design within bounds: numbers by simplex from many starts, choices by trying
//! all.

use super::batch::Workers;
use super::readings::reading;
use super::sweep::{AxisValues, SweepAxis};
use crate::numeric::hash::derived;
use crate::numeric::sobol::Sobol;
use crate::scenario::{ScenarioErrors, open};
use crate::system::evaluator::Evaluator;
use crate::system::inputs::Case;
use crate::system::metrics::METRICS;
use argmin::core::{CostFunction, Error, Executor, State as _};
use argmin::solver::neldermead::NelderMead;
use rayon::prelude::*;
use std::cell::RefCell;

/// A number to vary, with its bounds in base units.
pub type Range = (&'static crate::system::inputs::Input, (f64, f64));

/// A goal: a metric and whether less of it is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    /// Position of the metric.
    pub metric: usize,
    /// Whether less is better.
    pub less: bool,
}

/// What may be changed and what is wanted.
#[derive(Debug)]
pub struct Problem<'p> {
    /// Name of the scenario and the changes on top.
    pub source: (&'p str, &'p [String]),
    /// Numbers, each with its bounds.
    pub ranges: &'p [Range],
    /// Choices and catalog entries.
    pub choices: &'p [SweepAxis],
    /// One or two goals.
    pub goals: &'p [Goal],
    /// Seed of the starts.
    pub seed: u64,
}

/// A design.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundDesign {
    /// Position of the word on each axis of choices.
    pub words: Vec<usize>,
    /// The numbers, in base units.
    pub numbers: Vec<f64>,
    /// The goals, in base units.
    pub goals: Vec<f64>,
}

/// The result.
#[derive(Debug, Clone, PartialEq)]
pub struct Optimum {
    /// Designs that no other beats in every goal, best in the first goal first; one design for one
    /// goal.
    pub front: Vec<FoundDesign>,
    /// Combinations of choices that were tried.
    pub combinations: usize,
    /// Combinations without a feasible design.
    pub infeasible: usize,
    /// Evaluations in all.
    pub evaluations: u64,
}

/// Why nothing came out.
#[derive(Debug, Clone)]
pub enum OptimizeError {
    /// A word does not resolve.
    Scenario(ScenarioErrors),
    /// More combinations of choices than can be tried.
    TooMany(usize),
    /// It was stopped.
    Stopped,
}

/// Most combinations of choices.
pub const MOST_COMBINATIONS: usize = 512;
/// Points at which each combination is looked at before the search begins.
const GRID_POINTS: usize = 256;
/// Best of them that the search starts from.
const STARTS: usize = 4;
/// Steps of one search.
const STEPS: u64 = 400;
/// Size of the first simplex, as a share of the bounds.
const SIMPLEX: f64 = 0.08;
/// Spread of the simplex at which a search ends.
const TOLERANCE: f64 = 1.0e-12;
/// Weights between two goals.
const WEIGHTS: u32 = 24;
/// Objective of an infeasible design, on top of by how much its gates fail; beyond every feasible
/// one.
const INFEASIBLE: f64 = 1.0e12;

/// How two goals become one number.
#[derive(Debug, Clone, Copy)]
enum Merit {
    One(usize),
    /// The larger of both distances to the best values, weighted (Chebyshev).
    Both {
        weight: f64,
        best: [f64; 2],
        scale: [f64; 2],
    },
}

/// One combination of choices, as a function of shares of the bounds.
struct Objective<'d> {
    base: Case,
    ranges: &'d [Range],
    goals: &'d [Goal],
    merit: Merit,
    model: RefCell<Evaluator>,
    evaluations: RefCell<u64>,
}

impl Objective<'_> {
    fn case(&self, shares: &[f64]) -> Case {
        let mut case = self.base;
        for ((input, (low, high)), share) in self.ranges.iter().zip(shares) {
            let value = low + folded(*share) * (high - low);
            (input.set)(&mut case, if input.is_whole() { libm::round(value) } else { value });
        }
        case
    }

    /// Goals of a feasible design with less always better, else by how much the gates fail.
    fn goals(&self, shares: &[f64]) -> Result<Vec<f64>, f64> {
        *self.evaluations.borrow_mut() += 1;
        let evaluation = self.model.borrow_mut().evaluate(&self.case(shares));
        let failed = evaluation.gates.iter().filter(|gate| !gate.ok);
        let missing: f64 = failed.map(|gate| 1.0 - gate.margin.unwrap_or(-1.0).min(0.0)).sum();
        let sign = |goal: &Goal| if goal.less { 1.0 } else { -1.0 };
        let goals: Vec<f64> =
            self.goals.iter().map(|goal| sign(goal) * reading(&evaluation, goal.metric)).collect();
        let exist = goals.iter().all(|goal| goal.is_finite());
        if missing > 0.0 || !exist { Err(missing + f64::from(u8::from(!exist))) } else { Ok(goals) }
    }

    fn objective(&self, shares: &[f64]) -> f64 {
        match (self.goals(shares), self.merit) {
            (Err(missing), _) => INFEASIBLE * (1.0 + missing),
            (Ok(goals), Merit::One(at)) => goals[at],
            (Ok(goals), Merit::Both { weight, best, scale }) => {
                let far = |at: usize| (goals[at] - best[at]) / scale[at];
                let (one, other) = (weight * far(0), (1.0 - weight) * far(1));
                one.max(other) + 1.0e-3 * (one + other)
            }
        }
    }
}

impl CostFunction for &Objective<'_> {
    type Param = Vec<f64>;
    type Output = f64;

    fn cost(&self, shares: &Self::Param) -> Result<f64, Error> {
        Ok(self.objective(shares))
    }
}

/// A share beyond the bounds counts as reflected at them, so that a simplex never leaves them.
fn folded(share: f64) -> f64 {
    if !share.is_finite() {
        return 0.5;
    }
    let rest = share.rem_euclid(2.0);
    if rest > 1.0 { 2.0 - rest } else { rest }
}

/// Searches from one start; gives the end and its objective.
fn descend(design: &Objective<'_>, start: &[f64]) -> (Vec<f64>, f64) {
    let mut simplex = vec![start.to_vec()];
    for at in 0..start.len() {
        let mut corner = start.to_vec();
        corner[at] += if corner[at] > 0.5 { -SIMPLEX } else { SIMPLEX };
        simplex.push(corner);
    }
    let stay = || (start.to_vec(), design.objective(start));
    let Ok(solver) = NelderMead::new(simplex).with_sd_tolerance(TOLERANCE) else { return stay() };
    let executor = Executor::new(design, solver).configure(|state| state.max_iters(STEPS));
    let Ok(result) = executor.run() else { return stay() };
    let state = result.state();
    match state.get_best_param() {
        Some(best) => (best.iter().map(|share| folded(*share)).collect(), state.get_best_cost()),
        None => stay(),
    }
}

impl Problem<'_> {
    /// Number of combinations of choices.
    pub fn combinations(&self) -> usize {
        self.choices.iter().map(SweepAxis::len).product()
    }

    fn words(&self, mut number: usize) -> Vec<usize> {
        self.choices
            .iter()
            .map(|axis| {
                let at = number % axis.len().max(1);
                number /= axis.len().max(1);
                at
            })
            .collect()
    }

    fn base(&self, words: &[usize]) -> Result<Case, OptimizeError> {
        let mut set = self.source.1.to_vec();
        for (axis, at) in self.choices.iter().zip(words) {
            if let AxisValues::Words(names) = &axis.values {
                set.push(format!("{}={}", axis.path, names[*at]));
            }
        }
        Ok(open(self.source.0, &set).map_err(OptimizeError::Scenario)?.nominal())
    }

    /// Finds the best design, or the front of best designs of two goals.
    ///
    /// Each combination of choices is looked at in 256 Sobol points; a simplex (Nelder and Mead, of
    /// the crate argmin) goes down from the best four. A design whose gates fail is worse than any
    /// that holds, the more the further it fails. For two goals the same is done for 24 weights of
    /// a Chebyshev distance. Local: a better design between the starts can be missed.
    ///
    /// # Errors
    /// [`OptimizeError`] if a word does not resolve, there are too many combinations, or it was
    /// stopped.
    pub fn solve(&self, workers: &Workers<'_>) -> Result<Optimum, OptimizeError> {
        let combinations = self.combinations();
        if combinations > MOST_COMBINATIONS {
            return Err(OptimizeError::TooMany(combinations));
        }
        let cases: Vec<(Vec<usize>, Case)> = (0..combinations)
            .map(|number| {
                let words = self.words(number);
                self.base(&words).map(|case| (words, case))
            })
            .collect::<Result<_, _>>()?;
        let solved: Option<Vec<(Vec<FoundDesign>, u64)>> = workers.pool.install(|| {
            cases
                .par_iter()
                .map(|(words, case)| {
                    let found = (!workers.is_stopped()).then(|| self.solve_one(words, case))?;
                    workers.count(1);
                    Some(found)
                })
                .collect()
        });
        let solved = solved.ok_or(OptimizeError::Stopped)?;
        let infeasible = solved.iter().filter(|(found, _)| found.is_empty()).count();
        let evaluations = solved.iter().map(|(_, evaluations)| evaluations).sum();
        let all: Vec<FoundDesign> = solved.into_iter().flat_map(|(found, _)| found).collect();
        let front = self.front(&all);
        Ok(Optimum { front, combinations, infeasible, evaluations })
    }

    /// The best designs of one combination.
    fn solve_one(&self, words: &[usize], case: &Case) -> (Vec<FoundDesign>, u64) {
        let mut design = Objective {
            base: *case,
            ranges: self.ranges,
            goals: self.goals,
            merit: Merit::One(0),
            model: RefCell::new(Evaluator::new(case)),
            evaluations: RefCell::new(0),
        };
        let looks = self.looks();
        let mut ends: Vec<Vec<f64>> = Vec::new();
        for goal in 0..self.goals.len() {
            design.merit = Merit::One(goal);
            ends.push(best_from(&design, &looks));
        }
        let reached: Vec<Vec<f64>> = ends.iter().filter_map(|end| design.goals(end).ok()).collect();
        if let [one, other] = reached.as_slice() {
            let best = [one[0], other[1]];
            let scale = [(other[0] - one[0]).abs(), (one[1] - other[1]).abs()];
            if scale.iter().all(|scale| *scale > 0.0) {
                for step in 1..WEIGHTS {
                    let weight = f64::from(step) / f64::from(WEIGHTS);
                    design.merit = Merit::Both { weight, best, scale };
                    ends.push(best_from(&design, &looks));
                }
            }
        }
        let found = ends.iter().filter_map(|shares| {
            let goals = design.goals(shares).ok()?;
            let case = design.case(shares);
            let numbers = self.ranges.iter().map(|(input, _)| (input.get)(&case)).collect();
            Some(FoundDesign { words: words.to_vec(), numbers, goals })
        });
        let found: Vec<FoundDesign> = found.collect();
        let evaluations = *design.evaluations.borrow();
        (found, evaluations)
    }

    /// Points at which each combination is looked at: the middle, and a net.
    fn looks(&self) -> Vec<Vec<f64>> {
        let net = Sobol::scrambled(0..self.ranges.len(), derived(self.seed, 0));
        let mut columns = vec![vec![0.0; GRID_POINTS]; self.ranges.len()];
        for (dimension, column) in columns.iter_mut().enumerate() {
            net.fill(dimension, 0, column);
        }
        let points = (0..GRID_POINTS).map(|at| columns.iter().map(|column| column[at]).collect());
        std::iter::once(vec![0.5; self.ranges.len()]).chain(points).collect()
    }

    /// Of all designs those that no other beats, with the goals in their own sign.
    fn front(&self, all: &[FoundDesign]) -> Vec<FoundDesign> {
        let beats = |one: &FoundDesign, other: &FoundDesign| {
            let pairs = || one.goals.iter().zip(&other.goals);
            pairs().all(|(one, other)| one <= other) && pairs().any(|(one, other)| one < other)
        };
        let mut front: Vec<FoundDesign> = Vec::new();
        for found in all {
            let is_new = !front.iter().any(|other| other.goals == found.goals);
            if is_new && !all.iter().any(|other| beats(other, found)) {
                front.push(found.clone());
            }
        }
        front.sort_by(|one, other| one.goals[0].total_cmp(&other.goals[0]));
        for found in &mut front {
            for (value, goal) in found.goals.iter_mut().zip(self.goals) {
                *value = if goal.less { *value } else { -*value };
            }
        }
        front
    }

    /// Path of a goal's metric.
    pub fn goal_path(goal: Goal) -> &'static str {
        METRICS[goal.metric].path
    }
}

/// The best end of the searches from the best starts.
fn best_from(design: &Objective<'_>, looks: &[Vec<f64>]) -> Vec<f64> {
    let mut ranked: Vec<(f64, &Vec<f64>)> =
        looks.iter().map(|look| (design.objective(look), look)).collect();
    ranked.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut best = (ranked[0].1.clone(), ranked[0].0);
    if design.ranges.is_empty() {
        return best.0;
    }
    for (_, start) in ranked.iter().take(STARTS) {
        let end = descend(design, start);
        if end.1 < best.1 {
            best = end;
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::inputs::input;
    use crate::system::verdict::is_feasible;
    use std::sync::atomic::{AtomicBool, AtomicU64};

    fn goal(path: &str) -> Goal {
        Goal { metric: METRICS.iter().position(|metric| metric.path == path).unwrap(), less: true }
    }

    fn solve(problem: &Problem<'_>) -> Optimum {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
        let (stop, done) = (AtomicBool::new(false), AtomicU64::new(0));
        problem.solve(&Workers { pool: &pool, stop: &stop, done: &done }).unwrap()
    }

    fn problem<'p>(
        ranges: &'p [Range],
        choices: &'p [SweepAxis],
        goals: &'p [Goal],
    ) -> Problem<'p> {
        Problem { source: ("reference-2026", &[]), ranges, choices, goals, seed: 1 }
    }

    #[test]
    fn no_point_of_a_grid_is_better_than_the_optimum() {
        let coolant = (input("coolant.temperature").unwrap(), (290.0, 360.0));
        let fin = (input("radiator.fin_length").unwrap(), (0.005, 0.2));
        let ranges = [coolant, fin];
        let goals = [goal("mass.per_it_power")];
        let optimum = solve(&problem(&ranges, &[], &goals));
        let best = optimum.front[0].goals[0];
        let base = open("reference-2026", &[]).unwrap().nominal();
        let mut model = Evaluator::new(&base);
        for one in 0..=40 {
            for other in 0..=20 {
                let mut case = base;
                let at = |(low, high): (f64, f64), share: f64| low + share * (high - low);
                (coolant.0.set)(&mut case, at(coolant.1, f64::from(one) / 40.0));
                (fin.0.set)(&mut case, at(fin.1, f64::from(other) / 20.0));
                let evaluation = model.evaluate(&case);
                if is_feasible(&evaluation.gates) {
                    let mass = evaluation.metrics().mass().per_it_power().unwrap().base();
                    assert!(mass >= best * (1.0 - 1e-6), "{mass} beats {best}");
                }
            }
        }
    }

    #[test]
    fn choices_are_tried_and_two_goals_give_a_front() {
        let words = ["falcon9", "starship_v3"].map(str::to_owned).to_vec();
        let vehicle = SweepAxis {
            path: "launch.vehicle".to_owned(),
            input: None,
            values: AxisValues::Words(words),
        };
        let ranges = [(input("mission.life").unwrap(), (1.0e8, 4.0e8))];
        let goals = [goal("mass.per_it_power"), goal("orbit.cost_per_it_energy")];
        let optimum = solve(&problem(&ranges, &[vehicle], &goals));
        assert_eq!(optimum.combinations, 2);
        assert!(optimum.front.len() > 2, "{:?}", optimum.front);
        for pair in optimum.front.windows(2) {
            assert!(pair[0].goals[0] < pair[1].goals[0] && pair[0].goals[1] > pair[1].goals[1]);
        }
    }

    #[test]
    fn shares_are_reflected_at_the_bounds() {
        assert!((folded(1.25) - 0.75).abs() < 1e-15 && (folded(-0.25) - 0.25).abs() < 1e-15);
        assert!((folded(f64::NAN) - 0.5).abs() < 1e-15);
    }
}
