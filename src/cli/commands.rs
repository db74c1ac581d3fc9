//! One file per verb: read, call a study, write.

pub mod answer;
pub mod breakeven;
pub mod bridge;
pub mod cashflow;
pub mod catalog;
pub mod claims;
pub mod compare;
pub mod completions;
pub mod explain;
pub mod init;
pub mod optimize;
pub mod run;
pub mod sample;
pub mod schema;
pub mod sensitivity;
pub mod sweep;
pub mod tables;
pub mod timeline;
#[cfg(feature = "validation")]
pub mod validate;

use super::Failure;
use super::args::Changes;
use skyrack::report::search::Words;
use skyrack::scenario::tables::nearest_path;
use skyrack::scenario::{self, Scenario};
use skyrack::studies::decisions::chosen;
use skyrack::studies::evaluated::EvaluatedScenario;
use std::path::{Path, PathBuf};

/// Reads a scenario with changes on top.
///
/// # Errors
/// [`Failure::Input`] with every fault of the files.
pub fn read(name: &str, set: &[String]) -> Result<Scenario, Failure> {
    Ok(scenario::open(name, set)?)
}

/// Reads and evaluates a scenario with changes on top.
///
/// # Errors
/// [`Failure::Input`] with every fault of the files, or if the orbit does not exist.
pub fn subject(name: &str, set: &[String]) -> Result<EvaluatedScenario, Failure> {
    let scenario = read(name, set)?;
    let altitude =
        scenario.input("orbit.altitude").map_or_else(String::new, |input| input.written.clone());
    EvaluatedScenario::new(scenario).map_err(|error| {
        Failure::Input(format!(
            "error[orbit]: no such orbit: {error}\n  = note: `orbit.altitude` is {altitude}; a \
                sun-synchronous orbit exists below about 5 975 km\n  \
             = help: type `--set orbit.altitude='650 km'`, or `--set orbit.plane=inclined` for an \
             orbit that drifts\n"
        ))
    })
}

/// The changes of the command line, with what the rules of design chose where it is held.
///
/// # Errors
/// As [`subject`].
pub fn changes_of(name: &str, changes: &Changes) -> Result<Vec<String>, Failure> {
    let mut set = changes.set.clone();
    if changes.freeze {
        set.extend(chosen(&subject(name, &set)?));
    }
    Ok(set)
}

/// Reads and evaluates a scenario with the changes of the command line.
///
/// # Errors
/// As [`subject`].
pub fn subject_of(name: &str, changes: &Changes) -> Result<EvaluatedScenario, Failure> {
    subject(name, &changes_of(name, changes)?)
}

/// Folder that results go to unless the command line names one.
pub fn output_folder(chosen: Option<&PathBuf>, name: &str) -> PathBuf {
    let stem =
        Path::new(name).file_stem().map_or_else(|| name.into(), std::ffi::OsStr::to_os_string);
    chosen.cloned().unwrap_or_else(|| Path::new("out").join(stem))
}

/// Files of charts that an earlier run may have left and this one does not draw.
pub fn stale(all: &[&str], drawn: &[&str]) -> Vec<String> {
    let gone = all.iter().filter(|name| !drawn.contains(name));
    gone.flat_map(|name| ["png", "csv", "json"].map(|ending| format!("{name}.{ending}"))).collect()
}

/// The refusal of a filter that keeps nothing.
pub fn nothing_fits<'n>(
    what: &str,
    filter: &str,
    known: impl Iterator<Item = &'n str> + Clone,
) -> Failure {
    let lines = nearest_path(filter, known).map_or_else(
        || {
            format!(
                "  = help: `skyrack {what}s --search WORDS` looks for words in all that is said \
            of {what}s\n"
            )
        },
        |near| format!("  = help: did you mean `{near}`?\n"),
    );
    Failure::Input(format!("error[filter]: no {what} contains `{filter}`\n{lines}"))
}

/// The refusal of words that no row holds together.
pub fn nothing_found(what: &str, words: &Words, rows: &[Vec<&str>]) -> Failure {
    let notes = words.reasons(rows).into_iter().map(|why| format!("  = note: {why}\n"));
    let notes: String = notes.collect();
    Failure::Input(format!(
        "error[search]: no {what} holds all of `{}`\n{notes}  = help: leave a word out, or type a \
            part of it\n",
        words.said()
    ))
}

/// Splits `PATH=VALUE`.
///
/// # Errors
/// [`Failure::Input`] if there is no `=`.
pub fn split_assignment<'t>(
    text: &'t str,
    flag: &str,
    example: &str,
) -> Result<(&'t str, &'t str), Failure> {
    text.split_once('=').map(|(path, value)| (path.trim(), value.trim())).ok_or_else(|| {
        Failure::Input(format!(
            "error[usage]: expected `PATH=VALUE` after `{flag}`, found \
            `{text}`\n  = help: type `{flag} {example}`\n"
        ))
    })
}
