//! Tables made from `physics/data`, and the value between their rows.
//!
//! `make` makes the files that are included from there: `UPDATE_EXPECT=1 cargo test --lib made`
//! writes them. Those of the belts are made by `build.rs`.

#[cfg(test)]
pub(super) mod make;

use crate::numeric::monotone::cubic;

/// Global mean density and the integral of orbital decay.
pub(super) mod density {
    #![allow(clippy::pedantic, clippy::approx_constant, reason = "the file is made")]
    include!("data/density.rs");
}

/// Dose behind aluminum and damage of solar cells behind a cover glass, by orbit.
pub(super) mod belts {
    #![allow(clippy::pedantic, clippy::approx_constant, reason = "the file is made")]
    include!(concat!(env!("OUT_DIR"), "/belts.rs"));

    /// Orbits of the tables: altitudes and tilts, the last running fastest.
    pub(crate) const ORBITS: usize = LOG_ALTITUDE.len() * TILT.len();
    /// Logarithms of the dose in rad(Si) per year behind aluminum, and their slopes.
    pub(crate) static DOSE: super::Curves = super::Curves {
        pairs: include_bytes!(concat!(env!("OUT_DIR"), "/belt_dose.f64"))
            .as_chunks()
            .0
            .as_chunks()
            .0,
        depths: LOG_ALUMINUM.len(),
    };
    /// Logarithms of the particles in 1/cm2 per year that damage a cell, and their slopes.
    pub(crate) static CELLS: super::Curves = super::Curves {
        pairs: include_bytes!(concat!(env!("OUT_DIR"), "/belt_cells.f64"))
            .as_chunks()
            .0
            .as_chunks()
            .0,
        depths: LOG_GLASS.len(),
    };
    /// Columns of [`DOSE`]: center of a sphere and behind a slab; solar minimum, then maximum.
    pub(crate) const SPHERE_PROTON: usize = 0;
    pub(crate) const SPHERE_ELECTRON: usize = 2;
    pub(crate) const SLAB_PROTON: usize = 4;
    pub(crate) const SLAB_ELECTRON: usize = 6;
    /// Columns of [`CELLS`]; solar minimum, then maximum.
    pub(crate) const CELL_PROTON: usize = 0;
    pub(crate) const CELL_ELECTRON: usize = 2;
}

/// Dose and damage of the protons of the Sun.
pub(super) mod solar_protons {
    #![allow(clippy::pedantic, clippy::approx_constant, reason = "the file is made")]
    include!("data/solar_protons.rs");
}

/// Years of the sun at sites on the ground, and the smallest fields that serve a load.
pub(super) mod solar {
    #![allow(clippy::pedantic, clippy::type_complexity, reason = "the file is made")]
    include!("data/solar_curves.rs");
}

/// Curves over depth, one for each column and orbit: pairs of value and slope, in binary.
#[derive(Debug, Clone, Copy)]
pub(super) struct Curves {
    pairs: &'static [[[u8; 8]; 2]],
    depths: usize,
}

impl Curves {
    /// Value of the curve of an orbit at a depth.
    pub(super) fn at(&self, column: usize, orbit: usize, depth: TablePlace) -> f64 {
        let first = (column * belts::ORBITS + orbit) * self.depths + depth.row;
        cubic(depth.share, depth.step, self.pair(first), self.pair(first + 1))
    }

    fn pair(&self, index: usize) -> (f64, f64) {
        let [value, slope] = self.pairs[index];
        (f64::from_le_bytes(value), f64::from_le_bytes(slope))
    }
}

/// A place between two rows of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct TablePlace {
    row: usize,
    share: f64,
    step: f64,
}

impl TablePlace {
    /// Place of `x` among rising `rows`; beyond either end the end itself.
    pub(super) fn find(rows: &[f64], x: f64) -> Self {
        let row = rows.partition_point(|&at| at <= x).saturating_sub(1).min(rows.len() - 2);
        let step = rows[row + 1] - rows[row];
        Self { row, share: ((x - rows[row]) / step).clamp(0.0, 1.0), step }
    }

    /// The two rows around the place, and the share of each.
    pub(super) fn shares(self) -> [(usize, f64); 2] {
        [(self.row, 1.0 - self.share), (self.row + 1, self.share)]
    }

    /// Both values on straight lines between the two rows; a row that has no part in it is not
    /// asked.
    pub(super) fn straight(self, value: impl Fn(usize) -> (f64, f64)) -> (f64, f64) {
        let (low, r) = (value(self.row), 1.0 - self.share);
        if self.share <= 0.0 {
            return low;
        }
        let high = value(self.row + 1);
        if r <= 0.0 {
            return high;
        }
        (r * low.0 + self.share * high.0, r * low.1 + self.share * high.1)
    }

    /// Value of the piecewise cubic with these values and slopes in its rows.
    pub(super) fn cubic(self, rows: &[(f64, f64)]) -> f64 {
        cubic(self.share, self.step, rows[self.row], rows[self.row + 1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_stays_straight_and_ends_hold() {
        let (x, y) = ([1.0, 2.0, 4.0], [(3.0, 2.0), (5.0, 2.0), (9.0, 2.0)]);
        for (at, value) in [(1.5, 4.0), (2.0, 5.0), (3.0, 7.0), (0.0, 3.0), (9.0, 9.0)] {
            assert!((TablePlace::find(&x, at).cubic(&y) - value).abs() < 1e-14, "{at}");
        }
    }

    #[test]
    fn not_a_number_gives_not_a_number() {
        assert!(TablePlace::find(&[1.0, 2.0], f64::NAN).cubic(&[(1.0, 0.0), (2.0, 0.0)]).is_nan());
    }
}
