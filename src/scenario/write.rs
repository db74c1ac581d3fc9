//! A resolved scenario as text that is read back to the same case.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::value::AUTO;
use super::{Amount, Key, Origin, Scenario};
use crate::catalog::hex_digest;
use crate::system::value::Form;
use crate::units::format::format_exact;

/// Every input with its value, one a line, without what it is based on.
pub fn write(scenario: &Scenario) -> String {
    let mut text = String::new();
    line(&mut text, "schema", "1");
    line(&mut text, "title", &quoted(&scenario.title));
    line(&mut text, "price_year", &scenario.price_year.to_string());
    let free: Vec<String> = scenario.free.iter().map(|path| quoted(path)).collect();
    line(&mut text, "free", &format!("[{}]", free.join(", ")));
    if !scenario.correlations.is_empty() {
        let entries = scenario.correlations.iter().map(|correlation| {
            let (one, other) = correlation.pair;
            format!(
                "{{ inputs = [{}, {}], rank = {} }}",
                quoted(one),
                quoted(other),
                correlation.rank
            )
        });
        let entries: Vec<String> = entries.collect();
        line(&mut text, "correlations", &format!("[{}]", entries.join(", ")));
    }
    let mut tables: Vec<&str> = Vec::new();
    for resolved in &scenario.inputs {
        if !tables.contains(&resolved.key.table()) {
            tables.push(resolved.key.table());
        }
    }
    for table in tables {
        header(&mut text, table);
        let written = scenario.inputs.iter().filter(|resolved| resolved.key.table() == table);
        // What follows is made again from what it follows.
        for resolved in written.filter(|one| !matches!(one.origin, Origin::Follows { .. })) {
            let name = resolved
                .key
                .path
                .strip_prefix(table)
                .map_or("", |rest| rest.trim_start_matches('.'));
            line(&mut text, name, &value(&resolved.key, &resolved.amount, scenario.price_year));
        }
    }
    if !scenario.pins.is_empty() {
        header(&mut text, "pin");
        for pinned in &scenario.pins {
            line(
                &mut text,
                &quoted(pinned.key.path),
                &value(&pinned.key, &pinned.amount, scenario.price_year),
            );
        }
    }
    text
}

/// SHA-256 of the text.
pub(super) fn digest(scenario: &Scenario) -> String {
    hex_digest(&Sha256::digest(write(scenario).as_bytes()))
}

fn line(text: &mut String, key: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{key} = {value}");
}

fn header(text: &mut String, table: &str) {
    let _ = writeln!(text, "\n[{table}]");
}

fn value(key: &Key, amount: &Amount, price_year: u16) -> String {
    if amount.is_auto {
        return quoted(AUTO);
    }
    let number = |base: f64| match key.form {
        Form::Quantity => quoted(&format_exact(base, &key.exponents, key.unit, price_year)),
        Form::Choice(_) | Form::Date => quoted(&key.text(base, price_year)),
    };
    let mut fields = vec![("value", number(amount.value))];
    if let Some((low, high)) = amount.spread {
        fields.extend([("low", number(low)), ("high", number(high))]);
    }
    fields.extend(amount.shape.map(|shape| ("shape", quoted(shape.word()))));
    fields.extend(amount.source.as_deref().map(|source| ("source", quoted(source))));
    fields.extend(amount.date.as_deref().map(|date| ("date", quoted(date))));
    fields.extend(amount.is_nominal.then(|| ("basis", quoted("nominal"))));
    match fields.as_slice() {
        [(_, only)] => only.clone(),
        fields => {
            let fields: Vec<String> =
                fields.iter().map(|(name, value)| format!("{name} = {value}")).collect();
            format!("{{ {} }}", fields.join(", "))
        }
    }
}

/// A text in the quotes of TOML.
fn quoted(text: &str) -> String {
    let mut written = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            letter if letter.is_control() => {
                let _ = write!(written, "\\u{:04X}", u32::from(letter));
            }
            letter => written.push(letter),
        }
    }
    written.push('"');
    written
}
