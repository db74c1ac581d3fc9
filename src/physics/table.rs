//! Tables made at build time from `physics/data`, and the value between their rows.

/// Global mean density and the integral of orbital decay.
pub(super) mod density {
    #![allow(clippy::pedantic, clippy::approx_constant, reason = "the file is written by build.rs")]
    include!(concat!(env!("OUT_DIR"), "/density.rs"));
}

/// Dose behind aluminum and damage of solar cells behind a cover glass, by orbit.
pub(super) mod belts {
    #![allow(clippy::pedantic, clippy::approx_constant, reason = "the file is written by build.rs")]
    include!(concat!(env!("OUT_DIR"), "/belts.rs"));
}

/// Dose and damage of the protons of the Sun.
pub(super) mod solar_protons {
    #![allow(clippy::pedantic, clippy::approx_constant, reason = "the file is written by build.rs")]
    include!(concat!(env!("OUT_DIR"), "/solar_protons.rs"));
}

/// Years of the sun at sites on the ground, and the smallest fields that serve a load.
pub(super) mod solar {
    #![allow(
        clippy::pedantic,
        clippy::approx_constant,
        clippy::type_complexity,
        reason = "the file is written by build.rs"
    )]
    include!(concat!(env!("OUT_DIR"), "/solar.rs"));
}

/// A place between two rows of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    row: usize,
    share: f64,
    step: f64,
}

impl Place {
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

    /// Both values on straight lines between the two rows; a row that has no part in it is not asked.
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
        let ((y0, d0), (y1, d1)) = (rows[self.row], rows[self.row + 1]);
        let (s, r) = (self.share, 1.0 - self.share);
        y0 * r * r * (1.0 + 2.0 * s)
            + y1 * s * s * (3.0 - 2.0 * s)
            + self.step * s * r * (d0 * r - d1 * s)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_stays_straight_and_ends_hold() {
        let (x, y) = ([1.0, 2.0, 4.0], [(3.0, 2.0), (5.0, 2.0), (9.0, 2.0)]);
        for (at, value) in [(1.5, 4.0), (2.0, 5.0), (3.0, 7.0), (0.0, 3.0), (9.0, 9.0)] {
            assert!((Place::find(&x, at).cubic(&y) - value).abs() < 1e-14, "{at}");
        }
    }

    #[test]
    fn not_a_number_gives_not_a_number() {
        assert!(Place::find(&[1.0, 2.0], f64::NAN).cubic(&[(1.0, 0.0), (2.0, 0.0)]).is_nan());
    }
}
