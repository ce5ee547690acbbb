//! A report is about the batch at hand: what only earlier articles say is left out of it.
//!
//! In: an analysed batch with earlier articles beside it, and its findings. Out: the same without facts, findings and articles that no
//! article of the batch takes part in, everything numbered anew. What never happens here: a case without earlier articles touched.

use crate::article;
use crate::claim;
use crate::fact;
use crate::rules::{Case, Finding};
use crate::story;

/// Leaves out what no article of the batch takes part in.
pub fn of_batch(mut case: Case, mut findings: Vec<Finding>) -> (Case, Vec<Finding>) {
    if case.articles.iter().all(|article| article.archived.is_none()) {
        return (case, findings);
    }
    let own_article = |id: article::Id| case.article(id).archived.is_none();
    let own = |id: &claim::Id| own_article(case.claim(*id).article);
    findings.retain(|finding| finding.article.is_some_and(own_article) || finding.claims.iter().any(own));
    let mut facts = Kept::of(case.facts.iter().map(|fact| fact.claims.iter().chain(fact.related.iter().map(|(id, _)| id)).any(own)));
    let compared: Vec<bool> = case.not_compared.iter().map(|left| left.claims.iter().any(own)).collect();
    let mut claims = Kept::of(case.claims.iter().map(|claim| own_article(claim.article)));
    for (at, fact) in case.facts.iter().enumerate().filter(|(at, _)| facts.keeps(*at)) {
        claims.add(fact.claims.iter().chain(fact.related.iter().map(|(id, _)| id)).map(|id| id.0));
        claims.add(case.judgements.get(at).and_then(|judgement| judgement.closed_by).map(|id| id.0));
    }
    claims.add(findings.iter().flat_map(|finding| finding.claims.iter().chain(finding.sides.iter().flatten())).map(|id| id.0));
    for (left, _) in case.not_compared.iter().zip(&compared).filter(|(_, kept)| **kept) {
        claims.add(left.claims.iter().map(|id| id.0));
    }
    let mut articles = Kept::of(case.articles.iter().map(|article| article.archived.is_none()));
    articles.add(case.claims.iter().enumerate().filter(|(at, _)| claims.keeps(*at)).map(|(_, claim)| claim.article.0));
    loop {
        // Whom an article goes back to stays with it.
        let before = articles.count();
        let behind = |at: usize| case.origins.of.get(at).copied().into_iter().chain(case.origins.copy_of.get(at).copied().flatten());
        let more: Vec<u32> = (0..case.articles.len()).filter(|at| articles.keeps(*at)).flat_map(behind).map(|id| id.0).collect();
        articles.add(more);
        if articles.count() == before {
            break;
        }
    }
    let mut stories = Kept::of(case.stories.iter().map(|story| story.articles.iter().any(|id| articles.keeps(id.0 as usize))));
    for kept in [&mut facts, &mut claims, &mut articles, &mut stories] {
        kept.number();
    }
    for finding in &mut findings {
        finding.fact = finding.fact.and_then(|id| facts.place(id.0)).map(fact::Id);
        finding.article = finding.article.and_then(|id| articles.place(id.0)).map(article::Id);
        claims.renumber(&mut finding.claims);
        finding.sides.iter_mut().for_each(|side| claims.renumber(side));
    }
    let claim_of = |id: claim::Id| claims.place(id.0).map(claim::Id);
    let mut compared = compared.into_iter();
    case.not_compared.retain(|_| compared.next() == Some(true));
    case.not_compared.iter_mut().for_each(|left| claims.renumber(&mut left.claims));
    facts.retain(&mut case.judgements);
    facts.retain(&mut case.facts);
    for judgement in &mut case.judgements {
        for pair in &mut judgement.pairs {
            pair.first = claim_of(pair.first).unwrap_or_default();
            pair.second = claim_of(pair.second).unwrap_or_default();
        }
        judgement.closed_by = judgement.closed_by.and_then(claim_of);
    }
    for fact in &mut case.facts {
        claims.renumber(&mut fact.claims);
        fact.related = fact.related.iter().filter_map(|(id, role)| Some((claim_of(*id)?, *role))).collect();
        fact.stories = fact.stories.iter().filter_map(|id| stories.place(id.0)).map(story::Id).collect();
        for joined in &mut fact.joined {
            joined.claim = claim_of(joined.claim).unwrap_or_default();
            joined.with = claim_of(joined.with).unwrap_or_default();
        }
    }
    let article_of = |id: article::Id| articles.place(id.0).map(article::Id);
    claims.retain(&mut case.claims);
    case.claims.iter_mut().for_each(|claim| claim.article = article_of(claim.article).unwrap_or_default());
    stories.retain(&mut case.stories);
    case.stories.iter_mut().for_each(|story| story.articles = story.articles.iter().copied().filter_map(article_of).collect());
    articles.retain(&mut case.origins.of);
    articles.retain(&mut case.origins.copy_of);
    case.origins.of.iter_mut().for_each(|id| *id = article_of(*id).unwrap_or_default());
    case.origins.copy_of.iter_mut().for_each(|id| *id = id.and_then(article_of));
    case.versions.iter_mut().for_each(|version| version.article = article_of(version.article).unwrap_or_default());
    articles.retain(&mut case.articles);
    articles.retain(&mut case.texts);
    (case, findings)
}

/// Which of a list stay, and their new places.
struct Kept {
    keep: Vec<bool>,
    places: Vec<Option<u32>>,
}

impl Kept {
    fn of(keep: impl Iterator<Item = bool>) -> Self {
        Self { keep: keep.collect(), places: Vec::new() }
    }

    fn keeps(&self, at: usize) -> bool {
        self.keep.get(at).copied().unwrap_or_default()
    }

    fn add(&mut self, ids: impl IntoIterator<Item = u32>) {
        for id in ids {
            if let Some(keep) = self.keep.get_mut(id as usize) {
                *keep = true;
            }
        }
    }

    fn count(&self) -> usize {
        self.keep.iter().filter(|keep| **keep).count()
    }

    /// Gives those that stay their new places.
    fn number(&mut self) {
        let mut next = 0..;
        self.places = self.keep.iter().map(|&keep| if keep { next.next() } else { None }).collect();
    }

    fn place(&self, id: u32) -> Option<u32> {
        self.places.get(id as usize).copied().flatten()
    }

    fn renumber(&self, ids: &mut Vec<claim::Id>) {
        *ids = ids.iter().filter_map(|id| self.place(id.0)).map(claim::Id).collect();
    }

    /// Keeps of a list with an entry for each what belongs to those that stay.
    fn retain<T>(&self, list: &mut Vec<T>) {
        let mut keep = self.keep.iter();
        list.retain(|_| keep.next() == Some(&true));
    }
}
