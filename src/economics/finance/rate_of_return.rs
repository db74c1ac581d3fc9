//! The rates at which dated flows are worth nothing.

use super::dated::{DatedFlows, Payment};
use crate::numeric::root::{Tolerance, bracketed};
use crate::units::{Frequency, Money, Time, YEAR_SECONDS, per_year};

const ONE_YEAR: Time = Time::from_base(YEAR_SECONDS);
/// Largest logarithm of the yearly growth that is searched, up and down.
const MOST_GROWTH: f64 = 32.0;
/// Rounding of a sum of exponentials, in units of the last place.
const ROUNDING: f64 = 64.0;
/// Width of a bracket, in logarithms of the growth, that is not split again.
const NARROW: f64 = 1e-12;
/// Distance, in logarithms of the growth, within which roots are the same: where the sum is zero
/// within rounding around a root that it touches.
const SAME: f64 = 1e-6;

/// Rates at which the present value of the flows is zero.
#[derive(Debug, Clone, PartialEq)]
pub enum InternalRate {
    /// No rate above -1/yr makes the flows worth nothing.
    None,
    /// Exactly one does.
    Single(Frequency),
    /// More than one does, rising; no single number describes these flows.
    Ambiguous(Vec<Frequency>),
}

impl InternalRate {
    /// All of them, rising.
    pub fn rates(&self) -> &[Frequency] {
        match self {
            Self::None => &[],
            Self::Single(rate) => std::slice::from_ref(rate),
            Self::Ambiguous(rates) => rates,
        }
    }
}

/// All rates at which yearly flows, the first of which falls today, are worth nothing.
///
/// See [`DatedFlows::rates_of_return`] for model, range and references.
pub fn internal_rate_of_return(flows: &[Money]) -> InternalRate {
    let dated = |(year, amount): (usize, &Money)| Payment {
        at: ONE_YEAR * year as f64,
        over: Time::from_base(0.0),
        amount: *amount,
    };
    DatedFlows::of(flows.iter().enumerate().map(dated).collect()).rates_of_return()
}

impl DatedFlows {
    /// All rates at which the payments are worth nothing.
    ///
    /// # Model
    /// ```text
    /// NPV(r) = 0,   x = ln(1 + r),   NPV = P(x) - N(x)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | NPV | present value of [`DatedFlows::net_present_value`] | USD |
    /// | r | internal rate of return | 1/yr |
    /// | P, N | present values of what is received and of what is paid | USD |
    ///
    /// Dated from the first payment on, P, N and their slopes fall with x; dated back from the last
    /// one they fall with -x. So the values at the ends of a bracket bound them inside. A bracket
    /// is split until either P - N or its slope keeps its sign in it: then it holds no root, or one
    /// where the sign differs at its ends, which Brent's method finds to the last digits.
    ///
    /// # Assumes
    /// A root that the sum touches without crossing is found where the sum vanishes within
    /// rounding.
    ///
    /// # Valid for
    /// Any payments; all zero gives [`InternalRate::None`]. Rates whose ln(1 + r) lies within ±32,
    /// which no investment leaves.
    ///
    /// # References
    /// \[Numpy2019\], Notes, for the equation
    pub fn rates_of_return(&self) -> InternalRate {
        let falling = DatedTerms::counted(self, -1.0).map_or_else(Vec::new, |terms| terms.roots());
        let rising = DatedTerms::counted(self, 1.0).map_or_else(Vec::new, |terms| terms.roots());
        let growths: Vec<f64> = falling.iter().rev().map(|x| -x).chain(rising).collect();
        let alike = growths.chunk_by(|one, next| next - one <= SAME);
        let middles = alike.map(|roots| 0.5 * (roots[0] + roots[roots.len() - 1]));
        let rate = |x: f64| Frequency::new::<per_year>(libm::expm1(x));
        let rates: Vec<Frequency> = middles.map(rate).collect();
        match rates.as_slice() {
            [] => InternalRate::None,
            [rate] => InternalRate::Single(*rate),
            _ => InternalRate::Ambiguous(rates),
        }
    }
}

/// An amount and its distance in years from the end that is counted from.
type Term = (f64, f64);

/// The payments as a sum of falling exponentials: those of a unit times those of the starts, and
/// those that are made once.
struct DatedTerms {
    unit: Vec<Term>,
    starts: Vec<Term>,
    once: Vec<Term>,
}

/// A sum of exponentials, and its slope with the sign turned, in positive and negative terms.
#[derive(Clone, Copy, Default)]
struct Sides {
    gain: f64,
    loss: f64,
    gain_slope: f64,
    loss_slope: f64,
}

impl Sides {
    fn of(terms: &[Term], x: f64) -> Self {
        let mut sides = Self::default();
        for (distance, amount) in terms {
            let worth = amount.abs() * libm::exp(-x * distance);
            if *amount > 0.0 {
                sides.gain += worth;
                sides.gain_slope += worth * distance;
            } else {
                sides.loss += worth;
                sides.loss_slope += worth * distance;
            }
        }
        sides
    }

    /// Sign of the sum; zero where its terms cancel within rounding.
    fn sign(&self) -> i8 {
        let gap = self.gain - self.loss;
        let rounding = ROUNDING * f64::EPSILON * (self.gain + self.loss);
        i8::from(gap > rounding) - i8::from(gap < -rounding)
    }
}

impl DatedTerms {
    /// Counted from the first payment on (1) or from the last one back (-1); none where nothing is
    /// paid, or something that is no number.
    fn counted(flows: &DatedFlows, direction: f64) -> Option<Self> {
        let years = |time: Time| direction * (time / ONE_YEAR).base();
        let terms = |payments: &[Payment]| {
            merged(payments.iter().map(|one| (years(one.at), one.amount.base())).collect())
        };
        let starts = flows.starts.iter().map(|one| (years(one.date), one.share.base()));
        let mut all = Self {
            unit: terms(&flows.unit),
            starts: merged(starts.collect()),
            once: terms(&flows.once),
        };
        if all.unit.is_empty() || all.starts.is_empty() {
            (all.unit, all.starts) = (Vec::new(), Vec::new());
        }
        let each = || all.unit.iter().chain(&all.starts).chain(&all.once);
        let is_sound = each().all(|one| one.0.is_finite() && one.1.is_finite());
        let is_empty = each().next().is_none();
        all.shift();
        (is_sound && !is_empty).then_some(all)
    }

    /// Makes the first of all payments the one at zero.
    fn shift(&mut self) {
        let first = |terms: &[Term]| terms.iter().map(|one| one.0).fold(f64::INFINITY, f64::min);
        let (unit, start) = (first(&self.unit), first(&self.starts));
        let base = first(&self.once).min(unit + start);
        let move_all = |terms: &mut [Term], by: f64| terms.iter_mut().for_each(|one| one.0 -= by);
        if !self.starts.is_empty() {
            move_all(&mut self.starts, start);
            move_all(&mut self.unit, base - start);
        }
        move_all(&mut self.once, base);
    }

    fn at(&self, x: f64) -> Sides {
        let once = Sides::of(&self.once, x);
        if self.starts.is_empty() {
            return once;
        }
        let (unit, starts) = (Sides::of(&self.unit, x), Sides::of(&self.starts, x));
        let (weight, slope) = (starts.gain, starts.gain_slope);
        Sides {
            gain: unit.gain * weight + once.gain,
            loss: unit.loss * weight + once.loss,
            gain_slope: unit.gain_slope * weight + unit.gain * slope + once.gain_slope,
            loss_slope: unit.loss_slope * weight + unit.loss * slope + once.loss_slope,
        }
    }

    /// Roots from zero on, rising.
    fn roots(&self) -> Vec<f64> {
        let mut roots = Vec::new();
        let mut open = vec![(0.0, MOST_GROWTH, self.at(0.0), self.at(MOST_GROWTH))];
        while let Some((low, high, left, right)) = open.pop() {
            if keeps_sign((left.gain, right.gain), (left.loss, right.loss)) {
                continue;
            }
            let slopes = (left.gain_slope, right.gain_slope);
            let is_monotonic = keeps_sign(slopes, (left.loss_slope, right.loss_slope));
            if is_monotonic || high - low < NARROW {
                roots.extend(self.root((low, high), (left.sign(), right.sign())));
                continue;
            }
            let middle = 0.5 * (low + high);
            let there = self.at(middle);
            open.push((middle, high, there, right));
            open.push((low, middle, left, there));
        }
        roots
    }

    /// The root in a bracket that holds one at most.
    fn root(&self, (low, high): (f64, f64), signs: (i8, i8)) -> Option<f64> {
        let gap = |x: f64| {
            let sides = self.at(x);
            sides.gain - sides.loss
        };
        match signs {
            (0, _) => Some(low),
            (_, 0) => Some(high),
            (left, right) if left == right => None,
            _ => {
                let tolerance = Tolerance { width: 1e-15, steps: 200 };
                Some(bracketed(gap, (low, high), tolerance).unwrap_or(0.5 * (low + high)))
            }
        }
    }
}

/// Terms in the order of their dates, those of one date as one, without those that are zero.
fn merged(mut terms: Vec<Term>) -> Vec<Term> {
    terms.sort_by(|one, other| one.0.total_cmp(&other.0));
    let at_once = terms.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq());
    let sums = at_once.map(|all| (all[0].0, all.iter().map(|one| one.1).sum::<f64>()));
    sums.filter(|one| one.1 != 0.0).collect()
}

/// Whether the difference of two falling sums keeps its sign between two places, by their values at
/// both.
fn keeps_sign((gain_left, gain_right): (f64, f64), (loss_left, loss_right): (f64, f64)) -> bool {
    gain_right > loss_left || gain_left < loss_right
}
