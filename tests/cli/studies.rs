//! Studies from the command line: every form, any number of threads, and what is said of thin
//! results.

use crate::program::{SMALL, skyrack, temporary};
use serde_json::Value;
use std::path::Path;

/// Studies of a scenario that end in a moment, each with its options.
const STUDIES: &[&[&str]] = &[
    &["sweep", "--vary", "launch.price=100..5000:5:log", "--vary", "orbit.altitude=400..900:3"],
    &["sample", "-n", "64"],
    &["sensitivity", "--vary", "launch"],
    &["sensitivity", "--method", "morris", "-n", "4", "--vary", "launch"],
    &["sensitivity", "--method", "sobol", "-n", "32", "--vary", "launch"],
    &["sensitivity", "--method", "value", "-n", "64", "--vary", "launch"],
];

fn study(words: &[&str], more: &[&str]) -> String {
    let (verb, options) = words.split_first().unwrap();
    skyrack(&[&[*verb, SMALL, "--no-charts"][..], options, more].concat()).done()
}

#[test]
fn cli_samples_of_what_does_not_vary_have_no_chart_and_say_so() {
    let room = temporary();
    let one = ["sample", "reference-2026", "-n", "1", "-o"];
    let same = ["sample", "reference-2026", "-n", "64", "--vary", "launch.flight_price"];
    let metric = ["--metric", "orbit.inclination", "-o"];
    for (at, verb) in [&one[..], &[&same[..], &metric[..]].concat()].into_iter().enumerate() {
        let folder = room.path().join(at.to_string());
        let text = skyrack(&[verb, &[folder.to_str().unwrap()]].concat()).done();
        assert!(text.contains("is the same in every sample"), "{text}");
        assert!(folder.join("result.json").exists() && !folder.join("distribution.png").exists());
    }
}

#[test]
fn cli_studies_say_something_in_every_form() {
    for words in STUDIES {
        for form in ["text", "json", "csv", "markdown"] {
            let said = study(words, &["--format", form]);
            assert!(said.lines().count() > 1, "{words:?} {form}: {said}");
            let begins =
                if form == "json" { said.starts_with('{') } else { !said.starts_with('{') };
            assert!(begins, "{words:?} {form}: {said}");
        }
    }
}

#[test]
fn cli_studies_give_the_same_bytes_on_any_number_of_threads() {
    for words in STUDIES {
        let one = study(words, &["--format", "json", "--threads", "1"]);
        for threads in ["2", "5"] {
            let many = study(words, &["--format", "json", "--threads", threads]);
            assert!(one == many, "{words:?} on {threads} threads");
        }
    }
}

#[test]
fn cli_sensitivity_says_where_its_shares_rest_on_few_rows() {
    let shares = |scenario: &str, set: &str| {
        let verb = ["sensitivity", scenario, "--method", "sobol", "--no-charts", "--set", set];
        skyrack(&[&verb[..], &["-n", "64", "--vary", "launch"]].concat()).done()
    };
    let (full, free) =
        (shares("stoke-nova", "satellite.it_power=23 kW"), shares("falcon9", "it.power=1 MW"));
    assert!(full.contains("so few whole rows"), "{full}");
    assert!(!free.contains("so few whole rows"), "{free}");
}

#[test]
fn cli_sensitivity_prints_the_largest_rows_and_keeps_all_of_them_elsewhere() {
    let of = |more: &[&str]| {
        let verb = ["sensitivity", "falcon9", "--no-charts"];
        skyrack(&[&verb[..], more].concat()).done()
    };
    let rows_of = |text: &str| {
        let rows = text.lines().skip_while(|line| !line.starts_with("input ")).skip(1);
        // long cells are wrapped
        let rows = rows.take_while(|line| !line.contains("left out"));
        rows.filter(|line| !line.starts_with(' ')).count()
    };
    let csv = of(&["--format", "csv"]);
    let all = csv.lines().count() - 1;
    assert!(all > 100, "{all}");
    let text = of(&[]);
    assert_eq!(rows_of(&text), 20);
    assert!(text.contains(&format!("{} smaller rows left out; `--all`", all - 20)), "{text}");
    let whole = of(&["--all"]);
    assert_eq!(rows_of(&whole), all);
    assert!(!whole.contains("left out"), "{whole}");
    let first = csv.lines().nth(1).unwrap().split(',').next().unwrap();
    assert!(text.contains(&format!("\n{first} ")), "{first}");
}

#[test]
fn cli_every_way_of_sensitivity_draws_charts_with_their_data() {
    for (method, chart, names) in [
        ("tornado", "tornado", "input,low"),
        ("morris", "effects", "name,\"Mean size of the effect on ratio.cost, mu*"),
        ("sobol", "shares", "name,by itself"),
        ("value", "worth", "name,Worth of knowing it"),
    ] {
        let room = temporary();
        let folder = room.path().to_str().unwrap();
        let options = ["--method", method, "-n", "16", "--vary", "launch", "-o", folder];
        skyrack(&[&["sensitivity", SMALL][..], &options[..]].concat()).done();
        let read = |ending: &str| std::fs::read(room.path().join(format!("{chart}{ending}")));
        assert!(read(".png").unwrap().starts_with(b"\x89PNG"), "{method}");
        let csv = String::from_utf8(read("-chart.csv").unwrap()).unwrap();
        assert!(csv.starts_with(names), "{method}: {csv}");
        let json: Value = serde_json::from_slice(&read("-chart.json").unwrap()).unwrap();
        assert_eq!(json["chart"], chart);
    }
}

#[test]
fn cli_breakeven_gives_a_stretch_on_the_target_as_one_stretch() {
    let verb = ["breakeven", SMALL, "--vary", "orbit.altitude", "--target"];
    let of = |form: &str| {
        let target = ["launch.learning_factor=1", "--format", form];
        skyrack(&[&verb[..], &target[..]].concat())
    };
    let text = of("text").done();
    assert!(text.contains("all along `orbit.altitude` from"), "{text}");
    let csv = of("csv").done();
    assert!(csv.starts_with("orbit.altitude [km],to [km],"), "{csv}");
    assert_eq!(csv.lines().count(), 2, "{csv}");
    let json = of("json").json();
    let [stretch] = &json["stretches"].as_array().unwrap()[..] else { panic!("{json}") };
    assert_eq!(json["roots"], serde_json::json!([stretch["from"], stretch["to"]]));
}

#[test]
fn cli_bridge_puts_what_work_needs_of_links_into_one_group() {
    let verb = ["bridge", "reference-2026", "training-2026", "--no-charts"];
    let text = skyrack(&verb).done();
    assert!(text.contains("The only reason:\n 1. links, and what the work needs"), "{text}");
    assert!(text.contains("all that differs is in one group"), "{text}");
}

#[test]
fn cli_breakeven_says_that_an_input_moves_nothing() {
    let verb = ["breakeven", "ground-solar", "--vary", "ground.electricity_price"];
    let text = skyrack(&verb).done();
    assert!(text.contains("moves nothing here"), "{text}");
}

#[test]
fn cli_a_sweep_prints_its_table_where_no_design_closes() {
    let arguments =
        ["sweep", "reference-2026", "--vary", "orbit.altitude=220 km,222 km", "--format", "csv"];
    let arguments = [&arguments[..], &["--set", "satellite.it_power=100 kW"]].concat();
    let folder = format!("{}/sweep-of-none", env!("CARGO_TARGET_TMPDIR"));
    let metric = ["--metric", "mass.per_it_power", "--output", &folder];
    let table = skyrack(&[&arguments[..], &metric[..]].concat()).done();
    assert_eq!(table.lines().count(), 3, "{table}");
    assert!(table.lines().skip(1).all(|line| line.ends_with(",mass")), "{table}");
}

fn json_of(file: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()
}

/// Rows of a study in JSON.
fn rows_of(arguments: &[&str]) -> Vec<Value> {
    let json = skyrack(&[arguments, &["--no-charts", "--format", "json"]].concat()).json();
    json["rows"].as_array().unwrap().clone()
}

#[test]
fn cli_sweep_says_what_is_built_and_where_it_changes() {
    let vary = ["sweep", "reference-2026", "--vary", "array.specific_power=40..200:9"];
    let rows = rows_of(&vary);
    let number = |row: &Value, key: &str| row[key].as_f64().unwrap();
    assert!(rows.iter().all(|row| {
        number(row, "launches") >= number(row, "satellites") / number(row, "per launch")
    }));
    let keys = ["satellites", "per launch", "launches", "computing in shadow"];
    let differ =
        |pair: &&[Value], keys: &[&str]| keys.iter().any(|key| pair[0][key] != pair[1][key]);
    let changes = rows.windows(2).filter(|pair| differ(pair, &keys)).count();
    let fleet = rows.windows(2).filter(|pair| differ(pair, &keys[..3])).count();
    assert!(fleet > 1 && changes > fleet, "{rows:?}");
    let room = temporary();
    let output = room.path().to_str().unwrap();
    let text = skyrack(&[&vary[..], &["-o", output]].concat()).done();
    assert!(text.contains(&format!("The design changes at {changes} of 8 steps: ")), "{text}");
    let chart = json_of(&room.path().join("sweep-chart.json"));
    let names = [
        format!("satellites or launches change at {fleet} of 8 steps"),
        format!("another choice at {}", changes - fleet),
    ];
    for (steps, (name, count)) in
        chart["steps"].as_array().unwrap().iter().zip(names.iter().zip([fleet, changes - fleet]))
    {
        assert_eq!(steps["name"], name.as_str());
        assert_eq!(steps["at"].as_array().unwrap().len(), count);
    }
}

#[test]
fn cli_sweep_over_a_choice_marks_no_change_of_it() {
    let vary = ["sweep", "reference-2026", "--vary", "it.eclipse_share=0..1:6"];
    let text = skyrack(&[&vary[..], &["--no-charts"]].concat()).done();
    let said = text.lines().find(|line| line.starts_with("The design changes"));
    assert!(said.is_none_or(|said| !said.contains("computing in shadow at")), "{text}");
}

/// What is told of a sweep over vehicles with a contract of the file, or of `--set`.
fn vehicles_told(lines: &str, set: &[&str]) -> (Vec<f64>, String) {
    let room = temporary();
    let file = room.path().join("contract.toml");
    let text = format!("schema = 1\ntitle = \"Contract\"\nbased_on = \"falcon9\"\n{lines}");
    std::fs::write(&file, text).unwrap();
    let path = file.to_str().unwrap();
    let verb = ["sweep", path, "--vary", "launch.vehicle=falcon9,neutron", "--no-charts"];
    let form = ["--format", "json", "--metric", "launch.price_per_launch"];
    let ran = skyrack(&[&verb[..], &form[..], set].concat());
    let told = ran.stderr.clone();
    let rows = ran.json()["rows"].as_array().unwrap().clone();
    let price = |row: &Value| row["launch.price_per_launch"]["value"].as_f64().unwrap();
    (rows.iter().map(price).collect(), told)
}

#[test]
fn cli_sweep_over_vehicles_takes_the_price_of_each() {
    let contract = "[launch]\nprice = \"3000 USD2026/kg\"\n";
    let (own, none) = vehicles_told("", &[]);
    assert!(!none.contains("launch.price"), "{none}");
    let (of_file, told) = vehicles_told(contract, &[]);
    assert_eq!(of_file, own);
    assert!(told.contains("note: `launch.price` of ") && told.contains(", line 5, "), "{told}");
    let set = ["--set", "launch.price=3000 USD2026/kg"];
    let (of_set, told) = vehicles_told(contract, &set);
    assert!(of_set.iter().zip(&own).all(|(set, own)| set < own), "{of_set:?}, {own:?}");
    let holds = "note: `--set launch.price` holds for every `launch.vehicle` here";
    assert!(told.contains(holds) && !told.contains("line 5"), "{told}");
}

#[test]
fn cli_sweep_names_computing_in_shadow_where_it_differs() {
    let vary = ["sweep", "reference-2026", "--vary", "it.eclipse_share=0,1"];
    let shares = rows_of(&vary).into_iter().map(|row| row["computing in shadow"].as_f64());
    assert_eq!(shares.collect::<Vec<_>>(), [Some(0.0), Some(1.0)]);
}

#[test]
fn cli_sensitivity_marks_ends_with_other_launches_and_satellites() {
    let vary = ["--vary", "array", "--vary", "it.price", "--vary", "radiator.areal_mass"];
    let verb = [&["sensitivity", "reference-2026", "--all"][..], &vary[..]].concat();
    let room = temporary();
    let output = room.path().to_str().unwrap();
    let text = skyrack(&[&verb[..], &["-o", output]].concat()).done();
    let run = skyrack(&["run", "reference-2026", "--no-charts", "--format", "json"]).json();
    let now = ["launch.count", "satellite.count"]
        .map(|path| run["metrics"][path]["value"].as_f64().unwrap());
    let mut marked = [0, 0];
    for row in rows_of(&verb) {
        let path = row["input"].as_str().unwrap();
        let line = text.lines().find(|line| line.starts_with(&format!("{path} "))).unwrap();
        for (what, (now, marked)) in
            ["launches", "satellites"].into_iter().zip(now.into_iter().zip(&mut marked))
        {
            for end in ["low", "high"] {
                let number = row[format!("{what} at {end}")].as_f64().unwrap();
                let is_said = line.contains(&format!(", {number} {what}"));
                assert_eq!(is_said, (number - now).abs() > 0.5, "{path}, {end}: {line}");
                *marked += u32::from(is_said);
            }
        }
    }
    assert!(marked.iter().all(|marked| *marked > 1), "{text}");
    let chart = json_of(&room.path().join("tornado-chart.json"));
    let [launches, satellites] = now;
    let marks = format!("dot: other than the {launches} launches and {satellites} satellites now");
    assert_eq!(chart["marks"], marks);
    let widest = &chart["series"][0];
    let mut said = ["low", "high"].iter().filter_map(|end| widest[end]["mark"].as_str());
    assert!(said.any(|mark| mark.contains(" launches")), "{chart}");
}

#[test]
fn cli_sensitivity_on_shared_launches_marks_no_launches() {
    let verb = ["sensitivity", "reference-2026", "--set", "launch.sharing=shared", "--no-charts"];
    let text = skyrack(&[&verb[..], &["--vary", "array"]].concat()).done();
    assert!(!text.contains(" launches"), "{text}");
}
