//! A desk reviews what waits: listed without a terminal, shown and decided item by item, corrected, accepted with a reason.
#![allow(clippy::unwrap_used, reason = "test code")]

mod support;

use std::path::Path;

use support::program::{Done, Scratch, run, run_with_input};

/// Three fires of one evening, each told by two outlets.
fn batch(homes: [(u32, u32); 3]) -> String {
    let places = ["Pell Harbour", "Alder Bay", "Marden"];
    let articles = places.iter().zip(homes).flat_map(|(place, (one, two))| [("Gazette", place, one), ("Dispatch", place, two)]);
    let record = |(outlet, place, homes): (&str, &&str, u32)| {
        format!(
            r#"{{"id": "{outlet} {place}", "publisher": "{outlet}", "title": "Fire in {place}", "published": "2025-08-05", "text": "A wildfire destroyed {homes} homes in {place} on Tuesday."}}"#
        ) + "\n"
    };
    articles.map(record).collect()
}

/// A desk whose accepted report is of a calm evening, and beside which another evening waits.
struct Desk {
    scratch: Scratch,
    snapshot: String,
    baseline: String,
    config: String,
}

impl Desk {
    fn new(name: &str) -> Self {
        let scratch = Scratch::new(name);
        let desk = Self {
            snapshot: scratch.at("report.snap"),
            baseline: scratch.at("baseline.jsonl"),
            config: scratch.at("crosscheck.toml"),
            scratch,
        };
        desk.check([(34, 34), (7, 7), (12, 12)]);
        desk.check([(34, 43), (7, 9), (15, 15)]);
        desk
    }

    fn check(&self, homes: [(u32, u32); 3]) -> Done {
        let batch = self.scratch.file("batch.jsonl", batch(homes).as_bytes());
        run(&["check", "--snapshot", &self.snapshot, &batch])
    }

    /// Answers, a line each.
    fn answer(&self, answers: &str) -> Done {
        let args =
            ["review", "--interactive", "--by", "ab", "--today", "2025-08-06", "--baseline", &self.baseline, "--config", &self.config];
        run_with_input(&[&args[..], &[&self.snapshot]].concat(), answers)
    }

    fn list(&self) -> Done {
        run(&["review", &self.snapshot])
    }

    /// The ids of what waits.
    fn ids(&self) -> Vec<String> {
        let lines = self.list().out;
        lines.lines().filter_map(|line| line.strip_prefix("  ")?.split("  ").next().map(str::to_owned)).collect()
    }

    fn waits(&self) -> bool {
        Path::new(&self.scratch.at("report.snap.new")).exists()
    }

    fn scrub(&self, text: &str) -> String {
        self.scratch.scrub(text)
    }
}

#[test]
fn without_a_terminal_what_waits_is_listed_and_fails() {
    let desk = Desk::new("review-list");
    let listed = desk.list();
    assert_eq!((listed.code, listed.err.as_str()), (1, ""));
    support::snapshot("review-list.txt", &desk.scrub(&listed.out));
    let elsewhere = desk.scratch.run(&["review"]);
    assert_eq!(elsewhere.code, 1, "what waits under the folder is found");
    assert!(elsewhere.out.starts_with("report.snap: 3 changes wait\n"));
    desk.scratch.file("other.snap.new", b"---\nsource: x\n---\n");
    desk.check([(34, 34), (7, 7), (12, 12)]);
    let nothing = desk.scratch.run(&["review"]);
    assert_eq!(nothing.code, 0, "what other tools left is passed over");
    assert_eq!(desk.list().code, 0);
}

#[test]
fn one_change_is_accepted_and_the_rest_goes_on_waiting() {
    let desk = Desk::new("review-partly");
    let ids = desk.ids();
    assert_eq!(ids.len(), 3);
    let accepted = run(&["review", "accept", &desk.snapshot, &ids[0]]);
    assert_eq!(accepted.code, 0);
    assert!(accepted.err.contains("1 of 3 changes accepted into") && accepted.err.contains("; 2 left"), "{}", accepted.err);
    assert_eq!(desk.ids(), ids[1..]);
    let rejected = run(&["review", "reject", &format!("{}.new", desk.snapshot), &ids[1]]);
    assert_eq!((rejected.code, desk.ids()), (0, ids[2..].to_vec()), "{}", rejected.err);
    let unknown = run(&["review", "accept", &desk.snapshot, "f_none"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("is called `f_none`; nothing was accepted") && unknown.err.contains(&ids[2]), "{}", unknown.err);
    assert_eq!(run(&["review", "accept", &desk.snapshot]).code, 0);
    assert!(!desk.waits() && !Path::new(&desk.scratch.at("report.snap.new.json")).exists());
    assert_eq!(desk.list().code, 0);
    // What was rejected comes again with the next run, and nothing else does.
    assert_eq!(desk.check([(34, 43), (7, 9), (15, 15)]).code, 1);
    assert_eq!(desk.ids(), ids[1..2]);
}

#[test]
fn each_change_is_shown_and_decided() {
    let desk = Desk::new("review-ask");
    let done = desk.answer("?\na\nb\n\nb\nboth printed\ns\n");
    assert_eq!((done.code, done.err.as_str()), (1, ""));
    support::snapshot("review-ask.txt", &desk.scrub(&done.out));
    assert_eq!(desk.ids().len(), 1);
    let lines = std::fs::read_to_string(&desk.baseline).unwrap();
    assert_eq!(lines.lines().count(), 2);
    assert!(lines.contains(r#""reason":"both printed","by":"ab","date":"2025-08-06""#), "{lines}");
    assert_eq!(desk.answer("r\n").code, 0);
    assert!(!desk.waits());
}

#[test]
fn a_capital_letter_decides_for_all_that_remain() {
    for (answers, baseline, code) in
        [("A\n", false, 0), ("s\nR\n", false, 1), ("B\nboth printed\n", true, 0), ("S\n", false, 1), ("q\n", false, 1), ("", false, 1)]
    {
        let desk = Desk::new("review-all");
        let done = desk.answer(answers);
        assert_eq!((done.code, desk.waits()), (code, code == 1), "{answers:?}: {}", done.out);
        let accepted = std::fs::read_to_string(&desk.baseline).map_or(0, |text| text.lines().count() - 1);
        assert_eq!(accepted, if baseline { 2 } else { 0 }, "{answers:?}");
    }
}

#[test]
fn a_correction_is_written_and_the_next_run_follows_it() {
    let desk = Desk::new("review-correct");
    desk.scratch.file("crosscheck.toml", b"# Ours.\n[rules]\nsingle-origin = \"off\"\n");
    let done = desk.answer("c\nt\n1, 2\nc\nd\n2\n2025-08-04\nc\nd\n1\nsoon\nc\nj\n1\nc\nd\n9\nc\n\nq\n");
    assert_eq!(done.code, 1);
    support::snapshot("review-correct.txt", &desk.scrub(&done.out));
    let written = std::fs::read_to_string(&desk.config).unwrap();
    assert!(written.starts_with("# Ours.\n[rules]\nsingle-origin = \"off\"\n\n[[facts]]\napart = [\""), "{written}");
    assert!(written.ends_with("\npublished = \"2025-08-04\"\n") && !written.contains("soon"), "{written}");
    let batch = desk.scratch.at("batch.jsonl");
    let checked = run(&["check", "--config", &desk.config, "--format", "jsonl", &batch]);
    assert_eq!(
        checked.out.matches("conflicting-figures").count(),
        1,
        "one of two conflicts was kept apart: {}{}",
        checked.out,
        checked.err
    );
}

#[test]
fn an_open_merge_is_told_with_what_to_do() {
    let desk = Desk::new("review-merge");
    let text = std::fs::read_to_string(&desk.snapshot).unwrap();
    let open = text.replacen("\n  agreement", "\n<<<<<<< HEAD\n  agreement", 1);
    std::fs::write(&desk.snapshot, open).unwrap();
    for done in [desk.list(), desk.check([(34, 34), (7, 7), (12, 12)]), run(&["review", "accept", &desk.snapshot])] {
        assert_eq!((done.code, done.out.as_str()), (2, ""));
        assert!(done.err.contains("their merge is open (line 4)") && done.err.contains("git checkout --theirs"), "{}", done.err);
    }
}
