//! Which articles report one event.
//!
//! In: the terms of each article and the days that it tells of. Out: stories; every article is in exactly one. What never happens
//! here: a comparison of all pairs, rarity taken from the batch. Read [`Reader`] first, then [`closeness`].

mod candidates;
mod closeness;
mod days;
mod dense;
mod filed;
mod group;
mod index;
pub mod linkage;
mod measure;
mod nearest;
mod rows;
mod terms;

pub use closeness::closeness;
pub use days::EventDays;
pub use group::{Grouped, group, key};
pub use index::{Key, MAY_BE_CLOSE, keys};
pub use nearest::nearest;
pub use terms::Reader;

use crate::article;
use crate::calendar::DayInterval;
use crate::text::{Name, WordHash};

/// What a desk can set about stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Average closeness, in per mille, from which articles are one story.
    pub closeness: u32,
    /// Most articles that are held against each other at once.
    pub component_cap: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { closeness: 100, component_cap: 400 }
    }
}

/// What a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermKind {
    /// A word of the language, a number.
    Word,
    /// A name of someone or something.
    Name,
    /// A name of where something is.
    Place,
}

/// A word, name or number that tells an article's story from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Hash of its lower-case letters.
    pub hash: WordHash,
    /// How much it tells, in hundredths of a bit.
    pub weight: u16,
    /// What it is.
    pub kind: TermKind,
}

/// What is kept of an article to tell stories by.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Its terms, each once, sorted by hash.
    pub terms: Box<[Term]>,
    /// The root of the sum of their squared weights.
    pub norm: u32,
    /// The day of its publication.
    pub days: Option<DayInterval>,
    /// The days that it tells of.
    pub events: Option<EventDays>,
    /// The ages of people in it, each a bit.
    pub ages: u128,
}

/// A story's place in the batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u32);

/// Articles that report one event or development.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// Its articles in the batch's order.
    pub articles: Vec<article::Id>,
    /// Words that name it, most telling first: for people, decides nothing.
    pub label: Name,
    /// Made of its most telling terms: what stays the same while articles come and go.
    pub key: u64,
    /// The days on which its dated articles were published; `None` where none is dated.
    pub days: Option<DayInterval>,
}
