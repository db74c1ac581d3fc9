//! Density of the air, drag and decay.

use super::super::bench::ReferenceTolerance::{Relative, Shown};
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{Sheet, SheetRow, Trouble};
use super::orbit::{degrees, kilometers};
use super::{Adapter, Context, Judge};
use crate::domain::DomainError;
use crate::numeric::interpolate::log_linear;
use crate::physics::atmosphere::{SolarActivity, density};
use crate::physics::drag::{
    Sinking, corotation_factor, decay, decay_time, deceleration, lifetime, semi_major_axis_rate,
};
use crate::physics::orbit::{CircularOrbit, OrbitPlane};
use crate::physics::propulsion::propellant_fraction;
use crate::physics::sun::Epoch;
use crate::units::{
    AreaPerMass, Length, MassDensity, Time, kilogram_per_cubic_meter, kilometer, meter,
    meter_per_second, meter_per_second_squared, second, square_meter_per_kilogram, year,
};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "density_global_mean.csv",
        source: "pymsis 0.13.0 (NRLMSISE-00, NRLMSIS 2.1)",
        inputs: &["level", "alt_km"],
        columns: GLOBAL_MEAN,
        remark: "The model carries a table of NRLMSISE-00, made with another implementation; \
            NRLMSIS 2.1 is shown for the spread of the two versions.",
        judge: Judge::Csv(global_mean),
    },
    Adapter {
        file: "density_orbit_mean.csv",
        source: "pymsis 0.13.0 (NRLMSIS 2.1), mean along the orbit",
        inputs: &["level", "alt_km", "inc_deg", "mltan_h"],
        columns: ORBIT_MEAN,
        remark: "The model gives the global mean of NRLMSISE-00 at the altitude above the equator.",
        judge: Judge::Csv(orbit_mean),
    },
    Adapter {
        file: "drag_makeup.csv",
        source: "NumPy 2.4.6: closed forms",
        inputs: &["level", "alt_km", "cd_area_over_mass_m2_kg"],
        columns: MAKE_UP,
        remark: "With the density of the row.",
        judge: Judge::Csv(make_up),
    },
    Adapter {
        file: "drag_decay_orekit.csv",
        source: "Orekit 13.1.9, numerical propagation in an exponential atmosphere that turns with \
            the Earth",
        inputs: &["alt_km", "inc_deg", "cd_area_over_mass_m2_kg"],
        columns: DECAY,
        remark: "",
        judge: Judge::Csv(drag_decay),
    },
    Adapter {
        file: "orbit_lifetime_to_300km.csv",
        source: "SciPy 1.17.1, integral over the densities of NRLMSIS 2.1",
        inputs: &["level", "alt_km", "cd_area_over_mass_m2_kg"],
        columns: LIFETIME,
        remark: "Judged twice: the integral alone, with the densities of NRLMSIS 2.1 of \
            density_global_mean.csv, and with the model's own density. Above 400 km that table \
            lacks heights that the reference was made with, so that the interpolation differs.",
        judge: Judge::Csv(orbit_lifetime),
    },
];

fn activity(row: &SheetRow<'_>) -> Result<SolarActivity, Trouble> {
    match row.text("level")? {
        "low" => Ok(SolarActivity::Low),
        "moderate" => Ok(SolarActivity::Moderate),
        "high" => Ok(SolarActivity::High),
        other => Err(row.impossible(format!("unknown level `{other}`"))),
    }
}

fn altitude(row: &SheetRow<'_>) -> Result<Length, Trouble> {
    row.number("alt_km").map(kilometers)
}

fn drag_area(row: &SheetRow<'_>) -> Result<AreaPerMass, Trouble> {
    let area = row.number("cd_area_over_mass_m2_kg")?;
    Ok(AreaPerMass::new::<square_meter_per_kilogram>(area))
}

fn kilograms_per_cubic_meter(density: MassDensity) -> f64 {
    density.get::<kilogram_per_cubic_meter>()
}

const DENSITY: &str = "physics::atmosphere::density";

const GLOBAL_MEAN: &[BenchColumn] = &[
    column("rho_nrlmsise00_kg_m3", 2, "kg/m3", Relative(0.15), DENSITY),
    column("rho_nrlmsis21_kg_m3", 2, "kg/m3", Shown, DENSITY),
];

fn own_density(row: &SheetRow<'_>) -> Result<Result<f64, DomainError>, Trouble> {
    let air = density(altitude(row)?, activity(row)?);
    Ok(air.map(|air| kilograms_per_cubic_meter(air.value)))
}

fn global_mean(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let got = own_density(row)?;
    for column in GLOBAL_MEAN {
        bench.judge_result(row, column.name, got, row.number(column.name)?);
    }
    Ok(())
}

const ORBIT_MEAN: &[BenchColumn] = &[column("rho_mean_kg_m3", 2, "kg/m3", Relative(0.2), DENSITY)];

fn orbit_mean(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    bench.judge_result(row, "rho_mean_kg_m3", own_density(row)?, row.number("rho_mean_kg_m3")?);
    Ok(())
}

const PROPELLANT: &str = "physics::propulsion::propellant_fraction";

const MAKE_UP: &[BenchColumn] = &[
    column("v_m_s", 0, "m/s", Relative(1e-6), "physics::orbit::CircularOrbit::speed"),
    column("drag_acc_m_s2", 0, "m/s2", Relative(1e-6), "physics::drag::deceleration"),
    column("da_dt_m_day", 0, "m/d", Relative(1e-6), "physics::drag::semi_major_axis_rate"),
    column("dv_m_s_year", 0, "m/s", Relative(1e-6), "physics::drag::deceleration"),
    column("propellant_fraction_year_isp1500", 0, "1", Relative(1e-6), PROPELLANT),
    column("propellant_fraction_year_isp220", 0, "1", Relative(1e-6), PROPELLANT),
];

fn make_up(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let (altitude, area) = (altitude(row)?, drag_area(row)?);
    let air = MassDensity::new::<kilogram_per_cubic_meter>(row.number("rho_kg_m3")?);
    let plane = OrbitPlane::Inclined { inclination: degrees(0.0), raan: degrees(0.0) };
    let orbit = CircularOrbit::new(altitude, plane, Epoch::from_j2000(Time::from_base(0.0)));
    let speed = orbit.map(|orbit| orbit.speed().get::<meter_per_second>());
    bench.judge_result(row, "v_m_s", speed, row.number("v_m_s")?);
    let slowing = deceleration(air, altitude, area);
    let delta_v = slowing * Time::new::<year>(1.0);
    let sinking = semi_major_axis_rate(air, altitude, area).get::<meter_per_second>();
    let propellant =
        |impulse_s| propellant_fraction(delta_v, Time::new::<second>(impulse_s)).base();
    for (column, got) in [
        ("drag_acc_m_s2", slowing.get::<meter_per_second_squared>()),
        ("da_dt_m_day", sinking * 86_400.0),
        ("dv_m_s_year", delta_v.get::<meter_per_second>()),
        ("propellant_fraction_year_isp1500", propellant(1500.0)),
        ("propellant_fraction_year_isp220", propellant(220.0)),
    ] {
        bench.judge(row, column, got, row.number(column)?);
    }
    Ok(())
}

const FORMULA: &str = "delta_a_m_orekit, formula, below 300 m";
const SMALL_LOSS: &str = "delta_a_m_orekit, integrated, below 300 m";
const LARGE_LOSS: &str = "delta_a_m_orekit, integrated, from 300 m";

const DECAY: &[BenchColumn] = &[
    column(FORMULA, 2, "m", Relative(0.005), "physics::drag::corotation_factor"),
    column(SMALL_LOSS, 2, "m", Relative(0.005), "physics::drag::decay"),
    column(LARGE_LOSS, 2, "m", Relative(0.01), "physics::drag::decay"),
];

fn drag_decay(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let (altitude, drag_area) = (altitude(row)?, drag_area(row)?);
    let inclination = degrees(row.number("inc_deg")?);
    let span = Time::new::<second>(row.number("span_s")?);
    let reference = MassDensity::new::<kilogram_per_cubic_meter>(row.number("rho0_kg_m3")?);
    let scale_height = Length::new::<meter>(row.number("scale_height_m")?);
    let air = |at: Length| reference * (-((at - altitude) / scale_height)).exp();
    let want = row.number("delta_a_m_orekit")?;
    let satellite = Sinking { altitude, inclination, drag_area };
    let integrated = -decay(air, satellite, span).get::<meter>();
    if want.abs() < 300.0 {
        let rate = semi_major_axis_rate(reference, altitude, drag_area);
        let lost = rate * corotation_factor(altitude, inclination) * span;
        bench.judge(row, FORMULA, lost.get::<meter>(), want);
        bench.judge(row, SMALL_LOSS, integrated, want);
    } else {
        bench.judge(row, LARGE_LOSS, integrated, want);
    }
    Ok(())
}

const SAME_DENSITY: &str = "years_to_300_km, same density, up to 400 km";
const SPARSE_DENSITY: &str = "years_to_300_km, same density, above 400 km";
const OWN_DENSITY: &str = "years_to_300_km, own density";

const LIFETIME: &[BenchColumn] = &[
    column(SAME_DENSITY, 2, "yr", Relative(0.005), "physics::drag::decay_time"),
    column(SPARSE_DENSITY, 2, "yr", Relative(0.1), "physics::drag::decay_time"),
    column(OWN_DENSITY, 2, "yr", Relative(0.1), "physics::drag::lifetime"),
];

fn orbit_lifetime(row: &SheetRow<'_>, context: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let (altitude, area) = (altitude(row)?, drag_area(row)?);
    let want = row.number("years_to_300_km")?;
    let end = kilometers(300.0);
    let own = lifetime(altitude, area, activity(row)?, end);
    bench.judge_result(row, OWN_DENSITY, own.map(|life| life.time.get::<year>()), want);
    let level = row.text("level")?;
    let same = context.nrlmsis21(level)?;
    let air = |at: Length| {
        let value = log_linear(&same.altitudes_km, &same.densities, at.get::<kilometer>());
        MassDensity::new::<kilogram_per_cubic_meter>(value.unwrap_or(f64::NAN))
    };
    // piece by piece between the rows of the table, where the density is smooth
    let top_km = altitude.get::<kilometer>();
    let mut places: Vec<f64> =
        same.altitudes_km.iter().copied().filter(|at| *at > 300.0 && *at < top_km).collect();
    places.push(top_km);
    let mut below = end;
    let mut years = 0.0;
    for place in places {
        let above = kilometers(place);
        years += decay_time(air, above, below, area).get::<year>();
        below = above;
    }
    let class = if top_km <= 400.0 { SAME_DENSITY } else { SPARSE_DENSITY };
    bench.judge(row, class, years, want);
    Ok(())
}

/// Densities of NRLMSIS 2.1 at one level of activity.
pub(super) struct Profile {
    level: String,
    altitudes_km: Vec<f64>,
    densities: Vec<f64>,
}

/// The densities of NRLMSIS 2.1 that the lifetimes were made with, from the embedded table.
pub(super) fn nrlmsis21(text: &str) -> Result<Vec<Profile>, Trouble> {
    let sheet = Sheet::read(text, &["level", "alt_km"])?;
    let mut profiles: Vec<Profile> = Vec::new();
    for row in sheet.rows() {
        let level = row.text("level")?;
        let known = profiles.iter().position(|profile| profile.level == level);
        let place = known.unwrap_or_else(|| {
            let (altitudes_km, densities) = (Vec::new(), Vec::new());
            profiles.push(Profile { level: level.to_owned(), altitudes_km, densities });
            profiles.len() - 1
        });
        profiles[place].altitudes_km.push(row.number("alt_km")?);
        profiles[place].densities.push(row.number("rho_nrlmsis21_kg_m3")?);
    }
    Ok(profiles)
}

impl Profile {
    pub(super) fn of<'a>(profiles: &'a [Self], level: &str) -> Result<&'a Self, Trouble> {
        let found = profiles.iter().find(|profile| profile.level == level);
        found.ok_or_else(|| Trouble::new(format!("unknown level `{level}`")))
    }
}
