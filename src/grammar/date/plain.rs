//! The commonest shapes, told at one look: "Tuesday", "Thursday night", "March 3", "March 3, 2025", "2019", "12 hours", "last week".
//!
//! Most expressions of an article are like this, with nothing of time behind them. [`super::expression`] would ask a dozen families
//! before the one that reads them; [`plain`] never reads in another way: where it is not sure, it says nothing.

use super::day::year_figures;
use super::expr::{Amount, Clock, Order, Step, TimeExpr, What, Year};
use super::token::{Digits, Kind, Read, Token, Tokens, no};
use crate::calendar::{Mod, Unit, weekday_from_monday};
use crate::lexicon::{Key, Keys};
use crate::value::Decimal;

/// What stands behind an expression and is no part of it, whatever word that is none of time follows.
const IDLE: Keys = Keys::of(&[
    Key::The,
    Key::A,
    Key::In,
    Key::On,
    Key::At,
    Key::By,
    Key::For,
    Key::During,
    Key::Within,
    Key::Into,
    Key::As,
    Key::That,
    Key::These,
    Key::Several,
    Key::Many,
    Key::All,
]);

/// What no number goes on with.
const APART: Keys = Keys::of(&[Key::By, Key::For, Key::During, Key::Within, Key::Into, Key::Than]);

/// What begins no expression by itself.
const BEHIND: Keys = Keys::of(&[Key::By, Key::After, Key::Before]);

/// What begins one only before "of".
const EDGES: Keys = Keys::of(&[Key::Start, Key::End]);

/// The expression at the start of `tokens`, or the word that there is none; `None` where only a full reading can tell.
pub(super) fn plain(tokens: Tokens<'_>) -> Option<Read<'_, TimeExpr>> {
    let (first, rest) = tokens.split_first()?;
    match first.kind {
        Kind::Digits(digits) => number(digits, tokens, rest),
        Kind::Word => word(first, rest),
        Kind::Mark(_) | Kind::Other => None,
    }
}

/// Whether nothing behind can belong to an expression: the window ends soon, with no word on the way that could lead to one.
fn ends(rest: Tokens<'_>) -> bool {
    let rest = match rest {
        [mark, rest @ ..] if matches!(mark.kind, Kind::Mark(b',' | b'.')) => rest,
        _ => rest,
    };
    // "7a" is an hour.
    rest.iter().find(|token| !token.spaced || !only(token, IDLE)).is_none_or(|last| last.kind == Kind::Other)
}

/// Whether a word of time says nothing but some of `keys`.
fn only(token: &Token<'_>, keys: Keys) -> bool {
    let word = token.word;
    word.keys.meets(keys) && word.keys.within(keys) && word.count.is_none() && word.ordinal == 0
}

/// "2019", "12 hours"; "2776" is none, nor is "12" before "by".
fn number<'t>(digits: Digits, tokens: Tokens<'t>, rest: Tokens<'t>) -> Option<Read<'t, TimeExpr>> {
    if digits.fraction > 0 || digits.grouped || digits.ordinal || digits.len > 4 {
        return None;
    }
    if ends(rest) || rest.first().is_some_and(|next| only(next, APART)) {
        let year = year_figures(tokens).map(|(rest, year)| (rest, TimeExpr::new(What::Year { year, fiscal: false })));
        return Some(year);
    }
    if digits.len < 4 { length(i64::from(digits.value), rest).map(Ok) } else { None }
}

/// "hours" behind a number; "-year" before "-old", which the neighbours refuse.
fn length(figure: i64, rest: Tokens<'_>) -> Option<(Tokens<'_>, TimeExpr)> {
    let (unit, behind) = match rest {
        [unit, behind @ ..] if unit.word.plural && ends(behind) => (unit, behind),
        [hyphen, unit, behind @ ..] if joins(hyphen) && !unit.word.plural && (ends(behind) || old(behind)) => (unit, behind),
        _ => return None,
    };
    let unit = unit.word.unit.filter(|_| unit.word.count.is_none() && unit.word.keys == Keys::default())?;
    (unit != Unit::Season).then(|| (behind, TimeExpr::new(What::Duration(Amount::of(Decimal::from(figure), unit)))))
}

fn joins(token: &Token<'_>) -> bool {
    token.kind == Kind::Mark(b'-') && !token.spaced
}

/// "-old" before a word that is none of time.
fn old(rest: Tokens<'_>) -> bool {
    matches!(rest, [hyphen, old, behind @ ..] if joins(hyphen) && old.is(Key::Old) && !old.is(Key::Long) && ends(behind))
}

fn word<'t>(first: &Token<'t>, rest: Tokens<'t>) -> Option<Read<'t, TimeExpr>> {
    let word = first.word;
    let next = rest.first();
    let found = if word.weekday > 0 && !word.plural && !word.short {
        weekday(word.weekday, rest)
    } else if word.month > 0 && !word.short {
        month(u32::from(word.month), rest)
    } else if word.count.is_some() && word.keys == Keys::default() && word.ordinal == 0 && word.unit.is_none() {
        if next.is_some_and(|next| next.digits().is_some()) {
            return Some(no());
        }
        word.count.and_then(|count| length(i64::from(count), rest))
    } else if only(first, BEHIND) || only(first, EDGES) && !next.is_some_and(|next| next.is(Key::Of)) {
        return Some(no());
    } else if only(first, Keys::of(&[Key::This])) {
        unit(Step::This, rest)
    } else if only(first, Keys::of(&[Key::Last])) {
        unit(Step::Last, rest)
    } else if only(first, Keys::of(&[Key::Nearly])) {
        bent(Mod::LessThan, rest)
    } else if only(first, Keys::of(&[Key::Over])) {
        bent(Mod::MoreThan, rest)
    } else if only(first, Keys::of(&[Key::About])) {
        bent(Mod::Approx, rest)
    } else {
        None
    };
    found.map(Ok)
}

/// "Tuesday", "Thursday night".
fn weekday(weekday: u8, rest: Tokens<'_>) -> Option<(Tokens<'_>, TimeExpr)> {
    let (clock, rest) = match rest {
        [part, behind @ ..] if part.word.part.is_some() && !part.word.plural && part.word.keys == Keys::default() => {
            (part.word.part.map(Clock::Part), behind)
        }
        _ => (None, rest),
    };
    let what = What::Weekday { weekday: weekday_from_monday(weekday), step: Step::Bare, week: None };
    ends(rest).then(|| (rest, TimeExpr { clock, ..TimeExpr::new(what) }))
}

/// "week" behind "last".
fn unit(step: Step, rest: Tokens<'_>) -> Option<(Tokens<'_>, TimeExpr)> {
    let (unit, rest) = rest.split_first()?;
    let unit = unit.word.unit.filter(|found| matches!(found, Unit::Week | Unit::Month | Unit::Year) && !unit.word.plural)?;
    ends(rest).then(|| (rest, TimeExpr::new(What::Unit(unit, step))))
}

/// "two days" behind "nearly".
fn bent(modifier: Mod, rest: Tokens<'_>) -> Option<(Tokens<'_>, TimeExpr)> {
    let (number, rest) = rest.split_first()?;
    let figure = match number.kind {
        Kind::Digits(digits) => number.whole(0, 999).filter(|_| digits.len < 4)?,
        _ => u32::from(number.word.count.filter(|_| number.word.ordinal == 0 && number.word.unit.is_none())?),
    };
    let (rest, time) = length(i64::from(figure), rest)?;
    Some((rest, TimeExpr { modifier: Some(modifier), ..time }))
}

/// "3", "3, 2025" behind a month.
fn month(month: u32, rest: Tokens<'_>) -> Option<(Tokens<'_>, TimeExpr)> {
    let (day, rest) = rest.split_first()?;
    let day = day.digits().filter(|digits| digits.len <= 2).and_then(|_| day.whole(1, 28))?;
    let (rest, year) = match rest {
        [comma, year @ ..] if comma.kind == Kind::Mark(b',') && !ends(rest) => {
            let (rest, year) = year_figures(year).ok()?;
            (rest, Year::Known(year))
        }
        _ => (rest, Year::Open),
    };
    ends(rest).then(|| (rest, TimeExpr::new(What::Day { year, month, day, weekday: None, order: Order::Told })))
}

#[cfg(test)]
mod tests {
    use super::super::token::{Read, Window};
    use super::super::{TimeExpr, in_full, plain};
    use crate::lexicon::Language;
    use crate::text::{Word, Words};

    /// Every word of time, and one that is none.
    fn vocabulary() -> Vec<&'static str> {
        let table = include_str!("../../lexicon/calendar.toml");
        let mut words: Vec<_> = table.split(|end: char| !end.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        words.push("xyz");
        words.sort_unstable();
        words.dedup();
        words
    }

    /// What [`plain::plain`] says, where it says anything, has to be what all families together say.
    fn agrees(text: &str) -> bool {
        let calendar = &Language::english().calendar;
        let words: Vec<Word> = Words::new(text).collect();
        let mut window = Window::new();
        window.move_to(calendar, text, (&words, 0), 0, 0);
        let Some(found) = plain::plain(window.tokens()) else { return false };
        let show = |read: Read<'_, TimeExpr>| read.ok().map(|(rest, time)| (rest.len(), time));
        assert_eq!(show(found), show(in_full(window.tokens())), "{text}");
        true
    }

    #[test]
    fn a_plain_expression_is_what_the_full_reading_says() {
        const BEHIND: [&str; 10] = ["", ".", "a", ", xyz", ". The xyz", " in the xyz", "-old boy", " 12", " 12 xyz", " 12 March"];
        const NUMBERS: [&str; 10] = ["1", "28", "31", "100", "0737", "1000", "1999", "2199", "2776", "12345678"];
        const WORDS: [&str; 10] = ["Monday", "may", "second", "this", "last", "two", "a", "after", "closed", "nearly"];
        const PLAIN: [&str; 12] = [
            "Monday",
            "Monday night",
            "March 3",
            "March 3, 2019",
            "2019",
            "2776",
            "12",
            "12 hours",
            "two days",
            "last week",
            "nearly two days",
            "9-year",
        ];
        let mut plainly = 0;
        let mut check = |text: String| plainly += usize::from(agrees(&text));
        for word in vocabulary() {
            for behind in BEHIND {
                check(format!("{word}{behind}"));
                check(format!("two-{word}{behind}"));
                check(format!("nearly two {word}{behind}"));
                for number in NUMBERS {
                    check(format!("{number} {word}{behind}"));
                    check(format!("{number}-{word}{behind}"));
                    check(format!("{word} {number}{behind}"));
                }
                for other in WORDS {
                    check(format!("{other} {word}{behind}"));
                    check(format!("{word} {other}{behind}"));
                }
            }
            for plain in PLAIN {
                for joint in [" ", ", ", ". ", " in ", " the ", "-", " by "] {
                    check(format!("{plain}{joint}{word}"));
                    check(format!("{plain}{joint}{word} xyz"));
                    check(format!("{plain}{joint}{word} 12"));
                    check(format!("{plain}{joint}{word} week"));
                }
            }
        }
        for number in NUMBERS {
            for behind in BEHIND {
                check(format!("{number}{behind}"));
            }
        }
        assert!(plainly > 10_000, "{plainly}");
    }
}
