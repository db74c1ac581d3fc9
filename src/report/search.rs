//! Search by words: rows whose texts hold every word, and the nearest words where none does.

use std::collections::BTreeSet;

/// Words that are offered for one that stands nowhere.
const OFFERED: usize = 3;
/// Letters of the shortest word that is offered.
const SHORTEST: usize = 3;

/// Search words in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of what was typed.
    pub fn new<S: AsRef<str>>(typed: &[S]) -> Self {
        let words = typed.iter().flat_map(|text| text.as_ref().split_whitespace());
        Self(words.map(str::to_lowercase).collect())
    }

    /// Whether there is no word at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word stands in one of the texts, as a whole or as a part, in capitals or not.
    pub fn stand_in(&self, texts: &[&str]) -> bool {
        let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
        self.0.iter().all(|word| texts.iter().any(|text| text.contains(word)))
    }

    /// The words as they are said.
    pub fn said(&self) -> String {
        self.0.join(" ")
    }

    /// Why no row of `rows` holds every word: for each word how many do, or the nearest words that
    /// stand there.
    pub fn reasons(&self, rows: &[Vec<&str>]) -> Vec<String> {
        let vocabulary = vocabulary(rows);
        let of = |word: &String| {
            let alone = Self(vec![word.clone()]);
            let count = rows.iter().filter(|texts| alone.stand_in(texts)).count();
            match (count, nearest(word, &vocabulary).as_slice()) {
                (0, []) => format!("`{word}` stands nowhere"),
                (0, near) => format!("`{word}` stands nowhere; near it are {}", near.join(", ")),
                (1, _) => format!("`{word}` stands in 1 row"),
                _ => format!("`{word}` stands in {count} rows"),
            }
        };
        self.0.iter().map(of).collect()
    }
}

/// Every word of the texts in lower case; the parts of a path count as words too.
fn vocabulary(rows: &[Vec<&str>]) -> BTreeSet<String> {
    let texts = rows.iter().flatten().map(|text| text.to_lowercase());
    let mut words = BTreeSet::new();
    for text in texts {
        let parts = text.split(|letter: char| !letter.is_alphanumeric());
        words.extend(parts.filter(|part| part.chars().count() >= SHORTEST).map(str::to_owned));
    }
    words
}

/// The words nearest to one, in quotes, nearest first.
fn nearest(word: &str, vocabulary: &BTreeSet<String>) -> Vec<String> {
    let length = word.chars().count();
    let mut ranked: Vec<(usize, &String)> = vocabulary
        .iter()
        .map(|known| (strsim::damerau_levenshtein(word, known), known))
        .filter(|(distance, known)| distance * 3 <= length.max(known.chars().count()))
        .collect();
    ranked.sort_by_key(|(distance, _)| *distance);
    ranked.into_iter().take(OFFERED).map(|(_, known)| format!("`{known}`")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_counts_wherever_it_stands_and_however_it_is_written() {
        let texts = ["subsystems.radiator.areal_mass", "Panels of the Space Station"];
        assert!(Words::new(&["STATION areal"]).stand_in(&texts));
        assert!(Words::new(&["station", "areal"]).stand_in(&texts));
        assert!(!Words::new(&["station", "copper"]).stand_in(&texts));
        assert!(Words::new(&[" "]).is_empty());
    }

    #[test]
    fn a_word_that_stands_nowhere_is_given_the_nearest_ones() {
        let rows = vec![vec!["radiator areal_mass"], vec!["radiation dose"], vec!["a radiator"]];
        let reasons = Words::new(&["radiater", "dose", "zzzzzz"]).reasons(&rows);
        assert_eq!(
            reasons,
            [
                "`radiater` stands nowhere; near it are `radiator`, `radiation`",
                "`dose` stands in 1 row",
                "`zzzzzz` stands nowhere"
            ]
        );
    }
}
