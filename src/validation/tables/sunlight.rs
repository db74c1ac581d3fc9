//! Sunlight at the Earth's distance, and what plates get from the Earth.

use super::super::bench::ReferenceTolerance::{Absolute, Relative};
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::orbit::{degrees, instant};
use super::{Adapter, Context, Judge};
use crate::constants::{ASTRONOMICAL_UNIT, EARTH_MEAN_RADIUS};
use crate::physics::albedo::{albedo_factor, orbit_mean_albedo_factor};
use crate::physics::eclipse::{EclipseGeometry, shadow};
use crate::physics::environment::{Attitude, radiator_loads};
use crate::physics::sun::sun;
use crate::physics::view_factor::{Surface, orbit_mean_to_earth, plate_to_earth};
use crate::units::{
    Angle, Length, Ratio, Time, astronomical_unit, complement, degree, fraction, kilometer, second,
    watt_per_square_meter,
};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "solar_irradiance_2027.csv",
        source: "pvlib 0.16.1 (SPA)",
        inputs: &["utc_date"],
        columns: SOLAR,
        remark: "",
        judge: Judge::Csv(solar_irradiance),
    },
    Adapter {
        file: "view_factor_plate_earth.csv",
        source: "SciPy 1.17.1: closed form, adaptive quadrature, ray trace",
        inputs: &["alt_km", "tilt_deg"],
        columns: VIEW_FACTOR,
        remark: "The closed form is the model's own; the quadrature is independent of it.",
        judge: Judge::Csv(view_factor),
    },
    Adapter {
        file: "albedo_factor_plate.csv",
        source: "NumPy 2.4.6: quadrature, ray trace",
        inputs: &["alt_km", "tilt_deg", "azimuth_deg", "sun_zenith_deg"],
        columns: ALBEDO,
        remark: "",
        judge: Judge::Csv(albedo),
    },
    Adapter {
        file: "orbit_average_factors.csv",
        source: "NumPy 2.4.6: quadrature at 144 places of the orbit",
        inputs: &["alt_km", "beta_deg", "surface"],
        columns: AVERAGES,
        remark: "The model gives the direct sunlight of a level panel for both faces together, so \
            that the sum of the rows `nadir` and `zenith` is judged.",
        judge: Judge::Csv(averages),
    },
];

const SOLAR: &[BenchColumn] = &[
    column("dist_au_pvlib_nrel", 2, "AU", Absolute(1e-4), "physics::sun::sun"),
    column("irr_pvlib_nrel_W_m2", 2, "W/m2", Relative(2e-4), "physics::sun::irradiance_at"),
];

fn solar_irradiance(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let state = sun(instant(row, "utc_date")?);
    let column = "dist_au_pvlib_nrel";
    bench.judge(row, column, state.distance.get::<astronomical_unit>(), row.number(column)?);
    let column = "irr_pvlib_nrel_W_m2";
    let irradiance = state.irradiance().get::<watt_per_square_meter>();
    bench.judge(row, column, irradiance, row.number(column)?);
    Ok(())
}

const PLATE: &str = "physics::view_factor::plate_to_earth";

const VIEW_FACTOR: &[BenchColumn] = &[
    column("F_exact", 0, "1", Absolute(1e-9), PLATE),
    column("F_quadrature", 2, "1", Absolute(1e-9), PLATE),
    column("F_raytrace", 2, "1", Absolute(1e-4), PLATE),
];

/// Radius of the orbit over that of a spherical Earth of mean radius.
fn radius_ratio(row: &SheetRow<'_>) -> Result<Ratio, Trouble> {
    let altitude = Length::new::<kilometer>(row.number("alt_km")?);
    Ok(fraction(1.0) + altitude / EARTH_MEAN_RADIUS)
}

fn view_factor(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let got = plate_to_earth(radius_ratio(row)?, degrees(row.number("tilt_deg")?)).base();
    for column in VIEW_FACTOR {
        bench.judge(row, column.name, got, row.number(column.name)?);
    }
    Ok(())
}

const ALBEDO: &[BenchColumn] =
    &[column("Fa_quadrature", 2, "1", Absolute(5e-4), "physics::albedo::albedo_factor")];

fn albedo(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let [tilt, azimuth, zenith] =
        ["tilt_deg", "azimuth_deg", "sun_zenith_deg"].map(|column| row.number(column).map(degrees));
    let got = albedo_factor(radius_ratio(row)?, tilt?, azimuth?, zenith?).base();
    bench.judge(row, "Fa_quadrature", got, row.number("Fa_quadrature")?);
    Ok(())
}

const AVERAGES: &[BenchColumn] = &[
    column("mean_F_ir", 2, "1", Absolute(1e-3), "physics::view_factor::orbit_mean_to_earth"),
    column("mean_Fa_albedo", 2, "1", Absolute(1e-3), "physics::albedo::orbit_mean_albedo_factor"),
    column("mean_direct_sun_cos", 2, "1", Absolute(4e-3), "physics::environment::radiator_loads"),
    column(BOTH_FACES, 2, "1", Absolute(4e-3), "physics::environment::radiator_loads"),
];

const BOTH_FACES: &str = "mean_direct_sun_cos, nadir and zenith together";

const SURFACES: &[(&str, Surface)] = &[
    ("nadir", Surface::Nadir),
    ("zenith", Surface::Zenith),
    ("sun_facing", Surface::SunFacing),
    ("anti_sun", Surface::AntiSun),
    ("edge_on_radial", Surface::EdgeOnRadial),
    ("orbit_normal", Surface::OrbitNormal),
    ("anti_orbit_normal", Surface::AntiOrbitNormal),
];

fn averages(row: &SheetRow<'_>, context: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let ratio = radius_ratio(row)?;
    let beta = degrees(row.number("beta_deg")?);
    let name = row.text("surface")?;
    let surface = SURFACES.iter().find(|(other, _)| *other == name).map(|(_, surface)| *surface);
    let surface = surface.ok_or_else(|| row.impossible(format!("unknown surface `{name}`")))?;
    let infrared = orbit_mean_to_earth(ratio, beta, surface).base();
    bench.judge(row, "mean_F_ir", infrared, row.number("mean_F_ir")?);
    let reflected = orbit_mean_albedo_factor(ratio, beta, surface).base();
    bench.judge(row, "mean_Fa_albedo", reflected, row.number("mean_Fa_albedo")?);
    let want = row.number("mean_direct_sun_cos")?;
    match direct_sunlight(surface, ratio, beta) {
        Direct::Face(direct) => bench.judge(row, "mean_direct_sun_cos", direct.base(), want),
        Direct::Panel(direct) => {
            let pair = format!("{} {}", row.text("alt_km")?, row.text("beta_deg")?);
            if let Some(other) = context.other_face(pair, want) {
                bench.judge(row, BOTH_FACES, direct.base(), want + other);
            }
        }
    }
    Ok(())
}

/// Direct sunlight as the model gives it.
enum Direct {
    /// Of one face.
    Face(Ratio),
    /// Of a level panel, both faces together.
    Panel(Ratio),
}

/// Mean cosine of direct sunlight, zero in shadow.
fn direct_sunlight(surface: Surface, ratio: Ratio, beta: Angle) -> Direct {
    let dark = cylinder_half_arc(ratio, beta);
    let of_panel = |attitude| radiator_loads(ratio, attitude, beta, dark).solar_factor;
    let faces_the_sun = match surface {
        Surface::OrbitNormal => beta.base() >= 0.0,
        Surface::AntiOrbitNormal => beta.base() < 0.0,
        _ => false,
    };
    match surface {
        Surface::Nadir | Surface::Zenith => Direct::Panel(of_panel(Attitude::Nadir)),
        Surface::SunFacing => Direct::Face(complement(dark / Angle::new::<degree>(180.0))),
        Surface::EdgeOnRadial => Direct::Face(of_panel(Attitude::EdgeOn)),
        Surface::AntiSun => Direct::Face(of_panel(Attitude::ArrayBack)),
        Surface::OrbitNormal | Surface::AntiOrbitNormal if faces_the_sun => {
            Direct::Face(of_panel(Attitude::OrbitNormal))
        }
        Surface::OrbitNormal | Surface::AntiOrbitNormal => Direct::Face(fraction(0.0)),
    }
}

/// Half the arc of an orbit in the shadow of a point-like Sun.
fn cylinder_half_arc(ratio: Ratio, beta: Angle) -> Angle {
    let period = Time::new::<second>(1.0);
    let passage = shadow(&EclipseGeometry {
        orbit_radius: EARTH_MEAN_RADIUS * ratio,
        shadow_radius: EARTH_MEAN_RADIUS,
        beta,
        sun_distance: ASTRONOMICAL_UNIT * 1e9,
        period,
    });
    Angle::new::<degree>(180.0) * (passage.umbra / period)
}
