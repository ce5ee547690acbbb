//! Lines: where they stand, how they begin and end.
//!
//! In: a folded text. Out: its lines without white space around them. What never happens here: a look at what else is on the page.

use crate::lexicon::Pages;
use crate::text::{Span, Word, WordHash, Words};

/// A line that is not empty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Without the white space around it.
    pub(super) span: Span,
    /// What it says.
    pub(super) text: &'a str,
    /// Its words.
    pub(super) cut: &'a [Word],
    /// Empty lines before it.
    pub(super) gap: usize,
    /// Whether it ends like a sentence.
    pub(super) stops: bool,
    /// Whether a full stop ends it, perhaps within quotes: headlines may ask and exclaim.
    pub(super) stops_plainly: bool,
}

/// The shortest line that is read as running text, in bytes.
const PROSE: usize = 40;

/// Fewest buttons that are no words of the text: "Embed with the troops" begins a sentence.
const BUTTONS: usize = 3;

impl<'a> Line<'a> {
    /// The lines of `text` from `start` on; `words` are those of the text.
    pub(super) fn all(text: &'a str, mut words: &'a [Word], start: usize) -> Vec<Self> {
        let mut lines = Vec::with_capacity(16);
        let bytes = text.as_bytes();
        let (mut gap, mut at) = (0, start);
        loop {
            // Every second line of most pages is empty.
            let rest = bytes.get(at..).unwrap_or_default();
            let end = if rest.first() == Some(&b'\n') { at } else { memchr::memchr(b'\n', rest).map_or(text.len(), |end| at + end) };
            let raw = text.get(at..end).unwrap_or_default();
            let front = if raw.as_bytes().last().is_some_and(u8::is_ascii_graphic) { raw } else { raw.trim_end() };
            let line = if front.as_bytes().first().is_some_and(u8::is_ascii_graphic) { front } else { front.trim_start() };
            if line.is_empty() {
                gap += 1;
            } else {
                let from = at + front.len() - line.len();
                let span = Span::new(from, from + line.len());
                while words.first().is_some_and(|word| word.start < span.start) {
                    words = &words[1..];
                }
                let (cut, behind) = words.split_at(words.partition_point(|word| word.start < span.end));
                words = behind;
                let (stops, stops_plainly) = stops(line);
                lines.push(Self { span, text: line, cut, gap, stops, stops_plainly });
                gap = 0;
            }
            if end >= text.len() {
                break;
            }
            at = end + 1;
        }
        lines
    }

    /// Whether it is running text: it ends like a sentence and is no mere exclamation.
    pub(super) fn is_prose(&self) -> bool {
        self.stops && self.text.len() >= PROSE
    }

    /// The line without the bullets, marks and brackets at its start.
    pub(super) fn bare(&self) -> &'a str {
        self.text.trim_start_matches(|letter: char| !letter.is_alphanumeric() && letter != '\u{a9}' && letter != '"' && letter != '\'')
    }

    /// The hashes of the words of what is left of it without its start, such as [`Line::bare`].
    pub(super) fn hashes_of(&self, end: &'a str) -> impl Iterator<Item = WordHash> + use<'a> {
        let start = self.span.end - Span::new(0, end.len()).end;
        let first = self.cut.iter().take_while(|word| word.end <= start).count();
        let cut = self.cut.get(first..).unwrap_or_default();
        // A sign at the start may be cut as one with the word that it is glued to.
        let glued = cut.first().is_some_and(|word| word.start < start);
        let anew = if glued { Words::new(end) } else { Words::new("") };
        let cut = if glued { &[] } else { cut };
        cut.iter().map(|word| word.hash).chain(anew.map(|word| word.hash))
    }

    /// Where the text begins behind buttons that stand before it in its line: "x Embed x Share Two people died". `None` without any.
    pub(super) fn behind_buttons(&self, pages: &Pages) -> Option<u32> {
        let small = |word: &Word| word.end - word.start <= 2;
        let button = |word: &Word| pages.buttons.get(word.hash).filter(|_| word.capital || small(word)).copied();
        // Mostly the first word is none.
        button(self.cut.first()?)?;
        let run = self.cut.iter().map_while(|word| button(word).map(|sure| (word, sure)));
        let (count, sure) = run.fold((0, 0), |(count, all), (_, sure)| (count + 1, all + usize::from(sure)));
        let text = self.cut.get(count)?;
        (count >= BUTTONS && sure > 0).then_some(text.start)
    }

    /// Whether it is an item of a list.
    pub(super) fn has_bullet(&self) -> bool {
        self.text.starts_with(['-', '+', '*', '\u{2022}', '\u{25ba}', '\u{2013}', '\u{2014}', '>', '\u{b7}', '\u{25aa}', '\u{25cf}'])
    }

    /// Number of words divided by white space, counted up to `most`.
    pub(super) fn words(&self, most: usize) -> usize {
        self.text.split_ascii_whitespace().take(most).count()
    }

    /// Whether no letter and no digit stands in it.
    pub(super) fn is_rule(&self) -> bool {
        self.text.len() < 200 && !self.text.contains(char::is_alphanumeric)
    }

    /// Whether it could be a headline: a few words, no sentence.
    pub(super) fn may_be_headline(&self) -> bool {
        self.text.len() <= 240 && !self.stops_plainly && (2..=32).contains(&self.words(33)) && !self.text.ends_with([':', ','])
    }

    /// Whether it is set like a headline, most longer words with a capital.
    pub(super) fn is_title_case(&self) -> bool {
        let (mut long, mut capital) = (0, 0);
        for word in self.text.split_ascii_whitespace().map(|word| word.trim_start_matches(['\'', '"', '('])).take(40) {
            if word.len() >= 4 && word.starts_with(|first: char| first.is_alphabetic()) {
                long += 1;
                capital += usize::from(word.starts_with(char::is_uppercase));
            }
        }
        long >= 3 && capital * 5 >= long * 4
    }
}

const CLOSING: [char; 6] = ['"', '\'', ')', ']', '\u{bb}', ' '];

/// Whether `line` ends like a sentence, and whether with a full stop.
fn stops(line: &str) -> (bool, bool) {
    if line.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric) {
        return (false, false);
    }
    let end = line.trim_end_matches(CLOSING);
    let point = end.ends_with('.');
    (point || end.ends_with(['!', '?', '\u{2026}']), point && !end.ends_with("...") && !ends_in_initials(end))
}

/// "U.S.", "a.m.": points that end no sentence, since a letter stands alone before the last.
fn ends_in_initials(line: &str) -> bool {
    let mut letters = line.chars().rev().skip(1);
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_some_and(|before| before == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_places() {
        let text = "---\n\u{feff}One \r\n\r\n\r\n  Two two.\n";
        let words: Vec<Word> = Words::new(text).collect();
        let lines = Line::all(text, &words, 4);
        let seen: Vec<_> = lines.iter().map(|line| (line.span.of(text), line.gap)).collect();
        assert_eq!(seen, [("\u{feff}One", 0), ("Two two.", 2)]);
    }

    #[test]
    fn buttons_stand_before_the_text() {
        let text = |line: &str| {
            let words: Vec<Word> = Words::new(line).collect();
            Line::all(line, &words, 0)[0]
                .behind_buttons(&crate::lexicon::Language::english().pages)
                .map(|at| line[at as usize..].to_owned())
        };
        for (line, expected) in [
            ("Skip Ad Ad Loading... x Embed x Share Alder police say two died.", Some("Alder police say two died.")),
            ("CLOSE Skip in Skip x Embed x Share TWO DEAD IN ALDER", Some("TWO DEAD IN ALDER")),
            ("Share in the profits, the mill told its workers.", None),
            ("Skip in, skip out: two days at the fair", None),
            ("x Embed x Share", None),
            ("Two people died.", None),
        ] {
            assert_eq!(text(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn headlines_and_sentences_differ_by_their_ends() {
        let line = |text| Line::all(text, &[], 0)[0];
        for text in ["Mill Burns in Alder", "Who pays for the mill?", "Mill Fire Kills 3, Says U.S.", "'I ran' - a miller's night"] {
            assert!(line(text).may_be_headline(), "{text}");
        }
        for text in ["The mill burned down.", "He said, \"I ran.\"", "Mill", "The dead are:"] {
            assert!(!line(text).may_be_headline(), "{text}");
        }
        assert!(line("Mill Burns in Alder, Three Dead").is_title_case() && !line("Mill burns in Alder, three dead").is_title_case());
    }
}
