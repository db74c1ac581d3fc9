//! Propellant, transfer velocities and electric thrusters.

use crate::constants::{EARTH_MU, EARTH_RADIUS, STANDARD_GRAVITY};
use crate::units::{Acceleration, Force, Length, Mass, Power, Ratio, Time, Velocity, fraction};

/// Speed of the exhaust.
///
/// # Model
/// ```text
/// v_e = g_0 I_sp
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `v_e` | effective exhaust speed | m/s |
/// | `g_0` | standard gravity | m/s² |
/// | `I_sp` | specific impulse | s |
///
/// # Assumes
/// The specific impulse counts all that leaves the tanks.
///
/// # Valid for
/// Any thruster.
///
/// # References
/// Definition of the specific impulse
pub fn exhaust_velocity(specific_impulse: Time) -> Velocity {
    STANDARD_GRAVITY * specific_impulse
}

/// Propellant that gives a dry mass a change of velocity.
///
/// # Model
/// ```text
/// m_p = m (exp(Δv / v_e) − 1)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `m_p`, m | propellant, mass that is left | kg |
/// | Δv | change of velocity | m/s |
/// | `v_e` | exhaust speed, see [`exhaust_velocity`] | m/s |
///
/// # Assumes
/// No gravity loss, no residual propellant.
///
/// # Valid for
/// Any positive specific impulse.
///
/// # References
/// Rocket equation, from the balance of momentum
pub fn propellant_mass(dry: Mass, delta_v: Velocity, specific_impulse: Time) -> Mass {
    dry * propellant_ratio(delta_v, specific_impulse)
}

/// Propellant over the mass that is left; the rocket equation of [`propellant_mass`].
fn propellant_ratio(delta_v: Velocity, specific_impulse: Time) -> Ratio {
    let exponent: Ratio = delta_v / exhaust_velocity(specific_impulse);
    fraction(libm::expm1(exponent.base()))
}

/// Velocity change that a propellant gives to a dry mass; the rocket equation of
/// [`propellant_mass`].
pub fn ideal_delta_v(dry: Mass, propellant: Mass, specific_impulse: Time) -> Velocity {
    let spent: Ratio = propellant / dry;
    exhaust_velocity(specific_impulse) * libm::log1p(spent.base())
}

/// Demands on the thrusters over a life.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThrustDuty {
    /// Acceleration all along, whatever the mass: station-keeping, avoidance.
    pub keeping: Acceleration,
    /// Time of it, in which drag is made up for too.
    pub life: Time,
    /// Velocity change at the end, by the same thrusters: disposal.
    pub disposal: Velocity,
    /// Specific impulse.
    pub specific_impulse: Time,
    /// Velocity change after that, by a strong thruster.
    pub burn: Velocity,
    /// Specific impulse of that one.
    pub burn_impulse: Time,
}

/// Propellant of a [`ThrustDuty`], worked out as far as neither mass nor drag matter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LifePropellant {
    /// Propellant over the dry mass without drag.
    pub per_dry: Ratio,
    /// Time in which drag alone would take as much propellant as it takes in the life, kept up with
    /// by ever more thrust for the propellant that is still aboard.
    steady: Time,
    exhaust: Velocity,
}

impl LifePropellant {
    /// Propellant of a life against a constant force of drag.
    ///
    /// # Model
    /// ```text
    /// dm/dt = −(F + a m)/v_e from launch to the end of the life, then Δv_d, then Δv_b:
    /// m_p = m (exp((a D + Δv_d)/v_e + Δv_b/v_b) − 1) + F D/v_e (exp(x) − 1)/x,   x = a D/v_e
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `m_p`, m | propellant, dry mass | kg |
    /// | F, a | drag, acceleration for everything else | N, m/s² |
    /// | D, `Δv_d` | life, velocity change at its end | s, m/s |
    /// | `v_e` | exhaust speed | m/s |
    /// | `Δv_b`, `v_b` | velocity change of a burn at the very end, its exhaust speed | m/s |
    ///
    /// # Assumes
    /// Drag is a force of the area and does not fall as the propellant is spent.
    ///
    /// # Valid for
    /// Any duty; the second factor is one where a is zero.
    ///
    /// # References
    /// Solution of the linear equation above, from the balance of momentum
    pub fn new(duty: &ThrustDuty) -> Self {
        let exhaust = exhaust_velocity(duty.specific_impulse);
        let kept: Velocity = duty.keeping * duty.life;
        let x: f64 = (kept / exhaust).base();
        let growth = if x > 0.0 { libm::expm1(x) / x } else { 1.0 };
        Self {
            per_dry: both(
                propellant_ratio(kept + duty.disposal, duty.specific_impulse),
                propellant_ratio(duty.burn, duty.burn_impulse),
            ),
            steady: duty.life * growth,
            exhaust,
        }
    }

    /// The same of a satellite that raises itself by a velocity before its life.
    ///
    /// # Model
    /// ```text
    /// m_0 = (m + m_p) exp(Δv_r/v_e)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `m_0` | mass at separation | kg |
    /// | m, `m_p`, `v_e` | as in [`LifePropellant::new`] | kg, kg, m/s |
    /// | `Δv_r` | velocity of raising, with what overcomes drag | m/s |
    ///
    /// # Assumes
    /// The same thrusters.
    ///
    /// # Valid for
    /// Any velocity; none changes nothing.
    ///
    /// # References
    /// Rocket equation
    #[must_use]
    pub fn after_raising(&self, delta_v: Velocity, specific_impulse: Time) -> Self {
        let ratio = propellant_ratio(delta_v, specific_impulse);
        Self {
            per_dry: both(ratio, self.per_dry),
            steady: self.steady * (fraction(1.0) + ratio),
            exhaust: self.exhaust,
        }
    }

    /// Propellant that drag takes, model as in [`LifePropellant::new`].
    pub fn against(&self, drag: Force) -> Mass {
        drag * self.steady / self.exhaust
    }
}

/// Propellant over the mass that is left after two ways of spending it, one after the other.
fn both(first: Ratio, then: Ratio) -> Ratio {
    first + then + first * then
}

/// Share of the mass at the start that is spent; the rocket equation of [`propellant_mass`].
pub fn propellant_fraction(delta_v: Velocity, specific_impulse: Time) -> Ratio {
    let exponent: Ratio = delta_v / exhaust_velocity(specific_impulse);
    fraction(-libm::expm1(-exponent.base()))
}

/// Speed at `radius` on an orbit of this semi-major axis.
fn orbital_speed(radius: Length, semi_major_axis: Length) -> Velocity {
    (EARTH_MU * (fraction(2.0) / radius - fraction(1.0) / semi_major_axis)).sqrt()
}

/// Velocity of the transfer with two burns between two circular orbits of one plane.
///
/// # Model
/// ```text
/// Δv = |v(r_1, a_t) − v(r_1, r_1)| + |v(r_2, r_2) − v(r_2, a_t)|
/// v(r, a) = √(μ (2/r − 1/a))        a_t = (r_1 + r_2) / 2
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `r_1`, `r_2` | radii of the orbits, equatorial radius plus altitude | m |
/// | `a_t` | semi-major axis of the transfer ellipse | m |
/// | v | speed at a radius | m/s |
///
/// # Assumes
/// Impulsive burns, no change of plane.
///
/// # Valid for
/// Radii within a ratio of about 12, where two burns are best.
///
/// # References
/// Conservation of energy on a Kepler orbit
pub fn hohmann_delta_v(from: Length, to: Length) -> Velocity {
    let (start, end) = (EARTH_RADIUS + from, EARTH_RADIUS + to);
    let transfer = (start + end) / 2.0;
    let depart = orbital_speed(start, transfer) - orbital_speed(start, start);
    let arrive = orbital_speed(end, end) - orbital_speed(end, transfer);
    depart.abs() + arrive.abs()
}

/// Velocity of one burn that lowers the perigee of a circular orbit, to leave the rest to the air.
///
/// # Model
/// ```text
/// Δv = √(μ/r) (1 − √(2 r_p / (r + r_p)))
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | r, `r_p` | radius of the orbit, of the perigee | m |
///
/// # Assumes
/// One impulsive burn; a low-thrust vehicle spirals instead, see [`spiral_delta_v`].
///
/// # Valid for
/// A perigee at or below the orbit; above it the velocity is zero.
///
/// # References
/// Conservation of energy on a Kepler orbit
pub fn deorbit_delta_v(altitude: Length, perigee: Length) -> Velocity {
    let (apogee, low) = (EARTH_RADIUS + altitude, EARTH_RADIUS + perigee);
    let slower = orbital_speed(apogee, (apogee + low) / 2.0);
    (orbital_speed(apogee, apogee) - slower).larger(Velocity::from_base(0.0))
}

/// Velocity of a slow spiral between two circular orbits of one plane under continuous small
/// thrust.
///
/// # Model
/// ```text
/// Δv = |√(μ/r_1) − √(μ/r_2)|
/// ```
/// Radii as in [`hohmann_delta_v`].
///
/// # Assumes
/// Thrust along the motion, small against gravity; no coasting through shadow, no change of plane.
///
/// # Valid for
/// Thrust below about a thousandth of the weight.
///
/// # References
/// Energy of a circular orbit under a tangential force, da/dt = 2 a f / v
pub fn spiral_delta_v(from: Length, to: Length) -> Velocity {
    let (start, end) = (EARTH_RADIUS + from, EARTH_RADIUS + to);
    (orbital_speed(start, start) - orbital_speed(end, end)).abs()
}

/// Electric power that an electric thruster takes.
///
/// # Model
/// ```text
/// P = F v_e / (2 η)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | P | power at the input of the power processor | W |
/// | F | thrust | N |
/// | `v_e` | exhaust speed, see [`exhaust_velocity`] | m/s |
/// | η | share of the power that is in the jet | 1 |
///
/// # Assumes
/// Steady operation.
///
/// # Valid for
/// Positive efficiency.
///
/// # References
/// Kinetic energy of the jet
pub fn thruster_power(thrust: Force, specific_impulse: Time, efficiency: Ratio) -> Power {
    let jet: Power = thrust * exhaust_velocity(specific_impulse) / 2.0;
    jet / efficiency
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{kilogram, kilometer, kilowatt, meter_per_second, newton, second};

    fn altitude(value: f64) -> Length {
        Length::new::<kilometer>(value)
    }

    const DUTY: ThrustDuty = ThrustDuty {
        keeping: Acceleration::from_base(3.5e-7),
        life: Time::from_base(1.5e8),
        disposal: Velocity::from_base(253.0),
        specific_impulse: Time::from_base(1500.0),
        burn: Velocity::from_base(90.0),
        burn_impulse: Time::from_base(220.0),
    };

    #[test]
    fn the_propellant_of_a_life_is_the_integral_of_its_thrust() {
        let (dry, drag) = (2_000.0, 0.02);
        let exhaust = exhaust_velocity(DUTY.specific_impulse).base();
        // backwards from the end: the burn, the disposal, then thrust in small steps of the
        // midpoint rule
        let strong = exhaust_velocity(DUTY.burn_impulse).base();
        let burnt = dry * (DUTY.burn.base() / strong).exp();
        let mut mass = burnt * (DUTY.disposal.base() / exhaust).exp();
        let steps = 100_000;
        let step = DUTY.life.base() / f64::from(steps);
        let flow = |mass: f64| (drag + DUTY.keeping.base() * mass) / exhaust;
        for _ in 0..steps {
            mass += step * flow(mass + 0.5 * step * flow(mass));
        }
        let life = LifePropellant::new(&DUTY);
        let got = life.per_dry.base() * dry + life.against(Force::from_base(drag)).base();
        assert!((got / (mass - dry) - 1.0).abs() < 1e-9, "{got} {}", mass - dry);
    }

    #[test]
    fn raising_comes_before_all_else() {
        let life = LifePropellant::new(&DUTY);
        let none = life.after_raising(Velocity::from_base(0.0), DUTY.specific_impulse);
        assert_eq!(none, life);
        let (dry, drag) = (Mass::from_base(2_000.0), Force::from_base(0.02));
        let velocity = Velocity::from_base(400.0);
        let raised = life.after_raising(velocity, DUTY.specific_impulse);
        let all = |life: &LifePropellant| dry * (fraction(1.0) + life.per_dry) + life.against(drag);
        let ratio = all(&raised) / all(&life);
        let exhaust = exhaust_velocity(DUTY.specific_impulse);
        let want = libm::exp((velocity / exhaust).base());
        assert!((ratio.base() / want - 1.0).abs() < 1e-14);
    }

    #[test]
    fn without_keeping_drag_takes_its_impulse_over_the_exhaust_speed() {
        let duty = ThrustDuty { keeping: Acceleration::from_base(0.0), ..DUTY };
        let got = LifePropellant::new(&duty).against(Force::from_base(0.02)).base();
        let want = 0.02 * 1.5e8 / exhaust_velocity(DUTY.specific_impulse).base();
        assert!((got / want - 1.0).abs() < 1e-14);
    }

    #[test]
    fn the_velocity_of_a_propellant_is_the_inverse_of_the_propellant_of_a_velocity() {
        let (dry, impulse) = (Mass::from_base(1_000.0), Time::from_base(320.0));
        let spent = propellant_mass(dry, Velocity::from_base(412.0), impulse);
        assert!((ideal_delta_v(dry, spent, impulse).base() - 412.0).abs() < 1e-9);
    }

    #[test]
    fn exhaust_speed_of_delta_v_needs_1p718_times_the_dry_mass() {
        let impulse = Time::new::<second>(2500.0);
        let dry = Mass::new::<kilogram>(1000.0);
        let propellant = propellant_mass(dry, exhaust_velocity(impulse), impulse);
        assert!((propellant.get::<kilogram>() - 1_718.281_828_459_045).abs() < 1e-9);
        let spent = propellant_fraction(exhaust_velocity(impulse), impulse);
        assert!((spent - propellant / (propellant + dry)).base().abs() < 1e-15);
    }

    #[test]
    fn a_year_of_drag_at_300_km_spends_the_share_of_the_reference_row() {
        let velocity = Velocity::new::<meter_per_second>(108.487_334_4);
        for (impulse, expected) in [(1500.0, 0.007_347_957_036), (220.0, 0.049_041_331_98)] {
            let spent = propellant_fraction(velocity, Time::new::<second>(impulse));
            assert!((spent.base() / expected - 1.0).abs() < 1e-8, "{impulse}");
        }
    }

    #[test]
    fn from_650_km_a_perigee_of_200_km_costs_126_m_per_s() {
        let velocity = deorbit_delta_v(altitude(650.0), altitude(200.0)).get::<meter_per_second>();
        assert!((120.0..150.0).contains(&velocity), "{velocity}");
        assert!((velocity - 125.582_264).abs() < 1e-5, "{velocity}");
        assert_eq!(deorbit_delta_v(altitude(200.0), altitude(650.0)), Velocity::from_base(0.0));
    }

    #[test]
    fn a_transfer_costs_the_same_up_and_down_and_never_more_than_a_spiral() {
        for (low, high) in [(200.0, 650.0), (500.0, 1200.0), (200.0, 35_786.0)] {
            let up = hohmann_delta_v(altitude(low), altitude(high));
            let down = hohmann_delta_v(altitude(high), altitude(low));
            let spiral = spiral_delta_v(altitude(low), altitude(high));
            assert!((up / down - fraction(1.0)).base().abs() < 1e-12);
            assert!(up <= spiral, "{low} to {high}");
        }
        assert_eq!(hohmann_delta_v(altitude(650.0), altitude(650.0)).base().to_bits() << 1, 0);
    }

    #[test]
    fn geostationary_transfer_from_200_km_takes_3p93_km_per_s() {
        let velocity = hohmann_delta_v(altitude(200.0), altitude(35_786.0));
        assert!((velocity.get::<meter_per_second>() - 3_932.0).abs() < 2.0, "{velocity:?}");
    }

    #[test]
    fn hall_thruster_of_170_mn_takes_4p17_kw() {
        let (thrust, impulse) = (Force::new::<newton>(0.17), Time::new::<second>(2500.0));
        let power = thruster_power(thrust, impulse, fraction(0.5));
        assert!((power.get::<kilowatt>() - 4.167_826_25).abs() < 1e-9);
    }
}
