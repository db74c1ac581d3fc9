//! Laws that decide how large a satellite may be: momentum to be stored, walls of tubes.

use super::super::bench::ReferenceTolerance::Relative;
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::orbit::{degrees, kilometers};
use super::{Adapter, Context, Judge};
use crate::constants::EARTH_MU;
use crate::physics::atmosphere::SolarActivity;
use crate::physics::debris::{DebrisOrbit, TubeArmor, TubeDuty};
use crate::physics::meteoroid::{Armor, ArmorDuty, ArmorParameters};
use crate::physics::momentum::FlatBody;
use crate::units::{
    Area, Frequency, Length, Mass, MassDensity, Time, Velocity, YEAR_SECONDS, fraction,
    kilogram_per_cubic_meter, kilometer_per_second, millimeter, year,
};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "momentum_gravity.csv",
        source: "Python: Newton's force on a plate of point masses",
        inputs: &["mass_kg", "length_m", "width_m", "radius_km", "tilt_deg"],
        columns: MOMENTUM,
        remark: "Made by make_size_laws.py beside it.",
        judge: Judge::Csv(momentum),
    },
    Adapter {
        file: "tube_wall.csv",
        source: "Python: bisection on the wall",
        inputs: &["alt_km", "inc_deg", "years", "surface_m2", "survival", "debris_factor"],
        columns: WALL,
        remark: "Made by make_size_laws.py beside it, with all three parts of the flux of \
            meteoroids; an evaluation has the first alone.",
        judge: Judge::Csv(wall),
    },
];

const MOMENTUM: &[BenchColumn] = &[column(
    "momentum_N_m_s",
    2,
    "N m s",
    Relative(1e-5),
    "physics::momentum::FlatBody::by_gravity",
)];

fn momentum(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let body = FlatBody {
        array: Mass::from_base(row.number("mass_kg")?),
        array_length: Length::from_base(row.number("length_m")?),
        panel: Mass::from_base(0.0),
        panel_length: Length::from_base(0.0),
    };
    let radius = 1.0e3 * row.number("radius_km")?;
    let period = std::f64::consts::TAU * (radius * radius * radius / EARTH_MU.base()).sqrt();
    let got = body.by_gravity(Time::from_base(period), degrees(row.number("tilt_deg")?));
    bench.judge(row, "momentum_N_m_s", got.base(), row.number("momentum_N_m_s")?);
    Ok(())
}

const WALL: &[BenchColumn] = &[
    column("wall_mm", 2, "mm", Relative(0.005), "physics::debris::TubeArmor::wall"),
    column("ring_mm", 2, "mm", Relative(0.015), "physics::debris::TubeArmor::added"),
];

fn wall(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let altitude = kilometers(row.number("alt_km")?);
    let impossible = |error| row.impossible(error);
    let tubes = TubeArmor {
        meteoroids: aluminum(1_000.0, 14.0).map_err(impossible)?,
        debris: aluminum(2_800.0, 9.0).map_err(impossible)?,
        bore: Length::new::<millimeter>(8.6),
        bare: Length::new::<millimeter>(0.7),
    };
    let got = tubes.wall(&TubeDuty {
        exposure: ArmorDuty {
            area: Area::from_base(row.number("surface_m2")?),
            life: Time::new::<year>(5.0),
            altitude,
            survival: fraction(row.number("survival")?),
            debris_factor: fraction(1.0),
        },
        debris: DebrisOrbit {
            altitude,
            inclination: degrees(row.number("inc_deg")?),
            activity: SolarActivity::Moderate,
            since_1988: Time::new::<year>(row.number("years")?),
            growth: Frequency::from_base(0.02 / YEAR_SECONDS),
        },
        debris_factor: fraction(row.number("debris_factor")?),
    });
    bench.judge(row, "wall_mm", got.get::<millimeter>(), row.number("wall_mm")?);
    let ring = tubes.added(got).get::<millimeter>();
    bench.judge(row, "ring_mm", ring, row.number("ring_mm")?);
    Ok(())
}

/// Aluminum 6061 under particles of one kind.
pub(super) fn aluminum(density: f64, speed: f64) -> Result<Armor, crate::domain::DomainError> {
    let dense = MassDensity::new::<kilogram_per_cubic_meter>;
    let fast = Velocity::new::<kilometer_per_second>;
    Armor::new(ArmorParameters {
        wall_density: dense(2_700.0),
        brinell_hardness: fraction(95.0),
        wall_sound_speed: fast(5.1),
        meteoroid_density: dense(density),
        normal_speed: fast(speed),
        depth_factor: fraction(1.8),
    })
}
