//! What the closeness of two claims is made of, and which other claim joined each to its fact.
//!
//! In: the clues of a fact. Out: for each claim past the first, the one before it that it is closest to, with what each feature gave.
//! What never happens here: a decision; the groups have been made.

use super::closeness;
use super::clue::Clue;
use super::given::Given;
use super::{alike, dates};
use crate::claim;
use crate::lexicon::Language;
use crate::text::Few;

/// What speaks for two claims being of one fact, or against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    /// One story, or two; more in one story where it tells of one toll or one force.
    Story,
    /// The counted nouns.
    Noun,
    /// The words with the noun.
    Phrase,
    /// What happened.
    Event,
    /// Who did it.
    Actor,
    /// Where.
    Place,
    /// Names in the sentences of two dates; the name of the one whose ages they are.
    Names,
    /// Both stand at the head of their articles.
    Prominent,
    /// What narrows one of them.
    Scope,
    /// Days that can't both be.
    Days,
    /// One figure, where no noun tells claims apart.
    Figure,
    /// The rare words that the sentences share.
    Context,
    /// The settings say so.
    Settings,
}

impl Feature {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 13] = [
        Self::Story,
        Self::Noun,
        Self::Phrase,
        Self::Event,
        Self::Actor,
        Self::Place,
        Self::Names,
        Self::Prominent,
        Self::Scope,
        Self::Days,
        Self::Figure,
        Self::Context,
        Self::Settings,
    ];
}

/// What each feature gives to a closeness, in per mille.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts([i16; Feature::ALL.len()]);

impl Parts {
    // Where only the sum is wanted, the parts never come to stand in memory.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "a feature gives or takes no more than a few thousand")]
    pub(super) fn add(&mut self, feature: Feature, points: i32) {
        self.0[feature as usize] += points as i16;
    }

    /// The closeness.
    #[inline]
    pub fn sum(&self) -> u32 {
        u32::try_from(self.0.iter().map(|points| i32::from(*points)).sum::<i32>()).unwrap_or(0)
    }

    /// The features that gave or took something.
    pub fn iter(&self) -> impl Iterator<Item = (Feature, i32)> {
        Feature::ALL.into_iter().zip(self.0.map(i32::from)).filter(|(_, points)| *points != 0)
    }
}

/// How close a claim of a fact is to the one of those before it that it is closest to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The claim.
    pub claim: claim::Id,
    /// The one before it.
    pub with: claim::Id,
    /// What makes them close.
    pub parts: Parts,
}

/// Claims at the head of a fact that each later one is held against here, at most: enough to show why it is there.
const MOST: usize = 8;

/// What joined each claim of a fact that two or more articles tell.
pub(super) fn joined(sides: &[&Clue<'_>], given: &Given, language: &Language) -> Few<Joined> {
    let Some(first) = sides.first() else { return Few::new() };
    if sides.iter().all(|clue| clue.claim.article == first.claim.article) {
        return Few::new();
    }
    let mut sides = sides.to_vec();
    sides.sort_by_key(|clue| clue.id);
    let near = |(at, one): (usize, &&Clue<'_>)| {
        let held = sides[..at].iter().take(MOST).map(|other| {
            let parts = of(other, one, given, language);
            (parts.sum(), Joined { claim: one.id, with: other.id, parts })
        });
        held.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, joined)| joined)
    };
    let mut joined = Few::with_capacity(sides.len() - 1);
    joined.extend(sides.iter().enumerate().filter_map(near));
    joined
}

/// What the settings give to two claims that they join: more than all else together.
const BY_SETTINGS: i32 = 1000;

/// The closeness of two claims of one fact, as the part of this room that joined them sees it.
#[inline]
fn of(one: &Clue<'_>, other: &Clue<'_>, given: &Given, language: &Language) -> Parts {
    let mut parts = if one.is_date() {
        dates::parts(one, other)
    } else {
        let mut parts = closeness::parts(one, other, language);
        parts.add(Feature::Figure, alike::figure(one, other));
        parts
    };
    if given.same(one.id, other.id) {
        parts.add(Feature::Settings, BY_SETTINGS);
    }
    parts
}
