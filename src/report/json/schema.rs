//! The JSON schemas of our forms, made from the types that are written.
//!
//! In: nothing. Out: a schema each for a report, a claim and a finding; `docs/schema` holds them. What never happens here: a name that is
//! written down a second time; the words that a key can hold come from `names.rs`.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::names::{
    ACCUMULATION_NAMES, BASIS_NAMES, BOUND_NAMES, COUNTING_NAMES, DIRECTION_NAMES, FEATURE_NAMES, FIELD_NAMES, GRAIN_NAMES, KIND_NAMES,
    MOD_NAMES, POLICY_NAMES, RELATION_NAMES, SEVERITY_NAMES, STATUS_NAMES, VERDICT_NAMES, WHEN_NAMES, ZONE_NAMES,
};
use super::{Claim, Finding, Number, Report, SCHEMA};

/// What each key can hold, where that is one of a few words: the type, where in it, and the words.
const WORDS: &[(&str, &str, &[&str])] = &[
    ("Claim", "in", FIELD_NAMES),
    ("Claim", "zone", ZONE_NAMES),
    ("Claim", "kind", KIND_NAMES),
    ("Claim", "accumulation", ACCUMULATION_NAMES),
    ("Value", "bound", BOUND_NAMES),
    ("Value", "direction", DIRECTION_NAMES),
    ("Date", "grain", GRAIN_NAMES),
    ("Date", "mod", MOD_NAMES),
    ("Event", "status", STATUS_NAMES),
    ("Published", "basis", BASIS_NAMES),
    ("Fact", "verdict", VERDICT_NAMES),
    ("Fact", "best_by", POLICY_NAMES),
    ("Fact", "counting", COUNTING_NAMES),
    ("Fact", "relations/items/prefixItems/2", RELATION_NAMES),
    ("Decided", "time", WHEN_NAMES),
    ("Decided", "verdict", VERDICT_NAMES),
    ("Closeness", "by/items/prefixItems/0", FEATURE_NAMES),
    ("Finding", "severity", SEVERITY_NAMES),
];

/// The schema of a report: `check --format json`.
pub fn report_schema() -> Value {
    let mut schema = schema_of::<Report>("Report");
    if let Some(version) = schema.pointer_mut("/properties/schema").and_then(Value::as_object_mut) {
        version.insert("const".to_owned(), json!(SCHEMA));
    }
    schema
}

/// The schema of a claim: a line of `extract`, and what a report holds.
pub fn claim_schema() -> Value {
    schema_of::<Claim>("Claim")
}

/// The schema of a finding: a line of `check --format jsonl`, and what a report holds.
pub fn finding_schema() -> Value {
    schema_of::<Finding>("Finding")
}

fn schema_of<T: JsonSchema>(name: &str) -> Value {
    let mut schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>().to_value();
    for (owner, key, words) in WORDS {
        let place = if *owner == name { format!("/properties/{key}") } else { format!("/$defs/{owner}/properties/{key}") };
        let Some(held) = schema.pointer_mut(&place).and_then(Value::as_object_mut) else { continue };
        let mut words: Vec<Value> = words.iter().map(|word| json!(word)).collect();
        words.dedup();
        if held.get("type").is_some_and(Value::is_array) {
            words.push(Value::Null);
        }
        held.insert("enum".to_owned(), Value::Array(words));
    }
    schema
}

impl JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "number" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_of_words_has_its_key() {
        let (report, claim, finding) = (report_schema(), claim_schema(), finding_schema());
        for (owner, key, words) in WORDS {
            let places = [format!("/properties/{key}/enum/0"), format!("/$defs/{owner}/properties/{key}/enum/0")];
            let found = [&report, &claim, &finding].iter().any(|schema| places.iter().any(|place| schema.pointer(place).is_some()));
            assert!(found && !words.is_empty(), "{owner}.{key}");
        }
    }

    #[test]
    fn every_key_is_described() {
        fn walk(schema: &Value, path: &str) {
            if let Some(keys) = schema.get("properties").and_then(Value::as_object) {
                for (key, held) in keys {
                    let said = held.get("description").and_then(Value::as_str).unwrap_or_default();
                    assert!(!said.is_empty(), "{path}.{key} says nothing");
                }
            }
            for (name, held) in schema.get("$defs").and_then(Value::as_object).into_iter().flatten() {
                walk(held, name);
            }
        }
        walk(&report_schema(), "Report");
        walk(&claim_schema(), "Claim");
        walk(&finding_schema(), "Finding");
    }
}
