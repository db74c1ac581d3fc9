//! Plain numbers after flags: counts, shares, years.

use skyrack::units::parse::parse_quantity;

/// Most rows, paths or samples of a sensitivity study.
const MOST_ROWS: u64 = 1 << 32;

/// A whole number from `least` on, as digits, with `_` between them, or as `1e6`.
///
/// # Errors
/// What to type.
pub fn whole<N: TryFrom<u64>>(text: &str, least: u64) -> Result<N, String> {
    let number = count(text.trim()).filter(|number| *number >= least);
    number
        .and_then(|number| N::try_from(number).ok())
        .ok_or_else(|| format!("expected a whole number from {least} on, such as 8, 16384 or 1e6"))
}

/// Rows of a sensitivity study.
///
/// # Errors
/// What to type.
pub fn rows(text: &str) -> Result<u64, String> {
    let number = whole::<u64>(text, 2).ok().filter(|number| *number <= MOST_ROWS);
    number.ok_or_else(|| {
        format!("expected a whole number from 2 to {MOST_ROWS}, such as 4096 or 1e5")
    })
}

/// A share, bare or in percent.
///
/// # Errors
/// What to type.
pub fn share(text: &str) -> Result<f64, String> {
    let parsed =
        parse_quantity(text).ok().filter(|parsed| parsed.exponents.iter().all(|one| *one == 0));
    let share = parsed.map(|parsed| parsed.value_base).filter(|share| *share > 0.0);
    share.ok_or_else(|| "expected a share above zero, such as 0.01 or '1 %'".to_owned())
}

/// A year of the calendar.
///
/// # Errors
/// What to type.
pub fn calendar_year(text: &str) -> Result<i32, String> {
    text.trim().parse().map_err(|_| "expected a year, such as 2060".to_owned())
}

/// Digits, perhaps with `_` between them and a power of ten behind them.
fn count(text: &str) -> Option<u64> {
    let (digits, power) = match text.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, power.parse::<u32>().ok()?),
        None => (text, 0),
    };
    let is_joined = digits.starts_with('_') || digits.ends_with('_') || digits.contains("__");
    let number: u64 = digits.replace('_', "").parse().ok()?;
    let factor = 10_u64.checked_pow(power)?;
    number.checked_mul(factor).filter(|_| !is_joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_digits_perhaps_with_a_power_of_ten() {
        for (text, number) in
            [("8", 8), ("1_000_000", 1_000_000), ("1e6", 1_000_000), (" 3E2 ", 300)]
        {
            assert_eq!(whole::<u64>(text, 1), Ok(number), "{text}");
        }
        for text in ["", "1e", "1.5", "-3", "_1", "1__0", "1e40", "0", "many"] {
            let why = whole::<u64>(text, 1).unwrap_err();
            assert!(why.contains("from 1 on, such as 8"), "{text}: {why}");
        }
        assert!(whole::<u32>("5e9", 1).is_err());
        assert!(rows("1").is_err() && rows("1e10").is_err() && rows("2") == Ok(2));
    }

    #[test]
    fn a_share_may_be_in_percent() {
        assert_eq!(share("0.01"), Ok(0.01));
        assert_eq!(share("1 %"), Ok(0.01));
        for text in ["1 kg", "-1 %", "0", "x"] {
            assert!(share(text).is_err(), "{text}");
        }
    }
}
