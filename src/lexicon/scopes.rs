//! Words that narrow or widen what the figures of a sentence count.
//!
//! In: rows of `scopes.toml`. Out: which of the lists a text holds a word of. What never happens here: a look at figures.

use serde::Deserialize;

use super::{Phrases, rows};
use crate::text::{WordHash, Words};

/// What narrows or widens the figures of a text; several may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope(u8);

impl Scope {
    /// It sums up several events.
    pub const ROUND_UP: Self = Self(1);
    /// It tells of another event than its article.
    pub const ELSEWHERE: Self = Self(2);
    /// It tells of some of those whom it counts.
    pub const SOME_OF: Self = Self(4);
    /// It tells of those hurt to some degree.
    pub const DEGREE: Self = Self(8);
    /// Who did it died too.
    pub const DOER_DIED: Self = Self(16);
    /// Said of a figure itself: it comes on top of others, or is one end of a row.
    pub const MORE: Self = Self(32);
    /// The toll changed.
    pub const CHANGED: Self = Self(64);
    /// It comes on top of the figure told right before.
    pub const ALSO: Self = Self(128);

    /// Whether it holds any of `other`.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What it has in common with `other`.
    #[must_use]
    pub const fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// This one without `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The words of a language that narrow or widen figures.
#[derive(Debug)]
pub struct Scopes(Phrases<Scope>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rows {
    round_up: Vec<String>,
    elsewhere: Vec<String>,
    some_of: Vec<String>,
    degree: Vec<String>,
    doer_died: Vec<String>,
    more: Vec<String>,
    changed: Vec<String>,
    also: Vec<String>,
}

impl Scopes {
    pub(super) fn read(toml: &str) -> Self {
        let rows: Rows = rows(toml);
        let lists = [
            (&rows.round_up, Scope::ROUND_UP),
            (&rows.elsewhere, Scope::ELSEWHERE),
            (&rows.some_of, Scope::SOME_OF),
            (&rows.degree, Scope::DEGREE),
            (&rows.doer_died, Scope::DOER_DIED),
            (&rows.more, Scope::MORE),
            (&rows.changed, Scope::CHANGED),
            (&rows.also, Scope::ALSO),
        ];
        Self(Phrases::forwards(lists.into_iter().flat_map(|(words, scope)| words.iter().map(move |word| (word.as_str(), scope)))))
    }

    /// Everything that the words of `text` say of its figures.
    pub fn of(&self, text: &str) -> Scope {
        self.of_words(Words::new(text).map(|word| word.hash))
    }

    /// The same, of words that have been read.
    pub fn of_words(&self, mut words: impl Iterator<Item = WordHash> + Clone) -> Scope {
        let mut scope = Scope::default();
        while let Some(hash) = words.next() {
            let follows = |further: &[WordHash]| {
                let mut rest = words.clone();
                further.iter().all(|hash| rest.next() == Some(*hash))
            };
            for phrase in self.0.under(hash).iter().filter(|phrase| follows(&phrase.further)) {
                scope = scope.and(phrase.meaning);
            }
        }
        scope
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    #[test]
    fn words_narrow_or_widen() {
        let of = |text| Language::english().scopes.of(text);
        for (text, expected) in [
            ("Four people died on Friday.", Scope::default()),
            ("Seven died over the weekend in separate accidents.", Scope::ROUND_UP),
            ("An unrelated blaze killed two.", Scope::ELSEWHERE),
            ("Three of the dead were sailors.", Scope::SOME_OF),
            ("Two were critically hurt.", Scope::DEGREE),
            ("Two clerks were also hurt.", Scope::ALSO),
            ("A third victim dies, eight days after the blast.", Scope::CHANGED),
            ("The mayor had earlier said that 14 were hurt.", Scope::ELSEWHERE),
            ("He killed five and then himself, a murder-suicide.", Scope::DOER_DIED),
            ("Guards fired back at the gunman, killing him.", Scope::DOER_DIED),
            ("He shot a guard, killing him.", Scope::default()),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
    }
}
