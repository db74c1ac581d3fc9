//! Counter-based pseudo-random numbers: pure functions of seed and counter.

/// Odd constant of the golden ratio: the step of `SplitMix64`.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
/// Scale of 53 bits to the unit interval.
const UNIT: f64 = 1.0 / 9_007_199_254_740_992.0;

/// Scrambles 64 bits: the finalizer of `SplitMix64`, each output bit depends on each input bit.
///
/// After \[Steele2014\], not read; the constants are those of the public reference code.
#[inline]
pub const fn mix(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// A seed for a part of a job, from the seed of the job and the number of the part.
#[inline]
pub const fn derived(seed: u64, part: u64) -> u64 {
    mix(mix(seed.wrapping_add(STEP)) ^ part.wrapping_add(1).wrapping_mul(STEP))
}

/// Number `index` of the stream `seed`, above 0 and below 1.
#[inline]
pub fn uniform(seed: u64, index: u64) -> f64 {
    let bits = derived(seed, index) >> 11;
    (bits as f64 + 0.5) * UNIT
}

/// Position `index` of `count` in a shuffled order: each position once. `index` at or beyond
/// `count` counts modulo it.
///
/// A keyed permutation of the next power of two, walked until it falls inside (at most some steps
/// on average); the same for the same `seed` on every machine.
pub fn shuffled(seed: u64, index: u64, count: u64) -> u64 {
    if count < 2 {
        return 0;
    }
    let mask = u64::MAX >> (count - 1).leading_zeros();
    let half = mask.count_ones().div_ceil(2);
    let mut place = index % count;
    loop {
        place = permuted(seed, place, mask, half);
        if place < count {
            return place;
        }
    }
}

/// Rounds of the permutation.
const ROUNDS: u64 = 4;

/// One to one on the numbers up to `mask`: shifts, odd products and sums, each of which can be
/// undone.
fn permuted(seed: u64, place: u64, mask: u64, half: u32) -> u64 {
    let mut place = place;
    for round in 0..ROUNDS {
        let key = derived(seed, round);
        place = place.wrapping_mul(mix(key) | 1).wrapping_add(key) & mask;
        place ^= place >> half.max(1);
    }
    place & mask
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffle_takes_each_position_once() {
        for count in [1_u64, 2, 3, 7, 64, 100, 1_000] {
            let mut seen: Vec<u64> = (0..count).map(|index| shuffled(5, index, count)).collect();
            seen.sort_unstable();
            assert_eq!(seen, (0..count).collect::<Vec<_>>());
        }
    }

    #[test]
    fn shuffles_of_other_seeds_differ() {
        let order = |seed| (0..50).map(|index| shuffled(seed, index, 50)).collect::<Vec<_>>();
        assert_ne!(order(1), order(2));
    }

    #[test]
    fn uniform_numbers_have_the_mean_and_variance_of_the_unit_interval() {
        let n = 100_000;
        let numbers: Vec<f64> = (0..n).map(|index| uniform(9, index)).collect();
        let mean = numbers.iter().sum::<f64>() / n as f64;
        let variance = numbers.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n as f64;
        assert!((mean - 0.5).abs() < 0.003 && (variance - 1.0 / 12.0).abs() < 0.001);
        assert!(numbers.iter().all(|x| *x > 0.0 && *x < 1.0));
    }
}
