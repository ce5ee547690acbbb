//! What the articles of a toll say of it in other sentences than those of its figures: that who did it died too, that it changed.
//!
//! In: the facts of a batch. Out: the same with what was found. What never happens here: a search where it would change nothing.

use rayon::prelude::*;

use super::group::Batch;
use super::{Counting, DEATHS, Fact};
use crate::article;
use crate::claim::{self, Claim};
use crate::lexicon::{Forms, Language, Scope};
use crate::story;
use crate::text::Words;
use crate::value::{Decimal, Interval};

/// Notes of each toll what its articles say of it elsewhere.
pub(super) fn tell(facts: &mut [Fact], batch: Batch<'_>, language: &Language) {
    doers(facts, batch, language);
    changes(facts, batch, language);
}

/// Bytes of an article in which it says that who did it died too.
const DOER_REACH: usize = 4_000;

/// Marks tolls of deaths in whose story an article says that who did it died too.
fn doers(facts: &mut [Fact], batch: Batch<'_>, language: &Language) {
    let died = |id: &article::Id| {
        let at = id.0 as usize;
        let title = batch.articles.get(at).and_then(|article| article.title.as_deref()).unwrap_or_default();
        let text = batch.texts.get(at).map_or("", |text| text.get(..text.floor_char_boundary(DOER_REACH)).unwrap_or_default());
        [title, text].iter().any(|text| language.scopes.of(text).any(Scope::DOER_DIED))
    };
    let tolls = |fact: &&mut Fact| fact.measure.as_deref() == Some(DEATHS) && fact.claims.len() > 1 && one_off(fact, batch.claims);
    // Several facts may be of one story: each is read once.
    let mut stories: Vec<story::Id> = facts.iter_mut().filter(tolls).flat_map(|fact| fact.stories.iter().copied()).collect();
    stories.sort_unstable();
    stories.dedup();
    let says = |id: &story::Id| batch.stories.get(id.0 as usize).is_some_and(|story| story.articles.iter().any(died));
    let told: Vec<story::Id> = stories.into_par_iter().filter(says).collect();
    for fact in facts.iter_mut().filter(tolls) {
        fact.doer_died = fact.stories.iter().any(|story| told.binary_search(story).is_ok());
    }
}

/// Whether two figures of a fact may differ by one: only then does it matter whether who did it is counted.
fn one_off(fact: &Fact, claims: &[Claim]) -> bool {
    let told = told(fact.claims.iter().chain(fact.related.iter().map(|(id, _)| id)), claims);
    let one = Interval::point(Decimal::ONE);
    let reaches = |from: &Interval, to: &Interval| from.apart(*to) && from.sum(one).is_some_and(|sum| !sum.apart(*to));
    told.iter().any(|from| told.iter().any(|to| reaches(from, to)))
}

/// Whether figures of a fact are apart: only then does it matter whether they changed.
fn apart(fact: &Fact, claims: &[Claim]) -> bool {
    let told = told(fact.claims.iter(), claims);
    told.iter().any(|one| told.iter().any(|other| one.apart(*other)))
}

/// The intervals of claims, each once.
fn told<'a>(ids: impl Iterator<Item = &'a claim::Id>, claims: &[Claim]) -> Vec<Interval> {
    let mut told: Vec<Interval> = Vec::new();
    for value in ids.filter_map(|id| claims.get(id.0 as usize)?.value.as_ref()) {
        if !told.contains(&value.interval) {
            told.push(value.interval);
        }
    }
    told
}

/// Bytes of an article in which it says that the toll changed, beside its title.
const CHANGE_REACH: usize = 500;

/// Notes for each toll which of its articles say that it changed.
fn changes(facts: &mut [Fact], batch: Batch<'_>, language: &Language) {
    let says = |id: &article::Id| {
        let at = id.0 as usize;
        let title = batch.articles.get(at).and_then(|article| article.title.as_deref()).unwrap_or_default();
        let text = batch.texts.get(at).map_or("", |text| text.get(..text.floor_char_boundary(CHANGE_REACH)).unwrap_or_default());
        [title, text].iter().any(|text| language.scopes.of(text).any(Scope::CHANGED))
    };
    let tolls = |fact: &&mut Fact| matches!(fact.counting, Counting::Toll(_)) && fact.claims.len() > 1 && apart(fact, batch.claims);
    for fact in facts.iter_mut().filter(tolls) {
        let mut told: Vec<article::Id> =
            fact.claims.iter().filter_map(|id| batch.claims.get(id.0 as usize)).map(|claim| claim.article).collect();
        told.sort_unstable();
        told.dedup();
        if told.len() > 1 {
            told.retain(says);
            fact.changed = told;
        }
    }
}

/// Whether the sentence before that of a claim tells of somebody hurt: "Ann Roe was badly wounded. Two others …".
pub(super) fn hurt_before(claim: &Claim, field: &str, language: &Language) -> bool {
    let before = field.get(..claim.sentence.range().start).unwrap_or_default().trim_end();
    let before = &before[before.floor_char_boundary(before.len().saturating_sub(SENTENCE))..];
    let last = before.trim_end_matches(['.', '!', '?', '"', '”']);
    let from = last.rfind(". ").max(last.rfind('\n')).map_or(0, |at| at + 1);
    Words::new(&last[from..]).any(|word| {
        let lexeme = language.words.get(word.hash);
        let done = || language.words.verb_class(&lexeme).filter(|_| lexeme.has_form(Forms::PARTICIPLE));
        let class = language.words.state_class(&lexeme).or_else(done);
        class.is_some_and(|class| &*class.name == "injure")
    })
}

/// Longest sentence that is looked back into, in bytes.
const SENTENCE: usize = 400;
