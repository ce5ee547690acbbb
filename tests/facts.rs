//! Pairs of short articles: what their figures say together. Rows that must be told stand beside rows that must not, since a
//! difference that is none costs more than one that is missed.

mod support;

use crosscheck::report::json::severity_name;
use support::samples;

/// What a report on two articles of a day finds, gravest first: "error conflicting-figures".
fn found(texts: &[(&str, &str)]) -> Vec<String> {
    let record = |(index, (day, text)): (usize, &(&str, &str))| {
        let (title, text) = text.split_once(" | ").map_or((None, *text), |(title, text)| (Some(title), text));
        serde_json::json!({ "id": format!("article-{index}"), "published": day, "title": title, "text": text }).to_string()
    };
    let records: Vec<String> = texts.iter().enumerate().map(record).collect();
    let report = samples::report(&samples::read("pair.jsonl", records.join("\n").as_bytes()));
    report.findings.iter().map(|finding| format!("{} {}", severity_name(finding.severity), finding.rule)).collect()
}

fn check(rows: &[(&str, &[(&str, &str)])]) {
    let mut breaches = Vec::new();
    for (expected, texts) in rows {
        let found = found(texts).join(", ");
        if found != *expected {
            breaches.push(format!("{texts:#?}\n  expected {expected:?}\n     found {found:?}"));
        }
    }
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

const DAY: &str = "2025-08-05";
const NEXT: &str = "2025-08-06";

#[test]
fn differences_are_told() {
    check(&[
        (
            "error conflicting-figures",
            &[
                (DAY, "A wildfire destroyed 34 homes in Pell Harbour on Tuesday."),
                (DAY, "The wildfire in Pell Harbour destroyed 43 homes on Tuesday."),
            ],
        ),
        (
            "note revised-figure",
            &[
                (DAY, "An explosion at a mill in Pell Harbour killed 12 people on Tuesday."),
                (NEXT, "The explosion at the mill in Pell Harbour on Tuesday killed 15 people, officials said on Wednesday."),
            ],
        ),
        (
            "warning disputed-figure",
            &[
                (DAY, "Police said 12,000 people marched in Pell Harbour on Tuesday against higher fares."),
                (DAY, "Organisers said 40,000 people marched in Pell Harbour on Tuesday against higher fares."),
            ],
        ),
        (
            "error headline-differs",
            &[
                (DAY, "Explosion in Pell Harbour kills 27 | An explosion at a mill killed 17 people in Pell Harbour on Tuesday."),
                (DAY, "The mill in Pell Harbour, where an explosion happened on Tuesday, was built by the Corven family."),
            ],
        ),
    ]);
}

#[test]
fn what_can_both_hold_is_no_difference() {
    check(&[
        (
            "",
            &[
                (DAY, "A wildfire destroyed 34 homes in Pell Harbour on Tuesday."),
                (DAY, "The wildfire in Pell Harbour destroyed 34 homes on Tuesday."),
            ],
        ),
        (
            "",
            &[
                (DAY, "A wildfire destroyed some 1,200 homes in Pell Harbour on Tuesday."),
                (DAY, "The wildfire in Pell Harbour destroyed 1,207 homes on Tuesday."),
            ],
        ),
        // Dead and injured, homes and people, a part and its whole.
        (
            "",
            &[
                (DAY, "An explosion at a mill in Pell Harbour killed 12 people on Tuesday."),
                (DAY, "The explosion at the mill in Pell Harbour on Tuesday injured 40 people."),
            ],
        ),
        (
            "",
            &[
                (DAY, "An explosion at a mill in Pell Harbour killed 12 people on Tuesday."),
                (DAY, "An explosion at a mill in Pell Harbour killed 12 people on Tuesday, three of them firefighters."),
            ],
        ),
        // What is planned and all there are; what can be and what is.
        (
            "",
            &[
                (
                    DAY,
                    "Corven Glass to Shed Up to 350 Workers | Corven Glass will shed up to 350 workers at its plant in Marden, it said on Tuesday.",
                ),
                (
                    DAY,
                    "Corven Glass will shrink its plant in Marden, it said on Tuesday. About a quarter of the 1,400 workers are older than 55.",
                ),
            ],
        ),
        (
            "",
            &[
                (DAY, "The ferry Marigold ran aground off Teal Point on Tuesday. It can carry 450 passengers."),
                (DAY, "The ferry Marigold ran aground off Teal Point on Tuesday. It carried 38 passengers."),
            ],
        ),
        // Another event, another place, another year.
        (
            "",
            &[
                (DAY, "A wildfire destroyed 34 homes in Pell Harbour on Tuesday."),
                (DAY, "A flood destroyed 80 homes in Marden on Monday, the mayor of Marden said."),
            ],
        ),
        // A headline whose figure the text bears out further down.
        (
            "",
            &[
                (
                    DAY,
                    "Explosions in Pell Harbour kill 27 | An explosion at a mill killed 17 people in Pell Harbour on Tuesday.\n\nA second one took the toll to 27 dead.",
                ),
                (DAY, "The mill in Pell Harbour, where an explosion happened on Tuesday, was built by the Corven family."),
            ],
        ),
    ]);
}
