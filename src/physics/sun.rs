//! Where the Sun is, how far, and how bright.

mod epoch;

pub use epoch::Epoch;

use std::f64::consts::{PI, TAU};

use crate::constants::{ASTRONOMICAL_UNIT, SOLAR_CONSTANT};
use crate::units::{Angle, AngularVelocity, Irradiance, Length, Time, day, degree};

/// Days in a Julian century.
const CENTURY_DAYS: f64 = 36_525.0;
/// Days of the tropical year, by the convention of the reference tables.
const TROPICAL_YEAR_DAYS: f64 = 365.242_19;

/// Place of the Sun as seen from the center of the Earth, in the mean equator and equinox of date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SunState {
    /// Right ascension, 0 to 360 degrees.
    pub right_ascension: Angle,
    /// Declination.
    pub declination: Angle,
    /// Distance from the center of the Earth.
    pub distance: Length,
    /// Unit vector: equinox, 90 degrees east of it in the equator, north pole.
    direction: [f64; 3],
}

impl SunState {
    /// Unit vector towards the Sun.
    pub(in crate::physics) const fn direction(&self) -> [f64; 3] {
        self.direction
    }

    /// Irradiance of a surface that faces the Sun; see [`irradiance_at`].
    pub fn irradiance(&self) -> Irradiance {
        irradiance_at(self.distance)
    }
}

/// Place of the Sun at an instant.
///
/// # Model
/// ```text
/// L = 280.46646° + 36000.76983° T + 0.0003032° T²
/// M = 357.52911° + 35999.05029° T − 0.0001537° T²
/// C = (1.914602° − 0.004817° T) sin M + (0.019993° − 0.000101° T) sin 2M + 0.000289° sin 3M
/// λ = L + C
/// d = 1.000001018 au (1 − e²) / (1 + e cos(M + C))
/// tan α = cos ε tan λ,  sin δ = sin ε sin λ
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | T | Julian centuries since J2000.0 | 1 |
/// | L, M, C | mean longitude, mean anomaly, equation of center | deg |
/// | e | eccentricity of the Earth's orbit, 0.016708634 − 0.000042037 T | 1 |
/// | λ, ε | ecliptic longitude, mean obliquity | deg |
/// | α, δ, d | right ascension, declination, distance | deg, deg, au |
///
/// # Assumes
/// Planets and Moon do not pull the Earth, and the Sun's latitude is zero. The place is geometric:
/// aberration (0.0057 degrees) and nutation (up to 0.005 degrees) are left out.
///
/// # Valid for
/// 1950 to 2100, to 0.01 degrees and 1e-4 au.
///
/// # References
/// After \[Meeus1998\], chapter 25, not read; the series as implemented in \[Noaa\],
/// `calcSunTrueLong`. Obliquity: \[Erfa\], `obl06`.
pub fn sun(epoch: Epoch) -> SunState {
    let place = Ecliptic::at(epoch);
    let (sin_longitude, cos_longitude) = libm::sincos(place.longitude);
    let (sin_obliquity, cos_obliquity) = libm::sincos(place.obliquity);
    let direction = [cos_longitude, cos_obliquity * sin_longitude, sin_obliquity * sin_longitude];
    SunState {
        right_ascension: Angle::from_base(turned(libm::atan2(direction[1], direction[0]))),
        declination: Angle::from_base(libm::asin(direction[2].clamp(-1.0, 1.0))),
        distance: place.distance_au * ASTRONOMICAL_UNIT,
        direction,
    }
}

/// Right ascension of the mean sun, which is mean solar time without the turning of the Earth.
///
/// # Model
/// ```text
/// α_m = GMST − UT1 + 12 h = 280.46061837° + 0.98564736° D + …
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `α_m` | right ascension of the mean sun | deg |
/// | D | days since J2000.0 | d |
///
/// # Assumes
/// UT1, UTC and TT are the same: 0.0008 degrees in 2027.
///
/// # Valid for
/// 1950 to 2100.
///
/// # References
/// \[Erfa\], `gmst06` and `era00`
pub fn mean_sun_right_ascension(epoch: Epoch) -> Angle {
    let days = epoch.days();
    let t = days / CENTURY_DAYS;
    let turns = 0.779_057_273_264_0 + libm::fmod(0.002_737_811_911_354_48 * days, 1.0);
    let precession_arcsec = 0.014_506 + (4_612.156_534 + 1.391_581_7 * t) * t;
    Angle::from_base(turned(turns * TAU + precession_arcsec / 3_600.0 * (PI / 180.0)))
}

/// Equation of time: apparent minus mean solar time, positive when a sundial is ahead of the clock.
///
/// # Model
/// ```text
/// E = (α_m − α_app) 24 h / 360°
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | E | equation of time | min |
/// | `α_m` | right ascension of the mean sun | deg |
/// | `α_app` | right ascension of the Sun with aberration (20.4955″ in longitude) | deg |
///
/// # Assumes
/// As [`sun`] and [`mean_sun_right_ascension`]; nutation moves both the equinox and the Sun's
/// longitude and cancels.
///
/// # Valid for
/// 1950 to 2100, to 0.05 min.
///
/// # References
/// Difference of the two right ascensions; the constant of aberration follows from the speed of the
/// Earth, 29.79 km/s, over that of light.
pub fn equation_of_time(epoch: Epoch) -> Time {
    let place = Ecliptic::at(epoch);
    let aberration = 20.495_51 / 3_600.0 * (PI / 180.0) / place.distance_au;
    let (sin_longitude, cos_longitude) = libm::sincos(place.longitude - aberration);
    let apparent = libm::atan2(libm::cos(place.obliquity) * sin_longitude, cos_longitude);
    let ahead = turned(mean_sun_right_ascension(epoch).base() - apparent + PI) - PI;
    Time::new::<day>(ahead / TAU)
}

/// Irradiance of a surface that faces the Sun.
///
/// # Model
/// ```text
/// S = S_0 (1 au / d)²
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | S, `S_0` | irradiance at distance d and at 1 au | W/m² |
/// | d | distance from the Sun | au |
///
/// # Assumes
/// The Sun is constant; it varies by 0.1 % over its cycle.
///
/// # Valid for
/// Any distance.
///
/// # References
/// Inverse square law; the constant is [`SOLAR_CONSTANT`].
pub fn irradiance_at(distance: Length) -> Irradiance {
    let closeness = ASTRONOMICAL_UNIT / distance;
    SOLAR_CONSTANT * closeness * closeness
}

/// Mean angular speed of the Sun, once round in a tropical year; the node of a sun-synchronous
/// orbit keeps pace.
pub fn mean_sun_rate() -> AngularVelocity {
    AngularVelocity::from_base(TAU / (TROPICAL_YEAR_DAYS * 86_400.0))
}

/// Mean obliquity of the ecliptic in 2000, enough where the Sun's motion and not its place is
/// meant.
pub(in crate::physics) fn obliquity_2000() -> Angle {
    Angle::new::<degree>(84_381.406 / 3_600.0)
}

/// Ecliptic longitude and obliquity in radians, and distance.
struct Ecliptic {
    longitude: f64,
    obliquity: f64,
    distance_au: f64,
}

impl Ecliptic {
    fn at(epoch: Epoch) -> Self {
        let t = epoch.days() / CENTURY_DAYS;
        let radians = PI / 180.0;
        let mean_longitude_deg = 280.466_46 + (36_000.769_83 + 0.000_303_2 * t) * t;
        let anomaly =
            libm::fmod(357.529_11 + (35_999.050_29 - 0.000_153_7 * t) * t, 360.0) * radians;
        let center_deg = (1.914_602 - (0.004_817 + 0.000_014 * t) * t) * libm::sin(anomaly)
            + (0.019_993 - 0.000_101 * t) * libm::sin(2.0 * anomaly)
            + 0.000_289 * libm::sin(3.0 * anomaly);
        let eccentricity = 0.016_708_634 - (0.000_042_037 + 0.000_000_126_7 * t) * t;
        let true_anomaly = anomaly + center_deg * radians;
        let distance_au = 1.000_001_018 * (1.0 - eccentricity * eccentricity)
            / (1.0 + eccentricity * libm::cos(true_anomaly));
        let obliquity_arcsec = 84_381.406 - (46.836_769 + 0.000_183_1 * t) * t;
        Self {
            longitude: libm::fmod(mean_longitude_deg + center_deg, 360.0) * radians,
            obliquity: obliquity_arcsec / 3_600.0 * radians,
            distance_au,
        }
    }
}

/// The same angle in 0 to 2 π.
fn turned(angle: f64) -> f64 {
    let rest = libm::fmod(angle, TAU);
    if rest < 0.0 { rest + TAU } else { rest }
}

/// The Sun of one calendar year, sampled each day at noon; computed once and shared by all orbits.
#[derive(Debug, Clone, PartialEq)]
pub struct SolarYear {
    year: i32,
    states: Box<[SunState]>,
    track: SunTrack,
}

/// What the Sun's days give an orbit: columns of numbers, from the day before the year to the day
/// after it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::physics) struct SunTrack {
    /// Unit vector towards the Sun: to the equinox, 90 degrees east of it, to the north pole.
    pub x: Box<[f64]>,
    pub y: Box<[f64]>,
    pub z: Box<[f64]>,
    /// Equatorial part of that vector along the mean sun.
    pub along_mean_sun: Box<[f64]>,
    /// Equatorial part of that vector across the mean sun, positive to the east.
    pub across_mean_sun: Box<[f64]>,
    /// 1 m over the distance of the Sun.
    pub inverse_distance: Box<[f64]>,
    /// Irradiance, W/m².
    pub irradiance: Box<[f64]>,
}

impl SolarYear {
    /// Samples the Sun of a calendar year.
    ///
    /// # Model
    /// [`sun`] at 12:00 of each day.
    ///
    /// # Assumes
    /// As [`sun`].
    ///
    /// # Valid for
    /// 1950 to 2100.
    ///
    /// # References
    /// As [`sun`].
    #[must_use]
    pub fn new(year: i32) -> Self {
        let noon = Epoch::midnight(year, 1, 1).after(Time::new::<day>(0.5));
        let days = epoch::days_in_year(year);
        let epochs: Vec<Epoch> =
            (0..days + 2).map(|k| noon.after(Time::new::<day>(k as f64 - 1.0))).collect();
        let states: Vec<SunState> = epochs.iter().map(|epoch| sun(*epoch)).collect();
        let track = SunTrack::of(&epochs, &states);
        Self { year, states: states[1..=days].into(), track }
    }

    /// The calendar year.
    pub const fn year(&self) -> i32 {
        self.year
    }

    /// The Sun at noon of each day.
    pub const fn states(&self) -> &[SunState] {
        &self.states
    }

    /// 0 h of the first of January.
    pub fn start(&self) -> Epoch {
        Epoch::midnight(self.year, 1, 1)
    }

    /// Noon of a day counted from zero, an [`Epoch`].
    pub fn noon(&self, day_of_year: usize) -> Epoch {
        self.start().after(Time::new::<day>(day_of_year as f64 + 0.5))
    }

    /// Columns from the day before the year to the day after it.
    pub(in crate::physics) const fn track(&self) -> &SunTrack {
        &self.track
    }
}

impl SunTrack {
    fn of(epochs: &[Epoch], states: &[SunState]) -> Self {
        let column = |of: &dyn Fn(&SunState) -> f64| states.iter().map(of).collect();
        let turns: Vec<(f64, f64)> = epochs
            .iter()
            .map(|epoch| libm::sincos(mean_sun_right_ascension(*epoch).base()))
            .collect();
        let turned = |of: &dyn Fn(&SunState, &(f64, f64)) -> f64| {
            states.iter().zip(&turns).map(|(state, turn)| of(state, turn)).collect()
        };
        Self {
            x: column(&|sun| sun.direction[0]),
            y: column(&|sun| sun.direction[1]),
            z: column(&|sun| sun.direction[2]),
            along_mean_sun: turned(&|sun, (sine, cosine)| {
                sun.direction[0] * cosine + sun.direction[1] * sine
            }),
            across_mean_sun: turned(&|sun, (sine, cosine)| {
                sun.direction[1] * cosine - sun.direction[0] * sine
            }),
            inverse_distance: column(&|sun| 1.0 / sun.distance.base()),
            irradiance: column(&|sun| sun.irradiance().base()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{astronomical_unit, minute};

    fn new_year() -> Epoch {
        Epoch::midnight(2027, 1, 1)
    }

    #[test]
    fn the_sun_of_new_year_2027_is_where_an_ephemeris_has_it() {
        let state = sun(new_year());
        assert!((state.right_ascension.get::<degree>() - 281.228_723).abs() < 0.015);
        assert!((state.declination.get::<degree>() + 23.034_413_68).abs() < 0.015);
        assert!((state.distance.get::<astronomical_unit>() - 0.983_343_340_9).abs() < 1e-4);
    }

    #[test]
    fn mean_sun_of_new_year_2027_is_at_280_4222_degrees() {
        let mean = mean_sun_right_ascension(new_year()).get::<degree>();
        assert!((mean - 280.422_150_2).abs() < 1e-4, "{mean}");
    }

    #[test]
    fn the_sundial_is_three_minutes_slow_on_new_year() {
        let ahead = equation_of_time(new_year()).get::<minute>();
        assert!((ahead + 3.214_540_233).abs() < 0.05, "{ahead}");
    }

    #[test]
    fn direction_and_angles_are_one_place() {
        let state = sun(new_year().after(Time::new::<day>(200.0)));
        let [x, y, z] = state.direction();
        let (right, up) = (state.right_ascension, state.declination);
        assert!((x - (up.cos() * right.cos()).base()).abs() < 1e-14);
        assert!((y - (up.cos() * right.sin()).base()).abs() < 1e-14);
        assert!((z - up.sin().base()).abs() < 1e-14);
    }

    #[test]
    fn the_mean_sun_keeps_the_mean_rate() {
        let year = Time::new::<day>(TROPICAL_YEAR_DAYS);
        let moved =
            mean_sun_right_ascension(new_year().after(year)) - mean_sun_right_ascension(new_year());
        assert!(moved.get::<degree>().abs() < 1e-4, "{moved:?}");
    }

    #[test]
    fn a_leap_year_has_366_noons() {
        assert_eq!(SolarYear::new(2027).states().len(), 365);
        let leap = SolarYear::new(2028);
        assert_eq!(leap.states().len(), 366);
        assert_eq!(leap.noon(59).to_calendar(), (2028, 2, 29));
        assert_eq!(leap.states()[59], sun(leap.noon(59)));
    }
}
