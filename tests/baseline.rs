//! A desk's baseline as it lives: findings accepted with a reason, known again, opened again, merged by two branches, pruned.

#![allow(clippy::unwrap_used, reason = "test code")]

mod support;

use std::collections::BTreeSet;
use std::process::Command;

use crosscheck::baseline::{self, Baseline, Entry, Side};
use proptest::prelude::*;
use support::program::{Done, Scratch, run};

/// The day on which the desk works.
const TODAY: [&str; 2] = ["--today", "2025-08-06"];

/// An article of a fire: who published it, and how many homes.
fn article(publisher: &str, homes: u32) -> String {
    format!(
        r#"{{"id": "{publisher}", "publisher": "{publisher}", "title": "Fire in Pell Harbour", "published": "2025-08-05", "text": "A wildfire destroyed {homes} homes in Pell Harbour on Tuesday."}}"#
    ) + "\n"
}

/// Runs the program on the desk's day, unless `args` say another.
fn today(args: &[&str]) -> Done {
    let day = if args.contains(&"--today") || args.contains(&"merge") { &[][..] } else { &TODAY };
    run(&[args, day].concat())
}

/// A desk: its folder with a batch, the report of it, and a baseline.
struct Desk {
    scratch: Scratch,
    baseline: String,
    report: String,
}

impl Desk {
    fn new(name: &str) -> Self {
        let scratch = Scratch::new(name);
        let (baseline, report) = (scratch.at("baseline.jsonl"), scratch.at("report.json"));
        Self { scratch, baseline, report }
    }

    /// Checks a batch against the baseline and leaves its report.
    fn check(&self, articles: &[(&str, u32)]) -> Done {
        let batch: String = articles.iter().map(|(publisher, homes)| article(publisher, *homes)).collect();
        let batch = self.scratch.file("batch.jsonl", batch.as_bytes());
        let done = today(&["check", "--format", "json", "-o", &self.report, "--baseline", &self.baseline, &batch]);
        assert!(done.code < 2, "{}", done.err);
        done
    }

    fn add(&self, what: &[&str]) -> Done {
        let known = ["baseline", "add", "--report", &self.report, "--baseline", &self.baseline, "--reason", "both printed", "--by", "ab"];
        today(&[&known, what].concat())
    }

    fn prune(&self, more: &[&str]) -> Done {
        today(&[&["baseline", "prune", "--report", &self.report, "--baseline", &self.baseline], more].concat())
    }

    fn lines(&self) -> Vec<String> {
        std::fs::read_to_string(&self.baseline).unwrap().lines().map(str::to_owned).collect()
    }
}

#[test]
fn an_accepted_finding_fails_no_run_until_it_has_news() {
    let desk = Desk::new("baseline-news");
    let both = &[("Gazette", 34), ("Dispatch", 43), ("Echo", 43)];
    assert_eq!(desk.check(both).code, 1);
    let added = desk.add(&["--all"]);
    assert_eq!(added.code, 0, "{}", added.err);
    let known = desk.check(both);
    assert_eq!((known.code, known.err.as_str()), (0, ""));
    let report = std::fs::read_to_string(&desk.report).unwrap();
    assert!(report.contains(r#""suppressed":true"#) && !report.contains(r#""suppressed":false"#), "marked, and not dropped");

    let more = desk.check(&[("Gazette", 34), ("Dispatch", 43), ("Echo", 43), ("Courier", 43)]);
    assert_eq!((more.code, more.err.as_str()), (0, ""), "one more origin on the side of more");
    let fewer = desk.check(&[("Gazette", 34), ("Dispatch", 43), ("Echo", 43), ("Courier", 34)]);
    assert_eq!(fewer.code, 1, "one more origin on the side of fewer");
    let figure = desk.check(&[("Gazette", 34), ("Dispatch", 43), ("Echo", 43), ("Courier", 52)]);
    assert_eq!(figure.code, 1, "one more figure");
    let gone = desk.check(&[("Gazette", 34), ("Dispatch", 43)]);
    assert_eq!((gone.code, gone.err.as_str()), (0, ""), "an outlet that is not seen is no news");
    let scrub = |text: &str| text.replace(desk.scratch.path(), "FOLDER");
    support::snapshot("baseline-told.txt", &format!("{}\n{}\n{}", scrub(&added.err), scrub(&fewer.err), scrub(&figure.err)));

    assert_eq!(desk.check(&[("Gazette", 34), ("Dispatch", 43), ("Echo", 43), ("Courier", 34)]).code, 1);
    assert_eq!(desk.add(&["conflicting-figures"]).code, 0, "accepted again, by its rule");
    assert_eq!(desk.lines().len(), 2, "one line: what was accepted before went into it\n{:#?}", desk.lines());
    assert_eq!(desk.check(both).code, 0);
}

#[test]
fn an_expired_entry_accepts_nothing_and_is_told() {
    let desk = Desk::new("baseline-expired");
    let both = &[("Gazette", 34), ("Dispatch", 43)];
    desk.check(both);
    let past = desk.add(&["--all", "--expires", "2025-08-01"]);
    assert_eq!(past.code, 2);
    assert!(past.err.contains("expected a day from 2025-08-06 on"), "{}", past.err);
    assert_eq!(desk.add(&["--all", "--expires", "2025-08-31"]).code, 0);
    let batch = desk.scratch.at("batch.jsonl");
    let on = |day: &str| today(&["check", "--baseline", &desk.baseline, "--today", day, &batch]);
    assert_eq!(on("2025-08-31").code, 0, "the last day counts");
    let after = on("2025-09-01");
    assert_eq!(after.code, 1);
    assert!(after.err.contains("open again, accepted up to 2025-08-31"), "{}", after.err);
    let quiet = desk.scratch.file("quiet.jsonl", article("Gazette", 34).as_bytes());
    let told = today(&["check", "--baseline", &desk.baseline, "--today", "2025-09-01", &quiet]);
    assert_eq!(told.code, 0);
    assert!(told.err.contains("1 of 1 accepted finding: expired"), "{}", told.err);
    assert!(desk.prune(&["--today", "2025-09-01", "--dry-run"]).err.contains("1 of 1 accepted finding would go"));
    assert_eq!(desk.lines().len(), 2, "a dry run writes nothing");
    assert_eq!(desk.prune(&["--today", "2025-09-01"]).code, 0);
    assert_eq!(desk.lines().len(), 1);
}

#[test]
fn only_what_was_told_again_without_the_finding_is_pruned() {
    let desk = Desk::new("baseline-prune");
    desk.check(&[("Gazette", 34), ("Dispatch", 43)]);
    desk.add(&["--all"]);
    let unseen = desk.check(&[("Dispatch", 43), ("Courier", 43)]);
    assert!(unseen.err.contains("not seen is not settled"), "{}", unseen.err);
    desk.prune(&[]);
    assert_eq!(desk.lines().len(), 2, "the Gazette was not seen");
    let settled = desk.check(&[("Gazette", 43), ("Dispatch", 43)]);
    assert!(settled.err.contains("told again without the finding"), "{}", settled.err);
    assert_eq!(desk.lines().len(), 2, "a check writes nothing");
    let pruned = desk.prune(&[]);
    assert_eq!(pruned.code, 0);
    assert!(pruned.err.contains("1 of 1 accepted finding went"), "{}", pruned.err);
    assert_eq!(desk.lines().len(), 1);
}

#[test]
fn an_incomplete_or_empty_report_changes_nothing() {
    let desk = Desk::new("baseline-incomplete");
    desk.check(&[("Gazette", 34), ("Dispatch", 43)]);
    desk.add(&["--all"]);
    let before = desk.lines();
    desk.check(&[("Gazette", 43), ("Dispatch", 43)]);
    let whole = std::fs::read_to_string(&desk.report).unwrap();
    for (report, expected) in
        [(whole.replace(r#""complete":true"#, r#""complete":false"#), "not complete"), (without_articles(&whole), "empty")]
    {
        std::fs::write(&desk.report, report).unwrap();
        for done in [desk.prune(&[]), desk.add(&["--all"])] {
            assert_eq!(done.code, 2);
            assert!(done.err.contains(expected) && done.err.contains("stays as it is"), "{}", done.err);
        }
    }
    assert_eq!(desk.lines(), before);
}

fn without_articles(report: &str) -> String {
    let mut report: serde_json::Value = serde_json::from_str(report).unwrap();
    report["articles"] = serde_json::json!([]);
    report.to_string()
}

#[test]
fn what_is_meant_is_named_or_asked_for() {
    let desk = Desk::new("baseline-named");
    desk.check(&[("Gazette", 34), ("Dispatch", 43)]);
    let report: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&desk.report).unwrap()).unwrap();
    let text = |key: &str| report["findings"][0][key].as_str().unwrap().to_owned();
    for what in [text("fingerprint"), text("fingerprint")[2..8].to_owned(), text("fact"), text("rule")] {
        assert_eq!(desk.add(&[&what]).code, 0, "{what}");
        assert_eq!(desk.lines().len(), 2, "{what}");
    }
    let claim = report["claims"][0]["id"].as_str().unwrap();
    for (what, expected) in [(claim, "is a claim"), ("figure-range", "found nothing"), ("1:nothing", "is called `1:nothing`")] {
        let done = desk.add(&[what]);
        assert_eq!(done.code, 2);
        assert!(done.err.contains(expected), "{}", done.err);
    }
    let silent = today(&["baseline", "add", "--report", &desk.report, "--baseline", &desk.baseline, "--reason", " ", "--all"]);
    assert_eq!(silent.code, 2);
    assert!(silent.err.contains("say why"), "{}", silent.err);
    let stats = today(&["baseline", "stats", "--baseline", &desk.baseline]);
    assert_eq!(stats.code, 0);
    support::snapshot("baseline-stats.txt", &stats.out);
}

#[test]
fn a_line_that_cannot_be_used_is_named_before_the_work() {
    let desk = Desk::new("baseline-lines");
    desk.check(&[("Gazette", 34), ("Dispatch", 43)]);
    desk.add(&["--all"]);
    let good = std::fs::read_to_string(&desk.baseline).unwrap();
    let batch = desk.scratch.at("batch.jsonl");
    for (text, line, expected) in [
        (good.replace("\"reason\"", "\"reson\""), 2, "unknown field `reson`"),
        (good.replace("baseline/1", "baseline/2"), 1, "another version"),
        (format!("{good}{{\n"), 3, "mend or delete the line"),
        (format!("<<<<<<< HEAD\n{good}=======\n>>>>>>> other\n"), 1, "crosscheck baseline merge --baseline"),
    ] {
        std::fs::write(&desk.baseline, text).unwrap();
        for done in [today(&["check", "--baseline", &desk.baseline, &batch]), desk.prune(&[])] {
            assert_eq!((done.code, done.out.as_str(), done.err.lines().count()), (2, "", 1), "{}", done.err);
            assert!(done.err.contains(expected) && done.err.contains(&format!("baseline.jsonl:{line})")), "{}", done.err);
        }
    }
    assert_eq!(today(&["baseline", "merge", "--baseline", &desk.baseline]).code, 0);
    assert_eq!(std::fs::read_to_string(&desk.baseline).unwrap(), good);
}

/// Runs git in `folder`; nothing where the machine has none.
fn git(folder: &str, args: &[&str]) -> Option<bool> {
    let name = ["-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main"];
    let done = Command::new("git").args(name).args(args).current_dir(folder).output().ok()?;
    Some(done.status.success())
}

#[test]
fn two_branches_accept_and_both_are_kept() {
    for union in [true, false] {
        let desk = Desk::new(&format!("baseline-git-{union}"));
        let folder = desk.scratch.path().to_owned();
        let Some(true) = git(&folder, &["init", "--quiet", "."]) else {
            println!("skipped: there is no git on this machine");
            return;
        };
        let git = |args: &[&str]| git(&folder, args).unwrap();
        if union {
            desk.scratch.file(".gitattributes", b"baseline.jsonl merge=union\n");
        }
        let accept = |publisher: &str, homes: u32| {
            desk.check(&[("Gazette", 34), (publisher, homes)]);
            assert_eq!(desk.add(&["--all"]).code, 0);
            assert!(git(&["add", "--all"]) && git(&["commit", "--quiet", "--message", publisher]));
        };
        accept("Dispatch", 43);
        assert!(git(&["branch", "other"]));
        accept("Echo", 52);
        assert!(git(&["checkout", "--quiet", "other"]));
        accept("Courier", 61);
        let reports = ["--strategy-option", "ours"];
        let merged =
            if union { git(&[&["merge", "--quiet"][..], &reports, &["main"]].concat()) } else { git(&["merge", "--quiet", "main"]) };
        assert_eq!(merged, union, "git needs help where nobody told it that lines are independent");
        let batch = desk.scratch.file("batch.jsonl", [article("Gazette", 34), article("Echo", 52)].concat().as_bytes());
        if !merged {
            let open = today(&["check", "--baseline", &desk.baseline, &batch]);
            assert_eq!(open.code, 2);
            assert!(open.err.contains("keep both sides"), "{}", open.err);
            assert_eq!(today(&["baseline", "merge", "--baseline", &desk.baseline]).code, 0);
        }
        let checked = today(&["check", "--baseline", &desk.baseline, &batch]);
        assert_eq!(checked.code, 0, "{}", checked.err);
        let fingerprints: BTreeSet<String> = desk.lines().iter().filter(|line| line.contains("fingerprint")).cloned().collect();
        assert_eq!(fingerprints.len(), 3, "all three are accepted: {fingerprints:#?}");
    }
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let names = || prop::collection::btree_set("[a-d]", 1..3);
    let side = (prop::collection::btree_set("[0-9]{1,2}", 1..3), prop::collection::btree_set(names(), 1..3), names());
    let side = side.prop_map(|(figures, origins, articles)| Side { figures, origins, articles });
    let day = (1..28_u32).prop_map(|day| format!("2025-08-{day:02}").parse().unwrap());
    let entry = (
        "1:[a-c]",
        "[\\PC\"\\\\]{1,8}x",
        prop::option::of("f_[a-b]"),
        prop::collection::vec(side, 0..3),
        day.clone(),
        prop::option::of(day),
    );
    let entry = entry.prop_map(|(fingerprint, words, fact, sides, date, expires)| Entry {
        fingerprint,
        rule: "conflicting-figures".to_owned(),
        fact,
        message: words.clone(),
        sides,
        reason: words,
        by: "ab".to_owned(),
        date,
        expires,
    });
    prop::collection::vec(entry, 0..6)
}

fn of(entries: &[Entry]) -> Baseline {
    let mut baseline = Baseline::default();
    for entry in entries {
        baseline.insert(entry.clone());
    }
    baseline
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read_back(entries in entries()) {
        let baseline = of(&entries);
        let text = baseline::write(&baseline);
        prop_assert_eq!(baseline::read(&text), Ok(baseline.clone()));
        prop_assert_eq!(baseline::write(&baseline::read(&text).unwrap()), text);
    }

    #[test]
    fn branches_merge_to_the_same_in_any_order(one in entries(), two in entries(), three in entries()) {
        let text = |parts: &[&Vec<Entry>]| parts.iter().map(|part| baseline::write(&of(part))).collect::<String>();
        let merged = |parts: &[&Vec<Entry>]| baseline::write(&baseline::merge(&text(parts)).unwrap());
        let all = merged(&[&one, &two, &three]);
        prop_assert_eq!(&merged(&[&three, &one, &two]), &all);
        prop_assert_eq!(&merged(&[&two, &three, &one]), &all);
        prop_assert_eq!(&merged(&[&one, &two, &three, &one]), &all);
    }
}
