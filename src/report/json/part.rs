//! A part of a report in its JSON form: the facts and findings that somebody has to decide on, with the sentences of their claims.
//!
//! In: a report, ids of facts, fingerprints. Out: a report that holds no more than these. What never happens here: an id or a figure
//! other than in the whole report.

use std::collections::BTreeSet;

use super::stream::{ClaimForms, article_form, fact_form, finding_form, story_form};
use super::{Report as Form, SCHEMA};
use crate::article;
use crate::claim;
use crate::report::Report;

/// The part of a report that is about `facts`, by their ids, and `findings`, by their fingerprints.
pub fn part(report: &Report, facts: &BTreeSet<&str>, findings: &BTreeSet<&str>) -> Form {
    let case = &report.case;
    let ids = |count: usize| 0..u32::try_from(count).unwrap_or(u32::MAX);
    let about: Vec<u32> = ids(case.facts.len()).zip(&case.facts).filter(|(_, fact)| facts.contains(&*fact.key)).map(|(id, _)| id).collect();
    let named = |finding: &&crate::rules::Finding| {
        findings.contains(&*finding.fingerprint) || finding.fact.is_some_and(|fact| facts.contains(&*report.fact(fact).key))
    };
    let found: Vec<&crate::rules::Finding> = report.findings.iter().filter(named).collect();
    let of_facts = about.iter().flat_map(|&id| &case.facts[id as usize].claims).copied();
    let claims: BTreeSet<claim::Id> = of_facts.chain(found.iter().flat_map(|finding| &finding.claims).copied()).collect();
    let of_claims = claims.iter().map(|&id| report.claim(id).article);
    let articles: BTreeSet<article::Id> = of_claims.chain(found.iter().filter_map(|finding| finding.article)).collect();
    let stories: BTreeSet<u32> = about.iter().flat_map(|&id| &case.facts[id as usize].stories).map(|story| story.0).collect();
    let mut reader = ClaimForms::new(report);
    let mut form = |id: claim::Id| {
        let (claim, mut form) = (report.claim(id), reader.form(id));
        form.sentence = Some(claim.sentence.join(claim.span).of(report.field_of(claim)).to_owned());
        form
    };
    Form {
        schema: SCHEMA.to_owned(),
        complete: report.complete(),
        articles: articles.into_iter().map(|id| article_form(report, id)).collect(),
        stories: stories.into_iter().map(|id| story_form(report, id)).collect(),
        claims: claims.into_iter().map(&mut form).collect(),
        facts: about.into_iter().map(|id| fact_form(report, id)).collect(),
        findings: found.into_iter().map(|finding| finding_form(report, finding)).collect(),
        not_compared: Vec::new(),
        unread: Vec::new(),
        summary: report.summary(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{Batch, day};
    use crate::rules::{Settings, check};

    #[test]
    fn a_part_holds_what_it_is_about_with_its_sentences() {
        let case = Batch::toll("toll")
            .article("a.md", Some(day(3, 1)), "It killed [41 people|41].")
            .article("b.md", Some(day(3, 1)), "It killed [47|47].")
            .article("c.md", Some(day(3, 1)), "Nothing.")
            .judged();
        let findings = check(&case, &Settings::default());
        let report = Report::new(case, findings, Vec::new());
        let fact = report.case.facts[0].key.clone();
        let whole = part(&report, &BTreeSet::from([&*fact]), &BTreeSet::new());
        assert_eq!((whole.articles.len(), whole.claims.len(), whole.facts.len()), (2, 2, 1));
        assert_eq!(whole.findings.len(), report.findings.len());
        assert!(whole.claims.iter().all(|claim| claim.sentence.as_ref().is_some_and(|sentence| sentence.contains(&claim.text))));
        let none = part(&report, &BTreeSet::new(), &BTreeSet::new());
        assert!(none.articles.is_empty() && none.claims.is_empty() && none.findings.is_empty());
        let found = part(&report, &BTreeSet::new(), &BTreeSet::from([&*report.findings[0].fingerprint]));
        assert_eq!((found.findings.len(), found.facts.len(), found.claims.len()), (1, 0, 2));
    }
}
