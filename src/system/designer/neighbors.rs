//! Neighbors of a design: one or two open decisions moved by a step each, with the size that goes
//! with them.
//!
//! What a step changes is told by closing one satellite; what two change is told from each of them.
//! The most promising are closed and priced at their best size. The search begins where computing
//! costs least on shared launches, as whole ones make steps that hide the way.

use super::bench::{Closed, DesignBench, Trial};
use super::counts::{CountRules, least, with_count};
use super::ladder::{Ladder, are_steps_open, stepped, with_moved};
use super::screen::{Promise, SizeEffect, Sized, SizedChange, TriedSizes};
use crate::economics::launch::Sharing;
use crate::system::decisions::Decision;
use crate::system::inputs::Case;

/// Moves that are closed in one round.
const MOST_TRIED: usize = 24;
/// Rounds at most; one that brings nothing ends them.
const MOST_ROUNDS: usize = 12;
/// By how much what is told of a move may be above the best.
const NEAR: f64 = 0.0;
/// Share of a launch above which a satellite is told apart at half its size: what makes it heavier
/// would not fit.
const NEARLY_ALL: f64 = 0.8;
/// Number of satellites over the fewest at which decisions are first moved.
const ROOMY: f64 = 2.0;
/// The ways of a step: up and down.
const WAYS: [fn(usize) -> Option<usize>; 2] = [|rung| Some(rung + 1), |rung| rung.checked_sub(1)];
/// Steps that are told of each way.
const FARTHEST: usize = 3;
/// What a launch may be worth over its price: where launches have room, mass is free; where one
/// more would be needed, it is dear.
const WEIGHTS: [f64; 7] = [0.0, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0];

/// One decision moved.
#[derive(Debug, Clone, Copy)]
struct LadderStep {
    ladder: Ladder,
    value: f64,
    change: SizedChange,
}

/// Steps of one decision one way, the nearest first.
type OneWay = [Option<LadderStep>; FARTHEST];

/// What is known of the steps of one decision one way; none before it is told.
type KnownWay = Option<OneWay>;

/// The steps of every decision, up and down.
struct LadderSteps {
    all: [[KnownWay; WAYS.len()]; Decision::ALL.len()],
}

impl LadderSteps {
    const UNTOLD: Self = Self { all: [[None; WAYS.len()]; Decision::ALL.len()] };

    /// Steps of one rung.
    fn nearest(&self) -> impl Iterator<Item = &LadderStep> {
        self.all.iter().flatten().flatten().filter_map(|steps_on| steps_on[0].as_ref())
    }

    /// Steps of each decision that has any.
    fn of_each(&self) -> impl Iterator<Item = impl Iterator<Item = &LadderStep>> {
        self.all.iter().map(|ways| ways.iter().flatten().flatten().flatten())
    }

    /// Each step of one rung alone, and each two of different decisions; then what is best where a
    /// launch is worth less and more than its price.
    fn moves(&self, launches: f64) -> impl Iterator<Item = Move> {
        let pairs = self.nearest().enumerate().flat_map(|(at, one)| {
            let others = self.nearest().take(at).filter(|other| other.ladder != one.ladder);
            let alone = Move::NONE.with(one);
            std::iter::once(alone).chain(others.map(move |other| alone.with(other)))
        });
        pairs.chain(WEIGHTS.iter().map(move |weight| self.weighted(weight * launches)))
    }

    /// Of each decision the step that is best where launches are this share of the cost.
    fn weighted(&self, launches: f64) -> Move {
        let worth = |step: &&LadderStep| step.change.worth(launches);
        self.of_each().fold(Move::NONE, |found, steps| {
            let best = steps.min_by(|one, other| worth(one).total_cmp(&worth(other)));
            best.filter(|best| worth(best) < 0.0).map_or(found, |best| found.with(best))
        })
    }

    /// Forgets the steps of decisions that have moved.
    fn forget(&mut self, from: &Case, to: &Case) {
        for (decision, known) in Decision::ALL.into_iter().zip(&mut self.all) {
            let moved = |ladder: Ladder| ladder.read(from).to_bits() != ladder.read(to).to_bits();
            if Ladder::of(decision).is_some_and(moved) {
                *known = [None; WAYS.len()];
            }
        }
    }
}

/// Decisions that are moved together.
#[derive(Debug, Clone, Copy)]
struct Move {
    steps: [Option<(Ladder, f64)>; Decision::ALL.len()],
    len: usize,
    change: SizedChange,
}

impl Move {
    const NONE: Self =
        Self { steps: [None; Decision::ALL.len()], len: 0, change: SizedChange::NONE };

    fn with(&self, step: &LadderStep) -> Self {
        let mut next = *self;
        next.steps[self.len] = Some((step.ladder, step.value));
        next.len += 1;
        next.change = self.change.with(&step.change);
        next
    }

    /// What is said of numbers after the move, where spare satellites may be one of its decisions.
    fn rules(&self, rules: CountRules) -> CountRules {
        let mut steps = self.steps.iter().flatten();
        let spares = steps.find(|(ladder, _)| ladder.is_of_spares());
        let spares = spares.map_or(rules.spares, |(_, value)| *value);
        CountRules { spares, ..rules }
    }

    fn of(&self, case: &Case) -> Case {
        let steps = self.steps.iter().flatten();
        steps.fold(*case, |case, (ladder, value)| ladder.with(&case, *value))
    }
}

/// The most promising moves and where each may cost least, best first.
struct Promising {
    best: [Option<(Move, Promise)>; MOST_TRIED],
}

impl Promising {
    fn add(&mut self, new: &(Move, Promise)) {
        let cost = |at: &Option<(Move, Promise)>| at.map_or(f64::INFINITY, |(_, it)| it.cost);
        let mut carried = Some(*new);
        for place in &mut self.best {
            if cost(&carried) < cost(place) {
                std::mem::swap(place, &mut carried);
            }
        }
    }
}

impl DesignBench<'_> {
    /// A case with what is moved step by step where computing costs least on shared launches, at
    /// one size.
    pub(super) fn smoothed(&mut self, start: &Case) -> Case {
        let mut best = if self.is_open(Decision::Size) {
            with_count(start, ROOMY * least(start))
        } else {
            *start
        };
        if !are_steps_open(start) {
            return *start;
        }
        let mut cost = self.smooth_cost(&best);
        for ladder in stepped(start) {
            for way in WAYS {
                while let Some((_, next)) = ladder.moved(&best, ladder.rung(&best), way) {
                    let now = self.smooth_cost(&next);
                    if now >= cost || now.is_nan() {
                        break;
                    }
                    (best, cost) = (next, now);
                }
            }
        }
        with_moved(start, &best)
    }

    /// The best that moves of one or two decisions lead to, one move after the other.
    pub(super) fn moved(&mut self, from: &Trial) -> Trial {
        let mut best = *from;
        let mut steps = LadderSteps::UNTOLD;
        for _ in 0..MOST_ROUNDS {
            let next = self.moved_once(&best, &mut steps);
            if !next.standing.beats(&best.standing) {
                break;
            }
            steps.forget(&best.case, &next.case);
            best = next;
        }
        best
    }

    fn moved_once(&mut self, from: &Trial, steps: &mut LadderSteps) -> Trial {
        let there = self.with_room(from);
        let closed = self.close(&there);
        let (base, per_launch) = self.sold(&closed);
        let scale = self.size_effect(&there, per_launch);
        self.tell(&closed, (&base, per_launch), steps);
        let rules = CountRules::of(&there);
        let Some(here) = self.promised(&rules, &base, &scale) else { return *from };
        let mut promising = Promising { best: [None; MOST_TRIED] };
        for one in steps.moves(per_launch * base.paid / base.cost) {
            let (sized, scale) =
                (scale.sized_after(&base, &one.change), scale.changed(&one.change));
            let promise = self.promised(&one.rules(rules), &sized, &scale);
            if let Some(promise) = promise.filter(|next| next.cost < here.cost * (1.0 + NEAR)) {
                promising.add(&(one, promise));
            }
        }
        for (one, promise) in promising.best.into_iter().flatten().filter(|it| it.0.len > 0) {
            let trial = self.kept_or_tried(&one.of(&from.case), &promise);
            if trial.standing.beats(&from.standing) {
                return self.moved_on(from, &trial);
            }
        }
        *from
    }

    /// The same move again, in longer and longer steps while that is better.
    fn moved_on(&mut self, from: &Trial, first: &Trial) -> Trial {
        let (mut best, mut before, mut times) = (*first, from.case, 1);
        loop {
            let mut next = best.case;
            let mut has_moved = false;
            for _ in 0..times {
                let again = moved_alike(&next, (&before, &best.case));
                has_moved |= again.is_some();
                next = again.unwrap_or(next);
            }
            if !has_moved {
                return best;
            }
            let trial = self.sized_near(&next, &best);
            if !trial.standing.beats(&best.standing) {
                return best;
            }
            (before, best, times) = (best.case, trial, 2 * times);
        }
    }

    /// The case at a size that leaves room on a launch for what makes it heavier.
    fn with_room(&mut self, from: &Trial) -> Case {
        let case = &from.case;
        if !self.is_open(Decision::Size) || from.of_launch < NEARLY_ALL {
            return *case;
        }
        with_count(case, 2.0 * case.satellite.count.base())
    }

    /// Finds what each step changes that is not known yet, of the decisions that are open.
    fn tell(&mut self, there: &Closed, base: (&Sized, f64), steps: &mut LadderSteps) {
        let case = &there.case;
        for (decision, known) in Decision::ALL.into_iter().zip(&mut steps.all) {
            let Some(ladder) = Ladder::of(decision).filter(|_| case.open.has(decision)) else {
                continue;
            };
            for (steps_on, way) in known.iter_mut().zip(WAYS) {
                if steps_on.is_none() {
                    *steps_on = Some(self.steps_on(there, base, (decision, ladder), way));
                }
            }
        }
    }

    /// The steps of one decision one way: the nearest and the farthest are closed, what lies
    /// between changes by their mean. Of what is searched whole the nearest is enough.
    fn steps_on(
        &mut self,
        there: &Closed,
        base: (&Sized, f64),
        (decision, ladder): (Decision, Ladder),
        way: fn(usize) -> Option<usize>,
    ) -> OneWay {
        let mut steps_on: OneWay = [None; FARTHEST];
        let mut case = there.case;
        let steps = if ladder.is_searched_whole() { 1 } else { FARTHEST };
        for (at, step) in steps_on.iter_mut().enumerate().take(steps) {
            let Some((_, next)) = ladder.moved(&case, ladder.rung(&case), way) else { break };
            case = next;
            let is_told = at == 0 || at + 1 == FARTHEST;
            let change = if is_told {
                let (sized, price) = self.sold_after(there, &case, decision);
                SizedChange::between(base, (&sized, price))
            } else {
                Some(SizedChange::NONE)
            };
            let Some(change) = change else { break };
            *step = Some(LadderStep { ladder, value: ladder.read(&case), change });
        }
        let told = |at: usize| steps_on[at].map(|step| step.change);
        let between = told(0).zip(told(FARTHEST - 1)).map(|(near, far)| near.halfway_to(&far));
        steps_on[1] = steps_on[1].zip(between).map(|(step, change)| LadderStep { change, ..step });
        steps_on
    }

    /// A design at one size with one decision moved; spare satellites leave the satellite as it is.
    fn sold_after(&mut self, there: &Closed, moved: &Case, decision: Decision) -> (Sized, f64) {
        let closed = if decision == Decision::SatelliteSpares {
            there.with_spares_of(moved)
        } else {
            self.close(moved)
        };
        self.sold(&closed)
    }

    /// What computing costs where satellites pay for the share of a launch that they take.
    fn smooth_cost(&mut self, case: &Case) -> f64 {
        let mut shared = *case;
        shared.launch.sharing = Sharing::Shared;
        let trial = self.tried(&shared);
        if trial.standing.is_feasible() { trial.standing.cost } else { f64::INFINITY }
    }

    /// The size at which a design may cost least; the stated one where it is stated.
    fn promised(&self, rules: &CountRules, sized: &Sized, scale: &SizeEffect) -> Option<Promise> {
        if self.is_open(Decision::Size) {
            return scale.best_size(rules, sized, TriedSizes::default());
        }
        let cost = scale.cost_at_this_size(rules, sized);
        cost.is_finite().then_some(Promise { per_launch: 1, count: sized.count, cost })
    }

    /// A design at the size that it promised to be cheap at.
    fn kept_or_tried(&mut self, case: &Case, promise: &Promise) -> Trial {
        if !self.is_open(Decision::Size) || !Self::is_dedicated(case) {
            return self.tried_at(case, promise.count);
        }
        let size = (f64::from(promise.per_launch), promise.count);
        match self.fewest_for(case, size) {
            Some(kept) => kept,
            None => self.tried_at(case, promise.count),
        }
    }

    fn tried_at(&mut self, case: &Case, count: f64) -> Trial {
        let case = if self.is_open(Decision::Size) { with_count(case, count) } else { *case };
        self.tried(&case)
    }
}

/// A case with the ladders that two cases differ in moved by a rung the same way; none where they
/// end.
fn moved_alike(case: &Case, (from, to): (&Case, &Case)) -> Option<Case> {
    let open = Decision::ALL.into_iter().filter(|decision| case.open.has(*decision));
    let mut next = *case;
    let mut has_moved = false;
    for ladder in open.filter_map(Ladder::of) {
        let rise = ladder.read(to) - ladder.read(from);
        let way = if rise > 0.0 { WAYS[0] } else { WAYS[1] };
        let moved = ladder.moved(&next, ladder.rung(&next), way).filter(|_| rise != 0.0);
        has_moved |= moved.is_some();
        next = moved.map_or(next, |(_, moved)| moved);
    }
    has_moved.then_some(next)
}
