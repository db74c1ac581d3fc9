//! Sobol points: a sequence that fills the unit cube more evenly than chance, with random
//! scrambles.

use super::hash::{derived, mix};
use std::collections::{BTreeMap, BTreeSet};

/// Polynomial and initial numbers of each dimension, as \[Joe2008\] chose them; lines that begin
/// with `#` are words.
const TABLE: &str = include_str!("data/joe_kuo.csv");
/// Digits of a point.
const DIGITS: usize = 32;
/// Scale of 32 digits to the unit interval.
const UNIT: f64 = 1.0 / 4_294_967_296.0;
/// Most points of one sequence.
pub const MOST_POINTS: u64 = 1 << DIGITS;
/// Most dimensions.
pub const MOST_DIMENSIONS: usize = 1_111;

/// Some dimensions of a Sobol sequence, plain or scrambled. A dimension is the same whichever
/// others stand beside it.
///
/// # Model
/// Point i is the sum over GF(2) of the direction numbers of the digits of the Gray code of i. A
/// scramble multiplies the direction numbers of each dimension by a random lower triangular matrix
/// and adds a random shift (the linear scramble of \[Matousek1998\], not read): it keeps the
/// evenness, makes each point uniform, and makes scrambles of different seeds independent, so that
/// their spread tells the error.
///
/// # References
/// \[Joe2008\], the table of direction numbers as `SciPy` ships it (its first 1 111
/// dimensions)
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sobol {
    dimensions: BTreeMap<usize, Dimension>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Dimension {
    directions: [u32; DIGITS],
    shift: u32,
    /// Half a step where scrambled, so that 0 and 1 are never met; nothing in the plain sequence.
    offset: bool,
}

impl Sobol {
    /// These dimensions of the plain sequence, counted from 0; it begins at the origin. Dimensions
    /// beyond the table are left out.
    pub fn plain(dimensions: impl IntoIterator<Item = usize>) -> Self {
        let dimensions = directions(dimensions)
            .map(|(at, directions)| (at, Dimension { directions, shift: 0, offset: false }))
            .collect();
        Self { dimensions }
    }

    /// These dimensions of the sequence with the scramble of a seed, counted from 0. Dimensions
    /// beyond the table are left out.
    pub fn scrambled(dimensions: impl IntoIterator<Item = usize>, seed: u64) -> Self {
        let dimensions = directions(dimensions)
            .map(|(at, directions)| (at, scramble(directions, derived(seed, at as u64))))
            .collect();
        Self { dimensions }
    }

    /// Writes coordinate `dimension` of the points from `first` on, above 0 (at least 0 in the
    /// plain sequence) and below 1.
    pub fn fill(&self, dimension: usize, first: u64, out: &mut [f64]) {
        let Some(Dimension { directions, shift, offset }) = self.dimensions.get(&dimension) else {
            return;
        };
        let half = if *offset { 0.5 } else { 0.0 };
        let mut bits = *shift;
        let gray = first ^ (first >> 1);
        for (digit, direction) in directions.iter().enumerate() {
            if gray >> digit & 1 == 1 {
                bits ^= direction;
            }
        }
        let mut index = first;
        for value in out {
            *value = (f64::from(bits) + half) * UNIT;
            index += 1;
            bits ^= directions[index.trailing_zeros() as usize % DIGITS];
        }
    }
}

/// Direction numbers of these dimensions, the first digit in the highest bit.
fn directions(
    dimensions: impl IntoIterator<Item = usize>,
) -> impl Iterator<Item = (usize, [u32; DIGITS])> {
    let wanted: BTreeSet<usize> = dimensions.into_iter().collect();
    let rows = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1).enumerate();
    rows.filter(move |(at, _)| wanted.contains(at)).map(|(at, row)| (at, read(row)))
}

/// Direction numbers of a row of the table.
fn read(row: &str) -> [u32; DIGITS] {
    let mut cells = row.split(',').skip(1);
    let polynomial: u32 = cells.next().and_then(|cell| cell.parse().ok()).unwrap_or(1);
    let initial = cells.next().unwrap_or("1").split(' ').filter_map(|cell| cell.parse().ok());
    recurred(polynomial, &initial.collect::<Vec<u32>>())
}

fn recurred(polynomial: u32, initial: &[u32]) -> [u32; DIGITS] {
    let mut numbers = [1_u32; DIGITS];
    let degree = 31 - polynomial.leading_zeros() as usize;
    if degree > 0 {
        for (number, start) in numbers.iter_mut().zip(initial) {
            *number = *start;
        }
        for digit in degree..DIGITS {
            let mut number = numbers[digit - degree];
            for back in 1..=degree {
                if polynomial >> (degree - back) & 1 == 1 {
                    number ^= numbers[digit - back] << back;
                }
            }
            numbers[digit] = number;
        }
    }
    for (digit, number) in numbers.iter_mut().enumerate() {
        *number <<= DIGITS - 1 - digit;
    }
    numbers
}

/// A random lower triangular matrix with ones on its diagonal times the direction numbers, and a
/// random shift.
fn scramble(directions: [u32; DIGITS], seed: u64) -> Dimension {
    let high = |bits: u64| u32::try_from(bits >> 32).unwrap_or(0);
    let rows: Vec<u32> = (0..DIGITS)
        .map(|row| {
            let diagonal = 1_u32 << (DIGITS - 1 - row);
            let before = !(u32::MAX.checked_shr(u32::try_from(row).unwrap_or(0)).unwrap_or(0));
            (high(derived(seed, row as u64)) & before) | diagonal
        })
        .collect();
    let times = |number: u32| {
        rows.iter().enumerate().fold(0, |sum, (row, mask)| {
            sum | ((number & mask).count_ones() & 1) << (DIGITS - 1 - row)
        })
    };
    Dimension { directions: directions.map(times), shift: high(mix(seed)), offset: true }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(sobol: &Sobol, dimension: usize, first: u64, count: usize) -> Vec<f64> {
        let mut out = vec![0.0; count];
        sobol.fill(dimension, first, &mut out);
        out
    }

    #[test]
    fn the_first_points_are_those_of_the_table() {
        let sobol = Sobol::plain(0..4);
        let wanted = [
            [0.0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125],
            [0.0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625],
            [0.0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375],
            [0.0, 0.5, 0.25, 0.75, 0.875, 0.375, 0.625, 0.125],
        ];
        for (dimension, wanted) in wanted.iter().enumerate() {
            assert_eq!(column(&sobol, dimension, 0, 8), wanted);
        }
    }

    #[test]
    fn any_stretch_can_be_computed_alone() {
        let sobol = Sobol::scrambled([0, 1, 44, 1_110], 7);
        for dimension in [0, 1, 44, 1_110] {
            let whole = column(&sobol, dimension, 0, 1_000);
            assert_eq!(column(&sobol, dimension, 321, 500), whole[321..821]);
        }
    }

    #[test]
    fn each_elementary_interval_holds_one_point_of_a_scrambled_net() {
        let sobol = Sobol::scrambled(0..MOST_DIMENSIONS, 3);
        assert_eq!(sobol.dimensions.len(), MOST_DIMENSIONS);
        for dimension in 0..MOST_DIMENSIONS {
            let mut seen = vec![false; 256];
            for value in column(&sobol, dimension, 0, 256) {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "below 256"
                )]
                let slot = (value * 256.0) as usize;
                assert!(!seen[slot], "dimension {dimension}");
                seen[slot] = true;
            }
        }
    }

    #[test]
    fn a_dimension_does_not_depend_on_those_beside_it() {
        let all = Sobol::scrambled(0..300, 5);
        let some = Sobol::scrambled([299, 17], 5);
        assert_eq!(some.dimensions.len(), 2);
        for dimension in [17, 299] {
            assert_eq!(column(&all, dimension, 9, 64), column(&some, dimension, 9, 64));
        }
        assert_eq!(Sobol::plain([2, MOST_DIMENSIONS]).dimensions.len(), 1);
    }

    #[test]
    fn scrambles_differ_and_stay_inside() {
        let (one, other) = (Sobol::scrambled(0..3, 1), Sobol::scrambled(0..3, 2));
        assert_ne!(column(&one, 2, 0, 16), column(&other, 2, 0, 16));
        assert!(column(&one, 0, 0, 5_000).iter().all(|x| *x > 0.0 && *x < 1.0));
    }
}
