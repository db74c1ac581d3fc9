//! Counts of numbers in bins of constant relative width, and quantiles from them.

/// Bits of the mantissa that tell bins apart.
const BIN_BITS: u32 = 8;
/// Bits that are dropped.
const SHIFT: u32 = 52 - BIN_BITS;
/// Bins from one power of two to the next.
const PAGE: usize = 1 << BIN_BITS;
/// Bits of a bin that say which of its page it is.
const IN_PAGE: i32 = (1 << BIN_BITS) - 1;
/// Page of infinity and of what is not a number, and the lowest page of finite numbers.
const LAST_PAGE: i32 = 2_047;
const FIRST_PAGE: i32 = -LAST_PAGE;
/// Place of a page in which nothing was counted.
const NOWHERE: u32 = u32::MAX;
/// Numbers whose bins are found at once.
const BLOCK: usize = 256;
/// Half the width of a bin relative to its numbers: the largest error of a quantile read from bins.
pub const BIN_ERROR: f64 = 1.0 / (2_u64 << BIN_BITS) as f64;

/// Counts of numbers in bins of constant relative width.
///
/// # Model
/// The bin of a number is its sign, exponent and the highest eight bits of its mantissa: 256 bins
/// from a power of two to the next, each at most 0.4 % wide. A quantile is read by linear
/// interpolation inside its bin, so that it is never further than the width of the bin from the
/// exact one, and as a rule far nearer. Counts are whole numbers: they add up to the same in any
/// order, so that neither threads nor parts change a digit.
///
/// The pages, each of the bins from one power of two to the next, form a window that grows; it says
/// where the counts of each are, and only pages in which something was counted have any. So a
/// column with zero in it stays small.
#[derive(Debug, Clone, Default)]
pub struct Bins {
    /// Number of the first page of the window.
    first: i32,
    /// Where in `counts` each page of the window begins, a multiple of 256.
    window: Vec<u32>,
    /// Counts of the pages, in the order in which they were met.
    counts: Vec<u64>,
}

impl PartialEq for Bins {
    fn eq(&self, other: &Self) -> bool {
        self.numbered().eq(other.numbered())
    }
}

/// Bin of a number, rising with it.
#[inline]
const fn bin(value: f64) -> i32 {
    let place = ((value.to_bits() & !(1 << 63)) >> SHIFT) as i32;
    if value < 0.0 { -1 - place } else { place }
}

/// Lowest number of a bin.
const fn edge(bin: i32) -> f64 {
    let size = f64::from_bits((bin.unsigned_abs() as u64) << SHIFT);
    if bin >= 0 { size } else { -size }
}

impl Bins {
    /// Counts the same number several times.
    #[inline]
    pub fn add_many(&mut self, value: f64, times: u64) {
        self.add_to(bin(value), times);
    }

    /// Counts some numbers; those that are not finite are left out.
    pub fn add_all(&mut self, values: &[f64]) {
        let mut places = [NOWHERE; BLOCK];
        for block in values.chunks(BLOCK) {
            if self.places(block, &mut places) {
                for place in &places[..block.len()] {
                    self.counts[*place as usize] += 1;
                }
            } else {
                self.add_new(block);
            }
        }
    }

    /// Counts numbers of which some are in new pages or not finite.
    fn add_new(&mut self, values: &[f64]) {
        for bin in values.iter().copied().map(bin) {
            match self.place(bin) {
                Some(place) => self.counts[place] += 1,
                None => self.add_to(bin, 1),
            }
        }
    }

    /// Finds where the bins of at most [`BLOCK`] numbers are counted, beyond the counts for those
    /// that are not; whether all are.
    #[inline]
    #[expect(clippy::cast_sign_loss, reason = "a page before the window is beyond its end")]
    fn places(&self, block: &[f64], places: &mut [u32; BLOCK]) -> bool {
        let mut bins = [0; BLOCK];
        for (own, value) in bins.iter_mut().zip(block) {
            *own = bin(*value);
        }
        let mut all = true;
        for (place, bin) in places.iter_mut().zip(&bins[..block.len()]) {
            let page = (bin >> BIN_BITS).wrapping_sub(self.first) as u32;
            let start = self.window.get(page as usize).copied().unwrap_or(NOWHERE);
            all &= start != NOWHERE;
            *place = start | (bin & IN_PAGE) as u32;
        }
        all
    }

    /// Where a bin is counted, if its page is.
    #[inline]
    #[expect(clippy::cast_sign_loss, reason = "a page before the window is beyond its end")]
    fn place(&self, bin: i32) -> Option<usize> {
        let page = (bin >> BIN_BITS).wrapping_sub(self.first) as u32;
        let start = *self.window.get(page as usize)?;
        (start != NOWHERE).then_some(start as usize + (bin & IN_PAGE) as usize)
    }

    /// Counts numbers of a bin; none where they are not finite.
    #[cold]
    fn add_to(&mut self, bin: i32, times: u64) {
        let page = bin >> BIN_BITS;
        if !(FIRST_PAGE..LAST_PAGE).contains(&page) {
            return;
        }
        if self.place(bin).is_none() {
            self.open(page);
        }
        if let Some(count) = self.place(bin).and_then(|place| self.counts.get_mut(place)) {
            *count = count.wrapping_add(times);
        }
    }

    /// Makes room for the counts of a page, and the window so wide that it is in it.
    fn open(&mut self, page: i32) {
        if self.window.is_empty() {
            self.first = page;
        }
        let before = usize::try_from(self.first - page).unwrap_or(0);
        self.window.splice(0..0, std::iter::repeat_n(NOWHERE, before));
        self.first = self.first.min(page);
        let at = usize::try_from(page - self.first).unwrap_or(0);
        self.window.resize(self.window.len().max(at + 1), NOWHERE);
        self.window[at] = u32::try_from(self.counts.len()).unwrap_or(NOWHERE);
        self.counts.resize(self.counts.len() + PAGE, 0);
    }

    /// Adds the counts of another part.
    pub fn merge(&mut self, other: &Self) {
        for (page, more) in other.pages() {
            let first = page << BIN_BITS;
            if self.place(first).is_none() {
                self.open(page);
            }
            let Some(start) = self.place(first) else { continue };
            for (own, more) in self.counts[start..start + PAGE].iter_mut().zip(more) {
                *own += more;
            }
        }
    }

    /// Number and counts of each page in which something was counted, rising.
    fn pages(&self) -> impl Iterator<Item = (i32, &[u64])> {
        (self.first..).zip(&self.window).filter(|(_, start)| **start != NOWHERE).map(
            |(page, start)| {
                let start = *start as usize;
                (page, &self.counts[start..start + PAGE])
            },
        )
    }

    /// Numbers counted.
    pub fn count(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// The value that a share `p` of the numbers stays below, inside `range` of the exact lowest
    /// and highest.
    pub fn quantile(&self, p: f64, range: (f64, f64)) -> Option<f64> {
        let last = self.count().checked_sub(1)?;
        self.at_place(p.clamp(0.0, 1.0) * last as f64, range)
    }

    /// The value at a place in the order of the numbers, from 0 and between whole places, inside
    /// `range` of the exact lowest and highest.
    pub fn at_place(&self, place: f64, range: (f64, f64)) -> Option<f64> {
        let mut before = 0.0;
        let mut last = None;
        for (low, high, count) in self.filled() {
            let count = count as f64;
            if place < before + count {
                let share = (place - before + 0.5) / count;
                return Some((low + share * (high - low)).clamp(range.0, range.1));
            }
            before += count;
            last = Some(range.1);
        }
        last
    }

    /// Bins that hold something, rising: lowest and highest number of the bin, and the count.
    pub fn filled(&self) -> impl Iterator<Item = (f64, f64, u64)> {
        self.numbered().map(|(bin, count)| (edge(bin), edge(bin + 1), count))
    }

    /// Number and count of each bin that holds something, rising.
    pub fn numbered(&self) -> impl Iterator<Item = (i32, u64)> {
        self.pages().flat_map(|(page, counts)| {
            let bins = (page << BIN_BITS..).zip(counts.iter().copied());
            bins.filter(|(_, count)| *count > 0)
        })
    }

    /// The bins with these numbers and counts.
    pub fn from_numbered(bins: impl IntoIterator<Item = (i32, u64)>) -> Self {
        let mut made = Self::default();
        for (bin, count) in bins {
            made.add_to(bin, count);
        }
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::hash::uniform;
    use crate::numeric::normal::normal_quantile;
    use crate::numeric::statistics::quantile;

    #[test]
    fn bins_give_quantiles_within_their_width() {
        let numbers: Vec<f64> =
            (0..20_000).map(|index| 300.0 * normal_quantile(uniform(3, index)) + 100.0).collect();
        let mut bins = Bins::default();
        for number in &numbers {
            bins.add_many(*number, 1);
        }
        let mut sorted = numbers;
        let range = (quantile(&mut sorted, 0.0).unwrap(), quantile(&mut sorted, 1.0).unwrap());
        for p in [0.0, 0.01, 0.05, 0.3, 0.5, 0.9, 0.99, 1.0] {
            let (exact, binned) =
                (quantile(&mut sorted, p).unwrap(), bins.quantile(p, range).unwrap());
            assert!(
                (binned - exact).abs() <= 2.0 * BIN_ERROR * exact.abs() + 1e-12,
                "{p}: {binned} {exact}"
            );
        }
    }

    #[test]
    fn bins_of_parts_add_up_to_the_bins_of_the_whole() {
        let value = |index: u64| (uniform(1, index) - 0.3) * 1.0e4;
        let mut whole = Bins::default();
        let mut parts = [Bins::default(), Bins::default(), Bins::default()];
        for index in 0..3_000_u64 {
            whole.add_many(value(index), 1);
            parts[(index % 3) as usize].add_many(value(index), 1);
        }
        let mut merged = parts[2].clone();
        merged.merge(&parts[0]);
        merged.merge(&parts[1]);
        assert_eq!(merged, whole);
        assert_eq!(merged.count(), 3_000);
        assert_eq!(Bins::from_numbered(merged.numbered()), merged);
        let values: Vec<f64> = (0..3_000).map(value).chain([f64::NAN, f64::INFINITY]).collect();
        let mut at_once = Bins::default();
        at_once.add_all(&values);
        assert_eq!(at_once, whole);
    }

    #[test]
    fn zero_and_both_signs_have_bins() {
        let mut bins = Bins::default();
        for value in [-2.0, -0.5, 0.0, 0.5, 2.0] {
            bins.add_many(value, 1);
        }
        assert_eq!(bins.count(), 5);
        assert!(bins.quantile(0.5, (-2.0, 2.0)).unwrap().abs() < 1e-3);
    }

    #[test]
    fn a_window_with_zero_and_large_numbers_stays_small() {
        let mut bins = Bins::default();
        bins.add_all(&[1.0e9, 0.0, -3.0e-12, 5.0, f64::NEG_INFINITY]);
        assert_eq!(bins.counts.len(), 4 * PAGE);
        let found: Vec<(i32, u64)> = bins.numbered().collect();
        assert_eq!(found, [-3.0e-12, 0.0, 5.0, 1.0e9].map(|value| (bin(value), 1)));
    }
}
