//! Every shipped scenario runs, its ledgers add up, and its headline numbers are those of
//! `golden/scenarios.csv`.
//!
//! A number that moves on purpose is rewritten with `SNAPSHOTS=overwrite` and named in
//! CHANGELOG.md.

use crate::program::{project, skyrack};
use serde_json::Value;
use skyrack::scenario::EMBEDDED;
use skyrack::system::verdict::GATES;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Significant digits that the file holds and at which numbers are compared.
const DIGITS: usize = 6;

/// The numbers of every scenario.
const HEADLINES: [&str; 8] = [
    "ratio.cost",
    "breakeven.launch_price_signed",
    "orbit.cost_per_it_energy",
    "ground.cost_per_it_energy",
    "mass.per_it_power",
    "radiation.dose",
    "orbit.availability",
    "carbon.orbit_with_reentry",
];

/// The scenario that all others begin from keeps more of them.
const REFERENCE: &str = "reference-2026";
/// What it keeps beside the headlines.
const MORE: [&str; 22] = [
    "ratio.cost_equal_rates",
    "breakeven.launch_price",
    "breakeven.ratio_at_free_launch",
    "orbit.cost_per_gpu_hour",
    "ground.cost_per_gpu_hour",
    "orbit.present_cost",
    "ground.present_cost",
    "orbit.capex",
    "ground.capex",
    "launch.price_per_mass",
    "launch.count",
    "launch.years_to_build",
    "satellite.count",
    "satellite.launched_mass",
    "array.power_bol",
    "array.area",
    "battery.energy",
    "radiator.panel_area",
    "radiator.net_flux",
    "chip.temperature",
    "environment.sunlit_fraction",
    "environment.eclipse_max",
];

/// A number with what stands beside it.
#[derive(Debug, Clone, PartialEq)]
struct Stated {
    value: Option<f64>,
    unit: String,
    note: String,
}

type Rows = BTreeMap<(String, String), Stated>;

fn file() -> PathBuf {
    project().join("tests/cli/golden/scenarios.csv")
}

fn result(name: &str) -> Value {
    skyrack(&["run", name, "--no-charts", "-n", "0", "--format", "json"]).json()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or("missing").to_owned()
}

/// The value at the digits of the file.
fn rounded(value: f64) -> f64 {
    format!("{value:.*e}", DIGITS - 1).parse().unwrap()
}

fn stated(result: &Value, note: &str) -> Stated {
    Stated {
        value: result["value"].as_f64().map(rounded),
        unit: text(&result["unit"]),
        note: note.to_owned(),
    }
}

/// The rows of one scenario: headline metrics, and the gates that fail.
fn rows_of(name: &str, result: &Value, rows: &mut Rows) {
    let more = if name == REFERENCE { &MORE[..] } else { &[] };
    for path in HEADLINES.iter().chain(more) {
        let row = stated(&result["metrics"][path], "");
        rows.insert((name.to_owned(), (*path).to_owned()), row);
    }
    let gates = result["verdict"]["gates"].as_array().unwrap();
    assert_eq!(gates.len(), GATES.len(), "{name}");
    let shut: Vec<String> =
        gates.iter().filter(|gate| gate["ok"] != true).map(|gate| text(&gate["name"])).collect();
    let note = if shut.is_empty() { "none".to_owned() } else { shut.join(" ") };
    let row = Stated { value: None, unit: String::new(), note };
    rows.insert((name.to_owned(), "gates that fail".to_owned()), row);
    if name == REFERENCE {
        for gate in gates {
            let note = if gate["ok"] == true { "holds" } else { "fails" };
            rows.insert(
                (name.to_owned(), format!("gate {}", text(&gate["name"]))),
                stated(gate, note),
            );
        }
    }
}

fn now() -> Rows {
    let mut rows = Rows::new();
    for (name, _) in EMBEDDED {
        rows_of(name, &result(name), &mut rows);
    }
    rows
}

fn read() -> Rows {
    let mut reader = csv::Reader::from_path(file()).unwrap();
    let records = reader.records().map(|record| {
        let record = record.unwrap();
        let value = if record[2].is_empty() { None } else { Some(record[2].parse().unwrap()) };
        let (unit, note) = (record[3].to_owned(), record[4].to_owned());
        ((record[0].to_owned(), record[1].to_owned()), Stated { value, unit, note })
    });
    records.collect()
}

fn write(rows: &Rows) {
    let mut writer = csv::Writer::from_path(file()).unwrap();
    writer.write_record(["scenario", "quantity", "value", "unit", "gate"]).unwrap();
    for ((scenario, quantity), stated) in rows {
        let value = stated.value.map_or_else(String::new, |value| {
            if value.abs() < 1.0e15 { value.to_string() } else { format!("{value:e}") }
        });
        writer.write_record([scenario, quantity, &value, &stated.unit, &stated.note]).unwrap();
    }
    writer.flush().unwrap();
}

fn overwrites() -> bool {
    std::env::var_os("SNAPSHOTS").is_some_and(|action| action == "overwrite")
}

#[test]
fn cli_scenarios_keep_their_headline_numbers_and_gates() {
    let now = now();
    if overwrites() {
        write(&now);
    }
    let golden = read();
    let mut moved = Vec::new();
    for ((scenario, quantity), is) in &now {
        let Some(was) = golden.get(&(scenario.clone(), quantity.clone())) else {
            moved.push(format!("{scenario}: {quantity} is new"));
            continue;
        };
        if is != was {
            let shown = |stated: &Stated| {
                let value = stated.value.map_or_else(|| "none".to_owned(), |v| v.to_string());
                format!("{value} {} {}", stated.unit, stated.note).trim_end().to_owned()
            };
            moved.push(format!("{scenario}: {quantity} was {}, is {}", shown(was), shown(is)));
        }
    }
    let gone = golden.keys().filter(|key| !now.contains_key(*key));
    moved.extend(gone.map(|(scenario, quantity)| format!("{scenario}: {quantity} is gone")));
    assert!(
        moved.is_empty(),
        "{} numbers moved; if that is meant, SNAPSHOTS=overwrite cargo test --test cli rewrites \
         the file\n{}",
        moved.len(),
        moved.join("\n")
    );
    let of_each = EMBEDDED.len() * (HEADLINES.len() + 1);
    assert_eq!(now.len(), of_each + MORE.len() + GATES.len());
}

#[test]
fn cli_scenarios_have_ledgers_that_add_up_and_no_number_that_is_none_of_them() {
    for (name, _) in EMBEDDED {
        let result = result(name);
        for (ledger, content) in result["ledgers"].as_object().unwrap() {
            let residual = content["residual"].as_f64().unwrap();
            assert!(residual < 1.0e-9, "{name}: {ledger} {residual}");
            assert!(content["lines"].as_array().unwrap().len() > 3, "{name}: {ledger}");
        }
        assert_eq!(result["ledgers"].as_object().unwrap().len(), 7, "{name}");
        for pin in result["pins"].as_array().unwrap() {
            assert!(pin["pinned"].is_f64(), "{name}: {pin}");
        }
        assert!(text(&result["verdict"]["text"]).starts_with("It "), "{name}");
    }
}

#[test]
fn cli_scenarios_are_the_same_by_name_and_by_file() {
    for (name, _) in EMBEDDED {
        let by_name = result(name);
        let by_file = result(&format!("scenarios/{name}.toml"));
        for part in ["metrics", "verdict", "ledgers", "pins", "catalog_digest", "price_year"] {
            assert_eq!(by_name[part], by_file[part], "{name}: {part}");
        }
        assert_eq!(by_name["scenario"]["digest"], by_file["scenario"]["digest"], "{name}");
    }
}
