//! One smooth distribution by three numbers: its 5 %, 50 % and 95 % points.

use super::normal::{NORMAL_95, normal_quantile};

/// Share of the outcomes below the low point, and above the high one.
const OUTER: f64 = 0.05;
/// Logarithm of the odds of the high point, ln(0.95 / 0.05).
const ODDS: f64 = 2.944_438_979_166_440_3;
/// Largest ratio of the third term to the second for which the quantile rises everywhere.
const MOST_SKEW: f64 = 1.667_11;
/// Least share that is told from zero: the ends themselves lie infinitely far out.
const LEAST_SHARE: f64 = f64::EPSILON * f64::EPSILON;

/// A distribution by its 5 %, 50 % and 95 % points, inside bounds that may be infinite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Triplet {
    /// The metalog of three terms.
    Smooth {
        /// Terms of the quantile function.
        terms: [f64; 3],
        /// Low and high bound.
        bounds: (f64, f64),
    },
    /// Half of one bell below the middle, half of another above it.
    Halves {
        /// The 50 % point.
        middle: f64,
        /// Standard deviation below it, and above it.
        deviations: (f64, f64),
        /// Low and high bound.
        bounds: (f64, f64),
    },
}

impl Triplet {
    /// The distribution with these 5 %, 50 % and 95 % points.
    ///
    /// # Model
    /// The symmetric-percentile-triplet metalog: with the odds L = ln(p / (1 - p)) and t(x) the
    /// stretched value,
    /// ```text
    /// t(x(p)) = a1 + a2 L + a3 (p - 1/2) L
    /// a1 = t50,  a2 = (t95 - t5) / (2 ln 19),  a3 = (1 - 2 r) (t95 - t5) / (0.9 ln 19)
    /// r = (t50 - t5) / (t95 - t5)
    /// t(x) = x, ln(x - least), -ln(most - x) or ln((x - least) / (most - x))
    /// ```
    /// by which of the bounds are finite. The quantile rises everywhere where
    /// |a3| < 1.66711 a2, that is for r between 0.125 and 0.875. Points more skewed than that, or
    /// on a bound, or with the middle at an end, make two half-bells in x itself,
    /// x(p) = middle + s z(p), with one s below and one above. What they would put beyond a bound
    /// stands on it: less than 5 % of the outcomes at either end.
    ///
    /// # References
    /// After \[Keelin2016\], not read; the formulas are those of its public summaries
    pub fn new(points: [f64; 3], bounds: (f64, f64)) -> Self {
        let [low, middle, high] = points;
        let [t5, t50, t95] = points.map(|point| stretched(point, bounds));
        let width = t95 - t5;
        let second = width / (2.0 * ODDS);
        let third = (t95 + t5 - 2.0 * t50) / ((1.0 - 2.0 * OUTER) * ODDS);
        if low < middle && middle < high && third.abs() < MOST_SKEW * second && width.is_finite() {
            Self::Smooth { terms: [t50, second, third], bounds }
        } else {
            let deviations = ((middle - low) / NORMAL_95, (high - middle) / NORMAL_95);
            Self::Halves { middle, deviations, bounds }
        }
    }

    /// Whether the points make one smooth distribution.
    #[cfg(test)]
    pub(crate) const fn is_smooth(&self) -> bool {
        matches!(self, Self::Smooth { .. })
    }

    /// The value that a share `p` of the outcomes stays below.
    pub fn quantile(&self, p: f64) -> f64 {
        match *self {
            Self::Smooth { terms: [first, second, third], bounds } => {
                let p = p.clamp(LEAST_SHARE, 1.0 - f64::EPSILON);
                let odds = libm::log(p / (1.0 - p));
                shrunk(first + (second + third * (p - 0.5)) * odds, bounds)
            }
            Self::Halves { middle, deviations: (below, above), bounds: (least, most) } => {
                let p = p.clamp(LEAST_SHARE, 1.0 - f64::EPSILON);
                let deviation = if p < 0.5 { below } else { above };
                (middle + deviation * normal_quantile(p)).clamp(least, most)
            }
        }
    }
}

/// A value between bounds becomes one without bounds.
fn stretched(x: f64, (least, most): (f64, f64)) -> f64 {
    match (least.is_finite(), most.is_finite()) {
        (false, false) => x,
        (true, false) => libm::log(x - least),
        (false, true) => -libm::log(most - x),
        (true, true) => libm::log((x - least) / (most - x)),
    }
}

/// The value that was [`stretched`].
fn shrunk(t: f64, (least, most): (f64, f64)) -> f64 {
    let width = most - least;
    match (least.is_finite(), most.is_finite()) {
        (false, false) => t,
        (true, false) => least + libm::exp(t),
        (false, true) => most - libm::exp(-t),
        (true, true) if t < 0.0 => least + width * share(libm::exp(t)),
        (true, true) => most - width * share(libm::exp(-t)),
    }
}

/// The share that has these odds.
fn share(odds: f64) -> f64 {
    odds / (1.0 + odds)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

    #[test]
    fn the_three_points_are_kept_inside_every_kind_of_bound() {
        let infinite = f64::INFINITY;
        for bounds in [FREE, (0.0, infinite), (-infinite, 300.0), (0.0, 300.0), (0.0, 1e20)] {
            for points in [[60.0, 100.0, 250.0], [1.0, 2.0, 3.0], [10.0, 248.0, 250.0]] {
                let triplet = Triplet::new(points, bounds);
                for (p, point) in [0.05, 0.5, 0.95].into_iter().zip(points) {
                    let found = triplet.quantile(p);
                    assert!((found - point).abs() < 1e-9 * point, "{points:?} {bounds:?} {found}");
                }
            }
        }
    }

    #[test]
    fn the_quantile_rises_up_to_the_most_skewed_smooth_triplet() {
        for middle in [12.6, 30.0, 50.0, 70.0, 87.4] {
            let triplet = Triplet::new([0.0, middle, 100.0], FREE);
            assert!(triplet.is_smooth(), "{middle}");
            let shares = (1..10_000).map(|step| f64::from(step) / 10_000.0);
            let values: Vec<f64> = shares.map(|p| triplet.quantile(p)).collect();
            assert!(values.windows(2).all(|pair| pair[0] < pair[1]), "{middle}");
        }
        assert!(!Triplet::new([0.0, 12.4, 100.0], FREE).is_smooth());
        assert!(!Triplet::new([0.0, 87.6, 100.0], FREE).is_smooth());
    }

    #[test]
    fn a_point_on_a_bound_or_a_middle_at_an_end_makes_half_bells_inside_the_bounds() {
        for points in [[0.0, 1.0, 3.0], [1.0, 1.0, 3.0], [0.5, 10.0, 10.0], [0.0, 0.0, 4.0]] {
            let triplet = Triplet::new(points, (0.0, 10.0));
            assert!(!triplet.is_smooth());
            for (p, point) in [0.05, 0.5, 0.95].into_iter().zip(points) {
                assert!((triplet.quantile(p) - point).abs() < 1e-12, "{points:?} {p}");
            }
            assert!(triplet.quantile(0.0) >= 0.0 && triplet.quantile(1.0) <= 10.0);
        }
    }

    #[test]
    fn the_ends_are_numbers_inside_the_bounds() {
        let triplet = Triplet::new([60.0, 200.0, 645.0], (0.0, 1e6));
        assert!(triplet.quantile(0.0) > 0.0 && triplet.quantile(1.0) < 1e6);
        let free = Triplet::new([1.0, 2.0, 4.0], FREE);
        assert!(free.quantile(0.0).is_finite() && free.quantile(1.0).is_finite());
    }
}
