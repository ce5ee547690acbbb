//! What a desk sees from one batch to the next: the accepted report, the one that waits, `diff`, and the exit codes of each.

mod support;

use support::program::{Scratch, run, run_in_ci};

/// One evening's reports of a fire: two outlets, their counts of homes.
fn batch(one: u32, two: u32) -> Vec<u8> {
    let record = |id: &str, homes: u32| {
        format!(
            r#"{{"id": "{id}", "title": "Fire in Pell Harbour", "published": "2025-08-05", "text": "A wildfire destroyed {homes} homes in Pell Harbour on Tuesday."}}"#
        )
    };
    format!("{}\n{}\n", record("one", one), record("two", two)).into_bytes()
}

#[test]
fn a_report_is_accepted_once_and_a_difference_waits() {
    let scratch = Scratch::new("changes-wait");
    let (accepted, pending) = (scratch.at("report.snap"), scratch.at("report.snap.new"));
    let calm = scratch.file("monday.jsonl", &batch(34, 34));
    let first = run(&["check", "--snapshot", &accepted, &calm]);
    assert_eq!(first.code, 0, "{}", first.err);
    assert!(first.err.contains("first report written"), "{}", first.err);
    let again = run(&["check", "--strict", "--snapshot", &accepted, &calm]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(again.out.contains("Nothing changed since the last report."), "{}", again.out);

    let apart = scratch.file("tuesday.jsonl", &batch(34, 43));
    let worse = run(&["check", "--snapshot", &accepted, &apart]);
    assert_eq!(worse.code, 1, "{}", worse.err);
    assert!(worse.out.contains("new: error[conflicting-figures]"), "{}", worse.out);
    assert!(worse.err.contains("one change waits") && worse.err.contains("crosscheck review"), "it says how to accept: {}", worse.err);
    std::fs::rename(&pending, &accepted).unwrap();
    assert_eq!(run(&["check", "--snapshot", &accepted, &apart]).code, 0, "a conflict that was accepted is no news");
    let settled = run(&["check", "--snapshot", &accepted, &calm]);
    assert_eq!(settled.code, 0, "{}", settled.out);
    assert!(settled.out.contains("settled"), "{}", settled.out);
}

#[test]
fn in_ci_nothing_waits_and_only_what_is_worse_fails() {
    let scratch = Scratch::new("changes-ci");
    let (accepted, pending) = (scratch.at("report.snap"), scratch.at("report.snap.new"));
    let apart = scratch.file("monday.jsonl", &batch(34, 43));
    assert_eq!(run(&["check", "--snapshot", &accepted, &apart]).code, 1, "nothing is accepted before it is seen");
    let calm = scratch.file("tuesday.jsonl", &batch(34, 34));
    assert_eq!(run_in_ci(&["check", "--snapshot", &accepted, &calm]).code, 0);
    assert_eq!(run_in_ci(&["check", "--strict", "--snapshot", &accepted, &calm]).code, 1);
    let other = scratch.file("wednesday.jsonl", &batch(34, 52));
    let new = run_in_ci(&["check", "--format", "json", "--snapshot", &accepted, &other]);
    assert_eq!(new.code, 1, "a new figure is news");
    assert!(new.err.contains("changed: error[conflicting-figures]"), "the log says what changed: {}", new.err);
    assert!(new.err.contains("34 and 52 (before: 34 and 43)"), "and what it was: {}", new.err);
    assert_eq!(run_in_ci(&["check", "--fail-on", "never", "--snapshot", &accepted, &other]).code, 0);
    assert!(!std::path::Path::new(&pending).exists(), "CI writes nothing");
}

#[test]
fn a_diff_takes_snapshots_and_json_reports() {
    let scratch = Scratch::new("changes-diff");
    let calm = scratch.file("monday.jsonl", &batch(34, 34));
    let apart = scratch.file("tuesday.jsonl", &batch(34, 43));
    let (old, new) = (scratch.at("old.snap"), scratch.at("new.json"));
    run(&["check", "--snapshot", &old, &calm]);
    run(&["check", "--format", "json", "-o", &new, &apart]);
    let change = run(&["diff", &old, &new]);
    assert_eq!((change.code, change.err.as_str()), (0, ""));
    assert!(change.out.contains("new: error[conflicting-figures]") && change.out.contains("34 → 34–43"), "{}", change.out);
    let lines = run(&["diff", "--format", "jsonl", &old, &new]).out;
    let kinds: Vec<String> =
        lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["change"].as_str().unwrap().to_owned()).collect();
    assert!(kinds.contains(&"worse".to_owned()) && kinds.contains(&"widened".to_owned()), "{kinds:?}");
    assert!(run(&["diff", &new, &new]).out.contains("Nothing changed"));
    let neither = run(&["diff", &calm, &calm]);
    assert_eq!(neither.code, 2);
    assert!(neither.err.contains("monday.jsonl"), "{}", neither.err);
    let missing = run(&["diff", &old, &scratch.at("none.snap")]);
    assert_eq!((missing.code, missing.err.lines().count()), (2, 1), "{}", missing.err);
}

#[test]
fn rules_and_sentences_are_explained() {
    let page = run(&["explain", "conflicting-figures"]);
    assert_eq!(page.code, 0);
    assert!(page.out.starts_with("# conflicting-figures\n"), "{}", page.out);
    assert!(run(&["explain"]).out.lines().count() > 10, "the list of rules");
    let unknown = run(&["explain", "conflicting-figure"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("did you mean `conflicting-figures`?"), "{}", unknown.err);
    let read = run(&["explain", "--text", "about 40 people died on Friday", "--published", "2025-03-21"]);
    assert!(read.out.contains("measure deaths") && read.out.contains("21 Mar 2025 (day)"), "{}", read.out);
    assert_eq!(run(&["explain", "--text", "x", "--published", "soon"]).code, 2);
}

#[test]
fn in_ci_there_is_a_report_to_compare_with() {
    let scratch = Scratch::new("ci-without");
    let mistyped = scratch.at("reprot.snap");
    let done = run_in_ci(&["check", "--exit-zero", "--snapshot", &mistyped, "seeds/march"]);
    assert_eq!((done.code, done.out.as_str()), (2, ""), "{}", done.err);
    assert!(done.err.contains("reprot.snap") && done.err.contains("outside CI"), "{}", done.err);
    assert!(!std::path::Path::new(&mistyped).exists(), "nothing is written");
}
