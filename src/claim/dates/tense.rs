//! Whether the words around a date look back or ahead.
//!
//! In: a text and the place of a date. Out: the tense of the nearest verb in its sentence that shows one. What never happens here: a
//! look at another sentence.

use std::ops::Range;

use crate::lexicon::{Calendar, Key, Look};
use crate::text::sentence::last_end;
use crate::text::{Span, Word, WordHash, between, hash_of};

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

/// The tense of the nearest word around `span` that shows one; of two as near, the one before. `words` are those of the text. A verb
/// mostly stands near, so the sentence is cut on either side only as far as it is read.
pub(super) fn around(calendar: &Calendar, text: &str, words: &[Word], span: Span) -> Tense {
    let mut earlier = earlier(text, words, span.start as usize).peekable();
    if until(calendar, text, words, span.start as usize) {
        return Tense::Future;
    }
    let (mut far, mut found) = (0, Tense::Unknown);
    while let Some(word) = earlier.next() {
        far += 1;
        found = tense_of(calendar, text, word);
        // "to be held", "will be completed", "will cut": the verb looks where the auxiliary does; "will be made in stages and completed".
        let ahead = |before: &Word| AUXILIARIES.contains(&before.hash);
        let listed = |before: &Word| before.hash == AND;
        if found == Tense::Past && (earlier.peek().is_some_and(ahead) || earlier.peek().is_some_and(listed) && is_listed(earlier.clone())) {
            found = Tense::Future;
        }
        if found != Tense::Unknown {
            break;
        }
    }
    if found == Tense::Unknown {
        let mut later = later(text, words, span.end as usize).map(|word| tense_of(calendar, text, word));
        return later.find(|&tense| tense != Tense::Unknown).unwrap_or_default();
    }
    // "will lose their jobs by Tuesday, the firm said": what follows a comma is a clause of its own.
    let comma = text.as_bytes().get(span.end as usize) == Some(&b',');
    let nearer = if comma { 0 } else { far - 1 };
    let mut later = later(text, words, span.end as usize).take(nearer).map(|word| tense_of(calendar, text, word));
    later.find(|&tense| tense != Tense::Unknown).unwrap_or(found)
}

/// Whether "until" stands before the date at `place`: "until Monday", "until at least Monday".
fn until(calendar: &Calendar, text: &str, words: &[Word], place: usize) -> bool {
    let is_until = |word: &Word| calendar.word(word.hash).is_some_and(|word| word.has(Key::Until));
    let mut before = earlier(text, words, place);
    match before.next() {
        Some(word) if word.hash == LEAST => before.nth(1).is_some_and(|word| is_until(&word)),
        Some(word) => is_until(&word),
        None => false,
    }
}

/// Whether a verb before "and" looks ahead by its auxiliary: "will be made in stages and completed".
fn is_listed(earlier: impl Iterator<Item = Word>) -> bool {
    earlier.skip(1).take(LISTED).any(|word| AUXILIARIES[1..].contains(&word.hash))
}

/// How many words before "and" are looked at.
const LISTED: usize = 8;
const AND: WordHash = hash_of("and");
const LEAST: WordHash = hash_of("least");

/// Words before which a verb in a form that the past has too looks ahead.
const AUXILIARIES: [WordHash; 3] = [hash_of("be"), hash_of("will"), hash_of("shall")];

/// The words of the sentence before `place`, from there on.
fn earlier<'a>(text: &'a str, words: &'a [Word], place: usize) -> impl Iterator<Item = Word> + Clone + 'a {
    let from = text.floor_char_boundary(place.saturating_sub(REACH));
    let bytes = text.as_bytes().get(..place).unwrap_or_default();
    let words = words.get(..words.partition_point(|word| (word.start as usize) < place)).unwrap_or_default();
    let mut to = place;
    let within = words.iter().rev().map_while(move |word| {
        let end = (word.end as usize).max(from);
        if end == from || parts(bytes, end..to) {
            return None;
        }
        to = word.start as usize;
        Some(clipped(text, *word, from, place))
    });
    within.flatten()
}

/// The words of the sentence behind `place`.
fn later<'a>(text: &'a str, words: &'a [Word], place: usize) -> impl Iterator<Item = Word> + 'a {
    let to = text.floor_char_boundary((place + REACH).min(text.len()));
    let bytes = text.as_bytes().get(place..to).unwrap_or_default();
    let words = words.get(words.partition_point(|word| word.end as usize <= place)..).unwrap_or_default();
    let mut from = 0;
    let within = words.iter().map_while(move |word| {
        let start = (word.start as usize).min(to);
        if start == to || parts(bytes, from..start.saturating_sub(place)) {
            return None;
        }
        from = word.end as usize - place;
        Some(clipped(text, *word, place, to))
    });
    within.flatten()
}

/// What of a word stands between these places.
fn clipped(text: &str, word: Word, from: usize, to: usize) -> Option<Word> {
    if word.start as usize >= from && word.end as usize <= to { Some(word) } else { between(text, &[word], from, to).next() }
}

/// Whether a mark in this gap between two words ends a sentence.
fn parts(bytes: &[u8], gap: Range<usize>) -> bool {
    let marks = bytes.get(gap.clone()).unwrap_or_default();
    marks != b" " && marks.iter().zip(gap).any(|(mark, at)| matches!(mark, b'\n' | b'.' | b'!' | b'?') && ends_at(bytes, at))
}

/// The tense that a word shows by itself.
fn tense_of(calendar: &Calendar, text: &str, word: Word) -> Tense {
    match calendar.looks(word.hash) {
        // "May" is a month.
        Some(Look::Ahead) if word.capital && calendar.word(word.hash).is_some_and(|word| word.month > 0) => Tense::Unknown,
        Some(Look::Ahead) => Tense::Future,
        Some(Look::Back) => Tense::Past,
        None => {
            let letters = &text.as_bytes()[word.start as usize..word.end as usize];
            let past = letters.len() > 4 && letters.ends_with(b"ed") && letters[0].is_ascii_lowercase();
            if past { Tense::Past } else { Tense::Unknown }
        }
    }
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
            ("He will cut the tour short, landing on *", Tense::Future),
            ("He cut the tour short, landing on *", Tense::Past),
            ("The race was supposed to begin on *", Tense::Future),
            ("It will rain. A walk on *. He left.", Tense::Unknown),
            ("The men will lose their jobs by *, the firm told them.", Tense::Future),
            ("The men lost their jobs by *, and the firm will pay.", Tense::Past),
            ("The cuts will be made in stages and completed by *.", Tense::Future),
            ("The cuts were made in stages and completed by *.", Tense::Past),
            ("Visits were put off until at least *", Tense::Future),
        ] {
            let at = text.find('*').unwrap();
            let words: Vec<Word> = Words::new(text).collect();
            assert_eq!(around(&Language::english().calendar, text, &words, Span::new(at, at + 1)), expected, "{text}");
        }
    }
}
