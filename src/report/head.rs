//! What every result carries: version, scenario, digests, price year.

use crate::catalog::Catalog;
use crate::scenario::Scenario;
use crate::studies::subject::{Subject, in_unit};
use crate::units::format::with_price_year;
use serde_json::{Map, Value, json};

/// Number of the scenario and JSON contract.
pub const SCHEMA: u32 = 1;

/// Characters of a picture's subtitle at most.
const LONGEST_SUBTITLE: usize = 100;

/// The head of a JSON result.
pub fn head(subject: &Subject) -> Map<String, Value> {
    let scenario = &subject.scenario;
    let mut head = anonymous_head();
    head.insert(
        "scenario".to_owned(),
        json!({
            "title": scenario.title,
            "file": scenario.file,
            "set": scenario.set,
            "digest": scenario.digest,
        }),
    );
    head.insert("catalog_digest".to_owned(), json!(Catalog::builtin().digest()));
    head.insert("price_year".to_owned(), json!(scenario.price_year));
    head
}

/// The title of a scenario with what was laid on top of it.
pub fn title(scenario: &Scenario) -> String {
    if scenario.set.is_empty() {
        return scenario.title.clone();
    }
    format!("{}, with {}", scenario.title, scenario.set.join(", "))
}

/// As [`title`] for the one line of a picture: long lists are counted.
pub fn subtitle(scenario: &Scenario) -> String {
    let whole = title(scenario);
    if whole.chars().count() <= LONGEST_SUBTITLE {
        return whole;
    }
    format!("{}, with {} values changed by --set", scenario.title, scenario.set.len())
}

/// A picture of one scenario. Its foot names file and version and no digest of the catalog, so that
/// a catalog row that changes leaves every picture whose numbers stay.
#[cfg(feature = "charts")]
pub fn picture(subject: &Subject, name: &'static str, title: String) -> crate::charts::Picture {
    let scenario = &subject.scenario;
    crate::charts::Picture {
        subtitle: subtitle(scenario),
        footer: format!("{}, skyrack {}", scenario.file, env!("CARGO_PKG_VERSION")),
        sources: vec![scenario.file.clone(), format!("catalog {}", Catalog::builtin().digest())],
        digest: scenario.digest.clone(),
        ..crate::charts::Picture::new(name, title)
    }
}

/// The head of a JSON result that is about no scenario.
pub fn anonymous_head() -> Map<String, Value> {
    let mut head = Map::new();
    head.insert("skyrack".to_owned(), json!(env!("CARGO_PKG_VERSION")));
    head.insert("schema".to_owned(), json!(SCHEMA));
    head
}

/// A value in base units as `{ value, unit }`, the unit with its price year; a missing value is null.
pub fn quantity(base: Option<f64>, unit: &str, price_year: u16) -> Value {
    let value = base.map(|base| in_unit(base, unit)).filter(|value| value.is_finite());
    json!({ "value": value, "unit": with_price_year(unit, price_year) })
}

/// JSON as text with a line end.
pub fn text(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// The unit that people read a value of this size in: large sums of money in millions, the rest as the table.
pub fn readable_unit(base: f64, unit: &'static str) -> &'static str {
    if unit == "USD" && base.abs() >= 1.0e5 { "MUSD" } else { unit }
}

/// A value in base units with the unit that people read it in.
pub fn readable(base: f64, unit: &'static str, price_year: u16) -> (f64, String) {
    let unit = readable_unit(base, unit);
    (in_unit(base, unit), with_price_year(unit, price_year))
}
