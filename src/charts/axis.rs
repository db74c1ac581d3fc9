//! Axes: range, position of a value, ticks at round numbers.

use super::theme::{self, Scale};

/// An axis over a range of values.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    low: f64,
    high: f64,
    scale: Scale,
    ticks: Vec<f64>,
    /// Ticks are written in full, without thousands apart: years, angles.
    plain: bool,
}

impl Axis {
    /// A linear axis over `low..=high`, widened to round numbers, with about `count` steps.
    pub fn linear(low: f64, high: f64, count: usize) -> Self {
        let (low, high) = if low <= high { (low, high) } else { (high, low) };
        let (low, high) = if high - low > 1e-12 * high.abs().max(low.abs()).max(1e-300) {
            (low, high)
        } else if high > 0.0 {
            (0.0, high)
        } else if low < 0.0 {
            (low, 0.0)
        } else {
            (0.0, 1.0)
        };
        let step = round_step((high - low) / count.max(1) as f64);
        let first = (low / step + 1e-9).floor();
        let last = (high / step - 1e-9).ceil();
        let ticks = steps(first, last, step);
        Self { low: first * step, high: last * step, scale: Scale::Linear, ticks, plain: false }
    }

    /// A linear axis over exactly `low..=high`, with ticks at round numbers inside.
    pub fn exact(low: f64, high: f64, count: usize) -> Self {
        let high = if high > low { high } else { low + 1.0 };
        let step = round_step((high - low) / count.max(1) as f64);
        let ticks = steps((low / step - 1e-9).ceil(), (high / step + 1e-9).floor(), step);
        Self { low, high, scale: Scale::Linear, ticks, plain: false }
    }

    /// An axis of angles in degrees, never beyond ±90, with steps of 5, 10, 15 or 30.
    pub fn angle(low: f64, high: f64, count: usize) -> Self {
        let step = [5.0, 10.0, 15.0]
            .into_iter()
            .find(|step| (high - low) / step <= count as f64)
            .unwrap_or(30.0);
        let first = (low / step + 1e-9).floor().max(-90.0 / step);
        let last = (high / step - 1e-9).ceil().min(90.0 / step).max(first + 1.0);
        Self {
            low: first * step,
            high: last * step,
            scale: Scale::Linear,
            ticks: steps(first, last, step),
            plain: true,
        }
    }

    /// An axis of calendar years, ticks at whole years.
    pub fn years(low: f64, high: f64, count: usize) -> Self {
        let axis = Self::exact(low, high, count);
        let step = round_step((high - low) / count.max(1) as f64).ceil();
        let ticks = steps((low / step - 1e-9).ceil(), (high / step + 1e-9).floor(), step);
        Self { ticks, plain: true, ..axis }
    }

    /// A logarithmic axis over exactly `low..=high`, both above zero, with ticks inside.
    pub fn exact_log(low: f64, high: f64, count: usize) -> Self {
        let wide = Self::log(low, high, count);
        let (low, high) = if low >= wide.low && high <= wide.high && low < high {
            (low, high)
        } else {
            wide.range()
        };
        Self { ticks: log_ticks(low, high, count), low, high, ..wide }
    }

    /// A logarithmic axis over `low..=high`, both above zero, widened to 1, 2 or 5 times a power of
    /// ten.
    pub fn log(low: f64, high: f64, count: usize) -> Self {
        let low = if low > 1e-300 && low < 1e300 { low } else { 1e-3 };
        let high = if high > low && high < 1e300 { high } else { low };
        let mut low = round_down(low);
        let mut high = round_up(high);
        if high <= low * 1.0001 {
            (low, high) = (round_down(low / 1.5), round_up(high * 1.5));
        }
        Self { low, high, scale: Scale::Log, ticks: log_ticks(low, high, count), plain: false }
    }

    /// The axis without its ticks, for names in their place.
    #[must_use]
    pub fn without_ticks(self) -> Self {
        Self { ticks: Vec::new(), ..self }
    }

    /// Lowest and highest value.
    pub fn range(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// Linear or logarithmic.
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// Values at which ticks stand.
    pub fn ticks(&self) -> &[f64] {
        &self.ticks
    }

    /// Ticks with their labels.
    pub fn labels(&self) -> Vec<(f64, String)> {
        let texts = match self.scale {
            Scale::Linear if self.plain => {
                self.ticks.iter().map(|tick| format!("{tick:.0}").replace('-', "−")).collect()
            }
            Scale::Linear => theme::ticks(&self.ticks),
            Scale::Log => self.ticks.iter().map(|&tick| theme::log_tick(tick)).collect(),
        };
        self.ticks.iter().copied().zip(texts).collect()
    }

    /// Place of a value: 0 at the low end, 1 at the high end; values outside stay at the ends.
    pub fn position(&self, value: f64) -> f64 {
        let share = match self.scale {
            Scale::Linear => (value - self.low) / (self.high - self.low),
            Scale::Log => libm::log(value.max(1e-300) / self.low) / libm::log(self.high / self.low),
        };
        if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
    }
}

fn steps(first: f64, last: f64, step: f64) -> Vec<f64> {
    let mut ticks = Vec::new();
    let mut index = first;
    while index <= last && ticks.len() < 40 {
        ticks.push(index * step);
        index += 1.0;
    }
    ticks
}

fn power(exponent: f64) -> f64 {
    libm::pow(10.0, exponent)
}

/// 1, 2, 2.5 or 5 times a power of ten, at least `least`.
fn round_step(least: f64) -> f64 {
    if !(least > 1e-300 && least < 1e300) {
        return 1.0;
    }
    let decade = power(libm::log10(least).floor());
    let share = least / decade;
    let digit =
        [1.0, 2.0, 2.5, 5.0].into_iter().find(|&digit| share <= digit * 1.000_001).unwrap_or(10.0);
    digit * decade
}

fn round_down(value: f64) -> f64 {
    let decade = power(libm::log10(value).floor());
    [5.0, 2.0, 1.0]
        .into_iter()
        .map(|digit| digit * decade)
        .find(|&round| round <= value * 1.000_001)
        .unwrap_or(decade)
}

fn round_up(value: f64) -> f64 {
    let decade = power(libm::log10(value).floor());
    [1.0, 2.0, 5.0]
        .into_iter()
        .map(|digit| digit * decade)
        .find(|&round| round >= value * 0.999_999)
        .unwrap_or(10.0 * decade)
}

fn log_ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
    let first = libm::log10(low).floor();
    let decades = libm::log10(high).floor() - first + 1.0;
    let digits: &[f64] = match decades * 3.0 {
        many if many <= 1.5 * count as f64 => &[1.0, 2.0, 5.0],
        _ => &[1.0],
    };
    let every = (decades / count.max(1) as f64).ceil().max(1.0);
    let mut ticks = Vec::new();
    let mut decade = first;
    while decade < first + decades && ticks.len() < 60 {
        // Decades that are skipped count from 1, so that 1 is always among the ticks.
        if (decade / every).fract().abs() < 1e-9 {
            ticks.extend(digits.iter().map(|digit| digit * power(decade)));
        }
        decade += 1.0;
    }
    ticks.retain(|&tick| tick >= low * 0.999_999 && tick <= high * 1.000_001);
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linear_axes_end_at_round_numbers() {
        let axis = Axis::linear(0.0, 48_213.0, 5);
        assert_eq!(axis.ticks(), [0.0, 10_000.0, 20_000.0, 30_000.0, 40_000.0, 50_000.0]);
        assert_eq!(axis.range(), (0.0, 50_000.0));
    }

    #[test]
    fn log_axes_end_at_1_2_or_5() {
        let axis = Axis::log(37.0, 4100.0, 8);
        assert_eq!(axis.range(), (20.0, 5000.0));
        let wanted = [20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0];
        assert_eq!(axis.ticks().len(), wanted.len());
        assert!(
            axis.ticks()
                .iter()
                .zip(wanted)
                .all(|(tick, wanted)| (tick / wanted - 1.0).abs() < 1e-12)
        );
    }

    #[test]
    fn long_log_axes_show_decades_only() {
        let axis = Axis::log(1e-6, 1e9, 6);
        assert!(axis.ticks().len() <= 7, "{:?}", axis.ticks());
        assert!(axis.ticks().contains(&1.0));
    }

    #[test]
    fn years_and_angles_are_whole() {
        assert_eq!(Axis::years(2026.0, 2046.0, 8).ticks()[..3], [2028.0, 2031.0, 2034.0][..]);
        let angles = Axis::angle(-74.0, 80.0, 6);
        assert_eq!(angles.range(), (-90.0, 90.0));
        assert_eq!(angles.labels()[0].1, "−90");
    }

    #[test]
    fn positions_run_from_0_to_1() {
        let axis = Axis::log(1.0, 100.0, 5);
        assert!((axis.position(10.0) - 0.5).abs() < 1e-12);
        assert!((axis.position(0.0)).abs() < 1e-12);
        assert!((axis.position(f64::INFINITY) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn odd_ranges_still_make_an_axis() {
        for axis in [
            Axis::linear(0.0, 0.0, 5),
            Axis::linear(5.0, 5.0, 5),
            Axis::linear(-3.0, -3.0, 5),
            Axis::linear(1e-200, 2e-200, 5),
            Axis::log(0.0, 0.0, 5),
            Axis::log(3.0, 3.0, 5),
            Axis::log(1e-290, 1e290, 5),
        ] {
            let (low, high) = axis.range();
            assert!(low < high && !axis.ticks().is_empty(), "{axis:?}");
        }
    }
}
