//! The tables of the model and the catalog: inputs, metrics, sourced parameters, shipped scenarios.

use super::search::Words;
use crate::catalog::{Catalog, ReferenceGroup, Row, Stated};
use crate::provenance::Confidence;
use crate::scenario::EMBEDDED;
use crate::studies::table::{Cell, Column, Table};
use crate::system::formula;
use crate::system::inputs::{INPUTS, Input};
use crate::system::metrics::{METRICS, Metric};
use crate::system::pins::{Pin, pin};
use crate::system::value::Form;
use crate::units::format::{format_number, with_price_year};
use serde::Serialize;

/// Which rows of a table are kept.
#[derive(Debug, Clone, Copy)]
pub struct Sieve<'s> {
    /// Text that path or meaning contains.
    pub filter: &'s str,
    /// Words that stand in the row.
    pub words: &'s Words,
}

impl Sieve<'_> {
    /// Whether path or meaning contains the text.
    pub fn fits(&self, path: &str, meaning: &str) -> bool {
        let filter = self.filter.to_lowercase();
        [path, meaning].iter().any(|text| text.to_lowercase().contains(&filter))
    }

    fn input(&self, catalog: &Catalog, input: &'static Input) -> bool {
        self.fits(input.path, input.meaning) && self.words.stand_in(&input_texts(catalog, input))
    }

    fn metric(&self, metric: &'static Metric) -> bool {
        self.fits(metric.path, metric.meaning) && self.words.stand_in(&metric_texts(metric))
    }
}

/// What is said about an input, and about the row that its default is read from.
pub fn input_texts<'c>(catalog: &'c Catalog, input: &'static Input) -> Vec<&'c str> {
    let mut texts = vec![input.path, unit(input), input.meaning, input.default];
    texts.extend(catalog.row(input.default).into_iter().flat_map(row_texts));
    texts
}

/// Search text of a metric.
pub fn metric_texts(metric: &'static Metric) -> Vec<&'static str> {
    vec![metric.path, metric.unit, metric.meaning, metric.formula]
}

/// Search text of a row of the catalog.
pub fn row_texts(row: &Row) -> Vec<&str> {
    let words = row.text().unwrap_or("");
    let source = &row.source;
    vec![
        row.kind,
        &row.id,
        &row.name,
        &row.quantity,
        &row.unit,
        words,
        &source.title,
        &source.date,
        row.confidence.word(),
        &row.note,
    ]
}

/// What is said about a built-in scenario: its name and first comment line.
pub fn scenario_texts(name: &'static str, text: &'static str) -> Vec<&'static str> {
    vec!["scenarios", name, what_it_is(text)]
}

fn what_it_is(text: &'static str) -> &'static str {
    text.lines().next().unwrap_or("").trim_start_matches("# What it is:").trim()
}

fn range(input: &Input) -> String {
    match input.form {
        Form::Quantity => {
            format!("{} to {}", format_number(input.low, 6), format_number(input.high, 6))
        }
        Form::Choice(names) => names.join(", "),
        Form::Date => "1950-01-01 to 2100-12-31".to_owned(),
    }
}

/// The default as its row states it, a star behind an assumption.
fn default(catalog: &Catalog, input: &Input) -> String {
    let Some(row) = catalog.row(input.default) else { return String::new() };
    let star = if row.confidence == Confidence::Assumption { " *" } else { "" };
    format!("{}{star}", stated(row))
}

/// The unit of a row as it is typed: money names its year.
fn unit_of_row(row: &Row) -> String {
    row.currency_year.map_or_else(|| row.unit.clone(), |year| with_price_year(&row.unit, year))
}

fn stated(row: &Row) -> String {
    match &row.stated {
        Stated::Text(text) => text.clone(),
        Stated::Number { nominal, .. } => {
            let number = format_number(*nominal, 6);
            if row.unit == "1" { number } else { format!("{number} {}", unit_of_row(row)) }
        }
    }
}

/// The inputs: key, unit, range, default, sentence; then the references to the catalog, each with
/// its entries and what they fill.
pub fn inputs_table(catalog: &Catalog, sieve: Sieve<'_>) -> Table {
    let columns = ["input", "default", "unit", "range", "meaning"].map(Column::words).to_vec();
    let mut table = Table::new("inputs; * marks a default that is an assumption", columns);
    for input in INPUTS.iter().filter(|input| sieve.input(catalog, input)) {
        table.push(vec![
            Cell::text(input.path),
            Cell::text(default(catalog, input)),
            Cell::text(unit(input)),
            Cell::text(range(input)),
            Cell::text(input.meaning.trim()),
        ]);
    }
    for group in references(catalog, sieve) {
        table.push(vec![
            Cell::text(group.key.clone()),
            Cell::text(""),
            Cell::text("entry"),
            Cell::text(group.ids(catalog).join(", ")),
            Cell::text(filled(group)),
        ]);
    }
    table
}

/// The references to the catalog that are kept.
fn references<'c>(
    catalog: &'c Catalog,
    sieve: Sieve<'_>,
) -> impl Iterator<Item = &'c ReferenceGroup> {
    let fits = move |group: &&ReferenceGroup| {
        let meaning = filled(group);
        let mut texts = vec![group.key.as_str(), group.kind.as_str(), meaning.as_str()];
        texts.extend(group.ids(catalog));
        sieve.fits(&group.key, "") && sieve.words.stand_in(&texts)
    };
    catalog.groups().iter().filter(fits)
}

/// The sentence on a reference: which inputs its entry fills.
pub fn filled(group: &ReferenceGroup) -> String {
    format!("Entry of the catalog that fills {}.", group.inputs().join(", "))
}

fn unit(input: &Input) -> &'static str {
    match input.form {
        Form::Quantity => input.unit,
        Form::Choice(_) => "word",
        Form::Date => "day",
    }
}

/// One input or metric as programs read it.
#[derive(Debug, Serialize)]
pub struct Listed {
    path: String,
    unit: &'static str,
    meaning: String,
    default: Option<String>,
    #[serde(flatten)]
    of_input: Option<DefaultOf>,
    range: Option<String>,
    source: Option<String>,
    #[serde(flatten)]
    freedom: Option<Freedom>,
    pinnable: bool,
    live_in: Vec<String>,
}

/// Where the default of an input is read.
#[derive(Debug, Serialize)]
struct DefaultOf {
    default_address: &'static str,
    assumption: bool,
}

/// Date of the source of a default, and whether a fix may change the input.
#[derive(Debug, Serialize)]
struct Freedom {
    source_date: Option<String>,
    free: bool,
}

/// The inputs as programs read them.
pub fn inputs_json(catalog: &Catalog, sieve: Sieve<'_>) -> Vec<Listed> {
    let rows = INPUTS.iter().filter(|input| sieve.input(catalog, input)).map(|input| {
        let row = catalog.row(input.default);
        let live = METRICS
            .iter()
            .filter(|metric| formula::paths(metric.formula).contains(&input.path))
            .map(|metric| metric.path.to_owned())
            .collect();
        Listed {
            path: input.path.to_owned(),
            unit: unit(input),
            meaning: input.meaning.trim().to_owned(),
            default: row.map(stated),
            of_input: Some(DefaultOf {
                default_address: input.default,
                assumption: row.is_some_and(|row| row.confidence == Confidence::Assumption),
            }),
            range: Some(range(input)),
            source: row.map(|row| row.source.title.clone()),
            freedom: Some(Freedom {
                source_date: row.map(|row| row.source.date.clone()),
                free: input.free,
            }),
            pinnable: false,
            live_in: live,
        }
    });
    let references = references(catalog, sieve).map(|group| Listed {
        path: group.key.clone(),
        unit: "entry",
        meaning: filled(group),
        default: None,
        of_input: None,
        range: Some(group.ids(catalog).join(", ")),
        source: None,
        freedom: None,
        pinnable: false,
        live_in: group.inputs().into_iter().map(str::to_owned).collect(),
    });
    rows.chain(references).collect()
}

/// The metrics: path, unit, sentence, formula.
pub fn metrics_table(sieve: Sieve<'_>) -> Table {
    let columns = ["metric", "unit", "meaning and formula"].map(Column::words).to_vec();
    let mut table = Table::new("metrics", columns);
    for metric in METRICS.iter().filter(|metric| sieve.metric(metric)) {
        let pinned = if pin(metric.path).is_some() { " (can be pinned)" } else { "" };
        let formula = match metric.formula.strip_prefix('~') {
            Some(sentence) => sentence.trim().to_owned(),
            None => format!("= {}", metric.formula),
        };
        table.push(vec![
            Cell::text(metric.path),
            Cell::text(metric.unit),
            Cell::text(format!("{}{pinned} {formula}", metric.meaning.trim())),
        ]);
    }
    table
}

/// The metrics as programs read them.
pub fn metrics_json(sieve: Sieve<'_>) -> Vec<Listed> {
    let rows = METRICS.iter().filter(|metric| sieve.metric(metric)).map(|metric| {
        let pinned = pin(metric.path);
        let ends = |pin: &Pin| (format_number(pin.low, 6), format_number(pin.high, 6));
        Listed {
            path: metric.path.to_owned(),
            unit: metric.unit,
            meaning: metric.meaning.trim().to_owned(),
            default: None,
            of_input: None,
            range: pinned.map(ends).map(|(low, high)| format!("{low} to {high}")),
            source: Some(metric.formula.trim_start_matches('~').trim().to_owned()),
            freedom: None,
            pinnable: pinned.is_some(),
            live_in: formula::paths(metric.formula).into_iter().map(str::to_owned).collect(),
        }
    });
    rows.collect()
}

/// The kinds of the catalog with the number of entries and rows.
pub fn catalog_kinds(catalog: &Catalog) -> Table {
    let columns = ["kind", "entries", "rows"].map(Column::words).to_vec();
    let mut table = Table::new("kinds of the catalog", columns);
    for kind in catalog.kinds() {
        let rows = catalog.rows().iter().filter(|row| row.kind == kind).count();
        table.push(vec![
            Cell::text(kind),
            Cell::Number(catalog.ids(kind).len() as f64),
            Cell::Number(rows as f64),
        ]);
    }
    table.push(vec![Cell::text("scenarios"), Cell::Number(EMBEDDED.len() as f64), Cell::text("")]);
    table
}

/// The entries of a kind.
pub fn catalog_ids(catalog: &Catalog, kind: &str) -> Table {
    let mut table = Table::new(kind, ["entry", "name"].map(Column::words).to_vec());
    for (id, name) in catalog.ids(kind) {
        table.push(vec![Cell::text(id), Cell::text(name)]);
    }
    table
}

/// One entry with its sources.
pub fn catalog_entry(catalog: &Catalog, kind: &str, id: &str) -> Table {
    let columns =
        ["quantity", "low", "nominal", "high", "unit", "confidence", "source, date, note"]
            .map(Column::words)
            .to_vec();
    let mut table = Table::new(format!("{kind} {id}"), columns);
    for row in catalog.entry(kind, id) {
        let (low, nominal, high) = match &row.stated {
            Stated::Number { low, nominal, high, .. } => {
                (Cell::Number(*low), Cell::Number(*nominal), Cell::Number(*high))
            }
            Stated::Text(_) => (Cell::text(""), Cell::text(""), Cell::text("")),
        };
        let words = row.text().map_or_else(String::new, |text| format!("\"{text}\"; "));
        let note = if row.note.is_empty() { String::new() } else { format!("; {}", row.note) };
        table.push(vec![
            Cell::text(row.quantity.clone()),
            low,
            nominal,
            high,
            Cell::text(unit_of_row(row)),
            Cell::text(row.confidence.word()),
            Cell::text(format!("{words}{}, {}{note}", row.source.title, row.source.date)),
        ]);
    }
    table
}

/// The rows of the catalog that hold all the words, of one kind and entry or of all; built-in
/// scenarios among them.
pub fn catalog_search(
    catalog: &Catalog,
    (kind, id): (Option<&str>, Option<&str>),
    words: &Words,
) -> Table {
    let columns =
        ["entry", "quantity", "nominal", "unit", "name, source, date, note"].map(Column::words);
    let mut table = Table::new(format!("rows with {}", words.said()), columns.to_vec());
    for row in within(catalog, (kind, id)).filter(|row| words.stand_in(&row_texts(row))) {
        let nominal = match &row.stated {
            Stated::Number { nominal, .. } => Cell::Number(*nominal),
            Stated::Text(text) => Cell::text(text.clone()),
        };
        let note = if row.note.is_empty() { String::new() } else { format!("; {}", row.note) };
        table.push(vec![
            Cell::text(format!("{} {}", row.kind, row.id)),
            Cell::text(row.quantity.clone()),
            nominal,
            Cell::text(unit_of_row(row)),
            Cell::text(format!("{}; {}, {}{note}", row.name, row.source.title, row.source.date)),
        ]);
    }
    let is_wanted = |name: &str| {
        kind.is_none_or(|kind| kind == "scenarios") && id.is_none_or(|wanted| wanted == name)
    };
    for (name, text) in EMBEDDED.iter().filter(|(name, _)| is_wanted(name)) {
        if words.stand_in(&scenario_texts(name, text)) {
            let mut row = vec![Cell::text(format!("scenarios {name}"))];
            row.extend([Cell::text(""), Cell::text(""), Cell::text("")]);
            row.push(Cell::text(what_it_is(text)));
            table.push(row);
        }
    }
    table
}

/// The rows of one kind and entry, or of all.
pub fn within<'c>(
    catalog: &'c Catalog,
    (kind, id): (Option<&'c str>, Option<&'c str>),
) -> impl Iterator<Item = &'c Row> {
    let rows = catalog.rows().iter();
    rows.filter(move |row| {
        kind.is_none_or(|kind| kind == row.kind) && id.is_none_or(|id| id == row.id)
    })
}

/// The scenarios that are built in: name and first comment line.
pub fn scenarios_table() -> Table {
    let mut table =
        Table::new("built-in scenarios", ["scenario", "what it is"].map(Column::words).to_vec());
    for (name, text) in EMBEDDED {
        table.push(vec![Cell::text(*name), Cell::text(what_it_is(text))]);
    }
    table
}
