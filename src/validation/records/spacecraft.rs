//! Starcloud 2024 and Nanjangud 2025 on it, radiators of van Berkel, Cavalier and Forethought,
//! panels of Gaalema.

use super::{Computed, PublishedFigure, Record, arithmetic, got, line, metric_of, outcome};
use crate::physics::radiator::{Radiator, RadiatorParameters, SurroundingLoads};
use crate::published::{forethought, nanjangud, ratios, starcloud};
use crate::units::{
    Area, ArealMass, Energy, Irradiance, Mass, Money, MoneyPerEnergy, MoneyPerMass, Power,
    RadiationConstant, Temperature, fraction, kelvin, kilogram, kilogram_per_square_meter,
    kilowatt, kilowatt_hour, megawatt, meter, square_meter, tonne, usd, usd_per_kilogram,
    usd_per_kilowatt_hour, watt, watt_per_kilogram, watt_per_square_meter,
    watt_per_square_meter_kelvin4,
};
use crate::validation::read::Trouble;

const AREA: &str = "physics::radiator::Radiator::area";

pub(super) const LINES: &[PublishedFigure] = &[
    line("starcloud-radiator-20C", 0, "published::starcloud::RadiatorPlate", plate),
    line("starcloud-table1", 0, "published::starcloud", table1),
    line("starcloud-array-5GW", 0, "published::starcloud::array_side", array_side),
    line("starcloud-rack-launch", 0, "product", racks_per_launch),
    line("starcloud3-specific-power", 0, "published::ratios::specific_power", starcloud3),
    line("angadh-areas", 1, "scenario published/nanjangud-2025", areas),
    line("angadh-solar-irosa", 0, "published::nanjangud", solar_units),
    line("angadh-radiator-orus", 0, "published::nanjangud", radiator_units),
    line("angadh-racks", 0, "published::nanjangud::launches", racks),
    line("angadh-cost-1000", 0, "sum", launch_total),
    line("forethought-radiator-25C", 1, "physics::radiator::Radiator::net_flux", forethought_plate),
    line("vanberkel-radiator", 1, AREA, van_berkel),
    line("abi-h100-radiator-20C", 1, AREA, cavalier),
    line("abi-h100-radiator-60C", 1, AREA, cavalier),
    line("iscr-areal-mass", 0, "sum and product", panel_mass),
    line("ascend-array-density", 0, "published::ratios::power_density", ascend),
];

fn flux(value: f64) -> Irradiance {
    Irradiance::new::<watt_per_square_meter>(value)
}

fn watts_per_square_meter(value: Irradiance) -> f64 {
    value.get::<watt_per_square_meter>()
}

fn kelvins(record: &Record<'_>, name: &str) -> Result<Temperature, Trouble> {
    Ok(Temperature::new::<kelvin>(record.input(name, "K")?))
}

fn kilograms(record: &Record<'_>, name: &str) -> Result<Mass, Trouble> {
    Ok(Mass::new::<kilogram>(record.input(name, "kg")?))
}

fn square_meters(record: &Record<'_>, name: &str) -> Result<Area, Trouble> {
    Ok(Area::new::<square_meter>(record.input(name, "m2")?))
}

fn plate(record: &Record<'_>) -> Computed {
    let constant = record.input("stefan_boltzmann", "W/m2/K4")?;
    let plate = starcloud::RadiatorPlate {
        emissivity: fraction(record.input("emissivity", "1")?),
        absorptance: fraction(record.input("solar_absorptivity", "1")?),
        temperature: kelvins(record, "temperature")?,
        earth_view: fraction(record.input("view_factor_earth", "1")?),
        albedo: fraction(record.input("albedo", "1")?),
        sunlight: flux(record.input("solar_irradiance", "W/m2")?),
        earth_temperature: kelvins(record, "earth_temperature")?,
        radiation: RadiationConstant::new::<watt_per_square_meter_kelvin4>(constant),
    };
    let sides = fraction(record.input("sides", "1")?);
    Ok(vec![
        got("emitted_per_side", "W/m2", watts_per_square_meter(plate.emitted_per_side())),
        got("emitted_both", "W/m2", watts_per_square_meter(plate.emitted_per_side() * sides)),
        got("absorbed_sun", "W/m2", watts_per_square_meter(plate.absorbed_sun())),
        got("absorbed_earth", "W/m2", watts_per_square_meter(plate.absorbed_earth())),
        got("net", "W/m2", watts_per_square_meter(plate.net(sides))),
    ])
}

fn table1(record: &Record<'_>) -> Computed {
    let power = Power::new::<megawatt>(record.input("it_power", "MW")?);
    let hours = 8760.0 * record.input("years", "yr")?;
    let price = record.input("electricity_price", "USD/kWh")?;
    let energy = starcloud::energy_bill(
        Energy::new::<kilowatt_hour>(power.get::<kilowatt>() * hours),
        MoneyPerEnergy::new::<usd_per_kilowatt_hour>(price),
    );
    let cooling = energy * record.input("cooling_fraction", "1")?;
    let backup = Money::new::<usd>(record.input("backup_power", "USD")?);
    let shielding_kg = record.input("shielding", "kg/kW")? * power.get::<kilowatt>();
    let launch_price = record.input("shielding_launch_price", "USD/kg")?;
    let shielding = starcloud::shielding_cost(
        Mass::new::<kilogram>(shielding_kg),
        MoneyPerMass::new::<usd_per_kilogram>(launch_price),
    );
    let space = shielding
        + Money::new::<usd>(record.input("space_solar_array", "USD")?)
        + Money::new::<usd>(record.input("launch", "USD")?);
    Ok(vec![
        got("terrestrial_energy", "USD", energy.get::<usd>()),
        got("terrestrial_cooling", "USD", cooling.get::<usd>()),
        got("terrestrial_total", "USD", (energy + cooling + backup).get::<usd>()),
        got("space_shielding", "USD", shielding.get::<usd>()),
        got("space_total", "USD", space.get::<usd>()),
    ])
}

fn array_side(record: &Record<'_>) -> Computed {
    let side = starcloud::array_side(
        Power::new::<watt>(record.input("power", "W")?),
        fraction(record.input("fill_factor", "1")?),
        fraction(record.input("cell_efficiency", "1")?),
        flux(record.input("solar_irradiance", "W/m2")?),
    );
    Ok(vec![got("array_side", "m", side.get::<meter>())])
}

fn racks_per_launch(record: &Record<'_>) -> Computed {
    let power = record.input("racks", "1")? * record.input("power_per_rack", "kW")?;
    Ok(vec![got("compute_per_launch", "MW", Power::new::<kilowatt>(power).get::<megawatt>())])
}

fn starcloud3(record: &Record<'_>) -> Computed {
    let power = Power::new::<kilowatt>(record.input("power", "kW")?);
    let specific = ratios::specific_power(power, kilograms(record, "mass")?);
    Ok(vec![got("specific_power", "W/kg", specific.get::<watt_per_kilogram>())])
}

fn areas(_: &Record<'_>) -> Computed {
    let outcome = outcome("published/nanjangud-2025")?;
    let array = metric_of(&outcome, "array.area")?;
    let panel = metric_of(&outcome, "radiator.panel_area")?;
    Ok(vec![
        got("solar_area", "m2", array),
        got("radiator_area", "m2", panel),
        got("area_ratio", "1", array / panel),
    ])
}

/// Areal mass of a flown unit, mass of an area of it, and launches of that mass.
fn units(record: &Record<'_>, area: &str) -> Computed {
    let areal =
        nanjangud::areal_mass(kilograms(record, "unit_mass")?, square_meters(record, "unit_area")?);
    let mass = areal * square_meters(record, area)?;
    let launches = nanjangud::launches(mass, kilograms(record, "payload_per_launch")?);
    Ok(vec![
        got("areal_density", "kg/m2", areal.get::<kilogram_per_square_meter>()),
        got("mass", "kg", mass.get::<kilogram>()),
        got("launches", "1", launches.base()),
    ])
}

fn solar_units(record: &Record<'_>) -> Computed {
    units(record, "solar_area")
}

fn radiator_units(record: &Record<'_>) -> Computed {
    units(record, "radiator_area")
}

fn racks(record: &Record<'_>) -> Computed {
    let mass = kilograms(record, "mass_per_rack")? * record.input("racks", "1")?;
    let launches = nanjangud::launches(mass, kilograms(record, "payload_per_launch")?);
    Ok(vec![got("mass", "kg", mass.get::<kilogram>()), got("launches", "1", launches.base())])
}

fn launch_total(record: &Record<'_>) -> Computed {
    let price = MoneyPerMass::new::<usd_per_kilogram>(record.input("launch_price", "USD/kg")?);
    let total = price * kilograms(record, "payload")?
        + Money::new::<usd>(record.input("solar_array", "USD")?)
        + Money::new::<usd>(record.input("shielding", "USD")?);
    Ok(vec![got("total", "USD", total.get::<usd>())])
}

/// A panel without fins.
fn panel(emissivity: f64, absorptance: f64, faces: f64) -> Result<Radiator, Trouble> {
    Radiator::new(RadiatorParameters {
        emissivity: fraction(emissivity),
        absorptance: fraction(absorptance),
        fin_effectiveness: fraction(1.0),
        emitting_faces: fraction(faces),
        areal_mass: ArealMass::from_base(0.0),
    })
    .map_err(|error| Trouble::new(error.to_string()))
}

fn forethought_plate(record: &Record<'_>) -> Computed {
    let absorptance = record.input("solar_absorptivity", "1")?;
    let radiator = panel(record.input("emissivity", "1")?, absorptance, 2.0)?;
    let sunlight = record.input("solar_irradiance", "W/m2")?;
    let reflected =
        sunlight * record.input("albedo", "1")? * record.input("view_factor_albedo", "1")?;
    let earth = panel(1.0, 0.0, 1.0)?
        .net_flux_to(kelvins(record, "earth_temperature")?, Temperature::from_base(0.0));
    let loads = SurroundingLoads {
        earth_infrared: earth * record.input("view_factor_ir_total", "1")?,
        albedo: flux(reflected),
        solar: flux(sunlight),
        array_infrared: flux(0.0),
    };
    let net = radiator.net_flux(kelvins(record, "temperature")?, &loads);
    let areal = record.input("system_areal_density", "kg/m2")?;
    let rejection =
        forethought::specific_rejection(net, ArealMass::new::<kilogram_per_square_meter>(areal));
    Ok(vec![
        got("net_flux", "W/m2", watts_per_square_meter(net)),
        arithmetic("specific_rejection", "W/kg", rejection.get::<watt_per_kilogram>()),
    ])
}

fn van_berkel(record: &Record<'_>) -> Computed {
    let radiator = panel(record.input("emissivity", "1")?, 0.0, 1.0)?;
    let area = radiator.area(
        Power::new::<watt>(record.input("heat", "W")?),
        kelvins(record, "temperature")?,
        &SurroundingLoads::default(),
    );
    let area = area.map_err(|error| Trouble::new(error.to_string()))?;
    Ok(vec![got("radiating_area", "m2", area.get::<square_meter>())])
}

fn cavalier(record: &Record<'_>) -> Computed {
    let emissivity = record.input("emissivity", "1")?;
    let absorbed = record.input("absorbed_environment_flux", "W/m2")?;
    let loads =
        SurroundingLoads { earth_infrared: flux(absorbed / emissivity), ..Default::default() };
    let area = panel(emissivity, 0.0, 1.0)?.area(
        Power::new::<watt>(record.input("heat", "W")?),
        kelvins(record, "temperature")?,
        &loads,
    );
    let area = area.map_err(|error| Trouble::new(error.to_string()))?;
    Ok(vec![got("radiator_area", "m2", area.get::<square_meter>())])
}

fn panel_mass(record: &Record<'_>) -> Computed {
    let areal = ["solar", "compute", "radiator"]
        .into_iter()
        .map(|part| record.input(part, "kg/m2"))
        .sum::<Result<f64, Trouble>>()?;
    let mass =
        ArealMass::new::<kilogram_per_square_meter>(areal) * square_meters(record, "array_area")?;
    Ok(vec![got("areal_mass", "kg/m2", areal), got("distributed_mass", "t", mass.get::<tonne>())])
}

fn ascend(record: &Record<'_>) -> Computed {
    let power = Power::new::<watt>(record.input("power", "W")?);
    let density = ratios::power_density(power, square_meters(record, "array_area")?);
    Ok(vec![got("power_density", "W/m2", watts_per_square_meter(density))])
}
