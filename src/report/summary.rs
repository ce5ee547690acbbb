//! How many of each a report holds.

use std::collections::BTreeMap;

use super::Report;
use super::json::{Summary, verdict_name};
use crate::claim::AsOfBasis;
use crate::layout::{Furniture, Zone};
use crate::rules::Severity;

impl Report {
    /// How many of each it holds.
    pub fn summary(&self) -> Summary {
        let case = &self.case;
        let mut summary = Summary {
            articles: case.articles.len(),
            archived: case.articles.iter().filter(|article| article.archived.is_some()).count(),
            documents: documents(case.articles.iter().map(|article| &*article.doc)),
            stories: case.stories.len(),
            facts: case.facts.len(),
            ..Summary::default()
        };
        let mut dated_by_story = vec![false; case.articles.len()];
        for claim in &case.claims {
            if let Some(date) = &claim.date {
                summary.dates += 1;
                summary.dates_open += usize::from(date.days.is_none() && claim.value.is_none());
            } else if claim.value.is_some() {
                summary.figures += 1;
            }
            if claim.as_of.is_some_and(|as_of| as_of.basis == AsOfBasis::Story) {
                dated_by_story[claim.article.0 as usize] = true;
            }
        }
        summary.dated_by_story = dated_by_story.into_iter().filter(|&dated| dated).count();
        summary.facts_shared = self.articles_of.iter().filter(|articles| articles.len() > 1).count();
        for finding in self.open() {
            match finding.severity {
                Severity::Error => summary.errors += 1,
                Severity::Warning => summary.warnings += 1,
                Severity::Note => summary.notes += 1,
            }
        }
        summary.accepted = self.findings.len() - self.open().count();
        for judgement in &case.judgements {
            *summary.verdicts.entry(verdict_name(judgement.verdict).to_owned()).or_default() += 1;
        }
        summary.not_read = self.not_read();
        summary
    }

    /// Blocks of each kind that make no claims.
    fn not_read(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for block in self.case.articles.iter().flat_map(|article| &article.blocks) {
            let Zone::Furniture(kind) = block.zone else { continue };
            *counts.entry(furniture_name(kind).to_owned()).or_default() += 1;
        }
        counts
    }
}

/// The name of a kind of furniture.
pub(super) fn furniture_name(kind: Furniture) -> &'static str {
    match kind {
        Furniture::Counter => "counter",
        Furniture::Repeated => "repeated headline",
        Furniture::Paywall => "paywall notice",
        Furniture::Share => "share button",
        Furniture::Sidebar => "sidebar headline",
        Furniture::Navigation => "navigation line",
        Furniture::Stamp => "date stamp",
        Furniture::Byline => "byline",
        Furniture::Other => "other line of the page",
    }
}

/// The number of documents behind articles, ordered by name: `a#1` and `a#2` are of one.
fn documents<'a>(docs: impl Iterator<Item = &'a str>) -> usize {
    let mut names: Vec<&str> = docs.map(document).collect();
    names.sort_unstable();
    names.dedup();
    names.len()
}

/// The document of an article's name.
pub(crate) fn document(doc: &str) -> &str {
    match doc.rsplit_once('#') {
        Some((name, part)) if !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => doc,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_document_count_once() {
        assert_eq!(documents(["a.txt#1", "a.txt#2", "b.txt", "c#x"].into_iter()), 3);
    }
}
