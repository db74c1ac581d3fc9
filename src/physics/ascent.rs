//! What a launch vehicle carries to an orbit.

use crate::constants::{EARTH_MU, EARTH_RADIUS, EARTH_ROTATION};
use crate::domain::{DomainError, within};
use crate::physics::propulsion::propellant_fraction;
use crate::units::{
    Angle, Length, Mass, Ratio, Time, Velocity, complement, degree, fraction, kilogram, second,
};

/// The two orbits that payloads are published for, by definition of the two figures: a circular
/// orbit of 200 km due east of a launch site at 28.5°, and a sun-synchronous one of 600 km.
const LOW_ORBIT_ALTITUDE: Length = Length::from_base(200_000.0);
const LOW_ORBIT_LATITUDE_DEG: f64 = 28.5;
const SUN_SYNCHRONOUS_ALTITUDE: Length = Length::from_base(600_000.0);
const SUN_SYNCHRONOUS_INCLINATION_DEG: f64 = 97.8;

/// Velocities beyond that of the low orbit that an ascent has to give: they depend on orbit and
/// site alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ascent {
    latitude: Angle,
    to_sun_synchronous: Velocity,
    to_orbit: Velocity,
}

impl Ascent {
    /// The ascent from the usual latitude of 28.5°, as in [`VehiclePayload::new`].
    pub fn new(altitude: Length, inclination: Angle) -> Self {
        Self::from_latitude(Angle::new::<degree>(LOW_ORBIT_LATITUDE_DEG), altitude, inclination)
    }

    /// The ascent from another latitude, as in [`VehiclePayload::from_site`]; north and south are
    /// alike.
    pub fn from_latitude(latitude: Angle, altitude: Length, inclination: Angle) -> Self {
        let latitude = latitude.abs();
        let usual = Angle::new::<degree>(SUN_SYNCHRONOUS_INCLINATION_DEG);
        Self {
            latitude,
            to_sun_synchronous: extra_velocity(latitude, SUN_SYNCHRONOUS_ALTITUDE, usual),
            to_orbit: extra_velocity(latitude, altitude, inclination),
        }
    }

    /// Payload to this orbit, as [`VehiclePayload::payload`] of [`VehiclePayload::new`].
    ///
    /// # Errors
    /// As [`VehiclePayload::new`].
    pub fn payload(
        &self,
        low_orbit: Mass,
        sun_synchronous: Mass,
        specific_impulse: Time,
    ) -> Result<Mass, DomainError> {
        let calibration = (self.latitude, self.to_sun_synchronous);
        VehiclePayload::calibrated(low_orbit, sun_synchronous, specific_impulse, calibration)
            .map(|vehicle| vehicle.payload_beyond(self.to_orbit))
    }

    /// Bound on that payload, as [`VehiclePayload::payload_bound`].
    pub fn payload_bound(&self, low_orbit: Mass, specific_impulse: Time) -> Mass {
        low_orbit * complement(propellant_fraction(self.to_orbit, specific_impulse))
    }
}

/// Payload of a launch vehicle, from two published points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VehiclePayload {
    low_orbit: Mass,
    sun_synchronous: Mass,
    specific_impulse: Time,
    launch_latitude: Angle,
    /// Mass that the upper stage carries to orbit beside the payload, as far as the two points
    /// tell.
    stage: Mass,
}

impl VehiclePayload {
    /// Calibrates the model of [`VehiclePayload::payload`] on the payload to 200 km, due east from
    /// 28.5°, and to 600 km sun-synchronous.
    ///
    /// The specific impulse is the upper stage's. Where no sun-synchronous payload is published,
    /// multiply the other by the ratio of similar vehicles.
    ///
    /// # Errors
    /// [`DomainError`] if the low-orbit payload or the specific impulse is not positive, or the
    /// sun-synchronous payload is negative or above the bound of the rocket equation for a stage
    /// without mass.
    pub fn new(
        low_orbit: Mass,
        sun_synchronous: Mass,
        specific_impulse: Time,
    ) -> Result<Self, DomainError> {
        let latitude = Angle::new::<degree>(LOW_ORBIT_LATITUDE_DEG);
        Self::from_site(low_orbit, sun_synchronous, specific_impulse, latitude)
    }

    /// As [`VehiclePayload::new`], for a launch site at another latitude, from which the low orbit
    /// is due east too.
    ///
    /// # Errors
    /// As [`VehiclePayload::new`], and if the latitude is beyond ±80°.
    pub fn from_site(
        low_orbit: Mass,
        sun_synchronous: Mass,
        specific_impulse: Time,
        launch_latitude: Angle,
    ) -> Result<Self, DomainError> {
        within::<degree>("launch latitude", -80.0..=80.0, launch_latitude)?;
        let launch_latitude = launch_latitude.abs();
        let inclination = Angle::new::<degree>(SUN_SYNCHRONOUS_INCLINATION_DEG);
        let extra = extra_velocity(launch_latitude, SUN_SYNCHRONOUS_ALTITUDE, inclination);
        Self::calibrated(low_orbit, sun_synchronous, specific_impulse, (launch_latitude, extra))
    }

    /// From the velocity beyond the low orbit that the sun-synchronous one takes from a latitude.
    fn calibrated(
        low_orbit: Mass,
        sun_synchronous: Mass,
        specific_impulse: Time,
        (launch_latitude, extra): (Angle, Velocity),
    ) -> Result<Self, DomainError> {
        within::<kilogram>("payload to low orbit", 1.0e-3..=1.0e9, low_orbit)?;
        within::<second>("specific impulse", 100.0..=10_000.0, specific_impulse)?;
        let spent = propellant_fraction(extra, specific_impulse);
        let bound: Mass = low_orbit * complement(spent);
        let limits = 0.0..=bound.get::<kilogram>();
        within::<kilogram>("sun-synchronous payload", limits, sun_synchronous)?;
        let stage = (bound - sun_synchronous) / spent;
        Ok(Self { low_orbit, sun_synchronous, specific_impulse, launch_latitude, stage })
    }

    /// Payload to a circular orbit.
    ///
    /// # Model
    /// ```text
    /// m(Δv) = (m_0 + m_d) exp(−Δv / v_e) − m_d
    /// Δv    = Δv_rotation + Δv_transfer
    /// Δv_rotation = |v_0 − u| − (v_0 − u_φ)        sin A = cos i / cos φ
    /// Δv_transfer: two burns, the plane turned by max(0, φ − i, i + φ − 180°) at the second
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | m, `m_0` | payload, payload to the low orbit | kg |
    /// | `m_d` | what the stage carries to orbit beside it; chosen so that the sun-synchronous point is met | kg |
    /// | `v_e` | exhaust speed of the upper stage | m/s |
    /// | `v_0`, u, `u_φ` | velocity of the low orbit, of the launch site (azimuth A), its speed | m/s |
    /// | φ, i | latitude of the site, inclination | deg |
    ///
    /// # Assumes
    /// All extra velocity is given by the upper stage at its specific impulse; losses of the ascent
    /// are those of the low orbit; no dogleg around land, no range limit, no fuel kept for
    /// disposal. The effective `m_d` also holds what a reused stage keeps for its return.
    ///
    /// # Valid for
    /// Altitude 200 km and above; below, the low orbit counts. Zero where the vehicle does not get
    /// there. Never above the rocket equation without stage mass, never above the low-orbit
    /// payload.
    ///
    /// # References
    /// Rocket equation; composition of velocities; two published payloads per vehicle from the
    /// catalog
    pub fn payload(&self, altitude: Length, inclination: Angle) -> Mass {
        self.payload_beyond(extra_velocity(self.launch_latitude, altitude, inclination))
    }

    fn payload_beyond(&self, extra: Velocity) -> Mass {
        let left = complement(propellant_fraction(extra, self.specific_impulse));
        let payload = (self.low_orbit + self.stage) * left - self.stage;
        payload.larger(Mass::from_base(0.0))
    }

    /// Bound on [`VehiclePayload::payload`]: the rocket equation with a stage of no mass.
    pub fn payload_bound(&self, altitude: Length, inclination: Angle) -> Mass {
        let extra = extra_velocity(self.launch_latitude, altitude, inclination);
        self.low_orbit * complement(propellant_fraction(extra, self.specific_impulse))
    }

    /// Payload to the low orbit that [`VehiclePayload::payload`] was calibrated on.
    pub fn low_orbit_payload(&self) -> Mass {
        self.low_orbit
    }
}

/// Speed at `radius` on an orbit with this semi-major axis.
fn speed(radius: Length, semi_major_axis: Length) -> Velocity {
    (EARTH_MU * (fraction(2.0) / radius - fraction(1.0) / semi_major_axis)).sqrt()
}

/// Third side of a triangle of velocities.
fn turned(a: Velocity, b: Velocity, cosine: Ratio) -> Velocity {
    let square = a * a + b * b - a * b * cosine * 2.0;
    square.larger(square * 0.0).sqrt()
}

/// Velocity beyond that of the low orbit due east of the launch site.
fn extra_velocity(latitude: Angle, altitude: Length, inclination: Angle) -> Velocity {
    let low = EARTH_RADIUS + LOW_ORBIT_ALTITUDE;
    let high = EARTH_RADIUS + altitude.larger(LOW_ORBIT_ALTITUDE);
    let orbit = speed(low, low);
    let (cos_latitude, cos_inclination) = (latitude.cos(), inclination.cos());
    let site: Velocity = EARTH_ROTATION / Angle::from_base(1.0) * EARTH_RADIUS * cos_latitude;
    // Sine of the azimuth; beyond ±1 the site cannot reach the plane and it is turned later.
    let azimuth: Ratio = cos_inclination / cos_latitude;
    let reached = azimuth.larger(fraction(-1.0)).smaller(fraction(1.0));
    let rotation = turned(orbit, site, reached) - (orbit - site);
    let transfer = (low + high) / 2.0;
    let depart = speed(low, transfer) - orbit;
    let (slow, fast) = (speed(high, transfer), speed(high, high));
    let arrive = if azimuth == reached {
        fast - slow
    } else {
        let latitude_sine = (complement(cos_latitude * cos_latitude)).sqrt();
        let inclination_sine = (complement(cos_inclination * cos_inclination)).sqrt();
        let cosine = cos_latitude * cos_inclination.abs() + latitude_sine * inclination_sine;
        turned(fast, slow, cosine)
    };
    rotation + depart + arrive
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{kilometer, meter_per_second, tonne};

    fn vehicle(low: f64, sun_synchronous: f64, impulse: f64) -> VehiclePayload {
        VehiclePayload::new(
            Mass::new::<tonne>(low),
            Mass::new::<tonne>(sun_synchronous),
            Time::new::<second>(impulse),
        )
        .unwrap()
    }

    fn carried(vehicle: &VehiclePayload, altitude: f64, inclination: f64) -> f64 {
        vehicle
            .payload(Length::new::<kilometer>(altitude), Angle::new::<degree>(inclination))
            .get::<tonne>()
    }

    fn velocity(altitude: f64, inclination: f64) -> f64 {
        extra_velocity(
            Angle::new::<degree>(28.5),
            Length::new::<kilometer>(altitude),
            Angle::new::<degree>(inclination),
        )
        .get::<meter_per_second>()
    }

    #[test]
    fn both_published_points_are_met() {
        for (low, sun_synchronous, impulse) in
            [(17.5, 12.0, 348.0), (100.0, 55.0, 370.0), (3.0, 1.6, 430.0), (0.3, 0.2, 343.0)]
        {
            let vehicle = vehicle(low, sun_synchronous, impulse);
            assert!((carried(&vehicle, 200.0, 28.5) / low - 1.0).abs() < 1e-12);
            assert!((carried(&vehicle, 600.0, 97.8) / sun_synchronous - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn sun_synchronous_orbit_of_600_km_takes_710_m_per_s_more_and_geostationary_4_3_km_per_s() {
        assert!(velocity(200.0, 28.5).abs() < 1e-9);
        assert!((velocity(600.0, 97.8) - 710.0).abs() < 15.0, "{}", velocity(600.0, 97.8));
        assert!((velocity(35_786.0, 0.0) - 4_290.0).abs() < 30.0, "{}", velocity(35_786.0, 0.0));
    }

    #[test]
    fn payload_falls_with_altitude_and_keeps_below_its_bound() {
        let vehicle = vehicle(17.5, 12.0, 348.0);
        for inclination in [0.0, 20.0, 28.5, 53.0, 90.0, 98.0, 140.0, 170.0, 180.0] {
            let mut last = f64::INFINITY;
            for step in 0..400 {
                let altitude = 200.0 + 100.0 * f64::from(step);
                let payload = carried(&vehicle, altitude, inclination);
                let bound = vehicle.payload_bound(
                    Length::new::<kilometer>(altitude),
                    Angle::new::<degree>(inclination),
                );
                assert!(payload >= 0.0 && payload <= bound.get::<tonne>() + 1e-12);
                assert!(payload <= 17.5 + 1e-12);
                // Above some ten thousand km, or with a turn of the plane, farther can be cheaper.
                let simple = altitude < 10_000.0 && (28.5..=151.5).contains(&inclination);
                assert!(payload <= last || !simple, "{altitude} {inclination}");
                last = payload;
            }
        }
    }

    #[test]
    fn where_the_vehicle_does_not_get_the_payload_is_zero() {
        let ship = vehicle(100.0, 55.0, 370.0);
        assert_eq!(
            ship.payload(Length::new::<kilometer>(35_786.0), Angle::from_base(0.0)),
            Mass::from_base(0.0)
        );
        assert_eq!(carried(&ship, 650.0, 180.0).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn a_payload_above_the_rocket_equation_is_refused() {
        let [low, high] = [10.0, 9.0].map(Mass::new::<tonne>);
        assert!(VehiclePayload::new(low, high, Time::new::<second>(348.0)).is_err());
        assert!(VehiclePayload::new(low, high * -1.0, Time::new::<second>(348.0)).is_err());
        assert!(VehiclePayload::new(low, high * 0.5, Time::new::<second>(0.0)).is_err());
    }

    #[test]
    fn a_site_far_from_the_equator_gains_less_from_the_rotation_and_loses_less_to_a_polar_orbit() {
        let site = |latitude: f64| {
            extra_velocity(
                Angle::new::<degree>(latitude),
                Length::new::<kilometer>(600.0),
                Angle::new::<degree>(97.8),
            )
        };
        assert!(site(39.3) < site(28.5) && site(28.5) < site(5.2));
    }
}
