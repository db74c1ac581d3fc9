//! The title of results, and JSON as text.

#[cfg(feature = "charts")]
use crate::catalog::Catalog;
use crate::scenario::Scenario;
use crate::studies::head::ScenarioName;
use serde::Serialize;

/// Characters of a picture's subtitle at most.
const LONGEST_SUBTITLE: usize = 100;

/// The title of a scenario with what was laid on top of it.
pub fn title(scenario: &Scenario) -> String {
    with_set(&scenario.title, &scenario.set)
}

/// As [`title`], from the name of a scenario.
pub fn title_of(scenario: &ScenarioName) -> String {
    with_set(&scenario.title, &scenario.set)
}

fn with_set(title: &str, set: &[String]) -> String {
    if set.is_empty() { title.to_owned() } else { format!("{title}, with {}", set.join(", ")) }
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
pub fn picture(scenario: &Scenario, name: &'static str, title: String) -> crate::charts::Picture {
    crate::charts::Picture {
        subtitle: subtitle(scenario),
        footer: format!("{}, skyrack {}", scenario.file, env!("CARGO_PKG_VERSION")),
        sources: vec![scenario.file.clone(), format!("catalog {}", Catalog::builtin().digest())],
        digest: scenario.digest.clone(),
        ..crate::charts::Picture::new(name, title)
    }
}

/// A result as JSON with a line end.
pub fn text<R: Serialize + ?Sized>(result: &R) -> String {
    let mut text = serde_json::to_string_pretty(result).unwrap_or_default();
    text.push('\n');
    text
}
