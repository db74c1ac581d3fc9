//! Values outside their range are refused, each with its name, value, unit and range.

use proptest::prelude::*;
use skyrack::scenario::open;
use skyrack::system::inputs::{INPUTS, Input};
use skyrack::system::value::Form;

use crate::common::check;

/// Text of a value in the unit of an input; money with the price year of the reference.
fn text(input: &Input, value: f64) -> String {
    match input.unit {
        "1" => format!("{value:e}"),
        unit => format!("{value:e} {}", unit.replace("USD", "USD2026")),
    }
}

fn quantities() -> Vec<&'static Input> {
    INPUTS.iter().filter(|input| input.form == Form::Quantity).collect()
}

/// A number beyond an end of the range by a share of its width, as large as the range is wide at
/// most.
fn beyond(input: &Input, above: bool, share: f64) -> f64 {
    let width = (input.high - input.low) * share;
    if above { input.high + width } else { input.low - width }
}

#[test]
fn prop_any_input_outside_its_range_is_refused_with_name_value_unit_and_range() {
    let inputs = quantities();
    check(1_500, (0..inputs.len(), any::<bool>(), 1.0e-3..1.0), |(at, above, share)| {
        let input = inputs[at];
        let value = beyond(input, above, share);
        let set = format!("{}={}", input.path, text(input, value));
        let refused = open("reference-2026", std::slice::from_ref(&set));
        prop_assert!(refused.is_err(), "{set} is taken");
        let message = refused.unwrap_err().to_string();
        prop_assert!(message.contains(&format!("`{}` is ", input.path)), "{set}: {message}");
        prop_assert!(
            message.contains(", outside ") && message.contains(" to "),
            "{set}: {message}"
        );
        let unit = input.unit.replace("USD", "USD2026");
        let count = if input.unit == "1" { 3 } else { message.matches(&unit).count() };
        prop_assert!(count >= 3, "{set}: value and both ends carry {unit}: {message}");
        Ok(())
    });
}

#[test]
fn both_ends_of_each_range_are_taken() {
    for input in quantities() {
        for end in [input.low, input.high] {
            let set = format!("{}={}", input.path, text(input, end));
            if let Err(errors) = open("reference-2026", std::slice::from_ref(&set)) {
                // an end may contradict what else the reference states, but not its own range
                let message = errors.to_string();
                assert!(!message.contains(&format!("`{}` is ", input.path)), "{set}: {message}");
            }
        }
    }
}

/// Inputs of greenhouse gases; all others with a mass in them refuse a mass of CO2.
const EMISSIONS: [&str; 11] = [
    "finance.carbon_price",
    "ground.backup_carbon",
    "ground.carbon_intensity",
    "ground.embodied_carbon",
    "ground.fuel_carbon",
    "ground.solar_carbon",
    "ground.storage_carbon",
    "it.embodied_carbon",
    "launch.carbon",
    "satellite.embodied_carbon",
    "satellite.reentry_carbon",
];

/// The unit with its last mass as one of CO2.
fn of_carbon(unit: &str) -> Option<String> {
    let parts: Vec<&str> = unit.split('/').collect();
    let at = parts.iter().position(|part| matches!(*part, "g" | "kg" | "t"))?;
    let parts = parts.iter().enumerate();
    let marked =
        parts.map(|(i, part)| if i == at { format!("{part}CO2e") } else { (*part).into() });
    Some(marked.collect::<Vec<String>>().join("/"))
}

#[test]
fn a_mass_of_co2_is_taken_by_emissions_alone() {
    let (mut taken, mut refused) = (Vec::new(), 0);
    for input in quantities() {
        let Some(unit) = of_carbon(input.unit) else { continue };
        let value = f64::midpoint(input.low, input.high);
        let set = format!("{}={value:e} {}", input.path, unit.replace("USD", "USD2026"));
        match open("reference-2026", std::slice::from_ref(&set)).map_err(|error| error.to_string())
        {
            Err(error) if error.contains("an emission of CO2") => refused += 1,
            _ => taken.push(input.path),
        }
    }
    taken.sort_unstable();
    assert_eq!(taken, EMISSIONS);
    assert!(refused > 20, "{refused}");
}

#[test]
fn an_emission_takes_a_plain_mass_too() {
    for set in ["it.embodied_carbon=900 kg/kW", "ground.carbon_intensity=300 g/kWh"] {
        assert!(open("reference-2026", &[set.to_owned()]).is_ok(), "{set}");
    }
}
