//! Folding: the same text with plain quotes, hyphens and spaces, and a way back.
//!
//! In: a text as given. Out: a text in which typographic variants that mean the same are one plain form, and a map of offsets back.
//! En and em dashes stay (they tell a range from an aside), letters and digits stay; "½" becomes "1⁄2". Nothing here looks at words.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::{Span, Word, Words};

/// A folded text and the way back to the text as given.
///
/// ```
/// use crosscheck::text::{Folded, Span};
/// let folded = Folded::new("Kim\u{2019}s 10\u{a0}000");
/// assert_eq!(folded.text(), "Kim's 10 000");
/// assert_eq!(folded.to_given(Span::new(6, 12)), Span::new(8, 15));
/// ```
#[derive(Clone, Debug)]
pub struct Folded<'a> {
    text: Cow<'a, str>,
    /// Places where the two texts drift apart: from folded offset `at` on, the given offset is `given` further on.
    shifts: Vec<Shift>,
    words: OnceCell<Vec<Word>>,
}

#[derive(Clone, Copy, Debug)]
struct Shift {
    at: u32,
    given: u32,
    /// How many bytes stand in place of the character; 0 where it is dropped.
    folded: u8,
    /// How many bytes the character had.
    had: u8,
}

impl Shift {
    /// Whether a folded offset lies between the bytes that stand in place of the character.
    const fn holds(self, folded: u32) -> bool {
        folded < self.at && folded > self.at - self.folded as u32
    }
}

impl<'a> Folded<'a> {
    /// Folds `given`; borrows where there is nothing to fold.
    pub fn new(given: &'a str) -> Self {
        let mut text = String::new();
        let mut shifts = Vec::new();
        let mut copied = 0;
        let bytes = given.as_bytes();
        let mut at = 0;
        while let Some(step) = past_ascii(&bytes[at..]) {
            at += step;
            let Some(found) = given[at..].chars().next() else { break };
            let next = at + found.len_utf8();
            if let Some(plain) = plain(found) {
                if text.is_empty() {
                    text.reserve(given.len());
                }
                text.push_str(&given[copied..at]);
                // "2½" is "2 1⁄2", "½week" "1⁄2 week": no word of the folded text holds a piece of the sign.
                if plain.len() > 1 && text.ends_with(char::is_alphanumeric) {
                    text.push(' ');
                    shifts.push(shift(text.len(), at, 1, 0));
                }
                text.push_str(plain);
                copied = next;
                shifts.push(shift(text.len(), next, plain.len(), found.len_utf8()));
                if plain.len() > 1 && given[next..].starts_with(char::is_alphanumeric) {
                    text.push(' ');
                    shifts.push(shift(text.len(), next, 1, 0));
                }
            }
            at = next;
        }
        if shifts.is_empty() {
            return Self::of(Cow::Borrowed(given), shifts);
        }
        text.push_str(&given[copied..]);
        Self::of(Cow::Owned(text), shifts)
    }

    fn of(text: Cow<'a, str>, shifts: Vec<Shift>) -> Self {
        Self { text, shifts, words: OnceCell::new() }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its words, cut once for all who look at words.
    pub fn words(&self) -> &[Word] {
        self.words.get_or_init(|| {
            let mut words = Vec::with_capacity(self.text.len() / 5);
            words.extend(Words::new(&self.text));
            words
        })
    }

    /// Those of its words that begin within `span`.
    pub fn words_of(&self, span: Span) -> &[Word] {
        let words = self.words();
        let from = words.partition_point(|word| word.start < span.start);
        let to = words.partition_point(|word| word.start < span.end);
        words.get(from..to).unwrap_or_default()
    }

    /// The span in the text as given of a span in the folded text. A dropped character at an end stays outside.
    pub fn to_given(&self, span: Span) -> Span {
        Span { start: self.offset(span.start), end: self.offset_of_end(span.end) }
    }

    fn offset(&self, folded: u32) -> u32 {
        let next = self.shifts.partition_point(|shift| shift.at <= folded);
        match self.shifts.get(next) {
            Some(shift) if shift.holds(folded) => shift.given - u32::from(shift.had),
            _ => match next.checked_sub(1) {
                Some(last) => self.shifts[last].given + (folded - self.shifts[last].at),
                None => folded,
            },
        }
    }

    /// An end maps through the byte before it, so that what was dropped after it stays outside.
    fn offset_of_end(&self, folded: u32) -> u32 {
        let before = self.shifts.partition_point(|shift| shift.at < folded);
        match self.shifts.get(before) {
            Some(shift) if shift.at == folded && shift.folded > 0 || shift.holds(folded) => shift.given,
            _ => match before.checked_sub(1) {
                Some(last) => self.shifts[last].given + (folded - self.shifts[last].at),
                None => folded,
            },
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a character and its plain form are a few bytes long")]
fn shift(folded_end: usize, given_end: usize, folded: usize, had: usize) -> Shift {
    let place = |at: usize| Span::new(at, at).start;
    Shift { at: place(folded_end), given: place(given_end), folded: folded as u8, had: had as u8 }
}

/// Where the first byte outside ASCII stands: a stride at a time, for nearly all of a text is within.
fn past_ascii(bytes: &[u8]) -> Option<usize> {
    const STRIDE: usize = 64;
    let plain = bytes.chunks(STRIDE).take_while(|chunk| chunk.is_ascii()).count() * STRIDE;
    let rest = bytes.get(plain..)?;
    rest.iter().position(|byte| !byte.is_ascii()).map(|at| plain + at)
}

/// The plain form of a character that has one; an empty string drops it.
fn plain(found: char) -> Option<&'static str> {
    Some(match found {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' | '\u{ff07}' => "'",
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{00ab}' | '\u{00bb}' | '\u{ff02}' => "\"",
        '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}' => "-",
        '\u{00a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{fe0e}' | '\u{fe0f}' | '\u{feff}' => {
            ""
        }
        '½' => "1\u{2044}2",
        '⅓' => "1\u{2044}3",
        '⅔' => "2\u{2044}3",
        '¼' => "1\u{2044}4",
        '¾' => "3\u{2044}4",
        '⅕' => "1\u{2044}5",
        '⅖' => "2\u{2044}5",
        '⅗' => "3\u{2044}5",
        '⅘' => "4\u{2044}5",
        '⅙' => "1\u{2044}6",
        '⅚' => "5\u{2044}6",
        '⅐' => "1\u{2044}7",
        '⅛' => "1\u{2044}8",
        '⅜' => "3\u{2044}8",
        '⅝' => "5\u{2044}8",
        '⅞' => "7\u{2044}8",
        '⅑' => "1\u{2044}9",
        '⅒' => "1\u{2044}10",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_maps_back_to_itself() {
        for (given, word, expected) in [
            ("“over 13,000” men", "13,000", "13,000"),
            ("10\u{a0}000–12\u{202f}000 troops", "10 000–12 000", "10\u{a0}000–12\u{202f}000"),
            ("a\u{200b}b c\u{ad}d e", "ab", "a\u{200b}b"),
            ("a\u{200b}b c\u{ad}d e", "cd", "c\u{ad}d"),
            ("40\u{200b} dead", "40", "40"),
            ("non‑stop 5", "non-stop", "non‑stop"),
            ("Kim’s’ 5", "Kim's'", "Kim’s’"),
            ("plain 5", "5", "5"),
            ("2½ cups", "2 1⁄2", "2½"),
            ("2½ cups", "1⁄2 cups", "½ cups"),
            ("a ⅔ cut", "2", "⅔"),
            ("a ⅔ cut", "3", "⅔"),
            ("a ⅔ cut", " cut", " cut"),
            ("½5", "1⁄2 ", "½"),
            ("½5", "5", "5"),
            ("½week", "1⁄2 ", "½"),
            ("½week", "week", "week"),
            ("week½", "1⁄2", "½"),
        ] {
            let folded = Folded::new(given);
            let start = folded.text().find(word).unwrap_or_else(|| panic!("{word} in {}", folded.text()));
            let span = folded.to_given(Span::new(start, start + word.len()));
            assert_eq!(span.of(given), expected, "in {given:?}");
        }
    }

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(Folded::new("über 40 – dead").text, Cow::Borrowed(_)));
    }
}
