//! The JSON schema of scenario files, for editors.

use crate::catalog::Catalog;
use crate::system::inputs::{INPUTS, Input};
use crate::system::pins::PINS;
use crate::system::value::Kind;
use crate::units::format::{dimension_example, dimension_words};
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
            json!({ "type": "string", "enum": ids, "description": format!("an entry of the catalog kind {}", group.kind) }),
        );
    }
    let mut pins = Map::new();
    for pin in PINS {
        pins.insert(pin.path.to_owned(), json!({ "type": ["string", "number"], "description": format!("{} from {} to {} {}", dimension_words(&pin.exponents, pin.sort), pin.low, pin.high, pin.unit) }));
    }
    tables.insert(
        "pin".to_owned(),
        json!({ "type": "object", "additionalProperties": false, "properties": pins }),
    );
    tables.insert("schema".to_owned(), json!({ "const": 1 }));
    tables.insert("title".to_owned(), json!({ "type": "string" }));
    tables.insert("based_on".to_owned(), json!({ "type": "string", "description": "a file beside this one, or a built-in scenario" }));
    tables.insert(
        "price_year".to_owned(),
        json!({ "type": "integer", "minimum": 1950, "maximum": 2100 }),
    );
    tables.insert("free".to_owned(), json!({ "type": "array", "items": { "enum": INPUTS.iter().map(|input| input.path).collect::<Vec<_>>() } }));
    tables.insert("correlations".to_owned(), json!({ "type": "array", "items": { "type": "object", "required": ["inputs", "rank"], "additionalProperties": false, "properties": {
        "inputs": { "type": "array", "minItems": 2, "items": { "enum": INPUTS.iter().map(|input| input.path).collect::<Vec<_>>() } },
        "rank": { "type": "number", "exclusiveMinimum": -1, "exclusiveMaximum": 1 } } } }));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "skyrack scenario",
        "type": "object",
        "additionalProperties": false,
        "properties": tables,
    })
}

fn insert(tables: &mut Map<String, Value>, path: &str, value: Value) {
    let Some((table, key)) = path.split_once('.') else { return };
    let entry = tables.entry(table.to_owned()).or_insert_with(
        || json!({ "type": "object", "additionalProperties": false, "properties": {} }),
    );
    entry["properties"][key] = value;
}

fn value_schema(input: &Input) -> Value {
    let meaning = input.meaning.trim();
    match input.kind {
        Kind::Choice(names) => json!({ "enum": names, "description": meaning }),
        Kind::Date => {
            json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$", "description": meaning })
        }
        Kind::Quantity => {
            let example = dimension_example(&input.exponents, input.sort).unwrap_or("1");
            let description = format!(
                "{meaning} {} from {} to {} {}, such as `{example}`",
                dimension_words(&input.exponents, input.sort),
                input.low,
                input.high,
                input.unit
            );
            let plain = json!({ "type": ["string", "number"] });
            let text = json!({ "type": "string" });
            json!({
                "description": description,
                "anyOf": [
                    plain,
                    {
                        "type": "object",
                        "additionalProperties": false,
                        "required": ["value"],
                        "properties": {
                            "value": plain, "low": plain, "high": plain,
                            "shape": { "enum": ["triangular", "uniform", "normal", "lognormal", "pert"] },
                            "source": text, "date": text,
                        },
                    },
                ],
            })
        }
    }
}
