//! What the settings of a desk do to a report, each key with a batch of its own; and that every page about them holds what the program
//! reads.

#![allow(clippy::unwrap_used, reason = "test code")]

mod support;

use crosscheck::config;
use crosscheck::fact::Counting;
use crosscheck::lexicon::Language;
use crosscheck::pipeline;
use crosscheck::report::Report;
use support::samples;

/// An article of a batch: its name, its day, its text.
type Told<'a> = (&'a str, &'a str, &'a str);

fn report(settings: &str, told: &[Told<'_>]) -> Report {
    let settings = config::read("crosscheck.toml", settings).unwrap_or_else(|error| panic!("{error}"));
    let documents: Vec<_> =
        told.iter().flat_map(|(name, day, text)| samples::read(name, format!("---\npublished: {day}\n---\n{text}\n").as_bytes())).collect();
    pipeline::run(Language::english(), &settings, &documents, Vec::new())
}

/// The figures of each fact that two articles or more tell, and its verdict.
fn shared(report: &Report) -> Vec<String> {
    let facts = (0..report.case.facts.len()).map(|at| crosscheck::fact::Id(u32::try_from(at).unwrap()));
    let figures = |id| report.fact(id).counting != Counting::Date;
    let told = facts.filter(|&id| report.articles_of(id).len() > 1 && figures(id));
    told.map(|id| {
        let figures: Vec<String> = report.fact(id).claims.iter().map(|&claim| report.case.stated(claim)).collect();
        format!("{:?}: {}", report.case.judgements[id.0 as usize].verdict, figures.join(", "))
    })
    .collect()
}

fn unmet(report: &Report) -> Vec<String> {
    report.case.unmet.iter().map(|unmet| format!("{} {} {}", unmet.at, unmet.name, unmet.because)).collect()
}

fn kept_apart(report: &Report) -> usize {
    report.case.not_compared.iter().filter(|left| left.because.contains("by the settings")).count()
}

/// Two outlets on homes that a fire destroyed, and one on sheds.
const FIRE: &[Told<'_>] = &[
    (
        "bay.txt",
        "2025-08-05",
        "Pell Harbour fire\n\nA wildfire destroyed 34 homes in Pell Harbour on Tuesday, the mayor of Pell Harbour said.",
    ),
    (
        "pell.txt",
        "2025-08-05",
        "Fire in Pell Harbour\n\nThe wildfire destroyed 43 homes in Pell Harbour on Tuesday, and the harbour was shut.",
    ),
    ("ridge.txt", "2025-08-05", "Pell Harbour fire\n\nThe wildfire burned 900 sheds in Pell Harbour. Crews will stay for 11 days."),
];

#[test]
fn claims_kept_apart_are_never_of_one_fact() {
    assert_eq!(shared(&report("", FIRE)), ["Conflict: 34, 43"]);
    for (one, other) in [("bay.txt:6", "pell.txt:6"), ("pell.txt:6:24", "bay.txt:6:22"), ("bay:6", "pell:6")] {
        let parted = report(&format!("[[facts]]\napart = [\"{one}\", \"{other}\"]\n"), FIRE);
        assert!(shared(&parted).is_empty(), "{one}, {other}: {:?}", shared(&parted));
        assert_eq!((kept_apart(&parted), unmet(&parted)), (1, Vec::new()), "{one}, {other}");
    }
}

#[test]
fn claims_joined_are_of_one_fact_whatever_parts_them() {
    let joined = report("[[facts]]\nsame = [\"bay.txt:6\", \"ridge.txt:6:21\"]\n", FIRE);
    assert_eq!((shared(&joined), unmet(&joined)), (vec!["Conflict: 34, 43, 900".to_owned()], Vec::new()));
    let by_id = report("", FIRE);
    let id = |figure: &str| {
        let claims = (0..by_id.case.claims.len()).map(|at| crosscheck::claim::Id(u32::try_from(at).unwrap()));
        claims.into_iter().find(|&id| by_id.case.stated(id) == figure).map(|id| by_id.claim_key(id)).unwrap()
    };
    let joined = report(&format!("[[facts]]\nsame = [\"{}\", \"{}\"]\n", id("34"), &id("900")[..12]), FIRE);
    assert_eq!(shared(&joined), ["Conflict: 34, 43, 900"]);
}

#[test]
fn what_is_kept_apart_is_not_joined_by_way_of_a_third() {
    let settings = "[[facts]]\nsame = [\"bay.txt:6\", \"ridge.txt:6:21\"]\napart = [\"pell.txt:6\", \"ridge.txt:6:21\"]\n";
    let found = report(settings, FIRE);
    assert!(!shared(&found).iter().any(|fact| fact.contains("43") && fact.contains("900")), "{:?}", shared(&found));
    let both = report("[[facts]]\nsame = [\"bay.txt:6\", \"pell.txt:6\"]\n[[facts]]\napart = [\"bay.txt:6\", \"pell.txt:6\"]\n", FIRE);
    assert!(shared(&both).is_empty());
    assert!(unmet(&both)[0].contains("kept apart"), "{:?}", unmet(&both));
}

#[test]
fn a_name_that_fits_nothing_is_said_and_changes_nothing() {
    let settings = "[[facts]]\nsame = [\n  \"bay.txt:6\",\n  \"gone.txt:9\",\n]\n[[facts]]\nsame = [\"ridge.txt:6\", \"bay.txt title\"]\n";
    let found = report(settings, FIRE);
    assert_eq!(shared(&found), shared(&report("", FIRE)));
    assert_eq!(
        unmet(&found),
        [
            "crosscheck.toml:4 gone.txt:9 fits no figure or date of this batch",
            "crosscheck.toml:7 bay.txt title fits no figure or date of this batch",
        ]
    );
}

#[test]
fn what_the_settings_say_holds_in_any_order_of_the_batch() {
    let mut turned = FIRE.to_vec();
    turned.reverse();
    for settings in ["same = [\"ridge.txt:6:21\", \"bay.txt:6\"]", "apart = [\"pell.txt:6\", \"bay.txt:6\"]"] {
        let settings = format!("[[facts]]\n{settings}\n");
        assert_eq!(samples::as_json(&report(&settings, FIRE)), samples::as_json(&report(&settings, &turned)));
    }
}

/// Four outlets of one evening; two of them copy one report.
const CRASH: &[Told<'_>] = &[
    ("a.md", "2025-08-05", "Bus crash near Orle\n\nThe bus crash near Orle killed 12 people on Tuesday, police said."),
    ("b.md", "2025-08-05", "Orle bus crash\n\nA bus crash in the hills near Orle killed 12 people on Tuesday. The road is shut."),
    ("c.md", "2025-08-05", "Bus crash in Orle\n\nTuesday's bus crash near Orle killed 14 people. Schools in Orle stay closed."),
];

/// Best, who chose it, and the verdict of the one fact that the articles share.
fn best(settings: &str) -> (Option<String>, Option<String>, String) {
    let report = report(settings, CRASH);
    let json: serde_json::Value = serde_json::from_str(&samples::as_json(&report)).unwrap();
    let shared = |fact: &&serde_json::Value| fact["articles"].as_array().unwrap().len() == 3 && fact["measure"] == "deaths";
    let fact = json["facts"].as_array().unwrap().iter().find(shared).unwrap_or_else(|| panic!("{json:#}"));
    (
        fact["best"].as_i64().map(|best| best.to_string()),
        fact["best_by"].as_str().map(str::to_owned),
        fact["verdict"].as_str().unwrap().to_owned(),
    )
}

#[test]
fn a_policy_chooses_the_best_figure_and_never_the_verdict() {
    let outcome = |figure: Option<&str>, by: Option<&str>| (figure.map(str::to_owned), by.map(str::to_owned), "conflict".to_owned());
    let publishers = "[articles.\"a.md\"]\npublisher = \"Orle Mail\"\n[articles.\"b.md\"]\npublisher = \"Vale Star\"\n\
                      [articles.\"c.md\"]\npublisher = \"The Hill Echo\"\n";
    assert_eq!(best(""), outcome(None, None));
    assert_eq!(best("[compare]\npolicy = \"range\"\n"), outcome(None, None));
    assert_eq!(best("[compare]\npolicy = \"majority\"\n"), outcome(Some("12"), Some("majority")));
    let copied = "[articles.\"b.md\"]\ncopy-of = \"a.md\"\n[compare]\npolicy = \"majority\"\n";
    assert_eq!(best(copied), outcome(None, None), "two articles of one origin are no majority");
    let priority = |sources: &str| best(&format!("{publishers}{sources}\n[compare]\npolicy = \"priority\"\n"));
    assert_eq!(priority(""), outcome(None, None), "all are as reliable");
    assert_eq!(priority("[sources.\"Hill Echo\"]\nreliability = \"high\""), outcome(Some("14"), Some("priority")));
    assert_eq!(priority("[sources.\"Hill Echo\"]\nreliability = 20"), outcome(Some("12"), Some("priority")));
    let named = "[sources.police]\nreliability = 90\n[sources.Echo]\nreliability = 70\npublishers = [\"The Hill Echo\"]";
    assert_eq!(priority(named), outcome(Some("12"), Some("priority")), "a claim is as reliable as the source that it names");
}

#[test]
fn a_source_goes_by_one_name() {
    let settings = "[articles.\"a.md\"]\npublisher = \"orlemail.example\"\n[sources.\"Orle Mail\"]\npublishers = \"OrleMail.example\"\n";
    let found = report(settings, CRASH);
    assert_eq!(found.case.articles[0].publisher.as_deref(), Some("Orle Mail"));
}
