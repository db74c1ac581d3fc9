//! The corpus and what is done to it.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestRunner};
use std::path::{Path, PathBuf};

/// Pieces that readers look for, and such that they do not.
const TOKENS: [&str; 48] = [
    " ", "\t", "\n", "\0", "=", "<", ">", "\"", "'", "\\", "#", "[", "]", "{", "}", "(", ")", ".",
    ",", "-", "−", "+", "_", "/", "*", "^", "%", "$", "€", "~", "`", "0", "9", "e", "1e308", "nan",
    "km", "USD2026", "EUR", "degC", "rad", "µ", "²", "⁻¹", "٣", "🚀", "é", "\u{feff}",
];

/// What is done to a text: a kind of change, a place, and a choice.
type Change = (u8, u16, u16);

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name)
}

/// The files of a folder of the corpus, by name.
pub(crate) fn files(name: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder(name)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| String::from_utf8(std::fs::read(path).unwrap()).unwrap()).collect()
}

/// The lines of a folder of the corpus.
pub(crate) fn lines(name: &str) -> Vec<String> {
    files(name).iter().flat_map(|text| text.split('\n').map(str::to_owned)).collect()
}

/// The nearest boundary of characters at a share of the text.
fn place(text: &str, share: u16) -> usize {
    let mut at = text.len() * usize::from(share) / usize::from(u16::MAX);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn changed(text: &str, (kind, share, choice): Change, corpus: &[String]) -> String {
    let at = place(text, share);
    let (before, after) = text.split_at(at);
    let rest = after.chars().next().map_or("", |first| &after[first.len_utf8()..]);
    let token = TOKENS[usize::from(choice) % TOKENS.len()];
    match kind % 9 {
        0 | 1 => format!("{before}{token}{after}"),
        2 => format!("{before}{rest}"),
        3 => format!("{before}{token}{rest}"),
        4 => before.to_owned(),
        5 => format!("{before}{}{after}", token.repeat(1 + usize::from(choice) % 40)),
        6 => {
            let other = &corpus[usize::from(choice) % corpus.len()];
            format!("{before}{}", &other[place(other, share)..])
        }
        7 => {
            let piece = &after[..place(after, choice)];
            format!("{before}{piece}{after}")
        }
        _ => {
            let end = place(after, choice);
            format!("{before}{}", &after[end..])
        }
    }
}

/// Holds `law` against every text of the corpus, then against `cases` mutations of them; the same
/// ones on every run.
pub(crate) fn check(corpus: &[String], cases: u32, law: impl Fn(&str) -> TestCaseResult) {
    let outside = Config::default();
    let rng_seed = match outside.rng_seed {
        RngSeed::Random => RngSeed::Fixed(2_026),
        chosen @ RngSeed::Fixed(_) => chosen,
    };
    let cases = cases * (outside.cases.max(256) / 256);
    let config = Config { rng_seed, failure_persistence: None, ..outside };
    let mut once = TestRunner::new(Config { cases: 1, ..config.clone() });
    for text in corpus {
        if let Err(failure) = once.run(&Just(text.clone()), |text| law(&text)) {
            panic!("{failure}");
        }
    }
    let changes = proptest::collection::vec(any::<Change>(), 1..6);
    let mutated = (0..corpus.len(), changes).prop_map(|(at, changes)| {
        changes.iter().fold(corpus[at].clone(), |text, change| changed(&text, *change, corpus))
    });
    if let Err(failure) =
        TestRunner::new(Config { cases, ..config }).run(&mutated, |text| law(&text))
    {
        panic!("{failure}");
    }
}

/// A message is there, in words, and on lines of a size that can be read.
pub(crate) fn check_message(message: &str) -> TestCaseResult {
    prop_assert!(message.chars().any(char::is_alphabetic), "no words: {message:?}");
    Ok(())
}
