//! Dose behind a shield, and the parts that it ends.

use super::super::bench::ReferenceTolerance::Relative;
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::orbit::{degrees, kilometers};
use super::{Adapter, Context, Judge};
use crate::physics::radiation::parts::DoseTolerance;
use crate::physics::radiation::{Belts, ShieldGeometry, SolarCycle};
use crate::units::{AbsorbedDose, Length, Ratio, fraction, millimeter, rad_dose, rad_per_year};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "dose_depth.csv",
        source: "SHIELDOSE-2 v2.10 on spectra of aep8 1.1.0",
        inputs: &["alt_km", "inc_deg", "models", "depth_mm_al"],
        columns: DOSE,
        remark: "The model carries tables made with the same programs, by latitude and tilt \
            instead of along a track of 15 days: this checks grid, mean and interpolation, not \
            AP-8 and AE-8.",
        judge: Judge::Csv(dose),
    },
    Adapter {
        file: "parts_lost.csv",
        source: "SciPy 1.17.1: lognormal distribution and quadrature",
        inputs: &["spread", "dose_over_median"],
        columns: PARTS_LOST,
        remark: "Made by make_parts_lost.py beside it.",
        judge: Judge::Csv(parts_lost),
    },
];

const DOSE_MODEL: &str = "physics::radiation::Belts::dose";

const DOSE: &[BenchColumn] = &[
    column("total_rad_si_yr_sphere", 2, "rad/yr", Relative(0.15), DOSE_MODEL),
    column("total_rad_si_yr_slab", 2, "rad/yr", Relative(0.15), DOSE_MODEL),
];

fn dose(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let cycle = match row.text("models")? {
        "AP8MIN+AE8MIN" => SolarCycle::Minimum,
        "AP8MAX+AE8MAX" => SolarCycle::Maximum,
        "AP8MIN+AE8MAX" => SolarCycle::Worst,
        other => return Err(row.impossible(format!("unknown models `{other}`"))),
    };
    let altitude = kilometers(row.number("alt_km")?);
    let inclination = degrees(row.number("inc_deg")?);
    let thickness = Length::new::<millimeter>(row.number("depth_mm_al")?);
    let belts = Belts::of(altitude, inclination);
    for (column, shape) in [
        ("total_rad_si_yr_sphere", ShieldGeometry::Sphere),
        ("total_rad_si_yr_slab", ShieldGeometry::Slab),
    ] {
        let got = belts.dose(shape, thickness, cycle);
        bench.judge(row, column, got.rate.get::<rad_per_year>(), row.number(column)?);
    }
    Ok(())
}

const PARTS_LOST: &[BenchColumn] = &[
    column("lost", 2, "1", Relative(1e-9), "physics::radiation::parts::DoseTolerance::lost"),
    column(
        "mean_working",
        2,
        "1",
        Relative(1e-9),
        "physics::radiation::parts::DoseTolerance::mean_working",
    ),
];

fn parts_lost(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let median = AbsorbedDose::new::<rad_dose>(1.0);
    let spread: Ratio = fraction(row.number("spread")?);
    let dose: AbsorbedDose = median * row.number("dose_over_median")?;
    let parts = DoseTolerance { median, spread };
    bench.judge(row, "lost", parts.lost(dose).base(), row.number("lost")?);
    bench.judge(row, "mean_working", parts.mean_working(dose).base(), row.number("mean_working")?);
    Ok(())
}
