//! Orbits and the place of the Sun.

use super::super::bench::ReferenceTolerance::{Absolute, Relative};
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::{Adapter, Context, Judge};
use crate::constants::EARTH_RADIUS;
use crate::physics::orbit::{
    keplerian_period, nodal_period, nodal_period_j2, node_rate, node_rate_j2,
    sun_synchronous_inclination, sun_synchronous_inclination_j2,
};
use crate::physics::sun::{Epoch, equation_of_time, mean_sun_right_ascension, sun};
use crate::units::{
    Angle, Length, Time, astronomical_unit, degree, degree_per_day, kilometer, minute, second,
};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "sso_inclination.csv",
        source: "brahe 1.8.0, Orekit 13.1.9 (Eckstein-Hechler)",
        inputs: &["alt_km"],
        columns: SSO,
        remark: "The tolerance of the Eckstein-Hechler column was set for the first-order formula \
            up to 2000 km; the model carries J2 squared, J4 and J6 and is judged by it at every \
            altitude.",
        judge: Judge::Csv(sso_inclination),
    },
    Adapter {
        file: "nodal_rate.csv",
        source: "brahe 1.8.0, Orekit 13.1.9 (Eckstein-Hechler)",
        inputs: &["alt_km", "inc_deg"],
        columns: NODAL_RATE,
        remark: "The tolerances of the Eckstein-Hechler column were set for the first-order \
            formula; the model carries J2 squared, J4 and J6.",
        judge: Judge::Csv(nodal_rate),
    },
    Adapter {
        file: "nodal_rate_numerical.csv",
        source: "Orekit 13.1.9, numerical integration over 30 days",
        inputs: &["alt_km", "inc_deg"],
        columns: NODAL_RATE_NUMERICAL,
        remark: "Rows from 53 to 105 degrees are judged.",
        judge: Judge::Csv(nodal_rate_numerical),
    },
    Adapter {
        file: "sun_position.csv",
        source: "Orekit 13.1.9 (DE440), skyfield 1.55 (DE421), pvlib 0.16.1",
        inputs: &["utc"],
        columns: SUN,
        remark: "The model is geometric, of date; the skyfield columns are apparent places, up to \
            0.011 degrees from the geometric ones.",
        judge: Judge::Csv(sun_position),
    },
];

const SSO: &[BenchColumn] = &[
    column("kepler_period_s_brahe", 2, "s", Relative(1e-8), "physics::orbit::keplerian_period"),
    column(
        "sso_inc_deg_j2_brahe",
        2,
        "deg",
        Absolute(0.001),
        "physics::orbit::sun_synchronous_inclination_j2",
    ),
    column(
        "sso_inc_deg_orekit_eh",
        2,
        "deg",
        Absolute(0.025),
        "physics::orbit::sun_synchronous_inclination",
    ),
];

pub(super) fn kilometers(value: f64) -> Length {
    Length::new::<kilometer>(value)
}

pub(super) fn degrees(value: f64) -> Angle {
    Angle::new::<degree>(value)
}

fn axis(row: &SheetRow<'_>) -> Result<Length, Trouble> {
    Ok(EARTH_RADIUS + kilometers(row.number("alt_km")?))
}

fn sso_inclination(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let axis = axis(row)?;
    let period = keplerian_period(axis).get::<second>();
    bench.judge(row, "kepler_period_s_brahe", period, row.number("kepler_period_s_brahe")?);
    for (column, inclination) in [
        ("sso_inc_deg_j2_brahe", sun_synchronous_inclination_j2(axis)),
        ("sso_inc_deg_orekit_eh", sun_synchronous_inclination(axis)),
    ] {
        let got = inclination.map(|angle| angle.get::<degree>());
        bench.judge_result(row, column, got, row.number(column)?);
    }
    Ok(())
}

const EH: &str = "raan_rate_deg_day_orekit_eh";
const EH_MIDDLE: &str = "raan_rate_deg_day_orekit_eh, 45 to 140 deg";
const EH_LOW: &str = "raan_rate_deg_day_orekit_eh, 28.5 deg";
const EH_LOWEST: &str = "raan_rate_deg_day_orekit_eh, 10 deg";
const NODE_RATE: &str = "physics::orbit::node_rate";
const PERIOD_J2: &str = "nodal_period_s_orekit_eh, first order, below 2000 km";
const PERIOD_LOW: &str = "nodal_period_s_orekit_eh, below 2000 km";

const NODAL_RATE: &[BenchColumn] = &[
    column("kepler_period_s_brahe", 2, "s", Relative(1e-8), "physics::orbit::keplerian_period"),
    column("kepler_period_s", 0, "s", Relative(1e-7), "physics::orbit::keplerian_period"),
    column(
        "raan_rate_deg_day_j2_formula",
        0,
        "deg/d",
        Relative(1e-7),
        "physics::orbit::node_rate_j2",
    ),
    column(EH_MIDDLE, 2, "deg/d", Relative(0.0025), NODE_RATE),
    column(EH_LOW, 2, "deg/d", Relative(0.005), NODE_RATE),
    column(EH_LOWEST, 2, "deg/d", Relative(0.0085), NODE_RATE),
    column(PERIOD_J2, 2, "s", Absolute(0.1), "physics::orbit::nodal_period_j2"),
    column(PERIOD_LOW, 2, "s", Absolute(0.1), "physics::orbit::nodal_period"),
];

fn nodal_rate(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let axis = axis(row)?;
    let inclination_deg = row.number("inc_deg")?;
    let inclination = degrees(inclination_deg);
    let period = keplerian_period(axis).get::<second>();
    for column in ["kepler_period_s_brahe", "kepler_period_s"] {
        bench.judge(row, column, period, row.number(column)?);
    }
    let first_order = node_rate_j2(axis, inclination).get::<degree_per_day>();
    let column = "raan_rate_deg_day_j2_formula";
    bench.judge(row, column, first_order, row.number(column)?);
    let class = match inclination_deg {
        x if x < 28.0 => EH_LOWEST,
        x if x < 45.0 => EH_LOW,
        _ => EH_MIDDLE,
    };
    let rate = node_rate(axis, inclination).get::<degree_per_day>();
    bench.judge(row, class, rate, row.number(EH)?);
    let nodal_s = row.number("nodal_period_s_orekit_eh")?;
    if row.number("alt_km")? < 2000.0 {
        let first_order = nodal_period_j2(axis, inclination).get::<second>();
        bench.judge(row, PERIOD_J2, first_order, nodal_s);
        bench.judge(row, PERIOD_LOW, nodal_period(axis, inclination).get::<second>(), nodal_s);
    }
    Ok(())
}

const NODAL_RATE_NUMERICAL: &[BenchColumn] = &[
    column("raan_rate_deg_day_orekit_num_j2_j6", 2, "deg/d", Relative(0.003), NODE_RATE),
    column("raan_rate_deg_day_orekit_num_20x20_sun_moon", 2, "deg/d", Relative(0.003), NODE_RATE),
];

fn nodal_rate_numerical(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let axis = axis(row)?;
    let inclination_deg = row.number("inc_deg")?;
    let rate = node_rate(axis, degrees(inclination_deg)).get::<degree_per_day>();
    for column in NODAL_RATE_NUMERICAL {
        let want = row.number(column.name)?;
        if (53.0..=105.0).contains(&inclination_deg) {
            bench.judge(row, column.name, rate, want);
        }
    }
    Ok(())
}

const SUN_MODEL: &str = "physics::sun::sun";

const fn sun_angle(name: &'static str) -> BenchColumn {
    column(name, 2, "deg", Absolute(0.015), SUN_MODEL)
}

const fn sun_time(name: &'static str) -> BenchColumn {
    column(name, 2, "min", Absolute(0.05), "physics::sun::equation_of_time")
}

const SUN: &[BenchColumn] = &[
    sun_angle("ra_mod_deg_orekit_geometric"),
    sun_angle("dec_mod_deg_orekit_geometric"),
    sun_angle("ra_tod_deg_skyfield_apparent"),
    sun_angle("dec_tod_deg_skyfield_apparent"),
    column("dist_au_orekit_de440", 2, "AU", Absolute(1e-4), SUN_MODEL),
    column("inv_dist_sq", 2, "1", Relative(2e-4), SUN_MODEL),
    sun_time("eot_min_skyfield"),
    sun_time("eot_min_pvlib_spa"),
    column("mean_sun_ra_deg", 2, "deg", Absolute(0.005), "physics::sun::mean_sun_right_ascension"),
];

fn sun_position(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let epoch = instant(row, "utc")?;
    let state = sun(epoch);
    for (column, angle) in [
        ("ra_mod_deg_orekit_geometric", state.right_ascension),
        ("dec_mod_deg_orekit_geometric", state.declination),
        ("ra_tod_deg_skyfield_apparent", state.right_ascension),
        ("dec_tod_deg_skyfield_apparent", state.declination),
        ("mean_sun_ra_deg", mean_sun_right_ascension(epoch)),
    ] {
        let want = row.number(column)?;
        bench.judge(row, column, nearest_turn(angle.get::<degree>(), want), want);
    }
    let distance_au = state.distance.get::<astronomical_unit>();
    let column = "dist_au_orekit_de440";
    bench.judge(row, column, distance_au, row.number(column)?);
    let column = "inv_dist_sq";
    bench.judge(row, column, 1.0 / (distance_au * distance_au), row.number(column)?);
    let ahead = equation_of_time(epoch).get::<minute>();
    for column in ["eot_min_skyfield", "eot_min_pvlib_spa"] {
        bench.judge(row, column, ahead, row.number(column)?);
    }
    Ok(())
}

/// The same angle in degrees, counted from the turn that is nearest to another.
fn nearest_turn(angle: f64, other: f64) -> f64 {
    angle - 360.0 * ((angle - other) / 360.0).round()
}

/// An instant such as `2027-01-01T00:00:00Z`; the time of day may be missing.
pub(super) fn instant(row: &SheetRow<'_>, column: &str) -> Result<Epoch, Trouble> {
    let text = row.text(column)?;
    let unreadable = || row.impossible(format!("`{column}` is no instant: `{text}`"));
    let (date, time) = text.trim_end_matches('Z').split_once('T').unwrap_or((text, "00:00:00"));
    let mut parts = date.split('-');
    let mut whole = || parts.next().and_then(|part| part.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (whole(), whole(), whole()) else {
        return Err(unreadable());
    };
    let year = i32::try_from(year).map_err(|_| unreadable())?;
    let midnight = Epoch::from_calendar(year, month, day).map_err(|error| row.impossible(error))?;
    let mut seconds = 0.0;
    for (part, length) in time.split(':').zip([3600.0, 60.0, 1.0]) {
        let number: f64 = part.parse().map_err(|_| unreadable())?;
        if !(0.0..=60.0).contains(&number) {
            return Err(unreadable());
        }
        seconds += number * length;
    }
    Ok(midnight.after(Time::new::<second>(seconds)))
}
