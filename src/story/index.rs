//! The terms of a batch, filed so that many pairs of articles are measured fast.
//!
//! In: the terms of every article, in the batch's order. Out: an [`Index`], which [`super::measure`] measures by. What never happens here: a
//! decision.
//!
//! Two articles share few of the rare terms and many of the common ones. So rare terms are filed by term: one walk over those of an
//! article gives what it shares with every other. Terms that most articles hold stand in rows, which are multiplied; what is neither is
//! looked up.

use super::closeness::{Frame, Reach, Reached, Told};
use super::dense::Dense;
use super::filed::{Filed, Filing};
use super::rows::Rows;
use super::{Term, Terms};
use crate::text::WordHash;

/// Articles that hold a term up to which it is filed by term.
const RARE: usize = 64;
/// Weightiest terms of an article that make its keys: each two of them are one.
const KEY_TERMS: usize = 14;

/// A term of an article.
#[derive(Clone, Copy, Default)]
struct Entry {
    hash: u64,
    article: u32,
    told: Told,
    key: bool,
}

/// Where an article stands among those of a full key: by its day, then by its terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Order {
    /// The least number for one without a day.
    pub(super) day: i32,
    pub(super) digest: u64,
}

impl Order {
    fn of(terms: &Terms) -> Self {
        let digest = terms.terms.iter().fold(0_u64, |digest, term| (digest ^ term.hash).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        Self { day: terms.days.map_or(i32::MIN, |days| days.numbers().0), digest }
    }
}

/// The terms that at least two articles of a batch hold.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) frames: Vec<Frame>,
    pub(super) orders: Vec<Order>,
    /// What each article can share in terms that are not rare.
    pub(super) reach: Vec<Reach>,
    /// The rare terms.
    pub(super) rare: Filed,
    /// The terms that most articles hold.
    pub(super) dense: Dense,
    /// The other common terms of each article by number.
    pub(super) common: Rows<(u32, Told)>,
    pub(super) columns: usize,
    /// Numbers of the terms that make the keys of each article; a term of one article alone makes none.
    pub(super) keys: Rows<u32>,
    /// For each term that makes keys its articles in order.
    pub(super) keyed: Rows<u32>,
    pub(super) key_terms: usize,
}

impl Index {
    pub(super) fn new(articles: &[&Terms]) -> Self {
        let count = articles.len();
        let (mut rare, mut common, mut columns) = (Filing::default(), Vec::new(), Vec::new());
        let (mut keys, mut keyed, mut key_terms) = (Vec::new(), Vec::new(), 0);
        for entries in Entries::new(articles) {
            for held in entries.chunk_by(|a, b| a.hash == b.hash).filter(|held| held.len() > 1) {
                if held.len() <= RARE {
                    rare.file(held.iter().map(|entry| (entry.article, entry.told)));
                } else {
                    common.extend(held.iter().map(|entry| (entry.article, (number(columns.len()), entry.told))));
                    columns.push(held.len());
                }
                if held.iter().filter(|entry| entry.key).count() > 1 {
                    let articles = || held.iter().filter(|entry| entry.key).map(|entry| entry.article);
                    keys.extend(articles().map(|article| (article, key_terms)));
                    keyed.extend(articles().map(|article| (key_terms, article)));
                    key_terms += 1;
                }
            }
        }
        let key_terms = key_terms as usize;
        let mut reached = vec![Reached::default(); count];
        for &(article, (_, told)) in &common {
            reached[article as usize].add(told);
        }
        let dense = Dense::of(count, &columns, &mut common);
        Self {
            frames: articles.iter().map(|terms| Frame::of(terms)).collect(),
            orders: articles.iter().map(|terms| Order::of(terms)).collect(),
            reach: Reached::all(&reached),
            rare: rare.done(count),
            dense,
            common: Rows::new(count, &common),
            columns: columns.len(),
            keys: Rows::new(count, &keys),
            keyed: Rows::new(key_terms, &keyed),
            key_terms,
        }
    }

    pub(super) fn articles(&self) -> usize {
        self.frames.len()
    }
}

/// The terms of all articles, those of one hash together, in the order of the articles; a slice of all hashes at a time, for all at once
/// would be the largest thing in memory.
struct Entries<'a> {
    articles: &'a [&'a Terms],
    /// Of each article the last term that makes its keys, by weight and place; and the first that no slice held yet.
    last: Vec<(u16, u32)>,
    next: Vec<u32>,
    /// The slice that comes next, and the first bits of a hash by which its terms are put into short lists, to be sorted there.
    slice: u64,
    bits: u32,
}

/// Bits of a hash that tell its slice.
const SLICE_BITS: u32 = 4;

/// The last term that makes an article's keys, by weight and place; `order` is room to work in.
fn last_key(terms: &Terms, order: &mut Vec<(u16, u32)>) -> (u16, u32) {
    order.clear();
    order.extend((0_u32..).zip(&terms.terms).map(|(at, term)| (u16::MAX - term.weight, at)));
    if order.len() > KEY_TERMS { *order.select_nth_unstable(KEY_TERMS - 1).1 } else { (u16::MAX, u32::MAX) }
}

/// A term by which an article is found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The hash of the term.
    pub term: WordHash,
    /// How much of all that the article tells it is, in per mille.
    pub share: u16,
}

/// The terms that make an article's keys: two articles that share none of them never tell of one story.
pub fn keys(terms: &Terms) -> impl Iterator<Item = Key> {
    let last = last_key(terms, &mut Vec::new());
    let norm = terms.norm.max(1);
    let share = move |term: &Term| u16::try_from(u32::from(term.weight) * 1000 / norm).unwrap_or(u16::MAX);
    let places = (0_u32..).zip(&terms.terms);
    let keys = places.filter(move |(at, term)| (u16::MAX - term.weight, *at) <= last);
    keys.map(move |(_, term)| Key { term: term.hash, share: share(term) })
}

/// Sum of the products of the shares of the keys of two articles, in millionths, below which they hardly tell of one story: of pairs of
/// news articles that are close, fewer than one in a thousand share less.
pub const MAY_BE_CLOSE: u32 = 50_000;

impl<'a> Entries<'a> {
    fn new(articles: &'a [&'a Terms]) -> Self {
        let count = articles.iter().map(|terms| terms.terms.len()).sum::<usize>();
        let mut order: Vec<(u16, u32)> = Vec::new();
        let last = articles.iter().map(|terms| last_key(terms, &mut order)).collect();
        Self { articles, last, next: vec![0; articles.len()], slice: 0, bits: (count >> SLICE_BITS >> 2).max(2).ilog2() }
    }
}

impl Iterator for Entries<'_> {
    type Item = Vec<Entry>;

    fn next(&mut self) -> Option<Self::Item> {
        let slice = Some(self.slice).filter(|slice| slice >> SLICE_BITS == 0)?;
        self.slice += 1;
        let mut entries = Vec::new();
        for (article, (terms, next)) in (0_u32..).zip(self.articles.iter().zip(&mut self.next)) {
            let last = self.last[article as usize];
            for term in terms.terms[*next as usize..].iter().take_while(|term| term.hash >> (64 - SLICE_BITS) == slice) {
                let key = (u16::MAX - term.weight, *next) <= last;
                let row = term.hash << SLICE_BITS >> (64 - self.bits);
                let entry = Entry { hash: term.hash, article, told: term.told(), key };
                entries.push((number(usize::try_from(row).unwrap_or_default()), entry));
                *next += 1;
            }
        }
        Some(Rows::new(1 << self.bits, &entries).sorted(|entry| (entry.hash, entry.article)))
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
