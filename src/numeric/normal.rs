//! The normal distribution: share, quantile, and bells that are cut.

/// Standard normal quantile of 95 %.
pub const NORMAL_95: f64 = 1.644_853_626_951_472_2;

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

/// A bell that is cut at two bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bell {
    /// Mean before the cut.
    pub mean: f64,
    /// Standard deviation before the cut.
    pub deviation: f64,
    /// Probability below the low bound before the cut, and below the high bound.
    pub bounds: (f64, f64),
}

/// Steps after which a bell counts as one that does not exist.
const BELL_STEPS: u32 = 2_000;
/// A bell this much wider than its points are apart is flat between them: it does not exist.
const WIDEST_BELL: f64 = 100.0;
/// A bell is found when a step moves its points by less than this share of their distance.
const BELL_FOUND: f64 = 1.0e-13;

impl Bell {
    /// The bell between `least` and `most` whose 5 % and 95 % points after the cut are these.
    ///
    /// # Model
    /// ```text
    /// F(x) = Phi((x - m) / s);  z(p) = PhiInverse(F(least) + p (F(most) - F(least)))
    /// s = (high - low) / (z(0.95) - z(0.05)),  m = low - s z(0.05), until they stand
    /// ```
    /// A bell that is wider than what its bounds allow has no such points: `None`.
    pub fn within((low, high): (f64, f64), (least, most): (f64, f64)) -> Option<Self> {
        let (mut mean, mut deviation) = (0.5 * (low + high), (high - low) / (2.0 * NORMAL_95));
        for _ in 0..BELL_STEPS {
            let below = |x: f64| normal_below((x - mean) / deviation);
            let bounds = (below(least), below(most));
            let point = |p: f64| normal_quantile(bounds.0 + p * (bounds.1 - bounds.0));
            let (first, last) = (point(0.05), point(0.95));
            let gap =
                (mean + deviation * first - low).abs() + (mean + deviation * last - high).abs();
            if gap <= BELL_FOUND * (high - low) {
                return Some(Self { mean, deviation, bounds });
            }
            deviation = (high - low) / (last - first);
            mean = low - deviation * first;
            if deviation > WIDEST_BELL * (high - low) {
                return None;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    fn point(bell: &Bell, p: f64) -> f64 {
        let (below, above) = bell.bounds;
        bell.mean + bell.deviation * normal_quantile(below + p * (above - below))
    }

    #[test]
    fn a_bell_that_is_cut_keeps_its_5_and_95_percent_points() {
        let free = (f64::NEG_INFINITY, f64::INFINITY);
        for (ends, bounds) in
            [((500.0, 5_000.0), (0.0, 1e6)), ((0.7, 0.98), (0.01, 1.0)), ((3.0, 8.0), free)]
        {
            let bell = Bell::within(ends, bounds).unwrap();
            let width = ends.1 - ends.0;
            assert!((point(&bell, 0.05) - ends.0).abs() < 1e-11 * width, "{ends:?}");
            assert!((point(&bell, 0.95) - ends.1).abs() < 1e-11 * width, "{ends:?}");
            assert!(point(&bell, 1e-9) >= bounds.0 && point(&bell, 0.999_999) <= bounds.1);
        }
    }

    #[test]
    fn no_bell_has_points_beside_both_bounds() {
        assert_eq!(Bell::within((0.001, 0.999), (0.0, 1.0)), None);
        assert_eq!(Bell::within((0.0, 5.0), (0.0, 1.0e6)), None);
    }
}
