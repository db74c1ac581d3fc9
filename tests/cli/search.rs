//! Search by words in the catalog, the inputs and the metrics.

use crate::program::skyrack;

fn rows(arguments: &[&str]) -> Vec<Vec<String>> {
    let text = skyrack(&[arguments, &["--format", "csv"]].concat()).done();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    reader.records().map(|record| cells(record.unwrap())).collect()
}

#[test]
fn cli_the_catalog_is_searched_by_all_words_in_capitals_or_not() {
    let found = rows(&["catalog", "--search", "RADIATOR", "station"]);
    assert!(found.len() > 2, "{found:?}");
    for row in &found {
        let text = row.join(" ").to_lowercase();
        assert!(text.contains("radiator") && text.contains("station"), "{row:?}");
    }
    assert_eq!(found, rows(&["catalog", "--search", "station radiator"]));
    let whole = rows(&["catalog", "--search", "station"]);
    assert!(found.len() < whole.len() && found.iter().all(|row| whole.contains(row)));
}

#[test]
fn cli_a_search_of_the_catalog_keeps_to_its_kind_and_entry() {
    let of_kind = rows(&["catalog", "launch_vehicles", "--search", "reusable"]);
    assert!(!of_kind.is_empty());
    assert!(of_kind.iter().all(|row| row[0].starts_with("launch_vehicles ")), "{of_kind:?}");
    let of_entry = rows(&["catalog", "launch_vehicles", "nova", "--search", "reusable"]);
    assert!(!of_entry.is_empty() && of_entry.len() < of_kind.len());
    assert!(of_entry.iter().all(|row| row[0] == "launch_vehicles nova"), "{of_entry:?}");
    let scenarios = rows(&["catalog", "scenarios", "--search", "nova"]);
    assert!(scenarios.iter().any(|row| row[0] == "scenarios stoke-nova"), "{scenarios:?}");
}

#[test]
fn cli_inputs_are_searched_in_sentence_unit_source_and_note() {
    let found = rows(&["inputs", "--search", "coolant", "temperature"]);
    assert!(found.iter().any(|row| row[0] == "coolant.temperature"), "{found:?}");
    assert!(!found.iter().any(|row| row[0] == "launch.price"), "{found:?}");
    // These words stand in the source of the default alone.
    let sourced = rows(&["inputs", "--search", "starlink"]);
    let filtered = skyrack(&["inputs", "starlink"]);
    assert!(!sourced.is_empty(), "{}", filtered.stderr);
    let both = rows(&["inputs", "coolant", "--search", "temperature"]);
    assert!(both.iter().all(|row| row.join(" ").to_lowercase().contains("coolant")), "{both:?}");
    let metrics = rows(&["metrics", "--search", "launched mass"]);
    assert!(metrics.iter().any(|row| row[0] == "mass.launched"), "{metrics:?}");
    let json = skyrack(&["inputs", "--search", "coolant temperature", "--format", "json"]).json();
    assert_eq!(json.as_array().unwrap().len(), found.len());
}

#[test]
fn cli_words_that_no_row_holds_are_answered_with_the_nearest_ones() {
    let message = skyrack(&["catalog", "--search", "radiater", "station"]).refused();
    assert!(message.starts_with("error[search]: no row of the catalog holds all of"), "{message}");
    assert!(message.contains("`radiater` stands nowhere; near it are `radiat"), "{message}");
    assert!(message.contains("`station` stands in "), "{message}");
    let message = skyrack(&["inputs", "--search", "altitude", "mortgage"]).refused();
    assert!(message.contains("`mortgage` stands nowhere"), "{message}");
    let unknown = skyrack(&["catalog", "subsystem", "--search", "radiator"]).refused();
    assert!(unknown.contains("did you mean `subsystems`?"), "{unknown}");
}
