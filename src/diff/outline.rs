//! The outline of a report: what a comparison with another report, and a person who reviews one, look at.
//!
//! In: a report, or its JSON form. Out: facts told by two or more articles and every finding, by their stable ids. What never happens
//! here: a line number, a count that an unrelated article changes.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim;
use crate::report::Report;
use crate::report::json::{self, severity_name, verdict_name};
use crate::rules::{Severity, wording};
use crate::value::Decimal;
use crate::verdict::Verdict;

/// A report as far as a comparison looks at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Facts told by two or more articles, or with a finding, by id.
    pub facts: BTreeMap<String, FactOutline>,
    /// Findings by fingerprint.
    pub findings: BTreeMap<String, FindingOutline>,
}

/// A fact as far as a comparison looks at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactOutline {
    /// What it is about, on one line.
    pub label: String,
    /// The name of its verdict.
    pub verdict: String,
    /// Lowest reported figure.
    pub low: Option<Decimal>,
    /// The figure that the reports support.
    pub best: Option<Decimal>,
    /// Highest reported figure.
    pub high: Option<Decimal>,
    /// Its claims, a line each, sorted.
    pub claims: Vec<String>,
}

/// A finding as far as a comparison looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingOutline {
    /// The rule's id.
    pub rule: String,
    /// How grave.
    pub severity: Severity,
    /// The fact's id, where it is about one.
    pub fact: Option<String>,
    /// Its sentence, on one line.
    pub message: String,
}

impl Outline {
    /// The outline of a report.
    pub fn of(report: &Report) -> Self {
        let mut outline = Self::default();
        for finding in &report.findings {
            let fact = finding.fact.map(|id| report.fact(id).key.to_string());
            let message = one_line(&finding.message);
            let found = FindingOutline { rule: finding.rule.to_owned(), severity: finding.severity, fact, message };
            outline.findings.entry(finding.fingerprint.clone()).or_insert(found);
        }
        for (index, fact) in report.case.facts.iter().enumerate() {
            let Ok(index) = u32::try_from(index) else { continue };
            let id = crate::fact::Id(index);
            let Some(judgement) = report.case.judgements.get(index as usize) else { continue };
            if report.articles_of(id).len() < 2 && report.findings_on(id).next().is_none() {
                continue;
            }
            let lines = fact.claims.iter().map(|&claim| claim_line(report, claim));
            let entry = FactOutline {
                label: one_line(&fact.label),
                verdict: verdict_name(judgement.verdict).to_owned(),
                low: judgement.low,
                best: judgement.best,
                high: judgement.high,
                claims: Vec::new(),
            };
            outline.add(&fact.key, entry, lines);
        }
        outline
    }

    /// The outline of a report in its JSON form.
    pub fn of_json(report: &json::Report) -> Self {
        let mut outline = Self::default();
        for finding in &report.findings {
            let severity = severity_of(&finding.severity).unwrap_or(Severity::Note);
            let message = one_line(&finding.message);
            let found = FindingOutline { rule: finding.rule.clone(), severity, fact: finding.fact.clone(), message };
            outline.findings.entry(finding.fingerprint.clone()).or_insert(found);
        }
        let claims: BTreeMap<&str, &json::Claim> = report.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect();
        let found: BTreeSet<&String> = report.findings.iter().filter_map(|finding| finding.fact.as_ref()).collect();
        for fact in &report.facts {
            if fact.articles.len() < 2 && !found.contains(&fact.id) {
                continue;
            }
            let number = |number: Option<json::Number>| number.map(|number| number.0);
            let lines = fact.claims.iter().filter_map(|id| claims.get(id.as_str())).map(|claim| json_line(claim));
            let entry = FactOutline {
                label: one_line(&fact.label),
                verdict: fact.verdict.clone(),
                low: number(fact.low),
                best: number(fact.best),
                high: number(fact.high),
                claims: Vec::new(),
            };
            outline.add(&fact.id, entry, lines);
        }
        outline
    }

    /// Adds a fact; two of one id are one.
    fn add(&mut self, id: &str, entry: FactOutline, lines: impl Iterator<Item = String>) {
        let fact = self.facts.entry(id.to_owned()).or_insert(entry);
        fact.claims.extend(lines);
        fact.claims.sort_unstable();
        fact.claims.dedup();
    }
}

/// A claim on one line: figure, for when, who says so, article, words.
fn claim_line(report: &Report, id: claim::Id) -> String {
    let claim = report.claim(id);
    let when = claim.as_of.map_or_else(|| "no date".to_owned(), |as_of| format!("{}..{}", as_of.days.start(), as_of.days.end()));
    let who = claim.attribution.first().map_or("no one named", |said| &*said.source);
    let doc = &report.article(claim.article).doc;
    line(doc, &when, &one_line(who), &one_line(report.case.words(claim)))
}

/// The same line from the JSON form.
fn json_line(claim: &json::Claim) -> String {
    let when = claim.as_of.as_ref().map_or_else(|| "no date".to_owned(), |as_of| format!("{}..{}", as_of.start, as_of.end));
    let who = claim.attribution.first().map_or("no one named", |said| &said.source);
    line(&claim.doc, &when, &one_line(who), &one_line(&claim.text))
}

fn line(doc: &str, when: &str, who: &str, words: &str) -> String {
    let when = match when.split_once("..") {
        Some((start, end)) if start == end => start,
        _ => when,
    };
    format!("{doc} | {when} | {who} | {words}")
}

/// Text on one line, without control characters.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().map(|word| word.replace(char::is_control, "")).collect::<Vec<_>>().join(" ")
}

/// The severity with this name.
pub(super) fn severity_of(name: &str) -> Option<Severity> {
    [Severity::Error, Severity::Warning, Severity::Note].into_iter().find(|&severity| severity_name(severity) == name)
}

/// The verdict with this name.
pub(super) fn verdict_of(name: &str) -> Option<Verdict> {
    use Verdict::{Agreement, Conflict, Disputed, Range, Revision, Single, Undated};
    [Single, Agreement, Range, Revision, Undated, Disputed, Conflict].into_iter().find(|&verdict| verdict_name(verdict) == name)
}

/// What stands for figures where there are none, as of the date of an event.
pub const NO_FIGURE: &str = "–";

impl FactOutline {
    /// "41–47", "over 13,000": the figures reported at the latest time.
    pub fn figures(&self) -> String {
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high => wording::digits(low),
            (Some(low), Some(high)) => format!("{}–{}", wording::digits(low), wording::digits(high)),
            (Some(low), None) => format!("{} or more", wording::digits(low)),
            (None, Some(high)) => format!("up to {}", wording::digits(high)),
            (None, None) => NO_FIGURE.to_owned(),
        }
    }
}
