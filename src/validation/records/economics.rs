//! Research viewer, Forethought, `SemiAnalysis` and NASA OTPS.

use super::{Computed, PublishedFigure, Record, arithmetic, changed_outcome, got, line, metric_of};
use crate::physics::solar_array::aging::Aging;
use crate::published::{forethought, otps, research_viewer, semianalysis};
use crate::units::{
    Energy, Frequency, Mass, Money, MoneyPerEnergy, MoneyPerMass, MoneyPerPower, MoneyPerTime,
    Power, SpecificMass, Time, fraction, hour, kilogram, kilogram_per_kilowatt, kilowatt,
    kilowatt_hour, per_year, usd, usd_per_hour, usd_per_kilogram, usd_per_kilowatt,
    usd_per_kilowatt_hour, usd_per_kilowatt_year, usd_per_megawatt_hour, year,
};
use crate::validation::read::Trouble;

const FLIGHT: &str = "economics::rocket::flight_cost";
const FORETHOUGHT: &str = "scenario published/forethought-2025";
const RESEARCH_VIEWER: &str = "scenario published/research-viewer-2026";
const CROSSOVER: &str = "published::forethought::crossover";

pub(super) const LINES: &[PublishedFigure] = &[
    line("research-viewer-mass-optimistic", 1, RESEARCH_VIEWER, mass),
    line("research-viewer-mass-conservative", 1, RESEARCH_VIEWER, mass),
    line(
        "research-viewer-lifetime-optimistic",
        0,
        "published::research_viewer::effective_lifetime",
        lifetime,
    ),
    line(
        "research-viewer-lifetime-conservative",
        0,
        "published::research_viewer::effective_lifetime",
        lifetime,
    ),
    line("research-viewer-tco-conservative-2026", 1, RESEARCH_VIEWER, ownership),
    line("forethought-starship-expendable", 1, FLIGHT, flight),
    line("forethought-starship-full-reuse-10", 1, FLIGHT, flight),
    line("forethought-starship-full-reuse-50", 1, FLIGHT, flight),
    line(
        "forethought-array-oversize",
        1,
        "physics::solar_array::aging::Aging::remaining_factor",
        oversize,
    ),
    line("forethought-solar-s1", 1, FORETHOUGHT, solar),
    line("forethought-earth-b", 0, "published::forethought::cost_per_energy", earth),
    line("forethought-crossover-s1-b", 1, FORETHOUGHT, crossover_b),
    line("forethought-crossover-s2-a50", 0, CROSSOVER, crossover_a50),
    line("forethought-compute-bleed", 0, "published::forethought::compute_lost", bleed),
    line("semianalysis-lcoc-space", 0, "published::semianalysis::cost_of_compute", cost_of_compute),
    line("semianalysis-ratios", 0, "quotients", cost_ratios),
    line("nasa-otps-chain", 0, "published::otps::end_to_end", chain),
    line("nasa-otps-launches-rd1", 0, "published::otps::launches", launches),
    line("nasa-otps-launch-lcoe-rd1", 0, "published::otps::launch_part", launch_part),
];

fn specific_mass(record: &Record<'_>, name: &str) -> Result<SpecificMass, Trouble> {
    Ok(SpecificMass::new::<kilogram_per_kilowatt>(record.input(name, "kg/kW")?))
}

fn per_power(record: &Record<'_>, name: &str) -> Result<MoneyPerPower, Trouble> {
    Ok(MoneyPerPower::new::<usd_per_kilowatt>(record.input(name, "USD/kW")?))
}

fn dollars(record: &Record<'_>, name: &str) -> Result<Money, Trouble> {
    Ok(Money::new::<usd>(record.input(name, "USD")?))
}

fn years(record: &Record<'_>, name: &str) -> Result<Time, Trouble> {
    Ok(Time::new::<year>(record.input(name, "yr")?))
}

fn mass(record: &Record<'_>) -> Computed {
    let overhead = record.input("orbital_pue", "1")? - 1.0;
    let thermal = 1000.0 / record.input("thermal_specific_power", "W/kg")?;
    let battery_kwh = 100.0 * record.input("battery_mass", "kg/kW")?;
    let margin = record.input("structure_factor", "1")? - 1.0;
    let outcome = changed_outcome(
        "published/research-viewer-2026",
        &[
            format!("satellite.housekeeping={overhead}"),
            format!("array.specific_power={} W/kg", record.input("array_specific_power", "W/kg")?),
            format!("coolant.loop_specific_mass={thermal} kg/kW"),
            format!("it.specific_mass={} kg/kW", record.input("compute_mass", "kg/kW")?),
            format!("pin.battery.energy={battery_kwh} kWh"),
            format!("satellite.mass_margin={margin}"),
        ],
    )?;
    let total = SpecificMass::from_base(metric_of(&outcome, "mass.per_it_power")?);
    Ok(vec![got("mass_per_it_kw", "kg/kW", total.get::<kilogram_per_kilowatt>())])
}

fn lifetime(record: &Record<'_>) -> Computed {
    let effective = research_viewer::effective_lifetime(
        fraction(record.input("bus_loss", "1/yr")?),
        fraction(record.input("gpu_attrition", "1/yr")?),
        fraction(record.input("sdc_overhead", "1")?),
        years(record, "productive_window")?,
    );
    Ok(vec![got("effective_lifetime", "yr", effective.get::<year>())])
}

fn ownership(record: &Record<'_>) -> Computed {
    let life = record.input("effective_lifetime", "yr")?;
    // the array carries the price of everything, on 1.1 kW per kilowatt of computers
    let price = record.input("capex", "USD/kW")? / 1.1;
    let yearly = 1000.0 * record.input("annual_opex", "USD/(kW*yr)")?;
    let outcome = changed_outcome(
        "published/research-viewer-2026",
        &[
            format!("mission.life={life} yr"),
            format!("it.life={life} yr"),
            format!("array.price={price} USD2025/kW"),
            format!("satellite.ground_operations={yearly} USD2025/yr"),
            format!("finance.orbit_discount_rate={} 1/yr", record.input("wacc", "1/yr")?),
            format!("pin.orbit.availability={}", record.input("availability", "1")?),
        ],
    )?;
    let cost = MoneyPerEnergy::from_base(metric_of(&outcome, "orbit.cost_per_it_power_year")?);
    Ok(vec![got("tco", "USD/(kW*yr)", cost.get::<usd_per_kilowatt_year>())])
}

fn flight(record: &Record<'_>) -> Computed {
    let money = |name: &str| -> Result<String, Trouble> {
        Ok(format!("{} USD2025", record.input(name, "USD")?))
    };
    let outcome = changed_outcome(
        "published/forethought-2025",
        &[
            format!("rocket.booster_price={}", money("booster_build")?),
            format!("rocket.booster_flights={}", record.input("booster_flights", "1")?),
            format!("rocket.ship_price={}", money("ship_build")?),
            format!("rocket.ship_flights={}", record.input("ship_flights", "1")?),
            format!("rocket.flight_operations={}", money("ops_per_flight")?),
            format!("launch.payload_low_orbit={} kg", record.input("payload", "kg")?),
        ],
    )?;
    let cost = MoneyPerMass::from_base(metric_of(&outcome, "rocket.cost_per_mass")?);
    Ok(vec![got("launch_cost", "USD/kg", cost.get::<usd_per_kilogram>())])
}

fn oversize(record: &Record<'_>) -> Computed {
    let aging = Aging::yearly(Frequency::new::<per_year>(record.input("degradation", "1/yr")?))
        .map_err(|error| Trouble::new(error.to_string()))?;
    let left = aging.remaining_factor(years(record, "life")?);
    let factor =
        forethought::begin_of_life_factor(left, fraction(record.input("capacity_factor", "1")?));
    let from_left = forethought::begin_of_life_factor(left, fraction(1.0));
    Ok(vec![
        got("eol_fraction", "1", left.base()),
        arithmetic("oversize", "1", from_left.base()),
        arithmetic("bol_power_per_kw", "W", 1000.0 * factor.base()),
    ])
}

fn solar(record: &Record<'_>) -> Computed {
    // begin-of-life power per kilowatt comes out of the model's own loss of array power; it is an
    // input here
    let bol_w = record.input("bol_power_per_kw", "W")?;
    let outcome = changed_outcome(
        "published/forethought-2025",
        &[
            format!("pin.array.power_bol={bol_w} kW"),
            format!("array.specific_power={} W/kg", record.input("specific_power", "W/kg")?),
            format!("array.price={} USD2025/W", record.input("hardware_cost", "USD/W")?),
        ],
    )?;
    let mass = SpecificMass::from_base(metric_of(&outcome, "mass.per_it_power")?);
    let hardware = Money::from_base(metric_of(&outcome, "cost.hardware")?);
    Ok(vec![
        got("mass_per_kw", "kg/kW", mass.get::<kilogram_per_kilowatt>()),
        got("hardware_per_kw", "USD/kW", hardware.get::<usd>() / 1000.0),
    ])
}

fn earth(record: &Record<'_>) -> Computed {
    let cost = record.input("solar_nameplate", "W")? * record.input("solar_cost", "USD/W")?
        + record.input("battery_energy", "kWh")? * record.input("battery_cost", "USD/kWh")?
        + record.input("gas_turbine", "USD/kW")?
        + record.input("fuel_and_om", "USD/kW")?
        + record.input("other", "USD/kW")?;
    let hours = 8760.0 * record.input("years", "yr")?;
    let energy = forethought::cost_per_energy(
        MoneyPerPower::new::<usd_per_kilowatt>(cost),
        Time::new::<hour>(hours),
    );
    Ok(vec![
        got("cost_per_kw", "USD/kW", cost),
        got("lcoe", "USD/MWh", energy.get::<usd_per_megawatt_hour>()),
    ])
}

fn crossover(record: &Record<'_>, earth: &str) -> Computed {
    let price: MoneyPerMass = forethought::crossover(
        per_power(record, earth)?,
        per_power(record, "space_hardware")?,
        specific_mass(record, "space_mass")?,
    );
    Ok(vec![got("crossover_launch_price", "USD/kg", price.get::<usd_per_kilogram>())])
}

/// The crossover as the model's break-even, with hardware and mass on a kilowatt of array.
fn crossover_b(record: &Record<'_>) -> Computed {
    let specific_power = 1000.0 / record.input("space_mass", "kg/kW")?;
    let outcome = changed_outcome(
        "published/forethought-2025",
        &[
            "pin.array.power_bol=1000 kW".to_owned(),
            format!("array.specific_power={specific_power} W/kg"),
            format!("array.price={} USD2025/kW", record.input("space_hardware", "USD/kW")?),
            format!("ground.facility_price={} USD2025/kW", record.input("earth_cost", "USD/kW")?),
        ],
    )?;
    let price = MoneyPerMass::from_base(metric_of(&outcome, "breakeven.launch_price")?);
    Ok(vec![got("crossover_launch_price", "USD/kg", price.get::<usd_per_kilogram>())])
}

fn crossover_a50(record: &Record<'_>) -> Computed {
    crossover(record, "earth_cost_with_50_usd_battery")
}

fn bleed(record: &Record<'_>) -> Computed {
    let lost = forethought::compute_lost(
        fraction(record.input("annual_failure", "1/yr")?),
        fraction(record.input("years", "yr")?),
    );
    Ok(vec![got("compute_lost", "1", lost.base())])
}

fn cost_of_compute(record: &Record<'_>) -> Computed {
    let spares = fraction(record.input("spare_fraction", "1")?);
    let availability = fraction(record.input("availability", "1")?);
    let ownership = MoneyPerTime::new::<usd_per_hour>(record.input("tco", "USD/GPU-h")?);
    let cost = semianalysis::cost_of_compute(ownership, spares, availability);
    Ok(vec![
        got("gross_up", "1", semianalysis::gross_up(spares, availability).base()),
        got("lcoc", "USD/GPU-h", cost.get::<usd_per_hour>()),
    ])
}

fn cost_ratios(record: &Record<'_>) -> Computed {
    let ratio = |one: &str, other: &str| -> Result<f64, Trouble> {
        Ok(record.input(one, "USD/GPU-h")? / record.input(other, "USD/GPU-h")?)
    };
    Ok(vec![
        got("tco_ratio", "1", ratio("tco_space", "tco_ground")?),
        got("lcoc_ratio", "1", ratio("lcoc_space", "lcoc_ground")?),
    ])
}

fn chain(record: &Record<'_>) -> Computed {
    let steps = [
        "cell",
        "dc_dc_space",
        "dc_rf",
        "antenna",
        "atmosphere",
        "beam_collection",
        "rectenna",
        "dc_dc_ground",
    ];
    let steps = steps
        .into_iter()
        .map(|step| record.input(step, "1").map(fraction))
        .collect::<Result<Vec<_>, Trouble>>()?;
    Ok(vec![got("end_to_end", "1", otps::end_to_end(&steps).base())])
}

fn launches(record: &Record<'_>) -> Computed {
    let launches = otps::launches(
        Mass::new::<kilogram>(record.input("mass", "kg")?),
        Mass::new::<kilogram>(record.input("payload", "kg")?),
        fraction(record.input("launches_per_payload_launch", "1")?),
        fraction(record.input("generations", "1")?),
    );
    Ok(vec![got("launches", "1", launches.base())])
}

fn launch_part(record: &Record<'_>) -> Computed {
    let power = Power::new::<kilowatt>(record.input("power", "kW")?).get::<kilowatt>();
    let hours = record.input("years", "yr")? * record.input("hours_per_year", "h")?;
    let cost: MoneyPerEnergy = otps::launch_part(
        fraction(record.input("launches", "1")?),
        dollars(record, "cost_per_launch")?,
        Energy::new::<kilowatt_hour>(power * hours),
    );
    Ok(vec![got("launch_part_of_lcoe", "USD/kWh", cost.get::<usd_per_kilowatt_hour>())])
}
