//! A quantity becomes text: value, unit, a sensible number of digits.

pub use super::parse::Unit;
use super::parse::{parse_quantity, parse_unit};
use super::quantities::Exponents;
use super::words::base_unit;

/// Significant digits of a value shown to a reader.
const SHOWN_DIGITS: usize = 4;
/// Significant digits of a value that may be typed: all of a number that was rounded to fewer.
pub const TYPED_DIGITS: usize = 15;
/// Numbers of this size and above are written with a power of ten.
const LARGE: f64 = 1.0e9;
/// Numbers below this are written with a power of ten.
const SMALL: f64 = 1.0e-4;
/// Sums of money from here on are read in millions.
const LARGE_SUM: f64 = 1.0e5;
const MILLION: f64 = 1.0e6;

/// A value in base units as text in `unit`, to four digits: `1570 m2`, `6170 USD2026/kg`.
///
/// Money gets the price year. A unit that the table does not know is shown with the value in base
/// units.
pub fn format_quantity(base: f64, unit: &str, price_year: u16) -> String {
    format_digits(base, unit, price_year, SHOWN_DIGITS)
}

/// As [`format_quantity`], to so many digits.
pub fn format_digits(base: f64, unit: &str, price_year: u16, digits: usize) -> String {
    let value = parse_unit(unit).map_or(base, |known| known.from_base(base));
    join(&format_number(value, digits), &with_price_year(unit, price_year))
}

/// A value in base units as text that is read back to the same bits.
pub fn format_exact(base: f64, exponents: &Exponents, unit: &str, price_year: u16) -> String {
    let shown = with_price_year(unit, price_year);
    if let Ok(known) = parse_unit(unit) {
        let value = known.from_base(base);
        for candidate in
            [round_to(value, 12), round_to(value, 15), value, value.next_up(), value.next_down()]
        {
            let text = join(&shortest(candidate), &shown);
            if parse_quantity(&text).is_ok_and(|parsed| same_bits(parsed.value_base, base)) {
                return text;
            }
        }
    }
    join(&shortest(base), &with_price_year(&base_unit(exponents), price_year))
}

/// A number to so many significant digits; whole digits are never rounded away.
pub fn format_number(value: f64, digits: usize) -> String {
    if value == 0.0 || !value.is_finite() {
        return format!("{}", if value == 0.0 { 0.0 } else { value });
    }
    let rounded = round_to(value, digits);
    let size = rounded.abs();
    if !(SMALL..LARGE).contains(&size) {
        return trim_exponent(&format!("{:.*e}", digits.saturating_sub(1), value));
    }
    let whole_digits = if size < 1.0 { 0 } else { format!("{size:.0}").len() };
    if whole_digits >= digits {
        return format!("{value:.0}");
    }
    let leading_zeros = if size < 1.0 { zeros_after_point(size) } else { 0 };
    trim_zeros(&format!("{value:.*}", digits - whole_digits + leading_zeros))
}

/// A unit of a table with the price year after each currency: `USD/kg` becomes `USD2026/kg`.
pub fn with_price_year(unit: &str, price_year: u16) -> String {
    let mut text = String::with_capacity(unit.len() + 4);
    let mut rest = unit;
    while let Some(at) = rest.find("USD").into_iter().chain(rest.find("EUR")).min() {
        let (before, after) = rest.split_at(at + 3);
        text.push_str(before);
        if !after.starts_with(|c: char| c.is_ascii_digit()) {
            text.push_str(&price_year.to_string());
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// The unit that a table shows, if its text is known.
pub fn display_unit(unit: &str) -> Option<Unit> {
    parse_unit(unit).ok()
}

/// A value in base units in a unit of the tables.
pub fn in_unit(base: f64, unit: &str) -> f64 {
    display_unit(unit).map_or(base, |unit| unit.from_base(base))
}

/// The unit that people read a value in, which is given in a unit of the tables: large sums of
/// money in millions, the rest as the table.
pub fn readable_unit(value: f64, unit: &'static str) -> &'static str {
    if unit == "USD" && value.abs() >= LARGE_SUM { "MUSD" } else { unit }
}

/// A value in a unit of the tables, in the unit that people read it in.
pub fn readable(value: f64, unit: &str, readable: &str) -> f64 {
    if unit == readable { value } else { value / MILLION }
}

fn join(number: &str, unit: &str) -> String {
    match unit {
        "" | "1" => number.to_owned(),
        unit => format!("{number} {unit}"),
    }
}

fn same_bits(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || (a == 0.0 && b == 0.0)
}

fn round_to(value: f64, digits: usize) -> f64 {
    format!("{:.*e}", digits.saturating_sub(1), value).parse().unwrap_or(value)
}

/// The fewest digits that give the same number back.
fn shortest(value: f64) -> String {
    let size = value.abs();
    if size == 0.0 || (SMALL..LARGE).contains(&size) {
        format!("{value}")
    } else {
        format!("{value:e}")
    }
}

fn zeros_after_point(size: f64) -> usize {
    format!("{size:e}")
        .split_once("e-")
        .and_then(|(_, power)| power.parse::<usize>().ok())
        .map_or(0, |power| power - 1)
}

fn trim_zeros(text: &str) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text.to_owned()
    }
}

fn trim_exponent(text: &str) -> String {
    match text.split_once('e') {
        Some((mantissa, power)) => format!("{}e{power}", trim_zeros(mantissa)),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::DIMENSIONLESS;

    #[test]
    fn numbers_are_shown_to_four_digits_but_keep_their_whole_part() {
        for (value, text) in [
            (1_570.321, "1570"),
            (123_456.7, "123457"),
            (0.961_04, "0.961"),
            (0.012_345, "0.01235"),
            (0.1, "0.1"),
            (650.0, "650"),
            (-3.0, "-3"),
            (0.0, "0"),
            (-0.0, "0"),
            (9.999_99, "10"),
            (1.0e12, "1e12"),
            (1.234_56e-7, "1.235e-7"),
            (0.000_999_999, "0.001"),
        ] {
            assert_eq!(format_number(value, 4), text, "{value}");
        }
    }

    #[test]
    fn money_gets_its_price_year() {
        assert_eq!(with_price_year("USD/kg", 2026), "USD2026/kg");
        assert_eq!(with_price_year("kUSD2024/kW", 2026), "kUSD2024/kW");
        assert_eq!(with_price_year("kW", 2026), "kW");
        assert_eq!(format_quantity(6_170.4, "USD/kg", 2026), "6170 USD2026/kg");
    }

    #[test]
    fn a_value_is_shown_in_its_unit() {
        assert_eq!(format_quantity(650_000.0, "km", 2026), "650 km");
        assert_eq!(format_quantity(343.15, "degC", 2026), "70 degC");
        assert_eq!(format_quantity(0.96, "%", 2026), "96 %");
        assert_eq!(format_quantity(0.96, "1", 2026), "0.96");
    }

    #[test]
    fn exact_text_is_short_where_it_can_be() {
        assert_eq!(format_exact(650_000.0, &[1, 0, 0, 0, 0, 0, 0, 0, 0, 0], "km", 2026), "650 km");
        assert_eq!(format_exact(0.1 + 0.2, &DIMENSIONLESS, "1", 2026), "0.30000000000000004");
    }
}
