//! Pairs of short articles: what their figures say together. Rows that must be told stand beside rows that must not, since a
//! difference that is none costs more than one that is missed.

mod support;

use support::pairs::{DAY, NEXT, check, shared};

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
        // A date of one event: too far apart for a night or a time zone, and moved while it lay ahead.
        (
            "error conflicting-dates",
            &[
                (DAY, "An explosion at the Corven mill in Pell Harbour killed 12 people on Monday."),
                (DAY, "The explosion at the Corven mill in Pell Harbour killed 12 people on Friday."),
            ],
        ),
        (
            "note conflicting-dates",
            &[
                (DAY, "An explosion at the Corven mill in Pell Harbour killed 12 people on Sunday."),
                (DAY, "The explosion at the Corven mill in Pell Harbour killed 12 people early on Monday."),
            ],
        ),
        (
            "note revised-date",
            &[
                (DAY, "The Corven rocket Ostrowin will be launched from Pell Harbour on 12 September."),
                (NEXT, "The Corven rocket Ostrowin will be launched from Pell Harbour on 19 September."),
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
        // What each took and what both took; the first of several; the distance to a majority; cases that an article adds up to.
        (
            "",
            &[
                (DAY, "Marden and Corven took 15 penalties each in the shootout at Pell Harbour on Tuesday."),
                (DAY, "Marden and Corven took 30 penalties in the shootout at Pell Harbour on Tuesday."),
            ],
        ),
        (
            "",
            &[
                (DAY, "Jurek Dornquist won the first two games of his match in Pell Harbour on Tuesday."),
                (DAY, "Jurek Dornquist has won 21 games of his match in Pell Harbour."),
            ],
        ),
        (
            "",
            &[
                (DAY, "The Pell Harbour council fell three votes short on Tuesday of closing the Corven mill."),
                (DAY, "The Pell Harbour council gave 38 votes to closing the Corven mill on Tuesday."),
            ],
        ),
    ]);
}

#[test]
fn what_tells_of_others_is_no_difference() {
    const MILL: &str = "An explosion at the Corven mill in Pell Harbour";
    let one = |text: &str| format!("{MILL} {text}");
    let rows: &[(&str, &str, &str, &str, &str)] = &[
        // The names of some, the one told of before, those whom a sum takes in, an unborn child.
        ("", DAY, "killed five people on Tuesday.", NEXT, "on Tuesday killed workers. The identities of three victims were given."),
        (
            "note figure-range",
            DAY,
            "wounded three people on Tuesday.",
            DAY,
            "on Tuesday killed a dog. Jurek Dornquist was wounded. Two others were wounded.",
        ),
        ("error conflicting-figures", DAY, "wounded three people on Tuesday.", DAY, "on Tuesday shook homes. Two others were wounded."),
        (
            "",
            DAY,
            "killed eight people on Tuesday.",
            DAY,
            "on Tuesday was heard far off. Ann Dornquist, her husband and six children were killed.",
        ),
        ("note figure-range", DAY, "killed six people, including an unborn child, on Tuesday.", DAY, "killed five people on Tuesday."),
        // Cases of one period and of another, those who did it and those to whom it was done, what was first said.
        ("", DAY, "on Tuesday is the latest of 14 cases since 2005 in Marden.", DAY, "on Tuesday follows 12 cases in Marden."),
        (
            "",
            DAY,
            "wounded eight people on Tuesday.",
            DAY,
            "on Tuesday wounded eight. The mayor had earlier said that 14 people were wounded.",
        ),
        ("", DAY, "wounded eight people on Tuesday.", DAY, "on Tuesday wounded eight. A caller rang to report six people wounded."),
        // Days later with a word that the toll changed, and without one.
        (
            "note revised-figure",
            DAY,
            "killed two people on Tuesday.",
            "2025-08-19",
            "on 5 August killed three people. A third victim has died, the hospital said.",
        ),
        ("error conflicting-figures", DAY, "killed two people on Tuesday.", "2025-08-19", "on 5 August killed three people."),
        // Of other days, though of one place.
        ("", "2025-08-12", "wounded two people on Monday.", DAY, "wounded four people on Monday."),
    ];
    let rows: Vec<(&str, [(&str, String); 2])> =
        rows.iter().map(|(expected, day, a, next, b)| (*expected, [(*day, one(a)), (*next, one(b))])).collect();
    let rows: Vec<(&str, Vec<(&str, &str)>)> =
        rows.iter().map(|(expected, texts)| (*expected, texts.iter().map(|(day, text)| (*day, &**text)).collect())).collect();
    check(&rows.iter().map(|(expected, texts)| (*expected, &**texts)).collect::<Vec<_>>());
}

#[test]
fn figures_of_what_no_name_tells_apart_are_no_difference() {
    check(&[
        (
            "",
            &[
                (
                    DAY,
                    "Otto Dunbeck beat Milo Harsk in Corven on Tuesday. Judges said Dunbeck landed 28 punches thrown at Harsk during the round.",
                ),
                (DAY, "Otto Dunbeck beat Milo Harsk in Corven on Tuesday. Judges said Dunbeck landed 178 punches thrown at Harsk."),
            ],
        ),
        // Touchdowns of two players, or of two kinds; votes for and against; shares of other things; what was sent and what is there.
        (
            "",
            &[
                (DAY, "The Otters beat the Herons in Marden on Tuesday. He scored six touchdowns on the run."),
                (DAY, "The Otters beat the Herons in Marden on Tuesday. Dornquist scored three touchdowns."),
            ],
        ),
        (
            "",
            &[
                (DAY, "A jury in Marden weighed the Corven case on Tuesday. The three who voted against would not say why."),
                (DAY, "A jury in Marden weighed the Corven case on Tuesday. Roe was among the nine voting to convict."),
            ],
        ),
        (
            "note figure-range",
            &[(DAY, "North Korea has sent 300 engineers to Kursk."), (DAY, "There are now 200 North Korean engineers in Kursk.")],
        ),
    ]);
}

#[test]
fn dates_of_other_events_are_no_difference() {
    check(&[
        // Dates of other events; of steps that come several to one event; a weekday a week apart; a day and its month.
        (
            "",
            &[
                (DAY, "An explosion at the Corven mill in Pell Harbour killed 12 people on Monday."),
                (DAY, "Work began at the Corven mill in Pell Harbour, where an explosion killed 12 people, on Friday."),
            ],
        ),
        (
            "",
            &[
                (DAY, "Ivo Kestrand of Pell Harbour was arrested on Monday over the Corven mill explosion."),
                (DAY, "Ivo Kestrand of Pell Harbour was arrested on Friday over the Corven mill explosion."),
            ],
        ),
        (
            "",
            &[
                ("2025-08-06", "An explosion at the Corven mill in Pell Harbour killed 12 people on Tuesday."),
                ("2025-08-04", "The explosion at the Corven mill in Pell Harbour killed 12 people on Tuesday."),
            ],
        ),
        (
            "",
            &[
                (DAY, "An explosion at the Corven mill in Pell Harbour killed 12 people on Friday."),
                (DAY, "The explosion at the Corven mill in Pell Harbour killed 12 people last week."),
            ],
        ),
    ]);
}

#[test]
fn a_headline_that_its_text_bears_out_is_no_difference() {
    check(&[
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
        // A headline that tells of some of those whom the text counts.
        (
            "",
            &[
                (DAY, "Mother saw mill fire kill 2 kids | A fire at a mill in Pell Harbour killed her four children on Tuesday."),
                (DAY, "The fire at the mill in Pell Harbour killed four children on Tuesday."),
            ],
        ),
    ]);
}

#[test]
fn figures_without_a_noun_meet_where_they_are_the_same() {
    const STORY: &str = "The Marden Otters beat the Teal Point Herons at the Corven Dome.";
    let pair = |one: &str, other: &str| shared(&[(DAY, &format!("{STORY} {one}")), (DAY, &format!("{STORY} {other}"))]).join("; ");
    for (one, other, expected) in [
        ("The Otters won 65-53.", "It ended 65-53 for the Otters.", "65-53 = 65-53"),
        ("The Otters led 31-28 at the break.", "It ended 65-53 for the Otters.", ""),
        ("Captain Jurek Dornquist, 34, limped off.", "The 34-year-old captain Dornquist limped off.", "34 = 34-year-old"),
        ("Captain Jurek Dornquist, 34, limped off.", "Coach Ivo Kestrand, 61, cheered.", ""),
        ("Dornquist ran 205 yards.", "Dornquist ran 205 yards in all.", "205 yards = 205 yards"),
        ("Dornquist ran 205 yards.", "Dornquist ran 140 yards.", ""),
        ("The club has owed Kestrand $2.6 million.", "It owes Kestrand over $2.6 million.", "$2.6 million = over $2.6 million"),
        ("The club has owed Kestrand $2.6 million.", "It owes Kestrand 2.6 million euros.", ""),
        // What is told of many things needs words that it shares.
        ("Kestrand has coached them for two years.", "A new roof was put on two years earlier.", ""),
    ] {
        assert_eq!(pair(one, other), expected, "{one} / {other}");
    }
}

#[test]
fn figures_in_two_units_are_compared_in_one() {
    const BURNED: &str = "The Ridge fire has burned 3,200 acres near Brackwater, officials said on Tuesday.";
    let (silent, conflict) = ("", "error conflicting-figures");
    check(&[
        (silent, &[(DAY, BURNED), (DAY, "The Ridge fire had scorched 1,300 hectares near Brackwater by Tuesday, officials said.")]),
        (silent, &[(DAY, BURNED), (DAY, "The Ridge fire has burned five square miles near Brackwater, officials said on Tuesday.")]),
        (conflict, &[(DAY, BURNED), (DAY, "The Ridge fire had scorched 2,600 hectares near Brackwater by Tuesday, officials said.")]),
        (conflict, &[(DAY, BURNED), (DAY, "The Ridge fire has burned nine square miles near Brackwater, officials said on Tuesday.")]),
        (
            "note revised-figure",
            &[(DAY, BURNED), (NEXT, "The Ridge fire had burned 2,600 hectares near Brackwater by Wednesday, officials said.")],
        ),
        // Two units of one figure in one article are no difference, whichever of them another article has.
        (
            silent,
            &[
                (DAY, "The Ridge fire has burned 3,200 acres (1,300 hectares) near Brackwater, officials said on Tuesday."),
                (DAY, "The Ridge fire has burned 1,300 hectares near Brackwater, officials said on Tuesday."),
            ],
        ),
        // What no noun and no fire tells of is of anything.
        (
            silent,
            &[
                (DAY, "The fire at the mill in Pell Harbour began at dawn. The mill is five miles from the port."),
                (DAY, "The fire at the mill in Pell Harbour began at dawn. Smoke drifted 40 kilometres."),
            ],
        ),
    ]);
}

#[test]
fn dates_of_one_event_meet() {
    const PACT: &str = "On 3 June 2025, Jurek Dornquist of Corven and Ivo Kestrand of Marden signed a pact on the Teal Point quay.";
    for (one, other, expected) in [
        (
            "An explosion at the Corven mill in Pell Harbour killed 12 people on Monday. Captain Jurek Dornquist heard the boiler.",
            "Monday's explosion shook the Corven mill in Pell Harbour. It was the boiler, captain Jurek Dornquist said.",
            "Monday = Monday",
        ),
        // Two stories: who and what must be the same, and the days must meet.
        (
            PACT,
            "The pact between Corven's Dornquist and Marden's Kestrand, struck in June, has held up the tram works.",
            "3 June 2025 = June",
        ),
        (PACT, "The pact between Corven's Dornquist and Marden's Kestrand, struck in May, has held up the tram works.", ""),
        (PACT, "Fishers of Velmora and Sarn Keth signed an accord on herring in June.", ""),
    ] {
        assert_eq!(shared(&[(DAY, one), (DAY, other)]).join("; "), expected, "{one} / {other}");
    }
}
