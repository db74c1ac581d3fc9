//! Drag of the upper atmosphere: deceleration, make-up velocity, decay.

use crate::constants::{EARTH_MU, EARTH_RADIUS, EARTH_ROTATION};
use crate::domain::DomainError;
use crate::physics::atmosphere::{HIGHEST_ALTITUDE, SolarActivity, checked};
use crate::physics::table::{TablePlace, density as table};
use crate::units::{
    Acceleration, Angle, Area, AreaPerMass, Length, Mass, MassDensity, Ratio, Time, Velocity,
    fraction,
};

/// Area that the air brakes per mass: `C_d` A / m, the inverse of the ballistic coefficient.
///
/// # Model
/// ```text
/// b = C_d A / m
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | b | drag area per mass | m²/kg |
/// | `C_d` | drag coefficient | 1 |
/// | A | mean area across the motion | m² |
/// | m | mass with propellant | kg |
///
/// # Assumes
/// One mean area; an array that turns with the Sun needs its average over the orbit. No lift.
///
/// # Valid for
/// Free molecular flow, that is above 150 km for anything smaller than some hundred meters.
///
/// # References
/// Definition
pub fn drag_area_per_mass(drag_coefficient: Ratio, area: Area, mass: Mass) -> AreaPerMass {
    drag_coefficient * area / mass
}

/// Speed of a circular orbit.
fn circular_speed(altitude: Length) -> Velocity {
    (EARTH_MU / (EARTH_RADIUS + altitude)).sqrt()
}

/// Deceleration of a satellite on a circular orbit, in air that does not turn with the Earth.
///
/// # Model
/// ```text
/// f = ρ v² b / 2        v = √(μ / a)        a = R_e + h
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | f | deceleration | m/s² |
/// | ρ | density | kg/m³ |
/// | b | drag area per mass | m²/kg |
/// | v, a, h | speed, semi-major axis, altitude | m/s, m, m |
///
/// A thruster that makes up for it spends f per time: read as m/s/yr it is the make-up velocity of
/// a year.
///
/// # Assumes
/// Air at rest. Multiply by [`corotation_factor`] for air that turns with the Earth; it is less
/// than 5 % at the inclinations of sun-synchronous orbits and 13 % on the equator. No wind beside
/// it.
///
/// # Valid for
/// Circular orbits.
///
/// # References
/// Definition of the drag coefficient
pub fn deceleration(
    density: MassDensity,
    altitude: Length,
    drag_area: AreaPerMass,
) -> Acceleration {
    let speed = circular_speed(altitude);
    density * speed * speed * drag_area / 2.0
}

/// How fast the semi-major axis changes under drag; negative.
///
/// # Model
/// ```text
/// da/dt = −ρ b √(μ a)
/// ```
/// Symbols as in [`deceleration`].
///
/// # Assumes
/// As [`deceleration`]; the orbit stays circular.
///
/// # Valid for
/// A change small against the scale height of the air; for more, [`decay`].
///
/// # References
/// Energy of a circular orbit, dE/dt = −f v
pub fn semi_major_axis_rate(
    density: MassDensity,
    altitude: Length,
    drag_area: AreaPerMass,
) -> Velocity {
    let momentum = (EARTH_MU * (EARTH_RADIUS + altitude)).sqrt();
    -(density * drag_area * momentum)
}

/// Factor on the drag of a circular orbit because the air turns with the Earth.
///
/// # Model
/// ```text
/// k = (1 − ω a cos i / v)²
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | ω | rotation of the Earth | radian/s |
/// | a, i, v | semi-major axis, inclination, speed of the orbit | m, deg, m/s |
///
/// # Assumes
/// Air turns like a solid body; only its component along the motion counts.
///
/// # Valid for
/// Low circular orbits. Against numerical integration in a turning atmosphere: 0.5 %.
///
/// # References
/// Composition of velocities
pub fn corotation_factor(altitude: Length, inclination: Angle) -> Ratio {
    let radius = EARTH_RADIUS + altitude;
    let wind: Velocity = EARTH_ROTATION / Angle::from_base(1.0) * radius;
    let slip = fraction(1.0) - wind * inclination.cos() / circular_speed(altitude);
    slip * slip
}

/// Time of passive decay.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lifetime {
    /// Time until the lower altitude is reached; zero if the orbit is already there.
    pub time: Time,
    /// The orbit lies above the density table: `time` counts from the highest row and is a lower
    /// bound.
    pub is_lower_bound: bool,
}

/// Time that drag takes to bring a circular orbit down.
///
/// # Model
/// ```text
/// t = 1/b ∫ dh / (ρ(h) √(μ (R_e + h)))        from h_1 to h
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | t | time | s |
/// | b | drag area per mass, with the drag coefficient | m²/kg |
/// | ρ | density at this activity | kg/m³ |
/// | h, `h_1` | altitude now and at the end | m |
///
/// The integral does not depend on the satellite: it is tabulated once (eight-point Gauss rule in
/// each interval of the density table, `src/physics/table/make.rs`) and read by a cubic in its
/// logarithm with the exact slope.
///
/// # Assumes
/// Circular orbit all the way, air at rest (divide by [`corotation_factor`] for more), one level of
/// activity: a decay of many years meets all of them, and a mean level understates the drag, which
/// is mostly done at the maximum.
///
/// # Valid for
/// 150 km to 1500 km; from above, [`Lifetime::is_lower_bound`]. An end below 150 km or a start
/// below it is refused.
///
/// # References
/// The density of [`density`](crate::physics::atmosphere::density)
///
/// # Errors
/// [`DomainError`] if either altitude is below 150 km.
pub fn lifetime(
    altitude: Length,
    drag_area: AreaPerMass,
    activity: SolarActivity,
    down_to: Length,
) -> Result<Lifetime, DomainError> {
    checked(altitude)?;
    checked(down_to)?;
    let is_lower_bound = altitude > HIGHEST_ALTITUDE;
    let span = decay_integral(altitude.base(), activity) - decay_integral(down_to.base(), activity);
    let time = Time::from_base(span.max(0.0) / drag_area.base());
    Ok(Lifetime { time, is_lower_bound })
}

/// Integral of dh / (ρ √(μ a)) in m² s/kg, from an origin that cancels in differences.
fn decay_integral(altitude_m: f64, activity: SolarActivity) -> f64 {
    let place = TablePlace::find(&table::ALTITUDE, altitude_m);
    libm::exp(place.cubic(&table::LOG_DECAY[activity.row()]))
}

/// Steps of the two integrations below.
const STEPS: u32 = 256;

/// Time of passive decay in air of any profile; the model of [`lifetime`] for a density of the
/// caller's own.
///
/// Slower than [`lifetime`]: composite Simpson rule with 512 intervals.
pub fn decay_time(
    density: impl Fn(Length) -> MassDensity,
    altitude: Length,
    down_to: Length,
    drag_area: AreaPerMass,
) -> Time {
    let slowness = |at: Length| fraction(-1.0) / semi_major_axis_rate(density(at), at, drag_area);
    let step = (altitude - down_to) / (2.0 * f64::from(STEPS));
    let mut sum = Time::from_base(0.0);
    for interval in 0..STEPS {
        let low = down_to + step * (2.0 * f64::from(interval));
        let inside = slowness(low) + slowness(low + step) * 4.0 + slowness(low + step * 2.0);
        sum += inside * step / 3.0;
    }
    sum
}

/// A satellite that sinks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sinking {
    /// Altitude at the start.
    pub altitude: Length,
    /// Inclination, for the turning of the air.
    pub inclination: Angle,
    /// Drag area per mass, with the drag coefficient.
    pub drag_area: AreaPerMass,
}

/// Altitude lost by drag in a span of time, in air that turns with the Earth.
///
/// # Model
/// ```text
/// da/dt = −k ρ(a) b √(μ a)
/// ```
/// Symbols as in [`deceleration`] and [`corotation_factor`]; 256 Runge-Kutta steps of fourth order.
///
/// # Assumes
/// The orbit stays circular; density depends on altitude only.
///
/// # Valid for
/// Until the fall becomes steep, below about 150 km. Against numerical propagation: 0.6 % where 2.8
/// km are lost in a day.
///
/// # References
/// As [`semi_major_axis_rate`] and [`corotation_factor`]
pub fn decay(density: impl Fn(Length) -> MassDensity, satellite: Sinking, span: Time) -> Length {
    let Sinking { altitude, inclination, drag_area } = satellite;
    let rate = |at: Length| {
        semi_major_axis_rate(density(at), at, drag_area) * corotation_factor(at, inclination)
    };
    let step = span / f64::from(STEPS);
    let mut now = altitude;
    for _ in 0..STEPS {
        let first = rate(now);
        let second = rate(now + first * step / 2.0);
        let third = rate(now + second * step / 2.0);
        let fourth = rate(now + third * step);
        now += (first + (second + third) * 2.0 + fourth) * step / 6.0;
    }
    altitude - now
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::physics::atmosphere::density;
    use crate::units::{
        degree, kilogram, kilogram_per_cubic_meter, kilometer, meter, meter_per_second_per_year,
        square_meter, square_meter_per_kilogram, year,
    };

    fn altitude(value: f64) -> Length {
        Length::new::<kilometer>(value)
    }

    fn drag_area(value: f64) -> AreaPerMass {
        AreaPerMass::new::<square_meter_per_kilogram>(value)
    }

    #[test]
    fn drag_area_of_44_m2_at_cd_2p2_on_1000_kg_is_0p0968_m2_per_kg() {
        let area = drag_area_per_mass(
            fraction(2.2),
            Area::new::<square_meter>(44.0),
            Mass::new::<kilogram>(1000.0),
        );
        assert!((area.get::<square_meter_per_kilogram>() - 0.0968).abs() < 1e-15);
    }

    #[test]
    fn closed_forms_give_the_reference_row_at_300_km() {
        let rho = MassDensity::new::<kilogram_per_cubic_meter>(5.759_603_934e-12);
        let braking = deceleration(rho, altitude(300.0), drag_area(0.02));
        assert!((braking.base() / 3.437_756_178e-6 - 1.0).abs() < 1e-9);
        assert!((braking.get::<meter_per_second_per_year>() / 108.487_334_4 - 1.0).abs() < 1e-9);
        let rate = semi_major_axis_rate(rho, altitude(300.0), drag_area(0.02));
        assert!((rate.base() * 86_400.0 / -513.491_084_8 - 1.0).abs() < 1e-9);
    }

    #[test]
    fn air_that_turns_brakes_less_along_and_more_against_the_rotation() {
        let factor = |inclination| {
            corotation_factor(altitude(550.0), Angle::new::<degree>(inclination)).base()
        };
        assert!(factor(0.0) < factor(53.0) && factor(53.0) < factor(90.0));
        assert!((factor(90.0) - 1.0).abs() < 1e-15 && factor(98.0) > 1.0);
    }

    #[test]
    fn exponential_air_of_400_km_takes_243_m_in_a_day_as_the_propagator_says() {
        // Orekit 13.1.9: point mass, exponential atmosphere turning with the Earth, 88 857.988 s.
        let start = altitude(400.0);
        let air = |at: Length| {
            let depth = (at - start) / Length::new::<kilometer>(58.0);
            MassDensity::new::<kilogram_per_cubic_meter>(3.0e-12) * (-depth).exp()
        };
        let satellite = Sinking {
            altitude: start,
            inclination: Angle::new::<degree>(0.05),
            drag_area: drag_area(0.02),
        };
        let lost = decay(air, satellite, Time::from_base(88_857.988_34));
        assert!((lost.get::<meter>() / 243.057_866_7 - 1.0).abs() < 5e-3);
    }

    #[test]
    fn tabulated_lifetime_equals_the_integral_of_the_same_density() {
        for activity in SolarActivity::ALL {
            for (from, to) in [(400.0, 300.0), (587.0, 200.0), (650.0, 200.0), (1310.0, 163.0)] {
                let air = |at: Length| density(at, activity).unwrap().value;
                let exact = decay_time(air, altitude(from), altitude(to), drag_area(0.02));
                let quick =
                    lifetime(altitude(from), drag_area(0.02), activity, altitude(to)).unwrap();
                let error = (quick.time / exact).base() - 1.0;
                assert!(error.abs() < 1e-3, "{activity:?} {from} to {to}: {error}");
            }
        }
    }

    #[test]
    fn double_drag_area_halves_the_lifetime_and_no_altitude_to_lose_is_none() {
        let life = |from, area| {
            lifetime(altitude(from), drag_area(area), SolarActivity::Moderate, altitude(200.0))
                .unwrap()
        };
        assert!(
            (life(650.0, 0.1).time / life(650.0, 0.2).time - fraction(2.0)).base().abs() < 1e-12
        );
        assert_eq!(
            life(180.0, 0.1),
            Lifetime { time: Time::from_base(0.0), is_lower_bound: false }
        );
    }

    #[test]
    fn above_the_table_the_lifetime_is_a_lower_bound() {
        let life = |from| {
            lifetime(altitude(from), drag_area(0.02), SolarActivity::High, altitude(200.0)).unwrap()
        };
        assert!(life(35_786.0).is_lower_bound && !life(1500.0).is_lower_bound);
        assert_eq!(life(35_786.0).time, life(1500.0).time);
        assert!(life(1500.0).time.get::<year>() > 100.0);
        assert!(
            lifetime(altitude(100.0), drag_area(0.02), SolarActivity::Low, altitude(200.0))
                .is_err()
        );
    }
}
