//! Density of the upper atmosphere.

use crate::domain::{DomainError, within};
use crate::physics::table::{TablePlace, density as table};
use crate::units::{Length, MassDensity, kilometer};

/// Long-term level of the Sun's activity, which heats and swells the thermosphere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SolarActivity {
    /// Minimum of a cycle: F10.7 = 65, Ap = 0.
    Low,
    /// Mean of a cycle: F10.7 = 140, Ap = 15.
    Moderate,
    /// Maximum of a cycle: F10.7 = 250, Ap = 45.
    High,
}

impl SolarActivity {
    /// All levels, lowest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Moderate, Self::High];

    /// Position in the tables.
    pub(super) const fn row(self) -> usize {
        match self {
            Self::Low => 0,
            Self::Moderate => 1,
            Self::High => 2,
        }
    }
}

/// Density of the air, and whether the table reaches that high.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Density {
    /// Global mean; zero above the table.
    pub value: MassDensity,
    /// The altitude lies above the highest row.
    pub above_table: bool,
}

/// Lowest altitude of the table.
pub const LOWEST_ALTITUDE: Length = Length::from_base(150_000.0);
/// Highest altitude of the table.
pub const HIGHEST_ALTITUDE: Length = Length::from_base(1_500_000.0);

/// Highest altitude that a model of an Earth orbit is asked for, in km.
const FARTHEST_KM: f64 = 1_000_000.0;

/// Refuses an altitude below the table (or one that is not a number).
pub(super) fn checked(altitude: Length) -> Result<(), DomainError> {
    let low = LOWEST_ALTITUDE.get::<kilometer>();
    within::<kilometer>("altitude", low..=FARTHEST_KM, altitude).map(|_| ())
}

/// Global mean density of the air at an altitude.
///
/// # Model
/// ```text
/// ln ρ(h) = monotone piecewise cubic through ln ρ(h_k)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | h | altitude | m |
/// | ρ | density | kg/m³ |
/// | `h_k` | rows, every 10 km to 300 km, 25 km to 1000 km, 50 km to 1500 km | m |
///
/// The rows are means of the NRLMSISE-00 model over longitude, latitude, local time and season,
/// with anomalous oxygen; `src/physics/data/make_density.py` makes them. The slopes are weighted
/// harmonic means of the chords.
///
/// # Assumes
/// One density for the whole orbit, year and phase of the cycle. A real day is a factor of two off,
/// an orbit dips through a day side several times denser than its night side, a storm doubles the
/// density at 500 km. NRLMSIS 2.1 gives 3 % more to 13 % less than NRLMSISE-00.
///
/// # Valid for
/// 150 km to 1500 km. Above it the density is zero and [`Density::above_table`] is set; below it
/// the altitude is refused. Between rows the error against the model itself is at most 0.15 %
/// (median below 0.001 %).
///
/// # References
/// \[Picone2002\], abstract (anomalous oxygen above 500 km); \[nrlmsise00py\], function `gtd7d`,
/// which made the rows; activity levels after \[Ecss2020\], not read
///
/// # Errors
/// [`DomainError`] below 150 km.
pub fn density(altitude: Length, activity: SolarActivity) -> Result<Density, DomainError> {
    checked(altitude)?;
    if altitude > HIGHEST_ALTITUDE {
        return Ok(Density { value: MassDensity::from_base(0.0), above_table: true });
    }
    let value = MassDensity::from_base(density_kg_m3(altitude.base(), activity));
    Ok(Density { value, above_table: false })
}

fn density_kg_m3(altitude_m: f64, activity: SolarActivity) -> f64 {
    let place = TablePlace::find(&table::ALTITUDE, altitude_m);
    libm::exp(place.cubic(&table::LOG_DENSITY[activity.row()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{kilogram_per_cubic_meter, kilometer};

    fn at(altitude: f64, activity: SolarActivity) -> f64 {
        let density = density(Length::new::<kilometer>(altitude), activity).unwrap();
        density.value.get::<kilogram_per_cubic_meter>()
    }

    #[test]
    fn rows_of_the_table_are_met() {
        for (altitude, low, moderate, high) in [
            (400.0, 5.320_347e-13, 3.808_231e-12, 1.302_401e-11),
            (650.0, 7.134_085e-15, 8.847_858e-14, 5.998_589e-13),
            (1000.0, 9.605_275e-16, 3.671_762e-15, 2.151_339e-14),
        ] {
            for (activity, expected) in SolarActivity::ALL.into_iter().zip([low, moderate, high]) {
                assert!(
                    (at(altitude, activity) / expected - 1.0).abs() < 1e-6,
                    "{altitude} {activity:?}"
                );
            }
        }
    }

    #[test]
    fn between_rows_the_model_itself_is_met_within_two_per_mille() {
        // from make_density.py --between
        for (altitude, low, moderate, high) in [
            (155.0, 1.229_915e-9, 1.515_489e-9, 1.870_809e-9),
            (205.0, 1.330_933e-10, 2.448_609e-10, 3.958_754e-10),
            (295.0, 7.465_335e-12, 2.735_626e-11, 6.550_658e-11),
            (312.5, 4.638_012e-12, 1.912_434e-11, 4.885_065e-11),
            (512.5, 5.000_436e-14, 6.219_243e-13, 2.977_964e-12),
            (812.5, 2.277_115e-15, 1.394_642e-14, 1.111_953e-13),
            (1025.0, 8.689_396e-16, 3.236_426e-15, 1.780_273e-14),
            (1475.0, 2.222_832e-16, 6.700_390e-16, 1.969_045e-15),
        ] {
            for (activity, expected) in SolarActivity::ALL.into_iter().zip([low, moderate, high]) {
                assert!(
                    (at(altitude, activity) / expected - 1.0).abs() < 2e-3,
                    "{altitude} {activity:?}"
                );
            }
        }
    }

    #[test]
    fn density_falls_with_altitude_and_rises_with_activity() {
        for step in 150..1500 {
            let altitude = f64::from(step);
            for activity in SolarActivity::ALL {
                assert!(
                    at(altitude, activity) > at(altitude + 1.0, activity),
                    "{altitude} {activity:?}"
                );
            }
            assert!(at(altitude, SolarActivity::Low) < at(altitude, SolarActivity::Moderate));
            assert!(at(altitude, SolarActivity::Moderate) < at(altitude, SolarActivity::High));
        }
    }

    #[test]
    fn above_the_table_there_is_no_air_and_below_it_is_refused() {
        let geostationary =
            density(Length::new::<kilometer>(35_786.0), SolarActivity::High).unwrap();
        assert!(geostationary.above_table && geostationary.value == MassDensity::from_base(0.0));
        let error = density(Length::new::<kilometer>(120.0), SolarActivity::Low).unwrap_err();
        assert_eq!(error.to_string(), "altitude is 120 km, outside 150 to 1000000 km");
        assert!(density(Length::from_base(f64::NAN), SolarActivity::Low).is_err());
    }

    #[test]
    fn named_ends_are_the_ends_of_the_table() {
        let ends = [table::ALTITUDE[0], table::ALTITUDE[table::ALTITUDE.len() - 1]];
        assert_eq!(ends.map(Length::from_base), [LOWEST_ALTITUDE, HIGHEST_ALTITUDE]);
    }
}
