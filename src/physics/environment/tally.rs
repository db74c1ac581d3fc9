//! Sums and extremes of the days of a year. Columns are filled one after another so that the loops
//! become vector code.

use std::f64::consts::FRAC_1_PI;

use super::loads::Attitude;
use super::pass::{MOST, Pass};
use crate::numeric::elementary::arc_cosine_of_positive;
use crate::physics::eclipse::edges;

/// Efficiency of the battery in the ranking of days; the array is sized with the scenario's own.
const RANKING_EFFICIENCY: f64 = 0.9;

/// Numbers handled side by side in a scan.
const LANES: usize = 8;

/// What a year adds up to, and the places of its extremes in the samples.
pub(super) struct LoadTally {
    /// Sum of the visible share of the Sun.
    pub(super) illumination: f64,
    /// Sum of that share times irradiance, W/m².
    pub(super) energy: f64,
    /// Sum of cos β.
    pub(super) cos_beta: f64,
    /// Days on which an orbit meets the shadow.
    pub(super) shadow_days: u32,
    /// The same with parts of days.
    pub(super) shadow_share_days: f64,
    /// Widest arc in shadow.
    pub(super) widest: Extreme,
    /// Day that asks most of the array.
    pub(super) hungriest: Extreme,
    /// Lowest and highest Sun over the orbit plane.
    pub(super) lowest: Extreme,
    pub(super) highest: Extreme,
    /// Hottest day of the array, hottest and coldest of the radiator.
    pub(super) array_hot: Extreme,
    pub(super) hot: Extreme,
    pub(super) cold: Extreme,
}

/// The largest value met, and where.
#[derive(Clone, Copy)]
pub(super) struct Extreme {
    pub(super) value: f64,
    pub(super) index: usize,
}

/// One number a day.
struct Columns {
    cosine: [f64; MOST],
    illumination: [f64; MOST],
    /// Half the arc in shadow, to 2e-8.
    shadow: [f64; MOST],
    /// Positive where the orbit meets the shadow at noon and at the midnight after it.
    noon: [f64; MOST],
    midnight: [f64; MOST],
    /// Area of array per power that the day asks for.
    need: [f64; MOST],
}

impl Columns {
    fn of(pass: &Pass) -> Self {
        let zero = [0.0; MOST];
        let mut columns = Self {
            cosine: zero,
            illumination: zero,
            shadow: zero,
            noon: zero,
            midnight: zero,
            need: zero,
        };
        columns.fill_shadow(pass);
        let half_days = pass.sines.windows(2).zip(&columns.noon);
        for (midnight, (sines, noon)) in columns.midnight.iter_mut().zip(half_days) {
            // the edge of the shadow hardly moves in half a day, the Sun does
            let sine = 0.5 * (sines[0] + sines[1]);
            *midnight = noon + sines[0] * sines[0] - sine * sine;
        }
        let days = columns.shadow.iter().zip(&pass.track.irradiance);
        for (need, (shadow, irradiance)) in columns.need.iter_mut().zip(days) {
            let dark = shadow * FRAC_1_PI;
            *need = (1.0 + dark * (1.0 / RANKING_EFFICIENCY - 1.0)) / ((1.0 - dark) * irradiance);
        }
        columns
    }

    fn fill_shadow(&mut self, pass: &Pass) {
        let days = pass.sines.iter().zip(&pass.radii).zip(&pass.track.inverse_distance);
        let sides = self.cosine.iter_mut().zip(&mut self.noon);
        let halves = self.illumination.iter_mut().zip(&mut self.shadow);
        for (((sine, radius), per_sun), ((cosine, noon), (illumination, shadow))) in
            days.zip(sides.zip(halves))
        {
            let square = 1.0 - sine * sine;
            let square = if square > 1e-12 { square } else { 1e-12 };
            *cosine = square.sqrt();
            let (umbra_edge, shadow_edge) = edges(*radius, pass.per_orbit_radius, *per_sun);
            let per_cosine = 1.0 / *cosine;
            *noon = square - shadow_edge * shadow_edge;
            let umbra = arc_cosine_of_positive(umbra_edge * per_cosine);
            *shadow = arc_cosine_of_positive(shadow_edge * per_cosine);
            *illumination = 1.0 - 0.5 * FRAC_1_PI * (umbra + *shadow);
        }
    }
}

impl LoadTally {
    /// Goes through the days of a year.
    pub(super) fn of(pass: &Pass, attitude: Attitude) -> Self {
        let columns = Columns::of(pass);
        let days = 1..=pass.days();
        let irradiance = &pass.track.irradiance;
        let mut lit = [0.0; MOST];
        for (lit, (share, irradiance)) in
            lit.iter_mut().zip(columns.illumination.iter().zip(irradiance))
        {
            *lit = share * irradiance;
        }
        let mut along = [0.0; MOST];
        for (along, (cosine, irradiance)) in
            along.iter_mut().zip(columns.cosine.iter().zip(irradiance))
        {
            *along = cosine * irradiance;
        }
        let array_hot = largest(&along[days.clone()]);
        let (hot, cold) = match attitude {
            Attitude::OrbitNormal => {
                let mut across = lit;
                for (across, sine) in across.iter_mut().zip(&pass.sines) {
                    *across *= sine.abs();
                }
                (largest(&across[days.clone()]), smallest(&across[days.clone()]))
            }
            _ => (array_hot, smallest(&along[days.clone()])),
        };
        let (shadow_days, shadow_share_days) = columns.shadow_days(pass);
        Self {
            illumination: sum(&columns.illumination[days.clone()]),
            energy: sum(&lit[days.clone()]),
            cos_beta: sum(&columns.cosine[days.clone()]),
            shadow_days,
            shadow_share_days,
            widest: largest(&columns.shadow[days.clone()]),
            hungriest: largest(&columns.need[days.clone()]),
            lowest: smallest(&pass.sines[days.clone()]),
            highest: largest(&pass.sines[days]),
            array_hot,
            hot,
            cold,
        }
    }
}

impl Columns {
    /// Days on which at least one orbit meets the shadow, and their sum in parts of days.
    fn shadow_days(&self, pass: &Pass) -> (u32, f64) {
        let half_an_orbit = pass.half_an_orbit();
        let (mut whole, mut part, mut parts) = (0, 0, 0.0);
        let after_first = self.noon[1..].iter().zip(self.midnight.windows(2));
        for (noon, midnights) in after_first.take(pass.days()) {
            let (before, after) = (midnights[0], midnights[1]);
            if before > 0.0 && *noon > 0.0 && after > 0.0 {
                whole += 1;
            } else {
                let shares = [before, after].map(|midnight| 0.5 * positive_share(midnight, *noon));
                parts += shares[0] + shares[1];
                let meets = |share: f64| share > half_an_orbit;
                part += u32::from(*noon > 0.0 || shares.into_iter().any(meets));
            }
        }
        (whole + part, f64::from(whole) + parts)
    }
}

/// Largest number of the days and its place in the samples, where the first day has place 1.
fn largest(days: &[f64]) -> Extreme {
    extreme(days, 1.0)
}

/// As [`largest`], for the smallest.
fn smallest(days: &[f64]) -> Extreme {
    let Extreme { value, index } = extreme(days, -1.0);
    Extreme { value: -value, index }
}

/// Largest of the numbers times a sign, found in lanes so that no comparison waits for the one
/// before it.
fn extreme(days: &[f64], sign: f64) -> Extreme {
    let mut lanes = [f64::NEG_INFINITY; LANES];
    let chunks = days.chunks_exact(LANES);
    let rest = chunks.remainder();
    for chunk in chunks {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            let value = sign * value;
            *lane = if value > *lane { value } else { *lane };
        }
    }
    let rest = rest.iter().map(|value| sign * value);
    let value = rest.chain(lanes).fold(f64::NEG_INFINITY, f64::max);
    let place = days.iter().position(|day| sign * day >= value);
    Extreme { value, index: place.unwrap_or(0) + 1 }
}

/// Sum of numbers in lanes.
fn sum(days: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let chunks = days.chunks_exact(LANES);
    let rest: f64 = chunks.remainder().iter().sum();
    for chunk in chunks {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane += value;
        }
    }
    rest + lanes.iter().sum::<f64>()
}

/// Share of the way from `first` to `last` on which a straight line is positive.
fn positive_share(first: f64, last: f64) -> f64 {
    match (first > 0.0, last > 0.0) {
        (true, true) => 1.0,
        (false, false) => 0.0,
        (true, false) => first / (first - last),
        (false, true) => last / (last - first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_positive_on_its_share() {
        assert!((positive_share(3.0, -1.0) - 0.75).abs() < 1e-15);
        assert!((positive_share(-1.0, 3.0) - 0.75).abs() < 1e-15);
        assert!((positive_share(0.0, 0.0)).abs() < 1e-15);
    }

    #[test]
    fn extremes_know_their_day() {
        let days = [3.0, -2.0, 7.0, 7.0];
        assert_eq!((largest(&days).index, smallest(&days).index), (3, 2));
        let long: Vec<f64> = (0..365).map(|day| libm::sin(f64::from(day))).collect();
        let top = long.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let found = largest(&long);
        assert!((found.value - top).abs() < 1e-15 && (long[found.index - 1] - top).abs() < 1e-15);
        assert!((sum(&long) - long.iter().sum::<f64>()).abs() < 1e-12);
    }
}
