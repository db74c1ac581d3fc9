//! Instants and the Gregorian calendar.

use crate::domain::{DomainError, within};
use crate::units::{self, Time, fraction, unity};

/// An instant, stored as days since J2000.0 (2000-01-01 12:00).
///
/// TT and UTC are treated alike; the Sun moves 0.0008 degrees in the minute between them.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Epoch {
    days: f64,
}

/// Days from 1970-01-01 to 2000-01-01.
const DAYS_TO_2000: i64 = 10_957;

impl Epoch {
    /// 0 h of a date of the proleptic Gregorian calendar.
    ///
    /// # Errors
    /// [`DomainError`] if the year is outside 1950 to 2100 or there is no such date.
    pub fn from_calendar(year: i32, month: u32, day: u32) -> Result<Self, DomainError> {
        within::<units::year>("year", 1950.0..=2100.0, Time::new::<units::year>(f64::from(year)))?;
        within::<unity>("month", 1.0..=12.0, fraction(f64::from(month)))?;
        let last = f64::from(days_in_month(year, month));
        within::<units::day>(
            "day of the month",
            1.0..=last,
            Time::new::<units::day>(f64::from(day)),
        )?;
        Ok(Self::midnight(year, month, day))
    }

    /// 0 h of a date that is known to exist.
    pub(super) fn midnight(year: i32, month: u32, day: u32) -> Self {
        Self { days: (days_from_civil(year, month, day) - DAYS_TO_2000) as f64 - 0.5 }
    }

    /// The instant this long after J2000.0.
    #[must_use]
    pub fn from_j2000(time: Time) -> Self {
        Self { days: time.get::<units::day>() }
    }

    /// Time since J2000.0.
    pub fn since_j2000(self) -> Time {
        Time::new::<units::day>(self.days)
    }

    /// The instant `time` later (earlier if negative).
    #[must_use]
    pub fn after(self, time: Time) -> Self {
        Self { days: self.days + time.get::<units::day>() }
    }

    /// Calendar year.
    pub fn year(self) -> i32 {
        self.to_calendar().0
    }

    /// Year, month and day of the month.
    pub fn to_calendar(self) -> (i32, u32, u32) {
        civil_from_days(saturating_whole(libm::floor(self.days + 0.5)) + DAYS_TO_2000)
    }

    /// Days since J2000.0.
    pub(in crate::physics) const fn days(self) -> f64 {
        self.days
    }
}

/// Days in a calendar year.
pub(super) const fn days_in_year(year: i32) -> usize {
    if is_leap(year) { 366 } else { 365 }
}

const fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A whole number of days, held within ± 2 million years so that the calendar stays within its
/// integers.
fn saturating_whole(days: f64) -> i64 {
    let held = days.clamp(-7.3e8, 7.3e8);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "held within the range of i64; not a number becomes zero"
    )]
    let whole = held as i64;
    whole
}

/// Days from 1970-01-01; years begin in March so that the leap day is the last of its year.
const fn days_from_civil(year: i32, month: u32, day: u32) -> i64 {
    let year = year as i64 - (month <= 2) as i64;
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month as i64 + 9) % 12) + 2) / 5 + day as i64 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Inverse of [`days_from_civil`].
const fn civil_from_days(days: i64) -> (i32, u32, u32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + (month <= 2) as i64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a month is 1 to 12, a day 1 to 31, the year within two million"
    )]
    let date = (year as i32, month as u32, day as u32);
    date
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noon_of_the_first_of_january_2000_is_the_origin() {
        let epoch = Epoch::from_calendar(2000, 1, 1).unwrap();
        assert!((epoch.since_j2000().get::<units::day>() + 0.5).abs() < 1e-12);
    }

    #[test]
    fn julian_date_of_2027_is_met() {
        let epoch = Epoch::from_calendar(2027, 1, 1).unwrap();
        assert!((epoch.since_j2000().get::<units::day>() + 2_451_545.0 - 2_461_406.5).abs() < 1e-9);
    }

    #[test]
    fn calendar_and_epoch_are_inverse() {
        for (year, month, date) in [(1950, 1, 1), (2000, 2, 29), (2027, 12, 31), (2100, 3, 1)] {
            let epoch = Epoch::from_calendar(year, month, date).unwrap();
            assert_eq!(epoch.to_calendar(), (year, month, date));
            assert_eq!(
                epoch.after(Time::new::<units::day>(0.999)).to_calendar(),
                (year, month, date)
            );
        }
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for (year, month, date) in
            [(2027, 2, 29), (2100, 2, 29), (2027, 4, 31), (2027, 0, 1), (2027, 13, 1), (2027, 1, 0)]
        {
            assert!(Epoch::from_calendar(year, month, date).is_err(), "{year}-{month}-{date}");
        }
        let error = Epoch::from_calendar(1949, 1, 1).unwrap_err();
        assert_eq!(error.to_string(), "year is 1949 yr, outside 1950 to 2100 yr");
    }

    #[test]
    fn absurd_instants_do_not_panic() {
        for days in [f64::NAN, f64::INFINITY, -1e300] {
            let epoch = Epoch::from_j2000(Time::new::<units::day>(days));
            assert!((1..=12).contains(&epoch.to_calendar().1));
        }
    }
}
