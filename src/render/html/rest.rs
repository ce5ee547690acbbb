//! What stands around the facts: what changed since the accepted report, articles at odds with themselves, what was not compared.
//!
//! In: a report. Out: what the template prints. What never happens here: a list that is cut without its count.

use serde::Serialize;

use super::Page;
use super::fact::{Found, cut, found};
use super::quotes::{self, Article};
use crate::diff::Change;
use crate::render::Style;
use crate::render::change::{figures, kinds, says, tally};
use crate::render::excerpt::{clean, excerpt};
use crate::render::full::{not_read, reasons, told_once, words};
use crate::report::json::severity_name;
use crate::rules::{Finding, Mark};
use crate::text::Span;

/// Letters of a line of an article.
const LINE: usize = 220;
/// Most changes, and most examples of one reason, that are listed.
const CHANGES: usize = 50;
const EXAMPLES: usize = 12;
/// Most articles at odds with themselves.
const ARTICLES: usize = 500;

/// What changed since the accepted report.
#[derive(Debug, Serialize)]
pub(super) struct Changed {
    tally: String,
    findings: Vec<ChangedFinding>,
    facts: Vec<ChangedFact>,
    cut: Option<String>,
}

#[derive(Debug, Serialize)]
struct ChangedFinding {
    kind: &'static str,
    severity: &'static str,
    rule: String,
    message: String,
    fact: Option<String>,
}

#[derive(Debug, Serialize)]
struct ChangedFact {
    kinds: String,
    label: String,
    figures: String,
    id: String,
}

/// What changed, the gravest first.
pub(super) fn change(change: &Change, style: Style) -> Changed {
    let most = if style.limit == 0 { usize::MAX } else { CHANGES };
    let findings = change.findings.iter().take(most).map(|change| ChangedFinding {
        kind: change.kind.name(),
        severity: severity_name(change.finding.severity),
        rule: change.finding.rule.clone(),
        message: says(change),
        fact: change.finding.fact.clone(),
    });
    let facts = change.facts.iter().take(most).map(|change| ChangedFact {
        kinds: kinds(change),
        label: clean(change.label()),
        figures: clean(&figures(change)),
        id: change.id.clone(),
    });
    let all = change.findings.len().max(change.facts.len());
    Changed {
        tally: if change.is_empty() { "Nothing changed since the accepted report".to_owned() } else { tally(change) },
        findings: findings.collect(),
        facts: facts.collect(),
        cut: cut(most.min(all), all, "changes of each kind"),
    }
}

/// A finding on one article.
#[derive(Debug, Serialize)]
pub(super) struct AtOdds {
    found: Found,
    article: Option<Article>,
    lines: Vec<Line>,
}

/// A line of an article with what to see in it.
#[derive(Debug, Serialize)]
struct Line {
    number: u32,
    before: String,
    marked: String,
    after: String,
    label: String,
}

/// What comes behind the facts.
#[derive(Debug, Serialize)]
pub(super) struct Rest {
    reasons: Vec<Reason>,
    reasons_cut: Option<String>,
    told_once: String,
    not_read: String,
    script: &'static str,
}

/// Claims left apart for one reason.
#[derive(Debug, Serialize)]
struct Reason {
    because: String,
    number: usize,
    examples: Vec<String>,
    cut: Option<String>,
}

impl Page<'_> {
    /// Inputs that could not be read, with the reason.
    pub(super) fn unread(&self) -> Vec<String> {
        self.report.unread.iter().map(|unread| format!("{}: {}", clean(&unread.input), clean(&unread.because))).collect()
    }

    /// The findings on single articles, the gravest first.
    pub(super) fn articles(&self) -> Vec<AtOdds> {
        let findings = self.report.findings.iter().filter(|finding| finding.fact.is_none());
        findings.take(ARTICLES).map(|finding| self.at_odds(finding)).collect()
    }

    fn at_odds(&self, finding: &Finding) -> AtOdds {
        let mut found = found(finding, "");
        if let Some(id) = finding.article {
            let name = clean(&self.report.article(id).doc);
            found.message = found.message.replacen(&name, self.places.name(id), 1);
        }
        let mut marks: Vec<&Mark> = finding.marks.iter().collect();
        marks.sort_by_key(|mark| mark.span);
        let lines = finding.article.map(|id| marks.into_iter().map(|mark| self.line(id, mark)).collect()).unwrap_or_default();
        let article = finding.article.map(|id| quotes::article(self.report, &self.places, id));
        AtOdds { found, article, lines }
    }

    fn line(&self, article: crate::article::Id, mark: &Mark) -> Line {
        let text = self.places.text(article);
        let (number, _) = self.places.line(article, mark.span);
        let line = self.places.lines_of(article).line(text, number).unwrap_or(mark.span);
        // A mark that runs over a line break is shown on its first line.
        let span = Span { start: mark.span.start, end: mark.span.end.min(line.end).max(mark.span.start) };
        let shown = excerpt(text, line, span, LINE);
        Line { number, before: shown.before, marked: shown.marked, after: shown.after, label: clean(&mark.label) }
    }

    /// What was not compared and why, what one article alone tells, what was not read.
    pub(super) fn rest(&self, style: Style) -> Rest {
        let report = self.report;
        let all = reasons(report);
        let shown = if style.limit == 0 { all.len() } else { all.len().min(CHANGES) };
        let listed = all[..shown].iter().map(|reason| {
            let examples = reason.left.iter().take(EXAMPLES).map(|left| {
                let named: Vec<String> =
                    left.claims.iter().take(2).map(|&id| format!("{} ({})", words(report, id), self.places.of(id))).collect();
                let more = left.claims.len().saturating_sub(2);
                let more = if more > 0 { format!(" and {more} more") } else { String::new() };
                format!("{}{more}", named.join(" and "))
            });
            let examples: Vec<String> = examples.collect();
            let cut = cut(examples.len(), reason.left.len(), "are shown");
            Reason { because: clean(reason.because), number: reason.left.len(), examples, cut }
        });
        Rest {
            reasons: listed.collect(),
            reasons_cut: cut(shown, all.len(), "reasons"),
            told_once: told_once(report),
            not_read: not_read(&report.summary()),
            script: super::SCRIPT,
        }
    }
}
