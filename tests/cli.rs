//! The program as a user runs it: exit codes, what goes to which stream, and that each message names what it is about and says what
//! to do.

mod support;

use support::program::{Scratch, run, run_unread, run_with_input};

/// Two outlets of one evening whose counts of homes are apart.
const APART: &str = concat!(
    r#"{"id": "one", "title": "Fire in Pell Harbour", "published": "2025-08-05", "text": "A wildfire destroyed 34 homes in Pell Harbour on Tuesday."}"#,
    "\n",
    r#"{"id": "two", "title": "Pell Harbour fire", "published": "2025-08-05", "text": "The wildfire destroyed 43 homes in Pell Harbour on Tuesday."}"#,
    "\n",
);

#[test]
fn without_arguments_the_help_is_shown() {
    let done = run(&[]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("Usage: crosscheck"), "{}", done.err);
    assert_eq!(done.out, "");
}

#[test]
fn every_command_explains_itself_with_an_example() {
    for command in [
        &["--help"][..],
        &["check", "--help"],
        &["extract", "--help"],
        &["diff", "--help"],
        &["explain", "--help"],
        &["init", "--help"],
        &["review", "--help"],
        &["review", "accept", "--help"],
        &["review", "reject", "--help"],
        &["baseline", "--help"],
        &["baseline", "add", "--help"],
        &["baseline", "prune", "--help"],
        &["baseline", "merge", "--help"],
        &["baseline", "stats", "--help"],
        &["completions", "--help"],
        &["man", "--help"],
        &["config", "--help"],
        &["config", "show", "--help"],
    ] {
        let done = run(command);
        assert_eq!(done.code, 0, "{command:?}");
        assert!(done.out.contains("Example"), "{command:?} shows no example:\n{}", done.out);
        assert_eq!(done.err, "", "{command:?}");
    }
}

#[test]
fn a_missing_path_is_named() {
    let done = run(&["check", "no/such/folder"]);
    assert_eq!((done.code, done.out.as_str()), (2, ""));
    assert!(done.err.contains("`no/such/folder`"), "{}", done.err);
    assert_eq!(done.err.lines().count(), 1, "one message:\n{}", done.err);
}

#[test]
fn an_empty_folder_is_no_clean_run() {
    let scratch = Scratch::new("empty");
    let done = run(&["check", scratch.path()]);
    assert_eq!((done.code, done.out.as_str()), (2, ""));
    assert!(done.err.contains("found no article"), "{}", done.err);
}

#[test]
fn a_line_that_is_no_record_is_named_with_file_and_line() {
    let scratch = Scratch::new("records");
    let good = r#"{"id": "a", "text": "Forty people died."}"#;
    for (bad, expected) in [("not json", "JSON"), (r#"{"id": "b"}"#, "text"), (r#"{"id": "c", "text": 40}"#, "string")] {
        let file = scratch.file("batch.jsonl", format!("{good}\n{bad}\n").as_bytes());
        let done = run(&["check", &file]);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{bad}");
        assert!(done.err.contains("batch.jsonl:2"), "{bad}: {}", done.err);
        assert!(done.err.contains("expected") && done.err.contains(expected), "{bad}: {}", done.err);
    }
}

#[test]
fn unknown_flags_and_values_are_refused() {
    for args in [
        &["check", "--no-such-flag", "x"][..],
        &["check", "--format", "sculpture", "x"],
        &["check", "--threads", "0", "x"],
        &["no-such-command"],
    ] {
        let done = run(args);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}");
        assert!(done.err.starts_with("error: "), "{args:?}: {}", done.err);
    }
    assert!(run(&["check", "--format", "sculpture", "x"]).err.contains("markdown"), "the values that there are");
}

#[test]
fn a_binary_file_is_skipped_and_named() {
    let scratch = Scratch::new("binary");
    scratch.file("story.txt", b"Forty people died on Friday.");
    scratch.file("photo.txt", b"\x00\x01\x02\xff\xfe\x00\x00binary\x00\x00");
    let done = run(&["extract", scratch.path()]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.err.contains("photo.txt") && done.err.contains("skipped"), "{}", done.err);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_makes_a_run_incomplete() {
    let scratch = Scratch::new("unreadable");
    // A link to itself can't be read by anybody, not even by root.
    let link = scratch.link_to_itself("loop.txt");
    let alone = run(&["check", &link]);
    assert_eq!((alone.code, alone.out.as_str()), (2, ""));
    assert!(alone.err.contains("loop.txt"), "{}", alone.err);
    scratch.file("story.txt", b"Forty people died on Friday.");
    let folder = run(&["check", "--fail-on", "never", scratch.path()]);
    assert_eq!(folder.code, 2, "{}", folder.err);
    assert!(folder.err.contains("loop.txt") || folder.err.contains("unreadable"), "{}", folder.err);
}

#[test]
fn standard_input_is_read_and_claims_go_to_standard_output() {
    let done = run_with_input(&["extract", "-"], "Forty-one people died on March 3, 2025.");
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let claims: Vec<serde_json::Value> = done.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let stated: Vec<_> = claims.iter().filter_map(|claim| claim["value"]["stated"][0].as_i64()).collect();
    assert_eq!(stated, [41], "{}", done.out);
    assert!(claims.iter().any(|claim| claim["date"]["start"] == "2025-03-03"), "{}", done.out);
}

#[test]
fn the_exit_code_says_whether_something_differs() {
    let differs = run_with_input(&["check", "--format", "json", "-"], APART);
    assert_eq!(differs.code, 1, "{}", differs.err);
    let report: serde_json::Value = serde_json::from_str(&differs.out).unwrap();
    assert_eq!(report["findings"][0]["rule"], "conflicting-figures", "{}", differs.out);
    assert_eq!(run_with_input(&["check", "--fail-on", "never", "-"], APART).code, 0);
    let agreed = APART.replace("43", "34");
    assert_eq!(run_with_input(&["check", "-"], &agreed).code, 0);
}

#[test]
fn a_report_can_be_written_to_a_file() {
    let scratch = Scratch::new("output");
    let story = scratch.file("story.txt", b"Forty people died on Friday.");
    let target = scratch.at("report.json");
    let done = run(&["check", "--format", "json", "-o", &target, &story]);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    let report: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&target).unwrap()).unwrap();
    assert_eq!(report["schema"], "crosscheck.report/1");
    let nowhere = run(&["check", "-o", &scratch.at("no/such/folder/report"), &story]);
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.err.contains("no/such/folder/report"), "{}", nowhere.err);
}

/// What a file holds.
fn content(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn several_forms_are_written_from_one_run() {
    let scratch = Scratch::new("forms");
    let (sarif, table) = (scratch.at("report.sarif"), scratch.at("facts.csv"));
    let (first, second) = (format!("sarif={sarif}"), format!("csv={table}"));
    let done = run_with_input(&["check", "--format", "concise", "--write", &first, "--write", &second, "-"], APART);
    assert_eq!(done.code, 1, "{}", done.err);
    assert_eq!(
        done.out,
        "stdin:2: error[conflicting-figures] homes destroyed in Pell Harbour: reports of the same time differ, 34 and 43\n"
    );
    let log: serde_json::Value = serde_json::from_str(&content(&sarif)).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "conflicting-figures");
    assert!(content(&table).starts_with("fact,label,"));
}

#[test]
fn forms_are_written_also_where_nobody_reads_the_standard_output() {
    let scratch = Scratch::new("unread");
    let (json, table) = (scratch.at("report.json"), scratch.at("claims.csv"));
    let nowhere = format!("sarif={}", scratch.at("no/such/folder.sarif"));
    let (first, second) = (format!("json={json}"), format!("csv-claims={table}"));
    run_unread(&["check", "--write", &first, "--write", &second, "seeds"]);
    assert!(content(&json).contains("crosscheck.report/1") && content(&table).lines().count() > 50);
    std::fs::remove_file(&table).unwrap();
    let done = run(&["check", "--write", &nowhere, "--write", &second, "seeds"]);
    assert_eq!(done.code, 2, "what could not be written is no clean run");
    assert!(done.err.contains("no/such/folder.sarif"), "{}", done.err);
    assert!(content(&table).lines().count() > 50 && done.out.contains("conflicting-figures"), "the others are written all the same");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let scratch = Scratch::new("gone");
    let report = scratch.at("report.json");
    assert_eq!(run(&["check", "--format", "json", "-o", &report, "seeds"]).code, 1);
    let formats: Vec<&str> = crosscheck::render::FORMATS.iter().map(|format| format.name).collect();
    let checks = formats.iter().map(|format| (vec!["check", "--format", format, "seeds"], 1));
    let others = [
        (vec!["check", "--exit-zero", "seeds"], 0),
        (vec!["extract", "seeds"], 0),
        (vec!["explain"], 0),
        (vec!["explain", "conflicting-figures"], 0),
        (vec!["explain", "--text", "40 people died", "--published", "2025-03-21"], 0),
        (vec!["explain", "conflicting-figures", "--report", &report], 2),
        (vec!["diff", "--format", "jsonl", &report, &report], 0),
        (vec!["config", "show"], 0),
        (vec!["config", "schema"], 0),
        (vec!["completions", "bash"], 0),
        (vec!["man"], 0),
    ];
    for (args, code) in checks.chain(others) {
        let done = run_unread(&args);
        assert_eq!(done.code, code, "{args:?}: {}", done.err);
        assert!(!done.err.contains("output") && !done.err.contains("panicked"), "{args:?}: {}", done.err);
    }
}

#[test]
fn a_name_that_leads_nowhere_is_told_with_the_nearest() {
    let scratch = Scratch::new("slips");
    let says = |args: &[&str], words: &str| {
        let done = run(args);
        assert!(done.err.contains(words), "{args:?}: {}", done.err);
        done.code
    };
    assert_eq!(says(&["check", "seds/"], "found nothing at `seds`; did you mean `seeds/`?"), 2);
    assert_eq!(says(&["check", "seeds/fier/*.txt"], "did you mean `seeds/fire/`?"), 2);
    assert_eq!(says(&["diff", "Cargo.tmol", "Cargo.lock"], "did you mean `Cargo.toml`?"), 2);
    assert_eq!(says(&["explain", "revised"], "did you mean `revised-figure`, `revised-date`?"), 2);
    let missing = scratch.at("accepted.jsonl");
    assert_eq!(says(&["check", "--baseline", &missing, "seeds/march"], "and writes it"), 0);
    scratch.file("accepted.json", b"");
    assert_eq!(says(&["check", "--baseline", &missing, "seeds/march"], "accepted.json`?"), 0);
    let settings = scratch.at("crosscheck.toml");
    assert_eq!(says(&["init", &settings], "wrote"), 0);
    assert_eq!(says(&["init", &settings], "is there already and stays as it is"), 2);
}

#[test]
fn what_is_said_of_an_article_that_is_not_there_is_told() {
    let scratch = Scratch::new("strangers");
    scratch.file("mill-fire.txt", b"A fire killed 41 people on Friday.");
    scratch.file("day-2.txt", b"The strike goes on.");
    let told = |names: &[&str]| {
        let tables: Vec<String> = names.iter().map(|name| format!("[articles.\"{name}\"]\npublished = 2025-03-03\n")).collect();
        scratch.file("crosscheck.toml", tables.concat().as_bytes());
        scratch.run(&["check", "--config", "crosscheck.toml", "."]).err
    };
    assert_eq!(told(&["mill-fire.txt"]), "");
    assert_eq!(
        told(&["mil-fire.txt"]),
        "warning: `mil-fire.txt` under [articles] fits no article of this batch; did you mean `mill-fire.txt`?\n"
    );
    assert_eq!(told(&["day-1.txt"]), "warning: `day-1.txt` under [articles] fits no article of this batch\n", "another day's, and no slip");
    assert_eq!(
        told(&["day-1.txt", "of-last-week.txt"]),
        "warning: 2 names under [articles] fit no article of this batch, the first `day-1.txt`\n"
    );
}

#[test]
fn a_form_that_is_none_is_refused_with_those_there_are() {
    for (given, says) in
        [("report.sarif", "expected FORMAT=PATH"), ("sarrif=a", "did you mean `sarif`?"), ("json=", "expected FORMAT=PATH")]
    {
        let done = run(&["check", "--write", given, "seeds"]);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{given}");
        assert!(done.err.contains(says) && done.err.contains("gitlab, csv"), "{given}: {}", done.err);
    }
}

#[test]
fn rules_are_selected_and_ignored() {
    let rules = |args: &[&str]| {
        let done = run_with_input(&[&["check", "--format", "jsonl"], args, &["-"]].concat(), APART);
        let named =
            done.out.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["rule"].to_string()).collect::<Vec<_>>();
        (done.code, named)
    };
    assert_eq!(rules(&[]), (1, vec!["\"conflicting-figures\"".to_owned()]));
    assert_eq!(rules(&["--select", "figure-range,conflicting-figures"]).0, 1);
    assert_eq!(rules(&["--select", "figure-range,doubtful-date"]), (0, vec![]));
    assert_eq!(rules(&["--ignore", "conflicting-figures"]), (0, vec![]));
    let done = run(&["check", "--ignore", "conflicting-figure", "seeds"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("did you mean `conflicting-figures`?"), "{}", done.err);
}

#[test]
fn completions_and_manual_pages_name_every_command() {
    let scratch = Scratch::new("man");
    let help = run(&["--help"]).out;
    // A command stands two columns in; its text, where it goes on, stands further in.
    let list = help.split("Commands:").nth(1).unwrap().split("\n\n").next().unwrap();
    let starts = list.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    let commands: Vec<&str> = starts.filter_map(|line| line.split(' ').next()).collect();
    assert!(commands.contains(&"check") && commands.contains(&"diff"), "{commands:?}");
    let done = run(&["man", scratch.path()]);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&["completions", shell]).out;
        for command in commands.iter().filter(|command| **command != "help") {
            assert!(script.contains(command), "{shell}: `{command}`");
            let page = std::fs::read_to_string(scratch.at(&format!("crosscheck-{command}.1"))).unwrap();
            assert!(page.contains(&format!("crosscheck {command}")), "{command}: {page}");
        }
    }
}
