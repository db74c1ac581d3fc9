//! The JSON schema of scenario files, for editors.

use crate::catalog::Catalog;
use crate::scenario::Shape;
use crate::system::inputs::{INPUTS, Input};
use crate::system::pins::PINS;
use crate::system::value::Form;
use crate::units::words::{dimension_example, dimension_words};
use serde_json::{Map, Value, json};

/// The schema.
pub fn schema(catalog: &Catalog) -> Value {
    let mut tables: Map<String, Value> = Map::new();
    for input in INPUTS {
        insert(&mut tables, input.path, value_schema(input));
    }
    for group in catalog.groups() {
        let ids = group.ids(catalog);
        insert(
            &mut tables,
            &group.key,
            json!({ "type": "string", "enum": ids, "description": format!("an entry of the catalog \
                kind {}", group.kind) }),
        );
    }
    let mut pins = Map::new();
    for pin in PINS {
        let range = range((pin.low, pin.high), pin.unit);
        let description = format!("{} {range}", dimension_words(&pin.exponents, pin.sort));
        let value = json!({ "type": ["string", "number"], "description": description });
        pins.insert(pin.path.to_owned(), value);
    }
    tables.insert(
        "pin".to_owned(),
        json!({ "type": "object", "additionalProperties": false, "properties": pins }),
    );
    tables.insert("schema".to_owned(), json!({ "const": 1 }));
    tables.insert("title".to_owned(), json!({ "type": "string" }));
    tables.insert(
        "based_on".to_owned(),
        json!({ "type": "string", "description": "a file beside \
        this one, or a built-in scenario" }),
    );
    tables.insert(
        "price_year".to_owned(),
        json!({ "type": "integer", "minimum": 1950, "maximum": 2100 }),
    );
    let input = json!({ "$ref": "#/$defs/input" });
    tables.insert("free".to_owned(), json!({ "type": "array", "items": input }));
    tables.insert("correlations".to_owned(), correlations(&input));
    let paths: Vec<&str> = INPUTS.iter().map(|input| input.path).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "skyrack scenario",
        "type": "object",
        "additionalProperties": false,
        "properties": tables,
        "$defs": { "quantity": quantity(), "input": { "enum": paths } },
    })
}

fn insert(tables: &mut Map<String, Value>, path: &str, value: Value) {
    let Some((table, key)) = path.split_once('.') else { return };
    let entry = tables.entry(table.to_owned()).or_insert_with(
        || json!({ "type": "object", "additionalProperties": false, "properties": {} }),
    );
    entry["properties"][key] = value;
}

/// A range with its unit; a number without dimension has none.
fn range((low, high): (f64, f64), unit: &str) -> String {
    match unit {
        "1" => format!("from {low} to {high}"),
        unit => format!("from {low} to {high} {unit}"),
    }
}

/// A value of the input's dimension; one without dimension lies in its range.
fn example(input: &Input) -> String {
    let example = dimension_example(&input.exponents, input.sort).unwrap_or("1");
    match example.parse::<f64>() {
        Ok(number) if !(input.low..=input.high).contains(&number) => input.low.to_string(),
        _ => example.to_owned(),
    }
}

fn value_schema(input: &Input) -> Value {
    let meaning = input.meaning.trim();
    match input.form {
        Form::Choice(names) => json!({ "enum": names, "description": meaning }),
        Form::Date => {
            json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$", "description": meaning })
        }
        Form::Quantity => {
            let description = format!(
                "{meaning} Takes {} {}, such as `{}`",
                dimension_words(&input.exponents, input.sort),
                range((input.low, input.high), input.unit),
                example(input)
            );
            json!({ "description": description, "$ref": "#/$defs/quantity" })
        }
    }
}

/// A quantity: a number or text, alone or with its spread and source.
fn quantity() -> Value {
    let plain = json!({ "type": ["string", "number"] });
    let text = json!({ "type": "string" });
    json!({
        "anyOf": [
            plain,
            {
                "type": "object",
                "additionalProperties": false,
                "required": ["value"],
                "properties": {
                    "value": plain, "low": plain, "high": plain,
                    "shape": { "enum": Shape::ALL.map(Shape::word) },
                    "source": text, "date": text, "basis": { "enum": ["real", "nominal"] },
                },
            },
        ],
    })
}

/// What `[[correlations]]` holds.
fn correlations(input: &Value) -> Value {
    json!({
        "type": "array",
        "items": {
            "type": "object",
            "required": ["inputs", "rank"],
            "additionalProperties": false,
            "properties": {
                "inputs": { "type": "array", "minItems": 2, "items": input },
                "rank": { "type": "number", "exclusiveMinimum": -1, "exclusiveMaximum": 1 },
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_without_dimension_has_no_unit() {
        assert_eq!(range((0.0, 1.0), "1"), "from 0 to 1");
        assert_eq!(range((0.5, 100.0), "km"), "from 0.5 to 100 km");
        let albedo = INPUTS.iter().find(|input| input.path == "environment.albedo").unwrap();
        let description = value_schema(albedo)["description"].clone();
        let text = description.as_str().unwrap();
        assert!(text.ends_with("from 0 to 1, such as `0.85`"), "{text}");
    }
}
