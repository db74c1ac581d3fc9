//! Payload of a launch vehicle to an orbit.

use crate::constants::{EARTH_MU, EARTH_RADIUS, EARTH_ROTATION};
use crate::domain::{DomainError, within};
use crate::physics::propulsion::{exhaust_velocity, ideal_delta_v, propellant_fraction};
use crate::units::{
    Angle, Length, Mass, Ratio, Time, Velocity, complement, fraction, kilogram, meter_per_second,
    second,
};

/// The orbit that payloads to a low orbit are published for, by definition of the figure: circular
/// at 200 km, due east of the launch site.
const LOW_ORBIT_ALTITUDE: Length = Length::from_base(200_000.0);
/// Velocity from that orbit to the transfer ellipse of the geostationary orbit.
const TO_TRANSFER: Velocity = Velocity::from_base(2_455.0);
/// Steps of Newton's method from what the upper stage gives alone; payloads are met to rounding
/// before the last.
const STEPS: usize = 12;

/// Launch sites of an ascent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sites {
    /// Latitude of the launch site.
    pub latitude: Angle,
    /// Latitude of the site that the payload to low orbit is published for.
    pub reference: Angle,
}

impl Sites {
    /// One site for both; north and south are alike.
    pub fn one(latitude: Angle) -> Self {
        Self { latitude, reference: latitude }
    }
}

/// Velocities that an ascent takes beyond the low orbit that payloads are published for: they
/// depend on orbit and site alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ascent {
    beyond: Velocity,
    plane_change: Velocity,
}

impl Ascent {
    /// The ascent to a circular orbit.
    ///
    /// # Model
    /// ```text
    /// Δv = |v_0 − u| − (v_0 − u_r) + Δv_transfer        sin A = cos i / cos φ
    /// Δv_transfer: two burns, the plane turned by max(0, φ − i, i + φ − 180°) at the second
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `v_0`, u | velocity of the low orbit, of the launch site (azimuth A) | m/s |
    /// | `u_r` | speed of the site that the payload to low orbit is published for | m/s |
    /// | φ, i | latitude of the site, inclination | deg |
    ///
    /// # Assumes
    /// Losses of the ascent are those of the low orbit; no dogleg around land, no range limit. The
    /// whole plane is turned at the second burn, which costs at most some 30 m/s more than the best
    /// split.
    ///
    /// # Valid for
    /// Altitude 200 km and above; below, the low orbit counts.
    ///
    /// # References
    /// Composition of velocities; energy on a Kepler ellipse
    pub fn to_circular(sites: Sites, altitude: Length, inclination: Angle) -> Self {
        let high = EARTH_RADIUS + altitude.larger(LOW_ORBIT_ALTITUDE);
        let low = EARTH_RADIUS + LOW_ORBIT_ALTITUDE;
        let transfer = (low + high) / 2.0;
        let (slow, fast) = (speed(high, transfer), speed(high, high));
        let straight = fast - slow;
        let turn = turn(sites.latitude, inclination);
        let arrive = turn.map_or(straight, |cosine| turned(fast, slow, cosine));
        Self {
            beyond: rotation(sites, inclination) + depart(transfer) + arrive,
            plane_change: arrive - straight,
        }
    }

    /// The ascent to an ellipse whose perigee lies in the low orbit, such as a transfer orbit, in a
    /// plane that the site reaches.
    ///
    /// # Model
    /// As [`Ascent::to_circular`], without the second burn.
    ///
    /// # Valid for
    /// An apogee above the low orbit, inclinations at or above the latitude.
    ///
    /// # References
    /// As [`Ascent::to_circular`]
    pub fn to_transfer(sites: Sites, apogee: Length, inclination: Angle) -> Self {
        let semi_major =
            EARTH_RADIUS + (apogee.larger(LOW_ORBIT_ALTITUDE) + LOW_ORBIT_ALTITUDE) / 2.0;
        let beyond = rotation(sites, inclination) + depart(semi_major);
        Self { beyond, plane_change: Velocity::from_base(0.0) }
    }

    /// The ascent, due east, to a hyperbola of this velocity far away, whose square is called C3.
    ///
    /// # Model
    /// ```text
    /// Δv = (C3 + 2 μ / r_0)^½ − v_0
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | C3 | square of the velocity far away | m²/s² |
    /// | μ, `r_0`, `v_0` | of the Earth; radius and velocity of the low orbit | m³/s², m, m/s |
    ///
    /// # Valid for
    /// Any velocity.
    ///
    /// # References
    /// Energy on a hyperbola
    pub fn to_escape(excess: Velocity) -> Self {
        let low = EARTH_RADIUS + LOW_ORBIT_ALTITUDE;
        let escape = EARTH_MU * (fraction(2.0) / low);
        let beyond = (excess * excess + escape).sqrt() - speed(low, low);
        Self { beyond, plane_change: Velocity::from_base(0.0) }
    }

    /// Velocity beyond that of the low orbit.
    pub fn beyond(&self) -> Velocity {
        self.beyond
    }

    /// Part of it that turns the plane.
    pub fn plane_change(&self) -> Velocity {
        self.plane_change
    }
}

/// A launch vehicle as its payload sees it: an upper stage on what lies below it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stages {
    /// Mass at lift-off, payload aside.
    pub liftoff: Mass,
    /// Lower stages when they have burnt out, with what they keep for their return.
    pub lower_burnout: Mass,
    /// Specific impulse of the lower stages, mean of their ascent.
    pub lower_specific_impulse: Time,
    /// Upper stage when it has burnt out, with reserve and what it keeps for its return.
    pub dry: Mass,
    /// Propellant that the upper stage burns.
    pub propellant: Mass,
    /// Specific impulse of the upper stage.
    pub specific_impulse: Time,
    /// Losses of the ascent that a payload to a transfer orbit saves, since it is lighter.
    pub relief: Velocity,
}

impl Stages {
    fn wet(&self) -> Mass {
        self.dry + self.propellant
    }

    /// Lower stages burnt out and the upper stage full.
    fn at_separation(&self) -> Mass {
        self.lower_burnout + self.wet()
    }

    /// Velocity that both give to a payload, losses aside.
    fn ideal(&self, payload: Mass) -> Velocity {
        let burnt = self.liftoff - self.at_separation();
        ideal_delta_v(self.dry + payload, self.propellant, self.specific_impulse)
            + ideal_delta_v(self.at_separation() + payload, burnt, self.lower_specific_impulse)
    }

    /// Velocity that one mass of payload more takes away.
    fn slope(&self, payload: Mass) -> f64 {
        let over = |mass: Mass| 1.0 / (mass + payload).base();
        let upper = exhaust_velocity(self.specific_impulse).base();
        let lower = exhaust_velocity(self.lower_specific_impulse).base();
        upper * (over(self.wet()) - over(self.dry))
            + lower * (over(self.liftoff) - over(self.at_separation()))
    }

    fn check(&self) -> Result<(), DomainError> {
        within::<second>("specific impulse", 100.0..=10_000.0, self.specific_impulse)?;
        within::<second>("lower specific impulse", 100.0..=10_000.0, self.lower_specific_impulse)?;
        within::<kilogram>("stage dry mass", 1.0e-3..=1.0e9, self.dry)?;
        within::<kilogram>("stage propellant", 1.0e-3..=1.0e9, self.propellant)?;
        within::<kilogram>("lower burnout mass", 0.0..=1.0e9, self.lower_burnout)?;
        within::<meter_per_second>("loss relief", -2_000.0..=5_000.0, self.relief)?;
        let least = self.at_separation().get::<kilogram>();
        within::<kilogram>("lift-off mass", least..=1.0e10, self.liftoff).map(drop)
    }
}

/// Payload of a launch vehicle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VehiclePayload {
    low_orbit: Mass,
    stages: Stages,
}

impl VehiclePayload {
    /// The vehicle that carries this payload to the low orbit.
    ///
    /// # Errors
    /// [`DomainError`] if payload, masses or specific impulses are not positive, or the vehicle
    /// weighs less at lift-off than when its lower stages have burnt out.
    pub fn new(low_orbit: Mass, stages: Stages) -> Result<Self, DomainError> {
        within::<kilogram>("payload to low orbit", 1.0e-3..=1.0e9, low_orbit)?;
        stages.check()?;
        Ok(Self { low_orbit, stages })
    }

    /// Payload after an ascent.
    ///
    /// # Model
    /// ```text
    /// V(m) = V(m_0) + Δv − R min(1, Δv/Δv_t)²
    /// V(m) = v_e ln((m_d + m_p + m)/(m_d + m)) + v_l ln((m_l + m)/(m_b + m_d + m_p + m))
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | m, `m_0` | payload, payload to the low orbit | kg |
    /// | V | velocity that the stages give, losses aside | m/s |
    /// | Δv | velocity beyond the low orbit, [`Ascent::beyond`] | m/s |
    /// | `m_d`, `m_p` | upper stage burnt out, its propellant | kg |
    /// | `m_l`, `m_b` | mass at lift-off without payload, lower stages burnt out | kg |
    /// | `v_e`, `v_l` | exhaust speed of the upper stage, of the lower ones | m/s |
    /// | R, `Δv_t` | losses that a payload to a transfer orbit saves, Δv to that orbit | m/s |
    ///
    /// # Assumes
    /// All propellant is burnt to every orbit. What the published payload to low orbit takes beside
    /// the velocity of the orbit (gravity, drag, steering, what is held back) is found from it and
    /// kept to every other orbit, but for the relief: a stage of little thrust loses less with a
    /// lighter payload. No limit of structure or adapter, no restart limit.
    ///
    /// # Valid for
    /// Any velocity; zero where the vehicle does not get there.
    ///
    /// # References
    /// Rocket equation; published payloads and masses of stages, docs/model/launch-payload.md
    pub fn payload(&self, ascent: &Ascent) -> Mass {
        let none = Mass::from_base(0.0);
        let stages = &self.stages;
        let beyond = ascent.beyond - self.saved(ascent);
        let needed = stages.ideal(self.low_orbit) + beyond;
        // Either lies below the payload, from where Newton's method rises to it.
        let farther = beyond.base() >= 0.0;
        let start = if farther { self.by_upper_stage(beyond) } else { self.low_orbit };
        let mut payload = start.larger(none);
        for _ in 0..STEPS {
            let left = (stages.ideal(payload) - needed).base();
            let step = Mass::from_base(left / stages.slope(payload));
            payload = (payload - step).larger(none);
        }
        payload
    }

    /// Payload if the lower stages gave every payload the same: less than it is, beyond the low
    /// orbit.
    fn by_upper_stage(&self, beyond: Velocity) -> Mass {
        let (wet, dry) = (self.stages.wet(), self.stages.dry);
        let now: Ratio = (wet + self.low_orbit) / (dry + self.low_orbit);
        let kept = complement(propellant_fraction(beyond, self.stages.specific_impulse));
        let ratio = now / kept;
        (wet - dry * ratio) / (ratio - fraction(1.0))
    }

    /// Losses that are saved.
    fn saved(&self, ascent: &Ascent) -> Velocity {
        let share: Ratio = ascent.beyond / TO_TRANSFER;
        let share = share.larger(fraction(0.0)).smaller(fraction(1.0));
        self.stages.relief * share * share
    }

    /// Bound on [`VehiclePayload::payload`]: the rocket equation with a stage of no mass, all
    /// relief granted. None to orbits nearer than the low orbit, where no stage is the worst one.
    pub fn payload_bound(&self, ascent: &Ascent) -> Option<Mass> {
        let none = Velocity::from_base(0.0);
        let least = ascent.beyond - self.stages.relief.larger(none);
        let exhaust = self.stages.specific_impulse.larger(self.stages.lower_specific_impulse);
        let bound = self.low_orbit * complement(propellant_fraction(least, exhaust));
        (least >= none).then_some(bound)
    }

    /// Payload to the low orbit.
    pub fn low_orbit_payload(&self) -> Mass {
        self.low_orbit
    }

    /// Velocity that the stages give the payload to the low orbit: that of the orbit and all
    /// losses.
    pub fn velocity_to_low_orbit(&self) -> Velocity {
        self.stages.ideal(self.low_orbit)
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

/// Velocity from the low orbit to an ellipse of this semi-major axis.
fn depart(semi_major_axis: Length) -> Velocity {
    let low = EARTH_RADIUS + LOW_ORBIT_ALTITUDE;
    speed(low, semi_major_axis) - speed(low, low)
}

/// Sine of the azimuth towards an inclination; beyond ±1 the site cannot reach the plane.
fn azimuth(latitude: Angle, inclination: Angle) -> Ratio {
    inclination.cos() / latitude.cos()
}

/// Velocity that the rotation of the Earth gives less than due east of the reference site.
fn rotation(sites: Sites, inclination: Angle) -> Velocity {
    let low = EARTH_RADIUS + LOW_ORBIT_ALTITUDE;
    let orbit = speed(low, low);
    let site = |latitude: Angle| -> Velocity {
        EARTH_ROTATION / Angle::from_base(1.0) * EARTH_RADIUS * latitude.cos()
    };
    let reached = azimuth(sites.latitude, inclination).larger(fraction(-1.0));
    let here = site(sites.latitude);
    turned(orbit, here, reached.smaller(fraction(1.0))) - (orbit - site(sites.reference))
}

/// Cosine of the angle by which the plane is turned after the ascent; none where the site reaches
/// the plane.
fn turn(latitude: Angle, inclination: Angle) -> Option<Ratio> {
    let latitude = latitude.abs();
    if azimuth(latitude, inclination).base().abs() <= 1.0 {
        return None;
    }
    let (cos_latitude, cos_inclination) = (latitude.cos(), inclination.cos());
    let latitude_sine = complement(cos_latitude * cos_latitude).sqrt();
    let inclination_sine = complement(cos_inclination * cos_inclination).sqrt();
    Some(cos_latitude * cos_inclination.abs() + latitude_sine * inclination_sine)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{degree, kilometer, tonne};

    const IMPULSE: f64 = 348.0;

    /// A vehicle of 549 t whose upper stage weighs 4 t and burns 107.5 t.
    fn vehicle(low_orbit: f64) -> VehiclePayload {
        let stages = Stages {
            liftoff: Mass::new::<tonne>(549.0),
            lower_burnout: Mass::new::<tonne>(25.6),
            lower_specific_impulse: Time::new::<second>(300.0),
            dry: Mass::new::<tonne>(4.0),
            propellant: Mass::new::<tonne>(107.5),
            specific_impulse: Time::new::<second>(IMPULSE),
            relief: Velocity::from_base(0.0),
        };
        VehiclePayload::new(Mass::new::<tonne>(low_orbit), stages).unwrap()
    }

    fn circular(latitude: f64, altitude: f64, inclination: f64) -> Ascent {
        let sites = Sites::one(Angle::new::<degree>(latitude));
        let altitude = Length::new::<kilometer>(altitude);
        Ascent::to_circular(sites, altitude, Angle::new::<degree>(inclination))
    }

    fn velocity(altitude: f64, inclination: f64) -> f64 {
        circular(28.5, altitude, inclination).beyond().get::<meter_per_second>()
    }

    fn carried(vehicle: &VehiclePayload, ascent: &Ascent) -> f64 {
        vehicle.payload(ascent).get::<tonne>()
    }

    #[test]
    fn the_payload_to_the_low_orbit_is_met() {
        for low_orbit in [0.001, 0.3, 3.0, 17.5, 100.0] {
            let payload = carried(&vehicle(low_orbit), &circular(28.5, 200.0, 28.5));
            assert!((payload / low_orbit - 1.0).abs() < 1e-9, "{low_orbit} {payload}");
        }
    }

    #[test]
    fn what_is_carried_is_what_the_stages_give_a_velocity_to() {
        let vehicle = vehicle(22.8);
        for speed in [0.0, 100.0, 709.0, 2_455.0, 3_670.0, 4_290.0, 6_000.0] {
            let beyond = Velocity::from_base(speed);
            let ascent = Ascent { beyond, plane_change: Velocity::from_base(0.0) };
            let given = vehicle.stages.ideal(vehicle.payload(&ascent));
            let wanted = vehicle.stages.ideal(vehicle.low_orbit) + beyond;
            assert!((given - wanted).base().abs() < 1e-8, "{speed}");
        }
    }

    #[test]
    fn a_transfer_orbit_takes_2_455_m_per_s_and_geostationary_orbit_4_3_km_per_s() {
        let sites = Sites::one(Angle::new::<degree>(28.5));
        let apogee = Length::new::<kilometer>(35_786.0);
        let transfer = Ascent::to_transfer(sites, apogee, Angle::new::<degree>(28.5));
        assert!((transfer.beyond() - TO_TRANSFER).base().abs() < 1.0, "{:?}", transfer.beyond());
        assert!(velocity(200.0, 28.5).abs() < 1e-9);
        assert!((velocity(600.0, 97.8) - 710.0).abs() < 15.0, "{}", velocity(600.0, 97.8));
        assert!((velocity(35_786.0, 0.0) - 4_290.0).abs() < 30.0, "{}", velocity(35_786.0, 0.0));
        let escape = Ascent::to_escape(Velocity::from_base(0.0)).beyond().base();
        assert!((escape - 3_224.4).abs() < 1.0, "{escape}");
    }

    #[test]
    fn the_plane_change_is_what_a_site_on_the_equator_saves() {
        let low = circular(28.5, 600.0, 0.2);
        let (all, plane) = (low.beyond().base(), low.plane_change().base());
        assert!(plane > 3_000.0 && plane < all, "{plane} of {all}");
        for (latitude, inclination) in [(28.5, 28.5), (28.5, 97.8), (0.0, 0.0), (51.0, 129.0)] {
            assert_eq!(circular(latitude, 600.0, inclination).plane_change().base().to_bits(), 0);
        }
        assert!(circular(0.0, 600.0, 0.0).beyond() < low.beyond());
    }

    #[test]
    fn payload_falls_with_altitude_and_keeps_below_its_bound() {
        let vehicle = vehicle(17.5);
        for inclination in [0.0, 20.0, 28.5, 53.0, 90.0, 98.0, 140.0, 170.0, 180.0] {
            let mut last = f64::INFINITY;
            for step in 0..400 {
                let altitude = 200.0 + 100.0 * f64::from(step);
                let ascent = circular(28.5, altitude, inclination);
                let payload = carried(&vehicle, &ascent);
                let bound = vehicle
                    .payload_bound(&ascent)
                    .map_or(f64::INFINITY, |most| most.get::<tonne>());
                assert!(payload >= 0.0 && payload <= bound + 1e-9, "{altitude} {inclination}");
                assert!(bound.is_finite() || altitude < 300.0, "{altitude} {inclination}");
                // Above some ten thousand km, or with a turn of the plane, farther can be cheaper.
                let simple = altitude < 10_000.0 && (28.5..=151.5).contains(&inclination);
                assert!(payload <= last || !simple, "{altitude} {inclination}");
                last = payload;
            }
        }
    }

    #[test]
    fn a_vehicle_that_lifts_more_lifts_more_to_every_orbit() {
        let ascents = [(600.0, 97.8), (600.0, 0.2), (20_200.0, 55.0), (35_786.0, 0.0)];
        for (altitude, inclination) in ascents {
            let ascent = circular(28.5, altitude, inclination);
            let mut last = 0.0;
            for low_orbit in [5.0, 10.0, 16.0, 17.5, 18.5, 22.8, 40.0] {
                let payload = carried(&vehicle(low_orbit), &ascent);
                assert!(payload > last || payload == 0.0, "{altitude} {low_orbit}");
                last = payload;
            }
        }
    }

    #[test]
    fn where_the_vehicle_does_not_get_the_payload_is_zero() {
        let far = circular(28.5, 35_786.0, 0.0);
        assert_eq!(carried(&vehicle(3.0), &far).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn masses_that_contradict_each_other_are_refused() {
        let whole = vehicle(10.0).stages;
        let none = Mass::from_base(0.0);
        let low_orbit = Mass::new::<tonne>(10.0);
        let refused = |stages: Stages| VehiclePayload::new(low_orbit, stages).is_err();
        assert!(refused(Stages { liftoff: whole.propellant, ..whole }));
        assert!(refused(Stages { dry: none, ..whole }));
        assert!(refused(Stages { specific_impulse: Time::from_base(0.0), ..whole }));
        assert!(VehiclePayload::new(none, whole).is_err());
    }

    #[test]
    fn a_site_far_from_the_equator_gains_less_from_the_rotation_and_loses_less_to_a_polar_orbit() {
        let site = |latitude: f64| circular(latitude, 600.0, 97.8).beyond();
        assert!(site(39.3) < site(28.5) && site(28.5) < site(5.2));
        let reference = Angle::new::<degree>(28.5);
        let east = |latitude: f64| {
            let latitude = Angle::new::<degree>(latitude);
            let sites = Sites { latitude, reference };
            Ascent::to_circular(sites, LOW_ORBIT_ALTITUDE, latitude).beyond().base()
        };
        assert!(east(5.2) < -40.0 && east(51.6) > 100.0, "{} {}", east(5.2), east(51.6));
    }
}
