//! Words that matter to telling stories apart.
//!
//! In: rows of `stories.toml`. Out: look-ups by word hash. What never happens here: a weight; how much a word tells is
//! [`crate::story`]'s and [`super::Rarity`]'s.

use serde::Deserialize;

use super::{Rarity, Table, rows};
use crate::text::{WordHash, hash_of};

/// Words that tell no story from another, and words that stand before places.
#[derive(Clone, Debug)]
pub struct StoryWords {
    rarity: Rarity,
    before_places: Table<()>,
    public: Table<()>,
}

#[derive(Deserialize)]
struct Rows {
    calendar: String,
    newsroom: String,
    page: String,
    offices: String,
    places: String,
    violence: String,
    titles: String,
    before_places: String,
    public: String,
}

impl StoryWords {
    pub(super) fn read(toml: &str, rarity: &Rarity) -> Self {
        let rows: Rows = rows(toml);
        let lists = [&rows.calendar, &rows.newsroom, &rows.page, &rows.offices, &rows.places, &rows.violence, &rows.titles];
        Self {
            rarity: rarity.with_common(lists.into_iter().flat_map(|list| list.split_whitespace()).map(hash_of)),
            before_places: rows.before_places.split_whitespace().map(|word| (word, ())).collect(),
            public: rows.public.split_whitespace().map(|word| (word, ())).collect(),
        }
    }

    /// Whether the word is part of the name of someone who is in the news whatever happens.
    pub fn public(&self, hash: WordHash) -> bool {
        self.public.get(hash).is_some()
    }

    /// How rare a word is, as [`Rarity`] says; a word that any report may hold is as common as any.
    pub fn rarity(&self, hash: WordHash) -> Option<u8> {
        self.rarity.get(hash)
    }

    /// Whether a name after the word is a place.
    pub fn before_place(&self, hash: WordHash) -> bool {
        self.before_places.get(hash).is_some()
    }
}
