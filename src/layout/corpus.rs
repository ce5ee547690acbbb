//! Pages and what their lines are: a corpus that the layout must take as it stands. Every line is written with its zone before it.

use proptest::prelude::*;

use super::{Furniture, Zone, read};
use crate::lexicon::Language;
use crate::source::Document;
use crate::text::Folded;

/// A page whose lines are `zone| text`; an empty line is itself. Holds the zones that are read against those that are written.
fn check(page: &str) {
    let written: Vec<(&str, &str)> =
        page.lines().map(|line| line.split_once('|').map_or(("", line), |(zone, text)| (zone.trim(), text.trim()))).collect();
    let text = written.iter().map(|(_, text)| *text).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    let mut from = 0;
    let laid = read(Language::english(), &Document::default(), &Folded::new(&text));
    for (_, line) in written.iter().filter(|(zone, _)| !zone.is_empty()) {
        let start = from + text[from..].find(line).unwrap();
        from = start + line.len();
        let blocks = laid.iter().flat_map(|laid| &laid.blocks);
        let zone = blocks.filter(|block| block.span.range().contains(&start)).map(|block| name(block.zone)).collect::<Vec<_>>();
        found.push(format!("{}| {line}", zone.join("+")));
    }
    let expected: Vec<String> = written.iter().filter(|(zone, _)| !zone.is_empty()).map(|(zone, line)| format!("{zone}| {line}")).collect();
    assert_eq!(found.join("\n"), expected.join("\n"));
}

fn name(zone: Zone) -> &'static str {
    match zone {
        Zone::Headline => "headline",
        Zone::Body => "body",
        Zone::Caption => "caption",
        Zone::Embedded => "post",
        Zone::Furniture(Furniture::Counter) => "counter",
        Zone::Furniture(Furniture::Repeated) => "repeated",
        Zone::Furniture(Furniture::Paywall) => "paywall",
        Zone::Furniture(Furniture::Share) => "share",
        Zone::Furniture(Furniture::Sidebar) => "sidebar",
        Zone::Furniture(Furniture::Navigation) => "navigation",
        Zone::Furniture(Furniture::Stamp) => "stamp",
        Zone::Furniture(Furniture::Byline) => "byline",
        Zone::Furniture(Furniture::Other) => "other",
    }
}

#[test]
fn lines_without_an_end_among_the_text_lead_elsewhere_where_there_are_several() {
    check(
        "headline| Mill burns in Alder
body| Three people died when the old mill in Alder burned down on Friday.
body| The fire broke out at 3 a.m. and was put out six hours later, the mayor said.
sidebar| Five dead, 8 hurt after bus falls off a bridge in Karvella
body| Two of the dead had worked there since the spring, their families said.
sidebar| Mayor says the council misled her over bridge repairs
body| A fund has been set up for the families of the dead.",
    );
    check(
        "headline| Mill burns in Alder
body| Three people died when the old mill in Alder burned down on Friday.
body| What we know about the three who died there
body| Two of the dead had worked there since the spring, their families said.",
    );
}

#[test]
fn a_page_full_of_furniture() {
    check(
        "navigation| Home > News > Mill burns in Alder
headline| Mill burns in Alder, three dead
byline| By Ann Ode
stamp| Published 3:04 p.m. ET March 3, 2018
share| Facebook | Twitter | Email
caption| Firefighters at the mill on Friday. (Photo: Ben Elm / Alder Post)
counter| Shares
counter| 20
paywall| Already a subscriber? Log in to read the rest of this story on all of your devices.
body| ALDER (AP) - Three people died when the old mill in Alder burned down on Friday.
body| The fire broke out at 3 a.m. and was put out six hours later, the mayor said.
sidebar| RELATED: Twelve hurt in bridge collapse
body| \"I saw smoke,\" said a neighbor.
other| Advertisement
body| Forty homes were without power on Saturday.
post| Crews are still at the mill. 40 homes without power. pic.twitter.com/abcdef
post| — Alder Fire (@alderfire) March 3, 2018
body| A fund has been set up for the families of the dead.
byline| Cay Fir contributed to this report.
byline| Ann Ode is a city reporter for the Alder Post. Reach her at ann@alder.example.
byline| Dan Oak covers the courts for Alder Post. Write to him at dan@alder.example.
other| Copyright 2018 Alder Post. All rights reserved.
navigation| More from Alder Post
sidebar| Two dead as bus falls off bridge
sidebar| Mayor wants $25 million for roads
sidebar| Who pays for the 300 lost trees?
other| Loading...",
    );
}

#[test]
fn running_text_stays_text() {
    check(
        "body| More than 40 people died in the storm, the ministry said on Friday.
body| Related deaths rose to 12.
body| \"By Monday, 300 had fled,\" she said.
body| Published figures put the toll at 41, and nobody doubts them.
body| Facebook said it would cut 12,000 jobs this year.
body| Contact between the two armies broke off after 3 days of talks.
body| Photo shops closed by the dozen: 300 in a year.
body| Updated rules take effect in 2026, a spokesman said.
body| Follow the money, said the prosecutor: $40 million are gone.
body| No.
body| What then?",
    );
}

#[test]
fn lists_and_tables_stay_text() {
    check(
        "headline| The dead of the mill fire
body| The ministry has named the victims of the fire in Alder:
body| - Ann Ode, 24, of Alder
body| - Ben Elm, 31, of Fir
body| - Cay Fir, 7, of Alder
body| Deaths by district
body| Alder 12 14 26
body| Fir 3 0 3
body| Total 15 14 29
body| 2023
body| 41
body| Ranking
body| 1. Alder 26
body| 2. Fir 3
body| The figures are those of Friday evening, the ministry said.",
    );
}

#[test]
fn titles_in_lists_after_the_text_are_not_the_article() {
    check(
        "body| The old mill in Alder burned down on Friday and three people died in the fire.
navigation| - In:
navigation| - Alder
navigation| - Fire brigades
other| VeryNice! (2)
navigation| Related
sidebar| - Two dead as bus falls off a bridge near Fir
sidebar| - Is this small town the best place to retire?
navigation| Ranking
sidebar| - Runner Dan Oak can now focus solely on his sport
sidebar| - Lawsuit claims that video shows officer asleep in his car
sidebar| - Star leaves the show after nearly two decades: 'I will miss it'
navigation| Recommendation
sidebar| Tornadoes destroy 12 homes in the plains as storms tear on
sidebar| Vampire facials infected three people, health agency finds
sidebar| The Best Stocking Stuffers Under $25 for All of Your Friends",
    );
}

#[test]
fn headlines_stand_above_text_and_repeat() {
    check(
        "headline| Storm Kills 12 in Alder, Thousands Flee

caption| A house in Alder on March 3, 2025. (Reuters)
counter| TT
counter| 20

repeated| Storm Kills 12 in Alder, Thousands Flee

caption| A house in Alder on March 3, 2025. (Reuters)

body| A storm killed 12 people in Alder on Monday and drove thousands from their homes.",
    );
    check("body| Mill burns in Alder, three dead");
    check("body| Already a subscriber? Log in.");
    check("body| Three people died when the old mill burned.\nbody| Thousands fled the town.");
}

#[test]
fn articles_of_one_file_are_told_apart() {
    let parts =
        |text: &str| read(Language::english(), &Document::default(), &Folded::new(text)).iter().map(|laid| laid.part).collect::<Vec<_>>();
    let one = "Storm Kills 12 in Alder\n\nA house in Alder. (AFP)\nTT\n20\n\nStorm Kills 12 in Alder\n\nA storm killed 12 people in Alder on Monday, police said.\n\nIt drove thousands from their homes in the night.\n";
    let two = one.replace("Alder", "Fir").replace("12", "7");
    assert_eq!(parts(&format!("{one}\n\n\n{two}")), [Some(1), Some(2)]);
    assert_eq!(parts(&format!("{one}\n{two}\n{one}")), [Some(1), Some(2), Some(3)]);
    assert_eq!(parts(one), [None]);
    // Without a page's repetitions a wide gap, a headline and a byline tell.
    let plain = |town: &str| {
        format!(
            "Storm kills 12 in {town}\nBy Ann Ode\n\nA storm killed 12 people in {town} on Monday, police said.\n\nIt drove thousands from their homes in the night.\n"
        )
    };
    assert_eq!(parts(&format!("{}\n\n\n{}", plain("Alder"), plain("Fir"))), [Some(1), Some(2)]);
    // A subhead between wide gaps begins no article.
    let subhead = "A storm killed 12 people in Alder on Monday, police said.\n\n\nWhat the town did next\n\n\nIt drove thousands from their homes in the night.\n";
    assert_eq!(parts(subhead), [None]);
    let whole = Document { whole: true, ..Document::default() };
    assert_eq!(read(Language::english(), &whole, &Folded::new(&format!("{one}\n\n\n{two}"))).len(), 1);
}

#[test]
fn large_pages_take_linear_time() {
    let pages = [
        "a".repeat(1_000_000),
        "A line\n".repeat(50_000),
        "1\n\n".repeat(50_000),
        "\"(".repeat(200_000),
        "- Mill burns > in Alder (\n".repeat(20_000),
    ];
    for page in &pages {
        let laid = read(Language::english(), &Document::default(), &Folded::new(page));
        assert!(laid.iter().any(|laid| !laid.blocks.is_empty()));
    }
}

/// Lines that pages are made of, and noise.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("Related".to_owned()),
        Just("TT".to_owned()),
        Just("20".to_owned()),
        Just("— Ann (@ann) July 12, 2025".to_owned()),
        Just("Storm Kills 12 in Alder, Thousands Flee".to_owned()),
        Just("A house in Alder on March 3, 2025. (Reuters)".to_owned()),
        Just("A storm killed 12 people in Alder on Monday and drove thousands away.".to_owned()),
        "\\PC{0,60}",
        "[ -~\u{a0}-\u{ff}\u{2010}-\u{2030}]{0,200}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_word_lies_in_one_block(lines in prop::collection::vec(line(), 0..40), whole: bool) {
        let given = lines.join("\n");
        let folded = Folded::new(&given);
        let text = folded.text();
        let document = Document { whole, ..Document::default() };
        let mut end = 0;
        for laid in read(Language::english(), &document, &folded) {
            for block in laid.blocks {
                prop_assert!(block.span.start >= end && !block.span.is_empty());
                prop_assert!(text.get(end as usize..block.span.start as usize).unwrap().trim().is_empty());
                prop_assert_eq!(block.span.of(text).trim(), block.span.of(text));
                end = block.span.end;
            }
        }
        prop_assert!(text.get(end as usize..).unwrap().trim().is_empty());
    }
}
