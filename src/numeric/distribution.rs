//! Distributions by their quantile functions: a number between 0 and 1 becomes a value.

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

/// No cut.
const WHOLE: (f64, f64) = (0.0, 1.0);
/// Weight of the mode of a PERT distribution against one for each end.
const PERT_WEIGHT: f64 = 4.0;
/// Standard normal quantile of 95 %.
const NORMAL_95: f64 = 1.644_853_626_951_472_2;

impl Distribution {
    /// Beta distribution with the given ends and mode, with thinner ends than a triangle; a mode
    /// beyond the ends counts as the end.
    pub fn pert(low: f64, mode: f64, high: f64) -> Self {
        let share = ((mode - low) / (high - low)).clamp(0.0, 1.0);
        let alpha = 1.0 + PERT_WEIGHT * share;
        Self::Beta { low, high, alpha, beta: 2.0 + PERT_WEIGHT - alpha }
    }

    /// Normal distribution with these 5 % and 95 % points.
    pub fn normal_between(low: f64, high: f64) -> Self {
        let deviation = (high - low) / (2.0 * NORMAL_95);
        Self::Normal { mean: 0.5 * (low + high), deviation, bounds: WHOLE }
    }

    /// Lognormal distribution with these 5 % and 95 % points, both above zero.
    pub fn lognormal_between(low: f64, high: f64) -> Self {
        let (low, high) = (libm::log(low), libm::log(high));
        let deviation = (high - low) / (2.0 * NORMAL_95);
        Self::Lognormal { mean: 0.5 * (low + high), deviation, bounds: WHOLE }
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

/// Share of a standard normal distribution below `z`.
pub fn normal_below(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

/// Standard normal quantile, to about 1e-16 relative: Wichura's algorithm AS 241 (PPND16).
///
/// After \[Wichura1988\], not read; the coefficients are those of the public routine.
pub fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(r, &CENTRAL);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    if tail <= 0.0 {
        return if q < 0.0 { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    let r = (-libm::log(tail)).sqrt();
    let z = if r <= 5.0 { ratio(r - 1.6, &MIDDLE) } else { ratio(r - 5.0, &FAR) };
    if q < 0.0 { -z } else { z }
}

/// Numerator and denominator, constant first.
type Rational = ([f64; 8], [f64; 8]);

#[inline]
fn ratio(x: f64, (above, below): &Rational) -> f64 {
    let horner = |terms: &[f64; 8]| terms.iter().rev().fold(0.0, |sum, term| sum * x + term);
    horner(above) / horner(below)
}

const CENTRAL: Rational = (
    [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_545,
    ],
);
const MIDDLE: Rational = (
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
);
const FAR: Rational = (
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_7e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
);

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
    fn normal_quantile_undoes_the_normal_share() {
        for step in -80..=80 {
            let z = f64::from(step) / 10.0;
            let found = normal_quantile(normal_below(z));
            // close to 1 the share itself has few digits left
            let room = if z > 5.0 { 0.5 } else { 1e-9 };
            assert!((found - z).abs() < room, "{z}: {found}");
        }
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-15);
        assert!((normal_quantile(1e-10) + 6.361_340_902_404_056).abs() < 1e-12);
    }

    #[test]
    fn low_and_high_of_a_bell_are_its_5_and_95_percent_points() {
        for bell in
            [Distribution::normal_between(3.0, 8.0), Distribution::lognormal_between(3.0, 8.0)]
        {
            assert!((bell.quantile(0.05) - 3.0).abs() < 1e-12);
            assert!((bell.quantile(0.95) - 8.0).abs() < 1e-12);
        }
    }

    #[test]
    fn a_cut_bell_stays_inside_its_bounds() {
        let cut = Distribution::normal_between(0.8, 1.1).cut(0.0, 1.0);
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
