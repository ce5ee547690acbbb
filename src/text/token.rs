//! Tokens of one sentence: words with their hash, marks, and the mentions as one token each.
//!
//! In: a folded text, the sentence's span and the spans that stand as one token ("islands": the mentions in it). Out: tokens in order.
//! What never happens here: a copy of a word, any look at what a word means. A sentence is cut into tokens once, for all its mentions.

use super::words::{SEED, add, hash_of_bytes, lower};
use super::{Span, Word, WordHash};

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A word in lower case.
    Lower,
    /// A word that begins with a capital.
    Capital,
    /// A word of two or more capitals: "DPRK", "U.S.".
    Upper,
    /// Digits outside any mention: "MH17" begins with letters and is a word, "17th" is not.
    Digits,
    /// The 's or the bare apostrophe after a noun.
    Clitic,
    /// Any other mark.
    Mark(char),
    /// The island with this index.
    Island(u16),
}

/// A token as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands; an abbreviation's point belongs to it.
    pub span: Span,
    /// Hash of its lower-case letters, hyphens and apostrophes kept, the point of an abbreviation left out (but "u.s." keeps its points
    /// within: "u.s").
    pub hash: WordHash,
    /// Hash of what follows its last hyphen; the same as `hash` where it has none.
    pub tail: WordHash,
    /// What it looks like.
    pub shape: Shape,
    /// Whether no space stands before it.
    pub glued: bool,
}

impl Token {
    /// Whether it is a word of letters.
    #[inline]
    pub fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Capital | Shape::Upper)
    }

    /// Whether it begins with a capital.
    #[inline]
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper)
    }

    /// Whether it is the mark `mark`.
    #[inline]
    pub fn is_mark(&self, mark: char) -> bool {
        self.shape == Shape::Mark(mark)
    }
}

/// Cuts `sentence` into tokens. `words` are those of the text from the sentence on, as far as they are cut already; `islands` are in
/// order, do not overlap and are one token each; `tokens` is filled anew.
pub fn tokens(text: &str, words: &[Word], sentence: Span, islands: &[Span], tokens: &mut Vec<Token>) {
    tokens.clear();
    let end = sentence.range().end.min(text.len());
    let mut stretch = Stretch { text, words, at: sentence.range().start, end, glued: false };
    for (index, island) in islands.iter().enumerate() {
        stretch.cut((island.start as usize).min(end), tokens);
        if stretch.at >= end {
            return;
        }
        if island.end as usize > stretch.at {
            let shape = Shape::Island(u16::try_from(index).unwrap_or(u16::MAX));
            tokens.push(Token { span: *island, hash: SEED, tail: SEED, shape, glued: stretch.glued });
            (stretch.at, stretch.glued) = (island.end as usize, true);
        }
    }
    stretch.cut(end, tokens);
}

/// What is left of a sentence.
struct Stretch<'a> {
    text: &'a str,
    /// The words of the text, from about `at` on.
    words: &'a [Word],
    at: usize,
    end: usize,
    /// Whether no space stands before `at`.
    glued: bool,
}

impl Stretch<'_> {
    /// Cuts what stands before `fence`, where a mention begins or the sentence ends.
    fn cut(&mut self, fence: usize, tokens: &mut Vec<Token>) {
        let Self { text, mut words, mut at, end, mut glued } = *self;
        let bytes = text.as_bytes();
        while at < fence {
            // Nearly always a space and a word of plain letters.
            if bytes[at] == b' ' {
                (at, glued) = (at + 1, false);
                if at == fence {
                    break;
                }
            }
            while let [before, rest @ ..] = words
                && (before.start as usize) < at
            {
                words = rest;
            }
            if let [word, rest @ ..] = words
                && word.start as usize == at
                && stands_alone(bytes, word, fence, end)
            {
                let (span, shape) = (Span { start: word.start, end: word.end }, shape(bytes, at, word.end as usize));
                tokens.push(Token { span, hash: word.hash, tail: word.hash, shape, glued });
                (words, at, glued) = (rest, word.end as usize, true);
                continue;
            }
            if bytes[at].is_ascii_whitespace() {
                (at, glued) = (at + 1, false);
                continue;
            }
            let token = if is_letter(text, at) { word(text, at, fence, end, glued) } else { mark(text, at, fence, glued) };
            (at, glued) = (token.span.end as usize, true);
            tokens.push(token);
        }
        (self.words, self.at, self.glued) = (words, at, glued);
    }
}

/// Whether a word is a token as it stands: plain letters and digits, and nothing behind it that could join or end it.
#[inline]
fn stands_alone(bytes: &[u8], word: &Word, fence: usize, end: usize) -> bool {
    let (from, to) = (word.start as usize, word.end as usize);
    let stops = |byte: u8| match byte {
        b'-' | b'\'' | 0x80.. => false,
        b'.' => to + 1 == end,
        _ => true,
    };
    let closed = to == fence || to < fence && (bytes[to] == b' ' || stops(bytes[to]));
    closed && is_ascii(bytes, from, to)
}

/// Whether all bytes between these places are of ASCII. Most words are short, and eight bytes are looked at at once.
#[inline]
fn is_ascii(bytes: &[u8], from: usize, to: usize) -> bool {
    const EIGHT: usize = 8;
    match bytes[from..].first_chunk::<EIGHT>() {
        Some(eight) if to - from <= EIGHT && from < to => {
            let within = u64::from_le_bytes(*eight) << (u64::BITS as usize - (to - from) * EIGHT);
            within & 0x8080_8080_8080_8080 == 0
        }
        _ => bytes[from..to].is_ascii(),
    }
}

/// What the word between these places looks like.
#[inline]
fn shape(bytes: &[u8], from: usize, to: usize) -> Shape {
    match bytes[from] {
        b'0'..=b'9' => Shape::Digits,
        b'A'..=b'Z' if is_upper(&bytes[from..to]) => Shape::Upper,
        b'A'..=b'Z' => Shape::Capital,
        _ => Shape::Lower,
    }
}

/// The word at `at`, not past `fence` where a mention begins.
fn word(text: &str, at: usize, fence: usize, end: usize, glued: bool) -> Token {
    let bytes = text.as_bytes();
    let mut hash = SEED;
    let mut hyphen = None;
    let mut here = at;
    while here < fence {
        let byte = bytes[here];
        // Nearly all of a word is plain letters.
        let plain = lower(byte);
        if plain != 0 && byte.is_ascii() {
            hash = add(hash, plain);
            here += 1;
            continue;
        }
        let joined = match byte {
            // A hyphen joins a compound; an apostrophe joins "don't" and "O'Brien", but not the possessive.
            b'-' => here > at && here + 1 < fence && is_letter(text, here + 1),
            b'\'' => here + 1 < fence && bytes[here + 1].is_ascii_alphabetic() && !is_possessive(bytes, here),
            // The points of "U.S." and "p.m.": a single letter on either side.
            b'.' => is_initial(bytes, at, here) && here + 1 < fence && bytes[here + 1].is_ascii_alphabetic(),
            _ => byte >= 0x80 && is_letter(text, here),
        };
        if !joined {
            break;
        }
        let width = if byte >= 0x80 { text[here..].chars().next().map_or(1, char::len_utf8) } else { 1 };
        hash = bytes[here..here + width].iter().fold(hash, |hash, byte| add(hash, byte.to_ascii_lowercase()));
        here += width;
        if byte == b'-' {
            hyphen = Some(here);
        }
    }
    let tail = hyphen.map_or(hash, |from| hash_of_bytes(&bytes[from..here]));
    // A point inside a sentence belongs to an abbreviation.
    let dotted = here < fence && bytes[here] == b'.' && here + 1 < end && (is_initial(bytes, at, here) || !closes(bytes, here + 1, end));
    Token { span: Span::new(at, here + usize::from(dotted)), hash, tail, shape: shape(bytes, at, here), glued }
}

/// Whether a word has two capitals or more and no other letter; asked only of words that begin with a capital, and mostly answered by
/// the second letter.
fn is_upper(word: &[u8]) -> bool {
    word.iter().all(|byte| byte.is_ascii() && !byte.is_ascii_lowercase())
        && word.iter().filter(|byte| byte.is_ascii_uppercase()).count() > 1
}

/// The mark at `at`, or the clitic.
fn mark(text: &str, at: usize, fence: usize, glued: bool) -> Token {
    let bytes = text.as_bytes();
    if bytes[at] == b'\'' && glued {
        let possessive = is_possessive(bytes, at);
        let end = if possessive { (at + 2).min(fence) } else { at + 1 };
        if possessive || at > 0 && bytes[at - 1].eq_ignore_ascii_case(&b's') {
            return Token { span: Span::new(at, end), hash: SEED, tail: SEED, shape: Shape::Clitic, glued };
        }
    }
    let found = if bytes[at].is_ascii() { char::from(bytes[at]) } else { text[at..].chars().next().unwrap_or(' ') };
    Token { span: Span::new(at, at + found.len_utf8()), hash: SEED, tail: SEED, shape: Shape::Mark(found), glued }
}

/// Whether the apostrophe at `at` opens the ending 's.
fn is_possessive(bytes: &[u8], at: usize) -> bool {
    bytes.get(at + 1).is_some_and(|byte| byte.eq_ignore_ascii_case(&b's')) && !bytes.get(at + 2).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether the byte before the point at `at` is a letter that stands alone or between points.
fn is_initial(bytes: &[u8], start: usize, at: usize) -> bool {
    at > start && bytes[at - 1].is_ascii_alphabetic() && (at - 1 == start || bytes[at - 2] == b'.')
}

/// Whether nothing but closing marks and spaces follows up to `end`.
fn closes(bytes: &[u8], at: usize, end: usize) -> bool {
    bytes[at..end].iter().all(|byte| byte.is_ascii_whitespace() || matches!(byte, b'.' | b'"' | b'\'' | b')' | b']'))
}

fn is_letter(text: &str, at: usize) -> bool {
    let byte = text.as_bytes()[at];
    byte.is_ascii_alphanumeric() || byte >= 0x80 && text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Words, hash_of};

    fn cut(text: &str, islands: &[&str]) -> Vec<String> {
        let mut from = 0;
        let spans: Vec<Span> = islands
            .iter()
            .map(|island| {
                let start = from + text[from..].find(island).unwrap();
                from = start + island.len();
                Span::new(start, from)
            })
            .collect();
        let mut found = Vec::new();
        tokens(text, &Words::new(text).collect::<Vec<_>>(), Span::new(0, text.len()), &spans, &mut found);
        let mut without = Vec::new();
        tokens(text, &[], Span::new(0, text.len()), &spans, &mut without);
        assert_eq!(found, without, "{text}: with words cut before and without");
        found.iter().map(|token| token.span.of(text).to_owned()).collect()
    }

    #[test]
    fn words_marks_and_islands() {
        for (text, islands, expected) in [
            ("about 40 people died.", &["about 40"][..], "about 40|people|died|."),
            ("Gen. Lee's men weren't there", &[], "Gen.|Lee|'s|men|weren't|there"),
            ("the U.S. Army", &[], "the|U.S.|Army"),
            ("a 10-member drive-by crew", &["10"], "a|10|-|member|drive-by|crew"),
            ("Kursk—though über", &[], "Kursk|—|though|über"),
            ("the workers' 3 tents", &["3"], "the|workers|'|3|tents"),
            ("$5m (5 men)", &["$5m", "5"], "$5m|(|5|men|)"),
        ] {
            assert_eq!(cut(text, islands).join("|"), expected);
        }
    }

    #[test]
    fn hashes_leave_the_point_of_an_abbreviation_out() {
        let mut found = Vec::new();
        let text = "Gen. Roe of the U.S. ex-soldiers left";
        tokens(text, &[], Span::new(0, text.len()), &[], &mut found);
        assert_eq!(found[0].hash, hash_of("gen"));
        assert_eq!(found[4].hash, hash_of("u.s"));
        assert_eq!((found[4].shape, found[1].shape), (Shape::Upper, Shape::Capital));
        assert_eq!((found[5].hash, found[5].tail), (hash_of("ex-soldiers"), hash_of("soldiers")));
    }

    #[test]
    fn any_text_is_cut() {
        for text in ["", "'", "''s'", "…–—\u{300}é'É-", "a.b.c.", "-40- -", "5'11\"", "\u{1f600}'s"] {
            let (mut found, mut without) = (Vec::new(), Vec::new());
            tokens(text, &Words::new(text).collect::<Vec<_>>(), Span::new(0, text.len()), &[], &mut found);
            tokens(text, &[], Span::new(0, text.len()), &[], &mut without);
            assert_eq!(found, without, "{text:?}");
            for token in found {
                assert!(!token.span.is_empty() && text.get(token.span.range()).is_some(), "{text:?}");
            }
        }
    }
}
