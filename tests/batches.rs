//! The report on the sample stories, in every format, as kept under `snapshots/`: each story alone, then all of them in one batch.
//!
//! A changed snapshot is a changed report: it is read before it is accepted. JSON is laid out for people here, its keys
//! sorted.

#![allow(clippy::unwrap_used, reason = "test code")]

mod support;

use support::program::{Done, Scratch, run};

/// What a run printed and how it ended, as one page.
fn page(done: &Done) -> String {
    let told = if done.err.is_empty() { String::new() } else { format!("\n--- standard error\n{}", done.err) };
    format!("exit code {}\n---\n{}{told}", done.code, done.out)
}

/// Every JSON object of `text` laid out over lines.
fn laid_out(text: &str) -> String {
    let values = serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>();
    values.map(|value| serde_json::to_string_pretty(&value.unwrap()).unwrap() + "\n").collect()
}

fn hold(story: &str, format: &str) {
    let done = run(&["check", "--format", format, &format!("seeds/{story}")]);
    let out = if format.starts_with("json") { laid_out(&done.out) } else { done.out };
    support::snapshot(&format!("{story}.{format}"), &page(&Done { out, ..done }));
}

macro_rules! stories {
    ($($story:ident)*) => {
        $(mod $story {
            #[test]
            fn full() {
                super::hold(stringify!($story), "full");
            }

            #[test]
            fn markdown() {
                super::hold(stringify!($story), "markdown");
            }

            #[test]
            fn json() {
                super::hold(stringify!($story), "json");
            }

            #[test]
            fn jsonl() {
                super::hold(stringify!($story), "jsonl");
            }
        })*

        #[test]
        fn every_story_is_held() {
            let held = [$(stringify!($story)),*];
            let folders = support::paths("seeds");
            for path in &folders {
                assert!(held.iter().any(|story| path.starts_with(&format!("seeds/{story}/"))), "{path}: add its story to tests/batches.rs");
            }
        }
    };
}

stories! { alone crossing earthquake ferry fire march plant storm troops }

#[test]
fn all_stories_on_a_narrow_terminal() {
    support::snapshot("all.full-80", &page(&run(&["check", "--width", "80", "seeds"])));
}

#[test]
fn all_stories_on_a_wide_terminal() {
    support::snapshot("all.full-120", &page(&run(&["check", "--width", "120", "seeds"])));
}

#[test]
fn all_stories_in_colour() {
    let done = run(&["check", "--color", "always", "seeds"]);
    let plain = run(&["check", "--color", "never", "seeds"]);
    assert!(done.out.contains("\u{1b}["), "colour where it is asked for");
    assert_eq!(without_colour(&done.out), plain.out, "colour adds no word and takes none");
}

#[test]
fn all_stories_for_a_pull_request() {
    support::snapshot("all.markdown", &page(&run(&["check", "--format", "markdown", "seeds"])));
}

/// Every story in the formats that other programs read, each of them short enough to be read.
#[test]
fn all_stories_for_other_programs() {
    for format in ["concise", "github", "junit", "csv-chart"] {
        support::snapshot(&format!("all.{format}"), &page(&run(&["check", "--format", format, "seeds"])));
    }
    let done = run(&["check", "--format", "gitlab", "seeds"]);
    support::snapshot("all.gitlab", &page(&Done { out: laid_out(&done.out), ..done }));
}

#[test]
fn a_story_as_tables() {
    support::snapshot("crossing.csv", &page(&run(&["check", "--format", "csv", "seeds/crossing"])));
    support::snapshot("crossing.csv-claims", &page(&run(&["check", "--format", "csv-claims", "seeds/crossing"])));
}

/// Without its style and its script, which have their own tests.
#[test]
fn stories_for_a_browser() {
    for story in ["fire", "earthquake"] {
        let done = run(&["check", "--format", "html", &format!("seeds/{story}")]);
        let out = without("Content-Security-Policy\" content=\"", "\"", &done.out);
        let out = without("<script>", "</script>", &without("<style>", "</style>", &out));
        support::snapshot(&format!("{story}.html"), &page(&Done { out, ..done }));
    }
}

/// `text` without what stands between `from` and `to`.
fn without(from: &str, to: &str, text: &str) -> String {
    let (before, rest) = text.split_once(from).unwrap();
    let (_, after) = rest.split_once(to).unwrap();
    format!("{before}{from}…{to}{after}")
}

/// Without the rules, whose pages have their own tests, and the version.
#[test]
fn stories_for_code_scanning() {
    for story in ["crossing", "earthquake"] {
        let done = run(&["check", "--format", "sarif", &format!("seeds/{story}")]);
        let mut log: serde_json::Value = serde_json::from_str(&done.out).unwrap();
        let driver = log["runs"][0]["tool"]["driver"].as_object_mut().unwrap();
        assert!(driver.remove("rules").is_some() && driver.remove("semanticVersion").is_some());
        support::snapshot(&format!("{story}.sarif"), &page(&Done { out: laid_out(&log.to_string()), ..done }));
    }
}

#[test]
fn all_stories_as_an_accepted_report() {
    let scratch = Scratch::new("accepted");
    let file = scratch.at("report.snap");
    let first = run(&["check", "--snapshot", &file, "seeds"]);
    let written = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}\n{}", first.err));
    support::snapshot("all.accepted", &written);
    let second = run(&["check", "--strict", "--snapshot", &file, "seeds"]);
    assert_eq!(second.code, 0, "the same articles again differ in nothing:\n{}{}", second.out, second.err);
}

/// `text` without the escape sequences that colour it.
fn without_colour(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or(part, |(_, rest)| rest))
}
