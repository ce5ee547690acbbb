//! What belongs to a figure on the left of its first word: an article, a sign, a decimal point, a currency, an opening word.

use super::super::hedge::{Left, phrase_before};
use super::Place;
use crate::grammar::Opener;
use crate::lexicon::{Language, Leading, NumberWord, UnitRef};
use crate::text::{Span, Word};

/// What stands before a number and belongs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lead {
    /// Where the number begins, its article and decimal point included.
    pub(super) start: u32,
    /// Where its currency sign and minus sign begin.
    outer: u32,
    /// The currency sign or code.
    pub(super) sign: Option<UnitRef>,
    /// A minus sign before the currency: "-$5".
    pub(super) negative: bool,
    /// Whether words before it say that it is an age: "aged 41", "the age of 41".
    pub(super) aged: bool,
    /// Whether these words open a range: "aged between 19 and 45".
    between: bool,
}

impl Lead {
    /// Whether nothing touches the figure on its left that would make a code of it.
    pub(super) fn free(&self, place: &Place<'_>) -> bool {
        open(place.before(self.outer)) || place.before(self.outer).ends_with(['\u{2014}', '\u{2013}', ',', ';', ':', '/'])
    }

    /// Where the figure begins, hedges not counted.
    pub(super) fn outer(&self) -> u32 {
        self.outer
    }
}

/// Reads leftwards from the candidate word.
pub(super) fn read(language: &Language, left: &Left<'_>, word: Word) -> Lead {
    let floor = left.floor;
    let start = if word.digits { point_and_sign(left, word.start) } else { article(language, left, word) };
    let mut lead = Lead { start, outer: start, sign: None, negative: false, aged: false, between: false };
    let before = left.before(start);
    if let Some((rest, sign)) = currency(language, before, word.digits) {
        lead.sign = Some(sign);
        lead.outer = floor + Span::new(rest.len(), rest.len()).start;
        if let Some(rest) = rest.strip_suffix(['-', '\u{2212}']).filter(|rest| open(rest)) {
            lead.negative = true;
            lead.outer = floor + Span::new(rest.len(), rest.len()).start;
        }
    }
    if let Some((start, said)) = phrase_before(&language.hedges.leading, left, lead.outer) {
        lead.negative |= said == Leading::Minus;
        lead.between = said == Leading::AgedBetween;
        lead.aged = lead.between || said == Leading::Aged;
        lead.outer = start;
    }
    lead
}

/// "a hundred", "a third", "a few": the article before a word that it counts; that of "a twenty percent stake" is the noun's.
fn article(language: &Language, left: &Left<'_>, word: Word) -> u32 {
    let (numbers, start) = (&language.numbers, word.start);
    let alone = matches!(numbers.words.get(word.hash), Some(NumberWord::One(_) | NumberWord::Ten(_)));
    if alone && numbers.parts.get(word.hash).is_none() {
        return start;
    }
    match left.word(start) {
        Some(word)
            if language.numbers.words.get(word.hash) == Some(&NumberWord::Article)
                && !left.text[word.start as usize..start as usize].contains('.') =>
        {
            word.start
        }
        _ => start,
    }
}

/// ".5", "-5": the point and the sign before digits.
fn point_and_sign(left: &Left<'_>, start: u32) -> u32 {
    let before = left.before(start);
    if before.ends_with(' ') {
        return start;
    }
    let before = before.strip_suffix('.').filter(|rest| open(rest) || rest.ends_with(['-', '$', '+'])).unwrap_or(before);
    let before =
        before.strip_suffix(['-', '\u{2212}', '+']).filter(|rest| open(rest) || rest.ends_with(['$', '€', '£', '¥'])).unwrap_or(before);
    left.floor + Span::new(before.len(), before.len()).start
}

/// Whether a number may begin behind this: at the start, behind a space or an opening bracket.
fn open(before: &str) -> bool {
    before.chars().next_back().is_none_or(|last| last.is_whitespace() || matches!(last, '(' | '[' | '"' | '\'' | '~' | '>' | '<' | '='))
}

/// The currency sign or code that ends `before`, and what stands before it.
fn currency<'a>(language: &Language, before: &'a str, digits: bool) -> Option<(&'a str, UnitRef)> {
    let trimmed = before.strip_suffix(' ').unwrap_or(before);
    let mut signs = language.units.prefixes.at_end(trimmed);
    signs.find(|(rest, _)| {
        let sign = trimmed.get(rest.len()..).unwrap_or_default();
        let letters = sign.ends_with(|last: char| last.is_ascii_alphabetic() || last == '.');
        // A code stands apart from other letters; a sign that is no word may touch a number in words, too: "$two million".
        !(rest.ends_with(|left: char| left.is_alphanumeric()) && sign.starts_with(|first: char| first.is_ascii_alphabetic()))
            && (!letters || digits)
    })
}

/// The digits of a word that begins with a currency code or sign of letters: "USD50", "RM23", "Rs500".
pub(in super::super) fn behind_code(language: &Language, text: &str, word: Word) -> Option<Word> {
    let letters = text.as_bytes().get(word.start as usize..word.end as usize)?;
    let at = letters.iter().take(5).position(u8::is_ascii_digit)?;
    let start = word.start + Span::new(at, at).start;
    let sign = usize::from(Span { start: 0, end: word.start }.of(text).ends_with('$'));
    // "$US50"
    let code = text.get(word.start as usize - sign..start as usize)?;
    let known = language.units.prefixes.at_end(code).any(|(rest, _)| rest.is_empty());
    known.then_some(Word { start, digits: true, capital: false, ..word })
}

/// "between" or "from" directly before the figure and its hedges.
pub(super) fn opener(language: &Language, left: &Left<'_>, lead: &Lead, start: u32) -> Option<(u32, Opener)> {
    if lead.between {
        return Some((start, Opener::Between));
    }
    let word = left.word(start)?;
    let opener = if word.hash == language.hedges.between {
        Opener::Between
    } else if word.hash == language.hedges.from {
        Opener::From
    } else {
        return None;
    };
    Some((word.start, opener))
}
