//! Few parts: whole numbers of them work, and their number scatters.

use super::{Attrition, Law, ONE_YEAR, delivered_share};
use crate::numeric::elementary::{exp, exp_m1, ln};
use crate::numeric::quadrature::GaussLegendre;
use crate::numeric::weibull::mean_shortfall;
use crate::units::{Ratio, fraction};

/// Spare parts up to which whole parts are counted; beyond, their number is taken as normal.
const MOST_COUNTED: usize = 32;
/// Cumulative hazard that leaves nothing.
const NOTHING_LEFT: f64 = 500.0;
/// Ratio of neighboring chances below which a tail falls fast.
const FAST: f64 = 0.05;
/// Terms of a tail at most.
const MOST_TERMS: u32 = 80;
/// Nodes on either side of the time at which the spares of many parts are used up.
const NODES: usize = 16;
static RULE: GaussLegendre<NODES> = GaussLegendre::new();

/// A number for each node: plain loops over them become vector code.
type Nodes = [f64; NODES];

/// A function of the number of each node.
#[inline]
fn each(numbers: &Nodes, function: impl Fn(f64) -> f64) -> Nodes {
    let mut results = [0.0; NODES];
    for (result, number) in results.iter_mut().zip(numbers) {
        *result = function(*number);
    }
    results
}

/// Whole parts that share a stock of spares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Batch {
    /// How they fail, their spares and their life.
    pub attrition: Attrition,
    /// Working parts by design; the nearest whole number counts, at least one.
    pub working: Ratio,
}

/// Share of the design capacity that is delivered, mean over the life, by whole parts.
///
/// # Model
/// ```text
/// D = 1/(n L) ∫ E min(n, X(t)) dt,   X ~ Binomial(N, S(t)),   N = n + σ,   σ = s n
/// k = 1:  D = 1/m [Σ_i P(F > i)/(N - i) + E max(0, F - σ)/n]
///         i from 0 to σ - 1,   F ~ Binomial(N, 1 - e^(-m)),   m = λ L
/// σ > 32: D = D_many - (1 - p) G(z) / (n h(t*) L)
///         p = n/N,   z = (n - N S(L)) / √(N S(L) (1 - S(L)))
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | n, σ | working and spare parts | 1 |
/// | S, λ, k, L, t* | as in [`delivered_share`](super::delivered_share) | |
/// | F | parts failed by the end | 1 |
/// | h | hazard dm/dt | 1/yr |
/// | G | ∫ φ(u) − \|u\| Φ(−\|u\|) du up to z | 1 |
///
/// With a constant rate the parts left are a death process, and the time in each state follows from
/// the count at the end: the sum above is exact. With another shape the difference to many parts,
/// which is large near t* only, is integrated with 16 nodes on either side (1e-7). With more than
/// 32 spares the count is taken as normal and its mean as straight near t*: within 6e-4 with a
/// constant rate (17 parts with 33 spares; 2e-4 from 100 parts on), 3e-3 with a shape of 0.45 (8e-4
/// from 100 parts on).
///
/// # Assumes
/// Parts fail independently. Where σ is not whole, a share of the batches carries one part more: D
/// is linear between whole numbers, like mass and price.
///
/// # Valid for
/// As [`delivered_share`](super::delivered_share); at least one part. Never above it, and equal to
/// it without spares, without failures and for very many parts.
///
/// # References
/// Binomial distribution; derivation and errors in docs/model/fleet.md
pub fn delivered_by(batch: &Batch) -> Ratio {
    let many = || delivered_share(&batch.attrition);
    let life = (batch.attrition.life / ONE_YEAR).base();
    let Some(law) = batch.attrition.law() else { return many() };
    if law.rate == 0.0 {
        return many();
    }
    let working = batch.working.base().round().max(1.0);
    let spares = batch.attrition.spares.base() * working;
    if spares > MOST_COUNTED as f64 + WHOLE {
        return many() - fraction(normal_loss(law, life, working, spares));
    }
    let below = libm::floor(spares + WHOLE);
    let rest = (spares - below).max(0.0);
    let counted = |spares: f64| {
        if spares > 0.0 { whole(law, life, working, spares) } else { law.delivered(0.0, life) }
    };
    let share = counted(below);
    if rest <= WHOLE {
        return fraction(share);
    }
    fraction(share + rest * (counted(below + 1.0) - share))
}

/// The whole number of spares, at most those that are counted.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and the number is small"
)]
fn places(spares: f64) -> usize {
    (spares as usize).min(MOST_COUNTED)
}

/// Part of a spare within which a number of spares counts as whole.
const WHOLE: f64 = 1e-9;

/// What scatter takes from many parts, their number normal.
fn normal_loss(law: Law, life: f64, working: f64, spares: f64) -> f64 {
    let all = working + spares;
    let left = libm::exp(-law.hazard(life));
    let deviation = (all * left * (1.0 - left)).sqrt();
    if deviation == 0.0 && left > 0.5 {
        return 0.0;
    }
    let z = (working - all * left) / deviation;
    let crossing = libm::log1p(spares / working);
    // dt/dm at the crossing, from m = λ t^k
    let per_hazard = law.time(crossing) / (law.shape * crossing);
    spares / all * per_hazard * mean_shortfall(z) / (working * life)
}

/// Mean share delivered by whole parts with whole spares.
fn whole(law: Law, life: f64, working: f64, spares: f64) -> f64 {
    if law.is_constant() {
        return constant_rate(law.rate * life, working, spares);
    }
    law.delivered(spares / working, life) - scatter(law, life, working, spares)
}

/// Chances of failures among parts: up to the number of spares one by one, beyond it together.
struct Failures {
    /// Chance of each count up to the spares.
    chances: [f64; MOST_COUNTED + 1],
    /// Chance of more than the spares.
    beyond: f64,
    /// Mean number of failures beyond the spares.
    uncovered: f64,
}

impl Failures {
    /// At this cumulative hazard, below [`NOTHING_LEFT`].
    fn at(hazard: f64, working: f64, spares: f64) -> Self {
        let all = working + spares;
        let odds = libm::expm1(hazard);
        let mut chances = [0.0; MOST_COUNTED + 1];
        let mut chance = libm::exp(-hazard * all);
        let (mut sum, mut left, mut count) = (0.0, 0.0, 0.0);
        for place in &mut chances[..=places(spares)] {
            *place = chance;
            sum += chance;
            left += (spares - count) * chance;
            chance *= (all - count) / (count + 1.0) * odds;
            count += 1.0;
        }
        let mut failures = Self { chances, beyond: 0.0, uncovered: 0.0 };
        // a tail that falls fast is summed, so that nothing cancels; another is what the rest
        // leaves
        if (all - count) / (count + 1.0) * odds < FAST {
            for _ in 0..MOST_TERMS {
                failures.beyond += chance;
                failures.uncovered += (count - spares) * chance;
                chance *= (all - count) / (count + 1.0) * odds;
                count += 1.0;
                if chance <= SMALLEST_TERM * failures.beyond {
                    break;
                }
            }
        } else {
            failures.beyond = (1.0 - sum).max(0.0);
            failures.uncovered = (left - all * libm::expm1(-hazard) - spares).max(0.0);
        }
        failures
    }
}

/// The exact sum for a constant rate; `hazard` is that of the whole life.
fn constant_rate(hazard: f64, working: f64, spares: f64) -> f64 {
    if hazard >= NOTHING_LEFT {
        // all fail: the sum of the mean times between failures is the time at work
        let mut sum = 1.0;
        let mut count = 0.0;
        while count < spares {
            sum += 1.0 / (working + spares - count);
            count += 1.0;
        }
        return sum / hazard;
    }
    let failures = Failures::at(hazard, working, spares);
    let mut above = failures.beyond;
    let mut sum = failures.uncovered / working;
    let mut left = working;
    for chance in failures.chances[1..=places(spares)].iter().rev() {
        // chance of at least as many failures as leave this number of parts and one less
        above += chance;
        left += 1.0;
        sum += above / left;
    }
    sum / hazard
}

/// What scatter takes from many parts: the integral of the difference, large near the time at which
/// the spares of many parts are used up. The places are powers of the time, so that the integrand
/// is smooth at zero.
fn scatter(law: Law, life: f64, working: f64, spares: f64) -> f64 {
    let all = working + spares;
    let crossing = libm::log1p(spares / working);
    let end = crossing + DEVIATIONS * (spares / all / working).sqrt() + FOLDS / working;
    let power = (1.0 / law.shape).max(1.0);
    let place = |hazard: f64| libm::pow(law.time(hazard) / life, 1.0 / power).min(1.0);
    let whole_life = law.hazard(life);
    let loss = |(low, high): (f64, f64), is_before: bool| {
        let places = RULE.nodes.map(|node| low + (high - low) * node.place);
        let (hazards, rises) = course(law.shape, whole_life, &places);
        let (uncovered, left) = lacks(&hazards, working, spares);
        let losses = if is_before { uncovered } else { left };
        let nodes = RULE.nodes.iter().zip(rises).zip(losses).zip(hazards);
        let counted = |hazard: f64| if hazard < NOTHING_LEFT { 1.0 } else { 0.0 };
        let sum: f64 = nodes
            .map(|(((node, rise), loss), hazard)| node.weight * (counted(hazard) * rise * loss))
            .sum();
        (high - low) * sum
    };
    let (middle, last) = (place(crossing), place(end));
    (loss((0.0, middle), true) + loss((middle, last), false)) / working
}

/// Cumulative hazards at places, and how fast the time rises there over the life. With shapes up to
/// one the place is the hazard over that of the whole life, with others the time over the life, so
/// that one power is enough.
fn course(shape: f64, whole_life: f64, places: &Nodes) -> (Nodes, Nodes) {
    let power = 1.0 / shape;
    let exponent = if power > 1.0 { power - 1.0 } else { shape };
    let powers = each(places, |place| exp(exponent * ln(place)));
    if power > 1.0 {
        (each(places, |place| whole_life * place), each(&powers, |rise| power * rise))
    } else {
        (each(&powers, |share| whole_life * share), [1.0; NODES])
    }
}

/// Mean number of failures that no spare covers, and of spares that are left, at cumulative hazards
/// side by side; those from [`NOTHING_LEFT`] on count as that.
fn lacks(hazards: &Nodes, working: f64, spares: f64) -> (Nodes, Nodes) {
    let all = working + spares;
    let hazards = each(hazards, |hazard| hazard.min(NOTHING_LEFT));
    let odds = each(&hazards, exp_m1);
    let mut chances = each(&hazards, |hazard| exp(-hazard * all));
    let (mut left, mut count) = ([0.0; NODES], 0.0);
    for _ in 0..=places(spares) {
        let (idle, more) = (spares - count, (all - count) / (count + 1.0));
        for ((chance, left), odds) in chances.iter_mut().zip(&mut left).zip(&odds) {
            *left += idle * *chance;
            *chance *= more * odds;
        }
        count += 1.0;
    }
    let more = (all - count) / (count + 1.0);
    // a tail that falls fast is summed, so that nothing cancels; another is what the rest leaves
    let is_fast = odds.map(|odds| more * odds < FAST);
    for (chance, is_fast) in chances.iter_mut().zip(&is_fast) {
        *chance = if *is_fast { *chance } else { 0.0 };
    }
    let mut uncovered = tails(chances, &odds, (all, spares), count);
    let failing = each(&hazards, |hazard| exp_m1(-hazard));
    for (at, uncovered) in uncovered.iter_mut().enumerate() {
        let rest = (left[at] - all * failing[at] - spares).max(0.0);
        *uncovered = if is_fast[at] { *uncovered } else { rest };
    }
    (uncovered, left)
}

/// Mean number of failures beyond the spares, from the chances of `count` of them on.
fn tails(mut chances: Nodes, odds: &Nodes, (all, spares): (f64, f64), mut count: f64) -> Nodes {
    let (mut beyond, mut uncovered) = ([0.0; NODES], [0.0; NODES]);
    for _ in 0..MOST_TERMS {
        let (over, more) = (count - spares, (all - count) / (count + 1.0));
        let sums = beyond.iter_mut().zip(&mut uncovered);
        for ((chance, odds), (beyond, uncovered)) in chances.iter_mut().zip(odds).zip(sums) {
            *beyond += *chance;
            *uncovered += over * *chance;
            // a term too small to count ends its tail
            let next = *chance * (more * odds);
            *chance = if next > SMALLEST_TERM * *beyond { next } else { 0.0 };
        }
        if chances.iter().all(|chance| *chance <= 0.0) {
            break;
        }
        count += 1.0;
    }
    uncovered
}

/// Share of a sum below which a term does not count.
const SMALLEST_TERM: f64 = 1e-18;
/// Standard deviations of the count, and e-foldings of the last parts, beyond which the difference
/// to many parts is nothing.
const DEVIATIONS: f64 = 9.0;
const FOLDS: f64 = 30.0;

#[cfg(test)]
mod tests;
