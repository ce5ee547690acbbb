//! What a claim gives to tell its fact by: its subject, the words around it, how prominent it is.
//!
//! In: a claim, the text that it stands in. Out: a [`Clue`]. What never happens here: a look at its figure.

use crate::claim::{self, Accumulation, Claim, Field, Status};
use crate::layout::Zone;
use crate::lexicon::Language;
use crate::mention::Kind;
use crate::story;
use crate::text::{WordHash, Words, hash_of, stable_hash};

/// Rarity, in quarters of a bit, of a word that no list holds, and that below which a word tells nothing.
const UNKNOWN: u32 = 64;
const COMMON: u8 = 33;
/// Claims of an article before which a claim is prominent, and sentences within which it is.
const PROMINENT_WORDS: usize = 120;

/// What a claim gives to tell its fact by.
#[derive(Debug)]
pub(super) struct Clue<'a> {
    pub(super) id: claim::Id,
    pub(super) claim: &'a Claim,
    pub(super) story: story::Id,
    /// Claims with another subject are never of one fact.
    pub(super) subject: u64,
    /// Telling words of its sentence, sorted, each with its rarity.
    pub(super) context: Vec<(WordHash, u32)>,
    /// In the title, a headline or the lead of its article.
    pub(super) prominent: bool,
}

impl<'a> Clue<'a> {
    /// The clue of a claim; `None` where it states nothing that another article could state too.
    pub(super) fn of(id: claim::Id, claim: &'a Claim, story: story::Id, field: &str, language: &Language) -> Option<Self> {
        if claim.event.as_ref().is_some_and(|event| matches!(event.status, Status::Denied | Status::Withdrawn)) {
            return None;
        }
        let subject = subject(claim)?;
        let headline = claim.field == Field::Title || claim.zone == Zone::Headline;
        let lead = claim.field == Field::Text && (claim.span.start as usize) < PROMINENT_WORDS * 6;
        Some(Self { id, claim, story, subject, context: context(claim.sentence.of(field), language), prominent: headline || lead })
    }

    /// The counted noun.
    pub(super) fn head(&self) -> Option<&str> {
        self.claim.counted.as_ref().map(|counted| &*counted.head)
    }

    /// The measure.
    pub(super) fn measure(&self) -> Option<&str> {
        self.claim.counted.as_ref()?.measure.as_deref()
    }

    /// Whether it adds to another count, or is a part of one.
    pub(super) fn partial(&self) -> bool {
        matches!(self.claim.accumulation, Accumulation::Part | Accumulation::Increment)
    }
}

/// What a claim is about: its kind, its unit and its measure, else its noun, else its event.
fn subject(claim: &Claim) -> Option<u64> {
    let counted = claim.counted.as_ref();
    let event = claim.event.as_ref().map(|event| event.class.as_deref().unwrap_or(&event.verb));
    let what = counted.map(|counted| counted.measure.as_deref().unwrap_or(&counted.head));
    let value = claim.value.as_ref();
    let per = value.and_then(|value| value.per.as_deref()).unwrap_or_default();
    let unit = value.and_then(|value| value.unit.as_deref()).unwrap_or_default();
    match claim.kind {
        Kind::Count => Some(stable_hash(["count", what?, per])),
        Kind::Money => Some(stable_hash(["money", unit, what.or(event)?, per])),
        Kind::Percent => Some(stable_hash(["percent", what.or(event)?, per])),
        Kind::Measure | Kind::Duration => Some(stable_hash(["measure", unit, what.or(event)?, per])),
        Kind::Date => {
            claim.date.as_ref()?.days?;
            Some(stable_hash(["date", event?]))
        }
        Kind::Number | Kind::Age | Kind::Ordinal | Kind::Score | Kind::Multiple | Kind::Time | Kind::Set => None,
    }
}

/// The telling words of a sentence, each once, with their rarity.
fn context(sentence: &str, language: &Language) -> Vec<(WordHash, u32)> {
    let words = Words::new(sentence).filter(|word| !word.digits && word.end - word.start > 2);
    let mut context: Vec<_> = words
        .filter_map(|word| match language.rarity.get(word.hash) {
            Some(class) if class < COMMON => None,
            Some(class) => Some((word.hash, u32::from(class))),
            None => Some((word.hash, UNKNOWN)),
        })
        .collect();
    context.sort_unstable();
    context.dedup();
    context
}

/// How much of the shorter context stands in the other, in per mille of its rarity.
pub(super) fn shared(one: &[(WordHash, u32)], other: &[(WordHash, u32)]) -> u32 {
    let sum = |context: &[(WordHash, u32)]| context.iter().map(|(_, rarity)| rarity).sum::<u32>();
    let least = sum(one).min(sum(other));
    let both: u32 =
        one.iter().filter(|(word, _)| other.binary_search_by_key(word, |(word, _)| *word).is_ok()).map(|(_, rarity)| rarity).sum();
    (both * 1000).checked_div(least).unwrap_or(0)
}

/// The words of a phrase, sorted.
pub(super) fn words_of(phrase: &str) -> Vec<WordHash> {
    let mut words: Vec<_> = phrase.split_whitespace().map(hash_of).collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_is_what_rare_words_share() {
        let language = Language::english();
        let of = |sentence| context(sentence, language);
        let (one, same, other) = (
            of("The Ostrowin bridge collapsed into the river near Karvella."),
            of("Near Karvella the bridge of Ostrowin collapsed."),
            of("Voters chose a botanist as mayor on Sunday."),
        );
        assert!(shared(&one, &same) > 800 && shared(&one, &other) < 200);
        assert_eq!(shared(&one, &[]), 0);
    }
}
