//! Sentence bounds around a place in a text.
//!
//! In: a folded text with its words, the block to stay in, the place. Out: the span of the sentence around it, without the space at its
//! ends. What never happens here: a pass over the whole text; only what lies between the place and its sentence's ends is read.

use super::{Span, Word, WordHash, hash_of};

/// What a word means when a point follows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Abbreviation {
    /// It is none: the point may end a sentence.
    #[default]
    No,
    /// It never ends a sentence: "Gen.", "Feb.".
    Never,
    /// It may end one: "U.S.", "p.m.", "Inc."; what follows decides.
    Maybe,
}

/// No sentence is read further than this from its mention, in bytes on either side: longer ones are lists or no prose.
const REACH: usize = 1_500;

/// The sentence around `place` within `block`. `words` are those of the text, of which so many as `before` begin before the place.
/// `abbreviation` says what the word before a point is; `starter` whether a capitalised word is one that opens sentences rather than
/// names ("The").
pub fn around(
    text: &str,
    words: &[Word],
    before: usize,
    block: Span,
    place: Span,
    abbreviation: impl Fn(WordHash) -> Abbreviation,
    starter: impl Fn(&str) -> bool,
) -> Span {
    let bytes = text.as_bytes();
    let first = block.range().start;
    let last = block.range().end.min(bytes.len());
    let (mut before, mut behind) = words.split_at(before.min(words.len()));
    let is_end = |at: usize, word: Option<&Word>| ends_at(text, at, last, word, &abbreviation, &starter);
    let mut start = place.range().start.min(last);
    let near = text.floor_char_boundary(start.saturating_sub(REACH)).max(first);
    start = loop {
        let Some(mark) = last_end(bytes, &mut before, near, start) else { break near.min(start) };
        if is_end(mark, before.last()) {
            break mark + 1;
        }
        start = mark;
    };
    let mut end = place.range().end.clamp(start, last);
    // What ends inside the mention itself ends nothing; a point right at its end may.
    if end > start && matches!(bytes[end - 1], b'.') {
        end -= 1;
    }
    let far = text.ceil_char_boundary((end + REACH).min(last));
    while end < far {
        let Some(mark) = first_end(bytes, &mut behind, end, far) else {
            end = far;
            break;
        };
        end = mark + 1;
        let word = words.len().checked_sub(behind.len() + 1).and_then(|at| words.get(at));
        if is_end(mark, word) {
            break;
        }
    }
    while start < place.range().start
        && (bytes[start].is_ascii_whitespace() || !text.is_char_boundary(start) || closing(bytes, start, first))
    {
        start += 1;
    }
    let end = end.max(place.range().end.min(last));
    // A closing quotation mark belongs to the sentence that it closes.
    let end = if end < last && matches!(bytes[end], b'"' | b')' | b'\'') && end > 0 && matches!(bytes[end - 1], b'.' | b'!' | b'?') {
        end + 1
    } else {
        end
    };
    let trimmed = text.get(start..end).map_or(0, |words| words.trim_end().len());
    Span::new(start, start + trimmed)
}

/// Whether the byte at `at` is a closing mark glued to the end of the sentence before.
fn closing(bytes: &[u8], at: usize, first: usize) -> bool {
    matches!(bytes[at], b'"' | b')' | b'\'')
        && at > first
        && matches!(bytes[at - 1], b'.' | b'!' | b'?')
        && bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace)
}

/// Whether a sentence can end with this byte.
const fn may_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'.' | b'!' | b'?')
}

/// The first place from `from` on, before `to`, with a byte that a sentence can end with. No such byte stands in a word, so only what
/// stands between `words` is looked at, mostly one space; words that end before that place are taken off.
pub fn first_end(bytes: &[u8], words: &mut &[Word], mut from: usize, to: usize) -> Option<usize> {
    while let [word, rest @ ..] = *words {
        let start = (word.start as usize).min(to);
        if start == from + 1 && start < to && bytes.get(from) == Some(&b' ') {
            (from, *words) = (word.end as usize, rest);
            continue;
        }
        if let Some(found) = bytes.get(from..start).filter(|gap| *gap != b" ").and_then(|gap| gap.iter().position(|byte| may_end(*byte))) {
            return Some(from + found);
        }
        if start == to {
            return None;
        }
        from = from.max(word.end as usize);
        *words = rest;
    }
    bytes.get(from..to)?.iter().position(|byte| may_end(*byte)).map(|found| from + found)
}

/// The last such place, between words that begin before `to`.
pub fn last_end(bytes: &[u8], words: &mut &[Word], from: usize, mut to: usize) -> Option<usize> {
    while let [rest @ .., word] = *words {
        let end = (word.end as usize).max(from);
        if end + 1 == to && bytes.get(end) == Some(&b' ') && word.start as usize > from {
            (to, *words) = (word.start as usize, rest);
            continue;
        }
        if let Some(found) = bytes.get(end..to).filter(|gap| *gap != b" ").and_then(|gap| gap.iter().rposition(|byte| may_end(*byte))) {
            return Some(end + found);
        }
        to = to.min(word.start as usize);
        if to <= from {
            return None;
        }
        *words = rest;
    }
    bytes.get(from..to)?.iter().rposition(|byte| may_end(*byte)).map(|found| from + found)
}

/// Whether a sentence ends with the byte at `at`, behind `word`.
fn ends_at(
    text: &str,
    at: usize,
    last: usize,
    word: Option<&Word>,
    abbreviation: &impl Fn(WordHash) -> Abbreviation,
    starter: &impl Fn(&str) -> bool,
) -> bool {
    let bytes = text.as_bytes();
    match bytes[at] {
        b'\n' => line_ends(bytes, at, last),
        b'.' => opens_next(bytes, at + 1, last) && point_ends(text, at, last, word, abbreviation, starter),
        b'!' | b'?' => opens_next(bytes, at + 1, last),
        _ => false,
    }
}

/// A line break ends a sentence unless the text only wraps there: the next line goes on in lower case.
fn line_ends(bytes: &[u8], at: usize, last: usize) -> bool {
    let Some(next) = bytes[at + 1..last].iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\r')) else { return true };
    let next = bytes[at + 1 + next];
    let before = bytes[..at].iter().rev().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
    !(next.is_ascii_lowercase() && before.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b',' | b';')))
}

/// Whether a new sentence begins after the closing marks and spaces at `at`.
fn opens_next(bytes: &[u8], at: usize, last: usize) -> bool {
    let closing = bytes[at.min(last)..last].iter().take_while(|byte| matches!(byte, b'"' | b'\'' | b')' | b']')).count();
    let Some(&space) = bytes[..last].get(at + closing) else { return true };
    if !space.is_ascii_whitespace() {
        // "Ukraine.The": a missing space, seen where paragraphs were glued together.
        let glued = closing == 0 && at >= 2 && bytes[at - 2].is_ascii_lowercase() && bytes[at].is_ascii_uppercase();
        return glued && bytes[..last].get(at + 1).is_some_and(|&byte| byte.is_ascii_lowercase() || byte == b' ');
    }
    let next = bytes[at + closing..last].iter().find(|byte| !byte.is_ascii_whitespace());
    next.is_none_or(|byte| !byte.is_ascii_lowercase() && !matches!(byte, b',' | b';' | b')' | b'-'))
}

/// Whether the point at `at`, behind which a sentence could begin, is more than that of an abbreviation.
fn point_ends(
    text: &str,
    at: usize,
    last: usize,
    word: Option<&Word>,
    abbreviation: &impl Fn(WordHash) -> Abbreviation,
    starter: &impl Fn(&str) -> bool,
) -> bool {
    // No abbreviation is longer than this, so that a text without spaces costs no more.
    const LONGEST: usize = 16;
    let bytes = text.as_bytes();
    let opening = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'(' | b'"');
    let alone = |word: &&Word| word.end as usize == at && at - (word.start as usize) < LONGEST && opens_word(bytes, word, opening);
    let (start, hash) = if let Some(word) = word.filter(alone) {
        (word.start as usize, word.hash)
    } else {
        let from = text.floor_char_boundary(at.saturating_sub(LONGEST));
        let start = bytes[from..at].iter().rposition(opening).map_or(from, |found| from + found + 1);
        (start, hash_of(text.get(start..at).unwrap_or_default()))
    };
    let initial = at - start == 1 && bytes[start].is_ascii_uppercase();
    let known = if initial { Abbreviation::Never } else { abbreviation(hash) };
    match known {
        Abbreviation::No => true,
        Abbreviation::Never => false,
        Abbreviation::Maybe => {
            let rest = text.get(at + 1..last).unwrap_or_default();
            let next = rest.trim_start_matches(['"', '\'', ' ']);
            let end = next.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(next.len());
            // "BEDFORD, N.H. (Newsline) — ": what follows a dateline goes on with it.
            let goes_on = next.starts_with(['(', '\u{2013}', '\u{2014}']);
            end == 0 && !goes_on || rest.starts_with('\n') || starter(&next[..end])
        }
    }
}

/// Whether what opens a word stands right before this one.
fn opens_word(bytes: &[u8], word: &Word, opening: impl Fn(&u8) -> bool) -> bool {
    (word.start as usize).checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(opening)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Words;

    fn sentence<'a>(text: &'a str, place: &str) -> &'a str {
        let at = text.find(place).unwrap();
        let any = |words: &[&str], hash| words.iter().any(|word| hash_of(word) == hash);
        let abbreviation = |hash| match hash {
            _ if any(&["gen", "feb", "st"], hash) => Abbreviation::Never,
            _ if any(&["u.s", "p.m"], hash) => Abbreviation::Maybe,
            _ => Abbreviation::No,
        };
        let starter = |word: &str| matches!(word, "The" | "He");
        let words: Vec<Word> = Words::new(text).collect();
        let before = words.partition_point(|word| (word.start as usize) < at);
        around(text, &words, before, Span::new(0, text.len()), Span::new(at, at + place.len()), abbreviation, starter).of(text)
    }

    #[test]
    fn bounds() {
        for (text, place, expected) in [
            ("One came. Two of 40 left. Gone.", "40", "Two of 40 left."),
            ("On Feb. 27 Gen. Roe lost 40 men. He fled.", "40", "On Feb. 27 Gen. Roe lost 40 men."),
            ("The U.S. Army lost 40 men. He fled.", "40", "The U.S. Army lost 40 men."),
            ("They hit the U.S. The 40 fled.", "40", "The 40 fled."),
            ("Ferry sinks, 40 missing\nRescuers search", "40", "Ferry sinks, 40 missing"),
            ("- 40 tents\n- 20 cots", "20", "- 20 cots"),
            ("The ferry carried\n40 men and\nthree dogs.", "three", "40 men and\nthree dogs."),
            ("\"It sank!\" he said of 40 men.", "40", "\"It sank!\" he said of 40 men."),
            ("It sank in Ukraine.The 40 men swam.", "40", "The 40 men swam."),
            ("\"We lost 40.\" They wept.", "40", "\"We lost 40.\""),
            ("He said: \"We lost it.\" Now 40 swim.", "40", "Now 40 swim."),
            ("It rose 4.5 percent. Then fell.", "percent", "It rose 4.5 percent."),
            ("At 9 p.m. 40 fled.", "40", "At 9 p.m. 40 fled."),
            ("Nobody… 40", "40", "Nobody… 40"),
        ] {
            assert_eq!(sentence(text, place), expected);
        }
    }
}
