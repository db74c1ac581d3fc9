//! The page's inputs as inputs of the model, on top of the scenario `published/mccalip`.

use super::Inputs;

/// What `--set` takes so that the scenario `published/mccalip` becomes this case; the inputs of the
/// page's thermal block stand for nothing in the model, which has its own.
pub fn settings(inputs: &Inputs) -> Vec<String> {
    let years = inputs.analysis_period_years;
    let building = inputs.electrical_cost_usd_per_w
        + inputs.mechanical_cost_usd_per_w
        + inputs.civil_cost_usd_per_w
        + inputs.network_cost_usd_per_w;
    let per_year = [
        "mission.life",
        "it.life",
        "finance.horizon",
        "ground.facility_life",
        "ground.generation_life",
    ]
    .map(|path| (path, years, "yr"));
    let rest = [
        ("it.power", inputs.target_capacity_gw, "GW"),
        ("launch.price", inputs.launch_cost_usd_per_kg, "USD2025/kg"),
        ("array.price", inputs.satellite_cost_usd_per_w, "USD2025/W"),
        ("array.specific_power", inputs.specific_power_w_per_kg, "W/kg"),
        ("satellite.array_power", inputs.satellite_power_kw, "kW"),
        ("pin.environment.sunlit_fraction", inputs.sun_fraction, ""),
        ("array.degradation", inputs.cell_degradation_pct_per_year, "%/yr"),
        ("fleet.replenishment", inputs.gpu_failure_pct_per_year, "%/yr"),
        ("fleet.development", inputs.nre_cost_musd, "MUSD2025"),
        ("ground.generation_price", inputs.gas_turbine_capex_usd_per_kw, "USD2025/kW"),
        ("ground.facility_price", building, "USD2025/W"),
        ("ground.heat_rate", inputs.heat_rate_btu_per_kwh, "Btu/kWh"),
        ("ground.fuel_price", inputs.gas_price_usd_per_mmbtu, "USD2025/MMBtu"),
        ("ground.pue", inputs.pue, ""),
        ("ground.availability", inputs.capacity_factor, ""),
    ];
    per_year
        .into_iter()
        .chain(rest)
        .map(|(path, value, unit)| format!("{path}={value} {unit}").trim_end().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_a_list_of_changes_with_units() {
        let settings = settings(&Inputs::DEFAULTS);
        assert_eq!(settings.len(), 20);
        assert!(settings.contains(&"satellite.array_power=27 kW".to_owned()));
        assert!(settings.contains(&"ground.facility_price=12.5 USD2025/W".to_owned()));
        assert!(settings.contains(&"pin.environment.sunlit_fraction=0.98".to_owned()));
    }
}
