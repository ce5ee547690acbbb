//! What looks like a conflict and is none, and what is one: pairs of reports of one event, in our own sentences.
//!
//! In: two short reports. Out: what the report says of their tolls. What never happens here: a look below the public doors.

mod support;

use crosscheck::verdict::Verdict;
use support::samples;

/// The gravest verdict on figures of `measure` between two reports of 3 and `day` March 2025, and of one place.
fn verdict(measure: &str, one: &str, other: &str, day: u32) -> Option<Verdict> {
    let record = |id: &str, day: u32, text: &str| {
        let text =
            format!("{text} The ferry Ostrowin lay at the Malvado quay in Karvella, and captain Jurek Dornquist spoke of a burst boiler.");
        let record = serde_json::json!({"id": id, "published": format!("2025-03-{day:02}"), "text": text});
        samples::read("pair.jsonl", record.to_string().as_bytes())
    };
    let documents = [record("one", 3, one), record("two", day, other)].concat();
    let report = samples::report(&documents);
    assert_eq!(report.case.stories.len(), 1, "one story: {one} / {other}");
    let case = &report.case;
    let facts = case.facts.iter().zip(&case.judgements).filter(|(fact, _)| fact.measure.as_deref() == Some(measure));
    facts.map(|(_, judgement)| judgement.verdict).max()
}

const SAME_DAY: u32 = 3;

#[test]
fn tolls_that_differ_are_told() {
    for (measure, one, other, day, expected) in [
        ("deaths", "Four people were killed on the Ostrowin.", "Six people were killed on the Ostrowin.", SAME_DAY, Verdict::Conflict),
        ("deaths", "Four people were killed on the Ostrowin.", "Six people were killed on the Ostrowin.", 4, Verdict::Revision),
        ("deaths", "Four people were killed on the Ostrowin.", "Six people were killed on the Ostrowin.", 20, Verdict::Conflict),
        ("deaths", "Four people were killed on the Ostrowin.", "Four people were killed on the Ostrowin.", SAME_DAY, Verdict::Agreement),
        ("deaths", "At least four people were killed.", "Six people were killed on the Ostrowin.", SAME_DAY, Verdict::Range),
        ("injuries", "The blast injured 12 people.", "The blast injured 25 people.", SAME_DAY, Verdict::Conflict),
    ] {
        assert_eq!(verdict(measure, one, other, day), Some(expected), "{one} / {other} on {day} March");
    }
}

#[test]
fn what_only_looks_like_a_conflict_is_none() {
    for (measure, one, other) in [
        // Who did it counted or not.
        ("deaths", "A gunman killed five people and then himself.", "Six people were killed, including the gunman."),
        // A part of a toll.
        ("deaths", "Nine people were killed on the Ostrowin.", "Three of the dead were sailors, police said."),
        // Another event recalled.
        ("deaths", "Four people were killed on the Ostrowin.", "An unrelated blaze last month killed eleven people."),
        // A round-up.
        ("deaths", "Four people were killed on the Ostrowin.", "Seven people were killed in separate accidents over the weekend."),
        // Hurt to a degree.
        ("injuries", "The blast injured 12 people.", "Two people were critically injured by the blast."),
        // An article that gives both figures.
        (
            "deaths",
            "Four people were killed on the Ostrowin.",
            "Four people were killed on the Ostrowin. One person was killed on the quay.",
        ),
        // The dead counted among the hurt.
        ("injuries", "The blast killed one person and injured 3 people.", "The blast injured 4 people."),
    ] {
        let verdict = verdict(measure, one, other, SAME_DAY);
        assert!(!matches!(verdict, Some(Verdict::Conflict | Verdict::Disputed | Verdict::Undated)), "{verdict:?}: {one} / {other}");
    }
}
