//! What the articles of a toll say of it in other sentences than those of its figures: that who did it died too, that it changed.
//!
//! In: the facts of a batch. Out: the same with what was found. What never happens here: a search where it would change nothing.

use rayon::prelude::*;

use super::group::Batch;
use super::{Counting, DEATHS, Fact};
use crate::article;
use crate::claim::{self, Claim, Field};
use crate::lexicon::{Classes, Forms, Language, Scope};
use crate::story;
use crate::text::{Span, Word, Words};
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
    let articles = |fact: &Fact| {
        let mut told: Vec<article::Id> =
            fact.claims.iter().filter_map(|id| batch.claims.get(id.0 as usize)).map(|claim| claim.article).collect();
        told.sort_unstable();
        told.dedup();
        told
    };
    let tolls = |fact: &Fact| matches!(fact.counting, Counting::Toll(_)) && fact.claims.len() > 1 && apart(fact, batch.claims);
    let tolls = facts.iter_mut().filter(|fact| tolls(fact)).map(|fact| (articles(fact), fact));
    let tolls: Vec<_> = tolls.filter(|(told, _)| told.len() > 1).collect();
    // Several tolls may be told by one article: each is read once.
    let mut all: Vec<article::Id> = tolls.iter().flat_map(|(told, _)| told.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    let changed: Vec<article::Id> = all.into_par_iter().filter(says).collect();
    for (mut told, fact) in tolls {
        told.retain(|id| changed.binary_search(id).is_ok());
        fact.changed = told.into();
    }
}

/// What the place of a toll says of it, beside its words: a line in capitals past the lead is the title of another page; and a sentence may
/// recall another event.
pub(super) fn scope(claim: &Claim, prominent: bool, field: &str, sentence: &[Word], language: &Language) -> Scope {
    let text = claim.sentence.of(field);
    let mut scope = Scope::default();
    if claim.field == Field::Text && !prominent && !text.trim_end().ends_with(STOPS) && titled(sentence) {
        scope = scope.and(Scope::SOME_OF);
    }
    if claim.field == Field::Text && claim.sentence.start > OPENING && recalls(text, sentence, language) {
        scope = scope.and(Scope::ELSEWHERE);
    }
    scope
}

/// Whether every long word has a capital: "Two Dead, Five Hurt in Mill Fire".
fn titled(sentence: &[Word]) -> bool {
    let mut long = sentence.iter().filter(|word| !word.digits && word.end - word.start > 3).peekable();
    long.peek().is_some() && long.all(|word| word.capital)
}

/// What a sentence ends with.
const STOPS: [char; 8] = ['.', '!', '?', '"', '”', '’', ')', ':'];
/// Bytes at the start of an article in which it tells its own event.
const OPENING: u32 = 200;
/// Words from the start of a sentence in which it names the event that it tells of, and from an article to the noun.
const SUBJECT: usize = 14;
const NOUN: usize = 5;

/// Whether a sentence brings in an event of another month or year: "A blaze in March killed two", "In 2011, a bomb killed
/// 14". Who tells
/// of the event of the day names its day, and has brought it in before.
fn recalls(text: &str, sentence: &[Word], language: &Language) -> bool {
    let class = |word: &Word, classes| language.words.get(word.hash).is(classes);
    let of = |word: &Word| Span { start: word.start, end: word.end }.of(text);
    let year = |word: &Word| word.digits && matches!(of(word).as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]) && of(word).len() == 4;
    let whole = |(at, word): (usize, &Word)| {
        let next = sentence.get(at + 1).is_some_and(|next| next.digits && !year(next));
        year(word) || word.capital && class(word, Classes::MONTH) && !next && at > 0 && of(&sentence[at - 1]).eq_ignore_ascii_case("in")
    };
    if sentence.iter().any(|word| word.capital && class(word, Classes::WEEKDAY)) || !sentence.iter().enumerate().any(whole) {
        return false;
    }
    let new = |(at, word): (usize, &Word)| {
        let article = matches!(of(word), "a" | "an" | "A" | "An");
        let before = at.checked_sub(1).map(|at| &sentence[at]);
        let begins = before.is_none_or(|before| of(before) == "by" || Span { start: before.end, end: word.start }.of(text).contains(','));
        let event = |word: &Word| {
            let lexeme = language.words.get(word.hash);
            let happens = || language.words.measure(&lexeme).is_some_and(|measure| language.nouns.happening(&measure.name));
            language.words.event_class(&lexeme).is_some() || happens()
        };
        let that = at == 0 && of(word) == "That";
        (article || that) && begins && sentence[at + 1..].iter().take(NOUN).any(event)
    };
    sentence.iter().enumerate().take(SUBJECT).any(new)
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
