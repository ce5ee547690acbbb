//! The words next to a figure, as what they are.

use super::super::hedge::{Previous, word_before};
use super::Place;
use crate::lexicon::{Classes, Language, Lexeme};
use crate::text::{Span, WordHash, letters};

/// A word next to a figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near<'a> {
    /// Its letters.
    pub(super) word: &'a str,
    /// Their hash.
    pub(super) hash: WordHash,
    /// What is known of it.
    pub(super) lexeme: Lexeme,
    /// Where it begins.
    pub(super) start: u32,
    /// What stands behind it on the line, for a word behind the figure.
    pub(super) rest: &'a str,
}

/// Classes of words that begin or join clauses and phrases and name nothing.
const FUNCTION: Classes = Classes::DETERMINER
    .and(Classes::PREPOSITION)
    .and(Classes::PRONOUN)
    .and(Classes::COORDINATOR)
    .and(Classes::SUBORDINATOR)
    .and(Classes::RELATIVE)
    .and(Classes::MODAL)
    .and(Classes::BE)
    .and(Classes::HAVE)
    .and(Classes::DO)
    .and(Classes::NEGATION)
    .and(Classes::TO)
    .and(Classes::POSSESSIVE);

impl Near<'_> {
    /// Whether it begins with a capital or holds one.
    pub(super) fn capital(&self) -> bool {
        self.word.bytes().any(|byte| byte.is_ascii_uppercase())
    }

    /// Whether a capital stands inside it: "iPhone".
    pub(super) fn camel(&self) -> bool {
        let letters = self.word.as_bytes();
        letters.iter().any(u8::is_ascii_lowercase) && letters.iter().skip(1).any(u8::is_ascii_uppercase)
    }

    /// Whether it belongs to a class.
    pub(super) fn is(&self, classes: Classes) -> bool {
        self.lexeme.classes.any(classes)
    }

    /// Whether it is a word that names nothing: "in", "the", "and".
    pub(super) fn function(&self) -> bool {
        self.is(FUNCTION)
    }

    /// Whether it looks like a plural noun in lower case, or like a noun that plural numbers count.
    pub(super) fn plural(&self) -> bool {
        let noun = self.is(Classes::PLURAL.and(Classes::MASS));
        let ends = || matches!(self.word.as_bytes(), [_, _, .., before, b's'] if !matches!(before, b's' | b'u' | b'i'));
        (noun || ends() && !self.is(Classes::NOT_PLURAL)) && !self.function() && !self.capital()
    }
}

/// The word before an offset on the figure's line.
pub(super) fn before<'a>(language: &Language, place: &Place<'a>, at: u32) -> Option<Near<'a>> {
    Some(of(language, place.text, place.left.word(at)?))
}

/// The word before an offset, also where it belongs to another mention.
pub(super) fn before_any<'a>(language: &Language, place: &Place<'a>, at: u32) -> Option<Near<'a>> {
    const REACH: u32 = 40;
    if at.saturating_sub(place.line.start) >= REACH {
        return before(language, place, at);
    }
    let mut start = at.saturating_sub(REACH);
    while !place.text.is_char_boundary(start as usize) {
        start += 1;
    }
    Some(of(language, place.text, word_before(place.text, place.left.words, at, start)?))
}

fn of<'a>(language: &Language, text: &'a str, Previous { start, end, hash }: Previous) -> Near<'a> {
    Near { word: Span { start, end }.of(text), hash, lexeme: language.words.get(hash), start, rest: "" }
}

/// The word behind the figure, past spaces; with `hyphen` past a hyphen as well.
pub(super) fn behind<'a>(language: &Language, place: &Place<'a>, rest: &'a str, hyphen: bool) -> Option<Near<'a>> {
    let trimmed = rest.trim_start_matches(' ');
    let trimmed = if hyphen { trimmed.strip_prefix('-').unwrap_or(trimmed).trim_start_matches(' ') } else { trimmed };
    if trimmed.len() == rest.len() {
        return None;
    }
    let (count, hash) = letters(trimmed, 30);
    let (word, rest) = trimmed.split_at_checked(count).filter(|_| count > 0)?;
    Some(Near { word, hash, lexeme: language.words.get(hash), start: place.at(trimmed), rest })
}
