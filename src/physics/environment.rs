//! What an orbit does to a spacecraft over a year: sunlight, shadow, heat from the Earth, and ram.

mod loads;
mod pass;
mod tally;
mod year;

pub use loads::{Attitude, PlateLoads, array_loads, radiator_loads};

use self::pass::Pass;
use crate::physics::orbit::CircularOrbit;
use crate::physics::radiation::Belts;
use crate::physics::radiation::solar_protons::SolarProtons;
use crate::physics::sun::{Epoch, SolarYear};
use crate::units::{Angle, Irradiance, Length, Ratio, Time, Velocity};

/// The orbit of the year that asks most of the array.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SizingOrbit {
    /// Irradiance of the array in sunlight.
    pub irradiance: Irradiance,
    /// Time outside any shadow.
    pub sunlit: Time,
    /// Time in umbra and penumbra.
    pub shadow: Time,
}

/// Which figures of orbit and Earth make the shadow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShadowModel {
    /// A circle of the orbit's [mean radius](crate::physics::orbit::mean_radius) and the
    /// [limb of the oblate Earth](crate::physics::eclipse::limb_radius): what the model uses.
    OblateEarth,
    /// A circle and a sphere, for comparison with spherical models.
    Sphere {
        /// Radius of the orbit.
        orbit_radius: Length,
        /// Radius of the sphere.
        shadow_radius: Length,
    },
}

/// Environment of one orbit in one calendar year, computed once and used by every subsystem.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Environment {
    /// Period about a point mass.
    pub period: Time,
    /// Speed along the orbit.
    pub speed: Velocity,
    /// Inclination.
    pub inclination: Angle,
    /// Altitude above the equatorial radius.
    pub altitude: Length,
    /// Mean semi-major axis.
    pub semi_major_axis: Length,
    /// Year mean of the visible share of the Sun; the penumbra counts half.
    pub sunlit_fraction: Ratio,
    /// Longest time in shadow (umbra and penumbra) of one orbit.
    pub eclipse_max: Time,
    /// Days of the year that are touched by shadow.
    pub eclipse_days: Time,
    /// Number of orbits of the year that meet the shadow.
    pub eclipse_count: Ratio,
    /// Lowest angle of the Sun above the orbit plane, with its sign.
    pub beta_min: Angle,
    /// Highest angle of the Sun above the orbit plane, with its sign.
    pub beta_max: Angle,
    /// Irradiance of a surface that faces the Sun, mean over the time in sunlight.
    pub solar_irradiance_mean: Irradiance,
    /// The orbit that asks most of the array.
    pub sizing: SizingOrbit,
    /// Loads of the radiator on the hottest day.
    pub hot: PlateLoads,
    /// Irradiance of a surface that faces the Sun on that day.
    pub hot_irradiance: Irradiance,
    /// Loads of the radiator on the coldest day.
    pub cold: PlateLoads,
    /// Irradiance on that day.
    pub cold_irradiance: Irradiance,
    /// Loads of front and back of the Sun-facing array on its hottest day, mean over the sunlit
    /// part of the orbit.
    pub array: PlateLoads,
    /// Mean of |normal · velocity| of the Sun-facing array: area swept per area of one face.
    pub ram_share_array: Ratio,
    /// Mean of |normal · velocity| of the radiator; with [`Attitude::ArrayBack`] it is the array's
    /// own area again.
    pub ram_share_radiator: Ratio,
    /// Radiation belts along the orbit.
    pub belts: Belts,
    /// Share of the protons of the Sun that reaches the orbit.
    pub solar_protons: SolarProtons,
}

impl Environment {
    /// Environment of an orbit in a calendar year, in the shadow of the oblate Earth.
    ///
    /// # Model
    /// Each day at noon the Sun, the node and the angle β are found, and from them umbra and
    /// penumbra ([`shadow`](crate::physics::eclipse::shadow), on a circle of the [mean
    /// radius](crate::physics::orbit::mean_radius), with the [radius of the
    /// limb](crate::physics::eclipse::limb_radius) on that day).
    /// ```text
    /// sunlit_fraction       = mean(1 − (u_u + u_p)/(2π))
    /// solar_irradiance_mean = mean(S (1 − (u_u + u_p)/(2π))) / sunlit_fraction
    /// eclipse_max           = max(2 u_p / (n − φ'))
    /// sizing                : max((1 − f + f/0.9) / ((1 − f) S)),  f = u_p/π
    /// hot, cold             : max, min of S cos β  (radiator along the orbit normal: of S |sin β| times sunlit share)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `u_u`, `u_p` | half the arc in umbra, in umbra and penumbra | rad |
    /// | S | irradiance of a surface that faces the Sun | W/m² |
    /// | n, φ' | rate of the satellite from its node, rate of the Sun's azimuth in the plane | 1/s |
    /// | f | share of the orbit in shadow; 0.9 stands for the battery and only ranks the days | 1 |
    ///
    /// Extremes between noons come from a parabola through three days, the ends of a shadow season
    /// from straight lines over half days. Albedo, infrared and direct factors are those of
    /// [`radiator_loads`] and [`array_loads`].
    ///
    /// # Assumes
    /// A circular orbit; air neither bends nor dims sunlight. A sun-synchronous orbit is kept at
    /// its local time, any other drifts with its node from the start of the orbit.
    ///
    /// # Valid for
    /// Orbits that [`CircularOrbit::new`] accepts, years 1950 to 2100.
    ///
    /// # References
    /// As the functions named; agreement with \[Orekit13\] in docs/model/environment.md.
    pub fn new(orbit: &CircularOrbit, year: &SolarYear, attitude: Attitude) -> Self {
        Self::with_shadow_model(orbit, year, attitude, ShadowModel::OblateEarth)
    }

    /// As [`Environment::new`], in the shadow of a sphere of this radius.
    pub fn with_shadow_radius(
        orbit: &CircularOrbit,
        year: &SolarYear,
        attitude: Attitude,
        shadow_radius: Length,
    ) -> Self {
        let model = ShadowModel::Sphere { orbit_radius: orbit.mean_radius(), shadow_radius };
        Self::with_shadow_model(orbit, year, attitude, model)
    }

    /// As [`Environment::new`], with a chosen shadow.
    pub fn with_shadow_model(
        orbit: &CircularOrbit,
        year: &SolarYear,
        attitude: Attitude,
        model: ShadowModel,
    ) -> Self {
        Pass::over(orbit, year, model).environment(attitude)
    }
}

/// One day of an orbit, for charts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DayOfOrbit {
    /// Noon of the day.
    pub epoch: Epoch,
    /// Angle of the Sun above the orbit plane in that of `shadow`.
    pub beta: Angle,
    /// Time in umbra and penumbra of the orbit at noon, or where that meets no shadow, of the first
    /// or last of the day.
    pub shadow: Time,
    /// Time in the umbra of that orbit.
    pub umbra: Time,
    /// Visible share of the Sun, mean over an orbit; the penumbra counts half.
    pub illumination: Ratio,
    /// Irradiance of a surface that faces the Sun.
    pub irradiance: Irradiance,
}

/// Sun angle, shadow and irradiance of each day of a year.
///
/// # Model
/// As [`Environment::new`].
///
/// # Assumes
/// As [`Environment::new`].
///
/// # Valid for
/// As [`Environment::new`].
///
/// # References
/// As [`Environment::new`].
pub fn calendar(orbit: &CircularOrbit, year: &SolarYear) -> Vec<DayOfOrbit> {
    calendar_with(orbit, year, ShadowModel::OblateEarth)
}

/// As [`calendar`], with a chosen shadow.
pub fn calendar_with(
    orbit: &CircularOrbit,
    year: &SolarYear,
    model: ShadowModel,
) -> Vec<DayOfOrbit> {
    let pass = Pass::over(orbit, year, model);
    (0..year.states().len()).map(|day| pass.day(day)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constants::EARTH_RADIUS;
    use crate::physics::orbit::OrbitPlane;
    use crate::units::{day, degree, hour, kilometer, minute, second, watt_per_square_meter};

    fn sun_synchronous(altitude_km: f64, ltan: f64) -> CircularOrbit {
        let plane = OrbitPlane::SunSynchronous { ltan: Time::new::<hour>(ltan) };
        orbit(altitude_km, plane)
    }

    fn drifting(altitude_km: f64, inclination: f64) -> CircularOrbit {
        let (inclination, raan) = (Angle::new::<degree>(inclination), Angle::new::<degree>(0.0));
        orbit(altitude_km, OrbitPlane::Inclined { inclination, raan })
    }

    fn orbit(altitude_km: f64, plane: OrbitPlane) -> CircularOrbit {
        let start = Epoch::from_calendar(2027, 1, 1).unwrap();
        CircularOrbit::new(Length::new::<kilometer>(altitude_km), plane, start).unwrap()
    }

    fn environment(orbit: &CircularOrbit, attitude: Attitude) -> Environment {
        Environment::new(orbit, &SolarYear::new(2027), attitude)
    }

    fn check(got: f64, want: f64, tolerance: f64) {
        assert!((got - want).abs() <= tolerance, "{got}, expected {want} within {tolerance}");
    }

    #[test]
    fn dawn_dusk_at_650_km_is_lit_96_percent_of_the_year() {
        let year = environment(&sun_synchronous(650.0, 6.0), Attitude::EdgeOn);
        check(year.sunlit_fraction.base(), 0.963_257, 0.0022);
        check(year.eclipse_max.get::<minute>(), 1_191.175 / 60.0, 0.3);
        check(year.eclipse_days.get::<day>(), 88.0, 4.0);
        check(year.eclipse_count.base(), 1_278.0, 30.0);
        let low = environment(&sun_synchronous(550.0, 6.0), Attitude::EdgeOn);
        check(low.sunlit_fraction.base(), 0.953_540, 0.0022);
    }

    #[test]
    fn years_in_the_shadow_of_the_ellipsoid_agree_with_an_independent_program() {
        for (orbit, lit, longest, days) in [
            (sun_synchronous(400.0, 8.0), 0.715_695_2, 1_862.67, 365.0),
            (sun_synchronous(650.0, 12.0), 0.640_633_8, 2_120.94, 365.0),
            (drifting(550.0, 53.0), 0.693_496_2, 2_140.77, 344.0),
            (drifting(1_200.0, 28.5), 0.709_175_6, 2_100.21, 365.0),
            (drifting(35_786.0, 0.0), 0.990_624_4, 4_304.0, 93.0),
        ] {
            let year = environment(&orbit, Attitude::EdgeOn);
            check(year.sunlit_fraction.base(), lit, 5e-4);
            check(year.eclipse_max.get::<second>(), longest, 4.0);
            check(year.eclipse_days.get::<day>(), days, 1.0);
        }
    }

    #[test]
    fn years_in_the_shadow_of_a_sphere_agree_with_an_independent_program() {
        let year = SolarYear::new(2027);
        for (orbit, lit, longest) in [
            (sun_synchronous(400.0, 10.5), 0.619_248_7, 2_149.66),
            (drifting(400.0, 0.0), 0.613_540_4, 2_175.94),
        ] {
            let got =
                Environment::with_shadow_radius(&orbit, &year, Attitude::EdgeOn, EARTH_RADIUS);
            check(got.sunlit_fraction.base(), lit, 5e-4);
            check(got.eclipse_max.get::<second>(), longest, 4.0);
        }
    }

    #[test]
    fn array_irradiance_agrees_with_an_independent_program() {
        let orbit = sun_synchronous(550.0, 8.0);
        let model = ShadowModel::Sphere {
            orbit_radius: orbit.semi_major_axis(),
            shadow_radius: EARTH_RADIUS,
        };
        let year = SolarYear::new(2027);
        let got = Environment::with_shadow_model(&orbit, &year, Attitude::EdgeOn, model);
        let mean: Irradiance = got.solar_irradiance_mean * got.sunlit_fraction;
        check(mean.get::<watt_per_square_meter>() / 1_022.419_255, 1.0, 0.002);
    }

    #[test]
    fn dawn_dusk_at_2000_km_has_no_shadow() {
        let year = environment(&sun_synchronous(2_000.0, 6.0), Attitude::EdgeOn);
        check(year.sunlit_fraction.base(), 1.0, 1e-12);
        check(year.eclipse_max.get::<second>(), 0.0, 1e-12);
        check(year.eclipse_days.get::<day>(), 0.0, 1e-12);
        check(year.eclipse_count.base(), 0.0, 1e-12);
        check(year.sizing.shadow.get::<second>(), 0.0, 1e-12);
        assert!(year.beta_max < Angle::from_base(0.0), "the 06:00 plane has the Sun below it");
    }

    #[test]
    fn the_calendar_adds_up_to_the_year() {
        let year = SolarYear::new(2027);
        for orbit in [sun_synchronous(650.0, 18.0), drifting(550.0, 53.0)] {
            let days = calendar(&orbit, &year);
            assert_eq!(days.len(), 365);
            let sum: f64 = days.iter().map(|noon| noon.illumination.base()).sum();
            let got = Environment::new(&orbit, &year, Attitude::EdgeOn);
            check(got.sunlit_fraction.base(), sum / 365.0, 1e-7);
            let longest =
                days.iter().fold(Time::from_base(0.0), |most, noon| most.larger(noon.shadow));
            assert!(got.eclipse_max.base() >= longest.base() - 1e-6);
            check(got.eclipse_max.get::<second>(), longest.get::<second>(), 3.0);
            let highest =
                days.iter().map(|noon| noon.beta.base()).fold(f64::NEG_INFINITY, f64::max);
            assert!(got.beta_max.base() >= highest - 1e-9 && got.beta_max.base() < highest + 0.05);
        }
    }

    #[test]
    fn the_calendar_shows_shadow_on_as_many_days_as_the_year_counts() {
        let year = SolarYear::new(2027);
        let planes = (0..24).map(|at| sun_synchronous(400.0 + 60.0 * f64::from(at), 18.0));
        let drifting_planes = (1..12).map(|at| drifting(500.0 * f64::from(at), 63.0));
        for orbit in planes.chain(drifting_planes) {
            let shown =
                calendar(&orbit, &year).iter().filter(|one| one.shadow.base() > 0.0).count();
            let counted = Environment::new(&orbit, &year, Attitude::EdgeOn).eclipse_days;
            check(counted.get::<day>(), shown as f64, 1e-9);
        }
    }

    #[test]
    fn sizing_orbit_is_one_whole_orbit() {
        let orbit = sun_synchronous(550.0, 10.5);
        let year = environment(&orbit, Attitude::Nadir);
        let whole = year.sizing.sunlit + year.sizing.shadow;
        check(whole.base() / orbit.nodal_period().base(), 1.0, 1e-3);
        assert!(year.sizing.shadow.base() <= year.eclipse_max.base() + 1e-9);
        assert!(year.sizing.irradiance.get::<watt_per_square_meter>() > 1_300.0);
    }

    #[test]
    fn hot_days_are_hotter_than_cold_ones() {
        for attitude in
            [Attitude::EdgeOn, Attitude::Nadir, Attitude::OrbitNormal, Attitude::ArrayBack]
        {
            for orbit in
                [sun_synchronous(650.0, 6.0), sun_synchronous(500.0, 12.0), drifting(550.0, 53.0)]
            {
                let year = environment(&orbit, attitude);
                let heat = |loads: &PlateLoads, irradiance: Irradiance| {
                    (irradiance * (loads.solar_factor + loads.albedo_factor * 0.3)).base()
                };
                let hot = heat(&year.hot, year.hot_irradiance);
                let cold = heat(&year.cold, year.cold_irradiance);
                assert!(hot >= cold, "{attitude:?}: {hot} {cold}");
            }
        }
    }

    #[test]
    fn a_panel_across_the_flight_sweeps_more_than_one_along_it() {
        let noon = environment(&sun_synchronous(500.0, 12.0), Attitude::EdgeOn);
        // the Sun is nearly in the plane: the array meets the air edge-on twice an orbit, 2/π on
        // average
        check(noon.ram_share_array.base(), 2.0 / std::f64::consts::PI, 0.01);
        let dawn = environment(&sun_synchronous(650.0, 6.0), Attitude::EdgeOn);
        assert!(dawn.ram_share_array.base() < 0.3);
        assert!(dawn.ram_share_radiator.base() > 0.9);
        let level = environment(&sun_synchronous(650.0, 6.0), Attitude::Nadir);
        check(level.ram_share_radiator.base(), 0.0, 1e-15);
        let back = environment(&sun_synchronous(650.0, 6.0), Attitude::ArrayBack);
        assert_eq!(back.ram_share_radiator, back.ram_share_array);
    }

    #[test]
    fn every_corner_of_the_range_has_a_finite_environment() {
        let year = SolarYear::new(2030);
        for (altitude, inclination) in [
            (200.0, 0.0),
            (200.0, 90.0),
            (200.0, 180.0),
            (40_000.0, 0.0),
            (40_000.0, 66.6),
            (5_900.0, 180.0),
        ] {
            for attitude in
                [Attitude::EdgeOn, Attitude::Nadir, Attitude::OrbitNormal, Attitude::ArrayBack]
            {
                let got = Environment::new(&drifting(altitude, inclination), &year, attitude);
                let lit = got.sunlit_fraction.base();
                assert!(lit > 0.5 && lit <= 1.0, "{altitude} {inclination}: {lit}");
                let numbers = [
                    got.eclipse_max.base(),
                    got.eclipse_count.base(),
                    got.solar_irradiance_mean.base(),
                    got.sizing.sunlit.base(),
                    got.hot.albedo_factor.base(),
                    got.cold.infrared_factor.base(),
                    got.array.albedo_factor.base(),
                    got.ram_share_radiator.base(),
                ];
                assert!(numbers.iter().all(|x| x.is_finite() && *x >= 0.0), "{got:?}");
                assert!(got.beta_min <= got.beta_max);
            }
        }
    }

    #[test]
    fn leap_years_have_one_more_day() {
        let orbit = drifting(400.0, 28.5);
        let year = Environment::new(&orbit, &SolarYear::new(2028), Attitude::EdgeOn);
        check(year.eclipse_days.get::<day>(), 366.0, 1e-9);
    }
}
