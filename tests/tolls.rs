//! Reports of one toll over some days, and figures that look like one another: what is a difference and what is none.

mod support;

use support::pairs::{DAY, NEXT, check};

/// A week after the event, when its toll has settled.
const WEEK_AFTER: &str = "2025-08-12";

#[test]
fn a_change_that_was_told_in_time_is_no_conflict_later() {
    let first = "A gunman opened fire at a bakery in Pell Harbour on Tuesday, killing one person, police said.";
    let second = "A second person has died after Tuesday's shooting at a bakery in Pell Harbour. Two people were killed, police said.";
    let later = "Two people were killed when a gunman opened fire at a bakery in Pell Harbour last Tuesday, police said.";
    check(&[
        ("note revised-figure", &[(DAY, first), (NEXT, second), (WEEK_AFTER, later)]),
        ("error conflicting-figures", &[(DAY, first), (WEEK_AFTER, later)]),
    ]);
}

#[test]
fn who_died_since_is_taken_from_the_hurt() {
    let first = "A gunman opened fire at a bakery in Pell Harbour on Tuesday. One person was killed and three people were wounded.";
    let later = "A gunman opened fire at a bakery in Pell Harbour last Tuesday. Four people were killed and two people were wounded.";
    let died = "A gunman opened fire at a bakery in Pell Harbour last Tuesday. Two people were killed and two people were wounded.";
    check(&[
        ("error conflicting-figures", &[(DAY, first), (WEEK_AFTER, later)]),
        ("error conflicting-figures, note revised-figure", &[(DAY, first), (WEEK_AFTER, died)]),
    ]);
}

#[test]
fn figures_with_two_digits_changed_are_held_against_each_other() {
    let with = |share: &str| {
        format!("Ann Marden won the runoff in Velmora on Tuesday, beating John Harrow. {share}, the electoral commission said.")
    };
    let (one, typo) = (with("The winner spent £412,000 on the runoff"), with("The winner spent £421,000 on the runoff"));
    let (other, both) = (with("The loser paid £437,000 for the runoff"), with("The winner spent £421,000 on the runoff, and not £412,000"));
    check(&[
        ("error conflicting-figures", &[(DAY, &one), (NEXT, &typo)]),
        ("", &[(DAY, &one), (DAY, &other)]),
        ("", &[(DAY, &one), (DAY, &both)]),
        ("", &[(DAY, &one), (DAY, &with("The loser paid £421,000 for the runoff"))]),
        ("", &[(DAY, &with("It burned 312 boats")), (DAY, &with("It ruined 321 barns"))]),
        ("", &[(DAY, &with("Sales rose 12.3 percent")), (DAY, &with("Profit rose 13.2 percent"))]),
        ("note revised-figure", &[(DAY, &with("There are 12,300 troops in Velmora")), (NEXT, &with("There are 13,200 troops in Velmora"))]),
    ]);
}
