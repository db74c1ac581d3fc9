//! Every eclipse of a year, and the seasons they form.

use std::f64::consts::{PI, TAU};

use super::{Limb, edges, half_angle};
use crate::domain::DomainError;
use crate::physics::orbit::CircularOrbit;
use crate::physics::sun::{Epoch, sun};
use crate::units::{Length, Time, day};

/// Steps toward a midnight, an entry or an exit; each takes two to three digits.
const STEPS: u8 = 4;

/// Which Earth casts the shadow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShadowEarth {
    /// The limb of the oblate Earth, see [`limb_radius`](super::limb_radius).
    Oblate,
    /// A sphere of this radius.
    Sphere(Length),
}

/// A way into and out of a shadow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Passage {
    /// Where it begins.
    pub entry: Epoch,
    /// Where it ends.
    pub exit: Epoch,
}

impl Passage {
    /// Time inside.
    pub fn duration(&self) -> Time {
        self.exit.since_j2000() - self.entry.since_j2000()
    }
}

/// One eclipse.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Eclipse {
    /// From the first to the last contact with the penumbra.
    pub shadow: Passage,
    /// Inside the umbra, if it is met.
    pub umbra: Option<Passage>,
}

/// Days with eclipses that follow each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EclipseSeason {
    /// 0 h of the first day that is touched by shadow.
    pub first_day: Epoch,
    /// 0 h of the last day that is touched by shadow.
    pub last_day: Epoch,
    /// Eclipses that begin in the season.
    pub eclipses: usize,
}

/// Every eclipse whose orbit midnight lies in a calendar year, in the order of time.
///
/// # Model
/// ```text
/// u(t) = n_d (t − t_0),   midnight: u(t) = u_☉(t) + 180°
/// entry, exit: u(t) = u_☉(t) + 180° ∓ acos(cos ψ/cos β)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | u, `u_☉` | angle from the ascending node of the satellite, of the Sun's direction in the plane | deg |
/// | `n_d`, `t_0` | rate from node to node, 0 h of the first day of the year | deg/d, d |
/// | ψ, β | angle from the anti-Sun line at which umbra or penumbra ends, Sun above the plane | deg |
///
/// ψ as in [`shadow`](super::shadow); Sun, node and limb are those of the instant at which the edge
/// is met.
///
/// # Assumes
/// As [`shadow`](super::shadow), but the Sun moves. The satellite is in its ascending node at the
/// start of the year: another place there moves each eclipse by less than one orbit.
///
/// # Valid for
/// Years 1950 to 2100. Whether a grazing eclipse takes place is decided at the orbit midnight.
///
/// # References
/// As [`shadow`](super::shadow); checked with \[Orekit13\], eclipses of 2027
///
/// # Errors
/// [`DomainError`] if the year is outside 1950 to 2100.
pub fn eclipses_of_year(
    orbit: &CircularOrbit,
    year: i32,
    earth: ShadowEarth,
) -> Result<Vec<Eclipse>, DomainError> {
    let start = Epoch::from_calendar(year, 1, 1)?;
    let end = Epoch::from_calendar(year, 12, 31)?.days() + 1.0;
    let path = OrbitPath::of(orbit, start, earth);
    let mut eclipses = Vec::new();
    let mut midnight = path.midnight_after(start.days());
    while midnight < end {
        if let Some(shadow) = path.passage(midnight, Edge::Penumbra) {
            eclipses.push(Eclipse { shadow, umbra: path.passage(midnight, Edge::Umbra) });
        }
        // a tenth of a turn past this midnight the next one is the next root
        midnight = path.midnight_after(midnight + 0.1 * path.turn());
    }
    Ok(eclipses)
}

/// Runs of days with eclipses that lie more than `gap` apart, from day to day; see
/// [`eclipses_of_year`] for model, range and references.
pub fn seasons(eclipses: &[Eclipse], gap: Time) -> Vec<EclipseSeason> {
    let mut seasons: Vec<EclipseSeason> = Vec::new();
    for eclipse in eclipses {
        let (first, last) = (midnight_of(eclipse.shadow.entry), midnight_of(eclipse.shadow.exit));
        match seasons.last_mut() {
            Some(season) if first.days() - season.last_day.days() <= gap.get::<day>() => {
                season.last_day = if last > season.last_day { last } else { season.last_day };
                season.eclipses += 1;
            }
            _ => seasons.push(EclipseSeason { first_day: first, last_day: last, eclipses: 1 }),
        }
    }
    seasons
}

/// 0 h of the day of an instant.
fn midnight_of(epoch: Epoch) -> Epoch {
    // days count from noon
    at(libm::floor(epoch.days() + 0.5) - 0.5)
}

fn at(days: f64) -> Epoch {
    Epoch::from_j2000(Time::new::<day>(days))
}

#[derive(Clone, Copy)]
enum Edge {
    Umbra,
    Penumbra,
}

/// A satellite on its way through a year; times in days since J2000.
struct OrbitPath<'a> {
    orbit: &'a CircularOrbit,
    start: f64,
    /// Radians per day from the node.
    rate: f64,
    radius: Length,
    limb: Limb,
    earth: ShadowEarth,
}

/// How the Sun stands to the plane.
struct Sight {
    /// Angle of the satellite past its midnight, −π to π.
    past_midnight: f64,
    sin_beta: f64,
    sin_declination: f64,
    distance: Length,
}

impl<'a> OrbitPath<'a> {
    fn of(orbit: &'a CircularOrbit, start: Epoch, earth: ShadowEarth) -> Self {
        let radius = orbit.mean_radius();
        Self {
            orbit,
            start: start.days(),
            rate: TAU / orbit.nodal_period().get::<day>(),
            radius,
            limb: Limb::of(radius, orbit.inclination()),
            earth,
        }
    }

    /// Days from node to node.
    fn turn(&self) -> f64 {
        TAU / self.rate
    }

    fn sight(&self, days: f64) -> Sight {
        let epoch = at(days);
        let sun = sun(epoch);
        let [x, y, z] = sun.direction();
        let (sin_node, cos_node) = libm::sincos(self.orbit.raan_at(epoch).base());
        let (sin_i, cos_i) = libm::sincos(self.orbit.inclination().base());
        let along = x * cos_node + y * sin_node;
        let across = y * cos_node - x * sin_node;
        let sun_angle = libm::atan2(across * cos_i + z * sin_i, along);
        let own_angle = libm::fmod(self.rate * (days - self.start), TAU);
        Sight {
            past_midnight: libm::remainder(own_angle - sun_angle - PI, TAU),
            sin_beta: z * cos_i - across * sin_i,
            sin_declination: z,
            distance: sun.distance,
        }
    }

    /// The first midnight at or after an instant.
    fn midnight_after(&self, days: f64) -> f64 {
        let past = self.sight(days).past_midnight;
        let ahead = if past > 0.0 { TAU - past } else { -past };
        let mut found = days + ahead / self.rate;
        for _ in 0..STEPS {
            found -= self.sight(found).past_midnight / self.rate;
        }
        found
    }

    /// Half the arc inside an edge, as the Sun stands at an instant; zero where the edge is not
    /// met.
    fn half_arc(&self, sight: &Sight, edge: Edge) -> f64 {
        let radius_m = match self.earth {
            ShadowEarth::Oblate => self.limb.radius_m(sight.sin_beta, sight.sin_declination),
            ShadowEarth::Sphere(radius) => radius.base(),
        };
        let (umbra, penumbra) =
            edges(radius_m, 1.0 / self.radius.base(), 1.0 / sight.distance.base());
        let cosine = match edge {
            Edge::Umbra => umbra,
            Edge::Penumbra => penumbra,
        };
        half_angle(cosine, (1.0 - sight.sin_beta * sight.sin_beta).max(0.0).sqrt())
    }

    fn passage(&self, midnight: f64, edge: Edge) -> Option<Passage> {
        let half = self.half_arc(&self.sight(midnight), edge);
        if half <= 0.0 {
            return None;
        }
        let meets = |sign: f64| {
            let mut days = midnight + sign * half / self.rate;
            for _ in 0..STEPS {
                let sight = self.sight(days);
                // where a grazing edge is lost on the way, that of the midnight stands
                let own = self.half_arc(&sight, edge);
                let arc = if own > 0.0 { own } else { half };
                days -= (sight.past_midnight - sign * arc) / self.rate;
            }
            at(days)
        };
        Some(Passage { entry: meets(-1.0), exit: meets(1.0) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constants::EARTH_RADIUS;
    use crate::physics::orbit::OrbitPlane;
    use crate::units::{Angle, degree, hour, kilometer, second};

    const TABLE: &str = include_str!("../../validation/data/eclipse_year_2027.csv");

    fn new_year() -> Epoch {
        Epoch::from_calendar(2027, 1, 1).unwrap()
    }

    fn kept(altitude_km: f64, ltan_h: f64) -> CircularOrbit {
        let plane = OrbitPlane::SunSynchronous { ltan: Time::new::<hour>(ltan_h) };
        CircularOrbit::new(Length::new::<kilometer>(altitude_km), plane, new_year()).unwrap()
    }

    /// The orbit of a row of the reference.
    fn orbit_of(row: &csv::StringRecord) -> CircularOrbit {
        let number = |index: usize| row[index].parse::<f64>();
        if let Ok(ltan) = number(3) {
            return kept(number(1).unwrap(), ltan);
        }
        let plane = OrbitPlane::Inclined {
            inclination: Angle::new::<degree>(number(2).unwrap()),
            raan: Angle::new::<degree>(number(4).unwrap()),
        };
        let altitude = Length::new::<kilometer>(number(1).unwrap());
        CircularOrbit::new(altitude, plane, new_year()).unwrap()
    }

    #[test]
    fn the_counts_of_2027_are_near_those_of_an_independent_program() {
        let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
        let mut rows = 0;
        for row in reader.records() {
            let row = row.unwrap();
            let eclipses = eclipses_of_year(&orbit_of(&row), 2027, ShadowEarth::Oblate).unwrap();
            let umbras = eclipses.iter().filter(|eclipse| eclipse.umbra.is_some()).count();
            let number = |index: usize| row[index].parse::<f64>().unwrap();
            // near dawn and dusk a season's first and last orbits graze, where the radius swings
            let is_dawn_dusk = row[3].parse::<f64>().is_ok_and(|ltan| (ltan - 12.0).abs() > 5.0);
            let most = if is_dawn_dusk { 20.0 } else { 7.0 };
            assert!((umbras as f64 - number(5)).abs() <= most, "{}: {umbras} umbras", &row[0]);
            let count = eclipses.len();
            assert!((count as f64 - number(6)).abs() <= most, "{}: {count} eclipses", &row[0]);
            let found = seasons(&eclipses, Time::new::<day>(3.0)).len();
            assert!((found as f64 - number(14)).abs() < 0.5, "{}: {found} seasons", &row[0]);
            rows += 1;
        }
        assert_eq!(rows, 33);
    }

    #[test]
    fn the_umbra_lies_inside_the_shadow_and_eclipses_do_not_overlap() {
        let eclipses = eclipses_of_year(&kept(650.0, 10.5), 2027, ShadowEarth::Oblate).unwrap();
        for pair in eclipses.windows(2) {
            assert!(pair[0].shadow.exit < pair[1].shadow.entry);
        }
        for eclipse in &eclipses {
            let umbra = eclipse.umbra.unwrap();
            assert!(eclipse.shadow.entry < umbra.entry && umbra.exit < eclipse.shadow.exit);
        }
    }

    #[test]
    fn the_longest_eclipse_agrees_with_an_independent_program() {
        // Orekit, sphere of the equatorial radius
        let sphere = ShadowEarth::Sphere(EARTH_RADIUS);
        let eclipses = eclipses_of_year(&kept(400.0, 10.5), 2027, sphere).unwrap();
        let longest = eclipses.iter().map(|one| one.shadow.duration().get::<second>());
        let longest = longest.fold(0.0, f64::max);
        assert!((longest - 2_149.661).abs() < 8.0, "{longest}");
    }

    #[test]
    fn a_dawn_orbit_at_650_km_has_its_season_around_the_new_year() {
        let eclipses = eclipses_of_year(&kept(650.0, 6.0), 2027, ShadowEarth::Oblate).unwrap();
        let found = seasons(&eclipses, Time::new::<day>(3.0));
        assert_eq!(found.len(), 2);
        let near = |epoch: Epoch, month: u32, date: u32| {
            let want = Epoch::from_calendar(2027, month, date).unwrap();
            (epoch.days() - want.days()).abs() <= 2.0
        };
        assert!(near(found[0].first_day, 1, 1) && near(found[0].last_day, 2, 3), "{found:?}");
        assert!(near(found[1].first_day, 11, 8) && near(found[1].last_day, 12, 31), "{found:?}");
        assert_eq!(found.iter().map(|season| season.eclipses).sum::<usize>(), eclipses.len());
    }

    #[test]
    fn a_geostationary_orbit_has_a_spring_and_an_autumn_season() {
        let plane = OrbitPlane::Inclined {
            inclination: Angle::new::<degree>(0.0),
            raan: Angle::new::<degree>(0.0),
        };
        let altitude = Length::new::<kilometer>(35_786.0);
        let orbit = CircularOrbit::new(altitude, plane, new_year()).unwrap();
        let eclipses = eclipses_of_year(&orbit, 2027, ShadowEarth::Oblate).unwrap();
        assert_eq!(seasons(&eclipses, Time::new::<day>(3.0)).len(), 2);
        assert!((85..=95).contains(&eclipses.len()), "{}", eclipses.len());
    }

    #[test]
    fn no_year_outside_the_calendar() {
        assert!(eclipses_of_year(&kept(650.0, 6.0), 1900, ShadowEarth::Oblate).is_err());
    }
}
