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

/// What an article begins with before it recalls another event.
const OPENING: &str = "A fire broke out below deck on Monday while guests had their supper in the hall, and the crew was heard to shout that all \
     should go to the stern. The harbour sent its boats, and those who swam were pulled from the water by men of the fish market.";

#[test]
fn tolls_that_differ_are_told() {
    for (measure, one, other, day, expected) in [
        ("deaths", "Four people were killed on the Ostrowin.", "Six people were killed on the Ostrowin.", SAME_DAY, Verdict::Conflict),
        ("deaths", "Four people were killed on the Ostrowin.", "Six people were killed on the Ostrowin.", 4, Verdict::Revision),
        ("deaths", "Four people were killed on the Ostrowin.", "Six people were killed on the Ostrowin.", 20, Verdict::Conflict),
        ("deaths", "Four people were killed on the Ostrowin.", "Four people were killed on the Ostrowin.", SAME_DAY, Verdict::Agreement),
        ("deaths", "At least four people were killed.", "Six people were killed on the Ostrowin.", SAME_DAY, Verdict::Range),
        ("injuries", "The blast injured 12 people.", "The blast injured 25 people.", SAME_DAY, Verdict::Conflict),
        ("injuries", "The blast injured seven others. Two clerks wept.", "The blast injured nine people.", SAME_DAY, Verdict::Conflict),
        // "identified" says of neither how many they are in all where both say it of the same.
        ("deaths", "The blast killed five people. They were identified.", "The blast killed three people.", SAME_DAY, Verdict::Conflict),
        // Arrests go on for as long as a case does.
        ("arrests", "Two people were arrested over the fire.", "Four people were arrested over the fire.", 20, Verdict::Revision),
        ("arrests", "Two people were arrested over the fire.", "Four people were arrested over the fire.", SAME_DAY, Verdict::Conflict),
        // Counts of anybody, where the same happened to both.
        ("police", "Twelve officers searched the Ostrowin.", "Twenty officers searched the Ostrowin.", SAME_DAY, Verdict::Conflict),
        // Some by their noun, and more of them than there are in all.
        ("deaths", "Four people were killed on the Ostrowin.", "Six teenagers were killed on the Ostrowin.", SAME_DAY, Verdict::Conflict),
        ("deaths", "Four people were killed.", "A blast killed six teenagers and hurt three other guests.", SAME_DAY, Verdict::Conflict),
        ("deaths", "A man killed four of his children.", "Nine children were killed on the Ostrowin.", SAME_DAY, Verdict::Conflict),
        ("injuries", "Five died. Another 12 were injured.", "The blast killed 5 people and injured 25.", SAME_DAY, Verdict::Conflict),
        ("deaths", "The blast killed 20 ferry-goers.", "Six people were killed on the Ostrowin.", SAME_DAY, Verdict::Conflict),
    ] {
        assert_eq!(verdict(measure, one, other, day), Some(expected), "{one} / {other} on {day} March");
    }
}

#[test]
fn what_only_looks_like_a_conflict_is_none() {
    let mut wrong = Vec::new();
    for (measure, one, other) in [
        // Others come on top of them in the next sentence, and no sum is given.
        ("injuries", "The blast injured seven others. Two clerks were also injured.", "The blast injured nine people."),
        // Two counts of those who are known so far.
        (
            "deaths",
            "Officials gave the identities of five victims killed on the Ostrowin.",
            "The identities of three victims killed on the Ostrowin are known.",
        ),
        // Who did it counted or not.
        ("deaths", "A gunman killed five people and then himself.", "Six people were killed, including the gunman."),
        ("deaths", "Five people were killed, not counting the gunman.", "Six people died, the gunman among them."),
        // Acts of killing are no kind of people.
        ("deaths", "He killed four men on the Ostrowin.", "A guard was sought in five killings on the Ostrowin and on the shore."),
        // Some by their noun; the rest.
        ("deaths", "Four people were killed on the Ostrowin.", "Three teenagers were killed on the Ostrowin."),
        ("injuries", "Nine people were injured on the Ostrowin.", "The other four people injured were sailors."),
        // Hurt to a degree.
        ("injuries", "Twelve people were injured on the Ostrowin.", "Five people were badly injured on the Ostrowin."),
        // Counts of anybody of whom different things are said, and of things.
        ("people", "Five people were on deck when the boiler burst.", "Thirty people were taken to the shore."),
        ("police", "Twelve officers stood at the quay.", "Five officers searched the Ostrowin."),
        ("vehicles", "Five cars were stolen at the quay.", "Two cars were damaged at the quay."),
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
        ("deaths", "Six people were killed, the gunman included.", "Five people were killed, not including the gunman."),
        ("deaths", "The gunman killed five people before he shot himself.", "Six people died, including the shooter."),
        ("deaths", "Nine people were killed on the Ostrowin.", "Nine people died, including four children."),
        ("deaths", "Nine people were killed on the Ostrowin.", "Two of them were sailors who were killed below deck."),
        ("deaths", "Four people were killed on the Ostrowin.", "Fires have killed 90 people this year."),
        ("deaths", "Four people were killed on the Ostrowin.", "Blazes over the weekend killed eleven people in separate harbours."),
        // A sum in words.
        ("deaths", "Three people were killed on the Ostrowin.", "A man and two children were killed on the Ostrowin."),
        ("deaths", "Three people were killed on the Ostrowin.", "The blaze killed two sailors and a cook."),
        ("deaths", "Four people were killed on the Ostrowin.", "A woman, her son and two guests were killed."),
        (
            "deaths",
            "The blast killed four children.",
            "He drowned his two young children, shot and killed his two stepsons and hurt a maid.",
        ),
        ("deaths", "The blast killed four children.", "Police said the fire killed his two sons, and smoke killed three guests."),
        // Some by the body that they are of.
        ("injuries", "Seven other officers were injured.", "Two Malvado Harbour officers were also injured."),
        // Hurt, and shot beside them.
        ("injuries", "Six people were injured.", "Five people are dead, six more shot, and nearly 40 injured."),
        // Killed, hurt, and both.
        ("deaths", "Four people were killed on the Ostrowin.", "The blaze left 20 people dead or injured."),
        ("casualties", "The blaze left 20 casualties on the Ostrowin.", "Four people were killed on the Ostrowin."),
        ("injuries", "The blast injured 12 people.", "The blast killed or injured 16 people."),
        // On top of others, and all of them.
        ("deaths", "Four people were killed on the Ostrowin.", "Another two people died in hospital."),
        ("troops", "The port sent 300 soldiers to the Ostrowin.", "The port will send an additional 50 soldiers to the Ostrowin."),
        // A part is at most its whole.
        ("troops", "The port sent 300 personnel, including 120 combat troops.", "The port sent 300 personnel to the quay."),
        ("troops", "The port sent 300 personnel to the quay.", "The 300 personnel include 120 combat troops."),
        ("troops", "The port sent 300 personnel to the quay.", "Of the 300 personnel, 120 are combat troops."),
        // Planned and done.
        ("troops", "The port sent 300 soldiers to the quay.", "The port plans to send 500 soldiers to the quay."),
        ("troops", "The port sent 300 soldiers to the quay.", "The port will send 500 soldiers to the quay."),
        ("deaths", "Four people were killed on the Ostrowin.", "As many as nine people may have been killed on the Ostrowin."),
        // Alleged and denied.
        ("deaths", "Four people were killed on the Ostrowin.", "The port denied that nine people were killed."),
        ("deaths", "Four people were killed on the Ostrowin.", "The port denied reports that nine people had died."),
        ("deaths", "Four people were killed on the Ostrowin.", "The crew did not kill nine people."),
        // Taken back.
        ("deaths", "Four people were killed on the Ostrowin.", "An earlier version of this article said nine people were killed."),
        ("deaths", "Four people were killed on the Ostrowin.", "The paper mistakenly reported that nine people were killed."),
        ("deaths", "Four people were killed.", "Four people were killed. A previous report said nine people were killed."),
        // A threshold.
        ("deaths", "Four people were killed on the Ostrowin.", "The law is for fires that kill more than ten people."),
        // What counts nothing.
        ("deaths", "Four people were killed on the Ostrowin.", "Ann Roe, 26, was killed on the Ostrowin."),
        ("deaths", "Four people were killed on the Ostrowin.", "A 12-year-old was killed at 9 Mill Street."),
        ("people", "Four people were on the Ostrowin.", "Route 66 people, ages 8 and 14, were on the Ostrowin."),
        // The dead counted among the hurt.
        ("injuries", "The blast killed one person and injured 3 people.", "The blast injured 4 people."),
        // Another event recalled, by its month or its year; the title of another page.
        ("deaths", "Four people were killed on the Ostrowin.", &format!("{OPENING} A fire in a mill killed eleven people in March.")),
        ("deaths", "Four people were killed on the Ostrowin.", &format!("{OPENING} In 2011, an attack on the quay killed eleven people.")),
        ("deaths", "Four people were killed.", &format!("{OPENING} That blast in May killed six.")),
        (
            "injuries",
            "Nine people were injured.",
            &format!("{OPENING}{OPENING}{OPENING}\n\nFour Dead, Three Hurt in Ferry Fire\n\nIt rained."),
        ),
    ] {
        let verdict = verdict(measure, one, other, SAME_DAY);
        if matches!(verdict, Some(Verdict::Conflict | Verdict::Disputed | Verdict::Undated)) {
            wrong.push(format!("{verdict:?}: {one} / {other}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
