//! One text of a scenario becomes entries with positions; keys are checked against the tables.

use std::ops::Range;
use std::sync::Arc;

use super::correlation;
use super::error::{Fault, ScenarioError, SourcePlace, SourceText};
use super::spot::Spot;
use super::syntax::{Content, Field, TomlNode, parse};
use super::tables::{Key, Tables, nearest, nearest_path};

/// The one format of scenario files.
const SCHEMA: &str = "1";
/// Keys that only describe.
const REMARKS: &[&str] = &["comment", "description", "author", "source", "date", "url"];
/// Keys of the scenario itself.
const OWN: &[&str] =
    &["schema", "title", "based_on", "price_year", "decisions", "free", "correlations", "claims"];

/// The word for decisions that are all stated.
const STATED: &str = "stated";

/// A path with its value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) path: String,
    pub(super) node: TomlNode,
    pub(super) text: Arc<SourceText>,
}

impl Entry {
    /// The place of the whole value.
    pub(super) fn place(&self) -> SourcePlace {
        self.place_of(self.node.span.clone())
    }

    pub(super) fn place_of(&self, span: Range<usize>) -> SourcePlace {
        SourcePlace { text: Arc::clone(&self.text), span }
    }
}

/// Entries of one text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Document {
    pub(super) title: Option<String>,
    pub(super) based_on: Option<Spot<String>>,
    pub(super) price_year: Option<Spot<u16>>,
    pub(super) inputs: Vec<Entry>,
    pub(super) references: Vec<Entry>,
    pub(super) pins: Vec<Entry>,
    /// Whether decisions that texts below this one leave open take their defaults.
    pub(super) has_stated_decisions: bool,
    pub(super) free: Option<Vec<Spot<String>>>,
    pub(super) correlations: Vec<Spot<super::Correlation>>,
    pub(super) claims: Vec<super::StatedClaim>,
}

/// Reads one text; faults are added to `errors`.
pub(super) fn read(
    text: &Arc<SourceText>,
    tables: &Tables<'_>,
    errors: &mut Vec<ScenarioError>,
) -> Document {
    let mut own = Vec::new();
    let tree = parse(text, &mut own);
    let mut reader =
        ScenarioReader { text, tables, errors: Vec::new(), document: Document::default() };
    if tree.fields.is_empty() && own.is_empty() {
        let place = SourcePlace { text: Arc::clone(text), span: 0..0 };
        let error = ScenarioError::new(Fault::Empty, Some(place))
            .label("write what differs from a scenario that exists")
            .help("write, for instance, `based_on = \"reference-2026\"`");
        errors.push(error);
        return reader.document;
    }
    for field in &tree.fields {
        reader.top(field);
    }
    let kept = reader.errors.into_iter().filter(|error| {
        let line = error.place.as_ref().map_or(0, SourcePlace::line);
        let unknown = matches!(error.fault, Fault::UnknownKey { .. } | Fault::UnknownTable { .. });
        let spurious = unknown && tree.broken_header;
        !spurious && !tree.broken_lines.contains(&line)
    });
    errors.extend(own);
    errors.extend(kept);
    let whole = |entry: &Entry| !tree.broken_lines.contains(&entry.place().line());
    reader.document.inputs.retain(whole);
    reader.document.references.retain(whole);
    reader.document.pins.retain(whole);
    reader.document
}

struct ScenarioReader<'r> {
    text: &'r Arc<SourceText>,
    tables: &'r Tables<'r>,
    errors: Vec<ScenarioError>,
    document: Document,
}

impl ScenarioReader<'_> {
    fn place(&self, span: &Range<usize>) -> SourcePlace {
        SourcePlace { text: Arc::clone(self.text), span: span.clone() }
    }

    fn entry(&self, path: String, node: &TomlNode) -> Entry {
        Entry { path, node: node.clone(), text: Arc::clone(self.text) }
    }

    /// Adds an entry; one path may be written in two ways, but not twice.
    fn add(&mut self, entry: &Entry, entries: impl Fn(&mut Document) -> &mut Vec<Entry>) {
        let entries = entries(&mut self.document);
        if entries.iter().any(|other| other.path == entry.path) {
            let fault = Fault::Duplicate { key: entry.path.clone() };
            let error = ScenarioError::new(fault, Some(entry.place())).key(&entry.path);
            self.errors
                .push(error.label("stated above already").help("remove one of the two lines"));
        } else {
            entries.push(entry.clone());
        }
    }

    fn wrong_type(&mut self, key: &str, wanted: &str, node: &TomlNode) {
        let fault =
            Fault::Type { key: key.to_owned(), wanted: wanted.to_owned(), found: node.words() };
        let place = self.place(&node.span);
        self.errors.push(
            ScenarioError::new(fault, Some(place))
                .key(key)
                .label(format!("this is {}", node.words())),
        );
    }

    fn text_of<'n>(&mut self, key: &str, node: &'n TomlNode) -> Option<&'n str> {
        if let Content::Text(text, _) = &node.content {
            return Some(text);
        }
        self.wrong_type(key, "a text in quotes", node);
        None
    }

    fn top(&mut self, field: &Field) {
        let node = &field.node;
        match field.name.as_str() {
            "schema" => self.schema(node),
            "title" => self.document.title = self.text_of("title", node).map(str::to_owned),
            "based_on" => {
                let place = self.place(&node.span);
                let name = self.text_of("based_on", node).map(str::to_owned);
                self.document.based_on = name.map(|value| Spot { value, place });
            }
            "price_year" => {
                self.document.price_year =
                    price_year(self.text, node).map_err(|error| self.errors.push(*error)).ok();
            }
            "decisions" => self.decisions(node),
            "free" => self.free(node),
            "correlations" => {
                self.document.correlations =
                    correlation::read(self.text, node, self.tables, &mut self.errors);
            }
            "pin" => match &node.content {
                Content::Table(fields) => self.pins("", fields),
                _ => self.wrong_type("pin", "a table", node),
            },
            "claims" => match &node.content {
                Content::Table(fields) => self.claims(fields),
                _ => self.wrong_type("claims", "a table", node),
            },
            name if REMARKS.contains(&name) && !matches!(node.content, Content::Table(_)) => {
                if !matches!(node.content, Content::Day(_)) {
                    self.text_of(name, node);
                }
            }
            _ => self.field("", field),
        }
    }

    fn claims(&mut self, fields: &[Field]) {
        for field in fields {
            let key = format!("claims.{}", field.name);
            let condition = self.text_of(&key, &field.node).map(str::to_owned);
            let name = field.name.clone();
            let place = self.place(&field.node.span);
            let claim = condition.map(|condition| super::StatedClaim { name, condition, place });
            self.document.claims.extend(claim);
        }
    }

    fn schema(&mut self, node: &TomlNode) {
        let Content::Number(number) = &node.content else {
            return self.wrong_type("schema", "the number 1", node);
        };
        if number != SCHEMA {
            let error = ScenarioError::new(
                Fault::Schema { found: number.clone() },
                Some(self.place(&node.span)),
            )
            .key("schema")
            .label("written for another version of skyrack")
            .help("write")
            .patch(node.span.clone(), SCHEMA);
            self.errors.push(error);
        }
    }

    fn decisions(&mut self, node: &TomlNode) {
        match self.text_of("decisions", node).map(str::trim) {
            Some(STATED) => self.document.has_stated_decisions = true,
            Some(word) => {
                let place = self.place(&node.span);
                let fault = Fault::Choice { key: "decisions".to_owned(), found: word.to_owned() };
                let error = ScenarioError::new(fault, Some(place))
                    .key("decisions")
                    .label("takes the defaults of all decisions that no line states, or nothing")
                    .help("to leave one decision open, write `\"auto\"` as its value; else write")
                    .patch(node.span.clone(), format!("\"{STATED}\""));
                self.errors.push(error);
            }
            None => {}
        }
    }

    fn free(&mut self, node: &TomlNode) {
        let Content::List(items) = &node.content else {
            return self.wrong_type("free", "a list of keys such as `[\"orbit.altitude\"]`", node);
        };
        let mut free = Vec::new();
        for item in items {
            let Some(path) = self.text_of("free", item) else { continue };
            let place = self.place(&item.span);
            if self.tables.input(path).is_none() {
                let error = unknown_free(path, place, self.tables);
                self.errors.push(error);
                continue;
            }
            free.push(Spot { value: path.to_owned(), place });
        }
        self.document.free = Some(free);
    }

    /// A field of a table whose path is `table`.
    fn field(&mut self, table: &str, field: &Field) {
        let path = join(table, &field.name);
        if self.tables.input(&path).is_some() {
            let entry = self.entry(path, &field.node);
            self.add(&entry, |document| &mut document.inputs);
        } else if self.tables.catalog.group(&path).is_some() {
            let entry = self.entry(path, &field.node);
            self.add(&entry, |document| &mut document.references);
        } else if let (Content::Table(fields), true) = (&field.node.content, self.leads(&path)) {
            for inner in fields {
                self.field(&path, inner);
            }
        } else {
            let error = self.unknown(table, &path, field);
            self.errors.push(error);
        }
    }

    /// Whether some key lies below this path.
    fn leads(&self, path: &str) -> bool {
        self.tables
            .keys()
            .any(|key| key.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')))
    }

    fn pins(&mut self, table: &str, fields: &[Field]) {
        for field in fields {
            let path = join(table, &field.name);
            let value = !matches!(field.node.content, Content::Table(_));
            if self.tables.pin(&path).is_some() {
                let entry = self.entry(path, &field.node);
                self.add(&entry, |document| &mut document.pins);
            } else if let (Content::Table(inner), false) = (&field.node.content, value) {
                self.pins(&path, inner);
            } else {
                let place = self.place(&field.name_span);
                let error = unknown_pin(&path, place, self.tables);
                self.errors.push(error);
            }
        }
    }

    fn unknown(&self, table: &str, path: &str, field: &Field) -> ScenarioError {
        let place = self.place(&field.name_span);
        if table.is_empty() && matches!(field.node.content, Content::Table(_)) {
            return self.unknown_table(path, place, &field.name_span);
        }
        unknown_key(path, place, &field.node, self.tables)
    }

    fn unknown_table(&self, table: &str, place: SourcePlace, span: &Range<usize>) -> ScenarioError {
        let mut known: Vec<&str> = self.tables.inputs.iter().map(Key::table).collect();
        known.push("pin");
        known.dedup();
        let error =
            ScenarioError::new(Fault::UnknownTable { table: table.to_owned() }, Some(place));
        match nearest(table, known.iter().copied()) {
            Some(near) => error
                .label(format!("did you mean `{near}`?"))
                .help("write")
                .patch(span.clone(), near),
            None => {
                error.label("no key begins so").note(format!("tables: {}", list(known.into_iter())))
            }
        }
    }
}

/// The error of a key that is neither input nor reference.
pub(super) fn unknown_key(
    path: &str,
    place: SourcePlace,
    node: &TomlNode,
    tables: &Tables<'_>,
) -> ScenarioError {
    let span = place.span.clone();
    if tables.computed.contains(&path) {
        return computed(path, place, node, tables);
    }
    let error =
        ScenarioError::new(Fault::UnknownKey { key: path.to_owned() }, Some(place)).key(path);
    let (table, name) = path.rsplit_once('.').unwrap_or(("", path));
    let own = OWN.iter().copied().filter(|_| table.is_empty());
    let beside = |key: &&str| key.rsplit_once('.').map_or("", |(table, _)| table) == table;
    let here: Vec<&str> = tables.keys().filter(beside).collect();
    let in_table = here.iter().map(|key| last(key)).chain(own);
    if let Some(near) = nearest(name, in_table) {
        let error = error.label(format!("did you mean `{near}`?"));
        let written = if span.len() == name.len() { near.to_owned() } else { join(table, near) };
        return error.help("write").patch(span, written);
    }
    let elsewhere: Vec<&str> = tables.keys().filter(|key| last(key) == name).collect();
    let near = match elsewhere.as_slice() {
        [] => {
            nearest_path(path, tables.keys().collect::<Vec<_>>().into_iter()).into_iter().collect()
        }
        _ => elsewhere,
    };
    let error = match near.as_slice() {
        [] => error.label("not a key of this program"),
        near => error.label(format!("did you mean {}?", list(near.iter().copied()))),
    };
    if here.is_empty() {
        return error.help("`skyrack inputs` lists all keys");
    }
    error.note(format!("keys of `{table}`: {}", list(here.iter().map(|key| last(key)))))
}

/// Metrics that an input states, each with that input.
const STATED_BY: [(&str, &str); 3] = [
    ("launch.payload", "launch.capacity"),
    ("launch.price_per_launch", "launch.flight_price"),
    ("launch.price_per_mass", "launch.price"),
];

fn computed(path: &str, place: SourcePlace, node: &TomlNode, tables: &Tables<'_>) -> ScenarioError {
    let fault = Fault::Computed { key: path.to_owned() };
    let error = ScenarioError::new(fault, Some(place)).key(path).label("follows from the inputs");
    let error = match STATED_BY.iter().find(|(metric, _)| *metric == path) {
        Some((_, input)) => error.note(format!("or state `{input}`, from which it follows")),
        None => error,
    };
    match tables.pin(path) {
        Some(key) => {
            let value = match &node.content {
                Content::Text(text, _) => text.clone(),
                _ => format!("... {}", key.unit),
            };
            error.help(format!(
                "to fix what an analysis assumed, write under `[pin]`: `\"{path}\" = \"{value}\"`"
            ))
        }
        None => error.help(format!("`skyrack explain {path} SCENARIO` shows what it follows from")),
    }
}

fn unknown_free(path: &str, place: SourcePlace, tables: &Tables<'_>) -> ScenarioError {
    let span = place.span.clone();
    let error = ScenarioError::new(Fault::Free { path: path.to_owned() }, Some(place)).key("free");
    if tables.computed.contains(&path) {
        return error.label("the model computes it");
    }
    match nearest_path(path, tables.inputs.iter().map(|key| key.path)) {
        Some(near) => error
            .label(format!("did you mean `{near}`?"))
            .help("write")
            .patch(span, format!("\"{near}\"")),
        None => error.label("no such key").help("`skyrack inputs` lists all keys"),
    }
}

/// The error of a path that cannot be pinned.
pub(super) fn unknown_pin(path: &str, place: SourcePlace, tables: &Tables<'_>) -> ScenarioError {
    let span = place.span.clone();
    let error = ScenarioError::new(Fault::Pin { path: path.to_owned() }, Some(place)).key(path);
    let pinnable =
        || format!("what can be pinned: {}", list(tables.pins.iter().map(|key| key.path)));
    if tables.input(path).is_some() {
        return error.label("this is an input").help(format!("state `{path}` outside of `[pin]`"));
    }
    if tables.computed.contains(&path) {
        return error.label("the model computes it from what can be pinned").note(pinnable());
    }
    match nearest(path, tables.pins.iter().map(|key| key.path)) {
        Some(near) => error
            .label(format!("did you mean `{near}`?"))
            .help("write")
            .patch(span, format!("\"{near}\"")),
        None => error.label("no such quantity").note(pinnable()),
    }
}

/// Reads `price_year`.
pub(super) fn price_year(
    text: &Arc<SourceText>,
    node: &TomlNode,
) -> Result<Spot<u16>, Box<ScenarioError>> {
    let place = SourcePlace { text: Arc::clone(text), span: node.span.clone() };
    let written = match &node.content {
        Content::Number(number) | Content::Text(number, _) => number.clone(),
        _ => String::new(),
    };
    match written.trim().parse::<u16>() {
        Ok(value) if (1950..=2100).contains(&value) => Ok(Spot { value, place }),
        _ => {
            let found =
                if written.is_empty() { node.words().to_owned() } else { format!("`{written}`") };
            let error = ScenarioError::new(Fault::PriceYear { found }, Some(place))
                .key("price_year")
                .label("the year of every money output, 1950 to 2100");
            Err(Box::new(error))
        }
    }
}

fn join(table: &str, name: &str) -> String {
    if table.is_empty() { name.to_owned() } else { format!("{table}.{name}") }
}

fn last(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(_, name)| name)
}

/// Columns of a list before it goes on in the next line.
const LIST_WIDTH: usize = 80;

/// Names in backticks, joined by commas, in lines.
pub(super) fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut text = String::new();
    let mut column = 0;
    for name in names {
        if !text.is_empty() {
            text.push_str(if column > LIST_WIDTH { ",\n" } else { ", " });
            column = if column > LIST_WIDTH { 0 } else { column };
        }
        text.push('`');
        text.push_str(name);
        text.push('`');
        column += name.len() + 4;
    }
    text
}
