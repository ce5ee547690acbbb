//! The figure around a candidate word.
//!
//! In: a candidate word. Out: the figure from its hedge to its unit, or nothing. The word is where a number may stand: what belongs to
//! it on the left is looked for from right to left, then one parser reads forward, then the neighbours are asked whether it is a figure
//! at all. What never happens here: a look past the line, a look at what is counted.

mod build;
#[cfg(test)]
mod corpus;
mod lead;
mod near;
mod refuse;
mod special;
mod street;
mod support;

pub(super) use lead::behind_code;

use super::hedge::Left;
use super::{Mention, hedge};
use crate::grammar::{Number, Written};
use crate::lexicon::Language;
use crate::text::{Span, Word};
use crate::value::Decimal;

/// A figure is looked for in this much text behind its first word: enough for any, so that no reading depends on the length of the text.
const REACH: usize = 240;

/// Reads the figure that the candidate `word` belongs to, the last of `words`, from its hedge to its unit. Nothing out of its `line` and
/// nothing before `floor` belongs to it: that is another mention's. `None` where the word states no figure.
pub(super) fn read(language: &Language, text: &str, words: &[Word], word: Word, line: Span, floor: u32) -> Option<Mention> {
    let line = near(text, line, floor, word);
    let left = Left::new(text, words, line.start);
    let lead = lead::read(language, &left, word);
    let input = text.get(lead.start as usize..line.end as usize)?;
    let place = Place { text, line, word, left: &left };
    if refuse::before(language, &place, &lead) {
        return None;
    }
    let hedged = hedge::before(language, &left, lead.outer());
    if let Some(mention) = special::word(language, &place, &lead, input, hedged) {
        return Some(mention);
    }
    let opener = lead::opener(language, &left, &lead, hedged.start);
    let (rest, quantity, around) = build::quantity(language, &place, &lead, input, hedged, opener)?;
    if let Some(mention) = special::behind(language, &place, &lead, input, &quantity, around.hedged) {
        return Some(mention);
    }
    if let Some(age) = special::age(language, &place, &lead, &quantity) {
        return build::aged(&place, &lead, &quantity, age, around);
    }
    if refuse::quantity(language, &place, &lead, &quantity, rest, around.hedged) {
        return None;
    }
    build::mention(language, &place, &lead, &quantity, rest, around)
}

/// Where a figure is looked for.
pub(super) struct Place<'a> {
    /// The whole text.
    pub(super) text: &'a str,
    /// What belongs to the figure's line and to no other mention, as far as it matters.
    pub(super) line: Span,
    /// The candidate word.
    pub(super) word: Word,
    /// The words on its left.
    left: &'a Left<'a>,
}

impl<'a> Place<'a> {
    /// Whether the line begins here and not only what belongs to no other mention.
    pub(super) fn opens_line(&self) -> bool {
        Span { start: 0, end: self.line.start }.of(self.text).ends_with('\n') || self.line.start == 0
    }

    /// The line up to an offset.
    pub(super) fn before(&self, at: u32) -> &'a str {
        Span { start: self.line.start, end: at }.of(self.text)
    }

    /// Where `rest`, an end of the line, begins.
    pub(super) fn at(&self, rest: &str) -> u32 {
        self.line.end - Span::new(rest.len(), rest.len()).start
    }
}

/// The line that goes on at `at`, where the last one that was asked for is `last`: the lines of a text are asked for in order.
pub(super) fn line_at(text: &str, last: Span, at: u32) -> Span {
    if at < last.end {
        return last;
    }
    let (before, behind) = text.as_bytes().split_at(at as usize);
    let from = last.end as usize;
    let start = memchr::memrchr2(b'\n', b'\r', before.get(from..).unwrap_or_default()).map_or(last.end as usize, |found| from + found + 1);
    let end = memchr::memchr2(b'\n', b'\r', behind).map_or(text.len(), |found| at as usize + found);
    Span::new(start, end)
}

/// The part of a word's line from `floor` to [`REACH`] bytes behind the word, and as many before it.
fn near(text: &str, line: Span, floor: u32, word: Word) -> Span {
    let (start, end) = (word.start as usize, word.end as usize);
    let from = text.ceil_char_boundary(start.saturating_sub(REACH));
    let to = text.floor_char_boundary(end.saturating_add(REACH));
    Span::new(from.max(floor.max(line.start) as usize), to.min(line.end as usize))
}

/// Whether a number is written in bare digits that may be a year.
fn year_like(number: Number) -> bool {
    number.written == Written::Plain && number.value >= Decimal::from(1700) && number.value < Decimal::from(2100)
}
