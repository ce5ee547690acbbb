//! Whether the words around a date look back or ahead.
//!
//! In: a text and the place of a date. Out: the tense of the nearest verb in its sentence that shows one. What never happens here: a
//! look at another sentence.

use crate::lexicon::{Calendar, Key};
use crate::text::{Span, Word, Words, hash_of};

/// Which way the words around a date look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tense {
    /// "said", "was", "killed".
    Past,
    /// "will", "is scheduled for".
    Future,
    /// Nothing tells.
    #[default]
    Unknown,
}

/// How far a sentence is searched on either side, in bytes.
const REACH: usize = 160;

/// The tense of the nearest word around `span` that shows one; of two as near, the one before.
pub(super) fn around(calendar: &Calendar, text: &str, span: Span) -> Tense {
    let (start, end) = (span.start as usize, span.end as usize);
    let before = text.get(..start).unwrap_or_default();
    let from = before.floor_char_boundary(before.len().saturating_sub(REACH));
    let before = &before[sentence_start(before, from)..];
    let after = text.get(end..).unwrap_or_default();
    let after = &after[..after.floor_char_boundary(REACH.min(after.len()))];
    let after = &after[..sentence_end(after)];
    let shown = |words: &str, index: usize, word: Word| tense_of(calendar, words, word).map(|tense| (index, tense));
    let be = hash_of("be");
    let mut nearest_before = None;
    let (mut words, mut last) = (0, None);
    for word in Words::new(before) {
        // "to be held", "will be completed": the participle looks where the auxiliary does.
        let follows = last.replace(word.hash) == Some(be);
        match shown(before, words, word) {
            Some((index, Tense::Past)) if follows => nearest_before = Some((index, Tense::Future)),
            None => {}
            found => nearest_before = found,
        }
        words += 1;
    }
    if last.and_then(|last| calendar.word(last)).is_some_and(|word| word.has(Key::Until)) {
        return Tense::Future;
    }
    let nearest_before = nearest_before.map(|(index, tense)| (words - index, tense));
    let nearest_after = Words::new(after).enumerate().find_map(|(index, word)| shown(after, index + 1, word));
    match (nearest_before, nearest_after) {
        (Some((near, tense)), Some((far, other))) => {
            if far < near {
                other
            } else {
                tense
            }
        }
        (Some((_, tense)), None) | (None, Some((_, tense))) => tense,
        (None, None) => Tense::Unknown,
    }
}

/// The tense that a word shows by itself.
fn tense_of(calendar: &Calendar, text: &str, word: Word) -> Option<Tense> {
    let letters = &text.as_bytes()[word.start as usize..word.end as usize];
    if calendar.looks_ahead(word.hash) {
        // "May" is a month.
        let month = word.capital && calendar.word(word.hash).is_some_and(|word| word.month > 0);
        return (!month).then_some(Tense::Future);
    }
    let past = letters.len() > 4 && letters.ends_with(b"ed") && letters[0].is_ascii_lowercase();
    (past || calendar.looks_back(word.hash)).then_some(Tense::Past)
}

/// Where the sentence begins that `before` ends in, not before `from`.
pub(super) fn sentence_start(before: &str, from: usize) -> usize {
    let bytes = before.as_bytes();
    (from..bytes.len())
        .rev()
        .find(|&at| match bytes[at] {
            b'\n' => true,
            // A sentence ends before a capital that no abbreviation precedes.
            b'.' | b'!' | b'?' => {
                bytes.get(at + 1) == Some(&b' ') && bytes.get(at + 2).is_some_and(u8::is_ascii_uppercase) && !abbreviates(&bytes[..at])
            }
            _ => false,
        })
        .map_or(from, |at| at + 1)
}

/// Where the sentence ends that `after` begins in.
fn sentence_end(after: &str) -> usize {
    let bytes = after.as_bytes();
    bytes
        .iter()
        .enumerate()
        .position(|(at, byte)| match byte {
            b'\n' => true,
            b'.' | b'!' | b'?' => {
                bytes.get(at + 1) == Some(&b' ') && bytes.get(at + 2).is_some_and(u8::is_ascii_uppercase) && !abbreviates(&bytes[..at])
            }
            _ => false,
        })
        .unwrap_or(bytes.len())
}

/// Whether the letters before a point are an initial or a short title: "Gen.", "U.S.".
fn abbreviates(before: &[u8]) -> bool {
    let letters = before.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let first = before.len() - letters;
    letters == 1 || (2..=4).contains(&letters) && before.get(first).is_some_and(u8::is_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    #[test]
    fn the_nearest_verb_decides() {
        for (text, expected) in [
            ("The minister said * that talks will go on.", Tense::Past),
            ("The minister said talks will go on *.", Tense::Future),
            ("On * the court will hear the case.", Tense::Future),
            ("Rain is forecast. Fans waited *.", Tense::Past),
            ("Votes are counted. The vote is scheduled for *", Tense::Future),
            ("A vote on *", Tense::Unknown),
            ("The raid of May 3 and that of *", Tense::Unknown),
            ("Troops may leave on *", Tense::Future),
            ("It will rain. A walk on *. He left.", Tense::Unknown),
        ] {
            let at = text.find('*').unwrap();
            assert_eq!(around(&Language::english().calendar, text, Span::new(at, at + 1)), expected, "{text}");
        }
    }
}
