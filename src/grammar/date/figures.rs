//! Dates in figures: "2025-02-27", "10/3/2025", "27.2.2025", "12/2015", "10/31".
//!
//! ```
//! use crosscheck::{grammar::date, lexicon::Language};
//! let read = |text: &str| date::read(Language::english(), text, 0, 0).unwrap().time.absolute_day().unwrap().to_string();
//! assert_eq!(read("2025-03-07"), "2025-03-07");
//! ```

use nom::Parser;
use nom::combinator::opt;

use super::day::{finish, full_year, month, weekday_before, year_figures};
use super::expr::{Order, Step, TimeExpr, What, Year};
use super::token::{Digits, Read, Token, Tokens, hyphen, mark, maybe, no, token_as};
use crate::lexicon::Key;

/// A whole date in figures: "2025-02-27", "2025/2/27", "27.2.2025", "10/3/2025", "20250227".
pub(super) fn figures(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, before) = opt(weekday_before).parse(tokens)?;
    let rest = if before.is_some() { maybe(Key::The, rest) } else { rest };
    let (rest, first) = plain_digits(rest)?;
    if first.len == 8 && (19_000_000..21_000_000).contains(&first.value) {
        let (year, month, day) = (first.value / 10000, first.value / 100 % 100, first.value % 100);
        return finish(rest, Year::Known(year.cast_signed()), (month, day, Order::Told), before);
    }
    let (rest, separator) = separator(rest)?;
    let (rest, second) = plain_digits(rest)?;
    let (rest, again) = self::separator(rest)?;
    let (rest, third) = plain_digits(rest)?;
    let dashed = (separator == b'/' || third.len == 4) && rest.first().is_some_and(|token| token.mark() == Some(b'-'));
    if again != separator || second.len > 2 || goes_on(rest) && !dashed {
        return no();
    }
    if first.len == 4 && third.len <= 2 {
        return finish(rest, Year::Known(first.value.cast_signed()), (second.value, third.value, Order::Told), before);
    }
    let year = match third.len {
        4 => third.value.cast_signed(),
        2 if separator != b'-' => full_year(third.value),
        _ => return no(),
    };
    if first.len > 2 || !(1000..2200).contains(&year) {
        return no();
    }
    // With points between them the day comes first everywhere.
    let found =
        if separator == b'.' && second.value <= 12 { (second.value, first.value, Order::Told) } else { either(first.value, second.value) };
    finish(rest, Year::Known(year), found, before)
}

/// "2020/Sep/23".
pub(super) fn year_first(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, year) = year_figures(tokens)?;
    let (rest, mark) = separator(rest)?;
    let (rest, found) = month(rest)?;
    let (rest, again) = separator(rest)?;
    let (rest, day) = plain_digits(rest)?;
    if mark == again { finish(rest, Year::Known(year), (found, day.value, Order::Told), None) } else { no() }
}

/// A year and a month in figures: "2015-12".
pub(super) fn year_and_month(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, year) = year_figures(tokens)?;
    let (rest, ()) = hyphen(rest)?;
    let (rest, month) = token_as(|token| token.digits().filter(|d| d.len == 2 && !token.spaced).and_then(|_| token.whole(1, 12)))(rest)?;
    if goes_on(rest) { no() } else { Ok((rest, TimeExpr::new(What::Month { year: Year::Known(year), month, step: Step::Bare }))) }
}

/// A month and a year in figures: "12/2015".
pub(super) fn month_and_year(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, month) = token_as(|token| token.digits().filter(|digits| digits.len <= 2).and_then(|_| token.whole(1, 12)))(tokens)?;
    let (rest, mark) = separator(rest)?;
    let (rest, year) = year_figures(rest)?;
    let joined = mark == b'/' || mark == b'-' && tokens.first().and_then(Token::digits).is_some_and(|digits| digits.len == 2);
    if !joined || goes_on(rest) {
        no()
    } else {
        Ok((rest, TimeExpr::new(What::Month { year: Year::Known(year), month, step: Step::Bare })))
    }
}

/// A day and a month in figures: "10/31". The caller sees to it that it is no fraction.
pub(super) fn short_figures(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, before) = opt(weekday_before).parse(tokens)?;
    let (rest, first) = plain_digits(rest)?;
    let (rest, ()) = mark(b'/')(rest)?;
    let (rest, second) = plain_digits(rest)?;
    // A dash leads to the other end: "10/1-11/7".
    let dashed = rest.first().is_some_and(|token| token.mark() == Some(b'-'));
    if first.len > 2 || second.len > 2 || goes_on(rest) && !dashed {
        return no();
    }
    finish(rest, Year::Open, either(first.value, second.value), before)
}

/// A month, a day, and how it is known which is which.
pub(super) type MonthAndDay = (u32, u32, Order);

/// Month and day of two figures: only one of them can be the month where the other is above 12.
const fn either(first: u32, second: u32) -> MonthAndDay {
    match (first > 12, second > 12) {
        (true, _) => (second, first, Order::DayFirst),
        (false, true) => (first, second, Order::MonthFirst),
        (false, false) if first == second => (first, second, Order::Told),
        (false, false) => (first, second, Order::Either),
    }
}

fn plain_digits(tokens: Tokens<'_>) -> Read<'_, Digits> {
    token_as(|token| token.digits().filter(|digits| digits.fraction == 0 && !digits.grouped && !digits.ordinal))(tokens)
}

fn separator(tokens: Tokens<'_>) -> Read<'_, u8> {
    token_as(|token| token.mark().filter(|mark| matches!(mark, b'-' | b'/' | b'.') && !token.spaced))(tokens)
}

/// Whether more figures follow that would make it something else: "1/2/3/4".
fn goes_on(rest: Tokens<'_>) -> bool {
    matches!(rest, [joint, after, ..] if joint.mark().is_some_and(|mark| matches!(mark, b'/' | b'-' | b'.')) && !joint.spaced && !after.spaced && after.digits().is_some())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{refuses, takes};

    #[test]
    fn dates_in_figures_are_taken() {
        takes(&[
            ("A note dated [2025-02-27] was found.", "2025-02-27"),
            ("It was signed on [10/31/1974] in Bern.", "1974-10-31"),
            ("It was signed on [31/10/1974] in Bern.", "1974-10-31"),
            ("Sealed on [27.2.2025] by the court.", "2025-02-27"),
            ("Due on [11/20].", "day"),
            ("It was made in [12/2015].", "month"),
        ]);
    }

    #[test]
    fn other_figures_are_left() {
        refuses(&[
            "About 2/3 of voters agreed.",
            "They won 3-1 in Turin.",
            "A ratio of 10/31/2 was printed.",
            "Call 555-2019-07 for help.",
            "Since 9/11 it has changed.",
            "He was on 24/7 call.",
        ]);
    }
}
