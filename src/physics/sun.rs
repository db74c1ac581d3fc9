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
/// Planets and Moon do not pull the Earth, and the Sun's latitude is zero. The place is geometric: aberration
/// (0.0057 degrees) and nutation (up to 0.005 degrees) are left out.
///
/// # Valid for
/// 1950 to 2100, to 0.01 degrees and 1e-4 au.
///
/// # References
/// After \[Meeus1998\], chapter 25, not read; the series as implemented in \[NOAASolar\].
/// Obliquity: \[ERFA\], obl06.
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
/// \[ERFA\], gmst06 and era00
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
/// As [`sun`] and [`mean_sun_right_ascension`]; nutation moves both the equinox and the Sun's longitude and cancels.
///
/// # Valid for
/// 1950 to 2100, to 0.05 min.
///
/// # References
/// \[Meeus1998\], chapter 28, not read; aberration constant of \[ERFA\]
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
/// \[KoppLean2011\], abstract
pub fn irradiance_at(distance: Length) -> Irradiance {
    let closeness = ASTRONOMICAL_UNIT / distance;
    SOLAR_CONSTANT * closeness * closeness
}

/// Mean angular speed of the Sun, once round in a tropical year; the node of a sun-synchronous orbit keeps pace.
pub fn mean_sun_rate() -> AngularVelocity {
    AngularVelocity::from_base(TAU / (TROPICAL_YEAR_DAYS * 86_400.0))
}

/// Mean obliquity of the ecliptic in 2000, enough where the Sun's motion and not its place is meant.
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
    samples: Box<[SunSample]>,
}

/// What one day's Sun gives an orbit: numbers only, one day before the year to one day after it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::physics) struct SunSample {
    /// Unit vector towards the Sun.
    pub direction: [f64; 3],
    /// Equatorial part of that vector along the mean sun.
    pub along_mean_sun: f64,
    /// Equatorial part of that vector across the mean sun, positive to the east.
    pub across_mean_sun: f64,
    /// 1 m over the distance of the Sun.
    pub inverse_distance: f64,
    /// Irradiance, W/m².
    pub irradiance: f64,
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
        let states = (0..days).map(|k| sun(noon.after(Time::new::<day>(k as f64)))).collect();
        let samples = (0..days + 2)
            .map(|k| SunSample::at(noon.after(Time::new::<day>(k as f64 - 1.0))))
            .collect();
        Self { year, states, samples }
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

    /// Noon of a day counted from zero.
    pub fn noon(&self, day_of_year: usize) -> Epoch {
        self.start().after(Time::new::<day>(day_of_year as f64 + 0.5))
    }

    /// Samples from the day before the year to the day after it.
    pub(in crate::physics) const fn samples(&self) -> &[SunSample] {
        &self.samples
    }
}

impl SunSample {
    fn at(epoch: Epoch) -> Self {
        let state = sun(epoch);
        let [x, y, _] = state.direction;
        let (sine, cosine) = libm::sincos(mean_sun_right_ascension(epoch).base());
        Self {
            direction: state.direction,
            along_mean_sun: x * cosine + y * sine,
            across_mean_sun: y * cosine - x * sine,
            inverse_distance: 1.0 / state.distance.base(),
            irradiance: state.irradiance().base(),
        }
    }
}
