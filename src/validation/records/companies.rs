//! Dirty Bits, filings and press.

use super::{Computed, PublishedFigure, Record, got, line};
use crate::published::{dirty_bits, nanjangud, ratios};
use crate::units::{
    Irradiance, Mass, Money, MoneyPerMass, Power, SpecificPower, fraction, gigawatt, kilowatt,
    square_meter, tonne, usd, usd_per_kilogram, watt, watt_per_kilogram, watt_per_square_meter,
};
use crate::validation::read::Trouble;

pub(super) const LINES: &[PublishedFigure] = &[
    line("dirtybits-falcon9-launch", 0, "published::dirty_bits::launch_intensity", launch),
    line("dirtybits-reentry", 0, "published::dirty_bits::reentry_intensity", reentry),
    line("spacex-fcc-capacity", 0, "published::ratios::power", capacity),
    line("spacex-ai1-array", 0, "published::nanjangud::area", array),
    line("itk-ai1-specific-power", 0, "published::ratios::specific_power", specific_power),
    line("vanberkel-launch", 0, "published::ratios::mass", van_berkel),
    line("deutschebank-ratio-2026", 0, "published::ratios::cost_ratio", deutsche_bank),
];

fn tonnes(record: &Record<'_>, name: &str, unit: &str) -> Result<Mass, Trouble> {
    Ok(Mass::new::<tonne>(record.input(name, unit)?))
}

/// A kilowatt per tonne is a watt per kilogram.
fn power_per_mass(record: &Record<'_>) -> Result<SpecificPower, Trouble> {
    Ok(SpecificPower::new::<watt_per_kilogram>(record.input("specific_power", "kW/t")?))
}

fn launch(record: &Record<'_>) -> Computed {
    let gases = |name: &str| tonnes(record, name, "t CO2e");
    let emission = dirty_bits::LaunchEmission {
        fuel: gases("fuel")?,
        first_stage: gases("first_stage")?,
        first_stage_uses: fraction(record.input("first_stage_uses", "1")?),
        second_stage: gases("second_stage")?,
    };
    let intensity = dirty_bits::launch_intensity(&emission, tonnes(record, "payload", "t")?);
    Ok(vec![got("launch_intensity", "kg CO2e/kg", intensity.base())])
}

fn reentry(record: &Record<'_>) -> Computed {
    let intensity = dirty_bits::reentry_intensity(
        fraction(record.input("nox_per_kg", "kg/kg")?),
        fraction(record.input("gwp_nox", "kg CO2e/kg")?),
    );
    Ok(vec![got("reentry_intensity_per_reentering_kg", "kg CO2e/kg", intensity.base())])
}

fn capacity(record: &Record<'_>) -> Computed {
    let yearly = tonnes(record, "mass_per_year", "t/yr")?;
    let power = ratios::power(yearly, power_per_mass(record)?);
    Ok(vec![got("capacity_per_year", "GW/yr", power.get::<gigawatt>())])
}

fn array(record: &Record<'_>) -> Computed {
    let density = record.input("array_power_density", "W/m2")?;
    let area = nanjangud::area(
        Power::new::<watt>(record.input("power", "W")?),
        Irradiance::new::<watt_per_square_meter>(density),
    );
    Ok(vec![got("array_area", "m2", area.get::<square_meter>())])
}

fn specific_power(record: &Record<'_>) -> Computed {
    let power = Power::new::<kilowatt>(record.input("peak_power", "kW")?);
    let specific = ratios::specific_power(power, tonnes(record, "mass", "t")?);
    Ok(vec![got("specific_power", "kW/t", specific.get::<watt_per_kilogram>())])
}

fn van_berkel(record: &Record<'_>) -> Computed {
    let power = Power::new::<kilowatt>(record.input("power", "kW")?);
    let mass = ratios::mass(power, power_per_mass(record)?);
    let price = MoneyPerMass::new::<usd_per_kilogram>(record.input("launch_price", "USD/kg")?);
    let launches = mass / tonnes(record, "payload_per_launch", "t")?;
    Ok(vec![
        got("launch_cost", "USD", (mass * price).get::<usd>()),
        got("launches", "1", launches.base()),
    ])
}

fn deutsche_bank(record: &Record<'_>) -> Computed {
    let ratio = ratios::cost_ratio(
        Money::new::<usd>(record.input("space_cost_1gw", "USD")?),
        Money::new::<usd>(record.input("ground_cost_1gw", "USD")?),
    );
    Ok(vec![got("ratio", "1", ratio.base())])
}
