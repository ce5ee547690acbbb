//! Whether the words around a date look back or ahead.
//!
//! In: a text and the place of a date. Out: the tense of the nearest verb in its sentence that shows one. What never happens here: a
//! look at another sentence.

use crate::lexicon::{Calendar, Key};
use crate::text::sentence::{first_end, last_end};
use crate::text::{Span, Word, between, hash_of};

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

/// The tense of the nearest word around `span` that shows one; of two as near, the one before. `words` are those of the text.
pub(super) fn around(calendar: &Calendar, text: &str, words: &[Word], span: Span) -> Tense {
    let (start, end) = (span.start as usize, span.end as usize);
    let from = sentence_start(text, words, start, REACH);
    let mut earlier = between(text, words, from, start).rev().peekable();
    if earlier.peek().and_then(|last| calendar.word(last.hash)).is_some_and(|word| word.has(Key::Until)) {
        return Tense::Future;
    }
    let (mut far, mut found) = (0, Tense::Unknown);
    while let Some(word) = earlier.next().filter(|_| found == Tense::Unknown) {
        far += 1;
        found = tense_of(calendar, text, word);
        // "to be held", "will be completed": the participle looks where the auxiliary does.
        if found == Tense::Past && earlier.peek().is_some_and(|before| before.hash == const { hash_of("be") }) {
            found = Tense::Future;
        }
    }
    let later = between(text, words, end, sentence_end(text, words, end));
    let nearer = if found == Tense::Unknown { usize::MAX } else { far - 1 };
    later.take(nearer).map(|word| tense_of(calendar, text, word)).find(|&tense| tense != Tense::Unknown).unwrap_or(found)
}

/// The tense that a word shows by itself.
fn tense_of(calendar: &Calendar, text: &str, word: Word) -> Tense {
    let letters = &text.as_bytes()[word.start as usize..word.end as usize];
    if calendar.looks_ahead(word.hash) {
        // "May" is a month.
        let month = word.capital && calendar.word(word.hash).is_some_and(|word| word.month > 0);
        return if month { Tense::Unknown } else { Tense::Future };
    }
    let past = letters.len() > 4 && letters.ends_with(b"ed") && letters[0].is_ascii_lowercase();
    if past || calendar.looks_back(word.hash) { Tense::Past } else { Tense::Unknown }
}

/// Where the sentence begins that goes on at `place`, looked for within `reach` bytes.
pub(super) fn sentence_start(text: &str, words: &[Word], place: usize, reach: usize) -> usize {
    let from = text.floor_char_boundary(place.saturating_sub(reach));
    let mut words = words.get(..words.partition_point(|word| (word.start as usize) < place)).unwrap_or_default();
    let mut to = place;
    while let Some(at) = last_end(text.as_bytes(), &mut words, from, to) {
        if ends_at(&text.as_bytes()[..place], at) {
            return at + 1;
        }
        to = at;
    }
    from
}

/// Where the sentence ends that begins before `place`.
fn sentence_end(text: &str, words: &[Word], place: usize) -> usize {
    let to = text.floor_char_boundary((place + REACH).min(text.len()));
    let mut words = words.get(words.partition_point(|word| word.end as usize <= place)..).unwrap_or_default();
    let mut from = place;
    while let Some(at) = first_end(text.as_bytes(), &mut words, from, to) {
        if ends_at(&text.as_bytes()[place..to], at - place) {
            return at;
        }
        from = at + 1;
    }
    to
}

/// Whether the mark at `at` ends a sentence: before a capital that no abbreviation precedes, or with its line.
fn ends_at(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'\n'
        || bytes.get(at + 1) == Some(&b' ') && bytes.get(at + 2).is_some_and(u8::is_ascii_uppercase) && !abbreviates(&bytes[..at])
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
    use crate::text::Words;

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
            let words: Vec<Word> = Words::new(text).collect();
            assert_eq!(around(&Language::english().calendar, text, &words, Span::new(at, at + 1)), expected, "{text}");
        }
    }
}
