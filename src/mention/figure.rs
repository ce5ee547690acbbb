//! The figure around a candidate word.

use super::Mention;
use crate::lexicon::Language;
use crate::text::Word;

/// Reads the figure that the candidate `word` belongs to, from its hedge to its unit. Nothing before `floor` belongs to it: that is
/// another mention's. `None` where the word states no figure.
pub(super) fn read(_language: &Language, _text: &str, _word: Word, _floor: u32) -> Option<Mention> {
    None
}
