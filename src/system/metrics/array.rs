//! The solar array.

use super::metrics;
use crate::physics::cables::arcing_limit;
use crate::system::design::wing_length;
use crate::units::{
    Area, EnergyPerArea, Irradiance, Length, Mass, ParticleFluence, ParticleFlux, Power, Ratio,
    Temperature, Voltage,
};

metrics! {
    /// The solar array.
    ArrayMetrics array, with m, case, e;

    /// Charge factor: array power in sunlight over bus power, for load and recharge in the sizing
    /// orbit.
    charge_factor: Ratio, in "1", "Array charge factor" = e.one()?.design.charge_factor,
        "One plus `environment.sizing_shadow` over the product of `environment.sizing_sunlit` \
         and `battery.round_trip_efficiency`.";

    /// Infrared of the radiator panels that the back of the array absorbs, per area of the array.
    panel_heat: Irradiance, in "W/m2", "Heat from panels on the array" =
        e.one()?.design.array_warming,
        "Emission of the working panels, `radiator.emission` over the working area, times \
         `radiator.array_view`, that area over `array.area` and `array.back_emissivity`; none \
         where `radiator.net_flux` or `environment.sink_temperature` is pinned.";

    /// Power of the array over what the loads ask for, stated or chosen.
    oversize: Ratio, in "1", "Array over what power needs" = e.case.array.oversize,
        "`array.oversize` as stated; where it is automatic, 1, or as much as makes the array \
         carry the radiator on its back.";

    /// Temperature of the array at 1 au.
    temperature: Temperature, in "K", "Array temperature" = e.one()?.design.array_temperature,
        "Heat balance with power drawn, on the hottest day for `radiator.attitude`, without \
         the share of the back of `array.area` under `radiator.on_array`, with `array.panel_heat`: \
         `array.solar_absorptance`, `array.front_emissivity`, `array.back_emissivity`, \
         `array.cell_efficiency`, `array.temperature_coefficient`, `array.packing_factor`, \
         `environment.albedo_hot`, `environment.earth_infrared_hot`, `orbit.altitude`, \
         `orbit.plane`, `orbit.ltan`, `orbit.inclination`, `orbit.raan`, `mission.start`.";

    /// Cell efficiency at the temperature of the array.
    efficiency: Ratio, in "1", "Cell efficiency in operation" = e.one()?.design.array_efficiency,
        "`array.cell_efficiency` times (1 + `array.temperature_coefficient` x \
         (`array.temperature` - 28 °C)).";

    /// Landsberg limit of the efficiency of any solar converter at the temperature of the array.
    efficiency_bound: Ratio, in "1", "Cell efficiency bound" = e.one()?.bounds.array_efficiency,
        "Landsberg limit at `array.temperature` and the temperature of the Sun: with x their \
         ratio, one less 4/3 x plus x to the fourth power over 3.";

    /// Array power per panel area at its terminals: beginning of life, normal incidence, 1 au.
    power_density: Irradiance, in "W/m2", "Array power per area" = e.one()?.design.array_density,
        "Solar constant times `array.efficiency` times `array.packing_factor`.";

    /// Array power per panel area at the sunlight and temperature of the sizing orbit, at beginning
    /// of life.
    sizing_power_density: Irradiance, in "W/m2", "Array power per area, as sized" =
        e.one()?.design.array_sizing_density,
        "`array.power_density` at `environment.sizing_irradiance` and at the temperature \
         there, found like `array.temperature`.";

    /// Array power at end of life over that at beginning of life.
    remaining_factor: Ratio, in "1", "Array power left at end of life" =
        e.one()?.design.remaining_factor,
        "Yearly factor (1 - `array.degradation` x 1 yr) to the power of `satellite.life` in \
         years; where `array.fluence_slope` is above zero, also times (1 - \
         `array.fluence_slope` x log10(1 + `array.damage_fluence` / `array.fluence_scale`)).";

    /// Fluence of 1 MeV electrons that damages the cells as much as a year of trapped particles and
    /// solar protons; only for cells with a fluence curve.
    damage_rate: ParticleFlux, in "1/cm2/yr", "Equivalent fluence per year" =
        e.one()?.design.damage?.rate,
        "Trapped particles in `environment.solar_cycle` and `environment.solar_protons` \
         behind `array.coverglass` at `orbit.altitude` and `orbit.inclination`, with protons \
         times `array.damage_ratio`.";

    /// Equivalent fluence of 1 MeV electrons on the cells over the life of a satellite.
    damage_fluence: ParticleFluence, in "1/cm2", "Equivalent fluence over life" =
        m.array().damage_rate()? * m.satellite().life()?;

    /// Gross area of the array panels.
    area: Area, in "m2", "Array area" = m.array().power_bol()? / m.array().power_density()?;

    /// Array power at beginning of life: at the terminals, normal incidence, 1 au, operating
    /// temperature.
    power_bol: Power, in "kW", "Array power, beginning of life" = e.all(|one| one.array_bol)?,
        "`array.power_needed` times `array.bol_per_needed_power`.";

    /// Array power at beginning of life over the power needed at end of life.
    bol_per_needed_power: Ratio, in "1", "Array oversizing for life" =
        m.array().power_bol()? / m.array().power_needed()?,
        "`array.oversize` over `array.remaining_factor`; where `array.sizing` is a mean, over \
         `array.charge_factor` x `environment.sunlit_fraction` x mean over `satellite.life` of \
         the power left by `array.degradation` and, by `array.fluence_slope` and \
         `array.fluence_scale`, `array.damage_fluence`; where `satellite.array_power` is \
         given, that of `satellite.count` over `array.power_needed`.";

    /// Array power at end of life: at the terminals, normal incidence, 1 au, operating temperature.
    power_eol: Power, in "kW", "Array power, end of life" =
        m.array().power_bol()? * m.array().remaining_factor()?;

    /// Array power needed at end of life: normal incidence, 1 au, operating temperature.
    power_needed: Power, in "kW", "Array power needed" = e.all(|one| one.array_needed)?,
        "`power.bus` times `array.charge_factor`, less `power.eclipse_saving` times \
         (`array.charge_factor` - 1); the difference over `array.pointing_and_wiring`, times \
         `array.power_density` over `array.sizing_power_density`.";

    /// Array power at beginning of life over IT power.
    bol_per_it_power: Ratio, in "1", "Array power per IT power" =
        m.array().power_bol()? / case.it.power;

    /// Energy that the array can deliver per panel area and year, mean of its life.
    energy_yield as "yield": EnergyPerArea, in "kWh/m2", "Array yield per area" =
        e.one()?.array_yield,
        "`array.power_density` at the mean sunlight of the year with `environment.albedo` and \
         `environment.earth_infrared`, times 8 760 h x `environment.sunlit_fraction` x \
         `array.pointing_and_wiring` x mean over `satellite.life` of the power left by \
         `array.degradation` and, by `array.fluence_slope` and `array.fluence_scale`, \
         `array.damage_fluence`.";

    /// Length of each of the two wings of the array of one satellite.
    wing_length: Length, in "m", "Length of a wing" =
        wing_length(&e.case, e.one()?.design.array_area),
        "Half the root of `array.area` over `satellite.count` times `array.aspect`.";

    /// Highest voltage at which the array does not arc into the plasma around it.
    voltage_limit: Voltage, in "V", "Array voltage limit" =
        arcing_limit(e.case.pmad.arcing_voltage, e.case.pmad.below_plasma),
        "`pmad.arcing_voltage` over `pmad.below_plasma`.";

    /// Mass of the solar arrays.
    mass: Mass, in "kg", "Array mass" = m.mass().array()?;
}
