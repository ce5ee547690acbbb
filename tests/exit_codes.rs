//! How a run ends, case by case: 0 done, 1 findings, 2 the result can't be trusted. A build trusts these numbers and reads nothing else.

#![allow(clippy::unwrap_used, reason = "test code")]

mod support;

use support::program::{Done, Scratch, run, run_in_ci};

/// Two outlets of one evening: an error where their counts are apart, a note where one leaves a range.
fn batch(scratch: &Scratch, name: &str, first: &str, second: &str) -> String {
    let line = |id: &str, figure: &str| {
        format!(
            r#"{{"id": "{id}", "title": "Fire in Pell Harbour", "published": "2025-08-05", "text": "A wildfire destroyed {figure} homes in Pell Harbour on Tuesday."}}"#
        )
    };
    scratch.file(name, format!("{}\n{}\n", line("one", first), line("two", second)).as_bytes())
}

fn code(args: &[&str]) -> i32 {
    let Done { code, out, err } = run(args);
    assert!(code != 2 || !err.is_empty(), "{args:?}: 2 without a word\n{out}");
    code
}

#[test]
fn findings_decide_between_0_and_1() {
    let scratch = Scratch::new("severities");
    let (error, note) = (batch(&scratch, "error.jsonl", "34", "43"), batch(&scratch, "note.jsonl", "30", "at least 25"));
    let clean = batch(&scratch, "clean.jsonl", "34", "34");
    for (input, flags, expected) in [
        (&clean, &["--fail-on", "note"][..], 0),
        (&error, &[], 1),
        (&error, &["--fail-on", "error"], 1),
        (&error, &["--fail-on", "never"], 0),
        (&error, &["--exit-zero"], 0),
        (&error, &["--ignore", "conflicting-figures"], 0),
        (&error, &["--select", "figure-range"], 0),
        (&note, &[], 0),
        (&note, &["--fail-on", "warning"], 0),
        (&note, &["--fail-on", "note"], 1),
        (&note, &["--fail-on", "note", "--exit-zero"], 0),
    ] {
        let args = [&["check", input][..], flags].concat();
        assert_eq!(code(&args), expected, "{args:?}\n{}", run(&args).out);
    }
    for format in ["concise", "json", "sarif", "junit", "github", "gitlab", "csv", "markdown"] {
        assert_eq!((code(&["check", "--format", format, &error]), code(&["check", "--format", format, &clean])), (1, 0), "{format}");
    }
}

#[test]
fn against_an_accepted_report_only_what_is_new_or_worse_counts() {
    let scratch = Scratch::new("accepted-codes");
    let (old, new) = (batch(&scratch, "old.jsonl", "34", "43"), batch(&scratch, "new.jsonl", "34", "47"));
    let clean = batch(&scratch, "clean.jsonl", "34", "34");
    let accept = |input: &str, name: &str| {
        let file = scratch.at(name);
        run(&["check", "--snapshot", &file, input]);
        file
    };
    let (accepted, agreed) = (accept(&old, "old.snap"), accept(&clean, "clean.snap"));
    let against =
        |snapshot: &str, input: &str, flags: &[&str]| run_in_ci(&[&["check", "--snapshot", snapshot, input][..], flags].concat()).code;
    assert_eq!(against(&accepted, &old, &[]), 0, "what was accepted");
    assert_eq!(against(&accepted, &old, &["--strict"]), 0, "no difference at all");
    assert_eq!(against(&accepted, &new, &[]), 1, "another figure");
    assert_eq!(against(&accepted, &new, &["--fail-on", "never"]), 0);
    assert_eq!(against(&accepted, &new, &["--exit-zero"]), 0);
    assert_eq!(against(&accepted, &clean, &[]), 0, "a finding that is gone");
    assert_eq!(against(&accepted, &clean, &["--strict"]), 1, "which is a difference");
    assert_eq!(against(&agreed, &old, &[]), 1, "a new finding");
    let broken = scratch.file("broken.snap", b"no snapshot");
    assert_eq!(against(&broken, &old, &[]), 2, "a report that can't be read");
}

#[test]
fn what_cannot_be_trusted_is_2_whatever_was_asked_for() {
    let scratch = Scratch::new("untrusted");
    let good = batch(&scratch, "good.jsonl", "34", "34");
    let broken = scratch.file("broken.jsonl", b"{\"id\": \"a\"}\n");
    let blank = scratch.file("blank.txt", b" \n");
    let settings = scratch.file("odd.toml", b"[rules]\nfigure-rage = \"off\"\n");
    let nowhere = scratch.at("no/such/folder/report");
    let written = format!("json={nowhere}");
    for args in [
        &["check"][..],
        &["check", "--no-such-flag", &good],
        &["check", "--format", "sculpture", &good],
        &["check", "--write", "sculpture=a", &good],
        &["check", "--select", "no-such-rule", &good],
        &["check", "--fail-on", "grave", &good],
        &["check", "--strict", &good],
        &["check", "--config", &settings, &good],
        &["check", "--config", &scratch.at("no.toml"), &good],
        &["check", &scratch.at("no.txt")],
        &["check", &blank],
        &["check", &broken],
        &["check", &good, &broken],
        &["check", "-o", &nowhere, &good],
        &["check", "--write", &written, &good],
        &["extract", &scratch.at("no.txt")],
        &["diff", &scratch.at("no.snap"), &scratch.at("no.snap")],
        &["explain", "no-such-rule"],
        &["no-such-command"],
    ] {
        assert_eq!(code(args), 2, "{args:?}");
        if args.first() == Some(&"check") && args.len() > 2 {
            assert_eq!(code(&[args, &["--exit-zero"]].concat()), 2, "{args:?} --exit-zero");
        }
    }
}

#[cfg(unix)]
#[test]
fn an_incomplete_run_is_2_and_every_form_says_so() {
    let scratch = Scratch::new("incomplete");
    batch(&scratch, "good.jsonl", "34", "34");
    // A link to itself can't be read by anybody, not even by root.
    scratch.link_to_itself("loop.txt");
    let (json, xml, sarif) = (scratch.at("out.json"), scratch.at("out.xml"), scratch.at("out.sarif"));
    let snapshot = scratch.at("report.snap");
    let writes = [format!("json={json}"), format!("junit={xml}"), format!("sarif={sarif}")];
    let done = run(&[
        "check",
        "--exit-zero",
        "--fail-on",
        "never",
        "--snapshot",
        &snapshot,
        "--write",
        &writes[0],
        "--write",
        &writes[1],
        "--write",
        &writes[2],
        scratch.path(),
    ]);
    assert_eq!(done.code, 2, "{}{}", done.out, done.err);
    let said = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(done.err.contains("loop.txt") && said(&done.out).contains("this report is not complete"), "{}{}", done.out, done.err);
    assert!(!said(&done.out).contains("error for operation"), "the cause is told in the words of the system: {}", done.out);
    let value = |path: &str| -> serde_json::Value { serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap() };
    let report = value(&json);
    assert_eq!((&report["complete"], report["articles"].as_array().unwrap().len()), (&false.into(), 2), "the others were read");
    assert!(report["unread"][0]["input"].as_str().unwrap().contains("loop.txt"));
    assert_eq!(value(&sarif)["runs"][0]["invocations"][0]["executionSuccessful"], false);
    assert!(std::fs::read_to_string(&xml).unwrap().contains("errors=\"1\""));
    assert!(!std::path::Path::new(&snapshot).exists(), "nothing is accepted from half of a batch");
    let named = run(&["check", &scratch.at("good.jsonl"), &scratch.at("loop.txt")]);
    assert_eq!(named.code, 2);
    assert!(said(&named.out).contains("this report is not complete"), "named itself, too: {}{}", named.out, named.err);
}
