//! Protons of solar storms: the share of them that reaches an orbit, and their dose.

use core::f64::consts::{FRAC_2_PI, TAU};

use super::ShieldGeometry;
use crate::constants::{EARTH_DIPOLE_TILT, EARTH_RADIUS};
use crate::physics::table::{TablePlace, solar_protons as table};
use crate::units::{
    Angle, DoseRate, Length, ParticleFlux, Ratio, fraction, per_square_centimeter_year,
    rad_per_year,
};

/// Shell of the magnetic field, in radii of the Earth at its equator, beyond which solar protons
/// come in.
const SHELL: f64 = 5.0;
/// Steps of the day, in which the orbit tilts against the magnetic equator.
const STEPS: u32 = 64;

/// Share of the protons of the Sun that reaches an orbit, found once per orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolarProtons {
    share: Ratio,
}

impl SolarProtons {
    /// An orbit that none reach.
    pub const NONE: Self = Self { share: fraction(0.0) };

    /// Share of an orbit that lies open to solar protons.
    ///
    /// # Model
    /// ```text
    /// x = mean over the day of 1 − (2/π) asin(min(1, s / sin i_m))
    /// s² = 1 − r/(L R_e),   cos i_m = cos i cos τ + sin i sin τ cos ψ
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | x | share of the time beyond the shell L = 5 | 1 |
    /// | s | sine of the magnetic latitude where the orbit crosses the shell | 1 |
    /// | r, i | radius of the orbit, inclination | m, deg |
    /// | `i_m` | tilt of the orbit against the magnetic equator | deg |
    /// | τ, ψ | tilt of the dipole, its hour angle against the node | deg |
    ///
    /// # Assumes
    /// A centered dipole; one cutoff for protons of all energies, in quiet and stormy hours alike
    /// (storms open lower latitudes, and 100 MeV need higher ones). No shadow of the Earth.
    ///
    /// # Valid for
    /// Circular orbits. SPENVIS gives 0.001 at 410 km, 51.6°, and 0.994 in geostationary orbit;
    /// here 0 and 1.
    ///
    /// # References
    /// \[Stassinopoulos1974\], abstract: one cutoff for all energies, shares of missions beyond
    /// shells
    pub fn of(altitude: Length, inclination: Angle) -> Self {
        let radius: Ratio = (EARTH_RADIUS + altitude) / EARTH_RADIUS;
        let outside = 1.0 - radius.base() / SHELL;
        if outside <= 0.0 {
            return Self { share: fraction(1.0) };
        }
        let crossing = outside.sqrt();
        let (sin_i, cos_i) = (inclination.sin().base(), inclination.cos().base());
        let (sin_t, cos_t) = (EARTH_DIPOLE_TILT.sin().base(), EARTH_DIPOLE_TILT.cos().base());
        let open = |step: u32| {
            let hour = TAU * (f64::from(step) + 0.5) / f64::from(STEPS);
            let cos_m = cos_i * cos_t + sin_i * sin_t * libm::cos(hour);
            let sin_m = (1.0 - cos_m * cos_m).max(0.0).sqrt();
            if crossing >= sin_m { 0.0 } else { 1.0 - FRAC_2_PI * libm::asin(crossing / sin_m) }
        };
        Self { share: fraction((0..STEPS).map(open).sum::<f64>() / f64::from(STEPS)) }
    }

    /// The share.
    pub const fn share(&self) -> Ratio {
        self.share
    }

    /// As many protons times a factor.
    #[must_use]
    pub fn times(&self, factor: Ratio) -> Self {
        Self { share: self.share * factor }
    }

    /// Dose at the chips by solar protons, mean over years.
    ///
    /// # Model
    /// ```text
    /// D = x D_0(t),   ln D_0 monotone cubic in ln t
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | x | share of [`SolarProtons::of`] | 1 |
    /// | `D_0`, t | dose without a magnetic field, behind aluminum of thickness t | rad/yr, m |
    ///
    /// # Assumes
    /// A tenth of the fluence that ten years exceed with a probability of a tenth (ESP-PSYCHIC), so
    /// that a quiet decade has less and one storm can bring most of it in days. Protons slow down
    /// straight; their nuclear reactions are left out (the same code meets the trapped protons of
    /// SHIELDOSE-2 within 4 % from 0.05 to 30 mm).
    ///
    /// # Valid for
    /// 0.05 to 30 mm; beyond, the value at the end.
    ///
    /// # References
    /// \[Spenvisguide\], spectrum; `src/physics/data/make_cell_tables.py`
    pub fn dose(&self, geometry: ShieldGeometry, thickness: Length) -> DoseRate {
        let log_depth = libm::log(thickness.base());
        let log_dose = match geometry {
            ShieldGeometry::Sphere => {
                TablePlace::find(&table::LOG_BEHIND_SPHERE, log_depth).cubic(&table::LOG_SPHERE)
            }
            ShieldGeometry::Slab => {
                TablePlace::find(&table::LOG_BEHIND_SLAB, log_depth).cubic(&table::LOG_SLAB)
            }
        };
        DoseRate::new::<rad_per_year>(self.share.base() * libm::exp(log_dose))
    }
}

/// Normally incident 10 MeV protons that damage a cell as much as solar protons do outside the
/// magnetic field, behind a cover glass.
pub(super) fn cell_protons(glass: Length) -> ParticleFlux {
    let depth = TablePlace::find(&table::LOG_BEHIND_CELL, libm::log(glass.base()));
    ParticleFlux::new::<per_square_centimeter_year>(libm::exp(depth.cubic(&table::LOG_CELL)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{degree, kilometer, millimeter};

    fn share(altitude: f64, inclination: f64) -> f64 {
        SolarProtons::of(Length::new::<kilometer>(altitude), Angle::new::<degree>(inclination))
            .share()
            .base()
    }

    #[test]
    fn the_station_is_screened_and_a_geostationary_satellite_is_not() {
        assert!(share(410.0, 51.6) < 0.001);
        assert!((share(35_786.0, 0.0) - 1.0).abs() < 1e-12);
        assert!((0.25..0.35).contains(&share(650.0, 98.0)), "{}", share(650.0, 98.0));
    }

    #[test]
    fn higher_and_more_inclined_orbits_lie_more_open() {
        for inclination in [60.0, 75.0, 90.0] {
            let mut last = -1.0;
            for altitude in [300.0, 800.0, 2000.0, 8000.0, 20_000.0, 25_000.0] {
                let now = share(altitude, inclination);
                assert!(now > last, "{altitude} {inclination}");
                last = now;
            }
        }
        assert!(share(650.0, 60.0) < share(650.0, 80.0));
        assert!((share(650.0, 98.0) - share(650.0, 82.0)).abs() < 1e-12);
    }

    #[test]
    fn a_polar_orbit_lies_open_nearly_as_under_a_dipole_that_is_not_tilted() {
        let crossing = (1.0_f64 - 7_028.137 / 6_378.137 / 5.0).sqrt();
        let axial = 1.0 - FRAC_2_PI * libm::asin(crossing);
        assert!((share(650.0, 90.0) - axial).abs() < 0.01, "{axial}");
    }

    #[test]
    fn dose_outside_the_field_behind_10_mm_is_360_rad_a_year() {
        let open = SolarProtons::of(Length::new::<kilometer>(36_000.0), Angle::new::<degree>(0.0));
        let behind = |mm: f64| {
            open.dose(ShieldGeometry::Sphere, Length::new::<millimeter>(mm)).get::<rad_per_year>()
        };
        assert!((behind(10.0) - 360.1).abs() < 0.1, "{}", behind(10.0));
        assert!(behind(1.0) > behind(10.0) && behind(10.0) > behind(30.0));
        // a thicker shield takes a growing share: no row stands out of the curve
        let slope = |mm: f64| libm::log(behind(mm) / behind(1.1 * mm)) / libm::log(1.1);
        let slopes: Vec<f64> =
            (0..60).map(|i| slope(0.06 * libm::pow(1.1, f64::from(i)))).collect();
        for pair in slopes.windows(2) {
            assert!(pair[1] > pair[0] - 0.03 && pair[1] < pair[0] + 0.1, "{slopes:?}");
        }
        let slab = open.dose(ShieldGeometry::Slab, Length::new::<millimeter>(10.0));
        assert!((slab.get::<rad_per_year>() - 73.0).abs() < 0.1);
    }
}
