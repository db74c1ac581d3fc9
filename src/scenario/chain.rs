//! A scenario and all that it is based on.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::error::{Fault, ScenarioError, SourcePlace, SourceText};
use super::read::{Document, list, read as read_document};
use super::source::{EMBEDDED, Files, embedded};
use super::tables::{Tables, nearest};

/// No scenario is based on more than this many others.
const LENGTH_LIMIT: usize = 32;

/// One text with what it states.
pub(super) struct Layer {
    pub(super) text: Arc<SourceText>,
    pub(super) document: Document,
}

/// The layers, the most basic first.
pub(super) struct Chain {
    pub(super) layers: Vec<Layer>,
    /// Name of the scenario that was asked for.
    pub(super) file: String,
    /// Its title, if it has none of its own.
    pub(super) stem: String,
    /// Position of the layer that was asked for.
    pub(super) asked: Option<usize>,
}

impl Chain {
    /// Puts a layer on top.
    pub(super) fn push(&mut self, text: Arc<SourceText>, document: Document) {
        self.layers.push(Layer { text, document });
    }

    /// The texts in the order of messages: what was asked for first, then what it is based on, then
    /// overrides.
    pub(super) fn order(&self) -> Vec<Arc<SourceText>> {
        let files = self.asked.map_or(0, |asked| asked + 1).min(self.layers.len());
        let (below, above) = self.layers.split_at(files);
        below.iter().rev().chain(above).map(|layer| Arc::clone(&layer.text)).collect()
    }
}

/// Where a scenario lies.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Home {
    File(PathBuf),
    Program(String),
}

impl Home {
    fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Program(name) => format!("{name} (built in)"),
        }
    }
}

/// Reads a scenario and its parents; faults are added to `errors`.
pub(super) fn read(
    scenario: &str,
    files: &dyn Files,
    tables: &Tables<'_>,
    errors: &mut Vec<ScenarioError>,
) -> Chain {
    let mut chain =
        Chain { layers: Vec::new(), file: scenario.to_owned(), stem: stem(scenario), asked: None };
    let mut next = match first(scenario, files) {
        Ok(found) => Some(found),
        Err(error) => {
            errors.push(*error);
            None
        }
    };
    let mut homes: Vec<Home> = Vec::new();
    while let Some((home, content)) = next.take() {
        if let (true, Home::Program(_)) = (homes.is_empty(), &home) {
            chain.file = home.name();
        }
        let text = Arc::new(SourceText { name: home.name(), content });
        let document = read_document(&text, tables, errors);
        let based_on = document.based_on.clone();
        chain.layers.push(Layer { text, document });
        homes.push(home);
        let Some(parent) = based_on else { break };
        match find_parent(&parent.value, &homes, files) {
            Ok(found) => next = Some(found),
            Err(fault) => errors.push(parent_error(*fault, &parent.value, &homes, parent.place)),
        }
    }
    chain.layers.reverse();
    chain.asked = chain.layers.len().checked_sub(1);
    chain
}

fn stem(scenario: &str) -> String {
    let stem = Path::new(scenario).file_stem().and_then(|stem| stem.to_str());
    stem.unwrap_or(scenario).to_owned()
}

/// The scenario that was asked for: a file, else one of the program.
fn first(scenario: &str, files: &dyn Files) -> Result<(Home, String), Box<ScenarioError>> {
    let path = normal(Path::new(scenario));
    let fail = |fault| Box::new(ScenarioError::new(fault, None));
    match files.read(&path) {
        Ok(bytes) => {
            let content = utf8(bytes, scenario)?;
            Ok((Home::File(path), content))
        }
        Err(error)
            if error.kind() == std::io::ErrorKind::NotFound || embedded(scenario).is_some() =>
        {
            if let Some(text) = embedded(scenario) {
                return Ok((Home::Program(scenario.to_owned()), text.to_owned()));
            }
            let with_ending = normal(Path::new(&format!("{scenario}.toml")));
            if let Ok(bytes) = files.read(&with_ending) {
                let content = utf8(bytes, scenario)?;
                return Ok((Home::File(with_ending), content));
            }
            let mut error = fail(Fault::NoScenario { name: scenario.to_owned() });

            if let Some(near) = near(scenario) {
                error.help = Some(format!("did you mean `{near}`?"));
            }
            error.notes.push("no such file, and no such scenario in the program".to_owned());
            error.notes.push(listing(scenario));
            Err(error)
        }
        Err(error) => {
            Err(fail(Fault::Unreadable { name: scenario.to_owned(), reason: error.to_string() }))
        }
    }
}

/// Why there is no parent.
enum ParentFault {
    Missing,
    Cycle(Vec<String>),
    TooLong,
    Unreadable { name: String, reason: String },
    NotUtf8(Box<ScenarioError>),
}

/// The parent of the last of `homes`: beside it, else in the program.
fn find_parent(
    name: &str,
    homes: &[Home],
    files: &dyn Files,
) -> Result<(Home, String), Box<ParentFault>> {
    if homes.len() >= LENGTH_LIMIT {
        return Err(Box::new(ParentFault::TooLong));
    }
    let mut cycle = None;
    for home in candidates(name, homes.last()) {
        if let Some(at) = homes.iter().position(|known| *known == home) {
            let mut names: Vec<String> = homes[at..].iter().map(Home::name).collect();
            names.push(home.name());
            cycle = cycle.or(Some(names));
            continue;
        }
        match &home {
            Home::File(path) => match files.read(path) {
                Ok(bytes) => {
                    let content = utf8(bytes, &home.name())
                        .map_err(|error| Box::new(ParentFault::NotUtf8(error)))?;
                    return Ok((home, content));
                }
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => {
                    let (name, reason) = (home.name(), error.to_string());
                    return Err(Box::new(ParentFault::Unreadable { name, reason }));
                }
            },
            Home::Program(known) => {
                if let Some(text) = embedded(known) {
                    return Ok((home.clone(), text.to_owned()));
                }
            }
        }
    }
    Err(Box::new(cycle.map_or(ParentFault::Missing, ParentFault::Cycle)))
}

/// Where a parent may lie, in the order of the search.
fn candidates(name: &str, child: Option<&Home>) -> Vec<Home> {
    let bare = name.strip_suffix(".toml").unwrap_or(name);
    let mut homes = Vec::new();
    match child {
        Some(Home::File(path)) => {
            let folder = path.parent().unwrap_or_else(|| Path::new(""));
            homes.push(Home::File(normal(&folder.join(format!("{bare}.toml")))));
            if bare == name {
                homes.push(Home::File(normal(&folder.join(name))));
            }
        }
        Some(Home::Program(child)) => {
            if let Some((folder, _)) = child.rsplit_once('/') {
                homes.push(Home::Program(format!("{folder}/{bare}")));
            }
        }
        None => {}
    }
    homes.push(Home::Program(bare.to_owned()));
    homes
}

/// The path without `.` and with `..` taken back, so that one file has one name.
fn normal(path: &Path) -> PathBuf {
    let mut parts = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(parts.components().next_back(), Some(Component::Normal(_))) =>
            {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts
}

fn names() -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().map(|(name, _)| *name)
}

/// The scenario of the program that was likely meant: by its whole name, else by its last part.
fn near(name: &str) -> Option<&'static str> {
    let stem = stem(name);
    let last = |known: &'static str| known.rsplit('/').next().unwrap_or(known);
    let whole = nearest(name.strip_suffix(".toml").unwrap_or(name), names());
    whole.or_else(|| {
        let meant = nearest(&stem, names().map(last))?;
        names().find(|known| last(known) == meant)
    })
}

/// The scenarios of the program, or how to list them where one is near.
fn listing(name: &str) -> String {
    match near(name) {
        Some(_) => "`skyrack catalog scenarios` lists the scenarios in the program".to_owned(),
        None => format!("scenarios in the program: {}", list(names())),
    }
}

fn parent_error(
    fault: ParentFault,
    name: &str,
    homes: &[Home],
    place: SourcePlace,
) -> ScenarioError {
    let missing = Fault::NoParent { name: name.to_owned() };
    match fault {
        ParentFault::NotUtf8(error) => *error,
        ParentFault::Unreadable { name, reason } => {
            ScenarioError::new(Fault::Unreadable { name, reason }, Some(place))
                .key("based_on")
                .label("this file")
        }
        ParentFault::Cycle(names) => ScenarioError::new(Fault::Cycle, Some(place))
            .key("based_on")
            .label("closes the circle")
            .note(names.join(" -> ")),
        ParentFault::TooLong => ScenarioError::new(Fault::Cycle, Some(place))
            .key("based_on")
            .label(format!("more than {LENGTH_LIMIT} scenarios deep")),
        ParentFault::Missing => {
            let span = place.span.clone();
            let beside = match homes.last() {
                Some(Home::File(_)) => {
                    "no such file beside this one, and no such scenario in the program"
                }
                _ => "no such scenario in the program",
            };
            let error = ScenarioError::new(missing, Some(place)).key("based_on");
            let error = match nearest(name, names()) {
                Some(near) => error
                    .label(format!("did you mean `{near}`?"))
                    .help("write")
                    .patch(span, format!("\"{near}\"")),
                None => error.label("not found"),
            };
            error.note(beside).note(listing(name))
        }
    }
}

/// The text of a file, without the mark that some editors put first.
fn utf8(bytes: Vec<u8>, name: &str) -> Result<String, Box<ScenarioError>> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned)),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let content = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let text = Arc::new(SourceText { name: name.to_owned(), content });
            let place = SourcePlace { text, span: valid..valid + '\u{fffd}'.len_utf8() };
            let error = ScenarioError::new(Fault::NotUtf8, Some(place))
                .label("the first byte that is no text")
                .help("save the file as UTF-8");
            Err(Box::new(error))
        }
    }
}
