//! The JSON schema of `crosscheck.toml`, for editors.
//!
//! In: the catalogue of keys and the list of rules. Out: a schema. What never happens here: a key that the catalogue does not hold.

use serde_json::{Map, Value, json};

use super::keys::{KEYS, Key, SEVERITIES, Takes, sections};
use crate::rules::RULES;

/// The schema, in the version of 2020-12.
///
/// ```
/// let schema = crosscheck::config::schema();
/// assert_eq!(schema["properties"]["dates"]["properties"]["hemisphere"]["enum"][0], "northern");
/// ```
pub fn schema() -> Value {
    let sections: Map<String, Value> = sections().map(|section| (plain(section).to_owned(), of_section(section))).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "crosscheck.toml",
        "description": "What a desk knows better than the tool.",
        "type": "object",
        "additionalProperties": false,
        "properties": sections,
    })
}

/// A section's name in the file.
fn plain(section: &str) -> &str {
    section.trim_end_matches(['.', '*', '[', ']'])
}

fn of_section(section: &str) -> Value {
    if section == "rules" {
        let rule = |rule: &crate::rules::Rule| (rule.id.to_owned(), json!({ "description": rule.finds, "enum": SEVERITIES }));
        let rules: Map<String, Value> = RULES.iter().map(rule).collect();
        return json!({ "type": "object", "additionalProperties": false, "properties": rules });
    }
    let keys: Vec<&Key> = KEYS.iter().filter(|key| key.section == section).collect();
    if let [any] = keys[..]
        && any.name == "*"
    {
        return json!({ "type": "object", "additionalProperties": of_key(any) });
    }
    let properties: Map<String, Value> = keys.iter().map(|key| (key.name.to_owned(), of_key(key))).collect();
    let table = json!({ "type": "object", "additionalProperties": false, "properties": properties });
    match section {
        _ if section.ends_with(".*") => json!({ "type": "object", "additionalProperties": table }),
        _ if section.ends_with("[]") => json!({ "type": "array", "items": table }),
        _ => table,
    }
}

fn of_key(key: &Key) -> Value {
    let text = json!({ "type": "string", "minLength": 1 });
    let mut schema = match key.takes {
        Takes::Text | Takes::Date => text,
        Takes::Texts => json!({ "anyOf": [text.clone(), { "type": "array", "items": text, "minItems": 1 }] }),
        Takes::Flag => json!({ "type": "boolean" }),
        Takes::Whole(most) => json!({ "type": "integer", "minimum": 0, "maximum": most }),
        Takes::OneOf(words) => json!({ "enum": words }),
        Takes::OneOfOrWhole(words, most) => json!({ "anyOf": [{ "enum": words }, { "type": "integer", "minimum": 0, "maximum": most }] }),
        Takes::Figure => json!({ "type": ["string", "number"] }),
        Takes::Values => json!({
            "type": "object",
            "additionalProperties": false,
            "required": ["low"],
            "properties": { "low": { "type": "integer" }, "best": { "type": "integer" }, "high": { "type": "integer" } },
        }),
        Takes::Part => json!({
            "type": "array",
            "prefixItems": [text, { "type": "integer", "minimum": 1 }],
            "minItems": 2,
            "maxItems": 2,
        }),
    };
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".to_owned(), json!(format!("{} Without it: {}.", key.says, key.default)));
    }
    schema
}
