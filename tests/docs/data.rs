//! Committed data and outputs without what moves although nothing that is shown has moved: digits
//! beyond the sixth in the data of pictures, and digests.

use serde_json::{Number, Value};

/// Significant digits in the data of a picture.
const DIGITS: usize = 6;

fn rounded(value: f64) -> f64 {
    format!("{value:.*e}", DIGITS - 1).parse().unwrap()
}

/// The text with each digest as `sha256:…`.
pub(crate) fn without_digests(text: &str) -> String {
    let mut parts = text.split("sha256:");
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        out.push_str("sha256:…");
        out.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    out
}

/// CSV with its numbers at six digits; the first line is the header.
pub(crate) fn csv(text: &str) -> String {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for (line, record) in reader.records().enumerate() {
        let record = record.unwrap();
        let cells = record.iter().map(|cell| match cell.parse::<f64>() {
            Ok(value) if line > 0 && value.is_finite() => rounded(value).to_string(),
            _ => cell.to_owned(),
        });
        writer.write_record(cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn round(value: &mut Value) {
    match value {
        Value::Number(number) if number.is_f64() => {
            let short = number.as_f64().map(rounded).and_then(Number::from_f64);
            number.clone_from(&short.unwrap());
        }
        Value::Array(items) => items.iter_mut().for_each(round),
        Value::Object(entries) => entries.values_mut().for_each(round),
        _ => {}
    }
}

/// JSON with its numbers at six digits and without digests.
pub(crate) fn json(mut value: Value) -> String {
    round(&mut value);
    without_digests(&format!("{}\n", serde_json::to_string_pretty(&value).unwrap()))
}

#[test]
fn docs_data_has_six_digits_and_no_digest() {
    assert_eq!(csv("x,1.23456789\n0.333333333333,\n-1.5e-9,a\n"), {
        "x,1.23456789\n0.333333,\n-0.0000000015,a\n"
    });
    let value = serde_json::json!({ "a": [1.0 / 3.0, 7], "b": "catalog sha256:0aF9, x" });
    let text = "{\n  \"a\": [\n    0.333333,\n    7\n  ],\n  \"b\": \"catalog sha256:…, x\"\n}\n";
    assert_eq!(json(value), text);
}
