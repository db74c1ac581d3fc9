//! Links between satellites that share one job: what the job exchanges, and how much of it the
//! links carry.

use crate::constants::EARTH_RADIUS;
use crate::units::{
    InformationPerOperation, InformationRate, Length, OperationRate, Power, Ratio, complement,
    fraction,
};

/// One satellite and the job that it has a part of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct JobPart {
    /// What a satellite exchanges with the others per operation that its accelerators could do, in
    /// a job that spans many.
    pub need: InformationPerOperation,
    /// Operations per second that the accelerators of the satellite could do.
    pub rate: OperationRate,
    /// IT power of the satellite.
    pub satellite: Power,
    /// IT power of the job.
    pub job: Power,
}

/// Longest distance at which two satellites of one altitude see each other past the Earth.
///
/// # Model
/// ```text
/// d = 2 √((R_e + h)² − (R_e + a)²)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | d | distance | m |
/// | `R_e`, h | radius of the Earth, altitude | m |
/// | a | height above which the air leaves the light alone | m |
///
/// # Assumes
/// A sphere; a straight line that may touch the air at its middle.
///
/// # Valid for
/// Altitudes above the air; zero below.
///
/// # References
/// Spherical geometry
pub fn line_of_sight(altitude: Length, air: Length) -> Length {
    let (orbit, limb) = ((EARTH_RADIUS + altitude).base(), (EARTH_RADIUS + air).base());
    Length::from_base(2.0 * (orbit * orbit - limb * limb).max(0.0).sqrt())
}

/// Rate at which one satellite exchanges data with the others of its job.
///
/// # Model
/// ```text
/// C = q F max(0, 1 − P / P_j)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | C | rate, each way | bit/s |
/// | q | data per operation in a job that spans many satellites | bit/FLOP |
/// | F | operations per second of the satellite's accelerators | FLOP/s |
/// | P, `P_j` | IT power of the satellite and of the job | W |
///
/// With k = `P_j` / P satellites a ring sums N gradients of b bits with 2 N b (k − 1) / k bits sent
/// and as many received by each. A satellite spends 6 N operations per token, so that q = b / (3 T)
/// for T tokens per satellite and step: the size of the model cancels. Where accelerators reach a
/// share of their rated speed, q per rated operation is that share of it.
///
/// # Assumes
/// Exchange and computing overlap, so that only the mean counts; within a satellite there is no
/// limit. A job that fits into one satellite needs none.
///
/// # Valid for
/// Any powers; a job of no power needs none.
///
/// # References
/// Derivation above; \[Narayanan2021\] for the mix of parallelism and the rates of one run
pub fn interconnect_need(part: &JobPart) -> InformationRate {
    let nothing = fraction(0.0);
    let outside =
        if part.job > part.satellite { complement(part.satellite / part.job) } else { nothing };
    part.need * part.rate * outside
}

/// Share of the work that links of a capacity carry.
///
/// # Model
/// ```text
/// s = min(1, C / C_need)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | s | share of the work done | 1 |
/// | C, `C_need` | capacity, rate at full work | bit/s |
///
/// # Assumes
/// Accelerators wait for data: work falls in proportion to the rate, as that of a job whose steps
/// are spread out.
///
/// # Valid for
/// Any rates; 1 where nothing is needed.
///
/// # References
/// Definition; docs/model/links.md
pub fn carried_share(capacity: InformationRate, need: InformationRate) -> Ratio {
    if capacity >= need { fraction(1.0) } else { capacity / need }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{
        bit_per_flop, flop_per_second, gigabit_per_second, kilowatt, megawatt, petaflop_per_second,
    };

    fn part() -> JobPart {
        JobPart {
            need: InformationPerOperation::new::<bit_per_flop>(4.0e-5),
            rate: OperationRate::new::<petaflop_per_second>(100.0),
            satellite: Power::new::<kilowatt>(40.0),
            job: Power::new::<megawatt>(1.0),
        }
    }

    fn gigabits(part: JobPart) -> f64 {
        interconnect_need(&part).get::<gigabit_per_second>()
    }

    #[test]
    fn at_650_km_light_passes_the_air_over_5545_km_and_at_the_air_not_at_all() {
        let km = |value: f64| Length::from_base(1.0e3 * value);
        let sight = line_of_sight(km(650.0), km(80.0)).base();
        assert!((sight / 5.545e6 - 1.0).abs() < 1e-4, "{sight}");
        assert!(line_of_sight(km(80.0), km(80.0)).base().abs() < 1e-9);
        assert!(line_of_sight(km(60.0), km(80.0)).base().abs() < 1e-9);
    }

    #[test]
    fn a_megawatt_on_40_kw_satellites_asks_for_3840_gbit_per_s_each() {
        assert!((gigabits(part()) - 4_000.0 * 0.96).abs() < 1e-9);
    }

    #[test]
    fn a_job_within_one_satellite_asks_for_nothing() {
        for watts in [40_000.0, 1_000.0, 0.0] {
            let inside = JobPart { job: Power::from_base(watts), ..part() };
            assert_eq!(interconnect_need(&inside), InformationRate::from_base(0.0));
        }
    }

    #[test]
    fn two_satellites_exchange_half_of_what_many_do() {
        let two = JobPart { job: Power::new::<kilowatt>(80.0), ..part() };
        assert!((gigabits(two) - 2_000.0).abs() < 1e-9);
    }

    #[test]
    fn sums_of_a_step_give_the_need_whatever_the_model_is() {
        // 16 bit gradients, 50 000 tokens per satellite and step: 2 N b bits against 6 N T
        // operations.
        for parameters in [7.0e9_f64, 1.0e12] {
            let bits = 2.0 * parameters * 16.0;
            let operations = 6.0 * parameters * 50_000.0;
            assert!((bits / operations - 16.0 / 150_000.0).abs() < 1e-18);
        }
    }

    #[test]
    fn links_of_a_tenth_of_the_need_carry_a_tenth_of_the_work() {
        let rate = |gigabits: f64| InformationRate::new::<gigabit_per_second>(gigabits);
        assert!((carried_share(rate(384.0), rate(3_840.0)).base() - 0.1).abs() < 1e-15);
        assert_eq!(carried_share(rate(10.0), rate(10.0)), fraction(1.0));
        assert_eq!(carried_share(rate(10.0), rate(0.0)), fraction(1.0));
        assert_eq!(carried_share(rate(0.0), rate(0.0)), fraction(1.0));
        assert_eq!(carried_share(rate(0.0), rate(1.0)), fraction(0.0));
    }

    #[test]
    fn need_grows_with_the_accelerators() {
        let twice = JobPart { rate: part().rate * 2.0, ..part() };
        assert!((gigabits(twice) - 2.0 * gigabits(part())).abs() < 1e-9);
        let none = JobPart { rate: OperationRate::new::<flop_per_second>(0.0), ..part() };
        assert_eq!(interconnect_need(&none), InformationRate::from_base(0.0));
    }
}
