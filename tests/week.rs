//! A desk's week, typed as a desk types it: five daily batches with the real program and git. Each day's transcript is a snapshot.
//!
//! Monday: a first report. Tuesday: a revision and a conflict, accepted until Thursday. Wednesday: a dispute, accepted on another branch,
//! and both branches merged. Thursday: an older report under a new date, corrected. Friday: the acceptance has run out, and a draft is
//! held against the figure that the desk has settled on and against what it kept of the week.

mod support;

use support::shell::Desk;

/// Types `lines` and gives what a person saw.
fn typed(desk: &Desk, lines: &[&str]) -> String {
    lines.iter().map(|line| desk.run(line)).collect::<Vec<_>>().join("\n")
}

/// Begins a day: its articles come in.
fn begin(desk: &mut Desk, day: &str) {
    desk.on(day);
    desk.copy(&format!("tests/week/{day}"), &format!("articles/{day}"));
}

const CHECK: &str = "crosscheck check --snapshot report.snap --baseline baseline.jsonl articles";
const CONCISE: &str = "crosscheck check --snapshot report.snap --baseline baseline.jsonl --format concise articles";
const REPORT: &str = "crosscheck check --baseline baseline.jsonl --exit-zero --format json -o report.json articles";

#[test]
fn a_desk_has_a_week() {
    let Some(mut desk) = Desk::open("week") else { return };
    if !desk.type_in("git --version").starts_with("git version") {
        support::skipped("there is no git on this machine");
        return;
    }

    begin(&mut desk, "2025-11-03");
    desk.file(".gitignore", "*.snap.new*\nreport.json\n*.archive\n");
    desk.file(".gitattributes", "baseline.jsonl merge=union\n");
    let monday = typed(&desk, &["git init -q -b main", CHECK, "cat report.snap", "git add . && git commit -qm monday"]);
    support::snapshot("week-1-monday.txt", &monday);

    begin(&mut desk, "2025-11-04");
    desk.in_ci(true);
    let mut tuesday = desk.run(CHECK);
    desk.in_ci(false);
    let accept = "crosscheck baseline add --report report.json --reason 'the hospital counts its own patients' --expires 2025-11-06 conflicting-figures";
    tuesday += "\n";
    tuesday += &typed(
        &desk,
        &[
            CONCISE,
            "crosscheck review",
            REPORT,
            accept,
            "cat baseline.jsonl",
            "git switch -qc injured && git add baseline.jsonl && git commit -qm 'accept the injured' && git switch -q main",
            "git add articles && git commit -qm tuesday",
        ],
    );
    support::snapshot("week-2-tuesday.txt", &tuesday);

    begin(&mut desk, "2025-11-05");
    let wednesday = typed(
        &desk,
        &[
            "git switch -qc march && crosscheck check --exit-zero --format json -o report.json articles/2025-11-05",
            "crosscheck baseline add --report report.json --reason 'we print both counts' disputed-figure",
            "git add baseline.jsonl && git commit -qm 'accept the march' && git switch -q main",
            "git merge -q --no-edit injured && git merge -q --no-edit march",
            "crosscheck baseline stats",
            CHECK,
            "crosscheck review accept report.snap",
            CONCISE,
            "git add . && git commit -qm wednesday",
        ],
    );
    support::snapshot("week-3-wednesday.txt", &wednesday);

    begin(&mut desk, "2025-11-06");
    let mut thursday = desk.run(CHECK);
    desk.file(
        "crosscheck.toml",
        "# The paper stamped an older report with today's date.\n[articles.\"articles/2025-11-06/sarn.md\"]\npublished = \"2025-11-03\"\n",
    );
    thursday += "\n";
    thursday +=
        &typed(&desk, &["cat crosscheck.toml", CHECK, "crosscheck review accept report.snap", "git add . && git commit -qm thursday"]);
    support::snapshot("week-4-thursday.txt", &thursday);

    begin(&mut desk, "2025-11-07");
    let friday = typed(&desk, &[CHECK, REPORT, "crosscheck baseline prune --report report.json", "crosscheck review"]);
    support::snapshot("week-5-friday.txt", &friday);
}

#[cfg(feature = "archive")]
#[test]
fn a_draft_is_held_against_the_week() {
    let Some(mut desk) = Desk::open("draft") else { return };
    let mut kept = String::new();
    for day in ["2025-11-03", "2025-11-04", "2025-11-06"] {
        begin(&mut desk, day);
        kept += &desk.run(&format!("crosscheck check --archive desk.archive --exit-zero --format concise articles/{day}"));
        kept += "\n";
    }
    desk.on("2025-11-07");
    desk.file(
        "crosscheck.toml",
        "[[house]]\nmeasure = \"deaths\"\nwords = [\"Halden bridge\"]\nfigure = \"15\"\nas-of = 2025-11-07\nnote = \"the fire service, Friday morning\"\n",
    );
    desk.file(
        "draft.md",
        "---\ntitle: What fell with the Halden bridge\npublished: 2025-11-07\n---\nFourteen people were killed when the Halden bridge fell into the river Sarn on Monday.\n",
    );
    kept += &typed(
        &desk,
        &[
            "crosscheck archive list desk.archive",
            "cat crosscheck.toml draft.md",
            "crosscheck check --archive desk.archive --no-append draft.md",
        ],
    );
    support::snapshot("week-draft.txt", &kept);
}
