//! A batch of all kinds of findings, made by hand, for the snapshots of every format.

use super::{Style, full, markdown};
use crate::article::{self, Article, Basis, Doubt, Published};
use crate::calendar::{DayInterval, NaiveDate, Weekday};
use crate::claim::{self, AsOf, AsOfBasis};
use crate::diff::{Outline, compare};
use crate::fact::{Counting, NotCompared, Role};
use crate::layout::{Block, Furniture, Zone};
use crate::report::Report;
use crate::rules::testing::{Batch, day};
use crate::rules::{Case, Settings, check};
use crate::text::Span;

/// Soldiers sent, told at three times, with an increment between.
fn soldiers() -> Case {
    let spring = DayInterval::new(NaiveDate::from_ymd_opt(2024, 3, 1).unwrap(), NaiveDate::from_ymd_opt(2024, 5, 31).unwrap()).unwrap();
    Batch::new("Vardish soldiers sent to Ostmark", Counting::AsOf)
        .article(
            "000_border-watch-8b2e.txt#1",
            Some(day(1, 21)),
            "Border talks resume\n\nVard has been supplying shells to Ostmark, and last spring it sent [about 2,000 to 3,000 soldiers|2000-3000|Marl and Brack intelligence officials] there as well, according to Marl and Brack intelligence officials.\n",
        )
        .article(
            "002_courier-44a7.txt",
            None,
            "The minister met his colleague in Port Alder.\nThis comes as Vard has already sent [over 3,500 soldiers|>3500] to help Ostmark, many of whom were hurt along the river.\n",
        )
        .article(
            "003_ledger-7a84.txt",
            Some(day(7, 12)),
            "While it is well known that there are [over 2,500 Vardish troops|>2500] in Ostmark, few have seen them.\n",
        )
        .article("001_gazette-0e64.txt", Some(day(3, 10)), "Brack media put the number of newly sent men at [500 to 1,000|500-1000|Brack media].\n")
        .related(Role::Increment)
        .with(|case| {
            case.claims[0].as_of = Some(AsOf { days: spring, basis: AsOfBasis::Clause });
            case.claims[1].as_of = Some(AsOf { days: DayInterval::day(day(7, 12)), basis: AsOfBasis::Story });
        })
        .judged()
}

/// Joins cases into one batch, articles in their order.
fn joined(cases: Vec<Case>) -> Case {
    let mut all = Case::default();
    for mut case in cases {
        let offset = |number: usize| u32::try_from(number).unwrap();
        let (articles, claims, stories) = (offset(all.articles.len()), offset(all.claims.len()), offset(all.stories.len()));
        let claim = |id: &mut claim::Id| id.0 += claims;
        case.claims.iter_mut().for_each(|claim| claim.article.0 += articles);
        case.origins.of.iter_mut().for_each(|id| id.0 += articles);
        for story in &mut case.stories {
            story.articles.iter_mut().for_each(|id| id.0 += articles);
        }
        for fact in &mut case.facts {
            fact.stories.iter_mut().for_each(|id| id.0 += stories);
            fact.claims.iter_mut().for_each(claim);
            fact.related.iter_mut().for_each(|(id, _)| claim(id));
        }
        for judgement in &mut case.judgements {
            judgement.pairs.iter_mut().for_each(|pair| {
                claim(&mut pair.first);
                claim(&mut pair.second);
            });
            judgement.closed_by.iter_mut().for_each(claim);
        }
        all.articles.append(&mut case.articles);
        all.texts.append(&mut case.texts);
        all.claims.append(&mut case.claims);
        all.stories.append(&mut case.stories);
        all.facts.append(&mut case.facts);
        all.judgements.append(&mut case.judgements);
        all.origins.of.append(&mut case.origins.of);
        all.origins.copy_of.append(&mut case.origins.copy_of);
    }
    all
}

/// An article whose stamp does not fit it.
fn stamped() -> Case {
    let text = "Current:Home > News - Pell Insights\nDate:2025-04-13 16:40:10\nPort Alder — The ministry said Wednesday it has new figures on the harbour, and declined to say how it came by them.\nAnn Ode writes for Alder Post Digital.\n";
    let at = |words: &str| {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let doubt = Doubt { weekday: Some((at("Wednesday"), Weekday::Wed, day(4, 9))), byline: Some(at("Alder Post Digital")), later: None };
    let published = Published { date: day(4, 13), time: None, basis: Basis::Stamp, span: Some(at("Date:2025-04-13")), doubt: Some(doubt) };
    let blocks = vec![
        Block { span: at("Current:Home > News - Pell Insights"), zone: Zone::Furniture(Furniture::Navigation) },
        Block { span: at("Date:2025-04-13 16:40:10"), zone: Zone::Furniture(Furniture::Stamp) },
        Block { span: Span::new(61, text.len()), zone: Zone::Body },
    ];
    let mut batch = Batch::new("said", Counting::Date).article("004_insights-f609.txt", None, "{Wednesday|2025-04-09}").judged();
    batch.facts.clear();
    batch.judgements.clear();
    batch.texts[0] = text.into();
    batch.claims[0].span = at("Wednesday");
    batch.claims[0].sentence = at("Wednesday it has");
    batch.claims[0].date.as_mut().unwrap().days = None;
    batch.articles[0] = Article { published: Some(published), blocks, ..batch.articles[0].clone() };
    batch.not_compared.push(NotCompared { claims: vec![claim::Id(0)], because: "no date to count from".to_owned() });
    batch
}

/// Gives the first articles of a case their outlets.
pub(super) fn outlets(case: &mut Case, names: &[&str]) {
    for (article, name) in case.articles.iter_mut().zip(names) {
        article.publisher = Some((*name).into());
    }
}

/// A report that has every part.
pub(super) fn report() -> Report {
    let fire = Batch::toll("people killed in the Aster mill fire")
        .article(
            "post/mill.md",
            Some(day(3, 1)),
            "Fire at Aster mill\n\nThe fire killed [41 people|41|the county] and destroyed the mill, the county said.\n",
        )
        .article(
            "herald/mill.md",
            Some(day(3, 1)),
            "A fire that killed [47 workers|47] at the Aster mill began in a dust filter, according to two workers.\n",
        )
        .article("wire-101.md", Some(day(3, 1)), "ASTER (Wire) – The blaze took [41|41] lives.\n")
        .with(|case| outlets(case, &["Alder Post", "Brack Herald and Morning Courier"]))
        .judged();
    let march = Batch::toll("people at the Marl Square march")
        .article("march-a.md", Some(day(3, 2)), "Police counted [8,000 people|8000|police].\n")
        .article("march-b.md", Some(day(3, 2)), "Organisers spoke of [30,000|30000|organisers].\n")
        .judged();
    let homes = Batch::new("homes without power in Lower Marl", Counting::AsOf)
        .article("storm-a.md", Some(day(3, 3)), "The storm left [6,000 homes|6000] in Lower Marl without power.\n")
        .article("storm-b.md", Some(day(3, 3)), "Some [6,000 homes|6000] lost power in Lower Marl.\n")
        .with(|case| outlets(case, &["Marl Times", "Alder Post"]))
        .judged();
    let mut stamp = stamped();
    let left = std::mem::take(&mut stamp.not_compared);
    let mut case = joined(vec![soldiers(), stamp, fire, march, homes]);
    case.not_compared = left.into_iter().map(|left| NotCompared { claims: vec![claim::Id(4)], ..left }).collect();
    debug_assert_eq!(case.claim(claim::Id(4)).article, article::Id(4));
    let findings = check(&case, &Settings::default());
    Report::new(case, findings, Vec::new())
}

/// Compares `text` with its file in `snapshots/`.
pub(super) fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// A JSON text laid out over lines.
pub(super) fn pretty(text: &str) -> String {
    serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(text).unwrap()).unwrap()
}

/// What `write` writes.
pub(super) fn text(write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn full_keeps_to_its_width() {
    let report = report();
    for width in [60, 80, 100, 120] {
        let page = text(|out| full::write(&report, None, Style { width, ..Style::default() }, out));
        for line in page.lines() {
            assert!(line.chars().count() <= width, "{} columns at {width}: {line}", line.chars().count());
        }
        if width % 40 == 0 {
            snapshot(&format!("render-full-{width}.txt"), &page);
        }
    }
}

#[test]
fn colours_change_no_letter() {
    let report = report();
    let plain = text(|out| full::write(&report, None, Style::default(), out));
    let painted = text(|out| full::write(&report, None, Style { colours: true, ..Style::default() }, out));
    assert_ne!(painted, plain);
    let mut letters = String::new();
    for (index, piece) in painted.split('\u{1b}').enumerate() {
        // An escape code ends at its `m`.
        letters.push_str(if index == 0 { piece } else { piece.split_once('m').unwrap().1 });
    }
    assert_eq!(letters, plain);
}

#[test]
fn markdown_folds_the_sentences_away() {
    let report = report();
    snapshot("render-markdown.md", &text(|out| markdown::write(&report, None, Style::default(), out)));
}

#[test]
fn a_change_comes_first() {
    let report = report();
    let new = Outline::of(&report);
    let mut old = new.clone();
    let fire = old.facts.iter().find(|(_, fact)| fact.label.contains("mill")).map(|(id, _)| id.clone()).unwrap();
    old.findings.retain(|_, finding| finding.fact.as_ref() != Some(&fire));
    let before = old.facts.get_mut(&fire).unwrap();
    before.verdict = "agreement".to_owned();
    before.high = before.low;
    before.claims.retain(|line| !line.contains("47"));
    let change = compare(&old, &new);
    snapshot(
        "render-change.txt",
        &text(|out| full::write(&report, Some(&change), Style::default(), out)).lines().take(14).collect::<Vec<_>>().join("\n"),
    );
    snapshot(
        "render-change.md",
        &text(|out| markdown::write(&report, Some(&change), Style::default(), out)).lines().take(8).collect::<Vec<_>>().join("\n"),
    );
    snapshot("render-change.jsonl", &text(|out| super::jsonl_change(&change, out)));
    snapshot("diff-snapshot.txt", &crate::diff::write(&new));
}

#[test]
fn a_change_of_any_size_fits_a_comment() {
    let new = Outline::of(&report());
    let mut large = new.clone();
    let (fact, finding) = (new.facts.values().next().unwrap(), new.findings.values().next().unwrap());
    for number in 0..5_000 {
        large.facts.insert(format!("f_{number}"), fact.clone());
        large.findings.insert(format!("1:{number}"), finding.clone());
    }
    let change = compare(&new, &large);
    let alone = text(|out| super::markdown_change(&change, Style { limit: 0, ..Style::default() }, out));
    assert!(alone.len() <= markdown::MOST && alone.contains(" of 5000 findings") && alone.contains(" of 5000 facts"), "{}", alone.len());
    let page = text(|out| markdown::write(&report(), Some(&change), Style::default(), out));
    assert!(page.len() <= markdown::MOST && page.contains("The sentences") && page.contains(" of 5000 findings"), "{}", page.len());
}

#[test]
fn the_json_form_reads_back_as_it_was_written() {
    let report = report();
    let written = text(|mut out| crate::report::json::write(&report, &mut out));
    let read: crate::report::json::Report = serde_json::from_str(&written).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap() + "\n", written);
    assert_eq!(Outline::of_json(&read), Outline::of(&report));
}

#[test]
fn accepted_findings_are_counted_and_not_listed() {
    let mut report = report();
    for finding in report.findings.iter_mut().filter(|finding| finding.severity != crate::rules::Severity::Warning) {
        finding.suppressed = true;
    }
    let accepted = report.findings.len() - report.open().count();
    assert_eq!(report.summary().accepted, accepted);
    let page = text(|out| full::write(&report, None, Style::default(), out));
    assert!(page.contains(&format!("{accepted} accepted")) && !page.contains("conflicting-figures"), "{page}");
    let page = text(|out| markdown::write(&report, None, Style::default(), out));
    assert!(page.contains(&format!("{accepted} accepted")) && !page.contains("conflicting-figures"), "{page}");
    let page = text(|mut out| crate::report::json::findings(&report, &mut out));
    assert_eq!(page.matches("\"suppressed\":true").count(), accepted);
}
