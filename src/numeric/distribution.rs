//! Distributions by their quantile functions: a number between 0 and 1 becomes a value.

use super::normal::{Bell, normal_below, normal_quantile};
use super::triplet::Triplet;

/// A distribution of one number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distribution {
    /// Anywhere from low to high.
    Uniform {
        /// Low end.
        low: f64,
        /// High end.
        high: f64,
    },
    /// Anywhere from low to high in the logarithm; both above zero.
    LogUniform {
        /// Low end.
        low: f64,
        /// High end.
        high: f64,
    },
    /// Smooth, by its 5 %, 50 % and 95 % points.
    Triplet(Triplet),
    /// From low to high, most often the mode.
    Triangular {
        /// Low end.
        low: f64,
        /// Peak.
        mode: f64,
        /// High end.
        high: f64,
    },
    /// A beta distribution from low to high.
    Beta {
        /// Low end.
        low: f64,
        /// High end.
        high: f64,
        /// Weight of the high side, at least 1 here.
        alpha: f64,
        /// Weight of the low side, at least 1 here.
        beta: f64,
    },
    /// Bell-shaped, cut at its bounds.
    Normal {
        /// Mean before the cut.
        mean: f64,
        /// Standard deviation before the cut.
        deviation: f64,
        /// Probability below the low bound before the cut, and below the high bound.
        bounds: (f64, f64),
    },
    /// The exponential of a bell, cut at its bounds.
    Lognormal {
        /// Mean of the logarithm before the cut.
        mean: f64,
        /// Standard deviation of the logarithm before the cut.
        deviation: f64,
        /// Probability below the low bound before the cut, and below the high bound.
        bounds: (f64, f64),
    },
    /// Time to an event that comes at a constant rate.
    Exponential {
        /// Mean.
        mean: f64,
    },
    /// Time to failure.
    Weibull {
        /// Shape.
        shape: f64,
        /// Scale.
        scale: f64,
    },
}

/// Weight of the mode of a PERT distribution against one for each end.
const PERT_WEIGHT: f64 = 4.0;

impl Distribution {
    /// Beta distribution with the given ends and mode, with thinner ends than a triangle; a mode
    /// beyond the ends counts as the end.
    pub fn pert(low: f64, mode: f64, high: f64) -> Self {
        let share = ((mode - low) / (high - low)).clamp(0.0, 1.0);
        let alpha = 1.0 + PERT_WEIGHT * share;
        Self::Beta { low, high, alpha, beta: 2.0 + PERT_WEIGHT - alpha }
    }

    /// Normal distribution between `least` and `most` with these 5 % and 95 % points; `None` if no
    /// bell that is cut there has them.
    pub fn normal_within(ends: (f64, f64), bounds: (f64, f64)) -> Option<Self> {
        let Bell { mean, deviation, bounds } = Bell::within(ends, bounds)?;
        Some(Self::Normal { mean, deviation, bounds })
    }

    /// Lognormal distribution between `least` and `most` with these 5 % and 95 % points, both above
    /// zero; `None` if no bell that is cut there has them.
    pub fn lognormal_within(ends: (f64, f64), bounds: (f64, f64)) -> Option<Self> {
        let logarithm = |x: f64| if x > 0.0 { libm::log(x) } else { f64::NEG_INFINITY };
        let both = |(low, high)| (logarithm(low), logarithm(high));
        let Bell { mean, deviation, bounds } = Bell::within(both(ends), both(bounds))?;
        Some(Self::Lognormal { mean, deviation, bounds })
    }

    /// The same, truncated at `low` and `high`: the normal and the lognormal; others are bounded.
    #[must_use]
    pub fn cut(self, low: f64, high: f64) -> Self {
        match self {
            Self::Normal { mean, deviation, .. } => {
                let below = |x: f64| normal_below((x - mean) / deviation);
                Self::Normal { mean, deviation, bounds: (below(low), below(high)) }
            }
            Self::Lognormal { mean, deviation, .. } => {
                let below = |x: f64| {
                    if x > 0.0 { normal_below((libm::log(x) - mean) / deviation) } else { 0.0 }
                };
                Self::Lognormal { mean, deviation, bounds: (below(low), below(high)) }
            }
            other => other,
        }
    }

    /// The value that a share `p` of the outcomes stays below; `p` beyond 0 and 1 counts as the
    /// end.
    pub fn quantile(&self, p: f64) -> f64 {
        let p = p.clamp(0.0, 1.0);
        match *self {
            Self::Uniform { low, high } => low + p * (high - low),
            Self::LogUniform { low, high } => low * libm::pow(high / low, p),
            Self::Triplet(triplet) => triplet.quantile(p),
            Self::Triangular { low, mode, high } => triangular(p, low, mode, high),
            Self::Beta { low, high, alpha, beta } => {
                low + (high - low) * beta_quantile(p, alpha, beta)
            }
            Self::Normal { mean, deviation, bounds } => mean + deviation * cut_normal(p, bounds),
            Self::Lognormal { mean, deviation, bounds } => {
                libm::exp(mean + deviation * cut_normal(p, bounds))
            }
            Self::Exponential { mean } => -mean * libm::log1p(-p),
            Self::Weibull { shape, scale } => scale * libm::pow(-libm::log1p(-p), 1.0 / shape),
        }
    }
}

/// Share of the outcomes at each end for which a table is not used.
const TABLE_END: f64 = 1.0 / 64.0;
/// Cells of a table.
const TABLE_CELLS: usize = 2_048;

/// A distribution ready to be drawn from many times.
///
/// Its quantiles are those of [`Distribution::quantile`]; a beta distribution, whose quantile takes
/// an iteration, is read from a table by cubics that keep value and slope, to 1e-7 of its width or
/// better, and computed in full in the outer 1/64.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampler {
    distribution: Distribution,
    /// Value and slope times the width of a cell, at the ends of the cells.
    table: Vec<(f64, f64)>,
}

impl Sampler {
    /// Makes the table where one is needed.
    pub fn new(distribution: Distribution) -> Self {
        let mut table = Vec::new();
        if let Distribution::Beta { low, high, alpha, beta } = distribution {
            let step = (1.0 - 2.0 * TABLE_END) / TABLE_CELLS as f64;
            let scale = ln_beta(alpha, beta);
            for cell in 0..=TABLE_CELLS {
                let x = beta_quantile(TABLE_END + cell as f64 * step, alpha, beta);
                let density = (alpha - 1.0) * libm::log(x) + (beta - 1.0) * libm::log1p(-x) - scale;
                let width = high - low;
                table.push((low + width * x, width * step * libm::exp(-density)));
            }
        }
        Self { distribution, table }
    }

    /// The distribution.
    pub const fn distribution(&self) -> &Distribution {
        &self.distribution
    }

    /// Turns shares into values, in place.
    pub fn quantiles(&self, shares: &mut [f64]) {
        match self.distribution {
            Distribution::Uniform { low, high } => {
                for p in shares {
                    *p = low + *p * (high - low);
                }
            }
            Distribution::Triangular { low, mode, high } => {
                for p in shares {
                    *p = triangular(*p, low, mode, high);
                }
            }
            Distribution::Beta { .. } => {
                for p in shares {
                    *p = self.read(*p);
                }
            }
            distribution => {
                for p in shares {
                    *p = distribution.quantile(*p);
                }
            }
        }
    }

    fn read(&self, p: f64) -> f64 {
        let place = (p - TABLE_END) * (TABLE_CELLS as f64 / (1.0 - 2.0 * TABLE_END));
        if !(place >= 0.0 && place < TABLE_CELLS as f64) {
            return self.distribution.quantile(p);
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "inside the table"
        )]
        let cell = place as usize;
        let (Some(&(y0, d0)), Some(&(y1, d1))) = (self.table.get(cell), self.table.get(cell + 1))
        else {
            return self.distribution.quantile(p);
        };
        let s = place - cell as f64;
        let r = 1.0 - s;
        y0 * r * r * (1.0 + 2.0 * s) + y1 * s * s * (3.0 - 2.0 * s) + s * r * (d0 * r - d1 * s)
    }
}

/// Quantile of a triangle.
#[inline]
fn triangular(p: f64, low: f64, mode: f64, high: f64) -> f64 {
    let width = high - low;
    let rising = mode - low;
    if p * width <= rising {
        low + (p * width * rising).sqrt()
    } else {
        high - ((1.0 - p) * width * (high - mode)).sqrt()
    }
}

fn cut_normal(p: f64, (below_low, below_high): (f64, f64)) -> f64 {
    normal_quantile(below_low + p * (below_high - below_low))
}

/// Steps after which a beta quantile counts as found; halving alone needs about 60.
const BETA_STEPS: u32 = 200;

/// Quantile of the beta distribution on 0 to 1: Newton steps inside a bracket that shrinks.
fn beta_quantile(p: f64, alpha: f64, beta: f64) -> f64 {
    if p <= 0.0 || p >= 1.0 {
        return p;
    }
    let scale = ln_beta(alpha, beta);
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    let mut x = alpha / (alpha + beta);
    for _ in 0..BETA_STEPS {
        let gap = beta_below(x, alpha, beta) - p;
        if gap < 0.0 {
            low = x;
        } else {
            high = x;
        }
        let density =
            libm::exp((alpha - 1.0) * libm::log(x) + (beta - 1.0) * libm::log1p(-x) - scale);
        let newton = x - gap / density;
        let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
        if (next - x).abs() <= 1.0e-15 * x || high - low <= f64::MIN_POSITIVE {
            return next;
        }
        x = next;
    }
    x
}

fn ln_beta(alpha: f64, beta: f64) -> f64 {
    libm::lgamma(alpha) + libm::lgamma(beta) - libm::lgamma(alpha + beta)
}

/// Share of the beta distribution below `x`: the continued fraction of the incomplete beta
/// function.
fn beta_below(x: f64, alpha: f64, beta: f64) -> f64 {
    if x > (alpha + 1.0) / (alpha + beta + 2.0) {
        return 1.0 - beta_below_small(1.0 - x, beta, alpha);
    }
    beta_below_small(x, alpha, beta)
}

/// Terms of the continued fraction; some ten are needed for the weights used here.
const FRACTION_TERMS: u32 = 300;

fn beta_below_small(x: f64, alpha: f64, beta: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let front =
        libm::exp(alpha * libm::log(x) + beta * libm::log1p(-x) - ln_beta(alpha, beta)) / alpha;
    let safe = |value: f64| if value.abs() < 1.0e-300 { 1.0e-300 } else { value };
    let (mut c, mut d) = (1.0, 1.0 / safe(1.0 - (alpha + beta) * x / (alpha + 1.0)));
    let mut fraction = d;
    for term in 1..FRACTION_TERMS {
        let m = f64::from(term);
        let even = m * (beta - m) * x / ((alpha + 2.0 * m - 1.0) * (alpha + 2.0 * m));
        d = 1.0 / safe(1.0 + even * d);
        c = safe(1.0 + even / c);
        fraction *= c * d;
        let odd =
            -(alpha + m) * (alpha + beta + m) * x / ((alpha + 2.0 * m) * (alpha + 2.0 * m + 1.0));
        d = 1.0 / safe(1.0 + odd * d);
        c = safe(1.0 + odd / c);
        fraction *= c * d;
        if (c * d - 1.0).abs() < 1.0e-16 {
            break;
        }
    }
    front * fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

    #[test]
    fn quantiles_of_simple_shapes_are_exact() {
        let triangle = Distribution::Triangular { low: 0.0, mode: 0.0, high: 1.0 };
        assert!((triangle.quantile(0.75) - 0.5).abs() < 1e-15);
        let flat = Distribution::Uniform { low: 2.0, high: 5.0 };
        assert!((flat.quantile(0.25) - 2.75).abs() < 1e-15);
        let wide = Distribution::LogUniform { low: 10.0, high: 1_000.0 };
        assert!((wide.quantile(0.5) - 100.0).abs() < 1e-12);
    }

    #[test]
    fn low_and_high_of_a_bell_are_its_5_and_95_percent_points() {
        let bells = [Distribution::normal_within, Distribution::lognormal_within]
            .map(|of| of((3.0, 8.0), FREE));
        for bell in bells.map(Option::unwrap) {
            assert!((bell.quantile(0.05) - 3.0).abs() < 1e-12);
            assert!((bell.quantile(0.95) - 8.0).abs() < 1e-12);
        }
    }

    #[test]
    fn a_cut_bell_stays_inside_its_bounds() {
        let cut = Distribution::normal_within((0.8, 1.1), FREE).unwrap().cut(0.0, 1.0);
        assert!((cut.quantile(1.0) - 1.0).abs() < 1e-12 && cut.quantile(0.999) < 1.0);
    }

    #[test]
    fn pert_with_the_mode_in_the_middle_is_symmetric() {
        let pert = Distribution::pert(0.0, 5.0, 10.0);
        assert!((pert.quantile(0.5) - 5.0).abs() < 1e-12);
        for p in [0.001, 0.01, 0.1, 0.3] {
            assert!((pert.quantile(p) + pert.quantile(1.0 - p) - 10.0).abs() < 1e-11);
        }
        assert_eq!((pert.quantile(0.0), pert.quantile(1.0)), (0.0, 10.0));
    }

    #[test]
    fn a_table_gives_the_quantiles_of_its_distribution() {
        for mode in [0.0, 1.0, 5.0, 9.5] {
            let pert = Distribution::pert(0.0, mode, 10.0);
            let sampler = Sampler::new(pert);
            let shares: Vec<f64> = (1..9_999).map(|step| f64::from(step) / 9_999.0).collect();
            let mut values = shares.clone();
            sampler.quantiles(&mut values);
            for (p, value) in shares.iter().zip(values) {
                assert!((value - pert.quantile(*p)).abs() < 1e-6, "{mode} {p}");
            }
        }
    }

    #[test]
    fn pert_with_the_mode_at_an_end_still_rises() {
        for mode in [0.0, 10.0] {
            let pert = Distribution::pert(0.0, mode, 10.0);
            let mut last = 0.0;
            for step in 1..1_000 {
                let value = pert.quantile(f64::from(step) / 1_000.0);
                assert!(value > last && value < 10.0);
                last = value;
            }
        }
    }
}
