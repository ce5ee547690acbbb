//! What only looks like a time expression: verbs ("may"), names ("April Jones"), counts ("1990 people"), models ("2024 Ford").
//!
//! In: a window and what was read in it. Out: whether it stands, by its neighbours. What never happens here: reading. This file holds
//! the neighbours and the edges; [`name`] judges months, weekdays and seasons, [`number`] years and days in figures, [`span`] units
//! and lengths.

mod name;
mod number;
mod span;

use std::ops::Range;

use super::expr::{Clock, From, Reference, Step, TimeExpr, What, Year};
use super::token::{Kind, Token, Tokens};
use crate::calendar::{Feast, Unit};
use crate::lexicon::{Calendar, Key, Keys};

/// Prepositions, and what else leads to a time.
#[rustfmt::skip]
const LEADS: Keys = Keys::of(&[
    Key::In, Key::On, Key::At, Key::By, Key::From, Key::To, Key::Until, Key::Since, Key::Before, Key::After, Key::For, Key::During, Key::Within,
    Key::Between, Key::And, Key::Of, Key::Through, Key::Into, Key::Dated, Key::Or, Key::About, Key::Over,
]);

/// Whether the expression in `range` of the window stands as one.
pub(super) fn stands(calendar: &Calendar, text: &str, tokens: Tokens<'_>, range: Range<usize>, time: &TimeExpr) -> bool {
    let Some((first, last)) = tokens.get(range.start).zip(tokens.get(range.end.wrapping_sub(1))) else { return false };
    let around = Around {
        calendar,
        before: range.start.checked_sub(1).and_then(|index| tokens.get(index)).filter(|token| token.kind == Kind::Word),
        after: tokens.get(range.end),
        first,
        last,
        text,
        words: range.len(),
    };
    around.edges_fit() && !around.is_name() && around.fits(time)
}

/// The word with which a text ends; empty where it ends with none.
fn last_word(text: &str) -> &str {
    text.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default()
}

/// An expression and its neighbours.
struct Around<'a> {
    calendar: &'a Calendar,
    /// The word of time before it.
    before: Option<&'a Token<'a>>,
    after: Option<&'a Token<'a>>,
    first: &'a Token<'a>,
    last: &'a Token<'a>,
    text: &'a str,
    /// How many tokens it has.
    words: usize,
}

impl Around<'_> {
    /// Whether it begins and ends where words do: not within "$1990", "B-2000", "12.5", "3/4".
    fn edges_fit(&self) -> bool {
        self.begins() && self.ends()
    }

    fn begins(&self) -> bool {
        let bytes = self.text.as_bytes();
        let start = self.first.start as usize;
        let behind = start.checked_sub(2).and_then(|at| bytes.get(at)).copied();
        let Some(before) = start.checked_sub(1).and_then(|at| bytes.get(at)).copied() else { return true };
        let digits = self.first.digits().is_some();
        match before {
            b'$' | b'#' | b'@' | b'_' | b'\\' | b'&' | b'=' | b'%' => false,
            // "says:30 December".
            b':' if self.words > 1 && behind.is_some_and(|byte| byte.is_ascii_alphabetic()) => true,
            b'-' if digits => self.before.is_some() || behind == Some(b' ') || ends_in_prefix(&bytes[..start - 1]),
            b'/' | b'.' | b',' | b':' | b'+' => !digits,
            b' ' if digits => !self.after_money(start),
            _ => !digits || self.clear_of_signs(start),
        }
    }

    fn ends(&self) -> bool {
        let bytes = self.text.as_bytes();
        let end = self.last.end as usize;
        let digits = self.last.digits().is_some();
        let before_digit = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        match bytes.get(end).copied() {
            Some(b'%' | b'_' | b'@') => false,
            Some(b'/') if digits => false,
            Some(b'.' | b',' | b':' | b'-') if digits => !before_digit,
            Some(byte) if byte.is_ascii_alphanumeric() => self.after.is_none_or(|after| after.start != self.last.end),
            _ => true,
        }
    }

    /// Whether neither a sign of money nor a letter outside ASCII stands before `start`.
    fn clear_of_signs(&self, start: usize) -> bool {
        let sign = self.text.get(..start).and_then(|before| before.chars().next_back());
        !sign.is_some_and(|sign| is_money(sign) || sign.is_alphanumeric())
    }

    /// Whether a sign of money stands before the space before `start`: "$ 12".
    fn after_money(&self, start: usize) -> bool {
        self.text.get(..start - 1).and_then(|before| before.chars().next_back()).is_some_and(|sign| sign == '$' || is_money(sign))
    }

    /// Whether the word before it does one of these.
    fn before_is(&self, keys: &[Key]) -> bool {
        self.before.is_some_and(|token| token.word.keys.meets(Keys::of(keys)))
    }

    /// Whether the word after it does one of these.
    fn after_is(&self, keys: &[Key]) -> bool {
        self.after.is_some_and(|token| token.word.keys.meets(Keys::of(keys)))
    }

    /// Whether a preposition, or another word that leads to a time, stands before it.
    fn led(&self) -> bool {
        self.before.is_some_and(|token| token.word.keys.meets(LEADS))
    }

    /// The letters of the next word, where it is none of time.
    fn next_word(&self) -> Option<&str> {
        let after = self.after.filter(|token| token.kind == Kind::Other && token.spaced && token.hash != 0)?;
        self.text.get(after.start as usize..after.end as usize)
    }

    /// Whether the next word is a verb that shows a tense.
    fn next_word_looks(&self) -> bool {
        self.after.is_some_and(|token| token.spaced && self.calendar.looks(token.hash).is_some())
    }

    /// Whether a word that is none of time follows and begins with a capital: "April Jones".
    fn before_name(&self) -> bool {
        self.next_word().is_some_and(|word| word.starts_with(|letter: char| letter.is_ascii_uppercase()))
    }

    /// Whether the next word makes a name of it.
    fn is_name(&self) -> bool {
        self.after.is_some_and(|token| self.calendar.is_name(self.last.hash, token.hash))
    }

    /// Whether nothing follows that the words before would describe.
    fn closes(&self) -> bool {
        self.next_word().is_none()
    }

    /// Whether a noun of what a period brings follows: "1989 earnings", "first-half profit".
    fn tells_results(&self) -> bool {
        self.after.is_some_and(|token| token.spaced && self.calendar.is_result(token.hash))
    }

    /// Whether it is all there is.
    /// The text up to it.
    fn text_before(&self) -> &str {
        self.text.get(..self.first.start as usize).unwrap_or_default()
    }

    fn stands_alone(&self) -> bool {
        self.first.start == 0 && self.last.end as usize == self.text.len()
    }

    fn fits(&self, time: &TimeExpr) -> bool {
        match &time.what {
            What::Year { fiscal: false, .. } if self.words == 1 => self.is_year(),
            What::Year { fiscal: false, .. } if self.words == 2 && self.first.mark() == Some(b'\'') => self.is_short_year(),
            What::Year { .. } if self.first.word.count.is_some() => self.is_year_in_words(),
            What::Year { .. } | What::Decade(_) | What::Century(_) => !self.counts_things(),
            What::Day { .. } if self.words == 1 && self.first.digits().is_some_and(|digits| digits.len <= 2) => self.led(),
            What::Month { year: Year::Open, step, month } => self.is_month(*month, *step, time.portion.is_some()),
            What::Season { year: Year::Open, step: Step::Bare, .. } => time.portion.is_some() || self.is_season(),
            What::Day { year: Year::Open, .. } => self.is_day(),
            What::DayOfMonth { month: Step::Bare, weekday: None, .. } => {
                self.before_is(&[Key::On, Key::By, Key::Until, Key::Since]) && self.closes()
            }
            What::Weekday { step: Step::Bare, week: None, .. } => self.is_weekday(time),
            // "USA Today".
            What::Unit(Unit::Day, Step::This) if self.words == 1 && self.first.capital && self.calendar.is_paper(self.word_before()) => {
                false
            }
            What::Unit(unit, step) => time.portion.is_some() || time.clock.is_some() || self.is_unit(*unit, *step),
            What::Duration(amount) => self.is_length(amount, time),
            What::Offset { amount, from, .. } => *from == From::Event || amount.figure.is_some() || amount.vague.is_some(),
            What::Reference(reference) => self.is_reference(*reference),
            // "Orthodox Easter" falls on another day.
            What::Holiday { .. } if self.calendar.is_other_feast(last_word(self.text_before().trim_end_matches([' ', '-']))) => false,
            // "Tariq Ramadan": a person is called so, too.
            What::Holiday { feast: Feast::Untold(_), .. } if (self.after_name() || self.before_name()) && !self.led() => false,
            // "her mother's day" is one of hers.
            What::Holiday { .. } if self.text.as_bytes().get(self.first.end as usize) == Some(&b'\'') => {
                self.first.capital || self.led() || self.stands_alone()
            }
            What::Half { year: Year::Open, .. } => time.portion.is_some() || self.tells_results(),
            // "fell 4p": a letter that touches the hour needs a word before that leads to a time.
            What::Clock if self.is_glued() => {
                self.before_is(&[Key::At, Key::By, Key::From, Key::Until, Key::Since, Key::Between, Key::Before, Key::After])
                    || self.stands_alone()
            }
            // "1430 hours" is a length, too.
            What::Clock if self.last.word.unit.is_some() && self.last.word.plural => {
                self.before_is(&[Key::At, Key::By, Key::From, Key::Until, Key::Since, Key::Between, Key::About])
            }
            What::Clock if self.is_game() => false,
            // "signed overnight", but not "an overnight stay".
            What::Clock if self.first.is(Key::Overnight) => self.closes() && !self.before_is(&[Key::A, Key::The]),
            What::Clock => !matches!(time.clock, Some(Clock::Part(_))) || self.led() || self.words > 1,
            What::Interval(from, _) => self.is_interval(from),
            _ => true,
        }
    }

    /// "4p", "7a".
    fn is_glued(&self) -> bool {
        self.words == 2 && !self.last.spaced && self.last.end - self.last.start == 1 && (self.last.is(Key::A) || self.last.is(Key::PLetter))
    }

    /// "with 7:42 left", "with 4:43 to play"; "at 7:42 to play ball" is a time of day.
    fn is_game(&self) -> bool {
        let figures = self.first.digits().is_some() && self.last.digits().is_some();
        figures && !self.before_is(&[Key::At]) && self.calendar.is_game(self.text.get(self.last.end as usize..).unwrap_or_default())
    }

    /// The word before it, where that is none of time.
    fn word_before(&self) -> &str {
        let before = self.text_before();
        if self.before.is_some() { "" } else { last_word(before.strip_suffix(' ').unwrap_or(before)) }
    }

    /// Whether a word with a capital stands before it, which may be a name: "Channel Now", "iWork '09".
    fn after_capital(&self) -> bool {
        self.word_before().contains(|letter: char| letter.is_ascii_uppercase())
    }

    fn is_reference(&self, reference: Reference) -> bool {
        match reference {
            Reference::Present if self.last.is(Key::Now) && self.last.capital => !self.after_capital(),
            Reference::Future => self.first.is(Key::The) && self.before_is(&[Key::In, Key::For]) && self.closes(),
            Reference::Present if self.last.is(Key::Moment) => self.before_is(&[Key::At]),
            // "at the present time", "at present it has".
            Reference::Present if self.last.is(Key::Time) || self.last.is(Key::Present) => self.before_is(&[Key::At, Key::For]),
            // "In the past, it was"; who dwells in the past is at no time.
            Reference::Past if self.last.is(Key::Past) => {
                self.before_is(&[Key::In]) && self.before.is_some_and(|token| token.capital) && self.closes()
            }
            _ => true,
        }
    }
}

const fn is_money(sign: char) -> bool {
    matches!(sign, '€' | '£' | '¥' | '₹' | '₽')
}

/// Whether the text before a hyphen ends in "pre" or "post".
fn ends_in_prefix(before: &[u8]) -> bool {
    let ends = |prefix: &[u8]| before.len() >= prefix.len() && before[before.len() - prefix.len()..].eq_ignore_ascii_case(prefix);
    ends(b"pre") || ends(b"post")
}
