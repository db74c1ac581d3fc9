//! Numbers at places in the order of all numbers, without putting all in order.

use std::collections::BTreeMap;

/// Cells from the lowest to the highest number, all of one width.
const CELLS: usize = 1024;
/// Group of a cell that holds no place.
const NONE: u32 = u32::MAX;

/// Cells from the lowest to the highest of some numbers.
struct EqualCells {
    low: f64,
    per_unit: f64,
}

impl EqualCells {
    /// Cell of a number, which rises with it; none where it is not finite.
    #[inline]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    fn of(&self, value: f64) -> Option<usize> {
        let cell = ((value - self.low) * self.per_unit) as usize;
        value.is_finite().then_some(cell.min(CELLS - 1))
    }
}

/// Places that are sought in one cell, and its numbers.
struct CellSearch {
    /// Numbers in cells below.
    before: u64,
    places: Vec<u64>,
    values: Vec<f64>,
}

impl CellSearch {
    /// The places with the number at each.
    fn numbers(mut self) -> Vec<(u64, f64)> {
        self.values.sort_unstable_by(f64::total_cmp);
        let at = |place: u64| usize::try_from(place - self.before).ok();
        let number = |place: u64| Some((place, *self.values.get(at(place)?)?));
        self.places.iter().filter_map(|place| number(*place)).collect()
    }
}

/// The numbers at these places, from 0, in the order of all finite numbers of the columns, of which
/// `low` is the lowest and `high` the highest. Only the cells that hold such a place are put in
/// order. Places that are not below the count are left out.
pub fn ordered(columns: &[&[f64]], (low, high): (f64, f64), places: &[u64]) -> BTreeMap<u64, f64> {
    let cells = EqualCells { low, per_unit: CELLS as f64 / (high - low) };
    let mut counts = vec![0_u64; CELLS];
    for column in columns {
        for cell in column.iter().filter_map(|value| cells.of(*value)) {
            counts[cell] += 1;
        }
    }
    let (mut searches, own) = searches(&counts, places);
    for column in columns {
        for value in *column {
            let group = cells.of(*value).map_or(NONE, |cell| own[cell]);
            if group != NONE {
                searches[group as usize].values.push(*value);
            }
        }
    }
    searches.into_iter().flat_map(CellSearch::numbers).collect()
}

/// The cells that hold these places, and for each cell which of them it is.
fn searches(counts: &[u64], places: &[u64]) -> (Vec<CellSearch>, Vec<u32>) {
    let mut sought = places.to_vec();
    sought.sort_unstable();
    let (mut searches, mut own) = (Vec::new(), vec![NONE; counts.len()]);
    let (mut left, mut before) = (&sought[..], 0);
    for (count, own) in counts.iter().zip(&mut own) {
        let (here, rest) = left.split_at(left.partition_point(|at| *at < before + count));
        if !here.is_empty() {
            *own = u32::try_from(searches.len()).unwrap_or(NONE);
            searches.push(CellSearch { before, places: here.to_vec(), values: Vec::new() });
        }
        (left, before) = (rest, before + count);
    }
    (searches, own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::hash::uniform;

    fn agrees_with_the_sorted_list(values: &[f64]) {
        let mut sorted: Vec<f64> = values.iter().copied().filter(|one| one.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len() as u64 - 1;
        let places = [last, 0, 1, 17, 17, last / 2, last / 2 + 1, last - 1, last + 1];
        let range = (sorted[0], sorted[sorted.len() - 1]);
        let found = ordered(&[&values[..1_000], &values[1_000..]], range, &places);
        assert_eq!(found.len(), 7);
        for (place, number) in found {
            let at = usize::try_from(place).unwrap();
            assert_eq!(number.to_bits(), sorted[at].to_bits(), "place {place}");
        }
    }

    #[test]
    fn numbers_in_order_are_those_of_the_sorted_list() {
        let spread = |index: u64| match index % 9 {
            0 => 0.0,
            1 => -0.0,
            2 => f64::NAN,
            3 => f64::INFINITY,
            _ => (uniform(5, index) - 0.4) * 1.0e3,
        };
        let tailed = |index: u64| libm::exp(60.0 * uniform(6, index));
        let huge = |index: u64| (uniform(7, index) - 0.5) * f64::MAX;
        let near = |index: u64| 1.0 + f64::EPSILON * (uniform(8, index) * 9.0).floor();
        let makers: [&dyn Fn(u64) -> f64; 4] = [&spread, &tailed, &huge, &near];
        for maker in makers {
            agrees_with_the_sorted_list(&(0..5_000).map(maker).collect::<Vec<f64>>());
        }
    }
}
