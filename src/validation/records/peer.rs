//! McCalip 2025: the page rebuilt, against the numbers that the page itself gives.

use super::{Computed, PublishedFigure, Record, got, line};
use crate::published::mccalip::{Inputs, breakeven_launch_price, orbital, terrestrial, thermal};
use crate::validation::read::Trouble;

pub(super) const LINES: &[PublishedFigure] = &[
    line("mccalip-orbital-default", 0, "published::mccalip::orbital", orbital_costs),
    line("mccalip-orbital-default-counts", 0, "published::mccalip::orbital", orbital_counts),
    line("mccalip-terrestrial-default", 0, "published::mccalip::terrestrial", ground_costs),
    line("mccalip-terrestrial-default-2", 0, "published::mccalip::terrestrial", ground_fuel),
    line("mccalip-breakeven-launch", 0, "published::mccalip::breakeven_launch_price", breakeven),
    line("mccalip-thermal-area", 0, "published::mccalip::thermal", thermal_area),
    line("mccalip-thermal-equilibrium", 0, "published::mccalip::thermal", thermal_temperature),
];

/// Inputs of the orbital side, the rest at the defaults.
fn orbital_inputs(record: &Record<'_>) -> Result<Inputs, Trouble> {
    Ok(Inputs {
        analysis_period_years: record.input("years", "yr")?,
        target_capacity_gw: record.input("target_power", "MW")? / 1000.0,
        satellite_cost_usd_per_w: record.input("satellite_cost", "USD/W")?,
        specific_power_w_per_kg: record.input("specific_power", "W/kg")?,
        sun_fraction: record.input("sun_fraction", "1")?,
        cell_degradation_pct_per_year: 100.0 * record.input("cell_degradation", "1/yr")?,
        ..Inputs::DEFAULTS
    })
}

fn full_orbital_inputs(record: &Record<'_>) -> Result<Inputs, Trouble> {
    Ok(Inputs {
        launch_cost_usd_per_kg: record.input("launch_price", "USD/kg")?,
        satellite_power_kw: record.input("satellite_power", "kW")?,
        gpu_failure_pct_per_year: 100.0 * record.input("gpu_failure", "1/yr")?,
        nre_cost_musd: record.input("nre", "USD")? / 1e6,
        ..orbital_inputs(record)?
    })
}

fn orbital_costs(record: &Record<'_>) -> Computed {
    let side = orbital(&full_orbital_inputs(record)?);
    Ok(vec![
        got("average_capacity", "1", side.avg_capacity_factor),
        got("mass", "kg", side.total_mass_kg),
        got("hardware", "USD", side.hardware_cost_usd),
        got("launch", "USD", side.launch_cost_usd),
        got("total", "USD", side.total_cost_usd),
        got("lcoe", "USD/MWh", side.lcoe_usd_per_mwh),
    ])
}

fn orbital_counts(record: &Record<'_>) -> Computed {
    let side = orbital(&full_orbital_inputs(record)?);
    Ok(vec![
        got("satellites", "1", side.satellite_count),
        got("launches", "1", side.starship_launches),
        got("array_area", "m2", 1e6 * side.array_area_km2),
        got("cost_per_watt", "USD/W", side.cost_per_w_usd),
    ])
}

fn ground_inputs(record: &Record<'_>) -> Result<Inputs, Trouble> {
    Ok(Inputs {
        analysis_period_years: record.input("years", "yr")?,
        target_capacity_gw: record.input("target_power", "MW")? / 1000.0,
        gas_turbine_capex_usd_per_kw: record.input("gas_turbine_capex", "USD/kW")?,
        electrical_cost_usd_per_w: record.input("electrical", "USD/W")?,
        mechanical_cost_usd_per_w: record.input("mechanical", "USD/W")?,
        civil_cost_usd_per_w: record.input("civil", "USD/W")?,
        network_cost_usd_per_w: record.input("network", "USD/W")?,
        pue: record.input("pue", "1")?,
        gas_price_usd_per_mmbtu: record.input("gas_price", "USD/MMBtu")?,
        heat_rate_btu_per_kwh: record.input("heat_rate", "Btu/kWh")?,
        capacity_factor: record.input("capacity_factor", "1")?,
        ..Inputs::DEFAULTS
    })
}

fn ground_costs(record: &Record<'_>) -> Computed {
    let side = terrestrial(&ground_inputs(record)?);
    Ok(vec![
        got("capex_per_watt", "USD/W", side.facility_capex_per_w_usd),
        got("total", "USD", side.total_cost_usd),
        got("gas", "BCF", side.gas_consumption_bcf),
    ])
}

fn ground_fuel(record: &Record<'_>) -> Computed {
    let side = terrestrial(&ground_inputs(record)?);
    Ok(vec![
        got("fuel", "USD", side.fuel_cost_total_usd),
        got("lcoe", "USD/MWh", side.lcoe_usd_per_mwh),
    ])
}

fn breakeven(record: &Record<'_>) -> Computed {
    let inputs = orbital_inputs(record)?;
    let price = breakeven_launch_price(&inputs, record.input("terrestrial_total", "USD")?);
    Ok(vec![got("breakeven_launch_price", "USD/kg", price)])
}

fn plate_inputs(record: &Record<'_>) -> Result<Inputs, Trouble> {
    Ok(Inputs {
        solar_absorptivity: record.input("solar_absorptivity", "1")?,
        emissivity_pv: record.input("emissivity_pv", "1")?,
        emissivity_radiator: record.input("emissivity_radiator", "1")?,
        ..Inputs::DEFAULTS
    })
}

fn thermal_area(record: &Record<'_>) -> Computed {
    let limit_c = record.input("radiator_limit", "K")? - 273.15;
    let inputs = Inputs {
        max_die_temp_c: limit_c + Inputs::DEFAULTS.die_to_radiator_drop_k,
        ..plate_inputs(record)?
    };
    Ok(vec![got("area_required", "m2", thermal(&inputs).area_required_m2)])
}

fn thermal_temperature(record: &Record<'_>) -> Computed {
    let temperature = thermal(&plate_inputs(record)?).eq_temp_k;
    Ok(vec![got("equilibrium_temperature", "K", temperature)])
}
