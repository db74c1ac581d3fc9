//! What an orbit does to a spacecraft over a year: sunlight, shadow, heat from the Earth, and ram.

mod loads;
mod tally;
mod year;

pub use loads::{Attitude, PlateLoads, array_loads, radiator_loads};

use self::year::Pass;
use crate::physics::orbit::CircularOrbit;
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
    /// Irradiance at 90 degrees to the Sun line's plane on that day.
    pub hot_irradiance: Irradiance,
    /// Loads of the radiator on the coldest day.
    pub cold: PlateLoads,
    /// Irradiance on that day.
    pub cold_irradiance: Irradiance,
    /// Loads of front and back of the Sun-facing array on its hottest day, mean over the sunlit part of the orbit.
    pub array: PlateLoads,
    /// Mean of |normal · velocity| of the Sun-facing array: area swept per area of one face.
    pub ram_share_array: Ratio,
    /// Mean of |normal · velocity| of the radiator; with [`Attitude::ArrayBack`] it is the array's own area again.
    pub ram_share_radiator: Ratio,
}

impl Environment {
    /// Environment of an orbit in a calendar year, in the shadow of the oblate Earth.
    ///
    /// # Model
    /// Each day at noon the Sun, the node and the angle β are found, and from them umbra and penumbra
    /// ([`shadow`](crate::physics::eclipse::shadow), on a circle of the [mean radius](crate::physics::orbit::mean_radius), with
    /// the [radius of the limb](crate::physics::eclipse::limb_radius) on that day).
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
    /// Extremes between noons come from a parabola through three days, the ends of a shadow season from straight lines over half
    /// days. Albedo, infrared and direct factors are those of [`radiator_loads`] and [`array_loads`].
    ///
    /// # Assumes
    /// A circular orbit; air neither bends nor dims sunlight. A sun-synchronous orbit is kept at its local time, any other
    /// drifts with its node from the start of the orbit.
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
    /// Angle of the Sun above the orbit plane.
    pub beta: Angle,
    /// Time in umbra and penumbra per orbit.
    pub shadow: Time,
    /// Time in the umbra per orbit.
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
