//! What holds for every text and every batch: nothing panics, every place is one of the text, and a report depends on what the
//! articles say and on nothing else.

#![allow(clippy::unwrap_used, reason = "test code")]

mod support;

use crosscheck::source::Document;
use proptest::prelude::*;
use rayon::ThreadPoolBuilder;
use serde_json::Value;
use support::batch;
use support::samples;

/// Words and signs that parsers stop at, and some that only look like them.
const PIECES: &[&str] = &[
    "forty",
    "one",
    "two",
    "hundred",
    "million",
    "bn",
    "dozens",
    "several",
    "half a",
    "a",
    "12",
    "1,207",
    "3.5",
    "2025",
    "007",
    "1/2",
    "½",
    "6,0000",
    "about",
    "at least",
    "up to",
    "nearly",
    "more than",
    "between",
    "and",
    "to",
    "from",
    "or",
    "no",
    "-",
    "–",
    "—",
    "%",
    "percent",
    "$",
    "€",
    "US$",
    "per",
    "km",
    "miles",
    "°C",
    "people",
    "dead",
    "troops",
    "the",
    "said",
    "killed",
    "were",
    "police",
    "in",
    "Kursk",
    "May",
    "March",
    "may",
    "march",
    "Monday",
    "last",
    "next",
    "late",
    "fall",
    "second",
    "week",
    "year",
    "ago",
    "Feb.",
    "30",
    "31",
    "10:30",
    "p.m.",
    "2025-02-30",
    "11-day",
    "21st",
    "U.N.",
    "\"",
    "“",
    "”",
    "’s",
    "'",
    "(",
    ")",
    ".",
    ",",
    ":",
    ";",
    "!",
    "\n",
    "\n\n",
    "\r\n",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "ﬁve",
    "４１",
    "é",
    "中",
    "🔥",
    "Published",
    "By",
    "Share this",
    "TT",
    "20",
    "- ",
    "#",
    "Date:2025-04-13 16:40:10",
    "Read more",
    "Related",
];

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => "[0-9.,:/-]{1,12}",
        1 => "\\PC{0,8}",
    ];
    let joint = prop::sample::select(&[" ", " ", " ", "", "-", "\n"][..]);
    prop::collection::vec((piece, joint), 0..60)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, joint)| [piece, joint.to_owned()]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_place_is_one_of_the_text(text in any_text()) {
        samples::cards(&text).iter().for_each(samples::hold);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for name in ["a.txt", "a.md", "a.jsonl", "stdin"] {
            if let Ok(read) = crosscheck::source::read(name, &bytes) {
                let documents: Vec<Document> = read.documents.into_iter().map(|(document, _)| document).collect();
                samples::as_json(&samples::report(&documents));
            }
        }
    }

    #[test]
    fn a_report_on_any_text_is_whole(texts in prop::collection::vec(any_text().prop_map(|text| format!("So {text}")), 1..4)) {
        let records: Vec<String> = texts
            .iter()
            .enumerate()
            .map(|(index, text)| serde_json::json!({ "id": index.to_string(), "text": text, "title": text, "published": "2025-06-01" }).to_string())
            .collect();
        let report = samples::report(&samples::read("any.jsonl", records.join("\n").as_bytes()));
        let value: Value = serde_json::from_str(&samples::as_json(&report)).unwrap();
        prop_assert_eq!(value["articles"].as_array().unwrap().len(), texts.len());
        prop_assert_eq!(&value["complete"], &Value::Bool(true));
    }
}

/// The samples and a generated batch: a bit of everything.
fn mixed() -> Vec<Document> {
    let mut documents = samples::seeds();
    documents.extend(samples::generated(&batch::articles(40)));
    documents
}

#[test]
fn the_order_of_inputs_changes_nothing() {
    let mut documents = mixed();
    let expected = samples::as_json(&samples::report(&documents));
    documents.reverse();
    assert!(samples::as_json(&samples::report(&documents)) == expected, "reversed");
    let mut numbers = batch::Numbers(7);
    for round in 0..4 {
        for index in (1..documents.len()).rev() {
            let other = usize::try_from(numbers.within(0, index as u64)).unwrap();
            documents.swap(index, other);
        }
        assert!(samples::as_json(&samples::report(&documents)) == expected, "shuffled, round {round}");
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let documents = mixed();
    let with = |threads| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| samples::as_json(&samples::report(&documents)))
    };
    let alone = with(1);
    for threads in [2, 3, 8] {
        assert!(with(threads) == alone, "{threads} threads");
    }
}

#[test]
fn an_unrelated_article_changes_no_other_finding() {
    let documents = mixed();
    let before = parsed(&documents);
    for (index, text) in UNRELATED.iter().enumerate() {
        let record = serde_json::json!({ "id": format!("unrelated-{index}"), "text": text, "published": "2025-06-03" });
        // Once before all others by name and once after them: no position may count.
        for name in ["!", "~"] {
            let mut more = documents.clone();
            let mut added = samples::read("added.jsonl", record.to_string().as_bytes());
            added[0].name = format!("{name}{index}").into();
            let name = added[0].name.clone();
            more.extend(added);
            let after = parsed(&more);
            for part in ["findings", "facts", "claims", "stories", "articles", "not_compared"] {
                let (old, new) = (entries(&before, part), others(&after, part, &name));
                assert!(old.iter().all(|entry| new.contains(entry)), "{part} changed or lost when `{name}` came in");
                assert_eq!(old.len(), new.len(), "{part} came in beside `{name}`");
            }
        }
    }
}

/// Articles that no sample and no generated article shares anything with; the first is about nothing that is counted.
const UNRELATED: &[&str] = &[
    "The violin maker varnishes each back by hand and lets it dry in the attic, where swallows nest.",
    "Chess: Aino Lehti won the Kuopio open with 7.5 points from nine rounds on Sunday. It was her third title since 2019.",
    "Beekeepers in Tavastia counted 320 hives in May, 40 more than a year earlier, and sold honey for 9 euros a jar.",
];

fn parsed(documents: &[Document]) -> Value {
    serde_json::from_str(&samples::as_json(&samples::report(documents))).unwrap()
}

fn entries(report: &Value, part: &str) -> Vec<String> {
    report[part].as_array().unwrap().iter().map(Value::to_string).collect()
}

/// The entries that are not of the article `name`: its own claims and facts aside.
fn others(report: &Value, part: &str, name: &str) -> Vec<String> {
    let claims = report["claims"].as_array().unwrap();
    let own: Vec<&str> = claims.iter().filter(|claim| claim["doc"] == name).map(|claim| claim["id"].as_str().unwrap()).collect();
    let of_name = |entry: &Value| match part {
        "claims" | "articles" => entry["doc"] == name,
        "stories" => entry["articles"] == serde_json::json!([name]),
        "facts" | "not_compared" => entry["claims"].as_array().unwrap().iter().all(|claim| own.contains(&claim.as_str().unwrap())),
        _ => entry["article"] == name,
    };
    report[part].as_array().unwrap().iter().filter(|entry| !of_name(entry)).map(Value::to_string).collect()
}
