//! Pairs of short articles, and what a report says of them together.
//!
//! In: the day and the text of each article, "title | text" where it has a title. Out: its findings, the facts that both state.

use super::samples;
use crosscheck::claim::Claim;
use crosscheck::fact::Fact;
use crosscheck::report::Report;
use crosscheck::report::json::severity_name;
use crosscheck::rules::Finding;

/// What a report on two articles of a day finds, gravest first: "error conflicting-figures".
pub fn found(texts: &[(&str, &str)]) -> Vec<String> {
    let finding = |finding: &Finding| format!("{} {}", severity_name(finding.severity), finding.rule);
    report(texts).findings.iter().map(finding).collect()
}

/// The facts of two articles that hold claims of both, each as its claims' words.
pub fn shared(texts: &[(&str, &str)]) -> Vec<String> {
    let case = report(texts).case;
    let words = |fact: &Fact| {
        let claims: Vec<&Claim> = fact.claims.iter().map(|id| case.claim(*id)).collect();
        let text = |claim: &&Claim| claim.span.of(&case.texts[claim.article.0 as usize]).to_owned();
        let both = claims.iter().any(|claim| claim.article != claims[0].article);
        both.then(|| claims.iter().map(text).collect::<Vec<_>>().join(" = "))
    };
    case.facts.iter().filter_map(words).collect()
}

pub fn report(texts: &[(&str, &str)]) -> Report {
    let record = |(index, (day, text)): (usize, &(&str, &str))| {
        let (title, text) = text.split_once(" | ").map_or((None, *text), |(title, text)| (Some(title), text));
        serde_json::json!({ "id": format!("article-{index}"), "published": day, "title": title, "text": text }).to_string()
    };
    let records: Vec<String> = texts.iter().enumerate().map(record).collect();
    samples::report(&samples::read("pair.jsonl", records.join("\n").as_bytes()))
}

pub fn check(rows: &[(&str, &[(&str, &str)])]) {
    let mut breaches = Vec::new();
    for (expected, texts) in rows {
        let found = found(texts).join(", ");
        if found != *expected {
            breaches.push(format!("{texts:#?}\n  expected {expected:?}\n     found {found:?}"));
        }
    }
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

/// The day of a report.
pub const DAY: &str = "2025-08-05";
/// The day after.
pub const NEXT: &str = "2025-08-06";
