//! Turyshev 2026 and Agüera y Arcas and others 2025 (Suncatcher).

use super::{
    Computed, PublishedFigure, Record, arithmetic, changed_outcome, got, kilometers, line,
    metric_of, outcome,
};
use crate::constants::{ASTRONOMICAL_UNIT, EARTH_RADIUS};
use crate::economics::learning::experience_for;
use crate::physics::eclipse::{EclipseGeometry, shadow};
use crate::physics::link::{GaussianBeam, OpticalLink, telescope_gain};
use crate::physics::orbit::keplerian_period;
use crate::physics::radiator::{Radiator, RadiatorParameters};
use crate::published::{ratios, suncatcher, turyshev};
use crate::units::{
    AbsorbedDose, Angle, Area, ArealMass, DoseRate, Energy, Frequency, InformationRate, Irradiance,
    Length, Mass, Money, MoneyPerEnergy, MoneyPerMass, MoneyPerPower, Power, SpecificMass,
    Temperature, Time, bit_per_joule, bit_per_second, degree, fraction, gigawatt, kelvin, kilogram,
    kilogram_per_kilowatt, kilowatt, kilowatt_hour, megawatt, megawatt_hour, meter, minute,
    per_second, per_year, rad_dose, rad_per_year, radian, square_meter, tonne, usd,
    usd_per_kilogram, usd_per_kilowatt, usd_per_kilowatt_hour, usd_per_kilowatt_year, watt,
    watt_per_square_meter, year,
};
use crate::validation::read::Trouble;

const FLUX: &str = "physics::radiator::Radiator::net_flux_to";
const SUNCATCHER: &str = "scenario published/suncatcher-2035";
const SCENARIO: &str = "scenario published/turyshev-1mw";

pub(super) const LINES: &[PublishedFigure] = &[
    line("turyshev-radiator-flux", 1, FLUX, radiator_flux),
    line("turyshev-anchor-base", 1, SCENARIO, anchor),
    line("turyshev-cluster-total", 0, "sum", cluster_total),
    line(
        "turyshev-environment-inflation-0.2",
        0,
        "published::turyshev::environment_inflation",
        inflation,
    ),
    line("turyshev-allowance-10k", 0, "published::turyshev::allowance", allowance),
    line("turyshev-allowance-20k", 0, "published::turyshev::allowance", allowance),
    line("turyshev-link-burden-sensitivity", 0, "published::turyshev::allowance", link_burden),
    line("turyshev-falcon9", 0, "published::ratios::price_per_mass", falcon9),
    line("turyshev-gamma-0.1MW", 0, "published::turyshev::information_per_energy", gamma),
    line("turyshev-gamma-1MW", 0, "published::turyshev::information_per_energy", gamma),
    line("turyshev-lifetime-penalty-0.1-0.0", 0, "published::turyshev::lifetime_penalty", penalty),
    line("turyshev-lifetime-penalty-0.1-0.2", 0, "published::turyshev::lifetime_penalty", penalty),
    line("turyshev-demand-low", 0, "published::turyshev::average_load", demand),
    line("turyshev-max-eclipse", 1, "physics::eclipse::shadow (point-like Sun)", longest_eclipse),
    line("turyshev-om-upmass-low", 0, "published::turyshev::upmass", upmass),
    line("turyshev-om-mass-high", 0, "sum", deployed_mass),
    line(
        "suncatcher-starlink-v2mini-power",
        0,
        "published::suncatcher::satellite_power",
        satellite_power,
    ),
    line(
        "suncatcher-table1-starlink-v2-mini",
        0,
        "published::suncatcher::launch_price_per_power",
        printed_price,
    ),
    line(
        "suncatcher-table1-oneweb",
        0,
        "published::suncatcher::launch_price_per_power",
        printed_price,
    ),
    line("suncatcher-table1-unrounded", 1, SUNCATCHER, unrounded_price),
    line("suncatcher-learning-200", 1, "economics::learning::experience_for", learning),
    line("suncatcher-terrestrial-power-low", 1, SUNCATCHER, power_spend),
    line("suncatcher-starship-margin", 0, "published::suncatcher::customer_price", margin),
    line("suncatcher-radiation-dose", 0, "product and quotients", dose),
    line("suncatcher-sdc-rate", 0, "published::suncatcher::work_per_error", error_rate),
    line("suncatcher-xsection-sdc", 0, "published::suncatcher::cross_section", cross_section),
    line("suncatcher-isl-farfield", 1, "physics::link::OpticalLink::friis_power", far_field),
    line(
        "suncatcher-isl-confocal-10cm",
        1,
        "physics::link::GaussianBeam::rayleigh_range",
        confocal,
    ),
    line("suncatcher-isl-dwdm", 0, "product", channels),
];

fn radiator_flux(record: &Record<'_>) -> Computed {
    let parameters = RadiatorParameters {
        emissivity: fraction(record.input("radiator_emissivity", "1")?),
        absorptance: fraction(0.0),
        fin_effectiveness: fraction(record.input("radiator_view_efficiency", "1")?),
        emitting_faces: fraction(1.0),
        areal_mass: ArealMass::from_base(0.0),
    };
    let radiator = Radiator::new(parameters).map_err(|error| Trouble::new(error.to_string()))?;
    let panel = Temperature::new::<kelvin>(record.input("radiator_temperature", "K")?);
    let sink = Temperature::new::<kelvin>(record.input("sink_temperature", "K")?);
    let flux = radiator.net_flux_to(panel, sink).get::<watt_per_square_meter>();
    Ok(vec![got("emitted_flux", "W/m2", flux)])
}

fn anchor(record: &Record<'_>) -> Computed {
    let it_power_kw = Power::new::<watt>(record.input("it_power", "W")?).get::<kilowatt>();
    let outcome = outcome("published/turyshev-1mw")?;
    let masses = ["array.mass", "battery.mass", "radiator.mass"]
        .into_iter()
        .map(|path| metric_of(&outcome, path))
        .sum::<Result<f64, Trouble>>()?;
    Ok(vec![
        got("pv_area_bol", "m2", metric_of(&outcome, "array.area")?),
        got("radiator_area", "m2", metric_of(&outcome, "radiator.panel_area")?),
        got("mass_per_it_kw_pv_storage_radiator", "kg/kW", masses / it_power_kw),
    ])
}

fn cluster_total(record: &Record<'_>) -> Computed {
    let total = record.input("subsystem_mass_per_it_kw", "kg/kW")?
        + record.input("fixed_mass_per_it_kw", "kg/kW")?;
    Ok(vec![got("total_mass_per_it_kw", "kg/kW", total)])
}

fn inflation(record: &Record<'_>) -> Computed {
    let absorbed = fraction(record.input("absorbed_heat_fraction", "1")?);
    let factor = turyshev::environment_inflation(absorbed).base();
    Ok(vec![got("radiator_area_factor", "1", factor)])
}

fn price_per_power(record: &Record<'_>, name: &str) -> Result<MoneyPerPower, Trouble> {
    Ok(MoneyPerPower::new::<usd_per_kilowatt>(record.input(name, "USD/kW")?))
}

fn mass_per_power(record: &Record<'_>) -> Result<SpecificMass, Trouble> {
    Ok(SpecificMass::new::<kilogram_per_kilowatt>(record.input("mass_per_it_kw", "kg/kW")?))
}

fn allowance(record: &Record<'_>) -> Computed {
    let price = turyshev::allowance(
        price_per_power(record, "terrestrial_infrastructure_cost")?,
        price_per_power(record, "link_cost")?,
        price_per_power(record, "ops_cost")?,
        mass_per_power(record)?,
    );
    Ok(vec![got("allowable_launch_plus_build", "USD/kg", price.get::<usd_per_kilogram>())])
}

fn link_burden(record: &Record<'_>) -> Computed {
    let (none, mass) = (MoneyPerPower::from_base(0.0), mass_per_power(record)?);
    let added = price_per_power(record, "added_link_or_ops_cost")?;
    let less =
        turyshev::allowance(none, none, none, mass) - turyshev::allowance(none, added, none, mass);
    Ok(vec![got("allowance_reduction", "USD/kg", less.get::<usd_per_kilogram>())])
}

fn falcon9(record: &Record<'_>) -> Computed {
    let price = ratios::price_per_mass(
        Money::new::<usd>(record.input("launch_price", "USD")?),
        Mass::new::<kilogram>(record.input("payload", "kg")?),
    )
    .get::<usd_per_kilogram>();
    let allowance = record.input("allowance_low", "USD/kg")?;
    Ok(vec![
        got("launch_price_per_kg", "USD/kg", price),
        got("price_over_allowance_low", "1", price / allowance),
    ])
}

fn gamma(record: &Record<'_>) -> Computed {
    let per_energy = turyshev::information_per_energy(
        InformationRate::new::<bit_per_second>(record.input("peak_rate", "bit/s")?),
        fraction(record.input("product_of_link_factors", "1")?),
        fraction(record.input("utilization", "1")?),
        Power::new::<watt>(record.input("it_power", "W")?),
    );
    let gigabytes = per_energy * Energy::new::<kilowatt_hour>(1.0);
    Ok(vec![
        got("gamma_max_bit_per_joule", "bit/J", per_energy.get::<bit_per_joule>()),
        got("gamma_max_gb_per_kwh", "GB/kWh", gigabytes.get::<crate::units::gigabyte>()),
    ])
}

fn penalty(record: &Record<'_>) -> Computed {
    let factor = turyshev::lifetime_penalty(
        Frequency::new::<per_year>(record.input("loss_hazard", "1/yr")?),
        Frequency::new::<per_year>(record.input("obsolescence_rate", "1/yr")?),
        Time::new::<year>(record.input("mission_life", "yr")?),
    );
    Ok(vec![got("lifetime_penalty", "1", factor.base())])
}

fn demand(record: &Record<'_>) -> Computed {
    let hours = fraction(record.input("hours_per_year", "h")?);
    let load = |name: &str| -> Result<f64, Trouble> {
        let yearly = Energy::new::<megawatt_hour>(1e6 * record.input(name, "TWh")?);
        Ok(turyshev::average_load(yearly, hours).get::<gigawatt>())
    };
    let (now, then) = (load("annual_energy_2023")?, load("annual_energy_2028_low")?);
    Ok(vec![
        got("average_load_2023", "GW", now),
        got("average_load_2028_low", "GW", then),
        got("increment_low", "GW", then - now),
    ])
}

fn longest_eclipse(record: &Record<'_>) -> Computed {
    let radius = EARTH_RADIUS + kilometers(record.input("altitude", "km")?);
    let passage = shadow(&EclipseGeometry {
        orbit_radius: radius,
        shadow_radius: EARTH_RADIUS,
        beta: Angle::new::<degree>(record.input("beta_angle", "deg")?),
        sun_distance: ASTRONOMICAL_UNIT * 1e9,
        period: keplerian_period(radius),
    });
    Ok(vec![got("max_eclipse_per_orbit", "min", passage.shadow.get::<minute>())])
}

fn upmass(record: &Record<'_>) -> Computed {
    // a tonne per megawatt is a kilogram per kilowatt
    let replenishment = record.input("replenishment", "t/(MW*yr)")?;
    let rate = turyshev::upmass(
        SpecificMass::new::<kilogram_per_kilowatt>(replenishment),
        Time::new::<year>(1.0),
        Power::new::<megawatt>(record.input("it_power", "MW")?),
    );
    let daily = rate * Time::new::<crate::units::day>(1.0);
    Ok(vec![got("upmass_per_day", "t/d", daily.get::<tonne>())])
}

fn deployed_mass(record: &Record<'_>) -> Computed {
    let parts =
        ["active_hardware", "maintainability_hardware", "first_line_spares", "reserve_node"];
    let total =
        parts.into_iter().map(|name| record.input(name, "kg/kW")).sum::<Result<f64, Trouble>>()?;
    Ok(vec![got("deployed_mass", "t/MW", total)])
}

fn satellite_power(record: &Record<'_>) -> Computed {
    let insolation = 1000.0 * record.input("insolation", "kW/m2")?;
    let power = suncatcher::satellite_power(
        Area::new::<square_meter>(record.input("array_area", "m2")?),
        Irradiance::new::<watt_per_square_meter>(insolation),
        fraction(record.input("cell_efficiency", "1")?),
        fraction(record.input("packing", "1")?),
    );
    Ok(vec![got("satellite_power", "kW", power.get::<kilowatt>())])
}

fn launched_power_price(record: &Record<'_>, price: &str, power: &str) -> Result<f64, Trouble> {
    let per_power = suncatcher::launch_price_per_power(
        MoneyPerMass::new::<usd_per_kilogram>(record.input(price, "USD/kg")?),
        Mass::new::<kilogram>(record.input("mass", "kg")?),
        Power::new::<kilowatt>(record.input(power, "kW")?),
    );
    Ok(per_power.get::<usd_per_kilowatt>() / record.input("life", "yr")?)
}

fn printed_price(record: &Record<'_>) -> Computed {
    let price = |name: &str| launched_power_price(record, name, "power_as_printed");
    Ok(vec![
        got("launched_power_price_now", "USD/(kW*yr)", price("launch_price_now_as_printed")?),
        got("launched_power_price_future", "USD/(kW*yr)", price("launch_price_future")?),
    ])
}

fn unrounded_price(record: &Record<'_>) -> Computed {
    let power = record.input("power", "kW")?;
    let specific_power = 1000.0 * power / record.input("mass", "kg")?;
    let life = record.input("life", "yr")?;
    let price = |name: &str| -> Result<f64, Trouble> {
        let outcome = changed_outcome(
            "published/suncatcher-2035",
            &[
                format!("it.power={power} kW"),
                format!("satellite.array_power={power} kW"),
                format!("array.specific_power={specific_power} W/kg"),
                format!("mission.life={life} yr"),
                format!("it.life={life} yr"),
                format!("launch.price={} USD2025/kg", record.input(name, "USD/kg")?),
            ],
        )?;
        let cost = MoneyPerEnergy::from_base(metric_of(&outcome, "orbit.cost_per_it_power_year")?);
        Ok(cost.get::<usd_per_kilowatt_year>())
    };
    Ok(vec![
        got("launched_power_price_now", "USD/(kW*yr)", price("launch_price_now")?),
        got("launched_power_price_future", "USD/(kW*yr)", price("launch_price_future")?),
    ])
}

fn learning(record: &Record<'_>) -> Computed {
    let before = record.input("initial_cumulative_mass", "t")?;
    let factor =
        record.input("target_price", "USD/kg")? / record.input("initial_price", "USD/kg")?;
    let rate = fraction(record.input("learning_rate", "1")?);
    let experience = experience_for(rate, fraction(factor));
    let experience = experience.ok_or_else(|| Trouble::new("the target price is never reached"))?;
    let additional = before * (experience.base() - 1.0);
    let launches = additional / record.input("payload_per_launch", "t")?;
    Ok(vec![
        got("additional_mass", "t", additional),
        got("launches", "1", launches),
        got("launches_per_year", "1/yr", launches / record.input("years", "yr")?),
    ])
}

fn power_spend(record: &Record<'_>) -> Computed {
    let price = record.input("electricity_price", "USD/kWh")?;
    let outcome = changed_outcome(
        "published/suncatcher-2035",
        &[
            format!("ground.electricity_price={price} USD2025/kWh"),
            format!("ground.pue={}", record.input("pue", "1")?),
        ],
    )?;
    let cost = MoneyPerEnergy::from_base(metric_of(&outcome, "ground.cost_per_it_energy")?);
    let hours = record.input("hours_per_year", "h")?;
    let yearly = cost.get::<usd_per_kilowatt_hour>() * hours;
    Ok(vec![got("annual_power_spend", "USD/(kW*yr)", yearly)])
}

fn margin(record: &Record<'_>) -> Computed {
    let price = suncatcher::customer_price(
        MoneyPerMass::new::<usd_per_kilogram>(record.input("internal_cost", "USD/kg")?),
        fraction(record.input("margin", "1")?),
    );
    Ok(vec![got("customer_price", "USD/kg", price.get::<usd_per_kilogram>())])
}

fn dose(record: &Record<'_>) -> Computed {
    let mission = record.input("dose_rate", "rad/yr")? * record.input("life", "yr")?;
    Ok(vec![
        got("mission_dose", "rad", mission),
        got("hbm_margin", "1", record.input("hbm_onset", "rad")? / mission),
        got("tested_margin", "1", record.input("tested_dose", "rad")? / mission),
    ])
}

fn error_rate(record: &Record<'_>) -> Computed {
    let work = suncatcher::work_per_error(
        AbsorbedDose::new::<rad_dose>(record.input("dose_per_sdc", "rad")?),
        DoseRate::new::<rad_per_year>(record.input("dose_rate", "rad/yr")?),
        Frequency::new::<per_second>(record.input("inferences_per_second", "1/s")?),
    );
    Ok(vec![got("inferences_per_sdc", "1", work.base())])
}

fn cross_section(record: &Record<'_>) -> Computed {
    let fluence = record.input("fluence_per_rad", "1/cm2")?;
    let area = |dose_rad: f64| {
        let target = suncatcher::cross_section(
            Area::new::<square_meter>(1e-4 / fluence),
            AbsorbedDose::new::<rad_dose>(1.0),
            AbsorbedDose::new::<rad_dose>(dose_rad),
        );
        1e4 * target.get::<square_meter>()
    };
    let low_dose = record.input("dose_per_event_low", "rad")?;
    Ok(vec![
        got("cross_section_high", "cm2", area(low_dose)),
        got("cross_section_low", "cm2", area(record.input("dose_per_event_high", "rad")?)),
        got("cross_section_times_dose", "cm2*rad", area(1.0)),
    ])
}

fn far_field(record: &Record<'_>) -> Computed {
    let aperture = Length::new::<meter>(record.input("aperture", "m")?);
    let wavelength = Length::new::<meter>(record.input("wavelength", "m")?);
    let efficiency = record.input("aperture_efficiency", "1")?;
    let losses = libm::pow(10.0, record.input("other_losses", "dB")? / 10.0);
    let link = OpticalLink {
        wavelength,
        transmitter: aperture,
        receiver: aperture,
        range: Length::new::<meter>(record.input("distance", "m")?),
        efficiency: fraction(efficiency * efficiency * losses),
    };
    let sent = Power::new::<watt>(record.input("transmit_power", "W")?);
    let received = link.friis_power(sent).map_err(|error| Trouble::new(error.to_string()))?;
    let gain = efficiency * telescope_gain(aperture, wavelength).base();
    let divergence = suncatcher::diffraction_angle(wavelength, aperture);
    Ok(vec![
        got("antenna_gain", "dB", 10.0 * libm::log10(gain)),
        got("received_power", "W", received.get::<watt>()),
        arithmetic("divergence", "rad", divergence.get::<radian>()),
    ])
}

fn confocal(record: &Record<'_>) -> Computed {
    let waist = Length::new::<meter>(record.input("beam_radius", "m")?);
    let wavelength = Length::new::<meter>(record.input("wavelength", "m")?);
    let distance = GaussianBeam { waist, wavelength }.rayleigh_range();
    let tenth: crate::units::Ratio = waist / distance * 0.1;
    Ok(vec![
        got("link_distance", "m", distance.get::<meter>()),
        arithmetic("pointing_10pct_of_radius", "rad", tenth.base()),
    ])
}

fn channels(record: &Record<'_>) -> Computed {
    let count = record.input("channels", "1")?;
    let power_dbm = record.input("required_power_per_channel", "dBm")?;
    Ok(vec![
        got("aggregate_rate", "bit/s", count * record.input("rate_per_channel", "bit/s")?),
        got("required_power", "W", count * 1e-3 * libm::pow(10.0, power_dbm / 10.0)),
    ])
}
