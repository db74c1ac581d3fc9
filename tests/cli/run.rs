//! `run`: results in every form, exit status, conditions, overrides.

use crate::program::{SMALL, command, golden_named, skyrack};
use serde_json::Value;
use skyrack::system::inputs::INPUTS;
use skyrack::system::metrics::METRICS;
use skyrack::system::verdict::GATES;
use std::io::Read as _;
use std::process::Stdio;

fn run(arguments: &[&str]) -> crate::program::Ran {
    let mut all = vec!["run", SMALL, "--no-charts"];
    all.extend(arguments);
    skyrack(&all)
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn cli_run_text_is_golden() {
    golden_named("run.txt", &run(&[]).done());
}

#[test]
fn cli_run_markdown_is_golden() {
    let page = run(&["--format", "markdown"]).done();
    golden_named("run.md", &page);
    let mut columns = None;
    for line in page.lines() {
        let bars = line.matches('|').count();
        if line.starts_with('|') {
            assert_eq!(*columns.get_or_insert(bars), bars, "{line}");
        } else {
            columns = None;
        }
    }
}

#[test]
fn cli_run_says_the_same_in_every_form() {
    let text = run(&["--format", "json"]).done();
    let json: Value = serde_json::from_str(&text).unwrap();
    let csv = run(&["--format", "csv"]).done();
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let mut count = 0;
    for (row, metric) in rows.records().zip(METRICS) {
        let row = row.unwrap();
        assert_eq!((row.len(), &row[0]), (4, metric.path));
        // The text of the number: the reader of JSON may be off by its last bit.
        let (_, after) = text.split_once(&format!("\"{}\": {{\n", metric.path)).unwrap();
        let (_, after) = after.split_once("\"value\": ").unwrap();
        let stated: Option<f64> = after.split(',').next().unwrap().parse().ok();
        let number: Option<f64> = row[1].parse().ok();
        assert_eq!(number.map(f64::to_bits), stated.map(f64::to_bits), "{}", metric.path);
        assert_eq!(Some(&row[2]), json["metrics"][metric.path]["unit"].as_str(), "{}", metric.path);
        count += 1;
    }
    assert_eq!(count, METRICS.len());
}

#[test]
fn cli_run_json_has_the_keys_of_the_contract() {
    let result = run(&["--format", "json"]).json();
    assert_eq!(
        keys(&result),
        [
            "skyrack",
            "schema",
            "scenario",
            "catalog_digest",
            "price_year",
            "verdict",
            "metrics",
            "inputs",
            "choices",
            "cost_of_whole_launches",
            "ledgers",
            "orbit_heat",
            "shield",
            "pins",
            "notes",
            "without_effect",
            "vehicles",
            "calendar",
            "orbit_cost",
            "ground_cost",
            "ranges"
        ]
    );
    assert_eq!(result["skyrack"], env!("CARGO_PKG_VERSION"));
    assert_eq!(result["schema"], 1);
    assert_eq!(result["price_year"], 2026);
    assert_eq!(keys(&result["scenario"]), ["title", "file", "set", "digest"]);
    assert_eq!(result["scenario"]["file"], SMALL);
    for digest in [&result["scenario"]["digest"], &result["catalog_digest"]] {
        let digest = digest.as_str().unwrap();
        assert!(digest.starts_with("sha256:") && digest.len() == 71, "{digest}");
    }
    let verdict = &result["verdict"];
    for key in ["feasible", "competitive", "binding", "gates"] {
        assert!(keys(verdict).contains(&key), "{key}");
    }
    assert!(verdict["feasible"] == false && verdict["competitive"].is_boolean());
    assert!(GATES.iter().any(|rule| verdict["binding"] == rule.name));
}

#[test]
fn cli_run_json_gates_have_the_keys_of_the_contract() {
    let result = run(&["--format", "json"]).json();
    let gates = result["verdict"]["gates"].as_array().unwrap();
    assert_eq!(gates.len(), GATES.len());
    for (gate, rule) in gates.iter().zip(&GATES) {
        for key in ["name", "value", "limit", "unit", "holds", "ok", "margin", "fix"] {
            assert!(keys(gate).contains(&key), "{key}");
        }
        assert_eq!((&gate["name"], &gate["unit"]), (&rule.name.into(), &rule.unit.into()));
        let (value, limit) = (gate["value"].as_f64().unwrap(), gate["limit"].as_f64().unwrap());
        let holds = match gate["holds"].as_str().unwrap() {
            "value <= limit" => value <= limit * (1.0 + 1e-9),
            "value >= limit" => value >= limit * (1.0 - 1e-9),
            other => panic!("{other}"),
        };
        assert_eq!(gate["ok"], holds, "{gate}");
        assert_eq!(gate["margin"].as_f64().unwrap() >= -1e-9, holds, "{gate}");
        assert!(!holds || gate["fix"].is_null(), "{gate}");
    }
    let heat = gates.iter().find(|gate| gate["name"] == "heat").unwrap();
    for key in ["path", "from", "to", "unit"] {
        assert!(keys(&heat["fix"]).contains(&key), "{key}");
    }
}

#[test]
fn cli_run_json_metrics_ledgers_pins_and_notes_have_the_keys_of_the_contract() {
    let result = run(&["--format", "json"]).json();
    assert_eq!(keys(&result["metrics"]).len(), METRICS.len());
    for (path, metric) in result["metrics"].as_object().unwrap() {
        let names = ["value", "unit", "range"];
        let known = if metric["range"].is_null() { &names[..2] } else { &names[..] };
        assert_eq!(keys(metric), known, "{path}");
        assert!(metric["value"].is_f64() || metric["value"].is_null(), "{path}");
        let unit = metric["unit"].as_str().unwrap();
        assert_eq!(unit.contains("USD"), unit.contains("USD2026"), "{path}: {unit}");
    }
    let ledgers =
        ["power", "heat", "mass", "cost_orbit", "cost_ground", "carbon_orbit", "carbon_ground"];
    assert_eq!(keys(&result["ledgers"]), ledgers);
    for (name, ledger) in result["ledgers"].as_object().unwrap() {
        assert_eq!(keys(ledger), ["meaning", "unit", "lines", "residual"], "{name}");
        assert!(ledger["residual"].as_f64().unwrap() < 1e-9, "{name}");
        for line in ledger["lines"].as_array().unwrap() {
            assert_eq!(keys(line), ["name", "value", "kind", "share"], "{name}");
            assert!(["item", "subtotal", "total"].contains(&line["kind"].as_str().unwrap()));
        }
    }
    let pin = &result["pins"][0];
    assert_eq!(keys(pin), ["path", "pinned", "model", "unit"]);
    assert_eq!((&pin["path"], &pin["pinned"]), (&"orbit.availability".into(), &0.9.into()));
    for note in result["notes"].as_array().unwrap() {
        assert_eq!(keys(note), ["code", "path", "text"]);
    }
}

#[test]
fn cli_run_json_has_every_input_with_value_unit_origin_and_source() {
    let result = run(&["--format", "json", "--set", "orbit.altitude=700 km"]).json();
    let inputs = result["inputs"].as_object().unwrap();
    let paths: Vec<&str> = INPUTS.iter().map(|input| input.path).collect();
    assert_eq!(keys(&result["inputs"]), paths);
    for (path, input) in inputs {
        assert_eq!(
            keys(input),
            ["value", "unit", "auto", "assumption", "origin", "source"],
            "{path}"
        );
        assert!(input["value"].is_number() || input["value"].is_string(), "{path}: {input}");
        let is_default = input["origin"].as_str().unwrap().starts_with("default ");
        assert!(input["source"].is_string() || !is_default, "{path}: {input}");
    }
    let altitude = &inputs["orbit.altitude"];
    assert_eq!((altitude["value"].as_f64(), &altitude["unit"]), (Some(700.0), &"km".into()));
    assert_eq!((&altitude["origin"], &altitude["source"]), (&"--set".into(), &Value::Null));
    assert_eq!(inputs["launch.price"]["unit"], "USD2026/kg");
    assert_eq!(inputs["orbit.plane"]["unit"], "word");
}

#[test]
fn cli_run_has_the_metrics_of_the_contract() {
    let contract = include_str!("contract_metrics.txt");
    let result = run(&["--format", "json"]).json();
    let mut count = 0;
    for line in contract.lines() {
        let (path, unit) = line.split_once(' ').unwrap();
        let metric = &result["metrics"][path];
        let shown = metric["unit"].as_str().unwrap_or("missing").replace("USD2026", "USD");
        assert_eq!(shown.replace("MUSD", "USD"), unit, "{path}");
        count += 1;
    }
    assert!(count == 54, "{count}");
}

#[test]
fn cli_run_exits_with_0_where_it_does_not_close() {
    let ran = run(&[]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("It does not close: heat fails."), "{}", ran.stdout);
}

#[test]
fn cli_run_requirements_decide_the_exit_status() {
    for (condition, status) in [
        ("ratio.cost<1000", 0),
        ("ratio.cost > 1000", 1),
        ("chip.temperature<=400 K", 0),
        ("chip.temperature >= 100 degC", 1),
        ("satellite.count=2", 0),
        ("it.power>=0.1 MW", 0),
        ("launch.cost<1 USD2026", 1),
        ("launch.cost>1 EUR2026", 0),
        ("launch.price<1800 USD2010/kg", 0),
        ("breakeven.launch_price>0 USD2026/kg", 1),
    ] {
        let ran = run(&["--require", condition]);
        assert_eq!(ran.status, status, "{condition}: {}", ran.stderr);
        assert!(ran.stdout.starts_with("100 kW in two satellites\n"), "{condition}");
        assert_eq!(ran.stderr.contains("requirement does not hold"), status == 1, "{condition}");
    }
    let ran = run(&["--require", "ratio.cost<1000", "--require", "ratio.cost<0.001"]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.stderr.lines().count(), 1, "{}", ran.stderr);
}

#[test]
fn cli_run_bad_requirements_are_refused() {
    let mut messages = String::new();
    for condition in [
        "ratio.cots<1",
        "ratio.cost",
        "ratio.cost==1",
        "radiator.panel_area<3 kg",
        "launch.cost<5 USD",
        "launch.cost<5 EUR1950",
        "launch.price_basis=list",
        "chip.temperature<nan",
        "<1",
        "",
    ] {
        messages.push_str(&run(&["--require", condition]).refused());
        messages.push('\n');
    }
    golden_named("bad-requirements.txt", &messages);
}

#[test]
fn cli_run_bad_overrides_are_refused_all_at_once() {
    let message =
        run(&["--set", "orbit.altitude=650 kg", "--set", "array.pakcing=3", "--set", "x"])
            .refused();
    for part in ["expected a length, found a mass", "array.pakcing", "--set"] {
        assert!(message.contains(part), "{part}: {message}");
    }
    assert_eq!(message.matches("error[").count(), 3, "{message}");
}

#[test]
fn cli_run_an_unknown_scenario_suggests_the_nearest() {
    let message = skyrack(&["run", "falcon8"]).refused();
    assert!(message.contains("falcon8") && message.contains("`falcon9`"), "{message}");
    let message = skyrack(&["run", "no/such/file.toml"]).refused();
    assert!(message.contains("no/such/file.toml"), "{message}");
}

#[test]
fn cli_run_an_orbit_that_does_not_exist_is_refused() {
    let message = run(&["--set", "orbit.altitude=9000 km"]).refused();
    assert!(message.contains("no such orbit") && message.contains("help: type"), "{message}");
}

#[test]
fn cli_run_in_any_order_of_overrides_gives_the_same_bytes() {
    let set = [
        "launch.vehicle=starship_v3",
        "launch.price=500 USD2026/kg",
        "orbit.altitude=700 km",
        "price_year=2025",
        "pin.radiator.net_flux=600 W/m2",
    ];
    let with = |order: &[usize]| {
        let mut arguments = vec!["--format", "json"];
        for &position in order {
            arguments.extend(["--set", set[position]]);
        }
        run(&arguments).done()
    };
    let first = with(&[0, 1, 2, 3, 4]);
    for order in [[4, 3, 2, 1, 0], [1, 0, 4, 2, 3], [2, 4, 1, 3, 0]] {
        assert!(with(&order) == first, "{order:?}");
    }
}

#[test]
fn cli_run_the_fix_that_is_printed_can_be_typed_and_opens_the_gate() {
    for (scenario, set, gate) in [
        ("reference-2026", "coolant.temperature=345 K", "heat"),
        ("reference-2026", "satellite.it_power=1 MW", "mass"),
        ("reference-2026", "shielding.thickness=0.5 mm", "dose"),
        ("starship", "link.downlink_rate=1 kbit/s", "downlink"),
    ] {
        let text = skyrack(&["run", scenario, "--no-charts", "-n", "0", "--set", set]).done();
        let line = text.lines().find(|line| line.starts_with(gate)).unwrap();
        let (_, rest) = line.split_once("--set ").unwrap_or_else(|| panic!("{line}"));
        let mut parts = rest.split('\'');
        let fix = [parts.next().unwrap(), parts.next().unwrap()].concat();
        let both = [
            "run",
            scenario,
            "--no-charts",
            "-n0",
            "--format",
            "json",
            "--set",
            set,
            "--set",
            &fix,
        ];
        let fixed = skyrack(&both).json();
        let gates = fixed["verdict"]["gates"].as_array().unwrap();
        let opened = gates.iter().find(|each| each["name"] == gate).unwrap();
        assert_eq!(opened["ok"], true, "{scenario} {set}: {fix}");
    }
}

#[test]
fn cli_run_shows_the_plant_of_the_ground_and_what_it_is_bought_by() {
    for (scenario, shown, hidden) in [
        (
            "reference-2026",
            &["ground.electricity_price"][..],
            &["ground.solar_price", "ground: solar"][..],
        ),
        (
            "ground-gas",
            &["ground.generation_price", "ground.fuel_price"],
            &["ground.electricity_price"],
        ),
        (
            "ground-solar",
            &[
                "ground.solar_price",
                "ground: solar panels",
                "ground: storage",
                "ground: cost of its power",
            ],
            &["ground.electricity_price"],
        ),
    ] {
        let text = skyrack(&["run", scenario, "--no-charts", "-n", "0"]).done();
        let starts = |words: &&&str| text.lines().any(|line| line.starts_with(**words));
        assert_eq!(shown.iter().find(|words| !starts(words)), None, "{scenario}");
        assert_eq!(hidden.iter().find(starts), None, "{scenario}");
    }
}

#[test]
fn cli_run_a_closed_pipe_is_success() {
    for arguments in [
        &["run", SMALL, "--no-charts"][..],
        &["inputs", "--format", "json"],
        &["metrics"],
        &["schema"],
        &["-h"],
    ] {
        let mut child =
            command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut stderr = String::new();
        child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        let status = child.wait().unwrap();
        assert_eq!((status.code(), stderr.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn cli_run_writes_no_colors_where_nobody_sees_them() {
    let ran = |name: &str, value: &str, arguments: &[&str]| {
        command(arguments).env(name, value).output().unwrap()
    };
    for arguments in [&["run", SMALL, "--no-charts"][..], &["run", "falcon8"], &["run"]] {
        for (name, value) in [("TERM", "xterm-256color"), ("NO_COLOR", "1")] {
            let output = ran(name, value, arguments);
            let escapes = [output.stdout, output.stderr].concat().contains(&0x1b);
            assert!(!escapes, "{arguments:?} with {name}");
        }
    }
}

#[test]
fn cli_run_does_not_depend_on_the_width_of_a_terminal_that_is_not_there() {
    let narrow =
        command(&["run", SMALL, "--no-charts"]).env("COLUMNS", "40").output().unwrap().stdout;
    assert_eq!(String::from_utf8(narrow).unwrap(), run(&[]).done());
}

#[test]
fn cli_run_every_input_can_be_set_to_what_the_table_shows() {
    let table = skyrack(&["inputs", "--format", "json"]).json();
    let rows = table["inputs"].as_array().or_else(|| table.as_array()).unwrap();
    let rows: Vec<&Value> = rows.iter().filter(|row| row["unit"] != "entry").collect();
    assert_eq!(rows.len(), INPUTS.len());
    let mut arguments = vec!["--format".to_owned(), "json".to_owned()];
    for row in rows {
        let path = row["path"].as_str().unwrap();
        // The price of a launch is stated once.
        if path == "launch.price" {
            continue;
        }
        let default = &row["default"];
        let text = default.as_str().map_or_else(|| default.to_string(), str::to_owned);
        arguments.extend(["--set".to_owned(), format!("{path}={text}")]);
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = run(&arguments).json();
    assert_eq!(result["verdict"]["gates"].as_array().unwrap().len(), GATES.len());
}

#[test]
fn cli_run_says_that_the_masses_of_a_vehicle_contradict_each_other() {
    let impossible = "launch.liftoff_mass=100 t";
    let text = skyrack(&["run", "reference-2026", "--no-charts", "--set", impossible]).done();
    let words: Vec<&str> = text.split_whitespace().collect();
    assert!(words.join(" ").contains("no vehicle has these masses"), "{text}");
    assert!(!text.contains("carries nothing"), "{text}");
}

#[test]
fn cli_run_a_thruster_that_burns_draws_no_power_and_needs_one_burn() {
    let value = |thruster: &str, metric: &str| {
        let set = format!("propulsion.thruster={thruster}");
        let arguments = ["run", "reference-2026", "--no-charts", "--format", "json", "--set", &set];
        let result: Value = serde_json::from_str(&skyrack(&arguments).done()).unwrap();
        result["metrics"][metric]["value"].as_f64().unwrap()
    };
    for power in ["power.thrusters", "propulsion.thruster_power"] {
        assert!(value("thruster_hydrazine", power).abs() < 1e-12, "{power}");
    }
    assert!(value("thruster_hall", "power.thrusters") > 0.5);
    let burn = value("thruster_hydrazine", "propulsion.disposal_delta_v");
    let spiral = value("thruster_hall", "propulsion.disposal_delta_v");
    assert!((spiral / burn - 2.0).abs() < 0.1, "{spiral} {burn}");
    let propellant = value("thruster_hydrazine", "mass.propellant");
    let tanks = value("thruster_hydrazine", "mass.propulsion");
    assert!((tanks / propellant - 0.08).abs() < 1e-9, "{tanks} {propellant}");
}

#[test]
fn cli_run_says_which_stated_inputs_another_choice_switches_off() {
    let run = |set: &[&str]| {
        let flags: Vec<&str> = set.iter().flat_map(|set| ["--set", *set]).collect();
        skyrack(&[&["run", "reference-2026", "--no-charts"][..], &flags[..]].concat()).done()
    };
    let idle = "switches it off: orbit.inclination\n";
    assert!(run(&["orbit.inclination=28.5 deg"]).contains(idle));
    assert!(!run(&[]).contains("without effect"));
    let inclined = ["orbit.plane=inclined", "orbit.inclination=28.5 deg"];
    assert!(!run(&inclined).contains("without effect"));
    assert!(run(&["orbit.plane=inclined", "orbit.ltan=9 h"]).contains("off: orbit.ltan\n"));
}

#[test]
fn cli_run_says_how_much_of_the_way_to_an_orbit_out_of_reach_turns_the_plane() {
    let equator = ["orbit.plane=inclined", "orbit.inclination=0 deg", "orbit.altitude=650 km"];
    let mut arguments = vec!["run", "stoke-nova", "--no-charts"];
    arguments.extend(equator.iter().flat_map(|set| ["--set", *set]));
    let text = skyrack(&arguments).done();
    assert!(text.contains("carries nothing to this orbit: it lies"), "{text}");
    assert!(text.contains("turn the plane"), "{text}");
    arguments.extend(["--set", "launch.site=launch_site_kourou"]);
    assert!(!skyrack(&arguments).done().contains("carries nothing"));
}

#[test]
fn cli_sweep_leaves_out_what_the_catalog_does_not_know_with_what_it_lacks() {
    let swept = ["sweep", "reference-2026", "--no-charts", "--vary"];
    for vary in ["launch.vehicle", "launch.vehicle=falcon9,starship_v4"] {
        let run = skyrack(&[&swept[..], &[vary]].concat());
        let told = run.stderr.clone();
        assert!(told.contains("left out `starship_v4`: the catalog has no"), "{told}");
        assert!(told.contains("`launch.stage_dry_mass`"), "{told}");
        assert!(!run.done().contains("starship_v4"));
    }
}
