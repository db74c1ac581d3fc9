//! Ionizing dose behind shielding, the mass of the shield, parts that the dose ends, and work lost to upsets.

pub mod cells;
pub mod parts;
pub mod solar_protons;

use crate::physics::table::{Place, belts as table};
use crate::units::{
    Angle, Area, EmissionPerEnergy, Frequency, Length, Mass, MassDensity, Ratio, SpecificPower,
    Time, complement, degree, fraction, kilometer, rad_per_year,
};

/// Phase of the solar cycle, that is, which maps of the belts are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SolarCycle {
    /// AP-8 MIN protons with AE-8 MIN electrons.
    Minimum,
    /// AP-8 MAX protons with AE-8 MAX electrons.
    Maximum,
    /// AP-8 MIN protons with AE-8 MAX electrons: the larger of both, the usual design case.
    Worst,
}

impl SolarCycle {
    const fn row(self) -> usize {
        match self {
            Self::Minimum => 0,
            Self::Maximum => 1,
            Self::Worst => 2,
        }
    }
}

/// Shape of the shield around the chip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShieldGeometry {
    /// Center of a solid sphere of this radius: particles come from all sides through the same thickness.
    Sphere,
    /// Behind a wide slab of this thickness, the other side infinitely thick.
    Slab,
}

/// How the dose was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoseRange {
    /// The orbit is one of the tabulated orbits.
    Tabulated,
    /// Between tabulated orbits.
    Interpolated,
    /// Outside them, or the shield is thinner than 0.05 mm or thicker than 30 mm: the value at the edge.
    Extrapolated,
}

/// Dose rate in silicon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dose {
    /// Mean absorbed dose per time.
    pub rate: SpecificPower,
    /// How it was found.
    pub range: DoseRange,
}

/// Where a satellite flies, for the belts.
#[derive(Debug, Clone, Copy, PartialEq)]
struct BeltOrbit {
    altitude_km: f64,
    /// Between orbit plane and equator, 0 to 90: the belts do not tell prograde from retrograde.
    tilt_deg: f64,
}

/// Place of an orbit in a family of tabulated orbits: share of two neighboring rows.
#[derive(Debug, Clone, Copy)]
struct Family {
    low: usize,
    share: f64,
    tilt_deg: f64,
    inside: bool,
}

/// Rows whose logarithms, with these weights, sum to that of an orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Rows {
    Sum([(usize, f64); 6]),
    /// Between the low orbits and the geostationary one: the larger of both.
    Larger(usize, usize),
}

/// How far an orbit may be from a tabulated one and still count as the same.
const SAME_ALTITUDE_KM: f64 = 1.0;
const SAME_TILT_DEG: f64 = 0.5;
/// Within this of the geostationary row it counts as the same belt.
const GEOSTATIONARY_BAND_KM: f64 = 200.0;
const GEOSTATIONARY_TILT_DEG: f64 = 15.0;

const fn tilt_of(inclination_deg: f64) -> f64 {
    90.0 - (90.0 - inclination_deg).abs()
}

/// Yearly dose at the chips from trapped protons and electrons, at the center of an aluminum sphere.
///
/// # Model
/// ```text
/// D = D_p + D_e
/// ln D_p, ln D_e: monotone cubic in ln t; linear in h along two families of orbits (sun-synchronous, 53°);
///                 linear in the tilt min(i, 180° − i) between the families
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | D | dose in silicon per time, mean over orbits and days | rad/yr |
/// | `D_p`, `D_e` | its parts by protons, and by electrons with their bremsstrahlung | rad/yr |
/// | h, i | altitude, inclination | km, deg |
/// | t | thickness of aluminum all around | m |
///
/// The table holds SHIELDOSE-2 doses on AP-8 and AE-8 spectra: protons, electrons and their bremsstrahlung.
///
/// # Assumes
/// Trapped particles alone: protons of the Sun are in [`solar_protons`], cosmic rays an allowance of the scenario. AP-8 and AE-8 are averages, uncertain by a factor of two. Aluminum
/// stands for all mass between chip and space.
///
/// # Valid for
/// Tabulated orbits: sun-synchronous at 400, 600, 650, 700, 1000, 1200 and 2000 km; 51.6° at 400 km; 53° at 550 km; geostationary.
/// [`DoseRange::Interpolated`] between them. [`DoseRange::Extrapolated`] is the value at the edge, and the fluxes of AP-8 and
/// AE-8 say how far off it may be. Below 400 km it is too high: at 300 km four times for protons, 1.4 times for
/// electrons, at 200 km forty and two times. Tilts below 51° in low orbit: at 550 km protons are 1.7 times more at 40° than at
/// 53° and none at the equator, electrons always fewer; at 2000 km the equator has four times the protons of the
/// polar orbit. Between 2000 km and geostationary height the larger of both edges stands, too low by up to
/// seven for thick and thirty for thin shields in the heart of the belts. Beyond, and for inclined geosynchronous orbits,
/// it is too high by four to six. Thickness 0.05 mm to 30 mm.
///
/// # References
/// Rows: \[aep8py\] fluxes, \[SHIELDOSE2\] doses; AP-8, AE-8 and SHIELDOSE-2 reports not read
pub fn annual_dose(
    altitude: Length,
    inclination: Angle,
    thickness: Length,
    cycle: SolarCycle,
) -> Dose {
    annual_dose_in(ShieldGeometry::Sphere, altitude, inclination, thickness, cycle)
}

/// As [`annual_dose`], with a choice of the shape of the shield.
///
/// Behind a slab the dose is two to ten times lower than in a sphere: half of the sky is shut out and the rest comes
/// in at a slant. A thin box has a dose near the sphere's, a board deep inside a spacecraft near the slab's.
pub fn annual_dose_in(
    geometry: ShieldGeometry,
    altitude: Length,
    inclination: Angle,
    thickness: Length,
    cycle: SolarCycle,
) -> Dose {
    Belts::of(altitude, inclination).dose(geometry, thickness, cycle)
}

/// The radiation belts as one orbit meets them: the rows of the table that speak for it, found once per orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Belts {
    rows: Rows,
    range: DoseRange,
}

impl Belts {
    /// The belts along an orbit.
    pub fn of(altitude: Length, inclination: Angle) -> Self {
        let (rows, range) = rows_of(BeltOrbit {
            altitude_km: altitude.get::<kilometer>(),
            tilt_deg: tilt_of(inclination.get::<degree>()),
        });
        Self { rows, range }
    }

    /// As [`annual_dose_in`].
    pub fn dose(&self, geometry: ShieldGeometry, thickness: Length, cycle: SolarCycle) -> Dose {
        let (protons, electrons) = match geometry {
            ShieldGeometry::Sphere => (&table::LOG_SPHERE_PROTON, &table::LOG_SPHERE_ELECTRON),
            ShieldGeometry::Slab => (&table::LOG_SLAB_PROTON, &table::LOG_SLAB_ELECTRON),
        };
        let log_depth = libm::log(thickness.base());
        let depth = Place::find(&table::LOG_ALUMINUM, log_depth);
        let dose =
            self.value(depth, &protons[cycle.row()]) + self.value(depth, &electrons[cycle.row()]);
        let inside = log_depth > table::LOG_ALUMINUM[0] - ROUNDING
            && log_depth < table::LOG_ALUMINUM[table::LOG_ALUMINUM.len() - 1] + ROUNDING;
        let range = if inside { self.range } else { DoseRange::Extrapolated };
        Dose { rate: SpecificPower::new::<rad_per_year>(dose), range }
    }

    /// Value of a table of logarithms at a depth.
    fn value<const DEPTHS: usize>(&self, depth: Place, table: &[[Row; DEPTHS]; ORBITS]) -> f64 {
        let row = |index: usize| depth.cubic(&table[index]);
        libm::exp(match self.rows {
            Rows::Sum(terms) => terms
                .iter()
                .filter(|(_, weight)| weight.is_nan() || weight.abs() > 0.0)
                .map(|&(index, weight)| weight * row(index))
                .sum(),
            Rows::Larger(one, other) => row(one).max(row(other)),
        })
    }
}

/// Value and slope.
type Row = (f64, f64);
const ORBITS: usize = table::ORBIT.len();
/// Rows of the ends of both families and of the geostationary orbit.
const POLAR_TOP: usize = table::POLAR - 1;
const INCLINED_TOP: usize = table::POLAR + table::INCLINED - 1;
const GEOSTATIONARY: usize = ORBITS - 1;

/// A thickness typed as the first or last row counts as inside.
const ROUNDING: f64 = 1.0e-9;

/// Which rows make up the logarithm of the dose of an orbit, and how far they can be trusted.
fn rows_of(orbit: BeltOrbit) -> (Rows, DoseRange) {
    if orbit.altitude_km > table::ORBIT[POLAR_TOP].0 + SAME_ALTITUDE_KM {
        return rows_above(orbit);
    }
    let polar = family(orbit.altitude_km, 0, table::POLAR);
    let inclined = family(orbit.altitude_km, table::POLAR, table::INCLINED);
    let share = (orbit.tilt_deg - inclined.tilt_deg) / (polar.tilt_deg - inclined.tilt_deg);
    let share = share.clamp(0.0, 1.0);
    let rest = 1.0 - share;
    let mut terms = [(0, 0.0); 6];
    terms[0] = (inclined.low, rest * (1.0 - inclined.share));
    terms[1] = (inclined.low + 1, rest * inclined.share);
    let top = table::ORBIT[INCLINED_TOP].0;
    let above = orbit.altitude_km > top;
    // Above its altitudes the inclined family keeps its ratio to the polar one.
    let polar_weight = if above { 1.0 } else { share };
    terms[2] = (polar.low, polar_weight * (1.0 - polar.share));
    terms[3] = (polar.low + 1, polar_weight * polar.share);
    if above {
        let there = family(top, 0, table::POLAR);
        terms[4] = (there.low, -rest * (1.0 - there.share));
        terms[5] = (there.low + 1, -rest * there.share);
    }
    let on_polar = polar.inside && orbit.tilt_deg > polar.tilt_deg - SAME_TILT_DEG;
    let between = inclined.inside && orbit.tilt_deg > inclined.tilt_deg - SAME_TILT_DEG;
    let range = if is_tabulated(orbit) {
        DoseRange::Tabulated
    } else if on_polar || between {
        DoseRange::Interpolated
    } else {
        DoseRange::Extrapolated
    };
    (Rows::Sum(terms), range)
}

/// Above the last sun-synchronous row.
fn rows_above(orbit: BeltOrbit) -> (Rows, DoseRange) {
    let beyond = orbit.altitude_km - table::ORBIT[GEOSTATIONARY].0;
    let rows = if beyond > -GEOSTATIONARY_BAND_KM {
        Rows::Larger(GEOSTATIONARY, GEOSTATIONARY)
    } else {
        Rows::Larger(GEOSTATIONARY, POLAR_TOP)
    };
    let near = beyond.abs() < GEOSTATIONARY_BAND_KM && orbit.tilt_deg < GEOSTATIONARY_TILT_DEG;
    let range = if is_tabulated(orbit) {
        DoseRange::Tabulated
    } else if near {
        DoseRange::Interpolated
    } else {
        DoseRange::Extrapolated
    };
    (rows, range)
}

fn is_tabulated(orbit: BeltOrbit) -> bool {
    table::ORBIT.iter().any(|&(altitude, inclination)| {
        (orbit.altitude_km - altitude).abs() < SAME_ALTITUDE_KM
            && (orbit.tilt_deg - tilt_of(inclination)).abs() < SAME_TILT_DEG
    })
}

/// Place of an altitude among `count` orbits from `first` on; the end beyond either end.
fn family(altitude_km: f64, first: usize, count: usize) -> Family {
    let orbits = &table::ORBIT[first..first + count];
    let low = orbits.partition_point(|at| at.0 <= altitude_km).saturating_sub(1).min(count - 2);
    let (below, above) = (orbits[low], orbits[low + 1]);
    let share = ((altitude_km - below.0) / (above.0 - below.0)).clamp(0.0, 1.0);
    let inside = altitude_km > orbits[0].0 - SAME_ALTITUDE_KM
        && altitude_km < orbits[count - 1].0 + SAME_ALTITUDE_KM;
    let tilt_deg = (1.0 - share) * tilt_of(below.1) + share * tilt_of(above.1);
    Family { low: first + low, share, tilt_deg, inside }
}

/// Mass of a plate of shielding.
///
/// # Model
/// ```text
/// m = ρ A t
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | m | mass | kg |
/// | ρ | density of the material | kg/m³ |
/// | A, t | area that is covered, thickness | m², m |
///
/// # Assumes
/// Thin against the box that it covers.
///
/// # Valid for
/// Any material; the dose is for aluminum.
///
/// # References
/// Definition of the density
pub fn shield_mass(thickness: Length, area: Area, density: MassDensity) -> Mass {
    density * area * thickness
}

/// Rate of errors that come with the dose.
///
/// # Model
/// ```text
/// λ = D k
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | λ | errors per time of one device | 1/s |
/// | D | dose rate | W/kg |
/// | k | errors per dose of one device, from a beam test | 1/rad |
///
/// # Assumes
/// The protons of the orbit upset like those of the beam, per dose. Upsets by heavy ions of cosmic rays are not in
/// it, and electrons give dose without upsets, so it is too high behind thin shields.
///
/// # Valid for
/// Shields of several millimeters, where protons make the dose.
///
/// # References
/// \[Suncatcher2025\], radiation tests (errors per rad of an accelerator chip in a proton beam)
pub fn upset_rate(dose_rate: SpecificPower, errors_per_dose: EmissionPerEnergy) -> Frequency {
    dose_rate * errors_per_dose
}

/// Cost of saving a long computation and of coming back after an error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Checkpointing {
    /// Time to write a checkpoint, during which no work is done.
    pub write: Time,
    /// Time from an error to work again, without the work to be repeated.
    pub restart: Time,
}

impl Checkpointing {
    /// Best time of work between two checkpoints.
    ///
    /// # Model
    /// ```text
    /// τ = √(2 δ M) (1 + √(δ/2M)/3 + (δ/2M)/9) − δ        for δ < 2M, else τ = M
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | τ | work between checkpoints | s |
    /// | δ | time to write one | s |
    /// | M | mean time between errors of the whole job | s |
    ///
    /// # Assumes
    /// Errors at random with a constant rate, over all devices of the job; each is noticed at once.
    ///
    /// # Valid for
    /// Any positive rate; without errors the interval is infinite.
    ///
    /// # References
    /// After \[Young1974\] and \[Daly2006\], not read
    pub fn interval(&self, error_rate: Frequency) -> Time {
        let between: Time = fraction(1.0) / error_rate;
        let half: f64 = (self.write / (between * 2.0)).base();
        if half >= 1.0 {
            return between;
        }
        let correction = 1.0 + half.sqrt() / 3.0 + half / 9.0;
        between * (2.0 * (half.sqrt() * correction - half))
    }

    /// Share of the throughput that is lost to checkpoints, repeated work and restarts.
    ///
    /// # Model
    /// ```text
    /// L = 1 − τ / (M exp(R/M) (exp((τ + δ)/M) − 1))
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | L | lost share at the best interval τ | 1 |
    /// | R | time of a restart | s |
    ///
    /// The other symbols as in [`Checkpointing::interval`].
    ///
    /// # Assumes
    /// As [`Checkpointing::interval`]; errors strike during checkpoints and restarts too. One job over all
    /// devices; jobs without a common state (inference) lose only the restart.
    ///
    /// # Valid for
    /// Any rate: 0 without errors, 1 where nothing gets done.
    ///
    /// # References
    /// After \[Daly2006\], not read
    pub fn lost_throughput(&self, error_rate: Frequency) -> Ratio {
        if error_rate.base() <= 0.0 {
            return fraction(0.0);
        }
        let work: f64 = (self.interval(error_rate) * error_rate).base();
        let cycle: f64 = (self.write * error_rate).base() + work;
        let restart: f64 = (self.restart * error_rate).base();
        let kept = if cycle > 0.0 { work / libm::expm1(cycle) } else { 1.0 };
        let useful = kept * libm::exp(-restart);
        complement(fraction(useful.clamp(0.0, 1.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{
        kilogram, kilogram_per_cubic_meter, millimeter, minute, per_day, per_rad, per_second,
        per_year, second, square_meter,
    };

    fn dose(
        altitude: f64,
        inclination: f64,
        thickness: f64,
        cycle: SolarCycle,
    ) -> (f64, DoseRange) {
        let dose = annual_dose(
            Length::new::<kilometer>(altitude),
            Angle::new::<degree>(inclination),
            Length::new::<millimeter>(thickness),
            cycle,
        );
        (dose.rate.get::<rad_per_year>(), dose.range)
    }

    #[test]
    fn rows_of_the_table_are_met_and_say_so() {
        for (altitude, inclination, thickness, cycle, expected) in [
            (650.0, 98.0037, 10.0, SolarCycle::Worst, 176.225_437_6),
            (650.0, 98.0037, 10.0, SolarCycle::Maximum, 129.008_491_6),
            (650.0, 98.0037, 10.0, SolarCycle::Minimum, 174.360_789),
            (400.0, 51.6, 3.0, SolarCycle::Worst, 312.795_000_7),
            (550.0, 53.0, 20.0, SolarCycle::Worst, 91.929_315_72),
            (2000.0, 104.9131, 5.0, SolarCycle::Worst, 20_562.285_23),
            (35_786.0, 0.05, 10.0, SolarCycle::Worst, 542.254_891_6),
        ] {
            let (got, range) = dose(altitude, inclination, thickness, cycle);
            assert!((got / expected - 1.0).abs() < 1e-7, "{altitude} {inclination} {got}");
            assert_eq!(range, DoseRange::Tabulated);
        }
    }

    #[test]
    fn a_slab_shuts_out_more_than_a_sphere() {
        let behind = |geometry| {
            annual_dose_in(
                geometry,
                Length::new::<kilometer>(650.0),
                Angle::new::<degree>(98.0037),
                Length::new::<millimeter>(10.0),
                SolarCycle::Worst,
            )
        };
        let slab = behind(ShieldGeometry::Slab).rate.get::<rad_per_year>();
        assert!((slab / 56.226_507_49 - 1.0).abs() < 1e-7, "{slab}");
        assert!(behind(ShieldGeometry::Sphere).rate > behind(ShieldGeometry::Slab).rate);
    }

    #[test]
    fn between_orbits_the_dose_lies_between_theirs() {
        let (middle, range) = dose(850.0, 98.8, 10.0, SolarCycle::Worst);
        assert!(middle > 233.020_974_5 && middle < 890.843_175_9, "{middle}");
        assert_eq!(range, DoseRange::Interpolated);
        let (tilted, range) = dose(450.0, 70.0, 3.0, SolarCycle::Worst);
        assert!(tilted > 312.0 && tilted < 740.0, "{tilted}");
        assert_eq!(range, DoseRange::Interpolated);
        assert_eq!(
            dose(550.0, 127.0, 3.0, SolarCycle::Worst),
            dose(550.0, 53.0, 3.0, SolarCycle::Worst)
        );
    }

    #[test]
    fn thicker_shields_always_let_less_through() {
        for altitude in [200.0, 400.0, 520.0, 650.0, 900.0, 2000.0, 9000.0, 35_786.0, 40_000.0] {
            for inclination in [0.0, 28.5, 53.0, 75.0, 98.0, 180.0] {
                let mut last = f64::INFINITY;
                for step in 1..600 {
                    let thickness = 0.05 * f64::from(step);
                    let (now, _) = dose(altitude, inclination, thickness, SolarCycle::Worst);
                    assert!(now.is_finite() && now < last, "{altitude} {inclination} {thickness}");
                    last = now;
                }
            }
        }
    }

    #[test]
    fn outside_the_table_the_edge_stands_and_is_flagged() {
        for (altitude, inclination, thickness) in [
            (300.0, 97.0, 10.0),
            (550.0, 10.0, 10.0),
            (1200.0, 53.0, 10.0),
            (8000.0, 0.0, 10.0),
            (35_786.0, 60.0, 10.0),
            (40_000.0, 0.0, 10.0),
            (650.0, 98.0, 100.0),
            (650.0, 98.0, 0.0),
        ] {
            let (got, range) = dose(altitude, inclination, thickness, SolarCycle::Worst);
            assert!(got.is_finite() && got > 0.0, "{altitude}");
            assert_eq!(range, DoseRange::Extrapolated, "{altitude} {inclination} {thickness}");
        }
        assert!(dose(f64::NAN, 98.0, 10.0, SolarCycle::Worst).0.is_nan());
    }

    #[test]
    fn ten_millimeters_over_a_square_meter_weigh_27_kg() {
        let mass = shield_mass(
            Length::new::<millimeter>(10.0),
            Area::new::<square_meter>(1.0),
            MassDensity::new::<kilogram_per_cubic_meter>(2700.0),
        );
        assert!((mass.get::<kilogram>() - 27.0).abs() < 1e-12);
    }

    #[test]
    fn a_chip_with_0p059_errors_per_rad_errs_8p85_times_in_150_rad() {
        let rate = upset_rate(
            SpecificPower::new::<rad_per_year>(150.0),
            EmissionPerEnergy::new::<per_rad>(0.059),
        );
        assert!((rate.get::<per_year>() - 8.85).abs() < 1e-12);
    }

    const SAVE: Checkpointing =
        Checkpointing { write: Time::from_base(60.0), restart: Time::from_base(300.0) };

    #[test]
    fn seldom_errors_give_the_interval_of_young() {
        let interval = SAVE.interval(Frequency::new::<per_second>(1.0e-9));
        let young = (2.0 * 60.0 * 1.0e9_f64).sqrt();
        assert!((interval.get::<second>() / young - 1.0).abs() < 2e-4);
    }

    #[test]
    fn the_interval_is_the_one_that_loses_least() {
        for per_day_rate in [0.01, 0.5, 10.0] {
            let rate = Frequency::new::<per_day>(per_day_rate);
            let best = (SAVE.interval(rate) * rate).base();
            let lost = |work: f64| {
                let cycle = work + (SAVE.write * rate).base();
                1.0 - work / ((SAVE.restart * rate).base().exp() * cycle.exp_m1())
            };
            assert!((lost(best) - SAVE.lost_throughput(rate).base()).abs() < 1e-12);
            assert!(
                lost(best) < lost(best * 1.1) && lost(best) < lost(best * 0.9),
                "{per_day_rate}"
            );
        }
    }

    #[test]
    fn no_error_loses_nothing_and_too_many_lose_all() {
        assert_eq!(SAVE.lost_throughput(Frequency::from_base(0.0)), fraction(0.0));
        let storm = SAVE.lost_throughput(Frequency::new::<per_second>(10.0));
        assert!((storm.base() - 1.0).abs() < 1e-12);
        let free = Checkpointing { write: Time::from_base(0.0), restart: Time::new::<minute>(5.0) };
        let lost = free.lost_throughput(Frequency::new::<per_day>(1.0)).base();
        assert!((lost - 300.0 / 86_400.0).abs() < 1e-4, "{lost}");
    }
}
