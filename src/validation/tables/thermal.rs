//! Radiating plates, fins and radiators.

use serde_json::Value;

use super::super::bench::ReferenceTolerance::{Absolute, Relative};
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{self, SheetRow, Trouble};
use super::{Adapter, Context, Judge};
use crate::constants::STEFAN_BOLTZMANN;
use crate::physics::fin::{effectiveness, effectiveness_exact, least_mass_fin, tip_ratio};
use crate::physics::radiator::{Radiator, RadiatorParameters, SurroundingLoads};
use crate::units::{
    ArealMass, Irradiance, Power, Temperature, fraction, kelvin, square_meter, watt,
    watt_per_square_meter,
};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "blackbody_equilibrium.csv",
        source: "NumPy 2.4.6: closed form",
        inputs: &["solar_W_m2", "case"],
        columns: EQUILIBRIUM,
        remark: "",
        judge: Judge::Csv(equilibrium),
    },
    Adapter {
        file: "plate_temperature.csv",
        source: "SciPy 1.17.1 (brentq)",
        inputs: &[
            "alt_km",
            "alpha",
            "emissivity",
            "solar_W_m2",
            "albedo",
            "earth_ir_W_m2",
            "case",
            "internal_W_m2",
        ],
        columns: PLATE,
        remark: "With the view factors and albedo factors of the row.",
        judge: Judge::Csv(plate),
    },
    Adapter {
        file: "fin_efficiency_rect.csv",
        source: "SciPy 1.17.1 (solve_bvp, quad)",
        inputs: &["Nc", "theta_sink"],
        columns: FIN,
        remark: "`fin::effectiveness` is the table that an evaluation reads, \
            `fin::effectiveness_exact` the integral behind it.",
        judge: Judge::Csv(fin),
    },
    Adapter {
        file: "fin_optimum.json",
        source: "SciPy 1.17.1",
        inputs: &[],
        columns: OPTIMUM,
        remark: "",
        judge: Judge::Json(fin_optimum),
    },
    Adapter {
        file: "radiator_area.csv",
        source: "SciPy 1.17.1 (quad)",
        inputs: &["Q_W", "T_in_K", "T_out_K", "T_sink_K", "emissivity", "fin_eta", "sides"],
        columns: AREA,
        remark: "",
        judge: Judge::Csv(radiator_area),
    },
];

fn kelvins(value: f64) -> Temperature {
    Temperature::new::<kelvin>(value)
}

fn flux(value: f64) -> Irradiance {
    Irradiance::new::<watt_per_square_meter>(value)
}

/// A panel; what no row says is neutral.
struct PanelCase {
    emissivity: f64,
    absorptance: f64,
    effectiveness: f64,
    faces: f64,
}

impl PanelCase {
    fn radiator(&self, row: &SheetRow<'_>) -> Result<Radiator, Trouble> {
        let parameters = RadiatorParameters {
            emissivity: fraction(self.emissivity),
            absorptance: fraction(self.absorptance),
            fin_effectiveness: fraction(self.effectiveness),
            emitting_faces: fraction(self.faces),
            areal_mass: ArealMass::from_base(0.0),
        };
        Radiator::new(parameters).map_err(|error| row.impossible(error))
    }
}

const EQUILIBRIUM: &[BenchColumn] = &[column(
    "T_K",
    0,
    "K",
    Relative(1e-6),
    "physics::radiator::Radiator::equilibrium_temperature",
)];

fn equilibrium(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let surface_per_section = match row.text("case")? {
        case if case.contains("sphere") => 4.0,
        case if case.contains("two_sided") => 2.0,
        case if case.contains("one_sided") => 1.0,
        other => return Err(row.impossible(format!("unknown case `{other}`"))),
    };
    let black = PanelCase { emissivity: 1.0, absorptance: 1.0, effectiveness: 1.0, faces: 1.0 };
    let loads = SurroundingLoads {
        solar: flux(row.number("solar_W_m2")? / surface_per_section),
        ..SurroundingLoads::default()
    };
    let got = black.radiator(row)?.equilibrium_temperature(flux(0.0), &loads);
    bench.judge(row, "T_K", got.get::<kelvin>(), row.number("T_K")?);
    Ok(())
}

const PLATE: &[BenchColumn] = &[
    column("absorbed_W_m2", 0, "W/m2", Relative(1e-6), "physics::radiator::Radiator::absorbed"),
    column("T_sink_K", 0, "K", Relative(1e-6), "physics::radiator::Radiator::sink_temperature"),
    column(
        "T_plate_K",
        2,
        "K",
        Relative(1e-6),
        "physics::radiator::Radiator::equilibrium_temperature",
    ),
];

fn plate(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let two_faced = PanelCase {
        emissivity: row.number("emissivity")?,
        absorptance: row.number("alpha")?,
        effectiveness: 1.0,
        faces: 2.0,
    };
    let radiator = two_faced.radiator(row)?;
    let view = row.number("F_side1")? + row.number("F_side2")?;
    let reflected = row.number("Fa_side1")? + row.number("Fa_side2")?;
    let loads = SurroundingLoads {
        earth_infrared: flux(row.number("earth_ir_W_m2")? * view),
        albedo: flux(row.number("albedo")? * row.number("solar_W_m2")? * reflected),
        solar: flux(row.number("direct_sun_W_m2")?),
        array_infrared: flux(0.0),
    };
    let heat = flux(row.number("internal_W_m2")?);
    for (column, got) in [
        ("absorbed_W_m2", radiator.absorbed(&loads).get::<watt_per_square_meter>()),
        ("T_sink_K", radiator.sink_temperature(&loads).get::<kelvin>()),
        ("T_plate_K", radiator.equilibrium_temperature(heat, &loads).get::<kelvin>()),
    ] {
        bench.judge(row, column, got, row.number(column)?);
    }
    Ok(())
}

const FIN: &[BenchColumn] = &[
    column("eta_bvp", 2, "1", Absolute(1e-4), "physics::fin::effectiveness"),
    column("eta_quadrature", 2, "1", Absolute(1e-4), "physics::fin::effectiveness_exact"),
    column("theta_tip_quadrature", 2, "1", Absolute(1e-4), "physics::fin::tip_ratio"),
];

fn fin(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let (number, sink) = (fraction(row.number("Nc")?), fraction(row.number("theta_sink")?));
    for (column, got) in [
        ("eta_bvp", effectiveness(number, sink)),
        ("eta_quadrature", effectiveness_exact(number, sink)),
        ("theta_tip_quadrature", tip_ratio(number, sink)),
    ] {
        bench.judge(row, column, got.base(), row.number(column)?);
    }
    Ok(())
}

const OPTIMUM: &[BenchColumn] = &[
    column("Nc_opt", 2, "1", Absolute(1e-3), "physics::fin::least_mass_fin"),
    column("eta_opt", 2, "1", Absolute(1e-4), "physics::fin::least_mass_fin"),
];

fn fin_optimum(file: &Value, bench: &mut Bench) -> Result<(), Trouble> {
    let best = least_mass_fin();
    let row = "zero sink, fixed profile area";
    bench.judge(row, "Nc_opt", best.conductance_number.base(), read::number(file, "Nc_opt")?);
    bench.judge(row, "eta_opt", best.effectiveness.base(), read::number(file, "eta_opt")?);
    Ok(())
}

const AREA: &[BenchColumn] = &[
    column(
        "area_m2_fluid_integral",
        2,
        "m2",
        Relative(1e-6),
        "physics::radiator::Radiator::area_for_fluid",
    ),
    column(
        "area_m2_isothermal_mean_T",
        0,
        "m2",
        Relative(1e-9),
        "physics::radiator::Radiator::area",
    ),
];

fn radiator_area(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let faces = row.number("sides")?;
    let panel = PanelCase {
        emissivity: row.number("emissivity")?,
        absorptance: 0.0,
        effectiveness: row.number("fin_eta")?,
        faces,
    };
    let radiator = panel.radiator(row)?;
    let heat = Power::new::<watt>(row.number("Q_W")?);
    let (inlet, outlet) = (row.number("T_in_K")?, row.number("T_out_K")?);
    let sink = row.number("T_sink_K")?;
    let fluid = radiator.area_for_fluid(heat, kelvins(inlet), kelvins(outlet), kelvins(sink));
    let column = "area_m2_fluid_integral";
    let got = fluid.map(|area| area.get::<square_meter>());
    bench.judge_result(row, column, got, row.number(column)?);
    // black surroundings at the temperature of the sink
    let surroundings = faces * STEFAN_BOLTZMANN.base() * sink * sink * sink * sink;
    let loads = SurroundingLoads { earth_infrared: flux(surroundings), ..Default::default() };
    let mean = kelvins(0.5 * (inlet + outlet));
    let column = "area_m2_isothermal_mean_T";
    let got = radiator.area(heat, mean, &loads).map(|area| area.get::<square_meter>());
    bench.judge_result(row, column, got, row.number(column)?);
    Ok(())
}
