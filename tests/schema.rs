//! The schemas in `docs/schema`, against the types and against what the program prints.
//!
//! They are held in two readings: as they stand, and closed, with every key that they do not describe refused. The second proves that
//! no key is left out; the first leaves room for keys to come, as the page on the JSON promises.

#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used, reason = "test code")]

mod support;

use crosscheck::baseline::entry_schema;
use crosscheck::report::json::{claim_schema, finding_schema, report_schema};
use serde_json::Value;
use support::program::{Done, Scratch, run};

/// Set to write the schemas instead of failing.
const UPDATE: &str = "CROSSCHECK_UPDATE_DOCS";

fn schemas() -> [(&'static str, Value); 4] {
    [("report", report_schema()), ("claim", claim_schema()), ("finding", finding_schema()), ("baseline", entry_schema())]
}

#[test]
fn the_schemas_in_docs_are_those_of_the_types() {
    for (name, schema) in schemas() {
        let path = format!("docs/schema/{name}.json");
        let made = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os(UPDATE).is_some() {
            std::fs::create_dir_all(support::root().join("docs/schema")).unwrap();
            std::fs::write(support::root().join(&path), made).unwrap();
        } else {
            assert!(support::read(&path) == made, "{path} is not that of the types; {UPDATE}=1 mends this");
        }
    }
}

/// The same schema with every key refused that it does not describe.
fn closed(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(object) => {
            if object.contains_key("properties") {
                object.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            for held in object.values_mut() {
                *held = closed(held.take());
            }
        }
        Value::Array(items) => {
            for held in items {
                *held = closed(held.take());
            }
        }
        _ => {}
    }
    schema
}

/// Holds JSON, one value after the other, against a schema in both readings; says how many there were.
fn hold(schema: &Value, text: &str) -> usize {
    let readings = [jsonschema::validator_for(schema).unwrap(), jsonschema::validator_for(&closed(schema.clone())).unwrap()];
    let values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let mut count = 0;
    for value in values.map(Result::unwrap) {
        count += 1;
        for reading in &readings {
            refused(reading, &value, true);
        }
    }
    count
}

fn refused(reading: &jsonschema::Validator, value: &Value, valid: bool) {
    let faults: Vec<String> = reading.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    assert_eq!(faults.is_empty(), valid, "{faults:#?}");
}

#[test]
fn what_the_program_prints_is_what_the_schemas_say() {
    let scratch = Scratch::new("schema");
    scratch.file("story.txt", b"Forty people died on Friday.");
    scratch.link_to_itself("loop.txt");
    let out = |args: &[&str]| -> String {
        let Done { out, err, .. } = run(args);
        assert!(!out.is_empty(), "{args:?}: {err}");
        out
    };
    assert_eq!(hold(&report_schema(), &out(&["check", "--format", "json", "seeds"])), 1);
    assert_eq!(hold(&report_schema(), &out(&["check", "--format", "json", "--evidence", "seeds"])), 1);
    assert_eq!(hold(&report_schema(), &out(&["check", "--format", "json", scratch.path()])), 1, "an incomplete run");
    assert!(hold(&finding_schema(), &out(&["check", "--format", "jsonl", "seeds"])) > 5);
    assert!(hold(&claim_schema(), &out(&["extract", "seeds"])) > 100);
}

#[test]
fn a_baseline_is_what_its_schema_says() {
    let scratch = Scratch::new("schema-baseline");
    let (report, file) = (scratch.at("report.json"), scratch.at("baseline.jsonl"));
    run(&["check", "--exit-zero", "--format", "json", "-o", &report, "seeds"]);
    let add = ["baseline", "add", "--baseline", &file, "--report", &report, "--by", "desk", "--today", "2025-11-20", "--reason", "known"];
    let accepted = |rest: &[&str]| assert_eq!(run(&[&add, rest].concat()).code, 0, "{rest:?}");
    accepted(&["--all", "--severity", "warning"]);
    accepted(&["--expires", "2025-11-30", "revised-figure"]);
    let text = std::fs::read_to_string(&file).unwrap();
    // The first line says what the file is.
    let (_, entries) = text.split_once('\n').unwrap();
    assert!(hold(&entry_schema(), entries) > 5 && entries.contains("expires"), "{text}");
    let schema = jsonschema::validator_for(&entry_schema()).unwrap();
    let good: Value = serde_json::from_str(entries.lines().next().unwrap()).unwrap();
    for key in ["fingerprint", "rule", "message", "reason", "by", "date"] {
        let mut bad = good.clone();
        bad.as_object_mut().unwrap().remove(key);
        refused(&schema, &bad, false);
    }
    let mut bad = good;
    bad["expired"] = "2025-11-30".into();
    refused(&schema, &bad, false);
}

#[test]
fn what_is_no_report_is_refused() {
    let schema = jsonschema::validator_for(&report_schema()).unwrap();
    let good: Value = serde_json::from_str(&run(&["check", "--format", "json", "seeds"]).out).unwrap();
    refused(&schema, &good, true);
    let changes: [(&str, Value); 6] = [
        ("/schema", "crosscheck.report/0".into()),
        ("/complete", "yes".into()),
        ("/findings/0/severity", "grave".into()),
        ("/facts/0/verdict", "lie".into()),
        ("/claims/0/span/line", (-1).into()),
        ("/articles", Value::Null),
    ];
    for (place, value) in changes {
        let mut bad = good.clone();
        *bad.pointer_mut(place).unwrap() = value;
        refused(&schema, &bad, false);
    }
    let mut bad = good;
    bad["findings"][0].as_object_mut().unwrap().remove("fingerprint");
    refused(&schema, &bad, false);
}
