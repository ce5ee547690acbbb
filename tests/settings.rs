//! What the settings of a desk do to a report, each key with a batch of its own; and that every page about them holds what the program
//! reads.

#![allow(clippy::unwrap_used, reason = "test code")]

mod support;

use crosscheck::config;
use crosscheck::fact::Counting;
use crosscheck::pipeline;
use crosscheck::report::Report;
use support::samples;

/// An article of a batch: its name, its day, its text.
type Told<'a> = (&'a str, &'a str, &'a str);

fn report(settings: &str, told: &[Told<'_>]) -> Report {
    let settings = config::read("crosscheck.toml", settings).unwrap_or_else(|error| panic!("{error}"));
    let documents: Vec<_> =
        told.iter().flat_map(|(name, day, text)| samples::read(name, format!("---\npublished: {day}\n---\n{text}\n").as_bytes())).collect();
    pipeline::run(&settings.language(), &settings, &documents, Vec::new())
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

/// What one rule finds.
fn found(rule: &str, report: &Report) -> Vec<String> {
    let findings = report.findings.iter().filter(|finding| finding.rule == rule);
    findings.map(|finding| format!("{:?}: {}", finding.severity, finding.message)).collect()
}

/// The rule `house-figure` on one article.
fn against_house(entry: &str, text: &str) -> Vec<String> {
    found("house-figure", &report(&format!("[[house]]\n{entry}\n"), &[("draft.md", "2025-03-05", text)]))
}

#[test]
fn a_draft_is_held_against_the_house_figure() {
    const FIRE: &str = "measure = \"deaths\"\nplace = \"Aster\"\nfigure = \"87\"\nas-of = 2025-03-05";
    let draft = |figure: &str| format!("Mill fire in Aster\n\nThe mill fire in Aster killed {figure} on Monday, the mayor said.");
    let differs = |text: &str| against_house(FIRE, text);
    assert_eq!(differs(&draft("41 people")).len(), 1);
    assert!(
        differs(&draft("41 people"))[0].contains("41, the house figure is 87 (as of 5 Mar 2025)"),
        "{:?}",
        differs(&draft("41 people"))
    );
    for fits in ["87 people", "about 90 people", "at least 80 people", "dozens of people"] {
        assert!(differs(&draft(fits)).is_empty(), "{fits}");
    }
    for other in [
        "Mill fire in Brack\n\nThe mill fire in Brack killed 41 people on Monday, the mayor said.",
        "Mill fire in Aster\n\nThe mill fire in Aster killed 87 people. At first 41 people were known to have died.",
        "Mill fire in Aster\n\nThe mill fire in Aster killed three children, among others.",
        "Mill fire in Aster\n\nThe mill fire in Aster injured 41 people.",
        "Mill fire in Aster\n\nThe mill fire in Aster may have killed 41 people.",
    ] {
        assert!(differs(other).is_empty(), "{other}: {:?}", differs(other));
    }
}

#[test]
fn time_decides_how_a_house_figure_is_taken() {
    let fire = |as_of: &str| format!("measure = \"deaths\"\nwords = [\"Aster\"]\nfigure = 87\nas-of = {as_of}\nnote = \"from the list\"");
    let text = "Mill fire in Aster\n\nThe mill fire in Aster killed 41 people, the mayor said.";
    let grave =
        |as_of: &str| against_house(&fire(as_of), text).iter().map(|found| found.split(':').next().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(grave("2025-03-05"), ["Error"]);
    assert_eq!(grave("2025-03-04"), ["Warning"], "a later report");
    assert!(grave("2025-03-06").is_empty(), "an older report");
}

#[test]
fn a_house_figure_is_found_by_what_is_said_of_it() {
    let text = "Mill fire in Aster\n\nThe mill fire in Aster destroyed 41 homes on Monday. Damage was put at $90 million.";
    for (entry, expected) in [
        ("counted = \"homes\"\nevent = \"destroy\"\nfigure = \"60\"", 1),
        ("counted = \"house\"\nplace = \"Aster\"\nfigure = \"60\"", 1),
        ("counted = \"homes\"\nevent = \"evacuate\"\nfigure = \"60\"", 0),
        ("counted = \"homes\"\nwords = \"Brack\"\nfigure = \"60\"", 0),
        ("words = \"mill fire\"\nfigure = \"$120 million\"", 1),
        ("words = \"mill fire\"\nfigure = \"€120 million\"", 0),
        ("counted = \"homes\"\nplace = \"Aster\"\nfigure = 2025", 1),
    ] {
        assert_eq!(against_house(entry, text).len(), expected, "{entry}: {:?}", against_house(entry, text));
    }
    let first = report("", &[("draft.md", "2025-03-05", text)]);
    let id = first.case.facts.iter().find(|fact| fact.measure.as_deref() == Some("homes")).map(|fact| fact.key.to_string()).unwrap();
    assert_eq!(against_house(&format!("fact = \"{}\"\nfigure = 60", &id[..10]), text).len(), 1);
}

/// The claims of a text read with the desk's words, as the JSON form shows them.
fn claims(settings: &str, text: &str) -> Vec<serde_json::Value> {
    let report = report(settings, &[("a.md", "2025-03-05", text)]);
    let json: serde_json::Value = serde_json::from_str(&samples::as_json(&report)).unwrap();
    json["claims"].as_array().unwrap().clone()
}

#[test]
fn a_desk_adds_names() {
    let text = "Karvel Works sent 40 engineers to Old Ruvania on Monday.";
    let names = |settings: &str| {
        let claims = claims(settings, text);
        let claim = claims.iter().find(|claim| claim["value"]["stated"][0] == 40).unwrap().clone();
        [claim["actor"].as_str().unwrap_or_default().to_owned(), claim["place"].as_str().unwrap_or_default().to_owned()]
    };
    assert_ne!(names(""), ["Karvel Steel", "Ruvania"]);
    assert_eq!(names("[aliases]\n\"Karvel Works\" = \"Karvel Steel\"\n\"Old Ruvania\" = \"Ruvania\"\n"), ["Karvel Steel", "Ruvania"]);
    assert_eq!(names("[aliases]\n\"Old Ruvania\" = \"Ruvania\"\n\"Ruvania\" = \"France\"\n")[1], "France", "one alias for another");
}

#[test]
fn a_desk_adds_measures_and_they_join_what_they_count() {
    let told: &[Told<'_>] = &[
        ("a.md", "2025-03-05", "Ward closes in Orle\n\nThe closing of the ward in Orle cost 40 cots, the union of Orle nurses said."),
        ("b.md", "2025-03-05", "Orle ward closes\n\nThe closing of the ward in Orle cost 52 bedsteads, the union of Orle nurses said."),
    ];
    assert!(shared(&report("", told)).is_empty());
    let own = "[[measures]]\nname = \"beds\"\nheads = [\"cot\", \"bedstead\"]\ncounts = \"standing\"\n";
    assert_eq!(shared(&report(own, told)).len(), 1, "{:?}", shared(&report(own, told)));
    let claims = claims("[[measures]]\nname = \"beds\"\nheads = [\"ux/uxen\"]\n", "They lost 40 uxen.");
    assert_eq!((claims[0]["counted"]["head"].as_str(), claims[0]["counted"]["measure"].as_str()), (Some("ux"), Some("beds")));
}

#[test]
fn a_desk_adds_verbs() {
    let own = "[[verbs]]\nclass = \"kill\"\nverbs = [\"zap\", \"smite/smote/smitten\"]\nundergoer = \"deaths\"\n";
    for text in ["The storm smote 12 people.", "12 people were zaped.", "The storm zaped 12 on Monday."] {
        let claims = claims(own, text);
        let claim = claims.iter().find(|claim| claim["value"]["stated"][0] == 12).unwrap();
        assert_eq!(claim["counted"]["measure"], "deaths", "{text}: {claim:#}");
    }
    let nouns = "[[verbs]]\nclass = \"derail\"\nverbs = \"unrail\"\nnouns = \"unrailing\"\n";
    let claims = claims(nouns, "The train that unrailed carried 40 people.");
    assert!(claims.iter().any(|claim| claim["value"]["stated"][0] == 40));
}

#[test]
fn a_desk_adds_units_and_its_row_wins() {
    let own = "[[units]]\ncode = \"qtl\"\nnames = [\"quintal\", \"quintals\"]\nsymbols = [\"qtl\"]\nsmaller = [\"kg\", 100]\n\
               [[units]]\ncode = \"ZKR\"\nkind = \"money\"\nbefore = [\"Zk\"]\nnames = [\"zekra\"]\n\
               [[units]]\ncode = \"smoot\"\nnames = [\"meters\"]\n";
    for (text, unit, kind) in [
        ("They sold 40 quintals of wheat.", "qtl", "measure"),
        ("They sold 40 qtl of wheat.", "qtl", "measure"),
        ("It cost Zk40, he said.", "ZKR", "money"),
        ("It cost forty zekra, he said.", "ZKR", "money"),
        ("It is 40 meters long.", "smoot", "measure"),
    ] {
        let claims = claims(own, text);
        let claim = claims.iter().find(|claim| claim["value"]["stated"][0] == 40).unwrap_or_else(|| panic!("{text}: {claims:#?}"));
        assert_eq!((claim["value"]["unit"].as_str(), claim["kind"].as_str()), (Some(unit), Some(kind)), "{text}");
    }
    let composite = claims(own, "They sold 2 quintals 50 kg of wheat.");
    assert_eq!(composite[0]["value"]["stated"][0], 250, "{composite:#?}");
}

#[test]
fn a_desk_adds_wires() {
    let told: &[Told<'_>] = &[
        (
            "a.md",
            "2025-08-05",
            "Bus crash near Orle\n\nORLE (KN) - The bus crash near Orle killed 12 people on Tuesday, police said in Orle.",
        ),
        (
            "b.md",
            "2025-08-05",
            "Orle bus crash\n\nORLE (KN) - A bus crash in the hills near Orle killed 12 on Tuesday. The road to Orle is shut.",
        ),
    ];
    let origins = |settings: &str| {
        let report = report(settings, told);
        assert_eq!(report.case.stories.len(), 1);
        report.case.origins.of.iter().collect::<std::collections::BTreeSet<_>>().len()
    };
    assert_eq!((origins(""), origins("[sources.\"Karvel News\"]\nwires = \"(KN)\"\n")), (2, 1));
}

#[test]
fn dates_of_which_only_the_order_differs_are_listed() {
    let told: &[Told<'_>] = &[
        ("a.md", "2025-10-20", "Orle mill fire\n\nA fire destroyed the Karvel Steel mill in Orle on 03/10/2025, the Orle council said."),
        (
            "b.md",
            "2025-10-20",
            "Fire at Orle mill\n\nThe fire destroyed the Karvel Steel mill in Orle on October 3, 2025, the Orle council said.",
        ),
    ];
    let listed = |settings: &str| {
        let report = report(settings, told);
        let left = report.case.not_compared.iter().filter(|left| left.because.contains("other way round"));
        left.map(|left| left.claims.len()).collect::<Vec<_>>()
    };
    assert_eq!(listed(""), [2]);
    assert!(listed("[dates]\nday-first = true\n").is_empty(), "both are 3 October");
}
