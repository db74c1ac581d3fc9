//! Colors, sizes and the writing of numbers: what all charts share.

/// A color of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Color {
    const fn hex(code: u32) -> Self {
        let [_, red, green, blue] = code.to_be_bytes();
        Self { red, green, blue }
    }

    /// The color mixed with white; `share` of 1 is the color, 0 is white.
    #[must_use]
    pub fn tint(self, share: f64) -> Self {
        let mix = |part: u8| {
            let mixed = 255.0 - (255.0 - f64::from(part)) * share.clamp(0.0, 1.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between 0 and 255"
            )]
            let byte = mixed.round() as u8;
            byte
        };
        Self { red: mix(self.red), green: mix(self.green), blue: mix(self.blue) }
    }

    /// Whether white text reads well on it.
    pub fn is_dark(self) -> bool {
        0.299 * f64::from(self.red) + 0.587 * f64::from(self.green) + 0.114 * f64::from(self.blue)
            < 140.0
    }
}

/// Paper.
pub const WHITE: Color = Color::hex(0x00FF_FFFF);
/// Text and the lines that matter.
pub const INK: Color = Color::hex(0x0017_1A1F);
/// Second-rank text.
pub const GRAY: Color = Color::hex(0x0050_565E);
/// Leader lines, ticks.
pub const PALE: Color = Color::hex(0x009A_A0A6);
/// Grid lines.
pub const FAINT: Color = Color::hex(0x00DF_E2E6);
/// Shaded ground.
pub const SHADE: Color = Color::hex(0x00F1_F3F5);

/// Blue of the Okabe-Ito palette, which is told apart with any kind of color vision.
pub const BLUE: Color = Color::hex(0x0000_72B2);
/// Orange of the Okabe-Ito palette.
pub const ORANGE: Color = Color::hex(0x00E6_9F00);
/// Bluish green of the Okabe-Ito palette.
pub const GREEN: Color = Color::hex(0x0000_9E73);
/// Sky blue of the Okabe-Ito palette.
pub const SKY: Color = Color::hex(0x0056_B4E9);
/// Vermilion of the Okabe-Ito palette.
pub const VERMILION: Color = Color::hex(0x00D5_5E00);
/// Reddish purple of the Okabe-Ito palette.
pub const PURPLE: Color = Color::hex(0x00CC_79A7);
/// Yellow of the Okabe-Ito palette.
pub const YELLOW: Color = Color::hex(0x00F0_E442);
/// Gray, beside the palette.
pub const STONE: Color = Color::hex(0x0088_8E94);

const PALETTE: [Color; 8] = [BLUE, ORANGE, GREEN, SKY, VERMILION, PURPLE, YELLOW, STONE];

/// Color of the part with this number: the palette, then the palette in two paler rounds.
pub fn color(index: usize) -> Color {
    let base = PALETTE[index % PALETTE.len()];
    match index / PALETTE.len() % 3 {
        0 => base,
        1 => base.tint(0.5),
        _ => base.tint(0.75),
    }
}

/// Size of the title.
pub const TITLE: f64 = 40.0;
/// Size of the subtitle.
pub const SUBTITLE: f64 = 26.0;
/// Size of axis headings and of labels that carry numbers.
pub const LABEL: f64 = 23.0;
/// Size of tick labels and of second-rank labels.
pub const SMALL: f64 = 21.0;
/// Size of the source line.
pub const FOOT: f64 = 19.0;
/// White border of the picture.
pub const MARGIN: f64 = 56.0;

/// How an axis is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// Equal steps.
    #[default]
    Linear,
    /// Equal ratios.
    Log,
}

impl Scale {
    /// Name for the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Log => "log",
        }
    }
}

/// A number for a label: three significant digits, whole numbers below a million in full, thousands
/// apart.
///
/// `48 213`, `2.35 M`, `20.5`, `0.035`, `−12`, `1.2e−6`; `–` if it is not a number.
pub fn number(value: f64) -> String {
    let size = value.abs();
    let text = if !value.is_finite() {
        return "–".to_owned();
    } else if size < f64::MIN_POSITIVE {
        return "0".to_owned();
    } else if !(0.000_009_995..999_500_000_000_000.0).contains(&size) {
        power_of_ten(size)
    } else if size >= 999_500_000_000.0 {
        format!("{} T", three_digits(size / 1e12))
    } else if size >= 999_500_000.0 {
        format!("{} bn", three_digits(size / 1e9))
    } else if size >= 999_999.5 {
        format!("{} M", three_digits(size / 1e6))
    } else {
        three_digits(size)
    };
    signed(value, &text)
}

/// Factor and unit in which a power in kilowatts is written.
pub(super) fn power_unit(kilowatts: f64) -> (f64, &'static str) {
    match kilowatts {
        size if size >= 2e9 => (1e-9, "TW"),
        size if size >= 2e6 => (1e-6, "GW"),
        size if size >= 2e3 => (1e-3, "MW"),
        size if size < 0.5 => (1e3, "W"),
        _ => (1.0, "kW"),
    }
}

/// A power in kilowatts, in the unit that fits it.
pub fn power(kilowatts: f64) -> String {
    let (factor, unit) = power_unit(kilowatts);
    format!("{} {unit}", number(kilowatts * factor))
}

/// An area in square meters, in the unit that fits it.
pub fn area(square_meters: f64) -> String {
    if square_meters >= 999_500.0 {
        format!("{} km²", number(square_meters / 1e6))
    } else {
        format!("{} m²", number(square_meters))
    }
}

/// A change for a label: as [`number`], always with its sign.
pub fn change(value: f64) -> String {
    if value > 0.0 { format!("+{}", number(value)) } else { number(value) }
}

/// A share as percent.
pub fn percent(share: f64) -> String {
    let points = share * 100.0;
    if !points.is_finite() {
        return "–".to_owned();
    }
    let size = points.abs();
    let text = if size > 0.0 && size < 0.1 {
        return if points > 0.0 { "<0.1 %".to_owned() } else { ">−0.1 %".to_owned() };
    } else if size < 9.95 {
        trimmed(format!("{size:.1}"))
    } else {
        grouped(&format!("{size:.0}"))
    };
    format!("{} %", signed(points, &text))
}

/// Labels of ticks that stand on one linear axis: same suffix, same number of decimals.
pub fn ticks(values: &[f64]) -> Vec<String> {
    let largest = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    let (divisor, suffix) = match largest {
        size if size >= 1e13 => return values.iter().map(|&value| number(value)).collect(),
        size if size >= 1e12 => (1e12, " T"),
        size if size >= 1e9 => (1e9, " bn"),
        size if size >= 1e6 => (1e6, " M"),
        size if size >= 1e4 => (1e3, " k"),
        _ => (1.0, ""),
    };
    let step =
        values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(largest, f64::min) / divisor;
    let decimals = (0..9).find(|&decimals| is_whole(step * 10_f64.powi(decimals))).unwrap_or(9);
    let decimals = usize::try_from(decimals).unwrap_or(0);
    values.iter().map(|&value| one_tick(value / divisor, decimals, suffix)).collect()
}

fn one_tick(value: f64, decimals: usize, suffix: &str) -> String {
    let text = format!("{:.decimals$}", value.abs());
    if text.bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        return "0".to_owned();
    }
    signed(value, &format!("{}{suffix}", grouped(&text)))
}

/// Label of one tick of a logarithmic axis.
pub fn log_tick(value: f64) -> String {
    match value.abs() {
        size if (1e4..999_999.5).contains(&size) => format!("{} k", number(value / 1e3)),
        _ => number(value),
    }
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() <= 1e-6 * value.abs().max(1e-3)
}

fn signed(value: f64, text: &str) -> String {
    if value < 0.0 && text != "0" { format!("−{text}") } else { text.to_owned() }
}

/// Three significant digits of a positive number, but never fewer than its whole part.
fn three_digits(size: f64) -> String {
    let decimals = if size >= 99.95 {
        0
    } else if size >= 9.995 {
        1
    } else if size >= 0.9995 {
        2
    } else if size >= 0.099_95 {
        3
    } else if size >= 0.009_995 {
        4
    } else if size >= 0.000_999_5 {
        5
    } else if size >= 0.000_099_95 {
        6
    } else {
        7
    };
    grouped(&trimmed(format!("{size:.decimals$}")))
}

fn trimmed(text: String) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// Thin spaces between thousands.
fn grouped(text: &str) -> String {
    let whole = text.split('.').next().unwrap_or(text);
    let mut result = String::with_capacity(text.len() + 8);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            result.push('\u{2009}');
        }
        result.push(digit);
    }
    result.push_str(&text[whole.len()..]);
    result
}

fn power_of_ten(size: f64) -> String {
    let text = format!("{size:.1e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    format!("{}e{}", trimmed(digits.to_owned()), exponent.replace('-', "−"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_three_digits_and_group_thousands() {
        let written: Vec<String> =
            [48213.4, 1200.0, 96.04, 20.5, 0.035, 0.0, -12.0, 2_345_678.0, 999.6, 1.2e9]
                .iter()
                .map(|&v| number(v))
                .collect();
        assert_eq!(
            written,
            [
                "48\u{2009}213",
                "1\u{2009}200",
                "96",
                "20.5",
                "0.035",
                "0",
                "−12",
                "2.35 M",
                "1\u{2009}000",
                "1.2 bn"
            ]
        );
    }

    #[test]
    fn very_small_and_missing_numbers_are_written() {
        assert_eq!(number(1.2e-6), "1.2e−6");
        assert_eq!(number(f64::NAN), "–");
        assert_eq!(number(-4e-30), "−4e−30");
    }

    #[test]
    fn ticks_of_one_axis_share_suffix_and_decimals() {
        assert_eq!(
            ticks(&[0.0, 2500.0, 5000.0, 7500.0, 10000.0]),
            ["0", "2.5 k", "5.0 k", "7.5 k", "10.0 k"]
        );
        assert_eq!(ticks(&[-0.5, 0.0, 0.5]), ["−0.5", "0", "0.5"]);
        assert_eq!(ticks(&[0.0, 1_000_000.0, 2_000_000.0]), ["0", "1 M", "2 M"]);
    }

    #[test]
    fn ticks_of_a_log_axis_stand_alone() {
        assert_eq!(log_tick(1000.0), "1\u{2009}000");
        assert_eq!(log_tick(10_000.0), "10 k");
        assert_eq!(log_tick(0.01), "0.01");
        assert_eq!(log_tick(2e6), "2 M");
    }

    #[test]
    fn shares_are_percent() {
        assert_eq!(percent(0.4267), "43 %");
        assert_eq!(percent(0.012), "1.2 %");
        assert_eq!(percent(0.000_01), "<0.1 %");
        assert_eq!(percent(0.0), "0 %");
    }

    #[test]
    fn neighboring_colors_differ() {
        for index in 0..24 {
            assert_ne!(color(index), color(index + 1));
        }
    }
}
