//! What a report holds of a claim, a fact and a finding, as `crosscheck explain` tells it: pages kept under `snapshots/`, and the messages
//! for what is not there.

#![allow(clippy::unwrap_used, reason = "test code")]

mod support;

use serde_json::Value;
use support::program::{Done, Scratch, run};

/// Three outlets on a fire: two of one evening, one of the day after.
const BATCH: &str = concat!(
    r#"{"id": "gazette", "title": "Fire in Pell Harbour", "published": "2025-08-05", "text": "A wildfire destroyed 34 homes in Pell Harbour on Tuesday, the fire chief said. About 1,200 people fled."}"#,
    "\n",
    r#"{"id": "bay", "title": "Pell Harbour fire", "published": "2025-08-05", "text": "The wildfire destroyed 43 homes in Pell Harbour on Tuesday. It may burn on until Friday."}"#,
    "\n",
    r#"{"id": "coast", "title": "Pell Harbour counts its losses", "published": "2025-08-06", "text": "At least 40 homes in Pell Harbour were destroyed by the wildfire, officials said."}"#,
    "\n",
);

/// A report of the batch: its path, and its JSON.
fn report(scratch: &Scratch, flags: &[&str]) -> (String, Value) {
    let batch = scratch.file("batch.jsonl", BATCH.as_bytes());
    let path = scratch.at("report.json");
    let done = run(&[&["check", "--fail-on", "never", "--format", "json", "-o", &path, &batch], flags].concat());
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let json = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    (path, json)
}

fn explain(what: &[&str], report: &str) -> Done {
    run(&[&["explain", "--width", "80", "--report", report], what].concat())
}

fn page(what: &[&str], report: &str) -> String {
    let done = explain(what, report);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{what:?}");
    assert!(done.out.lines().all(|line| line.chars().count() <= 80), "{}", done.out);
    done.out
}

/// The id of the claim that states `words`.
fn claim<'a>(report: &'a Value, words: &str) -> &'a str {
    let claims = report["claims"].as_array().unwrap();
    claims.iter().find(|claim| claim["text"].as_str().unwrap().contains(words)).unwrap()["id"].as_str().unwrap()
}

#[test]
fn a_claim_is_told_field_by_field() {
    let scratch = Scratch::new("explained-claim");
    let (path, json) = report(&scratch, &["--evidence"]);
    support::snapshot("explain-claim.txt", &page(&[claim(&json, "1,200")], &path));
    support::snapshot("explain-date.txt", &page(&[claim(&json, "Friday")], &path));
    let (plain, json) = report(&scratch, &[]);
    support::snapshot("explain-claim-plain.txt", &page(&[claim(&json, "34")], &plain));
    assert!(json["claims"][0].get("evidence").is_none(), "kept only where it is asked for");
}

#[test]
fn a_fact_shows_what_decided_each_pair_and_what_joined_its_claims() {
    let scratch = Scratch::new("explained-fact");
    let (path, json) = report(&scratch, &[]);
    let fact = json["findings"][0]["fact"].as_str().unwrap();
    let told = page(&[fact], &path);
    support::snapshot("explain-fact.txt", &told);
    assert_eq!(page(&[&fact[..10]], &path), told, "a beginning is enough");
    for fact in json["facts"].as_array().unwrap() {
        let count = |key: &str| fact[key].as_array().map_or(0, Vec::len);
        assert_eq!(count("relations"), count("decided"), "{fact}");
        assert!(count("articles") < 2 || count("closeness") + 1 == count("claims"), "{fact}");
        for near in fact["closeness"].as_array().into_iter().flatten() {
            let sum: i64 = near["by"].as_array().unwrap().iter().map(|part| part[1].as_i64().unwrap()).sum();
            assert_eq!(near["sum"].as_i64().unwrap(), sum.max(0), "{near}");
        }
    }
}

#[test]
fn a_finding_is_found_by_fingerprint_and_by_rule_and_fact() {
    let scratch = Scratch::new("explained-finding");
    let (path, json) = report(&scratch, &[]);
    let finding = &json["findings"][0];
    let (rule, fact) = (finding["rule"].as_str().unwrap(), finding["fact"].as_str().unwrap());
    let told = page(&[finding["fingerprint"].as_str().unwrap()], &path);
    support::snapshot("explain-finding.txt", &told);
    assert_eq!(page(&[rule, &fact[..8]], &path), told);
}

#[test]
fn what_is_not_there_or_fits_twice_is_said_with_what_comes_near() {
    let scratch = Scratch::new("explained-not");
    let (path, json) = report(&scratch, &[]);
    let refused = |what: &[&str], path: &str| {
        let done = explain(what, path);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{what:?}");
        done.err
    };
    let fact = json["facts"][0]["id"].as_str().unwrap();
    assert!(refused(&["c_"], &path).contains("begins"));
    assert!(refused(&[&format!("{}-", &fact[..12])], &path).contains(fact), "the nearest is named");
    assert!(refused(&["nothing"], &path).contains("no claim (c_…), fact (f_…) or finding"));
    assert!(refused(&["conflicting-figures", "f_none"], &path).contains("f_none"));
    let other = scratch.file("other.json", br#"{"schema": "crosscheck.report/9"}"#);
    assert!(refused(&[fact], &other).contains("found `crosscheck.report/9`"));
    let odd = scratch.file("odd.json", b"no JSON");
    assert!(refused(&[fact], &odd).contains("odd.json"));
    let alone = run(&["explain", fact]);
    assert_eq!(alone.code, 2);
    assert!(alone.err.contains("--report FILE"), "{}", alone.err);
}
