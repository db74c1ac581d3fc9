//! Circular orbits: period, inclination, node, and the angle of the Sun above the plane.

mod secular;

pub use secular::{
    keplerian_period, mean_radius, nodal_period, nodal_period_j2, node_rate, node_rate_j2,
    sun_synchronous_inclination, sun_synchronous_inclination_j2,
};

use std::f64::consts::{PI, TAU};

use crate::constants::{EARTH_MU, EARTH_RADIUS};
use crate::domain::{DomainError, within};
use crate::physics::sun::{Epoch, SunState, mean_sun_rate, mean_sun_right_ascension};
use crate::units::{
    Angle, AngularVelocity, Length, Time, Velocity, degree, fraction, hour, kilometer,
};

/// How the plane of an orbit lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OrbitPlane {
    /// The node keeps pace with the mean sun; the altitude sets the inclination.
    SunSynchronous {
        /// Mean local time of the ascending node, 0 h to 24 h; 6 h or 18 h is dawn-dusk.
        ltan: Time,
    },
    /// The node drifts as the Earth's oblateness makes it.
    Inclined {
        /// Inclination, 0 to 180 degrees.
        inclination: Angle,
        /// Right ascension of the ascending node at the start, mean equinox of date.
        raan: Angle,
    },
}

/// A circular orbit about the Earth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CircularOrbit {
    altitude: Length,
    plane: OrbitPlane,
    start: Epoch,
    inclination: Angle,
    raan: Angle,
    raan_rate: AngularVelocity,
}

impl CircularOrbit {
    /// Checks the orbit and works out its inclination and node.
    ///
    /// The altitude is the mean semi-major axis minus the equatorial radius of 6 378.137 km.
    ///
    /// # Errors
    /// [`DomainError`] if the altitude is outside 200 km to 40 000 km, an angle or a local time is
    /// outside its range, or no sun-synchronous orbit exists at the altitude.
    pub fn new(altitude: Length, plane: OrbitPlane, start: Epoch) -> Result<Self, DomainError> {
        within::<kilometer>("altitude", 200.0..=40_000.0, altitude)?;
        let semi_major_axis = EARTH_RADIUS + altitude;
        let (inclination, raan, raan_rate) = match plane {
            OrbitPlane::SunSynchronous { ltan } => {
                within::<hour>("local time of the ascending node", 0.0..=24.0, ltan)?;
                let inclination = sun_synchronous_inclination(semi_major_axis)?;
                let raan = turned(mean_sun_right_ascension(start) + ahead_of_mean_sun(ltan));
                (inclination, raan, mean_sun_rate())
            }
            OrbitPlane::Inclined { inclination, raan } => {
                within::<degree>("inclination", 0.0..=180.0, inclination)?;
                within::<degree>("right ascension of the ascending node", -360.0..=360.0, raan)?;
                (inclination, turned(raan), node_rate(semi_major_axis, inclination))
            }
        };
        Ok(Self { altitude, plane, start, inclination, raan, raan_rate })
    }

    /// Altitude above the equatorial radius.
    pub const fn altitude(&self) -> Length {
        self.altitude
    }

    /// Mean semi-major axis.
    pub fn semi_major_axis(&self) -> Length {
        EARTH_RADIUS + self.altitude
    }

    /// Mean distance from the center of the Earth; see [`mean_radius`].
    pub fn mean_radius(&self) -> Length {
        mean_radius(self.semi_major_axis(), self.inclination)
    }

    /// Period about a point mass; see [`keplerian_period`].
    pub fn period(&self) -> Time {
        keplerian_period(self.semi_major_axis())
    }

    /// Time from node to node; see [`nodal_period`].
    pub fn nodal_period(&self) -> Time {
        nodal_period(self.semi_major_axis(), self.inclination)
    }

    /// Speed along the orbit.
    ///
    /// # Model
    /// ```text
    /// v = √(μ/a)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | v | speed | m/s |
    /// | μ, a | geocentric gravitational constant, semi-major axis | m³/s², m |
    ///
    /// # Assumes
    /// Only the Earth's central attraction; the turning of the air is left out.
    ///
    /// # Valid for
    /// Any orbit that [`CircularOrbit::new`] accepts.
    ///
    /// # References
    /// Balance of attraction and centripetal acceleration.
    pub fn speed(&self) -> Velocity {
        Velocity::from_base((EARTH_MU / self.semi_major_axis()).base().sqrt())
    }

    /// Inclination; of a sun-synchronous orbit see [`sun_synchronous_inclination`].
    pub const fn inclination(&self) -> Angle {
        self.inclination
    }

    /// Rate of the node: that of the mean sun, or [`node_rate`].
    pub const fn raan_rate(&self) -> AngularVelocity {
        self.raan_rate
    }

    /// How the plane lies.
    pub const fn plane(&self) -> OrbitPlane {
        self.plane
    }

    /// Instant for which the node is stated.
    pub const fn start(&self) -> Epoch {
        self.start
    }

    /// Right ascension of the ascending node at an instant.
    ///
    /// # Model
    /// ```text
    /// sun-synchronous: Ω = α_m + (LTAN − 12 h) 15°/h,   else: Ω = Ω_0 + dΩ/dt (t − t_0)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | Ω, `Ω_0` | node at t and at the start | deg |
    /// | `α_m` | right ascension of the mean sun, [`mean_sun_right_ascension`] | deg |
    /// | dΩ/dt | [`node_rate`] | deg/d |
    ///
    /// # Assumes
    /// A sun-synchronous orbit is kept at its local time.
    ///
    /// # Valid for
    /// Drifting nodes: some years from the start.
    ///
    /// # References
    /// As [`node_rate`] and [`mean_sun_right_ascension`].
    pub fn raan_at(&self, epoch: Epoch) -> Angle {
        match self.plane {
            OrbitPlane::SunSynchronous { ltan } => {
                turned(mean_sun_right_ascension(epoch) + ahead_of_mean_sun(ltan))
            }
            OrbitPlane::Inclined { .. } => {
                let elapsed = epoch.since_j2000() - self.start.since_j2000();
                let drift: Angle = self.raan_rate * elapsed;
                turned(self.raan + drift)
            }
        }
    }
}

/// Angle of the Sun above the plane of an orbit, positive on the side of the orbit normal r × v.
///
/// # Model
/// ```text
/// sin β = cos i sin δ + sin i cos δ sin(Ω − α)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | β | beta angle | deg |
/// | i, Ω | inclination, right ascension of the ascending node | deg |
/// | α, δ | right ascension and declination of the Sun | deg |
///
/// # Assumes
/// The Sun as seen from the center of the Earth.
///
/// # Valid for
/// Any orbit that [`CircularOrbit::new`] accepts.
///
/// # References
/// Scalar product of the orbit normal and the direction of the Sun.
pub fn beta_angle(orbit: &CircularOrbit, sun: &SunState, epoch: Epoch) -> Angle {
    let (sin_inclination, cos_inclination) = libm::sincos(orbit.inclination.base());
    let (sin_node, cos_node) = libm::sincos(orbit.raan_at(epoch).base());
    let [x, y, z] = sun.direction();
    let sine = sin_inclination * (x * sin_node - y * cos_node) + cos_inclination * z;
    fraction(sine).asin()
}

/// How far a node of this local time is ahead of the mean sun.
pub(in crate::physics) fn ahead_of_mean_sun(ltan: Time) -> Angle {
    Angle::from_base((ltan.get::<hour>() - 12.0) * PI / 12.0)
}

/// The same angle in 0 to 360 degrees.
fn turned(angle: Angle) -> Angle {
    let rest = libm::fmod(angle.base(), TAU);
    Angle::from_base(if rest < 0.0 { rest + TAU } else { rest })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::physics::sun::sun;
    use crate::units::{day, degree_per_day};

    fn altitude(km: f64) -> Length {
        Length::new::<kilometer>(km)
    }

    fn new_year() -> Epoch {
        Epoch::from_calendar(2027, 1, 1).unwrap()
    }

    fn dawn_dusk() -> CircularOrbit {
        let plane = OrbitPlane::SunSynchronous { ltan: Time::new::<hour>(6.0) };
        CircularOrbit::new(altitude(650.0), plane, new_year()).unwrap()
    }

    #[test]
    fn dawn_node_is_90_degrees_behind_the_mean_sun() {
        let orbit = dawn_dusk();
        assert!((orbit.raan.get::<degree>() - 190.422_150_2).abs() < 1e-3);
        assert!((orbit.raan_rate().get::<degree_per_day>() - 0.985_647).abs() < 1e-6);
        let later = new_year().after(Time::new::<day>(200.0));
        let behind = mean_sun_right_ascension(later) - orbit.raan_at(later);
        assert!((behind.get::<degree>().rem_euclid(360.0) - 90.0).abs() < 1e-9);
    }

    #[test]
    fn beta_of_an_08_00_orbit_agrees_with_an_independent_program() {
        let plane = OrbitPlane::SunSynchronous { ltan: Time::new::<hour>(8.0) };
        let orbit = CircularOrbit::new(altitude(400.0), plane, new_year()).unwrap();
        let beta = beta_angle(&orbit, &sun(new_year()), new_year()).get::<degree>();
        assert!((beta + 48.530_423_46).abs() < 0.02, "{beta}");
    }

    #[test]
    fn the_angle_form_of_beta_is_the_scalar_product() {
        let orbit = dawn_dusk();
        let epoch = new_year().after(Time::new::<day>(77.0));
        let state = sun(epoch);
        let (i, node) = (orbit.inclination(), orbit.raan_at(epoch));
        let angles = i.cos() * state.declination.sin()
            + i.sin() * state.declination.cos() * (node - state.right_ascension).sin();
        let beta = beta_angle(&orbit, &state, epoch);
        assert!((beta.sin() - angles).base().abs() < 1e-14);
    }

    #[test]
    fn a_drifting_node_moves_with_its_rate() {
        let plane = OrbitPlane::Inclined {
            inclination: Angle::new::<degree>(53.0),
            raan: Angle::new::<degree>(10.0),
        };
        let orbit = CircularOrbit::new(altitude(550.0), plane, new_year()).unwrap();
        let moved = orbit.raan_at(new_year().after(Time::new::<day>(1.0))) - orbit.raan;
        assert!((moved.get::<degree>() - orbit.raan_rate().get::<degree_per_day>()).abs() < 1e-9);
    }

    #[test]
    fn orbits_outside_the_range_are_refused() {
        let plane = OrbitPlane::SunSynchronous { ltan: Time::new::<hour>(25.0) };
        assert!(CircularOrbit::new(altitude(650.0), plane, new_year()).is_err());
        let plane = OrbitPlane::SunSynchronous { ltan: Time::new::<hour>(6.0) };
        let error = CircularOrbit::new(altitude(150.0), plane, new_year()).unwrap_err();
        assert_eq!(error.to_string(), "altitude is 150 km, outside 200 to 40000 km");
        assert!(CircularOrbit::new(altitude(6_500.0), plane, new_year()).is_err());
        assert!(CircularOrbit::new(altitude(f64::NAN), plane, new_year()).is_err());
        let raan = Angle::new::<degree>(0.0);
        let plane = OrbitPlane::Inclined { inclination: Angle::new::<degree>(181.0), raan };
        assert!(CircularOrbit::new(altitude(650.0), plane, new_year()).is_err());
    }
}
