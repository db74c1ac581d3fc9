//! Hardware that flew: radiators of the space station, arrays of the station and of Starlink.

use super::super::bench::ReferenceTolerance::Relative;
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::{Adapter, Context, Judge};
use crate::constants::{EARTH_RADIUS, SOLAR_CONSTANT};
use crate::physics::environment::{Attitude, radiator_loads};
use crate::physics::radiator::{Radiator, RadiatorParameters, SurroundingLoads};
use crate::physics::solar_array::{SolarArray, SolarArrayParameters};
use crate::units::{
    Angle, Area, ArealMass, Irradiance, Length, PerTemperature, Power, Ratio, Temperature,
    fraction, kelvin, kilometer, kilowatt, per_kelvin, square_meter, watt_per_square_meter,
};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "flown_radiators.csv",
        source: "ratings and areas in catalog rows platforms.iss (Wikipedia, SemiAnalysis), \
            coating subsystems.coat_z93",
        inputs: &[
            "unit",
            "panel_area_m2",
            "temperature_K",
            "emissivity",
            "absorptance",
            "altitude_km",
            "earth_infrared_W_m2",
            "albedo",
            "sun_W_m2",
        ],
        columns: RADIATORS,
        remark: "The band of 50 % was stated before comparing: a rating is what a system must do \
            on its worst day with aged coatings, and the panels \
                 are taken at one temperature, that of the coolant supply, edge-on to the Sun and \
                 alone.",
        judge: Judge::Csv(radiator),
    },
    Adapter {
        file: "flown_arrays.csv",
        source: "power and area in catalog rows platforms.starlink_v2mini and platforms.irosa, \
            cells of subsystems.cell_*",
        inputs: &[
            "unit",
            "area_m2",
            "cell_efficiency",
            "packing_factor",
            "temperature_coefficient_1_K",
            "absorptance",
            "front_emissivity",
            "back_emissivity",
        ],
        columns: ARRAYS,
        remark: "The band of 25 % was stated before comparing: packing of either wing is the \
            catalog's usual value and not its own. Mass per power is an \
                 input of the model, so that there is nothing to compare it with.",
        judge: Judge::Csv(array),
    },
];

const RADIATORS: &[BenchColumn] =
    &[column("heat_kW", 3, "kW", Relative(0.5), "physics::radiator::Radiator::net_flux")];
const ARRAYS: &[BenchColumn] = &[column(
    "power_kW",
    3,
    "kW",
    Relative(0.25),
    "physics::solar_array::SolarArray::power_per_area",
)];

fn trouble(error: &crate::domain::DomainError) -> Trouble {
    Trouble::new(error.to_string())
}

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
    .map_err(|error| trouble(&error))?;
    let altitude = Length::new::<kilometer>(row.number("altitude_km")?);
    let ratio: Ratio = (EARTH_RADIUS + altitude) / EARTH_RADIUS;
    let dark: Angle = (EARTH_RADIUS / (EARTH_RADIUS + altitude)).asin();
    let plate = radiator_loads(ratio, Attitude::EdgeOn, Angle::from_base(0.0), dark);
    let sun = flux(row.number("sun_W_m2")?);
    let loads = SurroundingLoads {
        earth_infrared: flux(row.number("earth_infrared_W_m2")?) * plate.infrared_factor,
        albedo: row.number("albedo")? * sun * plate.albedo_factor,
        solar: sun * plate.solar_factor,
        array_infrared: flux(0.0),
    };
    let root = Temperature::new::<kelvin>(row.number("temperature_K")?);
    let area = Area::new::<square_meter>(row.number("panel_area_m2")?);
    let heat: Power = panel.net_flux(root, &loads) * area;
    bench.judge(row, "heat_kW", heat.get::<kilowatt>(), row.number("heat_kW")?);
    Ok(())
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
    .map_err(|error| trouble(&error))?;
    let temperature = array.temperature(SOLAR_CONSTANT, flux(0.0));
    let area = Area::new::<square_meter>(row.number("area_m2")?);
    let power: Power = array.power_per_area(SOLAR_CONSTANT, temperature) * area;
    bench.judge(row, "power_kW", power.get::<kilowatt>(), row.number("power_kW")?);
    Ok(())
}
