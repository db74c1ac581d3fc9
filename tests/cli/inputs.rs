//! The inputs of a scenario: what each is, who stated it, and what the rules of design chose.

use crate::program::skyrack;
use serde_json::Value;
use skyrack::system::inputs::INPUTS;

fn rows(arguments: &[&str]) -> (Vec<String>, Vec<Vec<String>>) {
    let text = skyrack(&[&["inputs"], arguments, &["--format", "csv"]].concat()).done();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let headings = cells(reader.headers().unwrap());
    (headings, reader.records().map(|record| cells(&record.unwrap())).collect())
}

fn auto_paths(inputs: &Value) -> Vec<&str> {
    let inputs = inputs.as_object().unwrap().iter();
    inputs.filter(|(_, input)| input["auto"] == true).map(|(path, _)| path.as_str()).collect()
}

#[test]
fn cli_inputs_of_a_scenario_are_all_inputs_in_every_form() {
    let paths: Vec<&str> = INPUTS.iter().map(|input| input.path).collect();
    let (headings, cells) = rows(&["starship"]);
    assert_eq!(headings, ["input", "value", "value unit", "chosen", "origin", "source"]);
    let listed: Vec<&str> = cells.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(listed, paths);
    assert!(cells.iter().all(|row| !row[1].is_empty() && !row[4].is_empty()));
    let text = skyrack(&["inputs", "starship"]).done();
    let markdown = skyrack(&["inputs", "starship", "--format", "markdown"]).done();
    for path in paths {
        assert!(text.contains(&format!("\n{path} ")), "{path}");
        assert!(markdown.contains(&format!("\n| {path} |")), "{path}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 110), "{text}");
}

#[test]
fn cli_inputs_of_a_scenario_show_what_the_rules_of_design_chose() {
    let run = skyrack(&["run", "reference-2026", "--no-charts", "--format", "json"]).json();
    let listed = skyrack(&["inputs", "reference-2026", "--format", "json"]).json();
    assert_eq!(listed["inputs"], run["inputs"]);
    let (text, (_, cells)) =
        (skyrack(&["inputs", "reference-2026"]).done(), rows(&["reference-2026"]));
    let choices = run["choices"].as_array().unwrap();
    assert!(choices.len() > 3, "{choices:?}");
    for choice in choices {
        let path = choice["path"].as_str().unwrap();
        assert!(auto_paths(&listed["inputs"]).contains(&path), "{path}");
        assert_eq!(listed["inputs"][path]["value"], choice["value"], "{path}");
        let line = text.lines().find(|line| line.starts_with(&format!("{path} "))).unwrap();
        assert!(line.contains(" auto: "), "{line}");
        let row = cells.iter().find(|row| row[0] == path).unwrap();
        assert_eq!(row[3], "auto", "{row:?}");
        let value = choice["value"].as_f64().map(f64::to_bits);
        assert_eq!(row[1].parse().map(f64::to_bits).ok(), value, "{row:?}");
    }
}

#[test]
fn cli_inputs_of_a_scenario_show_number_and_power_of_satellites_as_one_choice() {
    let sizes = |more: &[&str]| {
        let (_, cells) =
            rows(&[&["reference-2026", "satellite.", "--search", "satellite."], more].concat());
        let of = |path: &str| {
            let row = cells.iter().find(|row| row[0] == path).unwrap();
            (row[1].parse::<f64>().unwrap(), row[3].clone())
        };
        (of("satellite.count"), of("satellite.it_power"))
    };
    let ((count, counted), (power, powered)) = sizes(&[]);
    assert!((count * power - 1_000.0).abs() < 1e-6, "{count} of {power} kW");
    assert_eq!((counted.as_str(), powered.as_str()), ("auto", "auto"));
    let ((count, counted), (power, powered)) = sizes(&["--set", "satellite.it_power=50 kW"]);
    assert_eq!((count, counted.as_str(), power, powered.as_str()), (0.0, "", 50.0, ""));
}

#[test]
fn cli_inputs_of_a_scenario_take_changes_a_filter_and_words() {
    let set = ["--set", "coolant.temperature=320 K"];
    let (_, cells) = rows(&[&["reference-2026", "coolant.temp"][..], &set].concat());
    assert_eq!(cells.len(), 1, "{cells:?}");
    assert_eq!(&cells[0][1..5], ["320", "K", "", "--set"]);
    let (_, frozen) = rows(&["reference-2026", "coolant.temp", "--freeze"]);
    assert_eq!((frozen[0][3].as_str(), frozen[0][4].as_str()), ("", "--set"));
    let (_, found) = rows(&["reference-2026", "--search", "falcon9"]);
    assert!(found.iter().any(|row| row[0] == "launch.flight_price"), "{found:?}");
    let (_, file) = rows(&["scenarios/reference-2026.toml", "coolant.temp"]);
    assert_eq!(file[0][3], "auto");
}

#[test]
fn cli_inputs_without_a_scenario_are_those_of_the_model() {
    let (headings, all) = rows(&[]);
    assert_eq!(headings, ["input", "default", "unit", "range", "meaning"]);
    let (headings, some) = rows(&["coolant"]);
    assert_eq!(headings.len(), 5);
    assert!(!some.is_empty() && some.len() < all.len());
}

#[test]
fn cli_inputs_that_cannot_be_listed_are_refused_with_what_to_type() {
    for (arguments, words) in [
        (&["inputs", "--set", "orbit.altitude=700 km"][..], "none is named"),
        (&["inputs", "falcn9", "coolant"], "falcon9"),
        (&["inputs", "falcon9", "altitudee"], "did you mean `orbit.altitude`?"),
        (&["inputs", "falcon9", "--search", "altitude", "mortgage"], "`mortgage` stands nowhere"),
    ] {
        let message = skyrack(arguments).refused();
        assert!(message.contains(words), "{arguments:?}: {message}");
    }
}
