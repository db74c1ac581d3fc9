//! Raising a satellite by its own electric thrust, from the orbit that a launch leaves it in to its
//! working orbit.

mod planned;

pub use self::planned::PlannedWay;

use crate::constants::{EARTH_MU, EARTH_RADIUS};
use crate::domain::{DomainError, within};
use crate::physics::propulsion::{exhaust_velocity, propellant_fraction};
use crate::units::{
    AbsorbedDose, Angle, Area, DoseRate, Force, Length, Mass, MassDensity, Power, Ratio, Time,
    Velocity, fraction, kilometer, unity,
};

/// Steps along the way; halving them changes propellant and time by less than a thousandth.
const STEPS: u32 = 256;

/// A satellite that raises itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Raising {
    /// Mass at separation from the launch vehicle.
    pub mass: Mass,
    /// Electric power that the thrusters take in sunlight.
    pub power: Power,
    /// Share of the power that is in the jet.
    pub efficiency: Ratio,
    /// Specific impulse.
    pub specific_impulse: Time,
    /// Share of the time in sunlight, in which it thrusts.
    pub thrusting_share: Ratio,
    /// Drag coefficient times area across the motion.
    pub drag_area: Area,
}

/// From one circular orbit to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RaisingPath {
    /// Altitude at separation.
    pub from: Length,
    /// Altitude of the working orbit.
    pub to: Length,
    /// Inclination at separation.
    pub from_inclination: Angle,
    /// Inclination of the working orbit.
    pub to_inclination: Angle,
}

/// Result of raising.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Raised {
    /// Velocity of the way, without what overcomes drag.
    pub delta_v: Velocity,
    /// Velocity that overcomes drag beside it.
    pub drag_delta_v: Velocity,
    /// Propellant.
    pub propellant: Mass,
    /// Time.
    pub time: Time,
    /// Dose on the way.
    pub dose: AbsorbedDose,
}

impl Raising {
    /// Mean thrust, shadow included.
    ///
    /// # Model
    /// ```text
    /// F = 2 η P s / v_e
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | F, P | mean thrust, electric power in sunlight | N, W |
    /// | η, s | share of the power in the jet, share of the time in sunlight | 1 |
    /// | `v_e` | exhaust speed | m/s |
    ///
    /// # Assumes
    /// No thrust in shadow; the power is the same all along.
    ///
    /// # Valid for
    /// Any positive power and specific impulse.
    ///
    /// # References
    /// Kinetic energy of the jet
    pub fn thrust(&self) -> Force {
        let jet: Power = self.power * self.efficiency * self.thrusting_share * 2.0;
        jet / exhaust_velocity(self.specific_impulse)
    }

    /// Thrust over drag on a circular orbit in air of a density; infinite without air.
    ///
    /// # Model
    /// ```text
    /// F / (½ ρ v² C_d A)
    /// ```
    /// Symbols as in [`Raising::thrust`]; ρ density, v orbital speed, `C_d A` drag area.
    ///
    /// # Assumes
    /// Air at rest.
    ///
    /// # Valid for
    /// Circular orbits.
    ///
    /// # References
    /// Definition of the drag coefficient
    pub fn thrust_over_drag(&self, altitude: Length, density: MassDensity) -> Ratio {
        self.thrust() / drag(self.drag_area, circular_speed(altitude), density)
    }

    /// Propellant, time and dose of the way.
    ///
    /// # Model
    /// ```text
    /// V² = v_0² − 2 v_0 v_1 cos(π Δi/2) + v_1²
    /// v(w)² = v_0² − 2 v_0 w cos β + w²,   dw/dt = (F − D)/m,   dm/dt = −F/v_e
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | V, w | velocity of the whole way, of the part behind | m/s |
    /// | `v_0`, `v_1`, v | orbital speed at separation, at work, on the way | m/s |
    /// | Δi, β | angle between the planes, angle of the thrust out of the plane at separation | rad |
    /// | F, D, m | mean thrust, drag, mass | N, N, kg |
    ///
    /// # Assumes
    /// Thrust small against gravity, turned out of the plane by an angle that is constant over half
    /// a revolution; circular orbits all along; drag against the motion is made up for by thrust.
    ///
    /// # Valid for
    /// Angles between the planes up to 114°, where the way over infinity would be as short.
    ///
    /// # Errors
    /// [`DomainError`] if thrust does not exceed drag somewhere on the way, or the angle between
    /// the planes is too large.
    ///
    /// # References
    /// Edelbaum 1961, in the form of Kechichian 1997 (relayed; papers not read): checked against
    /// their example, 5.784 km/s from 7 000 km radius and 28.5° to geostationary orbit
    pub fn along(
        &self,
        way: &RaisingPath,
        density: impl Fn(Length) -> MassDensity,
        dose_rate: impl Fn(Length, Angle) -> DoseRate,
    ) -> Result<Raised, DomainError> {
        let course = RaisingCourse::new(way)?;
        let (thrust, exhaust) = (self.thrust(), exhaust_velocity(self.specific_impulse));
        let (mut mass, mut time) = (self.mass, Time::from_base(0.0));
        let mut dose = AbsorbedDose::from_base(0.0);
        let step = course.whole / f64::from(STEPS);
        for at in 0..STEPS {
            let place = course.after(step * (f64::from(at) + 0.5));
            let air = density(place.altitude);
            let held = drag(self.drag_area, place.speed, air);
            let over: Ratio = thrust / held;
            within::<unity>("thrust over drag", 1.0..=f64::INFINITY, over)?;
            // Drag takes a share of the thrust: the rest of it moves the satellite.
            let moved: Ratio = (thrust - held) / thrust;
            let spent = mass * propellant_fraction(step / moved, self.specific_impulse);
            let took: Time = spent * exhaust / thrust;
            mass -= spent;
            time += took;
            dose += dose_rate(place.altitude, place.inclination) * took;
        }
        let propellant = self.mass - mass;
        let ratio: Ratio = self.mass / mass;
        let all = exhaust * libm::log(ratio.base());
        Ok(Raised {
            delta_v: course.whole,
            drag_delta_v: all - course.whole,
            propellant,
            time,
            dose,
        })
    }
}

/// Where the satellite is after a part of the way.
struct RaisingPoint {
    altitude: Length,
    inclination: Angle,
    speed: Velocity,
}

/// Edelbaum's course between two circular orbits.
struct RaisingCourse {
    first: Velocity,
    from_inclination: Angle,
    /// By how much the inclination rises, with its sign.
    turn: f64,
    whole: Velocity,
    /// Sine and cosine of the first angle of the thrust out of the plane.
    yaw: (f64, f64),
}

impl RaisingCourse {
    fn new(way: &RaisingPath) -> Result<Self, DomainError> {
        within::<kilometer>("altitude at separation", 100.0..=100_000.0, way.from)?;
        within::<kilometer>("altitude of the working orbit", 100.0..=100_000.0, way.to)?;
        let turn = (way.to_inclination - way.from_inclination).base();
        within::<unity>("angle between the planes", 0.0..=2.0, fraction(turn.abs()))?;
        let (first, last) = (circular_speed(way.from), circular_speed(way.to));
        let bend = core::f64::consts::FRAC_PI_2 * turn.abs();
        let (along, across) = (libm::cos(bend), libm::sin(bend));
        let square = first * first + last * last - first * last * (2.0 * along);
        let whole = square.sqrt();
        let yaw = if whole.base() > 0.0 {
            let of = |part: Velocity| -> f64 { (part / whole).base() };
            (of(last * across), of(first - last * along))
        } else {
            (0.0, 1.0)
        };
        Ok(Self { first, from_inclination: way.from_inclination, turn, whole, yaw })
    }

    fn after(&self, spent: Velocity) -> RaisingPoint {
        let (sine, cosine) = self.yaw;
        let square = self.first * self.first + spent * spent - self.first * spent * (2.0 * cosine);
        let speed = square.sqrt();
        let (across, along) = (spent * sine, self.first - spent * cosine);
        let bend = libm::atan2(across.base(), along.base()) / core::f64::consts::FRAC_PI_2;
        let turned = Angle::from_base(bend * self.turn.signum());
        let radius: Length = EARTH_MU / (speed * speed);
        RaisingPoint {
            altitude: radius - EARTH_RADIUS,
            inclination: self.from_inclination + turned,
            speed,
        }
    }
}

fn drag(drag_area: Area, speed: Velocity, density: MassDensity) -> Force {
    density * speed * speed * drag_area / 2.0
}

fn circular_speed(altitude: Length) -> Velocity {
    (EARTH_MU / (EARTH_RADIUS + altitude)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::physics::propulsion::spiral_delta_v;
    use crate::units::{degree, kilogram, kilowatt, second, square_meter};

    pub(super) fn satellite() -> Raising {
        Raising {
            mass: Mass::new::<kilogram>(10_000.0),
            power: Power::new::<kilowatt>(100.0),
            efficiency: fraction(0.5),
            specific_impulse: Time::new::<second>(2_000.0),
            thrusting_share: fraction(0.9),
            drag_area: Area::new::<square_meter>(0.0),
        }
    }

    pub(super) fn way(from: f64, to: f64, inclinations: (f64, f64)) -> RaisingPath {
        RaisingPath {
            from: Length::new::<kilometer>(from),
            to: Length::new::<kilometer>(to),
            from_inclination: Angle::new::<degree>(inclinations.0),
            to_inclination: Angle::new::<degree>(inclinations.1),
        }
    }

    pub(super) fn none(_: Length) -> MassDensity {
        MassDensity::from_base(0.0)
    }

    pub(super) fn quiet(_: Length, _: Angle) -> DoseRate {
        DoseRate::from_base(0.0)
    }

    fn raised(way: &RaisingPath) -> Raised {
        satellite().along(way, none, quiet).unwrap()
    }

    #[test]
    fn the_example_of_the_literature_is_met() {
        let from = 7_000.0 - EARTH_RADIUS.get::<kilometer>();
        let way = way(from, 42_166.0 - EARTH_RADIUS.get::<kilometer>(), (28.5, 0.0));
        let found = raised(&way).delta_v.base();
        assert!((found - 5_783.8).abs() < 1.0, "{found}");
    }

    #[test]
    fn in_one_plane_it_is_the_spiral_and_the_rocket_equation() {
        let way = way(400.0, 1_200.0, (53.0, 53.0));
        let found = raised(&way);
        let spiral = spiral_delta_v(way.from, way.to);
        assert!(((found.delta_v - spiral) / spiral).base().abs() < 1e-12);
        let spent = satellite().mass * propellant_fraction(spiral, satellite().specific_impulse);
        assert!(((found.propellant - spent) / spent).base().abs() < 1e-9);
        let exhaust = exhaust_velocity(satellite().specific_impulse);
        let time: Time = spent * exhaust / satellite().thrust();
        assert!(((found.time - time) / time).base().abs() < 1e-9);
        assert!((found.drag_delta_v / spiral).base().abs() < 1e-9);
    }

    #[test]
    fn the_way_ends_in_the_working_orbit() {
        for inclinations in [(28.5, 0.0), (0.0, 28.5), (97.0, 98.0), (53.0, 53.0)] {
            let way = way(300.0, 20_000.0, inclinations);
            let course = RaisingCourse::new(&way).unwrap();
            let end = course.after(course.whole);
            let apart = (end.altitude - way.to).get::<kilometer>();
            assert!(apart.abs() < 1e-6, "{inclinations:?} {apart}");
            let turn = (end.inclination - way.to_inclination).base();
            assert!(turn.abs() < 1e-9, "{inclinations:?} {turn}");
        }
    }

    #[test]
    fn drag_takes_time_and_propellant_and_more_than_the_thrust_is_refused() {
        let way = way(250.0, 650.0, (97.9, 98.0));
        let air = |altitude: Length| {
            let scale = (altitude / Length::new::<kilometer>(50.0)).base();
            MassDensity::from_base(6.0e-11 * libm::exp(5.0 - scale))
        };
        let dragged = Raising { drag_area: Area::new::<square_meter>(200.0), ..satellite() };
        let found = dragged.along(&way, air, quiet).unwrap();
        let free = raised(&way);
        assert!(found.time > free.time && found.propellant > free.propellant);
        assert!(found.drag_delta_v.base() > 0.0);
        let wide = Raising { drag_area: Area::new::<square_meter>(1.0e5), ..satellite() };
        assert!(wide.thrust_over_drag(way.from, air(way.from)) < fraction(1.0));
        assert!(wide.along(&way, air, quiet).is_err());
    }

    #[test]
    fn the_dose_is_that_of_the_time_spent() {
        let rate = DoseRate::from_base(1.0e-6);
        let found = satellite().along(&way(300.0, 10_000.0, (53.0, 53.0)), none, |_, _| rate);
        let found = found.unwrap();
        assert!((found.dose / (rate * found.time)).base() - 1.0 < 1e-12);
        assert!(found.dose.base() > 0.0);
    }

    #[test]
    fn planes_too_far_apart_are_refused() {
        let far = way(300.0, 600.0, (0.0, 130.0));
        assert!(satellite().along(&far, none, quiet).is_err());
    }
}
