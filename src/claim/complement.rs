//! What a figure counts where a form of be stands between the two: "of those killed, seven were police officers".
//!
//! In: a sentence and the token after a figure. Out: the noun phrase behind the verb. What never happens here: an adjective or a state
//! taken for a noun: "seven were asleep" counts what another word names.

use super::noun::{Phrase, nouns};
use super::sentence::Sentence;
use crate::lexicon::Classes;

/// The rule of a figure whose noun stands behind a form of be.
pub(super) const RULE: &str = "noun behind a form of be";

/// The plural noun that the figure before token `to` is said to be.
pub(super) fn noun(sentence: &Sentence<'_>, to: usize) -> Option<Phrase> {
    if !matches!(sentence.of(to), "are" | "were") {
        return None;
    }
    let from = to + 1 + usize::from(sentence.is(to + 1, Classes::ADVERB));
    let found = nouns(sentence, from, false).filter(|found| !found.outcome && found.from == from)?;
    let head = found.head?;
    let known = sentence.words().measure(&sentence.lexeme(head)).is_some();
    let many = sentence.is_plural(head) || sentence.is(head, Classes::MASS);
    (known && many).then_some(found)
}
