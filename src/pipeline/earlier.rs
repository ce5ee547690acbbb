//! Articles of earlier batches beside those of the batch at hand: which of them count, and how.
//!
//! In: a batch that has been read, and articles that an archive found for it. Out: both in one order, earlier ones marked with the day on
//! which they were archived; earlier versions of an article apart. What never happens here: an earlier article that shares no story with
//! the batch let through, so what is unrelated changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{Card, Reading, Traits, read_cards};
use crate::article::Article;
use crate::calendar::NaiveDate;
use crate::claim::Claim;
use crate::config::Settings;
use crate::layout::Zone;
use crate::lexicon::{self, Language};
use crate::rules::{Case, Version};
use crate::source::Document;
use crate::story;
use crate::text::{Folded, Name, Words, stable_hash};

/// What an archive found for a batch.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// Articles of earlier batches, in the order in which they were archived.
    pub articles: Vec<Archived>,
    /// The day of the run.
    pub today: NaiveDate,
}

/// A document of an earlier batch.
#[derive(Clone, Debug)]
pub struct Archived {
    /// As it was given.
    pub document: Document,
    /// The day on which it was archived.
    pub day: NaiveDate,
}

/// What two documents share that are one, whatever they are named.
pub fn content(document: &Document) -> u64 {
    let text = |name: &Option<Name>| name.as_deref().unwrap_or_default().to_owned();
    let published = document.published.map_or_else(String::new, |moment| format!("{} {:?}", moment.date, moment.time));
    let parts = [text(&document.title), text(&document.url), text(&document.publisher), published, document.whole.to_string()];
    stable_hash(parts.iter().map(String::as_str).chain([&*document.text]))
}

/// What all versions of a document share: its address, without what does not tell where it is; else its name.
///
/// ```
/// use crosscheck::{pipeline::page, source::Document};
/// let at = |url: &str| page(&Document { url: Some(url.into()), ..Document::default() });
/// assert_eq!(at("https://www.alder.example/mill/?id=7&utm_source=x#top"), "alder.example/mill?id=7");
/// assert_eq!(at("http://alder.example/mill?id=7"), "alder.example/mill?id=7");
/// ```
pub fn page(document: &Document) -> String {
    document.url.as_deref().map_or_else(|| document.name.to_string(), address)
}

/// An address without scheme, `www.`, fragment, a last slash, and what only tells where a reader came from.
fn address(url: &str) -> String {
    let url = url.trim();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let url = url.split_once('#').map_or(url, |(page, _)| page);
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let path = path.strip_prefix("www.").unwrap_or(path).trim_end_matches('/');
    let came_from = |part: &&str| part.is_empty() || part.starts_with("utm_") || part.starts_with("fbclid=") || part.starts_with("gclid=");
    let query: Vec<&str> = query.split('&').filter(|part| !came_from(part)).collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

/// Raised where what an archive files of an article changes though the vocabulary does not.
const READING: &str = "1";

/// A number that changes where articles are read in another way: what an archive filed before is filed anew.
pub fn version() -> u64 {
    stable_hash([READING, env!("CARGO_PKG_VERSION"), &lexicon::version().to_string()])
}

/// Most articles of one address or name that are held against each other.
const MOST_VERSIONS: usize = 32;

/// The batch with those earlier articles that share a story with it.
pub(super) fn beside(language: &Language, settings: &Settings, batch: Reading, earlier: &Earlier) -> Reading {
    let mut cards = read(language, settings, &earlier.articles);
    let versions = sort_out(language, &batch, &mut cards, earlier.today);
    let cards = of_one_story(settings, &batch, cards);
    let mut batch = if cards.is_empty() { batch } else { merged(batch, cards) };
    let place = |doc: &Name| batch.case.articles.binary_search_by(|article| article.doc.cmp(doc)).ok();
    let numbered = versions.into_iter().filter_map(|(doc, version)| Some((place(&doc)?, version)));
    batch.case.versions = numbered.map(|(at, version)| Version { article: id(at), ..version }).collect();
    batch
}

/// The cards of earlier articles, without furniture.
fn read(language: &Language, settings: &Settings, articles: &[Archived]) -> Vec<Card> {
    let cards = |archived: &Archived| {
        let mut cards = read_cards(language, settings, &archived.document, true);
        for card in &mut cards {
            card.article.archived = Some(archived.day);
            card.claims.retain(|claim| !matches!(claim.zone, Zone::Furniture(_)));
        }
        cards
    };
    articles.par_iter().flat_map_iter(cards).collect()
}

/// An article as far as it tells whether another is a version of it.
#[derive(Clone, Copy)]
struct Page<'a> {
    article: &'a Article,
    text: &'a str,
    traits: &'a Traits,
}

impl<'a> Page<'a> {
    fn of_card(card: &'a Card, none: &'a Traits) -> Self {
        Self { article: &card.article, text: &card.text, traits: card.traits.as_ref().unwrap_or(none) }
    }

    /// What all versions of an article share: its address, else its name.
    fn key(self) -> String {
        self.article.url.as_deref().map_or_else(|| self.article.doc.to_string(), address)
    }

    /// Its own text: of a document that may hold others.
    fn own(self) -> &'a str {
        let (Some(first), Some(last)) = (self.article.blocks.first(), self.article.blocks.last()) else { return "" };
        self.text.get(first.span.start as usize..last.span.end as usize).unwrap_or_default()
    }

    /// Whether the other is a version of it. A name may be given to another article every day, so there the titles or the texts decide.
    fn is_of(self, other: Self) -> bool {
        self.key() == other.key()
            && (self.article.url.is_some() && other.article.url.is_some()
                || self.article.title.is_some() && self.article.title == other.article.title
                || self.traits.sketch.copies(&other.traits.sketch))
    }

    /// The same for two articles that are one, whatever they are named.
    fn identity(self) -> u64 {
        let Article { title, url, publisher, published, .. } = self.article;
        let given = [title, url, publisher].map(|name| name.as_deref().unwrap_or_default());
        let published = published.as_ref().map_or_else(String::new, |published| format!("{} {:?}", published.date, published.time));
        stable_hash(given.into_iter().chain([published.as_str(), self.own()]))
    }

    /// Whether both bear one date that nothing speaks against: a page without a date may be another article every day.
    fn dated_alike(self, other: Self) -> bool {
        let sure = |page: Self| page.article.published.as_ref().is_some_and(|published| published.doubt.is_none());
        sure(self) && sure(other) && !self.dated_apart(other)
    }

    /// Whether they bear different dates, so that one is a later report.
    fn dated_apart(self, other: Self) -> bool {
        let when = |page: Self| page.article.published.as_ref().map(|published| (published.date, published.time));
        matches!((when(self), when(other)), (Some(one), Some(other)) if one != other)
    }

    /// How often it says that it was changed.
    fn notices(self, language: &Language) -> usize {
        let said = |text: &str| Words::new(Folded::new(text).text()).filter(|word| language.pages.notices.get(word.hash).is_some()).count();
        said(self.own()) + self.article.title.as_deref().map_or(0, said)
    }
}

/// Takes out of the earlier articles those that are versions of another without a date of their own: of each article the last one
/// counts. Gives the last version of each article of the batch that differs from it, where the article does not say so.
fn sort_out(language: &Language, batch: &Reading, cards: &mut Vec<Card>, today: NaiveDate) -> Vec<(Name, Version)> {
    let none = Traits::default();
    let pages: Vec<Page<'_>> = cards.iter().map(|card| Page::of_card(card, &none)).collect();
    let mut under: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate() {
        under.entry(page.key()).or_default().push(at);
    }
    // What is archived twice counts once; what is given again is no earlier article.
    let identities: Vec<u64> = pages.iter().map(|page| page.identity()).collect();
    let mut first: BTreeMap<u64, NaiveDate> = BTreeMap::new();
    let mut last: BTreeMap<u64, usize> = BTreeMap::new();
    for (at, (page, identity)) in pages.iter().zip(&identities).enumerate() {
        let day = page.article.archived.unwrap_or_default();
        let first = first.entry(*identity).or_insert(day);
        *first = day.min(*first);
        last.insert(*identity, at);
    }
    let mut out: BTreeSet<usize> = (0..pages.len()).filter(|at| last.get(&identities[*at]) != Some(at)).collect();
    for places in under.values() {
        for (number, &at) in places.iter().enumerate() {
            let mut later = places[number + 1..].iter().rev().take(MOST_VERSIONS).map(|&later| pages[later]);
            if later.any(|later| later.is_of(pages[at]) && !later.dated_apart(pages[at])) {
                out.insert(at);
            }
        }
    }
    let mut versions = Vec::new();
    for (at, article) in batch.case.articles.iter().enumerate() {
        let page = Page { article, text: &batch.case.texts[at], traits: &batch.traits[at] };
        let identity = page.identity();
        out.extend(last.get(&identity));
        let Some(places) = under.get(&page.key()) else { continue };
        let of_page = || places.iter().copied().filter(|&place| pages[place].is_of(page) && !pages[place].dated_apart(page));
        out.extend(of_page());
        // What was seen before today has been reported then.
        let known = first.get(&identity).is_some_and(|day| *day < today);
        let before = of_page().rfind(|&place| identities[place] != identity).filter(|_| !known);
        let silent = |&before: &usize| page.dated_alike(pages[before]) && page.notices(language) <= pages[before].notices(language);
        if let Some(before) = before.filter(silent) {
            versions.push((article.doc.clone(), as_version(&cards[before])));
        }
    }
    let mut at = 0;
    cards.retain(|_| {
        at += 1;
        !out.contains(&(at - 1))
    });
    versions
}

fn as_version(card: &Card) -> Version {
    Version {
        article: id(0),
        archived: card.article.archived.unwrap_or_default(),
        title: card.article.title.clone().unwrap_or_else(|| "".into()),
        text: card.text.clone(),
        claims: card.claims.clone(),
    }
}

/// The earlier articles that share a story with one of the batch.
fn of_one_story(settings: &Settings, batch: &Reading, mut cards: Vec<Card>) -> Vec<Card> {
    if cards.is_empty() {
        return cards;
    }
    let none = Traits::default();
    let count = batch.traits.len();
    let all = batch.traits.iter().chain(cards.iter().map(|card| card.traits.as_ref().unwrap_or(&none)));
    let terms: Vec<&story::Terms> = all.map(|traits| &traits.terms).collect();
    let mut shares = vec![false; cards.len()];
    for group in story::group(&terms, settings.story).groups {
        if group.iter().any(|&at| at < count) {
            for at in group.into_iter().filter(|&at| at >= count) {
                shares[at - count] = true;
            }
        }
    }
    let mut shares = shares.into_iter();
    cards.retain(|_| shares.next() == Some(true));
    cards
}

/// The batch and the earlier articles as one, by name.
fn merged(batch: Reading, mut cards: Vec<Card>) -> Reading {
    let Reading { case, traits } = batch;
    rename(&mut cards, case.articles.iter().map(|article| &article.doc));
    let mut claims = case.claims.into_iter().peekable();
    let batch = case.articles.into_iter().zip(case.texts).zip(traits).enumerate().map(|(at, ((article, text), traits))| {
        let own = std::iter::from_fn(|| claims.next_if(|claim: &Claim| claim.article == id(at))).collect();
        Card { article, text, claims: own, traits: Some(traits) }
    });
    let mut all: Vec<Card> = batch.chain(cards).collect();
    all.sort_by(|a, b| a.article.doc.cmp(&b.article.doc));
    let (mut case, mut traits) = (Case::default(), Vec::with_capacity(all.len()));
    for mut card in all {
        card.number(case.articles.len());
        case.articles.push(card.article);
        case.texts.push(card.text);
        case.claims.extend(card.claims);
        traits.push(card.traits.unwrap_or_default());
    }
    Reading { case, traits }
}

/// Gives earlier articles whose name is taken one of their own: the day on which they were archived stands behind it.
fn rename<'a>(cards: &mut [Card], taken: impl Iterator<Item = &'a Name>) {
    let mut taken: BTreeSet<Name> = taken.cloned().collect();
    for card in cards {
        let day = card.article.archived.unwrap_or_default();
        let mut doc = card.article.doc.clone();
        for number in 1.. {
            if taken.insert(doc.clone()) {
                break;
            }
            let more = if number > 1 { format!(".{number}") } else { String::new() };
            doc = format!("{}@{day}{more}", card.article.doc).into();
        }
        card.article.doc = doc;
    }
}

fn id(at: usize) -> crate::article::Id {
    crate::article::Id(u32::try_from(at).unwrap_or(u32::MAX))
}
