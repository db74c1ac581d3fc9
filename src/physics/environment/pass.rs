//! An orbit on the days of a year.

use super::ShadowModel;
use crate::physics::eclipse::Limb;
use crate::physics::orbit::{CircularOrbit, OrbitPlane, ahead_of_mean_sun};
use crate::physics::sun::{SolarYear, SunTrack};
use crate::units::Time;

/// Most samples of a year: a leap year with a day before and a day after.
pub(super) const MOST: usize = 368;
/// Seconds in a day.
pub(super) const DAY_S: f64 = 86_400.0;

/// An orbit on the days of a year: columns of one number a day, from the day before the year to the
/// day after it.
pub(super) struct Pass<'a> {
    pub(super) orbit: &'a CircularOrbit,
    pub(super) year: &'a SolarYear,
    pub(super) track: &'a SunTrack,
    /// 1 m over the radius of the orbit.
    pub(super) per_orbit_radius: f64,
    /// Sine of the Sun's angle above the orbit plane.
    pub(super) sines: [f64; MOST],
    /// Radius of the Earth at the edge of the shadow, m.
    pub(super) radii: [f64; MOST],
}

impl<'a> Pass<'a> {
    /// Finds the Sun's angle above the plane, and the radius that casts the shadow, at each noon.
    pub(super) fn over(orbit: &'a CircularOrbit, year: &'a SolarYear, model: ShadowModel) -> Self {
        let orbit_radius = match model {
            ShadowModel::OblateEarth => orbit.mean_radius(),
            ShadowModel::Sphere { orbit_radius, .. } => orbit_radius,
        };
        let mut pass = Self {
            orbit,
            year,
            track: year.track(),
            per_orbit_radius: 1.0 / orbit_radius.base(),
            sines: [0.0; MOST],
            radii: [0.0; MOST],
        };
        pass.fill_sines();
        match model {
            ShadowModel::Sphere { shadow_radius, .. } => pass.radii.fill(shadow_radius.base()),
            ShadowModel::OblateEarth => {
                let limb = Limb::of(orbit_radius, orbit.inclination());
                let days = pass.sines.iter().zip(&pass.track.z);
                for (radius, (sine, z)) in pass.radii.iter_mut().zip(days) {
                    *radius = limb.radius_m(*sine, *z);
                }
            }
        }
        pass
    }

    fn fill_sines(&mut self) {
        let track = self.track;
        let (sin_i, cos_i) = libm::sincos(self.orbit.inclination().base());
        match self.orbit.plane() {
            OrbitPlane::SunSynchronous { ltan } => {
                let (sine, cosine) = libm::sincos(ahead_of_mean_sun(ltan).base());
                let days = track.along_mean_sun.iter().zip(&track.across_mean_sun).zip(&track.z);
                for (sin_beta, ((along, across), z)) in self.sines.iter_mut().zip(days) {
                    *sin_beta = sin_i * (sine * along - cosine * across) + cos_i * z;
                }
            }
            OrbitPlane::Inclined { .. } => {
                let eve = self.year.noon(0).after(Time::from_base(-DAY_S));
                let (mut sine, mut cosine) = libm::sincos(self.orbit.raan_at(eve).base());
                let (turn_sine, turn_cosine) = libm::sincos(self.orbit.raan_rate().base() * DAY_S);
                let days = track.x.iter().zip(&track.y).zip(&track.z);
                for (sin_beta, ((x, y), z)) in self.sines.iter_mut().zip(days) {
                    *sin_beta = sin_i * (x * sine - y * cosine) + cos_i * z;
                    (sine, cosine) = (
                        sine * turn_cosine + cosine * turn_sine,
                        cosine * turn_cosine - sine * turn_sine,
                    );
                }
            }
        }
    }

    /// Days of the year.
    pub(super) const fn days(&self) -> usize {
        self.track.z.len() - 2
    }
}
