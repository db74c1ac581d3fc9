//! Hardware that flew: heat of radiators, power and masses of its parts.

use super::super::bench::ReferenceTolerance::FactorOfRow;
use super::super::bench::{Bench, column};
use super::super::read::{SheetRow, Trouble};
use super::super::records::changed_outcome;
use super::{Adapter, Context, Judge};
use crate::catalog::Catalog;
use crate::constants::{EARTH_RADIUS, SOLAR_CONSTANT};
use crate::physics::environment::{Attitude, radiator_loads};
use crate::physics::radiator::{Radiator, RadiatorParameters, SurroundingLoads};
use crate::physics::solar_array::{SolarArray, SolarArrayParameters};
use crate::system::evaluation::Evaluation;
use crate::system::metrics::metric;
use crate::units::{
    Angle, Area, ArealMass, Irradiance, Length, PerTemperature, Power, Ratio, Temperature,
    fraction, kelvin, kilometer, kilowatt, per_kelvin, square_meter, watt_per_square_meter,
};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "flown_radiators.csv",
        source: "NASA's overview of the station's cooling; each row names its source",
        inputs: &["hardware", "quantity", "panel_area_m2", "inlet_K", "outlet_K"],
        columns: &[column("heat_kW", 3, "kW", FactorOfRow, FLUID)],
        remark: "What panels of that area reject in the hot environment of the station's design \
            while their coolant cools as it does there. Perfect fins, edge-on to the Sun, alone.",
        judge: Judge::Csv(radiator),
    },
    Adapter {
        file: "flown_arrays.csv",
        source: "makers and agencies; each row names its source",
        inputs: &["hardware", "quantity", "area_m2", "cell_efficiency", "packing_factor"],
        columns: &[column("power_kW", 3, "kW", FactorOfRow, POWER)],
        remark: "Temperature from the model's own balance at 1 au, without the Earth's warmth.",
        judge: Judge::Csv(array),
    },
    Adapter {
        file: "flown_masses.csv",
        source: "makers and agencies; each row names its source",
        inputs: &["hardware", "quantity", "part"],
        columns: &[column("mass_kg", 3, "kg", FactorOfRow, "defaults of the catalog")],
        remark: "Mass that the catalog's nominal coefficients give for hardware of that size, as \
            the metrics `mass.*` have it. The row `bus` is the scenario reference-2026.",
        judge: Judge::Csv(mass),
    },
];

const FLUID: &str = "physics::radiator::Radiator::area_for_fluid";
const POWER: &str = "physics::solar_array::SolarArray::power_per_area";

fn flux(value: f64) -> Irradiance {
    Irradiance::new::<watt_per_square_meter>(value)
}

fn radiator(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let panel = Radiator::new(RadiatorParameters {
        emissivity: fraction(row.number("emissivity")?),
        absorptance: fraction(row.number("absorptance")?),
        fin_effectiveness: fraction(1.0),
        emitting_faces: fraction(2.0),
        areal_mass: ArealMass::from_base(0.0),
    })
    .map_err(|error| row.impossible(error))?;
    let kelvins = |column| row.number(column).map(Temperature::new::<kelvin>);
    let sink = panel.sink_temperature(&loads(row)?);
    let each = Power::new::<kilowatt>(1.0);
    let needed = panel.area_for_fluid(each, kelvins("inlet_K")?, kelvins("outlet_K")?, sink);
    let needed = needed.map_err(|error| row.impossible(error))?.get::<square_meter>();
    bench.judge_flown(row, "heat_kW", row.number("panel_area_m2")? / needed)
}

/// What the Sun and the Earth send to a panel edge-on to the Sun.
fn loads(row: &SheetRow<'_>) -> Result<SurroundingLoads, Trouble> {
    let altitude = Length::new::<kilometer>(row.number("altitude_km")?);
    let ratio: Ratio = (EARTH_RADIUS + altitude) / EARTH_RADIUS;
    let dark: Angle = (EARTH_RADIUS / (EARTH_RADIUS + altitude)).asin();
    let plate = radiator_loads(ratio, Attitude::EdgeOn, Angle::from_base(0.0), dark);
    let sun = flux(row.number("sun_W_m2")?);
    Ok(SurroundingLoads {
        earth_infrared: flux(row.number("earth_infrared_W_m2")?) * plate.infrared_factor,
        albedo: row.number("albedo")? * sun * plate.albedo_factor,
        solar: sun * plate.solar_factor,
        array_infrared: flux(0.0),
    })
}

fn array(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let array = SolarArray::new(SolarArrayParameters {
        cell_efficiency: fraction(row.number("cell_efficiency")?),
        packing_factor: fraction(row.number("packing_factor")?),
        temperature_coefficient: PerTemperature::new::<per_kelvin>(
            row.number("temperature_coefficient_1_K")?,
        ),
        solar_absorptance: fraction(row.number("absorptance")?),
        front_emissivity: fraction(row.number("front_emissivity")?),
        back_emissivity: fraction(row.number("back_emissivity")?),
        pointing_and_wiring: fraction(1.0),
    })
    .map_err(|error| row.impossible(error))?;
    let temperature = array.temperature(SOLAR_CONSTANT, flux(0.0));
    let area = Area::new::<square_meter>(row.number("area_m2")?);
    let power: Power = array.power_per_area(SOLAR_CONSTANT, temperature) * area;
    bench.judge_flown(row, "power_kW", power.get::<kilowatt>())
}

/// Nominal value of a row of the catalog, in base units.
fn nominal(address: &str) -> Result<f64, Trouble> {
    let value = Catalog::builtin().value(address, PRICE_YEAR);
    value.map(|spread| spread.nominal).map_err(|error| Trouble::new(format!("{error}")))
}

/// Any year: no row that is read here is money.
const PRICE_YEAR: u16 = 2026;
const ARRAY_AREA: &str = "subsystems.array_model_2026.areal_mass";
const ARRAY_POWER: &str = "subsystems.array_model_2026.specific_power";
const PANEL: &str = "subsystems.radiator_al_2026.areal_mass";
const DEPLOYMENT: &str = "subsystems.radiator_al_2026.deployment_mass_fraction";
const LOOP: &str = "subsystems.pump_loop.specific_mass";
const BATTERY: &str = "subsystems.battery_li.specific_energy_pack";
const GYRO: &str = "model.momentum_storage.per_mass";

fn mass(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let kilowatts = || row.number("power_kW").map(|power| 1.0e3 * power);
    let got = match row.text("part")? {
        "array" => {
            row.number("area_m2")? * nominal(ARRAY_AREA)? + kilowatts()? / nominal(ARRAY_POWER)?
        }
        "radiator" => row.number("area_m2")? * nominal(PANEL)? * (1.0 + nominal(DEPLOYMENT)?),
        "loop" => kilowatts()? * nominal(LOOP)?,
        "battery" => 3.6e6 * row.number("energy_kWh")? / nominal(BATTERY)?,
        "gyro" => row.number("momentum_N_m_s")? / nominal(GYRO)?,
        "bus" => kilowatts()? * bus_per_watt(row.text("power_kW")?)?,
        other => return Err(row.impossible(format!("unknown part `{other}`"))),
    };
    bench.judge_flown(row, "mass_kg", got)
}

/// What is in a bus: everything but computers, cooling and margin.
const BUS: [&str; 7] = [
    "mass.array",
    "battery.mass",
    "mass.power_distribution",
    "mass.avionics",
    "mass.momentum",
    "mass.links",
    "mass.propulsion",
];

/// Mass of a bus with its structure over the power of the array, in kilograms per watt.
fn bus_per_watt(array_kilowatts: &str) -> Result<f64, Trouble> {
    let set = [format!("satellite.array_power={array_kilowatts} kW")];
    let outcome: Evaluation = changed_outcome("reference-2026", &set)?;
    let of = |path: &str| metric(path).and_then(|metric| (metric.get)(&outcome));
    let parts: Option<f64> = BUS.iter().map(|path| of(path)).sum();
    let structure = of("mass.structure").zip(of("mass.dry").zip(of("mass.margin")));
    let share = structure.map(|(structure, (dry, margin))| structure / (dry - margin));
    let mass = parts.zip(share).map(|(parts, share)| parts / (1.0 - share));
    let per_watt = mass.zip(of("array.power_bol")).map(|(mass, power)| mass / power);
    per_watt.ok_or_else(|| Trouble::new("reference-2026 does not close with this array"))
}
