//! The embedded files become records.

use serde::Deserialize;
use thiserror::Error;

use super::{Filling, PriceIndex, ReferenceGroup, Row, Stated};
use crate::provenance::Source;
use crate::units::parse::parse_unit;

/// A line of an embedded file that cannot be read; a test says that there is none.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}.csv line {line}: {reason}")]
pub struct CatalogError {
    /// Name of the file.
    pub file: String,
    /// Line, from one.
    pub line: u64,
    /// The fault.
    pub reason: String,
}

#[derive(Deserialize)]
struct RawRow {
    id: String,
    name: String,
    quantity: String,
    unit: String,
    low: String,
    nominal: String,
    high: String,
    currency_year: Option<u16>,
    source: String,
    url: String,
    source_date: String,
    confidence: String,
    note: String,
    #[serde(default)]
    basis: String,
}

#[derive(Deserialize)]
struct RawIndex {
    year: u16,
    index: f64,
}

#[derive(Deserialize)]
struct RawGroup {
    key: String,
    kind: String,
    prefix: String,
    input: String,
    when: String,
    numerator: String,
    denominator: String,
}

/// Adds the rows of one file.
pub(super) fn rows(
    kind: &'static str,
    text: &str,
    rows: &mut Vec<Row>,
    errors: &mut Vec<CatalogError>,
) {
    records(kind, text, errors, |raw: RawRow| {
        rows.push(row(kind, raw)?);
        Ok(())
    });
}

/// Whether a rate is in prices of the day.
fn nominal(basis: &str) -> Result<bool, String> {
    match basis {
        "nominal" => Ok(true),
        "real" | "" => Ok(false),
        other => Err(format!("basis `{other}` is neither real nor nominal")),
    }
}

fn row(kind: &'static str, raw: RawRow) -> Result<Row, String> {
    let stated = if raw.unit == "text" {
        Stated::Text(raw.nominal)
    } else {
        let number = |text: &str| {
            let parsed = text.parse::<f64>().ok().filter(|number| number.is_finite());
            parsed.ok_or_else(|| format!("`{text}` is not a number"))
        };
        let unit =
            parse_unit(&raw.unit).map_err(|error| format!("unit `{}`: {error}", raw.unit))?;
        let (low, nominal, high) = (number(&raw.low)?, number(&raw.nominal)?, number(&raw.high)?);
        Stated::Number { low, nominal, high, unit }
    };
    let confidence = raw.confidence.parse().map_err(|error| format!("{error}"))?;
    Ok(Row {
        kind,
        id: raw.id,
        name: raw.name,
        quantity: raw.quantity,
        unit: raw.unit,
        stated,
        currency_year: raw.currency_year,
        source: Source { title: raw.source, url: raw.url, date: raw.source_date },
        confidence,
        note: raw.note,
        is_nominal: nominal(&raw.basis)?,
    })
}

/// Years that the exchange rate of the catalog is good for: its note says 2025 to 2026.
const EURO_YEARS: (u16, u16) = (2025, 2026);

pub(super) fn price_index(
    text: &str,
    euro: Option<&Row>,
    errors: &mut Vec<CatalogError>,
) -> PriceIndex {
    let mut prices = PriceIndex::default();
    records("price_index", text, errors, |raw: RawIndex| {
        if !(raw.index.is_finite() && raw.index > 0.0) {
            return Err(format!("index {} of {}", raw.index, raw.year));
        }
        prices.by_year.insert(raw.year, raw.index);
        Ok(())
    });
    prices.euro = euro.and_then(|row| match row.stated {
        Stated::Number { nominal, .. } => Some((nominal, EURO_YEARS.0, EURO_YEARS.1)),
        Stated::Text(_) => None,
    });
    prices
}

pub(super) fn groups(text: &str, errors: &mut Vec<CatalogError>) -> Vec<ReferenceGroup> {
    let mut groups: Vec<ReferenceGroup> = Vec::new();
    records("groups", text, errors, |raw: RawGroup| {
        let filling = Filling {
            input: raw.input,
            when: raw.when,
            numerator: raw.numerator,
            denominator: raw.denominator,
        };
        match groups.iter_mut().find(|group| group.key == raw.key) {
            Some(group) => group.fillings.push(filling),
            None => groups.push(ReferenceGroup {
                key: raw.key,
                kind: raw.kind,
                prefix: raw.prefix,
                fillings: vec![filling],
            }),
        }
        Ok(())
    });
    groups
}

/// Calls `take` on each line; what fails is listed.
fn records<T: for<'d> Deserialize<'d>>(
    file: &str,
    text: &str,
    errors: &mut Vec<CatalogError>,
    mut take: impl FnMut(T) -> Result<(), String>,
) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    for record in reader.records() {
        let line = match &record {
            Ok(record) => record.position().map_or(0, csv::Position::line),
            Err(error) => error.position().map_or(0, csv::Position::line),
        };
        let read = record
            .and_then(|record| record.deserialize::<T>(Some(&headers)))
            .map_err(|error| error.to_string())
            .and_then(&mut take);
        if let Err(reason) = read {
            errors.push(CatalogError { file: file.to_owned(), line, reason });
        }
    }
}
