//! Which articles report one event.
//!
//! In: the terms of each article and the days that it tells of. Out: stories; every article is in exactly one. What never happens
//! here: a comparison of all pairs, rarity taken from the batch.

use crate::article;
use crate::calendar::DayInterval;
use crate::text::{Name, WordHash};

/// What is kept of an article to tell stories by.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Hashes of its names and rare words, each once, sorted, with their weight.
    pub terms: Box<[(WordHash, u16)]>,
    /// Hashes of its places.
    pub places: Box<[WordHash]>,
    /// The days that it tells of, the event's before that of publication.
    pub days: Option<DayInterval>,
}

/// A story's place in the batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u32);

/// Articles that report one event or development.
#[derive(Clone, Debug)]
pub struct Story {
    /// Its articles in the batch's order.
    pub articles: Vec<article::Id>,
    /// Words that name it, most telling first: for people, decides nothing.
    pub label: Name,
}
