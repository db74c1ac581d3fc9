//! Shadow of one orbit and of a year, and the sunlight that is left.

use super::super::bench::ReferenceTolerance::{Absolute, Relative};
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::orbit::{degrees, instant, kilometers};
use super::{Adapter, Context, Judge};
use crate::constants::EARTH_RADIUS;
use crate::physics::eclipse::{EclipseGeometry, shadow, shadow_radius};
use crate::physics::environment::{Attitude, Environment};
use crate::physics::orbit::{CircularOrbit, OrbitPlane, beta_angle};
use crate::physics::sun::{SolarYear, sun};
use crate::units::{Length, Time, day, degree, hour, second, watt_per_square_meter};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "beta_eclipse_one_orbit.csv",
        source: "Orekit 13.1.9 (EclipseDetector)",
        inputs: &["alt_km", "inc_deg", "raan_mod_deg", "utc"],
        columns: ONE_ORBIT,
        remark: "The `_sphere` columns are judged with a shadow sphere of the equatorial radius, \
            the `_wgs84` columns with the model's own. Within 0.1 degrees of the critical angle \
            asin(Re/a) rows where one side has no shadow are left out.",
        judge: Judge::Csv(one_orbit),
    },
    Adapter {
        file: "eclipse_year_2027.csv",
        source: "Orekit 13.1.9 (Eckstein-Hechler propagation, EclipseDetector)",
        inputs: &["alt_km", "inc_deg", "mltan_h"],
        columns: YEAR,
        remark: "The `_sphere` columns are judged with a shadow sphere of the equatorial radius, \
            the `_wgs84` columns with the model's own, both by the tolerances of the sphere. \
            Sun-synchronous rows: the model finds the inclination itself.",
        judge: Judge::Csv(eclipse_year),
    },
    Adapter {
        file: "array_irradiance_2027.csv",
        source: "Orekit 13.1.9 (DE440 Sun), brahe 1.8.0 (conical illumination on a sphere of the \
            equatorial radius)",
        inputs: &["alt_km", "inc_deg", "mltan_h"],
        columns: IRRADIANCE,
        remark: "Shadow sphere of the equatorial radius. Months of dawn-dusk orbits in which a \
            shadow season begins, ends or is steep have the wider tolerance.",
        judge: Judge::Csv(array_irradiance),
    },
];

const SHADOW: &str = "physics::eclipse::shadow";
const SHORT: &str = ", up to 600 s";
const GEOSTATIONARY: &str = ", geostationary";

macro_rules! shadow_columns {
    ($($long:literal, $short:literal, $geostationary:literal;)+) => {
        &[
            column("beta_deg_orekit", 2, "deg", Absolute(0.02), "physics::orbit::beta_angle"),
            $(
                column($long, 2, "s", Absolute(1.0), SHADOW),
                column($short, 2, "s", Absolute(10.0), SHADOW),
                column($geostationary, 2, "s", Absolute(15.0), SHADOW),
            )+
            column("umbra_s_orekit_wgs84, over 1500 s", 2, "s", Absolute(30.0), SHADOW),
            column("shadow_s_orekit_wgs84, over 1500 s", 2, "s", Absolute(30.0), SHADOW),
        ]
    };
}

const ONE_ORBIT: &[BenchColumn] = shadow_columns!(
    "umbra_s_orekit_sphere", "umbra_s_orekit_sphere, up to 600 s", "umbra_s_orekit_sphere, \
        geostationary";
    "shadow_s_orekit_sphere", "shadow_s_orekit_sphere, up to 600 s", "shadow_s_orekit_sphere, \
        geostationary";
);

fn one_orbit(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let epoch = instant(row, "utc")?;
    let plane = OrbitPlane::Inclined {
        inclination: degrees(row.number("inc_deg")?),
        raan: degrees(row.number("raan_mod_deg")?),
    };
    let altitude = kilometers(row.number("alt_km")?);
    let orbit =
        CircularOrbit::new(altitude, plane, epoch).map_err(|error| row.impossible(error))?;
    let sun = sun(epoch);
    let beta = beta_angle(&orbit, &sun, epoch);
    bench.judge(row, "beta_deg_orekit", beta.get::<degree>(), row.number("beta_deg_orekit")?);
    let radius = EARTH_RADIUS + altitude;
    let grazing = ((EARTH_RADIUS / radius).asin() - beta.abs()).get::<degree>().abs() < 0.1;
    let is_high = altitude > kilometers(30_000.0);
    let through = |shadow_radius: Length| {
        shadow(&EclipseGeometry {
            orbit_radius: radius,
            shadow_radius,
            beta,
            sun_distance: sun.distance,
            period: orbit.period(),
        })
    };
    let on_sphere = through(EARTH_RADIUS);
    for (column, got) in
        [("umbra_s_orekit_sphere", on_sphere.umbra), ("shadow_s_orekit_sphere", on_sphere.shadow)]
    {
        let (got, want) = (got.get::<second>(), row.number(column)?);
        let class = match want {
            _ if is_high => format!("{column}{GEOSTATIONARY}"),
            x if x <= 600.0 => format!("{column}{SHORT}"),
            _ => column.to_owned(),
        };
        let one_is_free = got <= 0.0 || want <= 0.0;
        if !(grazing && one_is_free) {
            bench.judge(row, &class, got, want);
        }
    }
    let own = through(shadow_radius(orbit.inclination()));
    for (column, got) in
        [("umbra_s_orekit_wgs84", own.umbra), ("shadow_s_orekit_wgs84", own.shadow)]
    {
        let want = row.number(column)?;
        if want > 1500.0 && !is_high {
            bench.judge(row, &format!("{column}, over 1500 s"), got.get::<second>(), want);
        }
    }
    Ok(())
}

const ENVIRONMENT: &str = "physics::environment::Environment";
const ON_A_SPHERE: &str = "physics::environment::Environment::with_shadow_radius";

macro_rules! year_columns {
    ($($earth:literal $model:expr),+) => { &[$(
        column(concat!("mean_sunlight_fraction_", $earth, ", \
            sun-synchronous"), 2, "1", Absolute(0.0022), $model),
        column(concat!("mean_sunlight_fraction_", $earth, ", \
            drifting"), 2, "1", Absolute(0.003), $model),
        column(concat!("max_shadow_s_", $earth, ", 8:00 to 12:00"), 2, "s", Absolute(8.0), $model),
        column(concat!("max_shadow_s_", $earth, ", dawn-dusk"), 2, "s", Absolute(30.0), $model),
        column(concat!("max_shadow_s_", $earth, ", drifting"), 2, "s", Absolute(8.0), $model),
        column(concat!("shadow_days_", $earth, ", sun-synchronous"), 2, "d", Absolute(4.0), $model),
        column(concat!("shadow_days_", $earth, ", drifting"), 2, "d", Absolute(8.0), $model),
    )+] };
}

const YEAR: &[BenchColumn] = year_columns!("wgs84" ENVIRONMENT, "sphere" ON_A_SPHERE);

/// The orbit of a row of the tables of 2027, and whether its local time is near dawn or dusk.
fn orbit_of_2027(
    row: &SheetRow<'_>,
    year: &SolarYear,
) -> Result<(CircularOrbit, OrbitClass), Trouble> {
    let (plane, kind) = if let Some(hours) = row.optional("mltan_h")? {
        let is_dawn_dusk = (hours - 6.0).abs() < 1.0 || (hours - 18.0).abs() < 1.0;
        let kind = if is_dawn_dusk { OrbitClass::DawnDusk } else { OrbitClass::SunSynchronous };
        (OrbitPlane::SunSynchronous { ltan: Time::new::<hour>(hours) }, kind)
    } else {
        let inclination = degrees(row.number("inc_deg")?);
        let raan = degrees(row.number("raan0_mod_deg")?);
        (OrbitPlane::Inclined { inclination, raan }, OrbitClass::Drifting)
    };
    let altitude = kilometers(row.number("alt_km")?);
    let orbit = CircularOrbit::new(altitude, plane, year.start());
    Ok((orbit.map_err(|error| row.impossible(error))?, kind))
}

/// Class of an orbit, on which the tolerances depend.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OrbitClass {
    /// Local time from 8:00 to 12:00.
    SunSynchronous,
    /// Local time near 6:00 or 18:00.
    DawnDusk,
    /// The node drifts.
    Drifting,
}

fn eclipse_year(row: &SheetRow<'_>, context: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let year = context.year_2027();
    let (orbit, plane) = orbit_of_2027(row, year)?;
    let own = Environment::new(&orbit, year, Attitude::EdgeOn);
    let on_sphere = Environment::with_shadow_radius(&orbit, year, Attitude::EdgeOn, EARTH_RADIUS);
    for (earth, got) in [("wgs84", own), ("sphere", on_sphere)] {
        let (fraction, longest) = match plane {
            OrbitClass::SunSynchronous => ("sun-synchronous", "8:00 to 12:00"),
            OrbitClass::DawnDusk => ("sun-synchronous", "dawn-dusk"),
            OrbitClass::Drifting => ("drifting", "drifting"),
        };
        for (quantity, class, value) in [
            ("mean_sunlight_fraction", fraction, got.sunlit_fraction.base()),
            ("max_shadow_s", longest, got.eclipse_max.get::<second>()),
            ("shadow_days", fraction, got.eclipse_days.get::<day>()),
        ] {
            let want = row.number(&format!("{quantity}_{earth}"))?;
            bench.judge(row, &format!("{quantity}_{earth}, {class}"), value, want);
        }
    }
    Ok(())
}

const MONTH: &str = "month";
const STEEP_MONTH: &str = "month, dawn-dusk season";

const IRRADIANCE: &[BenchColumn] = &[
    column("mean_irradiance_W_m2", 2, "W/m2", Relative(0.002), ENVIRONMENT),
    column(MONTH, 2, "W/m2", Relative(0.005), SHADOW),
    column(STEEP_MONTH, 2, "W/m2", Relative(0.02), SHADOW),
];

/// Days of the months of 2027.
const MONTH_DAYS: [usize; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

fn array_irradiance(
    row: &SheetRow<'_>,
    context: &Context,
    bench: &mut Bench,
) -> Result<(), Trouble> {
    let year = context.year_2027();
    let (orbit, plane) = orbit_of_2027(row, year)?;
    let got = Environment::with_shadow_radius(&orbit, year, Attitude::EdgeOn, EARTH_RADIUS);
    let mean = got.solar_irradiance_mean * got.sunlit_fraction;
    let column = "mean_irradiance_W_m2";
    bench.judge(row, column, mean.get::<watt_per_square_meter>(), row.number(column)?);
    let mut first = 0;
    for (month, days) in (1..).zip(MONTH_DAYS) {
        let sunlight: Vec<Sunlight> =
            (first..first + days).map(|index| Sunlight::of(&orbit, year, index)).collect();
        first += days;
        let mean = sunlight.iter().map(|one| one.irradiance).sum::<f64>() / sunlight.len() as f64;
        let is_steep = plane == OrbitClass::DawnDusk && sunlight.iter().any(|one| one.is_shadowed);
        let want = row.number(&format!("month_{month:02}_W_m2"))?;
        bench.judge(row, if is_steep { STEEP_MONTH } else { MONTH }, mean, want);
    }
    Ok(())
}

/// Sunlight of a day on a plate that faces the Sun.
struct Sunlight {
    /// Mean over the orbit, W/m².
    irradiance: f64,
    is_shadowed: bool,
}

impl Sunlight {
    fn of(orbit: &CircularOrbit, year: &SolarYear, day_of_year: usize) -> Self {
        let state = &year.states()[day_of_year];
        let passage = shadow(&EclipseGeometry {
            orbit_radius: orbit.mean_radius(),
            shadow_radius: EARTH_RADIUS,
            beta: beta_angle(orbit, state, year.noon(day_of_year)),
            sun_distance: state.distance,
            period: orbit.period(),
        });
        let mean = state.irradiance() * passage.illumination(orbit.period());
        Self {
            irradiance: mean.get::<watt_per_square_meter>(),
            is_shadowed: passage.shadow.base() > 0.0,
        }
    }
}
