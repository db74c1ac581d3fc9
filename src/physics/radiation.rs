//! Ionizing dose behind shielding, the mass of the shield, parts that the dose ends, and work lost
//! to upsets.

pub mod cells;
pub mod parts;
pub mod solar_protons;

use crate::physics::table::{Curves, TablePlace, belts as table};
use crate::units::{
    Angle, Area, DoseRate, Frequency, Length, Mass, MassDensity, PerDose, Ratio, Time, complement,
    degree, fraction, kilometer, rad_per_year,
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
    /// Row of the tables for protons.
    const fn protons(self) -> usize {
        match self {
            Self::Minimum | Self::Worst => 0,
            Self::Maximum => 1,
        }
    }

    /// Row of the tables for electrons.
    const fn electrons(self) -> usize {
        match self {
            Self::Minimum => 0,
            Self::Maximum | Self::Worst => 1,
        }
    }
}

/// Shape of the shield around the chip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShieldGeometry {
    /// Center of a solid sphere of this radius: particles come from all sides through the same
    /// thickness.
    Sphere,
    /// Behind a wide slab of this thickness, the other side infinitely thick.
    Slab,
}

/// How the dose was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoseRange {
    /// Within the tables.
    Tabulated,
    /// Below 200 km, above 40 000 km, behind less than 0.05 mm or more than 30 mm: the value at the
    /// edge.
    Extrapolated,
}

/// Dose rate in silicon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dose {
    /// Mean absorbed dose per time.
    pub rate: DoseRate,
    /// How it was found.
    pub range: DoseRange,
}

const fn tilt_of(inclination_deg: f64) -> f64 {
    90.0 - (90.0 - inclination_deg).abs()
}

/// Yearly dose at the chips from trapped protons and electrons, at the center of an aluminum
/// sphere.
///
/// # Model
/// ```text
/// D = D_p + D_e
/// ln(D_p + D_0), ln(D_e + D_0): monotone cubic in ln t; linear in ln h and in the tilt min(i, 180° − i)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | D | dose in silicon per time, mean over orbits and days | rad/yr |
/// | `D_p`, `D_e` | its parts by protons, and by electrons with their bremsstrahlung | rad/yr |
/// | h, i | altitude, inclination | km, deg |
/// | t | thickness of aluminum all around | m |
/// | `D_0` | a dose that does not matter, so that nothing has a logarithm: 0.1 | rad/yr |
///
/// The tables hold SHIELDOSE-2 doses on AP-8 and AE-8 spectra for 34 altitudes and 17 tilts.
///
/// # Assumes
/// Trapped particles alone: protons of the Sun are in [`solar_protons`], cosmic rays an allowance
/// of the scenario. AP-8 and AE-8 are averages, uncertain by a factor of two, more below 600 km,
/// where the air and the drift of the field since 1970 change the protons. Aluminum stands for all
/// mass between chip and space. A geosynchronous satellite stands at Greenwich.
///
/// # Valid for
/// Circular orbits of any inclination, 200 to 40 000 km; thickness 0.05 mm to 30 mm. Outside, the
/// value at the edge stands and the range says so.
///
/// # References
/// \[aep8py\] fluxes, \[SHIELDOSE2\] doses, `src/physics/data/make_belts.py`; AP-8, AE-8 and
/// SHIELDOSE-2 reports not read
pub fn annual_dose(
    altitude: Length,
    inclination: Angle,
    thickness: Length,
    cycle: SolarCycle,
) -> Dose {
    Belts::of(altitude, inclination).dose(ShieldGeometry::Sphere, thickness, cycle)
}

/// The radiation belts as one orbit meets them: its place in the tables, found once per orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Belts {
    /// Rows of the tables around the orbit, and the share of each.
    corners: [(usize, f64); 4],
    range: DoseRange,
}

impl Belts {
    /// The belts along an orbit.
    pub fn of(altitude: Length, inclination: Angle) -> Self {
        let log_altitude = libm::log(altitude.get::<kilometer>());
        let heights = TablePlace::find(&table::LOG_ALTITUDE, log_altitude).shares();
        let tilts = TablePlace::find(&table::TILT, tilt_of(inclination.get::<degree>())).shares();
        let corner = |(height, low): (usize, f64), (tilt, share): (usize, f64)| {
            (height * table::TILT.len() + tilt, low * share)
        };
        let corners = [
            corner(heights[0], tilts[0]),
            corner(heights[0], tilts[1]),
            corner(heights[1], tilts[0]),
            corner(heights[1], tilts[1]),
        ];
        Self { corners, range: range(&table::LOG_ALTITUDE, log_altitude) }
    }

    /// Dose as in [`annual_dose`], with a choice of the shape of the shield.
    ///
    /// Behind a slab the dose is two to ten times lower than in a sphere: half of the sky is shut
    /// out and the rest comes in at a slant. A thin box has a dose near the sphere's, a board deep
    /// inside a spacecraft near the slab's.
    pub fn dose(&self, geometry: ShieldGeometry, thickness: Length, cycle: SolarCycle) -> Dose {
        let (protons, electrons) = match geometry {
            ShieldGeometry::Sphere => (table::SPHERE_PROTON, table::SPHERE_ELECTRON),
            ShieldGeometry::Slab => (table::SLAB_PROTON, table::SLAB_ELECTRON),
        };
        let log_depth = libm::log(thickness.base());
        let depth = TablePlace::find(&table::LOG_ALUMINUM, log_depth);
        let dose = |column| self.value(&table::DOSE, column, depth, table::FLOOR_ALUMINUM);
        let rate = dose(protons + cycle.protons()) + dose(electrons + cycle.electrons());
        Dose {
            rate: DoseRate::new::<rad_per_year>(rate),
            range: self.range.max(range(&table::LOG_ALUMINUM, log_depth)),
        }
    }

    /// Value of a column of curves of logarithms at a depth, less the floor of the table.
    fn value(&self, curves: &Curves, column: usize, depth: TablePlace, floor: f64) -> f64 {
        let logarithm: f64 = self
            .corners
            .iter()
            .filter(|(_, share)| share.is_nan() || *share > 0.0)
            .map(|&(orbit, share)| share * curves.at(column, orbit, depth))
            .sum();
        let value = libm::exp(logarithm) - floor;
        if value < 0.0 { 0.0 } else { value }
    }
}

/// A value typed as the first or last row counts as inside.
const ROUNDING: f64 = 1.0e-9;

/// Whether a value lies within the rows of a table.
fn range(rows: &[f64], value: f64) -> DoseRange {
    let inside = value > rows[0] - ROUNDING && value < rows[rows.len() - 1] + ROUNDING;
    if inside { DoseRange::Tabulated } else { DoseRange::Extrapolated }
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
/// | D | dose rate | Gy/s |
/// | k | errors per dose of one device, from a beam test | 1/rad |
///
/// # Assumes
/// The protons of the orbit upset like those of the beam, per dose. Upsets by heavy ions of cosmic
/// rays are not in it, and electrons give dose without upsets, so it is too high behind thin
/// shields.
///
/// # Valid for
/// Shields of several millimeters, where protons make the dose.
///
/// # References
/// \[Suncatcher2025\], radiation tests (errors per rad of an accelerator chip in a proton beam)
pub fn upset_rate(dose_rate: DoseRate, errors_per_dose: PerDose) -> Frequency {
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
    /// As [`Checkpointing::interval`]; errors strike during checkpoints and restarts too. One job
    /// over all devices; jobs without a common state (inference) lose only the restart.
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
    fn orbits_computed_apart_are_met_within_four_percent() {
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
            assert!((got / expected - 1.0).abs() < 0.04, "{altitude} {inclination} {got}");
            assert_eq!(range, DoseRange::Tabulated);
        }
    }

    #[test]
    fn a_slab_shuts_out_more_than_a_sphere() {
        let behind = |geometry| {
            let (altitude, inclination) =
                (Length::new::<kilometer>(650.0), Angle::new::<degree>(98.0037));
            let thickness = Length::new::<millimeter>(10.0);
            Belts::of(altitude, inclination).dose(geometry, thickness, SolarCycle::Worst)
        };
        let slab = behind(ShieldGeometry::Slab).rate.get::<rad_per_year>();
        assert!((slab / 56.226_507_49 - 1.0).abs() < 0.02, "{slab}");
        assert!(behind(ShieldGeometry::Sphere).rate > behind(ShieldGeometry::Slab).rate);
    }

    #[test]
    fn prograde_and_retrograde_meet_the_same_belts() {
        let (forth, back) = (
            dose(550.0, 53.0, 3.0, SolarCycle::Worst).0,
            dose(550.0, 127.0, 3.0, SolarCycle::Worst).0,
        );
        assert!((forth / back - 1.0).abs() < 1e-12, "{forth} {back}");
    }

    #[test]
    fn the_equator_is_below_the_belts_in_low_orbit_and_in_their_heart_at_3000_km() {
        let rate = |altitude, inclination| dose(altitude, inclination, 10.0, SolarCycle::Worst).0;
        assert!(rate(550.0, 0.0) < 1e-3 * rate(550.0, 28.5), "{}", rate(550.0, 0.0));
        assert!(rate(3000.0, 0.0) > 4.0 * rate(3000.0, 90.0), "{}", rate(3000.0, 0.0));
        assert!(rate(3000.0, 0.0) > 100.0 * rate(650.0, 98.0), "{}", rate(3000.0, 0.0));
    }

    #[test]
    fn thicker_shields_never_let_more_through() {
        for altitude in [200.0, 400.0, 520.0, 650.0, 900.0, 2000.0, 9000.0, 35_786.0, 40_000.0] {
            for inclination in [0.0, 28.5, 53.0, 75.0, 98.0, 180.0] {
                let mut last = f64::INFINITY;
                for step in 1..600 {
                    let thickness = 0.05 * f64::from(step);
                    let (now, _) = dose(altitude, inclination, thickness, SolarCycle::Worst);
                    // at the equator of 200 km there is nothing to stop
                    let falls = now < last || now < 1e-6;
                    assert!(now.is_finite() && falls, "{altitude} {inclination} {thickness}");
                    last = now;
                }
            }
        }
    }

    #[test]
    fn outside_the_table_the_edge_stands_and_is_flagged() {
        for (altitude, thickness) in [(199.0, 10.0), (40_001.0, 10.0), (650.0, 100.0), (650.0, 0.0)]
        {
            let (got, range) = dose(altitude, 98.0, thickness, SolarCycle::Worst);
            assert!(got.is_finite() && got > 0.0, "{altitude}");
            assert_eq!(range, DoseRange::Extrapolated, "{altitude} {thickness}");
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
        let rate = upset_rate(DoseRate::new::<rad_per_year>(150.0), PerDose::new::<per_rad>(0.059));
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
