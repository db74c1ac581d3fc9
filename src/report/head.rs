//! The title of results, and JSON as text.

#[cfg(feature = "charts")]
use crate::catalog::Catalog;
use crate::scenario::Scenario;
use crate::studies::head::ScenarioName;
use serde::Serialize;

/// Characters of the title in a picture's subtitle at most.
const LONGEST_SUBTITLE: usize = 180;

/// The title of a scenario with what was laid on top of it.
pub fn title(scenario: &Scenario) -> String {
    with_set(&scenario.title, &scenario.set)
}

/// As [`title`], from the name of a scenario.
pub fn title_of(scenario: &ScenarioName) -> String {
    with_set(&scenario.title, &scenario.set)
}

fn with_set(title: &str, set: &[String]) -> String {
    let told: Vec<&str> = told(set).collect();
    if told.is_empty() { title.to_owned() } else { format!("{title}, with {}", told.join(", ")) }
}

/// What leaves the number of satellites per launch to their size: no change that is worth a word.
const AS_MANY_AS_FIT: &str = "satellite.per_launch=0";

/// The changes that say something.
fn told(set: &[String]) -> impl Iterator<Item = &str> {
    set.iter().map(String::as_str).filter(|change| *change != AS_MANY_AS_FIT)
}

/// As [`title`] for the lines of a picture: of a long list the first changes are named, the others
/// are counted.
pub fn subtitle(scenario: &Scenario) -> String {
    let whole = title(scenario);
    let len = |text: &str| text.chars().count();
    if len(&whole) <= LONGEST_SUBTITLE {
        return whole;
    }
    let mut named = Vec::new();
    let mut room = LONGEST_SUBTITLE.saturating_sub(len(&scenario.title));
    for change in told(&scenario.set) {
        room = room.saturating_sub(len(change) + 2);
        if room > 0 || named.is_empty() {
            named.push(change);
        }
    }
    let others = told(&scenario.set).count() - named.len();
    format!("{}, with {} and {others} more changes", scenario.title, named.join(", "))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::open;

    fn subtitle_of(set: &[&str]) -> String {
        let set: Vec<String> = set.iter().map(|text| (*text).to_owned()).collect();
        subtitle(&open("reference-2026", &set).unwrap())
    }

    #[test]
    fn a_picture_says_what_was_set_and_counts_what_it_does_not_name() {
        assert!(!subtitle_of(&[]).contains("with"));
        assert!(subtitle_of(&["it.power=10 MW"]).ends_with(", with it.power=10 MW"));
        let names = ["it.power=10 MW", "orbit.altitude=700 km", "mission.life=4 yr"];
        let more = ["ground.pue=1.2", "it.spares=0.1", "fleet.spares=0.1", "satellite.lead=1 yr"];
        let long = subtitle_of(&[&names[..], &more[..]].concat());
        assert!(long.contains("fleet.spares=0.1, ") && long.ends_with(" more changes"), "{long}");
        assert!(long.chars().count() <= LONGEST_SUBTITLE + 40, "{long}");
    }
}
