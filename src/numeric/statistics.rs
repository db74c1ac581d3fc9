//! Statistics of samples: quantiles, ranks, intervals, and counts in bins that merge in any order.

mod bins;
mod order;

pub use bins::{BIN_ERROR, Bins};
pub use order::ordered;

/// Two-sided 95 %.
const NORMAL_975: f64 = 1.959_963_984_540_054;
/// Student's t for 95 % two-sided, by degrees of freedom from 1.
const STUDENT_975: [f64; 15] = [
    12.706_2, 4.302_7, 3.182_4, 2.776_4, 2.570_6, 2.446_9, 2.364_6, 2.306, 2.262_2, 2.228_1, 2.201,
    2.178_8, 2.160_4, 2.144_8, 2.131_4,
];

/// Quantile of numbers by linear interpolation between order statistics; the numbers are partly
/// sorted on the way. `None` without numbers.
pub fn quantile(numbers: &mut [f64], p: f64) -> Option<f64> {
    if numbers.is_empty() {
        return None;
    }
    let place = p.clamp(0.0, 1.0) * (numbers.len() - 1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below the length")]
    let below = place.floor() as usize;
    let (_, &mut low, above) = numbers.select_nth_unstable_by(below, f64::total_cmp);
    let high = above.iter().copied().fold(f64::INFINITY, f64::min);
    let share = place - place.floor();
    Some(if share > 0.0 && high.is_finite() { low + share * (high - low) } else { low })
}

/// Mean and half the width of its 95 % interval from independent estimates of the same thing
/// (Student's t).
pub fn mean_with_interval(estimates: &[f64]) -> Option<(f64, f64)> {
    let n = estimates.len();
    if n < 2 {
        return None;
    }
    let mean = estimates.iter().sum::<f64>() / n as f64;
    let squares: f64 = estimates.iter().map(|estimate| (estimate - mean).powi(2)).sum();
    let error = (squares / ((n - 1) as f64 * n as f64)).sqrt();
    let factor = STUDENT_975.get(n - 2).copied().unwrap_or(NORMAL_975);
    Some((mean, factor * error))
}

/// Wilson's 95 % interval of a share of which `hits` of `n` independent trials were seen.
///
/// It holds for shares of 0 and 1 too. Points that fill the space more evenly than chance do better
/// than it says.
pub fn share_interval(hits: u64, n: u64) -> (f64, f64) {
    if n == 0 {
        return (0.0, 1.0);
    }
    let (n, share) = (n as f64, hits as f64 / n as f64);
    let z2 = NORMAL_975 * NORMAL_975;
    let middle = (share + 0.5 * z2 / n) / (1.0 + z2 / n);
    let half =
        NORMAL_975 / (1.0 + z2 / n) * (share * (1.0 - share) / n + 0.25 * z2 / (n * n)).sqrt();
    let low = if hits == 0 { 0.0 } else { (middle - half).max(0.0) };
    let high = if share >= 1.0 { 1.0 } else { (middle + half).min(1.0) };
    (low, high)
}

/// Places in the order of `n` numbers between which the quantile `p` of what they were drawn from
/// lies with 95 %; from 0 and between whole places, `None` where the numbers do not reach so far.
///
/// # Model
/// ```text
/// p (n - 1) ± 1.96 √(n p (1 - p))
/// ```
/// The count of numbers below the quantile is binomial, whatever their distribution, and taken as
/// normal. Points that fill the space more evenly than chance do better than it says.
pub fn order_interval(p: f64, n: u64) -> Option<(f64, f64)> {
    let last = n.checked_sub(1)? as f64;
    let half = NORMAL_975 * (n as f64 * p * (1.0 - p)).sqrt();
    let (low, high) = (p * last - half, p * last + half);
    (low >= 0.0 && high <= last).then_some((low, high))
}

/// Rank of each number, from 1; equal numbers share their mean rank.
fn ranks(numbers: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    order.sort_by(|&one, &other| numbers[one].total_cmp(&numbers[other]));
    let mut ranks = vec![0.0; numbers.len()];
    let mut start = 0;
    while start < order.len() {
        let same = order[start..]
            .iter()
            .take_while(|&&at| numbers[at].total_cmp(&numbers[order[start]]).is_eq())
            .count();
        let mean = start as f64 + 0.5 * (same as f64 + 1.0);
        for &at in &order[start..start + same] {
            ranks[at] = mean;
        }
        start += same;
    }
    ranks
}

/// Pearson's correlation of two columns; `None` where one does not vary.
fn correlation(one: &[f64], other: &[f64]) -> Option<f64> {
    let n = one.len().min(other.len()) as f64;
    let mean = |column: &[f64]| column.iter().sum::<f64>() / n;
    let (m, k) = (mean(one), mean(other));
    let (mut across, mut squares, mut others) = (0.0, 0.0, 0.0);
    for (x, y) in one.iter().zip(other) {
        across += (x - m) * (y - k);
        squares += (x - m).powi(2);
        others += (y - k).powi(2);
    }
    let scale = (squares * others).sqrt();
    (scale > 0.0).then(|| across / scale)
}

/// Spearman's rank correlation of two columns; `None` where one does not vary.
pub fn rank_correlation(one: &[f64], other: &[f64]) -> Option<f64> {
    correlation(&ranks(one), &ranks(other))
}

/// Correlation of two normal numbers whose rank correlation is `rank`.
pub fn normal_correlation(rank: f64) -> f64 {
    2.0 * libm::sin(std::f64::consts::PI / 6.0 * rank)
}

/// Centered discrepancy of points in the unit cube, squared: how far they are from an even spread,
/// seen from each corner.
///
/// # References
/// After \[Hickernell1998\], not read; checked against `SciPy`'s `qmc.discrepancy`
pub fn centered_discrepancy(points: &[Vec<f64>]) -> f64 {
    let (n, dimensions) = (points.len() as f64, points.first().map_or(0, Vec::len));
    let off = |x: f64| (x - 0.5).abs();
    let one = |x: f64| 1.0 + 0.5 * off(x) - 0.5 * off(x).powi(2);
    let two = |x: f64, y: f64| 1.0 + 0.5 * off(x) + 0.5 * off(y) - 0.5 * (x - y).abs();
    let first = (0..dimensions).fold(1.0, |product, _| product * 13.0 / 12.0);
    let singles: f64 = points.iter().map(|p| p.iter().map(|x| one(*x)).product::<f64>()).sum();
    let pair = |p: &[f64], q: &[f64]| p.iter().zip(q).map(|(x, y)| two(*x, *y)).product::<f64>();
    let pairs: f64 = points.iter().flat_map(|p| points.iter().map(move |q| pair(p, q))).sum();
    first - 2.0 / n * singles + pairs / (n * n)
}

/// Mixture discrepancy of points in the unit cube, squared.
///
/// # References
/// After \[Zhou2013\], not read; checked against `SciPy`'s `qmc.discrepancy`
pub fn mixture_discrepancy(points: &[Vec<f64>]) -> f64 {
    let (n, dimensions) = (points.len() as f64, points.first().map_or(0, Vec::len));
    let off = |x: f64| (x - 0.5).abs();
    let one = |x: f64| 5.0 / 3.0 - 0.25 * off(x) - 0.25 * off(x).powi(2);
    let two = |x: f64, y: f64| {
        let gap = (x - y).abs();
        15.0 / 8.0 - 0.25 * off(x) - 0.25 * off(y) - 0.75 * gap + 0.5 * gap * gap
    };
    let first = (0..dimensions).fold(1.0, |product, _| product * 19.0 / 12.0);
    let singles: f64 = points.iter().map(|p| p.iter().map(|x| one(*x)).product::<f64>()).sum();
    let pair = |p: &[f64], q: &[f64]| p.iter().zip(q).map(|(x, y)| two(*x, *y)).product::<f64>();
    let pairs: f64 = points.iter().flat_map(|p| points.iter().map(move |q| pair(p, q))).sum();
    first - 2.0 / n * singles + pairs / (n * n)
}

/// Star discrepancy of points in the unit cube in the mean square, not squared.
///
/// # References
/// After \[Warnock1972\], not read; checked against `SciPy`'s `qmc.discrepancy`
pub fn star_discrepancy(points: &[Vec<f64>]) -> f64 {
    let (n, dimensions) = (points.len() as f64, points.first().map_or(0, Vec::len));
    let powers = |base: f64| (0..dimensions).fold(1.0, |product, _| product * base);
    let singles: f64 = points.iter().map(|p| p.iter().map(|x| 1.0 - x * x).product::<f64>()).sum();
    let pair =
        |p: &[f64], q: &[f64]| p.iter().zip(q).map(|(x, y)| 1.0 - x.max(*y)).product::<f64>();
    let pairs: f64 = points.iter().flat_map(|p| points.iter().map(move |q| pair(p, q))).sum();
    (powers(1.0 / 3.0) - 2.0 * powers(0.5) / n * singles + pairs / (n * n)).max(0.0).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::hash::uniform;
    use crate::numeric::sobol::Sobol;

    #[test]
    fn quantiles_lie_between_order_statistics() {
        let mut numbers = [5.0, 1.0, 4.0, 2.0, 3.0];
        assert_eq!(quantile(&mut numbers, 0.5), Some(3.0));
        assert_eq!(quantile(&mut numbers, 0.25), Some(2.0));
        assert_eq!(quantile(&mut numbers, 0.1), Some(1.4));
        assert_eq!(quantile(&mut [], 0.5), None);
    }

    #[test]
    fn a_share_of_none_or_all_has_an_interval() {
        assert!(share_interval(0, 1_000).1 > 0.003 && share_interval(0, 1_000).1 < 0.004);
        assert!((share_interval(1_000, 1_000).1 - 1.0).abs() < 1e-15);
        let (low, high) = share_interval(500, 1_000);
        assert!(low < 0.5 && high > 0.5 && high - low < 0.063);
    }

    #[test]
    fn a_quantile_lies_in_its_interval_of_order_in_95_of_100_draws() {
        let (p, n, draws) = (0.95, 400_u64, 20_000_u64);
        let (low, high) = order_interval(p, n).unwrap();
        let holds = |draw: u64| {
            let below = (0..n).filter(|at| uniform(7, draw * n + at) < p).count() as f64;
            low <= below && below <= high + 1.0
        };
        let share = (0..draws).filter(|draw| holds(*draw)).count() as f64 / draws as f64;
        assert!((share - 0.95).abs() < 0.015, "{share}");
        assert_eq!(order_interval(0.95, 40), None);
        assert_eq!(order_interval(0.5, 0), None);
    }

    #[test]
    fn ranks_of_ties_are_shared() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
        assert!(
            (rank_correlation(&[1.0, 2.0, 3.0], &[1.0, 8.0, 27.0]).unwrap() - 1.0).abs() < 1e-15
        );
    }

    #[test]
    fn the_interval_of_a_mean_widens_with_the_spread() {
        let (mean, half) = mean_with_interval(&[1.0, 2.0, 3.0]).unwrap();
        assert!((mean - 2.0).abs() < 1e-15 && (half - 4.302_7 / 3.0_f64.sqrt()).abs() < 1e-12);
        assert_eq!(mean_with_interval(&[1.0]), None);
    }

    #[test]
    fn discrepancies_are_those_of_scipy() {
        let sobol = Sobol::plain(0..2);
        let mut columns = [vec![0.0; 64], vec![0.0; 64]];
        for (dimension, column) in columns.iter_mut().enumerate() {
            sobol.fill(dimension, 0, column);
        }
        let points: Vec<Vec<f64>> =
            (0..64).map(|at| columns.iter().map(|column| column[at]).collect()).collect();
        let middle = |at: u32, n: f64| (f64::from(at) + 0.5) / n;
        let grid: Vec<Vec<f64>> =
            (0..64).map(|at| vec![middle(at % 8, 8.0), middle(at / 8, 8.0)]).collect();
        let diagonal: Vec<Vec<f64>> =
            (0..16).map(|at| vec![middle(at, 16.0), middle(at, 16.0)]).collect();
        let wanted = [
            (
                &points,
                0.000_240_019_626_087_439_87,
                0.000_296_922_607_556_648_9,
                0.012_869_849_626_468_793,
            ),
            (
                &grid,
                0.002_827_114_529_079_688_4,
                0.006_191_465_589_732_825,
                0.029_563_313_905_579_917,
            ),
            (
                &diagonal,
                0.011_924_690_670_437_11,
                0.008_680_118_454_825_969,
                0.106_941_149_333_944_61,
            ),
        ];
        for (points, centered, mixture, star) in wanted {
            for (got, want) in [
                (centered_discrepancy(points), centered),
                (mixture_discrepancy(points), mixture),
                (star_discrepancy(points), star),
            ] {
                assert!((got / want - 1.0).abs() < 1e-9, "{got} {want}");
            }
        }
    }
}
