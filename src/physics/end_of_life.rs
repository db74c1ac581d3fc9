//! The end of a satellite: what of it reaches the ground, and orbits where it may stay.

use std::f64::consts::PI;

use crate::constants::EARTH_MEAN_RADIUS;
use crate::units::{Area, AreaPerMass, Count, Length, Mass, Ratio, fraction};

/// Width of a person, whom a piece hits that falls beside.
const PERSON: Length = Length::from_base(0.6);
/// Top of the protected region of low orbits.
const LOW_ORBITS: Length = Length::from_base(2.0e6);
/// The geostationary orbit, and half the height of the protected region around it.
const GEOSTATIONARY: Length = Length::from_base(3.578_6e7);
const GEOSTATIONARY_HALF: Length = Length::from_base(2.0e5);
/// Rise above the geostationary orbit that keeps a heavy point out of the protected region.
const LEAST_RISE: Length = Length::from_base(2.35e5);
/// Rise that a kilogram per square meter adds where it absorbs all sunlight, times that mass per
/// area.
const RISE_BY_SUNLIGHT: f64 = 1.0e6;

/// A piece that reaches the ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// Its mass.
    pub mass: Mass,
    /// Its mean area as seen from above.
    pub area: Area,
}

/// Area in which the pieces of a satellite hit a person.
///
/// # Model
/// ```text
/// A_c = (m / m_p) (w + √A_p)²
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `A_c` | casualty area | m² |
/// | m | mass that reaches the ground | kg |
/// | `m_p`, `A_p` | mass and area of a piece | kg, m² |
/// | w | width of a person, 0.6 m | m |
///
/// # Assumes
/// Equal pieces that fall straight down on people who stand in the open; none is too slow to hurt.
///
/// # Valid for
/// Any mass. The number of pieces is a mean and not whole.
///
/// # References
/// The debris casualty area of NASA-STD-8719.14, not read; the area of a piece is such that the
/// re-entry of UARS is the risk that NASA told (\[Uars2011\])
pub fn casualty_area(surviving: Mass, piece: &Piece) -> Area {
    let side: Length = PERSON + piece.area.sqrt();
    surviving / piece.mass * side * side
}

/// Number of people that a re-entry is expected to hit.
///
/// # Model
/// ```text
/// E = A_c N / (4 π R²)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | E | expected number | 1 |
/// | `A_c` | [`casualty_area`] | m² |
/// | N | people on Earth | 1 |
/// | R | mean radius of the Earth | m |
///
/// # Assumes
/// Pieces fall anywhere on the Earth alike. Under inclined orbits live more people than in the
/// mean, under polar ones fewer; shelter is left out.
///
/// # Valid for
/// Re-entries that nobody steers.
///
/// # References
/// Definition of an expected number
pub fn casualty_expectation(area: Area, people: Count) -> Ratio {
    let earth: Area = EARTH_MEAN_RADIUS * EARTH_MEAN_RADIUS * (4.0 * PI);
    area / earth * people.number()
}

/// Least rise above the geostationary orbit after which a satellite stays out of its region.
///
/// # Model
/// ```text
/// ΔH = 235 km + 1000 km C_R A/m (kg/m²)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | ΔH | rise of the perigee | km |
/// | `C_R` | coefficient of radiation pressure, 1 to 2 | 1 |
/// | A/m | area in sunlight over dry mass | m²/kg |
///
/// # Assumes
/// An eccentricity below 0.003 after the rise.
///
/// # Valid for
/// Orbits near the geostationary one.
///
/// # References
/// The formula of the Inter-Agency Space Debris Coordination Committee, as told by
/// \[Graveyard2026\]
pub fn graveyard_rise(pressure: Ratio, area: AreaPerMass) -> Length {
    LEAST_RISE + Length::from_base(RISE_BY_SUNLIGHT * pressure.base() * area.base())
}

/// Whether a satellite may stay at an altitude for good: above the protected low orbits, and below
/// the protected region of the geostationary one or this rise above it.
///
/// # Model
/// ```text
/// 2 000 km ≤ h < 35 586 km   or   h ≥ 35 786 km + ΔH
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | h | altitude | km |
/// | ΔH | [`graveyard_rise`] | km |
///
/// # Assumes
/// A circular orbit that stays where it is.
///
/// # Valid for
/// Any altitude.
///
/// # References
/// Protected regions of \[Johnson2010\], abstract and first page
pub fn may_stay(altitude: Length, rise: Length) -> bool {
    let between = altitude >= LOW_ORBITS && altitude < GEOSTATIONARY - GEOSTATIONARY_HALF;
    between || (altitude >= GEOSTATIONARY + rise)
}

/// Coefficient of radiation pressure of a plate that faces the Sun and scatters diffusely.
///
/// # Model
/// ```text
/// C_R = 1 + 2 ρ / 3
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `C_R` | coefficient | 1 |
/// | ρ | diffuse reflectance | 1 |
///
/// # Assumes
/// Lambert's law; heat leaves both faces alike.
///
/// # Valid for
/// Reflectances from 0 to 1.
///
/// # References
/// Mean of the cosine over Lambert's law
pub fn pressure_coefficient(reflectance: Ratio) -> Ratio {
    fraction(1.0) + reflectance * (2.0 / 3.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::count;

    fn km(value: f64) -> Length {
        Length::from_base(1.0e3 * value)
    }

    /// One in how many, of pieces of the area that the catalog has and seven thousand million
    /// people.
    fn one_in(pieces: f64, mass: f64) -> f64 {
        let piece = Piece { mass: Mass::from_base(mass / pieces), area: Area::from_base(0.113) };
        let area = casualty_area(Mass::from_base(mass), &piece);
        assert!((area.base() - pieces * (0.6 + 0.113_f64.sqrt()).powi(2)).abs() < 1e-9);
        1.0 / casualty_expectation(area, count(7.0e9)).base()
    }

    #[test]
    fn the_area_of_a_piece_makes_uars_one_in_3200_and_rosat_within_two_fifths_of_what_was_told() {
        let (uars, rosat) = (one_in(26.0, 532.0), one_in(30.0, 1_600.0));
        assert!((uars / 3_200.0 - 1.0).abs() < 1.0e-3, "one in {uars}");
        assert!((rosat / 2_000.0 - 1.0).abs() < 0.4, "one in {rosat}");
    }

    #[test]
    fn nothing_that_survives_hits_nobody() {
        let piece = Piece { mass: Mass::from_base(20.0), area: Area::from_base(0.1) };
        assert_eq!(casualty_area(Mass::from_base(0.0), &piece), Area::from_base(0.0));
        assert_eq!(casualty_expectation(Area::from_base(0.0), count(8.0e9)), fraction(0.0));
    }

    #[test]
    fn a_satellite_of_20_kg_per_square_meter_rises_by_300_km() {
        let rise = graveyard_rise(fraction(1.3), AreaPerMass::from_base(0.05));
        assert!((rise - km(300.0)).base().abs() < 1e-6);
        assert!((pressure_coefficient(fraction(0.45)).base() - 1.3).abs() < 1e-15);
    }

    #[test]
    fn low_and_geostationary_orbits_are_protected_and_those_between_are_not() {
        let rise = km(300.0);
        for (altitude, may) in [
            (650.0, false),
            (1_999.0, false),
            (2_000.0, true),
            (35_585.0, true),
            (35_786.0, false),
            (36_085.0, false),
            (36_087.0, true),
        ] {
            assert_eq!(may_stay(km(altitude), rise), may, "{altitude} km");
        }
    }
}
