//! Calendar days as seconds since J2000.0, noon of 1 January 2000.

use super::{UnitError, UnitFault};

const DAY_SECONDS: f64 = 86_400.0;
/// Days from 1 January 1970 to 1 January 2000.
const J2000_DAY: i64 = 10_957;

/// Reads a day such as `2027-01-01`: seconds from J2000.0 to its midnight.
///
/// # Errors
/// [`UnitFault::Date`] if it is not written so, or there is no such day.
pub fn parse_date(text: &str) -> Result<f64, UnitError> {
    let trimmed = text.trim();
    let start = text.len() - text.trim_start().len();
    let fault = || UnitError {
        span: start..start + trimmed.len(),
        fault: UnitFault::Date { found: trimmed.to_owned() },
    };
    let parts: Vec<&str> = trimmed.split('-').collect();
    let (&[year, month, day], true) = (parts.as_slice(), trimmed.is_ascii()) else {
        return Err(fault());
    };
    let number = |part: &str, length: usize| {
        let sound = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        sound.then(|| part.parse::<i64>().ok()).flatten()
    };
    let parts = (number(year, 4), number(month, 2), number(day, 2));
    let (Some(year), Some(month), Some(day)) = parts else { return Err(fault()) };
    let days = days_from_civil(year, month, day);
    if civil_from_days(days) != (year, month, day) {
        return Err(fault());
    }
    Ok((days - J2000_DAY) as f64 * DAY_SECONDS - DAY_SECONDS / 2.0)
}

/// The day at so many seconds after J2000.0.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a day number; beyond its range the last one is shown"
)]
pub fn format_date(seconds: f64) -> String {
    let days = ((seconds + DAY_SECONDS / 2.0) / DAY_SECONDS).floor().clamp(-1.0e7, 1.0e7) as i64;
    let (year, month, day) = civil_from_days(days + J2000_DAY);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Days from 1 January 1970, counting years from March so that the leap day comes last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_noon_of_the_first_of_january_2000() {
        for (text, days) in [
            ("2000-01-01", -0.5),
            ("2000-01-02", 0.5),
            ("2027-01-01", 9_861.5),
            ("1950-01-01", -18_262.5),
        ] {
            let seconds = parse_date(text).unwrap();
            assert!(
                (seconds - days * DAY_SECONDS).abs() < 1e-6,
                "{text}: {}",
                seconds / DAY_SECONDS
            );
        }
    }

    #[test]
    fn every_day_of_two_centuries_is_read_back() {
        for day in -18_262..36_524 {
            let text = format_date(f64::from(day) * DAY_SECONDS);
            assert_eq!(format_date(parse_date(&text).unwrap()), text);
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "2027-02-29",
            "2027-13-01",
            "2027-1-1",
            "01/02/2027",
            "2027",
            "",
            "2027-01-01T00:00",
            "２０２７-01-01",
            "2027-00-10",
        ] {
            assert!(parse_date(text).is_err(), "{text}");
        }
        assert!(parse_date("2028-02-29").is_ok());
    }
}
