//! The keys of the JSON of `run` in the page of JSON.

use super::{read, root};
use serde_json::Value;
use skyrack::scenario::open;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::run::run;

#[test]
fn docs_every_key_of_a_run_is_explained() {
    let page = read(&root().join("docs/json.md"));
    let (_, table) = page.split_once("| key | what it holds |").unwrap();
    let (table, _) = table.split_once("\n\n").unwrap();
    let subject = EvaluatedScenario::new(open("reference-2026", &[]).unwrap()).unwrap();
    let Value::Object(said) = serde_json::to_value(run(&subject).unwrap()).unwrap() else {
        panic!("a run is no object");
    };
    for key in said.keys() {
        let rows = table.lines().filter_map(|row| row.split('|').nth(1));
        assert_eq!(rows.filter(|keys| keys.contains(&format!("`{key}`"))).count(), 1, "{key}");
    }
    let named = table.matches('`').count();
    assert!(named >= 2 * said.len(), "{named}");
}
