//! Ages of one named person in two articles, and counts told in words: what is a difference and what is none.

mod support;

use support::pairs::{DAY, NEXT, check, report};

#[test]
fn ages_of_one_named_person_conflict_where_no_time_explains_them() {
    let told = "Ann Marden, 52, died on Tuesday when a wildfire swept into Pell Harbour, the fire chief said.";
    let with = |age: &str| told.replace("52", age);
    let (younger, elder) = (with("25"), with("53"));
    check(&[
        ("error conflicting-figures", &[(DAY, told), (DAY, &younger)]),
        ("error conflicting-figures", &[(DAY, told), (NEXT, &younger)]),
        // The birthday may have been on the day between.
        ("", &[(DAY, told), (NEXT, &elder)]),
        ("error conflicting-figures", &[(DAY, &elder), (NEXT, told)]),
        ("note figure-range", &[(DAY, told), ("", &younger)]),
        (
            "",
            &[
                (DAY, told),
                (DAY, "Ann Marden was a clerk. In 1990, Ann Marden, 17, had lived in Pell Harbour, where a wildfire struck on Tuesday."),
            ],
        ),
        ("", &[(DAY, told), (DAY, told)]),
        ("", &[(DAY, told), (DAY, "Ann Harrow, 25, died on Tuesday when a wildfire swept into Pell Harbour, the fire chief said.")]),
        ("", &[(DAY, told), (DAY, "A 25-year-old woman died on Tuesday when a wildfire swept into Pell Harbour, the fire chief said.")]),
    ]);
}

#[test]
fn an_age_is_called_that_of_its_owner() {
    let label =
        |text: &str| report(&[(DAY, text), (NEXT, text)]).case.facts.into_iter().map(|fact| fact.label.to_string()).collect::<Vec<_>>();
    assert!(label("Ann Marden, 52, died in a wildfire.").iter().any(|label| label.starts_with("age of Ann Marden")));
    assert!(label("A 52-year-old clerk died in a wildfire.").iter().any(|label| label.starts_with("age of the clerk")));
}

#[test]
fn words_without_a_number_meet_no_count_of_others() {
    let flown = "A wildfire swept into Pell Harbour on Tuesday. Nineteen people were flown to a clinic.";
    check(&[
        ("", &[(DAY, flown), (DAY, "A wildfire swept into Pell Harbour on Tuesday. Many people left the theatre.")]),
        (
            "note figure-range",
            &[
                (DAY, "A wildfire in Pell Harbour destroyed 34 homes on Tuesday."),
                (DAY, "A wildfire in Pell Harbour destroyed dozens of homes on Tuesday."),
            ],
        ),
    ]);
}
