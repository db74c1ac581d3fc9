//! TOML text becomes a tree with positions; faults of syntax become errors that say what to type.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::{Fault, ScenarioError, SourcePlace, SourceText};

/// A value as written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TomlNode {
    pub(super) content: Content,
    /// Bytes of the value with its quotes.
    pub(super) span: Range<usize>,
}

/// Kind of a value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    /// Text, and where it begins if it stands in the file as it is, without escapes.
    Text(String, Option<usize>),
    /// A number as written.
    Number(String),
    /// A day or time as written.
    Day(String),
    Truth,
    List(Vec<TomlNode>),
    Table(Vec<Field>),
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) name_span: Range<usize>,
    pub(super) node: TomlNode,
}

impl TomlNode {
    /// Its kind with an article, for messages.
    pub(super) const fn words(&self) -> &'static str {
        match self.content {
            Content::Text(..) => "a text",
            Content::Number(_) => "a number",
            Content::Day(_) => "a date",
            Content::Truth => "true or false",
            Content::List(_) => "a list",
            Content::Table(_) => "a table",
        }
    }

    /// Bytes of a piece of its text; all of the value if the text is escaped.
    pub(super) fn piece(&self, span: &Range<usize>) -> Range<usize> {
        match self.content {
            Content::Text(_, Some(start)) => start + span.start..start + span.end,
            _ => self.span.clone(),
        }
    }
}

/// The fields of a text and whether a table header in it is broken.
pub(super) struct Tree {
    pub(super) fields: Vec<Field>,
    pub(super) broken_lines: Vec<usize>,
    pub(super) broken_header: bool,
}

/// Reads TOML; faults of syntax are added to `errors`, one a line.
pub(super) fn parse(text: &Arc<SourceText>, errors: &mut Vec<ScenarioError>) -> Tree {
    let content = text.content.as_str();
    let (table, faults) = DeTable::parse_recoverable(content);
    let mut tree = Tree {
        fields: fields(table.get_ref(), content),
        broken_lines: Vec::new(),
        broken_header: false,
    };
    for fault in &faults {
        let span = fault.span().unwrap_or(0..0);
        let place = SourcePlace { text: Arc::clone(text), span: span.clone() };
        let line = place.line();
        if tree.broken_lines.contains(&line) {
            continue;
        }
        tree.broken_lines.push(line);
        let (start, written) = line_at(content, span.start);
        tree.broken_header |= written.trim_start().starts_with('[');
        errors.push(syntax_error(fault.message(), place, start, written));
    }
    tree
}

/// Reads one inline value such as `{ value = "650 km" }` that begins at byte `start` of a text.
pub(super) fn inline(text: &Arc<SourceText>, start: usize) -> Result<TomlNode, Box<ScenarioError>> {
    const KEY: &str = "x = ";
    let value = &text.content[start..];
    let document = format!("{KEY}{value}");
    let shift = |span: Range<usize>| {
        let move_to =
            |at: usize| (at + start).saturating_sub(KEY.len()).clamp(start, text.content.len());
        move_to(span.start)..move_to(span.end)
    };
    match DeTable::parse(&document) {
        Ok(table) => {
            let mut fields = fields(table.get_ref(), &document);
            let mut node = fields.pop().map_or(
                TomlNode { content: Content::Table(Vec::new()), span: KEY.len()..document.len() },
                |field| field.node,
            );
            shift_node(&mut node, &shift);
            Ok(node)
        }
        Err(error) => {
            let span = shift(error.span().unwrap_or(KEY.len()..KEY.len()));
            let fault = Fault::Toml { message: plain(error.message()) };
            Err(Box::new(ScenarioError::new(
                fault,
                Some(SourcePlace { text: Arc::clone(text), span }),
            )))
        }
    }
}

fn shift_node(node: &mut TomlNode, shift: &impl Fn(Range<usize>) -> Range<usize>) {
    node.span = shift(node.span.clone());
    match &mut node.content {
        Content::Text(_, Some(start)) => *start = shift(*start..*start).start,
        Content::List(nodes) => nodes.iter_mut().for_each(|node| shift_node(node, shift)),
        Content::Table(fields) => {
            for field in fields {
                field.name_span = shift(field.name_span.clone());
                shift_node(&mut field.node, shift);
            }
        }
        _ => {}
    }
}

fn fields(table: &DeTable<'_>, source: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = table
        .iter()
        .map(|(name, value)| Field {
            name: name.get_ref().to_string(),
            name_span: name.span(),
            node: node(value, source),
        })
        .collect();
    fields.sort_by_key(|field| field.name_span.start);
    fields
}

fn node(value: &Spanned<DeValue<'_>>, source: &str) -> TomlNode {
    let span = value.span();
    let content = match value.get_ref() {
        DeValue::String(text) => {
            let written = source.get(span.clone()).unwrap_or_default();
            let quoted = written.get(1..written.len().saturating_sub(1)) == Some(text.as_ref());
            Content::Text(text.to_string(), quoted.then_some(span.start + 1))
        }
        DeValue::Integer(number) => Content::Number(number.to_string()),
        DeValue::Float(number) => Content::Number(number.to_string()),
        DeValue::Boolean(_) => Content::Truth,
        DeValue::Datetime(day) => Content::Day(day.to_string()),
        DeValue::Array(values) => {
            Content::List(values.iter().map(|value| node(value, source)).collect())
        }
        DeValue::Table(table) => Content::Table(fields(table, source)),
    };
    TomlNode { content, span }
}

/// Start and text of the line that holds a byte.
fn line_at(content: &str, at: usize) -> (usize, &str) {
    let at = at.min(content.len());
    let start = content.as_bytes()[..at]
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |newline| newline + 1);
    let end = content.as_bytes()[at..]
        .iter()
        .position(|&byte| byte == b'\n')
        .map_or(content.len(), |next| at + next);
    (start, content.get(start..end).unwrap_or_default())
}

/// The error of one fault of syntax.
fn syntax_error(message: &str, place: SourcePlace, line_start: usize, line: &str) -> ScenarioError {
    let text = &place.text.content;
    if message == "duplicate key" {
        let key = text.get(place.span.clone()).unwrap_or_default().to_owned();
        let header = line.trim_start().starts_with('[');
        let help = if header {
            format!("put the keys of both into one `[{key}]`")
        } else {
            "remove one of the two lines".to_owned()
        };
        return ScenarioError::new(Fault::Duplicate { key }, Some(place))
            .label("stated above already")
            .help(help);
    }
    if let Some((span, value)) = unquoted(line_start, line) {
        let place = SourcePlace { text: Arc::clone(&place.text), span: span.clone() };
        if value.is_empty() {
            let fault = Fault::Toml { message: "a key without a value".to_owned() };
            return ScenarioError::new(fault, Some(place)).label("a value is missing here");
        }
        let fault = Fault::Unquoted { value: value.to_owned() };
        return ScenarioError::new(fault, Some(place))
            .label("quotes are missing")
            .help("write")
            .patch(span, format!("\"{value}\""));
    }
    let label = match message.split_once(", expected ") {
        Some((_, expected)) if !expected.contains(", ") => format!("expected {expected} here"),
        _ => String::new(),
    };
    ScenarioError::new(Fault::Toml { message: plain(message) }, Some(place)).label(label)
}

/// What the parser says, in words of a reader.
fn plain(message: &str) -> String {
    let what = message.split(", expected ").next().unwrap_or(message);
    match what {
        "invalid basic string" | "invalid literal string" => "a text is not closed",
        "unclosed table" => "a table header is not closed",
        "unclosed inline table" => "an inline table is not closed",
        "unclosed array" => "a list is not closed",
        "key with no value" => "a key without `=` and value",
        other => other,
    }
    .to_owned()
}

/// The bytes and text of a bare value after `key =`, if the line has one.
fn unquoted(line_start: usize, line: &str) -> Option<(Range<usize>, &str)> {
    let (key, rest) = line.split_once('=')?;
    if key.contains(['#', '{']) || key.trim_start().starts_with('[') || key.trim().is_empty() {
        return None;
    }
    let bare = rest.split('#').next().unwrap_or_default().trim_end();
    let value = bare.trim_start();
    if value.starts_with(['"', '\'', '[', '{']) || value.ends_with(['"', '\'']) {
        return None;
    }
    let start = line_start + key.len() + 1 + (bare.len() - value.len());
    Some((start..start + value.len(), value))
}
