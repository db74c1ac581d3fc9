//! Debris of spacecraft: how much of it hits, and tubes that stand it together with meteoroids.

use crate::physics::atmosphere::SolarActivity;
use crate::physics::meteoroid::{Armor, ArmorDuty, earth_factor};
use crate::units::{
    Angle, Frequency, Length, ParticleFlux, Ratio, Time, YEAR_SECONDS, fraction, kilometer,
    per_square_meter_year, pick,
};

/// Altitude above which the flux is not known.
pub const HIGHEST_DEBRIS: Length = Length::from_base(2.0e6);
const ONE_CENTIMETER: Length = Length::from_base(0.01);
/// Inclinations in degrees of the factor on the flux, and the factor.
const INCLINATIONS: [f64; 7] = [28.5, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0];
const BY_INCLINATION: [f64; 7] = [0.91, 1.0, 1.07, 1.2, 1.4, 1.6, 1.78];
/// Steps of the secant for a wall; four to six are enough.
const MOST_STEPS: u8 = 12;
/// Thinnest and thickest wall that is sought, in meters.
const WALLS: (f64, f64) = (1.0e-6, 10.0);
/// By how much the logarithm of the hits falls with that of the wall, to begin with.
const USUAL_SLOPE: f64 = -2.7;
/// Change of the logarithm of a wall below which it is found.
const CLOSED: f64 = 1.0e-13;

/// An orbit among debris.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DebrisOrbit {
    /// Altitude.
    pub altitude: Length,
    /// Inclination.
    pub inclination: Angle,
    /// Activity of the Sun, whose swollen air sweeps low orbits.
    pub activity: SolarActivity,
    /// Time since the start of 1988.
    pub since_1988: Time,
    /// Relative growth of small debris per year since then.
    pub growth: Frequency,
}

impl DebrisOrbit {
    /// Debris of this diameter or more that hits a plate of any orientation.
    ///
    /// # Model
    /// ```text
    /// F = Φ ψ(i) 1.22e-5 d^−2.5 (1 + q)^t per m² and year
    /// Φ = φ/(1 + φ),   φ = 10^(h/200 − S/140 − 1.5)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | F | hits of one face | 1/m²/yr |
    /// | d | diameter | cm |
    /// | h, i | altitude, inclination | km, deg |
    /// | ψ | factor by inclination, from a table of seven values | 1 |
    /// | S | solar flux at 10.7 cm of [`SolarActivity`] | sfu |
    /// | q, t | growth per year, time since 1988 | 1/yr, yr |
    ///
    /// # Assumes
    /// Circular orbits. Of the two terms of the model the first alone, and no factor for radars:
    /// both change the flux of pieces below 3 mm by less than 3 percent. One growth for all years;
    /// the model of 1990 doubles it from 2011 on.
    ///
    /// # Valid for
    /// 200 km to 2 000 km, diameters from 0.1 mm to 3 mm. Break-ups since 1990 are not in it but by
    /// the growth. Above 2 000 km none.
    ///
    /// # References
    /// The analytical debris model NASA90 as told by \[Solarpower2026\]
    pub fn flux(&self, diameter: Length) -> ParticleFlux {
        let known = ParticleFlux::new::<per_square_meter_year>(self.factor());
        known * at_one_centimeter(diameter)
    }

    /// What does not depend on the diameter, per square meter and year at one centimeter.
    fn factor(&self) -> f64 {
        let swept = self.altitude.get::<kilometer>() / 200.0 - solar_flux(self.activity) / 140.0;
        let thick = libm::exp10(swept - 1.5);
        let years = self.since_1988.base() / YEAR_SECONDS;
        let growth = libm::pow(1.0 + self.growth.base() * YEAR_SECONDS, years);
        let known = 1.22e-5 * thick / (1.0 + thick) * by_inclination(self.inclination) * growth;
        pick(self.altitude <= HIGHEST_DEBRIS, known, 0.0)
    }
}

/// Flux of debris of a diameter over that at one centimeter: the power −2.5.
fn at_one_centimeter(diameter: Length) -> f64 {
    let cm = 100.0 * diameter.base();
    1.0 / (cm * cm * cm.sqrt())
}

/// Solar flux at 10.7 cm of a level of activity, in solar flux units.
const fn solar_flux(activity: SolarActivity) -> f64 {
    match activity {
        SolarActivity::Low => 65.0,
        SolarActivity::Moderate => 140.0,
        SolarActivity::High => 250.0,
    }
}

/// The factor between the inclinations of the table, and the nearest of them beyond.
fn by_inclination(inclination: Angle) -> f64 {
    let degrees = inclination.base().to_degrees().clamp(28.5, 100.0);
    let pairs = INCLINATIONS.windows(2).zip(BY_INCLINATION.windows(2));
    pairs.fold(BY_INCLINATION[0], |found, (at, value)| {
        let share = ((degrees - at[0]) / (at[1] - at[0])).clamp(0.0, 1.0);
        found + share * (value[1] - value[0])
    })
}

/// A tube of a panel under meteoroids and debris.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TubeArmor {
    /// Its wall under meteoroids.
    pub meteoroids: Armor,
    /// The same wall under debris.
    pub debris: Armor,
    /// Inner diameter.
    pub bore: Length,
    /// Wall without armor.
    pub bare: Length,
}

/// What the tubes have to survive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TubeDuty {
    /// Outer surface of the tubes without armor, time, altitude and survival.
    pub exposure: ArmorDuty,
    /// Debris around.
    pub debris: DebrisOrbit,
    /// Debris over that of the model.
    pub debris_factor: Ratio,
}

/// What flies at the tubes, whatever their wall.
#[derive(Debug, Clone, Copy)]
struct TubeThreat {
    /// Meteoroids near the Earth over those in free space.
    earth_factor: Ratio,
    /// Debris of one centimeter or more.
    debris: ParticleFlux,
    /// Particles that may get through.
    allowed: ParticleFlux,
}

impl TubeThreat {
    fn new(duty: &TubeDuty) -> Self {
        Self {
            earth_factor: earth_factor(duty.exposure.altitude),
            debris: duty.debris.flux(ONE_CENTIMETER) * duty.debris_factor,
            allowed: duty.exposure.allowed(),
        }
    }
}

impl TubeArmor {
    /// Thickness of the wall that survives a duty.
    ///
    /// # Model
    /// ```text
    /// (k F_m(t) + b F_d(t)) A T = −ln S
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | t | wall | m |
    /// | `F_m`, `F_d` | meteoroids and debris that get through such a wall | 1/m²/s |
    /// | k, b | [`earth_factor`], debris over that of the model | 1 |
    /// | A | outer surface of the tubes without armor | m² |
    /// | T, S | time, probability of survival | s, 1 |
    ///
    /// Solved by secants in the logarithm of the wall, to a relative step of 1e-13.
    ///
    /// # Assumes
    /// Hits independent of each other, each kind of particle with one density and normal speed.
    /// Armor grows outward, so that the bore and its pressure drop stay; what hits it where the
    /// bare tube would be missed does not reach the bore. A tube shadows nothing.
    ///
    /// # Valid for
    /// Walls from a micrometer to ten meters, and as [`Armor::wall`] and [`DebrisOrbit::flux`].
    ///
    /// # References
    /// Poisson's law, docs/model/meteoroid.md
    pub fn wall(&self, duty: &TubeDuty) -> Length {
        let (thin, thick) = (libm::log(WALLS.0), libm::log(WALLS.1));
        let threat = TubeThreat::new(duty);
        let excess = |wall: f64| self.excess(&threat, libm::exp(wall));
        let alone = self.meteoroids.wall(&duty.exposure).base();
        let mut before = libm::log(alone.max(WALLS.0));
        let mut excess_before = excess(before);
        let mut wall = (before - excess_before / USUAL_SLOPE).clamp(thin, thick);
        for _ in 0..MOST_STEPS {
            let found = excess(wall);
            let slope = (found - excess_before) / (wall - before);
            let next = (wall - found / slope).clamp(thin, thick);
            if (wall - before).abs() <= CLOSED || slope.is_nan() || slope >= 0.0 {
                break;
            }
            (before, excess_before) = (wall, found);
            wall = next;
        }
        Length::from_base(libm::exp(wall))
    }

    /// Logarithm of the hits that get through a wall, over those allowed.
    fn excess(&self, threat: &TubeThreat, wall: f64) -> f64 {
        let thickness = Length::from_base(wall);
        let meteoroids = self.meteoroids.flux_through(thickness, threat.earth_factor).base();
        let debris = threat.debris.base() * at_one_centimeter(self.debris.stopped(thickness));
        libm::log((meteoroids + debris) / threat.allowed.base())
    }

    /// Cross-section of armor over the circumference of the tube without it: what a flat wall of
    /// that thickness would have.
    ///
    /// # Model
    /// ```text
    /// s = (t − w)(D + t + w)/(D + 2 w),   not below zero
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | s | cross-section of armor over circumference | m |
    /// | t, w, D | wall with and without armor, bore | m |
    ///
    /// # Assumes
    /// An annulus outside the tube without armor.
    ///
    /// # Valid for
    /// Any wall.
    ///
    /// # References
    /// Area of an annulus
    pub fn added(&self, wall: Length) -> Length {
        let added = (wall - self.bare).larger(Length::from_base(0.0));
        let rounder: Ratio = (self.bore + wall + self.bare) / (self.bore + self.bare + self.bare);
        added * pick(self.bore.base() > 0.0, rounder, fraction(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::physics::meteoroid::ArmorParameters;
    use crate::units::{
        Area, MassDensity, Velocity, degree, kilogram_per_cubic_meter, kilometer_per_second,
        millimeter, year,
    };

    fn orbit(altitude: f64, inclination: f64, years: f64) -> DebrisOrbit {
        DebrisOrbit {
            altitude: Length::new::<kilometer>(altitude),
            inclination: Angle::new::<degree>(inclination),
            activity: SolarActivity::Moderate,
            since_1988: Time::new::<year>(years),
            growth: Frequency::from_base(0.02 / YEAR_SECONDS),
        }
    }

    fn wall_of(density: f64, speed: f64) -> Armor {
        Armor::new(ArmorParameters {
            wall_density: MassDensity::new::<kilogram_per_cubic_meter>(2_700.0),
            brinell_hardness: fraction(95.0),
            wall_sound_speed: Velocity::new::<kilometer_per_second>(5.1),
            meteoroid_density: MassDensity::new::<kilogram_per_cubic_meter>(density),
            normal_speed: Velocity::new::<kilometer_per_second>(speed),
            depth_factor: fraction(1.8),
        })
        .unwrap()
    }

    fn tube() -> TubeArmor {
        TubeArmor {
            meteoroids: wall_of(1_000.0, 14.0),
            debris: wall_of(2_800.0, 9.0),
            bore: Length::new::<millimeter>(8.6),
            bare: Length::new::<millimeter>(0.7),
        }
    }

    fn duty(survival: f64, factor: f64) -> TubeDuty {
        TubeDuty {
            exposure: ArmorDuty {
                area: Area::from_base(2.1),
                life: Time::new::<year>(5.0),
                altitude: Length::new::<kilometer>(650.0),
                survival: fraction(survival),
                debris_factor: fraction(1.0),
            },
            debris: orbit(650.0, 98.0, 41.5),
            debris_factor: fraction(factor),
        }
    }

    fn per_year(flux: ParticleFlux) -> f64 {
        flux.get::<per_square_meter_year>()
    }

    #[test]
    fn debris_grows_with_time_and_altitude_and_falls_with_size() {
        let half_mm = Length::new::<millimeter>(0.5);
        let at = |orbit: DebrisOrbit| per_year(orbit.flux(half_mm));
        // 1.22e-5 x 0.05^-2.5 x 5.6234/6.6234 x 1.744 in 1988
        let want = 1.22e-5 * 0.05_f64.powf(-2.5) * 5.623_413 / 6.623_413 * 1.744;
        assert!((at(orbit(650.0, 98.0, 0.0)) / want - 1.0).abs() < 1e-6);
        let doubled = at(orbit(650.0, 98.0, 35.0)) / at(orbit(650.0, 98.0, 0.0));
        assert!((doubled - 1.02_f64.powi(35)).abs() < 1e-9);
        assert!(at(orbit(400.0, 51.6, 40.0)) < 0.5 * at(orbit(650.0, 51.6, 40.0)));
        let (small, large) = (Length::from_base(5.0e-4), Length::from_base(1.0e-3));
        let steps = per_year(orbit(650.0, 98.0, 0.0).flux(small))
            / per_year(orbit(650.0, 98.0, 0.0).flux(large));
        assert!((steps - 2.0_f64.powf(2.5)).abs() < 1e-9);
        assert_eq!(at(orbit(2_001.0, 98.0, 40.0)).to_bits(), 0);
    }

    #[test]
    fn the_factor_by_inclination_meets_its_table_and_stays_flat_beyond() {
        for (at, value) in INCLINATIONS.iter().zip(BY_INCLINATION) {
            assert!((by_inclination(Angle::new::<degree>(*at)) - value).abs() < 1e-12, "{at}");
        }
        assert!((by_inclination(Angle::new::<degree>(0.0)) - 0.91).abs() < 1e-12);
        assert!((by_inclination(Angle::new::<degree>(140.0)) - 1.78).abs() < 1e-12);
        assert!((by_inclination(Angle::new::<degree>(95.0)) - 1.69).abs() < 1e-12);
    }

    #[test]
    fn what_gets_through_the_wall_is_what_may() {
        for survival in [0.5, 0.95, 0.999] {
            for factor in [0.0, 1.0, 10.0] {
                let duty = duty(survival, factor);
                let wall = tube().wall(&duty).base();
                assert!(
                    tube().excess(&TubeThreat::new(&duty), wall).abs() < 1e-9,
                    "{survival} {factor} {wall}"
                );
            }
        }
    }

    #[test]
    fn a_flat_wall_under_meteoroids_alone_is_that_of_the_closed_form() {
        let duty = duty(0.95, 0.0);
        let closed = tube().meteoroids.wall(&duty.exposure);
        assert!(((tube().wall(&duty) / closed).base() - 1.0).abs() < 1e-8);
        let flat = TubeArmor { bore: Length::from_base(1.0e6), ..tube() };
        let wall = Length::new::<millimeter>(2.0);
        assert!((flat.added(wall).get::<millimeter>() - 1.3).abs() < 1e-5);
    }

    #[test]
    fn an_annulus_outside_a_tube_has_its_own_area() {
        let wall = Length::new::<millimeter>(3.0);
        let flat = tube().added(wall).get::<millimeter>();
        let ring = (14.6_f64.powi(2) - 10.0_f64.powi(2)) / 4.0 / 10.0;
        assert!((flat - ring).abs() < 1e-12, "{flat} {ring}");
        assert_eq!(tube().added(Length::new::<millimeter>(0.5)), Length::from_base(0.0));
    }
}
