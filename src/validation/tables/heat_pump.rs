//! Heat pumps at their lightest, and black-body light in a band.

use super::super::bench::ReferenceTolerance::{Absolute, Relative};
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::{Adapter, Context, Judge};
use crate::constants::STEFAN_BOLTZMANN;
use crate::physics::heat_pump::{HeatPump, HeatPumpParameters};
use crate::physics::sunlight::band_fraction;
use crate::units::{
    ArealMass, Length, SpecificMass, Temperature, fraction, kelvin, kilogram_per_kilowatt,
    kilogram_per_square_meter, kilogram_per_watt, micrometer,
};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "blackbody_band_fraction.csv",
        source: "SciPy 1.17.1 (quad)",
        inputs: &["T_K", "wavelength_um"],
        columns: BAND,
        remark: "",
        judge: Judge::Csv(band),
    },
    Adapter {
        file: "heat_pump_optimum.csv",
        source: "SciPy 1.17.1, NumPy 2.4.6 (numerical minimum, roots of the quintic)",
        inputs: &[
            "T_cold_K",
            "carnot_fraction",
            "radiator_kg_m2",
            "sides",
            "emissivity",
            "power_kg_W",
            "T_sink_K",
        ],
        columns: OPTIMUM,
        remark: "Where no lift is best, `T_rad_opt_K` is the cold temperature. Rows without an \
            interior minimum must have none in the model either.",
        judge: Judge::Csv(optimum),
    },
];

const BAND: &[BenchColumn] = &[column(
    "fraction_below_wavelength",
    2,
    "1",
    Absolute(1e-7),
    "physics::sunlight::band_fraction",
)];

fn band(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let temperature = Temperature::new::<kelvin>(row.number("T_K")?);
    let wavelength = Length::new::<micrometer>(row.number("wavelength_um")?);
    let column = "fraction_below_wavelength";
    bench.judge(row, column, band_fraction(temperature, wavelength).base(), row.number(column)?);
    Ok(())
}

const MODEL: &str = "physics::heat_pump::HeatPump::optimum";

const OPTIMUM: &[BenchColumn] = &[
    column("T_rad_opt_K", 2, "K", Absolute(0.05), MODEL),
    column("T_interior_min_K", 2, "K", Absolute(0.05), MODEL),
    column("T_interior_min_K, none", 2, "1", Absolute(0.0), MODEL),
    column("T_interior_min_K_quintic", 2, "K", Absolute(0.05), MODEL),
    column("mass_kg_per_kW_heat_at_opt", 2, "kg/kW", Relative(1e-6), MODEL),
    column(
        "mass_kg_per_kW_heat_no_lift",
        2,
        "kg/kW",
        Relative(1e-6),
        "physics::heat_pump::HeatPump::mass",
    ),
    column("work_over_heat_at_opt", 2, "1", Absolute(1e-6), MODEL),
];

fn optimum(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let cold = Temperature::new::<kelvin>(row.number("T_cold_K")?);
    let surface = fraction(row.number("sides")? * row.number("emissivity")?);
    let parameters = HeatPumpParameters {
        cold,
        sink: Temperature::new::<kelvin>(row.number("T_sink_K")?),
        carnot_share: fraction(row.number("carnot_fraction")?),
        panel_mass: ArealMass::new::<kilogram_per_square_meter>(row.number("radiator_kg_m2")?),
        panel_emission: surface * STEFAN_BOLTZMANN,
        power_mass: SpecificMass::new::<kilogram_per_watt>(row.number("power_kg_W")?),
    };
    let pump = HeatPump::new(parameters).map_err(|error| row.impossible(error))?;
    let best = pump.optimum();
    for (column, got) in [
        ("T_rad_opt_K", best.radiator_temperature.get::<kelvin>()),
        ("mass_kg_per_kW_heat_at_opt", best.mass.get::<kilogram_per_kilowatt>()),
        ("mass_kg_per_kW_heat_no_lift", pump.mass(cold).get::<kilogram_per_kilowatt>()),
        ("work_over_heat_at_opt", best.work_ratio.base()),
    ] {
        bench.judge(row, column, got, row.number(column)?);
    }
    let interior = best.interior_minimum.map(|warm| warm.get::<kelvin>());
    if let Some(want) = row.optional("T_interior_min_K")? {
        bench.judge(row, "T_interior_min_K", interior.unwrap_or(f64::NAN), want);
    } else {
        let found = f64::from(u8::from(interior.is_some()));
        bench.judge(row, "T_interior_min_K, none", found, 0.0);
    }
    if let Some(want) = row.optional("T_interior_min_K_quintic")? {
        bench.judge(row, "T_interior_min_K_quintic", interior.unwrap_or(f64::NAN), want);
    }
    Ok(())
}
