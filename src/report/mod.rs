//! The frozen result: order, ids, and the versioned JSON form.
//!
//! In: the analysed batch and its findings. Out: a [`Report`], all that renderers, the comparison with an older report and strangers
//! see. What never happens here: a decision about figures. Read [`Report`] first, then [`json`].

mod batch;
pub mod json;
mod open;
mod summary;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::article;
use crate::claim::{self, Claim, Field};
use crate::fact::{self, Fact};
use crate::rules::{Case, Finding};
use crate::story;
use crate::text::{Name, id_of, stable_hash};

pub use batch::of_batch;
pub use json::Unread;
pub(crate) use summary::document;

/// The analysed batch with its findings, in order and with ids. It no longer changes.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The analysed batch.
    pub case: Case,
    /// The findings, gravest first.
    pub findings: Vec<Finding>,
    /// Inputs that could not be read, by name; a report that has any is not complete.
    pub unread: Vec<Unread>,
    fact_of: Vec<Option<fact::Id>>,
    articles_of: Vec<Vec<article::Id>>,
    findings_on: BTreeMap<fact::Id, Vec<usize>>,
}

impl Report {
    /// Freezes a batch and its findings.
    pub fn new(mut case: Case, mut findings: Vec<Finding>, mut unread: Vec<Unread>) -> Self {
        let open = open::open(&case);
        case.not_compared.extend(open);
        let mut fact_of = vec![None; case.claims.len()];
        let mut articles_of = Vec::with_capacity(case.facts.len());
        for (index, fact) in case.facts.iter().enumerate() {
            let mut articles: Vec<_> = Vec::new();
            for claim in &fact.claims {
                fact_of[claim.0 as usize] = Some(fact::Id(u32::try_from(index).unwrap_or(u32::MAX)));
                articles.push(case.claims[claim.0 as usize].article);
            }
            articles.sort_unstable();
            articles.dedup();
            articles_of.push(articles);
        }
        // The gravest first, then what most articles tell, then by content.
        findings.sort_by_cached_key(|finding| {
            let articles = finding.fact.map_or(1, |id| articles_of.get(id.0 as usize).map_or(0, Vec::len));
            let order = (Reverse(finding.severity), Reverse(articles), finding.rule);
            (order, finding.message.clone(), finding.fingerprint.clone(), finding.claims.clone())
        });
        let mut findings_on: BTreeMap<fact::Id, Vec<usize>> = BTreeMap::new();
        for (index, finding) in findings.iter().enumerate() {
            if let Some(id) = finding.fact {
                findings_on.entry(id).or_default().push(index);
            }
        }
        unread.sort_by(|a, b| a.input.cmp(&b.input));
        Self { case, findings, unread, fact_of, articles_of, findings_on }
    }

    /// Whether all that was handed in could be read.
    pub fn complete(&self) -> bool {
        self.unread.is_empty()
    }

    /// A claim.
    pub fn claim(&self, id: claim::Id) -> &Claim {
        &self.case.claims[id.0 as usize]
    }

    /// An article.
    pub fn article(&self, id: article::Id) -> &article::Article {
        &self.case.articles[id.0 as usize]
    }

    /// A fact.
    pub fn fact(&self, id: fact::Id) -> &Fact {
        &self.case.facts[id.0 as usize]
    }

    /// The fact that a claim states.
    pub fn fact_of(&self, id: claim::Id) -> Option<fact::Id> {
        self.fact_of.get(id.0 as usize).copied().flatten()
    }

    /// The articles that state a fact, each once, by name.
    pub fn articles_of(&self, id: fact::Id) -> &[article::Id] {
        &self.articles_of[id.0 as usize]
    }

    /// The findings that nobody accepted, gravest first.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| !finding.suppressed)
    }

    /// The findings on a fact, gravest first.
    pub fn findings_on(&self, id: fact::Id) -> impl Iterator<Item = &Finding> {
        self.findings_on.get(&id).into_iter().flatten().filter_map(|&index| self.findings.get(index))
    }

    /// The field that a claim stands in, as given: what its spans point into.
    pub fn field_of(&self, claim: &Claim) -> &str {
        match claim.field {
            Field::Title => self.article(claim.article).title.as_deref().unwrap_or_default(),
            Field::Text => &self.case.texts[claim.article.0 as usize],
        }
    }

    /// A claim's id in every form of the report.
    pub fn claim_key(&self, id: claim::Id) -> String {
        let claim = self.claim(id);
        json::claim_key(&self.article(claim.article).doc, claim.field, claim.span)
    }

    /// A story's id: made of the name of its first article.
    pub fn story_key(&self, id: story::Id) -> String {
        let first = self.case.stories[id.0 as usize].articles.first().map_or("", |&article| &self.article(article).doc);
        id_of('s', stable_hash([first]))
    }

    /// An origin's id: made of the name of its first article.
    pub fn origin_key(&self, article: article::Id) -> String {
        let first = self.origin_of(article);
        id_of('o', stable_hash([&*self.article(first).doc]))
    }

    /// The first article of an article's origin.
    pub fn origin_of(&self, article: article::Id) -> article::Id {
        self.case.origins.of.get(article.0 as usize).copied().unwrap_or(article)
    }

    /// The names of the articles of a fact.
    pub fn docs_of(&self, id: fact::Id) -> impl Iterator<Item = &Name> {
        self.articles_of(id).iter().map(|&article| &self.article(article).doc)
    }
}
