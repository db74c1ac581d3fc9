//! Scenario files and `--set`, through `load` with files in memory.

use crate::mutation::{check, check_message, files, lines};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use skyrack::report::diagnostics::render;
use skyrack::scenario::{EMBEDDED, Scenario, ScenarioErrors, Tables, load, write};
use std::collections::BTreeMap;
use std::path::PathBuf;

type InMemory = BTreeMap<PathBuf, Vec<u8>>;

fn check_scenario(scenario: &Scenario) -> TestCaseResult {
    for input in &scenario.inputs {
        let (low, high) = input.key.range();
        let room = 1.0e-9 * low.abs().max(high.abs());
        let value = input.amount.value;
        prop_assert!(value >= low - room && value <= high + room, "{}: {value}", input.key.path);
        if let Some((low, high)) = input.amount.spread {
            prop_assert!(low.is_finite() && high.is_finite() && low <= high, "{}", input.key.path);
        }
    }
    for pin in &scenario.pins {
        prop_assert!(pin.amount.value.is_finite(), "{}", pin.key.path);
    }
    prop_assert!(scenario.digest.starts_with("sha256:"));
    prop_assert!((1950..=2100).contains(&scenario.price_year), "{}", scenario.price_year);
    Ok(())
}

fn check_errors(errors: &ScenarioErrors) -> TestCaseResult {
    prop_assert!(!errors.0.is_empty());
    check_message(&errors.to_string())?;
    for error in &errors.0 {
        check_message(&error.fault.to_string())?;
        prop_assert!(!error.fault.code().is_empty());
        if let Some(place) = &error.place {
            let piece = place.text.content.get(place.span.clone());
            prop_assert!(piece.is_some(), "{:?} of {:?}", place.span, place.text.content);
            prop_assert!(place.line() > 0 && place.column() > 0);
        }
    }
    for colored in [false, true] {
        let shown = render(errors, colored);
        check_message(&shown)?;
        prop_assert!(shown.contains("error["), "{shown}");
    }
    Ok(())
}

/// Loads the text as a file; a scenario that is taken is written and read back to the same digest.
fn check_file(text: &str, tables: &Tables<'_>) -> TestCaseResult {
    let path = || PathBuf::from("x.toml");
    let files = InMemory::from([(path(), text.as_bytes().to_vec())]);
    let scenario = match load("x.toml", &[], &files, tables) {
        Err(errors) => return check_errors(&errors),
        Ok(scenario) => scenario,
    };
    check_scenario(&scenario)?;
    let files = InMemory::from([(path(), write(&scenario).into_bytes())]);
    let again = load("x.toml", &[], &files, tables);
    prop_assert!(again.is_ok(), "{}\n{}", write(&scenario), again.unwrap_err());
    prop_assert_eq!(&again.unwrap().digest, &scenario.digest, "{}", write(&scenario));
    Ok(())
}

#[test]
fn fuzz_scenario_files_are_taken_or_refused_with_words() {
    let tables = Tables::builtin();
    let mut corpus = files("scenarios");
    corpus.extend(EMBEDDED.iter().map(|(_, text)| (*text).to_owned()));
    check(&corpus, 400, |text| check_file(text, &tables));
}

#[test]
fn fuzz_overrides_are_taken_or_refused_with_words() {
    let tables = Tables::builtin();
    check(&lines("set"), 800, |text| {
        match load("reference-2026", &[text.to_owned()], &InMemory::new(), &tables) {
            Ok(scenario) => check_scenario(&scenario),
            Err(errors) => check_errors(&errors),
        }
    });
}

#[test]
fn fuzz_files_that_are_no_text_are_refused() {
    let tables = Tables::builtin();
    check(&files("scenarios"), 300, |text| {
        let mut bytes = text.as_bytes().to_vec();
        let middle = bytes.len() / 2;
        bytes.insert(middle, 0xff);
        let files = InMemory::from([(PathBuf::from("x.toml"), bytes)]);
        match load("x.toml", &[], &files, &tables) {
            Ok(_) => Err(TestCaseError::fail("taken")),
            Err(errors) => check_errors(&errors),
        }
    });
}

#[test]
fn fuzz_names_of_scenarios_are_found_or_refused_with_words() {
    let tables = Tables::builtin();
    let names: Vec<String> = EMBEDDED.iter().map(|(name, _)| (*name).to_owned()).collect();
    check(&names, 300, |text| match load(text, &[], &InMemory::new(), &tables) {
        Ok(scenario) => check_scenario(&scenario),
        Err(errors) => check_errors(&errors),
    });
}

#[test]
fn fuzz_texts_that_are_nested_or_long_are_refused_with_words() {
    let tables = Tables::builtin();
    let nests =
        ["[", "{ a = ", "a.", "(", "{ value = ", "é", "\"", "1", "\n"].map(|deep| (deep, 1_500));
    let headings = ["[[a]]\n", "[a.a]\n"].map(|deep| (deep, 100));
    for (deep, times) in nests.into_iter().chain(headings) {
        let piece = deep.repeat(times);
        for text in [piece.clone(), format!("a = {piece}"), format!("[orbit]\naltitude = {piece}")]
        {
            if let Err(failure) = check_file(&text, &tables) {
                panic!("{deep}: {failure}");
            }
        }
        for text in [format!("orbit.altitude={piece}"), format!("{piece}=1"), piece] {
            let errors = load("reference-2026", &[text], &InMemory::new(), &tables).unwrap_err();
            if let Err(failure) = check_errors(&errors) {
                panic!("{deep}: {failure}");
            }
        }
    }
}
