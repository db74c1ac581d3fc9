//! Monotone piecewise cubic through points: its slopes, and its value between two points.
//!
//! The build script includes this file, so it stands alone.

/// Slopes of the cubic in its points: weighted harmonic means of the chords.
///
/// `x` rises and has at least three values.
#[cfg_attr(not(test), allow(dead_code, reason = "the build script and tests ask for slopes"))]
pub fn slopes(x: &[f64], y: &[f64]) -> Vec<f64> {
    let last = x.len() - 1;
    let step: Vec<f64> = x.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let chord: Vec<f64> =
        y.windows(2).zip(&step).map(|(pair, h)| (pair[1] - pair[0]) / h).collect();
    let inside = |i: usize| {
        let (before, after) = (2.0 * step[i] + step[i - 1], step[i] + 2.0 * step[i - 1]);
        (before + after) / (before / chord[i - 1] + after / chord[i])
    };
    (0..=last)
        .map(|i| match i {
            0 => end_slope(step[0], step[1], chord[0], chord[1]),
            i if i == last => end_slope(step[i - 1], step[i - 2], chord[i - 1], chord[i - 2]),
            i if chord[i - 1] * chord[i] <= 0.0 => 0.0,
            i => inside(i),
        })
        .collect()
}

/// Slope in an end point, from the lengths and chords of the two intervals beside it.
fn end_slope(h: f64, next: f64, chord: f64, chord_next: f64) -> f64 {
    let slope = ((2.0 * h + next) * chord - h * chord_next) / (h + next);
    if slope * chord <= 0.0 {
        0.0
    } else if chord * chord_next <= 0.0 && slope.abs() > 3.0 * chord.abs() {
        3.0 * chord
    } else {
        slope
    }
}

/// Value of the cubic at `share` of an interval of length `step`, from value and slope in its ends.
#[allow(dead_code, reason = "the build script asks for slopes alone")]
pub fn cubic(share: f64, step: f64, (y0, d0): (f64, f64), (y1, d1): (f64, f64)) -> f64 {
    let (s, r) = (share, 1.0 - share);
    y0 * r * r * (1.0 + 2.0 * s) + y1 * s * s * (3.0 - 2.0 * s) + step * s * r * (d0 * r - d1 * s)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_has_its_slope_everywhere() {
        let x = [0.0, 1.0, 3.0, 4.0];
        let y = x.map(|x| 2.0 - 3.0 * x);
        assert!(slopes(&x, &y).iter().all(|slope| (slope + 3.0).abs() < 1e-14));
    }

    #[test]
    fn a_peak_is_flat_and_nothing_overshoots() {
        let (x, y) = ([0.0, 1.0, 2.0, 3.0], [0.0, 1.0, 1.0, 0.0]);
        let slopes = slopes(&x, &y);
        assert!(slopes[1].abs() + slopes[2].abs() < 1e-15, "{slopes:?}");
        for tenth in 0..=10 {
            let value = cubic(f64::from(tenth) / 10.0, 1.0, (y[0], slopes[0]), (y[1], slopes[1]));
            assert!((0.0..=1.0).contains(&value), "{value}");
        }
    }

    #[test]
    fn the_cubic_meets_its_ends() {
        let ends = ((2.0, 7.0), (5.0, -1.0));
        assert!((cubic(0.0, 3.0, ends.0, ends.1) - 2.0).abs() < 1e-15);
        assert!((cubic(1.0, 3.0, ends.0, ends.1) - 5.0).abs() < 1e-15);
    }
}
